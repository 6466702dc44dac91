begin;
select plan(14);

-- Every right that a client, or anybody, has to our schemas and tables. A new grant fails FACT-01 by name until it is
-- added here, which is where a reviewer sees it; those to functions are in function_privileges.test.sql.
create temporary table allowed (role, object, privileges) as values
  ('anon', 'schema private', 'usage'),
  ('anon', 'schema public', 'usage'),
  ('anon', 'table public.equipment', 'select'),
  ('anon', 'table public.exercise_aliases', 'select'),
  ('anon', 'table public.exercise_equipment', 'select'),
  ('anon', 'table public.exercise_media', 'select'),
  ('anon', 'table public.exercise_muscles', 'select'),
  ('anon', 'table public.exercise_translations', 'select'),
  ('anon', 'table public.exercises', 'select'),
  ('anon', 'table public.muscles', 'select'),

  ('authenticated', 'schema analytics', 'usage'),
  ('authenticated', 'schema private', 'usage'),
  ('authenticated', 'schema public', 'usage'),
  ('authenticated', 'table analytics.body_weight_days', 'select'),
  ('authenticated', 'table analytics.exercise_days', 'select'),
  ('authenticated', 'table analytics.record_confirmations', 'select'),
  ('authenticated', 'table analytics.record_history', 'select'),
  ('authenticated', 'table analytics.training_days', 'select'),
  ('authenticated', 'table analytics.user_totals', 'select'),
  ('authenticated', 'table private.sync_changes', 'select'),
  ('authenticated', 'table private.tombstones', 'select'),
  ('authenticated', 'table public.access_tokens',
    'select (created_at, expires_at, id, last_used_at, name, revoked_at, scopes, user_id)'),
  ('authenticated', 'table public.achievements', 'select'),
  ('authenticated', 'table public.audit_events', 'select'),
  ('authenticated', 'table public.blocks', 'select'),
  ('authenticated', 'table public.body_facts',
    'delete, insert (birth_date, height_meters, sex), select, update (birth_date, height_meters, sex)'),
  ('authenticated', 'table public.consents', 'select'),
  ('authenticated', 'table public.enrollment_pauses', 'select'),
  ('authenticated', 'table public.enrollments', 'select'),
  ('authenticated', 'table public.equipment', 'select'),
  ('authenticated', 'table public.exercise_aliases', 'delete, insert (alias, exercise_id, locale), select'),
  ('authenticated', 'table public.exercise_equipment', 'delete, insert (equipment_id, exercise_id), select'),
  ('authenticated', 'table public.exercise_media', 'select'),
  ('authenticated', 'table public.exercise_muscles',
    'delete, insert (exercise_id, muscle_id, role, weight), select, update (exercise_id, muscle_id, role, weight)'),
  ('authenticated', 'table public.exercise_preferences',
    'delete, insert (default_rest_seconds, exercise_id, is_favorite, pinned_note, unit_system), select, '
    'update (default_rest_seconds, exercise_id, is_favorite, pinned_note, unit_system)'),
  ('authenticated', 'table public.exercise_progress', 'select'),
  ('authenticated', 'table public.exercise_translations', 'select'),
  ('authenticated', 'table public.exercises',
    'insert (body_weight_share, category, cues, force, id, instructions, is_unilateral, kind, level, mechanic, name, '
    'variation_group), '
    'select, '
    'update (body_weight_share, category, cues, force, id, instructions, is_unilateral, kind, level, mechanic, name, '
    'variation_group)'),
  ('authenticated', 'table public.follows', 'select'),
  ('authenticated', 'table public.goals',
    'delete, '
    'insert (achieved_on, baseline, current_value, due_on, exercise_id, id, kind, metric, name, period, starts_on, '
    'target, unit), '
    'select, '
    'update (achieved_on, baseline, current_value, due_on, exercise_id, id, kind, metric, name, period, starts_on, '
    'target, unit)'),
  ('authenticated', 'table public.gym_equipment',
    'delete, '
    'insert (equipment_id, exercise_id, gym_id, id, max_weight_kg, name, position, quantity, step_kg, type, '
    'unit_system, weight_kg), '
    'select, '
    'update (equipment_id, exercise_id, gym_id, id, max_weight_kg, name, position, quantity, step_kg, type, '
    'unit_system, weight_kg)'),
  ('authenticated', 'table public.gyms',
    'delete, '
    'insert (id, is_default, name), '
    'select, '
    'update (id, is_default, name)'),
  ('authenticated', 'table public.jobs',
    'select (created_at, error, finished_at, id, progress, result, started_at, status, type, user_id)'),
  ('authenticated', 'table public.measurement_types',
    'delete, '
    'insert (has_sides, id, max_value, min_value, name, position, unit), '
    'select, '
    'update (has_sides, id, max_value, min_value, name, position, unit)'),
  ('authenticated', 'table public.measurements',
    'delete, '
    'insert (external_id, id, measured_at, notes, side, source, time_zone, type_id, value), '
    'select, '
    'update (external_id, id, measured_at, notes, side, source, time_zone, type_id, value)'),
  ('authenticated', 'table public.muscles', 'select'),
  ('authenticated', 'table public.plan_days',
    'delete, '
    'insert (id, name, notes, plan_id, position, routine_id, week, weekday), '
    'select, '
    'update (id, name, notes, plan_id, position, routine_id, week, weekday)'),
  ('authenticated', 'table public.plan_likes', 'select'),
  ('authenticated', 'table public.plan_sources', 'select'),
  ('authenticated', 'table public.plan_uses', 'select'),
  ('authenticated', 'table public.plans',
    'delete, '
    'insert (deload_weeks, description, goal, id, is_repeating, level, name, tags, visibility, weeks), '
    'select, '
    'update (deload_weeks, description, goal, id, is_repeating, level, name, tags, visibility, weeks)'),
  ('authenticated', 'table public.profile_settings',
    'select, '
    'update (day_start_hour, default_routine_visibility, default_workout_visibility, e1rm_formula, locale, time_zone, '
    'unit_system, week_start)'),
  ('authenticated', 'table public.profiles', 'select, update (bio, display_name, visibility)'),
  ('authenticated', 'table public.progress_photos',
    'delete, '
    'insert (dominant_color, id, image_path, notes, pose, taken_on, thumbhash), '
    'select, '
    'update (dominant_color, id, image_path, notes, pose, taken_on, thumbhash)'),
  ('authenticated', 'table public.published_plans', 'delete, select'),
  ('authenticated', 'table public.records', 'select'),
  ('authenticated', 'table public.routine_exercises',
    'delete, '
    'insert (exercise_id, id, notes, position, progression, rest_seconds, routine_id, superset_group, '
    'warmup_ramp), '
    'select, '
    'update (exercise_id, id, notes, position, progression, rest_seconds, routine_id, superset_group, '
    'warmup_ramp)'),
  ('authenticated', 'table public.routine_folders',
    'delete, '
    'insert (id, name, position), '
    'select, '
    'update (id, name, position)'),
  ('authenticated', 'table public.routine_sets',
    'delete, '
    'insert (distance_meters, duration_seconds, id, load_percent, load_percent_of, max_reps, min_reps, position, '
    'rest_seconds, rir, routine_exercise_id, rpe, set_type, weight_kg), '
    'select, '
    'update (distance_meters, duration_seconds, id, load_percent, load_percent_of, max_reps, min_reps, position, '
    'rest_seconds, rir, routine_exercise_id, rpe, set_type, weight_kg)'),
  ('authenticated', 'table public.routine_sources', 'select'),
  ('authenticated', 'table public.routines',
    'delete, '
    'insert (folder_id, id, name, notes, position, visibility), '
    'select, '
    'update (folder_id, id, name, notes, position, visibility)'),
  ('authenticated', 'table public.share_links', 'delete, select'),
  ('authenticated', 'table public.submission_reviews',
    'select (created_at, decision, id, reason, submission_id, version)'),
  ('authenticated', 'table public.submissions', 'select'),
  ('authenticated', 'table public.user_roles', 'select'),
  ('authenticated', 'table public.weekly_muscle_sets', 'select'),
  ('authenticated', 'table public.weekly_training', 'select'),
  ('authenticated', 'table public.workout_exercises',
    'delete, insert (exercise_id, id, notes, position, routine_exercise_id, superset_group, workout_id), select, '
    'update (exercise_id, id, notes, position, routine_exercise_id, superset_group, workout_id)'),
  ('authenticated', 'table public.workout_set_vitals',
    'delete, insert (average_heart_rate, energy_kcal, max_heart_rate, workout_set_id), select, '
    'update (average_heart_rate, energy_kcal, max_heart_rate, workout_set_id)'),
  ('authenticated', 'table public.workout_sets',
    'delete, '
    'insert (completed_at, distance_meters, duration_seconds, id, incline_percent, notes, position, reps, '
    'rest_seconds, rir, rpe, set_type, side, steps, target, tempo, weight_kg, workout_exercise_id), '
    'select, '
    'update (completed_at, distance_meters, duration_seconds, id, incline_percent, notes, position, reps, '
    'rest_seconds, rir, rpe, set_type, side, steps, target, tempo, weight_kg, workout_exercise_id)'),
  ('authenticated', 'table public.workout_summaries', 'select'),
  ('authenticated', 'table public.workout_vitals',
    'delete, insert (average_heart_rate, energy_kcal, max_heart_rate, workout_id), select, '
    'update (average_heart_rate, energy_kcal, max_heart_rate, workout_id)'),
  ('authenticated', 'table public.workouts',
    'delete, '
    'insert (ended_at, enrollment_id, external_id, id, name, notes, revision, routine_id, session_rpe, source, '
    'started_at, time_zone, visibility), '
    'select, '
    'update (ended_at, enrollment_id, external_id, id, name, notes, revision, routine_id, session_rpe, source, '
    'started_at, time_zone, visibility)'),

  ('public', 'schema public', 'usage');

