create or replace function public.step_job(p_job_id uuid, p_lease uuid)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_job public.jobs;
  v_step private.job_step;
begin
  -- The row stays locked for the step, so that a cancellation waits for it, and none is done twice.
  select jobs.*
  into v_job
  from public.jobs
  where jobs.id = p_job_id and jobs.lease = p_lease
  for update;
  if not found then
    return jsonb_build_object('status', 'lost');
  end if;

  execute format('select * from private.%I($1)', 'step_' || v_job.type) into v_step using v_job;

  update public.jobs
  set
    status = case when v_step.is_done then 'succeeded' else 'running' end,
    lease = case when not v_step.is_done then p_lease end,
    finished_at = case when v_step.is_done then now() end,
    progress = case when v_step.is_done then 100 else v_step.progress end,
    state = coalesce(v_step.state, jobs.state),
    result = case when v_step.is_done then v_step.result end,
    error = null,
    attempts = 0,
    due_at = now() + interval '1 minute'
  where jobs.id = p_job_id
  returning jobs.* into v_job;
  return jsonb_build_object('status', v_job.status);
end;
$$;

revoke execute on function public.step_job(uuid, uuid) from public;
grant execute on function public.step_job(uuid, uuid) to service_role;

comment on function public.step_job(uuid, uuid) is
  'For the worker, with a secret key: does the next step of a job that it holds, in one transaction with its progress, '
  'and holds it for another minute: {status}: running, succeeded, or lost where the lease is another worker''s by now '
  'or the job was cancelled.';
