create or replace function private.workout_lines(p_workout public.workouts)
returns text
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select string_agg(
      array_to_string(
        array[
          to_char(p_workout.started_at at time zone p_workout.time_zone, 'YYYY-MM-DD"T"HH24:MI:SS'),
          to_char(p_workout.ended_at at time zone p_workout.time_zone, 'YYYY-MM-DD"T"HH24:MI:SS'),
          private.csv_text(p_workout.time_zone), private.csv_text(p_workout.name), private.csv_text(exercises.name),
          done.position::text, done.set_type, trim_scale(done.weight_kg)::text, done.reps::text,
          trim_scale(done.distance_meters)::text, done.duration_seconds::text, trim_scale(done.rpe)::text,
          trim_scale(done.rir)::text, done.side, done.rest_seconds::text, performed.superset_group::text,
          private.csv_text(done.notes), private.csv_text(performed.notes), private.csv_text(p_workout.notes)
        ],
        ',', ''
      ) || e'\r\n',
      '' order by performed.position, performed.id, done.position, done.id
    )
    from public.workout_exercises as performed
    join public.exercises on exercises.id = performed.exercise_id
    join public.workout_sets as done on done.workout_exercise_id = performed.id
    where performed.workout_id = p_workout.id
  );
end;
$$;

revoke execute on function private.workout_lines(public.workouts) from public;
grant execute on function private.workout_lines(public.workouts) to service_role;

comment on function private.workout_lines(public.workouts) is
  'The sets of a workout as lines of workouts.csv; null where it has none.';
