create or replace function private.tg_forget_tombstones()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  delete from private.tombstones where tombstones.user_id = old.id;
  delete from private.tombstone_horizons as horizons where horizons.user_id = old.id;
  return null;
end;
$$;

revoke execute on function private.tg_forget_tombstones() from public;

comment on function private.tg_forget_tombstones() is
  'Erases the tombstones of an erased user. Definer, because Auth deletes users as a role that has no rights here.';
