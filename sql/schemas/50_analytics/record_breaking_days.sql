create or replace function private.record_breaking_days(p_days private.exercise_day[])
returns private.exercise_day[]
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return array(
    select day::private.exercise_day
    from unnest(p_days) as day
    where (day.user_id, day.exercise_id) in (
      select touched.user_id, touched.exercise_id
      from unnest(p_days) as touched
      -- A scalar subquery: Postgres would turn exists() into a hash of every record that there is.
      where (
          select true
          from analytics.record_history as held
          where held.user_id = touched.user_id
            and held.exercise_id = touched.exercise_id
            and held.achieved_on = touched.local_date
          limit 1
        )
        or exists (
          select 1
          from analytics.exercise_days as rollup
          join public.exercises on exercises.id = rollup.exercise_id
          cross join lateral (
            values
              ('max_weight', 0, rollup.max_weight_kg),
              ('set_volume', 0, rollup.best_set_volume_kg),
              ('session_volume', 0, rollup.volume_kg),
              (
                'most_reps',
                0,
                case
                  when exercises.kind in ('reps_only', 'bodyweight_reps', 'weighted_bodyweight') then rollup.most_reps
                end
              ),
              ('longest_duration', 0, rollup.longest_seconds),
              ('farthest_distance', 0, rollup.farthest_meters),
              ('best_pace', 0, rollup.best_pace_seconds),
              -- The rollup does not know assistance, which nothing of its kind can beat then.
              ('least_assistance', 0, case when exercises.kind = 'assisted_bodyweight' then rollup.sets end)

            union all

            select 'rep_max', loads.reps::integer, loads.load_kg
            from unnest(rollup.best_weights_kg[1:12]) with ordinality as loads (load_kg, reps)
          ) as best (kind, reps, value)
          where rollup.user_id = touched.user_id
            and rollup.exercise_id = touched.exercise_id
            and rollup.local_date = touched.local_date
            and best.value > 0
            and not exists (
              select 1
              from analytics.record_history as standing
              where standing.user_id = touched.user_id
                and standing.exercise_id = touched.exercise_id
                and standing.kind = best.kind
                and standing.reps = best.reps
                and standing.achieved_on < touched.local_date
                and case
                  when best.kind = 'best_pace' then standing.value <= best.value
                  else standing.value >= best.value
                end
            )
        )
    )
  );
end;
$$;

revoke execute on function private.record_breaking_days(private.exercise_day[]) from public;

comment on function private.record_breaking_days(private.exercise_day[]) is
  'Those of these days, by whole exercises, that held a record or may hold one now, as analytics.exercise_days tells '
  'of them. Most of what is logged beats nothing, and this is the cheap way to know it. Definer, as the rollups are.';
