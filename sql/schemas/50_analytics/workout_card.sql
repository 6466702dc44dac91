create or replace function public.workout_card(p_workout_id uuid)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_settings public.profile_settings;
  v_locale text;
begin
  select settings.* into v_settings
  from public.profile_settings as settings
  where settings.user_id = (select auth.uid());
  v_locale := private.catalog_locale(coalesce(v_settings.locale, 'en'));

  return (
    with performed as (
      select
        parts.id,
        parts.position,
        coalesce(translations.name, exercises.name) as name,
        count(sets.id) as sets,
        sum(sets.reps) as reps,
        sum(sets.reps * private.lifted_kg(sets.exercise_kind, sets.weight_kg)) as volume_kg,
        sum(sets.distance_meters) as distance_meters,
        (
          array_agg(
            jsonb_build_object('weight_kg', sets.weight_kg, 'reps', sets.reps)
            order by sets.weight_kg desc, sets.reps desc
          ) filter (where sets.reps > 0 and private.lifted_kg(sets.exercise_kind, sets.weight_kg) > 0)
        )[1] as best
      from public.workout_exercises as parts
      join public.exercises on exercises.id = parts.exercise_id
      left join public.exercise_translations as translations
        on translations.exercise_id = parts.exercise_id and translations.locale = v_locale
      join public.workout_sets as sets on sets.workout_exercise_id = parts.id
      where parts.workout_id = p_workout_id
        and private.set_counts(sets.set_type, sets.reps, sets.duration_seconds, sets.distance_meters)
      group by parts.id, parts.position, coalesce(translations.name, exercises.name)
    )
    select jsonb_build_object(
      'athlete', (
        select coalesce(profiles.display_name, profiles.username)
        from public.profiles
        where profiles.user_id = workouts.user_id
      ),
      'locale', coalesce(v_settings.locale, 'en'),
      'unit_system', coalesce(v_settings.unit_system, 'metric'),
      'name', workouts.name,
      'local_date', workouts.local_date,
      'duration_seconds', extract(epoch from workouts.ended_at - workouts.started_at)::integer,
      'exercises_count', (select count(*) from performed),
      'sets', coalesce((select sum(performed.sets) from performed), 0),
      'reps', coalesce((select sum(performed.reps) from performed), 0),
      'volume_kg', coalesce((select sum(performed.volume_kg) from performed), 0),
      'distance_meters', coalesce((select sum(performed.distance_meters) from performed), 0),
      'exercises', coalesce((
        select jsonb_agg(
          jsonb_build_object('name', first.name, 'sets', first.sets, 'best', first.best)
          order by first.position, first.id
        )
        from (select performed.* from performed order by performed.position, performed.id limit 6) as first
      ), '[]')
    )
    from public.workouts
    where workouts.id = p_workout_id and workouts.ended_at is not null
  );
end;
$$;

revoke execute on function public.workout_card(uuid) from public;
grant execute on function public.workout_card(uuid) to authenticated;

comment on function public.workout_card(uuid) is
  'What a picture to share shows of a finished workout that the caller sees: {athlete, locale, unit_system, name, '
  'local_date, duration_seconds, exercises_count, sets, reps, volume_kg, distance_meters, exercises: the first six, '
  '[{name, sets, best: {weight_kg, reps}}]}. No notes, no effort, nothing of the body. Null where there is no such '
  'workout, or it is not seen.';
