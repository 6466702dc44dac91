create or replace function private.is_progression(p_progression jsonb, p_exercise_kind text default null)
returns boolean
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return (private.progression_problem(p_progression, p_exercise_kind)).message is null;
end;
$$;

revoke execute on function private.is_progression(jsonb, text) from public;
grant execute on function private.is_progression(jsonb, text) to authenticated, service_role;

comment on function private.is_progression(jsonb, text) is
  'Whether it is a progression that exercises of the kind (any, where that is null) can have.';
