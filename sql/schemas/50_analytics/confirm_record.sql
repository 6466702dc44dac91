create or replace function public.confirm_record(p_workout_id uuid, p_exercise_id uuid)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if not private.add_record_confirmations(p_workout_id, p_exercise_id) then
    perform private.raise_id_unusable('p_workout_id');
  end if;
  return (
    select jsonb_build_object('confirmed_at', min(records.confirmed_at), 'records', count(*))
    from public.records
    where records.user_id = (select auth.uid())
      and records.exercise_id = p_exercise_id
      and records.workout_id = p_workout_id
  );
end;
$$;

revoke execute on function public.confirm_record(uuid, uuid) from public;
grant execute on function public.confirm_record(uuid, uuid) to authenticated;

comment on function public.confirm_record(uuid, uuid) is
  'Says that the records which a workout set in an exercise are right, so that they are suspect no more: '
  '{confirmed_at, records: how many}. The same call again changes nothing. A set that is changed later asks anew. '
  'Errors: 409 id_unusable where the workout set no record in the exercise.';
