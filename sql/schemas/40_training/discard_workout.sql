create or replace function public.discard_workout(p_workout_id uuid)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_ended_at timestamptz;
begin
  perform private.lock_user_data(v_user_id);

  select workouts.ended_at
  into v_ended_at
  from public.workouts
  where workouts.id = p_workout_id and workouts.user_id = v_user_id;
  if not found and not private.is_deleted('workouts', p_workout_id) then
    perform private.raise_id_unusable('p_workout_id');
  end if;
  if v_ended_at is not null then
    perform private.raise_problem(
      'PT409', 'workout_finished', 'p_workout_id', 'This workout is finished, and history.',
      'Delete its row of workouts, if it is to go.'
    );
  end if;

  delete from public.workouts where workouts.id = p_workout_id and workouts.user_id = v_user_id;
  return jsonb_build_object('id', p_workout_id, 'outcome', 'discarded');
end;
$$;

revoke execute on function public.discard_workout(uuid) from public;
grant execute on function public.discard_workout(uuid) to authenticated;

comment on function public.discard_workout(uuid) is
  'Deletes a live workout of the caller, with its exercises and sets: {id, outcome: discarded}. The same again answers '
  'the same. Errors: 409 workout_finished (a finished one is never discarded), id_unusable.';
