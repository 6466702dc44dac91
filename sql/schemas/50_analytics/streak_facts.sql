create or replace function private.streak_facts(p_user_id uuid, p_on date)
returns table (trained date[], broken datemultirange)
language plpgsql
stable
security invoker
rows 1
set search_path = ''
as $$
#variable_conflict use_column
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return query
    with training as materialized (
      select coalesce(array_agg(days.day order by days.day), '{}') as days
      from private.trained_dates(p_user_id, '-infinity', p_on + 1) as days (day)
    )
    select
      training.days,
      datemultirange(daterange(null, p_on)) - coalesce(schedule.spans, '{}') + coalesce(schedule.missed, '{}')
        - coalesce((
          select range_agg(daterange(days.day, days.day + 1)) from unnest(training.days) as days (day)
        ), '{}')
    from training
    cross join (
      select
        range_agg(followed.span) as spans,
        range_agg(private.missed_days(followed.id, p_on) * followed.span::datemultirange) as missed
      from (
        select enrollments.id, private.enrollment_span(enrollments.id, p_on) as span
        from public.enrollments
        where enrollments.user_id = p_user_id
          and enrollments.starts_on <= p_on
          -- A plan in which nothing is to be done keeps no streak alive.
          and exists (
            select 1
            from public.plan_days
            where plan_days.user_id = p_user_id
              and plan_days.plan_id = enrollments.plan_id
              and plan_days.routine_id is not null
          )
        -- Lets nothing be computed twice where it is used twice.
        offset 0
      ) as followed
    ) as schedule;
end;
$$;

revoke execute on function private.streak_facts(uuid, date) from public;
grant execute on function private.streak_facts(uuid, date) to authenticated, service_role;

comment on function private.streak_facts(uuid, date) is
  'What streaks of a user are made of: the days on which they trained, to p_on, in order; and those before p_on that '
  'break a daily streak, because they did not train, and something of an enrollment was to be done or there was none.';
