create or replace function private.tg_roll_up_workouts()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.roll_up_records(array(
    select distinct
      (workout_exercises.user_id, workout_exercises.exercise_id, workout_exercises.local_date)::private.exercise_day
    from new_workouts
    join old_workouts on old_workouts.id = new_workouts.id
    join public.workout_exercises on workout_exercises.workout_id = new_workouts.id
    where (old_workouts.ended_at is null) <> (new_workouts.ended_at is null)
      or old_workouts.started_at <> new_workouts.started_at
  ));
  return null;
end;
$$;

revoke execute on function private.tg_roll_up_workouts() from public;

comment on function private.tg_roll_up_workouts() is
  'Rolls up the records of workouts that were finished, taken up again, or moved within their day: those that go to '
  'another day take their sets along, whose own triggers see to it. Definer, because clients may not write rollups.';
