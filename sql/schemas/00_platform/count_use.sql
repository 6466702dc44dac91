create or replace function public.count_use(p_policy text, p_subject text)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.take_rate_limit(p_policy, p_subject);
$$;

revoke execute on function public.count_use(text, text) from public;
grant execute on function public.count_use(text, text) to service_role;

comment on function public.count_use(text, text) is
  'For Edge Functions, with a secret key: counts one use against a limit, {is_allowed, limit, remaining, '
  'reset_seconds}.';
