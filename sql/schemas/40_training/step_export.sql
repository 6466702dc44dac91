create or replace function private.step_export(p_job public.jobs)
returns private.job_step
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if not p_job.state ? 'path' then
    raise exception 'The file of this export was not written.' using errcode = 'P0002';
  end if;
  return (true, 100, null::jsonb, p_job.state);
end;
$$;

revoke execute on function private.step_export(public.jobs) from public;
grant execute on function private.step_export(public.jobs) to service_role;

comment on function private.step_export(public.jobs) is
  'The one step of an export, whose file the worker has written before: the report is where it lies.';
