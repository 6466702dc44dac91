create or replace function public.save_workout_as_routine(
  p_workout_id uuid,
  p_routine_id uuid,
  p_name text default null
)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_routine jsonb;
begin
  perform private.lock_user_data(v_user_id);

  -- Ids below the routine's follow from it and from what they are made of, so that a retry makes the same routine.
  select jsonb_build_object(
    'id', p_routine_id,
    'name', coalesce(p_name, workouts.name),
    'exercises', (
      select jsonb_agg(jsonb_build_object(
        'id', private.derived_id(p_routine_id, workout_exercises.id::text),
        'exercise_id', workout_exercises.exercise_id,
        'position', workout_exercises.position,
        'superset_group', workout_exercises.superset_group,
        'sets', performed.sets
      ))
      from public.workout_exercises
      cross join lateral (
        select jsonb_agg(jsonb_build_object(
          'id', private.derived_id(p_routine_id, workout_sets.id::text),
          'position', workout_sets.position,
          'set_type', workout_sets.set_type,
          'min_reps', nullif(workout_sets.reps, 0),
          'max_reps', case when workout_sets.set_type <> 'amrap' then nullif(workout_sets.reps, 0) end,
          'weight_kg', workout_sets.weight_kg,
          'duration_seconds', nullif(workout_sets.duration_seconds, 0),
          'distance_meters', nullif(workout_sets.distance_meters, 0),
          'rest_seconds', workout_sets.rest_seconds
        )) as sets
        from public.workout_sets
        where workout_sets.workout_exercise_id = workout_exercises.id
          and coalesce(workout_sets.reps, workout_sets.duration_seconds, workout_sets.distance_meters) is not null
          -- A target is for both sides: where each was logged, the left one speaks for them.
          and (
            workout_sets.side is distinct from 'right'
            or not exists (
              select
              from public.workout_sets as other
              where other.workout_exercise_id = workout_exercises.id and other.side = 'left'
            )
          )
      ) as performed
      where workout_exercises.workout_id = workouts.id and performed.sets is not null
    )
  )
  into v_routine
  from public.workouts
  where workouts.id = p_workout_id and workouts.user_id = v_user_id;
  if not found then
    perform private.raise_id_unusable('p_workout_id');
  end if;

  return public.save_routine(v_routine);
end;
$$;

revoke execute on function public.save_workout_as_routine(uuid, uuid, text) from public;
grant execute on function public.save_workout_as_routine(uuid, uuid, text) to authenticated;

comment on function public.save_workout_as_routine(uuid, uuid, text) is
  'Makes a routine of one of the caller''s workouts: p_routine_id is the client''s, p_name the workout''s where it is '
  'left out. Its targets are what was done, warm-ups included, with as many repetitions as possible where the set was '
  'such; effort is left out, and what was not done. Where sets were logged side by side, the left ones count. Answers '
  '{routine: ...} as save_routine() does; the same call again changes nothing. Errors: 409 id_unusable, stale_version '
  '(the routine was edited since), quota_exceeded; 422 invalid_field, missing_field.';
