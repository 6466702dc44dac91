create or replace function private.tg_hold_username_of_deleted()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if old.username is not null then
    perform private.hold_username(old.username, null);
  end if;
  return null;
end;
$$;

revoke execute on function private.tg_hold_username_of_deleted() from public;

comment on function private.tg_hold_username_of_deleted() is
  'Keeps the username of a deleted account back. Definer, because nobody else may write held_usernames.';
