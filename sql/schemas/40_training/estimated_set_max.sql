create or replace function private.estimated_set_max(p_formula text, p_weight_kg numeric, p_reps integer, p_rpe numeric)
returns numeric
language sql
immutable
security invoker
return
  case
    when private.one_rep_max_confidence(p_reps) is distinct from 'headline' then null
    when p_rpe is not null then p_weight_kg * 100 / private.rpe_percent(p_reps, p_rpe)
    when p_reps = 1 then p_weight_kg
    else private.one_rep_max(p_formula, p_weight_kg, p_reps)
  end;

revoke execute on function private.estimated_set_max(text, numeric, integer, numeric) from public;
grant execute on function private.estimated_set_max(text, numeric, integer, numeric) to authenticated, service_role;

comment on function private.estimated_set_max(text, numeric, integer, numeric) is
  'One-repetition maximum in kg that a set of up to ten repetitions shows: by the RPE table where it is rated (with '
  'repetitions in reserve, send 10 − rir), else by a formula as if it had been all there was, a single counting as '
  'itself. Null where neither says anything.';
