create or replace function public.stage_import(
  p_job_id uuid,
  p_lease uuid,
  p_parts jsonb,
  p_report jsonb default null
)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  -- The worker that goes on is held for another minute; one that lost its lease stages nothing.
  update public.jobs
  set due_at = now() + interval '1 minute', attempts = case when p_report is null then jobs.attempts else 0 end
  where jobs.id = p_job_id and jobs.lease = p_lease and jobs.type = 'import';
  if not found then
    return jsonb_build_object('status', 'lost');
  end if;

  -- A worker that died in the middle staged the same under the same ordinals.
  insert into private.staged_parts (job_id, ordinal, section, size, line, path, part)
  select p_job_id, sent.ordinal, sent.section, sent.size, sent.line, sent.path, sent.part
  from jsonb_to_recordset(p_parts) as sent (
    ordinal integer, section text, size integer, line integer, path text, part jsonb
  )
  on conflict (job_id, ordinal) do update
    set
      section = excluded.section, size = excluded.size, line = excluded.line, path = excluded.path,
      part = excluded.part;

  if p_report is not null then
    insert into private.import_reports (job_id, report) values (p_job_id, p_report)
    on conflict (job_id) do nothing;
  end if;
  return jsonb_build_object('status', 'running');
end;
$$;

revoke execute on function public.stage_import(uuid, uuid, jsonb, jsonb) from public;
grant execute on function public.stage_import(uuid, uuid, jsonb, jsonb) to service_role;

comment on function public.stage_import(uuid, uuid, jsonb, jsonb) is
  'For the worker, with a secret key: keeps a part of what it read of a file, [{ordinal, section, size, line, path, '
  'part}], for the steps of the import, and with the last the report: {status}: running, or lost where the lease is another worker''s by '
  'now. The same part again changes nothing.';
