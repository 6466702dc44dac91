-- How one user wants things counted and shown. Nobody else ever reads it.
create table public.profile_settings (
  user_id uuid primary key references auth.users (id) on delete cascade,
  unit_system text not null default 'metric',
  time_zone text not null default 'UTC',
  locale text not null default 'en',
  week_start smallint not null default 1,
  day_start_hour smallint not null default 0,
  e1rm_formula text not null default 'epley',
  default_workout_visibility text not null default 'private',
  default_routine_visibility text not null default 'private',
  username_changed_at timestamptz,
  version integer not null default 1,
  changed_in bigint not null default private.change_mark(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint profile_settings_unit_system_check check (unit_system in ('metric', 'imperial')),
  constraint profile_settings_locale_form_check check (locale ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$'),
  constraint profile_settings_week_start_range_check check (week_start between 1 and 7),
  constraint profile_settings_day_start_hour_range_check check (day_start_hour between 0 and 12),
  constraint profile_settings_e1rm_formula_check
    check (e1rm_formula in ('epley', 'brzycki', 'lombardi', 'oconner', 'mayhew', 'wathan', 'lander')),
  constraint profile_settings_default_workout_visibility_check
    check (default_workout_visibility in ('public', 'followers', 'private')),
  constraint profile_settings_default_routine_visibility_check
    check (default_routine_visibility in ('public', 'followers', 'private'))
);

alter table public.profile_settings enable row level security;

create policy profile_settings_select_owner on public.profile_settings
  for select to authenticated
  using (user_id = (select auth.uid()));

create policy profile_settings_update_owner on public.profile_settings
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

revoke all on public.profile_settings from anon, authenticated;
grant select on public.profile_settings to authenticated;
grant update (
  unit_system, time_zone, locale, week_start, day_start_hour, e1rm_formula, default_workout_visibility,
  default_routine_visibility
) on public.profile_settings to authenticated;
grant all on public.profile_settings to service_role;

create trigger profile_settings_00_lock_user_data
  before insert or update or delete on public.profile_settings
  for each statement execute function private.tg_lock_user_data();

create trigger profile_settings_10_time_zone
  before insert or update of time_zone on public.profile_settings
  for each row execute function private.tg_check_time_zone();

create trigger profile_settings_20_locale
  before insert or update of locale on public.profile_settings
  for each row execute function private.tg_check_locale();

create trigger profile_settings_30_mark_change
  before update on public.profile_settings
  for each row execute function private.tg_mark_change();

comment on table public.profile_settings is 'A user''s own settings. Made at sign-up; the owner updates them.';
comment on column public.profile_settings.user_id is 'Owner. [personal]';
comment on column public.profile_settings.unit_system is
  'What clients show: metric or imperial. The API itself speaks SI only. [personal]';
comment on column public.profile_settings.time_zone is 'IANA name of the zone the user lives in. [personal]';
comment on column public.profile_settings.locale is
  'BCP 47 tag: language, optional script, optional region. [personal]';
comment on column public.profile_settings.week_start is
  'ISO weekday on which weeks begin: 1 Monday to 7 Sunday. [personal]';
comment on column public.profile_settings.day_start_hour is
  'Hour at which a new day begins, so that a workout at 00:30 can belong to the evening before. Applies to workouts '
  'logged from then on. [personal]';
comment on column public.profile_settings.e1rm_formula is
  'Formula of estimated maxima: epley, brzycki, lombardi, oconner, mayhew, wathan or lander. [none]';
comment on column public.profile_settings.default_workout_visibility is
  'Visibility of a workout that names none. [none]';
comment on column public.profile_settings.default_routine_visibility is
  'Visibility of a routine or plan that names none. [none]';
comment on column public.profile_settings.username_changed_at is
  'When the username was changed last; it can be once in 30 days. Derived. [personal]';
comment on column public.profile_settings.version is 'Raised with every change. Derived. [none]';
comment on column public.profile_settings.changed_in is 'When it changed, as sync counts. Derived. [none]';
comment on column public.profile_settings.created_at is '[none]';
comment on column public.profile_settings.updated_at is '[none]';
