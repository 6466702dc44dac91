create or replace function private.add_workout_rows(
  p_workout_id uuid,
  p_exercises jsonb,
  p_exercise_ids uuid[] default '{}',
  p_set_ids uuid[] default '{}'
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_workout public.workouts;
  -- The default of the column would be asked for each row.
  v_mark bigint := private.change_mark();
begin
  select workouts.* into v_workout
  from public.workouts
  where workouts.id = p_workout_id and workouts.user_id = (select auth.uid());
  if not found then
    perform private.raise_id_unusable('id');
  end if;

  insert into public.workout_exercises (
    id, workout_id, user_id, exercise_id, exercise_kind, routine_exercise_id, local_date, position, superset_group,
    notes, changed_in
  )
  select
    sent.id, p_workout_id, v_workout.user_id, sent.exercise_id, coalesce(usable.kind, ''), sent.routine_exercise_id,
    v_workout.local_date, sent.position::smallint, sent.superset_group::smallint, sent.notes, v_mark
  from jsonb_to_recordset(p_exercises) as sent (
    id uuid, exercise_id uuid, routine_exercise_id uuid, position numeric, superset_group numeric, notes text
  )
  -- One that was merged, and one that cannot be used, have no kind here: the trigger follows or refuses them. The lock
  -- is that of private.usable_exercise().
  left join lateral (
    select exercises.kind
    from public.exercises
    where exercises.id = sent.exercise_id
      and (exercises.user_id is null or exercises.user_id = v_workout.user_id)
      and exercises.replaced_by is null
    for key share
  ) as usable on true
  where sent.id <> all(p_exercise_ids);

  insert into public.workout_sets (
    id, workout_exercise_id, user_id, exercise_id, exercise_kind, local_date, position, set_type, reps, weight_kg,
    duration_seconds, distance_meters, rpe, rir, side, rest_seconds, tempo, incline_percent, steps, notes, target,
    completed_at, changed_in
  )
  select
    sent.id, performed.id, performed.user_id, performed.exercise_id, performed.exercise_kind, performed.local_date,
    sent.position, sent.set_type, sent.reps, sent.weight_kg, sent.duration_seconds, sent.distance_meters, sent.rpe,
    sent.rir, sent.side, sent.rest_seconds, sent.tempo, sent.incline_percent, sent.steps, sent.notes, sent.target,
    sent.completed_at, v_mark
  from private.sent_sets(p_exercises) as sent
  join public.workout_exercises as performed
    on performed.id = sent.workout_exercise_id and performed.workout_id = p_workout_id
  where sent.id <> all(p_set_ids);
end;
$$;

revoke execute on function private.add_workout_rows(uuid, jsonb, uuid[], uuid[]) from public;
grant execute on function private.add_workout_rows(uuid, jsonb, uuid[], uuid[]) to authenticated, service_role;

comment on function private.add_workout_rows(uuid, jsonb, uuid[], uuid[]) is
  'Adds to a workout of the caller the exercises and sets of log_workout() whose ids are not among those given. Definer, '
  'because clients write no derived columns: owner, day, kind and mark are looked up once here, and by a trigger for '
  'each row otherwise. Errors: 409 id_unusable.';
