create or replace function private.training_monotony(p_daily_loads numeric[])
returns numeric
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
      select avg(days.load) / nullif(stddev_samp(days.load), 0)
      from unnest(p_daily_loads) as days (load)
    );
end;
$$;

revoke execute on function private.training_monotony(numeric[]) from public;
grant execute on function private.training_monotony(numeric[]) to authenticated, service_role;

comment on function private.training_monotony(numeric[]) is
  'Monotony of a week: the mean of its daily loads over their standard deviation, rest days counting as 0 (Foster '
  '1998; of a sample, as statistics programs take it). Null where all days are the same, and so there is no deviation.';
