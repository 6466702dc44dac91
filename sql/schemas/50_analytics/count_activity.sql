create or replace function private.count_activity(p_from date, p_to date)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_admin();
  perform private.check_range(p_from, p_to, 'p_to');
  if p_to - p_from > 400 then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_to', 'must be at most 400 days after p_from', 'Ask for a shorter period.', 400
    );
  end if;

  return (
    with trained as (
      select
        training_days.local_date, training_days.finished_workouts,
        lag(training_days.local_date) over in_order as day_before,
        lead(training_days.local_date) over in_order as day_after
      from analytics.training_days
      where training_days.local_date >= p_from - 29
        and training_days.local_date < p_to
        and training_days.is_training_day
      window in_order as (partition by training_days.user_id order by training_days.local_date)
    ),
    -- Who trained on a day is active for so many days from it on: they come in where they were not, and go where they
    -- did not train again by then. So nobody is counted day by day.
    changes as (
      select length.days as length, change.day, sum(change.users) as users
      from trained
      cross join (values (1), (7), (30)) as length (days)
      cross join lateral (
        values
          (trained.local_date, case when trained.local_date - trained.day_before < length.days then 0 else 1 end),
          (
            trained.local_date + length.days,
            case when trained.day_after - trained.local_date < length.days then 0 else -1 end
          )
      ) as change (day, users)
      group by length.days, change.day
    ),
    active as (
      select
        changes.length, changes.day,
        (sum(changes.users) over (partition by changes.length order by changes.day))::bigint as users
      from changes
    ),
    workouts as (
      select trained.local_date as day, sum(trained.finished_workouts) as workouts
      from trained
      group by trained.local_date
    ),
    figures as (
      select
        asked.day,
        (
          select active.users
          from active
          where active.length = 1 and active.day <= asked.day
          order by active.day desc
          limit 1
        ) as daily,
        (
          select active.users
          from active
          where active.length = 7 and active.day <= asked.day
          order by active.day desc
          limit 1
        ) as weekly,
        (
          select active.users
          from active
          where active.length = 30 and active.day <= asked.day
          order by active.day desc
          limit 1
        ) as monthly,
        (select workouts.workouts from workouts where workouts.day = asked.day) as workouts
      from (select p_from + number as day from generate_series(0, p_to - p_from - 1) as number) as asked
    )
    select jsonb_build_object(
      'from', p_from,
      'to', p_to,
      'days', jsonb_agg(
        jsonb_build_object(
          'day', figures.day,
          'daily_users', private.at_least_ten(figures.daily),
          'weekly_users', private.at_least_ten(figures.weekly),
          'monthly_users', private.at_least_ten(figures.monthly),
          'workouts', case when private.at_least_ten(figures.daily) is not null then figures.workouts end
        )
        order by figures.day
      )
    )
    from figures
  );
end;
$$;

revoke execute on function private.count_activity(date, date) from public;
grant execute on function private.count_activity(date, date) to authenticated;

comment on function private.count_activity(date, date) is
  'What platform_activity() answers. Definer, because it counts over everybody''s days; for admins alone.';
