create or replace function private.period_exercises(p_from date, p_to date)
returns table (
  exercise_id uuid,
  sets numeric,
  reps numeric,
  volume_kg numeric,
  e1rm_kg numeric
)
language plpgsql
stable
security invoker
rows 50
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_user_id uuid := (select auth.uid());
  v_factors numeric[] := private.one_rep_max_factors(private.own_formula(null));
begin
  return query
    select
      coalesce(exercises.replaced_by, performed.exercise_id),
      sum(performed.sets),
      sum(performed.reps),
      sum(performed.volume_kg),
      round(max(performed.e1rm_kg) filter (where exercises.kind = 'weight_reps'), 3)
    from (
      select
        exercise_days.exercise_id,
        sum(exercise_days.sets) as sets,
        sum(exercise_days.reps) as reps,
        sum(exercise_days.volume_kg) as volume_kg,
        max(private.estimated_day_max(exercise_days.best_weights_kg, v_factors)) as e1rm_kg
      from analytics.exercise_days
      where exercise_days.user_id = v_user_id
        and exercise_days.local_date >= p_from
        and exercise_days.local_date < p_to
      group by exercise_days.exercise_id
    ) as performed
    left join public.exercises on exercises.id = performed.exercise_id
    group by 1;
end;
$$;

revoke execute on function private.period_exercises(date, date) from public;
grant execute on function private.period_exercises(date, date) to authenticated, service_role;

comment on function private.period_exercises(date, date) is
  'What the caller did of each exercise, p_from ≤ day < p_to, after merges; e1rm_kg by the formula of their '
  'settings.';
