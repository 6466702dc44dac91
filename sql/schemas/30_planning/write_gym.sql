create or replace function private.write_gym(p_gym jsonb)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_id uuid := (p_gym ->> 'id')::uuid;
  v_items jsonb := p_gym -> 'equipment';
begin
  update public.gyms as stored
  set name = sent.name, is_default = sent.is_default
  from jsonb_populate_record(null::public.gyms, p_gym) as sent
  where stored.id = v_id and stored.user_id = (select auth.uid());
  if not found then
    insert into public.gyms (id, name, is_default)
    select v_id, sent.name, sent.is_default
    from jsonb_populate_record(null::public.gyms, p_gym) as sent;
  end if;

  delete from public.gym_equipment as stored
  where stored.gym_id = v_id
    and stored.id not in (
      select sent.id from jsonb_populate_recordset(null::public.gym_equipment, v_items) as sent
    );

  -- What stays as it is is not written: whoever syncs need not read it again.
  update public.gym_equipment as stored
  set
    type = sent.type, equipment_id = sent.equipment_id, exercise_id = sent.exercise_id, name = sent.name,
    position = sent.position, weight_kg = sent.weight_kg, quantity = sent.quantity, step_kg = sent.step_kg,
    max_weight_kg = sent.max_weight_kg, unit_system = sent.unit_system
  from jsonb_populate_recordset(null::public.gym_equipment, v_items) as sent
  where stored.id = sent.id and stored.gym_id = v_id
    and (
      stored.type, stored.equipment_id, stored.exercise_id, stored.name, stored.position, stored.weight_kg,
      stored.quantity, stored.step_kg, stored.max_weight_kg, stored.unit_system
    ) is distinct from (
      sent.type, sent.equipment_id, sent.exercise_id, sent.name, sent.position, sent.weight_kg, sent.quantity,
      sent.step_kg, sent.max_weight_kg, sent.unit_system
    );

  insert into public.gym_equipment (
    id, gym_id, type, equipment_id, exercise_id, name, position, weight_kg, quantity, step_kg, max_weight_kg,
    unit_system
  )
  select
    sent.id, v_id, sent.type, sent.equipment_id, sent.exercise_id, sent.name, sent.position, sent.weight_kg,
    sent.quantity, sent.step_kg, sent.max_weight_kg, sent.unit_system
  from jsonb_populate_recordset(null::public.gym_equipment, v_items) as sent
  where sent.id not in (select stored.id from public.gym_equipment as stored where stored.gym_id = v_id);
end;
$$;

revoke execute on function private.write_gym(jsonb) from public;
grant execute on function private.write_gym(jsonb) to authenticated, service_role;

comment on function private.write_gym(jsonb) is
  'Makes the tables say what a gym from private.read_gym() says, with the rights of the caller: equipment with known '
  'ids is changed in place, new one added, what is left out deleted.';
