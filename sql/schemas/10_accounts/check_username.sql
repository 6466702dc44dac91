create or replace function private.check_username(p_username text)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.enforce_rate_limit('username_check', private.caller_subject());
  return private.username_is_free(p_username, (select auth.uid()));
end;
$$;

revoke execute on function private.check_username(text) from public;
grant execute on function private.check_username(text) to anon, authenticated, service_role;

comment on function private.check_username(text) is
  'Answers is_username_available(). Definer, because it must see profiles that the caller may not and count its '
  'uses.';
