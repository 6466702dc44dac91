create or replace function private.imported_row(
  p_user_id uuid,
  p_relation text,
  p_key text,
  out id uuid,
  out outcome text
)
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_imported_id uuid := private.imported_id(private.import_namespace(p_user_id), p_relation, p_key);
  -- A document may have been exported from this very account.
  v_ids uuid[] := array[v_imported_id, case when p_key ~ '^json [0-9a-f-]{36}$' then right(p_key, 36)::uuid end];
begin
  execute format(
    'select stored.id from public.%I as stored where stored.id = any($1) and stored.user_id = $2 limit 1', p_relation
  )
  into id
  using v_ids, p_user_id;
  if id is not null then
    outcome := 'known';
    return;
  end if;

  id := v_imported_id;
  if exists (
    select 1
    from private.tombstones
    where tombstones.user_id = p_user_id
      and tombstones.relation = p_relation
      and tombstones.row_id = any(v_ids)
  ) then
    outcome := 'deleted';
  end if;
end;
$$;

revoke execute on function private.imported_row(uuid, text, text) from public;
grant execute on function private.imported_row(uuid, text, text) to service_role;

comment on function private.imported_row(uuid, text, text) is
  'Which row of a user''s a key of private.imported_id() means, and what is known of it: outcome is known where it is '
  'there, deleted where it was and its owner removed it, else null.';
