create or replace function public.release_report(p_user_id uuid, p_key text)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  delete from private.report_cache
  where report_cache.user_id = p_user_id and report_cache.key = p_key and report_cache.body is null;
$$;

revoke execute on function public.release_report(uuid, text) from public;
grant execute on function public.release_report(uuid, text) to service_role;

comment on function public.release_report(uuid, text) is
  'For Edge Functions, with a secret key and the id of a user that was verified: lets somebody else make a report that '
  'the caller was to make and could not.';
