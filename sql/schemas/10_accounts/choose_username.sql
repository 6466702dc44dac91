create or replace function private.choose_username(p_username text)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
begin
  perform private.ensure_own_profile();
  perform private.enforce_rate_limit('username_check', private.caller_subject());

  begin
    update public.profiles set username = p_username where profiles.user_id = v_user_id;
  exception
    -- An answer, not an error: an error would take back the count, and names could be tried without end.
    when unique_violation or check_violation or sqlstate 'PT409' then
      return false;
  end;

  if not found then
    perform private.raise_problem('PT401', 'not_signed_in', 'authorization', 'Nobody is signed in.', 'Sign in first.');
  end if;
  return true;
end;
$$;

revoke execute on function private.choose_username(text) from public;
grant execute on function private.choose_username(text) to authenticated;

comment on function private.choose_username(text) is
  'Answers change_username(). Definer, because clients may not write usernames: a refused write of theirs could not '
  'be counted, and would tell without end which names are taken. Errors: 401 not_signed_in, 429 too_many_requests.';
