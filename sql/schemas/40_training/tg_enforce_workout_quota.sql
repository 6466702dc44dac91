create or replace function private.tg_enforce_workout_quota()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_quota private.quotas := private.quota_named(tg_argv[0]);
  v_is_exceeded boolean;
begin
  -- Each reads no more than the quota's number of rows, however many there are.
  if tg_table_name = 'workouts' then
    v_is_exceeded := exists (
      select from (select distinct new_rows.user_id, new_rows.local_date from new_rows) as touched
      where exists (
        select from public.workouts as stored
        where stored.user_id = touched.user_id and stored.local_date = touched.local_date
        offset v_quota.max_count
      )
    );
  elsif tg_table_name = 'workout_exercises' then
    v_is_exceeded := exists (
      select from (select distinct new_rows.workout_id from new_rows) as touched
      where exists (
        select from public.workout_exercises as stored
        where stored.workout_id = touched.workout_id
        offset v_quota.max_count
      )
    );
  else
    v_is_exceeded := exists (
      select from (select distinct new_rows.workout_exercise_id from new_rows) as touched
      where exists (
        select from public.workout_sets as stored
        where stored.workout_exercise_id = touched.workout_exercise_id
        offset v_quota.max_count
      )
    );
  end if;

  if v_is_exceeded then
    perform private.raise_quota_exceeded(v_quota.name);
  end if;
  return null;
end;
$$;

revoke execute on function private.tg_enforce_workout_quota() from public;

comment on function private.tg_enforce_workout_quota() is
  'private.tg_enforce_quota() for the tables that are written most: its statements are written out, so that plpgsql '
  'keeps their plans, which took half a millisecond for each of three tables. Its argument is the quota''s name. '
  'Definer, because it counts rows that the caller may not see. Errors: 409 quota_exceeded.';