create temporary view acls as
  select 'schema ' || nspname as object, null::name as attname, nspacl as acl
  from pg_namespace
  where nspname in ('public', 'private', 'analytics')
  union all
  select
    format('%s %s.%s', case relkind when 'S' then 'sequence' else 'table' end, relnamespace::regnamespace, relname),
    null, coalesce(relacl, acldefault(case relkind when 'S' then 's' else 'r' end::"char", relowner))
  from pg_class
  where relnamespace::regnamespace::text in ('public', 'private', 'analytics')
    and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
  union all
  select format('table %s.%s', relnamespace::regnamespace, relname), attname, attacl
  from pg_attribute
  join pg_class on pg_class.oid = attrelid
  where relnamespace::regnamespace::text in ('public', 'private', 'analytics') and attacl is not null
  union all
  select format('function %s.%s(%s)', pronamespace::regnamespace, proname, oidvectortypes(proargtypes)),
    null, coalesce(proacl, acldefault('f', proowner))
  from pg_proc
  where pronamespace::regnamespace::text in ('public', 'private', 'analytics');

create temporary view granted as
  select role, object, string_agg(privilege, ', ' order by privilege) as privileges
  from (
    select
      case grantee when 0 then 'public' else grantee::regrole::text end as role,
      object,
      lower(privilege_type) || coalesce(' (' || string_agg(attname, ', ' order by attname) || ')', '') as privilege
    from acls
    cross join lateral aclexplode(acl)
    group by grantee, object, privilege_type, attname is null
  ) as privileges
  where role in ('anon', 'authenticated', 'public')
  group by role, object;

