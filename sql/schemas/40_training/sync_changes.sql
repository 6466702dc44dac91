-- Where rows have changed, in all tables that sync carries: what a pull looks at to know which of them it must read.
create view private.sync_changes
with (security_invoker = true) as
  select 'profile_settings' as relation, user_id, changed_in from public.profile_settings
  union all
  select 'exercises', user_id, changed_in from public.exercises
  union all
  select 'exercise_preferences', user_id, changed_in from public.exercise_preferences
  union all
  select 'gyms', user_id, changed_in from public.gyms
  union all
  select 'gym_equipment', user_id, changed_in from public.gym_equipment
  union all
  select 'routine_folders', user_id, changed_in from public.routine_folders
  union all
  select 'routines', user_id, changed_in from public.routines
  union all
  select 'routine_exercises', user_id, changed_in from public.routine_exercises
  union all
  select 'routine_sets', user_id, changed_in from public.routine_sets
  union all
  select 'plans', user_id, changed_in from public.plans
  union all
  select 'plan_days', user_id, changed_in from public.plan_days
  union all
  select 'enrollments', user_id, changed_in from public.enrollments
  union all
  select 'enrollment_pauses', user_id, changed_in from public.enrollment_pauses
  union all
  select 'workouts', user_id, changed_in from public.workouts
  union all
  select 'workout_exercises', user_id, changed_in from public.workout_exercises
  union all
  select 'workout_sets', user_id, changed_in from public.workout_sets
  union all
  select 'workout_vitals', user_id, changed_in from public.workout_vitals
  union all
  select 'workout_set_vitals', user_id, changed_in from public.workout_set_vitals
  union all
  select 'measurement_types', user_id, changed_in from public.measurement_types
  union all
  select 'measurements', user_id, changed_in from public.measurements
  union all
  select 'progress_photos', user_id, changed_in from public.progress_photos
  union all
  select 'goals', user_id, changed_in from public.goals;

revoke all on private.sync_changes from anon, authenticated;
grant select on private.sync_changes to authenticated, service_role;

comment on view private.sync_changes is
  'The marks of all rows that sync carries, under the caller''s own rights. Filter by user_id and changed_in: each '
  'table has an index of both.';
