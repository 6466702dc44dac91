create or replace function private.store_workout_exercises(p_workout_id uuid, p_exercises jsonb)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_exercise_ids uuid[] := array(
    select stored.id from public.workout_exercises as stored where stored.workout_id = p_workout_id
  );
  v_set_ids uuid[] := '{}';
begin
  if v_exercise_ids <> '{}' then
    -- Rows that stay are changed in place: sync, routines and photos know them by their ids. Those that now stand
    -- elsewhere, or for another exercise, go and come again.
    delete from public.workout_exercises as stored
    where stored.workout_id = p_workout_id
      and not exists (
        select 1
        from jsonb_to_recordset(p_exercises) as sent (id uuid, exercise_id uuid)
        where sent.id = stored.id and sent.exercise_id = stored.exercise_id
      );

    update public.workout_exercises as stored
    set
      routine_exercise_id = sent.routine_exercise_id, position = sent.position::smallint,
      superset_group = sent.superset_group::smallint, notes = sent.notes
    from jsonb_to_recordset(p_exercises) as sent (
      id uuid, routine_exercise_id uuid, position numeric, superset_group numeric, notes text
    )
    where stored.workout_id = p_workout_id
      and stored.id = sent.id
      and (stored.routine_exercise_id, stored.position, stored.superset_group, stored.notes)
        is distinct from
        (sent.routine_exercise_id, sent.position::smallint, sent.superset_group::smallint, sent.notes);

    delete from public.workout_sets as stored
    where stored.workout_exercise_id = any(v_exercise_ids)
      and not exists (
        select 1
        from private.sent_sets(p_exercises) as sent
        where sent.id = stored.id and sent.workout_exercise_id = stored.workout_exercise_id
      );

    update public.workout_sets as stored
    set
      position = sent.position, set_type = sent.set_type, reps = sent.reps, weight_kg = sent.weight_kg,
      duration_seconds = sent.duration_seconds, distance_meters = sent.distance_meters, rpe = sent.rpe, rir = sent.rir,
      side = sent.side, rest_seconds = sent.rest_seconds, tempo = sent.tempo, incline_percent = sent.incline_percent,
      steps = sent.steps, notes = sent.notes, target = sent.target, completed_at = sent.completed_at
    from private.sent_sets(p_exercises) as sent
    where stored.workout_exercise_id = any(v_exercise_ids)
      and stored.workout_exercise_id = sent.workout_exercise_id
      and stored.id = sent.id
      and (
        stored.position, stored.set_type, stored.reps, stored.weight_kg, stored.duration_seconds,
        stored.distance_meters, stored.rpe, stored.rir, stored.side, stored.rest_seconds, stored.tempo,
        stored.incline_percent, stored.steps, stored.notes, stored.target, stored.completed_at
      ) is distinct from (
        sent.position, sent.set_type, sent.reps, sent.weight_kg, sent.duration_seconds, sent.distance_meters, sent.rpe,
        sent.rir, sent.side, sent.rest_seconds, sent.tempo, sent.incline_percent, sent.steps, sent.notes, sent.target,
        sent.completed_at
      );

    v_exercise_ids := array(
      select stored.id from public.workout_exercises as stored where stored.workout_id = p_workout_id
    );
    v_set_ids := array(
      select stored.id from public.workout_sets as stored where stored.workout_exercise_id = any(v_exercise_ids)
    );
  end if;

  perform private.add_workout_rows(p_workout_id, p_exercises, v_exercise_ids, v_set_ids);
end;
$$;

revoke execute on function private.store_workout_exercises(uuid, jsonb) from public;
grant execute on function private.store_workout_exercises(uuid, jsonb) to authenticated, service_role;

comment on function private.store_workout_exercises(uuid, jsonb) is
  'Makes the exercises and sets of a workout that was stored before what log_workout() was sent: adds, changes in '
  'place, and deletes what is no longer there. An id that belongs elsewhere is a unique violation.';
