create or replace function public.strength_ratio(
  p_exercise_id uuid,
  p_other_exercise_id uuid,
  p_from date default null,
  p_to date default null,
  p_formula text default null
)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_formula text := private.own_formula(p_formula);
  v_best jsonb;
  v_other_best jsonb;
begin
  select jsonb_build_object('value', round(series.value, 3), 'on', series.local_date)
  into v_best
  from private.exercise_series(p_exercise_id, p_from, p_to, 'e1rm', v_formula) as series
  order by series.value desc, series.local_date
  limit 1;

  select jsonb_build_object('value', round(series.value, 3), 'on', series.local_date)
  into v_other_best
  from private.exercise_series(p_other_exercise_id, p_from, p_to, 'e1rm', v_formula) as series
  order by series.value desc, series.local_date
  limit 1;

  return jsonb_build_object(
    'from', p_from,
    'to', p_to,
    'formula', v_formula,
    'exercise_id', (private.merged_exercise_ids(p_exercise_id))[1],
    'best', v_best,
    'other_exercise_id', (private.merged_exercise_ids(p_other_exercise_id))[1],
    'other_best', v_other_best,
    'ratio', round((v_best ->> 'value')::numeric / (v_other_best ->> 'value')::numeric, 3)
  );
end;
$$;

revoke execute on function public.strength_ratio(uuid, uuid, date, date, text) from public;
grant execute on function public.strength_ratio(uuid, uuid, date, date, text) to authenticated;

comment on function public.strength_ratio(uuid, uuid, date, date, text) is
  'How strong the caller is in one exercise beside another, by the best estimated one-repetition maximum of each, '
  'p_from ≤ day < p_to, null for all there is: {from, to, formula, exercise_id, best: {value, on}, '
  'other_exercise_id, other_best: {value, on}, ratio}. What has no such maximum is null, and the ratio with it. No '
  'ratio is judged: those that circulate are customs of gyms, or were measured on machines that logs know nothing '
  'of. p_formula as in exercise_trend(). Errors: 422 invalid_field.';
