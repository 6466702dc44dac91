create or replace function private.exercise_document(p_exercise_id uuid)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select jsonb_build_object(
      'id', exercises.id,
      'version', exercises.version,
      'name', exercises.name,
      'kind', exercises.kind,
      'category', exercises.category,
      'mechanic', exercises.mechanic,
      'force', exercises.force,
      'level', exercises.level,
      'is_unilateral', exercises.is_unilateral,
      'body_weight_share', exercises.body_weight_share,
      'variation_group', exercises.variation_group,
      'instructions', exercises.instructions,
      'cues', exercises.cues,
      'muscles', coalesce(
        (
          select jsonb_agg(
            jsonb_build_object(
              'muscle_id', exercise_muscles.muscle_id, 'role', exercise_muscles.role, 'weight', exercise_muscles.weight
            )
            order by exercise_muscles.role, exercise_muscles.muscle_id collate "C"
          )
          from public.exercise_muscles
          where exercise_muscles.exercise_id = exercises.id
        ),
        '[]'
      ),
      'equipment', coalesce(
        (
          select jsonb_agg(exercise_equipment.equipment_id order by exercise_equipment.equipment_id collate "C")
          from public.exercise_equipment
          where exercise_equipment.exercise_id = exercises.id
        ),
        '[]'
      ),
      'aliases', coalesce(
        (
          select jsonb_agg(distinct exercise_aliases.alias collate "C")
          from public.exercise_aliases
          where exercise_aliases.exercise_id = exercises.id
        ),
        '[]'
      )
    )
    from public.exercises
    where exercises.id = p_exercise_id
  );
end;
$$;

revoke execute on function private.exercise_document(uuid) from public;
grant execute on function private.exercise_document(uuid) to authenticated, service_role;

comment on function private.exercise_document(uuid) is
  'An exercise as save_exercise() takes it, lists in one order; null where the caller sees none.';
