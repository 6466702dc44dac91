create or replace function private.streak_facts(p_user_id uuid, p_on date)
returns table (trained date[], runs datemultirange, broken datemultirange)
language plpgsql
stable
security invoker
rows 1
set search_path = ''
as $$
#variable_conflict use_column
begin
  trained := array(
    select training_days.local_date
    from analytics.training_days
    where training_days.user_id = p_user_id and training_days.local_date <= p_on and training_days.is_training_day
    order by training_days.local_date
  );

  -- Of days that follow each other, the day less its number is the same: a range is made of each run, not of each day.
  runs := (
    select coalesce(range_agg(daterange(followed.first_on, followed.first_on + followed.days)), '{}')
    from (
      select min(trained_days.day) as first_on, count(*)::integer as days
      from unnest(trained) with ordinality as trained_days (day, number)
      group by trained_days.day - trained_days.number::integer
    ) as followed
  );

  select
    datemultirange(daterange(null, p_on)) - coalesce(schedule.spans, '{}') + coalesce(schedule.missed, '{}') - runs
  into broken
  from (
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
  return next;
end;
$$;

revoke execute on function private.streak_facts(uuid, date) from public;
grant execute on function private.streak_facts(uuid, date) to authenticated, service_role;

comment on function private.streak_facts(uuid, date) is
  'What streaks of a user are made of: the days on which they trained, to p_on, in order (trained); the same as ranges of '
  'days that follow each other (runs); and those before p_on that break a daily streak, because they did not train, and '
  'something of an enrollment was to be done or there was none (broken).';
