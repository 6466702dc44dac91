create or replace function public.save_exercise(p_exercise jsonb)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_version integer;
  v_stored_version integer;
  v_exercise jsonb;
  v_id uuid;
begin
  perform private.lock_user_data(v_user_id);
  perform private.check_exercise(p_exercise);
  v_version := (p_exercise ->> 'version')::numeric::integer;
  v_exercise := private.normalized_exercise(p_exercise);
  v_id := (v_exercise ->> 'id')::uuid;

  select exercises.version
  into v_stored_version
  from public.exercises
  where exercises.id = v_id and exercises.user_id = v_user_id;

  if v_stored_version is null then
    -- A version says that there was one. Ids of version 5 are kept for the global catalogue.
    if v_version is not null or uuid_extract_version(v_id) = 5 then
      perform private.raise_id_unusable('id');
    end if;
    insert into public.exercises (
      id, name, kind, category, mechanic, force, level, is_unilateral, body_weight_share, variation_group, instructions,
      cues
    )
    select
      sent.id, sent.name, sent.kind, sent.category, sent.mechanic, sent.force, sent.level, sent.is_unilateral,
      sent.body_weight_share, sent.variation_group, sent.instructions, sent.cues
    from jsonb_populate_record(null::public.exercises, v_exercise) as sent;
  else
    if v_exercise = private.exercise_document(v_id) - 'version' then
      return jsonb_build_object('exercise', private.exercise_document(v_id));
    end if;
    if v_version is distinct from v_stored_version then
      perform private.raise_stale_version(v_stored_version);
    end if;
    update public.exercises as stored
    set
      name = sent.name, kind = sent.kind, category = sent.category, mechanic = sent.mechanic, force = sent.force,
      level = sent.level, is_unilateral = sent.is_unilateral, body_weight_share = sent.body_weight_share,
      variation_group = sent.variation_group, instructions = sent.instructions, cues = sent.cues
    from jsonb_populate_record(null::public.exercises, v_exercise) as sent
    where stored.id = v_id
      and (
        stored.name, stored.kind, stored.category, stored.mechanic, stored.force, stored.level, stored.is_unilateral,
        stored.body_weight_share, stored.variation_group, stored.instructions, stored.cues
      ) is distinct from (
        sent.name, sent.kind, sent.category, sent.mechanic, sent.force, sent.level, sent.is_unilateral,
        sent.body_weight_share, sent.variation_group, sent.instructions, sent.cues
      );
  end if;

  delete from public.exercise_muscles as stored
  where stored.exercise_id = v_id
    and not exists (
      select 1
      from jsonb_array_elements(v_exercise -> 'muscles') as sent
      where sent ->> 'muscle_id' = stored.muscle_id
    );
  insert into public.exercise_muscles as stored (exercise_id, muscle_id, role, weight)
  select v_id, sent.muscle_id, sent.role, sent.weight
  from jsonb_to_recordset(v_exercise -> 'muscles') as sent (muscle_id text, role text, weight numeric)
  on conflict (exercise_id, muscle_id) do update
    set role = excluded.role, weight = excluded.weight
    where (stored.role, stored.weight) is distinct from (excluded.role, excluded.weight);

  delete from public.exercise_equipment as stored
  where stored.exercise_id = v_id and not v_exercise -> 'equipment' ? stored.equipment_id;
  insert into public.exercise_equipment (exercise_id, equipment_id)
  select v_id, sent
  from jsonb_array_elements_text(v_exercise -> 'equipment') as sent
  on conflict do nothing;

  delete from public.exercise_aliases as stored
  where stored.exercise_id = v_id and not v_exercise -> 'aliases' ? stored.alias;
  insert into public.exercise_aliases (exercise_id, alias)
  select v_id, sent
  from jsonb_array_elements_text(v_exercise -> 'aliases') as sent
  where not exists (
    select 1
    from public.exercise_aliases as stored
    where stored.exercise_id = v_id and stored.alias = sent
  );

  return jsonb_build_object('exercise', private.exercise_document(v_id));
exception
  when unique_violation then
    -- The id is an exercise of somebody else, or of the catalogue.
    perform private.raise_id_unusable('id');
end;
$$;

revoke execute on function public.save_exercise(jsonb) from public;
grant execute on function public.save_exercise(jsonb) to authenticated, service_role;

comment on function public.save_exercise(jsonb) is
  'Creates or replaces one of the caller''s own exercises in one transaction: {id, version, name, kind, category, '
  'mechanic, force, level, is_unilateral, body_weight_share, variation_group, instructions: [text], cues: [text], '
  'muscles: [{muscle_id, role, weight}], equipment: [id], aliases: [text]}. Answers {exercise: the same, as stored}. '
  'version is null for a new one, else the one that was read: a stale one changes nothing. What is stored already '
  'answers what is stored, so that a retry is safe. weight is 1 for a primary and 0.5 for a secondary muscle where it '
  'is left out. Errors: 409 id_unusable, kind_in_use, quota_exceeded, stale_version; 422 invalid_field, missing_field, '
  'unknown_field.';
