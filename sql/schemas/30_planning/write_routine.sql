create or replace function private.write_routine(p_routine jsonb)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_id uuid := (p_routine ->> 'id')::uuid;
  v_exercises jsonb := p_routine -> 'exercises';
  v_exercise_ids uuid[] := array(select (jsonb_path_query(v_exercises, '$[*].id') #>> '{}')::uuid);
  v_set_ids uuid[] := array(select (jsonb_path_query(v_exercises, '$[*].sets[*].id') #>> '{}')::uuid);
begin
  update public.routines as stored
  set
    folder_id = sent.folder_id, name = sent.name, notes = sent.notes, position = sent.position,
    visibility = sent.visibility
  from jsonb_populate_record(null::public.routines, p_routine) as sent
  where stored.id = v_id and stored.user_id = (select auth.uid());
  if not found then
    insert into public.routines (id, folder_id, name, notes, position, visibility)
    select v_id, sent.folder_id, sent.name, sent.notes, sent.position, sent.visibility
    from jsonb_populate_record(null::public.routines, p_routine) as sent;
  end if;

  delete from public.routine_sets
  where routine_sets.routine_id = v_id and routine_sets.id <> all (v_set_ids);
  delete from public.routine_exercises
  where routine_exercises.routine_id = v_id and routine_exercises.id <> all (v_exercise_ids);

  -- An exercise that gives way to one of another kind takes its sets along, which must not have what that one has not.
  update public.routine_sets as stored
  set
    min_reps = null, max_reps = null, weight_kg = null, load_percent = null, load_percent_of = null,
    duration_seconds = null, distance_meters = null
  from jsonb_populate_recordset(null::public.routine_exercises, v_exercises) as sent
  join public.exercises on exercises.id = sent.exercise_id
  where stored.routine_exercise_id = sent.id and stored.routine_id = v_id and stored.exercise_kind <> exercises.kind;

  -- What stays as it is is not written: whoever syncs need not read it again.
  update public.routine_exercises as stored
  set
    exercise_id = sent.exercise_id, position = sent.position, superset_group = sent.superset_group,
    rest_seconds = sent.rest_seconds, notes = sent.notes, warmup_ramp = sent.warmup_ramp,
    progression = sent.progression
  from jsonb_populate_recordset(null::public.routine_exercises, v_exercises) as sent
  where stored.id = sent.id and stored.routine_id = v_id
    and (
      stored.exercise_id, stored.position, stored.superset_group, stored.rest_seconds, stored.notes,
      stored.warmup_ramp, stored.progression
    ) is distinct from (
      sent.exercise_id, sent.position, sent.superset_group, sent.rest_seconds, sent.notes, sent.warmup_ramp,
      sent.progression
    );

  insert into public.routine_exercises (
    id, routine_id, exercise_id, position, superset_group, rest_seconds, notes, warmup_ramp, progression
  )
  select
    sent.id, v_id, sent.exercise_id, sent.position, sent.superset_group, sent.rest_seconds, sent.notes,
    sent.warmup_ramp, sent.progression
  from jsonb_populate_recordset(null::public.routine_exercises, v_exercises) as sent
  where sent.id not in (
    select stored.id from public.routine_exercises as stored where stored.routine_id = v_id
  );

  update public.routine_sets as stored
  set
    position = sent.position, set_type = sent.set_type, min_reps = sent.min_reps, max_reps = sent.max_reps,
    weight_kg = sent.weight_kg, load_percent = sent.load_percent, load_percent_of = sent.load_percent_of,
    duration_seconds = sent.duration_seconds, distance_meters = sent.distance_meters, rpe = sent.rpe, rir = sent.rir,
    rest_seconds = sent.rest_seconds
  from jsonb_array_elements(v_exercises) as exercise (node)
  cross join lateral jsonb_populate_recordset(null::public.routine_sets, exercise.node -> 'sets') as sent
  where stored.id = sent.id and stored.routine_id = v_id
    and (
      stored.position, stored.set_type, stored.min_reps, stored.max_reps, stored.weight_kg, stored.load_percent,
      stored.load_percent_of, stored.duration_seconds, stored.distance_meters, stored.rpe, stored.rir,
      stored.rest_seconds
    ) is distinct from (
      sent.position, sent.set_type, sent.min_reps, sent.max_reps, sent.weight_kg, sent.load_percent,
      sent.load_percent_of, sent.duration_seconds, sent.distance_meters, sent.rpe, sent.rir, sent.rest_seconds
    );

  insert into public.routine_sets (
    id, routine_exercise_id, position, set_type, min_reps, max_reps, weight_kg, load_percent, load_percent_of,
    duration_seconds, distance_meters, rpe, rir, rest_seconds
  )
  select
    sent.id, (exercise.node ->> 'id')::uuid, sent.position, sent.set_type, sent.min_reps, sent.max_reps,
    sent.weight_kg, sent.load_percent, sent.load_percent_of, sent.duration_seconds, sent.distance_meters, sent.rpe,
    sent.rir, sent.rest_seconds
  from jsonb_array_elements(v_exercises) as exercise (node)
  cross join lateral jsonb_populate_recordset(null::public.routine_sets, exercise.node -> 'sets') as sent
  where sent.id not in (
    select stored.id from public.routine_sets as stored where stored.routine_id = v_id
  );
end;
$$;

revoke execute on function private.write_routine(jsonb) from public;
grant execute on function private.write_routine(jsonb) to authenticated, service_role;

comment on function private.write_routine(jsonb) is
  'Makes the tables say what a routine from private.read_routine() says, with the rights of the caller: rows with '
  'known ids are changed in place, new ones added, those left out deleted.';
