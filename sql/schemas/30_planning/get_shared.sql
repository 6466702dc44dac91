create or replace function public.get_shared(p_token text)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(private.read_shared(p_token), private.share_not_found());
$$;

revoke execute on function public.get_shared(text) from public;
grant execute on function public.get_shared(text) to anon, authenticated;

comment on function public.get_shared(text) is
  'The routine or plan that a link leads to, and whose it is: {shared, author}. shared is the whole of it, private '
  'exercises included, without ids of its owner; author is null where the profile does not show itself to the caller. '
  'Callable without an account. Wrong, expired, revoked, used up, deleted and blocked all answer the same. Errors: 404 '
  'share_not_found, 409 quota_exceeded, 429 too_many_requests.';
