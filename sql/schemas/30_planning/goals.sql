-- What a user means to reach. Nobody else ever reads it.
create table public.goals (
  id uuid primary key,
  user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  kind text not null,
  name text,
  exercise_id uuid references public.exercises (id) on delete cascade,
  metric text,
  unit text,
  period text,
  target numeric(12, 3) not null,
  baseline numeric(12, 3),
  starts_on date not null,
  due_on date,
  current_value numeric(12, 3),
  achieved_on date,
  version integer not null default 1,
  changed_in bigint not null default private.change_mark(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint goals_kind_check check (kind in ('exercise', 'body_weight', 'frequency', 'distance', 'custom')),
  constraint goals_name_length_check check (char_length(name) <= 120 and name ~ '[^[:space:]]'),
  constraint goals_custom_has_name_check check (kind <> 'custom' or name is not null),
  constraint goals_exercise_of_kind_check check (
    case kind when 'exercise' then exercise_id is not null when 'distance' then true else exercise_id is null end
  ),
  constraint goals_metric_check check (metric in (
    'e1rm', 'max_weight', 'set_volume', 'most_reps', 'longest_duration', 'farthest_distance', 'best_pace'
  )),
  constraint goals_metric_is_of_exercise_check check ((metric is not null) = (kind = 'exercise')),
  constraint goals_unit_is_custom_check check (unit is null or kind = 'custom'),
  constraint goals_unit_length_check check (char_length(unit) <= 20 and unit ~ '[^[:space:]]'),
  constraint goals_period_check check (period in ('week', 'month')),
  constraint goals_period_of_kind_check check (
    case kind
      when 'frequency' then period is not distinct from 'week'
      when 'distance' then period is not null
      else period is null
    end
  ),
  constraint goals_target_range_check check (
    case kind
      when 'body_weight' then target between 10 and 700
      when 'frequency' then target >= 1 and target <= 7 and target = trunc(target)
      when 'custom' then target between -1000000 and 1000000
      else target > 0 and target <= 10000000
    end
  ),
  constraint goals_baseline_of_kind_check check (baseline is null or kind not in ('frequency', 'distance')),
  constraint goals_baseline_range_check check (baseline between -10000000 and 10000000),
  constraint goals_starts_on_range_check check (starts_on between '1970-01-01' and '2100-12-31'),
  constraint goals_due_after_start_check check (due_on >= starts_on and due_on <= '2100-12-31'),
  constraint goals_current_value_is_custom_check check (current_value is null or kind = 'custom'),
  constraint goals_current_value_range_check check (current_value between -1000000 and 1000000),
  constraint goals_achieved_on_is_custom_check check (achieved_on is null or kind = 'custom'),
  constraint goals_achieved_after_start_check check (achieved_on >= starts_on and achieved_on <= '2100-12-31')
);

create index goals_user_id_idx on public.goals (user_id, kind, starts_on);
create index goals_exercise_id_idx on public.goals (exercise_id);
create index goals_user_id_changed_in_idx on public.goals (user_id, changed_in);

alter table public.goals enable row level security;

create policy goals_select_owner on public.goals
  for select to authenticated
  using (user_id = (select auth.uid()));

create policy goals_insert_owner on public.goals
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy goals_update_owner on public.goals
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create policy goals_delete_owner on public.goals
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.goals from anon, authenticated;
grant select, delete on public.goals to authenticated;
grant insert (
  id, kind, name, exercise_id, metric, unit, period, target, baseline, starts_on, due_on, current_value, achieved_on
) on public.goals to authenticated;
grant update (
  id, kind, name, exercise_id, metric, unit, period, target, baseline, starts_on, due_on, current_value, achieved_on
) on public.goals to authenticated;
grant all on public.goals to service_role;

create trigger goals_00_lock_user_data
  before insert or update or delete on public.goals
  for each statement execute function private.tg_lock_user_data();

create trigger goals_05_consent
  before insert or update on public.goals
  for each row when (new.kind = 'body_weight')
  execute function private.tg_require_health_consent();

create trigger goals_10_keep
  before update of id, kind on public.goals
  for each row execute function private.tg_keep('id', 'kind');

create trigger goals_20_exercise
  before insert or update of exercise_id on public.goals
  for each row when (new.exercise_id is not null)
  execute function private.tg_check_exercise();

create trigger goals_30_mark_change
  before update on public.goals
  for each row execute function private.tg_mark_change();

create trigger goals_40_enforce_quota
  after insert on public.goals
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_quota('goals', 'user_id');

create trigger goals_70_bury
  after delete on public.goals
  referencing old table as old_rows
  for each statement execute function private.tg_bury();

comment on table public.goals is
  'What users mean to reach; goal_progress() says how far they are. What decides is what was logged: a goal that '
  'somebody changes their mind about ends, and a new one begins. Those of body weight need consent to health_data. '
  'Errors: 403 consent_required; 409 id_unusable, column_immutable, quota_exceeded.';
comment on column public.goals.id is 'Made by the client (uuid v7). [none]';
comment on column public.goals.user_id is 'Owner. [personal]';
comment on column public.goals.kind is
  'exercise: a metric of one. body_weight. frequency: training days a week. distance: a week or a month. custom: '
  'whatever else, whose value the owner writes. It does not change. [personal]';
comment on column public.goals.name is 'As the user named it; what is custom has a name. [personal]';
comment on column public.goals.exercise_id is
  'Of the kind exercise; of a distance where only one exercise counts. [personal]';
comment on column public.goals.metric is
  'Of the kind exercise: e1rm, max_weight, set_volume, most_reps, longest_duration, farthest_distance, or best_pace, '
  'of which less is better. [personal]';
comment on column public.goals.unit is 'What a custom value is in, as the user writes it. [personal]';
comment on column public.goals.period is 'week or month of a distance, week of a frequency; else null. [personal]';
comment on column public.goals.target is
  'In the unit of the metric, kg of body weight, days, metres, or the unit of what is custom. [health]';
comment on column public.goals.baseline is
  'Where it begins; null for what was logged by starts_on. None of what comes anew each period. [health]';
comment on column public.goals.starts_on is 'First day that counts, in the user''s own days. [personal]';
comment on column public.goals.due_on is
  'By when, that day included; of a frequency or distance the last day on which it is meant. [personal]';
comment on column public.goals.current_value is 'Of what is custom: how far it is. [personal]';
comment on column public.goals.achieved_on is
  'Of what is custom: when the user reached it. All else is read from what was logged. [personal]';
comment on column public.goals.version is 'Raised with every change. Derived. [none]';
comment on column public.goals.changed_in is 'When it changed, as sync counts. Derived. [none]';
comment on column public.goals.created_at is '[none]';
comment on column public.goals.updated_at is '[none]';
