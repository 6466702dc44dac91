begin;
select plan(14);

-- Every right that a client, or anybody, has in our schemas. A new grant fails FACT-01 by name until it is added here,
-- which is where a reviewer sees it.
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
  ('anon', 'function public.get_shared(text)', 'execute'),
  ('anon', 'function public.is_username_available(text)', 'execute'),
  ('anon', 'function private.answer_problem(text, text, text, text, text)', 'execute'),
  ('anon', 'function private.check_username(text)', 'execute'),
  ('anon', 'function private.decode_cursor(text, jsonb)', 'execute'),
  ('anon', 'function private.encode_cursor(jsonb, jsonb)', 'execute'),
  ('anon', 'function private.raise_problem(text, text, text, text, text, integer)', 'execute'),
  ('anon', 'function private.read_shared(text)', 'execute'),
  ('anon', 'function private.share_not_found()', 'execute'),

  ('authenticated', 'schema analytics', 'usage'),
  ('authenticated', 'schema private', 'usage'),
  ('authenticated', 'schema public', 'usage'),

  ('authenticated', 'table analytics.exercise_days', 'select'),
  ('authenticated', 'table private.tombstones', 'select'),
  ('authenticated', 'table public.access_tokens',
    'select (created_at, expires_at, id, last_used_at, name, revoked_at, scopes, user_id)'),
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
  ('authenticated', 'table public.exercise_translations', 'select'),
  ('authenticated', 'table public.exercises',
    'insert (body_weight_share, category, cues, force, id, instructions, is_unilateral, kind, level, mechanic, name, '
    'variation_group), '
    'select, '
    'update (body_weight_share, category, cues, force, id, instructions, is_unilateral, kind, level, mechanic, name, '
    'variation_group)'),
  ('authenticated', 'table public.follows', 'select'),
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
  ('authenticated', 'table public.jobs', 'select (created_at, error, finished_at, id, progress, result, started_at, status, type, user_id)'),
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
  ('authenticated', 'table public.plan_likes', 'delete, insert (published_plan_id), select'),
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
  ('authenticated', 'table public.routines',
    'delete, '
    'insert (folder_id, id, name, notes, position, visibility), '
    'select, '
    'update (folder_id, id, name, notes, position, visibility)'),
  ('authenticated', 'table public.share_links', 'delete, select'),
  ('authenticated', 'table public.submission_reviews', 'select (created_at, decision, id, reason, submission_id, version)'),
  ('authenticated', 'table public.submissions', 'select'),
  ('authenticated', 'table public.user_roles', 'select'),
  ('authenticated', 'table public.workout_exercises',
    'delete, insert (exercise_id, id, notes, position, routine_exercise_id, superset_group, workout_id), select, '
    'update (exercise_id, id, notes, position, routine_exercise_id, superset_group, workout_id)'),
  ('authenticated', 'table public.workout_sets',
    'delete, '
    'insert (average_heart_rate, completed_at, distance_meters, duration_seconds, energy_kcal, id, incline_percent, '
    'max_heart_rate, notes, position, reps, rest_seconds, rir, rpe, set_type, side, steps, target, tempo, weight_kg, '
    'workout_exercise_id), '
    'select, '
    'update (average_heart_rate, completed_at, distance_meters, duration_seconds, energy_kcal, id, incline_percent, '
    'max_heart_rate, notes, position, reps, rest_seconds, rir, rpe, set_type, side, steps, target, tempo, weight_kg, '
    'workout_exercise_id)'),
  ('authenticated', 'table public.workouts',
    'delete, '
    'insert (average_heart_rate, ended_at, energy_kcal, enrollment_id, external_id, id, max_heart_rate, name, notes, revision, '
    'routine_id, session_rpe, source, started_at, time_zone, visibility), '
    'select, '
    'update (average_heart_rate, ended_at, energy_kcal, enrollment_id, external_id, id, max_heart_rate, name, notes, revision, '
    'routine_id, session_rpe, source, started_at, time_zone, visibility)'),

  ('authenticated', 'function public.community_plan(uuid)', 'execute'),
  ('authenticated', 'function public.community_plans(text, text[], text[], text[], text[], integer, integer, integer, text, integer, text)', 'execute'),
  ('authenticated', 'function public.cancel_job(uuid)', 'execute'),
  ('authenticated', 'function public.copy_plan(uuid, uuid, text)', 'execute'),
  ('authenticated', 'function public.copy_shared(text, uuid, text)', 'execute'),
  ('authenticated', 'function public.create_share_link(uuid, uuid, uuid, integer, integer)', 'execute'),
  ('authenticated', 'function public.dashboard(date, date)', 'execute'),
  ('authenticated', 'function public.delete_exercise(uuid)', 'execute'),
  ('authenticated', 'function public.end_enrollment(uuid, text)', 'execute'),
  ('authenticated', 'function public.enroll(uuid, date, text, uuid, uuid, jsonb)', 'execute'),
  ('authenticated', 'function public.enrollment(uuid)', 'execute'),
  ('authenticated', 'function public.enrollment_schedule(uuid, date, date)', 'execute'),
  ('authenticated', 'function public.exercise_trend(uuid, date, date)', 'execute'),
  ('authenticated', 'function public.get_shared(text)', 'execute'),
  ('authenticated', 'function public.grant_role(uuid, text)', 'execute'),
  ('authenticated', 'function public.change_username(text)', 'execute'),
  ('authenticated', 'function public.create_access_token(uuid, text, text[], integer)', 'execute'),
  ('authenticated', 'function public.discard_workout(uuid)', 'execute'),
  ('authenticated', 'function public.exercise_history(uuid, integer, text)', 'execute'),
  ('authenticated', 'function public.finish_workout(uuid, timestamp with time zone, numeric, text, boolean)',
    'execute'),
  ('authenticated', 'function private.add_access_token(uuid, text, text[], integer)', 'execute'),
  ('authenticated', 'function private.acute_chronic_ratio(text, numeric[])', 'execute'),
  ('authenticated', 'function private.check_gym(jsonb)', 'execute'),
  ('authenticated', 'function private.add_enrollment(uuid, uuid, date, text, uuid, jsonb)', 'execute'),
  ('authenticated', 'function private.change_enrollment(uuid, uuid, jsonb)', 'execute'),
  ('authenticated', 'function private.check_exercise(jsonb)', 'execute'),
  ('authenticated', 'function private.calendar_sessions(uuid, date, date)', 'execute'),
  ('authenticated', 'function private.check_plan(jsonb)', 'execute'),
  ('authenticated', 'function private.check_routine(jsonb)', 'execute'),
  ('authenticated', 'function private.choose_username(text)', 'execute'),
  ('authenticated', 'function public.is_username_available(text)', 'execute'),
  ('authenticated', 'function public.last_performance(uuid[])', 'execute'),
  ('authenticated', 'function public.load_plates(uuid, uuid, numeric)', 'execute'),
  ('authenticated', 'function public.log_measurements(jsonb)', 'execute'),
  ('authenticated', 'function public.log_workout(jsonb)', 'execute'),
  ('authenticated', 'function public.me()', 'execute'),
  ('authenticated', 'function public.merge_exercises(uuid, uuid)', 'execute'),
  ('authenticated', 'function public.pause_enrollment(uuid, date)', 'execute'),
  ('authenticated', 'function public.plan(uuid)', 'execute'),
  ('authenticated', 'function public.record_consent(text, text, text)', 'execute'),
  ('authenticated', 'function public.restore_exercise(uuid)', 'execute'),
  ('authenticated', 'function public.repeat_workout(uuid, uuid)', 'execute'),
  ('authenticated', 'function public.remove_published_plan(uuid, text)', 'execute'),
  ('authenticated', 'function public.resume_enrollment(uuid, date)', 'execute'),
  ('authenticated', 'function public.review_submission(uuid, integer, text, text)', 'execute'),
  ('authenticated', 'function public.revoke_access_token(uuid)', 'execute'),
  ('authenticated', 'function public.revoke_role(uuid, text)', 'execute'),
  ('authenticated', 'function public.revoke_share_link(uuid)', 'execute'),
  ('authenticated', 'function public.routine(uuid)', 'execute'),
  ('authenticated', 'function public.save_gym(jsonb)', 'execute'),
  ('authenticated',
    'function public.search_exercises(text, text[], text[], text[], text[], text[], text, text, integer, text, boolean)',
    'execute'),
  ('authenticated', 'function public.save_exercise(jsonb)', 'execute'),
  ('authenticated', 'function public.save_plan(jsonb)', 'execute'),
  ('authenticated', 'function public.save_routine(jsonb)', 'execute'),
  ('authenticated', 'function public.save_workout_as_routine(uuid, uuid, text)', 'execute'),
  ('authenticated', 'function public.search_profiles(text, integer, text)', 'execute'),
  ('authenticated', 'function public.submit_plan(uuid, text)', 'execute'),
  ('authenticated', 'function public.submission_queue(text, text, integer, text)', 'execute'),
  ('authenticated', 'function public.submit_exercise(uuid, text)', 'execute'),
  ('authenticated', 'function public.unpublish_plan(uuid)', 'execute'),
  ('authenticated', 'function public.update_enrollment(uuid, jsonb)', 'execute'),
  ('authenticated', 'function public.withdraw_consent(text)', 'execute'),

  ('authenticated', 'function private.add_consent(text, boolean, text, text)', 'execute'),
  ('authenticated', 'function private.add_share_link(uuid, uuid, uuid, integer, integer)', 'execute'),
  ('authenticated', 'function private.answer_problem(text, text, text, text, text)', 'execute'),
  ('authenticated', 'function private.best_performance(uuid[])', 'execute'),
  ('authenticated', 'function private.blocked_user_ids()', 'execute'),
  ('authenticated', 'function private.catalog_locale(text)', 'execute'),
  ('authenticated', 'function private.change_mark()', 'execute'),
  ('authenticated', 'function private.change_role(uuid, text, boolean)', 'execute'),
  ('authenticated', 'function private.check_username(text)', 'execute'),
  ('authenticated', 'function private.check_document(text, jsonb, private.field_rule[])', 'execute'),
  ('authenticated', 'function private.check_measurements(jsonb)', 'execute'),
  ('authenticated', 'function private.measurement_field_rules()', 'execute'),
  ('authenticated', 'function private.measurement_problem(measurement_types, text, numeric)', 'execute'),
  ('authenticated', 'function private.check_workout(jsonb)', 'execute'),
  ('authenticated', 'function private.close_enrollment(uuid, text)', 'execute'),
  ('authenticated', 'function private.copy_by_link(text, uuid, text)', 'execute'),
  ('authenticated', 'function private.copy_visible_plan(uuid, uuid, text)', 'execute'),
  ('authenticated', 'function private.decode_cursor(text, jsonb)', 'execute'),
  ('authenticated', 'function private.derived_id(uuid, text)', 'execute'),
  ('authenticated', 'function private.document_problem(text, jsonb, private.field_rule[])', 'execute'),
  ('authenticated', 'function private.dots(text, numeric, numeric)', 'execute'),
  ('authenticated', 'function private.effective_load_kg(text, numeric, numeric, numeric)', 'execute'),
  ('authenticated', 'function private.encode_cursor(jsonb, jsonb)', 'execute'),
  ('authenticated', 'function private.end_pause(uuid, date)', 'execute'),
  ('authenticated', 'function private.end_job(uuid)', 'execute'),
  ('authenticated', 'function private.end_share_link(uuid)', 'execute'),
  ('authenticated', 'function private.end_submission(uuid)', 'execute'),
  ('authenticated', 'function private.enrollment_days(uuid, date, date, date)', 'execute'),
  ('authenticated', 'function private.enrollment_document(uuid)', 'execute'),
  ('authenticated', 'function private.ensure_own_profile()', 'execute'),
  ('authenticated', 'function private.estimated_one_rep_max(numeric[])', 'execute'),
  ('authenticated', 'function private.estimated_set_max(text, numeric, integer, numeric)', 'execute'),
  ('authenticated', 'function private.ewma(numeric[], integer)', 'execute'),
  ('authenticated', 'function private.ewma_lambda(integer)', 'execute'),
  ('authenticated', 'function private.fewest_plates(bigint[], integer[], bigint)', 'execute'),
  ('authenticated', 'function private.exercise_facets(jsonb, date)', 'execute'),
  ('authenticated', 'function private.exercise_document(uuid)', 'execute'),
  ('authenticated', 'function private.exercise_field_rules()', 'execute'),
  ('authenticated', 'function private.field_problem(jsonb, private.field_rule)', 'execute'),
  ('authenticated', 'function private.followed_user_ids()', 'execute'),
  ('authenticated', 'function private.gym_document(uuid)', 'execute'),
  ('authenticated', 'function private.gym_field_rules()', 'execute'),
  ('authenticated', 'function private.gym_loads(uuid, uuid)', 'execute'),
  ('authenticated', 'function private.gym_plates(uuid, integer)', 'execute'),
  ('authenticated', 'function private.has_consent(text)', 'execute'),
  ('authenticated', 'function private.has_role(text)', 'execute'),
  ('authenticated', 'function private.inol(integer, numeric)', 'execute'),
  ('authenticated', 'function private.ipf_gl(text, text, text, numeric, numeric)', 'execute'),
  ('authenticated', 'function private.is_own_file(text)', 'execute'),
  ('authenticated', 'function private.is_progression(jsonb, text)', 'execute'),
  ('authenticated', 'function private.is_time_zone(text)', 'execute'),
  ('authenticated', 'function private.is_warmup_ramp(jsonb)', 'execute'),
  ('authenticated', 'function private.judge_submission(uuid, integer, text, text)', 'execute'),
  ('authenticated', 'function private.kind_allows(text, text)', 'execute'),
  ('authenticated', 'function private.label_weight(numeric, text)', 'execute'),
  ('authenticated', 'function private.least_visibility(text, text)', 'execute'),
  ('authenticated', 'function private.lifted_kg(text, numeric)', 'execute'),
  ('authenticated', 'function private.loadable_weights(uuid, uuid)', 'execute'),
  ('authenticated', 'function private.local_date(timestamp with time zone, text, smallint)', 'execute'),
  ('authenticated', 'function private.lock_user_data(uuid)', 'execute'),
  ('authenticated', 'function private.match_exercises(jsonb, date, jsonb, integer)', 'execute'),
  ('authenticated', 'function private.match_profiles(text, text, integer)', 'execute'),
  ('authenticated', 'function private.match_published_plans(text, text[], text[], text[], text[], integer, integer, integer, text, jsonb, integer)', 'execute'),
  ('authenticated', 'function private.one_rep_max(text, numeric, integer)', 'execute'),
  ('authenticated', 'function private.one_rep_max_confidence(integer)', 'execute'),
  ('authenticated', 'function private.one_rep_max_factor(text, integer)', 'execute'),
  ('authenticated', 'function private.progression_field_rules()', 'execute'),
  ('authenticated', 'function private.progression_problem(jsonb, text)', 'execute'),
  ('authenticated', 'function private.published_plan_items(uuid[])', 'execute'),
  ('authenticated', 'function private.normalized_exercise(jsonb)', 'execute'),
  ('authenticated', 'function private.move_behind_pauses(date, date, date[], date[])', 'execute'),
  ('authenticated', 'function private.next_session(uuid, date)', 'execute'),
  ('authenticated', 'function private.own_today()', 'execute'),
  ('authenticated', 'function private.plan_document(uuid)', 'execute'),
  ('authenticated', 'function private.plan_facts(jsonb)', 'execute'),
  ('authenticated', 'function private.plan_field_rules()', 'execute'),
  ('authenticated', 'function private.raise_id_unusable(text)', 'execute'),
  ('authenticated', 'function private.raise_problem(text, text, text, text, text, integer)', 'execute'),
  ('authenticated', 'function private.reachable_sums(bigint[], integer[], bigint)', 'execute'),
  ('authenticated', 'function private.read_gym(jsonb, boolean)', 'execute'),
  ('authenticated', 'function private.read_plan(jsonb, text)', 'execute'),
  ('authenticated', 'function private.rpe_percent(integer, numeric)', 'execute'),
  ('authenticated', 'function private.sent_sets(jsonb)', 'execute'),
  ('authenticated', 'function private.round_load(numeric, numeric[])', 'execute'),
  ('authenticated', 'function private.raise_stale_version(integer)', 'execute'),
  ('authenticated', 'function private.read_routine(jsonb, integer, text)', 'execute'),
  ('authenticated', 'function private.retire_exercise(uuid)', 'execute'),
  ('authenticated', 'function private.routine_document(uuid)', 'execute'),
  ('authenticated', 'function private.routine_field_rules()', 'execute'),
  ('authenticated', 'function private.sequence_sessions(uuid, date, date, date)', 'execute'),
  ('authenticated', 'function private.read_shared(text)', 'execute'),
  ('authenticated', 'function private.session_load(numeric, integer)', 'execute'),
  ('authenticated', 'function private.set_counts(text, integer, integer, numeric)', 'execute'),
  ('authenticated', 'function private.share_not_found()', 'execute'),
  ('authenticated', 'function private.similar_exercises(text[])', 'execute'),
  ('authenticated', 'function private.start_merge(uuid, uuid)', 'execute'),
  ('authenticated', 'function private.start_pause(uuid, date)', 'execute'),
  ('authenticated', 'function private.start_weights_problem(jsonb)', 'execute'),
  ('authenticated', 'function private.submission_document(uuid)', 'execute'),
  ('authenticated', 'function private.submit_own_exercise(uuid, text)', 'execute'),
  ('authenticated', 'function private.training_monotony(numeric[])', 'execute'),
  ('authenticated', 'function private.training_strain(numeric[])', 'execute'),
  ('authenticated', 'function private.unarchive_exercise(uuid)', 'execute'),
  ('authenticated', 'function private.shared_plan_document(uuid, uuid)', 'execute'),
  ('authenticated', 'function private.shared_routine_document(uuid, uuid)', 'execute'),
  ('authenticated', 'function private.shared_routines(uuid[], uuid)', 'execute'),
  ('authenticated', 'function private.store_workout_exercises(uuid, jsonb)', 'execute'),
  ('authenticated', 'function public.sync_pull(bigint, integer, jsonb, text)', 'execute'),
  ('authenticated', 'function public.sync_push(jsonb, bigint)', 'execute'),
  ('authenticated', 'function public.withdraw_submission(uuid)', 'execute'),
  ('authenticated', 'function public.workout_calendar(date, date)', 'execute'),
  ('authenticated', 'function public.workout_history(date, date, uuid, text, integer, text)', 'execute'),
  ('authenticated', 'function private.check_sync_changes(jsonb, bigint)', 'execute'),
  ('authenticated', 'function private.delete_sync_rows(text, text, uuid[])', 'execute'),
  ('authenticated', 'function private.end_access_token(uuid)', 'execute'),
  ('authenticated', 'function private.exercise_workouts(uuid[], jsonb, integer)', 'execute'),
  ('authenticated', 'function private.is_deleted(text, uuid)', 'execute'),
  ('authenticated', 'function private.is_sync_cursor(bigint)', 'execute'),
  ('authenticated', 'function private.merged_exercise_ids(uuid)', 'execute'),
  ('authenticated', 'function private.own_workout(uuid)', 'execute'),
  ('authenticated', 'function private.performed_counts(uuid)', 'execute'),
  ('authenticated', 'function private.performed_sets(uuid, uuid[])', 'execute'),
  ('authenticated', 'function private.pushed_records(jsonb)', 'execute'),
  ('authenticated', 'function private.set_documents(uuid)', 'execute'),
  ('authenticated', 'function private.sync_columns(text)', 'execute'),
  ('authenticated', 'function private.sync_conflicts(text, text, jsonb)', 'execute'),
  ('authenticated', 'function private.sync_deletions(text, text, bigint)', 'execute'),
  ('authenticated', 'function private.sync_exercise_parts(uuid)', 'execute'),
  ('authenticated', 'function private.sync_problem(text, text, text)', 'execute'),
  ('authenticated', 'function private.sync_record(text)', 'execute'),
  ('authenticated', 'function private.sync_relations()', 'execute'),
  ('authenticated', 'function private.try_sync_deletions(text, text, jsonb)', 'execute'),
  ('authenticated', 'function private.try_sync_records(text, text, jsonb)', 'execute'),
  ('authenticated', 'function private.volume_load_kg(text, integer, numeric, numeric, numeric)', 'execute'),
  ('authenticated', 'function private.wilks(text, numeric, numeric)', 'execute'),
  ('authenticated', 'function private.wilks_2020(text, numeric, numeric)', 'execute'),
  ('authenticated', 'function private.write_sync_enrollment(jsonb)', 'execute'),
  ('authenticated', 'function private.wave_problem(jsonb)', 'execute'),
  ('authenticated', 'function private.write_sync_exercise(jsonb)', 'execute'),
  ('authenticated', 'function private.write_sync_records(text, text, jsonb)', 'execute'),
  ('authenticated', 'function private.sync_horizon()', 'execute'),
  ('authenticated', 'table private.sync_changes', 'select'),
  ('authenticated', 'function private.side_sums(uuid, integer)', 'execute'),
  ('authenticated', 'function private.submit_own_plan(uuid, text)', 'execute'),
  ('authenticated', 'function private.take_down_plan(uuid, text)', 'execute'),
  ('authenticated', 'function private.username_skeleton(text)', 'execute'),
  ('authenticated', 'function private.visible_plan_document(uuid)', 'execute'),
  ('authenticated', 'function private.week_start_of(date, smallint)', 'execute'),
  ('authenticated', 'function private.workout_document(uuid)', 'execute'),
  ('authenticated', 'function private.workout_field_rules()', 'execute'),
  ('authenticated', 'function private.workout_keys(date, date, uuid, text, jsonb, integer)', 'execute'),
  ('authenticated', 'function private.workout_summary(uuid)', 'execute'),
  ('authenticated', 'function private.workouts_with_words(text)', 'execute'),
  ('authenticated', 'function private.write_gym(jsonb)', 'execute'),
  ('authenticated', 'function private.write_plan(jsonb)', 'execute'),
  ('authenticated', 'function private.write_routine(jsonb)', 'execute'),

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
  'select role, object, privileges from granted', 'select role, object, privileges from allowed',
  'FACT-01: clients have exactly the rights that this file lists'
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
  $$ values ('auth.users', 'users_50_create_profile'), ('auth.users', 'users_60_forget_tombstones') $$,
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
