begin;
select plan(14);

select tests.create_user('ada');

create function tests.gym(p_changes jsonb default '{}')
returns jsonb
language sql
as $$
  select jsonb_build_object(
    'id', tests.id(1), 'name', 'Home', 'equipment', jsonb_build_array(
      jsonb_build_object('id', tests.id(11), 'type', 'bar', 'equipment_id', 'barbell', 'weight_kg', 20),
      jsonb_build_object('id', tests.id(12), 'type', 'plate', 'weight_kg', 20, 'quantity', 4),
      jsonb_build_object(
        'id', tests.id(13), 'type', 'stack', 'equipment_id', 'cable', 'name', 'Left', 'weight_kg', 4.535924,
        'step_kg', 4.535924, 'max_weight_kg', 90.71848, 'unit_system', 'imperial', 'position', 9
      )
    )
  ) || p_changes;
$$;

create function tests.save(p_gym jsonb)
returns text
language sql
as $$
  select tests.answer('ada', format('select public.save_gym(%L) -> ''gym''', p_gym));
$$;

-- Key and path of the refusal of a gym.
create function tests.refusal(p_gym jsonb)
returns text
language plpgsql
as $$
declare
  v_detail text;
begin
  perform tests.become('ada');
  begin
    perform public.save_gym(p_gym);
  exception
    when others then
      get stacked diagnostics v_detail = pg_exception_detail;
      perform tests.act_as('postgres');
      return case
        when sqlstate like 'PT%' then format('%s %s', sqlerrm, v_detail::jsonb ->> 'path')
        else format('%s %s', sqlstate, sqlerrm)
      end;
  end;
  perform tests.act_as('postgres');
  return 'stored';
end;
$$;

-- What a new gym becomes
select is(
  tests.save(tests.gym())::jsonb,
  jsonb_build_object(
    'id', tests.id(1), 'version', 1, 'name', 'Home', 'is_default', true, 'equipment', jsonb_build_array(
      '{"exercise_id": null, "name": null, "step_kg": null, "max_weight_kg": null, "unit_system": "metric"}'
        || jsonb_build_object(
          'id', tests.id(11), 'type', 'bar', 'equipment_id', 'barbell', 'position', 1, 'weight_kg', 20, 'quantity', null
        ),
      '{"exercise_id": null, "name": null, "step_kg": null, "max_weight_kg": null, "unit_system": "metric"}'
        || jsonb_build_object(
          'id', tests.id(12), 'type', 'plate', 'equipment_id', null, 'position', 2, 'weight_kg', 20, 'quantity', 4
        ),
      '{"exercise_id": null, "name": "Left", "quantity": null, "unit_system": "imperial"}' || jsonb_build_object(
        'id', tests.id(13), 'type', 'stack', 'equipment_id', 'cable', 'position', 9, 'weight_kg', 4.535924,
        'step_kg', 4.535924, 'max_weight_kg', 90.71848
      )
    )
  ),
  'GYM-SAVE-01: a new gym has version 1, the first is the default, and the list gives its order'
);
select is(
  private.read_gym(private.gym_document(tests.id(1)), false), private.gym_document(tests.id(1)) - 'version',
  'GYM-SAVE-02: a gym that is read is in the form that is saved'
);

