create or replace function private.kind_fits(p_from text, p_into text)
returns boolean
language sql
immutable
security invoker
return
  case
    when p_from = p_into then true
    -- The weight of an assisted exercise is help, the opposite of what it is elsewhere.
    when p_from = 'assisted_bodyweight' then false
    when p_into = 'assisted_bodyweight' then not private.kind_allows(p_from, 'weight_kg')
      and private.kind_allows(p_from, 'reps')
    else (private.kind_allows(p_into, 'reps') or not private.kind_allows(p_from, 'reps'))
      and (private.kind_allows(p_into, 'weight_kg') or not private.kind_allows(p_from, 'weight_kg'))
      and (private.kind_allows(p_into, 'duration_seconds') or not private.kind_allows(p_from, 'duration_seconds'))
      and (private.kind_allows(p_into, 'distance_meters') or not private.kind_allows(p_from, 'distance_meters'))
  end;

revoke execute on function private.kind_fits(text, text) from public;
grant execute on function private.kind_fits(text, text) to service_role;

comment on function private.kind_fits(text, text) is
  'Whether any set of an exercise of one kind says the same under one of another: each field that the first allows is '
  'allowed, and means what it meant.';
