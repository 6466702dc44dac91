create or replace function private.create_routines_from_document(p_document jsonb, p_id uuid)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_exercise_ids jsonb;
  v_new_keys text[];
  v_routine jsonb;
begin
  -- An exercise that the caller has already, by name and kind, is not made again.
  select coalesce(
    jsonb_object_agg(sent.node ->> 'key', coalesce(own.id, private.derived_id(p_id, sent.node ->> 'key'))), '{}'
  )
  into v_exercise_ids
  from jsonb_array_elements(p_document -> 'exercises') as sent (node)
  left join lateral (
    select exercises.id
    from public.exercises
    where exercises.user_id = v_user_id
      and exercises.archived_at is null
      and exercises.kind = sent.node ->> 'kind'
      and private.fold_text(exercises.name) = private.fold_text(sent.node ->> 'name')
    order by exercises.created_at, exercises.id
    limit 1
  ) as own on true;

  -- What an earlier copy under this id left behind is the caller's by now, edited or archived: it stays as it is.
  v_new_keys := array(
    select chosen.key
    from jsonb_each_text(v_exercise_ids) as chosen
    where chosen.value::uuid = private.derived_id(p_id, chosen.key)
      and not exists (select 1 from public.exercises where exercises.id = chosen.value::uuid)
  );

  insert into public.exercises (
    id, user_id, name, kind, category, mechanic, force, level, is_unilateral, body_weight_share, instructions, cues
  )
  select
    (v_exercise_ids ->> sent.key)::uuid, v_user_id, sent.name, sent.kind, sent.category, sent.mechanic, sent.force,
    sent.level, sent.is_unilateral, sent.body_weight_share, sent.instructions, sent.cues
  from jsonb_to_recordset(p_document -> 'exercises') as sent (
    key text, name text, kind text, category text, mechanic text, force text, level text, is_unilateral boolean,
    body_weight_share numeric, instructions text[], cues text[]
  )
  where sent.key = any(v_new_keys);

  insert into public.exercise_muscles (exercise_id, muscle_id, role, weight)
  select (v_exercise_ids ->> sent.key)::uuid, worked.muscle, worked.role, worked.weight
  from jsonb_to_recordset(p_document -> 'exercises') as sent (key text, muscles jsonb)
  cross join lateral jsonb_to_recordset(sent.muscles) as worked (muscle text, role text, weight numeric)
  where sent.key = any(v_new_keys);

  insert into public.exercise_equipment (exercise_id, equipment_id)
  select (v_exercise_ids ->> sent.key)::uuid, needed.equipment_id
  from jsonb_to_recordset(p_document -> 'exercises') as sent (key text, equipment jsonb)
  cross join lateral jsonb_array_elements_text(sent.equipment) as needed (equipment_id)
  where sent.key = any(v_new_keys);

  -- The same routines with ids in place of keys, as private.write_routine() takes them.
  for v_routine in
    select jsonb_build_object(
      'id', case p_document ->> 'type' when 'routine' then p_id else private.derived_id(p_id, routine.key) end,
      'name', routine.name,
      'notes', routine.notes,
      'position', 1,
      'visibility', 'private',
      'exercises', coalesce((
        select jsonb_agg(
          exercise.node - 'exercise' || jsonb_build_object(
            'id', private.derived_id(p_id, concat_ws(' ', routine.key, exercise.ordinal)),
            'exercise_id', coalesce(v_exercise_ids ->> (exercise.node ->> 'exercise'), exercise.node ->> 'exercise'),
            'sets', coalesce((
              select jsonb_agg(
                jsonb_build_object('set_type', 'normal') || aim.node || jsonb_build_object(
                  'id', private.derived_id(p_id, concat_ws(' ', routine.key, exercise.ordinal, aim.ordinal))
                )
              )
              from jsonb_array_elements(exercise.node -> 'sets') with ordinality as aim (node, ordinal)
            ), '[]')
          )
        )
        from jsonb_array_elements(routine.exercises) with ordinality as exercise (node, ordinal)
      ), '[]')
    )
    from jsonb_to_recordset(p_document -> 'routines') as routine (key text, name text, notes text, exercises jsonb)
  loop
    if not exists (select 1 from public.routines where routines.id = (v_routine ->> 'id')::uuid) then
      perform private.write_routine(v_routine);
    end if;
  end loop;
end;
$$;

revoke execute on function private.create_routines_from_document(jsonb, uuid) from public;

comment on function private.create_routines_from_document(jsonb, uuid) is
  'Makes the routines of a document from private.shared_routines(), and the exercises that travel in it, the caller''s '
  'own. Their ids follow from p_id, which is that of the copy; what is there already stays as it is. The document is '
  'trusted: it comes from this database.';
