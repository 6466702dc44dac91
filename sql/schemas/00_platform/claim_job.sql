create or replace function public.claim_job()
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_job public.jobs;
begin
  -- Workers that died have given nothing back. Rows are locked before they are changed, and by now() alone: a volatile
  -- clock in the filter would read the whole queue.
  update public.jobs
  set status = 'failed', lease = null, finished_at = now(), error = coalesce(jobs.error, '{"code": "given_up"}')
  where jobs.id = any(array(
    select dead.id
    from public.jobs as dead
    where dead.status in ('queued', 'running') and dead.due_at <= now() and dead.attempts >= 5
    limit 10
    for update skip locked
  ));

  update public.jobs
  set
    status = 'running', lease = gen_random_uuid(), due_at = now() + interval '1 minute',
    attempts = jobs.attempts + 1, started_at = coalesce(jobs.started_at, now())
  where jobs.id = any(array(
    select due.id
    from public.jobs as due
    where due.status in ('queued', 'running') and due.due_at <= now() and due.attempts < 5
    order by due.due_at
    limit 1
    for update skip locked
  ))
  returning jobs.* into v_job;

  return case
    when v_job.id is not null then jsonb_build_object('id', v_job.id, 'type', v_job.type, 'lease', v_job.lease)
  end;
end;
$$;

revoke execute on function public.claim_job() from public;
grant execute on function public.claim_job() to service_role;

comment on function public.claim_job() is
  'For the worker, with a secret key: leases the job that waits longest for a minute, {id, type, lease}, or null. A '
  'job whose worker went away is leased again, and given up after five times without a step.';
