create or replace function public.compare_periods(p_from date, p_to date, p_other_from date, p_other_to date)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_other_totals jsonb;
begin
  perform private.check_range(p_from, p_to, 'p_to');
  perform private.check_range(p_other_from, p_other_to, 'p_other_to');
  v_other_totals := private.period_totals(p_other_from, p_other_to);

  return jsonb_build_object(
    'period', jsonb_build_object('from', p_from, 'to', p_to, 'days', p_to - p_from),
    'other', jsonb_build_object('from', p_other_from, 'to', p_other_to, 'days', p_other_to - p_other_from),
    'totals', (
      select jsonb_object_agg(
        total.key, private.change_document(total.value::numeric, (v_other_totals ->> total.key)::numeric)
      )
      from jsonb_each_text(private.period_totals(p_from, p_to)) as total
    ),
    'exercises', (
      select coalesce(
        jsonb_agg(
          jsonb_build_object(
            'exercise_id', exercise_id,
            'sets', private.change_document(coalesce(ours.sets, 0), coalesce(others.sets, 0)),
            'reps', private.change_document(coalesce(ours.reps, 0), coalesce(others.reps, 0)),
            'volume_kg', private.change_document(coalesce(ours.volume_kg, 0), coalesce(others.volume_kg, 0)),
            'e1rm_kg', private.change_document(ours.e1rm_kg, others.e1rm_kg)
          )
          order by coalesce(ours.sets, 0) desc, others.sets desc, exercise_id
        ),
        '[]'
      )
      from private.period_exercises(p_from, p_to) as ours
      full join private.period_exercises(p_other_from, p_other_to) as others using (exercise_id)
    ),
    'muscles', (
      select coalesce(
        jsonb_agg(
          jsonb_build_object(
            'muscle_id', muscles.id,
            'sets', private.change_document(coalesce(ours.sets, 0), coalesce(others.sets, 0))
          )
          order by muscles.position
        ),
        '[]'
      )
      from public.muscles
      left join private.muscle_sets(p_from, p_to) as ours on ours.muscle_id = muscles.id
      left join private.muscle_sets(p_other_from, p_other_to) as others on others.muscle_id = muscles.id
      where ours.sets > 0 or others.sets > 0
    )
  );
end;
$$;

revoke execute on function public.compare_periods(date, date, date, date) from public;
grant execute on function public.compare_periods(date, date, date, date) to authenticated;

comment on function public.compare_periods(date, date, date, date) is
  'The caller''s training of one period beside that of another, p_from ≤ day < p_to and p_other_from ≤ day < '
  'p_other_to: {period: {from, to, days}, other: {from, to, days}, totals: {workouts, duration_seconds, '
  'training_days, sets, reps, volume_kg, distance_meters}, exercises: [{exercise_id, sets, reps, volume_kg, '
  'e1rm_kg}], muscles: [{muscle_id, sets}]}. Each figure is {value, other, change, percent}, percent of the other, '
  'null of nothing: figures are of the whole periods, so take equally long ones. Exercises and muscles are those of '
  'either period, most sets first and in the catalogue''s order; e1rm_kg is the best estimate by the formula of the '
  'settings, null where there is none; sets of muscles are as in muscle_balance(). Errors: 422 invalid_field.';
