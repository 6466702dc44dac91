create or replace function private.set_documents(p_workout_exercise_id uuid)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select coalesce(
      jsonb_agg(
        jsonb_strip_nulls(jsonb_build_object(
          'id', workout_sets.id,
          'position', workout_sets.position,
          'set_type', workout_sets.set_type,
          'reps', workout_sets.reps,
          'weight_kg', workout_sets.weight_kg,
          'duration_seconds', workout_sets.duration_seconds,
          'distance_meters', workout_sets.distance_meters,
          'rpe', workout_sets.rpe,
          'rir', workout_sets.rir,
          'side', workout_sets.side,
          'rest_seconds', workout_sets.rest_seconds,
          'tempo', workout_sets.tempo,
          'incline_percent', workout_sets.incline_percent,
          'steps', workout_sets.steps,
          'energy_kcal', workout_set_vitals.energy_kcal,
          'average_heart_rate', workout_set_vitals.average_heart_rate,
          'max_heart_rate', workout_set_vitals.max_heart_rate,
          'notes', workout_sets.notes,
          'completed_at', workout_sets.completed_at
        ))
        -- Beside the others: what was prescribed may have nulls of its own.
        || case when workout_sets.target is null then '{}' else jsonb_build_object('target', workout_sets.target) end
        order by workout_sets.position, workout_sets.id
      ),
      '[]'
    )
    from public.workout_sets
    left join public.workout_set_vitals on workout_set_vitals.workout_set_id = workout_sets.id
    where workout_sets.workout_exercise_id = p_workout_exercise_id
  );
end;
$$;

revoke execute on function private.set_documents(uuid) from public;
grant execute on function private.set_documents(uuid) to authenticated, service_role;

comment on function private.set_documents(uuid) is
  'The sets of an exercise of a workout in order, as log_workout() takes them, fields without a value left out, and heart rates '
  'and energy too where the caller is not the owner.';
