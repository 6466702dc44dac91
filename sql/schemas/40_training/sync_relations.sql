create or replace function private.sync_relations()
returns table (
  "position" integer,
  relation text,
  row_id text,
  parent_relation text,
  parent_id text
)
language sql
immutable
security invoker
begin atomic
  values
    (1, 'profile_settings', 'user_id', null, null),
    (2, 'exercises', 'id', null, null),
    (3, 'exercise_preferences', 'exercise_id', 'exercises', 'exercise_id'),
    (4, 'gyms', 'id', null, null),
    (5, 'gym_equipment', 'id', 'gyms', 'gym_id'),
    (6, 'routine_folders', 'id', null, null),
    (7, 'routines', 'id', null, null),
    (8, 'routine_exercises', 'id', 'routines', 'routine_id'),
    (9, 'routine_sets', 'id', 'routine_exercises', 'routine_exercise_id'),
    (10, 'plans', 'id', null, null),
    (11, 'plan_days', 'id', 'plans', 'plan_id'),
    (12, 'enrollments', 'id', 'plans', 'plan_id'),
    (13, 'enrollment_pauses', 'id', 'enrollments', 'enrollment_id'),
    (14, 'workouts', 'id', null, null),
    (15, 'workout_exercises', 'id', 'workouts', 'workout_id'),
    (16, 'workout_sets', 'id', 'workout_exercises', 'workout_exercise_id'),
    (17, 'workout_vitals', 'workout_id', 'workouts', 'workout_id'),
    (18, 'workout_set_vitals', 'workout_set_id', 'workout_sets', 'workout_set_id'),
    (19, 'measurement_types', 'id', null, null),
    (20, 'measurements', 'id', 'measurement_types', 'type_id'),
    (21, 'progress_photos', 'id', null, null),
    (22, 'goals', 'id', null, null);
end;

revoke execute on function private.sync_relations() from public;
grant execute on function private.sync_relations() to authenticated, service_role;

comment on function private.sync_relations() is
  'The tables that sync carries, each after those that its rows refer to, with the column by which sync knows a row and '
  'the parent that a new row goes with: where the parent is refused, so is the row.';
