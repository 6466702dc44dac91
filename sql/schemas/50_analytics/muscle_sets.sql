create or replace function private.muscle_sets(p_from date, p_to date)
returns table (
  muscle_id text,
  sets numeric
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
  v_exercise_ids uuid[];
  v_sets numeric[];
begin
  select array_agg(coalesce(exercises.replaced_by, exercises.id)), array_agg(counted.sets)
  into v_exercise_ids, v_sets
  from (
    select exercise_days.exercise_id, sum(exercise_days.sets) as sets
    from analytics.exercise_days
    where exercise_days.user_id = v_user_id
      and exercise_days.local_date >= p_from
      and exercise_days.local_date < p_to
    group by exercise_days.exercise_id
  ) as counted
  join public.exercises on exercises.id = counted.exercise_id;

  -- By key, because a plain join reads the whole catalogue for its policies.
  return query
    select exercise_muscles.muscle_id, sum(performed.sets * exercise_muscles.weight)
    from public.exercise_muscles
    join unnest(v_exercise_ids, v_sets) as performed (exercise_id, sets)
      on performed.exercise_id = exercise_muscles.exercise_id
    where exercise_muscles.exercise_id = any(v_exercise_ids)
    group by exercise_muscles.muscle_id;
end;
$$;

revoke execute on function private.muscle_sets(date, date) from public;
grant execute on function private.muscle_sets(date, date) to authenticated, service_role;

comment on function private.muscle_sets(date, date) is
  'Sets of the caller by muscle, p_from ≤ day < p_to: each counts for every muscle of its exercise by the weight '
  'that the catalogue gives it, 1 for a primary and 0.5 for a secondary one unless reviewed otherwise.';
