create or replace function private.sent_set_vitals(p_exercises jsonb)
returns table (
  workout_set_id uuid,
  energy_kcal numeric(6, 1),
  average_heart_rate smallint,
  max_heart_rate smallint
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
#variable_conflict use_column
begin
  -- Whole numbers are read as numeric first: some encoders of JSON write 150 as 150.0.
  return query
  select sent.id, sent.energy_kcal, sent.average_heart_rate::smallint, sent.max_heart_rate::smallint
  from jsonb_path_query(p_exercises, '$[*].sets[*]') as performed (node)
  cross join lateral jsonb_to_record(performed.node) as sent (
    id uuid, energy_kcal numeric(6, 1), average_heart_rate numeric, max_heart_rate numeric
  )
  where num_nonnulls(sent.energy_kcal, sent.average_heart_rate, sent.max_heart_rate) > 0;
end;
$$;

revoke execute on function private.sent_set_vitals(jsonb) from public;
grant execute on function private.sent_set_vitals(jsonb) to authenticated, service_role;

comment on function private.sent_set_vitals(jsonb) is
  'The heart rates and energy of the sets of the exercises that log_workout() was sent, as rows of workout_set_vitals: '
  'of those sets alone that have any.';
