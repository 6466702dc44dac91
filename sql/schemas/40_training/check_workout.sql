create or replace function private.check_workout(p_workout jsonb)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_message text;
  v_path text;
  v_text text;
begin
  with exercise_nodes as (
    select format('exercises[%s]', ordinal - 1) as path, node
    from jsonb_array_elements(
      case jsonb_typeof(p_workout -> 'exercises') when 'array' then p_workout -> 'exercises' else '[]' end
    ) with ordinality as exercise (node, ordinal)
  ),
  set_nodes as (
    select
      format('%s.sets[%s]', exercise_nodes.path, ordinal - 1) as path,
      performed.node,
      exercise_nodes.node as exercise
    from exercise_nodes
    cross join lateral jsonb_array_elements(
      case jsonb_typeof(exercise_nodes.node -> 'sets') when 'array' then exercise_nodes.node -> 'sets' else '[]' end
    ) with ordinality as performed (node, ordinal)
  ),
  nodes as (
    select 'workout' as level, null as path, p_workout as node
    union all
    select 'exercise', path, node from exercise_nodes
    union all
    select 'set', path, node from set_nodes
  ),
  fields as (
    select nodes.level, nodes.path, pair.key as field, pair.value
    from nodes
    cross join lateral jsonb_each(case jsonb_typeof(nodes.node) when 'object' then nodes.node else '{}' end) as pair
  ),
  problems as (
    select 'invalid_field' as message, nodes.path, 'must be an object' as text
    from nodes
    where jsonb_typeof(nodes.node) is distinct from 'object'

    union all
    select 'missing_field', concat_ws('.', nodes.path, rules.field), 'is missing'
    from nodes
    join private.workout_field_rules() as rules on rules.level = nodes.level and rules.is_required
    where jsonb_typeof(nodes.node) = 'object' and coalesce(nodes.node -> rules.field, 'null') = 'null'

    union all
    select 'unknown_field', concat_ws('.', fields.path, fields.field), 'is not a field of a ' || fields.level
    from fields
    where not exists (
      select 1
      from private.workout_field_rules() as rules
      where rules.level = fields.level and rules.field = fields.field
    )

    union all
    select 'invalid_field', concat_ws('.', fields.path, fields.field), judged.problem
    from fields
    join private.workout_field_rules() as rules on rules.level = fields.level and rules.field = fields.field
    cross join lateral private.field_problem(
      fields.value, rules.type, rules.minimum, rules.maximum, rules.step, rules.choices
    ) as judged (problem)
    where fields.value <> 'null' and judged.problem is not null

    union all
    select
      'field_not_allowed', format('%s.%s', set_nodes.path, measure.field),
      format('sets of a %s exercise have no %s', exercises.kind, measure.field)
    from set_nodes
    cross join unnest(array['reps', 'weight_kg', 'duration_seconds', 'distance_meters']) as measure (field)
    join public.exercises
      on pg_input_is_valid(set_nodes.exercise ->> 'exercise_id', 'uuid')
      and exercises.id = (set_nodes.exercise ->> 'exercise_id')::uuid
    where coalesce(set_nodes.node -> measure.field, 'null') <> 'null'
      and not private.kind_allows(exercises.kind, measure.field)

    union all
    select 'invalid_field', 'ended_at', 'is before started_at'
    where pg_input_is_valid(p_workout ->> 'started_at', 'timestamptz')
      and pg_input_is_valid(p_workout ->> 'ended_at', 'timestamptz')
      and (p_workout ->> 'ended_at')::timestamptz < (p_workout ->> 'started_at')::timestamptz
  )
  select problems.message, problems.path, problems.text
  into v_message, v_path, v_text
  from problems
  order by problems.path nulls first
  limit 1;

  if found then
    perform private.raise_problem(
      'PT422', v_message, coalesce(v_path, 'workout'), v_text,
      'Correct the field and send the workout again; nothing was stored.'
    );
  end if;
end;
$$;

revoke execute on function private.check_workout(jsonb) from public;
grant execute on function private.check_workout(jsonb) to authenticated, service_role;

comment on function private.check_workout(jsonb) is
  'Refuses a workout that log_workout() cannot take, and names the field. Errors: 422 invalid_field, missing_field, '
  'unknown_field, field_not_allowed.';
