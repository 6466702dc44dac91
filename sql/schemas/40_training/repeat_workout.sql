create or replace function public.repeat_workout(p_workout_id uuid, p_repeat_id uuid)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_workout jsonb;
begin
  -- Ids below the new workout's follow from it and from what they repeat, so that a retry answers the same ones.
  select jsonb_build_object(
    'id', p_repeat_id,
    'name', workouts.name,
    'started_at', now(),
    'time_zone', coalesce(profile_settings.time_zone, workouts.time_zone),
    'routine_id', workouts.routine_id,
    'exercises', coalesce(
      (
        select jsonb_agg(
          jsonb_build_object(
            'id', private.derived_id(p_repeat_id, workout_exercises.id::text),
            'exercise_id', workout_exercises.exercise_id,
            'routine_exercise_id', workout_exercises.routine_exercise_id,
            'position', workout_exercises.position,
            'superset_group', workout_exercises.superset_group,
            'sets', (
              select coalesce(
                jsonb_agg(
                  jsonb_build_object(
                    'id', private.derived_id(p_repeat_id, workout_sets.id::text),
                    'position', workout_sets.position,
                    'set_type', workout_sets.set_type,
                    'side', workout_sets.side,
                    'target', case
                      when
                        coalesce(workout_sets.reps, workout_sets.duration_seconds, workout_sets.distance_meters) is null
                      then workout_sets.target
                      else jsonb_strip_nulls(jsonb_build_object(
                        'reps', workout_sets.reps,
                        'weight_kg', workout_sets.weight_kg,
                        'duration_seconds', workout_sets.duration_seconds,
                        'distance_meters', workout_sets.distance_meters,
                        'incline_percent', workout_sets.incline_percent,
                        'tempo', workout_sets.tempo
                      ))
                    end
                  )
                  order by workout_sets.position, workout_sets.id
                ),
                '[]'
              )
              from public.workout_sets
              where workout_sets.workout_exercise_id = workout_exercises.id
            )
          )
          order by workout_exercises.position, workout_exercises.id
        )
        from public.workout_exercises
        where workout_exercises.workout_id = workouts.id
      ),
      '[]'
    )
  )
  into v_workout
  from public.workouts
  left join public.profile_settings on profile_settings.user_id = workouts.user_id
  where workouts.id = p_workout_id and workouts.user_id = v_user_id;
  if not found then
    perform private.raise_id_unusable('p_workout_id');
  end if;

  return jsonb_build_object('workout', v_workout);
end;
$$;

revoke execute on function public.repeat_workout(uuid, uuid) from public;
grant execute on function public.repeat_workout(uuid, uuid) to authenticated;

comment on function public.repeat_workout(uuid, uuid) is
  'One of the caller''s workouts to do again: {workout: <as log_workout() takes it>}, live from now on under the '
  'client''s id p_repeat_id, without a set done. The target of each set is what was done, or what was to be done where '
  'nothing was. It follows the same routine, but is no session of an enrollment. Nothing is stored until log_workout() '
  'is called with it. Errors: 409 id_unusable.';
