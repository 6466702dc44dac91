create or replace function private.lifted_kg(p_exercise_kind text, p_weight_kg numeric)
returns numeric
language sql
immutable
security invoker
return
  case when p_exercise_kind <> 'assisted_bodyweight' then p_weight_kg end;

revoke execute on function private.lifted_kg(text, numeric) from public;
grant execute on function private.lifted_kg(text, numeric) to authenticated, service_role;

comment on function private.lifted_kg(text, numeric) is
  'The external load that a set lifts, in kg: its weight, but for assistance, which lifts the lifter.';
