create or replace function private.daily_streaks(p_trained date[], p_broken datemultirange)
returns table (trained_on date, length integer, since date, is_current boolean)
language plpgsql
immutable
security invoker
set search_path = ''
as $$
#variable_conflict use_column
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return query
    with days as (
      select trained.day, true as is_trained from unnest(p_trained) as trained (day)
      union all
      select coalesce(lower(broken), '-infinity'), false from unnest(p_broken) as broken
    ),
    streaks as (
      select days.day, days.is_trained, count(*) filter (where not days.is_trained) over (order by days.day) as streak
      from days
    )
    select
      streaks.day,
      (row_number() over (partition by streaks.streak order by streaks.day))::integer,
      min(streaks.day) over (partition by streaks.streak),
      streaks.streak = (select max(latest.streak) from streaks as latest)
    from streaks
    where streaks.is_trained
    order by streaks.day;
end;
$$;

revoke execute on function private.daily_streaks(date[], datemultirange) from public;
grant execute on function private.daily_streaks(date[], datemultirange) to authenticated, service_role;

comment on function private.daily_streaks(date[], datemultirange) is
  'The days on which a user trained, each with the length of its streak up to it and the first day of that, of what '
  'streak_facts() knows. Streaks lie between days that break them; is_current of what lies behind all of those.';
