create or replace function public.import_task(p_job_id uuid, p_lease uuid)
returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'user_id', jobs.user_id,
    'input', jobs.input,
    'is_read', exists (select 1 from private.import_reports where import_reports.job_id = jobs.id)
  )
  from public.jobs
  where jobs.id = p_job_id and jobs.lease = p_lease and jobs.type = 'import';
$$;

revoke execute on function public.import_task(uuid, uuid) from public;
grant execute on function public.import_task(uuid, uuid) to service_role;

comment on function public.import_task(uuid, uuid) is
  'For the worker, with a secret key: what an import that it holds is about, {user_id, input, is_read: whether the '
  'file has been read}; null where the lease is another worker''s by now.';
