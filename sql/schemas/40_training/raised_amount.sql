create or replace function private.raised_amount(p_rule jsonb, p_amount numeric, p_is_assisted boolean)
returns numeric
language sql
immutable
security invoker
return
  (
    select case
      when not p_is_assisted then private.at_most(
        round(p_amount + increment.amount, 6),
        coalesce(p_rule ->> 'max_kg', p_rule ->> 'max_reps', p_rule ->> 'max_seconds')::numeric
      )
      when p_amount > increment.amount then round(p_amount - increment.amount, 6)
      when p_amount is not null then 0
    end
    from (
      select coalesce(
        (p_rule ->> 'increment_kg')::numeric,
        (p_rule ->> 'increment_reps')::numeric,
        (p_rule ->> 'increment_seconds')::numeric,
        p_amount * (p_rule ->> 'increment_percent')::numeric / 100,
        0
      )
    ) as increment (amount)
  );

revoke execute on function private.raised_amount(jsonb, numeric, boolean) from public;
grant execute on function private.raised_amount(jsonb, numeric, boolean) to authenticated, service_role;

comment on function private.raised_amount(jsonb, numeric, boolean) is
  'The amount after one raise of a rule, at most its limit. Of an assisted exercise the assistance falls, to none at '
  'least.';
