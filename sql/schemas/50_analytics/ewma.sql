create or replace function private.ewma(p_values numeric[], p_days integer)
returns numeric
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
      -- Each value weighs λ(1 − λ)^age; the first, from which the average starts, what the others leave.
      select sum(
        series.value * case when series.age = cardinality(p_values) - 1 then 1 else private.ewma_lambda(p_days) end
        * power(1 - private.ewma_lambda(p_days), series.age)
      )
      from (
        select day.value, cardinality(p_values) - day.ordinal as age
        from unnest(p_values) with ordinality as day (value, ordinal)
      ) as series
    );
end;
$$;

revoke execute on function private.ewma(numeric[], integer) from public;
grant execute on function private.ewma(numeric[], integer) to authenticated, service_role;

comment on function private.ewma(numeric[], integer) is
  'Exponentially weighted moving average of daily values, oldest first, with the weight of ewma_lambda(); it starts '
  'from the first value.';
