create or replace function private.report_exercises(
  p_from date,
  p_to date,
  p_previous_from date,
  p_previous_to date,
  p_locale text
)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    with done as (
      select
        days.exercise_id,
        count(*) filter (where days.local_date >= p_from) as days,
        coalesce(sum(days.sets) filter (where days.local_date >= p_from), 0) as sets,
        coalesce(sum(days.sets) filter (where days.local_date < p_from), 0) as previous_sets,
        sum(days.reps) filter (where days.local_date >= p_from) as reps,
        sum(days.volume_kg) filter (where days.local_date >= p_from) as volume_kg,
        max(days.max_weight_kg) filter (where days.local_date >= p_from) as max_weight_kg
      from analytics.exercise_days as days
      where days.user_id = (select auth.uid())
        and days.local_date >= p_previous_from
        and days.local_date < p_to
        and (days.local_date >= p_from or days.local_date < p_previous_to)
      group by days.exercise_id
    ),
    worked as (
      select
        parts.muscle_id,
        sum(done.sets * parts.weight) as sets,
        sum(done.previous_sets * parts.weight) as previous_sets
      from done
      join public.exercise_muscles as parts on parts.exercise_id = done.exercise_id
      group by parts.muscle_id
    ),
    most as (
      select done.*, coalesce(translations.name, exercises.name) as name
      from done
      join public.exercises on exercises.id = done.exercise_id
      left join public.exercise_translations as translations
        on translations.exercise_id = done.exercise_id and translations.locale = p_locale
      where done.days > 0
      order by done.volume_kg desc, done.sets desc, name, done.exercise_id
      limit 100
    )
    select jsonb_build_object(
      'muscles', coalesce((
        select jsonb_agg(
          jsonb_build_object(
            'muscle_id', worked.muscle_id,
            'name', muscles.name,
            'sets', round(worked.sets, 1),
            'previous_sets', round(worked.previous_sets, 1)
          )
          order by worked.sets desc, muscles.position
        )
        from worked
        join public.muscles on muscles.id = worked.muscle_id
        where worked.sets > 0
      ), '[]'),
      'exercises', coalesce((
        select jsonb_agg(
          jsonb_build_object(
            'exercise_id', most.exercise_id,
            'name', most.name,
            'days', most.days,
            'sets', most.sets,
            'reps', most.reps,
            'volume_kg', most.volume_kg,
            'max_weight_kg', most.max_weight_kg
          )
          order by most.volume_kg desc, most.sets desc, most.name, most.exercise_id
        )
        from most
      ), '[]'),
      'exercises_count', (select count(*) from done where done.days > 0)
    )
  );
end;
$$;

revoke execute on function private.report_exercises(date, date, date, date, text) from public;
grant execute on function private.report_exercises(date, date, date, date, text) to authenticated, service_role;

comment on function private.report_exercises(date, date, date, date, text) is
  'What the caller did by muscle and exercise, p_from ≤ day < p_to: {muscles: with the sets of the time before beside '
  'them, the most first; exercises: the hundred with the most volume; exercises_count: of all of them}. A set counts '
  'for each muscle of its exercise by that muscle''s weight. Names of exercises are in p_locale where they are '
  'translated.';
