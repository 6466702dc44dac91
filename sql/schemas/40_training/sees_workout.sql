create or replace function private.sees_workout(p_workout_id uuid)
returns boolean
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return exists (select 1 from public.workouts where workouts.id = p_workout_id);
end;
$$;

revoke execute on function private.sees_workout(uuid) from public;
grant execute on function private.sees_workout(uuid) to authenticated, service_role;

comment on function private.sees_workout(uuid) is
  'Whether the caller may see a workout, by the policy of workouts itself. A function rather than a subquery in the '
  'policies of its children: Postgres would turn that into a hash of every workout there is, and plan it anew for '
  'each statement.';
