create or replace function public.export_task(p_job_id uuid, p_lease uuid)
returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'user_id', jobs.user_id,
    'is_written', jobs.state ? 'path',
    'sections', (
      select jsonb_agg(
        jsonb_build_object('file', sections.file, 'section', sections.section) order by sections.position
      )
      from private.export_sections() as sections
    )
  )
  from public.jobs
  where jobs.id = p_job_id and jobs.lease = p_lease and jobs.type = 'export';
$$;

revoke execute on function public.export_task(uuid, uuid) from public;
grant execute on function public.export_task(uuid, uuid) to service_role;

comment on function public.export_task(uuid, uuid) is
  'For the worker, with a secret key: what an export that it holds is about, {user_id, is_written: whether the file is '
  'there, sections: [{file, section}]}; null where the lease is another worker''s by now.';
