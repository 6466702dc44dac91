create or replace function private.pushed_records(p_changes jsonb)
returns jsonb
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return (
    select coalesce(nullif(p_changes -> 'created', 'null'), '[]')
      || coalesce(nullif(p_changes -> 'updated', 'null'), '[]')
  );
end;
$$;

revoke execute on function private.pushed_records(jsonb) from public;
grant execute on function private.pushed_records(jsonb) to authenticated;

comment on function private.pushed_records(jsonb) is
  'The records of one table that a push wants stored, whether the device made or changed them: the server knows better '
  'which is which.';
