create or replace function private.move_exercise_uses(p_user_id uuid, p_from uuid, p_into uuid, p_limit integer)
returns integer
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_moved integer;
  v_moved_also integer;
begin
  perform private.lock_user_data(p_user_id);

  -- Composite keys take the sets along, and their triggers the rollups. The same exercise may stand twice in a workout.
  update public.workout_exercises
  set exercise_id = p_into
  where workout_exercises.id = any(array(
    select used.id
    from public.workout_exercises as used
    where used.user_id = p_user_id and used.exercise_id = p_from
    limit p_limit
  ));
  get diagnostics v_moved = row_count;

  update public.routine_exercises
  set exercise_id = p_into
  where routine_exercises.id = any(array(
    select used.id
    from public.routine_exercises as used
    where used.user_id = p_user_id and used.exercise_id = p_from
    limit p_limit - v_moved
  ));
  get diagnostics v_moved_also = row_count;
  v_moved := v_moved + v_moved_also;

  -- The rest is little. What was set for the exercise that stays goes before what was set for the one that goes.
  update public.gym_equipment
  set exercise_id = p_into
  where gym_equipment.user_id = p_user_id and gym_equipment.exercise_id = p_from;
  get diagnostics v_moved_also = row_count;
  v_moved := v_moved + v_moved_also;

  update public.goals
  set exercise_id = p_into
  where goals.user_id = p_user_id and goals.exercise_id = p_from;
  get diagnostics v_moved_also = row_count;
  v_moved := v_moved + v_moved_also;

  update public.enrollments
  set start_weights =
    jsonb_build_object(p_into, enrollments.start_weights -> p_from::text) || (enrollments.start_weights - p_from::text)
  where enrollments.user_id = p_user_id and enrollments.start_weights ? p_from::text;
  get diagnostics v_moved_also = row_count;
  v_moved := v_moved + v_moved_also;

  insert into public.exercise_preferences as stored (
    user_id, exercise_id, is_favorite, default_rest_seconds, unit_system, pinned_note
  )
  select
    p_user_id, p_into, preferences.is_favorite, preferences.default_rest_seconds, preferences.unit_system,
    preferences.pinned_note
  from public.exercise_preferences as preferences
  where preferences.user_id = p_user_id and preferences.exercise_id = p_from
  on conflict (user_id, exercise_id) do update
    set
      is_favorite = stored.is_favorite or excluded.is_favorite,
      default_rest_seconds = coalesce(stored.default_rest_seconds, excluded.default_rest_seconds),
      unit_system = coalesce(stored.unit_system, excluded.unit_system),
      pinned_note = left(concat_ws(E'\n', stored.pinned_note, excluded.pinned_note), 1000);
  get diagnostics v_moved_also = row_count;
  v_moved := v_moved + v_moved_also;
  delete from public.exercise_preferences
  where exercise_preferences.user_id = p_user_id and exercise_preferences.exercise_id = p_from;

  update public.exercises
  set replaced_by = p_into
  where exercises.user_id = p_user_id and exercises.replaced_by = p_from;
  get diagnostics v_moved_also = row_count;
  return v_moved + v_moved_also;
end;
$$;

revoke execute on function private.move_exercise_uses(uuid, uuid, uuid, integer) from public;
grant execute on function private.move_exercise_uses(uuid, uuid, uuid, integer) to service_role;

comment on function private.move_exercise_uses(uuid, uuid, uuid, integer) is
  'Moves what one user has of an exercise to another: workouts with their sets and rollups, routines, gyms, goals, '
  'start weights, preferences, and their own exercises that were merged into it. At most p_limit exercises of workouts '
  'and routines at a time: answers how many rows it moved, fewer than that when all is moved.';