-- Retries and versions. Triggers of one transaction would all say now().
set local session_replication_role = replica;
update public.gyms set updated_at = '2026-01-01Z' where true;
update public.gym_equipment set updated_at = '2026-01-01Z' where true;
set local session_replication_role = origin;
create temporary table first_save as select private.gym_document(tests.id(1)) as gym;
select is(
  tests.save(replace(tests.gym('{"is_default": false}')::text, '"quantity": 4', '"quantity": 4.0')::jsonb)::jsonb,
  (select gym from first_save), 'GYM-VER-01: the same save again answers the same'
);
select is_empty(
  $$
    select id from public.gyms where updated_at > '2026-01-01Z'
    union all select id from public.gym_equipment where updated_at > '2026-01-01Z'
  $$, 'GYM-VER-02: and writes nothing'
);
select results_eq(
  $$
    select changes, tests.refusal(tests.gym(changes))
    from unnest(array['{"name": "Work"}', '{"name": "Work", "version": 7}']::jsonb[]) as changes
  $$,
  $$
    values
      ('{"name": "Work"}'::jsonb, 'stale_version version'),
      ('{"name": "Work", "version": 7}', 'stale_version version')
  $$, 'GYM-VER-03: without the stored version nothing is replaced'
);
select is(private.gym_document(tests.id(1)), (select gym from first_save), 'GYM-VER-04: and all is as it was');
select is(
  tests.save((select gym from first_save) || jsonb_build_object('name', 'Work', 'equipment', jsonb_build_array(
    (select gym #> '{equipment,0}' from first_save),
    (select gym #> '{equipment,1}' from first_save) || '{"quantity": 6}',
    jsonb_build_object('id', tests.id(14), 'type', 'plate', 'weight_kg', 10, 'quantity', 2)
  )))::jsonb #- '{equipment,2}',
  (select gym #- '{equipment,2}' from first_save)
    || jsonb_build_object('name', 'Work', 'version', 2)
    || jsonb_build_object('equipment', jsonb_build_array(
      (select gym #> '{equipment,0}' from first_save),
      (select gym #> '{equipment,1}' from first_save) || '{"quantity": 6}'
    )),
  'GYM-VER-05: with it the gym is replaced, and the version raised'
);
select set_eq(
  $$ select id, updated_at > '2026-01-01Z' from public.gym_equipment $$,
  $$ values (tests.id(11), false), (tests.id(12), true), (tests.id(14), true) $$,
  'GYM-VER-06: rows stay, change, come and go by their ids'
);
select results_eq(
  $$
    select tests.attempt('ada', 'update public.gym_equipment set quantity = 8 where id = tests.id(12)'),
      private.gym_document(tests.id(1)) ->> 'version' <> '1', tests.refusal((select gym from first_save))
  $$,
  $$ values ('1', true, 'stale_version version') $$, 'GYM-VER-07: an edit through the table makes an older save stale'
);
select is(
  tests.refusal(tests.gym(jsonb_build_object('id', tests.id(9), 'version', 1))), 'id_unusable id',
  'GYM-VER-08: a gym that is gone is not replaced'
);

-- What is refused
select results_eq(
  $$
    select label, tests.refusal(tests.gym(jsonb_build_object('id', tests.id(2), 'equipment', jsonb_build_array(
      jsonb_build_object('id', tests.id(21), 'type', 'plate', 'weight_kg', 20, 'quantity', 4),
      jsonb_build_object('id', tests.id(22)) || item::jsonb
    ))))
    from (values
      ('type', '{"type": "ball", "weight_kg": 5}'), ('field', '{"type": "bar", "weight": 5}'),
      ('no weight', '{"type": "bar", "equipment_id": "barbell"}'),
      ('heavy', '{"type": "bar", "equipment_id": "barbell", "weight_kg": 1001}'),
      ('unknown equipment', '{"type": "bar", "equipment_id": "anvil", "weight_kg": 5}'),
      ('serves nothing', '{"type": "bar", "weight_kg": 5}'),
      ('plate of a bar', '{"type": "plate", "weight_kg": 5, "quantity": 2, "equipment_id": "barbell"}'),
      ('no quantity', '{"type": "plate", "weight_kg": 5}'),
      ('no plate', '{"type": "plate", "weight_kg": 0, "quantity": 2}'),
      ('no step', '{"type": "stack", "weight_kg": 5, "max_weight_kg": 50, "equipment_id": "cable"}'),
      ('no end', '{"type": "stack", "weight_kg": 5, "step_kg": 5, "equipment_id": "cable"}'),
      ('end first', '{"type": "stack", "weight_kg": 5, "step_kg": 5, "max_weight_kg": 4, "equipment_id": "cable"}'),
      ('countless', '{"type": "stack", "weight_kg": 0, "step_kg": 0.5, "max_weight_kg": 300, "equipment_id": "cable"}'),
      ('step of a bar', '{"type": "bar", "weight_kg": 5, "step_kg": 5, "equipment_id": "barbell"}'),
      ('half a plate', '{"type": "plate", "weight_kg": 5, "quantity": 1.5}'),
      ('system', '{"type": "plate", "weight_kg": 5, "quantity": 2, "unit_system": "stone"}')
    ) as items (label, item)
  $$,
  $$
    values
      ('type', 'invalid_field equipment[1].type'), ('field', 'unknown_field equipment[1].weight'),
      ('no weight', 'missing_field equipment[1].weight_kg'), ('heavy', 'invalid_field equipment[1].weight_kg'),
      ('unknown equipment', 'invalid_field equipment[1].equipment_id'),
      ('serves nothing', 'missing_field equipment[1].equipment_id'),
      ('plate of a bar', 'field_not_allowed equipment[1].equipment_id'),
      ('no quantity', 'missing_field equipment[1].quantity'), ('no plate', 'invalid_field equipment[1].weight_kg'),
      ('no step', 'missing_field equipment[1].step_kg'), ('no end', 'missing_field equipment[1].max_weight_kg'),
      ('end first', 'invalid_field equipment[1].max_weight_kg'), ('countless', 'invalid_field equipment[1].step_kg'),
      ('step of a bar', 'field_not_allowed equipment[1].step_kg'),
      ('half a plate', 'invalid_field equipment[1].quantity'),
      ('system', 'invalid_field equipment[1].unit_system')
  $$,
  'GYM-SAVE-03: what cannot be is refused by name'
);
select results_eq(
  $$
    select tests.refusal(gym)
    from (values
      (tests.gym() - 'name'), (tests.gym('{"colour": "red"}')), (tests.gym('{"is_default": "yes"}')),
      (tests.gym(jsonb_build_object('id', tests.id(2), 'equipment', jsonb_build_array(
        tests.gym() #> '{equipment,1}', tests.gym() #> '{equipment,1}'
      )))),
      (tests.gym(jsonb_build_object('id', tests.id(2)))),
      (jsonb_set(
        tests.gym(jsonb_build_object('id', tests.id(2))), '{equipment,0,exercise_id}', to_jsonb(tests.id(999))
      ))
    ) as gyms (gym)
  $$,
  $$
    values
      ('missing_field name'), ('unknown_field colour'), ('invalid_field is_default'), ('id_unusable equipment[1].id'),
      ('id_unusable equipment[].id'), ('id_unusable equipment[0].exercise_id')
  $$,
  'GYM-SAVE-04: an id is used once, by one gym, and is that of an exercise where it names one'
);
select is_empty(
  $$ select id from public.gyms where id = tests.id(2) $$, 'GYM-SAVE-05: and of a refused gym nothing is stored'
);
select is(
  tests.save(jsonb_build_object('id', tests.id(3), 'name', 'Away', 'is_default', true))::jsonb - 'id',
  '{"version": 1, "name": "Away", "is_default": true, "equipment": []}',
  'GYM-SAVE-06: a gym saved as the default takes the place of the former'
);

select * from finish();
rollback;
