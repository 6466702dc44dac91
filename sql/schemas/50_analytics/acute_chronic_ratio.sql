create or replace function private.acute_chronic_ratio(p_form text, p_daily_loads numeric[])
returns numeric
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
      select case
        when cardinality(p_daily_loads) < 28 then null
        when p_form = 'coupled' then recent.acute / nullif((recent.acute * 7 + recent.before * 21) / 28, 0)
        when p_form = 'uncoupled' then recent.acute / nullif(recent.before, 0)
        when p_form = 'ewma' then private.ewma(p_daily_loads, 7) / nullif(private.ewma(p_daily_loads, 28), 0)
      end
      from (
        select
          avg(day.load) filter (where day.ordinal > cardinality(p_daily_loads) - 7),
          avg(day.load) filter (where day.ordinal <= cardinality(p_daily_loads) - 7)
        from unnest(p_daily_loads) with ordinality as day (load, ordinal)
        where day.ordinal > cardinality(p_daily_loads) - 28
      ) as recent (acute, before)
    );
end;
$$;

revoke execute on function private.acute_chronic_ratio(text, numeric[]) from public;
grant execute on function private.acute_chronic_ratio(text, numeric[]) to authenticated, service_role;

comment on function private.acute_chronic_ratio(text, numeric[]) is
  'Acute to chronic workload ratio at the last of the days given, oldest first, rest days as 0. coupled: mean of 7 '
  'days over that of 28, which contain them (Hulin et al., Br. J. Sports Med. 48, 2014); uncoupled: over that of the '
  '21 days before them (Lolli et al., Br. J. Sports Med. 53, 2019); ewma: averages of 7 and 28 days in which older '
  'days weigh less (Williams et al. 2017). Null before 28 days, and without chronic load. A trend to look at, no '
  'measure of the risk of injury (Impellizzeri et al., Int. J. Sports Physiol. Perform. 15, 2020).';