select set_eq(
  $$ select role, object, privileges from granted where object not like 'function %' $$,
  'select role, object, privileges from allowed',
  'FACT-01: clients have exactly the rights to tables that this file lists'
);
select is_empty(
  $$
    select roleid::regrole, member::regrole
    from pg_auth_members
    where member::regrole::text in ('anon', 'authenticated')
  $$,
  'FACT-02: and inherit none from another role'
);
select set_eq(
  $$
    select relname::text
    from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
      and has_any_column_privilege('anon', oid, 'select, insert, update, references')
  $$,
  array[
    'equipment', 'exercise_aliases', 'exercise_equipment', 'exercise_media', 'exercise_muscles',
    'exercise_translations', 'exercises', 'muscles'
  ],
  'FACT-03: without an account one reaches the global catalogue'
);
select set_eq(
  $$
    select proname::text
    from pg_proc
    where pronamespace = 'public'::regnamespace and has_function_privilege('anon', oid, 'execute')
  $$,
  array['get_shared', 'is_username_available'],
  'FACT-04: reads what a link leads to, and learns whether a username is to be had'
);
select is_empty(
  $$
    select role.rolname, schema.nspname
    from pg_roles as role
    cross join pg_namespace as schema
    where role.rolname in ('anon', 'authenticated', 'service_role')
      and schema.nspname in ('public', 'private', 'analytics', 'extensions')
      and has_schema_privilege(role.oid, schema.oid, 'create')
  $$,
  'FACT-05: no role of the API creates objects in a schema of ours'
);
select is_empty(
  $$ select object from acls cross join lateral aclexplode(acl) where grantee = 0 and object like 'function %' $$,
  'FACT-06: no function is executable by PUBLIC'
);
select results_eq(
  $$
    select defaclacl::text
    from pg_default_acl
    where defaclrole = 'postgres'::regrole and defaclnamespace = 0 and defaclobjtype = 'f'
  $$,
  $$ values ('{postgres=X/postgres}') $$,
  'FACT-07: the global default privileges keep functions from PUBLIC'
);

