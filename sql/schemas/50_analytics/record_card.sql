create or replace function public.record_card(
  p_workout_id uuid,
  p_exercise_id uuid,
  p_kind text,
  p_reps integer default null
)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_settings public.profile_settings;
begin
  select settings.* into v_settings
  from public.profile_settings as settings
  where settings.user_id = (select auth.uid());

  return (
    select jsonb_build_object(
      'athlete', (
        select coalesce(profiles.display_name, profiles.username)
        from public.profiles
        where profiles.user_id = (select auth.uid())
      ),
      'locale', coalesce(v_settings.locale, 'en'),
      'unit_system', coalesce(v_settings.unit_system, 'metric'),
      'exercise', coalesce(translations.name, exercises.name),
      'kind', records.kind,
      'reps', records.reps,
      'value', records.value,
      'unit', records.unit,
      'previous_value', records.previous_value,
      'achieved_on', records.achieved_on
    )
    from public.records
    join public.exercises on exercises.id = records.exercise_id
    left join public.exercise_translations as translations on translations.exercise_id = records.exercise_id
      and translations.locale = private.catalog_locale(coalesce(v_settings.locale, 'en'))
    where records.user_id = (select auth.uid())
      and records.exercise_id = p_exercise_id
      and records.workout_id = p_workout_id
      and records.kind = p_kind
      and (p_reps is null or records.reps = p_reps)
    order by records.value desc, records.reps desc
    limit 1
  );
end;
$$;

revoke execute on function public.record_card(uuid, uuid, text, integer) from public;
grant execute on function public.record_card(uuid, uuid, text, integer) to authenticated;

comment on function public.record_card(uuid, uuid, text, integer) is
  'What a picture to share shows of a record of the caller''s, by the workout that set it, exercise, kind and, where a '
  'kind has one for each number of them, repetitions: {athlete, locale, unit_system, exercise, kind, reps, value, '
  'unit, previous_value, achieved_on}. Null where there is none.';
