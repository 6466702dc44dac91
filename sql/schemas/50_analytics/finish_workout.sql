create or replace function public.finish_workout(
  p_workout_id uuid,
  p_ended_at timestamptz default null,
  p_session_rpe numeric default null,
  p_notes text default null,
  p_drop_unfinished boolean default true
)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_workout public.workouts;
  v_ended_at timestamptz := coalesce(p_ended_at, clock_timestamp());
begin
  perform private.lock_user_data((select auth.uid()));
  v_workout := private.own_workout(p_workout_id);
  if v_workout.id is null then
    perform private.raise_id_unusable('p_workout_id');
  end if;
  if v_workout.ended_at is not null then
    return jsonb_build_object(
      'workout', private.workout_summary(p_workout_id), 'records', private.workout_records(p_workout_id)
    );
  end if;

  perform private.check_document(
    'workout', jsonb_build_object('p_session_rpe', p_session_rpe, 'p_notes', p_notes), array[
      row('workout', 'p_session_rpe', 'number', false, 0, 10, 0.5, null, null),
      row('workout', 'p_notes', 'text', false, 0, 4000, null, null, null)
    ]::private.field_rule[]
  );
  if v_ended_at < v_workout.started_at then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_ended_at', 'is before the workout''s started_at',
      'Correct the field and finish the workout again; nothing was stored.'
    );
  end if;

  if coalesce(p_drop_unfinished, true) then
    -- A set with a target stays, as one that was skipped: progression judges a session by what it was asked.
    delete from public.workout_sets
    using public.workout_exercises
    where workout_exercises.workout_id = p_workout_id
      and workout_sets.workout_exercise_id = workout_exercises.id
      and workout_sets.target is null
      and num_nonnulls(workout_sets.reps, workout_sets.duration_seconds, workout_sets.distance_meters) = 0;

    delete from public.workout_exercises
    where workout_exercises.workout_id = p_workout_id
      and workout_exercises.notes is null
      and not exists (
        select 1 from public.workout_sets where workout_sets.workout_exercise_id = workout_exercises.id
      );
  end if;

  update public.workouts
  set
    ended_at = v_ended_at, session_rpe = coalesce(p_session_rpe, workouts.session_rpe),
    notes = coalesce(p_notes, workouts.notes)
  where workouts.id = p_workout_id;

  return jsonb_build_object(
    'workout', private.workout_summary(p_workout_id), 'records', private.workout_records(p_workout_id)
  );
end;
$$;

revoke execute on function public.finish_workout(uuid, timestamptz, numeric, text, boolean) from public;
grant execute on function public.finish_workout(uuid, timestamptz, numeric, text, boolean) to authenticated;

comment on function public.finish_workout(uuid, timestamptz, numeric, text, boolean) is
  'Ends a live workout of the caller, now where p_ended_at is left out, and answers as log_workout() does. '
  'p_session_rpe and p_notes go before what is stored. Sets without an actual value go, but for those with a target, '
  'which stay as skipped, and so do exercises that are left with neither sets nor notes; with p_drop_unfinished false '
  'nothing goes. One that is finished already stays as it is. Errors: 409 id_unusable, deleted; 422 invalid_field.';
