create or replace function private.raised_amount(p_rule jsonb, p_amount numeric, p_is_assisted boolean)
returns numeric
language sql
immutable
security invoker
return
  case
    when p_is_assisted then
      greatest(
        round(p_amount
          - coalesce((p_rule ->> 'increment_kg')::numeric, p_amount * (p_rule ->> 'increment_percent')::numeric / 100, 0), 6),
        0
      )
    else
      least(
        round(p_amount + coalesce(
          (p_rule ->> 'increment_kg')::numeric,
          (p_rule ->> 'increment_reps')::numeric,
          (p_rule ->> 'increment_seconds')::numeric,
          p_amount * (p_rule ->> 'increment_percent')::numeric / 100,
          0
        ), 6),
        coalesce(p_rule ->> 'max_kg', p_rule ->> 'max_reps', p_rule ->> 'max_seconds')::numeric
      )
  end;

revoke execute on function private.raised_amount(jsonb, numeric, boolean) from public;
grant execute on function private.raised_amount(jsonb, numeric, boolean) to authenticated, service_role;

comment on function private.raised_amount(jsonb, numeric, boolean) is
  'The amount after one raise of a rule, at most its limit. Of an assisted exercise the assistance falls, down to none.';
