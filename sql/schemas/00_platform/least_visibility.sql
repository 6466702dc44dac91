create or replace function private.least_visibility(p_one text, p_other text)
returns text
language sql
immutable
security invoker
return
  case
    when p_one = 'public' and p_other = 'public' then 'public'
    when p_one in ('public', 'followers') and p_other in ('public', 'followers') then 'followers'
    else 'private'
  end;

revoke execute on function private.least_visibility(text, text) from public;
grant execute on function private.least_visibility(text, text) to authenticated, service_role;

comment on function private.least_visibility(text, text) is
  'The narrower of two visibilities: private, then followers, then public. What is none of these, or null, counts as '
  'private.';
