create or replace function private.add_record_confirmations(p_workout_id uuid, p_exercise_id uuid)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
begin
  perform private.lock_user_data(v_user_id);

  insert into analytics.record_confirmations (user_id, workout_id, workout_set_id, kind, reps, value)
  select history.user_id, history.workout_id, history.workout_set_id, history.kind, history.reps, history.value
  from analytics.record_history as history
  where history.user_id = v_user_id
    and history.exercise_id = p_exercise_id
    and history.workout_id = p_workout_id
  on conflict (workout_id, workout_set_id, kind, reps, value) do nothing;

  return exists (
    select 1
    from analytics.record_history as history
    where history.user_id = v_user_id
      and history.exercise_id = p_exercise_id
      and history.workout_id = p_workout_id
  );
end;
$$;

revoke execute on function private.add_record_confirmations(uuid, uuid) from public;
grant execute on function private.add_record_confirmations(uuid, uuid) to authenticated;

comment on function private.add_record_confirmations(uuid, uuid) is
  'Confirms the caller''s records of one exercise in one workout; false where there are none. Definer, because a '
  'confirmation may only name what is a record.';
