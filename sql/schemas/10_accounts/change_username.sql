create or replace function public.change_username(p_username text)
returns boolean
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.choose_username(p_username);
$$;

revoke execute on function public.change_username(text) from public;
grant execute on function public.change_username(text) to authenticated;

comment on function public.change_username(text) is
  'Makes a username the caller''s, or none with null, and says whether it did: false where the name is malformed, '
  'taken, reserved, held back or mistakable for another, without saying which. The first choice is free, a later one '
  'can be made once in 30 days, a change of letter case or separators at any time. Errors: 401 not_signed_in, 429 '
  'too_many_requests.';
