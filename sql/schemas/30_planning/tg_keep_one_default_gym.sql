create or replace function private.tg_keep_one_default_gym()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  -- The update below fires this trigger again, in the end with nothing changed.
  if not exists (select from changed_rows) then
    return null;
  end if;

  update public.gyms as stored
  set is_default = stored.id = chosen.id
  from (
    select distinct on (gyms.user_id) gyms.user_id, gyms.id
    from public.gyms
    where gyms.user_id in (select changed_rows.user_id from changed_rows)
    order by
      gyms.user_id, gyms.is_default and gyms.id in (select changed_rows.id from changed_rows) desc,
      gyms.is_default desc, gyms.created_at, gyms.id
  ) as chosen
  where stored.user_id = chosen.user_id and stored.is_default <> (stored.id = chosen.id);
  return null;
end;
$$;

revoke execute on function private.tg_keep_one_default_gym() from public;

comment on function private.tg_keep_one_default_gym() is
  'Keeps one default among the gyms of a user: the one that was made so last, or else the oldest. Its triggers are '
  'after a statement, with what it changed as the transition table changed_rows. Definer, because the deletion of an '
  'account fires it as Auth''s role.';
