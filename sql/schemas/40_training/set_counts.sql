create or replace function private.set_counts(
  p_set_type text,
  p_reps integer,
  p_duration_seconds integer,
  p_distance_meters numeric
)
returns boolean
language sql
immutable
security invoker
return
  p_set_type <> 'warmup' and num_nonnulls(p_reps, p_duration_seconds, p_distance_meters) > 0;

revoke execute on function private.set_counts(text, integer, integer, numeric) from public;
grant execute on function private.set_counts(text, integer, integer, numeric) to authenticated, service_role;

comment on function private.set_counts(text, integer, integer, numeric) is
  'Whether a set counts in totals, trends and records: it was done, which an actual value says, and was no warm-up.';
