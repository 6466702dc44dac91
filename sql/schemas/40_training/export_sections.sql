create or replace function private.export_sections()
returns table (
  "position" integer,
  file text,
  section text,
  relation text,
  owner_column text,
  page_key text,
  page_size integer,
  left_out text[],
  line text
)
language sql
immutable
security invoker
begin atomic
  select
    row_number() over ()::integer, sections.file, sections.section, sections.relation, sections.owner_column,
    sections.page_key, sections.page_size, sections.left_out, sections.line
  from (
    values
      ('json', 'profile', 'profiles', 'user_id', null, null::integer, array['username_key', 'updated_at'], null),
      ('json', 'settings', 'profile_settings', 'user_id', null, null, '{}', null),
      ('json', 'body_facts', 'body_facts', 'user_id', null, null, '{}', null),
      ('json', 'consents', 'consents', 'user_id', null, null, array['id'], null),
      ('json', 'roles', 'user_roles', 'user_id', null, null, array['granted_by'], null),
      ('json', 'following', 'follows', 'follower_id', null, null, '{}', null),
      ('json', 'followers', 'follows', 'followee_id', null, null, '{}', null),
      ('json', 'blocks', 'blocks', 'blocker_id', null, null, '{}', null),
      ('json', 'exercises', 'exercises', 'user_id', 'id', 500, array['slug', 'source', 'license'], 'private.exercise_record(stored)'),
      ('json', 'exercise_preferences', 'exercise_preferences', 'user_id', 'exercise_id', 2000, '{}', null),
      ('json', 'gyms', 'gyms', 'user_id', 'id', 2000, '{}', null),
      ('json', 'gym_equipment', 'gym_equipment', 'user_id', 'id', 2000, '{}', null),
      ('json', 'routine_folders', 'routine_folders', 'user_id', 'id', 2000, '{}', null),
      ('json', 'routines', 'routines', 'user_id', 'id', 2000, array['effective_visibility'], null),
      ('json', 'routine_sources', 'routine_sources', 'user_id', null, null, '{}', null),
      ('json', 'routine_exercises', 'routine_exercises', 'user_id', 'id', 2000, array['exercise_kind'], null),
      ('json', 'routine_sets', 'routine_sets', 'user_id', 'id', 2000, array['routine_id', 'exercise_kind'], null),
      ('json', 'plans', 'plans', 'user_id', 'id', 2000, array['effective_visibility'], null),
      ('json', 'plan_sources', 'plan_sources', 'user_id', null, null, '{}', null),
      ('json', 'plan_days', 'plan_days', 'user_id', 'id', 2000, '{}', null),
      ('json', 'enrollments', 'enrollments', 'user_id', 'id', 2000, '{}', null),
      ('json', 'enrollment_pauses', 'enrollment_pauses', 'user_id', 'id', 2000, '{}', null),
      ('json', 'goals', 'goals', 'user_id', 'id', 2000, '{}', null),
      ('json', 'measurement_types', 'measurement_types', 'user_id', 'id', 2000, array['slug'], null),
      ('json', 'measurements', 'measurements', 'user_id', 'id', 2000, '{}', null),
      ('json', 'progress_photos', 'progress_photos', 'user_id', 'id', 2000, '{}', null),
      ('json', 'published_plans', 'published_plans', 'user_id', 'id', 20,
        array['effective_visibility', 'popularity', 'updated_at'], null),
      ('json', 'plan_likes', 'plan_likes', 'user_id', null, null, '{}', null),
      ('json', 'plan_uses', 'plan_uses', 'user_id', null, null, '{}', null),
      ('json', 'submissions', 'submissions', 'user_id', 'id', 20, '{}', null),
      ('json', 'share_links', 'share_links', 'user_id', null, null, array['token_hash'], null),
      ('json', 'access_tokens', 'access_tokens', 'user_id', null, null, array['token_hash'], null),
      ('json', 'workouts', 'workouts', 'user_id', 'id', 250, '{}', 'private.workout_record(stored)'),
      ('json', 'record_confirmations', 'analytics.record_confirmations', 'user_id', null, null, '{}', null),
      ('workouts_csv', 'workouts', 'workouts', 'user_id', 'id', 250, '{}', 'private.workout_lines(stored)'),
      ('measurements_csv', 'measurements', 'measurements', 'user_id', 'id', 2000, '{}', 'private.measurement_line(stored)')
  ) as sections (file, section, relation, owner_column, page_key, page_size, left_out, line);
end;

revoke execute on function private.export_sections() from public;
grant execute on function private.export_sections() to service_role;

comment on function private.export_sections() is
  'What an export holds, in its order: sections of a file, each the rows of a table whose owner_column is the user, in '
  'pages of page_size by page_key (all at once where that is null). A row is written as its columns, but for those left '
  'out and what sync and times keep of it, or as the SQL in line says.';
