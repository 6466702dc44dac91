create or replace function public.exercise_history(
  p_exercise_id uuid,
  p_limit integer default 20,
  p_cursor text default null
)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
set plan_cache_mode = 'force_generic_plan'
as $$
declare
  v_limit integer := least(greatest(coalesce(p_limit, 20), 1), 100);
  v_filter jsonb := jsonb_build_object('exercise_history', p_exercise_id);
  v_exercise_ids uuid[] := private.merged_exercise_ids(p_exercise_id);
  v_keys jsonb[] := array(
    select to_jsonb(performed)
    from private.exercise_workouts(v_exercise_ids, private.decode_cursor(p_cursor, v_filter), v_limit + 1) as performed
    order by performed.local_date desc, performed.started_at desc, performed.workout_id desc
  );
begin
  return jsonb_build_object(
    'exercise_id', v_exercise_ids[1],
    'items', (
      select coalesce(
        jsonb_agg(private.performed_sets((page.key ->> 'workout_id')::uuid, v_exercise_ids) order by page.ordinal), '[]'
      )
      from unnest(v_keys[:v_limit]) with ordinality as page (key, ordinal)
    ),
    'next_cursor', case when cardinality(v_keys) > v_limit
      then private.encode_cursor(v_filter, v_keys[v_limit])
    end
  );
end;
$$;

revoke execute on function public.exercise_history(uuid, integer, text) from public;
grant execute on function public.exercise_history(uuid, integer, text) to authenticated;

comment on function public.exercise_history(uuid, integer, text) is
  'What the caller did of an exercise in finished workouts, newest day first: {exercise_id, items: [{workout_id, name, '
  'started_at, local_date, routine_id, notes, sets: [as log_workout() takes them]}], next_cursor}. exercise_id is what '
  'the exercise is after merges. p_limit: 1 to 100, 20 by default. Errors: 400 cursor_mismatch.';
