create or replace function private.is_deleted(p_relation text, p_row_id uuid)
returns boolean
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  return exists (
    select 1
    from private.tombstones
    where tombstones.user_id = (select auth.uid())
      and tombstones.relation = p_relation
      and tombstones.row_id = p_row_id
  );
end;
$$;

revoke execute on function private.is_deleted(text, uuid) from public;
grant execute on function private.is_deleted(text, uuid) to authenticated, service_role;

comment on function private.is_deleted(text, uuid) is
  'Whether a row of the caller''s was deleted, of a table that sync carries; ask only where no such row is stored.';