create function public.newcomer() returns integer language sql immutable set search_path = '' as 'select 1';
create table public.newcomers (id uuid primary key);
select is_empty(
  $$ select role from unnest(array['anon', 'authenticated', 'service_role']) as role
     where has_function_privilege(role, 'public.newcomer()', 'execute') $$,
  'FACT-08: so a new function is callable by nobody'
);
select is_empty(
  $$ select role from unnest(array['anon', 'authenticated', 'service_role']) as role
     where has_any_column_privilege(role, 'public.newcomers', 'select, insert, update')
       or has_table_privilege(role, 'public.newcomers', 'delete') $$,
  'FACT-09: and a new table is exposed to nobody'
);
drop function public.newcomer();
drop table public.newcomers;

select is_empty(
  $$
    select role, object, privileges
    from granted
    where object like 'table %' and privileges ~ '(insert|update)(,|$)'
  $$,
  'FACT-10: the right to insert or update always names columns'
);
select is_empty(
  $$
    select attrelid::regclass, attname
    from pg_attribute
    join pg_class on pg_class.oid = attrelid
    where relnamespace::regnamespace::text in ('public', 'private', 'analytics') and relkind in ('r', 'p', 'v')
      and attnum > 0
      and (
        attname in ('user_id', 'created_at', 'updated_at', 'local_date', 'status')
        or attname ~ '^effective_'
        or attgenerated <> ''
      )
      and has_column_privilege('authenticated', attrelid, attnum, 'insert, update')
  $$,
  'FACT-11: no client writes owners, times of the server or derived columns'
);
select is_empty(
  $$
    select attrelid::regclass
    from pg_attribute
    join pg_class on pg_class.oid = attrelid
    where relnamespace = 'public'::regnamespace and relkind = 'r' and attname = 'id'
      and has_column_privilege('authenticated', attrelid, attnum, 'update')
      and not exists (
        select
        from pg_trigger
        where tgrelid = attrelid and tgfoid = 'private.tg_keep()'::regprocedure
          and encode(tgargs, 'escape') ~ '(^|\\000)id(\\000)'
      )
  $$,
  'FACT-12: an id that an upsert may send has a trigger that keeps it'
);
select set_eq(
  $$
    select tgrelid::regclass::text, tgname::text
    from pg_trigger
    join pg_proc on pg_proc.oid = tgfoid
    join pg_class on pg_class.oid = tgrelid
    where not tgisinternal
      and pronamespace::regnamespace::text in ('public', 'private', 'analytics')
      and relnamespace::regnamespace::text not in ('public', 'private', 'analytics')
  $$,
  $$ values ('auth.users', 'users_40_lock_published_plans'), ('auth.users', 'users_50_create_profile'), ('auth.users', 'users_60_forget_tombstones') $$,
  'FACT-13: these triggers of ours hang on tables of the platform'
);
select set_eq(
  $$
    select format('%s.%s', schemaname, tablename), policyname::text, cmd::text, roles::text
    from pg_policies
    where schemaname not in ('public', 'private', 'analytics', 'cron')
  $$,
  $$
    values
      ('storage.objects', 'files_select_owner', 'SELECT', '{authenticated}'),
      ('storage.objects', 'uploads_delete_owner', 'DELETE', '{authenticated}'),
      ('storage.objects', 'uploads_insert_owner', 'INSERT', '{authenticated}')
  $$,
  'FACT-14: and these policies'
);

select * from finish();
rollback;
