create or replace function private.tg_roll_up_sets()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
set plan_cache_mode = 'force_generic_plan'
as $$
declare
  v_days private.exercise_day[];
begin
  if tg_op = 'INSERT' then
    v_days := array(
      select distinct (new_sets.user_id, new_sets.exercise_id, new_sets.local_date)::private.exercise_day
      from new_sets
    );
  elsif tg_op = 'DELETE' then
    v_days := array(
      select distinct (old_sets.user_id, old_sets.exercise_id, old_sets.local_date)::private.exercise_day
      from old_sets
    );
  else
    v_days := array(
      select (new_sets.user_id, new_sets.exercise_id, new_sets.local_date)::private.exercise_day from new_sets
      union
      select (old_sets.user_id, old_sets.exercise_id, old_sets.local_date)::private.exercise_day from old_sets
    );
  end if;
  perform private.roll_up_exercise_days(v_days);
  perform private.roll_up_records(v_days);
  return null;
end;
$$;

revoke execute on function private.tg_roll_up_sets() from public;

comment on function private.tg_roll_up_sets() is
  'Rolls up the days that a statement on workout_sets touched. Definer, because clients may not write rollups.';
