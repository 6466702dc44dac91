create or replace function private.rebuild_rollups(p_user_id uuid)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_days private.exercise_day[];
begin
  perform private.lock_user_data(p_user_id);
  perform private.raise_user_version(p_user_id);

  delete from analytics.record_history where record_history.user_id = p_user_id;
  delete from analytics.exercise_days where exercise_days.user_id = p_user_id;
  delete from analytics.training_days where training_days.user_id = p_user_id;
  delete from analytics.user_totals where user_totals.user_id = p_user_id;
  delete from analytics.body_weight_days where body_weight_days.user_id = p_user_id;

  v_days := array(
    select distinct
      (workout_sets.user_id, workout_sets.exercise_id, workout_sets.local_date)::private.exercise_day
    from public.workout_sets
    where workout_sets.user_id = p_user_id
  );
  perform private.roll_up_exercise_days(v_days);
  perform private.roll_up_records(v_days);
  perform private.roll_up_training_days(
    p_user_id, array(select distinct workouts.local_date from public.workouts where workouts.user_id = p_user_id)
  );
  perform private.roll_up_body_weight(
    p_user_id,
    array(select distinct measurements.local_date from public.measurements where measurements.user_id = p_user_id)
  );
end;
$$;

revoke execute on function private.rebuild_rollups(uuid) from public;
grant execute on function private.rebuild_rollups(uuid) to service_role;

comment on function private.rebuild_rollups(uuid) is
  'Makes everything in analytics that is derived of one user anew from their workouts and measurements, in one '
  'transaction that their devices wait for: the repair for what verify_rollups() finds. Definer, because nobody else '
  'may write rollups.';
