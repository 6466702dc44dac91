create or replace function public.muscle_balance(
  p_from date,
  p_to date,
  p_min_sets numeric default 10,
  p_max_sets numeric default 20
)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_weeks numeric;
begin
  perform private.check_range(p_from, p_to, 'p_to');
  if not coalesce(p_min_sets >= 0 and p_max_sets >= p_min_sets and p_max_sets <= 1000, false) then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_max_sets', 'must be no less than p_min_sets, both from 0 to 1000',
      'Send the range of weekly sets for a muscle, or neither.'
    );
  end if;

  v_weeks := (p_to - p_from) / 7.0;
  return (
    select jsonb_build_object(
      'from', p_from,
      'to', p_to,
      'weeks', round(v_weeks, 2),
      'min_sets', p_min_sets,
      'max_sets', p_max_sets,
      'muscles', jsonb_agg(
        jsonb_build_object(
          'muscle_id', weekly.muscle_id,
          'region', weekly.region,
          'sets', weekly.sets,
          'weekly_sets', round(weekly.weekly_sets, 2),
          'percent', round(100 * weekly.sets / nullif(weekly.all_sets, 0), 1),
          'status', case
            when weekly.sets = 0 then 'untrained'
            when weekly.weekly_sets < p_min_sets then 'below'
            when weekly.weekly_sets > p_max_sets then 'above'
            else 'within'
          end
        )
        order by weekly.position
      )
    )
    from (
      select
        muscles.id as muscle_id,
        muscles.region,
        muscles.position,
        coalesce(worked.sets, 0) as sets,
        coalesce(worked.sets, 0) / v_weeks as weekly_sets,
        sum(worked.sets) over () as all_sets
      from public.muscles
      left join private.muscle_sets(p_from, p_to) as worked on worked.muscle_id = muscles.id
    ) as weekly
  );
end;
$$;

revoke execute on function public.muscle_balance(date, date, numeric, numeric) from public;
grant execute on function public.muscle_balance(date, date, numeric, numeric) to authenticated;

comment on function public.muscle_balance(date, date, numeric, numeric) is
  'How the caller''s sets are spread over the muscles, p_from ≤ day < p_to: {from, to, weeks, min_sets, max_sets, '
  'muscles: [{muscle_id, region, sets, weekly_sets, percent, status}]}, every muscle, in the catalogue''s order. A '
  'set counts for each muscle of its exercise by its weight, 1 for a primary and 0.5 for a secondary one unless '
  'reviewed otherwise. weekly_sets: a week of the range on average, days without training and those to come among '
  'them. status: untrained, below, within or above p_min_sets to p_max_sets a week. The default is for growth, for '
  'every muscle alike: 10 sets and more gave more than fewer did (Schoenfeld, Ogborn and Krieger, J. Sports Sci. 35, '
  '2017), and more than 20 did not give more in most muscles of trained people (Baz-Valle et al., J. Hum. Kinet. 81, '
  '2022), who counted whole sets. Errors: 422 invalid_field.';
