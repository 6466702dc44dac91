create or replace function private.end_job(p_job_id uuid)
returns text
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_status text;
begin
  -- Waits for a step that is being done.
  select jobs.status
  into v_status
  from public.jobs
  where jobs.id = p_job_id
    and (jobs.user_id = (select auth.uid()) or (jobs.user_id is null and private.has_role('moderator')))
  for update;
  if not found then
    perform private.raise_id_unusable('p_job_id');
  end if;
  if v_status not in ('queued', 'running') then
    return v_status;
  end if;

  update public.jobs set status = 'cancelled', lease = null, finished_at = now() where jobs.id = p_job_id;
  return 'cancelled';
end;
$$;

revoke execute on function private.end_job(uuid) from public;
grant execute on function private.end_job(uuid) to authenticated;

comment on function private.end_job(uuid) is
  'Cancels a job that has not ended, and answers its status. Definer, because clients may not write jobs. Errors: 409 '
  'id_unusable.';
