create or replace function private.latest_records(p_from date, p_to date, p_limit integer)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_exercise_ids uuid[];
begin
  -- The exercises whose records can be among the latest; what is a record of estimates, all records of an exercise tell.
  v_exercise_ids := array(
    select latest.exercise_id
    from (
      select distinct on (history.exercise_id) history.exercise_id, history.achieved_on, history.started_at
      from analytics.record_history as history
      where history.user_id = (select auth.uid())
        and history.achieved_on >= p_from
        and history.achieved_on < p_to
        and history.previous_value is not null
      order by history.exercise_id, history.achieved_on desc, history.started_at desc
    ) as latest
    order by latest.achieved_on desc, latest.started_at desc, latest.exercise_id
    limit p_limit
  );

  return (
    select coalesce(
      jsonb_agg(
        jsonb_build_object(
          'exercise_id', shown.exercise_id,
          'kind', shown.kind,
          'value', shown.value,
          'unit', shown.unit,
          'reps', shown.reps,
          'previous_value', shown.previous_value,
          'achieved_on', shown.achieved_on,
          'workout_id', shown.workout_id
        )
        order by shown.achieved_on desc, shown.started_at desc, shown.exercise_id
      ),
      '[]'
    )
    from unnest(v_exercise_ids) as exercise (id)
    cross join lateral (
      select records.*
      from public.records
      where records.user_id = (select auth.uid())
        and records.exercise_id = exercise.id
        and records.achieved_on >= p_from
        and records.achieved_on < p_to
        and not records.is_baseline
        and not records.is_suspect
      -- Of one exercise the record that says most.
      order by
        records.achieved_on desc, records.started_at desc,
        array_position(
          array[
            'e1rm', 'max_weight', 'rep_max', 'most_reps', 'least_assistance', 'longest_duration', 'farthest_distance',
            'best_pace', 'set_volume', 'session_volume'
          ],
          records.kind
        )
      limit 1
    ) as shown
  );
end;
$$;

revoke execute on function private.latest_records(date, date, integer) from public;
grant execute on function private.latest_records(date, date, integer) to authenticated, service_role;

comment on function private.latest_records(date, date, integer) is
  'The caller''s latest records of a period, p_from ≤ day < p_to, one for an exercise, neither baselines nor likely '
  'mistakes: [{exercise_id, kind, value, unit, reps, previous_value, achieved_on, workout_id}], newest first.';
