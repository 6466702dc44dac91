create or replace function private.step_import(p_job public.jobs)
returns private.job_step
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_report jsonb;
  v_staged record;
  v_tried jsonb;
  v_outcome text;
  v_counts jsonb := coalesce(p_job.state -> 'counts', '{"added": 0, "known": 0, "deleted": 0, "failed": 0}');
  v_problems jsonb := coalesce(p_job.state -> 'problems', '[]');
  v_sets integer := 0;
  v_last integer;
  v_left integer;
  v_total integer;
begin
  -- Nobody writes for the user in the meantime; and no row is locked before this.
  perform private.lock_user_data(p_job.user_id);
  perform private.act_for(p_job.user_id);
  select import_reports.report into strict v_report from private.import_reports where import_reports.job_id = p_job.id;
  if v_report ->> 'outcome' <> 'imported' then
    return (true, 100, null::jsonb, v_report);
  end if;

  for v_staged in
    select staged.ordinal, staged.sets, staged.workout
    from private.staged_workouts as staged
    where staged.job_id = p_job.id
    order by staged.ordinal
    limit 50
  loop
    v_tried := private.try_import_workout(p_job.user_id, v_staged.workout);
    v_outcome := v_tried ->> 'outcome';
    v_counts := v_counts || jsonb_build_object(v_outcome, (v_counts ->> v_outcome)::integer + 1);
    if v_tried ? 'problem' and jsonb_array_length(v_problems) < 500 then
      v_problems := v_problems || jsonb_build_array(v_tried -> 'problem');
    end if;
    v_last := v_staged.ordinal;
    v_sets := v_sets + v_staged.sets;
    exit when v_sets >= 600;
  end loop;

  delete from private.staged_workouts as done where done.job_id = p_job.id and done.ordinal <= v_last;
  select count(*) into v_left from private.staged_workouts as waiting where waiting.job_id = p_job.id;

  v_total := greatest((v_report #>> '{workouts,readable}')::integer, 1);
  return (
    v_left = 0,
    least(100 - 99 * v_left / v_total, 99),
    jsonb_build_object('counts', v_counts, 'problems', v_problems),
    v_report || jsonb_build_object(
      'workouts', (v_report -> 'workouts') || v_counts,
      'problems', (v_report -> 'problems') || v_problems
    )
  );
end;
$$;

revoke execute on function private.step_import(public.jobs) from public;
grant execute on function private.step_import(public.jobs) to service_role;

comment on function private.step_import(public.jobs) is
  'One step of importing a file that was read: up to 50 workouts, or those with 600 sets, each wholly or not at all. A dry '
  'run, or a file that was refused, is done at once.';
