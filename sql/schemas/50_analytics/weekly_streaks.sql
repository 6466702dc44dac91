create or replace function private.weekly_streaks(
  p_user_id uuid,
  p_trained date[],
  p_broken datemultirange,
  p_on date
)
returns table (
  week_start date,
  training_days integer,
  quota integer,
  met_on date,
  length integer,
  since date,
  is_current boolean
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_week_start smallint := coalesce((
    select settings.week_start from public.profile_settings as settings where settings.user_id = p_user_id
  ), 1::smallint);
  v_this_week date := private.week_start_of(p_on, v_week_start);
begin
  return query
    with days as materialized (
      select trained.day, private.week_start_of(trained.day, v_week_start) as week_start
      from unnest(p_trained) as trained (day)
    ),
    weeks as (
      select starts.week_start, coalesce(meant.days, 2) as quota
      from (select coalesce(min(days.week_start), v_this_week) as week_start from days) as first
      cross join lateral (
        select first.week_start + 7 * number as week_start
        from generate_series(0, (v_this_week - first.week_start) / 7) as number
      ) as starts
      left join lateral (
        select goals.target::integer as days
        from public.goals
        where goals.user_id = p_user_id
          and goals.kind = 'frequency'
          and goals.starts_on < starts.week_start + 7
          and (goals.due_on is null or goals.due_on >= starts.week_start)
        order by goals.starts_on desc, goals.id desc
        limit 1
      ) as meant on true
    ),
    counted as (
      select
        weeks.week_start, weeks.quota, count(days.day)::integer as training_days,
        (array_agg(days.day order by days.day))[weeks.quota] as met_on
      from weeks
      left join days on days.week_start = weeks.week_start
      group by weeks.week_start, weeks.quota
    ),
    streaks as (
      select
        counted.*,
        count(*) filter (
          where counted.met_on is null
            and counted.week_start < v_this_week
            -- Who did all that was planned, be it nothing, has broken nothing.
            and p_broken && daterange(counted.week_start, counted.week_start + 7)
        ) over (order by counted.week_start) as streak
      from counted
    )
    select
      streaks.week_start, streaks.training_days, streaks.quota, streaks.met_on,
      (count(streaks.met_on) over (partition by streaks.streak order by streaks.week_start))::integer,
      min(streaks.week_start) filter (where streaks.met_on is not null) over (partition by streaks.streak),
      streaks.streak = max(streaks.streak) over ()
    from streaks
    order by streaks.week_start;
end;
$$;

revoke execute on function private.weekly_streaks(uuid, date[], datemultirange, date) from public;
grant execute on function private.weekly_streaks(uuid, date[], datemultirange, date)
  to authenticated, service_role;

comment on function private.weekly_streaks(uuid, date[], datemultirange, date) is
  'The weeks of a user, by their week_start, from the first with training to that of p_on, of what streak_facts() '
  'knows: on how many days they trained, on how many they meant to (quota: the newest frequency goal of that week, '
  'else 2, the least that strengthens: WHO guidelines on physical activity, Br J Sports Med 54, 2020), the day that '
  'met it, and the weeks met in this streak so far, with the first of them. A week that does not meet its quota ends a '
  'streak, unless it is not over, or no day of it broke a daily streak: a week of pause, of rest, or one for which '
  'less was planned.';
