create or replace function private.tg_roll_up_training_days()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_user record;
begin
  if tg_op = 'INSERT' then
    for v_user in
      select new_workouts.user_id, array_agg(distinct new_workouts.local_date) as dates
      from new_workouts
      group by new_workouts.user_id
      order by new_workouts.user_id
    loop
      perform private.roll_up_training_days(v_user.user_id, v_user.dates);
    end loop;
  elsif tg_op = 'DELETE' then
    for v_user in
      select old_workouts.user_id, array_agg(distinct old_workouts.local_date) as dates
      from old_workouts
      group by old_workouts.user_id
      order by old_workouts.user_id
    loop
      perform private.roll_up_training_days(v_user.user_id, v_user.dates);
    end loop;
  else
    -- What a day tells of its workouts; most edits are of something else.
    for v_user in
      select touched.user_id, array_agg(distinct touched.local_date) as dates
      from (
        (
          select id, user_id, local_date, started_at, ended_at, session_rpe from new_workouts
          except
          select id, user_id, local_date, started_at, ended_at, session_rpe from old_workouts
        )
        union all
        (
          select id, user_id, local_date, started_at, ended_at, session_rpe from old_workouts
          except
          select id, user_id, local_date, started_at, ended_at, session_rpe from new_workouts
        )
      ) as touched
      group by touched.user_id
      order by touched.user_id
    loop
      perform private.roll_up_training_days(v_user.user_id, v_user.dates);
    end loop;
  end if;
  return null;
end;
$$;

revoke execute on function private.tg_roll_up_training_days() from public;

comment on function private.tg_roll_up_training_days() is
  'Rolls up the days of the workouts that a statement added, ended, moved, judged or deleted. Definer, because clients '
  'may not write rollups.';
