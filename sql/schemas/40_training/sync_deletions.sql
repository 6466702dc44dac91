create or replace function private.sync_deletions(p_relation text, p_row_id text, p_cursor bigint)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_ids uuid[] := array(
    select tombstones.row_id
    from private.tombstones
    where tombstones.user_id = (select auth.uid())
      and tombstones.relation = p_relation
      and tombstones.changed_in >= p_cursor
  );
  v_deleted jsonb := '[]';
begin
  -- Most pulls find nothing here, and plan nothing.
  if v_ids <> '{}' then
    execute format(
      'select coalesce(jsonb_agg(buried.id order by buried.id), ''[]'')
       from unnest($1) as buried (id)
       where not exists (select from public.%I as stored where stored.%I = buried.id)',
      p_relation, p_row_id
    )
    into v_deleted
    using v_ids;
  end if;
  return v_deleted;
end;
$$;

revoke execute on function private.sync_deletions(text, text, bigint) from public;
grant execute on function private.sync_deletions(text, text, bigint) to authenticated, service_role;

comment on function private.sync_deletions(text, text, bigint) is
  'Ids of the caller''s rows of a table that were deleted since a cursor and are not there again.';
