create or replace function public.streaks(p_on date default null)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
set plan_cache_mode = 'force_generic_plan'
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_on date := private.training_today(p_on);
  v_trained date[];
  v_runs datemultirange;
  v_broken datemultirange;
begin
  select facts.trained, facts.runs, facts.broken
  into v_trained, v_runs, v_broken
  from private.streak_facts(v_user_id, v_on) as facts;

  return jsonb_build_object(
    'on', v_on,
    'daily', (
      select jsonb_build_object(
        'current', coalesce(max(streak.length) filter (where streak.is_current), 0),
        'longest', coalesce(max(streak.length), 0),
        'since', min(streak.since) filter (where streak.is_current)
      )
      from private.daily_streaks(v_runs, v_broken) as streak
    ),
    'weekly', (
      select jsonb_build_object(
        'current', coalesce(max(streak.length) filter (where streak.is_current), 0),
        'longest', coalesce(max(streak.length), 0),
        'since', min(streak.since) filter (where streak.is_current),
        'quota', (array_agg(streak.quota order by streak.week_start desc))[1],
        'training_days', (array_agg(streak.training_days order by streak.week_start desc))[1]
      )
      from private.weekly_streaks(v_user_id, v_trained, v_broken, v_on) as streak
    )
  );
end;
$$;

revoke execute on function public.streaks(date) from public;
grant execute on function public.streaks(date) to authenticated;

comment on function public.streaks(date) is
  'The caller''s streaks as seen on a day of theirs, by default today: {on, daily: {current, longest, since}, weekly: '
  '{current, longest, since, quota, training_days}}. daily: training days without a missed one between them; days of '
  'rest and pauses of enrollments break nothing, and without an enrollment days have to follow each other. weekly: '
  'weeks with as many training days as the caller''s frequency goal says, 2 where there is none; quota and '
  'training_days are this week''s. What the day or week itself still lacks breaks nothing yet. Errors: 422 '
  'invalid_field.';
