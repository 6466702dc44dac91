create or replace function private.normalized_exercise(p_exercise jsonb)
returns jsonb
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return (
    -- What is left out gets its default, and lists their order, so that equal exercises are equal documents.
    select jsonb_build_object(
      'id', sent.id,
      'name', sent.name,
      'kind', sent.kind,
      'category', sent.category,
      'mechanic', sent.mechanic,
      'force', sent.force,
      'level', sent.level,
      'is_unilateral', coalesce(sent.is_unilateral, false),
      'body_weight_share', coalesce(sent.body_weight_share, 0),
      'variation_group', sent.variation_group,
      'instructions', coalesce(sent.instructions, '{}'),
      'cues', coalesce(sent.cues, '{}'),
      'muscles', coalesce(
        (
          select jsonb_agg(
            jsonb_build_object(
              'muscle_id', muscle.muscle_id,
              'role', muscle.role,
              'weight', coalesce(muscle.weight, case muscle.role when 'primary' then 1 else 0.5 end)
            )
            order by muscle.role, muscle.muscle_id collate "C"
          )
          from jsonb_path_query(p_exercise, '$.muscles[*] ? (@ != null)') as node
          cross join lateral jsonb_to_record(node) as muscle (muscle_id text, role text, weight numeric)
        ),
        '[]'
      ),
      'equipment', coalesce((select jsonb_agg(id order by id collate "C") from unnest(sent.equipment) as id), '[]'),
      'aliases', coalesce((select jsonb_agg(alias order by alias collate "C") from unnest(sent.aliases) as alias), '[]')
    )
    from jsonb_to_record(p_exercise) as sent (
      id uuid, name text, kind text, category text, mechanic text, force text, level text, is_unilateral boolean,
      body_weight_share numeric, variation_group text, instructions text[], cues text[], equipment text[], aliases text[]
    )
  );
end;
$$;

revoke execute on function private.normalized_exercise(jsonb) from public;
grant execute on function private.normalized_exercise(jsonb) to authenticated, service_role;

comment on function private.normalized_exercise(jsonb) is
  'An exercise that private.check_exercise() let pass, without its version, as private.exercise_document() would '
  'answer it.';
