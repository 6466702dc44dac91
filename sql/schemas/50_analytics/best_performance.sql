create or replace function private.best_performance(p_exercise_ids uuid[])
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    with days as (
      select
        exercise_days.local_date,
        exercise_days.max_weight_kg,
        private.estimated_one_rep_max(exercise_days.best_weights_kg) as e1rm_kg
      from analytics.exercise_days
      where exercise_days.user_id = (select auth.uid())
        and exercise_days.exercise_id = any(p_exercise_ids)
        and exercise_days.max_weight_kg is not null
    )
    select jsonb_build_object(
      'max_weight_kg', max(days.max_weight_kg),
      'max_weight_on', (array_agg(days.local_date order by days.max_weight_kg desc, days.local_date))[1],
      'e1rm_kg', max(days.e1rm_kg),
      'e1rm_on', (
        array_agg(days.local_date order by days.e1rm_kg desc, days.local_date) filter (where days.e1rm_kg is not null)
      )[1]
    )
    from days
    having count(*) > 0
  );
end;
$$;

revoke execute on function private.best_performance(uuid[]) from public;
grant execute on function private.best_performance(uuid[]) to authenticated, service_role;

comment on function private.best_performance(uuid[]) is
  'The caller''s heaviest load and best estimated one-repetition maximum of these exercises, each with the first day it '
  'was lifted on: {max_weight_kg, max_weight_on, e1rm_kg, e1rm_on}; null without a load.';
