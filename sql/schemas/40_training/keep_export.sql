create or replace function public.keep_export(p_job_id uuid, p_lease uuid, p_file jsonb)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  update public.jobs
  set state = p_file, due_at = now() + interval '1 minute'
  where jobs.id = p_job_id and jobs.lease = p_lease and jobs.type = 'export';
  return jsonb_build_object('status', case when found then 'running' else 'lost' end);
end;
$$;

revoke execute on function public.keep_export(uuid, uuid, jsonb) from public;
grant execute on function public.keep_export(uuid, uuid, jsonb) to service_role;

comment on function public.keep_export(uuid, uuid, jsonb) is
  'For the worker, with a secret key: notes where the file of an export that it holds lies, {path, bytes, expires_at, '
  'counts}, and answers {status}: running, or lost.';
