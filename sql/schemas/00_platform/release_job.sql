create or replace function public.release_job(p_job_id uuid, p_lease uuid, p_error jsonb default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  -- What went wrong is tried again after 10, 20, 40 and 80 seconds.
  update public.jobs
  set
    status = case when p_error is not null and jobs.attempts >= 5 then 'failed' else 'queued' end,
    finished_at = case when p_error is not null and jobs.attempts >= 5 then now() end,
    lease = null,
    due_at = now() + case
      when p_error is null then interval '0' else make_interval(secs => 5 * power(2, jobs.attempts))
    end,
    attempts = case when p_error is null then 0 else jobs.attempts end,
    error = p_error
  where jobs.id = p_job_id and jobs.lease = p_lease;
$$;

revoke execute on function public.release_job(uuid, uuid, jsonb) from public;
grant execute on function public.release_job(uuid, uuid, jsonb) to service_role;

comment on function public.release_job(uuid, uuid, jsonb) is
  'For the worker, with a secret key: gives a job back. Without an error whoever comes next goes on with it, behind '
  'those that wait; with one, {code}, it is tried again later, and has failed the fifth time.';
