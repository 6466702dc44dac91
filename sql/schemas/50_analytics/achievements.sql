-- What can be achieved, the same for everybody: so much of a metric. Who has achieved it is not stored: see
-- achievement_progress().
create table public.achievements (
  slug text primary key,
  metric text not null,
  threshold numeric not null,
  tier text not null,
  name text not null,
  description text not null,
  translations jsonb not null default '{}',
  position smallint not null,

  constraint achievements_slug_form_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint achievements_metric_check check (metric in (
    'workouts', 'training_days', 'volume_kg', 'distance_meters', 'exercises', 'records', 'daily_streak',
    'weekly_streak', 'plans_completed'
  )),
  constraint achievements_threshold_positive_check check (threshold > 0),
  constraint achievements_tier_check check (tier in ('bronze', 'silver', 'gold', 'platinum')),
  constraint achievements_translations_is_object_check check (jsonb_typeof(translations) = 'object')
);

alter table public.achievements enable row level security;

create policy achievements_select_everyone on public.achievements
  for select to authenticated
  using (true);

revoke all on public.achievements from anon, authenticated;
grant select on public.achievements to authenticated;
grant all on public.achievements to service_role;

comment on table public.achievements is
  'Achievements, the same for everybody. Loaded from sql/catalog; operators may add their own.';
comment on column public.achievements.slug is 'Stable key, such as workouts-100. [none]';
comment on column public.achievements.metric is
  'workouts (finished), training_days, volume_kg (reps × external load), distance_meters, exercises (different ones), '
  'records (days of an exercise on which one was broken), daily_streak and weekly_streak (as of streaks()), '
  'plans_completed. [none]';
comment on column public.achievements.threshold is 'How much of the metric. [none]';
comment on column public.achievements.tier is 'bronze, silver, gold or platinum. [none]';
comment on column public.achievements.name is 'In English. [none]';
comment on column public.achievements.description is 'In English. [none]';
comment on column public.achievements.translations is '{"<language>": {"name", "description"}}. [none]';
comment on column public.achievements.position is 'Order in lists, from 1. [none]';
