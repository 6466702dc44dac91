create or replace function private.inol(p_reps integer, p_percent numeric)
returns numeric
language sql
immutable
security invoker
return
  case when p_percent between 0 and 99.999 then p_reps / (100 - p_percent) end;

revoke execute on function private.inol(integer, numeric) from public;
grant execute on function private.inol(integer, numeric) to authenticated, service_role;

comment on function private.inol(integer, numeric) is
  'Intensity of a number of lifts (Hristov, How to Design Strength Training Programs Using Prilepin''s Table, 2005): '
  'repetitions / (100 − load in percent of the one-repetition maximum), for one set; sets add up. Null at the maximum '
  'itself and beyond, where it has no value.';
