create or replace function private.warmup_sets(p_ramp jsonb, p_weight_kg numeric, p_loadable numeric[])
returns jsonb
language sql
immutable
security invoker
return
  (
    select coalesce(
      jsonb_agg(
        jsonb_build_object(
          'reps', (step.node ->> 'reps')::numeric::integer,
          'weight_kg', private.round_load(p_weight_kg * (step.node ->> 'percent')::numeric / 100, p_loadable),
          'rest_seconds', (step.node ->> 'rest_seconds')::numeric::integer,
          'plates', null
        )
        order by step.ordinal
      ),
      '[]'
    )
    from jsonb_array_elements(p_ramp) with ordinality as step (node, ordinal)
    where p_weight_kg is not null
  );

revoke execute on function private.warmup_sets(jsonb, numeric, numeric[]) from public;
grant execute on function private.warmup_sets(jsonb, numeric, numeric[]) to authenticated, service_role;

comment on function private.warmup_sets(jsonb, numeric, numeric[]) is
  'The sets of a warm-up ramp up to a weight in kg, rounded to what can be loaded; none without a ramp or a weight.';
