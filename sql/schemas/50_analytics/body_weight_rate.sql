create or replace function public.body_weight_rate(p_from date default null, p_to date default null)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select jsonb_build_object(
      'from', p_from,
      'to', p_to,
      'rate', private.rate_document(array_agg(series.local_date), array_agg(series.weight_kg))
    )
    from private.body_weight_series(p_from, p_to) as series
  );
end;
$$;

revoke execute on function public.body_weight_rate(date, date) from public;
grant execute on function public.body_weight_rate(date, date) to authenticated;

comment on function public.body_weight_rate(date, date) is
  'How fast the caller''s body weight changes, p_from ≤ day < p_to, null for all there is: {from, to, rate: as '
  'exercise_rate() answers it, in kg}.';
