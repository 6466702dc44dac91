create or replace function private.report_records(p_from date, p_to date, p_locale text)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    with progress as (
      select
        records.exercise_id,
        records.kind,
        (array_agg(records.reps order by records.achieved_on desc, records.started_at desc))[1] as reps,
        (array_agg(records.value order by records.achieved_on desc, records.started_at desc))[1] as value,
        (array_agg(records.workout_id order by records.achieved_on desc, records.started_at desc))[1] as workout_id,
        max(records.achieved_on) as achieved_on,
        min(records.unit) as unit,
        (array_agg(records.previous_value order by records.achieved_on, records.started_at))[1] as previous_value
      from public.records
      where records.user_id = (select auth.uid())
        and records.achieved_on >= p_from
        and records.achieved_on < p_to
        and not records.is_suspect
      -- The repetitions of an estimate are those of the set behind it, and tell no two records apart.
      group by records.exercise_id, records.kind, case when records.kind <> 'e1rm' then records.reps end
    ),
    newest as (
      select progress.*, coalesce(translations.name, exercises.name) as name
      from progress
      join public.exercises on exercises.id = progress.exercise_id
      left join public.exercise_translations as translations
        on translations.exercise_id = progress.exercise_id and translations.locale = p_locale
      where progress.previous_value is not null
      order by progress.achieved_on desc, name, progress.exercise_id, progress.kind, progress.reps
      limit 100
    )
    select jsonb_build_object(
      'records', coalesce((
        select jsonb_agg(
          jsonb_build_object(
            'workout_id', newest.workout_id,
            'exercise_id', newest.exercise_id,
            'name', newest.name,
            'kind', newest.kind,
            'reps', newest.reps,
            'value', newest.value,
            'unit', newest.unit,
            'previous_value', newest.previous_value,
            'achieved_on', newest.achieved_on
          )
          order by newest.achieved_on desc, newest.name, newest.exercise_id, newest.kind, newest.reps
        )
        from newest
      ), '[]'),
      'records_count', count(*) filter (where progress.previous_value is not null),
      'baselines_count', count(*) filter (where progress.previous_value is null)
    )
    from progress
  );
end;
$$;

revoke execute on function private.report_records(date, date, text) from public;
grant execute on function private.report_records(date, date, text) to authenticated, service_role;

comment on function private.report_records(date, date, text) is
  'What the caller''s records became, p_from ≤ day < p_to: {records: the hundred newest of those that had been set '
  'before, each with its last value and the one that stood when the time began, records_count: of all of those, '
  'baselines_count: of those that were set for the first time}. Likely slips of the finger are left out. Names are in '
  'p_locale where they are translated.';
