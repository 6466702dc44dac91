create or replace function private.store_workout_vitals(p_workout_id uuid, p_workout jsonb)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_energy_kcal numeric(6, 1) := p_workout ->> 'energy_kcal';
  v_average_heart_rate smallint := (p_workout ->> 'average_heart_rate')::numeric;
  v_max_heart_rate smallint := (p_workout ->> 'max_heart_rate')::numeric;
begin
  if num_nonnulls(v_energy_kcal, v_average_heart_rate, v_max_heart_rate) = 0 then
    delete from public.workout_vitals as stored where stored.workout_id = p_workout_id;
    return;
  end if;

  -- Changed in place where it is there: what is stored already needs no consent to stay.
  update public.workout_vitals as stored
  set energy_kcal = v_energy_kcal, average_heart_rate = v_average_heart_rate, max_heart_rate = v_max_heart_rate
  where stored.workout_id = p_workout_id;
  if not found then
    insert into public.workout_vitals (workout_id, energy_kcal, average_heart_rate, max_heart_rate)
    values (p_workout_id, v_energy_kcal, v_average_heart_rate, v_max_heart_rate);
  end if;
end;
$$;

revoke execute on function private.store_workout_vitals(uuid, jsonb) from public;
grant execute on function private.store_workout_vitals(uuid, jsonb) to authenticated, service_role;

comment on function private.store_workout_vitals(uuid, jsonb) is
  'Makes the heart rates and energy of a workout what log_workout() was sent: where it was sent none, there is no row. '
  'Errors: 403 consent_required.';
