create or replace function public.last_performance(p_exercise_ids uuid[])
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if coalesce(cardinality(p_exercise_ids), 0) > 100 then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_exercise_ids', 'must be an array of at most 100 elements',
      'Ask for fewer exercises at a time.', 100
    );
  end if;

  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select coalesce(
      jsonb_object_agg(asked.id, jsonb_build_object(
        'exercise_id', merged.ids[1],
        'last', private.performed_sets(
          (
            -- The newest by the clock: whoever flies west over the date line trains on a later day first.
            select candidates.workout_id
            from private.exercise_workouts(merged.ids, null, 3) as candidates
            order by candidates.started_at desc, candidates.workout_id desc
            limit 1
          ),
          merged.ids
        ),
        'best', private.best_performance(merged.ids)
      )),
      '{}'
    )
    from (select distinct unnest(p_exercise_ids) as id) as asked
    cross join lateral (select private.merged_exercise_ids(asked.id) as ids) as merged
  );
end;
$$;

revoke execute on function public.last_performance(uuid[]) from public;
grant execute on function public.last_performance(uuid[]) to authenticated;

comment on function public.last_performance(uuid[]) is
  'What the caller did the last time, for a whole workout in one call: {<each id that was asked for>: {exercise_id: '
  'what it is after merges, last: {workout_id, name, started_at, local_date, routine_id, notes, sets: [as log_workout() '
  'takes them]}, best: {max_weight_kg, max_weight_on, e1rm_kg, e1rm_on}}}. last is the newest finished workout in which '
  'a set of it was done; null where there is none. best holds the heaviest load and the best estimated one-repetition '
  'maximum of all days, a live workout''s included; null without a load. At most 100 ids. Errors: 422 invalid_field.';
