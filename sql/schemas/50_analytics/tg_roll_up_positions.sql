create or replace function private.tg_roll_up_positions()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.roll_up_records(array(
    select distinct
      (new_exercises.user_id, new_exercises.exercise_id, new_exercises.local_date)::private.exercise_day
    from new_exercises
    join old_exercises on old_exercises.id = new_exercises.id
    where old_exercises.position <> new_exercises.position
      -- Which set came first is a question only where the exercise stands twice.
      and exists (
        select 1
        from public.workout_exercises as twin
        where twin.workout_id = new_exercises.workout_id
          and twin.exercise_id = new_exercises.exercise_id
          and twin.id <> new_exercises.id
      )
  ));
  return null;
end;
$$;

revoke execute on function private.tg_roll_up_positions() from public;

comment on function private.tg_roll_up_positions() is
  'Rolls up the records of exercises that changed places within their workout: of equal sets the first holds the '
  'record. Definer, because clients may not write rollups.';
