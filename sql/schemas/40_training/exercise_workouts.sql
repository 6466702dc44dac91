create or replace function private.exercise_workouts(
  p_exercise_ids uuid[],
  p_before jsonb,
  p_limit integer
)
returns table (
  local_date date,
  started_at timestamptz,
  workout_id uuid
)
language plpgsql
stable
security invoker
rows 20
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_user_id uuid := (select auth.uid());
  v_date date := coalesce((p_before ->> 'local_date')::date, 'infinity');
  v_at timestamptz := coalesce((p_before ->> 'started_at')::timestamptz, 'infinity');
  v_id uuid := coalesce((p_before ->> 'workout_id')::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
begin
  -- Each exercise is one range of an index, read backwards no further than the limit: hence the lateral.
  return query
    select distinct found.local_date, found.started_at, found.workout_id
    from unnest(p_exercise_ids) as exercise (id)
    cross join lateral (
      select distinct performed.local_date, workouts.started_at, performed.workout_id
      from public.workout_exercises as performed
      -- A probe for each: under its policy a join would be planned as a scan of all workouts.
      cross join lateral (
        select finished.started_at
        from public.workouts as finished
        where finished.id = performed.workout_id and finished.ended_at is not null
        offset 0
      ) as workouts
      where performed.user_id = v_user_id
        and performed.exercise_id = exercise.id
        and performed.local_date <= v_date
        and (performed.local_date, workouts.started_at, performed.workout_id) < (v_date, v_at, v_id)
        and (
          select true
          from public.workout_sets
          where workout_sets.workout_exercise_id = performed.id
            and num_nonnulls(workout_sets.reps, workout_sets.duration_seconds, workout_sets.distance_meters) > 0
          limit 1
        )
      order by performed.local_date desc, workouts.started_at desc, performed.workout_id desc
      limit p_limit
    ) as found
    order by found.local_date desc, found.started_at desc, found.workout_id desc
    limit p_limit;
end;
$$;

revoke execute on function private.exercise_workouts(uuid[], jsonb, integer) from public;
grant execute on function private.exercise_workouts(uuid[], jsonb, integer) to authenticated, service_role;

comment on function private.exercise_workouts(uuid[], jsonb, integer) is
  'The caller''s finished workouts in which a set of any of these exercises was done, newest day first. p_before is the '
  'key {local_date, started_at, workout_id} after which a page begins, or null.';
