create or replace function private.check_gym(p_gym jsonb)
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
  perform private.check_document('gym', p_gym, private.gym_field_rules());

  with items as (
    select
      format('equipment[%s]', element.ordinal - 1) as path,
      row_number() over (partition by item.id order by element.ordinal) as occurrence,
      item.*
    from jsonb_path_query(p_gym, '$.equipment[*] ? (@.type() == "object")')
      with ordinality as element (node, ordinal)
    cross join lateral jsonb_to_record(element.node) as item (
      id uuid, type text, equipment_id text, exercise_id uuid, weight_kg numeric, quantity numeric, step_kg numeric,
      max_weight_kg numeric
    )
  )
  select concat_ws('.', items.path, broken.field) as path, broken.message, broken.text
  into v_problem
  from items
  cross join lateral (values
    ('id', 'id_unusable', null, items.occurrence > 1),
    ('exercise_id', 'id_unusable', null, items.exercise_id is not null and not exists (
      select
      from public.exercises
      where exercises.id = items.exercise_id and (exercises.user_id is null or exercises.user_id = v_user_id)
    )),
    ('equipment_id', 'invalid_field', 'must be the id of equipment in the catalogue, such as barbell',
      items.equipment_id is not null and not exists (
        select from public.equipment where equipment.id = items.equipment_id
      )),
    ('equipment_id', 'missing_field', 'is missing, and exercise_id too: what it serves is not known',
      items.type <> 'plate' and num_nonnulls(items.equipment_id, items.exercise_id) = 0),
    ('equipment_id', 'field_not_allowed', 'plates fit every bar',
      items.type = 'plate' and items.equipment_id is not null),
    ('exercise_id', 'field_not_allowed', 'plates fit every bar',
      items.type = 'plate' and items.exercise_id is not null),
    ('quantity', 'missing_field', 'is missing, which plates need', items.type = 'plate' and items.quantity is null),
    ('weight_kg', 'invalid_field', 'must be 0.01 at least of a plate', items.type = 'plate' and items.weight_kg < 0.01),
    ('step_kg', 'missing_field', 'is missing, which stacks need', items.type = 'stack' and items.step_kg is null),
    ('max_weight_kg', 'missing_field', 'is missing, which stacks need',
      items.type = 'stack' and items.max_weight_kg is null),
    ('step_kg', 'field_not_allowed', 'stacks alone have steps', items.type <> 'stack' and items.step_kg is not null),
    ('max_weight_kg', 'field_not_allowed', 'stacks alone have steps',
      items.type <> 'stack' and items.max_weight_kg is not null),
    ('max_weight_kg', 'invalid_field', 'is less than weight_kg, the lightest setting',
      items.max_weight_kg < items.weight_kg),
    ('step_kg', 'invalid_field', 'makes more than 500 settings',
      items.max_weight_kg - items.weight_kg > 500 * items.step_kg)
  ) as broken (field, message, text, is_so)
  where broken.is_so
  order by concat_ws('.', items.path, broken.field)
  limit 1;

  if v_problem.message = 'id_unusable' then
    perform private.raise_id_unusable(v_problem.path);
  elsif v_problem.message is not null then
    perform private.raise_problem(
      'PT422', v_problem.message, v_problem.path, v_problem.text,
      'Correct the field and send the gym again; nothing was stored.'
    );
  end if;
end;
$$;

revoke execute on function private.check_gym(jsonb) from public;
grant execute on function private.check_gym(jsonb) to authenticated, service_role;

comment on function private.check_gym(jsonb) is
  'Refuses a gym that save_gym() cannot take, and names the field. Errors: 409 id_unusable; 422 invalid_field, '
  'missing_field, unknown_field, field_not_allowed.';
