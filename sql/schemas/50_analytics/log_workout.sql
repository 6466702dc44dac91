create or replace function public.log_workout(p_workout jsonb)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
set plan_cache_mode = 'force_generic_plan'
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_id uuid;
  v_revision integer;
  v_stored public.workouts;
  v_exercises jsonb;
  v_constraint text;
begin
  -- Generic plans, here and in all that this calls: arrays of another length each time would be planned for anew, which
  -- took a quarter of the time.
  perform private.lock_user_data(v_user_id);
  perform private.check_workout(p_workout);
  v_id := (p_workout ->> 'id')::uuid;
  v_revision := coalesce((p_workout ->> 'revision')::numeric::integer, 1);

  v_exercises := case jsonb_typeof(p_workout -> 'exercises') when 'array' then p_workout -> 'exercises' else '[]' end;

  select workouts.* into v_stored from public.workouts where workouts.id = v_id and workouts.user_id = v_user_id;
  if v_revision <= v_stored.revision then
    return jsonb_build_object('workout', private.workout_summary(v_id), 'records', private.workout_records(v_id));
  end if;

  if v_stored.id is null then
    if private.is_deleted('workouts', v_id) then
      perform private.raise_problem(
        'PT409', 'deleted', 'id', 'This workout was deleted.', 'Drop it here too, or log it under a new id.'
      );
    end if;

    insert into public.workouts (
      id, revision, name, notes, started_at, ended_at, time_zone, visibility, session_rpe, routine_id, enrollment_id,
      source, external_id
    )
    select
      v_id, v_revision, sent.name, sent.notes, sent.started_at, sent.ended_at, sent.time_zone,
      coalesce(sent.visibility, profile_settings.default_workout_visibility, 'private'), sent.session_rpe,
      sent.routine_id, sent.enrollment_id, sent.source, sent.external_id
    from jsonb_to_record(p_workout) as sent (
      name text, notes text, started_at timestamptz, ended_at timestamptz, time_zone text, visibility text,
      session_rpe numeric, routine_id uuid, enrollment_id uuid, source text, external_id text
    )
    left join public.profile_settings on profile_settings.user_id = v_user_id;
  else
    -- Who sees the workout, and where it came from, changes only where that is said.
    update public.workouts
    set
      revision = v_revision, name = sent.name, notes = sent.notes, started_at = sent.started_at,
      ended_at = sent.ended_at, time_zone = sent.time_zone, session_rpe = sent.session_rpe,
      visibility = coalesce(sent.visibility, v_stored.visibility), routine_id = sent.routine_id,
      enrollment_id = sent.enrollment_id, source = coalesce(sent.source, v_stored.source),
      external_id = coalesce(sent.external_id, v_stored.external_id)
    from jsonb_to_record(p_workout) as sent (
      name text, notes text, started_at timestamptz, ended_at timestamptz, time_zone text, visibility text,
      session_rpe numeric, routine_id uuid, enrollment_id uuid, source text, external_id text
    )
    where workouts.id = v_id;
  end if;

  -- Most workouts are new, and have no vitals: nothing is looked for that cannot be there.
  if v_stored.id is null then
    perform private.add_workout_rows(v_id, v_exercises);
  else
    perform private.store_workout_exercises(v_id, v_exercises);
  end if;
  if v_stored.id is not null or p_workout ?| array['energy_kcal', 'average_heart_rate', 'max_heart_rate'] then
    perform private.store_workout_vitals(v_id, p_workout);
  end if;
  if v_stored.id is not null or jsonb_path_exists(
    v_exercises,
    '$[*].sets[*] ? (exists(@.energy_kcal) || exists(@.average_heart_rate) || exists(@.max_heart_rate))'
  ) then
    perform private.store_set_vitals(v_id, v_exercises);
  end if;

  return jsonb_build_object('workout', private.workout_summary(v_id), 'records', private.workout_records(v_id));
exception
  when unique_violation then
    get stacked diagnostics v_constraint = constraint_name;
    -- An id of the payload belongs to another workout, exercise or set, perhaps somebody else's: always the same
    -- answer.
    if v_constraint in (
      'workouts_pkey', 'workouts_user_id_source_external_id_key', 'workout_exercises_pkey', 'workout_sets_pkey'
    ) then
      perform private.raise_id_unusable(case v_constraint
        when 'workouts_pkey' then 'id'
        when 'workouts_user_id_source_external_id_key' then 'external_id'
        when 'workout_exercises_pkey' then 'exercises[].id'
        else 'exercises[].sets[].id'
      end);
    end if;
    raise;
end;
$$;

revoke execute on function public.log_workout(jsonb) from public;
grant execute on function public.log_workout(jsonb) to authenticated, service_role;

comment on function public.log_workout(jsonb) is
  'Stores a whole workout in one transaction: {id, revision, name, notes, started_at, ended_at, time_zone, '
  'session_rpe, visibility, routine_id, enrollment_id, energy_kcal, average_heart_rate, max_heart_rate, source, '
  'external_id, exercises: [{id, exercise_id, routine_exercise_id, position, superset_group, notes, sets: [{id, '
  'position, set_type, reps, weight_kg, duration_seconds, distance_meters, rpe, rir, side, rest_seconds, tempo, '
  'incline_percent, steps, energy_kcal, average_heart_rate, max_heart_rate, notes, target, completed_at}]}]}. Answers '
  '{workout: {id, revision, name, started_at, ended_at, local_date, exercises, sets, volume_kg}, records: [{'
  'exercise_id, kind, value, unit, reps, previous_value, is_baseline}]}: the rows that it has in the view records, '
  'none while it is live. Ids are the client''s: the same call again changes nothing and answers the same, a higher '
  'revision replaces the workout, one that is not higher changes nothing. Errors: 403 consent_required (heart rate and energy are health data); 409 '
  'id_unusable (also an external_id that another workout from that source has), deleted, quota_exceeded; 422 '
  'invalid_field, missing_field, unknown_field, field_not_allowed.';
