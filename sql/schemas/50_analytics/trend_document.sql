create or replace function private.trend_document(p_exercise_id uuid, p_metric text, p_formula text)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'exercise_id', (private.merged_exercise_ids(p_exercise_id))[1],
    'metric', p_metric,
    'unit', private.metric_unit(p_metric),
    'formula', case when p_metric = 'e1rm' then p_formula end
  );
end;
$$;

revoke execute on function private.trend_document(uuid, text, text) from public;
grant execute on function private.trend_document(uuid, text, text) to authenticated;

comment on function private.trend_document(uuid, text, text) is
  'What an answer about a metric of an exercise begins with: {exercise_id: what it is after merges, metric, unit, '
  'formula: null where the metric has none}.';
