create or replace function public.start_workout(
  p_workout_id uuid,
  p_time_zone text,
  p_routine_id uuid default null,
  p_enrollment_id uuid default null,
  p_name text default null,
  p_started_at timestamptz default null
)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_workout public.workouts;
  v_live_id uuid;
  v_prescription jsonb;
begin
  perform private.lock_user_data(v_user_id);
  v_workout := private.own_workout(p_workout_id);
  if v_workout.ended_at is not null then
    return jsonb_build_object('workout', private.workout_document(p_workout_id), 'prescription', null);
  end if;

  select workouts.id
  into v_live_id
  from public.workouts
  where workouts.user_id = v_user_id and workouts.ended_at is null and workouts.id <> p_workout_id
  order by workouts.started_at desc, workouts.id
  limit 1;
  if v_workout.id is null and v_live_id is not null then
    perform private.raise_problem(
      'PT409', 'workout_live', 'p_workout_id', 'Another workout is live.',
      format('Finish or discard workout %s first; nothing was stored.', v_live_id)
    );
  end if;

  v_prescription := private.due_prescription(
    coalesce(p_routine_id, v_workout.routine_id), coalesce(p_enrollment_id, v_workout.enrollment_id)
  );
  if v_workout.id is null then
    perform public.log_workout(jsonb_build_object(
      'id', p_workout_id,
      'name', coalesce(p_name, v_prescription #>> '{routine,name}'),
      'started_at', coalesce(p_started_at, clock_timestamp()),
      'time_zone', p_time_zone,
      'routine_id', v_prescription #> '{routine,id}',
      'enrollment_id', p_enrollment_id,
      'exercises', private.prefilled_exercises(p_workout_id, v_prescription -> 'exercises')
    ));
  end if;
  return jsonb_build_object('workout', private.workout_document(p_workout_id), 'prescription', v_prescription);
end;
$$;

revoke execute on function public.start_workout(uuid, text, uuid, uuid, text, timestamptz) from public;
grant execute on function public.start_workout(uuid, text, uuid, uuid, text, timestamptz) to authenticated;

comment on function public.start_workout(uuid, text, uuid, uuid, text, timestamptz) is
  'Begins a live workout under the client''s id: the next session of an enrollment, a routine (with p_enrollment_id, as '
  'a session of it), or an empty one, which needs p_name. It is stored as log_workout() stores it, with the targets of '
  'the prescription and nothing done. Answers {workout: as log_workout() takes it, prescription: as next_workout() '
  'answers its exercises, with the routine; null for an empty workout}. The same call again changes nothing. Errors: '
  '409 workout_live (hint names the one that is), no_next_session, id_unusable, deleted; 422 missing_field, '
  'invalid_field.';
