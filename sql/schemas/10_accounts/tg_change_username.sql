create or replace function private.tg_change_username()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_is_given_up boolean := old.username is not null
    and private.username_skeleton(new.username) is distinct from private.username_skeleton(old.username);
  v_changed_at timestamptz;
begin
  if new.username is not distinct from old.username then
    return new;
  end if;

  -- First, so that who may not change theirs cannot try out names either.
  if v_is_given_up and (select auth.uid()) is not null then
    select profile_settings.username_changed_at
    into v_changed_at
    from public.profile_settings
    where profile_settings.user_id = new.user_id;

    if v_changed_at > now() - interval '30 days' then
      perform private.raise_problem(
        'PT429', 'too_many_requests', 'username',
        'A username can be changed once in 30 days.',
        format('Try again after %s.', to_char(v_changed_at + interval '30 days', 'YYYY-MM-DD'))
      );
    end if;
  end if;

  -- Malformed names are left to the check of the table, which says so; the rest look alike.
  if new.username ~ '^[A-Za-z0-9][A-Za-z0-9_.]{1,28}[A-Za-z0-9]$'
    and not private.username_is_free(new.username, new.user_id)
  then
    perform private.raise_problem(
      'PT409', 'username_taken', 'username', 'This username is not available.', 'Choose another one.'
    );
  end if;

  if v_is_given_up then
    perform private.hold_username(old.username, old.user_id);
    insert into public.profile_settings (user_id, username_changed_at)
    values (new.user_id, now())
    on conflict (user_id) do update set username_changed_at = excluded.username_changed_at;
  end if;

  delete from private.held_usernames
  where held_usernames.user_id = new.user_id
    and held_usernames.digest = sha256(convert_to(private.username_skeleton(new.username), 'UTF8'));
  return new;
end;
$$;

revoke execute on function private.tg_change_username() from public;

comment on function private.tg_change_username() is
  'Lets a user choose a username that is free, and change it once in 30 days; the old one is held back. The first '
  'choice, and a change of letter case or separators, are free. Definer, because it reads and writes what clients '
  'may not. Errors: 409 username_taken, 429 too_many_requests.';
