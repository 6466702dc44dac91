create or replace function private.least_visibility(p_one text, p_other text)
returns text
language sql
immutable
security invoker
return
  case
    when 'private' in (p_one, p_other) then 'private'
    when 'followers' in (p_one, p_other) then 'followers'
    else 'public'
  end;

revoke execute on function private.least_visibility(text, text) from public;
grant execute on function private.least_visibility(text, text) to authenticated, service_role;

comment on function private.least_visibility(text, text) is
  'The narrower of two visibilities: private, then followers, then public.';
