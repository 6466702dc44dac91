create or replace function public.is_username_available(p_username text)
returns boolean
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.check_username(p_username);
$$;

revoke execute on function public.is_username_available(text) from public;
grant execute on function public.is_username_available(text) to anon, authenticated, service_role;

comment on function public.is_username_available(text) is
  'Whether the caller could take a username. Taken, reserved, held back, mistakable for another and malformed all '
  'answer false. Callable before sign-up. Errors: 429 too_many_requests.';
