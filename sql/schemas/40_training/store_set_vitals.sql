create or replace function private.store_set_vitals(p_workout_id uuid, p_exercises jsonb)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_sent_ids uuid[] := array(select sent.workout_set_id from private.sent_set_vitals(p_exercises) as sent);
  v_stored_ids uuid[] := array(
    select workout_set_vitals.workout_set_id
    from public.workout_exercises
    join public.workout_sets on workout_sets.workout_exercise_id = workout_exercises.id
    join public.workout_set_vitals on workout_set_vitals.workout_set_id = workout_sets.id
    where workout_exercises.workout_id = p_workout_id
  );
begin
  if v_stored_ids <> '{}' then
    delete from public.workout_set_vitals as stored
    where stored.workout_set_id = any(v_stored_ids) and stored.workout_set_id <> all(v_sent_ids);

    -- Changed in place where it is there: what is stored already needs no consent to stay.
    update public.workout_set_vitals as stored
    set
      energy_kcal = sent.energy_kcal, average_heart_rate = sent.average_heart_rate,
      max_heart_rate = sent.max_heart_rate
    from private.sent_set_vitals(p_exercises) as sent
    where stored.workout_set_id = any(v_stored_ids) and stored.workout_set_id = sent.workout_set_id;
  end if;

  if not v_sent_ids <@ v_stored_ids then
    insert into public.workout_set_vitals (workout_set_id, energy_kcal, average_heart_rate, max_heart_rate)
    select sent.workout_set_id, sent.energy_kcal, sent.average_heart_rate, sent.max_heart_rate
    from private.sent_set_vitals(p_exercises) as sent
    where sent.workout_set_id <> all(v_stored_ids);
  end if;
end;
$$;

revoke execute on function private.store_set_vitals(uuid, jsonb) from public;
grant execute on function private.store_set_vitals(uuid, jsonb) to authenticated, service_role;

comment on function private.store_set_vitals(uuid, jsonb) is
  'Makes the heart rates and energy of a workout''s sets what log_workout() was sent, once its sets are stored: a set '
  'that was sent none has no row. Errors: 403 consent_required.';
