create or replace function private.step_import(p_job public.jobs)
returns private.job_step
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_report jsonb;
  v_staged private.staged_parts;
  v_tried jsonb;
  v_outcome text;
  v_path text[];
  v_counts jsonb := coalesce(p_job.state -> 'counts', '{}');
  v_problems jsonb := coalesce(p_job.state -> 'problems', '[]');
  v_total integer;
  v_size integer := 0;
  v_last integer;
  v_left integer;
begin
  -- Nobody writes for the user in the meantime; and no row is locked before this.
  perform private.lock_user_data(p_job.user_id);
  perform private.act_for(p_job.user_id);
  select import_reports.report into strict v_report from private.import_reports where import_reports.job_id = p_job.id;
  if v_report ->> 'outcome' <> 'imported' then
    return (true, 100, null::jsonb, v_report);
  end if;
  select coalesce((p_job.state ->> 'total')::integer, count(*))
  into v_total
  from private.staged_parts as staged
  where staged.job_id = p_job.id;

  for v_staged in
    select staged.*
    from private.staged_parts as staged
    where staged.job_id = p_job.id
    order by staged.ordinal
    limit 600
  loop
    v_tried := private.try_import_part(p_job.user_id, v_staged);
    v_outcome := v_tried ->> 'outcome';
    v_path := array[v_staged.section, v_outcome];
    v_counts := jsonb_build_object(v_staged.section, '{}'::jsonb) || v_counts;
    v_counts := jsonb_set(v_counts, v_path, to_jsonb(coalesce((v_counts #>> v_path)::integer, 0) + 1));
    -- That consent is missing is said once.
    if v_tried ? 'problem' and jsonb_array_length(v_problems) < 500
      and not (v_outcome = 'left_out' and v_problems @> '[{"code": "consent_required"}]')
    then
      v_problems := v_problems || jsonb_build_array(v_tried -> 'problem');
    end if;
    v_last := v_staged.ordinal;
    v_size := v_size + v_staged.size;
    exit when v_size >= 600;
  end loop;

  delete from private.staged_parts as done where done.job_id = p_job.id and done.ordinal <= v_last;
  select count(*) into v_left from private.staged_parts as waiting where waiting.job_id = p_job.id;

  return (
    v_left = 0,
    least(100 - 99 * v_left / greatest(v_total, 1), 99),
    jsonb_build_object('counts', v_counts, 'problems', v_problems, 'total', v_total),
    v_report || jsonb_build_object(
      'workouts', (v_report -> 'workouts') || coalesce(v_counts -> 'workouts', '{}'),
      'sections', coalesce((
        select jsonb_object_agg(section.key, section.value || coalesce(v_counts -> section.key, '{}'))
        from jsonb_each(v_report -> 'sections') as section
      ), '{}'),
      'problems', (v_report -> 'problems') || v_problems
    )
  );
end;
$$;

revoke execute on function private.step_import(public.jobs) from public;
grant execute on function private.step_import(public.jobs) to service_role;

comment on function private.step_import(public.jobs) is
  'One step of importing a file that was read: parts of some 600 rows, each wholly or not at all. A dry run, or a file '
  'that was refused, is done at once.';
