create or replace function private.routine_document(p_routine_id uuid)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select jsonb_build_object(
      'id', routines.id,
      'version', routines.version,
      'folder_id', routines.folder_id,
      'name', routines.name,
      'notes', routines.notes,
      'position', routines.position,
      'visibility', routines.visibility,
      'exercises', coalesce(
        (
          select jsonb_agg(
            jsonb_build_object(
              'id', routine_exercises.id,
              'exercise_id', routine_exercises.exercise_id,
              'position', routine_exercises.position,
              'superset_group', routine_exercises.superset_group,
              'rest_seconds', routine_exercises.rest_seconds,
              'notes', routine_exercises.notes,
              'warmup_ramp', routine_exercises.warmup_ramp,
              'progression', routine_exercises.progression,
              'sets', coalesce(
                (
                  select jsonb_agg(
                    jsonb_build_object(
                      'id', routine_sets.id,
                      'position', routine_sets.position,
                      'set_type', routine_sets.set_type,
                      'min_reps', routine_sets.min_reps,
                      'max_reps', routine_sets.max_reps,
                      'weight_kg', routine_sets.weight_kg,
                      'load_percent', routine_sets.load_percent,
                      'load_percent_of', routine_sets.load_percent_of,
                      'duration_seconds', routine_sets.duration_seconds,
                      'distance_meters', routine_sets.distance_meters,
                      'rpe', routine_sets.rpe,
                      'rir', routine_sets.rir,
                      'rest_seconds', routine_sets.rest_seconds
                    )
                    order by routine_sets.position, routine_sets.id
                  )
                  from public.routine_sets
                  where routine_sets.routine_exercise_id = routine_exercises.id
                ),
                '[]'
              )
            )
            order by routine_exercises.position, routine_exercises.id
          )
          from public.routine_exercises
          where routine_exercises.routine_id = routines.id
        ),
        '[]'
      )
    )
    from public.routines
    where routines.id = p_routine_id
  );
end;
$$;

revoke execute on function private.routine_document(uuid) from public;
grant execute on function private.routine_document(uuid) to authenticated, service_role;

comment on function private.routine_document(uuid) is
  'A routine as save_routine() takes it, with its version, exercises and sets in order of their positions and every '
  'field there; null where the caller sees no such routine.';
