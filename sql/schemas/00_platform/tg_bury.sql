create or replace function private.tg_bury()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  execute format(
    'insert into private.tombstones (user_id, relation, row_id)
     select old_rows.user_id, $1, old_rows.%I
     from old_rows
     -- Global rows have no user, and one who is being erased needs no tombstones.
     join auth.users on users.id = old_rows.user_id
     on conflict (user_id, relation, row_id) do update
       set changed_in = excluded.changed_in, deleted_at = excluded.deleted_at',
    coalesce(tg_argv[0], 'id')
  )
  using tg_table_name;
  return null;
end;
$$;

revoke execute on function private.tg_bury() from public;

comment on function private.tg_bury() is
  'Leaves tombstones of the rows that a statement deleted; its argument is the column by which sync knows them, id '
  'where there is none. Definer, because clients write no tombstones.';
