create or replace function private.daily_streaks(p_runs datemultirange, p_broken datemultirange)
returns table (days_before integer, length integer, since date, is_current boolean)
language plpgsql
immutable
security invoker
rows 100
set search_path = ''
as $$
declare
  v_breaks date[] := array(select coalesce(lower(broken), '-infinity') from unnest(p_broken) as broken);
begin
  -- How many days that break a streak lie before a run of days says which streak it belongs to.
  return query
    select
      (sum(streaks.length) over (order by streaks.since) - streaks.length)::integer, streaks.length, streaks.since,
      streaks.number = cardinality(v_breaks)
    from (
      select
        width_bucket(lower(run), v_breaks) as number, sum(upper(run) - lower(run))::integer as length,
        min(lower(run)) as since
      from unnest(p_runs) as run
      group by 1
    ) as streaks;
end;
$$;

revoke execute on function private.daily_streaks(datemultirange, datemultirange) from public;
grant execute on function private.daily_streaks(datemultirange, datemultirange) to authenticated, service_role;

comment on function private.daily_streaks(datemultirange, datemultirange) is
  'The daily streaks of a user, of what streak_facts() knows: how many training days each has, how many there were before '
  'it, and its first day. Streaks lie between days that break them; is_current of the one behind all of those.';
