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
  v_first_week date := coalesce(private.week_start_of(p_trained[1], v_week_start), v_this_week);
begin
  return query
    with meant as materialized (
      select
        goals.target::integer as days, goals.starts_on, goals.due_on,
        (row_number() over (order by goals.starts_on desc, goals.id desc))::integer as rank
      from public.goals
      where goals.user_id = p_user_id and goals.kind = 'frequency'
    ),
    trained as (
      select
        (days.day - v_first_week) / 7 as week, count(*)::integer as training_days, min(days.number)::integer as first_day
      from unnest(p_trained) with ordinality as days (day, number)
      group by 1
    ),
    weeks as (
      select
        starts.week_start, coalesce(trained.training_days, 0) as training_days, trained.first_day,
        coalesce(
          (
            -- The days of the least rank.
            select (min(array[meant.rank, meant.days]))[2]
            from meant
            where meant.starts_on < starts.week_start + 7
              and (meant.due_on is null or meant.due_on >= starts.week_start)
          ),
          2
        ) as quota
      from (
        select number, v_first_week + 7 * number as week_start
        from generate_series(0, (v_this_week - v_first_week) / 7) as number
      ) as starts
      left join trained on trained.week = starts.number
      -- Lets nothing be computed twice where it is used twice.
      offset 0
    ),
    counted as (
      select
        weeks.week_start, weeks.training_days, weeks.quota,
        case when weeks.training_days >= weeks.quota then p_trained[weeks.first_day + weeks.quota - 1] end as met_on
      from weeks
    ),
    streaks as (
      select
        counted.*,
        -- How many weeks after this one ended a streak: of the one that runs, none.
        count(*) filter (
          where counted.met_on is null
            and counted.week_start < v_this_week
            -- Who did all that was planned, be it nothing, has broken nothing.
            and p_broken && daterange(counted.week_start, counted.week_start + 7)
        ) over (order by counted.week_start desc rows between unbounded preceding and 1 preceding) as later
      from counted
    )
    select
      streaks.week_start, streaks.training_days, streaks.quota, streaks.met_on,
      (count(streaks.met_on) over in_order)::integer,
      min(streaks.week_start) filter (where streaks.met_on is not null) over in_order,
      streaks.later = 0
    from streaks
    window in_order as (partition by streaks.later order by streaks.week_start);
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
