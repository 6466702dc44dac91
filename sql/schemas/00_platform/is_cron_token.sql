create or replace function public.is_cron_token(p_token text)
returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select private.matches_cron_token(p_token);
$$;

revoke execute on function public.is_cron_token(text) from public;
grant execute on function public.is_cron_token(text) to service_role;

comment on function public.is_cron_token(text) is
  'For Edge Functions, with a secret key: whether a request comes from this database''s own cron jobs.';
