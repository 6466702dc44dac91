create or replace function private.own_workout(p_workout_id uuid)
returns public.workouts
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_workout public.workouts;
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  select workouts.*
  into v_workout
  from public.workouts
  where workouts.id = p_workout_id and workouts.user_id = (select auth.uid());
  if not found and private.is_deleted('workouts', p_workout_id) then
    perform private.raise_problem(
      'PT409', 'deleted', 'p_workout_id', 'This workout was deleted.', 'Drop it here too, or begin a new one.'
    );
  end if;
  return v_workout;
end;
$$;

revoke execute on function private.own_workout(uuid) from public;
grant execute on function private.own_workout(uuid) to authenticated;

comment on function private.own_workout(uuid) is
  'One of the caller''s workouts; null where there is none. Errors: 409 deleted.';
