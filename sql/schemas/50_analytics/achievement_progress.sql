create or replace function public.achievement_progress(p_on date default null)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_on date := private.training_today(p_on);
  v_language text := split_part(coalesce((
    select settings.locale from public.profile_settings as settings where settings.user_id = v_user_id
  ), 'en'), '-', 1);
begin
  return jsonb_build_object('on', v_on, 'items', (
    select coalesce(
      jsonb_agg(
        jsonb_build_object(
          'slug', achievements.slug,
          'name', coalesce(achievements.translations #>> array[v_language, 'name'], achievements.name),
          'description',
            coalesce(achievements.translations #>> array[v_language, 'description'], achievements.description),
          'metric', achievements.metric,
          'threshold', achievements.threshold,
          'tier', achievements.tier,
          'value', found.value,
          'share', round(least(found.value / achievements.threshold, 1), 4),
          'earned_on', found.earned_on
        )
        order by achievements.position, achievements.slug
      ),
      '[]'
    )
    from (
      select
        rules.slug, coalesce(max(marks.value), 0) as value,
        min(marks.reached_on) filter (where marks.value >= rules.threshold) as earned_on
      from public.achievements as rules
      left join private.achievement_marks(v_user_id, v_on) as marks on marks.metric = rules.metric
      group by rules.slug
    ) as found
    join public.achievements on achievements.slug = found.slug
  ));
end;
$$;

revoke execute on function public.achievement_progress(date) from public;
grant execute on function public.achievement_progress(date) to authenticated;

comment on function public.achievement_progress(date) is
  'What the caller has achieved by a day of theirs, by default today: {on, items: [{slug, name, description, metric, '
  'threshold, tier, value, share, earned_on}]}, in the language of the caller''s locale where there is one. earned_on '
  'is the day on which the metric reached the threshold, null while it has not. It is computed from what is logged '
  'now: who corrects or deletes a workout may have earned something on another day, or not at all. Errors: 422 '
  'invalid_field.';
