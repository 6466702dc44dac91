create or replace function private.workout_records(p_workout_id uuid)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select coalesce(
      jsonb_agg(
        jsonb_build_object(
          'exercise_id', records.exercise_id,
          'kind', records.kind,
          'value', records.value,
          'unit', records.unit,
          'reps', records.reps,
          'previous_value', records.previous_value,
          'is_baseline', records.is_baseline
        )
        order by trained.position, records.exercise_id, records.kind, records.reps
      ),
      '[]'
    )
    from (
      select workout_exercises.exercise_id, min(workout_exercises.position) as position
      from public.workout_exercises
      where workout_exercises.workout_id = p_workout_id
        and workout_exercises.user_id = (select auth.uid())
        -- Most exercises of most workouts set no record, which is soon seen.
        and exists (
          select 1
          from analytics.record_history as history
          where history.user_id = workout_exercises.user_id
            and history.exercise_id = workout_exercises.exercise_id
            and history.achieved_on = workout_exercises.local_date
            and history.workout_id = p_workout_id
        )
      group by workout_exercises.exercise_id
    ) as trained
    -- Exercise by exercise: what is a record of estimates is known from all records of an exercise alone, which the
    -- view finds where it is asked for one.
    cross join lateral (
      select *
      from public.records
      where records.user_id = (select auth.uid()) and records.exercise_id = trained.exercise_id
      offset 0
    ) as records
    where records.workout_id = p_workout_id
  );
end;
$$;

revoke execute on function private.workout_records(uuid) from public;
grant execute on function private.workout_records(uuid) to authenticated, service_role;

comment on function private.workout_records(uuid) is
  'The records that a workout of the caller set, in the order of its exercises: [{exercise_id, kind, value, unit, '
  'reps, previous_value, is_baseline}], as public.records has them. None while it is live.';
