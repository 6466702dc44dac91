create or replace function private.tg_mark_workout()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
set plan_cache_mode = 'force_generic_plan'
as $$
declare
  v_mark bigint := private.change_mark();
  v_workout_ids uuid[];
begin
  if tg_table_name = 'workouts' then
    v_workout_ids := array(select changed_rows.id from changed_rows where changed_rows.changed_in = v_mark);
  elsif tg_table_name in ('workout_exercises', 'workout_vitals') then
    v_workout_ids := array(
      select distinct changed_rows.workout_id
      from changed_rows
      where tg_op = 'DELETE' or changed_rows.changed_in = v_mark
    );
  elsif tg_table_name = 'workout_set_vitals' then
    v_workout_ids := array(
      select distinct (
        select workout_exercises.workout_id
        from public.workout_sets
        join public.workout_exercises on workout_exercises.id = workout_sets.workout_exercise_id
        where workout_sets.id = changed_rows.workout_set_id
      )
      from changed_rows
      where tg_op = 'DELETE' or changed_rows.changed_in = v_mark
    );
  else
    v_workout_ids := array(
      select distinct workout_exercises.workout_id
      from public.workout_exercises
      -- Looked up by key: a join would be guessed to want the whole table.
      where workout_exercises.id = any(array(
        select distinct changed_rows.workout_exercise_id
        from changed_rows
        where tg_op = 'DELETE' or changed_rows.changed_in = v_mark
      ))
    );
  end if;

  -- A workout that goes with all that hangs below it is gone by now, and has a tombstone instead.
  insert into private.workout_changes as stored (workout_id, user_id, changed_in)
  select workouts.id, workouts.user_id, v_mark
  from public.workouts
  where workouts.id = any(v_workout_ids)
    -- Most have their mark from an earlier statement of the transaction.
    and not exists (
      select 1 from private.workout_changes as marked where marked.workout_id = workouts.id and marked.changed_in = v_mark
    )
  on conflict (workout_id) do update
    set changed_in = excluded.changed_in
    where stored.changed_in <> excluded.changed_in;
  return null;
end;
$$;

revoke execute on function private.tg_mark_workout() from public;

comment on function private.tg_mark_workout() is
  'Marks the workouts of the rows that a statement added, changed or deleted, each once a transaction; its trigger is '
  'for each statement, with the transition table changed_rows. Definer, because clients write no marks.';
