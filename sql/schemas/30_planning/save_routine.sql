create or replace function public.save_routine(p_routine jsonb)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_id uuid;
  v_version integer;
  v_stored public.routines;
  v_sent jsonb;
  v_document jsonb;
  v_constraint text;
begin
  perform private.lock_user_data(v_user_id);
  perform private.check_routine(p_routine);
  v_id := (p_routine ->> 'id')::uuid;
  v_version := (p_routine ->> 'version')::numeric::integer;

  select routines.* into v_stored from public.routines where routines.id = v_id and routines.user_id = v_user_id;
  select private.read_routine(
    p_routine,
    coalesce(v_stored.position, 1),
    coalesce(v_stored.visibility, max(profile_settings.default_routine_visibility), 'private')
  )
  into v_sent
  from public.profile_settings
  where profile_settings.user_id = v_user_id;

  -- A retry after a lost answer comes with the version before its own: what is stored already is no conflict.
  v_document := case when v_stored.id is not null then private.routine_document(v_id) end;
  if v_sent = v_document - 'version' then
    return jsonb_build_object('routine', v_document);
  end if;
  if v_stored.id is null and v_version is not null then
    perform private.raise_id_unusable('id');
  elsif v_stored.version is distinct from v_version then
    perform private.raise_stale_version(v_stored.version);
  end if;

  perform private.write_routine(v_sent);
  return jsonb_build_object('routine', private.routine_document(v_id));
exception
  when unique_violation then
    get stacked diagnostics v_constraint = constraint_name;
    -- An id of the payload belongs to another routine, perhaps somebody else's: always the same answer.
    if v_constraint in ('routines_pkey', 'routine_exercises_pkey', 'routine_sets_pkey') then
      perform private.raise_id_unusable(case v_constraint
        when 'routines_pkey' then 'id'
        when 'routine_exercises_pkey' then 'exercises[].id'
        else 'exercises[].sets[].id'
      end);
    end if;
    raise;
end;
$$;

revoke execute on function public.save_routine(jsonb) from public;
grant execute on function public.save_routine(jsonb) to authenticated;

comment on function public.save_routine(jsonb) is
  'Stores a whole routine in one transaction: {id, version, folder_id, name, notes, position, visibility, exercises: '
  '[{id, exercise_id, position, superset_group, rest_seconds, notes, warmup_ramp: [{percent, reps, rest_seconds}], '
  'progression, sets: [{id, position, set_type, min_reps, max_reps, weight_kg, load_percent, load_percent_of, '
  'duration_seconds, distance_meters, rpe, rir, rest_seconds}]}]}. Answers {routine: <the same as stored>}. Ids are '
  'the client''s and stay: rows with known ids are changed in place, those left out are deleted. version is null for a '
  'new routine, else the one that was edited; when another is stored, nothing changes and 409 stale_version names it, '
  'unless what is stored is what was sent. Errors: 409 stale_version, id_unusable, column_immutable, quota_exceeded; '
  '422 invalid_field, missing_field, unknown_field, field_not_allowed.';
