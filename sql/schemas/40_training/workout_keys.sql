create or replace function private.workout_keys(
  p_from date,
  p_to date,
  p_exercise_id uuid,
  p_query text,
  p_before jsonb,
  p_limit integer
)
returns jsonb[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_from date := coalesce(p_from, '-infinity');
  v_to date := coalesce(p_to, 'infinity');
  v_before_at timestamptz := coalesce((p_before ->> 'started_at')::timestamptz, 'infinity');
  v_before_id uuid := coalesce((p_before ->> 'id')::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  v_workout_ids uuid[];
begin
  if p_exercise_id is not null then
    v_workout_ids := array(
      select workout_exercises.workout_id
      from public.workout_exercises
      where workout_exercises.user_id = v_user_id
        and workout_exercises.exercise_id = any(private.merged_exercise_ids(p_exercise_id))
    );
  end if;
  if p_query is not null then
    v_workout_ids := array(
      select found.workout_id
      from private.workouts_with_words(p_query) as found
      where v_workout_ids is null or found.workout_id = any(v_workout_ids)
    );
  end if;

  -- One range of the index on time, read no further than the limit, whatever else is asked of a workout: the ids that
  -- were found are a hash. A day is less than two days off its instants.
  return array(
    select jsonb_build_object('started_at', workouts.started_at, 'id', workouts.id)
    from public.workouts
    where workouts.user_id = v_user_id
      and workouts.started_at between (v_from - 2)::timestamptz and (v_to + 2)::timestamptz
      and workouts.started_at <= v_before_at
      and workouts.local_date >= v_from
      and workouts.local_date < v_to
      and (workouts.started_at < v_before_at or workouts.id > v_before_id)
      and (v_workout_ids is null or workouts.id in (select unnest(v_workout_ids)))
    order by workouts.started_at desc, workouts.id
    limit p_limit
  );
end;
$$;

revoke execute on function private.workout_keys(date, date, uuid, text, jsonb, integer) from public;
grant execute on function private.workout_keys(date, date, uuid, text, jsonb, integer) to authenticated;

comment on function private.workout_keys(date, date, uuid, text, jsonb, integer) is
  'Keys {started_at, id} of the caller''s workouts for a page of workout_history(), newest first. p_before is the key '
  'after which the page begins, or null.';
