create or replace function private.check_routine(p_routine jsonb)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_problem record;
begin
  perform private.check_document('routine', p_routine, private.routine_field_rules());

  with sent_exercises as (
    select
      format('exercises[%s]', element.ordinal - 1) as path,
      element.node,
      (element.node ->> 'id')::uuid as id,
      exercises.kind,
      count(*) over (partition by (element.node ->> 'id')::uuid order by element.ordinal) as occurrence
    from jsonb_path_query(p_routine, '$.exercises[*] ? (@.type() == "object")')
      with ordinality as element (node, ordinal)
    left join public.exercises
      on exercises.id = (element.node ->> 'exercise_id')::uuid
      and (exercises.user_id is null or exercises.user_id = v_user_id)
  ),
  sent_sets as (
    select
      format('%s.sets[%s]', sent_exercises.path, element.ordinal - 1) as path,
      sent_exercises.id as routine_exercise_id,
      sent_exercises.kind,
      aims.*,
      count(*) over (
        partition by aims.id order by sent_exercises.path, element.ordinal
        rows between unbounded preceding and current row
      ) as occurrence
    from sent_exercises
    cross join lateral jsonb_path_query(sent_exercises.node, '$.sets[*] ? (@.type() == "object")')
      with ordinality as element (node, ordinal)
    cross join lateral jsonb_to_record(element.node) as aims (
      id uuid, min_reps numeric, max_reps numeric, weight_kg numeric, load_percent numeric, load_percent_of text,
      duration_seconds numeric, distance_meters numeric
    )
  ),
  problems (path, code, message, text) as (
    select sent_exercises.path || '.exercise_id', 'PT409', 'id_unusable', null
    from sent_exercises
    where sent_exercises.kind is null

    union all

    select sent_exercises.path || '.id', 'PT409', 'id_unusable', null
    from sent_exercises
    where sent_exercises.occurrence > 1

    union all

    select sent_sets.path || '.id', 'PT409', 'id_unusable', null
    from sent_sets
    where sent_sets.occurrence > 1

    union all

    select sent_sets.path || '.id', 'PT409', 'column_immutable', 'is a set of another exercise of this routine'
    from sent_sets
    join public.routine_sets on routine_sets.id = sent_sets.id
    where routine_sets.user_id = v_user_id
      and routine_sets.routine_id = (p_routine ->> 'id')::uuid
      and routine_sets.routine_exercise_id <> sent_sets.routine_exercise_id

    union all

    select
      concat_ws('.', sent_sets.path, aim.field), 'PT422', 'field_not_allowed',
      format('sets of a %s exercise have no %s', sent_sets.kind, aim.field)
    from sent_sets
    cross join lateral (values
      ('min_reps', 'reps', sent_sets.min_reps is not null),
      ('max_reps', 'reps', sent_sets.max_reps is not null),
      ('weight_kg', 'weight_kg', sent_sets.weight_kg is not null),
      ('load_percent', 'weight_kg', sent_sets.load_percent is not null),
      ('duration_seconds', 'duration_seconds', sent_sets.duration_seconds is not null),
      ('distance_meters', 'distance_meters', sent_sets.distance_meters is not null)
    ) as aim (field, measure, is_given)
    where aim.is_given and not private.kind_allows(sent_sets.kind, aim.measure)

    union all

    select concat_ws('.', sent_sets.path, broken.field), 'PT422', broken.message, broken.text
    from sent_sets
    cross join lateral (values
      ('min_reps', 'missing_field', 'is missing, where max_reps is given',
        sent_sets.max_reps is not null and sent_sets.min_reps is null),
      ('max_reps', 'invalid_field', 'is less than min_reps', sent_sets.max_reps < sent_sets.min_reps),
      ('load_percent', 'invalid_field', 'is a second load beside weight_kg',
        num_nonnulls(sent_sets.weight_kg, sent_sets.load_percent) = 2),
      ('load_percent', 'missing_field', 'is missing, where load_percent_of is given',
        sent_sets.load_percent is null and sent_sets.load_percent_of is not null),
      ('load_percent_of', 'missing_field', 'is missing, where load_percent is given',
        sent_sets.load_percent is not null and sent_sets.load_percent_of is null)
    ) as broken (field, message, text, is_so)
    where broken.is_so

    union all

    select
      concat_ws('.', sent_exercises.path, 'progression', problem.path), 'PT422', problem.message, problem.text
    from sent_exercises
    cross join lateral private.progression_problem(sent_exercises.node -> 'progression', sent_exercises.kind) as problem
    where coalesce(sent_exercises.node -> 'progression', 'null') <> 'null' and problem.message is not null
  )
  select problems.path, problems.code, problems.message, problems.text
  into v_problem
  from problems
  order by problems.path
  limit 1;

  if v_problem.message = 'id_unusable' then
    perform private.raise_id_unusable(v_problem.path);
  elsif v_problem.message is not null then
    perform private.raise_problem(
      v_problem.code, v_problem.message, v_problem.path, v_problem.text,
      'Correct the field and send the routine again; nothing was stored.'
    );
  end if;
end;
$$;

revoke execute on function private.check_routine(jsonb) from public;
grant execute on function private.check_routine(jsonb) to authenticated, service_role;

comment on function private.check_routine(jsonb) is
  'Refuses a routine that save_routine() cannot take, and names the field. Errors: 409 id_unusable, column_immutable; '
  '422 invalid_field, missing_field, unknown_field, field_not_allowed.';
