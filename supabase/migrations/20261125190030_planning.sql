set local check_function_bodies = off;

DROP POLICY "exercise_aliases_select_viewer" ON "public"."exercise_aliases";

DROP POLICY "exercise_equipment_select_viewer" ON "public"."exercise_equipment";

DROP POLICY "exercise_muscles_select_viewer" ON "public"."exercise_muscles";

DROP TRIGGER "exercises_10_touch" ON "public"."exercises";

DROP TRIGGER "profile_settings_30_touch" ON "public"."profile_settings";

DROP TRIGGER "profiles_50_narrow_workouts" ON "public"."profiles";

DROP TRIGGER "workout_exercises_00_lock_training" ON "public"."workout_exercises";

DROP TRIGGER "workout_exercises_30_touch" ON "public"."workout_exercises";

DROP TRIGGER "workout_sets_00_lock_training" ON "public"."workout_sets";

DROP TRIGGER "workout_sets_30_touch" ON "public"."workout_sets";

DROP TRIGGER "workouts_00_lock_training" ON "public"."workouts";

DROP TRIGGER "workouts_10_local_date" ON "public"."workouts";

DROP TRIGGER "workouts_20_effective_visibility" ON "public"."workouts";

DROP TRIGGER "workouts_40_touch" ON "public"."workouts";

DROP INDEX "analytics"."exercise_days_user_id_local_date_idx";

DROP INDEX "private"."exercise_documents_document_idx";

DROP INDEX "private"."exercise_documents_name_idx";

ALTER TABLE "private"."exercise_documents"
  DROP CONSTRAINT "exercise_documents_pkey";

ALTER TABLE "private"."search_words"
  DROP CONSTRAINT "search_words_pkey";

ALTER TABLE "public"."exercise_aliases"
  DROP CONSTRAINT "exercise_aliases_pkey";

ALTER TABLE "public"."exercises"
  DROP CONSTRAINT "exercises_name_length_check";

DROP FUNCTION "private"."call_function"(text);

DROP FUNCTION "private"."field_problem"(jsonb, text, numeric, numeric, numeric, text[]);

DROP FUNCTION "private"."fold_text"(text);

DROP FUNCTION "private"."lock_training"(uuid);

DROP FUNCTION "private"."match_exercises"(text, integer);

DROP FUNCTION "private"."raise_problem"(text, text, text, text, text);

DROP FUNCTION "private"."tg_lock_training"();

DROP FUNCTION "private"."tg_narrow_workouts"();

DROP FUNCTION "private"."tg_workout_visibility"();

DROP FUNCTION "private"."workout_field_rules"();

DROP FUNCTION "public"."search_exercises"(text, integer);

ALTER TABLE "private"."exercise_documents"
  DROP COLUMN "aliases";

CREATE TABLE "private"."import_namespaces" (
  "user_id"   uuid NOT NULL,
  "namespace" uuid NOT NULL DEFAULT gen_random_uuid(),
  CONSTRAINT "import_namespaces_pkey" PRIMARY KEY (user_id)
);

ALTER TABLE "private"."import_namespaces"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "private"."import_reports" (
  "job_id" uuid  NOT NULL,
  "report" jsonb NOT NULL,
  CONSTRAINT "import_reports_pkey" PRIMARY KEY (job_id),
  CONSTRAINT "import_reports_report_is_object_check" CHECK ((jsonb_typeof(report) = 'object'::text))
);

ALTER TABLE "private"."import_reports"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "private"."published_plan_documents" (
  "published_plan_id" uuid     NOT NULL,
  "document"          tsvector NOT NULL,
  CONSTRAINT "published_plan_documents_pkey" PRIMARY KEY (published_plan_id)
);

ALTER TABLE "private"."published_plan_documents"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "private"."quotas" (
  "name"        text    NOT NULL,
  "max_count"   integer NOT NULL,
  "description" text    NOT NULL,
  CONSTRAINT "quotas_max_count_positive_check" CHECK ((max_count > 0)),
  CONSTRAINT "quotas_pkey" PRIMARY KEY (name)
);

ALTER TABLE "private"."quotas"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "private"."search_abbreviations" (
  "locale"       text COLLATE pg_catalog."C" NOT NULL,
  "abbreviation" text COLLATE pg_catalog."C" NOT NULL,
  "stands_for"   text NOT NULL,
  CONSTRAINT "search_abbreviations_abbreviation_form_check" CHECK ((abbreviation ~ '^[a-z0-9]{1,8}$'::text)),
  CONSTRAINT "search_abbreviations_pkey" PRIMARY KEY (abbreviation, LOCALE),
  CONSTRAINT "search_abbreviations_stands_for_form_check" CHECK ((stands_for ~ '^[a-z0-9]+( [a-z0-9]+)*$'::text))
);

ALTER TABLE "private"."search_abbreviations"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "private"."staged_workouts" (
  "job_id"  uuid    NOT NULL,
  "ordinal" integer NOT NULL,
  "sets"    integer NOT NULL,
  "workout" jsonb   NOT NULL,
  CONSTRAINT "staged_workouts_pkey" PRIMARY KEY (job_id, ordinal),
  CONSTRAINT "staged_workouts_sets_range_check" CHECK (((sets >= 0) AND (sets <= 20000))),
  CONSTRAINT "staged_workouts_workout_is_object_check" CHECK ((jsonb_typeof(workout) = 'object'::text))
);

ALTER TABLE "private"."staged_workouts"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "private"."sync_state" (
  "is_single"         boolean NOT NULL DEFAULT true,
  "generation"        integer NOT NULL DEFAULT 1,
  "forgotten_through" bigint  NOT NULL DEFAULT 0,
  CONSTRAINT "sync_state_generation_range_check" CHECK (((generation >= 1) AND (generation <= 8000))),
  CONSTRAINT "sync_state_one_row_check" CHECK (is_single),
  CONSTRAINT "sync_state_pkey" PRIMARY KEY (is_single)
);

ALTER TABLE "private"."sync_state"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "private"."tombstones" (
  "user_id"    uuid                     NOT NULL,
  "relation"   text                     NOT NULL,
  "row_id"     uuid                     NOT NULL,
  "deleted_at" timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "tombstones_pkey" PRIMARY KEY (user_id, relation, row_id)
);

ALTER TABLE "private"."tombstones"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "private"."workout_changes" (
  "workout_id" uuid   NOT NULL,
  "user_id"    uuid   NOT NULL,
  "changed_in" bigint NOT NULL,
  CONSTRAINT "workout_changes_pkey" PRIMARY KEY (workout_id)
);

ALTER TABLE "private"."workout_changes"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "public"."access_tokens" (
  "id"           uuid                     NOT NULL,
  "name"         text                     NOT NULL,
  "token_hash"   bytea                    NOT NULL,
  "scopes"       text[]                   NOT NULL,
  "expires_at"   timestamp with time zone NOT NULL,
  "revoked_at"   timestamp with time zone,
  "last_used_at" timestamp with time zone,
  "created_at"   timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "access_tokens_expires_after_created_check" CHECK ((expires_at > created_at)),
  CONSTRAINT "access_tokens_name_length_check" CHECK (((char_length(name) <= 120) AND (name ~ '[^[:space:]]'::text))),
  CONSTRAINT "access_tokens_pkey" PRIMARY KEY (id),
  CONSTRAINT "access_tokens_scopes_check" CHECK (((cardinality(scopes) > 0) AND (scopes <@ ARRAY['workouts:read'::text]))),
  CONSTRAINT "access_tokens_token_hash_is_sha256_check" CHECK ((length(token_hash) = 32)),
  CONSTRAINT "access_tokens_token_hash_key" UNIQUE (token_hash),
  "user_id"      uuid                     NOT NULL DEFAULT auth.uid()
);

ALTER TABLE "public"."access_tokens"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."access_tokens" FROM "anon";

CREATE TABLE "public"."enrollment_pauses" (
  "id"            uuid                     NOT NULL DEFAULT gen_random_uuid(),
  "enrollment_id" uuid                     NOT NULL,
  "paused_on"     date                     NOT NULL,
  "resumed_on"    date,
  "version"       integer                  NOT NULL DEFAULT 1,
  "created_at"    timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"    timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "enrollment_pauses_pkey" PRIMARY KEY (id),
  CONSTRAINT "enrollment_pauses_resumed_after_paused_check" CHECK ((resumed_on >= paused_on)),
  "user_id"       uuid                     NOT NULL DEFAULT auth.uid()
);

ALTER TABLE "public"."enrollment_pauses"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."enrollment_pauses" FROM "anon";

CREATE TABLE "public"."enrollments" (
  "id"            uuid                     NOT NULL,
  "plan_id"       uuid                     NOT NULL,
  "mode"          text                     NOT NULL,
  "starts_on"     date                     NOT NULL,
  "gym_id"        uuid,
  "start_weights" jsonb                    NOT NULL DEFAULT '{}'::jsonb,
  "status"        text                     NOT NULL DEFAULT 'active'::text,
  "ended_at"      timestamp with time zone,
  "version"       integer                  NOT NULL DEFAULT 1,
  "created_at"    timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"    timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "enrollments_ended_with_status_check" CHECK (((ended_at IS NULL) = (status = ANY (ARRAY['active'::text, 'paused'::text])))),
  CONSTRAINT "enrollments_mode_check" CHECK ((mode = ANY (ARRAY['calendar'::text, 'sequence'::text]))),
  CONSTRAINT "enrollments_pkey" PRIMARY KEY (id),
  CONSTRAINT "enrollments_start_weights_is_object_check" CHECK ((jsonb_typeof(start_weights) = 'object'::text)),
  CONSTRAINT "enrollments_starts_on_range_check" CHECK (((starts_on >= '1970-01-01'::date) AND (starts_on <= '2100-12-31'::date))),
  CONSTRAINT "enrollments_status_check" CHECK ((status = ANY (ARRAY['active'::text, 'paused'::text, 'completed'::text, 'cancelled'::text]))),
  "user_id"       uuid                     NOT NULL DEFAULT auth.uid(),
  CONSTRAINT "enrollments_user_id_id_key" UNIQUE (user_id, id)
);

ALTER TABLE "public"."enrollments"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."enrollments" FROM "anon";

CREATE TABLE "public"."exercise_media" (
  "id"          uuid                     NOT NULL,
  "exercise_id" uuid                     NOT NULL,
  "user_id"     uuid,
  "kind"        text                     NOT NULL,
  "path"        text,
  "url"         text,
  "position"    smallint                 NOT NULL,
  "source"      text                     NOT NULL,
  "license"     text                     NOT NULL,
  "attribution" text,
  "created_at"  timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"  timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "exercise_media_attribution_length_check" CHECK (((char_length(attribution) >= 1) AND (char_length(attribution) <= 500))),
  CONSTRAINT "exercise_media_kind_check" CHECK ((kind = ANY (ARRAY['image'::text, 'video'::text]))),
  CONSTRAINT "exercise_media_license_length_check" CHECK (((char_length(license) >= 1) AND (char_length(license) <= 60))),
  CONSTRAINT "exercise_media_path_form_check" CHECK (((path ~ '^[A-Za-z0-9_-]+(/[A-Za-z0-9_.-]+)+$'::text) AND (path !~ '\.\.'::text))),
  CONSTRAINT "exercise_media_path_length_check" CHECK ((char_length(path) <= 255)),
  CONSTRAINT "exercise_media_path_or_url_check" CHECK ((num_nonnulls(path, url) = 1)),
  CONSTRAINT "exercise_media_pkey" PRIMARY KEY (id),
  CONSTRAINT "exercise_media_position_range_check" CHECK (("position" >= 1)),
  CONSTRAINT "exercise_media_source_length_check" CHECK (((char_length(source) >= 1) AND (char_length(source) <= 120))),
  CONSTRAINT "exercise_media_url_is_secure_check" CHECK ((url ~ '^https://[^[:space:]]+$'::text)),
  CONSTRAINT "exercise_media_url_length_check" CHECK ((char_length(url) <= 2000))
);

ALTER TABLE "public"."exercise_media"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "public"."exercise_preferences" (
  "exercise_id"          uuid                     NOT NULL,
  "is_favorite"          boolean                  NOT NULL DEFAULT false,
  "default_rest_seconds" integer,
  "unit_system"          text,
  "pinned_note"          text,
  "version"              integer                  NOT NULL DEFAULT 1,
  "created_at"           timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"           timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "exercise_preferences_default_rest_seconds_range_check" CHECK (((default_rest_seconds >= 0) AND (default_rest_seconds <= 3600))),
  CONSTRAINT "exercise_preferences_pinned_note_length_check" CHECK (((char_length(pinned_note) >= 1) AND (char_length(pinned_note) <= 1000))),
  CONSTRAINT "exercise_preferences_unit_system_check" CHECK ((unit_system = ANY (ARRAY['metric'::text, 'imperial'::text]))),
  "user_id"              uuid                     NOT NULL DEFAULT auth.uid(),
  CONSTRAINT "exercise_preferences_pkey" PRIMARY KEY (user_id, exercise_id)
);

ALTER TABLE "public"."exercise_preferences"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."exercise_preferences" FROM "anon";

CREATE TABLE "public"."exercise_translations" (
  "exercise_id"  uuid   NOT NULL,
  "locale"       text   NOT NULL,
  "name"         text   NOT NULL,
  "instructions" text[] NOT NULL DEFAULT '{}'::text[],
  "cues"         text[] NOT NULL DEFAULT '{}'::text[],
  "user_id"      uuid,
  CONSTRAINT "exercise_translations_locale_form_check" CHECK ((locale ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$'::text)),
  CONSTRAINT "exercise_translations_locale_is_not_english_check" CHECK ((locale <> 'en'::text)),
  CONSTRAINT "exercise_translations_name_length_check" CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120))),
  CONSTRAINT "exercise_translations_pkey" PRIMARY KEY (exercise_id, LOCALE)
);

ALTER TABLE "public"."exercise_translations"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "public"."gym_equipment" (
  "id"            uuid                     NOT NULL,
  "gym_id"        uuid                     NOT NULL,
  "type"          text                     NOT NULL,
  "equipment_id"  text,
  "exercise_id"   uuid,
  "name"          text,
  "position"      smallint                 NOT NULL DEFAULT 1,
  "weight_kg"     numeric(10,6)            NOT NULL,
  "quantity"      smallint,
  "step_kg"       numeric(10,6),
  "max_weight_kg" numeric(10,6),
  "unit_system"   text                     NOT NULL DEFAULT 'metric'::text,
  "version"       integer                  NOT NULL DEFAULT 1,
  "created_at"    timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"    timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "gym_equipment_max_weight_kg_range_check" CHECK (((max_weight_kg >= weight_kg) AND (max_weight_kg <= (1000)::numeric))),
  CONSTRAINT "gym_equipment_name_length_check" CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120))),
  CONSTRAINT "gym_equipment_pkey" PRIMARY KEY (id),
  CONSTRAINT "gym_equipment_plate_weighs_check" CHECK (((type <> 'plate'::text) OR (weight_kg >= 0.01))),
  CONSTRAINT "gym_equipment_plates_are_counted_check" CHECK (((type <> 'plate'::text) OR (quantity IS NOT NULL))),
  CONSTRAINT "gym_equipment_position_range_check" CHECK ((("position" >= 1) AND ("position" <= 1000))),
  CONSTRAINT "gym_equipment_quantity_range_check" CHECK (((quantity >= 1) AND (quantity <= 200))),
  CONSTRAINT "gym_equipment_serves_something_check" CHECK (((type = 'plate'::text) = (num_nonnulls(equipment_id, exercise_id) = 0))),
  CONSTRAINT "gym_equipment_stack_has_few_steps_check" CHECK (((max_weight_kg - weight_kg) <= ((500)::numeric * step_kg))),
  CONSTRAINT "gym_equipment_stack_has_steps_check" CHECK (((type = 'stack'::text) = (num_nonnulls(step_kg, max_weight_kg) = 2))),
  CONSTRAINT "gym_equipment_step_kg_range_check" CHECK (((step_kg >= 0.01) AND (step_kg <= (1000)::numeric))),
  CONSTRAINT "gym_equipment_type_check" CHECK ((type = ANY (ARRAY['bar'::text, 'plate'::text, 'fixed_weight'::text, 'stack'::text]))),
  CONSTRAINT "gym_equipment_unit_system_check" CHECK ((unit_system = ANY (ARRAY['metric'::text, 'imperial'::text]))),
  CONSTRAINT "gym_equipment_weight_kg_range_check" CHECK (((weight_kg >= (0)::numeric) AND (weight_kg <= (1000)::numeric))),
  "user_id"       uuid                     NOT NULL DEFAULT auth.uid()
);

ALTER TABLE "public"."gym_equipment"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."gym_equipment" FROM "anon";

CREATE TABLE "public"."gyms" (
  "id"         uuid                     NOT NULL,
  "name"       text                     NOT NULL,
  "is_default" boolean                  NOT NULL DEFAULT false,
  "version"    integer                  NOT NULL DEFAULT 1,
  "created_at" timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at" timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "gyms_name_length_check" CHECK (((char_length(name) <= 120) AND (name ~ '[^[:space:]]'::text))),
  CONSTRAINT "gyms_pkey" PRIMARY KEY (id),
  "user_id"    uuid                     NOT NULL DEFAULT auth.uid(),
  CONSTRAINT "gyms_user_id_id_key" UNIQUE (user_id, id)
);

ALTER TABLE "public"."gyms"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."gyms" FROM "anon";

CREATE TABLE "public"."jobs" (
  "id"              uuid                     NOT NULL DEFAULT gen_random_uuid(),
  "user_id"         uuid,
  "type"            text                     NOT NULL,
  "status"          text                     NOT NULL DEFAULT 'queued'::text,
  "progress"        smallint                 NOT NULL DEFAULT 0,
  "input"           jsonb                    NOT NULL DEFAULT '{}'::jsonb,
  "state"           jsonb                    NOT NULL DEFAULT '{}'::jsonb,
  "result"          jsonb,
  "error"           jsonb,
  "idempotency_key" text,
  "attempts"        smallint                 NOT NULL DEFAULT 0,
  "lease"           uuid,
  "due_at"          timestamp with time zone NOT NULL DEFAULT now(),
  "created_at"      timestamp with time zone NOT NULL DEFAULT now(),
  "started_at"      timestamp with time zone,
  "finished_at"     timestamp with time zone,
  CONSTRAINT "jobs_error_is_object_check" CHECK ((jsonb_typeof(error) = 'object'::text)),
  CONSTRAINT "jobs_finished_with_status_check" CHECK (((finished_at IS NULL) = (status = ANY (ARRAY['queued'::text, 'running'::text])))),
  CONSTRAINT "jobs_idempotency_key_length_check" CHECK (((char_length(idempotency_key) >= 1) AND (char_length(idempotency_key) <= 200))),
  CONSTRAINT "jobs_input_is_object_check" CHECK ((jsonb_typeof(input) = 'object'::text)),
  CONSTRAINT "jobs_pkey" PRIMARY KEY (id),
  CONSTRAINT "jobs_progress_range_check" CHECK (((progress >= 0) AND (progress <= 100))),
  CONSTRAINT "jobs_result_is_object_check" CHECK ((jsonb_typeof(result) = 'object'::text)),
  CONSTRAINT "jobs_running_has_lease_check" CHECK (((status = 'running'::text) = (lease IS NOT NULL))),
  CONSTRAINT "jobs_state_is_object_check" CHECK ((jsonb_typeof(state) = 'object'::text)),
  CONSTRAINT "jobs_status_check" CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'succeeded'::text, 'failed'::text, 'cancelled'::text]))),
  CONSTRAINT "jobs_type_form_check" CHECK ((type ~ '^[a-z][a-z_]{0,50}$'::text))
);

ALTER TABLE "public"."jobs"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."jobs" FROM "anon";

CREATE TABLE "public"."measurement_types" (
  "id"         uuid                     NOT NULL,
  "slug"       text,
  "name"       text                     NOT NULL,
  "unit"       text                     NOT NULL,
  "has_sides"  boolean                  NOT NULL DEFAULT false,
  "min_value"  numeric(12,5)            NOT NULL DEFAULT 0,
  "max_value"  numeric(12,5)            NOT NULL DEFAULT 1000000,
  "position"   smallint                 NOT NULL DEFAULT 1,
  "version"    integer                  NOT NULL DEFAULT 1,
  "created_at" timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at" timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "measurement_types_max_value_range_check" CHECK (((max_value > min_value) AND (max_value <= (1000000)::numeric))),
  CONSTRAINT "measurement_types_min_value_range_check" CHECK (((min_value >= ('-1000000'::integer)::numeric) AND (min_value <= (1000000)::numeric))),
  CONSTRAINT "measurement_types_name_length_check" CHECK (((char_length(name) <= 120) AND (name ~ '[^[:space:]]'::text))),
  CONSTRAINT "measurement_types_pkey" PRIMARY KEY (id),
  CONSTRAINT "measurement_types_position_range_check" CHECK ((("position" >= 1) AND ("position" <= 1000))),
  CONSTRAINT "measurement_types_slug_form_check" CHECK ((slug ~ '^[a-z][a-z_]{0,59}$'::text)),
  CONSTRAINT "measurement_types_slug_key" UNIQUE (slug),
  CONSTRAINT "measurement_types_unit_check" CHECK ((unit = ANY (ARRAY['kg'::text, 'percent'::text, 'meters'::text, 'bpm'::text, 'seconds'::text, 'number'::text]))),
  "user_id"    uuid                     DEFAULT auth.uid(),
  CONSTRAINT "measurement_types_custom_id_is_not_derived_check" CHECK (((user_id IS NULL) OR (uuid_extract_version(id) IS DISTINCT FROM 5))),
  CONSTRAINT "measurement_types_slug_is_global_check" CHECK (((slug IS NULL) = (user_id IS NOT NULL)))
);

ALTER TABLE "public"."measurement_types"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."measurement_types" FROM "anon";

CREATE TABLE "public"."measurements" (
  "id"             uuid                     NOT NULL,
  "type_id"        uuid                     NOT NULL,
  "side"           text,
  "value"          numeric(12,5)            NOT NULL,
  "measured_at"    timestamp with time zone NOT NULL,
  "time_zone"      text                     NOT NULL,
  "day_start_hour" smallint                 NOT NULL DEFAULT 0,
  "local_date"     date                     NOT NULL DEFAULT CURRENT_DATE,
  "notes"          text,
  "source"         text,
  "external_id"    text,
  "version"        integer                  NOT NULL DEFAULT 1,
  "created_at"     timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"     timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "measurements_external_id_has_source_check" CHECK (((external_id IS NULL) OR (source IS NOT NULL))),
  CONSTRAINT "measurements_external_id_length_check" CHECK (((char_length(external_id) >= 1) AND (char_length(external_id) <= 200))),
  CONSTRAINT "measurements_measured_at_range_check" CHECK (((measured_at >= '1969-12-31 00:00:00+00'::timestamp
    with time zone) AND (measured_at < '2101-01-01 00:00:00+00'::timestamp with time zone))),
  CONSTRAINT "measurements_notes_length_check" CHECK ((char_length(notes) <= 1000)),
  CONSTRAINT "measurements_pkey" PRIMARY KEY (id),
  CONSTRAINT "measurements_side_check" CHECK ((side = ANY (ARRAY['left'::text, 'right'::text]))),
  CONSTRAINT "measurements_source_form_check" CHECK ((source ~ '^[a-z][a-z0-9_]{0,39}$'::text)),
  "user_id"        uuid                     NOT NULL DEFAULT auth.uid(),
  CONSTRAINT "measurements_user_id_source_external_id_key" UNIQUE (user_id, source, external_id)
);

ALTER TABLE "public"."measurements"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."measurements" FROM "anon";

CREATE TABLE "public"."plan_days" (
  "id"         uuid                     NOT NULL,
  "plan_id"    uuid                     NOT NULL,
  "week"       smallint                 NOT NULL,
  "weekday"    smallint                 NOT NULL,
  "position"   smallint                 NOT NULL DEFAULT 1,
  "routine_id" uuid,
  "name"       text,
  "notes"      text,
  "version"    integer                  NOT NULL DEFAULT 1,
  "created_at" timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at" timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "plan_days_name_length_check" CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120))),
  CONSTRAINT "plan_days_notes_length_check" CHECK ((char_length(notes) <= 4000)),
  CONSTRAINT "plan_days_pkey" PRIMARY KEY (id),
  CONSTRAINT "plan_days_position_range_check" CHECK ((("position" >= 1) AND ("position" <= 10))),
  CONSTRAINT "plan_days_week_range_check" CHECK (((week >= 1) AND (week <= 52))),
  CONSTRAINT "plan_days_weekday_range_check" CHECK (((weekday >= 1) AND (weekday <= 7))),
  "user_id"    uuid                     NOT NULL DEFAULT auth.uid()
);

ALTER TABLE "public"."plan_days"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."plan_days" FROM "anon";

CREATE TABLE "public"."plan_likes" (
  "published_plan_id" uuid                     NOT NULL,
  "created_at"        timestamp with time zone NOT NULL DEFAULT now(),
  "user_id"           uuid                     NOT NULL DEFAULT auth.uid(),
  CONSTRAINT "plan_likes_pkey" PRIMARY KEY (user_id, published_plan_id)
);

ALTER TABLE "public"."plan_likes"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."plan_likes" FROM "anon";

CREATE TABLE "public"."plan_uses" (
  "user_id"           uuid                     NOT NULL,
  "published_plan_id" uuid                     NOT NULL,
  "type"              text                     NOT NULL,
  "created_at"        timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "plan_uses_pkey" PRIMARY KEY (user_id, published_plan_id, TYPE),
  CONSTRAINT "plan_uses_type_check" CHECK ((type = ANY (ARRAY['copy'::text, 'completion'::text])))
);

ALTER TABLE "public"."plan_uses"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."plan_uses" FROM "anon";

CREATE TABLE "public"."plans" (
  "id"                            uuid                     NOT NULL,
  "name"                          text                     NOT NULL,
  "description"                   text,
  "goal"                          text,
  "level"                         text,
  "tags"                          text[]                   NOT NULL DEFAULT '{}'::text[],
  "weeks"                         smallint                 NOT NULL DEFAULT 1,
  "deload_weeks"                  smallint[]               NOT NULL DEFAULT '{}'::smallint[],
  "is_repeating"                  boolean                  NOT NULL DEFAULT false,
  "visibility"                    text                     NOT NULL DEFAULT 'private'::text,
  "effective_visibility"          text                     NOT NULL DEFAULT 'private'::text,
  "copied_from_user_id"           uuid,
  "copied_from_plan_id"           uuid,
  "copied_from_published_plan_id" uuid,
  "version"                       integer                  NOT NULL DEFAULT 1,
  "created_at"                    timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"                    timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "plans_deload_weeks_range_check" CHECK (((1 <= ALL (deload_weeks)) AND (weeks >= ALL (deload_weeks)))),
  CONSTRAINT "plans_description_length_check" CHECK ((char_length(description) <= 4000)),
  CONSTRAINT "plans_goal_check"
    CHECK
    ((goal = ANY (ARRAY['strength'::text, 'hypertrophy'::text, 'power'::text, 'endurance'::text, 'weight_loss'::text, 'mobility'::text, 'sport'::text, 'general_fitness'::text]))),
  CONSTRAINT "plans_level_check" CHECK ((level = ANY (ARRAY['beginner'::text, 'intermediate'::text, 'advanced'::text]))),
  CONSTRAINT "plans_name_length_check" CHECK (((char_length(name) <= 120) AND (name ~ '[^[:space:]]'::text))),
  CONSTRAINT "plans_pkey" PRIMARY KEY (id),
  CONSTRAINT "plans_tags_count_check" CHECK ((cardinality(tags) <= 20)),
  CONSTRAINT "plans_tags_form_check" CHECK ((array_to_string(tags, ','::text, ''::text) ~ '^([a-z0-9][a-z0-9-]{0,29}(,[a-z0-9][a-z0-9-]{0,29})*)?$'::text)),
  CONSTRAINT "plans_visibility_check" CHECK ((visibility = ANY (ARRAY['public'::text, 'followers'::text, 'private'::text]))),
  CONSTRAINT "plans_weeks_range_check" CHECK (((weeks >= 1) AND (weeks <= 52))),
  "user_id"                       uuid                     NOT NULL DEFAULT auth.uid(),
  CONSTRAINT "plans_user_id_id_key" UNIQUE (user_id, id)
);

ALTER TABLE "public"."plans"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."plans" FROM "anon";

CREATE TABLE "public"."progress_photos" (
  "id"             uuid                     NOT NULL,
  "taken_on"       date                     NOT NULL,
  "pose"           text                     NOT NULL,
  "image_path"     text                     NOT NULL,
  "thumbhash"      text,
  "dominant_color" text,
  "notes"          text,
  "version"        integer                  NOT NULL DEFAULT 1,
  "created_at"     timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"     timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "progress_photos_dominant_color_form_check" CHECK ((dominant_color ~ '^#[0-9a-f]{6}$'::text)),
  CONSTRAINT "progress_photos_image_path_form_check" CHECK ((image_path ~ '^[0-9a-f-]{36}/[A-Za-z0-9_-]{1,128}$'::text)),
  CONSTRAINT "progress_photos_notes_length_check" CHECK ((char_length(notes) <= 1000)),
  CONSTRAINT "progress_photos_pkey" PRIMARY KEY (id),
  CONSTRAINT "progress_photos_pose_check" CHECK ((pose = ANY (ARRAY['front'::text, 'side'::text, 'back'::text, 'other'::text]))),
  CONSTRAINT "progress_photos_taken_on_range_check" CHECK (((taken_on >= '1900-01-01'::date) AND (taken_on <= '2100-12-31'::date))),
  CONSTRAINT "progress_photos_thumbhash_length_check" CHECK (((char_length(thumbhash) >= 1) AND (char_length(thumbhash) <= 100))),
  "user_id"        uuid                     NOT NULL DEFAULT auth.uid()
);

ALTER TABLE "public"."progress_photos"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."progress_photos" FROM "anon";

CREATE TABLE "public"."published_plans" (
  "id"                   uuid                     NOT NULL,
  "user_id"              uuid,
  "slug"                 text,
  "name"                 text                     NOT NULL,
  "description"          text,
  "goal"                 text,
  "level"                text,
  "tags"                 text[]                   NOT NULL DEFAULT '{}'::text[],
  "weeks"                smallint                 NOT NULL,
  "is_repeating"         boolean                  NOT NULL,
  "days_per_week"        smallint                 NOT NULL,
  "exercises"            smallint                 NOT NULL,
  "equipment"            text[]                   NOT NULL DEFAULT '{}'::text[],
  "document"             jsonb                    NOT NULL,
  "source"               text                     NOT NULL,
  "license"              text                     NOT NULL,
  "visibility"           text                     NOT NULL DEFAULT 'public'::text,
  "effective_visibility" text                     NOT NULL DEFAULT 'public'::text,
  "removed_at"           timestamp with time zone,
  "removal_reason"       text,
  "like_count"           integer                  NOT NULL DEFAULT 0,
  "copy_count"           integer                  NOT NULL DEFAULT 0,
  "completion_count"     integer                  NOT NULL DEFAULT 0,
  "popularity"           integer                  GENERATED ALWAYS AS (((like_count + (3 * copy_count)) + (10 * completion_count))) STORED NOT NULL,
  "published_at"         timestamp with time zone NOT NULL DEFAULT now(),
  "created_at"           timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"           timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "published_plans_counts_positive_check" CHECK (((like_count >= 0) AND (copy_count >= 0) AND (completion_count >= 0))),
  CONSTRAINT "published_plans_document_is_plan_check" CHECK (((jsonb_typeof(document) = 'object'::text) AND (NOT ((document ->> 'type'::text) IS DISTINCT FROM 'plan'::text)))),
  CONSTRAINT "published_plans_name_length_check" CHECK (((char_length(name) <= 120) AND (name ~ '[^[:space:]]'::text))),
  CONSTRAINT "published_plans_pkey" PRIMARY KEY (id),
  CONSTRAINT "published_plans_private_is_removed_check" CHECK (((visibility = 'private'::text) = (removed_at IS NOT NULL))),
  CONSTRAINT "published_plans_removal_reason_length_check" CHECK (((char_length(removal_reason) >= 1) AND (char_length(removal_reason) <= 2000))),
  CONSTRAINT "published_plans_removed_for_a_reason_check" CHECK (((removed_at IS NULL) = (removal_reason IS NULL))),
  CONSTRAINT "published_plans_slug_is_of_template_check" CHECK (((slug IS NULL) = (user_id IS NOT NULL))),
  CONSTRAINT "published_plans_slug_key" UNIQUE (slug),
  CONSTRAINT "published_plans_visibility_check" CHECK ((visibility = ANY (ARRAY['public'::text, 'private'::text])))
);

ALTER TABLE "public"."published_plans"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."published_plans" FROM "anon";

CREATE TABLE "public"."routine_exercises" (
  "id"             uuid                     NOT NULL,
  "routine_id"     uuid                     NOT NULL,
  "exercise_id"    uuid                     NOT NULL,
  "exercise_kind"  text                     NOT NULL DEFAULT ''::text,
  "position"       smallint                 NOT NULL,
  "superset_group" smallint,
  "rest_seconds"   integer,
  "notes"          text,
  "warmup_ramp"    jsonb,
  "progression"    jsonb,
  "version"        integer                  NOT NULL DEFAULT 1,
  "created_at"     timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"     timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "routine_exercises_notes_length_check" CHECK ((char_length(notes) <= 4000)),
  CONSTRAINT "routine_exercises_pkey" PRIMARY KEY (id),
  CONSTRAINT "routine_exercises_position_range_check" CHECK ((("position" >= 1) AND ("position" <= 500))),
  CONSTRAINT "routine_exercises_progression_is_object_check" CHECK ((jsonb_typeof(progression) = 'object'::text)),
  CONSTRAINT "routine_exercises_rest_seconds_range_check" CHECK (((rest_seconds >= 0) AND (rest_seconds <= 86400))),
  CONSTRAINT "routine_exercises_superset_group_range_check" CHECK (((superset_group >= 1) AND (superset_group <= 100))),
  CONSTRAINT "routine_exercises_warmup_ramp_is_array_check" CHECK ((jsonb_typeof(warmup_ramp) = 'array'::text)),
  "user_id"        uuid                     NOT NULL DEFAULT auth.uid(),
  CONSTRAINT "routine_exercises_set_parent_key" UNIQUE (user_id, routine_id, exercise_kind, id)
);

ALTER TABLE "public"."routine_exercises"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."routine_exercises" FROM "anon";

CREATE TABLE "public"."routine_folders" (
  "id"         uuid                     NOT NULL,
  "name"       text                     NOT NULL,
  "position"   smallint                 NOT NULL DEFAULT 1,
  "version"    integer                  NOT NULL DEFAULT 1,
  "created_at" timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at" timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "routine_folders_name_length_check" CHECK (((char_length(name) <= 120) AND (name ~ '[^[:space:]]'::text))),
  CONSTRAINT "routine_folders_pkey" PRIMARY KEY (id),
  CONSTRAINT "routine_folders_position_range_check" CHECK ((("position" >= 1) AND ("position" <= 1000))),
  "user_id"    uuid                     NOT NULL DEFAULT auth.uid(),
  CONSTRAINT "routine_folders_user_id_id_key" UNIQUE (user_id, id)
);

ALTER TABLE "public"."routine_folders"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."routine_folders" FROM "anon";

CREATE TABLE "public"."routine_sets" (
  "id"                  uuid                     NOT NULL,
  "routine_exercise_id" uuid                     NOT NULL,
  "routine_id"          uuid                     NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
  "exercise_kind"       text                     NOT NULL DEFAULT ''::text,
  "position"            smallint                 NOT NULL,
  "set_type"            text                     NOT NULL DEFAULT 'normal'::text,
  "min_reps"            integer,
  "max_reps"            integer,
  "weight_kg"           numeric(7,3),
  "load_percent"        numeric(5,2),
  "load_percent_of"     text,
  "duration_seconds"    integer,
  "distance_meters"     numeric(9,2),
  "rpe"                 numeric(3,1),
  "rir"                 numeric(3,1),
  "rest_seconds"        integer,
  "version"             integer                  NOT NULL DEFAULT 1,
  "created_at"          timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"          timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "routine_sets_distance_meters_range_check" CHECK (((distance_meters > (0)::numeric) AND (distance_meters <= (1000000)::numeric))),
  CONSTRAINT "routine_sets_duration_seconds_range_check" CHECK (((duration_seconds >= 1) AND (duration_seconds <= 172800))),
  CONSTRAINT "routine_sets_load_percent_is_of_something_check" CHECK (((load_percent IS NULL) = (load_percent_of IS NULL))),
  CONSTRAINT "routine_sets_load_percent_of_check" CHECK ((load_percent_of = ANY (ARRAY['e1rm'::text, 'training_max'::text]))),
  CONSTRAINT "routine_sets_load_percent_range_check" CHECK (((load_percent > (0)::numeric) AND (load_percent <= (200)::numeric))),
  CONSTRAINT "routine_sets_max_reps_needs_min_reps_check" CHECK (((max_reps IS NULL) OR (min_reps IS NOT NULL))),
  CONSTRAINT "routine_sets_max_reps_range_check" CHECK (((max_reps >= min_reps) AND (max_reps <= 10000))),
  CONSTRAINT "routine_sets_min_reps_range_check" CHECK (((min_reps >= 1) AND (min_reps <= 10000))),
  CONSTRAINT "routine_sets_one_load_check" CHECK ((num_nonnulls(weight_kg, load_percent) <= 1)),
  CONSTRAINT "routine_sets_pkey" PRIMARY KEY (id),
  CONSTRAINT "routine_sets_position_range_check" CHECK ((("position" >= 1) AND ("position" <= 500))),
  CONSTRAINT "routine_sets_rest_seconds_range_check" CHECK (((rest_seconds >= 0) AND (rest_seconds <= 86400))),
  CONSTRAINT "routine_sets_rir_half_steps_check" CHECK (((rir * (2)::numeric) = trunc((rir * (2)::numeric)))),
  CONSTRAINT "routine_sets_rir_range_check" CHECK (((rir >= (0)::numeric) AND (rir <= (10)::numeric))),
  CONSTRAINT "routine_sets_rpe_half_steps_check" CHECK (((rpe * (2)::numeric) = trunc((rpe * (2)::numeric)))),
  CONSTRAINT "routine_sets_rpe_range_check" CHECK (((rpe >= (1)::numeric) AND (rpe <= (10)::numeric))),
  CONSTRAINT "routine_sets_set_type_check"
    CHECK
    ((set_type = ANY (ARRAY['normal'::text, 'warmup'::text, 'drop'::text, 'failure'::text, 'amrap'::text, 'rest_pause'::text, 'myo'::text, 'cluster'::text, 'backoff'::text]))),
  CONSTRAINT "routine_sets_weight_kg_range_check" CHECK (((weight_kg >= (0)::numeric) AND (weight_kg <= (2000)::numeric))),
  "user_id"             uuid                     NOT NULL DEFAULT auth.uid(),
  CONSTRAINT "routine_sets_kind_has_distance_check" CHECK (((distance_meters IS NULL) OR private.kind_allows(exercise_kind, 'distance_meters'::text))),
  CONSTRAINT "routine_sets_kind_has_duration_check" CHECK (((duration_seconds IS NULL) OR private.kind_allows(exercise_kind, 'duration_seconds'::text))),
  CONSTRAINT "routine_sets_kind_has_reps_check" CHECK (((min_reps IS NULL) OR private.kind_allows(exercise_kind, 'reps'::text))),
  CONSTRAINT "routine_sets_kind_has_weight_check" CHECK (((num_nonnulls(weight_kg, load_percent) = 0) OR private.kind_allows(exercise_kind, 'weight_kg'::text)))
);

ALTER TABLE "public"."routine_sets"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."routine_sets" FROM "anon";

CREATE TABLE "public"."routines" (
  "id"                     uuid                     NOT NULL,
  "folder_id"              uuid,
  "name"                   text                     NOT NULL,
  "notes"                  text,
  "position"               smallint                 NOT NULL DEFAULT 1,
  "visibility"             text                     NOT NULL DEFAULT 'private'::text,
  "effective_visibility"   text                     NOT NULL DEFAULT 'private'::text,
  "copied_from_user_id"    uuid,
  "copied_from_routine_id" uuid,
  "version"                integer                  NOT NULL DEFAULT 1,
  "created_at"             timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"             timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "routines_name_length_check" CHECK (((char_length(name) <= 120) AND (name ~ '[^[:space:]]'::text))),
  CONSTRAINT "routines_notes_length_check" CHECK ((char_length(notes) <= 4000)),
  CONSTRAINT "routines_pkey" PRIMARY KEY (id),
  CONSTRAINT "routines_position_range_check" CHECK ((("position" >= 1) AND ("position" <= 1000))),
  CONSTRAINT "routines_visibility_check" CHECK ((visibility = ANY (ARRAY['public'::text, 'followers'::text, 'private'::text]))),
  "user_id"                uuid                     NOT NULL DEFAULT auth.uid(),
  CONSTRAINT "routines_user_id_id_key" UNIQUE (user_id, id)
);

ALTER TABLE "public"."routines"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."routines" FROM "anon";

CREATE TABLE "public"."share_links" (
  "id"           uuid                     NOT NULL,
  "routine_id"   uuid,
  "plan_id"      uuid,
  "token_hash"   bytea                    NOT NULL,
  "expires_at"   timestamp with time zone NOT NULL,
  "revoked_at"   timestamp with time zone,
  "max_copies"   integer,
  "view_count"   integer                  NOT NULL DEFAULT 0,
  "copy_count"   integer                  NOT NULL DEFAULT 0,
  "last_used_at" timestamp with time zone,
  "created_at"   timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "share_links_copy_count_range_check" CHECK (((copy_count >= 0) AND (copy_count <= COALESCE(max_copies, copy_count)))),
  CONSTRAINT "share_links_expires_after_created_check" CHECK ((expires_at > created_at)),
  CONSTRAINT "share_links_max_copies_positive_check" CHECK ((max_copies > 0)),
  CONSTRAINT "share_links_pkey" PRIMARY KEY (id),
  CONSTRAINT "share_links_routine_or_plan_check" CHECK ((num_nonnulls(routine_id, plan_id) = 1)),
  CONSTRAINT "share_links_token_hash_is_sha256_check" CHECK ((length(token_hash) = 32)),
  CONSTRAINT "share_links_token_hash_key" UNIQUE (token_hash),
  CONSTRAINT "share_links_view_count_positive_check" CHECK ((view_count >= 0)),
  "user_id"      uuid                     NOT NULL DEFAULT auth.uid()
);

ALTER TABLE "public"."share_links"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."share_links" FROM "anon";

CREATE TABLE "public"."submission_reviews" (
  "id"            bigint                   GENERATED ALWAYS AS IDENTITY NOT NULL,
  "submission_id" uuid                     NOT NULL,
  "moderator_id"  uuid,
  "version"       integer                  NOT NULL,
  "decision"      text                     NOT NULL,
  "reason"        text,
  "created_at"    timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "submission_reviews_decision_check" CHECK ((decision = ANY (ARRAY['approve'::text, 'reject'::text, 'request_changes'::text]))),
  CONSTRAINT "submission_reviews_pkey" PRIMARY KEY (id),
  CONSTRAINT "submission_reviews_reason_length_check" CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 2000))),
  CONSTRAINT "submission_reviews_refusal_has_reason_check" CHECK (((decision = 'approve'::text) OR (reason IS NOT NULL)))
);

ALTER TABLE "public"."submission_reviews"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."submission_reviews" FROM "anon";

CREATE TABLE "public"."submissions" (
  "id"                 uuid                     NOT NULL DEFAULT gen_random_uuid(),
  "user_id"            uuid                     NOT NULL,
  "type"               text                     NOT NULL,
  "exercise_id"        uuid,
  "plan_id"            uuid,
  "status"             text                     NOT NULL DEFAULT 'pending'::text,
  "version"            integer                  NOT NULL DEFAULT 1,
  "content"            jsonb                    NOT NULL,
  "note"               text,
  "result_exercise_id" uuid,
  "submitted_at"       timestamp with time zone NOT NULL DEFAULT now(),
  "created_at"         timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"         timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "submissions_content_is_object_check" CHECK ((jsonb_typeof(content) = 'object'::text)),
  CONSTRAINT "submissions_is_of_its_type_check"
    CHECK ((((exercise_id IS NULL) OR (type = 'exercise'::text)) AND ((plan_id IS NULL) OR (type = 'plan'::text)) AND ((result_exercise_id IS NULL) OR (type = 'exercise'::text)))),
  CONSTRAINT "submissions_note_length_check" CHECK (((char_length(note) >= 1) AND (char_length(note) <= 1000))),
  CONSTRAINT "submissions_pkey" PRIMARY KEY (id),
  CONSTRAINT "submissions_status_check" CHECK ((status = ANY (ARRAY['pending'::text, 'changes_requested'::text, 'approved'::text, 'rejected'::text, 'withdrawn'::text]))),
  CONSTRAINT "submissions_type_check" CHECK ((type = ANY (ARRAY['exercise'::text, 'plan'::text])))
);

ALTER TABLE "public"."submissions"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."submissions" FROM "anon";

ALTER TABLE "private"."exercise_documents"
  ADD COLUMN "locale" text NOT NULL;

ALTER TABLE "private"."exercise_documents"
  ADD COLUMN "prominence" integer NOT NULL;

ALTER TABLE "private"."exercise_documents"
  ADD COLUMN "equipment" text[] NOT NULL;

ALTER TABLE "private"."search_words"
  ADD COLUMN "locale" text COLLATE pg_catalog."C" NOT NULL;

ALTER TABLE "private"."search_words"
  ADD COLUMN "is_correct" boolean NOT NULL;

ALTER TABLE "private"."search_words"
  ADD COLUMN "letters" integer NOT NULL;

ALTER TABLE "public"."exercise_aliases"
  ADD COLUMN "locale" text NOT NULL DEFAULT 'en'::text;

ALTER TABLE "public"."exercise_aliases"
  ADD COLUMN "user_id" uuid;

ALTER TABLE "public"."exercise_equipment"
  ADD COLUMN "user_id" uuid;

ALTER TABLE "public"."exercise_muscles"
  ADD COLUMN "user_id" uuid;

ALTER TABLE "public"."exercises"
  ADD COLUMN "cues" text[] NOT NULL DEFAULT '{}'::text[];

ALTER TABLE "public"."exercises"
  ADD COLUMN "replaced_by" uuid;

ALTER TABLE "public"."exercises"
  ADD COLUMN "version" integer NOT NULL DEFAULT 1;

ALTER TABLE "public"."profile_settings"
  ADD COLUMN "version" integer NOT NULL DEFAULT 1;

ALTER TABLE "public"."workout_exercises"
  ADD COLUMN "routine_exercise_id" uuid;

ALTER TABLE "public"."workout_exercises"
  ADD COLUMN "version" integer NOT NULL DEFAULT 1;

ALTER TABLE "public"."workout_sets"
  ADD COLUMN "tempo" text;

ALTER TABLE "public"."workout_sets"
  ADD COLUMN "incline_percent" numeric(3,1);

ALTER TABLE "public"."workout_sets"
  ADD COLUMN "steps" integer;

ALTER TABLE "public"."workout_sets"
  ADD COLUMN "energy_kcal" numeric(6,1);

ALTER TABLE "public"."workout_sets"
  ADD COLUMN "average_heart_rate" smallint;

ALTER TABLE "public"."workout_sets"
  ADD COLUMN "max_heart_rate" smallint;

ALTER TABLE "public"."workout_sets"
  ADD COLUMN "version" integer NOT NULL DEFAULT 1;

ALTER TABLE "public"."workouts"
  ADD COLUMN "routine_id" uuid;

ALTER TABLE "public"."workouts"
  ADD COLUMN "enrollment_id" uuid;

ALTER TABLE "public"."workouts"
  ADD COLUMN "energy_kcal" numeric(6,1);

ALTER TABLE "public"."workouts"
  ADD COLUMN "average_heart_rate" smallint;

ALTER TABLE "public"."workouts"
  ADD COLUMN "max_heart_rate" smallint;

ALTER TABLE "public"."workouts"
  ADD COLUMN "source" text;

ALTER TABLE "public"."workouts"
  ADD COLUMN "external_id" text;

ALTER TABLE "public"."workouts"
  ADD COLUMN "version" integer NOT NULL DEFAULT 1;

REVOKE ALL ON SEQUENCE "public"."submission_reviews_id_seq" FROM "anon";

REVOKE ALL ON SEQUENCE "public"."submission_reviews_id_seq" FROM "authenticated";

REVOKE ALL ON SEQUENCE "public"."submission_reviews_id_seq" FROM "service_role";

ALTER TABLE "public"."exercises"
  ALTER COLUMN "license" SET DEFAULT 'LicenseRef-owner'::text;

ALTER TABLE "public"."exercises"
  ALTER COLUMN "source" SET DEFAULT 'user'::text;

CREATE TYPE "private"."field_rule" AS (
  "level"         text,
  "field"         text,
  "type"          text,
  "is_required"   boolean,
  "minimum"       numeric,
  "maximum"       numeric,
  "step"          numeric,
  "choices"       text[],
  "element_level" text
);

CREATE TYPE "private"."job_step" AS (
  "is_done"  boolean,
  "progress" integer,
  "state"    jsonb,
  "result"   jsonb
);

CREATE TYPE "private"."progression_state" AS (
  "sessions"  integer,
  "amount"    numeric,
  "successes" integer,
  "failures"  integer,
  "turn"      integer,
  "cycle"     integer,
  "code"      text,
  "previous"  numeric,
  "positions" integer[],
  "reps"      integer[]
);

CREATE TYPE "private"."search_query" AS (
  "locale"       text,
  "words"        tsquery,
  "whole_words"  tsquery,
  "labels"       tsquery,
  "ranked"       tsquery,
  "tags"         tsquery,
  "equipment"    text[],
  "primary_tags" tsquery,
  "front"        tsquery,
  "breadth"      integer,
  "is_one_word"  boolean
);

CREATE TYPE "private"."session_result" AS (
  "is_deload"     boolean,
  "is_met"        boolean,
  "is_at_ceiling" boolean,
  "is_excused"    boolean,
  "amount"        numeric,
  "weights_kg"    numeric[],
  "shares"        numeric[],
  "positions"     integer[],
  "reps"          integer[]
);

CREATE OR REPLACE FUNCTION private.access_token_hash (
  p_token text
)
  RETURNS bytea
  LANGUAGE sql
  IMMUTABLE
RETURN sha256(convert_to("left"(p_token, 100), 'UTF8'::name));

CREATE OR REPLACE FUNCTION private.act_for (
  p_user_id uuid
)
  RETURNS void
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  select set_config('request.jwt.claims', jsonb_build_object('sub', p_user_id)::text, true);
$function$;

CREATE OR REPLACE FUNCTION private.add_access_token (
  p_token_id        uuid,
  p_name            text,
  p_scopes          text[],
  p_expires_in_days integer
)
  RETURNS text
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  -- 256 bits: 43 characters without padding.
  v_token text := 'rpt_' || translate(encode(extensions.gen_random_bytes(32), 'base64'), '+/=', '-_');
begin
  perform private.lock_user_data(v_user_id);

  insert into public.access_tokens (id, user_id, name, token_hash, scopes, expires_at)
  values (
    p_token_id, v_user_id, p_name, private.access_token_hash(v_token), p_scopes,
    now() + make_interval(days => p_expires_in_days)
  )
  on conflict (id) do nothing;
  -- A retry cannot be answered: what was stored does not tell the token.
  if not found then
    perform private.raise_id_unusable('p_token_id');
  end if;

  perform private.record_audit_event(
    'access_token.created', v_user_id,
    jsonb_build_object('access_token_id', p_token_id, 'scopes', p_scopes, 'expires_in_days', p_expires_in_days)
  );
  return v_token;
end;
$function$;

CREATE OR REPLACE FUNCTION private.add_enrollment (
  p_enrollment_id uuid,
  p_plan_id       uuid,
  p_starts_on     date,
  p_mode          text,
  p_gym_id        uuid,
  p_start_weights jsonb
)
  RETURNS void
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_stored public.enrollments;
begin
  perform private.lock_user_data(v_user_id);

  select enrollments.* into v_stored from public.enrollments where enrollments.id = p_enrollment_id;
  if found and (v_stored.user_id, v_stored.plan_id) is distinct from (v_user_id, p_plan_id) then
    perform private.raise_id_unusable('p_enrollment_id');
  elsif found then
    return;
  end if;

  if not exists (select 1 from public.plans where plans.id = p_plan_id and plans.user_id = v_user_id) then
    perform private.raise_id_unusable('p_plan_id');
  end if;
  if p_gym_id is not null
    and not exists (select 1 from public.gyms where gyms.id = p_gym_id and gyms.user_id = v_user_id)
  then
    perform private.raise_id_unusable('p_gym_id');
  end if;
  if not exists (
    select 1 from public.plan_days where plan_days.plan_id = p_plan_id and plan_days.routine_id is not null
  ) then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_plan_id', 'has no day with a routine', 'Add a session to the plan first.'
    );
  end if;

  insert into public.enrollments (id, user_id, plan_id, mode, starts_on, gym_id, start_weights)
  values (p_enrollment_id, v_user_id, p_plan_id, p_mode, p_starts_on, p_gym_id, p_start_weights);
end;
$function$;

CREATE OR REPLACE FUNCTION private.add_share_link (
  p_link_id         uuid,
  p_routine_id      uuid,
  p_plan_id         uuid,
  p_expires_in_days integer,
  p_max_copies      integer
)
  RETURNS text
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_token text := private.share_token(p_link_id);
  v_stored public.share_links;
begin
  perform private.lock_user_data(v_user_id);

  if not exists (
    select 1 from public.routines where routines.id = p_routine_id and routines.user_id = v_user_id
    union all
    select 1 from public.plans where plans.id = p_plan_id and plans.user_id = v_user_id
  ) then
    perform private.raise_id_unusable(case when p_plan_id is null then 'p_routine_id' else 'p_plan_id' end);
  end if;

  insert into public.share_links (id, user_id, routine_id, plan_id, token_hash, expires_at, max_copies)
  values (
    p_link_id, v_user_id, p_routine_id, p_plan_id, private.share_token_hash(v_token),
    now() + make_interval(days => p_expires_in_days), p_max_copies
  )
  on conflict (id) do nothing;
  if found then
    return v_token;
  end if;

  -- A retry, unless the id is taken; or, after a change of the secret, no retry that could be answered the same.
  select links.* into v_stored from public.share_links as links where links.id = p_link_id;
  if (v_stored.user_id, v_stored.token_hash) is distinct from (v_user_id, private.share_token_hash(v_token))
    or v_stored.routine_id is distinct from p_routine_id or v_stored.plan_id is distinct from p_plan_id
  then
    perform private.raise_id_unusable('p_link_id');
  end if;
  return v_token;
end;
$function$;

CREATE OR REPLACE FUNCTION private.answer_problem (
  p_code    text,
  p_message text,
  p_path    text,
  p_text    text,
  p_hint    text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  perform set_config('response.status', substr(p_code, 3), true);
  return jsonb_build_object(
    'code', p_code,
    'message', p_message,
    'details', jsonb_build_object('path', p_path, 'text', p_text)::text,
    'hint', p_hint
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.at_most (
  p_amount numeric,
  p_limit  numeric
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN CASE WHEN (p_amount > p_limit) THEN p_limit ELSE p_amount END;

CREATE OR REPLACE FUNCTION private.best_performance (
  p_exercise_ids uuid[]
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    with days as (
      select
        exercise_days.local_date,
        exercise_days.max_weight_kg,
        private.estimated_one_rep_max(exercise_days.best_weights_kg) as e1rm_kg
      from analytics.exercise_days
      where exercise_days.user_id = (select auth.uid())
        and exercise_days.exercise_id = any(p_exercise_ids)
        and exercise_days.max_weight_kg is not null
    )
    select jsonb_build_object(
      'max_weight_kg', max(days.max_weight_kg),
      'max_weight_on', (array_agg(days.local_date order by days.max_weight_kg desc, days.local_date))[1],
      'e1rm_kg', max(days.e1rm_kg),
      'e1rm_on', (
        array_agg(days.local_date order by days.e1rm_kg desc, days.local_date) filter (where days.e1rm_kg is not null)
      )[1]
    )
    from days
    having count(*) > 0
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.browse_exercises (
  p_asked private.search_query[],
  p_scope text,
  p_as_of date,
  p_after jsonb,
  p_limit integer
)
  RETURNS TABLE (
    exercise_id uuid,
    rank        integer,
    name        text
  )
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_after_rank integer := -(p_after ->> 'rank')::integer;
  v_after_name text := p_after ->> 'name';
  v_after_id uuid := (p_after ->> 'id')::uuid;
  v_global private.search_query := p_asked[1];
  v_is_all boolean := p_scope in ('all', 'global');
begin
  return query
  with mine as (
    select
      documents.exercise_id,
      case
        when p_scope = 'recent' then mine.last_used_on - date '2000-01-01'
        when documents.document @@ asked.primary_tags then 1
        else 0
      end as rank,
      documents.name
    from private.caller_exercises(p_scope, p_as_of) as mine
    join private.exercise_documents as documents on documents.exercise_id = mine.exercise_id
      and documents.locale in (v_global.locale, 'und')
    join unnest(p_asked) as asked on asked.locale = documents.locale
    where (mine.is_own or p_scope in ('favorites', 'recent'))
      and (asked.tags is null or documents.document @@ asked.tags)
      and (asked.equipment is null or documents.equipment <@ asked.equipment)
  ),
  first as materialized (
    select by_name.exercise_id, 1 as rank, by_name.name
    from private.exercises_by_name(
      v_global.locale, v_global.tags && v_global.primary_tags, v_global.equipment, v_after_name, v_after_id, p_limit
    ) as by_name
    where v_is_all and v_global.primary_tags is not null and coalesce(v_after_rank, -1) = -1
  ),
  second as (
    select by_name.exercise_id, 0 as rank, by_name.name
    from private.exercises_by_name(
      v_global.locale,
      coalesce(v_global.tags && !!v_global.primary_tags, v_global.tags),
      v_global.equipment,
      case v_after_rank when 0 then v_after_name end,
      case v_after_rank when 0 then v_after_id end,
      p_limit
    ) as by_name
    where v_is_all and (select count(*) from first) < p_limit
  )
  select listed.exercise_id, listed.rank, listed.name
  from (
    select * from mine union all select * from first union all select * from second
  ) as listed
  where v_after_rank is null
    or (-listed.rank, listed.name, listed.exercise_id) > (v_after_rank, v_after_name, v_after_id)
  order by listed.rank desc, listed.name, listed.exercise_id
  limit p_limit;
end;
$function$;

CREATE OR REPLACE FUNCTION private.calendar_sessions (
  p_enrollment_id uuid,
  p_from          date,
  p_to            date
)
  RETURNS TABLE (
    plan_day_id    uuid,
    routine_id     uuid,
    week           smallint,
    cycle          integer,
    session_number integer,
    scheduled_on   date,
    is_deload      boolean,
    workout_id     uuid,
    done_on        date
  )
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
#variable_conflict use_column
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return query
    with followed as materialized (
      select
        enrollments.user_id, enrollments.plan_id, enrollments.starts_on, plans.weeks, plans.deload_weeks,
        plans.is_repeating, pauses.paused_on, pauses.resumed_on, pauses.days
      from public.enrollments
      join public.plans on plans.user_id = enrollments.user_id and plans.id = enrollments.plan_id
      cross join lateral (
        select
          array_agg(paused.paused_on order by paused.paused_on) as paused_on,
          array_agg(paused.resumed_on order by paused.paused_on) as resumed_on,
          coalesce(sum(paused.resumed_on - paused.paused_on), 0)::integer as days
        from public.enrollment_pauses as paused
        where paused.user_id = enrollments.user_id and paused.enrollment_id = enrollments.id
      ) as pauses
      where enrollments.id = p_enrollment_id
    ),
    planned as materialized (
      select plan_days.*, count(*) over () as of_plan
      from followed
      join public.plan_days on plan_days.user_id = followed.user_id and plan_days.plan_id = followed.plan_id
      where plan_days.routine_id is not null
    ),
    -- The weeks of the plan, counted on over its cycles, that may reach into the days asked for.
    weeks as materialized (
      select
        number,
        (number % followed.weeks + 1)::smallint as week,
        number / followed.weeks + 1 as cycle,
        private.move_behind_pauses(
          followed.starts_on + 7 * number, '-infinity', followed.paused_on, followed.resumed_on
        ) as starts_on,
        private.move_behind_pauses(
          followed.starts_on + 7 * (number + 1), '-infinity', followed.paused_on, followed.resumed_on
        ) as ends_on
      from followed
      cross join lateral generate_series(
        greatest((p_from - followed.starts_on - followed.days) / 7 - 1, 0),
        least((p_to - followed.starts_on) / 7, case when not followed.is_repeating then followed.weeks - 1 end)
      ) as number
    ),
    sessions as materialized (
      select
        planned.id, planned.routine_id, planned.position, weeks.number, weeks.week, weeks.cycle, days.scheduled_on,
        (weeks.cycle - 1) * planned.of_plan
          + (select count(*) from planned as earlier where earlier.week < weeks.week)
          + row_number() over (
            partition by weeks.number order by days.scheduled_on, planned.position, planned.id
          ) as session_number,
        weeks.week = any(followed.deload_weeks) as is_deload,
        row_number() over (
          partition by weeks.number, planned.routine_id, days.scheduled_on order by planned.position, planned.id
        ) as nth_of_day
      from followed
      cross join weeks
      join planned on planned.week = weeks.week
      cross join lateral private.move_behind_pauses(
        weeks.starts_on + (planned.weekday - extract(isodow from weeks.starts_on)::integer + 7) % 7,
        weeks.starts_on, followed.paused_on, followed.resumed_on
      ) as days (scheduled_on)
    ),
    performed as materialized (
      select
        workouts.id, workouts.routine_id, workouts.local_date, workouts.started_at, weeks.number,
        row_number() over (
          partition by weeks.number, workouts.routine_id, workouts.local_date order by workouts.started_at, workouts.id
        ) as nth_of_day
      from followed
      cross join weeks
      join public.workouts
        on workouts.user_id = followed.user_id
        and workouts.enrollment_id = p_enrollment_id
        and workouts.ended_at is not null
        and workouts.local_date >= weeks.starts_on
        and workouts.local_date < coalesce(weeks.ends_on, 'infinity')
    ),
    done_on_day as materialized (
      select sessions.number, sessions.id, performed.id as workout_id, performed.local_date
      from sessions
      join performed
        on performed.number = sessions.number
        and performed.routine_id = sessions.routine_id
        and performed.local_date = sessions.scheduled_on
        and performed.nth_of_day = sessions.nth_of_day
    ),
    -- Whatever is left of a routine in a week belongs together in the order of its days.
    done_in_week as (
      select missing.number, missing.id, spare.id as workout_id, spare.local_date
      from (
        select
          sessions.*,
          row_number() over (
            partition by sessions.number, sessions.routine_id order by sessions.session_number
          ) as nth
        from sessions
        where (sessions.number, sessions.id) not in (select done.number, done.id from done_on_day as done)
      ) as missing
      join (
        select
          performed.*,
          row_number() over (
            partition by performed.number, performed.routine_id order by performed.started_at, performed.id
          ) as nth
        from performed
        where performed.id not in (select done.workout_id from done_on_day as done)
      ) as spare
        on spare.number = missing.number and spare.routine_id = missing.routine_id and spare.nth = missing.nth
    )
    select
      sessions.id, sessions.routine_id, sessions.week, sessions.cycle, sessions.session_number::integer,
      sessions.scheduled_on, sessions.is_deload, done.workout_id, done.local_date
    from sessions
    left join (
      select * from done_on_day
      union all
      select * from done_in_week
    ) as done on done.number = sessions.number and done.id = sessions.id
    where sessions.scheduled_on >= p_from and sessions.scheduled_on < p_to
    order by sessions.session_number;
end;
$function$;

CREATE OR REPLACE FUNCTION private.call_function (
  p_path            text,
  p_timeout_seconds integer DEFAULT 10
)
  RETURNS bigint
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_url text;
  v_token text;
begin
  select
    max(secrets.decrypted_secret) filter (where secrets.name = 'functions_url'),
    max(secrets.decrypted_secret) filter (where secrets.name = 'cron_token')
  into v_url, v_token
  from vault.decrypted_secrets as secrets
  where secrets.name in ('functions_url', 'cron_token');

  if v_url is null or v_token is null then
    raise exception 'The vault holds no functions_url or no cron_token, so no function can be called.'
      using hint = 'See docs/functions.md, "Jobs that run by the clock".';
  end if;
  return net.http_post(
    url := v_url || '/' || p_path,
    headers := jsonb_build_object('Content-Type', 'application/json', 'X-Cron-Token', v_token),
    timeout_milliseconds := p_timeout_seconds * 1000
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.caller_exercises (
  p_scope text,
  p_as_of date
)
  RETURNS TABLE (
    exercise_id  uuid,
    is_own       boolean,
    is_favorite  boolean,
    last_used_on date
  )
  LANGUAGE plpgsql
  STABLE
  ROWS 100
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
begin
  return query
  select
    marks.exercise_id,
    bool_or(marks.is_own) as is_own,
    bool_or(marks.is_favorite) as is_favorite,
    max(marks.last_used_on) as last_used_on
  from (
    select exercise_documents.exercise_id, true as is_own, false as is_favorite, null::date as last_used_on
    from private.exercise_documents
    where exercise_documents.user_id = v_user_id
    union all
    select exercise_preferences.exercise_id, false, true, null
    from public.exercise_preferences
    where exercise_preferences.user_id = v_user_id and exercise_preferences.is_favorite
    union all
    select exercise_days.exercise_id, false, false, exercise_days.local_date
    from analytics.exercise_days
    where exercise_days.user_id = v_user_id
      and exercise_days.local_date between p_as_of - 90 and p_as_of + 1
  ) as marks
  group by marks.exercise_id
  having
    case p_scope
      when 'global' then not bool_or(marks.is_own)
      when 'own' then bool_or(marks.is_own)
      when 'favorites' then bool_or(marks.is_favorite)
      when 'recent' then bool_or(marks.last_used_on is not null)
      else true
    end;
end;
$function$;

CREATE OR REPLACE FUNCTION private.catalog_locale (
  p_locale text
)
  RETURNS text
  LANGUAGE plpgsql
  STABLE
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_tag text := left(p_locale, 35);
begin
  while v_tag <> '' loop
    -- The next in order, rather than any: that is looked up in the index, however common the language is.
    if v_tag = (
      select search_words.locale
      from private.search_words
      where search_words.locale >= v_tag
      order by search_words.locale
      limit 1
    ) then
      return v_tag;
    end if;
    v_tag := substring(v_tag from '^(.+)-');
  end loop;
  return 'en';
end;
$function$;

CREATE OR REPLACE FUNCTION private.change_enrollment (
  p_enrollment_id uuid,
  p_gym_id        uuid,
  p_start_weights jsonb
)
  RETURNS void
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_enrollment public.enrollments := private.own_enrollment(p_enrollment_id);
begin
  if p_gym_id is not null and not exists (
    select 1 from public.gyms where gyms.id = p_gym_id and gyms.user_id = v_enrollment.user_id
  ) then
    perform private.raise_id_unusable('gym_id');
  end if;
  update public.enrollments
  set gym_id = p_gym_id, start_weights = p_start_weights
  where enrollments.id = p_enrollment_id;
end;
$function$;

CREATE OR REPLACE FUNCTION private.change_mark()
  RETURNS bigint
  LANGUAGE plpgsql
  STABLE
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  return coalesce((select sync_state.generation from private.sync_state), 1) * 1099511627776
    + pg_current_xact_id()::text::bigint;
end;
$function$;

CREATE OR REPLACE FUNCTION private.changed_workouts (
  p_user_id    uuid,
  p_from       bigint,
  p_after_mark bigint,
  p_after_id   uuid,
  p_limit      integer
)
  RETURNS TABLE (
    changed_in bigint,
    workout_id uuid,
    is_deleted boolean
  )
  LANGUAGE plpgsql
  STABLE
  ROWS 50
  SET search_path TO ''
  AS $function$
#variable_conflict use_column
begin
  -- Two ranges of two indexes, each read no further than the limit.
  return query
    select events.changed_in, events.workout_id, events.is_deleted
    from (
      (
        select changes.changed_in, changes.workout_id, false as is_deleted
        from private.workout_changes as changes
        where changes.user_id = p_user_id
          and changes.changed_in >= p_from
          and (changes.changed_in, changes.workout_id) > (p_after_mark, p_after_id)
        order by changes.changed_in, changes.workout_id
        limit p_limit
      )

      union all

      (
        select tombstones.changed_in, tombstones.row_id, true
        from private.tombstones
        where tombstones.user_id = p_user_id
          and tombstones.relation = 'workouts'
          -- Whoever has nothing yet has nothing to delete.
          and p_from > 0
          and tombstones.changed_in >= p_from
          and (tombstones.changed_in, tombstones.row_id) > (p_after_mark, p_after_id)
          and not exists (select 1 from public.workouts where workouts.id = tombstones.row_id)
        order by tombstones.changed_in, tombstones.row_id
        limit p_limit
      )
    ) as events
    order by events.changed_in, events.workout_id
    limit p_limit;
end;
$function$;

CREATE OR REPLACE FUNCTION private.check_decision (
  p_decision text,
  p_reason   text
)
  RETURNS void
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  if p_decision is null or p_decision not in ('approve', 'reject', 'request_changes') then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_decision', 'must be one of approve, reject, request_changes',
      'Correct the decision and call again.'
    );
  end if;
  if p_decision <> 'approve' and coalesce(p_reason, '') !~ '[^[:space:]]' then
    perform private.raise_problem(
      'PT422', 'missing_field', 'p_reason', 'is missing', 'Tell the author why.'
    );
  end if;
  if char_length(p_reason) not between 1 and 2000 then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_reason', 'must be text of 1 to 2000 characters', 'Correct the reason and call again.'
    );
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION private.check_document (
  p_level    text,
  p_document jsonb,
  p_rules    private.field_rule[]
)
  RETURNS void
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_problem record := private.document_problem(p_level, p_document, p_rules);
begin
  if v_problem.message is not null then
    perform private.raise_problem(
      'PT422', v_problem.message, coalesce(v_problem.path, p_level), v_problem.text,
      format('Correct the field and send the %s again; nothing was stored.', replace(p_level, '_', ' '))
    );
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION private.check_exercise (
  p_exercise jsonb
)
  RETURNS void
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_path text;
  v_text text;
begin
  perform private.check_document('exercise', p_exercise, private.exercise_field_rules());

  select problems.path, problems.text
  into v_path, v_text
  from (
    select format('%s[%s]', list.field, element.ordinal - 1), list.text
    from (values
      ('instructions', 1000, 'must be a text of 1 to 1000 characters'),
      ('cues', 200, 'must be a text of 1 to 200 characters'),
      ('aliases', 120, 'must be a text of 1 to 120 characters')
    ) as list (field, max_length, text)
    cross join lateral jsonb_path_query(p_exercise, format('$.%I[*]', list.field)::jsonpath)
      with ordinality as element (value, ordinal)
    where char_length(element.value #>> '{}') > list.max_length or (element.value #>> '{}') !~ '[^[:space:]]'

    union all

    select format('aliases[%s]', element.ordinal - 1), 'is there twice'
    from jsonb_path_query(p_exercise, '$.aliases[*]') with ordinality as element (value, ordinal)
    where (select count(*) from jsonb_path_query(p_exercise, '$.aliases[*]') as other where other = element.value) > 1

    union all

    select format('equipment[%s]', element.ordinal - 1), 'is no equipment, or is there twice'
    from jsonb_path_query(p_exercise, '$.equipment[*]') with ordinality as element (value, ordinal)
    where not exists (select 1 from public.equipment where equipment.id = element.value #>> '{}')
      or (
        select count(*) from jsonb_path_query(p_exercise, '$.equipment[*]') as other where other = element.value
      ) > 1

    union all

    select format('muscles[%s].muscle_id', element.ordinal - 1), 'is no muscle, or is there twice'
    from jsonb_path_query(p_exercise, '$.muscles[*].muscle_id') with ordinality as element (value, ordinal)
    where not exists (select 1 from public.muscles where muscles.id = element.value #>> '{}')
      or (
        select count(*)
        from jsonb_path_query(p_exercise, '$.muscles[*].muscle_id') as other
        where other = element.value
      ) > 1

    union all

    select 'variation_group', 'must be lower-case words with hyphens, such as bench-press'
    where p_exercise ->> 'variation_group' !~ '^[a-z0-9][a-z0-9-]{0,59}$'
  ) as problems (path, text)
  order by problems.path
  limit 1;
  if found then
    perform private.raise_problem(
      'PT422', 'invalid_field', v_path, v_text, 'Correct the field and send the exercise again; nothing was stored.'
    );
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION private.check_gym (
  p_gym jsonb
)
  RETURNS void
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_problem record;
begin
  perform private.check_document('gym', p_gym, private.gym_field_rules());

  with items as (
    select
      format('equipment[%s]', element.ordinal - 1) as path,
      row_number() over (partition by item.id order by element.ordinal) as occurrence,
      item.*
    from jsonb_path_query(p_gym, '$.equipment[*] ? (@.type() == "object")')
      with ordinality as element (node, ordinal)
    cross join lateral jsonb_to_record(element.node) as item (
      id uuid, type text, equipment_id text, exercise_id uuid, weight_kg numeric, quantity numeric, step_kg numeric,
      max_weight_kg numeric
    )
  )
  select concat_ws('.', items.path, broken.field) as path, broken.message, broken.text
  into v_problem
  from items
  cross join lateral (values
    ('id', 'id_unusable', null, items.occurrence > 1),
    ('exercise_id', 'id_unusable', null, items.exercise_id is not null and not exists (
      select
      from public.exercises
      where exercises.id = items.exercise_id and (exercises.user_id is null or exercises.user_id = v_user_id)
    )),
    ('equipment_id', 'invalid_field', 'must be the id of equipment in the catalogue, such as barbell',
      items.equipment_id is not null and not exists (
        select from public.equipment where equipment.id = items.equipment_id
      )),
    ('equipment_id', 'missing_field', 'is missing, and exercise_id too: what it serves is not known',
      items.type <> 'plate' and num_nonnulls(items.equipment_id, items.exercise_id) = 0),
    ('equipment_id', 'field_not_allowed', 'plates fit every bar',
      items.type = 'plate' and items.equipment_id is not null),
    ('exercise_id', 'field_not_allowed', 'plates fit every bar',
      items.type = 'plate' and items.exercise_id is not null),
    ('quantity', 'missing_field', 'is missing, which plates need', items.type = 'plate' and items.quantity is null),
    ('weight_kg', 'invalid_field', 'must be 0.01 at least of a plate', items.type = 'plate' and items.weight_kg < 0.01),
    ('step_kg', 'missing_field', 'is missing, which stacks need', items.type = 'stack' and items.step_kg is null),
    ('max_weight_kg', 'missing_field', 'is missing, which stacks need',
      items.type = 'stack' and items.max_weight_kg is null),
    ('step_kg', 'field_not_allowed', 'stacks alone have steps', items.type <> 'stack' and items.step_kg is not null),
    ('max_weight_kg', 'field_not_allowed', 'stacks alone have steps',
      items.type <> 'stack' and items.max_weight_kg is not null),
    ('max_weight_kg', 'invalid_field', 'is less than weight_kg, the lightest setting',
      items.max_weight_kg < items.weight_kg),
    ('step_kg', 'invalid_field', 'makes more than 500 settings',
      items.max_weight_kg - items.weight_kg > 500 * items.step_kg)
  ) as broken (field, message, text, is_so)
  where broken.is_so
  order by concat_ws('.', items.path, broken.field)
  limit 1;

  if v_problem.message = 'id_unusable' then
    perform private.raise_id_unusable(v_problem.path);
  elsif v_problem.message is not null then
    perform private.raise_problem(
      'PT422', v_problem.message, v_problem.path, v_problem.text,
      'Correct the field and send the gym again; nothing was stored.'
    );
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION private.check_measurements (
  p_measurements jsonb
)
  RETURNS void
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_problem record;
begin
  perform private.check_document(
    'batch', jsonb_build_object('measurements', p_measurements), private.measurement_field_rules()
  );

  -- One id for all that cannot be used: a kind of somebody else's and one that does not exist are not told apart.
  select sent.ordinal, problem.*
  into v_problem
  from jsonb_array_elements(p_measurements) with ordinality as sent (node, ordinal)
  left join public.measurement_types on measurement_types.id = (sent.node ->> 'type_id')::uuid
  cross join lateral (
    select 'id_unusable', 'type_id', null
    where measurement_types.id is null

    union all

    select found.message, found.path, found.text
    from private.measurement_problem(
      measurement_types, sent.node ->> 'side', (sent.node ->> 'value')::numeric
    ) as found
    where found.message is not null

    union all

    select 'invalid_field', 'time_zone', 'must be an IANA name such as Europe/Berlin'
    where not private.is_time_zone(sent.node ->> 'time_zone')

    union all

    select 'missing_field', 'source', 'is missing: external_id is what the source calls the measurement'
    where sent.node ->> 'external_id' is not null and sent.node ->> 'source' is null
  ) as problem (message, path, text)
  order by sent.ordinal
  limit 1;
  if not found then
    return;
  end if;

  v_problem.path := format('measurements[%s].%s', v_problem.ordinal - 1, v_problem.path);
  if v_problem.message = 'id_unusable' then
    perform private.raise_id_unusable(v_problem.path);
  end if;
  perform private.raise_problem(
    'PT422', v_problem.message, v_problem.path, v_problem.text,
    'Correct the field and send the measurements again; nothing was stored.'
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.check_merge (
  p_from public.exercises,
  p_into public.exercises
)
  RETURNS void
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_path text := 'p_into';
  v_text text;
begin
  if p_from.id = p_into.id then
    v_text := 'is the same exercise, or was merged into it';
  elsif p_from.replaced_by is not null then
    v_path := 'p_from';
    v_text := 'was merged into another exercise already';
  elsif p_into.archived_at is not null then
    v_text := 'is archived';
  elsif not private.kind_fits(p_from.kind, p_into.kind) then
    v_text := format('is of a kind, %s, that sets of %s do not fit', p_into.kind, p_from.kind);
  else
    return;
  end if;
  perform private.raise_problem(
    'PT409', 'merge_impossible', v_path, v_text, 'Choose another exercise; nothing was changed.'
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.check_plan (
  p_plan jsonb
)
  RETURNS void
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_weeks numeric;
  v_problem record;
begin
  perform private.check_document('plan', p_plan, private.plan_field_rules());
  v_weeks := coalesce((p_plan ->> 'weeks')::numeric, 1);

  with sent_days as (
    select
      format('days[%s]', element.ordinal - 1) as path,
      (element.node ->> 'week')::numeric as week,
      (element.node ->> 'routine_id')::uuid as routine_id,
      count(*) over (partition by (element.node ->> 'id')::uuid order by element.ordinal) as occurrence
    from jsonb_path_query(p_plan, '$.days[*]') with ordinality as element (node, ordinal)
  ),
  problems (path, message, text) as (
    select 'tags', 'invalid_field', 'must be of a-z, 0-9 and hyphens, 30 characters at most each'
    where exists (
      select 1
      from jsonb_path_query(p_plan, '$.tags[*]') as sent (tag)
      where (sent.tag #>> '{}') !~ '^[a-z0-9][a-z0-9-]{0,29}$'
    )

    union all

    select 'deload_weeks', 'invalid_field', format('must be weeks of the plan, from 1 to %s', v_weeks)
    where exists (
      select 1
      from jsonb_path_query(p_plan, '$.deload_weeks[*]') as sent (week)
      where jsonb_typeof(sent.week) <> 'number'
        or (sent.week #>> '{}')::numeric not between 1 and v_weeks
        or (sent.week #>> '{}')::numeric % 1 <> 0
    )

    union all

    select sent_days.path || '.week', 'invalid_field', format('must be a week of the plan, from 1 to %s', v_weeks)
    from sent_days
    where sent_days.week > v_weeks

    union all

    select sent_days.path || '.id', 'id_unusable', null
    from sent_days
    where sent_days.occurrence > 1

    union all

    select sent_days.path || '.routine_id', 'id_unusable', null
    from sent_days
    left join public.routines on routines.id = sent_days.routine_id and routines.user_id = v_user_id
    where sent_days.routine_id is not null and routines.id is null
  )
  select problems.path, problems.message, problems.text
  into v_problem
  from problems
  order by problems.path
  limit 1;

  if v_problem.message = 'id_unusable' then
    perform private.raise_id_unusable(v_problem.path);
  elsif v_problem.message is not null then
    perform private.raise_problem(
      'PT422', v_problem.message, v_problem.path, v_problem.text,
      'Correct the field and send the plan again; nothing was stored.'
    );
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION private.check_routine (
  p_routine jsonb
)
  RETURNS void
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_problem record;
begin
  perform private.check_document('routine', p_routine, private.routine_field_rules());

  with sent_exercises as (
    select
      format('exercises[%s]', element.ordinal - 1) as path,
      element.node,
      (element.node ->> 'id')::uuid as id,
      exercises.kind,
      count(*) over (partition by (element.node ->> 'id')::uuid order by element.ordinal) as occurrence
    from jsonb_path_query(p_routine, '$.exercises[*] ? (@.type() == "object")')
      with ordinality as element (node, ordinal)
    left join public.exercises
      on exercises.id = (element.node ->> 'exercise_id')::uuid
      and (exercises.user_id is null or exercises.user_id = v_user_id)
  ),
  sent_sets as (
    select
      format('%s.sets[%s]', sent_exercises.path, element.ordinal - 1) as path,
      sent_exercises.id as routine_exercise_id,
      sent_exercises.kind,
      aims.*,
      count(*) over (
        partition by aims.id order by sent_exercises.path, element.ordinal
        rows between unbounded preceding and current row
      ) as occurrence
    from sent_exercises
    cross join lateral jsonb_path_query(sent_exercises.node, '$.sets[*] ? (@.type() == "object")')
      with ordinality as element (node, ordinal)
    cross join lateral jsonb_to_record(element.node) as aims (
      id uuid, min_reps numeric, max_reps numeric, weight_kg numeric, load_percent numeric, load_percent_of text,
      duration_seconds numeric, distance_meters numeric
    )
  ),
  problems (path, code, message, text) as (
    select sent_exercises.path || '.exercise_id', 'PT409', 'id_unusable', null
    from sent_exercises
    where sent_exercises.kind is null

    union all

    select sent_exercises.path || '.id', 'PT409', 'id_unusable', null
    from sent_exercises
    where sent_exercises.occurrence > 1

    union all

    select sent_sets.path || '.id', 'PT409', 'id_unusable', null
    from sent_sets
    where sent_sets.occurrence > 1

    union all

    select sent_sets.path || '.id', 'PT409', 'column_immutable', 'is a set of another exercise of this routine'
    from sent_sets
    join public.routine_sets on routine_sets.id = sent_sets.id
    where routine_sets.user_id = v_user_id
      and routine_sets.routine_id = (p_routine ->> 'id')::uuid
      and routine_sets.routine_exercise_id <> sent_sets.routine_exercise_id

    union all

    select
      concat_ws('.', sent_sets.path, aim.field), 'PT422', 'field_not_allowed',
      format('sets of a %s exercise have no %s', sent_sets.kind, aim.field)
    from sent_sets
    cross join lateral (values
      ('min_reps', 'reps', sent_sets.min_reps is not null),
      ('max_reps', 'reps', sent_sets.max_reps is not null),
      ('weight_kg', 'weight_kg', sent_sets.weight_kg is not null),
      ('load_percent', 'weight_kg', sent_sets.load_percent is not null),
      ('duration_seconds', 'duration_seconds', sent_sets.duration_seconds is not null),
      ('distance_meters', 'distance_meters', sent_sets.distance_meters is not null)
    ) as aim (field, measure, is_given)
    where aim.is_given and not private.kind_allows(sent_sets.kind, aim.measure)

    union all

    select concat_ws('.', sent_sets.path, broken.field), 'PT422', broken.message, broken.text
    from sent_sets
    cross join lateral (values
      ('min_reps', 'missing_field', 'is missing, where max_reps is given',
        sent_sets.max_reps is not null and sent_sets.min_reps is null),
      ('max_reps', 'invalid_field', 'is less than min_reps', sent_sets.max_reps < sent_sets.min_reps),
      ('load_percent', 'invalid_field', 'is a second load beside weight_kg',
        num_nonnulls(sent_sets.weight_kg, sent_sets.load_percent) = 2),
      ('load_percent', 'missing_field', 'is missing, where load_percent_of is given',
        sent_sets.load_percent is null and sent_sets.load_percent_of is not null),
      ('load_percent_of', 'missing_field', 'is missing, where load_percent is given',
        sent_sets.load_percent is not null and sent_sets.load_percent_of is null)
    ) as broken (field, message, text, is_so)
    where broken.is_so

    union all

    select
      concat_ws('.', sent_exercises.path, 'progression', problem.path), 'PT422', problem.message, problem.text
    from sent_exercises
    cross join lateral private.progression_problem(sent_exercises.node -> 'progression', sent_exercises.kind) as problem
    where coalesce(sent_exercises.node -> 'progression', 'null') <> 'null' and problem.message is not null
  )
  select problems.path, problems.code, problems.message, problems.text
  into v_problem
  from problems
  order by problems.path
  limit 1;

  if v_problem.message = 'id_unusable' then
    perform private.raise_id_unusable(v_problem.path);
  elsif v_problem.message is not null then
    perform private.raise_problem(
      v_problem.code, v_problem.message, v_problem.path, v_problem.text,
      'Correct the field and send the routine again; nothing was stored.'
    );
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION private.check_sync_changes (
  p_changes jsonb,
  p_cursor  bigint
)
  RETURNS void
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_path text;
  v_text text;
begin
  -- A device that has not seen a restored backup must see it before it adds to it.
  if p_cursor is not null and not private.is_sync_cursor(p_cursor) then
    perform private.raise_problem(
      'PT409', 'stale_cursor', 'p_cursor', 'The server cannot go on from this cursor.', 'Pull, then push again.'
    );
  end if;

  select problems.path, problems.text
  into v_path, v_text
  from (
    select 'p_changes' as path, 'must be an object of tables' as text
    where jsonb_typeof(p_changes) is distinct from 'object'

    union all

    select changes.key, 'is not a table that sync carries'
    from jsonb_each(case jsonb_typeof(p_changes) when 'object' then p_changes else '{}' end) as changes
    where changes.key not in (select relations.relation from private.sync_relations() as relations)

    union all

    select concat_ws('.', changes.key, part), 'must be an array of at most 10000 elements'
    from jsonb_each(case jsonb_typeof(p_changes) when 'object' then p_changes else '{}' end) as changes
    cross join unnest(array['created', 'updated', 'deleted']) as part
    where case jsonb_typeof(changes.value -> part)
      when 'array' then jsonb_array_length(changes.value -> part) > 10000
      else coalesce(jsonb_typeof(changes.value -> part), 'null') <> 'null'
    end

    union all

    select format('%s.%s[%s]', changes.key, part, element.ordinal - 1), 'must have a uuid as id'
    from jsonb_each(case jsonb_typeof(p_changes) when 'object' then p_changes else '{}' end) as changes
    cross join unnest(array['created', 'updated', 'deleted']) as part
    cross join lateral jsonb_array_elements(
      case jsonb_typeof(changes.value -> part) when 'array' then changes.value -> part else '[]' end
    ) with ordinality as element (node, ordinal)
    where pg_input_is_valid(case part when 'deleted' then element.node #>> '{}' else element.node ->> 'id' end, 'uuid')
      is not true
  ) as problems
  order by problems.path
  limit 1;
  if found then
    perform private.raise_problem('PT422', 'invalid_field', v_path, v_text, 'Nothing was stored.');
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION private.check_workout (
  p_workout jsonb
)
  RETURNS void
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_path text;
  v_text text;
begin
  perform private.check_document('workout', p_workout, private.workout_field_rules());

  select problems.path, problems.text
  into v_path, v_text
  from (
    select
      format('exercises[%s].sets[%s].%s', exercise.ordinal - 1, performed.ordinal - 1, measure.field),
      format('sets of a %s exercise have no %s', exercises.kind, measure.field)
    from jsonb_path_query(p_workout, '$.exercises[*]') with ordinality as exercise (node, ordinal)
    join public.exercises on exercises.id = (exercise.node ->> 'exercise_id')::uuid
    cross join lateral jsonb_path_query(exercise.node, '$.sets[*]') with ordinality as performed (node, ordinal)
    cross join unnest(array['reps', 'weight_kg', 'duration_seconds', 'distance_meters']) as measure (field)
    where coalesce(performed.node -> measure.field, 'null') <> 'null'
      and not private.kind_allows(exercises.kind, measure.field)
  ) as problems (path, text)
  order by problems.path
  limit 1;
  if found then
    perform private.raise_problem(
      'PT422', 'field_not_allowed', v_path, v_text, 'Correct the field and send the workout again; nothing was stored.'
    );
  end if;

  if p_workout ->> 'external_id' is not null and p_workout ->> 'source' is null then
    perform private.raise_problem(
      'PT422', 'missing_field', 'source', 'is missing: external_id is what the source calls the workout',
      'Correct the field and send the workout again; nothing was stored.'
    );
  end if;

  if (p_workout ->> 'ended_at')::timestamptz < (p_workout ->> 'started_at')::timestamptz then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'ended_at', 'is before started_at',
      'Correct the field and send the workout again; nothing was stored.'
    );
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION private.close_enrollment (
  p_enrollment_id uuid,
  p_status        text
)
  RETURNS void
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_enrollment public.enrollments := private.own_enrollment(p_enrollment_id);
begin
  update public.enrollment_pauses
  set resumed_on = greatest(paused_on, private.own_today())
  where enrollment_pauses.enrollment_id = p_enrollment_id and enrollment_pauses.resumed_on is null;
  update public.enrollments
  set status = p_status, ended_at = coalesce(v_enrollment.ended_at, now())
  where enrollments.id = p_enrollment_id;
end;
$function$;

CREATE OR REPLACE FUNCTION private.copy_by_link (
  p_token   text,
  p_copy_id uuid,
  p_name    text
)
  RETURNS text
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_type text;
  v_owner_id uuid;
  v_link public.share_links;
  v_author_id uuid;
begin
  perform private.lock_user_data(v_user_id);

  select stored.type, stored.user_id
  into v_type, v_owner_id
  from (
    select 'plan', plans.user_id from public.plans where plans.id = p_copy_id
    union all
    select 'routine', routines.user_id from public.routines where routines.id = p_copy_id
  ) as stored (type, user_id);
  if v_owner_id = v_user_id then
    return v_type;
  elsif found then
    perform private.raise_id_unusable('p_copy_id');
  end if;

  v_link := private.open_share_link(p_token);
  if v_link.user_id is distinct from v_user_id then
    -- Asked once more, as the row is by now: of two who make the last copy at once, one does.
    update public.share_links as links
    set copy_count = links.copy_count + 1, last_used_at = now()
    where links.id = v_link.id and (links.max_copies is null or links.copy_count < links.max_copies);
    if not found then
      return null;
    end if;
  end if;

  -- Whoever does not show themselves is not named in the copy either, nor is a row of theirs.
  if private.visible_author(v_link.user_id) is not null then
    v_author_id := nullif(v_link.user_id, v_user_id);
  end if;
  if v_link.plan_id is not null then
    perform private.create_plan_from_document(
      private.shared_plan_document(v_link.plan_id, v_user_id), p_copy_id, p_name, v_author_id, null, null
    );
    return 'plan';
  end if;
  perform private.create_routine_from_document(
    private.shared_routine_document(v_link.routine_id, v_user_id), p_copy_id, p_name, v_author_id, null
  );
  return 'routine';
end;
$function$;

CREATE OR REPLACE FUNCTION private.copy_visible_plan (
  p_plan_id uuid,
  p_copy_id uuid,
  p_name    text
)
  RETURNS void
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_stored_owner_id uuid;
  v_source public.plans;
  v_published public.published_plans;
  v_document jsonb;
begin
  perform private.lock_user_data(v_user_id);

  select plans.user_id into v_stored_owner_id from public.plans where plans.id = p_copy_id;
  if v_stored_owner_id = v_user_id then
    return;
  elsif found then
    perform private.raise_id_unusable('p_copy_id');
  end if;

  v_document := private.visible_plan_document(p_plan_id);
  if v_document is not null then
    select plans.* into v_source from public.plans where plans.id = p_plan_id;
    -- A copy of one's own plan is by whom that one is.
    if v_source.user_id = v_user_id then
      perform private.create_plan_from_document(
        v_document, p_copy_id, p_name, v_source.copied_from_user_id, v_source.copied_from_plan_id,
        v_source.copied_from_published_plan_id
      );
    else
      perform private.create_plan_from_document(
        v_document, p_copy_id, p_name, v_source.user_id, v_source.id, null
      );
    end if;
    return;
  end if;

  select published_plans.*
  into v_published
  from public.published_plans
  where published_plans.id = p_plan_id
    and (
      published_plans.user_id is null
      or published_plans.user_id = v_user_id
      or (
        published_plans.effective_visibility = 'public'
        and published_plans.user_id not in (select private.blocked_user_ids())
      )
    );
  if not found then
    perform private.raise_id_unusable('p_plan_id');
  end if;
  perform private.create_plan_from_document(
    v_published.document, p_copy_id, p_name, v_published.user_id, null, v_published.id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.count_search_words()
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  with counted as materialized (
    select
      split_part(statistics.word, '/', 1) as locale,
      split_part(statistics.word, '/', 2) as word,
      max(statistics.ndoc) as exercises,
      bool_or(statistics.is_correct) as is_correct
    from (
      select spelt.word, spelt.ndoc, true as is_correct
      from ts_stat(
        $$ select ts_filter(document, '{a,c,d}') from private.exercise_documents where user_id is null $$
      ) as spelt
      union all
      select said.word, said.ndoc, false
      from ts_stat(
        $$ select ts_filter(document, '{b}') from private.exercise_documents where user_id is null $$
      ) as said
    ) as statistics
    group by 1, 2
  ),
  gone as (
    delete from private.search_words as stored
    where not exists (
      select 1 from counted where counted.locale = stored.locale and counted.word = stored.word
    )
  )
  insert into private.search_words as stored (locale, word, exercises, is_correct, letters)
  select counted.locale, counted.word, counted.exercises, counted.is_correct, private.letters_of(counted.word)
  from counted
  on conflict (locale, word) do update
    set exercises = excluded.exercises, is_correct = excluded.is_correct
    where (stored.exercises, stored.is_correct) is distinct from (excluded.exercises, excluded.is_correct);
end;
$function$;

CREATE OR REPLACE FUNCTION private.create_plan_from_document (
  p_document               jsonb,
  p_plan_id                uuid,
  p_name                   text,
  p_from_user_id           uuid,
  p_from_plan_id           uuid,
  p_from_published_plan_id uuid
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  perform private.create_routines_from_document(p_document, p_plan_id);

  insert into public.plans (
    id, name, description, goal, level, tags, weeks, deload_weeks, is_repeating, copied_from_user_id,
    copied_from_plan_id, copied_from_published_plan_id
  )
  select
    p_plan_id, coalesce(p_name, sent.name), sent.description, sent.goal, sent.level, coalesce(sent.tags, '{}'),
    sent.weeks, coalesce(sent.deload_weeks, '{}'), coalesce(sent.is_repeating, false), p_from_user_id, p_from_plan_id,
    p_from_published_plan_id
  from jsonb_populate_record(null::public.plans, p_document) as sent;

  insert into public.plan_days (id, plan_id, week, weekday, position, routine_id, name, notes)
  select
    private.derived_id(p_plan_id, 'day ' || day.ordinal), p_plan_id, sent.week, sent.weekday,
    coalesce(sent.position, 1), private.derived_id(p_plan_id, day.node ->> 'routine'), sent.name, sent.notes
  from jsonb_array_elements(p_document -> 'days') with ordinality as day (node, ordinal)
  cross join lateral jsonb_populate_record(null::public.plan_days, day.node) as sent;
end;
$function$;

CREATE OR REPLACE FUNCTION private.create_routine_from_document (
  p_document        jsonb,
  p_routine_id      uuid,
  p_name            text,
  p_from_user_id    uuid,
  p_from_routine_id uuid
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  perform private.create_routines_from_document(
    jsonb_set(p_document, '{routines,0,name}', to_jsonb(coalesce(p_name, p_document ->> 'name'))), p_routine_id
  );
  update public.routines
  set copied_from_user_id = p_from_user_id, copied_from_routine_id = p_from_routine_id
  where routines.id = p_routine_id;
end;
$function$;

CREATE OR REPLACE FUNCTION private.create_routines_from_document (
  p_document jsonb,
  p_id       uuid
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_exercise_ids jsonb;
  v_new_keys text[];
  v_routine jsonb;
begin
  -- An exercise that the caller has already, by name and kind, is not made again.
  select coalesce(
    jsonb_object_agg(sent.node ->> 'key', coalesce(own.id, private.derived_id(p_id, sent.node ->> 'key'))), '{}'
  )
  into v_exercise_ids
  from jsonb_array_elements(p_document -> 'exercises') as sent (node)
  left join lateral (
    select exercises.id
    from public.exercises
    where exercises.user_id = v_user_id
      and exercises.archived_at is null
      and exercises.kind = sent.node ->> 'kind'
      and private.fold_text(exercises.name) = private.fold_text(sent.node ->> 'name')
    order by exercises.created_at, exercises.id
    limit 1
  ) as own on true;

  -- What an earlier copy under this id left behind is the caller's by now, edited or archived: it stays as it is.
  v_new_keys := array(
    select chosen.key
    from jsonb_each_text(v_exercise_ids) as chosen
    where chosen.value::uuid = private.derived_id(p_id, chosen.key)
      and not exists (select 1 from public.exercises where exercises.id = chosen.value::uuid)
  );

  insert into public.exercises (
    id, user_id, name, kind, category, mechanic, force, level, is_unilateral, body_weight_share, instructions, cues
  )
  select
    (v_exercise_ids ->> sent.key)::uuid, v_user_id, sent.name, sent.kind, sent.category, sent.mechanic, sent.force,
    sent.level, sent.is_unilateral, sent.body_weight_share, sent.instructions, sent.cues
  from jsonb_to_recordset(p_document -> 'exercises') as sent (
    key text, name text, kind text, category text, mechanic text, force text, level text, is_unilateral boolean,
    body_weight_share numeric, instructions text[], cues text[]
  )
  where sent.key = any(v_new_keys);

  insert into public.exercise_muscles (exercise_id, muscle_id, role, weight)
  select (v_exercise_ids ->> sent.key)::uuid, worked.muscle, worked.role, worked.weight
  from jsonb_to_recordset(p_document -> 'exercises') as sent (key text, muscles jsonb)
  cross join lateral jsonb_to_recordset(sent.muscles) as worked (muscle text, role text, weight numeric)
  where sent.key = any(v_new_keys);

  insert into public.exercise_equipment (exercise_id, equipment_id)
  select (v_exercise_ids ->> sent.key)::uuid, needed.equipment_id
  from jsonb_to_recordset(p_document -> 'exercises') as sent (key text, equipment jsonb)
  cross join lateral jsonb_array_elements_text(sent.equipment) as needed (equipment_id)
  where sent.key = any(v_new_keys);

  -- The same routines with ids in place of keys, as private.write_routine() takes them.
  for v_routine in
    select jsonb_build_object(
      'id', case p_document ->> 'type' when 'routine' then p_id else private.derived_id(p_id, routine.key) end,
      'name', routine.name,
      'notes', routine.notes,
      'position', 1,
      'visibility', 'private',
      'exercises', coalesce((
        select jsonb_agg(
          exercise.node - 'exercise' || jsonb_build_object(
            'id', private.derived_id(p_id, concat_ws(' ', routine.key, exercise.ordinal)),
            'exercise_id', coalesce(v_exercise_ids ->> (exercise.node ->> 'exercise'), exercise.node ->> 'exercise'),
            'sets', coalesce((
              select jsonb_agg(
                jsonb_build_object('set_type', 'normal') || aim.node || jsonb_build_object(
                  'id', private.derived_id(p_id, concat_ws(' ', routine.key, exercise.ordinal, aim.ordinal))
                )
              )
              from jsonb_array_elements(exercise.node -> 'sets') with ordinality as aim (node, ordinal)
            ), '[]')
          )
        )
        from jsonb_array_elements(routine.exercises) with ordinality as exercise (node, ordinal)
      ), '[]')
    )
    from jsonb_to_recordset(p_document -> 'routines') as routine (key text, name text, notes text, exercises jsonb)
  loop
    if not exists (select 1 from public.routines where routines.id = (v_routine ->> 'id')::uuid) then
      perform private.write_routine(v_routine);
    end if;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION private.csv_text (
  p_text text
)
  RETURNS text
  LANGUAGE sql
  IMMUTABLE
RETURN (('"'::text || replace(CASE WHEN (p_text ~ '^''*[=+\-@＝＋－＠\t\r\n]'::text) THEN (''''::text || p_text) ELSE p_text END, '"'::text, '""'::text)) || '"'::text);

CREATE OR REPLACE FUNCTION private.delete_sync_rows (
  p_relation text,
  p_row_id   text,
  p_ids      uuid[]
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  if p_relation = 'exercises' then
    -- One with history is archived instead.
    perform public.delete_exercise(exercises.id)
    from public.exercises
    where exercises.id = any(p_ids) and exercises.user_id = (select auth.uid());
    return;
  end if;

  execute format(
    'delete from public.%I as stored where stored.user_id = $2 and stored.%I = any($1)', p_relation, p_row_id
  )
  using p_ids, (select auth.uid());
end;
$function$;

CREATE OR REPLACE FUNCTION private.deload_workouts (
  p_enrollment_id uuid
)
  RETURNS uuid[]
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_followed record;
begin
  select enrollments.mode, enrollments.starts_on, max(workouts.local_date) as last_on
  into v_followed
  from public.enrollments
  join public.plans on plans.id = enrollments.plan_id
  join public.workouts on workouts.user_id = enrollments.user_id and workouts.enrollment_id = enrollments.id
  where enrollments.id = p_enrollment_id and plans.deload_weeks <> '{}'
  group by enrollments.id;
  if not found then
    return '{}';
  end if;

  if v_followed.mode = 'calendar' then
    return array(
      select sessions.workout_id
      from private.calendar_sessions(p_enrollment_id, v_followed.starts_on, v_followed.last_on + 7) as sessions
      where sessions.is_deload and sessions.workout_id is not null
    );
  end if;
  return array(
    select sessions.workout_id
    from private.sequence_sessions(
      p_enrollment_id, v_followed.starts_on, '-infinity', v_followed.starts_on
    ) as sessions
    where sessions.is_deload and sessions.workout_id is not null
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.deloaded_amount (
  p_rule        jsonb,
  p_amount      numeric,
  p_is_assisted boolean
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN
  round((p_amount * ((1)::numeric + (((CASE WHEN p_is_assisted THEN 1 ELSE '-1'::integer END)::numeric * ((p_rule #>> '{stall,percent}'::text[]))::numeric) / (100)::numeric))), 6);

CREATE OR REPLACE FUNCTION private.derived_id (
  p_id   uuid,
  p_name text
)
  RETURNS uuid
  LANGUAGE sql
  IMMUTABLE
RETURN
  ("left"(OVERLAY(OVERLAY(encode(sha256(convert_to(((p_id || ' '::text) || p_name), 'UTF8'::name)), 'hex'::text) PLACING '8'::text FROM 13) PLACING 'a'::text FROM 17), 32))::uuid;

CREATE OR REPLACE FUNCTION private.document_problem (
  p_level    text,
  p_document jsonb,
  p_rules    private.field_rule[],
  OUT        message text,
  OUT        path text,
  OUT        text text
)
  RETURNS record
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  with recursive rules as materialized (
    select rule.* from unnest(p_rules) as rule
  ),
  nodes as (
    select p_level as level, null::text as path, p_document as node

    union all

    select rules.element_level, below.path, below.node
    from nodes
    join rules on rules.level = nodes.level and rules.element_level is not null
    cross join lateral (
      select nodes.node -> rules.field as value
      where jsonb_typeof(nodes.node) = 'object'
    ) as field
    cross join lateral (
      select
        concat_ws('.', nodes.path, format('%s[%s]', rules.field, element.ordinal - 1)) as path,
        element.node
      from jsonb_array_elements(case jsonb_typeof(field.value) when 'array' then field.value else '[]' end)
        with ordinality as element (node, ordinal)
      where rules.type = 'array'

      union all

      select concat_ws('.', nodes.path, rules.field), field.value
      where rules.type = 'object' and jsonb_typeof(field.value) = 'object'
    ) as below
  ),
  problems as (
    select 'invalid_field' as message, nodes.path, 'must be an object' as text
    from nodes
    where jsonb_typeof(nodes.node) is distinct from 'object'

    union all

    select 'missing_field', concat_ws('.', nodes.path, rules.field), 'is missing'
    from nodes
    join rules on rules.level = nodes.level and rules.is_required
    where jsonb_typeof(nodes.node) = 'object' and coalesce(nodes.node -> rules.field, 'null') = 'null'

    union all

    select
      case when rules.field is null then 'unknown_field' else 'invalid_field' end,
      concat_ws('.', nodes.path, pair.key),
      case
        when rules.field is null then 'is not a field of a ' || replace(nodes.level, '_', ' ')
        else private.field_problem(pair.value, rules)
      end
    from nodes
    cross join lateral jsonb_each(case jsonb_typeof(nodes.node) when 'object' then nodes.node else '{}' end) as pair
    left join rules on rules.level = nodes.level and rules.field = pair.key
    where rules.field is null or (pair.value <> 'null' and private.field_problem(pair.value, rules) is not null)
  )
  select problems.message, problems.path, problems.text
  into message, path, text
  from problems
  order by problems.path nulls first
  limit 1;
end;
$function$;

CREATE OR REPLACE FUNCTION private.dots (
  p_sex            text,
  p_body_weight_kg numeric,
  p_total_kg       numeric
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN
  (SELECT CASE WHEN (COALESCE(dots.p_body_weight_kg, (0)::numeric) <= (0)::numeric) THEN NULL::numeric WHEN (dots.p_sex = 'male'::text) THEN ((dots.p_total_kg * (500)::numeric) /
  (((((((('-0.0000010930'::numeric * clamped.male) + 0.0007391293) * clamped.male) - 0.1918759221) * clamped.male) + 24.0900756) * clamped.male) - 307.75076)) WHEN
  (dots.p_sex = 'female'::text) THEN
  ((dots.p_total_kg * (500)::numeric) / (((((((('-0.0000010706'::numeric * clamped.female) + 0.0005158568) * clamped.female) - 0.1126655495) * clamped.female) + 13.6175032) *
  clamped.female) - 57.96288)) ELSE NULL::numeric END AS "case" FROM
  (SELECT LEAST(GREATEST(dots.p_body_weight_kg, (40)::numeric), (210)::numeric) AS "least", LEAST(GREATEST(dots.p_body_weight_kg, (40)::numeric), (150)::numeric) AS "least")
  clamped(male, female));

CREATE OR REPLACE FUNCTION private.due_prescription (
  p_routine_id    uuid,
  p_enrollment_id uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_due_routine_id uuid;
  v_is_deload boolean;
  v_status text;
  v_prescription jsonb;
begin
  if p_enrollment_id is not null then
    if not exists (
      select 1
      from public.enrollments
      where enrollments.id = p_enrollment_id and enrollments.user_id = (select auth.uid())
    ) then
      perform private.raise_id_unusable('p_enrollment_id');
    end if;
    select sessions.routine_id, sessions.is_deload, sessions.status
    into v_due_routine_id, v_is_deload, v_status
    from private.next_session(p_enrollment_id) as sessions;
    if v_due_routine_id is null then
      perform private.raise_problem(
        'PT409', 'no_next_session', 'p_enrollment_id', format('The enrollment is %s.', v_status),
        'Resume it first, or start a routine without it.'
      );
    end if;
  elsif p_routine_id is null then
    return null;
  end if;

  v_prescription := case
    when p_enrollment_id is null then private.prescription(p_routine_id)
    -- Another routine than the one that is due may be done as a session too; it is light in no week of its own.
    when p_routine_id <> v_due_routine_id then private.prescription(p_routine_id, p_enrollment_id)
    else private.prescription(v_due_routine_id, p_enrollment_id, v_is_deload)
  end;
  if v_prescription is null then
    perform private.raise_id_unusable('p_routine_id');
  end if;
  return v_prescription;
end;
$function$;

CREATE OR REPLACE FUNCTION private.effective_load_kg (
  p_exercise_kind     text,
  p_weight_kg         numeric,
  p_body_weight_kg    numeric,
  p_body_weight_share numeric
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN CASE WHEN (p_exercise_kind = ANY (ARRAY['weight_reps'::text, 'weight_duration'::text, 'weight_distance'::text])) THEN p_weight_kg WHEN
  (p_exercise_kind = 'bodyweight_reps'::text) THEN (p_body_weight_kg * p_body_weight_share) WHEN (p_exercise_kind = 'weighted_bodyweight'::text) THEN
  ((p_body_weight_kg * p_body_weight_share) + COALESCE(p_weight_kg, (0)::numeric)) WHEN (p_exercise_kind = 'assisted_bodyweight'::text) THEN
  GREATEST(((p_body_weight_kg * p_body_weight_share) - COALESCE(p_weight_kg, (0)::numeric)), (0)::numeric) ELSE NULL::numeric END;

CREATE OR REPLACE FUNCTION private.end_access_token (
  p_token_id uuid
)
  RETURNS timestamp WITH time zone
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_revoked_at timestamptz;
begin
  update public.access_tokens as tokens
  set revoked_at = now()
  where tokens.id = p_token_id and tokens.user_id = v_user_id and tokens.revoked_at is null
  returning tokens.revoked_at into v_revoked_at;
  if found then
    perform private.record_audit_event(
      'access_token.revoked', v_user_id, jsonb_build_object('access_token_id', p_token_id)
    );
    return v_revoked_at;
  end if;

  select tokens.revoked_at
  into v_revoked_at
  from public.access_tokens as tokens
  where tokens.id = p_token_id and tokens.user_id = v_user_id;
  if not found then
    perform private.raise_id_unusable('p_token_id');
  end if;
  return v_revoked_at;
end;
$function$;

CREATE OR REPLACE FUNCTION private.end_job (
  p_job_id uuid
)
  RETURNS text
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_status text;
begin
  -- Waits for a step that is being done.
  select jobs.status
  into v_status
  from public.jobs
  where jobs.id = p_job_id
    and (jobs.user_id = (select auth.uid()) or (jobs.user_id is null and private.has_role('moderator')))
  for update;
  if not found then
    perform private.raise_id_unusable('p_job_id');
  end if;
  if v_status not in ('queued', 'running') then
    return v_status;
  end if;

  update public.jobs set status = 'cancelled', lease = null, finished_at = now() where jobs.id = p_job_id;
  return 'cancelled';
end;
$function$;

CREATE OR REPLACE FUNCTION private.end_pause (
  p_enrollment_id uuid,
  p_on            date
)
  RETURNS void
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_enrollment public.enrollments := private.own_enrollment(p_enrollment_id);
  v_on date := coalesce(p_on, private.own_today());
  v_paused_on date;
begin
  select pauses.paused_on
  into v_paused_on
  from public.enrollment_pauses as pauses
  where pauses.enrollment_id = p_enrollment_id and pauses.resumed_on is null;
  if v_on < v_paused_on or v_on > private.own_today() then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_on', format('must be a day from %s to today', v_paused_on),
      'A pause ends when it has begun.'
    );
  end if;

  update public.enrollment_pauses
  set resumed_on = v_on
  where enrollment_pauses.enrollment_id = p_enrollment_id and enrollment_pauses.resumed_on is null;
  update public.enrollments set status = 'active', ended_at = null where enrollments.id = p_enrollment_id;
end;
$function$;

CREATE OR REPLACE FUNCTION private.end_share_link (
  p_link_id uuid
)
  RETURNS timestamp WITH time zone
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_revoked_at timestamptz;
begin
  update public.share_links as links
  set revoked_at = coalesce(links.revoked_at, now())
  where links.id = p_link_id and links.user_id = (select auth.uid())
  returning links.revoked_at into v_revoked_at;
  if not found then
    perform private.raise_id_unusable('p_link_id');
  end if;
  return v_revoked_at;
end;
$function$;

CREATE OR REPLACE FUNCTION private.end_submission (
  p_submission_id uuid
)
  RETURNS void
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_status text;
begin
  perform private.lock_user_data((select auth.uid()));
  select submissions.status
  into v_status
  from public.submissions
  where submissions.id = p_submission_id and submissions.user_id = (select auth.uid())
  for update;
  if not found then
    perform private.raise_id_unusable('p_submission_id');
  end if;
  if v_status in ('approved', 'rejected') then
    perform private.raise_submission_closed(v_status);
  end if;
  update public.submissions
  set status = 'withdrawn'
  where submissions.id = p_submission_id and submissions.status <> 'withdrawn';
end;
$function$;

CREATE OR REPLACE FUNCTION private.enqueue_job (
  p_user_id         uuid,
  p_type            text,
  p_input           jsonb,
  p_idempotency_key text  DEFAULT NULL::text
)
  RETURNS uuid
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_job public.jobs;
begin
  insert into public.jobs (user_id, type, input, idempotency_key)
  values (p_user_id, p_type, p_input, p_idempotency_key)
  on conflict (user_id, idempotency_key) where idempotency_key is not null do nothing
  returning jobs.* into v_job;
  if found then
    return v_job.id;
  end if;

  select jobs.*
  into strict v_job
  from public.jobs
  where jobs.user_id is not distinct from p_user_id and jobs.idempotency_key = p_idempotency_key;
  if (v_job.type, v_job.input) is distinct from (p_type, p_input) then
    perform private.raise_id_unusable('idempotency_key');
  end if;
  return v_job.id;
end;
$function$;

CREATE OR REPLACE FUNCTION private.enrollment_days (
  p_enrollment_id uuid,
  p_from          date,
  p_to            date,
  p_on            date
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_enrollment public.enrollments;
  v_plan public.plans;
  v_ended_on date;
begin
  select enrollments.* into v_enrollment from public.enrollments where enrollments.id = p_enrollment_id;
  select plans.* into v_plan from public.plans where plans.id = v_enrollment.plan_id;
  select private.local_date(v_enrollment.ended_at, settings.time_zone, settings.day_start_hour)
  into v_ended_on
  from public.profile_settings as settings
  where settings.user_id = v_enrollment.user_id;

  return (
    with pauses as materialized (
      select paused.paused_on, paused.resumed_on
      from public.enrollment_pauses as paused
      where paused.user_id = v_enrollment.user_id and paused.enrollment_id = p_enrollment_id
    ),
    sessions as materialized (
      select
        found.*,
        case
          when found.workout_id is not null then 'done'
          when found.scheduled_on < p_on then 'missed'
          when found.scheduled_on = p_on then 'today'
          else 'upcoming'
        end as status
      from (
        select calendar.*
        from private.calendar_sessions(p_enrollment_id, p_from, p_to) as calendar
        where v_enrollment.mode = 'calendar'

        union all

        select sequence.*
        from private.sequence_sessions(p_enrollment_id, p_on, p_from, p_to) as sequence
        where v_enrollment.mode = 'sequence'
      ) as found
      -- What is not done of an enrollment that has ended, or whose turn nobody knows, is not due.
      where found.workout_id is not null
        or not (
          found.scheduled_on > v_ended_on
          or (v_enrollment.mode = 'sequence' and v_enrollment.status <> 'active')
        )
        is true
    ),
    -- Null where there is none: a plan that repeats, a pause that is open.
    last as (
      select least(
        v_ended_on,
        case
          when v_plan.is_repeating then null
          when v_enrollment.mode = 'calendar' then (
            select
              private.move_behind_pauses(
                v_enrollment.starts_on + 7 * v_plan.weeks, '-infinity',
                array_agg(pauses.paused_on order by pauses.paused_on),
                array_agg(pauses.resumed_on order by pauses.paused_on)
              ) - 1
            from pauses
          )
          else (
            select max(sessions.scheduled_on)
            from sessions
            where sessions.session_number = (
              select count(*)
              from public.plan_days
              where plan_days.plan_id = v_plan.id and plan_days.routine_id is not null
            )
          )
        end
      ) as day
    )
    select coalesce(jsonb_agg(
      jsonb_build_object(
        'on', days.day,
        'status', coalesce(
          (
            select sessions.status
            from sessions
            where sessions.scheduled_on = days.day
            order by sessions.status = 'done', sessions.session_number
            limit 1
          ),
          (
            select 'paused'
            from pauses
            where pauses.paused_on <= days.day and days.day < coalesce(pauses.resumed_on, 'infinity')
            limit 1
          ),
          'rest'
        ),
        'sessions', coalesce((
          select jsonb_agg(
            jsonb_build_object(
              'plan_day_id', sessions.plan_day_id,
              'routine_id', sessions.routine_id,
              'name', coalesce(plan_days.name, routines.name),
              'week', sessions.week,
              'cycle', sessions.cycle,
              'session_number', sessions.session_number,
              'is_deload', sessions.is_deload,
              'status', sessions.status,
              'workout_id', sessions.workout_id,
              'done_on', sessions.done_on
            )
            order by sessions.session_number
          )
          from sessions
          join public.plan_days on plan_days.id = sessions.plan_day_id
          join public.routines on routines.id = sessions.routine_id
          where sessions.scheduled_on = days.day
        ), '[]')
      )
      order by days.day
    ), '[]')
    from last
    cross join lateral (
      select (greatest(p_from, v_enrollment.starts_on) + number)::date as day
      from generate_series(0, least(p_to - 1, last.day) - greatest(p_from, v_enrollment.starts_on)) as number
    ) as days
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.enrollment_document (
  p_enrollment_id uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select jsonb_build_object(
      'id', enrollments.id,
      'version', enrollments.version,
      'plan_id', enrollments.plan_id,
      'plan_name', plans.name,
      'mode', enrollments.mode,
      'starts_on', enrollments.starts_on,
      'gym_id', enrollments.gym_id,
      'start_weights', enrollments.start_weights,
      'status', next.status,
      'ended_at', enrollments.ended_at,
      'pauses', coalesce((
        select jsonb_agg(
          jsonb_build_object('paused_on', pauses.paused_on, 'resumed_on', pauses.resumed_on)
          order by pauses.paused_on, pauses.resumed_on
        )
        from public.enrollment_pauses as pauses
        where pauses.user_id = enrollments.user_id and pauses.enrollment_id = enrollments.id
      ), '[]'),
      'next_session', case
        when next.plan_day_id is not null then jsonb_build_object(
          'plan_day_id', next.plan_day_id,
          'routine_id', next.routine_id,
          'name', coalesce(plan_days.name, routines.name),
          'week', next.week,
          'cycle', next.cycle,
          'session_number', next.session_number,
          'scheduled_on', next.scheduled_on,
          'is_deload', next.is_deload
        )
      end
    )
    from public.enrollments
    join public.plans on plans.user_id = enrollments.user_id and plans.id = enrollments.plan_id
    cross join lateral private.next_session(enrollments.id) as next
    left join public.plan_days on plan_days.id = next.plan_day_id
    left join public.routines on routines.id = next.routine_id
    where enrollments.id = p_enrollment_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.ensure_cron_jobs()
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  perform private.ensure_secret('cron_token', 'By which functions know this database''s cron jobs.');
  perform cron.schedule('forget-rate-limits', '*/10 * * * *', 'select private.forget_rate_limits()');
  perform cron.schedule(
    'forget-held-usernames', '7 3 * * *', 'delete from private.held_usernames where expires_at <= now()'
  );
  perform cron.schedule('forget-tombstones', '27 3 * * *', 'select private.forget_tombstones()');
  perform cron.schedule(
    'forget-access-tokens', '17 4 * * *',
    'delete from public.access_tokens where least(revoked_at, expires_at) <= now() - interval ''90 days'''
  );
  perform cron.schedule(
    'forget-share-links', '13 3 * * *',
    'delete from public.share_links where expires_at <= now() - interval ''90 days'''
  );
  perform cron.schedule(
    'forget-finished-jobs', '23 3 * * *',
    'delete from public.jobs where finished_at <= now() - interval ''30 days'''
  );
  -- The worker is woken only where there is work: an idle project pays for no calls.
  perform cron.schedule(
    'work-jobs', '* * * * *',
    'select private.call_function(''training/work-jobs'', 120)
     where exists (select from public.jobs where status in (''queued'', ''running'') and due_at <= now())'
  );
  perform cron.schedule('remove-orphaned-files', '17 3 * * *', 'select private.call_function(''ops/orphaned-files'')');
end;
$function$;

CREATE OR REPLACE FUNCTION private.ensure_secret (
  p_name        text,
  p_description text
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  if not exists (select 1 from vault.secrets where secrets.name = p_name) then
    perform vault.create_secret(encode(extensions.gen_random_bytes(32), 'hex'), p_name, p_description);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION private.ewma_lambda (
  p_days integer
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN (2.0 / ((p_days + 1))::numeric);

CREATE OR REPLACE FUNCTION private.ewma (
  p_values numeric[],
  p_days   integer
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN
  (SELECT sum(((series.value * CASE WHEN (series.age = (cardinality(ewma.p_values) - 1)) THEN (1)::numeric ELSE private.ewma_lambda(ewma.p_days) END) * power(((1)::numeric -
  private.ewma_lambda(ewma.p_days)),
  (series.age)::numeric))) AS sum FROM (SELECT day.value, (cardinality(ewma.p_values) - day.ordinal) AS age FROM unnest(ewma.p_values) WITH ORDINALITY day(VALUE, ordinal)) series);

CREATE OR REPLACE FUNCTION private.acute_chronic_ratio (
  p_form        text,
  p_daily_loads numeric[]
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN
  (SELECT CASE WHEN (cardinality(acute_chronic_ratio.p_daily_loads) < 28) THEN NULL::numeric WHEN (acute_chronic_ratio.p_form = 'coupled'::text) THEN (recent.acute /
  NULLIF((((recent.acute * (7)::numeric) + (recent.before * (21)::numeric)) / (28)::numeric), (0)::numeric)) WHEN (acute_chronic_ratio.p_form = 'uncoupled'::text) THEN
  (recent.acute / NULLIF(recent.before, (0)::numeric)) WHEN (acute_chronic_ratio.p_form = 'ewma'::text) THEN
  (private.ewma(acute_chronic_ratio.p_daily_loads, 7) / NULLIF(private.ewma(acute_chronic_ratio.p_daily_loads, 28), (0)::numeric)) ELSE NULL::numeric END AS "case" FROM
  (SELECT avg(day.load) FILTER (WHERE (day.ordinal > (cardinality(acute_chronic_ratio.p_daily_loads) - 7))) AS avg, avg(day.load) FILTER (WHERE (day.ordinal <=
  (cardinality(acute_chronic_ratio.p_daily_loads) - 7))) AS avg FROM unnest(acute_chronic_ratio.p_daily_loads) WITH ORDINALITY day(load, ordinal)
  WHERE (day.ordinal > (cardinality(acute_chronic_ratio.p_daily_loads) - 28))) recent(acute, BEFORE));

CREATE OR REPLACE FUNCTION private.exercise_document (
  p_exercise_id uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select jsonb_build_object(
      'id', exercises.id,
      'version', exercises.version,
      'name', exercises.name,
      'kind', exercises.kind,
      'category', exercises.category,
      'mechanic', exercises.mechanic,
      'force', exercises.force,
      'level', exercises.level,
      'is_unilateral', exercises.is_unilateral,
      'body_weight_share', exercises.body_weight_share,
      'variation_group', exercises.variation_group,
      'instructions', exercises.instructions,
      'cues', exercises.cues,
      'muscles', coalesce(
        (
          select jsonb_agg(
            jsonb_build_object(
              'muscle_id', exercise_muscles.muscle_id, 'role', exercise_muscles.role, 'weight', exercise_muscles.weight
            )
            order by exercise_muscles.role, exercise_muscles.muscle_id collate "C"
          )
          from public.exercise_muscles
          where exercise_muscles.exercise_id = exercises.id
        ),
        '[]'
      ),
      'equipment', coalesce(
        (
          select jsonb_agg(exercise_equipment.equipment_id order by exercise_equipment.equipment_id collate "C")
          from public.exercise_equipment
          where exercise_equipment.exercise_id = exercises.id
        ),
        '[]'
      ),
      'aliases', coalesce(
        (
          select jsonb_agg(distinct exercise_aliases.alias collate "C")
          from public.exercise_aliases
          where exercise_aliases.exercise_id = exercises.id
        ),
        '[]'
      )
    )
    from public.exercises
    where exercises.id = p_exercise_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.exercise_facets (
  p_filter jsonb,
  p_as_of  date
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SECURITY DEFINER
  SET search_path TO ''
  SET plan_cache_mode TO 'force_custom_plan'
  AS $function$
declare
  v_scope text := p_filter ->> 'scope';
  v_asked private.search_query[] := private.search_queries(p_filter, (select auth.uid()));
  v_global private.search_query := v_asked[1];
  v_is_browsing boolean := (v_asked[2]).words is null;
  v_counts jsonb;
begin
  with facets (facet, tag) as (
    values
      ('muscles', 'muscle'), ('equipment', 'equipment'), ('kinds', 'kind'), ('levels', 'level'),
      ('categories', 'category')
  ),
  matches as (
    select documents.exercise_id, documents.locale, documents.document, documents.equipment
    from private.exercise_documents as documents
    where v_scope in ('all', 'global')
      and documents.user_id is null
      and documents.locale = v_global.locale
      and (v_is_browsing or documents.document @@ v_global.words)
    union all
    select documents.exercise_id, documents.locale, documents.document, documents.equipment
    from private.caller_exercises(v_scope, p_as_of) as mine
    join private.exercise_documents as documents on documents.exercise_id = mine.exercise_id
      and documents.locale in (v_global.locale, 'und')
    join unnest(v_asked) as asked on asked.locale = documents.locale
    where (mine.is_own or v_scope in ('favorites', 'recent')) and (v_is_browsing or documents.document @@ asked.words)
  ),
  asked as materialized (
    select
      asked.locale,
      facets.facet,
      replace(private.exercise_tags(facets.tag, p_filter -> facets.facet), '~', asked.locale)::tsquery as tags,
      case facets.facet when 'equipment' then asked.equipment end as equipment
    from unnest(v_asked) as asked
    cross join facets
    where jsonb_array_length(p_filter -> facets.facet) > 0
  ),
  -- Who misses one filter alone still counts for its facet.
  missing as materialized (
    select
      matches.exercise_id,
      case when v_global.tags is null then '{}' else array(
        select asked.facet
        from asked
        where asked.locale = matches.locale
          and (not matches.document @@ asked.tags or not coalesce(matches.equipment <@ asked.equipment, true))
      ) end as facets
    from matches
  ),
  valued as (
    select missing.facets, parts.facet, parts.value
    from missing
    join public.exercises on exercises.id = missing.exercise_id
    cross join lateral (
      values ('kinds', exercises.kind), ('levels', exercises.level), ('categories', exercises.category)
    ) as parts (facet, value)
    union all
    select missing.facets, 'muscles', exercise_muscles.muscle_id
    from missing
    join public.exercise_muscles on exercise_muscles.exercise_id = missing.exercise_id
    union all
    select missing.facets, 'equipment', exercise_equipment.equipment_id
    from missing
    join public.exercise_equipment on exercise_equipment.exercise_id = missing.exercise_id
  ),
  counted as (
    select valued.facet, valued.value, count(*) as exercises
    from valued
    where valued.facets <@ array[valued.facet]
    group by valued.facet, valued.value
  )
  select jsonb_object_agg(totals.facet, totals.counts)
  into v_counts
  from (
    select
      facets.facet,
      coalesce(
        jsonb_object_agg(counted.value, counted.exercises) filter (where counted.value is not null), '{}'
      ) as counts
    from facets
    left join counted on counted.facet = facets.facet
    group by facets.facet
  ) as totals;

  return v_counts;
end;
$function$;

CREATE OR REPLACE FUNCTION private.exercise_field_rules()
  RETURNS private.field_rule[]
  LANGUAGE sql
  IMMUTABLE
BEGIN ATOMIC
 SELECT array_agg(ROW(rule.level, rule.field, rule.type, rule.is_required, rule.minimum, rule.maximum, rule.step, rule.choices, rule.element_level)::private.field_rule)
  AS array_agg
    FROM ( VALUES ('exercise'::text,'id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('exercise'::text,'version'::text,'number'::text,false,1,2147483647,1,NULL::text[],NULL::text), ('exercise'::text,'name'::text,'text'::text,true,1,120,NULL::numeric,NULL::text[],NULL::text), ('exercise'::text,'kind'::text,'choice'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['weight_reps'::text, 'reps_only'::text, 'bodyweight_reps'::text, 'weighted_bodyweight'::text, 'assisted_bodyweight'::text, 'duration'::text, 'weight_duration'::text, 'distance_duration'::text, 'weight_distance'::text],NULL::text), ('exercise'::text,'category'::text,'choice'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['strength'::text, 'olympic'::text, 'plyometric'::text, 'strongman'::text, 'cardio'::text, 'mobility'::text, 'stretching'::text],NULL::text), ('exercise'::text,'mechanic'::text,'choice'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['compound'::text, 'isolation'::text],NULL::text), ('exercise'::text,'force'::text,'choice'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['push'::text, 'pull'::text, 'static'::text],NULL::text), ('exercise'::text,'level'::text,'choice'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['beginner'::text, 'intermediate'::text, 'advanced'::text],NULL::text), ('exercise'::text,'is_unilateral'::text,'boolean'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('exercise'::text,'body_weight_share'::text,'number'::text,false,0,1,0.01,NULL::text[],NULL::text), ('exercise'::text,'variation_group'::text,'text'::text,false,1,60,NULL::numeric,NULL::text[],NULL::text), ('exercise'::text,'instructions'::text,'texts'::text,false,0,30,NULL::numeric,NULL::text[],NULL::text), ('exercise'::text,'cues'::text,'texts'::text,false,0,20,NULL::numeric,NULL::text[],NULL::text), ('exercise'::text,'muscles'::text,'array'::text,false,0,20,NULL::numeric,NULL::text[],'muscle'::text), ('exercise'::text,'equipment'::text,'texts'::text,false,0,20,NULL::numeric,NULL::text[],NULL::text), ('exercise'::text,'aliases'::text,'texts'::text,false,0,30,NULL::numeric,NULL::text[],NULL::text), ('muscle'::text,'muscle_id'::text,'text'::text,true,1,60,NULL::numeric,NULL::text[],NULL::text), ('muscle'::text,'role'::text,'choice'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['primary'::text, 'secondary'::text],NULL::text), ('muscle'::text,'weight'::text,'number'::text,false,0.01,1,0.01,NULL::text[],NULL::text)) rule(level, field, type, is_required, minimum, maximum, step, choices, element_level);
END;

CREATE OR REPLACE FUNCTION private.exercise_record (
  p_exercise public.exercises
)
  RETURNS text
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    private.exercise_document(p_exercise.id) - 'version' || jsonb_build_object(
      'archived_at', p_exercise.archived_at,
      'replaced_by', p_exercise.replaced_by,
      'names', (
        select coalesce(jsonb_object_agg(exercise_translations.locale, exercise_translations.name), '{}')
        from public.exercise_translations
        where exercise_translations.exercise_id = p_exercise.id
      )
    )
  )::text;
end;
$function$;

CREATE OR REPLACE FUNCTION private.exercise_tags (
  p_facet  text,
  p_values jsonb
)
  RETURNS text
  LANGUAGE plpgsql
  IMMUTABLE
  SET search_path TO ''
  AS $function$
begin
  if coalesce(jsonb_array_length(p_values), 0) = 0 then
    return null;
  end if;

  -- A value that none can be matches nothing.
  return format('(%s)', array_to_string(
    array(
      select quote_literal('~#' || p_facet || ':' || value)
      from jsonb_array_elements_text(p_values) as value
      where value ~ '^[a-z_]*$'
      union all
      select '''~#''' where p_facet <> 'equipment'
      union all
      -- What needs nothing is had by everybody.
      select '''~#equipment:''' where p_facet = 'equipment'
    ), ' | '
  ));
end;
$function$;

CREATE OR REPLACE FUNCTION private.exercise_workouts (
  p_exercise_ids uuid[],
  p_before       jsonb,
  p_limit        integer
)
  RETURNS TABLE (
    local_date date,
    started_at timestamp with time zone,
    workout_id uuid
  )
  LANGUAGE plpgsql
  STABLE
  ROWS 20
  SET search_path TO ''
  AS $function$
#variable_conflict use_column
declare
  v_user_id uuid := (select auth.uid());
  v_date date := coalesce((p_before ->> 'local_date')::date, 'infinity');
  v_at timestamptz := coalesce((p_before ->> 'started_at')::timestamptz, 'infinity');
  v_id uuid := coalesce((p_before ->> 'workout_id')::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
begin
  -- Each exercise is one range of an index, read backwards no further than the limit: hence the lateral.
  return query
    select distinct found.local_date, found.started_at, found.workout_id
    from unnest(p_exercise_ids) as exercise (id)
    cross join lateral (
      select distinct performed.local_date, workouts.started_at, performed.workout_id
      from public.workout_exercises as performed
      join public.workouts on workouts.id = performed.workout_id and workouts.ended_at is not null
      where performed.user_id = v_user_id
        and performed.exercise_id = exercise.id
        and performed.local_date <= v_date
        and (performed.local_date, workouts.started_at, performed.workout_id) < (v_date, v_at, v_id)
        and exists (
          select 1
          from public.workout_sets
          where workout_sets.workout_exercise_id = performed.id
            and num_nonnulls(workout_sets.reps, workout_sets.duration_seconds, workout_sets.distance_meters) > 0
        )
      order by performed.local_date desc, workouts.started_at desc, performed.workout_id desc
      limit p_limit
    ) as found
    order by found.local_date desc, found.started_at desc, found.workout_id desc
    limit p_limit;
end;
$function$;

CREATE OR REPLACE FUNCTION private.exercises_by_name (
  p_locale     text,
  p_tags       tsquery,
  p_equipment  text[],
  p_after_name text,
  p_after_id   uuid,
  p_limit      integer
)
  RETURNS TABLE (
    exercise_id uuid,
    name        text
  )
  LANGUAGE plpgsql
  STABLE
  ROWS 20
  SET search_path TO ''
  AS $function$
declare
  c_few constant integer := 500;
begin
  return query
  -- What the tags leave is looked up, and sorted, where it is few.
  with few as materialized (
    select documents.exercise_id, documents.name
    from private.exercise_documents as documents
    where documents.user_id is null
      and documents.document @@ p_tags
      and (p_equipment is null or documents.equipment <@ p_equipment)
      and (p_after_name is null or (documents.name, documents.exercise_id) > (p_after_name, p_after_id))
    limit c_few + 1
  ),
  counted as materialized (
    select p_tags is null or count(*) > c_few as are_many from few
  ),
  -- Where it is many, a walk along the names meets it soon. The tags are put so that their index cannot serve: it would
  -- sort all of them.
  walked as (
    select documents.exercise_id, documents.name
    from private.exercise_documents as documents
    where (select counted.are_many from counted)
      and documents.user_id is null
      and documents.locale = p_locale
      and documents.name >= coalesce(p_after_name, '')
      and (p_tags is null or documents.document @@ p_tags) is true
      and (p_equipment is null or documents.equipment <@ p_equipment)
      and (p_after_name is null or (documents.name, documents.exercise_id) > (p_after_name, p_after_id))
    order by documents.name, documents.exercise_id
    limit p_limit
  )
  select listed.exercise_id, listed.name
  from (
    select * from few where not (select counted.are_many from counted)
    union all
    select * from walked
  ) as listed
  order by listed.name, listed.exercise_id
  limit p_limit;
end;
$function$;

CREATE OR REPLACE FUNCTION private.exercises_named (
  p_names   text[],
  p_user_id uuid
)
  RETURNS TABLE (
    name        text,
    exercise_id uuid,
    nearness    integer
  )
  LANGUAGE plpgsql
  STABLE
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
#variable_conflict use_column
begin
  return query
    with named as (
      select asked.name, private.label_of(string_to_array(private.fold_text(asked.name), ' ')) as label
      from (select distinct unnest(p_names) as name) as asked
    ),
    locales as materialized (
      select distinct exercise_documents.locale from private.exercise_documents where exercise_documents.user_id is null
    )
    select named.name, documents.exercise_id, max(documents.nearness)
    from named
    cross join lateral (
      select
        documents.exercise_id,
        -- Weight A is that of names.
        case when documents.document @@ (labels.label || ':A')::tsquery then 2 else 1 end as nearness
      from locales
      cross join lateral (select quote_literal(locales.locale || '=' || named.label) as label) as labels
      join private.exercise_documents as documents on documents.user_id is null
        and documents.document @@ labels.label::tsquery

      union all

      select documents.exercise_id, 3
      from private.exercise_documents as documents
      where documents.user_id = p_user_id and documents.document @@ quote_literal('und=' || named.label)::tsquery
    ) as documents
    where named.label <> ''
    group by named.name, documents.exercise_id;
end;
$function$;

CREATE OR REPLACE FUNCTION private.export_sections()
  RETURNS TABLE (
    "position"   integer,
    file         text,
    section      text,
    relation     text,
    owner_column text,
    page_key     text,
    page_size    integer,
    left_out     text[],
    line         text
  )
  LANGUAGE sql
  IMMUTABLE
BEGIN ATOMIC
 SELECT (row_number() OVER ())::integer
  AS row_number,
     sections.file,
     sections.section,
     sections.relation,
     sections.owner_column,
     sections.page_key,
     sections.page_size,
     sections.left_out,
     sections.line
    FROM ( VALUES ('json'::text,'profile'::text,'profiles'::text,'user_id'::text,NULL::text,NULL::integer,ARRAY['username_key'::text, 'updated_at'::text],NULL::text), ('json'::text,'settings'::text,'profile_settings'::text,'user_id'::text,NULL::text,NULL::integer,'{}'::text[],NULL::text), ('json'::text,'body_facts'::text,'body_facts'::text,'user_id'::text,NULL::text,NULL::integer,'{}'::text[],NULL::text), ('json'::text,'consents'::text,'consents'::text,'user_id'::text,NULL::text,NULL::integer,ARRAY['id'::text],NULL::text), ('json'::text,'roles'::text,'user_roles'::text,'user_id'::text,NULL::text,NULL::integer,ARRAY['granted_by'::text],NULL::text), ('json'::text,'following'::text,'follows'::text,'follower_id'::text,NULL::text,NULL::integer,'{}'::text[],NULL::text), ('json'::text,'followers'::text,'follows'::text,'followee_id'::text,NULL::text,NULL::integer,'{}'::text[],NULL::text), ('json'::text,'blocks'::text,'blocks'::text,'blocker_id'::text,NULL::text,NULL::integer,'{}'::text[],NULL::text), ('json'::text,'exercises'::text,'exercises'::text,'user_id'::text,'id'::text,500,ARRAY['slug'::text, 'source'::text, 'license'::text],'private.exercise_record(stored)'::text), ('json'::text,'exercise_preferences'::text,'exercise_preferences'::text,'user_id'::text,'exercise_id'::text,2000,'{}'::text[],NULL::text), ('json'::text,'gyms'::text,'gyms'::text,'user_id'::text,'id'::text,2000,'{}'::text[],NULL::text), ('json'::text,'gym_equipment'::text,'gym_equipment'::text,'user_id'::text,'id'::text,2000,'{}'::text[],NULL::text), ('json'::text,'routine_folders'::text,'routine_folders'::text,'user_id'::text,'id'::text,2000,'{}'::text[],NULL::text), ('json'::text,'routines'::text,'routines'::text,'user_id'::text,'id'::text,2000,ARRAY['effective_visibility'::text, 'copied_from_user_id'::text, 'copied_from_routine_id'::text],NULL::text), ('json'::text,'routine_exercises'::text,'routine_exercises'::text,'user_id'::text,'id'::text,2000,ARRAY['exercise_kind'::text],NULL::text), ('json'::text,'routine_sets'::text,'routine_sets'::text,'user_id'::text,'id'::text,2000,ARRAY['routine_id'::text, 'exercise_kind'::text],NULL::text), ('json'::text,'plans'::text,'plans'::text,'user_id'::text,'id'::text,2000,ARRAY['effective_visibility'::text, 'copied_from_user_id'::text, 'copied_from_plan_id'::text, 'copied_from_published_plan_id'::text],NULL::text), ('json'::text,'plan_days'::text,'plan_days'::text,'user_id'::text,'id'::text,2000,'{}'::text[],NULL::text), ('json'::text,'enrollments'::text,'enrollments'::text,'user_id'::text,'id'::text,2000,'{}'::text[],NULL::text), ('json'::text,'enrollment_pauses'::text,'enrollment_pauses'::text,'user_id'::text,'id'::text,2000,'{}'::text[],NULL::text), ('json'::text,'measurement_types'::text,'measurement_types'::text,'user_id'::text,'id'::text,2000,ARRAY['slug'::text],NULL::text), ('json'::text,'measurements'::text,'measurements'::text,'user_id'::text,'id'::text,2000,ARRAY['day_start_hour'::text],NULL::text), ('json'::text,'progress_photos'::text,'progress_photos'::text,'user_id'::text,'id'::text,2000,'{}'::text[],NULL::text), ('json'::text,'published_plans'::text,'published_plans'::text,'user_id'::text,'id'::text,20,ARRAY['effective_visibility'::text, 'popularity'::text, 'updated_at'::text],NULL::text), ('json'::text,'plan_likes'::text,'plan_likes'::text,'user_id'::text,NULL::text,NULL::integer,'{}'::text[],NULL::text), ('json'::text,'plan_uses'::text,'plan_uses'::text,'user_id'::text,NULL::text,NULL::integer,'{}'::text[],NULL::text), ('json'::text,'submissions'::text,'submissions'::text,'user_id'::text,'id'::text,20,'{}'::text[],NULL::text), ('json'::text,'share_links'::text,'share_links'::text,'user_id'::text,NULL::text,NULL::integer,ARRAY['token_hash'::text],NULL::text), ('json'::text,'access_tokens'::text,'access_tokens'::text,'user_id'::text,NULL::text,NULL::integer,ARRAY['token_hash'::text],NULL::text), ('json'::text,'workouts'::text,'workouts'::text,'user_id'::text,'id'::text,250,'{}'::text[],'private.workout_record(stored)'::text), ('workouts_csv'::text,'workouts'::text,'workouts'::text,'user_id'::text,'id'::text,250,'{}'::text[],'private.workout_lines(stored)'::text), ('measurements_csv'::text,'measurements'::text,'measurements'::text,'user_id'::text,'id'::text,2000,'{}'::text[],'private.measurement_line(stored)'::text)) sections(file, section, relation, owner_column, page_key, page_size, left_out, line);
END;

CREATE OR REPLACE FUNCTION private.fewest_plates (
  p_weights bigint[],
  p_counts  integer[],
  p_sum     bigint
)
  RETURNS integer[]
  LANGUAGE plpgsql
  IMMUTABLE
  SET search_path TO ''
  AS $function$
declare
  v_kinds integer := coalesce(cardinality(p_weights), 0);
  v_plates bigint := (select coalesce(sum(plate.count), 0) from unnest(p_counts) as plate (count));
  v_step bigint := p_sum;
  v_weight bigint;
  -- The sums of at most v_taken plates of the kinds from i on, a bit each: v_sums[v_taken * (v_kinds + 1) + i].
  v_sums bit varying[];
  v_row bit varying;
  v_taken integer := 0;
  v_left bigint := p_sum;
  v_answer integer[] := '{}';
begin
  if p_sum = 0 then
    return array_fill(0, array[v_kinds]);
  end if;
  foreach v_weight in array p_weights loop
    v_step := gcd(v_step, v_weight);
  end loop;

  loop
    v_row := B'1' || repeat('0', (p_sum / v_step)::integer)::bit varying;
    v_sums[v_taken * (v_kinds + 1) + v_kinds + 1] := v_row;
    for i in reverse v_kinds .. 1 loop
      v_row := v_sums[v_taken * (v_kinds + 1) + i + 1];
      for n in 1 .. least(p_counts[i], v_taken) loop
        v_row := v_row | (v_sums[(v_taken - n) * (v_kinds + 1) + i + 1] >> (n * (p_weights[i] / v_step))::integer);
      end loop;
      v_sums[v_taken * (v_kinds + 1) + i] := v_row;
    end loop;
    exit when get_bit(v_row, (p_sum / v_step)::integer) = 1;
    v_taken := v_taken + 1;
    if v_taken > v_plates then
      return null;
    end if;
  end loop;

  -- Of the heaviest as many as leave what the others can make with the plates that remain.
  for i in 1 .. v_kinds loop
    for n in reverse least(p_counts[i], v_taken, v_left / p_weights[i]) .. 0 loop
      v_row := v_sums[(v_taken - n) * (v_kinds + 1) + i + 1];
      if get_bit(v_row, ((v_left - n * p_weights[i]) / v_step)::integer) = 1 then
        v_answer := v_answer || n;
        v_taken := v_taken - n;
        v_left := v_left - n * p_weights[i];
        exit;
      end if;
    end loop;
  end loop;
  return v_answer;
end;
$function$;

CREATE OR REPLACE FUNCTION private.field_problem (
  p_value jsonb,
  p_rule  private.field_rule
)
  RETURNS text
  LANGUAGE sql
  STABLE
RETURN CASE (p_rule).type WHEN 'uuid'::text THEN CASE WHEN ((jsonb_typeof(p_value) <> 'string'::text) OR (NOT pg_input_is_valid((p_value #>> '{}'::text[]), 'uuid'::text))) THEN
  'must be a uuid'::text ELSE NULL::text END WHEN 'instant'::text THEN CASE WHEN
  ((jsonb_typeof(p_value) <> 'string'::text) OR ((p_value #>> '{}'::text[]) !~ ('^(19[7-9]|20[0-9])[0-9]-[0-9]{2}-[0-9]{2}'::text ||
  'T[0-9]{2}:[0-9]{2}(:[0-5][0-9](\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})$'::text)) OR (NOT pg_input_is_valid((p_value #>> '{}'::text[]), 'timestamptz'::text))) THEN
  'must be an ISO 8601 instant with an offset, such as 2026-01-31T18:00:00Z'::text ELSE NULL::text END WHEN 'date'::text THEN CASE WHEN
  ((jsonb_typeof(p_value) <> 'string'::text) OR ((p_value #>> '{}'::text[]) !~ '^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$'::text) OR (NOT pg_input_is_valid((p_value #>> '{}'::text[]),
  'date'::text))) THEN 'must be a date, such as 2026-01-31'::text ELSE NULL::text END WHEN 'text'::text THEN CASE WHEN
  ((jsonb_typeof(p_value) <> 'string'::text) OR ((char_length((p_value #>> '{}'::text[])))::numeric < (p_rule).minimum) OR ((char_length((p_value #>> '{}'::text[])))::numeric >
  (p_rule).maximum) OR (((p_rule).minimum > (0)::numeric) AND ((p_value #>> '{}'::text[]) !~ '[^[:space:]]'::text))) THEN
  format('must be text of %s to %s characters, not all of them spaces'::text, (p_rule).minimum, (p_rule).maximum) ELSE NULL::text END WHEN 'choice'::text THEN CASE WHEN
  ((jsonb_typeof(p_value) <> 'string'::text) OR ((p_value #>> '{}'::text[]) <> ALL ((p_rule).choices))) THEN
  ('must be one of '::text || array_to_string((p_rule).choices, ', '::text)) ELSE NULL::text END WHEN 'form'::text THEN CASE WHEN
  ((jsonb_typeof(p_value) <> 'string'::text) OR ((p_value #>> '{}'::text[]) !~ (p_rule).choices[1])) THEN ('must be of a form such as '::text || (p_rule).choices[2]) ELSE
  NULL::text END WHEN 'number'::text THEN CASE WHEN
  ((jsonb_typeof(p_value) <> 'number'::text) OR ((((p_value #>> '{}'::text[]))::numeric < (p_rule).minimum) OR (((p_value #>> '{}'::text[]))::numeric > (p_rule).maximum))) THEN
  format('must be a number from %s to %s'::text, (p_rule).minimum, (p_rule).maximum) WHEN ((((p_value #>> '{}'::text[]))::numeric % (p_rule).step) <> (0)::numeric) THEN
  format('must be a multiple of %s'::text, (p_rule).step) ELSE NULL::text END WHEN 'texts'::text THEN CASE WHEN
  ((jsonb_typeof(p_value) <> 'array'::text) OR ((jsonb_array_length(p_value))::numeric > (p_rule).maximum) OR jsonb_path_exists(p_value,
  'strict $[*]?(@.type() != "string")'::jsonpath)) THEN format('must be an array of at most %s texts'::text, (p_rule).maximum) ELSE NULL::text END WHEN 'array'::text THEN CASE WHEN
  ((jsonb_typeof(p_value) <> 'array'::text) OR ((jsonb_array_length(p_value))::numeric > (p_rule).maximum)) THEN
  format('must be an array of at most %s elements'::text, (p_rule).maximum) ELSE NULL::text END WHEN 'object'::text THEN CASE WHEN (jsonb_typeof(p_value) <> 'object'::text) THEN
  'must be an object'::text WHEN ((char_length((p_value)::text))::numeric > (p_rule).maximum) THEN format('must be an object of at most %s characters'::text, (p_rule).maximum) ELSE
  NULL::text END WHEN 'boolean'::text THEN CASE WHEN (jsonb_typeof(p_value) <> 'boolean'::text) THEN 'must be true or false'::text ELSE NULL::text END ELSE NULL::text END;

CREATE OR REPLACE FUNCTION private.figure_of (
  p_document jsonb,
  p_field    text
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN CASE jsonb_typeof((p_document -> p_field)) WHEN 'number'::text THEN ((p_document -> p_field))::numeric ELSE NULL::numeric END;

CREATE OR REPLACE FUNCTION private.fold_progression (
  p_rule        jsonb,
  p_start       numeric,
  p_results     private.session_result[],
  p_loadable    numeric[]                DEFAULT NULL::numeric[],
  p_is_assisted boolean                  DEFAULT false
)
  RETURNS private.progression_state
  LANGUAGE plpgsql
  IMMUTABLE
  SET search_path TO ''
  AS $function$
declare
  v_scheme text := p_rule ->> 'scheme';
  v_turns integer := coalesce(jsonb_array_length(p_rule -> 'waves'), 1);
  v_every integer := coalesce((p_rule ->> 'every')::numeric, 1);
  v_stall_after integer := (p_rule #>> '{stall,after}')::numeric;
  v_increment numeric := coalesce(
    p_rule ->> 'increment_kg', p_rule ->> 'increment_reps', p_rule ->> 'increment_seconds'
  )::numeric;
  v_percent numeric := (p_rule ->> 'increment_percent')::numeric;
  v_limit numeric := coalesce(p_rule ->> 'max_kg', p_rule ->> 'max_reps', p_rule ->> 'max_seconds')::numeric;
  v_start numeric := private.at_most(p_start, v_limit);
  v_amount numeric := v_start;
  v_previous numeric;
  v_code text;
  v_sessions integer := 0;
  v_successes integer := 0;
  v_failures integer := 0;
  v_turn integer := 0;
  v_cycle integer := 0;
  v_result private.session_result;
  v_latest private.session_result;
  v_is_enough boolean;
  v_outcome text;
  v_cycle_outcome text;
begin
  foreach v_result in array coalesce(p_results, '{}') loop
    continue when v_result.is_deload;
    v_sessions := v_sessions + 1;

    -- Without a load to begin with, the first session chooses it; without a rule, every session does.
    if v_start is null then
      v_start := case when v_scheme is not null then private.at_most(nullif(v_result.amount, 0), v_limit) end;
      v_amount := coalesce(v_start, nullif(v_result.amount, 0), v_amount);
    end if;
    continue when v_scheme is null or v_scheme = 'rpe';

    v_latest := v_result;
    v_is_enough := coalesce(private.reaches(v_result.amount, v_amount, p_is_assisted), true);
    if not v_is_enough then
      v_is_enough := private.is_loaded_as_due(v_amount, v_result, p_loadable, p_is_assisted);
    end if;
    v_outcome := case
      when not v_is_enough and v_result.is_excused then null
      when not v_is_enough or not v_result.is_met then 'failed'
      when v_scheme = 'double' and not v_result.is_at_ceiling then 'held'
      else 'succeeded'
    end;
    if v_turns > 1 then
      -- A cycle is as good as the worst of its sessions that count.
      v_cycle_outcome := case
        when 'failed' in (v_outcome, v_cycle_outcome) then 'failed'
        else coalesce(v_outcome, v_cycle_outcome)
      end;
      v_turn := (v_turn + 1) % v_turns;
      v_code := 'wave';
      continue when v_turn > 0;
      v_outcome := v_cycle_outcome;
      v_cycle_outcome := null;
    end if;
    v_cycle := v_cycle + 1;
    v_code := coalesce(v_outcome, 'held');
    v_previous := v_amount;

    if v_outcome = 'held' then
      v_failures := 0;
    elsif v_outcome = 'succeeded' then
      v_failures := 0;
      v_successes := v_successes + 1;
      continue when v_successes < v_every;
      v_amount := private.raised_amount(
        v_amount, coalesce(v_increment, v_amount * v_percent / 100, 0), v_limit, p_is_assisted
      );
      v_code := case
        when v_amount is distinct from v_previous then 'raised'
        when v_scheme = 'wave' and v_limit is null then 'wave'
        else 'capped'
      end;
      v_successes := 0;
    elsif v_outcome = 'failed' then
      v_failures := v_failures + 1;
      continue when v_stall_after is null or v_failures < v_stall_after;
      v_code := case p_rule #>> '{stall,action}' when 'reset' then 'reset' else 'deloaded' end;
      v_amount := case v_code
        when 'reset' then v_start
        else private.deloaded_amount(p_rule, v_amount, p_is_assisted)
      end;
      v_failures := 0;
      v_successes := 0;
    end if;
  end loop;

  -- Repetitions begin anew with another load.
  if v_code in ('raised', 'deloaded', 'reset') then
    v_latest := null;
  end if;
  return row(
    v_sessions, v_amount, v_successes, v_failures, v_turn, v_cycle, v_code, v_previous,
    v_latest.positions, v_latest.reps
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.fold_text (
  p_text text
)
  RETURNS text
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  return btrim(regexp_replace(
    lower(extensions.unaccent('extensions.unaccent', normalize(p_text, NFKC))), '[^[:alnum:]]+', ' ', 'g'
  ));
end;
$function$;

CREATE OR REPLACE FUNCTION private.forget_tombstones()
  RETURNS void
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  with forgotten as (
    delete from private.tombstones
    where tombstones.deleted_at < now() - interval '400 days'
    returning tombstones.changed_in
  )
  update private.sync_state
  set forgotten_through = greatest(sync_state.forgotten_through, (select max(forgotten.changed_in) from forgotten))
  where sync_state.is_single;
$function$;

CREATE OR REPLACE FUNCTION private.global_measurement_type_id (
  p_slug text
)
  RETURNS uuid
  LANGUAGE sql
  IMMUTABLE
  SET search_path TO ''
  AS $function$
  select extensions.uuid_generate_v5('0f4c6b1e-5d0a-4c59-9b0f-6f5b7c1d2e83', p_slug);
$function$;

CREATE OR REPLACE FUNCTION private.gym_document (
  p_gym_id uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  return (
    select jsonb_build_object(
      'id', gyms.id,
      'version', gyms.version,
      'name', gyms.name,
      'is_default', gyms.is_default,
      'equipment', coalesce(
        (
          select jsonb_agg(
            jsonb_build_object(
              'id', item.id,
              'type', item.type,
              'equipment_id', item.equipment_id,
              'exercise_id', item.exercise_id,
              'name', item.name,
              'position', item.position,
              'weight_kg', trim_scale(item.weight_kg),
              'quantity', item.quantity,
              'step_kg', trim_scale(item.step_kg),
              'max_weight_kg', trim_scale(item.max_weight_kg),
              'unit_system', item.unit_system
            )
            order by item.position, item.id
          )
          from public.gym_equipment as item
          where item.gym_id = gyms.id
        ),
        '[]'
      )
    )
    from public.gyms
    where gyms.id = p_gym_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.gym_field_rules()
  RETURNS private.field_rule[]
  LANGUAGE sql
  IMMUTABLE
BEGIN ATOMIC
 SELECT array_agg(ROW(rule.level, rule.field, rule.type, rule.is_required, rule.minimum, rule.maximum, rule.step, rule.choices, rule.element_level)::private.field_rule)
  AS array_agg
    FROM ( VALUES ('gym'::text,'id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('gym'::text,'version'::text,'number'::text,false,1,2147483647,1,NULL::text[],NULL::text), ('gym'::text,'name'::text,'text'::text,true,1,120,NULL::numeric,NULL::text[],NULL::text), ('gym'::text,'is_default'::text,'boolean'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('gym'::text,'equipment'::text,'array'::text,false,0,1000,NULL::numeric,NULL::text[],'item'::text), ('item'::text,'id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('item'::text,'type'::text,'choice'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['bar'::text, 'plate'::text, 'fixed_weight'::text, 'stack'::text],NULL::text), ('item'::text,'equipment_id'::text,'text'::text,false,1,60,NULL::numeric,NULL::text[],NULL::text), ('item'::text,'exercise_id'::text,'uuid'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('item'::text,'name'::text,'text'::text,false,1,120,NULL::numeric,NULL::text[],NULL::text), ('item'::text,'position'::text,'number'::text,false,1,1000,1,NULL::text[],NULL::text), ('item'::text,'weight_kg'::text,'number'::text,true,0,1000,NULL::numeric,NULL::text[],NULL::text), ('item'::text,'quantity'::text,'number'::text,false,1,200,1,NULL::text[],NULL::text), ('item'::text,'step_kg'::text,'number'::text,false,0.01,1000,NULL::numeric,NULL::text[],NULL::text), ('item'::text,'max_weight_kg'::text,'number'::text,false,0,1000,NULL::numeric,NULL::text[],NULL::text), ('item'::text,'unit_system'::text,'choice'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['metric'::text, 'imperial'::text],NULL::text)) rule(level, field, type, is_required, minimum, maximum, step, choices, element_level);
END;

CREATE OR REPLACE FUNCTION private.gym_loads (
  p_gym_id      uuid,
  p_exercise_id uuid
)
  RETURNS TABLE (
    load_grams integer,
    type       text,
    item_id    uuid,
    "position" smallint,
    sides      integer,
    places     integer,
    metric     bigint,
    imperial   bigint
  )
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_kind text;
  v_equipment text[];
  v_hands integer;
  v_ends integer;
  v_has_own boolean;
begin
  select
    exercises.kind,
    array(
      select exercise_equipment.equipment_id
      from public.exercise_equipment
      where exercise_equipment.exercise_id = exercises.id
    ),
    case when exercises.is_unilateral or exercises.kind = 'weighted_bodyweight' then 1 else 2 end
  into v_kind, v_equipment, v_hands
  from public.exercises
  where exercises.id = p_exercise_id;

  if v_kind is null or not private.kind_allows(v_kind, 'weight_kg') then
    return;
  end if;

  v_ends := case when 'landmine' = any(v_equipment) then 1 else 2 end;
  v_has_own := exists (
    select
    from public.gym_equipment
    where gym_equipment.gym_id = p_gym_id and gym_equipment.exercise_id = p_exercise_id
  );

  return query
  with items as (
    select
      gym_equipment.id, gym_equipment.type, gym_equipment.position,
      private.label_weight(gym_equipment.weight_kg, gym_equipment.unit_system) as weight,
      private.label_weight(gym_equipment.step_kg, gym_equipment.unit_system) as step,
      private.label_weight(gym_equipment.max_weight_kg, gym_equipment.unit_system) as max_weight,
      v_ends as sides,
      v_ends * case gym_equipment.equipment_id when 'dumbbell' then v_hands else 1 end as places
    from public.gym_equipment
    where gym_equipment.gym_id = p_gym_id
      and case
        when v_has_own then gym_equipment.exercise_id = p_exercise_id
        else
          gym_equipment.exercise_id is null
          and gym_equipment.equipment_id = any(v_equipment)
          -- Help comes from a stack, and the bar of a weighted pull-up is what one hangs from.
          and (v_kind <> 'assisted_bodyweight' or gym_equipment.type = 'stack')
          and (
            v_kind <> 'weighted_bodyweight' or gym_equipment.type <> 'bar' or gym_equipment.equipment_id = 'dumbbell'
          )
          and (gym_equipment.equipment_id <> 'dumbbell' or coalesce(gym_equipment.quantity, 2) >= v_hands)
      end
  ),
  loaded as (
    select items.id, items.type, items.position, items.weight, items.sides, items.places
    from items
    where items.type = 'bar'

    union all

    -- Plates alone, hung on or held. Beside a bar or machine they are something to stand or sit on.
    select null, 'plates', 1, 0, 1, 1
    where not v_has_own
      and v_equipment && array['plate', 'weight_belt', 'neck_harness', 'wrist_roller']
      and (v_kind = 'weighted_bodyweight' or not v_equipment && array['barbell', 'machine'])
  ),
  sums as (
    select needed.places, side.metric, side.imperial
    from (select distinct loaded.places from loaded) as needed
    cross join lateral private.side_sums(p_gym_id, needed.places) as side
  ),
  loads as (
    select
      loaded.weight + loaded.sides * (sums.metric + sums.imperial) as weight,
      loaded.type, loaded.id, loaded.position::smallint, loaded.sides, loaded.places, sums.metric, sums.imperial
    from loaded
    join sums on sums.places = loaded.places
    where loaded.type = 'bar' or sums.metric + sums.imperial > 0

    union all

    select
      items.weight, items.type, items.id, items.position, null::integer, null::integer, null::bigint, null::bigint
    from items
    where items.type = 'fixed_weight'

    union all

    select
      least(items.weight + pin.number * items.step, items.max_weight), items.type, items.id, items.position, null, null,
      null, null
    from items
    cross join lateral generate_series(
      0, (items.max_weight - items.weight + items.step - 1) / items.step
    ) as pin (number)
    where items.type = 'stack'
  )
  select
    ((loads.weight + 5000000) / 10000000)::integer, loads.type, loads.id, loads.position, loads.sides, loads.places,
    loads.metric, loads.imperial
  from loads

  union all

  -- Body weight alone is a load of 0.
  select 0, 'plates', null, 1::smallint, 1, 1, 0, 0
  where v_kind = 'weighted_bodyweight'
    and (exists (select from items) or exists (select from sums where sums.metric + sums.imperial > 0));
end;
$function$;

CREATE OR REPLACE FUNCTION private.gym_plates (
  p_gym_id uuid,
  p_places integer
)
  RETURNS TABLE (
    unit_system text,
    weights     bigint[],
    counts      integer[]
  )
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  return query
  select
    plate.unit_system, array_agg(plate.weight order by plate.weight desc),
    array_agg(plate.count / p_places order by plate.weight desc)
  from (
    select
      gym_equipment.unit_system, private.label_weight(gym_equipment.weight_kg, gym_equipment.unit_system),
      sum(gym_equipment.quantity)::integer,
      row_number() over (
        partition by gym_equipment.unit_system
        order by private.label_weight(gym_equipment.weight_kg, gym_equipment.unit_system) desc
      )
    from public.gym_equipment
    where gym_equipment.gym_id = p_gym_id and gym_equipment.type = 'plate'
    group by 1, 2
    having sum(gym_equipment.quantity) >= p_places
  ) as plate (unit_system, weight, count, rank)
  -- More kinds than anybody makes: what they add up to would cost more than it is worth.
  where plate.rank <= 24
  group by plate.unit_system;
end;
$function$;

CREATE OR REPLACE FUNCTION private.import_namespace (
  p_user_id uuid
)
  RETURNS uuid
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_namespace uuid;
begin
  insert into private.import_namespaces (user_id) values (p_user_id) on conflict (user_id) do nothing;
  select import_namespaces.namespace
  into strict v_namespace
  from private.import_namespaces
  where import_namespaces.user_id = p_user_id;
  return v_namespace;
end;
$function$;

CREATE OR REPLACE FUNCTION private.import_workout (
  p_user_id uuid,
  p_workout jsonb
)
  RETURNS text
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_namespace uuid := private.import_namespace(p_user_id);
  v_key text := p_workout ->> 'key';
  v_id uuid := extensions.uuid_generate_v5(v_namespace, v_key);
  v_exercises jsonb;
begin
  if exists (
    select 1
    from public.workouts
    where workouts.user_id = p_user_id
      and (
        workouts.id = v_id
        or (workouts.source = p_workout ->> 'source' and workouts.external_id = p_workout ->> 'external_id')
      )
  ) then
    return 'known';
  end if;
  if exists (
    select 1
    from private.tombstones
    where tombstones.user_id = p_user_id and tombstones.relation = 'workouts' and tombstones.row_id = v_id
  ) then
    return 'deleted';
  end if;

  select jsonb_agg(
    exercise.node - 'new_exercise' || jsonb_build_object(
      'id', extensions.uuid_generate_v5(v_namespace, concat_ws(' ', v_key, exercise.ordinal)),
      'exercise_id', coalesce(
        exercise.node ->> 'exercise_id',
        private.imported_exercise_id(
          p_user_id, exercise.node #>> '{new_exercise,name}', exercise.node #>> '{new_exercise,kind}'
        )::text
      ),
      'sets', coalesce((
        select jsonb_agg(
          performed.node || jsonb_build_object(
            'id', extensions.uuid_generate_v5(v_namespace, concat_ws(' ', v_key, exercise.ordinal, performed.ordinal))
          )
        )
        from jsonb_array_elements(exercise.node -> 'sets') with ordinality as performed (node, ordinal)
      ), '[]')
    )
  )
  into v_exercises
  from jsonb_array_elements(p_workout -> 'exercises') with ordinality as exercise (node, ordinal);

  perform public.log_workout(
    p_workout - 'key' - 'line' || jsonb_build_object('id', v_id, 'exercises', coalesce(v_exercises, '[]'))
  );
  return 'added';
end;
$function$;

CREATE OR REPLACE FUNCTION private.imported_exercise_id (
  p_user_id uuid,
  p_name    text,
  p_kind    text
)
  RETURNS uuid
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_id uuid;
begin
  -- One that was merged still stands for what it was merged into.
  select exercises.id
  into v_id
  from public.exercises
  where exercises.user_id = p_user_id
    and exercises.kind = p_kind
    and private.fold_text(exercises.name) = private.fold_text(p_name)
    and (exercises.archived_at is null or exercises.replaced_by is not null)
  order by exercises.archived_at nulls first, exercises.created_at, exercises.id
  limit 1;
  if found then
    return v_id;
  end if;

  insert into public.exercises (id, user_id, name, kind, category, level, body_weight_share)
  values (
    gen_random_uuid(), p_user_id, p_name, p_kind,
    case p_kind when 'distance_duration' then 'cardio' else 'strength' end, 'beginner',
    case when p_kind in ('bodyweight_reps', 'weighted_bodyweight', 'assisted_bodyweight') then 1 else 0 end
  )
  returning exercises.id into v_id;
  return v_id;
end;
$function$;

CREATE OR REPLACE FUNCTION private.index_exercises (
  p_exercise_ids uuid[]
)
  RETURNS void
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_locales text[];
  v_ids uuid[];
  v_is_global boolean := exists (
    select 1 from public.exercises where exercises.id = any(p_exercise_ids) and exercises.user_id is null
  );
begin
  -- The vocabulary is the global catalogue's alone: one indexes it at a time, and users who store exercises of their
  -- own need not wait.
  if v_is_global then
    perform pg_advisory_xact_lock(hashtextextended('search_words', 0));
  end if;

  v_locales := array(
    select 'en'
    union
    select exercise_translations.locale
    from public.exercise_translations
    join public.exercises on exercises.id = exercise_translations.exercise_id
    where exercises.user_id is null and v_is_global
  );

  -- A language that is new needs a document of every global exercise, translated or not.
  v_ids := array(
    select unnest(p_exercise_ids)
    union
    select exercises.id
    from public.exercises
    where v_is_global
      and exercises.user_id is null
      and exists (
        select 1
        from unnest(v_locales) as locale
        where not exists (
          select 1
          from private.exercise_documents
          where exercise_documents.user_id is null and exercise_documents.locale = locale
        )
      )
  );

  -- Documents of a language that nothing is translated into any more.
  if v_is_global then
    delete from private.exercise_documents as stored
    where stored.user_id is null and stored.locale <> all(v_locales);
  end if;

  perform private.store_exercise_documents(v_ids, v_locales);

  if v_is_global then
    perform private.count_search_words();
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION private.inol (
  p_reps    integer,
  p_percent numeric
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN CASE WHEN ((p_percent >= (0)::numeric) AND (p_percent <= 99.999)) THEN ((p_reps)::numeric / ((100)::numeric - p_percent)) ELSE NULL::numeric END;

CREATE OR REPLACE FUNCTION private.ipf_gl (
  p_sex            text,
  p_equipment      text,
  p_event          text,
  p_body_weight_kg numeric,
  p_total_kg       numeric
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN
  (SELECT ((ipf_gl.p_total_kg * (100)::numeric) / (fitted.a - (fitted.b * (exp((((- fitted.c))::double precision * (ipf_gl.p_body_weight_kg)::double precision)))::numeric))) FROM
  (VALUES ('male'::text,'single'::text,'SBD'::text,1236.25115,1449.21864,0.01644), ('male'::text,'raw'::text,'SBD'::text,1199.72839,1025.18162,0.00921),
  ('male'::text,'single'::text,'B'::text,381.22073,733.79378,0.02398),
  ('male'::text,'raw'::text,'B'::text,320.98041,281.40258,0.01008),
  ('female'::text,'single'::text,'SBD'::text,758.63878,949.31382,0.02435),
  ('female'::text,'raw'::text,'SBD'::text,610.32796,1045.59282,0.03048),
  ('female'::text,'single'::text,'B'::text,221.82209,357.00377,0.02937),
  ('female'::text,'raw'::text,'B'::text,142.40398,442.52671,0.04724)) fitted(sex, equipment, EVENT, a, b, c)
  WHERE ((fitted.sex = ipf_gl.p_sex) AND (fitted.equipment = ipf_gl.p_equipment) AND (fitted.event = ipf_gl.p_event) AND (ipf_gl.p_body_weight_kg >= (35)::numeric)));

CREATE OR REPLACE FUNCTION private.is_deleted (
  p_relation text,
  p_row_id   uuid
)
  RETURNS boolean
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  return exists (
    select 1
    from private.tombstones
    where tombstones.user_id = (select auth.uid())
      and tombstones.relation = p_relation
      and tombstones.row_id = p_row_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.is_progression (
  p_progression   jsonb,
  p_exercise_kind text  DEFAULT NULL::text
)
  RETURNS boolean
  LANGUAGE plpgsql
  IMMUTABLE
  SET search_path TO ''
  AS $function$
begin
  return (private.progression_problem(p_progression, p_exercise_kind)).message is null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.is_sync_cursor (
  p_cursor bigint
)
  RETURNS boolean
  LANGUAGE sql
  STABLE
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
  select p_cursor between
    greatest(sync_state.generation * 1099511627776, sync_state.forgotten_through + 1) and private.sync_horizon()
  from private.sync_state;
$function$;

CREATE OR REPLACE FUNCTION private.is_warmup_ramp (
  p_ramp jsonb
)
  RETURNS boolean
  LANGUAGE sql
  IMMUTABLE
RETURN
  COALESCE(((jsonb_typeof(p_ramp) = 'array'::text) AND (jsonb_array_length(p_ramp) <= 10) AND (jsonb_array_length(p_ramp) = jsonb_array_length(jsonb_path_query_array(p_ramp,
  'strict $[*]?((((((((@.type() == "object" && @."percent".type() == "number") && @."percent" >= 1) && @."percent" <= 100) && @."reps".type() == "number") && @."reps" >= 1) && @."reps" <= 50) && @."reps".floor() == @."reps") && !(exists (@.keyvalue()?((@."key" != "percent" && @."key" != "reps") && (@."key" != "rest_seconds" || @."value".type() != "null" && (((@."value".type() != "number" || @."value" < 0) || @."value" > 86400) || @."value".floor() != @."value"))))))'::jsonpath)))), false);

CREATE OR REPLACE FUNCTION private.judge_submission (
  p_submission_id uuid,
  p_version       integer,
  p_decision      text,
  p_reason        text
)
  RETURNS void
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_moderator_id uuid := (select auth.uid());
  v_author_id uuid;
  v_submission public.submissions;
begin
  if not private.has_role('moderator') then
    perform private.raise_problem(
      'PT403', 'not_allowed', 'p_submission_id', 'Only a moderator decides.', 'Ask a moderator.'
    );
  end if;
  perform private.check_decision(p_decision, p_reason);

  -- The author's too, whose profile says who may see what is published: they must not hide it unnoticed meanwhile. In
  -- order, so that two moderators who judge each other do not wait for each other.
  select submissions.user_id into v_author_id from public.submissions where submissions.id = p_submission_id;
  perform private.lock_user_data(writer.id)
  from (
    select concerned.id from unnest(array[v_moderator_id, v_author_id]) as concerned (id) order by concerned.id
  ) as writer;
  select submissions.* into v_submission from public.submissions where submissions.id = p_submission_id for update;
  if not found then
    perform private.raise_id_unusable('p_submission_id');
  end if;
  if v_submission.user_id = v_moderator_id then
    perform private.raise_problem(
      'PT403', 'not_allowed', 'p_submission_id', 'Nobody decides about what is their own.', 'Ask another moderator.'
    );
  end if;
  if exists (
    select 1
    from public.submission_reviews as reviews
    where reviews.submission_id = p_submission_id
      and reviews.moderator_id = v_moderator_id
      and reviews.version = p_version
      and reviews.decision = p_decision
  ) then
    return;
  end if;
  if v_submission.status <> 'pending' then
    perform private.raise_submission_closed(v_submission.status);
  end if;
  if v_submission.version is distinct from p_version then
    perform private.raise_stale_version(v_submission.version);
  end if;

  insert into public.submission_reviews (submission_id, moderator_id, version, decision, reason)
  values (p_submission_id, v_moderator_id, p_version, p_decision, p_reason);
  update public.submissions
  set
    status = case p_decision
      when 'approve' then 'approved' when 'reject' then 'rejected' else 'changes_requested'
    end
  where submissions.id = p_submission_id
  returning submissions.* into v_submission;
  perform private.record_audit_event(
    'submission.' || v_submission.status, v_submission.user_id,
    jsonb_build_object('submission_id', p_submission_id, 'type', v_submission.type, 'version', p_version)
  );

  if p_decision = 'approve' and v_submission.type = 'exercise' then
    perform private.publish_exercise(v_submission);
  elsif p_decision = 'approve' then
    perform private.publish_plan(v_submission);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION private.kind_fits (
  p_from text,
  p_into text
)
  RETURNS boolean
  LANGUAGE sql
  IMMUTABLE
RETURN CASE WHEN (p_from = p_into) THEN true WHEN (p_from = 'assisted_bodyweight'::text) THEN false WHEN (p_into = 'assisted_bodyweight'::text) THEN
  ((NOT private.kind_allows(p_from, 'weight_kg'::text)) AND private.kind_allows(p_from, 'reps'::text)) ELSE
  ((private.kind_allows(p_into, 'reps'::text) OR (NOT private.kind_allows(p_from, 'reps'::text))) AND (private.kind_allows(p_into, 'weight_kg'::text) OR (NOT
  private.kind_allows(p_from, 'weight_kg'::text))) AND (private.kind_allows(p_into, 'duration_seconds'::text) OR (NOT private.kind_allows(p_from, 'duration_seconds'::text))) AND
  (private.kind_allows(p_into, 'distance_meters'::text) OR (NOT private.kind_allows(p_from, 'distance_meters'::text)))) END;

CREATE OR REPLACE FUNCTION private.label_of (
  p_words text[]
)
  RETURNS text
  LANGUAGE plpgsql
  IMMUTABLE
  SET search_path TO ''
  AS $function$
begin
  return array_to_string(array(select distinct word from unnest(p_words) as word order by word), ' ');
end;
$function$;

CREATE OR REPLACE FUNCTION private.label_weight (
  p_weight_kg   numeric,
  p_unit_system text
)
  RETURNS bigint
  LANGUAGE sql
  IMMUTABLE
RETURN CASE p_unit_system WHEN 'imperial'::text THEN (round((p_weight_kg / 0.0045359237)) * (45359237)::numeric) ELSE (round((p_weight_kg * (1000)::numeric)) * (10000000)::numeric)
  END;

CREATE OR REPLACE FUNCTION private.latest_one_rep_max (
  p_exercise_id uuid,
  p_before      timestamp with time zone DEFAULT NULL::timestamp WITH time zone,
  p_days        integer                  DEFAULT NULL::integer
)
  RETURNS numeric
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select round(max(recent.estimate_kg), 6)
    from (
      select days.estimate_kg, days.local_date, max(days.local_date) over () as latest_on
      from (
        select sets.local_date, max(sets.estimate_kg) as estimate_kg
        from (
          select
            workout_sets.local_date,
            private.estimated_set_max(
              'epley',
              workout_sets.weight_kg,
              workout_sets.reps,
              coalesce(
                workout_sets.rpe, 10 - workout_sets.rir, private.figure_of(workout_sets.target, 'rpe'),
                10 - private.figure_of(workout_sets.target, 'rir')
              )
            ) as estimate_kg
          from public.workout_sets
          join public.workout_exercises on workout_exercises.id = workout_sets.workout_exercise_id
          join public.workouts on workouts.id = workout_exercises.workout_id
          where workout_sets.user_id = (select auth.uid())
            and workout_sets.exercise_id = p_exercise_id
            and workout_sets.exercise_kind = 'weight_reps'
            and workout_sets.set_type <> 'warmup'
            and workout_sets.weight_kg > 0
            and workout_sets.reps > 0
            and workouts.ended_at is not null
            and (p_before is null or workouts.started_at < p_before)
        ) as sets
        where sets.estimate_kg is not null
        group by sets.local_date
        order by sets.local_date desc
        limit coalesce(p_days, 84)
      ) as days
    ) as recent
    where p_days is not null or recent.local_date > recent.latest_on - 84
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.letters_of (
  p_word text
)
  RETURNS integer
  LANGUAGE plpgsql
  IMMUTABLE
  SET search_path TO ''
  AS $function$
begin
  return (
    select coalesce(bit_or(1 << (ascii(letter) & 31)), 0)
    from unnest(string_to_array(p_word, null)) as letter
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.load_abbreviations (
  p_abbreviations jsonb
)
  RETURNS void
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  with listed as (
    select loaded.locale, loaded.abbreviation, loaded.stands_for
    from jsonb_to_recordset(p_abbreviations) as loaded (locale text, abbreviation text, stands_for text)
  ),
  gone as (
    delete from private.search_abbreviations as stored
    where not exists (
      select 1
      from listed
      where listed.locale = stored.locale and listed.abbreviation = stored.abbreviation
    )
  )
  insert into private.search_abbreviations as stored (locale, abbreviation, stands_for)
  select listed.locale, listed.abbreviation, listed.stands_for
  from listed
  on conflict (abbreviation, locale) do update
    set stands_for = excluded.stands_for
    where stored.stands_for is distinct from excluded.stands_for;
$function$;

CREATE OR REPLACE FUNCTION private.load_exercises (
  p_exercises jsonb
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_ids uuid[] := array(
    select private.global_exercise_id(item ->> 'slug') from jsonb_array_elements(p_exercises) as loaded (item)
  );
begin
  insert into public.exercises as stored (
    id, slug, name, kind, category, mechanic, force, level, is_unilateral, body_weight_share, variation_group,
    instructions, cues, source, license
  )
  select
    private.global_exercise_id(loaded.slug), loaded.slug, loaded.name, loaded.kind, loaded.category, loaded.mechanic,
    loaded.force, loaded.level, loaded.is_unilateral, loaded.body_weight_share, loaded.variation_group,
    loaded.instructions, coalesce(loaded.cues, '{}'), loaded.source, loaded.license
  from jsonb_to_recordset(p_exercises) as loaded (
    slug text, name text, kind text, category text, mechanic text, force text, level text, is_unilateral boolean,
    body_weight_share numeric, variation_group text, instructions text[], cues text[], source text, license text
  )
  on conflict (id) do update
    set
      name = excluded.name, kind = excluded.kind, category = excluded.category, mechanic = excluded.mechanic,
      force = excluded.force, level = excluded.level, is_unilateral = excluded.is_unilateral,
      body_weight_share = excluded.body_weight_share, variation_group = excluded.variation_group,
      instructions = excluded.instructions, cues = excluded.cues, source = excluded.source, license = excluded.license
    where (
      stored.name, stored.kind, stored.category, stored.mechanic, stored.force, stored.level, stored.is_unilateral,
      stored.body_weight_share, stored.variation_group, stored.instructions, stored.cues, stored.source,
      stored.license
    ) is distinct from (
      excluded.name, excluded.kind, excluded.category, excluded.mechanic, excluded.force, excluded.level,
      excluded.is_unilateral, excluded.body_weight_share, excluded.variation_group, excluded.instructions,
      excluded.cues, excluded.source, excluded.license
    );

  -- What is no longer listed goes and what is new comes; a row that is as it was is not touched.
  with listed as (
    -- A muscle is its slug, or {"muscle", "weight"} where a review found another share than the usual.
    select
      private.global_exercise_id(item ->> 'slug') as exercise_id,
      coalesce(worked.muscle ->> 'muscle', worked.muscle #>> '{}') as muscle_id,
      worked.role,
      coalesce((worked.muscle ->> 'weight')::numeric, worked.usual_weight) as weight
    from jsonb_array_elements(p_exercises) as loaded (item)
    cross join lateral (
      select muscle, 'primary' as role, 1.0 as usual_weight
      from jsonb_array_elements(item -> 'primary_muscles') as muscle
      union all
      select muscle, 'secondary', 0.5
      from jsonb_array_elements(item -> 'secondary_muscles') as muscle
    ) as worked
  ),
  gone as (
    delete from public.exercise_muscles as stored
    where stored.exercise_id = any(v_ids)
      and not exists (
        select 1
        from listed
        where listed.exercise_id = stored.exercise_id and listed.muscle_id = stored.muscle_id
      )
  )
  insert into public.exercise_muscles as stored (exercise_id, muscle_id, role, weight)
  select listed.exercise_id, listed.muscle_id, listed.role, listed.weight
  from listed
  on conflict (exercise_id, muscle_id) do update
    set role = excluded.role, weight = excluded.weight
    where (stored.role, stored.weight) is distinct from (excluded.role, excluded.weight);

  with listed as (
    select private.global_exercise_id(item ->> 'slug') as exercise_id, needed.equipment_id
    from jsonb_array_elements(p_exercises) as loaded (item)
    cross join lateral jsonb_array_elements_text(item -> 'equipment') as needed (equipment_id)
  ),
  gone as (
    delete from public.exercise_equipment as stored
    where stored.exercise_id = any(v_ids)
      and not exists (
        select 1
        from listed
        where listed.exercise_id = stored.exercise_id and listed.equipment_id = stored.equipment_id
      )
  )
  insert into public.exercise_equipment (exercise_id, equipment_id)
  select listed.exercise_id, listed.equipment_id
  from listed
  on conflict do nothing;

  with listed as (
    select private.global_exercise_id(item ->> 'slug') as exercise_id, known.alias
    from jsonb_array_elements(p_exercises) as loaded (item)
    cross join lateral jsonb_array_elements_text(item -> 'aliases') as known (alias)
  ),
  gone as (
    delete from public.exercise_aliases as stored
    where stored.exercise_id = any(v_ids)
      and stored.locale = 'en'
      and not exists (
        select 1
        from listed
        where listed.exercise_id = stored.exercise_id and listed.alias = stored.alias
      )
  )
  insert into public.exercise_aliases (exercise_id, alias)
  select listed.exercise_id, listed.alias
  from listed
  on conflict do nothing;

  perform private.index_exercises(v_ids);
end;
$function$;

CREATE OR REPLACE FUNCTION private.load_measurement_types (
  p_types jsonb
)
  RETURNS void
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  insert into public.measurement_types as stored (
    id, user_id, slug, name, unit, has_sides, min_value, max_value, position
  )
  select
    private.global_measurement_type_id(item ->> 'slug'), null, item ->> 'slug', item ->> 'name', item ->> 'unit',
    (item ->> 'has_sides')::boolean, (item ->> 'min')::numeric, (item ->> 'max')::numeric, ordinal
  from jsonb_array_elements(p_types) with ordinality as loaded (item, ordinal)
  on conflict (id) do update
    set
      name = excluded.name, has_sides = excluded.has_sides, min_value = excluded.min_value,
      max_value = excluded.max_value, position = excluded.position
    where (stored.name, stored.has_sides, stored.min_value, stored.max_value, stored.position)
      is distinct from (excluded.name, excluded.has_sides, excluded.min_value, excluded.max_value, excluded.position);
$function$;

CREATE OR REPLACE FUNCTION private.load_plan_templates (
  p_templates jsonb
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_unknown text;
begin
  select string_agg(distinct used.slug, ', ')
  into v_unknown
  from (
    select jsonb_path_query(p_templates, '$[*].routines[*].exercises[*].exercise') #>> '{}' as slug
  ) as used
  where not exists (select 1 from public.exercises where exercises.slug = used.slug);
  if v_unknown is not null then
    raise exception 'There is no exercise %.', v_unknown using errcode = 'P0002', hint = 'Load the catalogue first.';
  end if;

  insert into public.published_plans as stored (
    id, slug, name, description, goal, level, tags, weeks, is_repeating, days_per_week, exercises, equipment, document,
    source, license
  )
  select
    private.derived_id('6a3e6a52-6b0f-4b8e-9a55-0c1f3f6f2d11', 'plan ' || loaded.slug), loaded.slug, loaded.name,
    loaded.description, loaded.goal, loaded.level, loaded.tags, loaded.weeks, loaded.is_repeating,
    facts.days_per_week, facts.exercises, facts.equipment, documents.document, loaded.source, loaded.license
  from jsonb_array_elements(p_templates) as template (node)
  cross join lateral jsonb_populate_record(null::public.published_plans, template.node) as loaded
  -- Exercises and sets are in the order of the file, and exercises by slug.
  cross join lateral (
    select
      template.node - array['slug', 'source', 'license'] || jsonb_build_object(
        'type', 'plan',
        'exercises', '[]'::jsonb,
        'routines', (
          select jsonb_agg(
            routine.node || jsonb_build_object('exercises', (
              select jsonb_agg(
                used.node || jsonb_build_object(
                  'exercise', private.global_exercise_id(used.node ->> 'exercise'),
                  'position', used.ordinal,
                  'sets', coalesce((
                    select jsonb_agg(aim.node || jsonb_build_object('position', aim.ordinal) order by aim.ordinal)
                    from jsonb_array_elements(used.node -> 'sets') with ordinality as aim (node, ordinal)
                  ), '[]')
                )
                order by used.ordinal
              )
              from jsonb_array_elements(routine.node -> 'exercises') with ordinality as used (node, ordinal)
            ))
            order by routine.ordinal
          )
          from jsonb_array_elements(template.node -> 'routines') with ordinality as routine (node, ordinal)
        )
      ) as document
  ) as documents
  cross join lateral private.plan_facts(documents.document) as facts
  on conflict (id) do update
    set
      name = excluded.name, description = excluded.description, goal = excluded.goal, level = excluded.level,
      tags = excluded.tags, weeks = excluded.weeks, is_repeating = excluded.is_repeating,
      days_per_week = excluded.days_per_week, exercises = excluded.exercises, equipment = excluded.equipment,
      document = excluded.document, source = excluded.source, license = excluded.license
    where (
      stored.name, stored.description, stored.goal, stored.level, stored.tags, stored.weeks, stored.is_repeating,
      stored.days_per_week, stored.exercises, stored.equipment, stored.document, stored.source, stored.license
    ) is distinct from (
      excluded.name, excluded.description, excluded.goal, excluded.level, excluded.tags, excluded.weeks,
      excluded.is_repeating, excluded.days_per_week, excluded.exercises, excluded.equipment, excluded.document,
      excluded.source, excluded.license
    );
end;
$function$;

CREATE OR REPLACE FUNCTION private.load_quotas (
  p_quotas jsonb
)
  RETURNS void
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  insert into private.quotas as stored (name, max_count, description)
  select loaded.name, loaded.max_count, loaded.description
  from jsonb_to_recordset(p_quotas) as loaded (name text, max_count integer, description text)
  on conflict (name) do update
    set description = excluded.description
    where stored.description is distinct from excluded.description;
$function$;

CREATE OR REPLACE FUNCTION private.load_translations (
  p_translations jsonb
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_ids uuid[] := array(
    select private.global_exercise_id(item ->> 'slug') from jsonb_array_elements(p_translations) as loaded (item)
  );
begin
  -- What is no longer listed goes and what is new comes; a row that is as it was is not touched.
  with listed as (
    select
      private.global_exercise_id(item ->> 'slug') as exercise_id, locale, texts.name,
      coalesce(texts.instructions, '{}') as instructions, coalesce(texts.cues, '{}') as cues
    from jsonb_array_elements(p_translations) as loaded (item)
    cross join lateral jsonb_each(item - 'slug') as translated (locale, translation)
    cross join lateral jsonb_to_record(translation) as texts (name text, instructions text[], cues text[])
  ),
  gone as (
    delete from public.exercise_translations as stored
    where stored.exercise_id = any(v_ids)
      and not exists (
        select 1
        from listed
        where listed.exercise_id = stored.exercise_id and listed.locale = stored.locale
      )
  )
  insert into public.exercise_translations as stored (exercise_id, locale, name, instructions, cues)
  select listed.exercise_id, listed.locale, listed.name, listed.instructions, listed.cues
  from listed
  on conflict (exercise_id, locale) do update
    set name = excluded.name, instructions = excluded.instructions, cues = excluded.cues
    where (stored.name, stored.instructions, stored.cues)
      is distinct from (excluded.name, excluded.instructions, excluded.cues);

  with listed as (
    select private.global_exercise_id(item ->> 'slug') as exercise_id, locale, known.alias
    from jsonb_array_elements(p_translations) as loaded (item)
    cross join lateral jsonb_each(item - 'slug') as translated (locale, translation)
    cross join lateral jsonb_array_elements_text(translation -> 'aliases') as known (alias)
  ),
  gone as (
    delete from public.exercise_aliases as stored
    where stored.exercise_id = any(v_ids)
      and stored.locale <> 'en'
      and not exists (
        select 1
        from listed
        where listed.exercise_id = stored.exercise_id and listed.locale = stored.locale and listed.alias = stored.alias
      )
  )
  insert into public.exercise_aliases (exercise_id, locale, alias)
  select listed.exercise_id, listed.locale, listed.alias
  from listed
  on conflict do nothing;

  perform private.index_exercises(v_ids);
end;
$function$;

CREATE OR REPLACE FUNCTION private.loadable_weights (
  p_gym_id      uuid,
  p_exercise_id uuid
)
  RETURNS numeric[]
  LANGUAGE sql
  STABLE
BEGIN ATOMIC
 SELECT array_agg(trim_scale(((loads.load_grams)::numeric * 0.001)) ORDER BY loads.load_grams)
  AS array_agg
    FROM ( SELECT DISTINCT ways.load_grams
            FROM private.gym_loads(loadable_weights.p_gym_id, loadable_weights.p_exercise_id) ways(load_grams, type, item_id, "position", sides, places, metric, imperial)) loads;
END;

CREATE OR REPLACE FUNCTION private.lock_user_data (
  p_user_id uuid
)
  RETURNS void
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  select pg_advisory_xact_lock(hashtextextended('user data:' || p_user_id, 0));
$function$;

CREATE OR REPLACE FUNCTION private.match_exercises (
  p_filter jsonb,
  p_as_of  date,
  p_after  jsonb,
  p_limit  integer
)
  RETURNS TABLE (
    exercise_id uuid,
    rank        integer,
    name        text
  )
  LANGUAGE plpgsql
  STABLE
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  c_many constant integer := 500;
  v_scope text := p_filter ->> 'scope';
  v_asked private.search_query[] := private.search_queries(p_filter, (select auth.uid()));
  v_global private.search_query := v_asked[1];
  v_is_broad boolean;
  v_found integer;
begin
  if (v_asked[2]).words is null then
    return query select * from private.browse_exercises(v_asked, v_scope, p_as_of, p_after, p_limit);
    return;
  end if;

  -- The vocabulary knows how many have a word, and of several words that none has more: what has all is counted.
  if v_scope not in ('all', 'global') or coalesce(v_global.breadth, 0) <= c_many then
    v_is_broad := false;
  elsif v_global.is_one_word and v_global.tags is null then
    v_is_broad := true;
  else
    v_is_broad := c_many < (
      select count(*)
      from (
        select 1
        from private.exercise_documents
        where exercise_documents.user_id is null
          and exercise_documents.document @@ coalesce(v_global.words && v_global.tags, v_global.words)
        limit c_many + 1
      ) as counted
    );
  end if;
  if not v_is_broad then
    return query select * from private.rank_exercises(v_asked, v_scope, p_as_of, 'all', p_after, p_limit);
    return;
  end if;

  -- What is in front makes most pages of a broad query, such as one of two letters; the rest is ranked when they end.
  return query select * from private.rank_exercises(v_asked, v_scope, p_as_of, 'front', p_after, p_limit);
  get diagnostics v_found = row_count;
  if v_found < p_limit then
    return query
    select * from private.rank_exercises(v_asked, v_scope, p_as_of, 'rest', p_after, p_limit - v_found);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION private.match_published_plans (
  p_query         text,
  p_goals         text[],
  p_levels        text[],
  p_tags          text[],
  p_equipment     text[],
  p_weeks_min     integer,
  p_weeks_max     integer,
  p_days_per_week integer,
  p_sort          text,
  p_after         jsonb,
  p_limit         integer
)
  RETURNS TABLE (
    published_plan_id uuid,
    sort_value        jsonb
  )
  LANGUAGE plpgsql
  STABLE
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_column text := case p_sort
    when 'newest' then 'published_at'
    when 'copies' then 'copy_count'
    when 'likes' then 'like_count'
    when 'completions' then 'completion_count'
    else 'popularity'
  end;
  v_type text := case p_sort when 'newest' then 'timestamptz' else 'integer' end;
  v_tsquery tsquery;
begin
  -- Every word, or what begins with it.
  select string_agg(quote_literal(typed.word) || ':*', ' & ')::tsquery
  into v_tsquery
  from unnest((string_to_array(private.fold_text(left(p_query, 80)), ' '))[1:8]) as typed (word)
  where typed.word <> '';

  -- A statement for each sort, so that an index gives the order; planned for the filter at hand, because what is rare
  -- and what is everywhere want different plans.
  return query execute format(
    $query$
      select plans.id, to_jsonb(plans.%1$I)
      from public.published_plans as plans
      where plans.effective_visibility = 'public'
        and (plans.user_id is null or plans.user_id not in (select private.blocked_user_ids()))
        and ($1 is null or (plans.%1$I, plans.id) < (($1 ->> 0)::%2$s, ($1 ->> 1)::uuid))
        and ($2 is null or plans.goal = any($2))
        and ($3 is null or plans.level = any($3))
        and ($4 is null or plans.tags @> $4)
        and ($5 is null or plans.equipment <@ ($5 || 'body_weight'::text))
        and ($6 is null or plans.weeks >= $6)
        and ($7 is null or plans.weeks <= $7)
        and ($8 is null or plans.days_per_week = $8)
        %3$s
      order by plans.%1$I desc, plans.id desc
      limit $10
    $query$,
    v_column, v_type,
    -- A join only where there is something to search: as one more "or" it could not use the index of documents.
    case when v_tsquery is not null
      then $join$
        and plans.id in (
          select documents.published_plan_id
          from private.published_plan_documents as documents
          where documents.document @@ $9
        )
      $join$
    end
  )
  using
    p_after, p_goals, p_levels, p_tags, p_equipment, p_weeks_min, p_weeks_max, p_days_per_week, v_tsquery, p_limit;
end;
$function$;

CREATE OR REPLACE FUNCTION private.measurement_field_rules()
  RETURNS private.field_rule[]
  LANGUAGE sql
  IMMUTABLE
BEGIN ATOMIC
 SELECT array_agg(ROW(rule.level, rule.field, rule.type, rule.is_required, rule.minimum, rule.maximum, rule.step, rule.choices, rule.element_level)::private.field_rule)
  AS array_agg
    FROM ( VALUES ('batch'::text,'measurements'::text,'array'::text,true,NULL::numeric,(1000)::numeric,NULL::numeric,NULL::text[],'measurement'::text), ('measurement'::text,'id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('measurement'::text,'type_id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('measurement'::text,'side'::text,'choice'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['left'::text, 'right'::text],NULL::text), ('measurement'::text,'value'::text,'number'::text,true,'-1000000'::integer,1000000,NULL::numeric,NULL::text[],NULL::text), ('measurement'::text,'measured_at'::text,'instant'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('measurement'::text,'time_zone'::text,'text'::text,true,1,60,NULL::numeric,NULL::text[],NULL::text), ('measurement'::text,'notes'::text,'text'::text,false,0,1000,NULL::numeric,NULL::text[],NULL::text), ('measurement'::text,'source'::text,'form'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['^[a-z][a-z0-9_]{0,39}$'::text, 'healthkit'::text],NULL::text), ('measurement'::text,'external_id'::text,'text'::text,false,1,200,NULL::numeric,NULL::text[],NULL::text)) rule(level, field, type, is_required, minimum, maximum, step, choices, element_level);
END;

CREATE OR REPLACE FUNCTION private.measurement_line (
  p_measurement public.measurements
)
  RETURNS text
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select array_to_string(
      array[
        to_char(p_measurement.measured_at at time zone p_measurement.time_zone, 'YYYY-MM-DD"T"HH24:MI:SS'),
        private.csv_text(p_measurement.time_zone), private.csv_text(measurement_types.name), p_measurement.side,
        trim_scale(p_measurement.value)::text, measurement_types.unit, private.csv_text(p_measurement.notes),
        p_measurement.source
      ],
      ',', ''
    ) || e'\r\n'
    from public.measurement_types
    where measurement_types.id = p_measurement.type_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.measurement_problem (
  p_type  public.measurement_types,
  p_side  text,
  p_value numeric,
  OUT     message text,
  OUT     path text,
  OUT     text text
)
  RETURNS record
  LANGUAGE plpgsql
  IMMUTABLE
  SET search_path TO ''
  AS $function$
begin
  select problem.message, problem.path, problem.text
  into message, path, text
  from (
    select 'field_not_allowed', 'side', format('%s has no sides', (p_type).name)
    where p_side is not null and not (p_type).has_sides

    union all

    select 'invalid_field', 'value', format(
      'must be from %s to %s (%s) for %s',
      trim_scale((p_type).min_value), trim_scale((p_type).max_value), (p_type).unit, (p_type).name
    )
    where p_value not between (p_type).min_value and (p_type).max_value
  ) as problem (message, path, text)
  limit 1;
end;
$function$;

CREATE OR REPLACE FUNCTION private.merged_exercise_ids (
  p_exercise_id uuid
)
  RETURNS uuid[]
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_exercise_id uuid := coalesce(
    (select exercises.replaced_by from public.exercises where exercises.id = p_exercise_id), p_exercise_id
  );
begin
  return v_exercise_id || array(select exercises.id from public.exercises where exercises.replaced_by = v_exercise_id);
end;
$function$;

CREATE OR REPLACE FUNCTION private.move_behind_pauses (
  p_date       date,
  p_since      date,
  p_paused_on  date[],
  p_resumed_on date[]
)
  RETURNS date
  LANGUAGE plpgsql
  IMMUTABLE
  SET search_path TO ''
  AS $function$
declare
  v_date date := p_date;
begin
  for i in 1 .. coalesce(cardinality(p_paused_on), 0) loop
    if p_paused_on[i] > p_since and p_paused_on[i] <= v_date then
      v_date := v_date + (p_resumed_on[i] - p_paused_on[i]);
    end if;
  end loop;
  return v_date;
end;
$function$;

CREATE OR REPLACE FUNCTION private.move_exercise_uses (
  p_user_id uuid,
  p_from    uuid,
  p_into    uuid,
  p_limit   integer
)
  RETURNS integer
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_moved integer;
  v_moved_also integer;
begin
  perform private.lock_user_data(p_user_id);

  -- Composite keys take the sets along, and their triggers the rollups. The same exercise may stand twice in a workout.
  update public.workout_exercises
  set exercise_id = p_into
  where workout_exercises.id = any(array(
    select used.id
    from public.workout_exercises as used
    where used.user_id = p_user_id and used.exercise_id = p_from
    limit p_limit
  ));
  get diagnostics v_moved = row_count;

  update public.routine_exercises
  set exercise_id = p_into
  where routine_exercises.id = any(array(
    select used.id
    from public.routine_exercises as used
    where used.user_id = p_user_id and used.exercise_id = p_from
    limit p_limit - v_moved
  ));
  get diagnostics v_moved_also = row_count;
  v_moved := v_moved + v_moved_also;

  -- The rest is little. What was set for the exercise that stays goes before what was set for the one that goes.
  update public.gym_equipment
  set exercise_id = p_into
  where gym_equipment.user_id = p_user_id and gym_equipment.exercise_id = p_from;
  get diagnostics v_moved_also = row_count;
  v_moved := v_moved + v_moved_also;

  update public.enrollments
  set start_weights =
    jsonb_build_object(p_into, enrollments.start_weights -> p_from::text) || (enrollments.start_weights - p_from::text)
  where enrollments.user_id = p_user_id and enrollments.start_weights ? p_from::text;
  get diagnostics v_moved_also = row_count;
  v_moved := v_moved + v_moved_also;

  insert into public.exercise_preferences as stored (
    user_id, exercise_id, is_favorite, default_rest_seconds, unit_system, pinned_note
  )
  select
    p_user_id, p_into, preferences.is_favorite, preferences.default_rest_seconds, preferences.unit_system,
    preferences.pinned_note
  from public.exercise_preferences as preferences
  where preferences.user_id = p_user_id and preferences.exercise_id = p_from
  on conflict (user_id, exercise_id) do update
    set
      is_favorite = stored.is_favorite or excluded.is_favorite,
      default_rest_seconds = coalesce(stored.default_rest_seconds, excluded.default_rest_seconds),
      unit_system = coalesce(stored.unit_system, excluded.unit_system),
      pinned_note = left(concat_ws(E'\n', stored.pinned_note, excluded.pinned_note), 1000);
  get diagnostics v_moved_also = row_count;
  v_moved := v_moved + v_moved_also;
  delete from public.exercise_preferences
  where exercise_preferences.user_id = p_user_id and exercise_preferences.exercise_id = p_from;

  update public.exercises
  set replaced_by = p_into
  where exercises.user_id = p_user_id and exercises.replaced_by = p_from;
  get diagnostics v_moved_also = row_count;
  return v_moved + v_moved_also;
end;
$function$;

CREATE OR REPLACE FUNCTION private.nearest_words (
  p_word    text,
  p_locale  text,
  p_user_id uuid
)
  RETURNS text[]
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_length integer := length(p_word);
  v_letters integer := private.letters_of(p_word);
  v_allowed integer := case when v_length <= 4 then 1 else 2 end;
  -- Two letters swapped are one slip of the fingers, though two edits.
  v_swapped text[] := array(
    select overlay(p_word placing reverse(substr(p_word, place, 2)) from place)
    from generate_series(1, v_length - 1) as place
  );
begin
  return array(
    select near.word
    from (
      (
        select search_words.word::text, search_words.exercises, measured.edits, measured.is_begun
        from private.search_words
        cross join lateral (
          select
            case
              when search_words.word = any(v_swapped) then 1
              -- A long word may be begun only.
              when length(search_words.word) > v_length + v_allowed
                then extensions.levenshtein_less_equal(left(search_words.word, v_length), p_word, v_allowed)
              else extensions.levenshtein_less_equal(search_words.word, p_word, v_allowed)
            end as edits,
            length(search_words.word) > v_length + v_allowed as is_begun
        ) as measured
        where search_words.locale = p_locale
          and search_words.is_correct
          and length(search_words.word) >= v_length - v_allowed
          -- Asked first, because it costs little and few words are left.
          and bit_count((v_letters & ~search_words.letters)::bit(32)) <= v_allowed
          and measured.edits <= v_allowed
        order by measured.edits, measured.is_begun, search_words.exercises desc, search_words.word
        limit 3
      )
      union all
      (
        select own.word, 0, min(own.edits) as edits, own.is_begun
        from (
          select
            words.word,
            case
              when words.word = any(v_swapped) then 1
              when length(words.word) > v_length + v_allowed
                then extensions.levenshtein_less_equal(left(words.word, v_length), p_word, v_allowed)
              else extensions.levenshtein_less_equal(words.word, p_word, v_allowed)
            end as edits,
            length(words.word) > v_length + v_allowed as is_begun
          from private.exercise_documents
          cross join unnest(tsvector_to_array(ts_filter(exercise_documents.document, '{a,b,c,d}'))) as lexeme
          cross join lateral (select substr(lexeme, 5) as word) as words
          where exercise_documents.user_id = p_user_id and length(words.word) >= v_length - v_allowed
        ) as own
        where own.edits <= v_allowed
        group by own.word, own.is_begun
        order by edits, own.is_begun, own.word
        limit 3
      )
    ) as near
    group by near.word
    order by min(near.edits), bool_and(near.is_begun), max(near.exercises) desc, near.word
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.next_session (
  p_enrollment_id uuid,
  p_on            date DEFAULT NULL::date
)
  RETURNS TABLE (
    plan_day_id    uuid,
    routine_id     uuid,
    week           smallint,
    cycle          integer,
    session_number integer,
    scheduled_on   date,
    is_deload      boolean,
    status         text
  )
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
#variable_conflict use_column
declare
  v_enrollment public.enrollments;
  v_weeks integer;
  v_on date := coalesce(p_on, private.own_today());
  v_last_on date;
  v_until date;
begin
  select enrollments.* into v_enrollment from public.enrollments where enrollments.id = p_enrollment_id;
  if not found then
    return;
  end if;
  select plans.weeks into v_weeks from public.plans where plans.id = v_enrollment.plan_id;

  if v_enrollment.status <> 'active' then
    status := v_enrollment.status;
    return next;
    return;
  end if;

  if v_enrollment.mode = 'calendar' then
    v_on := greatest(v_on, v_enrollment.starts_on);
    select max(workouts.local_date)
    into v_last_on
    from public.workouts
    where workouts.user_id = v_enrollment.user_id and workouts.enrollment_id = p_enrollment_id;
    -- Mostly within two weeks; else by a week more than the plan behind all that was done, when something comes round
    -- that is not.
    foreach v_until in array array[v_on + 14, greatest(v_on, v_last_on) + 7 * (v_weeks + 1)] loop
      select sessions.*
      into plan_day_id, routine_id, week, cycle, session_number, scheduled_on, is_deload
      from private.calendar_sessions(p_enrollment_id, v_on, v_until) as sessions
      where sessions.workout_id is null
      order by sessions.session_number
      limit 1;
      exit when found;
    end loop;
  else
    select sessions.*
    into plan_day_id, routine_id, week, cycle, session_number, scheduled_on, is_deload
    from private.sequence_sessions(p_enrollment_id, v_on, v_on, v_on) as sessions
    where sessions.workout_id is null
    order by sessions.session_number
    limit 1;
  end if;
  status := case when plan_day_id is null then 'completed' else 'active' end;
  return next;
end;
$function$;

CREATE OR REPLACE FUNCTION private.next_user_of_exercise (
  p_exercise_id uuid
)
  RETURNS uuid
  LANGUAGE sql
  STABLE
  SET search_path TO ''
  AS $function$
  -- Branches are read in order, and none after the first row.
  select used.user_id
  from (
    select user_id from public.workout_exercises where exercise_id = p_exercise_id
    union all
    select user_id from public.routine_exercises where exercise_id = p_exercise_id
    union all
    select user_id from public.exercise_preferences where exercise_id = p_exercise_id
    union all
    select user_id from public.gym_equipment where exercise_id = p_exercise_id
    union all
    select user_id from public.exercises where replaced_by = p_exercise_id and user_id is not null
    union all
    select user_id from public.enrollments where start_weights ? p_exercise_id::text
  ) as used
  limit 1;
$function$;

CREATE OR REPLACE FUNCTION private.normalized_exercise (
  p_exercise jsonb
)
  RETURNS jsonb
  LANGUAGE plpgsql
  IMMUTABLE
  SET search_path TO ''
  AS $function$
begin
  return (
    -- What is left out gets its default, and lists their order, so that equal exercises are equal documents.
    select jsonb_build_object(
      'id', sent.id,
      'name', sent.name,
      'kind', sent.kind,
      'category', sent.category,
      'mechanic', sent.mechanic,
      'force', sent.force,
      'level', sent.level,
      'is_unilateral', coalesce(sent.is_unilateral, false),
      'body_weight_share', coalesce(sent.body_weight_share, 0),
      'variation_group', sent.variation_group,
      'instructions', coalesce(sent.instructions, '{}'),
      'cues', coalesce(sent.cues, '{}'),
      'muscles', coalesce(
        (
          select jsonb_agg(
            jsonb_build_object(
              'muscle_id', muscle.muscle_id,
              'role', muscle.role,
              'weight', coalesce(muscle.weight, case muscle.role when 'primary' then 1 else 0.5 end)
            )
            order by muscle.role, muscle.muscle_id collate "C"
          )
          from jsonb_path_query(p_exercise, '$.muscles[*]') as node
          cross join lateral jsonb_to_record(node) as muscle (muscle_id text, role text, weight numeric)
        ),
        '[]'
      ),
      'equipment', coalesce((select jsonb_agg(id order by id collate "C") from unnest(sent.equipment) as id), '[]'),
      'aliases', coalesce((select jsonb_agg(alias order by alias collate "C") from unnest(sent.aliases) as alias), '[]')
    )
    from jsonb_to_record(p_exercise) as sent (
      id uuid, name text, kind text, category text, mechanic text, force text, level text, is_unilateral boolean,
      body_weight_share numeric, variation_group text, instructions text[], cues text[], equipment text[], aliases text[]
    )
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.one_rep_max_confidence (
  p_reps integer
)
  RETURNS text
  LANGUAGE sql
  IMMUTABLE
RETURN CASE WHEN ((p_reps >= 1) AND (p_reps <= 10)) THEN 'headline'::text WHEN ((p_reps >= 11) AND (p_reps <= 15)) THEN 'low'::text ELSE NULL::text END;

CREATE OR REPLACE FUNCTION private.one_rep_max_factor (
  p_formula text,
  p_reps    integer
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN CASE WHEN (p_reps < 1) THEN NULL::numeric WHEN (p_formula = 'epley'::text) THEN ((1)::numeric + ((p_reps)::numeric / 30.0)) WHEN
  ((p_formula = 'brzycki'::text) AND (p_reps < 37)) THEN (36.0 / ((37 - p_reps))::numeric) WHEN (p_formula = 'lombardi'::text) THEN
  (power((p_reps)::double precision, (0.10)::double precision))::numeric WHEN (p_formula = 'oconner'::text) THEN ((1)::numeric + (0.025 * (p_reps)::numeric)) WHEN
  (p_formula = 'mayhew'::text) THEN
  (((100)::double precision / ((52.2)::double precision + ((41.9)::double precision * exp((('-0.055'::numeric)::double precision * (p_reps)::double precision))))))::numeric WHEN
  (p_formula = 'wathan'::text) THEN
  (((100)::double precision / ((48.8)::double precision + ((53.8)::double precision * exp((('-0.075'::numeric)::double precision * (p_reps)::double precision))))))::numeric WHEN
  ((p_formula = 'lander'::text) AND (p_reps < 37)) THEN ((100)::numeric / (101.3 - (2.67123 * (p_reps)::numeric))) ELSE NULL::numeric END;

CREATE OR REPLACE FUNCTION private.one_rep_max (
  p_formula   text,
  p_weight_kg numeric,
  p_reps      integer
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN (p_weight_kg * private.one_rep_max_factor(p_formula, p_reps));

CREATE OR REPLACE FUNCTION private.estimated_one_rep_max (
  p_weights_kg numeric[]
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN
  round(GREATEST((p_weights_kg)[1], private.one_rep_max('epley'::text, (p_weights_kg)[2], 2), private.one_rep_max('epley'::text, (p_weights_kg)[3], 3),
  private.one_rep_max('epley'::text, (p_weights_kg)[4], 4),
  private.one_rep_max('epley'::text, (p_weights_kg)[5], 5),
  private.one_rep_max('epley'::text, (p_weights_kg)[6], 6),
  private.one_rep_max('epley'::text, (p_weights_kg)[7], 7),
  private.one_rep_max('epley'::text, (p_weights_kg)[8], 8),
  private.one_rep_max('epley'::text, (p_weights_kg)[9], 9), private.one_rep_max('epley'::text, (p_weights_kg)[10], 10)), 3);

CREATE OR REPLACE FUNCTION private.open_share_link (
  p_token text
)
  RETURNS public.share_links
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_subject text := private.caller_subject();
  v_link public.share_links;
begin
  perform private.enforce_rate_limit('shared_view', v_subject);
  perform private.refuse_beyond_rate_limit('share_guess', v_subject);

  select links.*
  into v_link
  from public.share_links as links
  where links.token_hash = private.share_token_hash(p_token)
    and links.revoked_at is null
    and links.expires_at > now()
    and (links.max_copies is null or links.copy_count < links.max_copies)
    and links.user_id not in (select private.blocked_user_ids());
  if not found then
    perform private.take_rate_limit('share_guess', v_subject);
  end if;
  return v_link;
end;
$function$;

CREATE OR REPLACE FUNCTION private.open_submission (
  p_type        text,
  p_exercise_id uuid,
  p_plan_id     uuid,
  p_content     jsonb,
  p_note        text
)
  RETURNS uuid
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_open public.submissions;
  v_limit integer;
begin
  if char_length(p_note) not between 1 and 1000 then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_note', 'must be text of 1 to 1000 characters',
      'Correct the field and submit again; nothing was stored.'
    );
  end if;

  select submissions.*
  into v_open
  from public.submissions
  where submissions.user_id = v_user_id
    and submissions.status in ('pending', 'changes_requested')
    and (submissions.exercise_id = p_exercise_id or submissions.plan_id = p_plan_id)
  for update;
  if v_open.status = 'pending' and (v_open.content, v_open.note) is not distinct from (p_content, p_note) then
    return v_open.id;
  end if;

  perform private.enforce_rate_limit('submission', v_user_id::text);
  if v_open.id is not null then
    update public.submissions
    set
      content = p_content, note = p_note, status = 'pending', version = submissions.version + 1, submitted_at = now()
    where submissions.id = v_open.id;
    return v_open.id;
  end if;

  -- The caller holds their lock, so the count is exact.
  select quotas.max_count into strict v_limit from private.quotas where quotas.name = 'open_submissions';
  if (
    select count(*)
    from public.submissions
    where submissions.user_id = v_user_id and submissions.status in ('pending', 'changes_requested')
  ) >= v_limit
  then
    perform private.raise_problem(
      'PT409', 'quota_exceeded', 'open_submissions',
      format('There may be %s open submissions at most.', v_limit),
      'Wait for a decision, or withdraw one, then try again.', v_limit
    );
  end if;
  insert into public.submissions (user_id, type, exercise_id, plan_id, content, note)
  values (v_user_id, p_type, p_exercise_id, p_plan_id, p_content, p_note)
  returning submissions.id into v_open.id;
  return v_open.id;
end;
$function$;

CREATE OR REPLACE FUNCTION private.own_enrollment (
  p_enrollment_id uuid
)
  RETURNS public.enrollments
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_enrollment public.enrollments;
begin
  perform private.lock_user_data(v_user_id);
  select enrollments.*
  into v_enrollment
  from public.enrollments
  where enrollments.id = p_enrollment_id and enrollments.user_id = v_user_id;
  if not found then
    perform private.raise_id_unusable('p_enrollment_id');
  end if;
  return v_enrollment;
end;
$function$;

CREATE OR REPLACE FUNCTION private.own_today()
  RETURNS date
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  return (
    select private.local_date(
      now(), coalesce(max(settings.time_zone), 'UTC'), coalesce(max(settings.day_start_hour), 0::smallint)
    )
    from public.profile_settings as settings
    where settings.user_id = (select auth.uid())
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.own_workout (
  p_workout_id uuid
)
  RETURNS public.workouts
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_workout public.workouts;
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  select workouts.*
  into v_workout
  from public.workouts
  where workouts.id = p_workout_id and workouts.user_id = (select auth.uid());
  if not found and private.is_deleted('workouts', p_workout_id) then
    perform private.raise_problem(
      'PT409', 'deleted', 'p_workout_id', 'This workout was deleted.', 'Drop it here too, or begin a new one.'
    );
  end if;
  return v_workout;
end;
$function$;

CREATE OR REPLACE FUNCTION private.performed_counts (
  p_workout_id uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select coalesce(
      jsonb_agg(
        jsonb_build_object('exercise_id', exercises.id, 'name', exercises.name, 'sets', counted.sets)
        order by performed.position, performed.id
      ),
      '[]'
    )
    from public.workout_exercises as performed
    join public.exercises on exercises.id = performed.exercise_id
    cross join lateral (
      select count(*) as sets
      from public.workout_sets
      where workout_sets.workout_exercise_id = performed.id
        and private.set_counts(
          workout_sets.set_type, workout_sets.reps, workout_sets.duration_seconds, workout_sets.distance_meters
        )
    ) as counted
    where performed.workout_id = p_workout_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.performed_exercises (
  p_routine_id    uuid,
  p_enrollment_id uuid DEFAULT NULL::uuid
)
  RETURNS TABLE (
    routine_exercise_id uuid,
    session             integer,
    started_at          timestamp with time zone,
    is_deload           boolean,
    regular             integer,
    turn                integer,
    workout_exercise_id uuid,
    "position"          integer
  )
  LANGUAGE plpgsql
  STABLE
  ROWS 500
  SET search_path TO ''
  AS $function$
#variable_conflict use_column
declare
  v_deload_workouts uuid[] := private.deload_workouts(p_enrollment_id);
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return query
    with exercises as materialized (
      select
        planned.id,
        planned.exercise_id,
        planned.occurrence,
        planned.turns,
        planned.rule ->> 'scope' = 'plan' and p_enrollment_id is not null as is_of_plan,
        coalesce(planned.rule -> 'deload' <> 'null', false) as has_deload,
        (planned.rule #>> '{deload,every_sessions}')::numeric::integer as deload_every
      from private.planned_exercises(p_routine_id) as planned
    ),
    workouts as materialized (
      select workouts.id, workouts.user_id, workouts.local_date, workouts.started_at, workouts.routine_id
      from public.workouts
      where p_enrollment_id is not null
        and workouts.user_id = (select auth.uid())
        and workouts.enrollment_id = p_enrollment_id
        and workouts.ended_at is not null

      union all

      select workouts.id, workouts.user_id, workouts.local_date, workouts.started_at, workouts.routine_id
      from public.workouts
      where p_enrollment_id is null
        and workouts.user_id = (select auth.uid())
        and workouts.routine_id = p_routine_id
        and workouts.ended_at is not null
    ),
    performed as (
      select
        workout_exercises.id,
        workout_exercises.exercise_id,
        workout_exercises.routine_exercise_id,
        workout_exercises.position,
        workouts.id as workout_id,
        workouts.started_at,
        workouts.routine_id,
        row_number() over (
          partition by workouts.id, workout_exercises.exercise_id
          order by workout_exercises.position, workout_exercises.id
        ) as occurrence
      from workouts
      join public.workout_exercises
        on workout_exercises.user_id = workouts.user_id
        and workout_exercises.local_date = workouts.local_date
        and workout_exercises.workout_id = workouts.id
    ),
    matched as (
      select
        exercises.id as exercise,
        exercises.turns,
        exercises.deload_every,
        exercises.has_deload and performed.workout_id = any(v_deload_workouts) as is_in_deload_week,
        performed.id,
        performed.position,
        performed.started_at,
        dense_rank() over (order by exercises.id, performed.started_at, performed.workout_id) as session
      from exercises
      join performed on performed.exercise_id = exercises.exercise_id
      left join public.routine_exercises as others
        on exercises.is_of_plan
        and others.id = performed.routine_exercise_id
      where (
          performed.routine_exercise_id = exercises.id
          -- One that does not say which exercise of the routine it was is the one that stands where it stands.
          or (
            performed.routine_exercise_id is null
            and performed.routine_id = p_routine_id
            and performed.occurrence = exercises.occurrence
          )
          or (
            exercises.is_of_plan
            and (performed.routine_exercise_id is null or others.progression ->> 'scope' = 'plan')
          )
        )
        -- An exercise of which nothing was done says nothing.
        and exists (
          select 1
          from public.workout_sets
          where workout_sets.workout_exercise_id = performed.id
            and private.set_counts(
              workout_sets.set_type, workout_sets.reps, workout_sets.duration_seconds, workout_sets.distance_meters
            )
        )
    ),
    counted as (
      select
        matched.*,
        dense_rank() over (
          partition by matched.exercise, matched.is_in_deload_week order by matched.session
        ) as nth
      from matched
    )
    select
      light.exercise,
      light.session::integer,
      light.started_at,
      light.is_deload,
      case when not light.is_in_deload_week then light.nth end::integer,
      ((dense_rank() over (partition by light.exercise, light.is_deload order by light.session) - 1)
        % light.turns)::integer,
      light.id,
      light.position::integer
    from (
      select
        counted.*,
        counted.is_in_deload_week or coalesce(counted.nth % counted.deload_every = 0, false) as is_deload
      from counted
    ) as light;
end;
$function$;

CREATE OR REPLACE FUNCTION private.performed_sets (
  p_workout_id   uuid,
  p_exercise_ids uuid[]
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select jsonb_build_object(
      'workout_id', workouts.id,
      'name', workouts.name,
      'started_at', workouts.started_at,
      'local_date', workouts.local_date,
      'routine_id', workouts.routine_id,
      'notes', string_agg(performed.notes, E'\n' order by performed.position, performed.id),
      'sets', jsonb_path_query_array(
        jsonb_agg(private.set_documents(performed.id) order by performed.position, performed.id), '$[*][*]'
      )
    )
    from public.workouts
    join public.workout_exercises as performed
      on performed.workout_id = workouts.id and performed.exercise_id = any(p_exercise_ids)
    where workouts.id = p_workout_id
    group by workouts.id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.plan_document (
  p_plan_id uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select jsonb_build_object(
      'id', plans.id,
      'version', plans.version,
      'name', plans.name,
      'description', plans.description,
      'goal', plans.goal,
      'level', plans.level,
      'tags', plans.tags,
      'weeks', plans.weeks,
      'deload_weeks', plans.deload_weeks,
      'is_repeating', plans.is_repeating,
      'visibility', plans.visibility,
      'days', coalesce((
        select jsonb_agg(
          jsonb_build_object(
            'id', plan_days.id,
            'week', plan_days.week,
            'weekday', plan_days.weekday,
            'position', plan_days.position,
            'routine_id', plan_days.routine_id,
            'name', plan_days.name,
            'notes', plan_days.notes
          )
          order by plan_days.week, plan_days.weekday, plan_days.position, plan_days.id
        )
        from public.plan_days
        where plan_days.plan_id = plans.id
      ), '[]')
    )
    from public.plans
    where plans.id = p_plan_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.plan_facts (
  p_document jsonb,
  OUT        days_per_week smallint,
  OUT        exercises integer,
  OUT        equipment text[]
)
  RETURNS record
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  select coalesce(max(weeks.days), 0)
  into days_per_week
  from (
    select count(distinct day.node ->> 'weekday') as days
    from jsonb_array_elements(p_document -> 'days') as day (node)
    where day.node ->> 'routine' is not null
    group by day.node ->> 'week'
  ) as weeks;

  with used as (
    select distinct jsonb_path_query(p_document, '$.routines[*].exercises[*].exercise') #>> '{}' as exercise
  ),
  needed as (
    select exercise_equipment.equipment_id
    from used
    join public.exercise_equipment
      on exercise_equipment.exercise_id
        = case when pg_input_is_valid(used.exercise, 'uuid') then used.exercise::uuid end

    union

    select jsonb_path_query(p_document, '$.exercises[*].equipment[*]') #>> '{}'
  )
  select
    (select count(*) from used),
    array(
      select needed.equipment_id
      from needed
      join public.equipment on equipment.id = needed.equipment_id
      order by equipment.position
    )
  into exercises, equipment;
end;
$function$;

CREATE OR REPLACE FUNCTION private.plan_field_rules()
  RETURNS private.field_rule[]
  LANGUAGE sql
  IMMUTABLE
BEGIN ATOMIC
 SELECT array_agg(ROW(rule.level, rule.field, rule.type, rule.is_required, rule.minimum, rule.maximum, rule.step, rule.choices, rule.element_level)::private.field_rule)
  AS array_agg
    FROM ( VALUES ('plan'::text,'id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('plan'::text,'version'::text,'number'::text,false,1,2147483647,1,NULL::text[],NULL::text), ('plan'::text,'name'::text,'text'::text,true,1,120,NULL::numeric,NULL::text[],NULL::text), ('plan'::text,'description'::text,'text'::text,false,0,4000,NULL::numeric,NULL::text[],NULL::text), ('plan'::text,'goal'::text,'choice'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['strength'::text, 'hypertrophy'::text, 'power'::text, 'endurance'::text, 'weight_loss'::text, 'mobility'::text, 'sport'::text, 'general_fitness'::text],NULL::text), ('plan'::text,'level'::text,'choice'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['beginner'::text, 'intermediate'::text, 'advanced'::text],NULL::text), ('plan'::text,'tags'::text,'texts'::text,false,NULL::numeric,20,NULL::numeric,NULL::text[],NULL::text), ('plan'::text,'weeks'::text,'number'::text,false,1,52,1,NULL::text[],NULL::text), ('plan'::text,'deload_weeks'::text,'array'::text,false,NULL::numeric,52,NULL::numeric,NULL::text[],NULL::text), ('plan'::text,'is_repeating'::text,'boolean'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('plan'::text,'visibility'::text,'choice'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['public'::text, 'followers'::text, 'private'::text],NULL::text), ('plan'::text,'days'::text,'array'::text,false,NULL::numeric,1000,NULL::numeric,NULL::text[],'day'::text), ('day'::text,'id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('day'::text,'week'::text,'number'::text,true,1,52,1,NULL::text[],NULL::text), ('day'::text,'weekday'::text,'number'::text,true,1,7,1,NULL::text[],NULL::text), ('day'::text,'position'::text,'number'::text,false,1,10,1,NULL::text[],NULL::text), ('day'::text,'routine_id'::text,'uuid'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('day'::text,'name'::text,'text'::text,false,1,120,NULL::numeric,NULL::text[],NULL::text), ('day'::text,'notes'::text,'text'::text,false,0,4000,NULL::numeric,NULL::text[],NULL::text)) rule(level, field, type, is_required, minimum, maximum, step, choices, element_level);
END;

CREATE OR REPLACE FUNCTION private.planned_exercises (
  p_routine_id uuid
)
  RETURNS TABLE (
    id               uuid,
    exercise_id      uuid,
    exercise_kind    text,
    rule             jsonb,
    measure          text,
    turns            integer,
    occurrence       integer,
    has_training_max boolean,
    heaviest_kg      numeric,
    most_reps        integer,
    longest_seconds  integer
  )
  LANGUAGE plpgsql
  STABLE
  ROWS 10
  SET search_path TO ''
  AS $function$
#variable_conflict use_column
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return query
    select
      routine_exercises.id,
      routine_exercises.exercise_id,
      routine_exercises.exercise_kind,
      routine_exercises.progression,
      case
        when routine_exercises.progression ->> 'increment_reps' is not null then 'reps'
        when routine_exercises.progression ->> 'increment_seconds' is not null then 'seconds'
        when private.kind_allows(routine_exercises.exercise_kind, 'weight_kg') then 'kg'
      end,
      coalesce(jsonb_array_length(routine_exercises.progression -> 'waves'), 1),
      row_number() over (
        partition by routine_exercises.exercise_id order by routine_exercises.position, routine_exercises.id
      )::integer,
      coalesce(routine_exercises.progression ->> 'percent_of' = 'training_max', false)
        or coalesce(aims.has_training_max and routine_exercises.progression ->> 'percent_of' is null, false),
      aims.heaviest_kg,
      aims.most_reps,
      aims.longest_seconds
    from public.routine_exercises
    cross join lateral (
      select
        bool_or(routine_sets.load_percent_of = 'training_max') as has_training_max,
        max(routine_sets.weight_kg) as heaviest_kg,
        max(routine_sets.min_reps) as most_reps,
        max(routine_sets.duration_seconds) as longest_seconds
      from public.routine_sets
      where routine_sets.routine_exercise_id = routine_exercises.id and routine_sets.set_type <> 'warmup'
    ) as aims
    where routine_exercises.routine_id = p_routine_id;
end;
$function$;

CREATE OR REPLACE FUNCTION private.planned_sets (
  p_routine_id uuid
)
  RETURNS TABLE (
    routine_exercise_id uuid,
    turn                integer,
    "position"          integer,
    set_type            text,
    lane                text,
    number              integer,
    min_reps            integer,
    max_reps            integer,
    duration_seconds    integer,
    distance_meters     numeric,
    rpe                 numeric,
    rir                 numeric,
    rest_seconds        integer,
    weight_kg           numeric,
    share               numeric,
    share_of            text,
    lag                 integer,
    decides             boolean
  )
  LANGUAGE plpgsql
  STABLE
  ROWS 50
  SET search_path TO ''
  AS $function$
#variable_conflict use_column
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return query
    with planned as materialized (
      select planned.* from private.planned_exercises(p_routine_id) as planned
    ),
    own_sets as (
      select
        planned.id as routine_exercise_id,
        planned.rule ->> 'scheme' = 'wave' and routine_sets.set_type <> 'warmup' as is_replaced,
        row_number() over (
          partition by planned.id, routine_sets.set_type = 'warmup' order by routine_sets.position, routine_sets.id
        ) as nth,
        row_number() over (partition by planned.id order by routine_sets.position, routine_sets.id) as place,
        routine_sets.set_type,
        routine_sets.min_reps,
        routine_sets.max_reps,
        routine_sets.duration_seconds,
        routine_sets.distance_meters,
        routine_sets.rpe,
        routine_sets.rir,
        routine_sets.rest_seconds,
        routine_sets.weight_kg,
        case
          when routine_sets.load_percent is not null then routine_sets.load_percent / 100
          when planned.measure is distinct from 'kg' or planned.has_training_max then null
          when routine_sets.set_type <> 'warmup'
          then coalesce(routine_sets.weight_kg / nullif(planned.heaviest_kg, 0), 1)
          -- The loads of these schemes are no multiple of the sets' own.
          when planned.rule ->> 'scheme' in ('wave', 'rpe') then null
          else routine_sets.weight_kg / nullif(planned.heaviest_kg, 0)
        end as share,
        case routine_sets.load_percent_of when 'e1rm' then 'e1rm' else 'amount' end as share_of,
        case planned.measure
          when 'reps' then planned.most_reps - routine_sets.min_reps
          when 'seconds' then planned.longest_seconds - routine_sets.duration_seconds
        end as lag
      from planned
      join public.routine_sets on routine_sets.routine_exercise_id = planned.id
    ),
    wave_sets as (
      select
        planned.id as routine_exercise_id,
        (wave.ordinal - 1)::integer as turn,
        aims.ordinal as nth,
        coalesce(aims.node ->> 'set_type', 'normal') as set_type,
        (aims.node ->> 'min_reps')::numeric::integer as min_reps,
        (aims.node ->> 'max_reps')::numeric::integer as max_reps,
        (aims.node ->> 'percent')::numeric / 100 as share,
        case planned.rule ->> 'percent_of' when 'e1rm' then 'e1rm' else 'amount' end as share_of,
        jsonb_path_exists(planned.rule, '$.waves[*][*] ? (@.set_type == "amrap")') as has_amrap
      from planned
      cross join lateral jsonb_array_elements(planned.rule -> 'waves') with ordinality as wave (node, ordinal)
      cross join lateral jsonb_array_elements(wave.node) with ordinality as aims (node, ordinal)
    ),
    all_sets as (
      select
        own_sets.routine_exercise_id, turns.turn, own_sets.set_type, own_sets.place,
        own_sets.min_reps, own_sets.max_reps, own_sets.duration_seconds, own_sets.distance_meters, own_sets.rpe,
        own_sets.rir, own_sets.rest_seconds, own_sets.weight_kg, own_sets.share, own_sets.share_of, own_sets.lag,
        true as decides
      from own_sets
      join planned on planned.id = own_sets.routine_exercise_id
      cross join lateral generate_series(0, planned.turns - 1) as turns (turn)
      where not coalesce(own_sets.is_replaced, false)

      union all

      select
        wave_sets.routine_exercise_id, wave_sets.turn, wave_sets.set_type, 500 + wave_sets.nth,
        wave_sets.min_reps, wave_sets.max_reps, null, null, null, null, replaced.rest_seconds, null, wave_sets.share,
        wave_sets.share_of, null, not wave_sets.has_amrap or wave_sets.set_type = 'amrap'
      from wave_sets
      left join own_sets as replaced
        on replaced.routine_exercise_id = wave_sets.routine_exercise_id
        and replaced.is_replaced
        and replaced.nth = wave_sets.nth
    )
    select
      all_sets.routine_exercise_id,
      all_sets.turn,
      row_number() over (
        partition by all_sets.routine_exercise_id, all_sets.turn order by all_sets.place
      )::integer,
      all_sets.set_type,
      private.set_lane(all_sets.set_type),
      row_number() over (
        partition by all_sets.routine_exercise_id, all_sets.turn, private.set_lane(all_sets.set_type)
        order by all_sets.place
      )::integer,
      all_sets.min_reps, all_sets.max_reps, all_sets.duration_seconds, all_sets.distance_meters, all_sets.rpe,
      all_sets.rir, all_sets.rest_seconds, all_sets.weight_kg, all_sets.share, all_sets.share_of, all_sets.lag,
      all_sets.decides
    from all_sets;
end;
$function$;

CREATE OR REPLACE FUNCTION private.prefilled_exercises (
  p_workout_id uuid,
  p_exercises  jsonb
)
  RETURNS jsonb
  LANGUAGE sql
  IMMUTABLE
  SET search_path TO ''
  AS $function$
  -- Ids follow from the workout's and from what is prescribed, so that a retry makes the same rows.
  select coalesce(
    jsonb_agg(jsonb_build_object(
      'id', private.derived_id(p_workout_id, exercise.id),
      'exercise_id', exercise.node -> 'exercise_id',
      'routine_exercise_id', exercise.id,
      'position', exercise.node -> 'position',
      'superset_group', exercise.node -> 'superset_group',
      'sets', (
        select jsonb_agg(jsonb_build_object(
          'id', private.derived_id(p_workout_id, exercise.id || ' ' || asked.position),
          'position', asked.position,
          'set_type', asked.set_type,
          'target', asked.target
        ))
        from (
          select
            row_number() over (order by aims.is_after_warmup, aims.ordinal) as position,
            coalesce(aims.node ->> 'set_type', 'warmup') as set_type,
            jsonb_strip_nulls(jsonb_build_object(
              'reps', aims.node -> 'reps',
              'min_reps', aims.node -> 'min_reps',
              'max_reps', aims.node -> 'max_reps',
              'goal_reps', aims.node -> 'goal_reps',
              'weight_kg', aims.node -> 'weight_kg',
              'duration_seconds', aims.node -> 'duration_seconds',
              'distance_meters', aims.node -> 'distance_meters',
              'rpe', aims.node -> 'rpe',
              'rir', aims.node -> 'rir',
              'rest_seconds', coalesce(nullif(aims.node -> 'rest_seconds', 'null'), exercise.node -> 'rest_seconds')
            )) as target
          from (
            select false as is_after_warmup, warmup.node, warmup.ordinal
            from jsonb_array_elements(exercise.node -> 'warmup') with ordinality as warmup (node, ordinal)
            union all
            select true, prescribed.node, prescribed.ordinal
            from jsonb_array_elements(exercise.node -> 'sets') with ordinality as prescribed (node, ordinal)
          ) as aims
        ) as asked
      )
    )),
    '[]'
  )
  from jsonb_array_elements(p_exercises) as exercises (node)
  cross join lateral (select exercises.node, exercises.node ->> 'routine_exercise_id' as id) as exercise;
$function$;

CREATE OR REPLACE FUNCTION private.prescription (
  p_routine_id    uuid,
  p_enrollment_id uuid    DEFAULT NULL::uuid,
  p_is_deload     boolean DEFAULT false
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_gym_id uuid;
  v_start_weights jsonb;
begin
  select enrollments.gym_id, enrollments.start_weights
  into v_gym_id, v_start_weights
  from public.enrollments
  where enrollments.id = p_enrollment_id and enrollments.user_id = v_user_id;
  if v_gym_id is null then
    select gyms.id into v_gym_id from public.gyms where gyms.user_id = v_user_id and gyms.is_default;
  end if;

  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    with sets as materialized (
      select planned.* from private.planned_sets(p_routine_id) as planned
    ),
    known as materialized (
      select
        planned.*,
        planned.rule ->> 'scheme' as scheme,
        planned.exercise_kind = 'assisted_bodyweight' and planned.measure = 'kg' as is_assisted,
        (v_start_weights ->> planned.exercise_id::text)::numeric as start_kg,
        results.first_at,
        results.results,
        (planned.rule ->> 'max_kg')::numeric as max_kg,
        (planned.rule #>> '{deload,percent}')::numeric as light_percent,
        coalesce(
          planned.rule -> 'deload' <> 'null' and (
            p_is_deload
            or (coalesce(results.regular_sessions, 0) + 1)
              % (planned.rule #>> '{deload,every_sessions}')::numeric::integer = 0
          ),
          false
        ) as is_light,
        case
          when planned.measure = 'kg' and v_gym_id is not null
          then private.loadable_weights(v_gym_id, planned.exercise_id)
        end as loadable,
        case
          when planned.rule ->> 'scheme' = 'rpe' then private.latest_one_rep_max(planned.exercise_id, p_days => 3)
          when exists (select 1 from sets where sets.routine_exercise_id = planned.id and sets.share_of = 'e1rm')
          then private.latest_one_rep_max(planned.exercise_id)
        end as e1rm_kg
      from private.planned_exercises(p_routine_id) as planned
      left join private.progression_results(p_routine_id, p_enrollment_id) as results
        on results.routine_exercise_id = planned.id
    ),
    folded as materialized (
      select known.*, state.*
      from known
      cross join lateral (
        select case known.measure
          when 'reps' then known.most_reps
          when 'seconds' then known.longest_seconds
          when 'kg' then coalesce(
            known.start_kg,
            case when not known.has_training_max and known.rule ->> 'percent_of' is null then known.heaviest_kg end,
            case
              when known.has_training_max
              then private.latest_one_rep_max(known.exercise_id, known.first_at)
                * coalesce((known.rule ->> 'training_max_percent')::numeric, 90) / 100
            end
          )
        end as amount
      ) as start
      cross join lateral private.fold_progression(
        known.rule, round(start.amount, 6), known.results, known.loadable, known.is_assisted
      ) as state
    ),
    due as materialized (
      select
        folded.*,
        -- Sets in percent of a training max without a rule of their own follow the one that the routine raises.
        coalesce(
          case when folded.scheme is null and folded.has_training_max then max(folded.amount) filter (
            where folded.scheme is not null and folded.has_training_max
          ) over (partition by folded.exercise_id) end,
          folded.amount
        ) as due,
        case
          when not folded.is_light then 1
          when folded.is_assisted then 2 - folded.light_percent / 100
          else folded.light_percent / 100
        end as light
      from folded
    ),
    -- A light session has no sets to failure, and no effort to reach.
    exact_sets as (
      select
        due.id, due.exercise_id, due.loadable, sets.position, sets.share, sets.rest_seconds, sets.distance_meters,
        sets.min_reps,
        case when due.is_light and sets.set_type = 'amrap' then 'normal' else sets.set_type end as set_type,
        case when due.is_light and sets.set_type = 'amrap' then sets.min_reps else sets.max_reps end as max_reps,
        case when not due.is_light then sets.rpe end as rpe,
        case when not due.is_light then sets.rir end as rir,
        case when due.scheme = 'double' and sets.set_type <> 'warmup' then greatest(
          sets.min_reps,
          case when not due.is_light then private.at_most(
            due.reps[array_position(due.positions, sets.position)] + 1, coalesce(sets.max_reps, sets.min_reps)
          )::integer end
        ) end as goal_reps,
        case when due.measure = 'reps' then greatest(round(due.due * due.light) - sets.lag, 1)::integer end as due_reps,
        case
          when due.measure = 'seconds' then greatest(round(due.due * due.light) - sets.lag, 1)::integer
          else sets.duration_seconds
        end as duration_seconds,
        trim_scale(round(case
          when sets.share is null then sets.weight_kg
          when due.scheme = 'rpe' and due.e1rm_kg is not null and sets.set_type <> 'warmup' then private.at_most(
            due.e1rm_kg * private.rpe_percent(
              coalesce(sets.max_reps, sets.min_reps), coalesce(sets.rpe, 10 - sets.rir)
            ) / 100,
            due.max_kg
          ) * due.light
          when sets.share_of = 'e1rm'
          then private.at_most(coalesce(due.e1rm_kg, due.start_kg) * sets.share, due.max_kg) * due.light
          else due.due * sets.share * due.light
        end, 6)) as exact_kg
      from due
      join sets on sets.routine_exercise_id = due.id and sets.turn = due.turn
    ),
    prescribed_sets as materialized (
      select
        exact_sets.*,
        case
          when exact_sets.exact_kg is not null
          then private.round_load(least(exact_sets.exact_kg, 2000), exact_sets.loadable)
        end as weight_kg
      from exact_sets
    ),
    first_loads as (
      select distinct on (prescribed_sets.id) prescribed_sets.id, prescribed_sets.weight_kg, prescribed_sets.loadable
      from prescribed_sets
      where prescribed_sets.set_type <> 'warmup'
      order by prescribed_sets.id, prescribed_sets.position
    ),
    warmups as materialized (
      select
        routine_exercises.id,
        routine_exercises.exercise_id,
        step.ordinal,
        (step.node ->> 'reps')::numeric::integer as reps,
        (step.node ->> 'rest_seconds')::numeric::integer as rest_seconds,
        first_loads.loadable,
        private.round_load(
          first_loads.weight_kg * (step.node ->> 'percent')::numeric / 100, first_loads.loadable
        ) as weight_kg
      from first_loads
      join public.routine_exercises on routine_exercises.id = first_loads.id
      cross join lateral jsonb_array_elements(routine_exercises.warmup_ramp) with ordinality as step (node, ordinal)
      where first_loads.weight_kg is not null
    ),
    plates as materialized (
      select
        loads.exercise_id,
        loads.weight_kg,
        public.load_plates(v_gym_id, loads.exercise_id, loads.weight_kg) as plates
      from (
        select prescribed_sets.exercise_id, prescribed_sets.weight_kg
        from prescribed_sets
        where prescribed_sets.weight_kg is not null and prescribed_sets.loadable is not null
        union
        select warmups.exercise_id, warmups.weight_kg
        from warmups
        where warmups.loadable is not null
      ) as loads
    ),
    sets_of as (
      select
        prescribed_sets.id,
        bool_or(
          prescribed_sets.set_type <> 'warmup'
            and prescribed_sets.share is not null
            and prescribed_sets.exact_kg is null
        ) as lacks_load,
        jsonb_agg(
          jsonb_build_object(
            'position', prescribed_sets.position,
            'set_type', prescribed_sets.set_type,
            'min_reps', coalesce(prescribed_sets.due_reps, prescribed_sets.min_reps),
            'max_reps', prescribed_sets.max_reps + coalesce(prescribed_sets.due_reps - prescribed_sets.min_reps, 0),
            'goal_reps', prescribed_sets.goal_reps,
            'weight_kg', prescribed_sets.weight_kg,
            'exact_kg', prescribed_sets.exact_kg,
            'duration_seconds', prescribed_sets.duration_seconds,
            'distance_meters', prescribed_sets.distance_meters,
            'rpe', prescribed_sets.rpe,
            'rir', prescribed_sets.rir,
            'rest_seconds', prescribed_sets.rest_seconds,
            'plates', plates.plates
          )
          order by prescribed_sets.position
        ) as sets
      from prescribed_sets
      left join plates
        on plates.exercise_id = prescribed_sets.exercise_id and plates.weight_kg = prescribed_sets.weight_kg
      group by prescribed_sets.id
    ),
    warmups_of as (
      select
        warmups.id,
        jsonb_agg(
          jsonb_build_object(
            'reps', warmups.reps,
            'weight_kg', warmups.weight_kg,
            'rest_seconds', warmups.rest_seconds,
            'plates', plates.plates
          )
          order by warmups.ordinal
        ) as warmup
      from warmups
      left join plates on plates.exercise_id = warmups.exercise_id and plates.weight_kg = warmups.weight_kg
      group by warmups.id
    )
    select jsonb_build_object(
      'routine', jsonb_build_object('id', routines.id, 'name', routines.name, 'notes', routines.notes),
      'exercises', coalesce((
        select jsonb_agg(
          jsonb_build_object(
            'routine_exercise_id', routine_exercises.id,
            'exercise_id', routine_exercises.exercise_id,
            'name', exercises.name,
            'kind', exercises.kind,
            'position', routine_exercises.position,
            'superset_group', routine_exercises.superset_group,
            'notes', routine_exercises.notes,
            'rest_seconds', routine_exercises.rest_seconds,
            'warmup', coalesce(warmups_of.warmup, '[]'),
            'sets', coalesce(sets_of.sets, '[]'),
            'progression', jsonb_build_object(
              'scheme', due.scheme,
              'state', figures.state,
              'reason', private.progression_reason(
                case
                  when sets_of.lacks_load then 'choose_load'
                  when due.is_light then 'planned_deload'
                  when due.scheme is null then 'fixed'
                  when due.scheme = 'rpe' then case when due.e1rm_kg is null then 'start' else 'estimated' end
                  when due.rule ->> 'percent_of' = 'e1rm' then 'wave'
                  else coalesce(due.code, 'start')
                end,
                figures.state || jsonb_strip_nulls(jsonb_build_object(
                  'previous', trim_scale(due.previous),
                  'percent', due.light_percent,
                  'after', (due.rule #>> '{stall,after}')::numeric,
                  'every', (due.rule ->> 'every')::numeric
                ))
              )
            )
          )
          order by routine_exercises.position, routine_exercises.id
        )
        from due
        join public.routine_exercises on routine_exercises.id = due.id
        join public.exercises on exercises.id = due.exercise_id
        left join sets_of on sets_of.id = due.id
        left join warmups_of on warmups_of.id = due.id
        cross join lateral (
          select jsonb_strip_nulls(jsonb_build_object(
            'sessions', due.sessions,
            'successes', case when due.scheme <> 'rpe' then due.successes end,
            'failures', case when due.scheme <> 'rpe' then due.failures end,
            'load_kg', case
              when due.measure = 'kg' and not due.has_training_max
                and (due.e1rm_kg is null or coalesce(due.rule ->> 'percent_of', due.scheme, '') not in ('e1rm', 'rpe'))
              then trim_scale(due.due)
            end,
            'training_max_kg', case when due.measure = 'kg' and due.has_training_max then trim_scale(due.due) end,
            'e1rm_kg', trim_scale(due.e1rm_kg),
            'reps', case when due.measure = 'reps' then trim_scale(due.due) end,
            'seconds', case when due.measure = 'seconds' then trim_scale(due.due) end,
            'wave', case when due.scheme = 'wave' then due.turn + 1 end,
            'waves', case when due.scheme = 'wave' then due.turns end,
            'cycle', case when due.scheme = 'wave' then due.cycle + 1 end
          )) as state
        ) as figures
      ), '[]')
    )
    from public.routines
    where routines.id = p_routine_id and routines.user_id = v_user_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.progression_field_rules()
  RETURNS private.field_rule[]
  LANGUAGE sql
  IMMUTABLE
BEGIN ATOMIC
 SELECT array_agg(ROW(rule.level, rule.field, rule.type, rule.is_required, rule.minimum, rule.maximum, rule.step, rule.choices, rule.element_level)::private.field_rule)
  AS array_agg
    FROM ( SELECT (scheme.scheme || '_progression'::text) AS level,
             field_of.field,
             field_of.type,
             field_of.is_required,
             field_of.minimum,
             field_of.maximum,
             field_of.step,
             field_of.choices,
             field_of.element_level
            FROM (( VALUES (ARRAY['linear'::text, 'double'::text, 'wave'::text, 'rpe'::text],'scheme'::text,'choice'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['linear'::text, 'double'::text, 'wave'::text, 'rpe'::text],NULL::text), (ARRAY['linear'::text, 'double'::text, 'wave'::text, 'rpe'::text],'scope'::text,'choice'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['routine'::text, 'plan'::text],NULL::text), (ARRAY['linear'::text, 'double'::text, 'wave'::text, 'rpe'::text],'max_kg'::text,'number'::text,false,0.001,2000,NULL::numeric,NULL::text[],NULL::text), (ARRAY['linear'::text, 'double'::text, 'wave'::text, 'rpe'::text],'deload'::text,'object'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],'deload'::text), (ARRAY['linear'::text, 'double'::text, 'wave'::text],'increment_kg'::text,'number'::text,false,0.001,100,NULL::numeric,NULL::text[],NULL::text), (ARRAY['linear'::text, 'double'::text, 'wave'::text],'increment_percent'::text,'number'::text,false,0.01,100,NULL::numeric,NULL::text[],NULL::text), (ARRAY['linear'::text, 'double'::text, 'wave'::text],'stall'::text,'object'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],'stall'::text), (ARRAY['linear'::text, 'wave'::text],'training_max_percent'::text,'number'::text,false,0.01,100,NULL::numeric,NULL::text[],NULL::text), (ARRAY['linear'::text],'increment_reps'::text,'number'::text,false,1,100,1,NULL::text[],NULL::text), (ARRAY['linear'::text],'increment_seconds'::text,'number'::text,false,1,3600,1,NULL::text[],NULL::text), (ARRAY['linear'::text],'max_reps'::text,'number'::text,false,1,10000,1,NULL::text[],NULL::text), (ARRAY['linear'::text],'max_seconds'::text,'number'::text,false,1,172800,1,NULL::text[],NULL::text), (ARRAY['linear'::text],'every'::text,'number'::text,false,1,50,1,NULL::text[],NULL::text), (ARRAY['wave'::text],'percent_of'::text,'choice'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['training_max'::text, 'e1rm'::text],NULL::text), (ARRAY['wave'::text],'waves'::text,'array'::text,true,1,52,NULL::numeric,NULL::text[],NULL::text)) field_of(schemes, field, type, is_required, minimum, maximum, step, choices, element_level)
              CROSS JOIN LATERAL unnest(field_of.schemes) scheme(scheme))
         UNION ALL
          VALUES ('stall'::text,'after'::text,'number'::text,true,1,20,1,NULL::text[],NULL::text), ('stall'::text,'action'::text,'choice'::text,true,NULL::numeric,NULL::integer,NULL::integer,ARRAY['deload'::text, 'reset'::text],NULL::text), ('stall'::text,'percent'::text,'number'::text,false,0.01,90,NULL::integer,NULL::text[],NULL::text), ('deload'::text,'percent'::text,'number'::text,true,0.01,100,NULL::integer,NULL::text[],NULL::text), ('deload'::text,'every_sessions'::text,'number'::text,false,2,100,1,NULL::text[],NULL::text), ('wave_set'::text,'percent'::text,'number'::text,true,0.01,200,NULL::integer,NULL::text[],NULL::text), ('wave_set'::text,'min_reps'::text,'number'::text,true,1,10000,1,NULL::text[],NULL::text), ('wave_set'::text,'max_reps'::text,'number'::text,false,1,10000,1,NULL::text[],NULL::text), ('wave_set'::text,'set_type'::text,'choice'::text,false,NULL::numeric,NULL::integer,NULL::integer,ARRAY['normal'::text, 'drop'::text, 'failure'::text, 'amrap'::text, 'rest_pause'::text, 'myo'::text, 'cluster'::text, 'backoff'::text],NULL::text)) rule(level, field, type, is_required, minimum, maximum, step, choices, element_level);
END;

CREATE OR REPLACE FUNCTION private.progression_problem (
  p_progression   jsonb,
  p_exercise_kind text         DEFAULT NULL::text,
  OUT             message text,
  OUT             path text,
  OUT             text text
)
  RETURNS record
  LANGUAGE plpgsql
  IMMUTABLE
  SET search_path TO ''
  AS $function$
declare
  v_rules private.field_rule[] := private.progression_field_rules();
  v_scheme text;
  v_increments text[];
  v_problem record;
begin
  if jsonb_typeof(p_progression) is distinct from 'object' then
    message := 'invalid_field';
    text := 'must be an object';
    return;
  end if;
  v_scheme := p_progression ->> 'scheme';
  if v_scheme is null or v_scheme not in ('linear', 'double', 'wave', 'rpe') then
    message := case when v_scheme is null then 'missing_field' else 'invalid_field' end;
    path := 'scheme';
    text := 'must be one of linear, double, wave, rpe';
    return;
  end if;

  v_problem := private.document_problem(v_scheme || '_progression', p_progression, v_rules);
  if v_problem.message is null and v_scheme = 'wave' then
    v_problem := private.wave_problem(p_progression -> 'waves');
  end if;
  if v_problem.message is not null then
    message := v_problem.message;
    path := v_problem.path;
    text := v_problem.text;
    return;
  end if;

  select coalesce(array_agg(field), '{}')
  into v_increments
  from unnest(array['increment_kg', 'increment_percent', 'increment_reps', 'increment_seconds']) as field
  where p_progression ->> field is not null;

  select problems.path, problems.text
  into path, text
  from (
    values
      (
        cardinality(v_increments) > 1,
        v_increments[2], format('cannot stand beside %s', v_increments[1])
      ),
      (
        v_scheme = 'linear' and cardinality(v_increments) = 0,
        'increment_kg', 'is missing, and so are increment_percent, increment_reps and increment_seconds'
      ),
      (
        v_scheme in ('linear', 'double') and p_progression ->> 'max_kg' is not null
          and not v_increments && array['increment_kg', 'increment_percent'],
        'max_kg', 'needs increment_kg or increment_percent'
      ),
      (
        p_progression ->> 'max_reps' is not null and not v_increments && array['increment_reps'],
        'max_reps', 'needs increment_reps'
      ),
      (
        p_progression ->> 'max_seconds' is not null and not v_increments && array['increment_seconds'],
        'max_seconds', 'needs increment_seconds'
      ),
      (
        p_progression #>> '{stall,action}' = 'deload' and p_progression #>> '{stall,percent}' is null,
        'stall.percent', 'is missing: a deload needs one'
      ),
      (
        p_progression #>> '{stall,action}' = 'reset' and p_progression #>> '{stall,percent}' is not null,
        'stall.percent', 'has no meaning in a reset'
      ),
      (
        p_progression ->> 'percent_of' = 'e1rm'
          and (
            cardinality(v_increments) > 0
            or coalesce(p_progression ->> 'training_max_percent', p_progression ->> 'stall') is not null
          ),
        'percent_of', 'must be training_max, where that has an increment, a training_max_percent or a stall'
      ),
      -- What the kind of the exercise has no figure for cannot progress.
      (
        p_exercise_kind is not null and not private.kind_allows(p_exercise_kind, 'weight_kg')
          and (v_scheme in ('wave', 'rpe') or v_increments && array['increment_kg', 'increment_percent']),
        'scheme', format('raises a load, and sets of a %s exercise have none', p_exercise_kind)
      ),
      (
        p_exercise_kind is not null and not private.kind_allows(p_exercise_kind, 'reps')
          and (v_scheme <> 'linear' or v_increments && array['increment_reps']),
        'scheme', format('counts repetitions, and sets of a %s exercise have none', p_exercise_kind)
      ),
      (
        p_exercise_kind is not null and not private.kind_allows(p_exercise_kind, 'duration_seconds')
          and v_increments && array['increment_seconds'],
        'increment_seconds', format('cannot be: sets of a %s exercise have no duration', p_exercise_kind)
      )
  ) as problems (is_there, path, text)
  where problems.is_there
  limit 1;
  if found then
    message := 'invalid_field';
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION private.progression_reason (
  p_code    text,
  p_figures jsonb
)
  RETURNS jsonb
  LANGUAGE plpgsql
  IMMUTABLE
  SET search_path TO ''
  AS $function$
declare
  v_field text := (
    select field
    from unnest(array['training_max_kg', 'load_kg', 'reps', 'seconds', 'e1rm_kg'])
      with ordinality as known (field, rank)
    where p_figures ? field
    order by rank
    limit 1
  );
  v_what text := case v_field
    when 'load_kg' then 'the load'
    when 'training_max_kg' then 'the training max'
    when 'reps' then 'the repetitions'
    when 'seconds' then 'the time'
    when 'e1rm_kg' then 'the e1RM'
    else 'the target'
  end;
  v_unit text := case v_field when 'reps' then '' when 'seconds' then ' s' else ' kg' end;
  v_now text := trim_scale(round((p_figures ->> v_field)::numeric, 3)) || v_unit;
  v_before text := trim_scale(round((p_figures ->> 'previous')::numeric, 3)) || v_unit;
  v_met text := case when p_figures ? 'wave' then 'The cycle was met' else 'Every set was met' end;
  v_missed text := case when p_figures ? 'wave' then 'The cycle was not met' else 'Not every set was met' end;
  v_s text := case v_field when 'reps' then '' else 's' end;
  v_stays text := format('%s stay%s', v_what, v_s) || coalesce(' at ' || v_now, '');
  v_text text;
  v_fields text[];
begin
  v_text := case p_code
    when 'start' then
      format('The first session%s.', coalesce(
        case v_field when 'training_max_kg' then ', at a training max of ' else ', at ' end || v_now,
        ' is as the routine has it'
      ))
    when 'choose_load' then 'No load is known yet. Choose one, and the next session goes on from it.'
    when 'fixed' then 'The targets stay as the routine has them.'
    when 'raised' then format('%s: %s rise%s from %s to %s.', v_met, v_what, v_s, v_before, v_now)
    when 'succeeded' then
      format('%s, %s of %s times: %s.', v_met, p_figures ->> 'successes', p_figures ->> 'every', v_stays)
    when 'held' then format('Neither a success nor a failure: %s.', v_stays)
    when 'capped' then format('%s, and nothing is left to add: %s.', v_met, v_stays)
    when 'failed' then
      format(
        '%s, %s in a row: %s.', v_missed, concat(p_figures ->> 'failures', ' of ' || (p_figures ->> 'after')), v_stays
      )
    when 'deloaded' then
      format(
        '%s, %s in a row: %s go%s from %s down to %s.', v_missed, p_figures ->> 'after', v_what,
        case v_s when 's' then 'es' else '' end, v_before, v_now
      )
    when 'reset' then
      format(
        '%s, %s in a row: %s go%s from %s back to %s.', v_missed, p_figures ->> 'after', v_what,
        case v_s when 's' then 'es' else '' end, v_before, v_now
      )
    when 'planned_deload' then
      format('A light session, as planned: %s %% of what is due.', p_figures ->> 'percent')
    when 'wave' then
      format('Wave %s of %s', p_figures ->> 'wave', p_figures ->> 'waves')
        || coalesce(', by ' || v_what || ' of ' || v_now, '') || '.'
    when 'estimated' then format('By an e1RM of %s in the latest sessions.', v_now)
  end;

  v_fields := array[v_field] || case p_code
    when 'raised' then array['previous']
    when 'succeeded' then array['successes', 'every']
    when 'failed' then array['failures', 'after']
    when 'deloaded' then array['previous', 'after']
    when 'reset' then array['previous', 'after']
    when 'planned_deload' then array['percent']
  end || array['wave', 'waves', 'cycle'];
  return jsonb_build_object(
    'code', p_code,
    'data', (
      select coalesce(jsonb_object_agg(figure.key, figure.value), '{}')
      from jsonb_each(p_figures) as figure
      where figure.key = any(v_fields)
    ),
    'text', v_text
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.progression_results (
  p_routine_id    uuid,
  p_enrollment_id uuid DEFAULT NULL::uuid
)
  RETURNS TABLE (
    routine_exercise_id uuid,
    first_at            timestamp with time zone,
    regular_sessions    integer,
    results             private.session_result[]
  )
  LANGUAGE plpgsql
  STABLE
  ROWS 20
  SET search_path TO ''
  AS $function$
#variable_conflict use_column
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time. Rows are kept narrow, and
  -- `offset 0` keeps expressions from being computed once for every use: years of training are ten thousand sets.
  return query
    with performed as materialized (
      select performed.* from private.performed_exercises(p_routine_id, p_enrollment_id) as performed
    ),
    exercises as materialized (
      select
        planned.id,
        planned.measure,
        planned.exercise_kind = 'assisted_bodyweight' and planned.measure = 'kg' as is_assisted
      from private.planned_exercises(p_routine_id) as planned
    ),
    sets as materialized (
      select
        planned.*,
        count(*) filter (where planned.decides) over (
          partition by planned.routine_exercise_id, planned.turn
        ) as deciding
      from private.planned_sets(p_routine_id) as planned
      where planned.set_type <> 'warmup'
    ),
    done as (
      select
        performed.session,
        performed.routine_exercise_id,
        performed.turn,
        private.set_lane(workout_sets.set_type) as lane,
        row_number() over (
          partition by performed.session, private.set_lane(workout_sets.set_type) collate "C",
            workout_sets.side collate "C"
          order by performed.position, workout_sets.position, workout_sets.id
        ) as number,
        workout_sets.reps,
        workout_sets.weight_kg,
        workout_sets.duration_seconds,
        workout_sets.distance_meters,
        workout_sets.side is not distinct from 'right' as is_second_side,
        workout_sets.target
      from performed
      join public.workout_sets on workout_sets.workout_exercise_id = performed.workout_exercise_id
      where workout_sets.set_type <> 'warmup'
    ),
    aimed as (
      select
        done.session, done.reps, done.duration_seconds, done.distance_meters, done.is_second_side,
        exercises.is_assisted, exercises.measure, sets.position, sets.deciding, sets.share,
        sets.share_of = 'amount' as is_of_amount, sets.lag,
        coalesce(sets.decides, true) as decides,
        coalesce(done.weight_kg, 0) as weight_kg,
        num_nonnulls(done.reps, done.duration_seconds, done.distance_meters) > 0 as counts,
        done.target is not null as has_target,
        private.figure_of(done.target, 'weight_kg') as target_kg,
        coalesce(private.figure_of(done.target, 'min_reps'), private.figure_of(done.target, 'reps')) as target_reps,
        private.figure_of(done.target, 'duration_seconds') as target_seconds,
        coalesce(private.figure_of(done.target, 'max_reps'), sets.max_reps) as most_reps,
        sets.min_reps, sets.duration_seconds as set_seconds,
        coalesce(private.figure_of(done.target, 'distance_meters'), sets.distance_meters) as least_meters
      from done
      join exercises on exercises.id = done.routine_exercise_id
      left join sets
        on sets.routine_exercise_id = done.routine_exercise_id
        and sets.turn = done.turn
        and sets.lane = done.lane
        and sets.number = done.number
      where done.target is not null or sets.number is not null
      offset 0
    ),
    judged as (
      select
        aimed.session, aimed.is_assisted, aimed.weight_kg, aimed.position, aimed.reps, aimed.deciding,
        aimed.decides, aimed.has_target, aimed.is_second_side,
        case when aimed.is_of_amount then aimed.share end as share,
        aimed.counts
          and (
            aimed.measure is not distinct from 'reps'
            or coalesce(aimed.reps, 0) >= coalesce(aimed.target_reps, aimed.min_reps, 0)
          )
          and (
            aimed.measure is not distinct from 'seconds'
            or coalesce(aimed.duration_seconds, 0) >= coalesce(aimed.target_seconds, aimed.set_seconds, 0)
          )
          and coalesce(aimed.distance_meters, 0) >= coalesce(aimed.least_meters, 0) as is_met,
        coalesce(aimed.reps >= coalesce(aimed.most_reps, aimed.target_reps, aimed.min_reps), false) as is_at_ceiling,
        case
          when not aimed.counts then null
          when aimed.measure = 'reps' then coalesce(aimed.reps, 0) + coalesce(aimed.lag, 0)
          when aimed.measure = 'seconds' then coalesce(aimed.duration_seconds, 0) + coalesce(aimed.lag, 0)
          when aimed.is_of_amount and aimed.share = 1 then aimed.weight_kg
          when aimed.is_of_amount and aimed.share > 0 then aimed.weight_kg / aimed.share
        end as amount,
        coalesce(
          case
            when aimed.measure = 'reps' then aimed.reps >= aimed.target_reps
            when aimed.measure = 'seconds' then aimed.duration_seconds >= aimed.target_seconds
            else private.reaches(aimed.weight_kg, aimed.target_kg, aimed.is_assisted)
          end,
          true
        ) as is_at_own_amount
      from aimed
      offset 0
    ),
    -- Where targets were sent, they tell what was prescribed; else the routine as it is does.
    results as (
      select
        judged.session,
        coalesce(
          bool_and(judged.is_met) filter (where judged.decides and judged.has_target),
          bool_and(judged.is_met) filter (where judged.decides)
        ) as is_met,
        coalesce(
          bool_and(judged.is_at_ceiling) filter (where judged.decides and judged.has_target),
          bool_and(judged.is_at_ceiling) filter (where judged.decides)
        ) as is_at_ceiling,
        bool_and(judged.is_met and judged.is_at_own_amount) filter (where judged.decides and judged.has_target)
          as is_excused,
        count(*) filter (where judged.decides and not judged.is_second_side) as sets,
        count(*) filter (where judged.decides and not judged.is_second_side and judged.has_target) as aimed_sets,
        max(judged.deciding) as deciding,
        case
          when bool_or(judged.is_assisted) then max(judged.amount) filter (where judged.decides)
          else min(judged.amount) filter (where judged.decides)
        end as amount,
        array_agg(judged.weight_kg) filter (where judged.decides and judged.share is not null) as weights_kg,
        array_agg(judged.share) filter (where judged.decides and judged.share is not null) as shares,
        array_agg(judged.position) filter (where not judged.is_second_side) as positions,
        array_agg(judged.reps) filter (where not judged.is_second_side) as reps
      from judged
      group by judged.session
    ),
    -- All sets must have been done: as many as the routine has, or had, as far as targets tell.
    sessions as (
      select
        of_exercise.*,
        results.*,
        case
          when results.aimed_sets = 0 then results.sets >= results.deciding
          else results.aimed_sets >= least(
            results.deciding,
            max(results.aimed_sets) over (
              partition by of_exercise.routine_exercise_id, of_exercise.turn order by of_exercise.nth
            )
          )
        end as is_complete
      from results
      join (
        select distinct
          performed.session as nth, performed.routine_exercise_id, performed.started_at, performed.is_deload,
          performed.regular, performed.turn
        from performed
      ) as of_exercise on of_exercise.nth = results.session
    )
    select
      sessions.routine_exercise_id,
      min(sessions.started_at),
      coalesce(max(sessions.regular), 0),
      array_agg(
        row(
          sessions.is_deload,
          coalesce(sessions.is_met and sessions.is_complete, false),
          coalesce(sessions.is_at_ceiling and sessions.is_complete, false),
          coalesce(sessions.is_excused, false),
          sessions.amount,
          sessions.weights_kg,
          sessions.shares,
          sessions.positions,
          sessions.reps
        )::private.session_result
        order by sessions.nth
      )
    from sessions
    group by sessions.routine_exercise_id;
end;
$function$;

CREATE OR REPLACE FUNCTION private.publish_exercise (
  p_submission public.submissions
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_base text;
  v_slug text;
  v_id uuid;
  v_count integer := 1;
begin
  -- One at a time, so that a slug that is free stays so.
  perform pg_advisory_xact_lock(hashtextextended('community exercises', 0));
  v_base := btrim(
    regexp_replace(private.fold_text(p_submission.content ->> 'name'), '[^a-z0-9]+', '-', 'g'), '-'
  );
  -- A name in another script leaves no letters.
  v_base := 'community-' || coalesce(nullif(v_base, ''), left(p_submission.id::text, 8));
  v_slug := v_base;
  while exists (select 1 from public.exercises where exercises.slug = v_slug) loop
    v_count := v_count + 1;
    v_slug := format('%s-%s', v_base, v_count);
  end loop;
  v_id := private.global_exercise_id(v_slug);

  insert into public.exercises (
    id, user_id, slug, name, kind, category, mechanic, force, level, is_unilateral, body_weight_share, variation_group,
    instructions, cues, source, license
  )
  select
    v_id, null, v_slug, sent.name, sent.kind, sent.category, sent.mechanic, sent.force, sent.level, sent.is_unilateral,
    sent.body_weight_share, sent.variation_group, sent.instructions, sent.cues, 'community', 'CC0-1.0'
  from jsonb_populate_record(null::public.exercises, p_submission.content) as sent;

  insert into public.exercise_muscles (exercise_id, muscle_id, role, weight)
  select v_id, sent.muscle_id, sent.role, sent.weight
  from jsonb_to_recordset(p_submission.content -> 'muscles') as sent (muscle_id text, role text, weight numeric);
  insert into public.exercise_equipment (exercise_id, equipment_id)
  select v_id, sent from jsonb_array_elements_text(p_submission.content -> 'equipment') as sent;
  insert into public.exercise_aliases (exercise_id, alias)
  select v_id, sent from jsonb_array_elements_text(p_submission.content -> 'aliases') as sent;
  perform private.index_exercises(array[v_id]);

  update public.submissions set result_exercise_id = v_id where submissions.id = p_submission.id;
  if p_submission.exercise_id is not null then
    perform private.enqueue_job(
      p_submission.user_id, 'merge_exercises',
      jsonb_build_object('from', p_submission.exercise_id, 'into', v_id), 'submission:' || p_submission.id
    );
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION private.publish_plan (
  p_submission public.submissions
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  -- The author may have thought better of it since.
  perform private.require_public_plan(p_submission.plan_id, p_submission.user_id, 'p_submission_id');

  insert into public.published_plans (
    id, user_id, name, description, goal, level, tags, weeks, is_repeating, days_per_week, exercises, equipment,
    document, source, license
  )
  select
    private.derived_id(p_submission.plan_id, 'published plan'), p_submission.user_id, sent.name, sent.description,
    sent.goal, sent.level, sent.tags, sent.weeks, sent.is_repeating, facts.days_per_week, facts.exercises,
    facts.equipment, p_submission.content, 'community', 'CC0-1.0'
  from jsonb_populate_record(null::public.plans, p_submission.content) as sent
  cross join lateral private.plan_facts(p_submission.content) as facts
  on conflict (id) do update
    set
      name = excluded.name, description = excluded.description, goal = excluded.goal, level = excluded.level,
      tags = excluded.tags, weeks = excluded.weeks, is_repeating = excluded.is_repeating,
      days_per_week = excluded.days_per_week, exercises = excluded.exercises, equipment = excluded.equipment,
      document = excluded.document, visibility = 'public', removed_at = null, removal_reason = null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.published_plan_items (
  p_ids uuid[]
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select coalesce(
      jsonb_agg(
        jsonb_build_object(
          'id', plans.id,
          'is_template', plans.user_id is null,
          'name', plans.name,
          'description', plans.description,
          'goal', plans.goal,
          'level', plans.level,
          'tags', plans.tags,
          'weeks', plans.weeks,
          'is_repeating', plans.is_repeating,
          'days_per_week', plans.days_per_week,
          'exercises', plans.exercises,
          'equipment', plans.equipment,
          'published_at', plans.published_at,
          'like_count', plans.like_count,
          'copy_count', plans.copy_count,
          'completion_count', plans.completion_count,
          'is_liked', exists (
            select 1
            from public.plan_likes
            where plan_likes.user_id = (select auth.uid()) and plan_likes.published_plan_id = plans.id
          ),
          'author', (
            select jsonb_build_object(
              'username', profiles.username,
              'display_name', profiles.display_name,
              'avatar_path', profiles.avatar_path,
              'avatar_thumbhash', profiles.avatar_thumbhash,
              'avatar_color', profiles.avatar_color
            )
            from public.profiles
            where profiles.user_id = plans.user_id
          )
        )
        order by listed.ordinal
      ),
      '[]'
    )
    from unnest(p_ids) with ordinality as listed (id, ordinal)
    join public.published_plans as plans on plans.id = listed.id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.pushed_records (
  p_changes jsonb
)
  RETURNS jsonb
  LANGUAGE plpgsql
  IMMUTABLE
  SET search_path TO ''
  AS $function$
begin
  return (
    select coalesce(nullif(p_changes -> 'created', 'null'), '[]')
      || coalesce(nullif(p_changes -> 'updated', 'null'), '[]')
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.query_locale (
  p_words  text[],
  p_locale text
)
  RETURNS text
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- Most people write in the language of their app; no other has to be looked at then.
  if not exists (
    select 1
    from unnest(p_words) as typed (word)
    where not exists (
      select 1
      from private.search_words
      where search_words.locale = p_locale
        and search_words.word >= typed.word and search_words.word < typed.word || U&'\+10FFFF'
        and (search_words.is_correct or (search_words.word = typed.word and length(typed.word) <= 4))
    )
  ) then
    return p_locale;
  end if;

  return coalesce(
    (
      select known.locale
      from (
        select search_words.locale, count(distinct typed.word) as words
        from unnest(p_words) as typed (word)
        join private.search_words
          on search_words.word >= typed.word and search_words.word < typed.word || U&'\+10FFFF'
          and (search_words.is_correct or (search_words.word = typed.word and length(typed.word) <= 4))
        group by search_words.locale
      ) as known
      order by known.words desc, known.locale = p_locale desc, known.locale = 'en' desc, known.locale
      limit 1
    ),
    p_locale
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.raise_problem (
  p_code    text,
  p_message text,
  p_path    text,
  p_text    text,
  p_hint    text,
  p_limit   integer DEFAULT NULL::integer
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  raise exception using
    errcode = p_code,
    message = p_message,
    detail = jsonb_strip_nulls(jsonb_build_object('path', p_path, 'text', p_text, 'limit', p_limit))::text,
    hint = p_hint;
end;
$function$;

CREATE OR REPLACE FUNCTION private.raise_stale_version (
  p_version integer
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  perform private.raise_problem(
    'PT409', 'stale_version', 'version',
    'This is not the version that is stored: it was changed meanwhile.',
    format('Version %s is stored. Read it, make the change again there, and send that; nothing was stored.', p_version)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.raise_submission_closed (
  p_status text
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  perform private.raise_problem(
    'PT409', 'submission_closed', 'p_submission_id', format('It is %s.', replace(p_status, '_', ' ')),
    'Read the submission again.'
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.raised_amount (
  p_amount      numeric,
  p_increment   numeric,
  p_limit       numeric,
  p_is_assisted boolean
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN CASE WHEN (NOT p_is_assisted) THEN private.at_most(round((p_amount + p_increment), 6), p_limit) WHEN (p_amount > p_increment) THEN round((p_amount - p_increment), 6) ELSE
  ((0)::numeric * p_amount) END;

CREATE OR REPLACE FUNCTION private.rank_exercises (
  p_asked private.search_query[],
  p_scope text,
  p_as_of date,
  p_part  text,
  p_after jsonb,
  p_limit integer
)
  RETURNS TABLE (
    exercise_id uuid,
    rank        integer,
    name        text
  )
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_after_rank integer := -(p_after ->> 'rank')::integer;
  v_after_name text := p_after ->> 'name';
  v_after_id uuid := (p_after ->> 'id')::uuid;
  v_global private.search_query := p_asked[1];
  v_own private.search_query := p_asked[2];
  v_found tsquery := v_global.words;
begin
  if v_global.tags is not null then
    v_found := v_found && v_global.tags;
  end if;
  if p_part = 'front' then
    v_found := v_found && v_global.front;
  end if;

  return query
  with mine as materialized (
    select
      marks.exercise_id,
      case when marks.is_own then 2 else 1 end
      * case when marks.is_favorite then 2 else 1 end
      * case when marks.last_used_on is not null then 2 else 1 end as factor
    from private.caller_exercises(p_scope, p_as_of) as marks
  ),
  found as (
    select documents.exercise_id, documents.name, documents.document, false as is_own,
      documents.prominence * coalesce(mine.factor, 1) as prominence
    from private.exercise_documents as documents
    left join mine on mine.exercise_id = documents.exercise_id
    where p_scope in ('all', 'global')
      and documents.user_id is null
      and documents.document @@ v_found
      and (v_global.equipment is null or documents.equipment <@ v_global.equipment)
      and (p_part <> 'rest' or (mine.exercise_id is null and not documents.document @@ v_global.front))
    union all
    -- Global ones in front, or in the scope, for the caller's sake alone are looked up by id.
    select documents.exercise_id, documents.name, documents.document, false, documents.prominence * mine.factor
    from mine
    join private.exercise_documents as documents on documents.exercise_id = mine.exercise_id
      and documents.locale = v_global.locale
    where (p_part = 'front' or p_scope in ('favorites', 'recent'))
      and documents.document @@ v_global.words
      and (v_global.tags is null or documents.document @@ v_global.tags)
      and (v_global.equipment is null or documents.equipment <@ v_global.equipment)
      and (p_part = 'all' or not documents.document @@ v_global.front)
    union all
    select documents.exercise_id, documents.name, documents.document, true, documents.prominence * mine.factor
    from private.exercise_documents as documents
    join mine on mine.exercise_id = documents.exercise_id
    where p_part <> 'rest'
      and documents.user_id = (select auth.uid())
      and documents.document @@ v_own.words
      and (v_own.tags is null or documents.document @@ v_own.tags)
      and (v_own.equipment is null or documents.equipment <@ v_own.equipment)
  ),
  ranked as (
    select
      found.exercise_id,
      private.search_rank(
        found.document,
        case when found.is_own then v_own.ranked else v_global.ranked end,
        case when found.is_own then v_own.whole_words else v_global.whole_words end,
        case when found.is_own then v_own.labels else v_global.labels end,
        case when found.is_own then v_own.primary_tags else v_global.primary_tags end,
        found.prominence,
        p_part = 'front'
      ) as rank,
      found.name
    from found
  )
  select ranked.exercise_id, ranked.rank, ranked.name
  from ranked
  where v_after_rank is null
    or (-ranked.rank, ranked.name, ranked.exercise_id) > (v_after_rank, v_after_name, v_after_id)
  order by ranked.rank desc, ranked.name, ranked.exercise_id
  limit p_limit;
end;
$function$;

CREATE OR REPLACE FUNCTION private.reachable_sums (
  p_weights bigint[],
  p_counts  integer[],
  p_max     bigint
)
  RETURNS bigint[]
  LANGUAGE plpgsql
  IMMUTABLE
  SET search_path TO ''
  AS $function$
declare
  v_step bigint := 0;
  v_sums bit varying;
  v_weight bigint;
  v_left integer;
  v_bundle integer;
begin
  foreach v_weight in array p_weights loop
    v_step := gcd(v_step, v_weight);
  end loop;
  if v_step = 0 then
    return array[0];
  end if;

  -- One bit for each multiple of the step, set where it is a sum. Only steps of a few grams meet the bound on bits.
  v_sums := B'1' || repeat('0', (
    select div(least(p_max, sum(plate.weight * plate.count)), v_step)
    from unnest(p_weights, p_counts) as plate (weight, count)
  )::integer)::bit varying;
  v_sums := substring(v_sums for 120000);

  -- Adding a weight shifts all sums by it. Bundles of 1, 2, 4, … and the rest make every number up to the count.
  for i in 1 .. cardinality(p_weights) loop
    v_left := p_counts[i];
    v_bundle := 1;
    while v_left > 0 loop
      v_sums := v_sums | (v_sums >> (least(v_bundle, v_left) * (p_weights[i] / v_step))::integer);
      v_left := v_left - v_bundle;
      v_bundle := v_bundle * 2;
    end loop;
  end loop;

  return array(
    select i * v_step from generate_series(0, length(v_sums) - 1) as i where get_bit(v_sums, i) = 1 order by i
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.reaches (
  p_done        numeric,
  p_due         numeric,
  p_is_assisted boolean
)
  RETURNS boolean
  LANGUAGE sql
  IMMUTABLE
RETURN CASE WHEN p_is_assisted THEN (p_done <= (p_due * 1.005)) ELSE (p_done >= (p_due * 0.995)) END;

CREATE OR REPLACE FUNCTION private.read_gym (
  p_gym        jsonb,
  p_is_default boolean
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- Whole numbers are read as numeric first: some encoders of JSON write 5 as 5.0.
  return (
    select jsonb_build_object(
      'id', gym.id,
      'name', gym.name,
      'is_default', coalesce(gym.is_default or p_is_default, false),
      'equipment', coalesce(
        (
          select jsonb_agg(
            jsonb_build_object(
              'id', item.id,
              'type', item.type,
              'equipment_id', item.equipment_id,
              'exercise_id', item.exercise_id,
              'name', item.name,
              'position', coalesce(item.position, element.ordinal)::integer,
              'weight_kg', trim_scale(item.weight_kg),
              'quantity', item.quantity::integer,
              'step_kg', trim_scale(item.step_kg),
              'max_weight_kg', trim_scale(item.max_weight_kg),
              'unit_system', coalesce(item.unit_system, 'metric')
            )
            order by coalesce(item.position, element.ordinal), item.id
          )
          from jsonb_path_query(gym.equipment, '$[*]') with ordinality as element (node, ordinal)
          cross join lateral jsonb_to_record(element.node) as item (
            id uuid, type text, equipment_id text, exercise_id uuid, name text, position numeric,
            weight_kg numeric(10, 6), quantity numeric, step_kg numeric(10, 6), max_weight_kg numeric(10, 6),
            unit_system text
          )
        ),
        '[]'
      )
    )
    from jsonb_to_record(p_gym) as gym (id uuid, name text, is_default boolean, equipment jsonb)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.read_plan (
  p_plan       jsonb,
  p_visibility text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- Whole numbers are read as numeric first: some encoders of JSON write 5 as 5.0.
  return (
    select jsonb_build_object(
      'id', plan.id,
      'name', plan.name,
      'description', plan.description,
      'goal', plan.goal,
      'level', plan.level,
      'tags', coalesce(plan.tags, '{}'),
      'weeks', coalesce(plan.weeks::integer, 1),
      'deload_weeks', array(
        select distinct week::integer from unnest(plan.deload_weeks) as week order by week::integer
      ),
      'is_repeating', coalesce(plan.is_repeating, false),
      'visibility', coalesce(plan.visibility, p_visibility),
      'days', coalesce(
        (
          select jsonb_agg(
            jsonb_build_object(
              'id', day.id,
              'week', day.week::integer,
              'weekday', day.weekday::integer,
              'position', coalesce(day.position::integer, 1),
              'routine_id', day.routine_id,
              'name', day.name,
              'notes', day.notes
            )
            order by day.week, day.weekday, coalesce(day.position, 1), day.id
          )
          from jsonb_to_recordset(plan.days) as day (
            id uuid, week numeric, weekday numeric, position numeric, routine_id uuid, name text, notes text
          )
        ),
        '[]'
      )
    )
    from jsonb_to_record(p_plan) as plan (
      id uuid, name text, description text, goal text, level text, tags text[], weeks numeric, deload_weeks numeric[],
      is_repeating boolean, visibility text, days jsonb
    )
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.read_query (
  p_query   text,
  p_locale  text,
  p_user_id uuid,
  OUT       locale text,
  OUT       words text,
  OUT       global_words text,
  OUT       lookup text,
  OUT       whole_words text,
  OUT       labels text,
  OUT       breadth integer,
  OUT       is_one_word boolean
)
  RETURNS record
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  c_few constant integer := 8;
  v_typed text[] := (string_to_array(private.fold_text(left(p_query, 80)), ' '))[1:8];
  v_last integer := cardinality(v_typed);
  v_locale text;
  v_abbreviations text[];
  v_clauses text[] := '{}';
  v_global_clauses text[] := '{}';
  v_lookup_clauses text[] := '{}';
  v_read text[] := '{}';
  v_read_joined text[] := '{}';
  v_completed text[] := '{}';
  v_reading text[];
  v_word text;
  v_forms text[];
  v_joined_forms text[];
  v_words text[];
  v_joined text[];
  v_spelt_out text[];
  v_corrections text[];
  v_others text[];
  v_alternatives text;
  v_begun text;
  v_completion text;
  v_is_known boolean;
  v_exercises integer;
  v_completions integer;
begin
  if coalesce(v_last, 0) = 0 then
    return;
  end if;

  v_locale := private.query_locale(v_typed, p_locale);
  v_abbreviations := array(
    select search_abbreviations.abbreviation
    from private.search_abbreviations
    where search_abbreviations.abbreviation = any(v_typed) and search_abbreviations.locale in (v_locale, 'en')
  );

  for i in 1 .. v_last loop
    v_word := v_typed[i];

    -- What it may begin: the most common word, and in how many exercises all of them are.
    select
      search_words.word,
      search_words.is_correct or (search_words.word = v_word and length(v_word) <= 4) as is_known,
      sum(search_words.exercises) over (),
      count(*) over ()
    into v_completion, v_is_known, v_exercises, v_completions
    from private.search_words
    where search_words.locale = v_locale
      and search_words.word >= v_word and search_words.word < v_word || U&'\+10FFFF'
    order by is_known desc, search_words.is_correct desc, search_words.exercises desc, search_words.word
    limit 1;
    v_completion := case when v_is_known then v_completion end;

    -- Words that were typed whole, in one form or another, and two that are written as one: lat pull down.
    v_forms := array[v_word] || private.word_forms(v_word);
    v_joined_forms := case when i < v_last then
      array[v_word || v_typed[i + 1]] || private.word_forms(v_word || v_typed[i + 1])
    end || case when i > 1 then
      array[v_typed[i - 1] || v_word] || private.word_forms(v_typed[i - 1] || v_word)
    end;
    select
      coalesce(
        array_agg(search_words.word::text order by array_position(v_forms, search_words.word::text))
          filter (where search_words.word = any(v_forms)),
        '{}'
      ),
      coalesce(
        array_agg(search_words.word::text order by array_position(v_joined_forms, search_words.word::text))
          filter (where search_words.word = any(v_joined_forms)),
        '{}'
      )
    into v_words, v_joined
    from private.search_words
    where search_words.locale = v_locale
      and search_words.word = any(v_forms || v_joined_forms)
      and search_words.is_correct;

    v_spelt_out := '{}';
    v_corrections := '{}';
    if v_word = any(v_abbreviations) then
      v_spelt_out := array(
        select search_abbreviations.stands_for
        from private.search_abbreviations
        where search_abbreviations.abbreviation = v_word and search_abbreviations.locale in (v_locale, 'en')
        order by search_abbreviations.locale = v_locale desc
      );
    elsif v_is_known is not true and v_words = '{}' and v_joined = '{}' and length(v_word) >= 3 then
      v_spelt_out := private.split_word(v_word, v_locale);
      v_corrections := private.nearest_words(v_word, v_locale, p_user_id);
    end if;

    v_others := array_remove(v_words || v_joined || v_corrections, v_word);
    v_alternatives := array_to_string(
      array(select quote_literal('~/' || word) from unnest(v_others) as word)
      || array(
        select format('(%s)', string_agg(quote_literal('~/' || word), ' & '))
        from unnest(v_spelt_out) with ordinality as spelt (words, ordinal)
        cross join unnest(string_to_array(spelt.words, ' ')) as word
        group by spelt.ordinal
      ),
      ' | '
    );
    v_begun := quote_literal('~/' || v_word) || ':*';
    v_clauses := v_clauses || format('(%s)', concat_ws(' | ', v_begun, nullif(v_alternatives, '')));
    if v_alternatives <> '' then
      v_exercises := coalesce(v_exercises, 0) + coalesce((
        select sum(search_words.exercises)
        from private.search_words
        where search_words.locale = v_locale
          and search_words.word = any(v_others || string_to_array(array_to_string(v_spelt_out, ' '), ' '))
      ), 0);
    end if;
    -- A word that no global exercise has narrows the search among the caller's own alone.
    if v_exercises > 0 then
      v_global_clauses := v_global_clauses || v_clauses[i];
      breadth := least(breadth, v_exercises);
      -- The index reads all that a beginning has before it compares, but skips along whole words. Where they are few,
      -- they are named.
      if coalesce(v_completions, 0) <= c_few then
        v_begun := (
          select string_agg(quote_literal('~/' || search_words.word), ' | ')
          from private.search_words
          where search_words.locale = v_locale
            and search_words.word >= v_word and search_words.word < v_word || U&'\+10FFFF'
        );
      end if;
      v_lookup_clauses := v_lookup_clauses || format('(%s)', concat_ws(' | ', v_begun, nullif(v_alternatives, '')));
    end if;

    v_reading := string_to_array(
      coalesce(v_words[1], v_spelt_out[1], v_joined[1], v_completion, v_corrections[1], v_word), ' '
    );
    v_read := v_read || v_reading;
    v_read_joined := v_read_joined || coalesce(v_joined[:1], '{}') || case when v_joined = '{}' then v_reading end;
    v_completed := v_completed || coalesce(v_completion, v_word);
  end loop;

  locale := v_locale;
  words := array_to_string(v_clauses, ' & ');
  global_words := nullif(array_to_string(v_global_clauses, ' & '), '');
  lookup := nullif(array_to_string(v_lookup_clauses, ' & '), '');
  is_one_word := cardinality(v_lookup_clauses) = 1;
  whole_words := (select string_agg(quote_literal('~/' || word), ' & ') from unnest(v_read) as word);
  labels := (
    select string_agg(distinct quote_literal('~=' || private.label_of(string_to_array(readings.reading, ' '))), ' | ')
    from (
      select distinct reading
      from unnest(array[
        array_to_string(v_typed, ' '),
        array_to_string(v_read, ' '),
        array_to_string(v_read_joined, ' '),
        array_to_string(v_completed, ' '),
        -- Who is still typing has the last word unfinished alone.
        array_to_string(trim_array(v_read, cardinality(v_reading)) || v_completed[v_last], ' ')
      ]) as reading
    ) as readings
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.read_routine (
  p_routine    jsonb,
  p_position   integer,
  p_visibility text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- Whole numbers are read as numeric first: some encoders of JSON write 5 as 5.0.
  return (
    select jsonb_build_object(
      'id', routine.id,
      'folder_id', routine.folder_id,
      'name', routine.name,
      'notes', routine.notes,
      'position', coalesce(routine.position::integer, p_position),
      'visibility', coalesce(routine.visibility, p_visibility),
      'exercises', coalesce(
        (
          select jsonb_agg(
            jsonb_build_object(
              'id', exercise.id,
              'exercise_id', exercise.exercise_id,
              'position', exercise.position::integer,
              'superset_group', exercise.superset_group::integer,
              'rest_seconds', exercise.rest_seconds::integer,
              'notes', exercise.notes,
              'warmup_ramp', exercise.warmup_ramp,
              'progression', exercise.progression,
              'sets', coalesce(
                (
                  select jsonb_agg(
                    jsonb_build_object(
                      'id', aim.id,
                      'position', aim.position::integer,
                      'set_type', coalesce(aim.set_type, 'normal'),
                      'min_reps', aim.min_reps::integer,
                      'max_reps', aim.max_reps::integer,
                      'weight_kg', aim.weight_kg,
                      'load_percent', aim.load_percent,
                      'load_percent_of', aim.load_percent_of,
                      'duration_seconds', aim.duration_seconds::integer,
                      'distance_meters', aim.distance_meters,
                      'rpe', aim.rpe,
                      'rir', aim.rir,
                      'rest_seconds', aim.rest_seconds::integer
                    )
                    order by aim.position, aim.id
                  )
                  from jsonb_to_recordset(exercise.sets) as aim (
                    id uuid, position numeric, set_type text, min_reps numeric, max_reps numeric,
                    weight_kg numeric(7, 3), load_percent numeric(5, 2), load_percent_of text,
                    duration_seconds numeric, distance_meters numeric(9, 2), rpe numeric(3, 1), rir numeric(3, 1),
                    rest_seconds numeric
                  )
                ),
                '[]'
              )
            )
            order by exercise.position, exercise.id
          )
          from jsonb_to_recordset(routine.exercises) as exercise (
            id uuid, exercise_id uuid, position numeric, superset_group numeric, rest_seconds numeric, notes text,
            warmup_ramp jsonb, progression jsonb, sets jsonb
          )
        ),
        '[]'
      )
    )
    from jsonb_to_record(p_routine) as routine (
      id uuid, folder_id uuid, name text, notes text, position numeric, visibility text, exercises jsonb
    )
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.read_shared (
  p_token text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_link public.share_links := private.open_share_link(p_token);
begin
  if v_link.id is null then
    return null;
  end if;

  if v_link.user_id is distinct from (select auth.uid()) then
    update public.share_links as links
    set view_count = links.view_count + 1, last_used_at = now()
    where links.id = v_link.id;
  end if;

  return jsonb_build_object(
    'shared', case
      when v_link.plan_id is null then private.shared_routine_document(v_link.routine_id)
      else private.shared_plan_document(v_link.plan_id)
    end,
    'author', private.visible_author(v_link.user_id)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.refuse_beyond_rate_limit (
  p_policy  text,
  p_subject text
)
  RETURNS void
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_max_count integer;
  v_ends_at timestamptz;
begin
  select policies.max_count, counters.window_started_at + make_interval(secs => policies.window_seconds)
  into v_max_count, v_ends_at
  from private.rate_limit_policies as policies
  join private.rate_limit_counters as counters on counters.policy = policies.name
  where policies.name = p_policy and counters.subject = p_subject and counters.count >= policies.max_count;

  if v_ends_at > now() then
    perform private.raise_problem(
      'PT429', 'too_many_requests', p_policy,
      format('At most %s within the window.', v_max_count),
      format('Try again in %s seconds.', ceil(extract(epoch from v_ends_at - now())))
    );
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION private.replace_exercise (
  p_from uuid,
  p_into uuid
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  update public.exercises
  set archived_at = coalesce(exercises.archived_at, now()), replaced_by = p_into
  where exercises.id = p_from;

  -- Rows of users follow when theirs are moved.
  update public.exercises
  set replaced_by = p_into
  where exercises.replaced_by = p_from and exercises.user_id is null;

  -- The catalogue's own names stand in its files; an own exercise is found under what it was called.
  insert into public.exercise_aliases (exercise_id, locale, alias)
  select target.id, said.locale, said.name
  from public.exercises as target
  cross join lateral (
    select 'en' as locale, exercises.name from public.exercises where exercises.id = p_from
    union
    select exercise_aliases.locale, exercise_aliases.alias
    from public.exercise_aliases
    where exercise_aliases.exercise_id = p_from
  ) as said
  where target.id = p_into and target.user_id is not null and said.name <> target.name
  on conflict do nothing;
end;
$function$;

CREATE OR REPLACE FUNCTION private.require_public_plan (
  p_plan_id uuid,
  p_user_id uuid,
  p_path    text
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_visibility text;
begin
  select plans.effective_visibility
  into v_visibility
  from public.plans
  where plans.id = p_plan_id and plans.user_id = p_user_id;
  if not found then
    perform private.raise_id_unusable(p_path);
  elsif v_visibility <> 'public' then
    perform private.raise_problem(
      'PT409', 'not_public', p_path, 'is not public, or its author''s profile is not',
      'Make the plan and the profile public first.'
    );
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION private.retire_exercise (
  p_exercise_id uuid
)
  RETURNS text
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
begin
  perform private.lock_user_data(v_user_id);
  if not exists (
    select 1 from public.exercises where exercises.id = p_exercise_id and exercises.user_id = v_user_id
  ) then
    perform private.raise_id_unusable('p_exercise_id');
  end if;

  if exists (select 1 from public.workout_exercises where workout_exercises.exercise_id = p_exercise_id)
    or exists (select 1 from public.routine_exercises where routine_exercises.exercise_id = p_exercise_id)
    or exists (select 1 from public.gym_equipment where gym_equipment.exercise_id = p_exercise_id)
  then
    update public.exercises
    set archived_at = coalesce(exercises.archived_at, now())
    where exercises.id = p_exercise_id;
    return 'archived';
  end if;

  delete from public.exercises where exercises.id = p_exercise_id;
  return 'deleted';
end;
$function$;

CREATE OR REPLACE FUNCTION private.roll_up_exercise_days (
  p_days private.exercise_day[]
)
  RETURNS void
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  -- Who writes in their own name holds their lock already. The backend takes it here, for everybody it wrote for.
  perform private.lock_user_data(touched.user_id)
  from (select distinct day.user_id from unnest(p_days) as day order by day.user_id) as touched;

  -- A maximum cannot be subtracted from, so a touched day is always made anew from its sets: a handful of rows, which
  -- one range of workout_sets_exercise_day_idx holds.
  delete from analytics.exercise_days as stored
  using unnest(p_days) as day
  where stored.user_id = day.user_id and stored.exercise_id = day.exercise_id and stored.local_date = day.local_date;

  insert into analytics.exercise_days (
    user_id, exercise_id, local_date, sets, reps, volume_kg, max_weight_kg, duration_seconds, distance_meters,
    best_weights_kg
  )
  select
    day.user_id,
    day.exercise_id,
    day.local_date,
    count(*),
    coalesce(sum(counted.reps), 0),
    coalesce(sum(counted.reps * counted.load_kg), 0),
    max(counted.load_kg) filter (where counted.reps is distinct from 0),
    coalesce(sum(counted.duration_seconds), 0),
    coalesce(sum(counted.distance_meters), 0),
    array[
      max(counted.load_kg) filter (where counted.reps = 1), max(counted.load_kg) filter (where counted.reps = 2),
      max(counted.load_kg) filter (where counted.reps = 3), max(counted.load_kg) filter (where counted.reps = 4),
      max(counted.load_kg) filter (where counted.reps = 5), max(counted.load_kg) filter (where counted.reps = 6),
      max(counted.load_kg) filter (where counted.reps = 7), max(counted.load_kg) filter (where counted.reps = 8),
      max(counted.load_kg) filter (where counted.reps = 9), max(counted.load_kg) filter (where counted.reps = 10),
      max(counted.load_kg) filter (where counted.reps = 11), max(counted.load_kg) filter (where counted.reps = 12),
      max(counted.load_kg) filter (where counted.reps = 13), max(counted.load_kg) filter (where counted.reps = 14),
      max(counted.load_kg) filter (where counted.reps = 15)
    ]
  from unnest(p_days) as day
  cross join lateral (
    select
      workout_sets.reps,
      workout_sets.duration_seconds,
      workout_sets.distance_meters,
      private.lifted_kg(workout_sets.exercise_kind, workout_sets.weight_kg) as load_kg
    from public.workout_sets
    where workout_sets.user_id = day.user_id
      and workout_sets.exercise_id = day.exercise_id
      and workout_sets.local_date = day.local_date
      and private.set_counts(
        workout_sets.set_type, workout_sets.reps, workout_sets.duration_seconds, workout_sets.distance_meters
      )
  ) as counted
  group by day.user_id, day.exercise_id, day.local_date
  order by day.user_id, day.exercise_id, day.local_date;
end;
$function$;

CREATE OR REPLACE FUNCTION private.round_load (
  p_weight_kg numeric,
  p_loadable  numeric[]
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN
  (SELECT COALESCE(CASE WHEN (((round_load.p_loadable)[(search.below + 1)] - round_load.p_weight_kg) < (round_load.p_weight_kg - (round_load.p_loadable)[search.below])) THEN
  (round_load.p_loadable)[(search.below + 1)] ELSE COALESCE((round_load.p_loadable)[search.below], (round_load.p_loadable)[(search.below + 1)]) END,
  trim_scale((ceil(((round_load.p_weight_kg * (2)::numeric) - 0.5)) / (2)::numeric))) AS "coalesce" FROM
  (SELECT width_bucket(round_load.p_weight_kg, round_load.p_loadable) AS width_bucket) search(below));

CREATE OR REPLACE FUNCTION private.is_loaded_as_due (
  p_amount      numeric,
  p_result      private.session_result,
  p_loadable    numeric[],
  p_is_assisted boolean
)
  RETURNS boolean
  LANGUAGE sql
  IMMUTABLE
RETURN
  COALESCE((SELECT bool_and(private.reaches(lifted.weight_kg, private.round_load((is_loaded_as_due.p_amount * lifted.share), is_loaded_as_due.p_loadable),
  is_loaded_as_due.p_is_assisted)) AS bool_and FROM UNNEST((is_loaded_as_due.p_result).weights_kg, (is_loaded_as_due.p_result).shares) lifted(weight_kg, share)), false);

CREATE OR REPLACE FUNCTION private.routine_document (
  p_routine_id uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select jsonb_build_object(
      'id', routines.id,
      'version', routines.version,
      'folder_id', routines.folder_id,
      'name', routines.name,
      'notes', routines.notes,
      'position', routines.position,
      'visibility', routines.visibility,
      'exercises', coalesce(
        (
          select jsonb_agg(
            jsonb_build_object(
              'id', routine_exercises.id,
              'exercise_id', routine_exercises.exercise_id,
              'position', routine_exercises.position,
              'superset_group', routine_exercises.superset_group,
              'rest_seconds', routine_exercises.rest_seconds,
              'notes', routine_exercises.notes,
              'warmup_ramp', routine_exercises.warmup_ramp,
              'progression', routine_exercises.progression,
              'sets', coalesce(
                (
                  select jsonb_agg(
                    jsonb_build_object(
                      'id', routine_sets.id,
                      'position', routine_sets.position,
                      'set_type', routine_sets.set_type,
                      'min_reps', routine_sets.min_reps,
                      'max_reps', routine_sets.max_reps,
                      'weight_kg', routine_sets.weight_kg,
                      'load_percent', routine_sets.load_percent,
                      'load_percent_of', routine_sets.load_percent_of,
                      'duration_seconds', routine_sets.duration_seconds,
                      'distance_meters', routine_sets.distance_meters,
                      'rpe', routine_sets.rpe,
                      'rir', routine_sets.rir,
                      'rest_seconds', routine_sets.rest_seconds
                    )
                    order by routine_sets.position, routine_sets.id
                  )
                  from public.routine_sets
                  where routine_sets.routine_exercise_id = routine_exercises.id
                ),
                '[]'
              )
            )
            order by routine_exercises.position, routine_exercises.id
          )
          from public.routine_exercises
          where routine_exercises.routine_id = routines.id
        ),
        '[]'
      )
    )
    from public.routines
    where routines.id = p_routine_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.routine_field_rules()
  RETURNS private.field_rule[]
  LANGUAGE sql
  IMMUTABLE
BEGIN ATOMIC
 SELECT array_agg(ROW(rule.level, rule.field, rule.type, rule.is_required, rule.minimum, rule.maximum, rule.step, rule.choices, rule.element_level)::private.field_rule)
  AS array_agg
    FROM ( VALUES ('routine'::text,'id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('routine'::text,'version'::text,'number'::text,false,1,2147483647,1,NULL::text[],NULL::text), ('routine'::text,'folder_id'::text,'uuid'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('routine'::text,'name'::text,'text'::text,true,1,120,NULL::numeric,NULL::text[],NULL::text), ('routine'::text,'notes'::text,'text'::text,false,0,4000,NULL::numeric,NULL::text[],NULL::text), ('routine'::text,'position'::text,'number'::text,false,1,1000,1,NULL::text[],NULL::text), ('routine'::text,'visibility'::text,'choice'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['public'::text, 'followers'::text, 'private'::text],NULL::text), ('routine'::text,'exercises'::text,'array'::text,false,0,200,NULL::numeric,NULL::text[],'exercise'::text), ('exercise'::text,'id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('exercise'::text,'exercise_id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('exercise'::text,'position'::text,'number'::text,true,1,500,1,NULL::text[],NULL::text), ('exercise'::text,'superset_group'::text,'number'::text,false,1,100,1,NULL::text[],NULL::text), ('exercise'::text,'rest_seconds'::text,'number'::text,false,0,86400,1,NULL::text[],NULL::text), ('exercise'::text,'notes'::text,'text'::text,false,0,4000,NULL::numeric,NULL::text[],NULL::text), ('exercise'::text,'warmup_ramp'::text,'array'::text,false,0,10,NULL::numeric,NULL::text[],'warmup_step'::text), ('exercise'::text,'progression'::text,'object'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('exercise'::text,'sets'::text,'array'::text,false,0,200,NULL::numeric,NULL::text[],'set'::text), ('warmup_step'::text,'percent'::text,'number'::text,true,1,100,NULL::numeric,NULL::text[],NULL::text), ('warmup_step'::text,'reps'::text,'number'::text,true,1,50,1,NULL::text[],NULL::text), ('warmup_step'::text,'rest_seconds'::text,'number'::text,false,0,86400,1,NULL::text[],NULL::text), ('set'::text,'id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('set'::text,'position'::text,'number'::text,true,1,500,1,NULL::text[],NULL::text), ('set'::text,'set_type'::text,'choice'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['normal'::text, 'warmup'::text, 'drop'::text, 'failure'::text, 'amrap'::text, 'rest_pause'::text, 'myo'::text, 'cluster'::text, 'backoff'::text],NULL::text), ('set'::text,'min_reps'::text,'number'::text,false,1,10000,1,NULL::text[],NULL::text), ('set'::text,'max_reps'::text,'number'::text,false,1,10000,1,NULL::text[],NULL::text), ('set'::text,'weight_kg'::text,'number'::text,false,0,2000,NULL::numeric,NULL::text[],NULL::text), ('set'::text,'load_percent'::text,'number'::text,false,0.01,200,NULL::numeric,NULL::text[],NULL::text), ('set'::text,'load_percent_of'::text,'choice'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['e1rm'::text, 'training_max'::text],NULL::text), ('set'::text,'duration_seconds'::text,'number'::text,false,1,172800,1,NULL::text[],NULL::text), ('set'::text,'distance_meters'::text,'number'::text,false,0.01,1000000,NULL::numeric,NULL::text[],NULL::text), ('set'::text,'rpe'::text,'number'::text,false,1,10,0.5,NULL::text[],NULL::text), ('set'::text,'rir'::text,'number'::text,false,0,10,0.5,NULL::text[],NULL::text), ('set'::text,'rest_seconds'::text,'number'::text,false,0,86400,1,NULL::text[],NULL::text)) rule(level, field, type, is_required, minimum, maximum, step, choices, element_level);
END;

CREATE OR REPLACE FUNCTION private.rpe_percent (
  p_reps integer,
  p_rpe  numeric
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN
  (SELECT CASE WHEN ((rpe_percent.p_reps < 1) OR ((rpe_percent.p_rpe < (4)::numeric) OR (rpe_percent.p_rpe > (10)::numeric)) OR (effort.missed >= (16)::numeric)) THEN NULL::numeric
  WHEN (effort.missed = (0)::numeric) THEN (100)::numeric WHEN (effort.missed <= 2.92) THEN ((((0.347619 * effort.missed) * effort.missed) - (4.60714 * effort.missed)) + 99.9667)
  ELSE (97.0955 - (2.64249 * effort.missed)) END AS "case" FROM (SELECT ((((10)::numeric - rpe_percent.p_rpe) + (rpe_percent.p_reps)::numeric) - (1)::numeric) AS "?column?")
  effort(missed));

CREATE OR REPLACE FUNCTION private.estimated_set_max (
  p_formula   text,
  p_weight_kg numeric,
  p_reps      integer,
  p_rpe       numeric
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN CASE WHEN (private.one_rep_max_confidence(p_reps) IS DISTINCT FROM 'headline'::text) THEN NULL::numeric WHEN (p_rpe IS
  NOT NULL) THEN ((p_weight_kg * (100)::numeric) / private.rpe_percent(p_reps, p_rpe)) WHEN (p_reps = 1) THEN p_weight_kg ELSE private.one_rep_max(p_formula, p_weight_kg, p_reps)
  END;

CREATE OR REPLACE FUNCTION private.search_queries (
  p_filter  jsonb,
  p_user_id uuid
)
  RETURNS private.search_query[]
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_query record;
  v_tags text := nullif(concat_ws(
    ' & ',
    private.exercise_tags('muscle', p_filter -> 'muscles'),
    private.exercise_tags('equipment', p_filter -> 'equipment'),
    private.exercise_tags('kind', p_filter -> 'kinds'),
    private.exercise_tags('level', p_filter -> 'levels'),
    private.exercise_tags('category', p_filter -> 'categories')
  ), '');
  v_equipment text[] := nullif(array(select jsonb_array_elements_text(p_filter -> 'equipment')), '{}');
  v_primary text := private.exercise_tags('primary', p_filter -> 'muscles');
  v_locale text;
  v_words text;
  v_is_own boolean;
  v_asked private.search_query[] := '{}';
begin
  select * into v_query from private.read_query(p_filter ->> 'query', p_filter ->> 'locale', p_user_id);

  foreach v_locale in array array[coalesce(v_query.locale, p_filter ->> 'locale'), 'und'] loop
    v_is_own := v_locale = 'und';
    v_words := case when v_is_own then v_query.words else v_query.global_words end;
    v_asked := v_asked || (
      v_locale,
      replace(case when v_is_own then v_words else v_query.lookup end, '~', v_locale)::tsquery,
      replace(v_query.whole_words, '~', v_locale)::tsquery,
      replace(v_query.labels, '~', v_locale)::tsquery,
      replace(v_words || ' | ' || v_query.labels, '~', v_locale)::tsquery,
      replace(v_tags, '~', v_locale)::tsquery,
      v_equipment,
      replace(v_primary, '~', v_locale)::tsquery,
      replace('''~^'' | ' || v_query.labels, '~', v_locale)::tsquery,
      v_query.breadth,
      v_query.is_one_word
    )::private.search_query;
  end loop;
  return v_asked;
end;
$function$;

CREATE OR REPLACE FUNCTION private.search_rank (
  p_document    tsvector,
  p_ranked      tsquery,
  p_whole_words tsquery,
  p_labels      tsquery,
  p_primary     tsquery,
  p_prominence  integer,
  p_is_front    boolean
)
  RETURNS integer
  LANGUAGE sql
  IMMUTABLE
RETURN
  (((round((((((100 * p_prominence))::double precision * ts_rank('{0.1,0.3,0.4,1}'::real[], p_document, p_ranked)) * CASE WHEN (p_document @@ p_whole_words) THEN (3.0)::double
  precision ELSE (1)::double precision END) * CASE WHEN (p_document @@ p_primary) THEN (1.5)::double precision ELSE (1)::double precision END)))::integer + CASE WHEN
  (p_document @@ p_labels) THEN 100000000 ELSE 0 END) + CASE WHEN p_is_front THEN 50000000 ELSE 0 END);

CREATE OR REPLACE FUNCTION private.sent_sets (
  p_exercises jsonb
)
  RETURNS TABLE (
    id                  uuid,
    workout_exercise_id uuid,
    "position"          smallint,
    set_type            text,
    reps                integer,
    weight_kg           numeric,
    duration_seconds    integer,
    distance_meters     numeric,
    rpe                 numeric,
    rir                 numeric,
    side                text,
    rest_seconds        integer,
    tempo               text,
    incline_percent     numeric,
    steps               integer,
    energy_kcal         numeric,
    average_heart_rate  smallint,
    max_heart_rate      smallint,
    notes               text,
    target              jsonb,
    completed_at        timestamp with time zone
  )
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
#variable_conflict use_column
begin
  -- Whole numbers are read as numeric first: some encoders of JSON write 5 as 5.0.
  return query
  select
    sent.id, (exercise.node ->> 'id')::uuid, sent.position::smallint, coalesce(sent.set_type, 'normal'),
    sent.reps::integer, sent.weight_kg, sent.duration_seconds::integer, sent.distance_meters, sent.rpe, sent.rir,
    sent.side, sent.rest_seconds::integer, sent.tempo, sent.incline_percent, sent.steps::integer, sent.energy_kcal,
    sent.average_heart_rate::smallint, sent.max_heart_rate::smallint, sent.notes, sent.target, sent.completed_at
  from jsonb_array_elements(p_exercises) as exercise (node)
  cross join lateral jsonb_to_recordset(
    case jsonb_typeof(exercise.node -> 'sets') when 'array' then exercise.node -> 'sets' else '[]' end
  ) as sent (
    id uuid, position numeric, set_type text, reps numeric, weight_kg numeric(7, 3), duration_seconds numeric,
    distance_meters numeric(9, 2), rpe numeric, rir numeric, side text, rest_seconds numeric, tempo text,
    incline_percent numeric(3, 1), steps numeric, energy_kcal numeric(6, 1), average_heart_rate numeric,
    max_heart_rate numeric, notes text, target jsonb, completed_at timestamptz
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.sequence_sessions (
  p_enrollment_id uuid,
  p_on            date,
  p_from          date,
  p_to            date
)
  RETURNS TABLE (
    plan_day_id    uuid,
    routine_id     uuid,
    week           smallint,
    cycle          integer,
    session_number integer,
    scheduled_on   date,
    is_deload      boolean,
    workout_id     uuid,
    done_on        date
  )
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
#variable_conflict use_column
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return query
    with followed as materialized (
      select
        enrollments.user_id, enrollments.plan_id, enrollments.starts_on, plans.weeks, plans.deload_weeks,
        plans.is_repeating
      from public.enrollments
      join public.plans on plans.user_id = enrollments.user_id and plans.id = enrollments.plan_id
      where enrollments.id = p_enrollment_id
    ),
    planned as materialized (
      select
        plan_days.id, plan_days.routine_id, plan_days.week,
        7 * (plan_days.week - 1) + plan_days.weekday as day,
        row_number() over (order by plan_days.week, plan_days.weekday, plan_days.position, plan_days.id) as nth,
        (count(*) over ())::integer as of_plan
      from followed
      join public.plan_days on plan_days.user_id = followed.user_id and plan_days.plan_id = followed.plan_id
      where plan_days.routine_id is not null
    ),
    performed as materialized (
      select
        workouts.id, workouts.local_date,
        row_number() over (order by workouts.started_at, workouts.id) as nth
      from followed
      join public.workouts on workouts.user_id = followed.user_id and workouts.enrollment_id = p_enrollment_id
      where workouts.ended_at is not null
    ),
    done as materialized (
      select
        count(*)::integer as sessions,
        max(performed.local_date) as last_on,
        count(*) filter (where performed.local_date < p_from)::integer as before
      from performed
    ),
    -- Days count on over the cycles of the plan, so that the distance of any two sessions is a difference.
    sessions as materialized (
      select
        planned.id, planned.routine_id, planned.week, number / planned.of_plan + 1 as cycle, number + 1 as number,
        number / planned.of_plan * 7 * followed.weeks + planned.day as day
      from followed
      cross join done
      cross join (select max(planned.of_plan) as of_plan from planned) as plan
      cross join lateral generate_series(
        greatest(least(done.before, done.sessions - 1), 0),
        least(
          done.sessions + case when p_to > p_on then plan.of_plan * ((p_to - p_on) / (7 * followed.weeks) + 1) else 0 end,
          case when not followed.is_repeating then plan.of_plan - 1 end
        )
      ) as number
      join planned on planned.nth = number % plan.of_plan + 1
    ),
    next as (
      select
        sessions.day, greatest(p_on, followed.starts_on, done.last_on + sessions.day - last.day) as scheduled_on
      from followed
      cross join done
      join sessions on sessions.number = done.sessions + 1
      left join sessions as last on last.number = done.sessions
    )
    select
      sessions.id, sessions.routine_id, sessions.week, sessions.cycle, sessions.number,
      coalesce(performed.local_date, next.scheduled_on + sessions.day - next.day),
      sessions.week = any(followed.deload_weeks), performed.id, performed.local_date
    from followed
    cross join sessions
    left join performed on performed.nth = sessions.number
    left join next on performed.id is null
    order by sessions.number;
end;
$function$;

CREATE OR REPLACE FUNCTION private.session_load (
  p_session_rpe      numeric,
  p_duration_seconds integer
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN ((p_session_rpe * (p_duration_seconds)::numeric) / 60.0);

CREATE OR REPLACE FUNCTION private.set_documents (
  p_workout_exercise_id uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select coalesce(
      jsonb_agg(
        jsonb_strip_nulls(jsonb_build_object(
          'id', workout_sets.id,
          'position', workout_sets.position,
          'set_type', workout_sets.set_type,
          'reps', workout_sets.reps,
          'weight_kg', workout_sets.weight_kg,
          'duration_seconds', workout_sets.duration_seconds,
          'distance_meters', workout_sets.distance_meters,
          'rpe', workout_sets.rpe,
          'rir', workout_sets.rir,
          'side', workout_sets.side,
          'rest_seconds', workout_sets.rest_seconds,
          'tempo', workout_sets.tempo,
          'incline_percent', workout_sets.incline_percent,
          'steps', workout_sets.steps,
          'energy_kcal', workout_sets.energy_kcal,
          'average_heart_rate', workout_sets.average_heart_rate,
          'max_heart_rate', workout_sets.max_heart_rate,
          'notes', workout_sets.notes,
          'completed_at', workout_sets.completed_at
        ))
        -- Beside the others: what was prescribed may have nulls of its own.
        || case when workout_sets.target is null then '{}' else jsonb_build_object('target', workout_sets.target) end
        order by workout_sets.position, workout_sets.id
      ),
      '[]'
    )
    from public.workout_sets
    where workout_sets.workout_exercise_id = p_workout_exercise_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.set_lane (
  p_set_type text
)
  RETURNS text
  LANGUAGE sql
  IMMUTABLE
RETURN CASE WHEN (p_set_type = ANY (ARRAY['normal'::text, 'amrap'::text, 'failure'::text])) THEN 'straight'::text ELSE p_set_type END;

CREATE OR REPLACE FUNCTION private.share_not_found()
  RETURNS jsonb
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  select private.answer_problem('PT404', 'share_not_found', 'p_token', 'leads nowhere', 'Ask for a new link.');
$function$;

CREATE OR REPLACE FUNCTION private.share_token (
  p_link_id uuid
)
  RETURNS text
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_secret text;
begin
  select secrets.decrypted_secret
  into v_secret
  from vault.decrypted_secrets as secrets
  where secrets.name = 'share_links';
  if v_secret is null then
    raise exception 'The vault holds no secret named share_links.'
      using errcode = 'P0002', hint = 'Load sql/settings/30_secrets.sql.';
  end if;

  -- 144 bits: 24 characters without padding.
  return translate(
    encode(substr(extensions.hmac(p_link_id::text, v_secret, 'sha256'), 1, 18), 'base64'), '+/', '-_'
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.share_token_hash (
  p_token text
)
  RETURNS bytea
  LANGUAGE sql
  IMMUTABLE
RETURN sha256(convert_to("left"(p_token, 100), 'UTF8'::name));

CREATE OR REPLACE FUNCTION private.shared_plan_document (
  p_plan_id           uuid,
  p_keep_exercises_of uuid DEFAULT NULL::uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    with days as materialized (
      select
        plan_days.*,
        row_number() over (order by plan_days.week, plan_days.weekday, plan_days.position, plan_days.id) as number
      from public.plan_days
      where plan_days.plan_id = p_plan_id
    ),
    -- By their first use: the keys of private.shared_routines() count on in this order.
    used as materialized (
      select first_uses.routine_id, row_number() over (order by first_uses.number) as number
      from (
        select days.routine_id, min(days.number) as number
        from days
        join public.routines on routines.id = days.routine_id
        group by days.routine_id
      ) as first_uses
    )
    select
      jsonb_build_object(
        'type', 'plan',
        'name', plans.name,
        'description', plans.description,
        'goal', plans.goal,
        'level', plans.level,
        'tags', plans.tags,
        'weeks', plans.weeks,
        'deload_weeks', plans.deload_weeks,
        'is_repeating', plans.is_repeating,
        'days', coalesce((
          select jsonb_agg(
            jsonb_build_object(
              'week', days.week,
              'weekday', days.weekday,
              'position', days.position,
              'routine', 'routine-' || used.number,
              'name', days.name,
              'notes', days.notes
            )
            order by days.number
          )
          from days
          left join used on used.routine_id = days.routine_id
        ), '[]')
      )
      || private.shared_routines(
        array(select used.routine_id from used order by used.number), p_keep_exercises_of
      )
    from public.plans
    where plans.id = p_plan_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.shared_routine_document (
  p_routine_id        uuid,
  p_keep_exercises_of uuid DEFAULT NULL::uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select
      jsonb_build_object('type', 'routine', 'name', routines.name)
      || private.shared_routines(array[routines.id], p_keep_exercises_of)
    from public.routines
    where routines.id = p_routine_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.shared_routines (
  p_routine_ids       uuid[],
  p_keep_exercises_of uuid   DEFAULT NULL::uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    with shared as materialized (
      select routines.id, routines.name, routines.notes, row_number() over (order by listed.ordinal) as number
      from unnest(p_routine_ids) with ordinality as listed (id, ordinal)
      join public.routines on routines.id = listed.id
    ),
    used as materialized (
      select
        shared.number as routine_number, routine_exercises.*,
        exercises.user_id is not null and exercises.user_id is distinct from p_keep_exercises_of as is_taken_along
      from shared
      join public.routine_exercises on routine_exercises.routine_id = shared.id
      join public.exercises on exercises.id = routine_exercises.exercise_id
    ),
    -- Numbered by their first use, so that the same routines make the same document.
    taken_along as materialized (
      select
        first_uses.exercise_id,
        row_number() over (order by first_uses.routine_number, first_uses.position, first_uses.id) as number
      from (
        select distinct on (used.exercise_id) used.exercise_id, used.routine_number, used.position, used.id
        from used
        where used.is_taken_along
        order by used.exercise_id, used.routine_number, used.position, used.id
      ) as first_uses
    ),
    -- All at once: a plan that is looked through anew for each of its routines costs the square of its size.
    contents as (
      select
        used.routine_number,
        jsonb_agg(
          jsonb_build_object(
            'exercise', coalesce('exercise-' || taken_along.number, used.exercise_id::text),
            'position', used.position,
            'superset_group', used.superset_group,
            'rest_seconds', used.rest_seconds,
            'notes', used.notes,
            'warmup_ramp', used.warmup_ramp,
            'progression', used.progression,
            'sets', coalesce((
              select jsonb_agg(
                jsonb_build_object(
                  'position', aim.position,
                  'set_type', aim.set_type,
                  'min_reps', aim.min_reps,
                  'max_reps', aim.max_reps,
                  'weight_kg', aim.weight_kg,
                  'load_percent', aim.load_percent,
                  'load_percent_of', aim.load_percent_of,
                  'duration_seconds', aim.duration_seconds,
                  'distance_meters', aim.distance_meters,
                  'rpe', aim.rpe,
                  'rir', aim.rir,
                  'rest_seconds', aim.rest_seconds
                )
                order by aim.position, aim.id
              )
              from public.routine_sets as aim
              where aim.routine_exercise_id = used.id
            ), '[]')
          )
          order by used.position, used.id
        ) as exercises
      from used
      left join taken_along on taken_along.exercise_id = used.exercise_id
      group by used.routine_number
    )
    select jsonb_build_object(
      'routines', coalesce((
        select jsonb_agg(
          jsonb_build_object(
            'key', 'routine-' || shared.number,
            'name', shared.name,
            'notes', shared.notes,
            'exercises', coalesce(contents.exercises, '[]')
          )
          order by shared.number
        )
        from shared
        left join contents on contents.routine_number = shared.number
      ), '[]'),
      'exercises', coalesce((
        select jsonb_agg(
          jsonb_build_object(
            'key', 'exercise-' || taken_along.number,
            'name', exercises.name,
            'kind', exercises.kind,
            'category', exercises.category,
            'mechanic', exercises.mechanic,
            'force', exercises.force,
            'level', exercises.level,
            'is_unilateral', exercises.is_unilateral,
            'body_weight_share', exercises.body_weight_share,
            'instructions', exercises.instructions,
            'cues', exercises.cues,
            'muscles', coalesce((
              select jsonb_agg(
                jsonb_build_object('muscle', worked.muscle_id, 'role', worked.role, 'weight', worked.weight)
                order by worked.role, worked.muscle_id
              )
              from public.exercise_muscles as worked
              where worked.exercise_id = exercises.id
            ), '[]'),
            'equipment', coalesce((
              select jsonb_agg(needed.equipment_id order by needed.equipment_id)
              from public.exercise_equipment as needed
              where needed.exercise_id = exercises.id
            ), '[]')
          )
          order by taken_along.number
        )
        from taken_along
        join public.exercises on exercises.id = taken_along.exercise_id
      ), '[]')
    )
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.side_sums (
  p_gym_id uuid,
  p_places integer
)
  RETURNS TABLE (
    metric   bigint,
    imperial bigint
  )
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_max constant bigint := private.label_weight(400, 'metric');
  v_metric bigint[];
  v_imperial bigint[];
begin
  select
    coalesce(max(sums.weights) filter (where sums.unit_system = 'metric'), array[0]),
    coalesce(max(sums.weights) filter (where sums.unit_system = 'imperial'), array[0])
  into v_metric, v_imperial
  from (
    select plates.unit_system, private.reachable_sums(plates.weights, plates.counts, v_max)
    from private.gym_plates(p_gym_id, p_places) as plates
  ) as sums (unit_system, weights);

  -- Few plates of both systems go together. Where both are complete, a place has one system: mixing them would only
  -- answer loads that nobody asks for, a few grams apart.
  if cardinality(v_metric) * cardinality(v_imperial) <= 2000 then
    return query
    select m.sum, i.sum from unnest(v_metric) as m (sum) cross join unnest(v_imperial) as i (sum);
  else
    return query
    select m.sum, 0::bigint from unnest(v_metric) as m (sum)
    union all
    select 0, i.sum from unnest(v_imperial) as i (sum) where i.sum > 0;
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION private.similar_exercises (
  p_names text[]
)
  RETURNS TABLE (
    name          text,
    exercise_id   uuid,
    exercise_name text
  )
  LANGUAGE plpgsql
  STABLE
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
#variable_conflict use_column
begin
  return query
    with known as materialized (
      select exercises.id, exercises.name, private.fold_text(exercises.name) as folded
      from public.exercises
      where exercises.user_id is null and exercises.archived_at is null
      union
      select exercises.id, exercises.name, private.fold_text(exercise_aliases.alias)
      from public.exercise_aliases
      join public.exercises on exercises.id = exercise_aliases.exercise_id
      where exercises.user_id is null and exercises.archived_at is null
    )
    select distinct asked.name, known.id, known.name
    from unnest(p_names) as asked (name)
    join known on known.folded = private.fold_text(asked.name)
    order by asked.name, known.name, known.id;
end;
$function$;

CREATE OR REPLACE FUNCTION private.split_word (
  p_word   text,
  p_locale text
)
  RETURNS text[]
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_beginnings text[] := array(select left(p_word, place) from generate_series(2, length(p_word) - 2) as place);
begin
  return array(
    select before.word || ' ' || after.word
    from private.search_words as before
    join private.search_words as after on after.locale = p_locale and after.is_correct
      and after.word = any(
        array[substr(p_word, length(before.word) + 1)] || private.word_forms(substr(p_word, length(before.word) + 1))
      )
    where before.locale = p_locale and before.word = any(v_beginnings) and before.is_correct
    order by least(before.exercises, after.exercises) desc
    limit 1
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.start_merge (
  p_from uuid,
  p_into uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_from public.exercises;
  v_into public.exercises;
  v_input jsonb;
  v_job_id uuid;
begin
  perform private.lock_user_data(v_user_id);

  select exercises.*
  into v_from
  from public.exercises
  where exercises.id = p_from and (exercises.user_id is null or exercises.user_id = v_user_id);
  if not found then
    perform private.raise_id_unusable('p_from');
  end if;
  if v_from.user_id is null and not private.has_role('moderator') then
    perform private.raise_problem(
      'PT403', 'not_allowed', 'p_from', 'Only a moderator merges global exercises.', 'Ask a moderator.'
    );
  end if;
  if v_from.user_id is null then
    -- One at a time: two merges that cross would make a circle.
    perform pg_advisory_xact_lock(hashtextextended('merge global exercises', 0));
    select exercises.* into v_from from public.exercises where exercises.id = p_from;
  end if;

  v_into := private.usable_exercise(p_into, v_user_id);
  if v_into.id is null or (v_from.user_id is null and v_into.user_id is not null) then
    perform private.raise_id_unusable('p_into');
  end if;

  if v_from.replaced_by is distinct from v_into.id then
    perform private.check_merge(v_from, v_into);
    perform private.replace_exercise(v_from.id, v_into.id);
  end if;

  -- A part of it takes a second or two. What is more than that is moved step by step, under the owner's name.
  if v_from.user_id is not null
    and private.move_exercise_uses(v_user_id, v_from.id, v_into.id, 300) < 300
  then
    return jsonb_build_object('exercise_id', v_into.id, 'job_id', null);
  end if;

  perform private.index_exercises(array[v_from.id]);
  v_input := jsonb_build_object('from', v_from.id, 'into', v_into.id);
  select jobs.id
  into v_job_id
  from public.jobs
  where jobs.status in ('queued', 'running') and jobs.type = 'merge_exercises' and jobs.input = v_input;
  if not found then
    v_job_id := private.enqueue_job(v_from.user_id, 'merge_exercises', v_input);
  end if;
  return jsonb_build_object('exercise_id', v_into.id, 'job_id', v_job_id);
end;
$function$;

CREATE OR REPLACE FUNCTION private.start_pause (
  p_enrollment_id uuid,
  p_on            date
)
  RETURNS void
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_enrollment public.enrollments := private.own_enrollment(p_enrollment_id);
  v_on date := coalesce(p_on, private.own_today());
  v_earliest date;
begin
  if v_enrollment.status = 'paused' then
    return;
  elsif v_enrollment.ended_at is not null then
    perform private.raise_problem(
      'PT409', 'enrollment_ended', 'p_enrollment_id', 'This enrollment has ended.',
      'Resume it, or enroll in the plan again.'
    );
  end if;

  select greatest(v_enrollment.starts_on, max(pauses.resumed_on))
  into v_earliest
  from public.enrollment_pauses as pauses
  where pauses.user_id = v_enrollment.user_id and pauses.enrollment_id = p_enrollment_id;
  if v_on < v_earliest or v_on > private.own_today() then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_on', format('must be a day from %s to today', v_earliest),
      'A pause begins when the plan has begun, and behind the pause before it.'
    );
  end if;

  insert into public.enrollment_pauses (enrollment_id, user_id, paused_on)
  values (p_enrollment_id, v_enrollment.user_id, v_on);
  update public.enrollments set status = 'paused' where enrollments.id = p_enrollment_id;
end;
$function$;

CREATE OR REPLACE FUNCTION private.start_weights_problem (
  p_start_weights jsonb
)
  RETURNS text
  LANGUAGE sql
  IMMUTABLE
RETURN CASE WHEN (jsonb_typeof(p_start_weights) IS DISTINCT FROM 'object'::text) THEN 'must be an object'::text WHEN
  ((SELECT count(*) AS count FROM jsonb_object_keys(start_weights_problem.p_start_weights) jsonb_object_keys(jsonb_object_keys)) > 500) THEN 'must have at most 500 exercises'::text
  ELSE
  (SELECT CASE WHEN (NOT pg_input_is_valid(pair.key, 'uuid'::text)) THEN 'must have ids of exercises as keys'::text ELSE 'must have weights in kg from 0 to 2000'::text END AS
  "case" FROM jsonb_each(start_weights_problem.p_start_weights) pair(key, VALUE)
  WHERE
  ((NOT pg_input_is_valid(pair.key, 'uuid'::text)) OR (jsonb_typeof(pair.value) <> 'number'::text) OR ((((pair.value #>> '{}'::text[]))::numeric < (0)::numeric) OR (((pair.value
  #>> '{}'::text[]))::numeric > (2000)::numeric))) LIMIT 1) END;

CREATE OR REPLACE FUNCTION private.step_export (
  p_job public.jobs
)
  RETURNS private.job_step
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  if not p_job.state ? 'path' then
    raise exception 'The file of this export was not written.' using errcode = 'P0002';
  end if;
  return (true, 100, null::jsonb, p_job.state);
end;
$function$;

CREATE OR REPLACE FUNCTION private.step_import (
  p_job public.jobs
)
  RETURNS private.job_step
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_report jsonb;
  v_staged record;
  v_tried jsonb;
  v_outcome text;
  v_counts jsonb := coalesce(p_job.state -> 'counts', '{"added": 0, "known": 0, "deleted": 0, "failed": 0}');
  v_problems jsonb := coalesce(p_job.state -> 'problems', '[]');
  v_sets integer := 0;
  v_last integer;
  v_left integer;
  v_total integer;
begin
  -- Nobody writes for the user in the meantime; and no row is locked before this.
  perform private.lock_user_data(p_job.user_id);
  perform private.act_for(p_job.user_id);
  select import_reports.report into strict v_report from private.import_reports where import_reports.job_id = p_job.id;
  if v_report ->> 'outcome' <> 'imported' then
    return (true, 100, null::jsonb, v_report);
  end if;

  for v_staged in
    select staged.ordinal, staged.sets, staged.workout
    from private.staged_workouts as staged
    where staged.job_id = p_job.id
    order by staged.ordinal
    limit 50
  loop
    v_tried := private.try_import_workout(p_job.user_id, v_staged.workout);
    v_outcome := v_tried ->> 'outcome';
    v_counts := v_counts || jsonb_build_object(v_outcome, (v_counts ->> v_outcome)::integer + 1);
    if v_tried ? 'problem' and jsonb_array_length(v_problems) < 500 then
      v_problems := v_problems || jsonb_build_array(v_tried -> 'problem');
    end if;
    v_last := v_staged.ordinal;
    v_sets := v_sets + v_staged.sets;
    exit when v_sets >= 600;
  end loop;

  delete from private.staged_workouts as done where done.job_id = p_job.id and done.ordinal <= v_last;
  select count(*) into v_left from private.staged_workouts as waiting where waiting.job_id = p_job.id;

  v_total := greatest((v_report #>> '{workouts,readable}')::integer, 1);
  return (
    v_left = 0,
    least(100 - 99 * v_left / v_total, 99),
    jsonb_build_object('counts', v_counts, 'problems', v_problems),
    v_report || jsonb_build_object(
      'workouts', (v_report -> 'workouts') || v_counts,
      'problems', (v_report -> 'problems') || v_problems
    )
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.step_merge_exercises (
  p_job public.jobs
)
  RETURNS private.job_step
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_from public.exercises;
  v_into public.exercises;
  v_user_id uuid;
  v_moved integer;
  v_state jsonb := jsonb_build_object('rows', coalesce((p_job.state ->> 'rows')::integer, 0));
begin
  select exercises.* into v_from from public.exercises where exercises.id = (p_job.input ->> 'from')::uuid;
  v_user_id := coalesce(v_from.user_id, private.next_user_of_exercise(v_from.id));

  -- An own exercise is replaced here, under its owner's lock: since the job was asked for it may have gone another way.
  if v_from.user_id is not null then
    perform private.lock_user_data(v_user_id);
    select exercises.* into v_from from public.exercises where exercises.id = v_from.id;
    v_into := private.usable_exercise((p_job.input ->> 'into')::uuid, v_user_id);
    if v_from.id is not null and v_from.replaced_by is null then
      perform private.check_merge(v_from, v_into);
      perform private.replace_exercise(v_from.id, v_into.id);
      v_from.replaced_by := v_into.id;
    end if;

  -- Whoever read a global one before it was replaced holds a lock on it until what they wrote can be seen.
  elsif v_user_id is null and v_from.id is not null then
    perform set_config('lock_timeout', '2s', true);
    begin
      perform 1 from public.exercises where exercises.id = v_from.id for update;
    exception
      when lock_not_available then
        return (false, 0, v_state, null::jsonb);
    end;
    return (private.next_user_of_exercise(v_from.id) is null, 0, v_state, v_state);
  end if;

  if v_from.id is null then
    return (true, 100, v_state, v_state);
  end if;
  v_moved := private.move_exercise_uses(v_user_id, v_from.id, v_from.replaced_by, 300);
  v_state := jsonb_build_object('rows', (v_state ->> 'rows')::integer + v_moved);
  return (v_from.user_id is not null and v_moved < 300, 0, v_state, v_state);
end;
$function$;

CREATE OR REPLACE FUNCTION private.store_exercise_documents (
  p_exercise_ids uuid[],
  p_locales      text[]
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  with targets as materialized (
    select exercises.*, languages.locale, exercise_translations.name as translation
    from public.exercises
    cross join lateral (
      select unnest(p_locales) as locale where exercises.user_id is null
      union all
      select 'und' where exercises.user_id is not null
    ) as languages
    left join public.exercise_translations on exercise_translations.exercise_id = exercises.id
      and exercise_translations.locale = languages.locale
    where exercises.id = any(p_exercise_ids) and exercises.archived_at is null
  ),
  prominences as materialized (
    select
      targets.id,
      targets.locale,
      round(
        1000 * (1 + ln(1 + (
          select count(*)
          from public.exercise_aliases
          where exercise_aliases.exercise_id = targets.id and exercise_aliases.locale = 'en'
        )))
        / (2 + cardinality(string_to_array(coalesce(targets.translation, targets.name), ' ')))
      )::integer as prominence
    from targets
  ),
  -- Every spelling is folded once, for however many languages.
  spellings as materialized (
    select exercises.id as exercise_id, 'en' as locale, 'name' as is_a, private.fold_text(exercises.name) as words
    from public.exercises
    where exercises.id = any(p_exercise_ids)
    union all
    select exercise_id, exercise_translations.locale, 'name', private.fold_text(exercise_translations.name)
    from public.exercise_translations
    where exercise_id = any(p_exercise_ids)
    union all
    select exercise_id, exercise_aliases.locale, 'alias', private.fold_text(exercise_aliases.alias)
    from public.exercise_aliases
    where exercise_id = any(p_exercise_ids)
    union all
    select exercise_muscles.exercise_id, null, 'part', private.fold_text(muscles.name)
    from public.exercise_muscles
    join public.muscles on muscles.id = exercise_muscles.muscle_id
    where exercise_muscles.exercise_id = any(p_exercise_ids)
    union all
    select exercise_equipment.exercise_id, null, 'part', private.fold_text(equipment.name)
    from public.exercise_equipment
    join public.equipment on equipment.id = exercise_equipment.equipment_id
    where exercise_equipment.exercise_id = any(p_exercise_ids)
  ),
  labelled as materialized (
    select
      spellings.*,
      case when spellings.is_a <> 'part' then private.label_of(string_to_array(spellings.words, ' ')) end as label
    from spellings
    where spellings.words <> ''
  ),
  -- What each document has of them: its own language, English, and of an own exercise all.
  weighted as (
    select
      targets.id,
      targets.locale,
      labelled.words,
      labelled.label,
      case
        when labelled.is_a = 'part' then 'D'
        when labelled.is_a = 'alias' then 'B'
        when labelled.locale = targets.locale or targets.translation is null then 'A'
        else 'C'
      end as weight
    from targets
    join labelled on labelled.exercise_id = targets.id
      and (labelled.locale in (targets.locale, 'en') or labelled.locale is null or targets.locale = 'und')
  ),
  -- Sixteen places apart, so that words of different spellings are no neighbours.
  numbered as (
    select
      weighted.*,
      16 * row_number() over (
        partition by weighted.id, weighted.locale order by weighted.weight, weighted.words
      ) as place
    from weighted
  ),
  lexemes as (
    select
      numbered.id, numbered.locale,
      format('%L:%s%s', numbered.locale || '/' || word, numbered.place + ordinal, numbered.weight) as lexeme
    from numbered
    cross join unnest(string_to_array(numbered.words, ' ')) with ordinality as split (word, ordinal)
    union all
    select
      numbered.id, numbered.locale,
      format('%L', numbered.locale || '=' || numbered.label)
    from numbered
    where numbered.label is not null
    union all
    select prominences.id, prominences.locale, format('%L', prominences.locale || '^')
    from prominences
    where prominences.prominence >= 550
    union all
    select targets.id, targets.locale, format('%L', targets.locale || '#' || tag)
    from targets
    cross join lateral (
      values ('kind:' || targets.kind), ('level:' || targets.level), ('category:' || targets.category)
      union all
      select 'muscle:' || exercise_muscles.muscle_id
      from public.exercise_muscles
      where exercise_muscles.exercise_id = targets.id
      union all
      select 'primary:' || exercise_muscles.muscle_id
      from public.exercise_muscles
      where exercise_muscles.exercise_id = targets.id and exercise_muscles.role = 'primary'
      union all
      select 'equipment:' || coalesce(exercise_equipment.equipment_id, '')
      from (select targets.id) as target
      left join public.exercise_equipment on exercise_equipment.exercise_id = target.id
    ) as tags (tag)
  ),
  documents as (
    select lexemes.id, lexemes.locale, string_agg(lexemes.lexeme, ' ')::tsvector as document
    from lexemes
    group by lexemes.id, lexemes.locale
  ),
  made as materialized (
    select
      targets.id as exercise_id,
      targets.locale,
      targets.user_id,
      coalesce(targets.translation, targets.name) as name,
      prominences.prominence,
      array(
        select exercise_equipment.equipment_id
        from public.exercise_equipment
        where exercise_equipment.exercise_id = targets.id
        order by exercise_equipment.equipment_id
      ) as equipment,
      documents.document
    from targets
    join prominences on prominences.id = targets.id and prominences.locale = targets.locale
    join documents on documents.id = targets.id and documents.locale = targets.locale
  ),
  gone as (
    delete from private.exercise_documents as stored
    where stored.exercise_id = any(p_exercise_ids)
      and not exists (
        select 1 from made where made.exercise_id = stored.exercise_id and made.locale = stored.locale
      )
  )
  -- By language, because that is how search reads them.
  insert into private.exercise_documents as stored (exercise_id, locale, user_id, name, prominence, equipment, document)
  select made.exercise_id, made.locale, made.user_id, made.name, made.prominence, made.equipment, made.document
  from made
  order by made.locale, made.name
  on conflict (exercise_id, locale) do update
    set
      user_id = excluded.user_id, name = excluded.name, prominence = excluded.prominence,
      equipment = excluded.equipment, document = excluded.document
    where (stored.user_id, stored.name, stored.prominence, stored.equipment, stored.document)
      is distinct from (
        excluded.user_id, excluded.name, excluded.prominence, excluded.equipment, excluded.document
      );
end;
$function$;

CREATE OR REPLACE FUNCTION private.store_workout_exercises (
  p_workout_id uuid,
  p_exercises  jsonb
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_exercise_ids uuid[] := array(
    select stored.id from public.workout_exercises as stored where stored.workout_id = p_workout_id
  );
  v_set_ids uuid[] := '{}';
begin
  -- A new workout has nothing to change, and most are new.
  if v_exercise_ids <> '{}' then
    -- Rows that stay are changed in place: sync, routines and photos know them by their ids. Those that now stand
    -- elsewhere, or for another exercise, go and come again.
    delete from public.workout_exercises as stored
    where stored.workout_id = p_workout_id
      and not exists (
        select 1
        from jsonb_to_recordset(p_exercises) as sent (id uuid, exercise_id uuid)
        where sent.id = stored.id and sent.exercise_id = stored.exercise_id
      );

    update public.workout_exercises as stored
    set
      routine_exercise_id = sent.routine_exercise_id, position = sent.position::smallint,
      superset_group = sent.superset_group::smallint, notes = sent.notes
    from jsonb_to_recordset(p_exercises) as sent (
      id uuid, routine_exercise_id uuid, position numeric, superset_group numeric, notes text
    )
    where stored.workout_id = p_workout_id
      and stored.id = sent.id
      and (stored.routine_exercise_id, stored.position, stored.superset_group, stored.notes)
        is distinct from
        (sent.routine_exercise_id, sent.position::smallint, sent.superset_group::smallint, sent.notes);

    delete from public.workout_sets as stored
    where stored.workout_exercise_id = any(v_exercise_ids)
      and not exists (
        select 1
        from private.sent_sets(p_exercises) as sent
        where sent.id = stored.id and sent.workout_exercise_id = stored.workout_exercise_id
      );

    update public.workout_sets as stored
    set
      position = sent.position, set_type = sent.set_type, reps = sent.reps, weight_kg = sent.weight_kg,
      duration_seconds = sent.duration_seconds, distance_meters = sent.distance_meters, rpe = sent.rpe, rir = sent.rir,
      side = sent.side, rest_seconds = sent.rest_seconds, tempo = sent.tempo, incline_percent = sent.incline_percent,
      steps = sent.steps, energy_kcal = sent.energy_kcal, average_heart_rate = sent.average_heart_rate,
      max_heart_rate = sent.max_heart_rate, notes = sent.notes, target = sent.target, completed_at = sent.completed_at
    from private.sent_sets(p_exercises) as sent
    where stored.workout_exercise_id = any(v_exercise_ids)
      and stored.workout_exercise_id = sent.workout_exercise_id
      and stored.id = sent.id
      and (
        stored.position, stored.set_type, stored.reps, stored.weight_kg, stored.duration_seconds,
        stored.distance_meters, stored.rpe, stored.rir, stored.side, stored.rest_seconds, stored.tempo,
        stored.incline_percent, stored.steps, stored.energy_kcal, stored.average_heart_rate, stored.max_heart_rate,
        stored.notes, stored.target, stored.completed_at
      ) is distinct from (
        sent.position, sent.set_type, sent.reps, sent.weight_kg, sent.duration_seconds, sent.distance_meters, sent.rpe,
        sent.rir, sent.side, sent.rest_seconds, sent.tempo, sent.incline_percent, sent.steps, sent.energy_kcal,
        sent.average_heart_rate, sent.max_heart_rate, sent.notes, sent.target, sent.completed_at
      );

    v_exercise_ids := array(
      select stored.id from public.workout_exercises as stored where stored.workout_id = p_workout_id
    );
    v_set_ids := array(
      select stored.id from public.workout_sets as stored where stored.workout_exercise_id = any(v_exercise_ids)
    );
  end if;

  insert into public.workout_exercises (
    id, workout_id, exercise_id, routine_exercise_id, position, superset_group, notes
  )
  select
    sent.id, p_workout_id, sent.exercise_id, sent.routine_exercise_id, sent.position::smallint,
    sent.superset_group::smallint, sent.notes
  from jsonb_to_recordset(p_exercises) as sent (
    id uuid, exercise_id uuid, routine_exercise_id uuid, position numeric, superset_group numeric, notes text
  )
  where sent.id <> all(v_exercise_ids);

  insert into public.workout_sets (
    id, workout_exercise_id, position, set_type, reps, weight_kg, duration_seconds, distance_meters, rpe, rir, side,
    rest_seconds, tempo, incline_percent, steps, energy_kcal, average_heart_rate, max_heart_rate, notes, target,
    completed_at
  )
  select
    sent.id, sent.workout_exercise_id, sent.position, sent.set_type, sent.reps, sent.weight_kg, sent.duration_seconds,
    sent.distance_meters, sent.rpe, sent.rir, sent.side, sent.rest_seconds, sent.tempo, sent.incline_percent, sent.steps,
    sent.energy_kcal, sent.average_heart_rate, sent.max_heart_rate, sent.notes, sent.target, sent.completed_at
  from private.sent_sets(p_exercises) as sent
  where sent.id <> all(v_set_ids);
end;
$function$;

CREATE OR REPLACE FUNCTION private.submission_document (
  p_submission_id uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select jsonb_build_object(
      'id', submissions.id,
      'type', submissions.type,
      'exercise_id', submissions.exercise_id,
      'plan_id', submissions.plan_id,
      'status', submissions.status,
      'version', submissions.version,
      'content', submissions.content,
      'note', submissions.note,
      'result_exercise_id', submissions.result_exercise_id,
      'submitted_at', submissions.submitted_at,
      'reviews', coalesce(
        (
          select jsonb_agg(
            jsonb_build_object(
              'version', reviews.version, 'decision', reviews.decision, 'reason', reviews.reason,
              'created_at', reviews.created_at
            )
            order by reviews.id
          )
          from public.submission_reviews as reviews
          where reviews.submission_id = submissions.id
        ),
        '[]'
      )
    )
    from public.submissions
    where submissions.id = p_submission_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.submit_own_exercise (
  p_exercise_id uuid,
  p_note        text
)
  RETURNS uuid
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  perform private.lock_user_data((select auth.uid()));
  if not exists (
    select 1
    from public.exercises
    where exercises.id = p_exercise_id
      and exercises.user_id = (select auth.uid())
      and exercises.archived_at is null
  ) then
    perform private.raise_id_unusable('p_exercise_id');
  end if;
  return private.open_submission(
    'exercise', p_exercise_id, null, private.exercise_document(p_exercise_id) - array['id', 'version'], p_note
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.submit_own_plan (
  p_plan_id uuid,
  p_note    text
)
  RETURNS uuid
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
begin
  perform private.lock_user_data(v_user_id);
  perform private.require_public_plan(p_plan_id, v_user_id, 'p_plan_id');
  return private.open_submission('plan', null, p_plan_id, private.shared_plan_document(p_plan_id), p_note);
end;
$function$;

CREATE OR REPLACE FUNCTION private.suggested_exercises (
  p_name text
)
  RETURNS jsonb
  LANGUAGE sql
  STABLE
  SET search_path TO ''
  AS $function$
  select coalesce(jsonb_agg(jsonb_build_object('id', exercises.id, 'name', exercises.name) order by found.ordinal), '[]')
  from private.match_exercises(
    jsonb_build_object(
      'query', left(p_name, 80), 'muscles', '[]'::jsonb, 'equipment', '[]'::jsonb, 'kinds', '[]'::jsonb,
      'levels', '[]'::jsonb, 'categories', '[]'::jsonb, 'scope', 'all', 'locale', 'en'
    ),
    current_date, null, 3
  ) with ordinality as found (exercise_id, rank, name, ordinal)
  join public.exercises on exercises.id = found.exercise_id;
$function$;

CREATE OR REPLACE FUNCTION private.sync_columns (
  p_relation text
)
  RETURNS TABLE (
    name          text,
    is_insertable boolean,
    is_updatable  boolean,
    value         text
  )
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- What a client may write through REST it may write through sync, and nothing else.
  return query
  select
    attribute.attname::text,
    has_column_privilege('authenticated', attribute.attrelid, attribute.attnum, 'insert'),
    has_column_privilege('authenticated', attribute.attrelid, attribute.attnum, 'update'),
    -- What is null and may not be has its default.
    format(
      case when attribute.attnotnull and attribute.atthasdef then 'coalesce(%1$s, %2$s)' else '%1$s' end,
      format(
        case
          when attribute.atttypid = 'timestamptz'::regtype
            then $value$timestamptz 'epoch' + (sent.record ->> %1$L)::double precision * interval '1 millisecond'$value$
          when attribute.atttypid in ('smallint'::regtype, 'integer'::regtype)
            then '(sent.record ->> %1$L)::numeric::%2$s'
          when attribute.attndims > 0
            then 'array(select jsonb_array_elements_text((sent.record ->> %1$L)::jsonb))::%2$s'
          else '(sent.record ->> %1$L)::%2$s'
        end,
        attribute.attname, format_type(attribute.atttypid, attribute.atttypmod)
      ),
      pg_get_expr(attrdef.adbin, attrdef.adrelid)
    )
  from pg_catalog.pg_attribute as attribute
  left join pg_catalog.pg_attrdef as attrdef
    on attrdef.adrelid = attribute.attrelid and attrdef.adnum = attribute.attnum
  where attribute.attrelid = format('public.%I', p_relation)::regclass
    and attribute.attnum > 0
    and not attribute.attisdropped
    and (
      has_column_privilege('authenticated', attribute.attrelid, attribute.attnum, 'insert')
      or has_column_privilege('authenticated', attribute.attrelid, attribute.attnum, 'update')
    );
end;
$function$;

CREATE OR REPLACE FUNCTION private.sync_conflicts (
  p_relation text,
  p_row_id   text,
  p_records  jsonb
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_conflicts jsonb;
begin
  execute format(
    'select coalesce(
       jsonb_agg(
         jsonb_build_object(''table'', $3, ''id'', sent.record ->> ''id'', ''code'', conflict.code)
         order by sent.ordinal
       ),
       ''[]''
     )
     from jsonb_array_elements($1) with ordinality as sent (record, ordinal)
     left join (
       select of_caller.* from public.%1$I as of_caller where of_caller.%2$I = any($4) and of_caller.user_id = $2
     ) as stored on stored.%2$I = (sent.record ->> ''id'')::uuid
     cross join lateral (
       select case
         when stored.%2$I is not null
           and (sent.record ->> ''version'')::numeric is distinct from stored.version
           -- What is stored already was stored by this very push, whose answer was lost.
           and not %3$s @> (
             select coalesce(jsonb_object_agg(pair.key, pair.value), ''{}'')
             from jsonb_each(sent.record) as pair
             where pair.key in (select columns.name from private.sync_columns($3) as columns)
           )
         then ''stale_version''
         when stored.%2$I is null and $3 <> ''exercise_preferences'' and exists (
           select from private.tombstones
           where tombstones.user_id = $2
             and tombstones.relation = $3
             and tombstones.row_id = (sent.record ->> ''id'')::uuid
         )
         then ''deleted''
       end as code
     ) as conflict
     where conflict.code is not null',
    p_relation, p_row_id, private.sync_record(p_relation)
  )
  into v_conflicts
  using
    p_records, (select auth.uid()), p_relation,
    array(select (sent.record ->> 'id')::uuid from jsonb_array_elements(p_records) as sent (record));
  return v_conflicts;
end;
$function$;

CREATE OR REPLACE FUNCTION private.sync_deletions (
  p_relation text,
  p_row_id   text,
  p_cursor   bigint
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_ids uuid[] := array(
    select tombstones.row_id
    from private.tombstones
    where tombstones.user_id = (select auth.uid())
      and tombstones.relation = p_relation
      and tombstones.changed_in >= p_cursor
  );
  v_deleted jsonb := '[]';
begin
  -- Most pulls find nothing here, and plan nothing.
  if v_ids <> '{}' then
    execute format(
      'select coalesce(jsonb_agg(buried.id order by buried.id), ''[]'')
       from unnest($1) as buried (id)
       where not exists (select from public.%I as stored where stored.%I = buried.id)',
      p_relation, p_row_id
    )
    into v_deleted
    using v_ids;
  end if;
  return v_deleted;
end;
$function$;

CREATE OR REPLACE FUNCTION private.sync_exercise_parts (
  p_exercise_id uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return jsonb_build_object(
    'muscles', (
      select coalesce(
        jsonb_agg(
          jsonb_build_object('muscle_id', parts.muscle_id, 'role', parts.role, 'weight', parts.weight)
          order by parts.muscle_id
        ),
        '[]'
      )::text
      from public.exercise_muscles as parts
      where parts.exercise_id = p_exercise_id
    ),
    'equipment', (
      select coalesce(jsonb_agg(parts.equipment_id order by parts.equipment_id), '[]')::text
      from public.exercise_equipment as parts
      where parts.exercise_id = p_exercise_id
    ),
    'aliases', (
      select coalesce(jsonb_agg(parts.alias order by parts.alias), '[]')::text
      from public.exercise_aliases as parts
      where parts.exercise_id = p_exercise_id
    ),
    'names', (
      select coalesce(jsonb_object_agg(parts.locale, parts.name), '{}')::text
      from public.exercise_translations as parts
      where parts.exercise_id = p_exercise_id
    )
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.sync_horizon()
  RETURNS bigint
  LANGUAGE sql
  STABLE
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
  select coalesce((select sync_state.generation from private.sync_state), 1) * 1099511627776
    + pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
$function$;

CREATE OR REPLACE FUNCTION private.sync_problem (
  p_sqlstate text,
  p_message  text,
  p_detail   text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  IMMUTABLE
  SET search_path TO ''
  AS $function$
begin
  return (
    select case
      when p_sqlstate like 'PT%' then jsonb_build_object('code', p_message) || p_detail::jsonb
      when p_sqlstate = '23505' then jsonb_build_object('code', 'id_unusable', 'text', 'This id cannot be used.')
      when p_sqlstate = '42501' then jsonb_build_object('code', 'not_allowed', 'text', 'A client may not do this.')
      else jsonb_build_object('code', 'invalid_field', 'text', p_message)
    end
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.sync_record (
  p_relation text
)
  RETURNS text
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  return (
    select format(
      'jsonb_build_object(''id'', stored.%I, %s)%s',
      relations.row_id,
      string_agg(
        format(
          case
            when attribute.atttypid = 'timestamptz'::regtype
              then '%1$L, (extract(epoch from stored.%1$I) * 1000)::bigint'
            when attribute.atttypid = 'jsonb'::regtype then '%1$L, stored.%1$I::text'
            when attribute.attndims > 0 then '%1$L, to_jsonb(stored.%1$I)::text'
            else '%1$L, stored.%1$I'
          end,
          attribute.attname
        ),
        ', ' order by attribute.attnum
      ),
      case relations.relation when 'exercises' then ' || private.sync_exercise_parts(stored.id)' else '' end
    )
    from private.sync_relations() as relations
    join pg_catalog.pg_attribute as attribute
      on attribute.attrelid = format('public.%I', relations.relation)::regclass
      and attribute.attnum > 0
      and not attribute.attisdropped
      and attribute.attname not in ('id', 'user_id', 'changed_in')
    where relations.relation = p_relation
    group by relations.relation, relations.row_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.sync_relations()
  RETURNS TABLE (
    "position"      integer,
    relation        text,
    row_id          text,
    parent_relation text,
    parent_id       text
  )
  LANGUAGE sql
  IMMUTABLE
BEGIN ATOMIC
 VALUES (1,'profile_settings'::text,'user_id'::text,NULL::text,NULL::text),
   (2,'exercises'::text,'id'::text,NULL::text,NULL::text),
   (3,'exercise_preferences'::text,'exercise_id'::text,'exercises'::text,'exercise_id'::text),
   (4,'gyms'::text,'id'::text,NULL::text,NULL::text),
   (5,'gym_equipment'::text,'id'::text,'gyms'::text,'gym_id'::text),
   (6,'routine_folders'::text,'id'::text,NULL::text,NULL::text),
   (7,'routines'::text,'id'::text,NULL::text,NULL::text),
   (8,'routine_exercises'::text,'id'::text,'routines'::text,'routine_id'::text),
   (9,'routine_sets'::text,'id'::text,'routine_exercises'::text,'routine_exercise_id'::text),
   (10,'plans'::text,'id'::text,NULL::text,NULL::text),
   (11,'plan_days'::text,'id'::text,'plans'::text,'plan_id'::text),
   (12,'enrollments'::text,'id'::text,'plans'::text,'plan_id'::text),
   (13,'enrollment_pauses'::text,'id'::text,'enrollments'::text,'enrollment_id'::text),
   (14,'workouts'::text,'id'::text,NULL::text,NULL::text),
   (15,'workout_exercises'::text,'id'::text,'workouts'::text,'workout_id'::text),
   (16,'workout_sets'::text,'id'::text,'workout_exercises'::text,'workout_exercise_id'::text),
   (17,'measurement_types'::text,'id'::text,NULL::text,NULL::text),
   (18,'measurements'::text,'id'::text,'measurement_types'::text,'type_id'::text), (19,'progress_photos'::text,'id'::text,NULL::text,NULL::text);
END;

CREATE OR REPLACE FUNCTION private.take_down_plan (
  p_id     uuid,
  p_reason text
)
  RETURNS void
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_author_id uuid;
begin
  if not private.has_role('moderator') then
    perform private.raise_problem(
      'PT403', 'not_allowed', 'p_id', 'Only a moderator takes plans out of the library.', 'Ask a moderator.'
    );
  end if;
  if coalesce(char_length(p_reason), 0) not between 1 and 2000 or p_reason !~ '[^[:space:]]' then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_reason', 'must be text of 1 to 2000 characters, not all of them spaces',
      'Tell the author why, and call again.'
    );
  end if;

  update public.published_plans as plans
  set visibility = 'private', removed_at = now(), removal_reason = p_reason
  where plans.id = p_id and plans.user_id is not null and plans.removed_at is null
  returning plans.user_id into v_author_id;
  if not found then
    perform private.raise_id_unusable('p_id');
  end if;
  perform private.record_audit_event(
    'published_plan.removed', v_author_id, jsonb_build_object('published_plan_id', p_id, 'reason', p_reason)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_bury()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  execute format(
    'insert into private.tombstones (user_id, relation, row_id)
     select old_rows.user_id, $1, old_rows.%I
     from old_rows
     -- Global rows have no user, and one who is being erased needs no tombstones.
     join auth.users on users.id = old_rows.user_id
     on conflict (user_id, relation, row_id) do update
       set changed_in = excluded.changed_in, deleted_at = excluded.deleted_at',
    coalesce(tg_argv[0], 'id')
  )
  using tg_table_name;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_check_exercise()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  select usable.id
  into new.exercise_id
  from private.usable_exercise(new.exercise_id, new.user_id) as usable;
  if new.exercise_id is null then
    perform private.raise_id_unusable('exercise_id');
  end if;
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_check_measurement()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_type public.measurement_types;
  v_problem record;
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  select measurement_types.*
  into v_type
  from public.measurement_types
  where measurement_types.id = new.type_id
    and (measurement_types.user_id is null or measurement_types.user_id = new.user_id);
  if not found then
    perform private.raise_id_unusable('type_id');
  end if;

  select problem.* into v_problem from private.measurement_problem(v_type, new.side, new.value) as problem;
  if v_problem.message is not null then
    perform private.raise_problem(
      'PT422', v_problem.message, v_problem.path, v_problem.text, 'Correct the field and send it again.'
    );
  end if;
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_check_plan_week()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  if new.week > (select plans.weeks from public.plans where plans.id = new.plan_id and plans.user_id = new.user_id) then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'week', 'must be a week of the plan', 'Make the plan longer first.'
    );
  end if;
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_complete_enrollment()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  update public.enrollments
  set status = 'completed', ended_at = new.ended_at
  where enrollments.id = new.enrollment_id
    and enrollments.status = 'active'
    and (select next.status from private.next_session(new.enrollment_id, new.local_date) as next) = 'completed';
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_count_plan_completion()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  insert into public.plan_uses (user_id, published_plan_id, type)
  select new.user_id, published_plans.id, 'completion'
  from public.plans
  join public.published_plans on published_plans.id = plans.copied_from_published_plan_id
  where plans.id = new.plan_id and published_plans.user_id is distinct from new.user_id
  on conflict do nothing;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_count_plan_copy()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  insert into public.plan_uses (user_id, published_plan_id, type)
  select new.user_id, plans.id, 'copy'
  from public.published_plans as plans
  where plans.id = new.copied_from_published_plan_id and plans.user_id is distinct from new.user_id
  on conflict do nothing;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_count_plan_likes()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  -- In order, so that two statements over several plans do not wait for each other.
  perform 1
  from public.published_plans as plans
  where plans.id in (select changed_rows.published_plan_id from changed_rows)
  order by plans.id
  for no key update;

  -- A difference, added to what the row has by then: exact, whoever else counts meanwhile. A plan that is being deleted
  -- with its likes is gone by now.
  update public.published_plans as plans
  set like_count = plans.like_count + case tg_op when 'INSERT' then changed.likes else -changed.likes end
  from (
    select changed_rows.published_plan_id, count(*) as likes from changed_rows group by changed_rows.published_plan_id
  ) as changed
  where plans.id = changed.published_plan_id;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_count_plan_uses()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_sign integer := case tg_op when 'INSERT' then 1 else -1 end;
begin
  -- In order, so that two statements over several plans do not wait for each other.
  perform 1
  from public.published_plans as plans
  where plans.id in (select changed_rows.published_plan_id from changed_rows)
  order by plans.id
  for no key update;

  -- A difference, added to what the row has by then: exact, whoever else counts meanwhile. A plan that is being deleted
  -- with its uses is gone by now.
  update public.published_plans as plans
  set
    copy_count = plans.copy_count + v_sign * changed.copies,
    completion_count = plans.completion_count + v_sign * changed.completions
  from (
    select
      changed_rows.published_plan_id,
      count(*) filter (where changed_rows.type = 'copy') as copies,
      count(*) filter (where changed_rows.type = 'completion') as completions
    from changed_rows
    group by changed_rows.published_plan_id
  ) as changed
  where plans.id = changed.published_plan_id;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_default_first_gym()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  new.is_default := new.is_default or not exists (select from public.gyms where gyms.user_id = new.user_id);
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_effective_visibility()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  select private.least_visibility(new.visibility, coalesce(max(profiles.visibility), 'private'))
  into new.effective_visibility
  from public.profiles
  where profiles.user_id = new.user_id;
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_enforce_quota()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_quota private.quotas;
  v_is_exceeded boolean;
begin
  select quotas.* into v_quota from private.quotas where quotas.name = tg_argv[0];
  if not found then
    raise exception 'There is no quota named %.', tg_argv[0]
      using errcode = 'P0002', hint = 'Add it to sql/settings/15_quotas.sql.';
  end if;

  -- Reads no more than the quota's number of rows, however many there are.
  execute (
    select format(
      'select exists (
         select from (select distinct %s from new_rows) as touched
         where exists (select from %I.%I as stored where (%s) = (%s) offset $1)
       )',
      string_agg(format('new_rows.%I', name), ', '), tg_table_schema, tg_table_name,
      string_agg(format('stored.%I', name), ', '), string_agg(format('touched.%I', name), ', ')
    )
    from unnest(tg_argv[1:]) as counted (name)
  )
  into v_is_exceeded
  using v_quota.max_count;

  if v_is_exceeded then
    perform private.raise_problem(
      'PT409', 'quota_exceeded', v_quota.name,
      format('There may be %s at most: %s', v_quota.max_count, v_quota.description),
      'Delete what is no longer needed, then try again.',
      v_quota.max_count
    );
  end if;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_forget_import()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  delete from private.staged_workouts where staged_workouts.job_id = new.id;
  delete from private.import_reports where import_reports.job_id = new.id;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_forget_tombstones()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  delete from private.tombstones where tombstones.user_id = old.id;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_index_own_exercises()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_ids uuid[];
begin
  -- The catalogue's loaders index what they load themselves, once a file.
  execute format(
    'select array_agg(distinct exercises.id)
     from %I as changed
     join public.exercises on exercises.id = changed.%I
     where exercises.user_id is not null',
    case tg_op when 'DELETE' then 'old_rows' else 'new_rows' end, tg_argv[0]
  )
  into v_ids;
  if v_ids is not null then
    perform private.index_exercises(v_ids);
  end if;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_index_published_plan()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  insert into private.published_plan_documents as stored (published_plan_id, document)
  select
    new.id,
    setweight(to_tsvector('simple', private.fold_text(new.name)), 'A')
    || setweight(
      to_tsvector('simple', private.fold_text(concat_ws(' ', new.goal, new.level, array_to_string(new.tags, ' ')))), 'B'
    )
    || setweight(to_tsvector('simple', private.fold_text(coalesce(used.names, ''))), 'C')
    || setweight(to_tsvector('simple', private.fold_text(coalesce(new.description, ''))), 'D')
  from (
    select string_agg(distinct coalesce(exercises.name, carried.node ->> 'name'), ' ') as names
    from jsonb_path_query(new.document, '$.routines[*].exercises[*].exercise') as exercise (reference)
    left join public.exercises
      on exercises.user_id is null and exercises.id::text = exercise.reference #>> '{}'
    left join jsonb_path_query(new.document, '$.exercises[*]') as carried (node)
      on carried.node -> 'key' = exercise.reference
  ) as used
  on conflict (published_plan_id) do update set document = excluded.document;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_inherit_exercise_kind()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  select usable.id, usable.kind
  into new.exercise_id, new.exercise_kind
  from private.usable_exercise(new.exercise_id, new.user_id) as usable;
  if new.exercise_id is null then
    perform private.raise_id_unusable('exercise_id');
  end if;
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_inherit_exercise_owner()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  select exercises.user_id
  into new.user_id
  from public.exercises
  where exercises.id = new.exercise_id;
  if not found then
    perform private.raise_id_unusable('exercise_id');
  end if;
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_inherit_owner()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_caller_id uuid := (select auth.uid());
  v_parent_id uuid := (to_jsonb(new) ->> tg_argv[1])::uuid;
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  execute format('select parent.user_id from public.%I as parent where parent.id = $1', tg_argv[0])
  into new.user_id
  using v_parent_id;
  if new.user_id is null or (v_caller_id is not null and new.user_id <> v_caller_id) then
    perform private.raise_id_unusable(tg_argv[1]);
  end if;
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_inherit_routine_exercise()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_caller_id uuid := (select auth.uid());
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  select routine_exercises.user_id, routine_exercises.routine_id, routine_exercises.exercise_kind
  into new.user_id, new.routine_id, new.exercise_kind
  from public.routine_exercises
  where routine_exercises.id = new.routine_exercise_id
    and (v_caller_id is null or routine_exercises.user_id = v_caller_id);
  if not found then
    perform private.raise_id_unusable('routine_exercise_id');
  end if;
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_inherit_workout()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_caller_id uuid := (select auth.uid());
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  select workouts.user_id, workouts.local_date
  into new.user_id, new.local_date
  from public.workouts
  where workouts.id = new.workout_id and (v_caller_id is null or workouts.user_id = v_caller_id);
  if not found then
    perform private.raise_id_unusable('workout_id');
  end if;

  select usable.id, usable.kind
  into new.exercise_id, new.exercise_kind
  from private.usable_exercise(new.exercise_id, new.user_id) as usable;
  if new.exercise_id is null then
    perform private.raise_id_unusable('exercise_id');
  end if;

  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_inherit_workout_exercise()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_caller_id uuid := (select auth.uid());
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  select
    workout_exercises.user_id, workout_exercises.exercise_id, workout_exercises.exercise_kind,
    workout_exercises.local_date
  into new.user_id, new.exercise_id, new.exercise_kind, new.local_date
  from public.workout_exercises
  where workout_exercises.id = new.workout_exercise_id
    and (v_caller_id is null or workout_exercises.user_id = v_caller_id);
  if not found then
    perform private.raise_id_unusable('workout_exercise_id');
  end if;
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_keep_days_in_plan()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  if exists (select 1 from public.plan_days where plan_days.plan_id = new.id and plan_days.week > new.weeks) then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'weeks', format('There are days after week %s.', new.weeks),
      'Delete or move those days first.'
    );
  end if;
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_keep_one_default_gym()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  -- The update below fires this trigger again, in the end with nothing changed.
  if not exists (select from changed_rows) then
    return null;
  end if;

  update public.gyms as stored
  set is_default = stored.id = chosen.id
  from (
    select distinct on (gyms.user_id) gyms.user_id, gyms.id
    from public.gyms
    where gyms.user_id in (select changed_rows.user_id from changed_rows)
    order by
      gyms.user_id, gyms.is_default and gyms.id in (select changed_rows.id from changed_rows) desc,
      gyms.is_default desc, gyms.created_at, gyms.id
  ) as chosen
  where stored.user_id = chosen.user_id and stored.is_default <> (stored.id = chosen.id);
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_keep_planned_routine()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_plan_name text;
begin
  -- Without a caller it is the backend, which erases a user's routines and plans in any order.
  if (select auth.uid()) is null then
    return old;
  end if;
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  select plans.name
  into v_plan_name
  from public.plan_days
  join public.plans on plans.id = plan_days.plan_id
  where plan_days.user_id = old.user_id and plan_days.routine_id = old.id
  order by plans.name
  limit 1;
  if found then
    perform private.raise_problem(
      'PT409', 'in_use', 'id', format('The plan "%s" uses this routine.', v_plan_name),
      'Take the routine out of the plan, or delete the plan, then try again.'
    );
  end if;
  return old;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_keep_used_kind()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  if exists (
      select 1
      from public.workout_exercises
      join public.workout_sets on workout_sets.workout_exercise_id = workout_exercises.id
      where workout_exercises.exercise_id = new.id
        and (
          (workout_sets.reps is not null and not private.kind_allows(new.kind, 'reps'))
          or (workout_sets.weight_kg is not null and not private.kind_allows(new.kind, 'weight_kg'))
          or (workout_sets.duration_seconds is not null and not private.kind_allows(new.kind, 'duration_seconds'))
          or (workout_sets.distance_meters is not null and not private.kind_allows(new.kind, 'distance_meters'))
        )
    )
    or exists (
      select 1
      from public.routine_exercises
      join public.routine_sets on routine_sets.routine_exercise_id = routine_exercises.id
      where routine_exercises.exercise_id = new.id
        and (
          (routine_sets.min_reps is not null and not private.kind_allows(new.kind, 'reps'))
          or (
            num_nonnulls(routine_sets.weight_kg, routine_sets.load_percent) > 0
            and not private.kind_allows(new.kind, 'weight_kg')
          )
          or (routine_sets.duration_seconds is not null and not private.kind_allows(new.kind, 'duration_seconds'))
          or (routine_sets.distance_meters is not null and not private.kind_allows(new.kind, 'distance_meters'))
        )
    )
  then
    perform private.raise_problem(
      'PT409', 'kind_in_use', 'kind',
      format('There are sets of this exercise with fields that %s has not.', new.kind),
      'Make a new exercise of this kind, or take these fields out of the sets first.'
    );
  end if;
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_local_date()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  if tg_op = 'INSERT' then
    select coalesce(max(profile_settings.day_start_hour), 0)
    into new.day_start_hour
    from public.profile_settings
    where profile_settings.user_id = new.user_id;
  end if;

  new.local_date := private.local_date(
    (to_jsonb(new) ->> tg_argv[0])::timestamptz, new.time_zone, new.day_start_hour
  );
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_lock_user_data()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  perform private.lock_user_data((select auth.uid()));
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_mark_change()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  if new is distinct from old then
    new.version := old.version + 1;
    new.changed_in := private.change_mark();
    new.updated_at := now();
  end if;
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_mark_workout()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_mark bigint := private.change_mark();
  v_workout_ids uuid[];
begin
  if tg_table_name = 'workouts' then
    v_workout_ids := array(select changed_rows.id from changed_rows where changed_rows.changed_in = v_mark);
  elsif tg_table_name = 'workout_exercises' then
    v_workout_ids := array(
      select distinct changed_rows.workout_id
      from changed_rows
      where tg_op = 'DELETE' or changed_rows.changed_in = v_mark
    );
  else
    v_workout_ids := array(
      -- A probe for each: a join would be guessed to want the whole table.
      select distinct (
        select workout_exercises.workout_id
        from public.workout_exercises
        where workout_exercises.id = changed_rows.workout_exercise_id
      )
      from changed_rows
      where tg_op = 'DELETE' or changed_rows.changed_in = v_mark
    );
  end if;

  -- A workout that goes with all that hangs below it is gone by now, and has a tombstone instead.
  insert into private.workout_changes as stored (workout_id, user_id, changed_in)
  select workouts.id, workouts.user_id, v_mark
  from public.workouts
  where workouts.id = any(v_workout_ids)
  on conflict (workout_id) do update
    set changed_in = excluded.changed_in
    where stored.changed_in <> excluded.changed_in;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_narrow_shared()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  perform private.lock_user_data(new.user_id);
  execute format(
    'update public.%I as shared
     set effective_visibility = private.least_visibility(shared.visibility, $2)
     where shared.user_id = $1
       and shared.effective_visibility <> private.least_visibility(shared.visibility, $2)',
    tg_argv[0]
  )
  using new.user_id, new.visibility;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_raise_parent_version()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  -- The parent's own trigger raises its version, once in a transaction: the second time updated_at is now() already. A
  -- parent that is being deleted with its children is gone by now.
  execute format(
    'update public.%I as parent set updated_at = now()
     where parent.id in (select changed.%I from %I as changed)',
    tg_argv[0], tg_argv[1], case tg_op when 'DELETE' then 'old_rows' else 'new_rows' end
  );
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_require_own()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_id uuid := (to_jsonb(new) ->> tg_argv[1])::uuid;
  v_owner_id uuid;
begin
  if v_id is null then
    return new;
  end if;
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  execute format('select referred.user_id from public.%I as referred where referred.id = $1', tg_argv[0])
  into v_owner_id
  using v_id;
  if v_owner_id is distinct from new.user_id then
    perform private.raise_id_unusable(tg_argv[1]);
  end if;
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_require_own_image()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  -- The backend and the owner of the database restore and repair; clients always have an id.
  if (select auth.uid()) is not null and not (
    starts_with(new.image_path, new.user_id || '/')
    and exists (
      select from storage.objects
      where objects.bucket_id = 'progress-photos' and objects.name = new.image_path || '/full.webp'
    )
  )
  then
    perform private.raise_id_unusable('image_path');
  end if;
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_withdraw_submissions()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  update public.submissions
  set status = 'withdrawn'
  where (submissions.exercise_id = old.id or submissions.plan_id = old.id)
    and submissions.status in ('pending', 'changes_requested')
    -- Of one who is being erased, all goes.
    and exists (select 1 from auth.users where users.id = old.user_id);
  return coalesce(new, old);
end;
$function$;

CREATE OR REPLACE FUNCTION private.training_monotony (
  p_daily_loads numeric[]
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN (SELECT (avg(days.load) / NULLIF(stddev_samp(days.load), (0)::numeric)) FROM unnest(training_monotony.p_daily_loads) days(load));

CREATE OR REPLACE FUNCTION private.training_strain (
  p_daily_loads numeric[]
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN ((SELECT sum(days.load) AS sum FROM unnest(training_strain.p_daily_loads) days(load)) * private.training_monotony(p_daily_loads));

CREATE OR REPLACE FUNCTION private.try_import_workout (
  p_user_id uuid,
  p_workout jsonb
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_code text;
  v_details text;
begin
  return jsonb_build_object('outcome', private.import_workout(p_user_id, p_workout));
exception
  when others then
    -- What passes by itself is for the next attempt at the whole step.
    if left(sqlstate, 2) in ('08', '40', '53', '54', '55', '57', '58', 'XX') then
      raise;
    end if;
    get stacked diagnostics v_code = message_text, v_details = pg_exception_detail;
    return jsonb_build_object(
      'outcome', 'failed',
      'problem', jsonb_build_object(
        'severity', 'error',
        'line', p_workout -> 'line',
        'path', coalesce(case when sqlstate ~ '^PT' then v_details::jsonb ->> 'path' end, ''),
        'code', 'not_stored',
        'text', case when sqlstate ~ '^PT' then v_code else 'The database refuses this workout.' end
      )
    );
end;
$function$;

CREATE OR REPLACE FUNCTION private.try_sync_deletions (
  p_relation text,
  p_row_id   text,
  p_ids      jsonb
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_id uuid;
  v_detail text;
  v_ids uuid[] := array(select jsonb_array_elements_text(p_ids)::uuid);
  v_refused jsonb := '[]';
begin
  if v_ids = '{}' then
    return v_refused;
  end if;
  -- All at once; only where one of them may not go, one by one.
  begin
    perform private.delete_sync_rows(p_relation, p_row_id, v_ids);
    return v_refused;
  exception
    when integrity_constraint_violation or insufficient_privilege or sqlstate 'PT409' or sqlstate 'PT403' then
      null;
  end;

  foreach v_id in array v_ids loop
    begin
      perform private.delete_sync_rows(p_relation, p_row_id, array[v_id]);
    exception
      when integrity_constraint_violation or insufficient_privilege or sqlstate 'PT409' or sqlstate 'PT403' then
        get stacked diagnostics v_detail = pg_exception_detail;
        v_refused := v_refused || jsonb_build_array(
          jsonb_build_object('table', p_relation, 'id', v_id) || private.sync_problem(sqlstate, sqlerrm, v_detail)
        );
    end;
  end loop;
  return v_refused;
end;
$function$;

CREATE OR REPLACE FUNCTION private.try_sync_records (
  p_relation text,
  p_row_id   text,
  p_records  jsonb
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_record jsonb;
  v_refused jsonb := '[]';
  v_detail text;
begin
  if p_records = '[]' then
    return v_refused;
  end if;
  -- All at once; only where one of them is bad, one by one.
  begin
    perform private.write_sync_records(p_relation, p_row_id, p_records);
    return v_refused;
  exception
    when data_exception or integrity_constraint_violation or raise_exception or insufficient_privilege
      or sqlstate 'PT409' or sqlstate 'PT422' or sqlstate 'PT403'
    then
      null;
  end;

  for v_record in select sent from jsonb_array_elements(p_records) as sent loop
    begin
      perform private.write_sync_records(p_relation, p_row_id, jsonb_build_array(v_record));
    exception
      when data_exception or integrity_constraint_violation or raise_exception or insufficient_privilege
        or sqlstate 'PT409' or sqlstate 'PT422' or sqlstate 'PT403'
      then
        get stacked diagnostics v_detail = pg_exception_detail;
        v_refused := v_refused || jsonb_build_array(
          jsonb_build_object('table', p_relation, 'id', v_record -> 'id')
          || private.sync_problem(sqlstate, sqlerrm, v_detail)
        );
    end;
  end loop;
  return v_refused;
end;
$function$;

CREATE OR REPLACE FUNCTION private.unarchive_exercise (
  p_exercise_id uuid
)
  RETURNS void
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
begin
  perform private.lock_user_data(v_user_id);
  update public.exercises
  set archived_at = null
  where exercises.id = p_exercise_id and exercises.user_id = v_user_id and exercises.replaced_by is null;
  if not found then
    perform private.raise_id_unusable('p_exercise_id');
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION private.usable_exercise (
  p_exercise_id uuid,
  p_user_id     uuid
)
  RETURNS public.exercises
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_exercise public.exercises;
begin
  -- The lock tells a merge of this exercise that somebody is still writing what they have read here. Volatile, because
  -- the statement may have waited for the owner's lock: what was committed meanwhile counts.
  select exercises.*
  into v_exercise
  from public.exercises
  where exercises.id = p_exercise_id and (exercises.user_id is null or exercises.user_id = p_user_id)
  for key share;
  if v_exercise.replaced_by is not null then
    select exercises.*
    into v_exercise
    from public.exercises
    where exercises.id = v_exercise.replaced_by and (exercises.user_id is null or exercises.user_id = p_user_id)
    for key share;
  end if;
  return v_exercise;
end;
$function$;

CREATE OR REPLACE FUNCTION private.visible_author (
  p_user_id uuid
)
  RETURNS jsonb
  LANGUAGE sql
  STABLE
  SET search_path TO ''
  AS $function$
  select jsonb_build_object(
    'username', profiles.username,
    'display_name', profiles.display_name,
    'avatar_path', profiles.avatar_path,
    'avatar_thumbhash', profiles.avatar_thumbhash,
    'avatar_color', profiles.avatar_color
  )
  from public.profiles
  where profiles.user_id = p_user_id
    and (
      profiles.user_id = (select auth.uid())
      or (profiles.visibility = 'public' and profiles.user_id not in (select private.blocked_user_ids()))
      or (profiles.visibility = 'followers' and profiles.user_id in (select private.followed_user_ids()))
    );
$function$;

CREATE OR REPLACE FUNCTION private.visible_plan_document (
  p_plan_id uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
begin
  if not exists (
    select 1
    from public.plans
    where plans.id = p_plan_id
      and (
        plans.user_id = v_user_id
        or (plans.effective_visibility = 'public' and plans.user_id not in (select private.blocked_user_ids()))
        or (plans.effective_visibility = 'followers' and plans.user_id in (select private.followed_user_ids()))
      )
  ) then
    return null;
  end if;
  return private.shared_plan_document(p_plan_id, v_user_id);
end;
$function$;

CREATE OR REPLACE FUNCTION private.volume_load_kg (
  p_exercise_kind     text,
  p_reps              integer,
  p_weight_kg         numeric,
  p_body_weight_kg    numeric,
  p_body_weight_share numeric
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN ((p_reps)::numeric * private.effective_load_kg(p_exercise_kind, p_weight_kg, p_body_weight_kg, p_body_weight_share));

CREATE OR REPLACE FUNCTION private.wave_problem (
  p_waves jsonb,
  OUT     message text,
  OUT     path text,
  OUT     text text
)
  RETURNS record
  LANGUAGE plpgsql
  IMMUTABLE
  SET search_path TO ''
  AS $function$
begin
  select problems.message, problems.path, problems.text
  into message, path, text
  from (
    select 'invalid_field' as message, 'waves' as path, 'must be an array of 1 to 52 waves' as text
    where jsonb_array_length(p_waves) = 0

    union all

    select 'invalid_field', format('waves[%s]', wave.ordinal - 1), 'must be an array of 1 to 20 sets'
    from jsonb_array_elements(p_waves) with ordinality as wave (node, ordinal)
    where case jsonb_typeof(wave.node)
      when 'array' then jsonb_array_length(wave.node) not between 1 and 20
      else true
    end

    union all

    select
      coalesce(problem.message, 'invalid_field'),
      concat_ws('.', format('waves[%s][%s]', wave.ordinal - 1, planned.ordinal - 1), coalesce(
        problem.path, case when problem.message is null then 'max_reps' end
      )),
      coalesce(problem.text, 'is less than min_reps')
    from jsonb_array_elements(p_waves) with ordinality as wave (node, ordinal)
    cross join lateral jsonb_array_elements(
      case jsonb_typeof(wave.node) when 'array' then wave.node else '[]' end
    ) with ordinality as planned (node, ordinal)
    cross join lateral private.document_problem('wave_set', planned.node, private.progression_field_rules()) as problem
    where case
      when problem.message is null
      then (planned.node ->> 'max_reps')::numeric < (planned.node ->> 'min_reps')::numeric
      else true
    end
  ) as problems
  limit 1;
end;
$function$;

CREATE OR REPLACE FUNCTION private.wilks (
  p_sex            text,
  p_body_weight_kg numeric,
  p_total_kg       numeric
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN
  (SELECT CASE WHEN (COALESCE(wilks.p_body_weight_kg, (0)::numeric) <= (0)::numeric) THEN NULL::numeric WHEN (wilks.p_sex = 'male'::text) THEN ((wilks.p_total_kg * (500)::numeric)
  /
  (((((((((('-0.00000001291'::numeric * clamped.male) + 0.00000701863) * clamped.male) - 0.00113732) * clamped.male) - 0.002388645) * clamped.male) + 16.2606339) * clamped.male) -
  216.0475144)) WHEN (wilks.p_sex = 'female'::text) THEN
  ((wilks.p_total_kg * (500)::numeric) / (((((((((('-0.00000009054'::numeric * clamped.female) + 0.00004731582) * clamped.female) - 0.00930733913) * clamped.female) +
  0.82112226871) * clamped.female) - 27.23842536447) * clamped.female) + 594.31747775582)) ELSE NULL::numeric END AS "case" FROM
  (SELECT LEAST(GREATEST(wilks.p_body_weight_kg, (40)::numeric), 201.9) AS "least", LEAST(GREATEST(wilks.p_body_weight_kg, 26.51), 154.53) AS "least") clamped(male, female));

CREATE OR REPLACE FUNCTION private.wilks_2020 (
  p_sex            text,
  p_body_weight_kg numeric,
  p_total_kg       numeric
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN CASE WHEN ((p_body_weight_kg < (40)::numeric) OR (p_body_weight_kg > 200.95)) THEN NULL::numeric WHEN (p_sex = 'male'::text) THEN
  ((p_total_kg * (600)::numeric) / (((((((((('-0.0000000120804336482315'::numeric * p_body_weight_kg) + 0.00000707665973070743) * p_body_weight_kg) - 0.001395833811) *
  p_body_weight_kg) + 0.07369410346) * p_body_weight_kg) + 8.472061379) * p_body_weight_kg) + 47.46178854)) WHEN (p_sex = 'female'::text) THEN
  ((p_total_kg * (600)::numeric) / (((((((((('-0.000000023334613884954'::numeric * p_body_weight_kg) + 0.00000938773881462799) * p_body_weight_kg) - 0.001050400051) *
  p_body_weight_kg) - 0.03307250631) * p_body_weight_kg) + 13.71219419) * p_body_weight_kg) - 125.4255398)) ELSE NULL::numeric END;

CREATE OR REPLACE FUNCTION private.word_forms (
  p_word text
)
  RETURNS text[]
  LANGUAGE sql
  IMMUTABLE
RETURN CASE WHEN ((length(p_word) < 3) OR (p_word !~ 's$'::text) OR (p_word ~ 'ss$'::text)) THEN ARRAY[]::text[] WHEN (p_word ~ 'ies$'::text) THEN
  ARRAY[("left"(p_word, '-3'::integer) || 'y'::text),
  "left"(p_word, '-1'::integer)] WHEN (p_word ~ 'es$'::text) THEN ARRAY["left"(p_word, '-1'::integer), "left"(p_word, '-2'::integer)] ELSE ARRAY["left"(p_word, '-1'::integer)] END;

CREATE OR REPLACE FUNCTION private.workout_document (
  p_workout_id uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select jsonb_strip_nulls(jsonb_build_object(
      'id', workouts.id,
      'revision', workouts.revision,
      'name', workouts.name,
      'notes', workouts.notes,
      'started_at', workouts.started_at,
      'ended_at', workouts.ended_at,
      'time_zone', workouts.time_zone,
      'session_rpe', workouts.session_rpe,
      'visibility', workouts.visibility,
      'routine_id', workouts.routine_id,
      'enrollment_id', workouts.enrollment_id,
      'energy_kcal', workouts.energy_kcal,
      'average_heart_rate', workouts.average_heart_rate,
      'max_heart_rate', workouts.max_heart_rate,
      'source', workouts.source,
      'external_id', workouts.external_id
    ))
    || jsonb_build_object('exercises', coalesce(
      (
        select jsonb_agg(
          jsonb_strip_nulls(jsonb_build_object(
            'id', workout_exercises.id,
            'exercise_id', workout_exercises.exercise_id,
            'routine_exercise_id', workout_exercises.routine_exercise_id,
            'position', workout_exercises.position,
            'superset_group', workout_exercises.superset_group,
            'notes', workout_exercises.notes
          ))
          || jsonb_build_object('sets', private.set_documents(workout_exercises.id))
          order by workout_exercises.position, workout_exercises.id
        )
        from public.workout_exercises
        where workout_exercises.workout_id = workouts.id
      ),
      '[]'
    ))
    from public.workouts
    where workouts.id = p_workout_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.workout_field_rules()
  RETURNS private.field_rule[]
  LANGUAGE sql
  IMMUTABLE
BEGIN ATOMIC
 SELECT array_agg(ROW(rule.level, rule.field, rule.type, rule.is_required, rule.minimum, rule.maximum, rule.step, rule.choices, rule.element_level)::private.field_rule)
  AS array_agg
    FROM ( VALUES ('workout'::text,'id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('workout'::text,'revision'::text,'number'::text,false,1,2147483647,1,NULL::text[],NULL::text), ('workout'::text,'name'::text,'text'::text,true,1,120,NULL::numeric,NULL::text[],NULL::text), ('workout'::text,'notes'::text,'text'::text,false,0,4000,NULL::numeric,NULL::text[],NULL::text), ('workout'::text,'started_at'::text,'instant'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('workout'::text,'ended_at'::text,'instant'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('workout'::text,'time_zone'::text,'text'::text,true,1,60,NULL::numeric,NULL::text[],NULL::text), ('workout'::text,'session_rpe'::text,'number'::text,false,0,10,0.5,NULL::text[],NULL::text), ('workout'::text,'visibility'::text,'choice'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['public'::text, 'followers'::text, 'private'::text],NULL::text), ('workout'::text,'routine_id'::text,'uuid'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('workout'::text,'enrollment_id'::text,'uuid'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('workout'::text,'energy_kcal'::text,'number'::text,false,0,20000,NULL::numeric,NULL::text[],NULL::text), ('workout'::text,'average_heart_rate'::text,'number'::text,false,20,250,1,NULL::text[],NULL::text), ('workout'::text,'max_heart_rate'::text,'number'::text,false,20,250,1,NULL::text[],NULL::text), ('workout'::text,'source'::text,'form'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['^[a-z][a-z0-9_]{0,39}$'::text, 'healthkit'::text],NULL::text), ('workout'::text,'external_id'::text,'text'::text,false,1,200,NULL::numeric,NULL::text[],NULL::text), ('workout'::text,'exercises'::text,'array'::text,false,0,100,NULL::numeric,NULL::text[],'exercise'::text), ('exercise'::text,'id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('exercise'::text,'exercise_id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('exercise'::text,'routine_exercise_id'::text,'uuid'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('exercise'::text,'position'::text,'number'::text,true,1,500,1,NULL::text[],NULL::text), ('exercise'::text,'superset_group'::text,'number'::text,false,1,100,1,NULL::text[],NULL::text), ('exercise'::text,'notes'::text,'text'::text,false,0,4000,NULL::numeric,NULL::text[],NULL::text), ('exercise'::text,'sets'::text,'array'::text,false,0,200,NULL::numeric,NULL::text[],'set'::text), ('set'::text,'id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('set'::text,'position'::text,'number'::text,true,1,500,1,NULL::text[],NULL::text), ('set'::text,'set_type'::text,'choice'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['normal'::text, 'warmup'::text, 'drop'::text, 'failure'::text, 'amrap'::text, 'rest_pause'::text, 'myo'::text, 'cluster'::text, 'backoff'::text],NULL::text), ('set'::text,'reps'::text,'number'::text,false,0,10000,1,NULL::text[],NULL::text), ('set'::text,'weight_kg'::text,'number'::text,false,0,2000,NULL::numeric,NULL::text[],NULL::text), ('set'::text,'duration_seconds'::text,'number'::text,false,0,172800,1,NULL::text[],NULL::text), ('set'::text,'distance_meters'::text,'number'::text,false,0,1000000,NULL::numeric,NULL::text[],NULL::text), ('set'::text,'rpe'::text,'number'::text,false,1,10,0.5,NULL::text[],NULL::text), ('set'::text,'rir'::text,'number'::text,false,0,10,0.5,NULL::text[],NULL::text), ('set'::text,'side'::text,'choice'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['left'::text, 'right'::text],NULL::text), ('set'::text,'rest_seconds'::text,'number'::text,false,0,86400,1,NULL::text[],NULL::text), ('set'::text,'tempo'::text,'form'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['^([0-9X]{4}|([0-9]{1,2}|X)(-([0-9]{1,2}|X)){3})$'::text, '31X0 or 3-1-X-0'::text],NULL::text), ('set'::text,'incline_percent'::text,'number'::text,false,'-30'::integer,60,0.1,NULL::text[],NULL::text), ('set'::text,'steps'::text,'number'::text,false,0,200000,1,NULL::text[],NULL::text), ('set'::text,'energy_kcal'::text,'number'::text,false,0,20000,NULL::numeric,NULL::text[],NULL::text), ('set'::text,'average_heart_rate'::text,'number'::text,false,20,250,1,NULL::text[],NULL::text), ('set'::text,'max_heart_rate'::text,'number'::text,false,20,250,1,NULL::text[],NULL::text), ('set'::text,'notes'::text,'text'::text,false,0,1000,NULL::numeric,NULL::text[],NULL::text), ('set'::text,'target'::text,'object'::text,false,NULL::numeric,4000,NULL::numeric,NULL::text[],NULL::text), ('set'::text,'completed_at'::text,'instant'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text)) rule(level, field, type, is_required, minimum, maximum, step, choices, element_level);
END;

CREATE OR REPLACE FUNCTION private.workout_keys (
  p_from        date,
  p_to          date,
  p_exercise_id uuid,
  p_query       text,
  p_before      jsonb,
  p_limit       integer
)
  RETURNS jsonb[]
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_from date := coalesce(p_from, '-infinity');
  v_to date := coalesce(p_to, 'infinity');
  v_before_at timestamptz := coalesce((p_before ->> 'started_at')::timestamptz, 'infinity');
  v_before_id uuid := coalesce((p_before ->> 'id')::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  v_workout_ids uuid[];
begin
  if p_exercise_id is not null then
    v_workout_ids := array(
      select workout_exercises.workout_id
      from public.workout_exercises
      where workout_exercises.user_id = v_user_id
        and workout_exercises.exercise_id = any(private.merged_exercise_ids(p_exercise_id))
    );
  end if;
  if p_query is not null then
    v_workout_ids := array(
      select found.workout_id
      from private.workouts_with_words(p_query) as found
      where v_workout_ids is null or found.workout_id = any(v_workout_ids)
    );
  end if;

  if v_workout_ids is not null then
    return array(
      select jsonb_build_object('started_at', workouts.started_at, 'id', workouts.id)
      from public.workouts
      where workouts.id in (select unnest(v_workout_ids))
        and workouts.local_date >= v_from
        and workouts.local_date < v_to
        and (workouts.started_at < v_before_at or (workouts.started_at = v_before_at and workouts.id > v_before_id))
      order by workouts.started_at desc, workouts.id
      limit p_limit
    );
  end if;

  -- One range of the index on time, read no further than the limit. A day is less than two days off its instants.
  return array(
    select jsonb_build_object('started_at', workouts.started_at, 'id', workouts.id)
    from public.workouts
    where workouts.user_id = v_user_id
      and workouts.started_at between (v_from - 2)::timestamptz and (v_to + 2)::timestamptz
      and workouts.started_at <= v_before_at
      and workouts.local_date >= v_from
      and workouts.local_date < v_to
      and (workouts.started_at < v_before_at or workouts.id > v_before_id)
    order by workouts.started_at desc, workouts.id
    limit p_limit
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.workout_lines (
  p_workout public.workouts
)
  RETURNS text
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select string_agg(
      array_to_string(
        array[
          to_char(p_workout.started_at at time zone p_workout.time_zone, 'YYYY-MM-DD"T"HH24:MI:SS'),
          to_char(p_workout.ended_at at time zone p_workout.time_zone, 'YYYY-MM-DD"T"HH24:MI:SS'),
          private.csv_text(p_workout.time_zone), private.csv_text(p_workout.name), private.csv_text(exercises.name),
          done.position::text, done.set_type, trim_scale(done.weight_kg)::text, done.reps::text,
          trim_scale(done.distance_meters)::text, done.duration_seconds::text, trim_scale(done.rpe)::text,
          trim_scale(done.rir)::text, done.side, done.rest_seconds::text, performed.superset_group::text,
          private.csv_text(done.notes), private.csv_text(performed.notes), private.csv_text(p_workout.notes)
        ],
        ',', ''
      ) || e'\r\n',
      '' order by performed.position, performed.id, done.position, done.id
    )
    from public.workout_exercises as performed
    join public.exercises on exercises.id = performed.exercise_id
    join public.workout_sets as done on done.workout_exercise_id = performed.id
    where performed.workout_id = p_workout.id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.workout_record (
  p_workout public.workouts
)
  RETURNS text
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return jsonb_strip_nulls(
    to_jsonb(p_workout) - array[
      'user_id', 'day_start_hour', 'local_date', 'effective_visibility', 'version', 'changed_in', 'created_at',
      'updated_at'
    ] || jsonb_build_object('exercises', coalesce(
      (
        select jsonb_agg(
          jsonb_build_object(
            'id', performed.id,
            'exercise_id', performed.exercise_id,
            'name', exercises.name,
            'routine_exercise_id', performed.routine_exercise_id,
            'position', performed.position,
            'superset_group', performed.superset_group,
            'notes', performed.notes,
            'sets', coalesce(
              (
                select jsonb_agg(
                  to_jsonb(done) - array[
                    'user_id', 'workout_exercise_id', 'exercise_id', 'exercise_kind', 'local_date', 'version',
                    'changed_in', 'created_at', 'updated_at'
                  ]
                  order by done.position, done.id
                )
                from public.workout_sets as done
                where done.workout_exercise_id = performed.id
              ),
              '[]'
            )
          )
          order by performed.position, performed.id
        )
        from public.workout_exercises as performed
        join public.exercises on exercises.id = performed.exercise_id
        where performed.workout_id = p_workout.id
      ),
      '[]'
    ))
  )::text;
end;
$function$;

CREATE OR REPLACE FUNCTION private.workouts_with_words (
  p_query text
)
  RETURNS TABLE (
    workout_id uuid
  )
  LANGUAGE plpgsql
  STABLE
  SECURITY DEFINER
  ROWS 100
  SET search_path TO ''
  AS $function$
#variable_conflict use_column
declare
  v_user_id uuid := (select auth.uid());
  v_words text[] := string_to_array(private.fold_text(p_query), ' ');
begin
  return query
    with words as materialized (
      select said.word, ordinal
      from unnest(v_words) with ordinality as said (word, ordinal)
    ),
    names as materialized (
      select used.exercise_id, ' ' || private.fold_text(string_agg(called.name, ' ')) as text
      from (
        select distinct workout_exercises.exercise_id
        from public.workout_exercises
        where workout_exercises.user_id = v_user_id
      ) as used
      cross join lateral (
        select exercises.name from public.exercises where exercises.id = used.exercise_id
        union all
        select translations.name
        from public.exercise_translations as translations
        where translations.exercise_id = used.exercise_id
      ) as called
      group by used.exercise_id
    ),
    hits as (
      -- What the user wrote over the workout and beside its exercises.
      select words.ordinal, notes.workout_id
      from (
        select
          workouts.id as workout_id,
          ' ' || private.fold_text(concat_ws(' ', workouts.name, workouts.notes)) as text
        from public.workouts
        where workouts.user_id = v_user_id

        union all

        select workout_exercises.workout_id, ' ' || private.fold_text(workout_exercises.notes)
        from public.workout_exercises
        where workout_exercises.user_id = v_user_id and workout_exercises.notes is not null
      ) as notes
      join words on notes.text like '% ' || words.word || '%'

      union

      select words.ordinal, workout_exercises.workout_id
      from names
      join words on names.text like '% ' || words.word || '%'
      join public.workout_exercises
        on workout_exercises.user_id = v_user_id and workout_exercises.exercise_id = names.exercise_id
    )
    select hits.workout_id
    from hits
    group by hits.workout_id
    having count(*) = (select count(*) from words);
end;
$function$;

CREATE OR REPLACE FUNCTION private.write_gym (
  p_gym jsonb
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_id uuid := (p_gym ->> 'id')::uuid;
  v_items jsonb := p_gym -> 'equipment';
begin
  update public.gyms as stored
  set name = sent.name, is_default = sent.is_default
  from jsonb_populate_record(null::public.gyms, p_gym) as sent
  where stored.id = v_id and stored.user_id = (select auth.uid());
  if not found then
    insert into public.gyms (id, name, is_default)
    select v_id, sent.name, sent.is_default
    from jsonb_populate_record(null::public.gyms, p_gym) as sent;
  end if;

  delete from public.gym_equipment as stored
  where stored.gym_id = v_id
    and stored.id not in (
      select sent.id from jsonb_populate_recordset(null::public.gym_equipment, v_items) as sent
    );

  -- What stays as it is is not written: whoever syncs need not read it again.
  update public.gym_equipment as stored
  set
    type = sent.type, equipment_id = sent.equipment_id, exercise_id = sent.exercise_id, name = sent.name,
    position = sent.position, weight_kg = sent.weight_kg, quantity = sent.quantity, step_kg = sent.step_kg,
    max_weight_kg = sent.max_weight_kg, unit_system = sent.unit_system
  from jsonb_populate_recordset(null::public.gym_equipment, v_items) as sent
  where stored.id = sent.id and stored.gym_id = v_id
    and (
      stored.type, stored.equipment_id, stored.exercise_id, stored.name, stored.position, stored.weight_kg,
      stored.quantity, stored.step_kg, stored.max_weight_kg, stored.unit_system
    ) is distinct from (
      sent.type, sent.equipment_id, sent.exercise_id, sent.name, sent.position, sent.weight_kg, sent.quantity,
      sent.step_kg, sent.max_weight_kg, sent.unit_system
    );

  insert into public.gym_equipment (
    id, gym_id, type, equipment_id, exercise_id, name, position, weight_kg, quantity, step_kg, max_weight_kg,
    unit_system
  )
  select
    sent.id, v_id, sent.type, sent.equipment_id, sent.exercise_id, sent.name, sent.position, sent.weight_kg,
    sent.quantity, sent.step_kg, sent.max_weight_kg, sent.unit_system
  from jsonb_populate_recordset(null::public.gym_equipment, v_items) as sent
  where sent.id not in (select stored.id from public.gym_equipment as stored where stored.gym_id = v_id);
end;
$function$;

CREATE OR REPLACE FUNCTION private.write_plan (
  p_plan jsonb
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_sent public.plans := jsonb_populate_record(null::public.plans, p_plan);
  v_days public.plan_days[] := array(select jsonb_populate_recordset(null::public.plan_days, p_plan -> 'days'));
begin
  -- Until its days are what they shall be, it is as long as the longer of both.
  update public.plans as stored
  set
    name = v_sent.name, description = v_sent.description, goal = v_sent.goal, level = v_sent.level, tags = v_sent.tags,
    weeks = greatest(stored.weeks, v_sent.weeks), deload_weeks = v_sent.deload_weeks,
    is_repeating = v_sent.is_repeating, visibility = v_sent.visibility
  where stored.id = v_sent.id and stored.user_id = (select auth.uid());
  if not found then
    insert into public.plans (
      id, name, description, goal, level, tags, weeks, deload_weeks, is_repeating, visibility
    )
    values (
      v_sent.id, v_sent.name, v_sent.description, v_sent.goal, v_sent.level, v_sent.tags, v_sent.weeks,
      v_sent.deload_weeks, v_sent.is_repeating, v_sent.visibility
    );
  end if;

  delete from public.plan_days as stored
  where stored.plan_id = v_sent.id and stored.id not in (select sent.id from unnest(v_days) as sent);

  -- What stays as it is is not written: whoever syncs need not read it again.
  update public.plan_days as stored
  set
    week = sent.week, weekday = sent.weekday, position = sent.position, routine_id = sent.routine_id,
    name = sent.name, notes = sent.notes
  from unnest(v_days) as sent
  where stored.id = sent.id and stored.plan_id = v_sent.id
    and (stored.week, stored.weekday, stored.position, stored.routine_id, stored.name, stored.notes)
      is distinct from (sent.week, sent.weekday, sent.position, sent.routine_id, sent.name, sent.notes);

  insert into public.plan_days (id, plan_id, week, weekday, position, routine_id, name, notes)
  select sent.id, v_sent.id, sent.week, sent.weekday, sent.position, sent.routine_id, sent.name, sent.notes
  from unnest(v_days) as sent
  where sent.id not in (select stored.id from public.plan_days as stored where stored.plan_id = v_sent.id);

  update public.plans set weeks = v_sent.weeks where plans.id = v_sent.id and plans.weeks > v_sent.weeks;
end;
$function$;

CREATE OR REPLACE FUNCTION private.write_routine (
  p_routine jsonb
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_id uuid := (p_routine ->> 'id')::uuid;
  v_exercises jsonb := p_routine -> 'exercises';
  v_exercise_ids uuid[] := array(select (jsonb_path_query(v_exercises, '$[*].id') #>> '{}')::uuid);
  v_set_ids uuid[] := array(select (jsonb_path_query(v_exercises, '$[*].sets[*].id') #>> '{}')::uuid);
begin
  update public.routines as stored
  set
    folder_id = sent.folder_id, name = sent.name, notes = sent.notes, position = sent.position,
    visibility = sent.visibility
  from jsonb_populate_record(null::public.routines, p_routine) as sent
  where stored.id = v_id and stored.user_id = (select auth.uid());
  if not found then
    insert into public.routines (id, folder_id, name, notes, position, visibility)
    select v_id, sent.folder_id, sent.name, sent.notes, sent.position, sent.visibility
    from jsonb_populate_record(null::public.routines, p_routine) as sent;
  end if;

  delete from public.routine_sets
  where routine_sets.routine_id = v_id and routine_sets.id <> all (v_set_ids);
  delete from public.routine_exercises
  where routine_exercises.routine_id = v_id and routine_exercises.id <> all (v_exercise_ids);

  -- An exercise that gives way to one of another kind takes its sets along, which must not have what that one has not.
  update public.routine_sets as stored
  set
    min_reps = null, max_reps = null, weight_kg = null, load_percent = null, load_percent_of = null,
    duration_seconds = null, distance_meters = null
  from jsonb_populate_recordset(null::public.routine_exercises, v_exercises) as sent
  join public.exercises on exercises.id = sent.exercise_id
  where stored.routine_exercise_id = sent.id and stored.routine_id = v_id and stored.exercise_kind <> exercises.kind;

  -- What stays as it is is not written: whoever syncs need not read it again.
  update public.routine_exercises as stored
  set
    exercise_id = sent.exercise_id, position = sent.position, superset_group = sent.superset_group,
    rest_seconds = sent.rest_seconds, notes = sent.notes, warmup_ramp = sent.warmup_ramp,
    progression = sent.progression
  from jsonb_populate_recordset(null::public.routine_exercises, v_exercises) as sent
  where stored.id = sent.id and stored.routine_id = v_id
    and (
      stored.exercise_id, stored.position, stored.superset_group, stored.rest_seconds, stored.notes,
      stored.warmup_ramp, stored.progression
    ) is distinct from (
      sent.exercise_id, sent.position, sent.superset_group, sent.rest_seconds, sent.notes, sent.warmup_ramp,
      sent.progression
    );

  insert into public.routine_exercises (
    id, routine_id, exercise_id, position, superset_group, rest_seconds, notes, warmup_ramp, progression
  )
  select
    sent.id, v_id, sent.exercise_id, sent.position, sent.superset_group, sent.rest_seconds, sent.notes,
    sent.warmup_ramp, sent.progression
  from jsonb_populate_recordset(null::public.routine_exercises, v_exercises) as sent
  where sent.id not in (
    select stored.id from public.routine_exercises as stored where stored.routine_id = v_id
  );

  update public.routine_sets as stored
  set
    position = sent.position, set_type = sent.set_type, min_reps = sent.min_reps, max_reps = sent.max_reps,
    weight_kg = sent.weight_kg, load_percent = sent.load_percent, load_percent_of = sent.load_percent_of,
    duration_seconds = sent.duration_seconds, distance_meters = sent.distance_meters, rpe = sent.rpe, rir = sent.rir,
    rest_seconds = sent.rest_seconds
  from jsonb_array_elements(v_exercises) as exercise (node)
  cross join lateral jsonb_populate_recordset(null::public.routine_sets, exercise.node -> 'sets') as sent
  where stored.id = sent.id and stored.routine_id = v_id
    and (
      stored.position, stored.set_type, stored.min_reps, stored.max_reps, stored.weight_kg, stored.load_percent,
      stored.load_percent_of, stored.duration_seconds, stored.distance_meters, stored.rpe, stored.rir,
      stored.rest_seconds
    ) is distinct from (
      sent.position, sent.set_type, sent.min_reps, sent.max_reps, sent.weight_kg, sent.load_percent,
      sent.load_percent_of, sent.duration_seconds, sent.distance_meters, sent.rpe, sent.rir, sent.rest_seconds
    );

  insert into public.routine_sets (
    id, routine_exercise_id, position, set_type, min_reps, max_reps, weight_kg, load_percent, load_percent_of,
    duration_seconds, distance_meters, rpe, rir, rest_seconds
  )
  select
    sent.id, (exercise.node ->> 'id')::uuid, sent.position, sent.set_type, sent.min_reps, sent.max_reps,
    sent.weight_kg, sent.load_percent, sent.load_percent_of, sent.duration_seconds, sent.distance_meters, sent.rpe,
    sent.rir, sent.rest_seconds
  from jsonb_array_elements(v_exercises) as exercise (node)
  cross join lateral jsonb_populate_recordset(null::public.routine_sets, exercise.node -> 'sets') as sent
  where sent.id not in (
    select stored.id from public.routine_sets as stored where stored.routine_id = v_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.write_sync_enrollment (
  p_record jsonb
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_id uuid := (p_record ->> 'id')::uuid;
  v_status text := coalesce(p_record ->> 'status', 'active');
  v_stored_status text;
begin
  -- The same call again changes nothing.
  perform public.enroll(
    (p_record ->> 'plan_id')::uuid, (p_record ->> 'starts_on')::date, p_record ->> 'mode', v_id,
    (p_record ->> 'gym_id')::uuid, coalesce((p_record ->> 'start_weights')::jsonb, '{}')
  );
  perform public.update_enrollment(v_id, jsonb_build_object(
    'gym_id', p_record -> 'gym_id', 'start_weights', coalesce((p_record ->> 'start_weights')::jsonb, '{}')
  ));

  select enrollments.status into v_stored_status from public.enrollments where enrollments.id = v_id;
  if v_status = v_stored_status then
    return;
  end if;
  if v_status = 'paused' then
    perform public.pause_enrollment(v_id);
  elsif v_status = 'active' then
    perform public.resume_enrollment(v_id);
  else
    perform public.end_enrollment(v_id, v_status);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION private.write_sync_exercise (
  p_record jsonb
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_id uuid := (p_record ->> 'id')::uuid;
begin
  perform public.save_exercise(jsonb_build_object(
    'id', v_id,
    'version', (
      select exercises.version
      from public.exercises
      where exercises.id = v_id and exercises.user_id = (select auth.uid())
    ),
    'name', p_record -> 'name',
    'kind', p_record -> 'kind',
    'category', p_record -> 'category',
    'mechanic', p_record -> 'mechanic',
    'force', p_record -> 'force',
    'level', p_record -> 'level',
    'is_unilateral', p_record -> 'is_unilateral',
    'body_weight_share', p_record -> 'body_weight_share',
    'variation_group', p_record -> 'variation_group',
    'instructions', (p_record ->> 'instructions')::jsonb,
    'cues', (p_record ->> 'cues')::jsonb,
    'muscles', (p_record ->> 'muscles')::jsonb,
    'equipment', (p_record ->> 'equipment')::jsonb,
    'aliases', (p_record ->> 'aliases')::jsonb
  ));
end;
$function$;

CREATE OR REPLACE FUNCTION private.write_sync_records (
  p_relation text,
  p_row_id   text,
  p_records  jsonb
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_ids uuid[] := array(select (sent.record ->> 'id')::uuid from jsonb_array_elements(p_records) as sent (record));
  v_stored_ids uuid[];
  v_columns text;
  v_values text;
  v_assignments text;
begin
  if p_relation = 'exercises' then
    perform private.write_sync_exercise(sent.record) from jsonb_array_elements(p_records) as sent (record);
    return;
  end if;
  if p_relation = 'enrollments' then
    perform private.write_sync_enrollment(sent.record) from jsonb_array_elements(p_records) as sent (record);
    return;
  end if;

  select
    string_agg(format('%I', columns.name), ', ') filter (where columns.is_insertable),
    string_agg(columns.value, ', ') filter (where columns.is_insertable),
    string_agg(
      format('%1$I = case when sent.record ? %1$L then %2$s else stored.%1$I end', columns.name, columns.value), ', '
    ) filter (where columns.is_updatable)
  into v_columns, v_values, v_assignments
  from private.sync_columns(p_relation) as columns;

  -- Looked up by key: a join with the records would be guessed to want all of the user's rows.
  execute format(
    'select array(select stored.%2$I from public.%1$I as stored where stored.%2$I = any($1) and stored.user_id = $2)',
    p_relation, p_row_id
  )
  into v_stored_ids
  using v_ids, v_user_id;

  if v_stored_ids <> '{}' then
    execute format(
      'update public.%1$I as stored
       set %3$s
       from jsonb_array_elements($1) as sent (record)
       where stored.%2$I = any($2) and stored.%2$I = (sent.record ->> ''id'')::uuid and stored.user_id = $3',
      p_relation, p_row_id, v_assignments
    )
    using p_records, v_stored_ids, v_user_id;
  end if;

  if v_columns is not null and not v_ids <@ v_stored_ids then
    execute format(
      'insert into public.%I (%s)
       select %s
       from jsonb_array_elements($1) as sent (record)
       where (sent.record ->> ''id'')::uuid <> all($2)',
      p_relation, v_columns, v_values
    )
    using p_records, v_stored_ids;
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION public.add_export (
  p_user_id         uuid,
  p_idempotency_key text DEFAULT NULL::text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  perform private.lock_user_data(p_user_id);
  return jsonb_build_object('job_id', private.enqueue_job(p_user_id, 'export', '{}', p_idempotency_key));
end;
$function$;

REVOKE ALL ON FUNCTION "public"."add_export"(uuid, text) FROM PUBLIC, "anon", "authenticated";

CREATE OR REPLACE FUNCTION public.add_import (
  p_user_id         uuid,
  p_input           jsonb,
  p_idempotency_key text  DEFAULT NULL::text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_name text;
begin
  perform private.lock_user_data(p_user_id);

  if starts_with(p_input ->> 'path', p_user_id || '/') is not true then
    perform private.raise_id_unusable('path');
  end if;
  if private.is_time_zone(p_input ->> 'time_zone') is not true then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'time_zone', 'is no time zone', 'Send an IANA name, such as Europe/Berlin.'
    );
  end if;
  select mapped.key
  into v_name
  from jsonb_each_text(p_input -> 'mapping') as mapped
  where (private.usable_exercise(mapped.value::uuid, p_user_id)).id is null
  limit 1;
  if found then
    perform private.raise_id_unusable('mapping.' || v_name);
  end if;

  return jsonb_build_object('job_id', private.enqueue_job(p_user_id, 'import', p_input, p_idempotency_key));
end;
$function$;

REVOKE ALL ON FUNCTION "public"."add_import"(uuid, jsonb, text) FROM PUBLIC, "anon", "authenticated";

CREATE OR REPLACE FUNCTION public.cancel_job (
  p_job_id uuid
)
  RETURNS jsonb
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  select jsonb_build_object('status', private.end_job(p_job_id));
$function$;

REVOKE ALL ON FUNCTION "public"."cancel_job"(uuid) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.claim_job()
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_job public.jobs;
begin
  -- Workers that died have given nothing back. Rows are locked before they are changed, and by now() alone: a volatile
  -- clock in the filter would read the whole queue.
  update public.jobs
  set status = 'failed', lease = null, finished_at = now(), error = coalesce(jobs.error, '{"code": "given_up"}')
  where jobs.id = any(array(
    select dead.id
    from public.jobs as dead
    where dead.status in ('queued', 'running') and dead.due_at <= now() and dead.attempts >= 5
    limit 10
    for update skip locked
  ));

  update public.jobs
  set
    status = 'running', lease = gen_random_uuid(), due_at = now() + interval '1 minute',
    attempts = jobs.attempts + 1, started_at = coalesce(jobs.started_at, now())
  where jobs.id = any(array(
    select due.id
    from public.jobs as due
    where due.status in ('queued', 'running') and due.due_at <= now() and due.attempts < 5
    order by due.due_at
    limit 1
    for update skip locked
  ))
  returning jobs.* into v_job;

  return case
    when v_job.id is not null then jsonb_build_object('id', v_job.id, 'type', v_job.type, 'lease', v_job.lease)
  end;
end;
$function$;

REVOKE ALL ON FUNCTION "public"."claim_job"() FROM PUBLIC, "anon", "authenticated";

CREATE OR REPLACE FUNCTION public.community_plan (
  p_id uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_document jsonb;
begin
  select plans.document into v_document from public.published_plans as plans where plans.id = p_id;
  if not found then
    perform private.raise_id_unusable('p_id');
  end if;
  return jsonb_build_object('plan', private.published_plan_items(array[p_id]) -> 0, 'shared', v_document);
end;
$function$;

REVOKE ALL ON FUNCTION "public"."community_plan"(uuid) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.community_plans (
  p_query         text    DEFAULT NULL::text,
  p_goals         text[]  DEFAULT NULL::text[],
  p_levels        text[]  DEFAULT NULL::text[],
  p_tags          text[]  DEFAULT NULL::text[],
  p_equipment     text[]  DEFAULT NULL::text[],
  p_weeks_min     integer DEFAULT NULL::integer,
  p_weeks_max     integer DEFAULT NULL::integer,
  p_days_per_week integer DEFAULT NULL::integer,
  p_sort          text    DEFAULT 'popular'::text,
  p_limit         integer DEFAULT 20,
  p_cursor        text    DEFAULT NULL::text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_limit integer := least(greatest(coalesce(p_limit, 20), 1), 50);
  v_sort text := coalesce(p_sort, 'popular');
  v_filter jsonb := jsonb_build_array(
    'community_plans', p_query, p_goals, p_levels, p_tags, p_equipment, p_weeks_min, p_weeks_max, p_days_per_week,
    v_sort
  );
  v_ids uuid[];
  v_last jsonb;
begin
  if v_sort not in ('newest', 'copies', 'likes', 'completions', 'popular') then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_sort', 'must be one of newest, copies, likes, completions, popular',
      'Correct the field and call again.'
    );
  end if;

  -- One more than the page, to know whether there is another.
  select
    array_agg(matched.published_plan_id order by matched.ordinal),
    (array_agg(matched.sort_value order by matched.ordinal))[v_limit]
  into v_ids, v_last
  from private.match_published_plans(
    p_query, p_goals, p_levels, p_tags, p_equipment, p_weeks_min, p_weeks_max, p_days_per_week, v_sort,
    private.decode_cursor(p_cursor, v_filter), v_limit + 1
  ) with ordinality as matched (published_plan_id, sort_value, ordinal);

  return jsonb_build_object(
    'items', private.published_plan_items(v_ids[:v_limit]),
    'next_cursor', case when cardinality(v_ids) > v_limit
      then private.encode_cursor(v_filter, jsonb_build_array(v_last, v_ids[v_limit]))
    end
  );
end;
$function$;

REVOKE ALL ON FUNCTION "public"."community_plans"(text, text[], text[], text[], text[], integer, integer, integer, text, integer, text) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.copy_plan (
  p_plan_id uuid,
  p_copy_id uuid,
  p_name    text DEFAULT NULL::text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_problem text;
begin
  v_problem := case
    when p_copy_id is null then 'p_copy_id'
    when char_length(p_name) > 120 or p_name !~ '[^[:space:]]' then 'p_name'
  end;
  if v_problem is not null then
    perform private.raise_problem(
      'PT422', 'invalid_field', v_problem,
      case v_problem when 'p_name' then 'must be text of 1 to 120 characters, not all of them spaces'
        else 'must be a uuid' end,
      'Correct the field and call again; nothing was copied.'
    );
  end if;

  perform private.copy_visible_plan(p_plan_id, p_copy_id, p_name);
  return jsonb_build_object('plan', private.plan_document(p_copy_id));
end;
$function$;

REVOKE ALL ON FUNCTION "public"."copy_plan"(uuid, uuid, text) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.copy_shared (
  p_token   text,
  p_copy_id uuid,
  p_name    text DEFAULT NULL::text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_field text := case
    when p_copy_id is null then 'p_copy_id'
    when char_length(p_name) > 120 or p_name !~ '[^[:space:]]' then 'p_name'
  end;
  v_type text;
begin
  if v_field is not null then
    perform private.raise_problem(
      'PT422', 'invalid_field', v_field,
      case v_field
        when 'p_name' then 'must be text of 1 to 120 characters, not all of them spaces'
        else 'must be a uuid'
      end,
      'Correct the field and call again; nothing was copied.'
    );
  end if;

  v_type := private.copy_by_link(p_token, p_copy_id, p_name);
  return case v_type
    when 'plan' then jsonb_build_object('plan', private.plan_document(p_copy_id))
    when 'routine' then jsonb_build_object('routine', private.routine_document(p_copy_id))
    else private.share_not_found()
  end;
end;
$function$;

REVOKE ALL ON FUNCTION "public"."copy_shared"(text, uuid, text) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.create_access_token (
  p_token_id        uuid,
  p_name            text,
  p_scopes          text[],
  p_expires_in_days integer DEFAULT 90
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_path text;
  v_text text;
  v_token text;
begin
  select problems.path, problems.text
  into v_path, v_text
  from (values
    (p_token_id is null, 'p_token_id', 'must be a uuid'),
    (
      p_name is null or char_length(p_name) > 120 or p_name !~ '[^[:space:]]', 'p_name',
      'must be text of 1 to 120 characters, not all of them spaces'
    ),
    (
      coalesce(cardinality(p_scopes), 0) = 0 or not p_scopes <@ array['workouts:read'], 'p_scopes',
      'must be an array of one or more of workouts:read'
    ),
    (
      coalesce(p_expires_in_days, 0) not between 1 and 365, 'p_expires_in_days', 'must be a number from 1 to 365'
    )
  ) as problems (is_wrong, path, text)
  where problems.is_wrong
  limit 1;
  if found then
    perform private.raise_problem(
      'PT422', 'invalid_field', v_path, v_text, 'Correct the field and call again; nothing was stored.'
    );
  end if;

  v_token := private.add_access_token(p_token_id, p_name, p_scopes, p_expires_in_days);
  return (
    select jsonb_build_object(
      'id', tokens.id,
      'token', v_token,
      'name', tokens.name,
      'scopes', tokens.scopes,
      'expires_at', tokens.expires_at
    )
    from public.access_tokens as tokens
    where tokens.id = p_token_id
  );
end;
$function$;

REVOKE ALL ON FUNCTION "public"."create_access_token"(uuid, text, text[], integer) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.create_share_link (
  p_link_id         uuid,
  p_routine_id      uuid    DEFAULT NULL::uuid,
  p_plan_id         uuid    DEFAULT NULL::uuid,
  p_expires_in_days integer DEFAULT 30,
  p_max_copies      integer DEFAULT NULL::integer
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_path text;
  v_text text;
  v_token text;
begin
  select problems.path, problems.text
  into v_path, v_text
  from (values
    (p_link_id is null, 'p_link_id', 'must be a uuid'),
    (num_nonnulls(p_routine_id, p_plan_id) <> 1, 'p_plan_id', 'must be there, or p_routine_id, and not both'),
    (
      coalesce(p_expires_in_days, 0) not between 1 and 365, 'p_expires_in_days', 'must be a number from 1 to 365'
    ),
    (p_max_copies not between 1 and 1000000, 'p_max_copies', 'must be a number from 1 to 1000000')
  ) as problems (is_wrong, path, text)
  where problems.is_wrong
  limit 1;
  if found then
    perform private.raise_problem(
      'PT422', 'invalid_field', v_path, v_text, 'Correct the field and call again; nothing was stored.'
    );
  end if;

  v_token := private.add_share_link(
    p_link_id, p_routine_id, p_plan_id, p_expires_in_days, p_max_copies
  );
  return (
    select jsonb_build_object(
      'share_link', jsonb_build_object(
        'id', links.id,
        'routine_id', links.routine_id,
        'plan_id', links.plan_id,
        'token', v_token,
        'expires_at', links.expires_at,
        'revoked_at', links.revoked_at,
        'max_copies', links.max_copies,
        'view_count', links.view_count,
        'copy_count', links.copy_count
      )
    )
    from public.share_links as links
    where links.id = p_link_id
  );
end;
$function$;

REVOKE ALL ON FUNCTION "public"."create_share_link"(uuid, uuid, uuid, integer, integer) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.delete_exercise (
  p_exercise_id uuid
)
  RETURNS jsonb
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  select jsonb_build_object('outcome', private.retire_exercise(p_exercise_id));
$function$;

REVOKE ALL ON FUNCTION "public"."delete_exercise"(uuid) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.discard_workout (
  p_workout_id uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_ended_at timestamptz;
begin
  perform private.lock_user_data(v_user_id);

  select workouts.ended_at
  into v_ended_at
  from public.workouts
  where workouts.id = p_workout_id and workouts.user_id = v_user_id;
  if not found and not private.is_deleted('workouts', p_workout_id) then
    perform private.raise_id_unusable('p_workout_id');
  end if;
  if v_ended_at is not null then
    perform private.raise_problem(
      'PT409', 'workout_finished', 'p_workout_id', 'This workout is finished, and history.',
      'Delete its row of workouts, if it is to go.'
    );
  end if;

  delete from public.workouts where workouts.id = p_workout_id and workouts.user_id = v_user_id;
  return jsonb_build_object('id', p_workout_id, 'outcome', 'discarded');
end;
$function$;

REVOKE ALL ON FUNCTION "public"."discard_workout"(uuid) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.end_enrollment (
  p_enrollment_id uuid,
  p_status        text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  if coalesce(p_status, '') not in ('completed', 'cancelled') then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_status', 'must be one of completed, cancelled', 'Correct the field and call again.'
    );
  end if;

  perform private.close_enrollment(p_enrollment_id, p_status);
  return jsonb_build_object('enrollment', private.enrollment_document(p_enrollment_id));
end;
$function$;

REVOKE ALL ON FUNCTION "public"."end_enrollment"(uuid, text) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.enroll (
  p_plan_id       uuid,
  p_starts_on     date,
  p_mode          text,
  p_enrollment_id uuid,
  p_gym_id        uuid  DEFAULT NULL::uuid,
  p_start_weights jsonb DEFAULT '{}'::jsonb
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_path text;
  v_text text;
begin
  select problems.path, problems.text
  into v_path, v_text
  from (values
    (p_enrollment_id is null, 'p_enrollment_id', 'must be a uuid'),
    (
      coalesce(p_starts_on, 'infinity') not between '1970-01-01' and '2100-12-31', 'p_starts_on',
      'must be a date, such as 2026-01-31'
    ),
    (coalesce(p_mode, '') not in ('calendar', 'sequence'), 'p_mode', 'must be one of calendar, sequence'),
    (
      private.start_weights_problem(p_start_weights) is not null, 'p_start_weights',
      private.start_weights_problem(p_start_weights)
    )
  ) as problems (is_wrong, path, text)
  where problems.is_wrong
  limit 1;
  if found then
    perform private.raise_problem(
      'PT422', 'invalid_field', v_path, v_text, 'Correct the field and call again; nothing was stored.'
    );
  end if;

  perform private.add_enrollment(p_enrollment_id, p_plan_id, p_starts_on, p_mode, p_gym_id, p_start_weights);
  return jsonb_build_object('enrollment', private.enrollment_document(p_enrollment_id));
end;
$function$;

REVOKE ALL ON FUNCTION "public"."enroll"(uuid, date, text, uuid, uuid, jsonb) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.enrollment (
  p_enrollment_id uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_enrollment jsonb := private.enrollment_document(p_enrollment_id);
begin
  if v_enrollment is null then
    perform private.raise_id_unusable('p_enrollment_id');
  end if;
  return jsonb_build_object('enrollment', v_enrollment);
end;
$function$;

REVOKE ALL ON FUNCTION "public"."enrollment"(uuid) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.enrollment_schedule (
  p_enrollment_id uuid,
  p_from          date,
  p_to            date
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  if p_from is null or p_to is null or p_to - p_from not between 1 and 400 then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_to', 'must be from 1 to 400 days after p_from', 'Ask for fewer days at once.', 400
    );
  end if;
  if not exists (select 1 from public.enrollments where enrollments.id = p_enrollment_id) then
    perform private.raise_id_unusable('p_enrollment_id');
  end if;
  return jsonb_build_object(
    'from', p_from,
    'to', p_to,
    'days', private.enrollment_days(p_enrollment_id, p_from, p_to, private.own_today())
  );
end;
$function$;

REVOKE ALL ON FUNCTION "public"."enrollment_schedule"(uuid, date, date) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.exercise_history (
  p_exercise_id uuid,
  p_limit       integer DEFAULT 20,
  p_cursor      text    DEFAULT NULL::text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_limit integer := least(greatest(coalesce(p_limit, 20), 1), 100);
  v_filter jsonb := jsonb_build_object('exercise_history', p_exercise_id);
  v_exercise_ids uuid[] := private.merged_exercise_ids(p_exercise_id);
  v_keys jsonb[] := array(
    select to_jsonb(performed)
    from private.exercise_workouts(v_exercise_ids, private.decode_cursor(p_cursor, v_filter), v_limit + 1) as performed
    order by performed.local_date desc, performed.started_at desc, performed.workout_id desc
  );
begin
  return jsonb_build_object(
    'exercise_id', v_exercise_ids[1],
    'items', (
      select coalesce(
        jsonb_agg(private.performed_sets((page.key ->> 'workout_id')::uuid, v_exercise_ids) order by page.ordinal), '[]'
      )
      from unnest(v_keys[:v_limit]) with ordinality as page (key, ordinal)
    ),
    'next_cursor', case when cardinality(v_keys) > v_limit
      then private.encode_cursor(v_filter, v_keys[v_limit])
    end
  );
end;
$function$;

REVOKE ALL ON FUNCTION "public"."exercise_history"(uuid, integer, text) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.export_page (
  p_job_id  uuid,
  p_lease   uuid,
  p_file    text,
  p_section text,
  p_after   uuid DEFAULT NULL::uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_section record;
  v_user_id uuid;
  v_text text;
  v_rows integer;
  v_last uuid;
begin
  select sections.* into strict v_section
  from private.export_sections() as sections
  where sections.file = p_file and sections.section = p_section;

  -- Whoever reads on holds the job for another minute.
  update public.jobs
  set
    due_at = now() + interval '1 minute',
    progress = least(99, v_section.position * 100 / (select count(*) from private.export_sections()))
  where jobs.id = p_job_id and jobs.lease = p_lease and jobs.type = 'export'
  returning jobs.user_id into v_user_id;
  if not found then
    return jsonb_build_object('status', 'lost');
  end if;

  execute format(
    'select
       coalesce(string_agg(page.line, %1$L order by page.key, page.line), ''''), count(*),
       (array_agg(page.key order by page.key desc))[1]
     from (
       select %2$s as key, %3$s as line
       from (
         select * from public.%4$I as stored
         where stored.%5$I = $1 and ($2 is null or %2$s > $2)
         order by %2$s
         limit %6$s
       ) as stored
     ) as page',
    case p_file when 'json' then e',\n' else '' end,
    case when v_section.page_key is null then 'null::uuid' else format('stored.%I', v_section.page_key) end,
    coalesce(v_section.line, format(
      '(to_jsonb(stored) - array[%L, ''version'', ''changed_in''%s] - %L::text[])::text',
      v_section.owner_column,
      -- When a row of sync's was made says nothing that the row does not say.
      case when v_section.relation in (select relations.relation from private.sync_relations() as relations)
        then ', ''created_at'', ''updated_at''' else '' end,
      v_section.left_out
    )),
    v_section.relation, v_section.owner_column, coalesce(v_section.page_size::text, 'all')
  )
  into v_text, v_rows, v_last
  using v_user_id, p_after;

  return jsonb_build_object(
    'status', 'running', 'text', v_text, 'rows', v_rows,
    'next', case when v_rows = v_section.page_size then v_last end
  );
end;
$function$;

REVOKE ALL ON FUNCTION "public"."export_page"(uuid, uuid, text, text, uuid) FROM PUBLIC, "anon", "authenticated";

CREATE OR REPLACE FUNCTION public.export_task (
  p_job_id uuid,
  p_lease  uuid
)
  RETURNS jsonb
  LANGUAGE sql
  STABLE
  SET search_path TO ''
  AS $function$
  select jsonb_build_object(
    'user_id', jobs.user_id,
    'is_written', jobs.state ? 'path',
    'sections', (
      select jsonb_agg(
        jsonb_build_object('file', sections.file, 'section', sections.section) order by sections.position
      )
      from private.export_sections() as sections
    )
  )
  from public.jobs
  where jobs.id = p_job_id and jobs.lease = p_lease and jobs.type = 'export';
$function$;

REVOKE ALL ON FUNCTION "public"."export_task"(uuid, uuid) FROM PUBLIC, "anon", "authenticated";

CREATE OR REPLACE FUNCTION public.finish_workout (
  p_workout_id      uuid,
  p_ended_at        timestamp with time zone DEFAULT NULL::timestamp WITH time zone,
  p_session_rpe     numeric                  DEFAULT NULL::numeric,
  p_notes           text                     DEFAULT NULL::text,
  p_drop_unfinished boolean                  DEFAULT true
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_workout public.workouts;
  v_ended_at timestamptz := coalesce(p_ended_at, clock_timestamp());
begin
  perform private.lock_user_data((select auth.uid()));
  v_workout := private.own_workout(p_workout_id);
  if v_workout.id is null then
    perform private.raise_id_unusable('p_workout_id');
  end if;
  if v_workout.ended_at is not null then
    return jsonb_build_object('workout', private.workout_summary(p_workout_id));
  end if;

  perform private.check_document(
    'workout', jsonb_build_object('p_session_rpe', p_session_rpe, 'p_notes', p_notes), array[
      row('workout', 'p_session_rpe', 'number', false, 0, 10, 0.5, null, null),
      row('workout', 'p_notes', 'text', false, 0, 4000, null, null, null)
    ]::private.field_rule[]
  );
  if v_ended_at < v_workout.started_at then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_ended_at', 'is before the workout''s started_at',
      'Correct the field and finish the workout again; nothing was stored.'
    );
  end if;

  if coalesce(p_drop_unfinished, true) then
    -- A set with a target stays, as one that was skipped: progression judges a session by what it was asked.
    delete from public.workout_sets
    using public.workout_exercises
    where workout_exercises.workout_id = p_workout_id
      and workout_sets.workout_exercise_id = workout_exercises.id
      and workout_sets.target is null
      and num_nonnulls(workout_sets.reps, workout_sets.duration_seconds, workout_sets.distance_meters) = 0;

    delete from public.workout_exercises
    where workout_exercises.workout_id = p_workout_id
      and workout_exercises.notes is null
      and not exists (
        select 1 from public.workout_sets where workout_sets.workout_exercise_id = workout_exercises.id
      );
  end if;

  update public.workouts
  set
    ended_at = v_ended_at, session_rpe = coalesce(p_session_rpe, workouts.session_rpe),
    notes = coalesce(p_notes, workouts.notes)
  where workouts.id = p_workout_id;

  return jsonb_build_object('workout', private.workout_summary(p_workout_id));
end;
$function$;

REVOKE ALL ON FUNCTION "public"."finish_workout"(uuid, timestamp WITH time zone, numeric, text, boolean) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.get_shared (
  p_token text
)
  RETURNS jsonb
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  select coalesce(private.read_shared(p_token), private.share_not_found());
$function$;

REVOKE ALL ON FUNCTION "public"."get_shared"(text) FROM PUBLIC, "service_role";

CREATE OR REPLACE FUNCTION public.import_task (
  p_job_id uuid,
  p_lease  uuid
)
  RETURNS jsonb
  LANGUAGE sql
  STABLE
  SET search_path TO ''
  AS $function$
  select jsonb_build_object(
    'user_id', jobs.user_id,
    'input', jobs.input,
    'is_read', exists (select 1 from private.import_reports where import_reports.job_id = jobs.id)
  )
  from public.jobs
  where jobs.id = p_job_id and jobs.lease = p_lease and jobs.type = 'import';
$function$;

REVOKE ALL ON FUNCTION "public"."import_task"(uuid, uuid) FROM PUBLIC, "anon", "authenticated";

CREATE OR REPLACE FUNCTION public.keep_export (
  p_job_id uuid,
  p_lease  uuid,
  p_file   jsonb
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  update public.jobs
  set state = p_file, due_at = now() + interval '1 minute'
  where jobs.id = p_job_id and jobs.lease = p_lease and jobs.type = 'export';
  return jsonb_build_object('status', case when found then 'running' else 'lost' end);
end;
$function$;

REVOKE ALL ON FUNCTION "public"."keep_export"(uuid, uuid, jsonb) FROM PUBLIC, "anon", "authenticated";

CREATE OR REPLACE FUNCTION public.last_performance (
  p_exercise_ids uuid[]
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  if coalesce(cardinality(p_exercise_ids), 0) > 100 then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_exercise_ids', 'must be an array of at most 100 elements',
      'Ask for fewer exercises at a time.', 100
    );
  end if;

  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select coalesce(
      jsonb_object_agg(asked.id, jsonb_build_object(
        'exercise_id', merged.ids[1],
        'last', private.performed_sets(
          (
            -- The newest by the clock: whoever flies west over the date line trains on a later day first.
            select candidates.workout_id
            from private.exercise_workouts(merged.ids, null, 3) as candidates
            order by candidates.started_at desc, candidates.workout_id desc
            limit 1
          ),
          merged.ids
        ),
        'best', private.best_performance(merged.ids)
      )),
      '{}'
    )
    from (select distinct unnest(p_exercise_ids) as id) as asked
    cross join lateral (select private.merged_exercise_ids(asked.id) as ids) as merged
  );
end;
$function$;

REVOKE ALL ON FUNCTION "public"."last_performance"(uuid[]) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.load_plates (
  p_gym_id      uuid    DEFAULT NULL::uuid,
  p_exercise_id uuid    DEFAULT NULL::uuid,
  p_weight_kg   numeric DEFAULT NULL::numeric
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_grams integer;
  v_gym_id uuid;
  v_load record;
  v_loaded_kg numeric;
  v_item jsonb;
  v_per_side jsonb;
begin
  -- Only p_gym_id may be left out, and only where all have defaults can the first do without a value.
  if p_weight_kg is null or p_weight_kg not between 0 and 2000 then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_weight_kg', 'must be a number from 0 to 2000', 'Send a load in kilograms.'
    );
  end if;
  v_grams := round(p_weight_kg * 1000);

  select gyms.id
  into v_gym_id
  from public.gyms
  where gyms.user_id = v_user_id and case when p_gym_id is null then gyms.is_default else gyms.id = p_gym_id end;
  if v_gym_id is null and p_gym_id is not null then
    perform private.raise_id_unusable('p_gym_id');
  end if;
  if not exists (
    select
    from public.exercises
    where exercises.id = p_exercise_id and (exercises.user_id is null or exercises.user_id = v_user_id)
  ) then
    perform private.raise_id_unusable('p_exercise_id');
  end if;

  with loads as materialized (
    select loads.* from private.gym_loads(v_gym_id, p_exercise_id) as loads
  ),
  chosen as (
    select loads.*
    from loads
    order by abs(loads.load_grams - v_grams), loads.load_grams, loads.position, loads.item_id
    limit 1
  )
  select
    chosen.*,
    (select max(loads.load_grams) from loads where loads.load_grams < chosen.load_grams) as below_grams,
    (select min(loads.load_grams) from loads where loads.load_grams > chosen.load_grams) as above_grams
  into v_load
  from chosen;
  v_loaded_kg := coalesce(v_load.load_grams * 0.001, private.round_load(p_weight_kg, null));

  select jsonb_build_object(
    'id', gym_equipment.id, 'name', gym_equipment.name, 'weight_kg', trim_scale(gym_equipment.weight_kg)
  )
  into v_item
  from public.gym_equipment
  where gym_equipment.id = v_load.item_id;

  select jsonb_agg(
    jsonb_build_object(
      'weight_kg', trim_scale(round(plate.weight * 0.0000000001, 6)),
      'unit_system', plates.unit_system,
      'count', plate.count
    )
    order by plate.weight desc
  )
  into v_per_side
  from private.gym_plates(v_gym_id, v_load.places) as plates
  cross join lateral unnest(
    plates.weights,
    private.fewest_plates(
      plates.weights, plates.counts, case plates.unit_system when 'metric' then v_load.metric else v_load.imperial end
    )
  ) as plate (weight, count)
  where plate.count > 0;

  return jsonb_build_object(
    'requested_kg', p_weight_kg,
    'loaded_kg', trim_scale(v_loaded_kg),
    'difference_kg', trim_scale(v_loaded_kg - p_weight_kg),
    'below_kg', trim_scale(v_load.below_grams * 0.001),
    'above_kg', trim_scale(v_load.above_grams * 0.001),
    'type', coalesce(v_load.type, 'none'),
    'bar', case v_load.type when 'bar' then v_item end,
    'item', case when v_load.type in ('fixed_weight', 'stack') then v_item end,
    'sides', v_load.sides,
    'per_side', coalesce(v_per_side, '[]')
  );
end;
$function$;

REVOKE ALL ON FUNCTION "public"."load_plates"(uuid, uuid, numeric) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.log_measurements (
  p_measurements jsonb
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_deleted integer;
  v_added integer;
  v_constraint text;
begin
  perform private.lock_user_data(v_user_id);
  perform private.check_measurements(p_measurements);

  select sent.ordinal - 1
  into v_deleted
  from jsonb_array_elements(p_measurements) with ordinality as sent (node, ordinal)
  join private.tombstones
    on tombstones.user_id = v_user_id and tombstones.relation = 'measurements'
    and tombstones.row_id = (sent.node ->> 'id')::uuid
  where not exists (
    select from public.measurements as stored where stored.user_id = v_user_id and stored.id = tombstones.row_id
  )
  order by sent.ordinal
  limit 1;
  if found then
    perform private.raise_problem(
      'PT409', 'deleted', format('measurements[%s].id', v_deleted), 'This measurement was deleted.',
      'Drop it here too, or log it under a new id.'
    );
  end if;

  -- What is there already stays as it is: this is a retry, or another device read the same from the source.
  insert into public.measurements (id, type_id, side, value, measured_at, time_zone, notes, source, external_id)
  select
    sent.id, sent.type_id, sent.side, sent.value, sent.measured_at, sent.time_zone, sent.notes, sent.source,
    sent.external_id
  from jsonb_to_recordset(p_measurements) as sent (
    id uuid, type_id uuid, side text, value numeric, measured_at timestamptz, time_zone text, notes text, source text,
    external_id text
  )
  where not exists (
      select from public.measurements as stored where stored.user_id = v_user_id and stored.id = sent.id
    )
    and not exists (
      select
      from public.measurements as stored
      where stored.user_id = v_user_id and stored.source = sent.source and stored.external_id = sent.external_id
    );
  get diagnostics v_added = row_count;

  return jsonb_build_object('added', v_added, 'measurements', (
    select coalesce(
      jsonb_agg(
        jsonb_build_object(
          'id', stored.id, 'type_id', stored.type_id, 'side', stored.side, 'value', trim_scale(stored.value),
          'measured_at', stored.measured_at, 'local_date', stored.local_date, 'version', stored.version
        )
        order by sent.ordinal
      ),
      '[]'
    )
    from jsonb_array_elements(p_measurements) with ordinality as sent (node, ordinal)
    cross join lateral (
      select measurements.*
      from public.measurements
      where measurements.user_id = v_user_id
        and (
          measurements.id = (sent.node ->> 'id')::uuid
          or (
            measurements.source = sent.node ->> 'source' and measurements.external_id = sent.node ->> 'external_id'
          )
        )
      order by measurements.id = (sent.node ->> 'id')::uuid desc
      limit 1
    ) as stored
  ));
exception
  when unique_violation then
    get stacked diagnostics v_constraint = constraint_name;
    -- Twice in the payload, or somebody else's: always the same answer.
    if v_constraint in ('measurements_pkey', 'measurements_user_id_source_external_id_key') then
      perform private.raise_id_unusable(
        case v_constraint when 'measurements_pkey' then 'measurements[].id' else 'measurements[].external_id' end
      );
    end if;
    raise;
end;
$function$;

REVOKE ALL ON FUNCTION "public"."log_measurements"(jsonb) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.log_workout (
  p_workout jsonb
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_id uuid;
  v_revision integer;
  v_stored public.workouts;
  v_exercises jsonb;
  v_constraint text;
begin
  perform private.lock_user_data(v_user_id);
  perform private.check_workout(p_workout);
  v_id := (p_workout ->> 'id')::uuid;
  v_revision := coalesce((p_workout ->> 'revision')::numeric::integer, 1);

  v_exercises := case jsonb_typeof(p_workout -> 'exercises') when 'array' then p_workout -> 'exercises' else '[]' end;

  select workouts.* into v_stored from public.workouts where workouts.id = v_id and workouts.user_id = v_user_id;
  if v_revision <= v_stored.revision then
    return jsonb_build_object('workout', private.workout_summary(v_id));
  end if;

  if v_stored.id is null then
    if private.is_deleted('workouts', v_id) then
      perform private.raise_problem(
        'PT409', 'deleted', 'id', 'This workout was deleted.', 'Drop it here too, or log it under a new id.'
      );
    end if;

    insert into public.workouts (
      id, revision, name, notes, started_at, ended_at, time_zone, visibility, session_rpe, routine_id, enrollment_id,
      energy_kcal, average_heart_rate, max_heart_rate, source, external_id
    )
    select
      v_id, v_revision, sent.name, sent.notes, sent.started_at, sent.ended_at, sent.time_zone,
      coalesce(sent.visibility, profile_settings.default_workout_visibility, 'private'), sent.session_rpe,
      sent.routine_id, sent.enrollment_id, sent.energy_kcal, sent.average_heart_rate::smallint,
      sent.max_heart_rate::smallint, sent.source, sent.external_id
    from jsonb_to_record(p_workout) as sent (
      name text, notes text, started_at timestamptz, ended_at timestamptz, time_zone text, visibility text,
      session_rpe numeric, routine_id uuid, enrollment_id uuid, energy_kcal numeric, average_heart_rate numeric,
      max_heart_rate numeric, source text, external_id text
    )
    left join public.profile_settings on profile_settings.user_id = v_user_id;
  else
    -- Who sees the workout, and where it came from, changes only where that is said.
    update public.workouts
    set
      revision = v_revision, name = sent.name, notes = sent.notes, started_at = sent.started_at,
      ended_at = sent.ended_at, time_zone = sent.time_zone, session_rpe = sent.session_rpe,
      visibility = coalesce(sent.visibility, v_stored.visibility), routine_id = sent.routine_id,
      enrollment_id = sent.enrollment_id, energy_kcal = sent.energy_kcal,
      average_heart_rate = sent.average_heart_rate::smallint, max_heart_rate = sent.max_heart_rate::smallint,
      source = coalesce(sent.source, v_stored.source), external_id = coalesce(sent.external_id, v_stored.external_id)
    from jsonb_to_record(p_workout) as sent (
      name text, notes text, started_at timestamptz, ended_at timestamptz, time_zone text, visibility text,
      session_rpe numeric, routine_id uuid, enrollment_id uuid, energy_kcal numeric, average_heart_rate numeric,
      max_heart_rate numeric, source text, external_id text
    )
    where workouts.id = v_id;
  end if;

  perform private.store_workout_exercises(v_id, v_exercises);

  return jsonb_build_object('workout', private.workout_summary(v_id));
exception
  when unique_violation then
    get stacked diagnostics v_constraint = constraint_name;
    -- An id of the payload belongs to another workout, exercise or set, perhaps somebody else's: always the same
    -- answer.
    if v_constraint in (
      'workouts_pkey', 'workouts_user_id_source_external_id_key', 'workout_exercises_pkey', 'workout_sets_pkey'
    ) then
      perform private.raise_id_unusable(case v_constraint
        when 'workouts_pkey' then 'id'
        when 'workouts_user_id_source_external_id_key' then 'external_id'
        when 'workout_exercises_pkey' then 'exercises[].id'
        else 'exercises[].sets[].id'
      end);
    end if;
    raise;
end;
$function$;

CREATE OR REPLACE FUNCTION public.match_import (
  p_user_id uuid,
  p_names   text[],
  p_keys    text[],
  p_mapping jsonb
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_namespace uuid := private.import_namespace(p_user_id);
  v_exercises jsonb;
begin
  perform private.act_for(p_user_id);

  with matched as materialized (
    select named.name, jsonb_agg(
      jsonb_build_object('id', exercises.id, 'name', exercises.name, 'kind', exercises.kind)
      order by named.nearness desc, exercises.name, exercises.id
    ) as matches
    from private.exercises_named(p_names, p_user_id) as named
    join public.exercises on exercises.id = named.exercise_id
    group by named.name
  )
  select coalesce(jsonb_agg(
    jsonb_build_object(
      'name', named.name,
      'mapped', (
        select jsonb_build_object('id', usable.id, 'name', usable.name, 'kind', usable.kind)
        from private.usable_exercise((p_mapping ->> named.name)::uuid, p_user_id) as usable
        where usable.id is not null
      ),
      'matches', coalesce(matched.matches, '[]'),
      'suggestions', case
        -- A search costs a millisecond or two: the names that are used most come first.
        when matched.matches is null and named.ordinal <= 300 then private.suggested_exercises(named.name) else '[]'
      end
    )
    order by named.ordinal
  ), '[]')
  into v_exercises
  from unnest(p_names) with ordinality as named (name, ordinal)
  left join matched on matched.name = named.name;

  return jsonb_build_object(
    'exercises', v_exercises,
    'known', (
      select count(*)
      from unnest(p_keys) as key
      join public.workouts on workouts.id = extensions.uuid_generate_v5(v_namespace, key)
    )
  );
end;
$function$;

REVOKE ALL ON FUNCTION "public"."match_import"(uuid, text[], text[], jsonb) FROM PUBLIC, "anon", "authenticated";

CREATE OR REPLACE FUNCTION public.me()
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_me jsonb;
begin
  perform private.ensure_own_profile();
  v_me := (
    select jsonb_build_object(
      'user_id', profiles.user_id,
      'profile', jsonb_build_object(
        'username', profiles.username,
        'display_name', profiles.display_name,
        'bio', profiles.bio,
        'avatar_path', profiles.avatar_path,
        'avatar_thumbhash', profiles.avatar_thumbhash,
        'avatar_color', profiles.avatar_color,
        'visibility', profiles.visibility
      ),
      'settings', to_jsonb(settings) - array['user_id', 'version', 'changed_in', 'created_at', 'updated_at'],
      'body_facts', (
        select jsonb_build_object(
          'sex', body_facts.sex, 'birth_date', body_facts.birth_date, 'height_meters', body_facts.height_meters
        )
        from public.body_facts
        where body_facts.user_id = profiles.user_id
      ),
      'roles', (
        select coalesce(jsonb_agg(user_roles.role order by user_roles.role), '[]')
        from public.user_roles
        where user_roles.user_id = profiles.user_id
      ),
      'consents', (
        select coalesce(jsonb_object_agg(latest.purpose, latest.is_granted), '{}')
        from (
          select distinct on (consents.purpose) consents.purpose, consents.is_granted
          from public.consents
          where consents.user_id = profiles.user_id
          order by consents.purpose, consents.id desc
        ) as latest
      )
    )
    from public.profiles
    join public.profile_settings as settings on settings.user_id = profiles.user_id
    where profiles.user_id = (select auth.uid())
  );
  -- A token outlives the account that it was made for.
  if v_me is null then
    perform private.raise_problem('PT401', 'not_signed_in', 'authorization', 'Nobody is signed in.', 'Sign in first.');
  end if;
  return v_me;
end;
$function$;

CREATE OR REPLACE FUNCTION public.merge_exercises (
  p_from uuid,
  p_into uuid
)
  RETURNS jsonb
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  select private.start_merge(p_from, p_into);
$function$;

REVOKE ALL ON FUNCTION "public"."merge_exercises"(uuid, uuid) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.next_workout (
  p_enrollment_id uuid,
  p_on            date DEFAULT NULL::date
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_plan jsonb;
  v_session record;
begin
  select jsonb_build_object('id', plans.id, 'name', plans.name)
  into v_plan
  from public.enrollments
  join public.plans on plans.id = enrollments.plan_id
  where enrollments.id = p_enrollment_id and enrollments.user_id = (select auth.uid());
  if not found then
    perform private.raise_id_unusable('p_enrollment_id');
  end if;

  select sessions.* into v_session from private.next_session(p_enrollment_id, p_on) as sessions;
  return jsonb_build_object(
    'enrollment_id', p_enrollment_id,
    'plan', v_plan,
    'status', v_session.status,
    'session', case when v_session.plan_day_id is not null then jsonb_build_object(
      'number', v_session.session_number,
      'week', v_session.week,
      'cycle', v_session.cycle,
      'scheduled_on', v_session.scheduled_on,
      'plan_day_id', v_session.plan_day_id,
      'is_deload', v_session.is_deload
    ) end
  ) || coalesce(
    private.prescription(v_session.routine_id, p_enrollment_id, v_session.is_deload),
    '{"routine": null, "exercises": []}'
  );
end;
$function$;

REVOKE ALL ON FUNCTION "public"."next_workout"(uuid, date) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.orphaned_files (
  p_limit integer DEFAULT 500
)
  RETURNS TABLE (
    bucket_id text,
    name      text
  )
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
#variable_conflict use_column
begin
  return query
  select objects.bucket_id, objects.name
  from storage.objects
  where (objects.bucket_id = 'uploads' and objects.created_at < now() - interval '1 day')
    or (objects.bucket_id = 'imports' and greatest(objects.created_at, objects.updated_at) < now() - interval '7 days')
    or (
      objects.bucket_id = 'avatars'
      and objects.created_at < now() - interval '1 hour'
      and not exists (
        select 1
        from public.profiles
        where profiles.avatar_path = regexp_replace(objects.name, '/[^/]*$', '')
      )
    )
    or (
      objects.bucket_id = 'progress-photos'
      and objects.created_at < now() - interval '1 day'
      and not exists (
        select
        from public.progress_photos
        where progress_photos.image_path = regexp_replace(objects.name, '/[^/]*$', '')
      )
    )
    or (objects.bucket_id = 'exports' and objects.created_at < now() - interval '7 days')
  order by objects.created_at
  limit least(greatest(p_limit, 1), 1000);
end;
$function$;

CREATE OR REPLACE FUNCTION public.pause_enrollment (
  p_enrollment_id uuid,
  p_on            date DEFAULT NULL::date
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  perform private.start_pause(p_enrollment_id, p_on);
  return jsonb_build_object('enrollment', private.enrollment_document(p_enrollment_id));
end;
$function$;

REVOKE ALL ON FUNCTION "public"."pause_enrollment"(uuid, date) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.plan (
  p_plan_id uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_plan jsonb := private.plan_document(p_plan_id);
begin
  if v_plan is null then
    perform private.raise_id_unusable('p_plan_id');
  end if;
  return (
    select jsonb_build_object('plan', v_plan || to_jsonb(facts))
    from private.plan_facts(private.visible_plan_document(p_plan_id)) as facts
  );
end;
$function$;

REVOKE ALL ON FUNCTION "public"."plan"(uuid) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.release_job (
  p_job_id uuid,
  p_lease  uuid,
  p_error  jsonb DEFAULT NULL::jsonb
)
  RETURNS void
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  -- What went wrong is tried again after 10, 20, 40 and 80 seconds.
  update public.jobs
  set
    status = case when p_error is not null and jobs.attempts >= 5 then 'failed' else 'queued' end,
    finished_at = case when p_error is not null and jobs.attempts >= 5 then now() end,
    lease = null,
    due_at = now() + case
      when p_error is null then interval '0' else make_interval(secs => 5 * power(2, jobs.attempts))
    end,
    attempts = case when p_error is null then 0 else jobs.attempts end,
    error = p_error
  where jobs.id = p_job_id and jobs.lease = p_lease;
$function$;

REVOKE ALL ON FUNCTION "public"."release_job"(uuid, uuid, jsonb) FROM PUBLIC, "anon", "authenticated";

CREATE OR REPLACE FUNCTION public.remove_published_plan (
  p_id     uuid,
  p_reason text
)
  RETURNS void
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  select private.take_down_plan(p_id, p_reason);
$function$;

REVOKE ALL ON FUNCTION "public"."remove_published_plan"(uuid, text) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.repeat_workout (
  p_workout_id uuid,
  p_repeat_id  uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_workout jsonb;
begin
  -- Ids below the new workout's follow from it and from what they repeat, so that a retry answers the same ones.
  select jsonb_build_object(
    'id', p_repeat_id,
    'name', workouts.name,
    'started_at', now(),
    'time_zone', coalesce(profile_settings.time_zone, workouts.time_zone),
    'routine_id', workouts.routine_id,
    'exercises', coalesce(
      (
        select jsonb_agg(
          jsonb_build_object(
            'id', private.derived_id(p_repeat_id, workout_exercises.id::text),
            'exercise_id', workout_exercises.exercise_id,
            'routine_exercise_id', workout_exercises.routine_exercise_id,
            'position', workout_exercises.position,
            'superset_group', workout_exercises.superset_group,
            'sets', (
              select coalesce(
                jsonb_agg(
                  jsonb_build_object(
                    'id', private.derived_id(p_repeat_id, workout_sets.id::text),
                    'position', workout_sets.position,
                    'set_type', workout_sets.set_type,
                    'side', workout_sets.side,
                    'target', case
                      when
                        coalesce(workout_sets.reps, workout_sets.duration_seconds, workout_sets.distance_meters) is null
                      then workout_sets.target
                      else jsonb_strip_nulls(jsonb_build_object(
                        'reps', workout_sets.reps,
                        'weight_kg', workout_sets.weight_kg,
                        'duration_seconds', workout_sets.duration_seconds,
                        'distance_meters', workout_sets.distance_meters,
                        'incline_percent', workout_sets.incline_percent,
                        'tempo', workout_sets.tempo
                      ))
                    end
                  )
                  order by workout_sets.position, workout_sets.id
                ),
                '[]'
              )
              from public.workout_sets
              where workout_sets.workout_exercise_id = workout_exercises.id
            )
          )
          order by workout_exercises.position, workout_exercises.id
        )
        from public.workout_exercises
        where workout_exercises.workout_id = workouts.id
      ),
      '[]'
    )
  )
  into v_workout
  from public.workouts
  left join public.profile_settings on profile_settings.user_id = workouts.user_id
  where workouts.id = p_workout_id and workouts.user_id = v_user_id;
  if not found then
    perform private.raise_id_unusable('p_workout_id');
  end if;

  return jsonb_build_object('workout', v_workout);
end;
$function$;

REVOKE ALL ON FUNCTION "public"."repeat_workout"(uuid, uuid) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.restore_exercise (
  p_exercise_id uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  perform private.unarchive_exercise(p_exercise_id);
  return jsonb_build_object('exercise', private.exercise_document(p_exercise_id));
end;
$function$;

REVOKE ALL ON FUNCTION "public"."restore_exercise"(uuid) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.resume_enrollment (
  p_enrollment_id uuid,
  p_on            date DEFAULT NULL::date
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  perform private.end_pause(p_enrollment_id, p_on);
  return jsonb_build_object('enrollment', private.enrollment_document(p_enrollment_id));
end;
$function$;

REVOKE ALL ON FUNCTION "public"."resume_enrollment"(uuid, date) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.review_submission (
  p_submission_id uuid,
  p_version       integer,
  p_decision      text,
  p_reason        text    DEFAULT NULL::text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  perform private.judge_submission(p_submission_id, p_version, p_decision, p_reason);
  return jsonb_build_object('submission', private.submission_document(p_submission_id));
end;
$function$;

REVOKE ALL ON FUNCTION "public"."review_submission"(uuid, integer, text, text) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.revoke_access_token (
  p_token_id uuid
)
  RETURNS jsonb
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  select jsonb_build_object('id', p_token_id, 'revoked_at', private.end_access_token(p_token_id));
$function$;

REVOKE ALL ON FUNCTION "public"."revoke_access_token"(uuid) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.revoke_share_link (
  p_link_id uuid
)
  RETURNS jsonb
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  select jsonb_build_object('id', p_link_id, 'revoked_at', private.end_share_link(p_link_id));
$function$;

REVOKE ALL ON FUNCTION "public"."revoke_share_link"(uuid) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.routine (
  p_routine_id uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_routine jsonb := private.routine_document(p_routine_id);
begin
  if v_routine is null then
    perform private.raise_id_unusable('p_routine_id');
  end if;
  return jsonb_build_object('routine', v_routine);
end;
$function$;

REVOKE ALL ON FUNCTION "public"."routine"(uuid) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.save_exercise (
  p_exercise jsonb
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_version integer;
  v_stored_version integer;
  v_exercise jsonb;
  v_id uuid;
begin
  perform private.lock_user_data(v_user_id);
  perform private.check_exercise(p_exercise);
  v_version := (p_exercise ->> 'version')::numeric::integer;
  v_exercise := private.normalized_exercise(p_exercise);
  v_id := (v_exercise ->> 'id')::uuid;

  select exercises.version
  into v_stored_version
  from public.exercises
  where exercises.id = v_id and exercises.user_id = v_user_id;

  if v_stored_version is null then
    -- A version says that there was one. Ids of version 5 are kept for the global catalogue.
    if v_version is not null or uuid_extract_version(v_id) = 5 then
      perform private.raise_id_unusable('id');
    end if;
    insert into public.exercises (
      id, name, kind, category, mechanic, force, level, is_unilateral, body_weight_share, variation_group, instructions,
      cues
    )
    select
      sent.id, sent.name, sent.kind, sent.category, sent.mechanic, sent.force, sent.level, sent.is_unilateral,
      sent.body_weight_share, sent.variation_group, sent.instructions, sent.cues
    from jsonb_populate_record(null::public.exercises, v_exercise) as sent;
  else
    if v_exercise = private.exercise_document(v_id) - 'version' then
      return jsonb_build_object('exercise', private.exercise_document(v_id));
    end if;
    if v_version is distinct from v_stored_version then
      perform private.raise_stale_version(v_stored_version);
    end if;
    update public.exercises as stored
    set
      name = sent.name, kind = sent.kind, category = sent.category, mechanic = sent.mechanic, force = sent.force,
      level = sent.level, is_unilateral = sent.is_unilateral, body_weight_share = sent.body_weight_share,
      variation_group = sent.variation_group, instructions = sent.instructions, cues = sent.cues
    from jsonb_populate_record(null::public.exercises, v_exercise) as sent
    where stored.id = v_id
      and (
        stored.name, stored.kind, stored.category, stored.mechanic, stored.force, stored.level, stored.is_unilateral,
        stored.body_weight_share, stored.variation_group, stored.instructions, stored.cues
      ) is distinct from (
        sent.name, sent.kind, sent.category, sent.mechanic, sent.force, sent.level, sent.is_unilateral,
        sent.body_weight_share, sent.variation_group, sent.instructions, sent.cues
      );
  end if;

  delete from public.exercise_muscles as stored
  where stored.exercise_id = v_id
    and not exists (
      select 1
      from jsonb_array_elements(v_exercise -> 'muscles') as sent
      where sent ->> 'muscle_id' = stored.muscle_id
    );
  insert into public.exercise_muscles as stored (exercise_id, muscle_id, role, weight)
  select v_id, sent.muscle_id, sent.role, sent.weight
  from jsonb_to_recordset(v_exercise -> 'muscles') as sent (muscle_id text, role text, weight numeric)
  on conflict (exercise_id, muscle_id) do update
    set role = excluded.role, weight = excluded.weight
    where (stored.role, stored.weight) is distinct from (excluded.role, excluded.weight);

  delete from public.exercise_equipment as stored
  where stored.exercise_id = v_id and not v_exercise -> 'equipment' ? stored.equipment_id;
  insert into public.exercise_equipment (exercise_id, equipment_id)
  select v_id, sent
  from jsonb_array_elements_text(v_exercise -> 'equipment') as sent
  on conflict do nothing;

  delete from public.exercise_aliases as stored
  where stored.exercise_id = v_id and not v_exercise -> 'aliases' ? stored.alias;
  insert into public.exercise_aliases (exercise_id, alias)
  select v_id, sent
  from jsonb_array_elements_text(v_exercise -> 'aliases') as sent
  where not exists (
    select 1
    from public.exercise_aliases as stored
    where stored.exercise_id = v_id and stored.alias = sent
  );

  return jsonb_build_object('exercise', private.exercise_document(v_id));
exception
  when unique_violation then
    -- The id is an exercise of somebody else, or of the catalogue.
    perform private.raise_id_unusable('id');
end;
$function$;

REVOKE ALL ON FUNCTION "public"."save_exercise"(jsonb) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.save_gym (
  p_gym jsonb
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_id uuid;
  v_version integer;
  v_stored public.gyms;
  v_sent jsonb;
  v_constraint text;
begin
  perform private.lock_user_data(v_user_id);
  perform private.check_gym(p_gym);
  v_id := (p_gym ->> 'id')::uuid;
  v_version := (p_gym ->> 'version')::numeric::integer;

  select gyms.* into v_stored from public.gyms where gyms.id = v_id and gyms.user_id = v_user_id;
  v_sent := private.read_gym(p_gym, v_stored.is_default);

  -- A retry after a lost answer comes with the version before its own: what is stored already is no conflict.
  if v_stored.id is not null and v_sent = private.gym_document(v_id) - 'version' then
    return jsonb_build_object('gym', private.gym_document(v_id));
  end if;
  if v_stored.id is null and v_version is not null then
    perform private.raise_id_unusable('id');
  elsif v_stored.version is distinct from v_version then
    perform private.raise_stale_version(v_stored.version);
  end if;

  perform private.write_gym(v_sent);
  return jsonb_build_object('gym', private.gym_document(v_id));
exception
  when unique_violation then
    get stacked diagnostics v_constraint = constraint_name;
    -- An id of the payload belongs to another gym, perhaps somebody else's: always the same answer.
    if v_constraint in ('gyms_pkey', 'gym_equipment_pkey') then
      perform private.raise_id_unusable(case v_constraint when 'gyms_pkey' then 'id' else 'equipment[].id' end);
    end if;
    raise;
end;
$function$;

REVOKE ALL ON FUNCTION "public"."save_gym"(jsonb) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.save_plan (
  p_plan jsonb
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_id uuid;
  v_version integer;
  v_stored public.plans;
  v_sent jsonb;
  v_constraint text;
begin
  perform private.lock_user_data(v_user_id);
  perform private.check_plan(p_plan);
  v_id := (p_plan ->> 'id')::uuid;
  v_version := (p_plan ->> 'version')::numeric::integer;

  select plans.* into v_stored from public.plans where plans.id = v_id and plans.user_id = v_user_id;
  v_sent := private.read_plan(p_plan, coalesce(v_stored.visibility, 'private'));

  -- A retry after a lost answer comes with the version before its own: what is stored already is no conflict.
  if v_stored.id is not null and v_sent = private.plan_document(v_id) - 'version' then
    return jsonb_build_object('plan', private.plan_document(v_id));
  end if;
  if v_stored.id is null and v_version is not null then
    perform private.raise_id_unusable('id');
  elsif v_stored.version is distinct from v_version then
    perform private.raise_stale_version(v_stored.version);
  end if;

  perform private.write_plan(v_sent);
  return jsonb_build_object('plan', private.plan_document(v_id));
exception
  when unique_violation then
    get stacked diagnostics v_constraint = constraint_name;
    -- An id of the payload belongs to another plan, perhaps somebody else's: always the same answer.
    if v_constraint in ('plans_pkey', 'plan_days_pkey') then
      perform private.raise_id_unusable(case v_constraint when 'plans_pkey' then 'id' else 'days[].id' end);
    end if;
    raise;
end;
$function$;

REVOKE ALL ON FUNCTION "public"."save_plan"(jsonb) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.save_routine (
  p_routine jsonb
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_id uuid;
  v_version integer;
  v_stored public.routines;
  v_sent jsonb;
  v_document jsonb;
  v_constraint text;
begin
  perform private.lock_user_data(v_user_id);
  perform private.check_routine(p_routine);
  v_id := (p_routine ->> 'id')::uuid;
  v_version := (p_routine ->> 'version')::numeric::integer;

  select routines.* into v_stored from public.routines where routines.id = v_id and routines.user_id = v_user_id;
  select private.read_routine(
    p_routine,
    coalesce(v_stored.position, 1),
    coalesce(v_stored.visibility, max(profile_settings.default_routine_visibility), 'private')
  )
  into v_sent
  from public.profile_settings
  where profile_settings.user_id = v_user_id;

  -- A retry after a lost answer comes with the version before its own: what is stored already is no conflict.
  v_document := case when v_stored.id is not null then private.routine_document(v_id) end;
  if v_sent = v_document - 'version' then
    return jsonb_build_object('routine', v_document);
  end if;
  if v_stored.id is null and v_version is not null then
    perform private.raise_id_unusable('id');
  elsif v_stored.version is distinct from v_version then
    perform private.raise_stale_version(v_stored.version);
  end if;

  perform private.write_routine(v_sent);
  return jsonb_build_object('routine', private.routine_document(v_id));
exception
  when unique_violation then
    get stacked diagnostics v_constraint = constraint_name;
    -- An id of the payload belongs to another routine, perhaps somebody else's: always the same answer.
    if v_constraint in ('routines_pkey', 'routine_exercises_pkey', 'routine_sets_pkey') then
      perform private.raise_id_unusable(case v_constraint
        when 'routines_pkey' then 'id'
        when 'routine_exercises_pkey' then 'exercises[].id'
        else 'exercises[].sets[].id'
      end);
    end if;
    raise;
end;
$function$;

REVOKE ALL ON FUNCTION "public"."save_routine"(jsonb) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.save_workout_as_routine (
  p_workout_id uuid,
  p_routine_id uuid,
  p_name       text DEFAULT NULL::text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_routine jsonb;
begin
  perform private.lock_user_data(v_user_id);

  -- Ids below the routine's follow from it and from what they are made of, so that a retry makes the same routine.
  select jsonb_build_object(
    'id', p_routine_id,
    'name', coalesce(p_name, workouts.name),
    'exercises', (
      select jsonb_agg(jsonb_build_object(
        'id', private.derived_id(p_routine_id, workout_exercises.id::text),
        'exercise_id', workout_exercises.exercise_id,
        'position', workout_exercises.position,
        'superset_group', workout_exercises.superset_group,
        'sets', performed.sets
      ))
      from public.workout_exercises
      cross join lateral (
        select jsonb_agg(jsonb_build_object(
          'id', private.derived_id(p_routine_id, workout_sets.id::text),
          'position', workout_sets.position,
          'set_type', workout_sets.set_type,
          'min_reps', nullif(workout_sets.reps, 0),
          'max_reps', case when workout_sets.set_type <> 'amrap' then nullif(workout_sets.reps, 0) end,
          'weight_kg', workout_sets.weight_kg,
          'duration_seconds', nullif(workout_sets.duration_seconds, 0),
          'distance_meters', nullif(workout_sets.distance_meters, 0),
          'rest_seconds', workout_sets.rest_seconds
        )) as sets
        from public.workout_sets
        where workout_sets.workout_exercise_id = workout_exercises.id
          and coalesce(workout_sets.reps, workout_sets.duration_seconds, workout_sets.distance_meters) is not null
          -- A target is for both sides: where each was logged, the left one speaks for them.
          and (
            workout_sets.side is distinct from 'right'
            or not exists (
              select
              from public.workout_sets as other
              where other.workout_exercise_id = workout_exercises.id and other.side = 'left'
            )
          )
      ) as performed
      where workout_exercises.workout_id = workouts.id and performed.sets is not null
    )
  )
  into v_routine
  from public.workouts
  where workouts.id = p_workout_id and workouts.user_id = v_user_id;
  if not found then
    perform private.raise_id_unusable('p_workout_id');
  end if;

  return public.save_routine(v_routine);
end;
$function$;

REVOKE ALL ON FUNCTION "public"."save_workout_as_routine"(uuid, uuid, text) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.search_exercises (
  p_query      text    DEFAULT NULL::text,
  p_muscles    text[]  DEFAULT NULL::text[],
  p_equipment  text[]  DEFAULT NULL::text[],
  p_kinds      text[]  DEFAULT NULL::text[],
  p_levels     text[]  DEFAULT NULL::text[],
  p_categories text[]  DEFAULT NULL::text[],
  p_scope      text    DEFAULT 'all'::text,
  p_locale     text    DEFAULT NULL::text,
  p_limit      integer DEFAULT 20,
  p_cursor     text    DEFAULT NULL::text,
  p_facets     boolean DEFAULT false
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  SET plan_cache_mode TO 'force_generic_plan'
  AS $function$
declare
  v_limit integer := least(greatest(coalesce(p_limit, 20), 1), 50);
  v_locale text := private.catalog_locale(coalesce(
    p_locale,
    (select profile_settings.locale from public.profile_settings where profile_settings.user_id = (select auth.uid()))
  ));
  v_filter jsonb := jsonb_build_object(
    'query', left(p_query, 80), 'muscles', coalesce(p_muscles, '{}'), 'equipment', coalesce(p_equipment, '{}'),
    'kinds', coalesce(p_kinds, '{}'), 'levels', coalesce(p_levels, '{}'), 'categories', coalesce(p_categories, '{}'),
    'scope', coalesce(p_scope, 'all'), 'locale', v_locale
  );
  v_after jsonb := private.decode_cursor(p_cursor, v_filter);
  -- What counts as recent stays what it was on the first page.
  v_as_of date := coalesce((v_after ->> 'as_of')::date, current_date);
  v_ids uuid[];
  v_ranks integer[];
  v_names text[];
  v_items jsonb;
begin
  if v_filter ->> 'scope' not in ('all', 'global', 'own', 'favorites', 'recent') then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_scope', 'There is no such scope.', 'Send all, global, own, favorites or recent.'
    );
  end if;

  select
    array_agg(matches.exercise_id order by matches.ordinal),
    array_agg(matches.rank order by matches.ordinal),
    array_agg(matches.name order by matches.ordinal)
  into v_ids, v_ranks, v_names
  from private.match_exercises(v_filter, v_as_of, v_after, v_limit + 1)
    with ordinality as matches (exercise_id, rank, name, ordinal);

  select coalesce(jsonb_agg(
    jsonb_build_object(
      'id', exercises.id,
      'name', coalesce(exercise_translations.name, exercises.name),
      'name_en', exercises.name,
      'kind', exercises.kind,
      'category', exercises.category,
      'level', exercises.level,
      'mechanic', exercises.mechanic,
      'is_custom', exercises.user_id is not null,
      'is_favorite', coalesce(exercise_preferences.is_favorite, false),
      'last_used_on', used.last_on,
      'primary_muscles', worked.primary_muscles,
      'secondary_muscles', worked.secondary_muscles,
      'equipment', needed.equipment,
      'thumbnail', thumbnails.thumbnail
    )
    order by page.ordinal
  ), '[]')
  into v_items
  from unnest(v_ids[:v_limit]) with ordinality as page (exercise_id, ordinal)
  join public.exercises on exercises.id = page.exercise_id
  left join public.exercise_translations on exercise_translations.exercise_id = exercises.id
    and exercise_translations.locale = v_locale
  left join public.exercise_preferences on exercise_preferences.exercise_id = exercises.id
    and exercise_preferences.user_id = (select auth.uid())
  cross join lateral (
    select max(exercise_days.local_date) as last_on
    from analytics.exercise_days
    where exercise_days.user_id = (select auth.uid()) and exercise_days.exercise_id = exercises.id
  ) as used
  cross join lateral (
    select
      coalesce(jsonb_agg(exercise_muscles.muscle_id order by exercise_muscles.muscle_id)
        filter (where exercise_muscles.role = 'primary'), '[]') as primary_muscles,
      coalesce(jsonb_agg(exercise_muscles.muscle_id order by exercise_muscles.muscle_id)
        filter (where exercise_muscles.role = 'secondary'), '[]') as secondary_muscles
    from public.exercise_muscles
    where exercise_muscles.exercise_id = exercises.id
  ) as worked
  cross join lateral (
    select
      coalesce(jsonb_agg(exercise_equipment.equipment_id order by exercise_equipment.equipment_id), '[]') as equipment
    from public.exercise_equipment
    where exercise_equipment.exercise_id = exercises.id
  ) as needed
  left join lateral (
    select jsonb_build_object('path', exercise_media.path, 'url', exercise_media.url) as thumbnail
    from public.exercise_media
    where exercise_media.exercise_id = exercises.id and exercise_media.kind = 'image'
    order by exercise_media.position, exercise_media.id
    limit 1
  ) as thumbnails on true
  where exercises.archived_at is null;

  return jsonb_build_object(
    'items', v_items,
    'next_cursor', case when cardinality(v_ids) > v_limit then private.encode_cursor(v_filter, jsonb_build_object(
      'rank', v_ranks[v_limit], 'name', v_names[v_limit], 'id', v_ids[v_limit], 'as_of', v_as_of
    )) end
  ) || case when p_facets then jsonb_build_object('facets', private.exercise_facets(v_filter, v_as_of)) else '{}' end;
end;
$function$;

REVOKE ALL ON FUNCTION "public"."search_exercises"(text, text[], text[], text[], text[], text[], text, text, integer, text, boolean) FROM PUBLIC, "anon";

CREATE OR REPLACE FUNCTION public.stage_import (
  p_job_id   uuid,
  p_lease    uuid,
  p_workouts jsonb,
  p_report   jsonb DEFAULT NULL::jsonb
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  -- The worker that goes on is held for another minute; one that lost its lease stages nothing.
  update public.jobs
  set due_at = now() + interval '1 minute', attempts = case when p_report is null then jobs.attempts else 0 end
  where jobs.id = p_job_id and jobs.lease = p_lease and jobs.type = 'import';
  if not found then
    return jsonb_build_object('status', 'lost');
  end if;

  -- A worker that died in the middle staged the same under the same ordinals.
  insert into private.staged_workouts (job_id, ordinal, sets, workout)
  select p_job_id, sent.ordinal, sent.sets, sent.workout
  from jsonb_to_recordset(p_workouts) as sent (ordinal integer, sets integer, workout jsonb)
  on conflict (job_id, ordinal) do update set sets = excluded.sets, workout = excluded.workout;

  if p_report is not null then
    insert into private.import_reports (job_id, report) values (p_job_id, p_report)
    on conflict (job_id) do nothing;
  end if;
  return jsonb_build_object('status', 'running');
end;
$function$;

REVOKE ALL ON FUNCTION "public"."stage_import"(uuid, uuid, jsonb, jsonb) FROM PUBLIC, "anon", "authenticated";

CREATE OR REPLACE FUNCTION public.start_workout (
  p_workout_id    uuid,
  p_time_zone     text,
  p_routine_id    uuid                     DEFAULT NULL::uuid,
  p_enrollment_id uuid                     DEFAULT NULL::uuid,
  p_name          text                     DEFAULT NULL::text,
  p_started_at    timestamp with time zone DEFAULT NULL::timestamp WITH time zone
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_workout public.workouts;
  v_live_id uuid;
  v_prescription jsonb;
begin
  perform private.lock_user_data(v_user_id);
  v_workout := private.own_workout(p_workout_id);
  if v_workout.ended_at is not null then
    return jsonb_build_object('workout', private.workout_document(p_workout_id), 'prescription', null);
  end if;

  select workouts.id
  into v_live_id
  from public.workouts
  where workouts.user_id = v_user_id and workouts.ended_at is null and workouts.id <> p_workout_id
  order by workouts.started_at desc, workouts.id
  limit 1;
  if v_workout.id is null and v_live_id is not null then
    perform private.raise_problem(
      'PT409', 'workout_live', 'p_workout_id', 'Another workout is live.',
      format('Finish or discard workout %s first; nothing was stored.', v_live_id)
    );
  end if;

  v_prescription := private.due_prescription(
    coalesce(p_routine_id, v_workout.routine_id), coalesce(p_enrollment_id, v_workout.enrollment_id)
  );
  if v_workout.id is null then
    perform public.log_workout(jsonb_build_object(
      'id', p_workout_id,
      'name', coalesce(p_name, v_prescription #>> '{routine,name}'),
      'started_at', coalesce(p_started_at, clock_timestamp()),
      'time_zone', p_time_zone,
      'routine_id', v_prescription #> '{routine,id}',
      'enrollment_id', p_enrollment_id,
      'exercises', private.prefilled_exercises(p_workout_id, v_prescription -> 'exercises')
    ));
  end if;
  return jsonb_build_object('workout', private.workout_document(p_workout_id), 'prescription', v_prescription);
end;
$function$;

REVOKE ALL ON FUNCTION "public"."start_workout"(uuid, text, uuid, uuid, text, timestamp WITH time zone) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.step_job (
  p_job_id uuid,
  p_lease  uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_job public.jobs;
  v_step private.job_step;
begin
  -- The row stays locked for the step, so that a cancellation waits for it, and none is done twice.
  select jobs.*
  into v_job
  from public.jobs
  where jobs.id = p_job_id and jobs.lease = p_lease
  for update;
  if not found then
    return jsonb_build_object('status', 'lost');
  end if;

  execute format('select * from private.%I($1)', 'step_' || v_job.type) into v_step using v_job;

  update public.jobs
  set
    status = case when v_step.is_done then 'succeeded' else 'running' end,
    lease = case when not v_step.is_done then p_lease end,
    finished_at = case when v_step.is_done then now() end,
    progress = case when v_step.is_done then 100 else v_step.progress end,
    state = coalesce(v_step.state, jobs.state),
    result = case when v_step.is_done then v_step.result end,
    error = null,
    attempts = 0,
    due_at = now() + interval '1 minute'
  where jobs.id = p_job_id
  returning jobs.* into v_job;
  return jsonb_build_object('status', v_job.status);
end;
$function$;

REVOKE ALL ON FUNCTION "public"."step_job"(uuid, uuid) FROM PUBLIC, "anon", "authenticated";

CREATE OR REPLACE FUNCTION public.submission_queue (
  p_status text    DEFAULT 'pending'::text,
  p_type   text    DEFAULT NULL::text,
  p_limit  integer DEFAULT 20,
  p_cursor text    DEFAULT NULL::text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_limit integer := least(greatest(coalesce(p_limit, 20), 1), 50);
  v_filter jsonb := jsonb_build_object('submission_queue', p_status, 'type', p_type);
  v_after jsonb := private.decode_cursor(p_cursor, v_filter);
  v_keys jsonb[];
  v_items jsonb;
begin
  if not private.has_role('moderator') then
    perform private.raise_problem(
      'PT403', 'not_allowed', 'p_status', 'Only moderators read the queue.', 'Read your own submissions in submissions.'
    );
  end if;

  with ahead as (
    select submissions.id, submissions.user_id, submissions.submitted_at, submissions.content
    from public.submissions
    where submissions.status = coalesce(p_status, 'pending')
      and (p_type is null or submissions.type = p_type)
      and (
        v_after is null
        or (submissions.submitted_at, submissions.id) > ((v_after ->> 0)::timestamptz, (v_after ->> 1)::uuid)
      )
    order by submissions.submitted_at, submissions.id
    limit v_limit + 1
  ),
  page as (
    select ahead.*, array[ahead.content ->> 'name'] || array(
      select jsonb_array_elements_text(coalesce(ahead.content -> 'aliases', '[]'))
    ) as names
    from ahead
    order by ahead.submitted_at, ahead.id
    limit v_limit
  ),
  alike as materialized (
    select found.name, found.exercise_id, found.exercise_name
    from private.similar_exercises(array(select distinct unnest(page.names) from page)) as found
  )
  select
    (
      select array_agg(jsonb_build_array(ahead.submitted_at, ahead.id) order by ahead.submitted_at, ahead.id)
      from ahead
    ),
    coalesce(
      jsonb_agg(
        private.submission_document(page.id) || jsonb_build_object(
          'user_id', page.user_id,
          'similar', coalesce(
            (
              select jsonb_agg(distinct jsonb_build_object('id', alike.exercise_id, 'name', alike.exercise_name))
              from alike
              where alike.name = any(page.names)
            ),
            '[]'
          )
        )
        order by page.submitted_at, page.id
      ),
      '[]'
    )
  into v_keys, v_items
  from page;

  return jsonb_build_object(
    'items', v_items,
    'next_cursor', case when cardinality(v_keys) > v_limit then private.encode_cursor(v_filter, v_keys[v_limit]) end
  );
end;
$function$;

REVOKE ALL ON FUNCTION "public"."submission_queue"(text, text, integer, text) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.submit_exercise (
  p_exercise_id uuid,
  p_note        text DEFAULT NULL::text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_submission_id uuid := private.submit_own_exercise(p_exercise_id, p_note);
begin
  return jsonb_build_object('submission', private.submission_document(v_submission_id));
end;
$function$;

REVOKE ALL ON FUNCTION "public"."submit_exercise"(uuid, text) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.submit_plan (
  p_plan_id uuid,
  p_note    text DEFAULT NULL::text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_submission_id uuid := private.submit_own_plan(p_plan_id, p_note);
begin
  return jsonb_build_object('submission', private.submission_document(v_submission_id));
end;
$function$;

REVOKE ALL ON FUNCTION "public"."submit_plan"(uuid, text) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.sync_pull (
  p_cursor         bigint  DEFAULT NULL::bigint,
  p_schema_version integer DEFAULT NULL::integer,
  p_migration      jsonb   DEFAULT NULL::jsonb,
  p_page           text    DEFAULT NULL::text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  SET plan_cache_mode TO 'force_generic_plan'
  AS $function$
declare
  -- One snapshot serves the whole answer, as the function is stable.
  v_user_id uuid := (select auth.uid());
  v_page_size constant integer := 5000;
  v_horizon bigint := private.sync_horizon();
  v_cursor bigint := coalesce(p_cursor, 0);
  v_filter jsonb := jsonb_build_object('sync_pull', p_cursor, 'migration', p_migration);
  v_page jsonb := private.decode_cursor(p_page, v_filter);
  v_is_replacement boolean := v_cursor <> 0 and not private.is_sync_cursor(v_cursor);
  v_migrated text[] := array(
    select jsonb_array_elements_text(p_migration -> 'tables')
    union
    select jsonb_array_elements(p_migration -> 'columns') ->> 'table'
  );
  v_changes jsonb;
  v_timestamp bigint := coalesce((v_page ->> 'timestamp')::bigint, v_horizon);
  v_left integer := v_page_size;
  v_relation record;
  v_records jsonb;
  v_last jsonb;
begin
  if v_is_replacement then
    v_cursor := 0;
  end if;

  -- Every table is there, changed or not. What was deleted comes with the first page.
  select jsonb_object_agg(relations.relation, jsonb_build_object(
    'created', '[]'::jsonb,
    'updated', '[]'::jsonb,
    'deleted', case when v_cursor <> 0 and v_page is null
      then private.sync_deletions(relations.relation, relations.row_id, v_cursor) else '[]' end
  ))
  into v_changes
  from private.sync_relations() as relations;

  for v_relation in
    select relations.position, relations.relation, relations.row_id,
      case when relations.relation = any(v_migrated) then 0 else v_cursor end as changed_from
    from private.sync_relations() as relations
    where relations.position >= coalesce((v_page ->> 'position')::integer, 0)
      and relations.relation in (
        select changes.relation
        from private.sync_changes as changes
        where changes.user_id = v_user_id and changes.changed_in >= v_cursor
        union all
        select 'exercises'
        from public.exercises
        where exercises.user_id is null and exercises.changed_in >= v_cursor
        union all
        select 'measurement_types'
        from public.measurement_types
        where measurement_types.user_id is null and measurement_types.changed_in >= v_cursor
        union all
        select unnest(v_migrated)
      )
    order by relations.position
  loop
    -- The global catalogue has no owner, and comes with the rest.
    execute format(
      'select coalesce(jsonb_agg(record order by changed_in, row_id), ''[]''),
         (array_agg(
           jsonb_build_object(''changed_in'', changed_in, ''id'', row_id) order by changed_in desc, row_id desc
         ))[1]
       from (
         select stored.changed_in, stored.%2$I as row_id, %3$s as record
         from public.%1$I as stored
         where (stored.user_id = $1 %4$s) and stored.changed_in >= $2 and (stored.changed_in, stored.%2$I) > ($3, $4)
         order by stored.changed_in, stored.%2$I
         limit $5
       ) as page',
      v_relation.relation, v_relation.row_id, private.sync_record(v_relation.relation),
      case when v_relation.relation in ('exercises', 'measurement_types') then 'or stored.user_id is null' else '' end
    )
    into v_records, v_last
    using
      v_user_id, v_relation.changed_from,
      case
        when v_relation.position = (v_page ->> 'position')::integer then (v_page ->> 'changed_in')::bigint
        else -1
      end,
      coalesce((v_page ->> 'id')::uuid, '00000000-0000-0000-0000-000000000000'), v_left;

    v_changes := jsonb_set(v_changes, array[v_relation.relation, 'updated'], v_records);
    v_left := v_left - jsonb_array_length(v_records);
    if v_left = 0 then
      v_last := v_last || jsonb_build_object('position', v_relation.position);
      exit;
    end if;
    v_last := null;
  end loop;

  return jsonb_build_object(
    'changes', v_changes,
    'timestamp', v_timestamp,
    'next_page', case when v_last is not null
      then private.encode_cursor(v_filter, v_last || jsonb_build_object('timestamp', v_timestamp))
    end
  ) || case when v_is_replacement then '{"experimentalStrategy": "replacement"}' else '{}' end::jsonb;
end;
$function$;

REVOKE ALL ON FUNCTION "public"."sync_pull"(bigint, integer, jsonb, text) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.sync_push (
  p_changes jsonb,
  p_cursor  bigint DEFAULT NULL::bigint
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_relation record;
  v_records jsonb;
  v_refused jsonb := '[]';
begin
  perform private.lock_user_data((select auth.uid()));
  perform private.check_sync_changes(p_changes, p_cursor);

  -- What conflicts is judged as everything stood before this push: its own writes raise versions too.
  for v_relation in
    select relations.* from private.sync_relations() as relations where p_changes ? relations.relation
    order by relations.position
  loop
    v_refused := v_refused || private.sync_conflicts(
      v_relation.relation, v_relation.row_id, private.pushed_records(p_changes -> v_relation.relation)
    );
  end loop;

  for v_relation in
    select relations.* from private.sync_relations() as relations where p_changes ? relations.relation
    order by relations.position desc
  loop
    v_refused := v_refused || private.try_sync_deletions(
      v_relation.relation, v_relation.row_id,
      coalesce(nullif(p_changes #> array[v_relation.relation, 'deleted'], 'null'), '[]')
    );
  end loop;

  for v_relation in
    select relations.* from private.sync_relations() as relations where p_changes ? relations.relation
    order by relations.position
  loop
    v_records := private.pushed_records(p_changes -> v_relation.relation);
    -- A new row whose parent is refused goes with it.
    v_refused := v_refused || coalesce((
      select jsonb_agg(jsonb_build_object('table', v_relation.relation, 'id', sent ->> 'id', 'code', 'parent_rejected'))
      from jsonb_array_elements(v_records) as sent
      where v_refused @> jsonb_build_array(jsonb_build_object(
          'table', v_relation.parent_relation, 'id', sent ->> v_relation.parent_id
        ))
        and not v_refused @> jsonb_build_array(jsonb_build_object('table', v_relation.relation, 'id', sent ->> 'id'))
    ), '[]');
    v_refused := v_refused || private.try_sync_records(v_relation.relation, v_relation.row_id, coalesce((
      select jsonb_agg(sent)
      from jsonb_array_elements(v_records) as sent
      where not v_refused @> jsonb_build_array(jsonb_build_object('table', v_relation.relation, 'id', sent ->> 'id'))
    ), '[]'));
  end loop;

  return jsonb_build_object(
    'experimentalRejectedIds', coalesce((
      select jsonb_object_agg(by_table.name, by_table.ids)
      from (
        select refused ->> 'table' as name, jsonb_agg(refused -> 'id') as ids
        from jsonb_array_elements(v_refused) as refused
        group by 1
      ) as by_table
    ), '{}'),
    'errors', v_refused
  );
end;
$function$;

REVOKE ALL ON FUNCTION "public"."sync_push"(jsonb, bigint) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.unpublish_plan (
  p_id uuid
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  delete from public.published_plans as plans where plans.id = p_id and plans.user_id = (select auth.uid());
  if not found then
    perform private.raise_id_unusable('p_id');
  end if;
end;
$function$;

REVOKE ALL ON FUNCTION "public"."unpublish_plan"(uuid) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.update_enrollment (
  p_enrollment_id uuid,
  p_changes       jsonb
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_enrollment public.enrollments;
  v_start_weights jsonb;
  v_problem text;
begin
  perform private.lock_user_data((select auth.uid()));
  perform private.check_document('enrollment', p_changes, array[
    row('enrollment', 'gym_id', 'uuid', false, null, null, null, null, null),
    row('enrollment', 'start_weights', 'object', false, null, null, null, null, null)
  ]::private.field_rule[]);

  select enrollments.* into v_enrollment from public.enrollments where enrollments.id = p_enrollment_id;
  v_start_weights := coalesce(nullif(p_changes -> 'start_weights', 'null'), v_enrollment.start_weights, '{}');
  v_problem := private.start_weights_problem(v_start_weights);
  if v_problem is not null then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'start_weights', v_problem, 'Correct the field and call again; nothing was stored.'
    );
  end if;

  perform private.change_enrollment(
    p_enrollment_id,
    case when p_changes ? 'gym_id' then (p_changes ->> 'gym_id')::uuid else v_enrollment.gym_id end,
    v_start_weights
  );
  return jsonb_build_object('enrollment', private.enrollment_document(p_enrollment_id));
end;
$function$;

REVOKE ALL ON FUNCTION "public"."update_enrollment"(uuid, jsonb) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.use_access_token (
  p_token text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_token public.access_tokens;
begin
  select tokens.*
  into v_token
  from public.access_tokens as tokens
  where tokens.token_hash = private.access_token_hash(p_token)
    and tokens.revoked_at is null
    and tokens.expires_at > now();
  if not found then
    return null;
  end if;

  -- To a minute: a program that reads page after page writes no row for each.
  update public.access_tokens as tokens
  set last_used_at = now()
  where tokens.id = v_token.id and (tokens.last_used_at is null or tokens.last_used_at < now() - interval '1 minute');
  return jsonb_build_object('id', v_token.id, 'user_id', v_token.user_id, 'scopes', v_token.scopes);
end;
$function$;

REVOKE ALL ON FUNCTION "public"."use_access_token"(text) FROM PUBLIC, "anon", "authenticated";

CREATE OR REPLACE FUNCTION public.withdraw_submission (
  p_submission_id uuid
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  perform private.end_submission(p_submission_id);
  return jsonb_build_object('submission', private.submission_document(p_submission_id));
end;
$function$;

REVOKE ALL ON FUNCTION "public"."withdraw_submission"(uuid) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.workout_calendar (
  p_from date,
  p_to   date
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select jsonb_build_object(
      'from', p_from,
      'to', p_to,
      'days', coalesce(
        jsonb_agg(
          jsonb_build_object('local_date', days.local_date, 'workouts', days.workouts) order by days.local_date
        ),
        '[]'
      )
    )
    from (
      select workouts.local_date, count(*) as workouts
      from public.workouts
      where workouts.user_id = (select auth.uid())
        and workouts.local_date >= p_from
        and workouts.local_date < p_to
        and workouts.ended_at is not null
      group by workouts.local_date
    ) as days
  );
end;
$function$;

REVOKE ALL ON FUNCTION "public"."workout_calendar"(date, date) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.workout_events (
  p_user_id uuid,
  p_cursor  text    DEFAULT NULL::text,
  p_limit   integer DEFAULT 50
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  -- One snapshot serves the whole answer, as the function is stable.
  v_limit integer := least(greatest(coalesce(p_limit, 50), 1), 100);
  v_filter jsonb := jsonb_build_object('workout_events', p_user_id);
  v_key jsonb := private.decode_cursor(p_cursor, v_filter);
  v_from bigint := coalesce((v_key ->> 'from')::bigint, 0);
  -- A pass of several pages ends with the horizon of its first: what could not be seen then is read by the next pass.
  v_horizon bigint := coalesce((v_key ->> 'horizon')::bigint, private.sync_horizon());
  v_items jsonb;
  v_last jsonb;
begin
  if v_from > 0 and not private.is_sync_cursor(v_from) then
    v_from := 0;
    v_key := null;
    v_horizon := private.sync_horizon();
  end if;

  with page as materialized (
    select events.changed_in, events.workout_id, events.is_deleted
    from private.changed_workouts(
      p_user_id, v_from, coalesce((v_key ->> 'changed_in')::bigint, -1),
      coalesce((v_key ->> 'id')::uuid, '00000000-0000-0000-0000-000000000000'), v_limit
    ) as events
  )
  select
    coalesce(
      jsonb_agg(
        case
          when page.is_deleted then jsonb_build_object('type', 'deleted', 'id', page.workout_id)
          else jsonb_build_object(
            'type', 'updated', 'id', page.workout_id, 'workout', private.workout_document(page.workout_id)
          )
        end
        order by page.changed_in, page.workout_id
      ),
      '[]'
    ),
    case when count(*) = v_limit then (
      array_agg(
        jsonb_build_object('changed_in', page.changed_in, 'id', page.workout_id)
        order by page.changed_in desc, page.workout_id desc
      )
    )[1] end
  into v_items, v_last
  from page;

  return jsonb_build_object(
    'items', v_items,
    'next_cursor', private.encode_cursor(
      v_filter,
      case
        when v_last is not null then v_last || jsonb_build_object('from', v_from, 'horizon', v_horizon)
        else jsonb_build_object('from', v_horizon)
      end
    ),
    'has_more', v_last is not null,
    'is_replacement', v_from = 0
  );
end;
$function$;

REVOKE ALL ON FUNCTION "public"."workout_events"(uuid, text, integer) FROM PUBLIC, "anon", "authenticated";

CREATE OR REPLACE FUNCTION public.workout_history (
  p_from        date    DEFAULT NULL::date,
  p_to          date    DEFAULT NULL::date,
  p_exercise_id uuid    DEFAULT NULL::uuid,
  p_query       text    DEFAULT NULL::text,
  p_limit       integer DEFAULT 20,
  p_cursor      text    DEFAULT NULL::text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_limit integer := least(greatest(coalesce(p_limit, 20), 1), 100);
  v_filter jsonb := jsonb_build_object(
    'workout_history', p_from, 'to', p_to, 'exercise_id', p_exercise_id, 'query', p_query
  );
  v_keys jsonb[];
begin
  if char_length(p_query) > 100 or p_query !~ '[[:alnum:]]' then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_query', 'must be text of at most 100 characters with a letter or digit in it',
      'Leave it out to see all.'
    );
  end if;

  v_keys := private.workout_keys(
    p_from, p_to, p_exercise_id, p_query, private.decode_cursor(p_cursor, v_filter), v_limit + 1
  );
  return jsonb_build_object(
    'items', (
      select coalesce(
        jsonb_agg(
          private.workout_summary((page.key ->> 'id')::uuid)
            || jsonb_build_object('performed', private.performed_counts((page.key ->> 'id')::uuid))
          order by page.ordinal
        ),
        '[]'
      )
      from unnest(v_keys[:v_limit]) with ordinality as page (key, ordinal)
    ),
    'next_cursor', case when cardinality(v_keys) > v_limit
      then private.encode_cursor(v_filter, v_keys[v_limit])
    end
  );
end;
$function$;

REVOKE ALL ON FUNCTION "public"."workout_history"(date, date, uuid, text, integer, text) FROM PUBLIC, "anon", "service_role";

ALTER TABLE "private"."exercise_documents"
  ADD CONSTRAINT "exercise_documents_pkey" PRIMARY KEY (exercise_id, LOCALE);

ALTER TABLE "private"."import_namespaces"
  ADD CONSTRAINT "import_namespaces_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE "private"."search_words"
  ADD CONSTRAINT "search_words_pkey" PRIMARY KEY (LOCALE, word);

ALTER TABLE "private"."workout_changes"
  ADD CONSTRAINT "workout_changes_workout_id_fkey" FOREIGN KEY (workout_id) REFERENCES public.workouts(id) ON DELETE CASCADE;

ALTER TABLE "public"."exercise_aliases"
  ADD CONSTRAINT "exercise_aliases_locale_form_check" CHECK ((locale ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$'::text));

ALTER TABLE "public"."exercise_aliases"
  ADD CONSTRAINT "exercise_aliases_pkey" PRIMARY KEY (exercise_id, LOCALE, alias);

ALTER TABLE "public"."exercise_media"
  ADD CONSTRAINT "exercise_media_exercise_id_fkey" FOREIGN KEY (exercise_id) REFERENCES public.exercises(id) ON DELETE CASCADE;

ALTER TABLE "public"."exercise_preferences"
  ADD CONSTRAINT "exercise_preferences_exercise_id_fkey" FOREIGN KEY (exercise_id) REFERENCES public.exercises(id) ON DELETE CASCADE;

ALTER TABLE "public"."exercise_translations"
  ADD CONSTRAINT "exercise_translations_exercise_id_fkey" FOREIGN KEY (exercise_id) REFERENCES public.exercises(id) ON DELETE CASCADE;

ALTER TABLE "public"."exercises"
  ADD CONSTRAINT "exercises_cues_size_check"
    CHECK (((cardinality(cues) <= 20) AND (char_length(array_to_string(cues, ''::text)) <= 4000) AND (array_position(cues, NULL::text) IS NULL)));

ALTER TABLE "public"."exercises"
  ADD CONSTRAINT "exercises_instructions_size_check"
    CHECK (((cardinality(instructions) <= 30) AND (char_length(array_to_string(instructions, ''::text)) <= 10000) AND (array_position(instructions, NULL::text) IS NULL)));

ALTER TABLE "public"."exercises"
  ADD CONSTRAINT "exercises_name_length_check" CHECK (((char_length(name) <= 120) AND (name ~ '[^[:space:]]'::text)));

ALTER TABLE "public"."exercises"
  ADD CONSTRAINT "exercises_replaced_by_another_check" CHECK ((replaced_by <> id));

ALTER TABLE "public"."exercises"
  ADD CONSTRAINT "exercises_replaced_by_fkey" FOREIGN KEY (replaced_by) REFERENCES public.exercises(id) ON DELETE SET NULL;

ALTER TABLE "public"."exercises"
  ADD CONSTRAINT "exercises_replaced_is_archived_check" CHECK (((replaced_by IS NULL) OR (archived_at IS NOT NULL)));

ALTER TABLE "public"."exercises"
  ADD CONSTRAINT "exercises_variation_group_form_check" CHECK ((variation_group ~ '^[a-z0-9][a-z0-9-]{0,59}$'::text));

ALTER TABLE "public"."gym_equipment"
  ADD CONSTRAINT "gym_equipment_equipment_id_fkey" FOREIGN KEY (equipment_id) REFERENCES public.equipment(id) ON DELETE RESTRICT;

ALTER TABLE "public"."gym_equipment"
  ADD CONSTRAINT "gym_equipment_exercise_id_fkey" FOREIGN KEY (exercise_id) REFERENCES public.exercises(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE "private"."import_reports"
  ADD CONSTRAINT "import_reports_job_id_fkey" FOREIGN KEY (job_id) REFERENCES public.jobs(id) ON DELETE CASCADE;

ALTER TABLE "private"."staged_workouts"
  ADD CONSTRAINT "staged_workouts_job_id_fkey" FOREIGN KEY (job_id) REFERENCES public.jobs(id) ON DELETE CASCADE;

ALTER TABLE "public"."jobs"
  ADD CONSTRAINT "jobs_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE "public"."measurements"
  ADD CONSTRAINT "measurements_type_id_fkey" FOREIGN KEY (type_id) REFERENCES public.measurement_types(id) ON DELETE CASCADE;

ALTER TABLE "public"."plan_uses"
  ADD CONSTRAINT "plan_uses_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE "public"."plans"
  ADD CONSTRAINT "plans_copied_from_user_id_fkey" FOREIGN KEY (copied_from_user_id) REFERENCES auth.users(id) ON DELETE SET NULL;

ALTER TABLE "public"."plans"
  ADD CONSTRAINT "plans_copied_from_plan_id_fkey" FOREIGN KEY (copied_from_plan_id) REFERENCES public.plans(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE "private"."published_plan_documents"
  ADD CONSTRAINT "published_plan_documents_published_plan_id_fkey" FOREIGN KEY (published_plan_id) REFERENCES public.published_plans(id) ON DELETE CASCADE;

ALTER TABLE "public"."plan_likes"
  ADD CONSTRAINT "plan_likes_published_plan_id_fkey" FOREIGN KEY (published_plan_id) REFERENCES public.published_plans(id) ON DELETE CASCADE;

ALTER TABLE "public"."plan_uses"
  ADD CONSTRAINT "plan_uses_published_plan_id_fkey" FOREIGN KEY (published_plan_id) REFERENCES public.published_plans(id) ON DELETE CASCADE;

ALTER TABLE "public"."plans"
  ADD CONSTRAINT "plans_copied_from_published_plan_id_fkey" FOREIGN KEY (copied_from_published_plan_id) REFERENCES public.published_plans(id) ON DELETE SET NULL DEFERRABLE
    INITIALLY DEFERRED;

ALTER TABLE "public"."published_plans"
  ADD CONSTRAINT "published_plans_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE "public"."routine_exercises"
  ADD CONSTRAINT "routine_exercises_exercise_fkey" FOREIGN KEY (exercise_id, exercise_kind) REFERENCES public.exercises(id, kind) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE "public"."routines"
  ADD CONSTRAINT "routines_copied_from_user_id_fkey" FOREIGN KEY (copied_from_user_id) REFERENCES auth.users(id) ON DELETE SET NULL;

ALTER TABLE "public"."routines"
  ADD CONSTRAINT "routines_copied_from_routine_id_fkey" FOREIGN KEY (copied_from_routine_id) REFERENCES public.routines(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE "public"."submission_reviews"
  ADD CONSTRAINT "submission_reviews_moderator_id_fkey" FOREIGN KEY (moderator_id) REFERENCES auth.users(id) ON DELETE SET NULL;

ALTER TABLE "public"."submissions"
  ADD CONSTRAINT "submissions_exercise_id_fkey" FOREIGN KEY (exercise_id) REFERENCES public.exercises(id) ON DELETE SET NULL;

ALTER TABLE "public"."submission_reviews"
  ADD CONSTRAINT "submission_reviews_submission_id_fkey" FOREIGN KEY (submission_id) REFERENCES public.submissions(id) ON DELETE CASCADE;

ALTER TABLE "public"."submissions"
  ADD CONSTRAINT "submissions_plan_id_fkey" FOREIGN KEY (plan_id) REFERENCES public.plans(id) ON DELETE SET NULL;

ALTER TABLE "public"."submissions"
  ADD CONSTRAINT "submissions_result_exercise_id_fkey" FOREIGN KEY (result_exercise_id) REFERENCES public.exercises(id) ON DELETE SET NULL;

ALTER TABLE "public"."submissions"
  ADD CONSTRAINT "submissions_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE "public"."workout_exercises"
  ADD CONSTRAINT "workout_exercises_routine_exercise_id_fkey" FOREIGN KEY (routine_exercise_id) REFERENCES public.routine_exercises(id) ON DELETE SET NULL;

ALTER TABLE "public"."workout_sets"
  ADD CONSTRAINT "workout_sets_average_heart_rate_range_check" CHECK (((average_heart_rate >= 20) AND (average_heart_rate <= 250)));

ALTER TABLE "public"."workout_sets"
  ADD CONSTRAINT "workout_sets_energy_kcal_range_check" CHECK (((energy_kcal >= (0)::numeric) AND (energy_kcal <= (20000)::numeric)));

ALTER TABLE "public"."workout_sets"
  ADD CONSTRAINT "workout_sets_incline_percent_range_check" CHECK (((incline_percent >= ('-30'::integer)::numeric) AND (incline_percent <= (60)::numeric)));

ALTER TABLE "public"."workout_sets"
  ADD CONSTRAINT "workout_sets_max_heart_rate_range_check" CHECK (((max_heart_rate >= 20) AND (max_heart_rate <= 250)));

ALTER TABLE "public"."workout_sets"
  ADD CONSTRAINT "workout_sets_steps_range_check" CHECK (((steps >= 0) AND (steps <= 200000)));

ALTER TABLE "public"."workout_sets"
  ADD CONSTRAINT "workout_sets_target_length_check" CHECK ((char_length((target)::text) <= 4000));

ALTER TABLE "public"."workout_sets"
  ADD CONSTRAINT "workout_sets_tempo_form_check" CHECK ((tempo ~ '^([0-9X]{4}|([0-9]{1,2}|X)(-([0-9]{1,2}|X)){3})$'::text));

ALTER TABLE "public"."workouts"
  ADD CONSTRAINT "workouts_average_heart_rate_range_check" CHECK (((average_heart_rate >= 20) AND (average_heart_rate <= 250)));

ALTER TABLE "public"."workouts"
  ADD CONSTRAINT "workouts_energy_kcal_range_check" CHECK (((energy_kcal >= (0)::numeric) AND (energy_kcal <= (20000)::numeric)));

ALTER TABLE "public"."workouts"
  ADD CONSTRAINT "workouts_external_id_has_source_check" CHECK (((external_id IS NULL) OR (source IS NOT NULL)));

ALTER TABLE "public"."workouts"
  ADD CONSTRAINT "workouts_external_id_length_check" CHECK (((char_length(external_id) >= 1) AND (char_length(external_id) <= 200)));

ALTER TABLE "public"."workouts"
  ADD CONSTRAINT "workouts_max_heart_rate_range_check" CHECK (((max_heart_rate >= 20) AND (max_heart_rate <= 250)));

ALTER TABLE "public"."workouts"
  ADD CONSTRAINT "workouts_source_form_check" CHECK ((source ~ '^[a-z][a-z0-9_]{0,39}$'::text));

ALTER TABLE "public"."workouts"
  ADD CONSTRAINT "workouts_user_id_source_external_id_key" UNIQUE (user_id, source, external_id);

CREATE INDEX exercise_days_user_id_local_date_idx ON analytics.exercise_days USING btree (user_id, local_date) INCLUDE (exercise_id);

CREATE INDEX exercise_documents_document_idx ON private.exercise_documents USING gin (document)
  WITH (fastupdate=off)
  WHERE (user_id IS NULL);

CREATE INDEX exercise_documents_locale_name_idx ON private.exercise_documents USING btree (LOCALE, name, exercise_id)
  WHERE (user_id IS NULL);

CREATE INDEX published_plan_documents_document_idx ON private.published_plan_documents USING gin (document);

CREATE INDEX search_words_locale_length_idx ON private.search_words USING btree (LOCALE, length(word)) INCLUDE (word, letters, exercises)
  WHERE is_correct;

CREATE INDEX search_words_word_idx ON private.search_words USING btree (word, LOCALE);

CREATE INDEX tombstones_deleted_at_idx ON private.tombstones USING btree (deleted_at);

CREATE INDEX workout_changes_user_id_changed_in_idx ON private.workout_changes USING btree (user_id, changed_in, workout_id);

CREATE INDEX access_tokens_ended_at_idx ON public.access_tokens USING btree (LEAST(revoked_at, expires_at));

CREATE UNIQUE INDEX enrollment_pauses_one_open_key ON public.enrollment_pauses USING btree (enrollment_id)
  WHERE (resumed_on IS NULL);

CREATE INDEX enrollments_start_weights_idx ON public.enrollments USING gin (start_weights);

CREATE INDEX exercise_aliases_user_id_locale_idx ON public.exercise_aliases USING btree (user_id, LOCALE);

CREATE INDEX exercise_equipment_user_id_equipment_id_idx ON public.exercise_equipment USING btree (user_id, equipment_id);

CREATE INDEX exercise_media_exercise_id_idx ON public.exercise_media USING btree (exercise_id, "position");

CREATE INDEX exercise_media_user_id_idx ON public.exercise_media USING btree (user_id);

CREATE INDEX exercise_muscles_user_id_muscle_id_idx ON public.exercise_muscles USING btree (user_id, muscle_id);

CREATE INDEX exercise_preferences_exercise_id_idx ON public.exercise_preferences USING btree (exercise_id);

CREATE INDEX exercise_translations_user_id_locale_idx ON public.exercise_translations USING btree (user_id, LOCALE);

CREATE INDEX exercises_replaced_by_idx ON public.exercises USING btree (replaced_by);

CREATE INDEX gym_equipment_equipment_id_idx ON public.gym_equipment USING btree (equipment_id);

CREATE INDEX gym_equipment_exercise_id_idx ON public.gym_equipment USING btree (exercise_id);

CREATE INDEX gym_equipment_gym_id_idx ON public.gym_equipment USING btree (gym_id);

CREATE INDEX jobs_due_at_idx ON public.jobs USING btree (due_at)
  WHERE (status = ANY (ARRAY['queued'::text, 'running'::text]));

CREATE INDEX jobs_finished_at_idx ON public.jobs USING btree (finished_at)
  WHERE (finished_at IS NOT NULL);

CREATE INDEX jobs_user_id_created_at_idx ON public.jobs USING btree (user_id, created_at DESC);

CREATE UNIQUE INDEX jobs_user_id_idempotency_key_key ON public.jobs USING btree (user_id, idempotency_key) NULLS NOT DISTINCT
  WHERE (idempotency_key IS NOT NULL);

CREATE INDEX measurements_type_id_idx ON public.measurements USING btree (type_id);

CREATE INDEX plan_days_plan_id_idx ON public.plan_days USING btree (plan_id, week, weekday, "position");

CREATE INDEX plan_likes_published_plan_id_idx ON public.plan_likes USING btree (published_plan_id);

CREATE INDEX plan_uses_published_plan_id_idx ON public.plan_uses USING btree (published_plan_id, TYPE);

CREATE INDEX plans_copied_from_plan_id_idx ON public.plans USING btree (copied_from_plan_id);

CREATE INDEX plans_copied_from_published_plan_id_idx ON public.plans USING btree (copied_from_published_plan_id);

CREATE INDEX plans_copied_from_user_id_idx ON public.plans USING btree (copied_from_user_id);

CREATE INDEX progress_photos_image_path_idx ON public.progress_photos USING btree (image_path);

CREATE INDEX published_plans_completion_count_idx ON public.published_plans USING btree (completion_count DESC, id DESC)
  WHERE (effective_visibility = 'public'::text);

CREATE INDEX published_plans_copy_count_idx ON public.published_plans USING btree (copy_count DESC, id DESC)
  WHERE (effective_visibility = 'public'::text);

CREATE INDEX published_plans_like_count_idx ON public.published_plans USING btree (like_count DESC, id DESC)
  WHERE (effective_visibility = 'public'::text);

CREATE INDEX published_plans_popularity_idx ON public.published_plans USING btree (popularity DESC, id DESC)
  WHERE (effective_visibility = 'public'::text);

CREATE INDEX published_plans_published_at_idx ON public.published_plans USING btree (published_at DESC, id DESC)
  WHERE (effective_visibility = 'public'::text);

CREATE INDEX published_plans_tags_idx ON public.published_plans USING gin (tags);

CREATE INDEX published_plans_user_id_idx ON public.published_plans USING btree (user_id);

CREATE INDEX routine_exercises_exercise_idx ON public.routine_exercises USING btree (exercise_id, exercise_kind);

CREATE INDEX routine_exercises_routine_id_idx ON public.routine_exercises USING btree (routine_id, "position");

CREATE INDEX routine_sets_routine_exercise_id_idx ON public.routine_sets USING btree (routine_exercise_id, "position");

CREATE INDEX routine_sets_routine_id_idx ON public.routine_sets USING btree (routine_id);

CREATE INDEX routines_copied_from_routine_id_idx ON public.routines USING btree (copied_from_routine_id);

CREATE INDEX routines_copied_from_user_id_idx ON public.routines USING btree (copied_from_user_id);

CREATE INDEX share_links_expires_at_idx ON public.share_links USING btree (expires_at);

CREATE INDEX submission_reviews_moderator_id_idx ON public.submission_reviews USING btree (moderator_id);

CREATE INDEX submission_reviews_submission_id_idx ON public.submission_reviews USING btree (submission_id, id);

CREATE INDEX submissions_exercise_id_idx ON public.submissions USING btree (exercise_id);

CREATE UNIQUE INDEX submissions_open_exercise_id_key ON public.submissions USING btree (exercise_id)
  WHERE (status = ANY (ARRAY['pending'::text, 'changes_requested'::text]));

CREATE UNIQUE INDEX submissions_open_plan_id_key ON public.submissions USING btree (plan_id)
  WHERE (status = ANY (ARRAY['pending'::text, 'changes_requested'::text]));

CREATE INDEX submissions_plan_id_idx ON public.submissions USING btree (plan_id);

CREATE INDEX submissions_result_exercise_id_idx ON public.submissions USING btree (result_exercise_id);

CREATE INDEX submissions_status_submitted_at_idx ON public.submissions USING btree (status, submitted_at, id);

CREATE INDEX submissions_user_id_idx ON public.submissions USING btree (user_id, submitted_at DESC);

CREATE INDEX workout_exercises_routine_exercise_id_idx ON public.workout_exercises USING btree (routine_exercise_id);

CREATE INDEX workouts_enrollment_idx ON public.workouts USING btree (user_id, enrollment_id, local_date);

CREATE INDEX workouts_routine_idx ON public.workouts USING btree (user_id, routine_id);

CREATE INDEX workouts_user_id_live_idx ON public.workouts USING btree (user_id)
  WHERE (ended_at IS NULL);

CREATE TRIGGER users_60_forget_tombstones
  AFTER DELETE ON auth.users
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_forget_tombstones();

CREATE TRIGGER access_tokens_20_enforce_quota AFTER INSERT ON public.access_tokens REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'access_tokens',
  'user_id'
);

CREATE TRIGGER enrollment_pauses_10_mark_change
  BEFORE UPDATE ON public.enrollment_pauses
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

CREATE TRIGGER enrollment_pauses_70_bury
  AFTER DELETE ON public.enrollment_pauses REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_bury();

CREATE TRIGGER enrollments_00_lock_user_data
  BEFORE INSERT OR DELETE OR UPDATE ON public.enrollments
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

CREATE TRIGGER enrollments_10_mark_change
  BEFORE UPDATE ON public.enrollments
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

CREATE TRIGGER enrollments_20_enforce_quota AFTER INSERT ON public.enrollments REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'enrollments',
  'user_id'
);

CREATE TRIGGER enrollments_30_count_completion
  AFTER UPDATE OF status ON public.enrollments
  FOR EACH ROW
  WHEN (((old.status <> 'completed'::text) AND (new.status = 'completed'::text)))
  EXECUTE FUNCTION private.tg_count_plan_completion();

CREATE TRIGGER enrollments_70_bury
  AFTER DELETE ON public.enrollments REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_bury();

CREATE TRIGGER exercise_aliases_00_lock_user_data
  BEFORE INSERT OR DELETE OR UPDATE ON public.exercise_aliases
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

CREATE TRIGGER exercise_aliases_15_inherit_owner
  BEFORE INSERT OR UPDATE OF exercise_id, user_id ON public.exercise_aliases
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_inherit_exercise_owner();

CREATE TRIGGER exercise_aliases_20_enforce_quota AFTER INSERT ON public.exercise_aliases
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'aliases_per_exercise',
  'exercise_id'
);

CREATE TRIGGER exercise_aliases_30_raise_version_delete AFTER DELETE ON public.exercise_aliases
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_raise_parent_version (
  'exercises',
  'exercise_id'
);

CREATE TRIGGER exercise_aliases_30_raise_version_insert AFTER INSERT ON public.exercise_aliases
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_raise_parent_version (
  'exercises',
  'exercise_id'
);

CREATE TRIGGER exercise_aliases_40_index_delete AFTER DELETE ON public.exercise_aliases
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_index_own_exercises (
  'exercise_id'
);

CREATE TRIGGER exercise_aliases_40_index_insert AFTER INSERT ON public.exercise_aliases
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_index_own_exercises (
  'exercise_id'
);

CREATE TRIGGER exercise_equipment_00_lock_user_data
  BEFORE INSERT OR DELETE OR UPDATE ON public.exercise_equipment
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

CREATE TRIGGER exercise_equipment_15_inherit_owner
  BEFORE INSERT OR UPDATE OF exercise_id, user_id ON public.exercise_equipment
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_inherit_exercise_owner();

CREATE TRIGGER exercise_equipment_30_raise_version_delete AFTER DELETE ON public.exercise_equipment
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_raise_parent_version (
  'exercises',
  'exercise_id'
);

CREATE TRIGGER exercise_equipment_30_raise_version_insert AFTER INSERT ON public.exercise_equipment
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_raise_parent_version (
  'exercises',
  'exercise_id'
);

CREATE TRIGGER exercise_equipment_40_index_delete AFTER DELETE ON public.exercise_equipment
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_index_own_exercises (
  'exercise_id'
);

CREATE TRIGGER exercise_equipment_40_index_insert AFTER INSERT ON public.exercise_equipment
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_index_own_exercises (
  'exercise_id'
);

CREATE TRIGGER exercise_media_10_touch
  BEFORE UPDATE ON public.exercise_media
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_touch();

CREATE TRIGGER exercise_media_15_inherit_owner
  BEFORE INSERT OR UPDATE OF exercise_id, user_id ON public.exercise_media
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_inherit_exercise_owner();

CREATE TRIGGER exercise_muscles_00_lock_user_data
  BEFORE INSERT OR DELETE OR UPDATE ON public.exercise_muscles
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

CREATE TRIGGER exercise_muscles_10_keep
  BEFORE UPDATE OF exercise_id, muscle_id ON public.exercise_muscles
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep('exercise_id', 'muscle_id');

CREATE TRIGGER exercise_muscles_15_inherit_owner
  BEFORE INSERT OR UPDATE OF exercise_id, user_id ON public.exercise_muscles
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_inherit_exercise_owner();

CREATE TRIGGER exercise_muscles_30_raise_version_delete AFTER DELETE ON public.exercise_muscles
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_raise_parent_version (
  'exercises',
  'exercise_id'
);

CREATE TRIGGER exercise_muscles_30_raise_version_insert AFTER INSERT ON public.exercise_muscles
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_raise_parent_version (
  'exercises',
  'exercise_id'
);

CREATE TRIGGER exercise_muscles_30_raise_version_update AFTER UPDATE ON public.exercise_muscles
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_raise_parent_version (
  'exercises',
  'exercise_id'
);

CREATE TRIGGER exercise_muscles_40_index_delete AFTER DELETE ON public.exercise_muscles
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_index_own_exercises (
  'exercise_id'
);

CREATE TRIGGER exercise_muscles_40_index_insert AFTER INSERT ON public.exercise_muscles
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_index_own_exercises (
  'exercise_id'
);

CREATE TRIGGER exercise_muscles_40_index_update AFTER UPDATE ON public.exercise_muscles
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_index_own_exercises (
  'exercise_id'
);

CREATE TRIGGER exercise_preferences_00_lock_user_data
  BEFORE INSERT OR DELETE OR UPDATE ON public.exercise_preferences
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

CREATE TRIGGER exercise_preferences_10_keep_exercise
  BEFORE UPDATE OF exercise_id ON public.exercise_preferences
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep('exercise_id');

CREATE TRIGGER exercise_preferences_20_exercise
  BEFORE INSERT ON public.exercise_preferences
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_check_exercise();

CREATE TRIGGER exercise_preferences_30_mark_change
  BEFORE UPDATE ON public.exercise_preferences
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

CREATE TRIGGER exercise_preferences_40_enforce_quota AFTER INSERT ON public.exercise_preferences
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'exercise_preferences',
  'user_id'
);

CREATE TRIGGER exercise_preferences_70_bury AFTER DELETE ON public.exercise_preferences REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_bury (
  'exercise_id'
);

CREATE TRIGGER exercise_translations_15_inherit_owner
  BEFORE INSERT OR UPDATE OF exercise_id, user_id ON public.exercise_translations
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_inherit_exercise_owner();

CREATE TRIGGER exercises_00_lock_user_data
  BEFORE INSERT OR DELETE OR UPDATE ON public.exercises
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

CREATE TRIGGER exercises_10_keep
  BEFORE UPDATE OF id, user_id ON public.exercises
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep('id', 'user_id');

CREATE TRIGGER exercises_20_keep_used_kind
  BEFORE UPDATE OF kind ON public.exercises
  FOR EACH ROW
  WHEN ((old.kind IS DISTINCT FROM new.kind))
  EXECUTE FUNCTION private.tg_keep_used_kind();

CREATE TRIGGER exercises_30_mark_change
  BEFORE UPDATE ON public.exercises
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

CREATE TRIGGER exercises_40_enforce_quota AFTER INSERT ON public.exercises REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'custom_exercises',
  'user_id'
);

CREATE TRIGGER exercises_50_index_insert AFTER INSERT ON public.exercises REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_index_own_exercises (
  'id'
);

CREATE TRIGGER exercises_50_index_update AFTER UPDATE ON public.exercises REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_index_own_exercises (
  'id'
);

CREATE TRIGGER exercises_60_withdraw_archived
  AFTER UPDATE OF archived_at ON public.exercises
  FOR EACH ROW
  WHEN (((old.archived_at IS NULL) AND (new.archived_at IS NOT NULL) AND (new.user_id IS NOT NULL)))
  EXECUTE FUNCTION private.tg_withdraw_submissions();

CREATE TRIGGER exercises_60_withdraw_deleted
  BEFORE DELETE ON public.exercises
  FOR EACH ROW
  WHEN ((old.user_id IS NOT NULL))
  EXECUTE FUNCTION private.tg_withdraw_submissions();

CREATE TRIGGER exercises_70_bury
  AFTER DELETE ON public.exercises REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_bury();

CREATE TRIGGER gym_equipment_00_lock_user_data
  BEFORE INSERT OR DELETE OR UPDATE ON public.gym_equipment
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

CREATE TRIGGER gym_equipment_10_inherit_owner
  BEFORE INSERT ON public.gym_equipment
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_inherit_owner('gyms', 'gym_id');

CREATE TRIGGER gym_equipment_20_keep
  BEFORE UPDATE OF id, gym_id ON public.gym_equipment
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep('id', 'gym_id');

CREATE TRIGGER gym_equipment_25_exercise
  BEFORE INSERT OR UPDATE OF exercise_id ON public.gym_equipment
  FOR EACH ROW
  WHEN ((new.exercise_id IS NOT NULL))
  EXECUTE FUNCTION private.tg_check_exercise();

CREATE TRIGGER gym_equipment_30_mark_change
  BEFORE UPDATE ON public.gym_equipment
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

CREATE TRIGGER gym_equipment_40_enforce_quota AFTER INSERT ON public.gym_equipment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'equipment_per_gym',
  'gym_id'
);

CREATE TRIGGER gym_equipment_50_raise_version_delete AFTER DELETE ON public.gym_equipment
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_raise_parent_version (
  'gyms',
  'gym_id'
);

CREATE TRIGGER gym_equipment_50_raise_version_insert AFTER INSERT ON public.gym_equipment
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_raise_parent_version (
  'gyms',
  'gym_id'
);

CREATE TRIGGER gym_equipment_50_raise_version_update AFTER UPDATE ON public.gym_equipment
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_raise_parent_version (
  'gyms',
  'gym_id'
);

CREATE TRIGGER gym_equipment_70_bury
  AFTER DELETE ON public.gym_equipment REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_bury();

CREATE TRIGGER gyms_00_lock_user_data
  BEFORE INSERT OR DELETE OR UPDATE ON public.gyms
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

CREATE TRIGGER gyms_10_keep
  BEFORE UPDATE OF id ON public.gyms
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep('id');

CREATE TRIGGER gyms_15_default_first
  BEFORE INSERT ON public.gyms
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_default_first_gym();

CREATE TRIGGER gyms_20_mark_change
  BEFORE UPDATE ON public.gyms
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

CREATE TRIGGER gyms_30_enforce_quota AFTER INSERT ON public.gyms REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'gyms',
  'user_id'
);

CREATE TRIGGER gyms_40_keep_one_default_delete
  AFTER DELETE ON public.gyms REFERENCING OLD TABLE AS changed_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_keep_one_default_gym();

CREATE TRIGGER gyms_40_keep_one_default_insert
  AFTER INSERT ON public.gyms REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_keep_one_default_gym();

CREATE TRIGGER gyms_40_keep_one_default_update
  AFTER UPDATE ON public.gyms REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_keep_one_default_gym();

CREATE TRIGGER gyms_70_bury
  AFTER DELETE ON public.gyms REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_bury();

CREATE TRIGGER jobs_10_enforce_quota AFTER INSERT ON public.jobs REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'jobs',
  'user_id'
);

CREATE TRIGGER jobs_60_forget_import
  AFTER UPDATE OF status ON public.jobs
  FOR EACH ROW
  WHEN (((new.type = 'import'::text) AND (new.finished_at IS NOT NULL)))
  EXECUTE FUNCTION private.tg_forget_import();

CREATE TRIGGER measurement_types_00_lock_user_data
  BEFORE INSERT OR DELETE OR UPDATE ON public.measurement_types
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

CREATE TRIGGER measurement_types_10_keep
  BEFORE UPDATE OF id, unit ON public.measurement_types
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep('id', 'unit');

CREATE TRIGGER measurement_types_20_mark_change
  BEFORE UPDATE ON public.measurement_types
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

CREATE TRIGGER measurement_types_30_enforce_quota AFTER INSERT ON public.measurement_types
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'measurement_types',
  'user_id'
);

CREATE TRIGGER measurement_types_70_bury
  AFTER DELETE ON public.measurement_types REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_bury();

CREATE TRIGGER measurements_00_lock_user_data
  BEFORE INSERT OR DELETE OR UPDATE ON public.measurements
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

CREATE TRIGGER measurements_05_consent
  BEFORE INSERT OR UPDATE ON public.measurements
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_require_health_consent();

CREATE TRIGGER measurements_10_time_zone
  BEFORE INSERT OR UPDATE OF time_zone ON public.measurements
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_check_time_zone();

CREATE TRIGGER measurements_15_local_date
  BEFORE INSERT OR UPDATE OF measured_at, time_zone ON public.measurements
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_local_date('measured_at');

CREATE TRIGGER measurements_20_keep
  BEFORE UPDATE OF id, type_id ON public.measurements
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep('id', 'type_id');

CREATE TRIGGER measurements_25_check_value
  BEFORE INSERT OR UPDATE OF side, VALUE ON public.measurements
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_check_measurement();

CREATE TRIGGER measurements_30_mark_change
  BEFORE UPDATE ON public.measurements
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

CREATE TRIGGER measurements_50_enforce_quota AFTER INSERT ON public.measurements REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'measurements_per_day',
  'user_id',
  'local_date'
);

CREATE TRIGGER measurements_70_bury
  AFTER DELETE ON public.measurements REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_bury();

CREATE TRIGGER plan_days_00_lock_user_data
  BEFORE INSERT OR DELETE OR UPDATE ON public.plan_days
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

CREATE TRIGGER plan_days_10_inherit_owner
  BEFORE INSERT ON public.plan_days
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_inherit_owner('plans', 'plan_id');

CREATE TRIGGER plan_days_20_require_own
  BEFORE INSERT OR UPDATE OF routine_id ON public.plan_days
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_require_own('routines', 'routine_id');

CREATE TRIGGER plan_days_25_check_plan_week
  BEFORE INSERT OR UPDATE OF week ON public.plan_days
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_check_plan_week();

CREATE TRIGGER plan_days_30_keep
  BEFORE UPDATE OF id, plan_id ON public.plan_days
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep('id', 'plan_id');

CREATE TRIGGER plan_days_40_mark_change
  BEFORE UPDATE ON public.plan_days
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

CREATE TRIGGER plan_days_50_enforce_quota AFTER INSERT ON public.plan_days REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'days_per_plan',
  'plan_id'
);

CREATE TRIGGER plan_days_60_raise_version_delete AFTER DELETE ON public.plan_days
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_raise_parent_version (
  'plans',
  'plan_id'
);

CREATE TRIGGER plan_days_60_raise_version_insert AFTER INSERT ON public.plan_days
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_raise_parent_version (
  'plans',
  'plan_id'
);

CREATE TRIGGER plan_days_60_raise_version_update AFTER UPDATE ON public.plan_days
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_raise_parent_version (
  'plans',
  'plan_id'
);

CREATE TRIGGER plan_days_70_bury
  AFTER DELETE ON public.plan_days REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_bury();

CREATE TRIGGER plan_likes_00_lock_user_data
  BEFORE INSERT OR DELETE ON public.plan_likes
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

CREATE TRIGGER plan_likes_10_keep
  BEFORE UPDATE ON public.plan_likes
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep('user_id', 'published_plan_id');

CREATE TRIGGER plan_likes_20_enforce_quota AFTER INSERT ON public.plan_likes REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'plan_likes',
  'user_id'
);

CREATE TRIGGER plan_likes_30_count_delete
  AFTER DELETE ON public.plan_likes REFERENCING OLD TABLE AS changed_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_count_plan_likes();

CREATE TRIGGER plan_likes_30_count_insert
  AFTER INSERT ON public.plan_likes REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_count_plan_likes();

CREATE TRIGGER plan_uses_10_keep
  BEFORE UPDATE ON public.plan_uses
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep('user_id', 'published_plan_id', 'type');

CREATE TRIGGER plan_uses_20_count_delete
  AFTER DELETE ON public.plan_uses REFERENCING OLD TABLE AS changed_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_count_plan_uses();

CREATE TRIGGER plan_uses_20_count_insert
  AFTER INSERT ON public.plan_uses REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_count_plan_uses();

CREATE TRIGGER plans_00_lock_user_data
  BEFORE INSERT OR DELETE OR UPDATE ON public.plans
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

CREATE TRIGGER plans_10_effective_visibility
  BEFORE INSERT OR UPDATE OF visibility ON public.plans
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_effective_visibility();

CREATE TRIGGER plans_20_keep
  BEFORE UPDATE OF id ON public.plans
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep('id');

CREATE TRIGGER plans_25_keep_days_in_plan
  BEFORE UPDATE OF weeks ON public.plans
  FOR EACH ROW
  WHEN ((new.weeks < old.weeks))
  EXECUTE FUNCTION private.tg_keep_days_in_plan();

CREATE TRIGGER plans_30_mark_change
  BEFORE UPDATE ON public.plans
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

CREATE TRIGGER plans_40_enforce_quota AFTER INSERT ON public.plans REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'plans',
  'user_id'
);

CREATE TRIGGER plans_60_count_copy
  AFTER INSERT ON public.plans
  FOR EACH ROW
  WHEN ((new.copied_from_published_plan_id IS NOT NULL))
  EXECUTE FUNCTION private.tg_count_plan_copy();

CREATE TRIGGER plans_70_bury
  AFTER DELETE ON public.plans REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_bury();

CREATE TRIGGER plans_80_withdraw_deleted
  BEFORE DELETE ON public.plans
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_withdraw_submissions();

CREATE TRIGGER profile_settings_30_mark_change
  BEFORE UPDATE ON public.profile_settings
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

CREATE TRIGGER profiles_50_narrow_workouts
  AFTER UPDATE OF visibility ON public.profiles
  FOR EACH ROW
  WHEN ((old.visibility IS DISTINCT FROM new.visibility))
  EXECUTE FUNCTION private.tg_narrow_shared('workouts');

CREATE TRIGGER profiles_60_narrow_routines
  AFTER UPDATE OF visibility ON public.profiles
  FOR EACH ROW
  WHEN ((old.visibility IS DISTINCT FROM new.visibility))
  EXECUTE FUNCTION private.tg_narrow_shared('routines');

CREATE TRIGGER profiles_65_narrow_plans
  AFTER UPDATE OF visibility ON public.profiles
  FOR EACH ROW
  WHEN ((old.visibility IS DISTINCT FROM new.visibility))
  EXECUTE FUNCTION private.tg_narrow_shared('plans');

CREATE TRIGGER profiles_70_narrow_published_plans
  AFTER UPDATE OF visibility ON public.profiles
  FOR EACH ROW
  WHEN ((old.visibility IS DISTINCT FROM new.visibility))
  EXECUTE FUNCTION private.tg_narrow_shared('published_plans');

CREATE TRIGGER progress_photos_00_lock_user_data
  BEFORE INSERT OR DELETE OR UPDATE ON public.progress_photos
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

CREATE TRIGGER progress_photos_05_consent
  BEFORE INSERT OR UPDATE ON public.progress_photos
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_require_health_consent();

CREATE TRIGGER progress_photos_10_keep
  BEFORE UPDATE OF id, image_path ON public.progress_photos
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep('id', 'image_path');

CREATE TRIGGER progress_photos_15_own_image
  BEFORE INSERT ON public.progress_photos
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_require_own_image();

CREATE TRIGGER progress_photos_20_mark_change
  BEFORE UPDATE ON public.progress_photos
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

CREATE TRIGGER progress_photos_30_enforce_quota AFTER INSERT ON public.progress_photos
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'progress_photos',
  'user_id'
);

CREATE TRIGGER progress_photos_70_bury
  AFTER DELETE ON public.progress_photos REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_bury();

CREATE TRIGGER published_plans_10_effective_visibility
  BEFORE INSERT OR UPDATE OF visibility ON public.published_plans
  FOR EACH ROW
  WHEN ((new.user_id IS NOT NULL))
  EXECUTE FUNCTION private.tg_effective_visibility();

CREATE TRIGGER published_plans_20_touch
  BEFORE UPDATE OF name, description, document, visibility ON public.published_plans
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_touch();

CREATE TRIGGER published_plans_30_index
  AFTER INSERT OR UPDATE OF name, description, goal, level, tags, document ON public.published_plans
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_index_published_plan();

CREATE TRIGGER routine_exercises_00_lock_user_data
  BEFORE INSERT OR DELETE OR UPDATE ON public.routine_exercises
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

CREATE TRIGGER routine_exercises_10_inherit_owner
  BEFORE INSERT ON public.routine_exercises
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_inherit_owner('routines', 'routine_id');

CREATE TRIGGER routine_exercises_20_inherit_exercise_kind
  BEFORE INSERT OR UPDATE OF exercise_id ON public.routine_exercises
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_inherit_exercise_kind();

CREATE TRIGGER routine_exercises_30_keep
  BEFORE UPDATE OF id, routine_id ON public.routine_exercises
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep('id', 'routine_id');

CREATE TRIGGER routine_exercises_40_mark_change
  BEFORE UPDATE ON public.routine_exercises
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

CREATE TRIGGER routine_exercises_50_enforce_quota AFTER INSERT ON public.routine_exercises
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'exercises_per_routine',
  'routine_id'
);

CREATE TRIGGER routine_exercises_60_raise_version_delete AFTER DELETE ON public.routine_exercises
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_raise_parent_version (
  'routines',
  'routine_id'
);

CREATE TRIGGER routine_exercises_60_raise_version_insert AFTER INSERT ON public.routine_exercises
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_raise_parent_version (
  'routines',
  'routine_id'
);

CREATE TRIGGER routine_exercises_60_raise_version_update AFTER UPDATE ON public.routine_exercises
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_raise_parent_version (
  'routines',
  'routine_id'
);

CREATE TRIGGER routine_exercises_70_bury
  AFTER DELETE ON public.routine_exercises REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_bury();

CREATE TRIGGER routine_folders_00_lock_user_data
  BEFORE INSERT OR DELETE OR UPDATE ON public.routine_folders
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

CREATE TRIGGER routine_folders_10_keep
  BEFORE UPDATE OF id ON public.routine_folders
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep('id');

CREATE TRIGGER routine_folders_20_mark_change
  BEFORE UPDATE ON public.routine_folders
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

CREATE TRIGGER routine_folders_30_enforce_quota AFTER INSERT ON public.routine_folders
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'routine_folders',
  'user_id'
);

CREATE TRIGGER routine_folders_70_bury
  AFTER DELETE ON public.routine_folders REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_bury();

CREATE TRIGGER routine_sets_00_lock_user_data
  BEFORE INSERT OR DELETE OR UPDATE ON public.routine_sets
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

CREATE TRIGGER routine_sets_10_inherit
  BEFORE INSERT ON public.routine_sets
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_inherit_routine_exercise();

CREATE TRIGGER routine_sets_20_keep
  BEFORE UPDATE OF id, routine_exercise_id ON public.routine_sets
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep('id', 'routine_exercise_id');

CREATE TRIGGER routine_sets_30_mark_change
  BEFORE UPDATE ON public.routine_sets
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

CREATE TRIGGER routine_sets_40_enforce_quota AFTER INSERT ON public.routine_sets REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'sets_per_routine_exercise',
  'routine_exercise_id'
);

CREATE TRIGGER routine_sets_50_raise_version_delete AFTER DELETE ON public.routine_sets
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_raise_parent_version (
  'routines',
  'routine_id'
);

CREATE TRIGGER routine_sets_50_raise_version_insert AFTER INSERT ON public.routine_sets
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_raise_parent_version (
  'routines',
  'routine_id'
);

CREATE TRIGGER routine_sets_50_raise_version_update AFTER UPDATE ON public.routine_sets
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_raise_parent_version (
  'routines',
  'routine_id'
);

CREATE TRIGGER routine_sets_70_bury
  AFTER DELETE ON public.routine_sets REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_bury();

CREATE TRIGGER routines_00_lock_user_data
  BEFORE INSERT OR DELETE OR UPDATE ON public.routines
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

CREATE TRIGGER routines_10_require_own
  BEFORE INSERT OR UPDATE OF folder_id ON public.routines
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_require_own('routine_folders', 'folder_id');

CREATE TRIGGER routines_20_effective_visibility
  BEFORE INSERT OR UPDATE OF visibility ON public.routines
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_effective_visibility();

CREATE TRIGGER routines_30_keep
  BEFORE UPDATE OF id ON public.routines
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep('id');

CREATE TRIGGER routines_40_mark_change
  BEFORE UPDATE ON public.routines
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

CREATE TRIGGER routines_45_keep_planned
  BEFORE DELETE ON public.routines
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep_planned_routine();

CREATE TRIGGER routines_50_enforce_quota AFTER INSERT ON public.routines REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'routines',
  'user_id'
);

CREATE TRIGGER routines_70_bury
  AFTER DELETE ON public.routines REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_bury();

CREATE TRIGGER share_links_00_lock_user_data
  BEFORE INSERT OR DELETE ON public.share_links
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

CREATE TRIGGER share_links_20_enforce_quota AFTER INSERT ON public.share_links REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'share_links',
  'user_id'
);

CREATE TRIGGER submissions_10_touch
  BEFORE UPDATE ON public.submissions
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_touch();

CREATE TRIGGER workout_exercises_00_lock_user_data
  BEFORE INSERT OR DELETE OR UPDATE ON public.workout_exercises
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

CREATE TRIGGER workout_exercises_15_require_own
  BEFORE INSERT OR UPDATE OF routine_exercise_id ON public.workout_exercises
  FOR EACH ROW
  WHEN ((new.routine_exercise_id IS NOT NULL))
  EXECUTE FUNCTION private.tg_require_own('routine_exercises', 'routine_exercise_id');

CREATE TRIGGER workout_exercises_30_mark_change
  BEFORE UPDATE ON public.workout_exercises
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

CREATE TRIGGER workout_exercises_40_enforce_quota AFTER INSERT ON public.workout_exercises
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'exercises_per_workout',
  'workout_id'
);

CREATE TRIGGER workout_exercises_70_bury
  AFTER DELETE ON public.workout_exercises REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_bury();

CREATE TRIGGER workout_exercises_75_mark_workout_delete
  AFTER DELETE ON public.workout_exercises REFERENCING OLD TABLE AS changed_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_mark_workout();

CREATE TRIGGER workout_exercises_75_mark_workout_insert
  AFTER INSERT ON public.workout_exercises REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_mark_workout();

CREATE TRIGGER workout_exercises_75_mark_workout_update
  AFTER UPDATE ON public.workout_exercises REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_mark_workout();

CREATE TRIGGER workout_sets_00_lock_user_data
  BEFORE INSERT OR DELETE OR UPDATE ON public.workout_sets
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

CREATE TRIGGER workout_sets_15_consent_to_insert
  BEFORE INSERT ON public.workout_sets
  FOR EACH ROW
  WHEN ((num_nonnulls(new.energy_kcal, new.average_heart_rate, new.max_heart_rate) > 0))
  EXECUTE FUNCTION private.tg_require_health_consent();

CREATE TRIGGER workout_sets_15_consent_to_update
  BEFORE UPDATE OF energy_kcal, average_heart_rate, max_heart_rate ON public.workout_sets
  FOR EACH ROW
  WHEN ((((new.energy_kcal IS NOT NULL) AND (new.energy_kcal IS DISTINCT FROM old.energy_kcal)) OR ((new.average_heart_rate IS
    NOT NULL) AND (new.average_heart_rate IS DISTINCT FROM old.average_heart_rate)) OR ((new.max_heart_rate IS
    NOT NULL) AND (new.max_heart_rate IS DISTINCT FROM old.max_heart_rate))))
  EXECUTE FUNCTION private.tg_require_health_consent();

CREATE TRIGGER workout_sets_30_mark_change
  BEFORE UPDATE ON public.workout_sets
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

CREATE TRIGGER workout_sets_40_enforce_quota AFTER INSERT ON public.workout_sets REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'sets_per_workout_exercise',
  'workout_exercise_id'
);

CREATE TRIGGER workout_sets_70_bury
  AFTER DELETE ON public.workout_sets REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_bury();

CREATE TRIGGER workout_sets_75_mark_workout_delete
  AFTER DELETE ON public.workout_sets REFERENCING OLD TABLE AS changed_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_mark_workout();

CREATE TRIGGER workout_sets_75_mark_workout_insert
  AFTER INSERT ON public.workout_sets REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_mark_workout();

CREATE TRIGGER workout_sets_75_mark_workout_update
  AFTER UPDATE ON public.workout_sets REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_mark_workout();

CREATE TRIGGER workouts_00_lock_user_data
  BEFORE INSERT OR DELETE OR UPDATE ON public.workouts
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

CREATE TRIGGER workouts_10_local_date
  BEFORE INSERT OR UPDATE OF started_at, time_zone ON public.workouts
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_local_date('started_at');

CREATE TRIGGER workouts_20_effective_visibility
  BEFORE INSERT OR UPDATE OF visibility ON public.workouts
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_effective_visibility();

CREATE TRIGGER workouts_25_require_own_routine
  BEFORE INSERT OR UPDATE OF routine_id ON public.workouts
  FOR EACH ROW
  WHEN ((new.routine_id IS NOT NULL))
  EXECUTE FUNCTION private.tg_require_own('routines', 'routine_id');

CREATE TRIGGER workouts_26_require_own_enrollment
  BEFORE INSERT OR UPDATE OF enrollment_id ON public.workouts
  FOR EACH ROW
  WHEN ((new.enrollment_id IS NOT NULL))
  EXECUTE FUNCTION private.tg_require_own('enrollments', 'enrollment_id');

CREATE TRIGGER workouts_27_consent_to_insert
  BEFORE INSERT ON public.workouts
  FOR EACH ROW
  WHEN ((num_nonnulls(new.energy_kcal, new.average_heart_rate, new.max_heart_rate) > 0))
  EXECUTE FUNCTION private.tg_require_health_consent();

CREATE TRIGGER workouts_27_consent_to_update
  BEFORE UPDATE OF energy_kcal, average_heart_rate, max_heart_rate ON public.workouts
  FOR EACH ROW
  WHEN ((((new.energy_kcal IS NOT NULL) AND (new.energy_kcal IS DISTINCT FROM old.energy_kcal)) OR ((new.average_heart_rate IS
    NOT NULL) AND (new.average_heart_rate IS DISTINCT FROM old.average_heart_rate)) OR ((new.max_heart_rate IS
    NOT NULL) AND (new.max_heart_rate IS DISTINCT FROM old.max_heart_rate))))
  EXECUTE FUNCTION private.tg_require_health_consent();

CREATE TRIGGER workouts_40_mark_change
  BEFORE UPDATE ON public.workouts
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

CREATE TRIGGER workouts_50_enforce_quota AFTER INSERT ON public.workouts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'workouts_per_day',
  'user_id',
  'local_date'
);

CREATE TRIGGER workouts_60_complete_enrollment
  AFTER INSERT OR UPDATE OF ended_at, enrollment_id, routine_id, started_at ON public.workouts
  FOR EACH ROW
  WHEN (((new.enrollment_id IS NOT NULL) AND (new.ended_at IS NOT NULL)))
  EXECUTE FUNCTION private.tg_complete_enrollment();

CREATE TRIGGER workouts_70_bury
  AFTER DELETE ON public.workouts REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_bury();

CREATE TRIGGER workouts_75_mark_workout_insert
  AFTER INSERT ON public.workouts REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_mark_workout();

CREATE TRIGGER workouts_75_mark_workout_update
  AFTER UPDATE ON public.workouts REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_mark_workout();

CREATE POLICY "tombstones_select_owner" ON "private"."tombstones"
  FOR SELECT
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "exercise_aliases_delete_owner" ON "public"."exercise_aliases"
  FOR DELETE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "exercise_aliases_insert_owner" ON "public"."exercise_aliases"
  FOR INSERT
  TO "authenticated"
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "exercise_aliases_select_viewer" ON "public"."exercise_aliases"
  FOR SELECT
  TO "anon", "authenticated"
  USING (((user_id IS NULL) OR (user_id = ( SELECT auth.uid() AS uid))));

CREATE POLICY "exercise_equipment_delete_owner" ON "public"."exercise_equipment"
  FOR DELETE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "exercise_equipment_insert_owner" ON "public"."exercise_equipment"
  FOR INSERT
  TO "authenticated"
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "exercise_equipment_select_viewer" ON "public"."exercise_equipment"
  FOR SELECT
  TO "anon", "authenticated"
  USING (((user_id IS NULL) OR (user_id = ( SELECT auth.uid() AS uid))));

CREATE POLICY "exercise_media_select_viewer" ON "public"."exercise_media"
  FOR SELECT
  TO "anon", "authenticated"
  USING (((user_id IS NULL) OR (user_id = ( SELECT auth.uid() AS uid))));

CREATE POLICY "exercise_muscles_delete_owner" ON "public"."exercise_muscles"
  FOR DELETE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "exercise_muscles_insert_owner" ON "public"."exercise_muscles"
  FOR INSERT
  TO "authenticated"
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "exercise_muscles_select_viewer" ON "public"."exercise_muscles"
  FOR SELECT
  TO "anon", "authenticated"
  USING (((user_id IS NULL) OR (user_id = ( SELECT auth.uid() AS uid))));

CREATE POLICY "exercise_muscles_update_owner" ON "public"."exercise_muscles"
  FOR UPDATE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)))
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "exercise_translations_select_viewer" ON "public"."exercise_translations"
  FOR SELECT
  TO "anon", "authenticated"
  USING (((user_id IS NULL) OR (user_id = ( SELECT auth.uid() AS uid))));

CREATE POLICY "exercises_insert_owner" ON "public"."exercises"
  FOR INSERT
  TO "authenticated"
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "exercises_update_owner" ON "public"."exercises"
  FOR UPDATE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)))
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "jobs_select_owner_or_moderator" ON "public"."jobs"
  FOR SELECT
  TO "authenticated"
  USING (((user_id = ( SELECT auth.uid() AS uid)) OR ((user_id IS NULL) AND ( SELECT private.has_role('moderator'::text) AS has_role))));

CREATE POLICY "plan_uses_select_owner" ON "public"."plan_uses"
  FOR SELECT
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "published_plans_delete_owner" ON "public"."published_plans"
  FOR DELETE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "published_plans_select_viewer" ON "public"."published_plans"
  FOR SELECT
  TO "authenticated"
  USING
    (((user_id IS NULL) OR (user_id = ( SELECT auth.uid() AS uid)) OR ((effective_visibility = 'public'::text) AND (NOT (user_id IN ( SELECT private.blocked_user_ids() AS
    blocked_user_ids))))));

CREATE POLICY "submission_reviews_select_viewer" ON "public"."submission_reviews"
  FOR SELECT
  TO "authenticated"
  USING (( SELECT true
   FROM public.submissions
  WHERE (submissions.id = submission_reviews.submission_id)));

CREATE POLICY "submissions_select_owner_or_moderator" ON "public"."submissions"
  FOR SELECT
  TO "authenticated"
  USING (((user_id = ( SELECT auth.uid() AS uid)) OR ( SELECT private.has_role('moderator'::text) AS has_role)));

COMMENT ON COLUMN "private"."exercise_documents"."document" IS 'Folded words with weights: A the name, B aliases, English ones too, C the English name behind a translation, D muscles and equipment. [personal]';

COMMENT ON COLUMN "private"."exercise_documents"."equipment" IS 'All that it needs. [none]';

COMMENT ON COLUMN "private"."exercise_documents"."locale" IS 'Language of the document; und (undetermined) for an own exercise, which is named in whatever its owner speaks. [none]';

COMMENT ON COLUMN "private"."exercise_documents"."name" IS 'The name in that language, English where there is none: lists are ordered by it. [personal]';

COMMENT ON COLUMN "private"."exercise_documents"."prominence" IS 'In thousandths: more for an exercise that people know by many names, less for one whose own name is long. [none]';

COMMENT ON COLUMN "private"."import_namespaces"."namespace" IS 'Namespace of uuids of version 5. [none]';

COMMENT ON COLUMN "private"."import_namespaces"."user_id" IS '[personal]';

COMMENT ON COLUMN "private"."import_reports"."job_id" IS '[none]';

COMMENT ON COLUMN "private"."import_reports"."report" IS 'As types/contracts/import.ts says, but for the counts. [personal]';

COMMENT ON COLUMN "private"."published_plan_documents"."document" IS 'Folded words: name with weight A, tags, goal and level B, names of exercises C, description D. [personal]';

COMMENT ON COLUMN "private"."published_plan_documents"."published_plan_id" IS '[none]';

COMMENT ON COLUMN "private"."quotas"."description" IS 'Of what, and why so many. [none]';

COMMENT ON COLUMN "private"."quotas"."max_count" IS 'How many there may be at once. [none]';

COMMENT ON COLUMN "private"."quotas"."name" IS 'What is counted, such as routines or sets_per_routine_exercise. [none]';

COMMENT ON COLUMN "private"."search_abbreviations"."abbreviation" IS 'As private.fold_text() leaves it. [none]';

COMMENT ON COLUMN "private"."search_abbreviations"."locale" IS 'Language; English ones are understood in every language. [none]';

COMMENT ON COLUMN "private"."search_abbreviations"."stands_for" IS 'Words of the catalogue, folded likewise. [none]';

COMMENT ON COLUMN "private"."search_words"."is_correct" IS 'Whether a name, a muscle or a piece of equipment has it, and not aliases alone. [none]';

COMMENT ON COLUMN "private"."search_words"."letters" IS 'As private.letters_of() answers. [none]';

COMMENT ON COLUMN "private"."search_words"."locale" IS 'In whose documents it occurs. [none]';

COMMENT ON COLUMN "private"."staged_workouts"."job_id" IS '[none]';

COMMENT ON COLUMN "private"."staged_workouts"."ordinal" IS 'Order in the file, from 1. [none]';

COMMENT ON COLUMN "private"."staged_workouts"."sets" IS 'How many it has: steps are bounded by them. [none]';

COMMENT ON COLUMN "private"."staged_workouts"."workout" IS 'As log_workout() takes it, without ids; with the key that they are derived from, and the line of the file. [personal]';

COMMENT ON COLUMN "private"."sync_state"."forgotten_through" IS 'Mark of the newest tombstone that was forgotten: an older cursor gets everything. [none]';

COMMENT ON COLUMN "private"."sync_state"."generation" IS 'Of the database''s transaction ids; at most 8000, so that marks stay exact as JSON numbers. [none]';

COMMENT ON COLUMN "private"."sync_state"."is_single" IS 'Always true. [none]';

COMMENT ON COLUMN "private"."tombstones"."deleted_at" IS 'When it was deleted. [none]';

COMMENT ON COLUMN "private"."tombstones"."relation" IS 'Its table, such as workouts. [none]';

COMMENT ON COLUMN "private"."tombstones"."row_id" IS 'Its id, as sync names it. [none]';

COMMENT ON COLUMN "private"."tombstones"."user_id" IS 'Owner of the row. [personal]';

COMMENT ON COLUMN "private"."workout_changes"."changed_in" IS 'The mark of the last change of the workout, its exercises or its sets. [none]';

COMMENT ON COLUMN "private"."workout_changes"."user_id" IS 'Owner of the workout. [personal]';

COMMENT ON COLUMN "private"."workout_changes"."workout_id" IS '[none]';

COMMENT ON COLUMN "public"."access_tokens"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."access_tokens"."expires_at" IS 'From then on it opens nothing. [personal]';

COMMENT ON COLUMN "public"."access_tokens"."id" IS 'Made by the client (uuid v7). [none]';

COMMENT ON COLUMN "public"."access_tokens"."last_used_at" IS 'When it last opened something, to a minute. [personal]';

COMMENT ON COLUMN "public"."access_tokens"."name" IS 'By which the owner knows it again. [personal]';

COMMENT ON COLUMN "public"."access_tokens"."revoked_at" IS 'Since when it opens nothing by the owner''s will. [personal]';

COMMENT ON COLUMN "public"."access_tokens"."scopes" IS 'What it opens: workouts:read. [personal]';

COMMENT ON COLUMN "public"."access_tokens"."token_hash" IS 'SHA-256 of the token, which is 256 random bits and stored nowhere. [none]';

COMMENT ON COLUMN "public"."enrollment_pauses"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."enrollment_pauses"."enrollment_id" IS '[none]';

COMMENT ON COLUMN "public"."enrollment_pauses"."id" IS '[none]';

COMMENT ON COLUMN "public"."enrollment_pauses"."paused_on" IS 'First day without training, in the user''s own days. [personal]';

COMMENT ON COLUMN "public"."enrollment_pauses"."resumed_on" IS 'First day with training again; null while paused. [personal]';

COMMENT ON COLUMN "public"."enrollment_pauses"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."enrollment_pauses"."version" IS 'Raised with every change. Derived. [none]';

COMMENT ON COLUMN "public"."enrollments"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."enrollments"."ended_at" IS 'When it was completed or cancelled. [personal]';

COMMENT ON COLUMN "public"."enrollments"."gym_id" IS 'Where loads are rounded to; null for the default gym. [personal]';

COMMENT ON COLUMN "public"."enrollments"."id" IS 'Made by the client (uuid v7). [none]';

COMMENT ON COLUMN "public"."enrollments"."mode" IS 'calendar: each session has its date, and a missed one is missed. sequence: the next session is the first one not done, whenever. [personal]';

COMMENT ON COLUMN "public"."enrollments"."plan_id" IS 'A plan of the owner: somebody else''s is copied first. [personal]';

COMMENT ON COLUMN "public"."enrollments"."start_weights" IS 'Where loads begin, in kg by the id of the exercise: {"<exercise_id>": 60}; of a scheme with a training max, the training max. [personal]';

COMMENT ON COLUMN "public"."enrollments"."starts_on" IS 'First day of the plan, in the user''s own days. [personal]';

COMMENT ON COLUMN "public"."enrollments"."status" IS 'active, paused, completed or cancelled. [personal]';

COMMENT ON COLUMN "public"."enrollments"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."enrollments"."version" IS 'Raised with every change. Derived. [none]';

COMMENT ON COLUMN "public"."exercise_aliases"."locale" IS 'In which language it is said. [none]';

COMMENT ON COLUMN "public"."exercise_aliases"."user_id" IS 'Of its exercise: null in the global catalogue. Derived, so that policies need not look there. [personal]';

COMMENT ON COLUMN "public"."exercise_equipment"."user_id" IS 'Of its exercise: null in the global catalogue. Derived, so that policies need not look there. [personal]';

COMMENT ON COLUMN "public"."exercise_media"."attribution" IS 'Whom the licence wants named, in their words. [personal]';

COMMENT ON COLUMN "public"."exercise_media"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."exercise_media"."exercise_id" IS '[none]';

COMMENT ON COLUMN "public"."exercise_media"."id" IS '[none]';

COMMENT ON COLUMN "public"."exercise_media"."kind" IS 'image or video. [none]';

COMMENT ON COLUMN "public"."exercise_media"."license" IS 'SPDX identifier of its licence. [none]';

COMMENT ON COLUMN "public"."exercise_media"."path" IS 'File in the bucket exercise-media, without the bucket''s name; null for a link. [personal]';

COMMENT ON COLUMN "public"."exercise_media"."position" IS 'Order within the exercise, from 1; the first image is its thumbnail. [none]';

COMMENT ON COLUMN "public"."exercise_media"."source" IS 'Where it comes from. [none]';

COMMENT ON COLUMN "public"."exercise_media"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."exercise_media"."url" IS 'Address (https) elsewhere; null for a file of ours. [personal]';

COMMENT ON COLUMN "public"."exercise_media"."user_id" IS 'Of its exercise: null in the global catalogue. Derived, so that policies need not look there. [personal]';

COMMENT ON COLUMN "public"."exercise_muscles"."user_id" IS 'Of its exercise: null in the global catalogue. Derived, so that policies need not look there. [personal]';

COMMENT ON COLUMN "public"."exercise_preferences"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."exercise_preferences"."default_rest_seconds" IS 'Rest between sets where a routine says nothing, 0 to 3600; null to leave it to the client. [personal]';

COMMENT ON COLUMN "public"."exercise_preferences"."exercise_id" IS 'A global exercise or one of the owner''s. [personal]';

COMMENT ON COLUMN "public"."exercise_preferences"."is_favorite" IS 'Favourites rank up in search. [personal]';

COMMENT ON COLUMN "public"."exercise_preferences"."pinned_note" IS 'Shown whenever the exercise is done, such as a seat height. [personal]';

COMMENT ON COLUMN "public"."exercise_preferences"."unit_system" IS 'In which units the client shows its loads: metric or imperial; null for the user''s own setting. [personal]';

COMMENT ON COLUMN "public"."exercise_preferences"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."exercise_preferences"."version" IS 'Raised with every change: a client that read version n updates where version = n, and touches no row when somebody was faster. [none]';

COMMENT ON COLUMN "public"."exercise_translations"."cues" IS 'What to think of while doing it, one an element; empty where nobody translated it. [none]';

COMMENT ON COLUMN "public"."exercise_translations"."exercise_id" IS '[none]';

COMMENT ON COLUMN "public"."exercise_translations"."instructions" IS 'How to do it, one step an element; empty where nobody translated it. [none]';

COMMENT ON COLUMN "public"."exercise_translations"."locale" IS 'BCP 47 tag, as short as tells the texts apart: es, de, pt-BR. Never en. [none]';

COMMENT ON COLUMN "public"."exercise_translations"."name" IS 'As people in gyms say it in that language. [personal]';

COMMENT ON COLUMN "public"."exercise_translations"."user_id" IS 'Of its exercise: null in the global catalogue. Derived, so that policies need not look there. [personal]';

COMMENT ON COLUMN "public"."exercises"."cues" IS 'What to think of while doing it, one an element. [personal]';

COMMENT ON COLUMN "public"."exercises"."id" IS 'Of a global exercise: uuid v5 of its slug, the same in every environment. Of a custom one made by the client, of any other version (v7 recommended). [none]';

COMMENT ON COLUMN "public"."exercises"."instructions" IS 'How to do it, one step an element. [personal]';

COMMENT ON COLUMN "public"."exercises"."license" IS 'SPDX identifier of the licence of its texts; LicenseRef-owner while they are their owner''s alone. [none]';

COMMENT ON COLUMN "public"."exercises"."name" IS 'English name, unique by convention within the catalogue; of a custom exercise as its owner named it. [personal]';

COMMENT ON COLUMN "public"."exercises"."replaced_by" IS 'Into which exercise it was merged, the final one of any chain: whoever still writes this id means that one. [none]';

COMMENT ON COLUMN "public"."exercises"."source" IS 'Where the row comes from: user for custom exercises. [none]';

COMMENT ON COLUMN "public"."exercises"."version" IS 'Raised with every change of the exercise, its muscles, equipment or aliases. Derived. [none]';

COMMENT ON COLUMN "public"."gym_equipment"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."gym_equipment"."equipment_id" IS 'Which equipment of exercises it is, such as barbell, ez_bar, dumbbell or cable; null for plates, which fit every bar, and for what exercise_id says enough of. [personal]';

COMMENT ON COLUMN "public"."gym_equipment"."exercise_id" IS 'Of what serves one exercise alone, such as the stack of a machine or the carriage of a leg press, which goes before what serves its equipment; else null. Never of a plate. [personal]';

COMMENT ON COLUMN "public"."gym_equipment"."gym_id" IS '[none]';

COMMENT ON COLUMN "public"."gym_equipment"."id" IS 'Made by the client (uuid v7). [none]';

COMMENT ON COLUMN "public"."gym_equipment"."max_weight_kg" IS 'Of a stack: its heaviest setting. [personal]';

COMMENT ON COLUMN "public"."gym_equipment"."name" IS 'To tell two alike apart; null where the type says it all. [personal]';

COMMENT ON COLUMN "public"."gym_equipment"."position" IS 'Order in lists, from 1. Of two bars that serve a load alike the first is taken. [personal]';

COMMENT ON COLUMN "public"."gym_equipment"."quantity" IS 'How many there are, of plates in all, not per side; null where it does not matter. [personal]';

COMMENT ON COLUMN "public"."gym_equipment"."step_kg" IS 'Of a stack: from one setting to the next. [personal]';

COMMENT ON COLUMN "public"."gym_equipment"."type" IS 'bar (empty, loaded on both sides), plate, fixed_weight (a dumbbell, a kettlebell, a fixed barbell) or stack (a machine or cable with steps). [personal]';

COMMENT ON COLUMN "public"."gym_equipment"."unit_system" IS 'What its label says: metric or imperial. [personal]';

COMMENT ON COLUMN "public"."gym_equipment"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."gym_equipment"."version" IS 'Raised with every change. Derived. [none]';

COMMENT ON COLUMN "public"."gym_equipment"."weight_kg" IS 'Of one bar, plate or fixed weight; of a stack its lightest setting. Six decimals, so that pounds stay exact in sums. [personal]';

COMMENT ON COLUMN "public"."gyms"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."gyms"."id" IS 'Made by the client (uuid v7). [none]';

COMMENT ON COLUMN "public"."gyms"."is_default" IS 'Whether prescriptions round to this gym where no other is named. Of a user''s gyms it is always exactly one: the first, until another is made the default. [personal]';

COMMENT ON COLUMN "public"."gyms"."name" IS 'As the user named it. [personal]';

COMMENT ON COLUMN "public"."gyms"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."gyms"."version" IS 'Raised with every change of the gym or its equipment. Derived. [none]';

COMMENT ON COLUMN "public"."jobs"."attempts" IS 'How often it was begun since a step last succeeded; 5 are the end. [none]';

COMMENT ON COLUMN "public"."jobs"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."jobs"."due_at" IS 'When a worker may have it; of a running one, when its lease runs out. [none]';

COMMENT ON COLUMN "public"."jobs"."error" IS 'Why it failed, or why it is tried again: {code}. [none]';

COMMENT ON COLUMN "public"."jobs"."finished_at" IS 'When it succeeded, failed or was cancelled. [none]';

COMMENT ON COLUMN "public"."jobs"."id" IS 'What the request that asked for the work answered as job_id. [none]';

COMMENT ON COLUMN "public"."jobs"."idempotency_key" IS 'Named by whoever asks: the same key of the same user is the same job. [none]';

COMMENT ON COLUMN "public"."jobs"."input" IS 'What was asked for. [personal]';

COMMENT ON COLUMN "public"."jobs"."lease" IS 'Which worker has it: made with each claim. [none]';

COMMENT ON COLUMN "public"."jobs"."progress" IS '0 to 100, as far as it can be told. [none]';

COMMENT ON COLUMN "public"."jobs"."result" IS 'The report, once it succeeded. [personal]';

COMMENT ON COLUMN "public"."jobs"."started_at" IS 'When it was first begun. [none]';

COMMENT ON COLUMN "public"."jobs"."state" IS 'Where the next step goes on. [personal]';

COMMENT ON COLUMN "public"."jobs"."status" IS 'queued, running, succeeded, failed or cancelled. [none]';

COMMENT ON COLUMN "public"."jobs"."type" IS 'Which work: private.step_<type>() does one step of it. [none]';

COMMENT ON COLUMN "public"."jobs"."user_id" IS 'For whom it is done; null for the system. [personal]';

COMMENT ON COLUMN "public"."measurement_types"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."measurement_types"."has_sides" IS 'Whether left and right may be measured apart, as of an arm. [none]';

COMMENT ON COLUMN "public"."measurement_types"."id" IS 'Of a global kind: uuid v5 of its slug, the same in every environment. Of one''s own made by the client, of any other version (v7 recommended). [none]';

COMMENT ON COLUMN "public"."measurement_types"."max_value" IS 'The most that is believed. [none]';

COMMENT ON COLUMN "public"."measurement_types"."min_value" IS 'The least that is believed. [none]';

COMMENT ON COLUMN "public"."measurement_types"."name" IS 'In English; of a kind of one''s own as its owner named it. [personal]';

COMMENT ON COLUMN "public"."measurement_types"."position" IS 'Order in lists, from 1. [none]';

COMMENT ON COLUMN "public"."measurement_types"."slug" IS 'Stable key of a global kind, such as body_weight. [none]';

COMMENT ON COLUMN "public"."measurement_types"."unit" IS 'kg, percent, meters, bpm, seconds, or number for whatever else is counted. It does not change. [none]';

COMMENT ON COLUMN "public"."measurement_types"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."measurement_types"."version" IS 'Raised with every change. Derived. [none]';

COMMENT ON COLUMN "public"."measurements"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."measurements"."day_start_hour" IS 'The owner''s setting when it was stored: local_date does not move when the setting changes. Derived. [personal]';

COMMENT ON COLUMN "public"."measurements"."external_id" IS 'What source calls it: one measurement of a user for each, so that nothing comes in twice. [personal]';

COMMENT ON COLUMN "public"."measurements"."id" IS 'Made by the client (uuid v7), so that a retry after a lost answer adds nothing. [none]';

COMMENT ON COLUMN "public"."measurements"."local_date" IS 'The day the user would name: measured_at in time_zone, less day_start_hour. Derived. [health]';

COMMENT ON COLUMN "public"."measurements"."measured_at" IS '[health]';

COMMENT ON COLUMN "public"."measurements"."notes" IS 'At most 1000 characters. [health]';

COMMENT ON COLUMN "public"."measurements"."side" IS 'left or right of what has sides; null for what has none, and where it was not told apart. [health]';

COMMENT ON COLUMN "public"."measurements"."source" IS 'Where it came from, such as healthkit or health_connect; null where it was typed into the app. [personal]';

COMMENT ON COLUMN "public"."measurements"."time_zone" IS 'IANA name of the zone the user was in. [personal]';

COMMENT ON COLUMN "public"."measurements"."type_id" IS 'What was measured. It does not change. [health]';

COMMENT ON COLUMN "public"."measurements"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."measurements"."value" IS 'In the unit of the type, within its bounds. Five decimals, so that inches and pounds come back as they went in. [health]';

COMMENT ON COLUMN "public"."measurements"."version" IS 'Raised with every change. Derived. [none]';

COMMENT ON COLUMN "public"."plan_days"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."plan_days"."id" IS 'Made by the client (uuid v7). [none]';

COMMENT ON COLUMN "public"."plan_days"."name" IS 'What the day is called, where the routine''s name does not say it. [personal]';

COMMENT ON COLUMN "public"."plan_days"."notes" IS 'At most 4000 characters. [personal]';

COMMENT ON COLUMN "public"."plan_days"."plan_id" IS '[none]';

COMMENT ON COLUMN "public"."plan_days"."position" IS 'Order within the day, where it has more than one session. [personal]';

COMMENT ON COLUMN "public"."plan_days"."routine_id" IS 'What is trained: a routine of the owner; null on a rest day. [personal]';

COMMENT ON COLUMN "public"."plan_days"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."plan_days"."version" IS 'Raised with every change. Derived. [none]';

COMMENT ON COLUMN "public"."plan_days"."week" IS 'Of the plan, from 1. [personal]';

COMMENT ON COLUMN "public"."plan_days"."weekday" IS 'ISO weekday, 1 Monday to 7 Sunday; in sequence mode it gives the order, and the days between. [personal]';

COMMENT ON COLUMN "public"."plan_likes"."created_at" IS '[personal]';

COMMENT ON COLUMN "public"."plan_likes"."published_plan_id" IS 'A plan that its user sees, and none of their own. [personal]';

COMMENT ON COLUMN "public"."plan_uses"."created_at" IS 'The first time. [personal]';

COMMENT ON COLUMN "public"."plan_uses"."published_plan_id" IS '[personal]';

COMMENT ON COLUMN "public"."plan_uses"."type" IS 'copy or completion. [personal]';

COMMENT ON COLUMN "public"."plan_uses"."user_id" IS 'Who copied or completed it. [personal]';

COMMENT ON COLUMN "public"."plans"."copied_from_plan_id" IS 'The plan that it was copied from; null for none, and once that is deleted. [personal]';

COMMENT ON COLUMN "public"."plans"."copied_from_published_plan_id" IS 'The published plan that it was copied from; null for none, and once that is gone. [personal]';

COMMENT ON COLUMN "public"."plans"."copied_from_user_id" IS 'Whose plan it was copied from; null for none, and once their account is deleted. [personal]';

COMMENT ON COLUMN "public"."plans"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."plans"."deload_weeks" IS 'Weeks in which loads are reduced as the progression of each exercise says. [personal]';

COMMENT ON COLUMN "public"."plans"."description" IS 'At most 4000 characters. [personal]';

COMMENT ON COLUMN "public"."plans"."effective_visibility" IS 'The least of visibility and the profile''s. Derived; policies read this one. [none]';

COMMENT ON COLUMN "public"."plans"."goal" IS 'strength, hypertrophy, power, endurance, weight_loss, mobility, sport, general_fitness, or null. [personal]';

COMMENT ON COLUMN "public"."plans"."id" IS 'Made by the client (uuid v7). [none]';

COMMENT ON COLUMN "public"."plans"."is_repeating" IS 'Whether it starts over after its last week, instead of ending. [personal]';

COMMENT ON COLUMN "public"."plans"."level" IS 'Experience it asks for: beginner, intermediate, advanced, or null. [personal]';

COMMENT ON COLUMN "public"."plans"."name" IS 'As the user named it. [personal]';

COMMENT ON COLUMN "public"."plans"."tags" IS 'At most 20, each of a-z, 0-9 and hyphens, 30 characters at most. [personal]';

COMMENT ON COLUMN "public"."plans"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."plans"."version" IS 'Raised with every change of the plan or its days. Derived. [none]';

COMMENT ON COLUMN "public"."plans"."visibility" IS 'What the owner chose: public, followers or private. [none]';

COMMENT ON COLUMN "public"."plans"."weeks" IS 'Length, 1 to 52. [personal]';

COMMENT ON COLUMN "public"."profile_settings"."version" IS 'Raised with every change. Derived. [none]';

COMMENT ON COLUMN "public"."progress_photos"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."progress_photos"."dominant_color" IS '#rrggbb. [health]';

COMMENT ON COLUMN "public"."progress_photos"."id" IS 'Made by the client (uuid v7). [none]';

COMMENT ON COLUMN "public"."progress_photos"."image_path" IS 'Folder of its images in the bucket progress-photos: the owner''s id, and the id that the media function answered. It does not change. [health]';

COMMENT ON COLUMN "public"."progress_photos"."notes" IS 'At most 1000 characters. [health]';

COMMENT ON COLUMN "public"."progress_photos"."pose" IS 'front, side, back or other. [health]';

COMMENT ON COLUMN "public"."progress_photos"."taken_on" IS 'The day the user would name. [health]';

COMMENT ON COLUMN "public"."progress_photos"."thumbhash" IS 'Blurred preview (thumbhash, base64). [health]';

COMMENT ON COLUMN "public"."progress_photos"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."progress_photos"."version" IS 'Raised with every change. Derived. [none]';

COMMENT ON COLUMN "public"."published_plans"."completion_count" IS 'How many users completed an enrollment in a copy, each once. Derived. [none]';

COMMENT ON COLUMN "public"."published_plans"."copy_count" IS 'How many users copied it, each once. Derived. [none]';

COMMENT ON COLUMN "public"."published_plans"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."published_plans"."days_per_week" IS 'Training days of its fullest week. [personal]';

COMMENT ON COLUMN "public"."published_plans"."description" IS '[personal]';

COMMENT ON COLUMN "public"."published_plans"."document" IS 'The whole plan in the form in which plans are shared: {type, name, …, days, routines, exercises}, with keys in place of ids. [personal]';

COMMENT ON COLUMN "public"."published_plans"."effective_visibility" IS 'The least of visibility and the author''s profile''s; only public ones are in the library. Derived; policies read this one. [none]';

COMMENT ON COLUMN "public"."published_plans"."equipment" IS 'All that its exercises need. [personal]';

COMMENT ON COLUMN "public"."published_plans"."exercises" IS 'How many different ones it has. [personal]';

COMMENT ON COLUMN "public"."published_plans"."goal" IS 'As in plans. [personal]';

COMMENT ON COLUMN "public"."published_plans"."id" IS 'Of a template: derived from its slug, the same in every environment. [none]';

COMMENT ON COLUMN "public"."published_plans"."is_repeating" IS 'Whether it starts over after its last week. [personal]';

COMMENT ON COLUMN "public"."published_plans"."level" IS 'As in plans. [personal]';

COMMENT ON COLUMN "public"."published_plans"."license" IS 'SPDX identifier of the licence of its texts. [none]';

COMMENT ON COLUMN "public"."published_plans"."like_count" IS 'Rows of plan_likes. Derived. [none]';

COMMENT ON COLUMN "public"."published_plans"."name" IS '[personal]';

COMMENT ON COLUMN "public"."published_plans"."popularity" IS 'One for a like, three for a copy, ten for a completion. Derived. [none]';

COMMENT ON COLUMN "public"."published_plans"."published_at" IS 'When it was first published. [none]';

COMMENT ON COLUMN "public"."published_plans"."removal_reason" IS 'What the author is told about that. [personal]';

COMMENT ON COLUMN "public"."published_plans"."removed_at" IS 'When a moderator took it out of the library. [personal]';

COMMENT ON COLUMN "public"."published_plans"."slug" IS 'Stable key of a template, such as five-by-five-linear. [none]';

COMMENT ON COLUMN "public"."published_plans"."source" IS 'Where the row comes from. [none]';

COMMENT ON COLUMN "public"."published_plans"."tags" IS 'As in plans. [personal]';

COMMENT ON COLUMN "public"."published_plans"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."published_plans"."user_id" IS 'Whose plan it is; null of a template. [personal]';

COMMENT ON COLUMN "public"."published_plans"."visibility" IS 'public, or private once a moderator has taken it out of the library. [none]';

COMMENT ON COLUMN "public"."published_plans"."weeks" IS 'Length of one cycle. [personal]';

COMMENT ON COLUMN "public"."routine_exercises"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."routine_exercises"."exercise_id" IS 'A global exercise, or one of the owner''s own. [personal]';

COMMENT ON COLUMN "public"."routine_exercises"."exercise_kind" IS 'Kind of the exercise. Derived. [none]';

COMMENT ON COLUMN "public"."routine_exercises"."id" IS 'Made by the client (uuid v7), and kept by edits: workouts refer to it, and progression follows it. [none]';

COMMENT ON COLUMN "public"."routine_exercises"."notes" IS 'At most 4000 characters. [personal]';

COMMENT ON COLUMN "public"."routine_exercises"."position" IS 'Order within the routine, from 1. [none]';

COMMENT ON COLUMN "public"."routine_exercises"."progression" IS 'How targets change from session to session: Progression of types/contracts/progression.ts; null where they stay. [personal]';

COMMENT ON COLUMN "public"."routine_exercises"."rest_seconds" IS 'Rest after each set that names none of its own. [personal]';

COMMENT ON COLUMN "public"."routine_exercises"."routine_id" IS '[none]';

COMMENT ON COLUMN "public"."routine_exercises"."superset_group" IS 'Exercises of a routine with the same number are done in turn. [personal]';

COMMENT ON COLUMN "public"."routine_exercises"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."routine_exercises"."version" IS 'Raised with every change. Derived. [none]';

COMMENT ON COLUMN "public"."routine_exercises"."warmup_ramp" IS 'Warm-up sets before the first working set, [{percent, reps, rest_seconds}], percent of its load. [personal]';

COMMENT ON COLUMN "public"."routine_folders"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."routine_folders"."id" IS 'Made by the client (uuid v7). [none]';

COMMENT ON COLUMN "public"."routine_folders"."name" IS 'As the user named it. [personal]';

COMMENT ON COLUMN "public"."routine_folders"."position" IS 'Order in the list, from 1. [none]';

COMMENT ON COLUMN "public"."routine_folders"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."routine_folders"."version" IS 'Raised with every change. Derived. [none]';

COMMENT ON COLUMN "public"."routine_sets"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."routine_sets"."distance_meters" IS '[personal]';

COMMENT ON COLUMN "public"."routine_sets"."duration_seconds" IS '[personal]';

COMMENT ON COLUMN "public"."routine_sets"."exercise_kind" IS 'Kind of the exercise, which says which fields this set may have. Derived. [none]';

COMMENT ON COLUMN "public"."routine_sets"."id" IS 'Made by the client (uuid v7). [none]';

COMMENT ON COLUMN "public"."routine_sets"."load_percent" IS 'Load as a percentage of load_percent_of. [personal]';

COMMENT ON COLUMN "public"."routine_sets"."load_percent_of" IS 'e1rm or training_max. [personal]';

COMMENT ON COLUMN "public"."routine_sets"."max_reps" IS 'Upper end of a range of repetitions; equal to min_reps for an exact count, null for as many as possible. [personal]';

COMMENT ON COLUMN "public"."routine_sets"."min_reps" IS 'Repetitions aimed at, at least. [personal]';

COMMENT ON COLUMN "public"."routine_sets"."position" IS 'Order within the exercise, from 1. [none]';

COMMENT ON COLUMN "public"."routine_sets"."rest_seconds" IS 'Rest after the set; null for the exercise''s. [personal]';

COMMENT ON COLUMN "public"."routine_sets"."rir" IS 'Repetitions in reserve aimed at, 0 to 10 in half steps. [personal]';

COMMENT ON COLUMN "public"."routine_sets"."routine_exercise_id" IS '[none]';

COMMENT ON COLUMN "public"."routine_sets"."routine_id" IS 'Routine of the routine exercise. Derived. [none]';

COMMENT ON COLUMN "public"."routine_sets"."rpe" IS 'Rating of perceived exertion aimed at, 1 to 10 in half steps. [personal]';

COMMENT ON COLUMN "public"."routine_sets"."set_type" IS 'normal, warmup, drop, failure, amrap, rest_pause, myo, cluster or backoff. [personal]';

COMMENT ON COLUMN "public"."routine_sets"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."routine_sets"."version" IS 'Raised with every change. Derived. [none]';

COMMENT ON COLUMN "public"."routine_sets"."weight_kg" IS 'Load aimed at; null where progression or the user decides. [personal]';

COMMENT ON COLUMN "public"."routines"."copied_from_routine_id" IS 'The routine that it was copied from; null for none, and once that is deleted. [personal]';

COMMENT ON COLUMN "public"."routines"."copied_from_user_id" IS 'Whose routine it was copied from; null for none, and once their account is deleted. [personal]';

COMMENT ON COLUMN "public"."routines"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."routines"."effective_visibility" IS 'The least of visibility and the profile''s. Derived; policies read this one. [none]';

COMMENT ON COLUMN "public"."routines"."folder_id" IS 'One of the owner''s folders, or null. [none]';

COMMENT ON COLUMN "public"."routines"."id" IS 'Made by the client (uuid v7). [none]';

COMMENT ON COLUMN "public"."routines"."name" IS 'As the user named it. [personal]';

COMMENT ON COLUMN "public"."routines"."notes" IS 'At most 4000 characters. [personal]';

COMMENT ON COLUMN "public"."routines"."position" IS 'Order within the folder, from 1. [none]';

COMMENT ON COLUMN "public"."routines"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."routines"."version" IS 'Raised with every change of the routine, its exercises or their sets. Derived. [none]';

COMMENT ON COLUMN "public"."routines"."visibility" IS 'What the owner chose: public, followers or private. [none]';

COMMENT ON COLUMN "public"."share_links"."copy_count" IS 'How many copies were made by it. [none]';

COMMENT ON COLUMN "public"."share_links"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."share_links"."expires_at" IS 'From then on it leads nowhere. [personal]';

COMMENT ON COLUMN "public"."share_links"."id" IS 'Made by the client (uuid v7). [none]';

COMMENT ON COLUMN "public"."share_links"."last_used_at" IS 'When another last opened it or copied by it. [none]';

COMMENT ON COLUMN "public"."share_links"."max_copies" IS 'How many copies it is good for, after which it leads nowhere; null for any number. [personal]';

COMMENT ON COLUMN "public"."share_links"."plan_id" IS 'The plan that it leads to, or null. [personal]';

COMMENT ON COLUMN "public"."share_links"."revoked_at" IS 'Since when it leads nowhere by the owner''s will. [personal]';

COMMENT ON COLUMN "public"."share_links"."routine_id" IS 'The routine that it leads to, or null. [personal]';

COMMENT ON COLUMN "public"."share_links"."token_hash" IS 'SHA-256 of the token. The token itself is derived when it is answered, and stored nowhere. [none]';

COMMENT ON COLUMN "public"."share_links"."view_count" IS 'How often others opened it. [none]';

COMMENT ON COLUMN "public"."submission_reviews"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."submission_reviews"."decision" IS 'approve, reject or request_changes. [none]';

COMMENT ON COLUMN "public"."submission_reviews"."id" IS 'Order of the decisions. [none]';

COMMENT ON COLUMN "public"."submission_reviews"."moderator_id" IS 'Who decided; null once their account is gone. Not for clients. [personal]';

COMMENT ON COLUMN "public"."submission_reviews"."reason" IS 'What the author is told. [personal]';

COMMENT ON COLUMN "public"."submission_reviews"."submission_id" IS '[none]';

COMMENT ON COLUMN "public"."submission_reviews"."version" IS 'Which version of the submission was judged. [none]';

COMMENT ON COLUMN "public"."submissions"."content" IS 'What was submitted: of an exercise as save_exercise() takes it, without id and version; of a plan as get_shared() shares it. [personal]';

COMMENT ON COLUMN "public"."submissions"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."submissions"."exercise_id" IS 'The author''s own exercise; null once it is deleted. [none]';

COMMENT ON COLUMN "public"."submissions"."id" IS '[none]';

COMMENT ON COLUMN "public"."submissions"."note" IS 'The author''s words to the moderators. [personal]';

COMMENT ON COLUMN "public"."submissions"."plan_id" IS 'The author''s own plan; null once it is deleted. [none]';

COMMENT ON COLUMN "public"."submissions"."result_exercise_id" IS 'The global exercise that came of it. [none]';

COMMENT ON COLUMN "public"."submissions"."status" IS 'pending, changes_requested, approved, rejected or withdrawn. [none]';

COMMENT ON COLUMN "public"."submissions"."submitted_at" IS 'When it was last submitted: the order of the queue. [none]';

COMMENT ON COLUMN "public"."submissions"."type" IS 'exercise or plan. [none]';

COMMENT ON COLUMN "public"."submissions"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."submissions"."user_id" IS 'Author. [personal]';

COMMENT ON COLUMN "public"."submissions"."version" IS 'Raised each time it is submitted again: a moderator judges the version that they read. [none]';

COMMENT ON COLUMN "public"."workout_exercises"."routine_exercise_id" IS 'Which exercise of the routine it was; null for none, and once that is deleted. [personal]';

COMMENT ON COLUMN "public"."workout_exercises"."version" IS 'Raised with every change. Derived. [none]';

COMMENT ON COLUMN "public"."workout_sets"."average_heart_rate" IS 'Beats a minute, 20 to 250. Needs consent to health_data. [health]';

COMMENT ON COLUMN "public"."workout_sets"."energy_kcal" IS 'Energy used, 0 to 20000, to a tenth. Needs consent to health_data. [health]';

COMMENT ON COLUMN "public"."workout_sets"."incline_percent" IS 'Rise over run, -30.0 to 60.0. [personal]';

COMMENT ON COLUMN "public"."workout_sets"."max_heart_rate" IS 'Beats a minute, 20 to 250. Needs consent to health_data. [health]';

COMMENT ON COLUMN "public"."workout_sets"."rest_seconds" IS 'Rest after the set as it was; it began at completed_at, and until it is over target says how long it is to be. [personal]';

COMMENT ON COLUMN "public"."workout_sets"."steps" IS '0 to 200000. [personal]';

COMMENT ON COLUMN "public"."workout_sets"."target" IS 'What was prescribed, with the same field names, at most 4000 characters of JSON; null where nothing was. [personal]';

COMMENT ON COLUMN "public"."workout_sets"."tempo" IS 'Seconds down, held, up, held, X for as fast as possible: 31X0 or 3-1-X-0. [personal]';

COMMENT ON COLUMN "public"."workout_sets"."version" IS 'Raised with every change. Derived. [none]';

COMMENT ON COLUMN "public"."workouts"."average_heart_rate" IS 'Beats a minute, 20 to 250. Needs consent to health_data. [health]';

COMMENT ON COLUMN "public"."workouts"."energy_kcal" IS 'Energy used, 0 to 20000, to a tenth. Needs consent to health_data. [health]';

COMMENT ON COLUMN "public"."workouts"."enrollment_id" IS 'The enrollment that it was a session of; null for none. [personal]';

COMMENT ON COLUMN "public"."workouts"."external_id" IS 'What source calls it: one workout of a user for each, so that nothing comes in twice. [personal]';

COMMENT ON COLUMN "public"."workouts"."max_heart_rate" IS 'Beats a minute, 20 to 250. Needs consent to health_data. [health]';

COMMENT ON COLUMN "public"."workouts"."routine_id" IS 'The routine that it followed; null for none, and once the routine is deleted. [personal]';

COMMENT ON COLUMN "public"."workouts"."source" IS 'Where it came from, such as healthkit, health_connect, strong or hevy; null where it was typed into the app. [personal]';

COMMENT ON COLUMN "public"."workouts"."version" IS 'Raised with every change. Derived. [none]';

COMMENT ON FUNCTION "private"."access_token_hash"(text) IS 'By what an access token is looked up, and all that is stored of it.';

COMMENT ON FUNCTION "private"."act_for"(uuid) IS 'Makes auth.uid() answer this user until the transaction ends, for steps of jobs that do what the user may do by an RPC. It gives no rights: a client that could set claims would need none.';

COMMENT ON FUNCTION "private"."acute_chronic_ratio"(text, numeric[]) IS 'Acute to chronic workload ratio at the last of the days given, oldest first, rest days as 0. coupled: mean of 7 days over that of 28, which contain them (Hulin et al., Br. J. Sports Med. 48, 2014); uncoupled: over that of the 21 days before them (Lolli et al., Br. J. Sports Med. 53, 2019); ewma: averages of 7 and 28 days in which older days weigh less (Williams et al. 2017). Null before 28 days, and without chronic load. A trend to look at, no measure of the risk of injury (Impellizzeri et al., Int. J. Sports Physiol. Perform. 15, 2020).';

COMMENT ON FUNCTION "private"."add_access_token"(uuid, text, text[], integer) IS 'Stores an access token of the caller and answers it, which nobody can do again. Definer, because nobody may write tokens and the audit ledger. Errors: 409 id_unusable, quota_exceeded.';

COMMENT ON FUNCTION "private"."add_enrollment"(uuid, uuid, date, text, uuid, jsonb) IS 'Stores an enrollment of the caller in a plan of theirs; nothing where it is stored already. Definer, because clients may not write enrollments. Errors: 409 id_unusable, quota_exceeded; 422 invalid_field.';

COMMENT ON FUNCTION "private"."add_share_link"(uuid, uuid, uuid, integer, integer) IS 'Stores a link to the caller''s own routine or plan and answers its token; of one that is stored already, the token alone. Definer, because nobody may write token_hash, and the owner alone reads the Vault. Errors: 409 id_unusable, quota_exceeded.';

COMMENT ON FUNCTION "private"."answer_problem"(text, text, text, text, text) IS 'The body of an error, and its HTTP status, as private.raise_problem() gives them, for an RPC to answer with: what the transaction did until then stays, such as the count of a failure, which raising would take back.';

COMMENT ON FUNCTION "private"."at_most"(numeric, numeric) IS 'The amount, or the limit where that is less. Unlike least(), unknown amounts stay unknown.';

COMMENT ON FUNCTION "private"."best_performance"(uuid[]) IS 'The caller''s heaviest load and best estimated one-repetition maximum of these exercises, each with the first day it was lifted on: {max_weight_kg, max_weight_on, e1rm_kg, e1rm_on}; null without a load.';

COMMENT ON FUNCTION "private"."browse_exercises"(private.search_query[], text, date, jsonb, integer) IS 'As private.match_exercises() for a search without words: by name, those whose primary muscles are asked for first, and recent ones by the day of their last use.';

COMMENT ON FUNCTION "private"."calendar_sessions"(uuid, date, date) IS 'Sessions of an enrollment in calendar mode, p_from ≤ day < p_to, each with the workout that did it, if any. Week n of the plan is seven days from starts_on + 7 (n - 1), later by the pauses before it, and a session falls on its weekday within them, later by a pause that began meanwhile. A finished workout of the routine does the session of its day; else one of that routine in the same week of the plan, late or early.';

COMMENT ON FUNCTION "private"."call_function"(text, integer) IS 'Wakes an Edge Function by a POST that carries a token of this purpose alone, and answers the id of the request in net._http_response. Its answer is waited for so many seconds: a function is told when its caller leaves. Address and token come from the Vault, so that no project''s address stands in a migration. Granted to nobody: cron jobs, which run as the owner, call it.';

COMMENT ON FUNCTION "private"."caller_exercises"(text, date) IS 'Exercises that the caller has more to do with than with others, of the scope: own ones, favourites, and those used in the 90 days before p_as_of, or a day later, where it is tomorrow already. For the functions of search.';

COMMENT ON FUNCTION "private"."catalog_locale"(text) IS 'The language of the catalogue for a BCP 47 tag: the longest beginning of it that exercises are translated into, such as es for es-MX; en where there is none. Definer: the tables of search are nobody else''s.';

COMMENT ON FUNCTION "private"."change_enrollment"(uuid, uuid, jsonb) IS 'Changes where an enrollment of the caller trains and where its loads begin. Definer, because clients may not write enrollments. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."change_mark"() IS 'When a row changed, as sync counts: generation × 2^40 + the writing transaction''s id. Grows with the order in which transactions begin to write, not with that in which they commit: see private.sync_horizon(). The default of changed_in, so clients may call it; it tells them nothing of anybody.';

COMMENT ON FUNCTION "private"."changed_workouts"(uuid, bigint, bigint, uuid, integer) IS 'Workouts of a user that changed or were deleted since a mark, in the order of their marks, after (p_after_mark, p_after_id).';

COMMENT ON FUNCTION "private"."check_decision"(text, text) IS 'Refuses a decision that there is not, and one against the author without a reason. Errors: 422 invalid_field, missing_field.';

COMMENT ON FUNCTION "private"."check_document"(text, jsonb, private.field_rule[]) IS 'Refuses a JSON document that breaks a rule, and names the field. p_level is the level of the document itself. Errors: 422 invalid_field, missing_field, unknown_field.';

COMMENT ON FUNCTION "private"."check_exercise"(jsonb) IS 'Refuses an exercise that save_exercise() cannot take, and names the field. Errors: 422 invalid_field, missing_field, unknown_field.';

COMMENT ON FUNCTION "private"."check_gym"(jsonb) IS 'Refuses a gym that save_gym() cannot take, and names the field. Errors: 409 id_unusable; 422 invalid_field, missing_field, unknown_field, field_not_allowed.';

COMMENT ON FUNCTION "private"."check_measurements"(jsonb) IS 'Refuses measurements that log_measurements() cannot take, and names the field. Errors: 409 id_unusable; 422 invalid_field, missing_field, unknown_field, field_not_allowed.';

COMMENT ON FUNCTION "private"."check_merge"(public.exercises, public.exercises) IS 'Refuses to merge an exercise into itself or one that was merged into it, a second time, into an archived one, and into one whose kind its sets do not fit. Errors: 409 merge_impossible.';

COMMENT ON FUNCTION "private"."check_plan"(jsonb) IS 'Refuses a plan that save_plan() cannot take, and names the field. Errors: 409 id_unusable; 422 invalid_field, missing_field, unknown_field.';

COMMENT ON FUNCTION "private"."check_routine"(jsonb) IS 'Refuses a routine that save_routine() cannot take, and names the field. Errors: 409 id_unusable, column_immutable; 422 invalid_field, missing_field, unknown_field, field_not_allowed.';

COMMENT ON FUNCTION "private"."check_sync_changes"(jsonb, bigint) IS 'Refuses what is no push at all. Errors: 409 stale_cursor; 422 invalid_field.';

COMMENT ON FUNCTION "private"."close_enrollment"(uuid, text) IS 'Ends an enrollment of the caller, and its pause with it; one that has ended keeps the time of that. Definer, because clients may not write enrollments and pauses. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."copy_by_link"(text, uuid, text) IS 'Copies what a link leads to into a plan or routine of the caller, says which, and counts; null, and no copy, for a token that leads nowhere; a copy that they have already is left as it is. Definer, because a link opens rows that the caller may not see, and clients may not say from whom something was copied. Errors: 409 id_unusable, quota_exceeded, 429 too_many_requests.';

COMMENT ON FUNCTION "private"."copy_visible_plan"(uuid, uuid, text) IS 'Copies a plan that the caller may see, or a published one, into a plan of theirs; nothing where they have the copy already. Definer, because what a plan is made of may be more private than the plan, and clients may not say from whom a plan was copied. Errors: 409 id_unusable, quota_exceeded.';

COMMENT ON FUNCTION "private"."count_search_words"() IS 'Makes the vocabulary anew from the documents of the global catalogue. Called by private.index_exercises().';

COMMENT ON FUNCTION "private"."create_plan_from_document"(jsonb, uuid, text, uuid, uuid, uuid) IS 'Makes a plan of the caller, with its routines, from a document of private.shared_plan_document(), under another name where one is given, private to begin with, and says from whom and what it was copied. The id must be free: whoever calls it has asked. Errors: 409 quota_exceeded.';

COMMENT ON FUNCTION "private"."create_routine_from_document"(jsonb, uuid, text, uuid, uuid) IS 'Makes a routine of the caller from a document of private.shared_routine_document(), under another name where one is given, private to begin with, and says from whom and what it was copied. The id must be free: whoever calls it has asked. Errors: 409 quota_exceeded.';

COMMENT ON FUNCTION "private"."create_routines_from_document"(jsonb, uuid) IS 'Makes the routines of a document from private.shared_routines(), and the exercises that travel in it, the caller''s own. Their ids follow from p_id, which is that of the copy; what is there already stays as it is. The document is trusted: it comes from this database.';

COMMENT ON FUNCTION "private"."csv_text"(text) IS 'Text as a cell of a CSV file: quoted, and with an apostrophe in front where a spreadsheet would evaluate it. Our import takes the apostrophe off again.';

COMMENT ON FUNCTION "private"."delete_sync_rows"(text, text, uuid[]) IS 'Deletes the caller''s rows of a table by the ids that sync knows; an id that is not there is ignored.';

COMMENT ON FUNCTION "private"."deload_workouts"(uuid) IS 'Finished workouts of an enrollment that did sessions of its plan''s deload weeks.';

COMMENT ON FUNCTION "private"."deloaded_amount"(jsonb, numeric, boolean) IS 'The amount after the deload of a stall: less by its percentage, of assistance more.';

COMMENT ON FUNCTION "private"."derived_id"(uuid, text) IS 'Id of a row that is made along with another, from the id that the client gave to that one and a name for the row: the same call again makes the same rows.';

COMMENT ON FUNCTION "private"."document_problem"(text, jsonb, private.field_rule[]) IS 'The first thing that is wrong with a JSON document by rules: an error key, the path of the field (null for the document itself) and the trouble in words; all null where nothing is. p_level is the level of the document itself.';

COMMENT ON FUNCTION "private"."dots"(text, numeric, numeric) IS 'DOTS points of a total in kg (Konertz, Bundesverband Deutscher Kraftdreikämpfer, 2019), coefficients and bounds as in openpowerlifting.org: who weighs less than 40 kg counts as 40, more than 210 (men) or 150 (women) as that. Null where the sex (female, male), body weight or total is missing.';

COMMENT ON FUNCTION "private"."due_prescription"(uuid, uuid) IS 'What to do now of a routine, of the next session of an enrollment, or of a routine as a session of an enrollment: Prescription of types/contracts/prescription.ts; null where neither is named. Errors: 409 id_unusable, no_next_session.';

COMMENT ON FUNCTION "private"."effective_load_kg"(text, numeric, numeric, numeric) IS 'What a set moves, in kg: its weight; where the body is part of the load, the share of it that the exercise lifts, plus what is added or less the assistance, never below nothing. p_body_weight_kg is that of the day. Null where it is needed and missing, and for kinds without a load.';

COMMENT ON FUNCTION "private"."end_access_token"(uuid) IS 'Answers revoke_access_token(). Definer, because revoked_at is the server''s time, and nobody may write the audit ledger. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."end_job"(uuid) IS 'Cancels a job that has not ended, and answers its status. Definer, because clients may not write jobs. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."end_pause"(uuid, date) IS 'Takes an enrollment of the caller up again, be it paused or ended; nothing where it is active. Definer, because clients may not write enrollments and pauses. Errors: 409 id_unusable; 422 invalid_field.';

COMMENT ON FUNCTION "private"."end_share_link"(uuid) IS 'Answers revoke_share_link(). Definer, because revoked_at is the server''s time, which no client may write. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."end_submission"(uuid) IS 'Withdraws a submission of the caller''s own. Definer, because clients may not write submissions. Errors: as withdraw_submission().';

COMMENT ON FUNCTION "private"."enqueue_job"(uuid, text, jsonb, text) IS 'Adds a job and answers its id; the same key of the same user again answers the job that there is. Granted to no client: definer functions, and those with a secret key, call it for users whose lock they hold. Errors: 409 id_unusable for a key of other work, quota_exceeded.';

COMMENT ON FUNCTION "private"."enrollment_days"(uuid, date, date, date) IS 'The days of an enrollment, p_from ≤ day < p_to, as seen on p_on, from its first day to its last: [{on, status, sessions}], as enrollment_schedule() answers them.';

COMMENT ON FUNCTION "private"."enrollment_document"(uuid) IS 'An enrollment with its pauses and what is next, under the caller''s rights; null where they do not see it. status is completed also where the last day of the plan has passed without a workout.';

COMMENT ON FUNCTION "private"."ensure_secret"(text, text) IS 'Puts 32 random bytes, as hexadecimal digits, into the Vault under a name that holds nothing yet. Called by sql/settings in every environment: no secret stands in a file.';

COMMENT ON FUNCTION "private"."estimated_one_rep_max"(numeric[]) IS 'Best estimated one-repetition maximum, in kg, from the heaviest load for each repetition count: Epley''s formula, a single counting as itself; above 10 repetitions the formula says nothing.';

COMMENT ON FUNCTION "private"."estimated_set_max"(text, numeric, integer, numeric) IS 'One-repetition maximum in kg that a set of up to ten repetitions shows: by the RPE table where it is rated (with repetitions in reserve, send 10 − rir), else by a formula as if it had been all there was, a single counting as itself. Null where neither says anything.';

COMMENT ON FUNCTION "private"."ewma"(numeric[], integer) IS 'Exponentially weighted moving average of daily values, oldest first, with the weight of ewma_lambda(); it starts from the first value.';

COMMENT ON FUNCTION "private"."ewma_lambda"(integer) IS 'Weight of the newest day in an exponentially weighted moving average over so many days: 2 / (n + 1) (Williams et al., Br. J. Sports Med. 51, 2017).';

COMMENT ON FUNCTION "private"."exercise_document"(uuid) IS 'An exercise as save_exercise() takes it, lists in one order; null where the caller sees none.';

COMMENT ON FUNCTION "private"."exercise_facets"(jsonb, date) IS 'How many exercises of a search, of those that the caller may see, have each muscle, equipment, kind, level and category: each facet counted with the filters of all others applied and its own ignored. Definer, for the reason that private.match_exercises() is.';

COMMENT ON FUNCTION "private"."exercise_field_rules"() IS 'What save_exercise() takes: the fields of an exercise and of its muscles. The tables check the same bounds, whichever way a row comes.';

COMMENT ON FUNCTION "private"."exercise_record"(public.exercises) IS 'An exercise of a user''s own with its parts, as an export has it.';

COMMENT ON FUNCTION "private"."exercise_tags"(text, jsonb) IS 'A text-search query for documents with one of the values of a facet (muscle, primary, equipment, kind, level, category), in which ~ stands for the language of a document; null for no values.';

COMMENT ON FUNCTION "private"."exercise_workouts"(uuid[], jsonb, integer) IS 'The caller''s finished workouts in which a set of any of these exercises was done, newest day first. p_before is the key {local_date, started_at, workout_id} after which a page begins, or null.';

COMMENT ON FUNCTION "private"."exercises_by_name"(text, tsquery, text[], text, uuid, integer) IS 'For private.browse_exercises(): global exercises with these tags, all where they are null, that need nothing beyond the equipment, by name, after one of them.';

COMMENT ON FUNCTION "private"."exercises_named"(text[], uuid) IS 'The exercises that are called so, by a name or alias in any language, whatever the order of its words: a user''s own (nearness 3), and the catalogue''s by name (2) and by alias (1). Definer, because the tables of search are granted to nobody; no client may call it.';

COMMENT ON FUNCTION "private"."export_sections"() IS 'What an export holds, in its order: sections of a file, each the rows of a table whose owner_column is the user, in pages of page_size by page_key (all at once where that is null). A row is written as its columns, but for those left out and what sync and times keep of it, or as the SQL in line says.';

COMMENT ON FUNCTION "private"."fewest_plates"(bigint[], integer[], bigint) IS 'How many of each p_weights[i], which descend, of at most p_counts[i], make p_sum with the fewest plates, and of those ways the one with the heaviest; null where none does.';

COMMENT ON FUNCTION "private"."field_problem"(jsonb, private.field_rule) IS 'What is wrong with a JSON value by a rule, in words; null where nothing is. Types: uuid, instant, date, text, choice, form, number, texts, array, object, boolean.';

COMMENT ON FUNCTION "private"."figure_of"(jsonb, text) IS 'The number in a field of a JSON document that nobody checked; null where the field is missing or something else.';

COMMENT ON FUNCTION "private"."fold_progression"(jsonb, numeric, private.session_result[], numeric[], boolean) IS 'Where a progression stands after its sessions, oldest first: linear adds after successes (as in 5×5 programmes), double climbs from the lowest to the highest repetitions before it adds (double progression), wave takes the percentages of a cycle in turn and adds to the training max after it (as in 5/3/1); a stall takes off or begins anew. A session that met lighter targets of its own says nothing. Amounts are exact, to a millionth: rounding is for the answer. p_start is null where no load is known, p_loadable is what the gym has.';

COMMENT ON FUNCTION "private"."fold_text"(text) IS 'Text as search compares it: lower case, without accents and punctuation, words one space apart.';

COMMENT ON FUNCTION "private"."forget_tombstones"() IS 'Forgets tombstones that are older than 400 days; cursors from before them get everything. A cron job calls it.';

COMMENT ON FUNCTION "private"."global_measurement_type_id"(text) IS 'Id of a global kind of measurement: uuid v5 of its slug in a namespace of its own, so that every environment has the same.';

COMMENT ON FUNCTION "private"."gym_document"(uuid) IS 'A gym as save_gym() takes it, with its version and equipment in order, and every field there; null where the caller sees no such gym.';

COMMENT ON FUNCTION "private"."gym_field_rules"() IS 'What save_gym() takes: the fields of a gym and of its equipment. The tables check the same bounds, whichever way a row comes.';

COMMENT ON FUNCTION "private"."gym_loads"(uuid, uuid) IS 'Every way to load an exercise in a gym: the load in grams; what makes it (bar, fixed_weight, stack, or plates alone); its row of gym_equipment and position; and for plates how many sides of the load get the same, how many places get it in all, and what goes to each as private.side_sums() says. What serves the exercise alone goes before what serves its equipment. A dumbbell is loaded and counted as one of two, but where one side works at a time.';

COMMENT ON FUNCTION "private"."gym_plates"(uuid, integer) IS 'Plates of a gym by unit system, at most 24 kinds of each: weights as of private.label_weight(), descending, and how many of them each of p_places can get. An odd one stays on the floor.';

COMMENT ON FUNCTION "private"."import_namespace"(uuid) IS 'The namespace of a user''s imported rows, made when first asked.';

COMMENT ON FUNCTION "private"."import_workout"(uuid, jsonb) IS 'Logs a workout of a file for a user, for whom the transaction acts, and answers added, known (it is there, and is left as it is) or deleted (it was imported before, and its owner removed it). Ids are uuids of version 5 of its key in the user''s namespace. Errors: as log_workout().';

COMMENT ON FUNCTION "private"."imported_exercise_id"(uuid, text, text) IS 'The user''s own exercise of this name and kind, made where there is none. Its owner''s lock must be held. Errors: 409 quota_exceeded.';

COMMENT ON FUNCTION "private"."inol"(integer, numeric) IS 'Intensity of a number of lifts (Hristov, How to Design Strength Training Programs Using Prilepin''s Table, 2005): repetitions / (100 − load in percent of the one-repetition maximum), for one set; sets add up. Null at the maximum itself and beyond, where it has no value.';

COMMENT ON FUNCTION "private"."ipf_gl"(text, text, text, numeric, numeric) IS 'IPF GL points of a total in kg (International Powerlifting Federation, 2020): total × 100 / (a − b·e^(−c × body weight)). p_equipment is raw or single (single-ply), p_event is SBD (the three lifts) or B (bench press alone). Null where the sex (female, male), body weight or total is missing, below 35 kg, where the formula does not reach, and for other equipment or events.';

COMMENT ON FUNCTION "private"."is_deleted"(text, uuid) IS 'Whether a row of the caller''s was deleted, of a table that sync carries; ask only where no such row is stored.';

COMMENT ON FUNCTION "private"."is_loaded_as_due"(numeric, private.session_result, numeric[], boolean) IS 'Whether each set of a session had what the gym makes of the load due.';

COMMENT ON FUNCTION "private"."is_progression"(jsonb, text) IS 'Whether it is a progression that exercises of the kind (any, where that is null) can have.';

COMMENT ON FUNCTION "private"."is_sync_cursor"(bigint) IS 'Whether a pull may go on from a cursor: it is of this generation, no deletion after it is forgotten, and it is not ahead of what has happened. Definer, because sync_state is nobody else''s.';

COMMENT ON FUNCTION "private"."is_warmup_ramp"(jsonb) IS 'Whether it is a list of at most ten warm-up sets {percent, reps, rest_seconds}: percent of the working load from 1 to 100, 1 to 50 repetitions, and rest_seconds optional. private.routine_field_rules() says the same to save_routine().';

COMMENT ON FUNCTION "private"."judge_submission"(uuid, integer, text, text) IS 'Decides a submission in the name of the caller, who must be a moderator now and not its author; keeps the review, writes the audit ledger and publishes what is approved. Definer, because clients may write none of these. Errors: as review_submission().';

COMMENT ON FUNCTION "private"."kind_fits"(text, text) IS 'Whether any set of an exercise of one kind says the same under one of another: each field that the first allows is allowed, and means what it meant.';

COMMENT ON FUNCTION "private"."label_of"(text[]) IS 'A name as search compares it whole: each word once, in order of the alphabet, so that the order typed does not matter.';

COMMENT ON FUNCTION "private"."label_weight"(numeric, text) IS 'A weight as its label says it, to a gram or to a hundredth of a pound where it is imperial, in 10^-10 kg: both are whole numbers of those, so sums are exact, whatever kilograms round.';

COMMENT ON FUNCTION "private"."latest_one_rep_max"(uuid, timestamp with time zone, integer) IS 'What the caller can lift once of an exercise, in kg: the best estimate of the twelve weeks up to the latest day that shows one, or of the latest p_days such days, from any finished workout, or any that began before an instant. Twelve weeks, because sets that were not to failure show less than there is. A set without a rating counts as the effort it aimed at, else by Epley whatever formula the caller likes to see: a setting changes no plan. Null without an estimate, and for exercises in which the body is part of the load.';

COMMENT ON FUNCTION "private"."letters_of"(text) IS 'Which letters a word has, as bits: a quick way to see that two words are far apart, since each letter that one has and the other has not is an edit at least. Letters may share a bit.';

COMMENT ON FUNCTION "private"."load_abbreviations"(jsonb) IS 'Loads the abbreviations that search understands from sql/catalog, all of them at once: adds, updates and removes, changes nothing where nothing changed.';

COMMENT ON FUNCTION "private"."load_exercises"(jsonb) IS 'Loads global exercises from sql/catalog by their slugs, with muscles, equipment and English aliases. The same file again changes nothing; what was archived stays so, and users'' rows are never touched.';

COMMENT ON FUNCTION "private"."load_measurement_types"(jsonb) IS 'Loads the global kinds of measurements from sql/catalog in the order of the file: adds and updates, changes nothing where nothing changed. The unit of a kind stays what it was.';

COMMENT ON FUNCTION "private"."load_plan_templates"(jsonb) IS 'Loads plan templates from sql/catalog by their slugs: documents of private.shared_plan_document() whose exercises are slugs of global ones. The same file again changes nothing; published plans and copies of users are never touched.';

COMMENT ON FUNCTION "private"."load_quotas"(jsonb) IS 'Loads quotas from sql/settings: adds what is new and keeps the numbers that an operator changed.';

COMMENT ON FUNCTION "private"."load_translations"(jsonb) IS 'Loads global exercises in other languages from sql/catalog by their slugs: every other key of a row is a locale with name, and aliases, instructions and cues where there are any. The same file again changes nothing; English and users'' rows are never touched.';

COMMENT ON FUNCTION "private"."loadable_weights"(uuid, uuid) IS 'Every load that an exercise can have in a gym, in kg, ascending, each once; null where the gym says nothing about the exercise, or the caller does not see one of them.';

COMMENT ON FUNCTION "private"."lock_user_data"(uuid) IS 'Makes the writers of one user''s own data wait for each other until their transaction ends. Taken before any row lock: the rows of one user are touched by every device of theirs, in any order, and would deadlock without it.';

COMMENT ON FUNCTION "private"."match_exercises"(jsonb, date, jsonb, integer) IS 'Ids of the exercises that a search means, best first, after p_after, of those that the caller may see. Definer, because under RLS a text match cannot use its index: it answers ids and what they are ordered by, and the rows are read under the caller''s own rights.';

COMMENT ON FUNCTION "private"."match_published_plans"(text, text[], text[], text[], text[], integer, integer, integer, text, jsonb, integer) IS 'Ids of the published plans that a filter admits, with what they are sorted by, of those in the library that the caller may see. Definer, because under RLS a text match and an overlap of arrays cannot use their indexes: it answers ids and counts only, and the rows are read under the caller''s own rights.';

COMMENT ON FUNCTION "private"."measurement_field_rules"() IS 'What log_measurements() takes: at most 1000 measurements, and the fields of each. The table checks the same bounds, whichever way a row comes.';

COMMENT ON FUNCTION "private"."measurement_line"(public.measurements) IS 'A measurement as a line of measurements.csv.';

COMMENT ON FUNCTION "private"."measurement_problem"(public.measurement_types, text, numeric) IS 'What is wrong with a value of a kind of measurement: an error key, the field, and the trouble in words; all null where nothing is.';

COMMENT ON FUNCTION "private"."merged_exercise_ids"(uuid) IS 'The ids under which history of an exercise may stand: first what it is now, after merges, then all that were merged into that. A merge moves history in steps, and is seen as done at once.';

COMMENT ON FUNCTION "private"."move_behind_pauses"(date, date, date[], date[]) IS 'Moves a day by the length of every pause that begins after p_since and on or before it. Pauses are two arrays in order: first days without training, and first days with training again. Null behind a pause that is open, for nobody knows how long that will be.';

COMMENT ON FUNCTION "private"."move_exercise_uses"(uuid, uuid, uuid, integer) IS 'Moves what one user has of an exercise to another: workouts with their sets and rollups, routines, gyms, start weights, preferences, and their own exercises that were merged into it. At most p_limit exercises of workouts and routines at a time: answers how many rows it moved, fewer than that when all is moved.';

COMMENT ON FUNCTION "private"."nearest_words"(text, text, uuid) IS 'Words that a misspelt one is most likely meant to be, the likeliest first: three of a language''s vocabulary and three of the user''s own exercises. They are one edit away up to four letters, two beyond.';

COMMENT ON FUNCTION "private"."next_session"(uuid, date) IS 'What an enrollment has next on a day, by default the caller''s today: one row, without a session where the status is paused, completed or cancelled; completed also once no session is left. calendar: the first session on or after the day that is not done. sequence: the first one not done, whenever; scheduled_on says when it is due. No row for an enrollment that the caller does not see.';

COMMENT ON FUNCTION "private"."next_user_of_exercise"(uuid) IS 'Somebody who has anything of an exercise, or null: whose turn it is when a global one is merged.';

COMMENT ON FUNCTION "private"."normalized_exercise"(jsonb) IS 'An exercise that private.check_exercise() let pass, without its version, as private.exercise_document() would answer it.';

COMMENT ON FUNCTION "private"."one_rep_max"(text, numeric, integer) IS 'One-repetition maximum in kg, estimated from a set to failure by epley, brzycki, lombardi, oconner, mayhew, wathan or lander; the sources are at one_rep_max_factor(). The formula as it was published, whatever it is worth: one_rep_max_confidence() tells.';

COMMENT ON FUNCTION "private"."one_rep_max_confidence"(integer) IS 'What an estimate of the one-repetition maximum from so many repetitions is worth: headline up to ten, where the formulas were fitted and agree to some percent; low from 11 to 15; null above, where they say nothing (Reynolds, Gordon and Robergs, J. Strength Cond. Res. 20, 2006).';

COMMENT ON FUNCTION "private"."one_rep_max_factor"(text, integer) IS 'The one-repetition maximum as a multiple of the load of a set to failure, as published: epley 1 + r/30 (Epley, Boyd Epley Workout, 1985), brzycki 36/(37 − r) (Brzycki, JOPERD 64, 1993), lombardi r^0.10 (Lombardi, Beginning Weight Training, 1989), oconner 1 + r/40 (O''Conner et al., Weight Training Today, 1989), mayhew 100/(52.2 + 41.9·e^(−0.055 r)) (Mayhew et al., J. Appl. Sport Sci. Res. 6, 1992), wathan 100/(48.8 + 53.8·e^(−0.075 r)) (Wathan, Essentials of Strength Training and Conditioning, 1994), lander 100/(101.3 − 2.67123 r) (Lander, NSCA Journal 6, 1985). Null for a formula of another name, below one repetition, and from 37 repetitions on for brzycki and lander, which end there. Some raise a single too: estimated_set_max() does not.';

COMMENT ON FUNCTION "private"."open_share_link"(text) IS 'The link of a token; null, all fields of it, for a token that never was, a link that has ended and an owner who is blocked or blocks, and the caller is counted as one who guesses. Its callers must not raise then, which would take the count back. Granted to nobody: definer functions call it for their callers. Errors: 429 too_many_requests.';

COMMENT ON FUNCTION "private"."open_submission"(text, uuid, uuid, jsonb, text) IS 'Submits what the caller owns, of which the calling function has made sure: a new submission, or the open one again with what is new. Granted to nobody. Errors: 409 quota_exceeded, 422 invalid_field, 429 too_many_requests.';

COMMENT ON FUNCTION "private"."own_enrollment"(uuid) IS 'An enrollment of the caller, whose other writers wait from here on. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."own_today"() IS 'The day that the caller would name now, by their time zone and the hour at which their day begins.';

COMMENT ON FUNCTION "private"."own_workout"(uuid) IS 'One of the caller''s workouts; null where there is none. Errors: 409 deleted.';

COMMENT ON FUNCTION "private"."performed_counts"(uuid) IS 'The exercises of a workout in order, each with how many of its sets count: [{exercise_id, name, sets}].';

COMMENT ON FUNCTION "private"."performed_exercises"(uuid, uuid) IS 'Where the caller did the exercises of a routine in finished workouts: those of an enrollment, or where that is null, of the routine. A workout exercise belongs to the exercise of the routine that it names, else to the one that stands where it stands; a rule with the scope of the plan sees all of its exercise. What was left out is not here. session numbers the workouts of each exercise in order of time, regular those in no deload week; turn says which wave it was, from 0, of those that were not planned light.';

COMMENT ON FUNCTION "private"."performed_sets"(uuid, uuid[]) IS 'What was done of an exercise in a workout: {workout_id, name, started_at, local_date, routine_id, notes, sets: [as log_workout() takes them]}, in order, where it stood twice one after the other.';

COMMENT ON FUNCTION "private"."plan_document"(uuid) IS 'A plan as save_plan() takes and answers it, under the caller''s rights; null where they do not see it.';

COMMENT ON FUNCTION "private"."plan_facts"(jsonb) IS 'What follows from a document of private.shared_plan_document(): on how many days its fullest week trains, how many different exercises it has, and all the equipment that they need.';

COMMENT ON FUNCTION "private"."plan_field_rules"() IS 'What save_plan() takes: the fields of a plan and of its days. The tables check the same bounds, whichever way a row comes.';

COMMENT ON FUNCTION "private"."planned_exercises"(uuid) IS 'Exercises of a routine as progression sees them. measure: what rises, kg, reps or seconds; null where nothing can. turns: sessions of a cycle, 1 but for waves. occurrence: which one of its exercise it is. has_training_max: whether the load that rises is a training max. heaviest_kg, most_reps, longest_seconds: of its working sets.';

COMMENT ON FUNCTION "private"."planned_sets"(uuid) IS 'Sets of a routine for each turn of a cycle (one, but for waves, whose sets take the place of the working sets). lane and number: which set of a session answers for it. share: its load, as a share of what share_of says, the amount that progresses or the e1rm; of sets in kilograms their weight, as a share of the heaviest. lag: how many repetitions or seconds it has fewer than the longest. decides: whether success hangs on it.';

COMMENT ON FUNCTION "private"."prefilled_exercises"(uuid, jsonb) IS 'The exercises of a prescription as log_workout() takes them for a workout that begins: warm-up first, a target for each set, nothing done.';

COMMENT ON FUNCTION "private"."prescription"(uuid, uuid, boolean) IS 'What to do in the next session of a routine of the caller: Prescription of types/contracts/prescription.ts, from the routine, and what the caller did of it in an enrollment, or where that is null, at all. Nothing is stored: the same history gives the same answer. p_is_deload says whether the session stands in a deload week. Null without such a routine.';

COMMENT ON FUNCTION "private"."progression_field_rules"() IS 'What a progression may say, by scheme; private.progression_problem() adds what two fields mean together. types/contracts/progression.ts says the same to clients.';

COMMENT ON FUNCTION "private"."progression_problem"(jsonb, text) IS 'The first thing that is wrong with a progression for an exercise of a kind (any, where that is null): an error key, the path of the field (null for the whole) and the trouble in words; all null where nothing is. Immutable, though it asks functions that are stable: those are so for their dates alone, and a progression has none.';

COMMENT ON FUNCTION "private"."progression_reason"(text, jsonb) IS 'Why a target is what it is: {code, data, text}, Reason of types/contracts/prescription.ts. p_figures is the state, with the amount before in previous, and the rule''s after, every and percent.';

COMMENT ON FUNCTION "private"."progression_results"(uuid, uuid) IS 'What private.performed_exercises() did of each exercise of a routine, session by session, oldest first. first_at: when the first began. regular_sessions: how many were in no deload week of the plan.';

COMMENT ON FUNCTION "private"."publish_exercise"(public.submissions) IS 'Makes a global exercise of an approved submission, exactly as it was submitted, and has the author''s own merged into it by a job of theirs. Its slug begins with community-, which no file of the catalogue does. Granted to nobody.';

COMMENT ON FUNCTION "private"."publish_plan"(public.submissions) IS 'Puts what was submitted into the library, or in place of what is there of the same plan, whose id, likes and counts stay. Granted to nobody. Errors: 409 id_unusable, not_public, when the plan is gone or not public any more.';

COMMENT ON FUNCTION "private"."published_plan_items"(uuid[]) IS 'Published plans as the library lists them, in the order of their ids. Under the caller''s rights: what they do not see is left out, and so is an author whose profile does not show itself.';

COMMENT ON FUNCTION "private"."pushed_records"(jsonb) IS 'The records of one table that a push wants stored, whether the device made or changed them: the server knows better which is which.';

COMMENT ON FUNCTION "private"."query_locale"(text[], text) IS 'The language that knows most of the words, or their beginnings: p_locale and English before others.';

COMMENT ON FUNCTION "private"."raise_problem"(text, text, text, text, text, integer) IS 'Raises an error in the one form clients know: p_code is a SQLSTATE (PT4xx answers HTTP 4xx), p_message a stable key of types/errors.ts, p_path the field it is about, p_text what is wrong with it, p_hint what to do, p_limit the number that was exceeded.';

COMMENT ON FUNCTION "private"."raise_stale_version"(integer) IS 'The one answer for a save that was made from another version than the stored one, which the argument names. 409 stale_version.';

COMMENT ON FUNCTION "private"."raise_submission_closed"(text) IS 'The answer where a submission does not wait for what is asked of it. 409 submission_closed.';

COMMENT ON FUNCTION "private"."raised_amount"(numeric, numeric, numeric, boolean) IS 'The amount after one raise, at most a limit. Of an assisted exercise the assistance falls, to none at least.';

COMMENT ON FUNCTION "private"."rank_exercises"(private.search_query[], text, date, text, jsonb, integer) IS 'For private.match_exercises(): the exercises that have the words, best first. p_part: all, or of a broad query front (prominent, of that very name, or the caller''s to do with) or rest.';

COMMENT ON FUNCTION "private"."reachable_sums"(bigint[], integer[], bigint) IS 'What plates add up to: all sums up to p_max, ascending from 0, of at most p_counts[i] of each p_weights[i]. A dynamic program over a string of bits.';

COMMENT ON FUNCTION "private"."reaches"(numeric, numeric, boolean) IS 'Whether what was done is what was due, half a percent aside: no less, or of assistance no more. Null where one of them is unknown.';

COMMENT ON FUNCTION "private"."read_gym"(jsonb, boolean) IS 'A checked payload of save_gym() in the form of private.gym_document(), without the version: every field is there, with the precision that the tables keep. A gym that is the default, as p_is_default says, stays it.';

COMMENT ON FUNCTION "private"."read_plan"(jsonb, text) IS 'A checked payload of save_plan() in the form of private.plan_document(), without the version: every field is there. p_visibility stands in where it names none.';

COMMENT ON FUNCTION "private"."read_query"(text, text, uuid) IS 'What a query means: the language it is in, and text-search queries in which ~ stands for the language of a document. words: each word as typed and what it may begin, its singular, what it abbreviates, joined with its neighbour, and where no name has it, split in two, or corrected. global_words: the same without words that no global exercise has; lookup: what finds the same ones faster. whole_words: what is meant, as words that are complete. labels: the whole query as a name. breadth: how many global exercises it finds at most; is_one_word: and about that many it does. All are null where no word is in it.';

COMMENT ON FUNCTION "private"."read_routine"(jsonb, integer, text) IS 'A checked payload of save_routine() in the form of private.routine_document(), without the version: every field is there, with the precision that the tables keep. p_position and p_visibility stand in where it names none.';

COMMENT ON FUNCTION "private"."read_shared"(text) IS 'Answers get_shared(); null for a token that leads nowhere. Definer, because a link opens rows that the caller may not see, and counts itself. Errors: 429 too_many_requests.';

COMMENT ON FUNCTION "private"."refuse_beyond_rate_limit"(text, text) IS 'Refuses whoever used a limit up, without counting a use: for limits on failures, which are counted by private.take_rate_limit() once something failed. Granted to nobody: definer functions call it for their callers. Errors: 429 too_many_requests.';

COMMENT ON FUNCTION "private"."replace_exercise"(uuid, uuid) IS 'Archives an exercise as merged into another, so that whoever writes its id means that one. An own target is found under its names as well.';

COMMENT ON FUNCTION "private"."require_public_plan"(uuid, uuid, text) IS 'Refuses a plan that is not the user''s, and one that is not public. Granted to nobody. Errors: 409 id_unusable, not_public.';

COMMENT ON FUNCTION "private"."retire_exercise"(uuid) IS 'Deletes an exercise of the caller''s own that nothing uses, archives one that is used, and says which. Definer, because clients may neither delete exercises nor write archived_at. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."round_load"(numeric, numeric[]) IS 'The load nearest to a weight, in kg: of those of private.loadable_weights(), which ascend, or where that says nothing of the multiples of 0.5. Halfway between two it is the lighter.';

COMMENT ON FUNCTION "private"."routine_document"(uuid) IS 'A routine as save_routine() takes it, with its version, exercises and sets in order of their positions and every field there; null where the caller sees no such routine.';

COMMENT ON FUNCTION "private"."routine_field_rules"() IS 'What save_routine() takes: the fields of a routine, of its exercises with their warm-ups, and of their sets. The tables check the same bounds, whichever way a row comes.';

COMMENT ON FUNCTION "private"."rpe_percent"(integer, numeric) IS 'The share of the one-repetition maximum, in percent, that can be lifted for so many repetitions at an RPE: Mike Tuchscherer''s table (Reactive Training Systems), in the curve that Sean Stangl fitted to it (openpowerlifting.org). It depends on the repetitions that a single at RPE 10 would leave out, up to 15; null beyond, and below RPE 4.';

COMMENT ON FUNCTION "private"."search_queries"(jsonb, uuid) IS 'What a filter of search_exercises() asks, twice: of the global documents in the language of the query, and of the user''s own.';

COMMENT ON FUNCTION "private"."search_rank"(tsvector, tsquery, tsquery, tsquery, tsquery, integer, boolean) IS 'How well a document answers a query: how much of its name, less so of its aliases, muscles and equipment, the words are, times p_prominence, and somewhat more for the primary muscles asked for. The whole query as a name goes before all, and what is in front before what is not. An integer, so that a cursor holds exactly what is compared.';

COMMENT ON FUNCTION "private"."sent_sets"(jsonb) IS 'The sets of the exercises that log_workout() was sent, as rows of workout_sets: {id, sets: [{id, position, …}]}.';

COMMENT ON FUNCTION "private"."sequence_sessions"(uuid, date, date, date) IS 'Sessions of an enrollment in sequence mode: those that were done since p_from, and the last one in any case, on the day of their workout; the next one; and as many more as reach p_to at least. The finished workouts of the enrollment do the plan''s sessions one by one. The next is due as long after the last as in the plan, but not before p_on, and the others follow at the plan''s distances.';

COMMENT ON FUNCTION "private"."session_load"(numeric, integer) IS 'Load of a session in arbitrary units: its RPE, 0 to 10, times its minutes (Foster, Med. Sci. Sports Exerc. 30, 1998).';

COMMENT ON FUNCTION "private"."set_documents"(uuid) IS 'The sets of an exercise of a workout in order, as log_workout() takes them, fields without a value left out.';

COMMENT ON FUNCTION "private"."set_lane"(text) IS 'Which sets are compared with which: straight sets with straight ones, in order, drop sets with drop sets, and so on; so that a drop set too many does not shift the others.';

COMMENT ON FUNCTION "private"."share_not_found"() IS 'The one answer for a token that leads nowhere: wrong, expired, revoked, used up, or of somebody who is blocked, who blocks, or who is gone. Answered, not raised, so that the guess stays counted.';

COMMENT ON FUNCTION "private"."share_token"(uuid) IS 'The token of a link: 144 bits, base64url, derived from the link''s id and a secret of this database, so that a retry answers the same though the token is stored nowhere. Granted to nobody: it does not ask whose link it is.';

COMMENT ON FUNCTION "private"."share_token_hash"(text) IS 'By what a link is looked up, and all that is stored of its token.';

COMMENT ON FUNCTION "private"."shared_plan_document"(uuid, uuid) IS 'A plan as it is shared: {type, name, description, goal, level, tags, weeks, deload_weeks, is_repeating, days: [{week, weekday, position, routine: a key or null, name, notes}], routines, exercises}, the last two as private.shared_routines() says. It does not ask whether the plan is shared: a caller with more rights than its reader does that first.';

COMMENT ON FUNCTION "private"."shared_routine_document"(uuid, uuid) IS 'A routine as it is shared: {type, name, routines: [the one], exercises}, as private.shared_routines() says. It does not ask whether the routine is shared: a caller with more rights than its reader does that first.';

COMMENT ON FUNCTION "private"."shared_routines"(uuid[], uuid) IS 'Routines in the form in which they are shared: {routines, exercises}, with keys in place of ids. Exercises of users travel along as content, but for those of the user named, who keeps them. Under the caller''s rights: what they do not see is left out.';

COMMENT ON FUNCTION "private"."side_sums"(uuid, integer) IS 'What a gym''s plates add up to in one of p_places that get the same (two sides of a bar, four of two dumbbells), up to 400 kg: the share of metric and that of imperial plates, in 10^-10 kg.';

COMMENT ON FUNCTION "private"."similar_exercises"(text[]) IS 'Which global exercises have one of these names, or had it as another name, but for case, accents and punctuation. Definer, because the function that folds text is granted to nobody; it reads the global catalogue alone.';

COMMENT ON FUNCTION "private"."split_word"(text, text) IS 'Two words of a language that were typed as one, such as legpress: at most one pair, the most common.';

COMMENT ON FUNCTION "private"."start_merge"(uuid, uuid) IS 'Does what merge_exercises() promises: an own exercise at once as far as that is quick, a global one as a job. Definer, because clients may neither archive exercises nor add jobs. Errors: as merge_exercises().';

COMMENT ON FUNCTION "private"."start_pause"(uuid, date) IS 'Pauses an enrollment of the caller from a day on; nothing where it is paused already. Definer, because clients may not write enrollments and pauses. Errors: 409 id_unusable, enrollment_ended; 422 invalid_field.';

COMMENT ON FUNCTION "private"."start_weights_problem"(jsonb) IS 'What is wrong with start weights of an enrollment, in words; null where nothing is.';

COMMENT ON FUNCTION "private"."step_export"(public.jobs) IS 'The one step of an export, whose file the worker has written before: the report is where it lies.';

COMMENT ON FUNCTION "private"."step_import"(public.jobs) IS 'One step of importing a file that was read: up to 50 workouts, or those with 600 sets, each wholly or not at all. A dry run, or a file that was refused, is done at once.';

COMMENT ON FUNCTION "private"."step_merge_exercises"(public.jobs) IS 'One step of merging {from, into}: moves a part of what one user has of it, an own exercise''s owner or whoever is next. A global one is done when nobody is, and nobody is still writing who began before it was replaced.';

COMMENT ON FUNCTION "private"."store_exercise_documents"(uuid[], text[]) IS 'For private.index_exercises(): makes the documents of these exercises anew, of global ones in each of the languages.';

COMMENT ON FUNCTION "private"."store_workout_exercises"(uuid, jsonb) IS 'Makes the exercises and sets of a workout what log_workout() was sent: adds, changes in place, and deletes what is no longer there. An id that belongs elsewhere is a unique violation.';

COMMENT ON FUNCTION "private"."submission_document"(uuid) IS 'A submission with its reviews, oldest first, as its RPCs answer it; null where the caller sees none.';

COMMENT ON FUNCTION "private"."submit_own_exercise"(uuid, text) IS 'Submits an exercise of the caller''s own that is not archived, and answers the submission''s id. Definer, because clients may not write submissions. Errors: as submit_exercise().';

COMMENT ON FUNCTION "private"."submit_own_plan"(uuid, text) IS 'Submits a public plan of the caller''s own, and answers the submission''s id. Definer, because clients may not write submissions: their content is what the database makes of the plan. Errors: as submit_plan().';

COMMENT ON FUNCTION "private"."suggested_exercises"(text) IS 'Up to three exercises that search finds under a name, [{id, name}], best first, of those that the caller may see.';

COMMENT ON FUNCTION "private"."sync_columns"(text) IS 'The columns of a table that clients write, with the SQL that reads each from "sent.record" as sync carries it.';

COMMENT ON FUNCTION "private"."sync_conflicts"(text, text, jsonb) IS 'Which records a push may not write, [{table, id, code}]: stale_version where the server has another version of the row than the one that was edited, deleted where the row is gone.';

COMMENT ON FUNCTION "private"."sync_deletions"(text, text, bigint) IS 'Ids of the caller''s rows of a table that were deleted since a cursor and are not there again.';

COMMENT ON FUNCTION "private"."sync_exercise_parts"(uuid) IS 'What hangs below an exercise, as sync carries it with the exercise: {muscles, equipment, aliases, names by locale}, each JSON as text.';

COMMENT ON FUNCTION "private"."sync_horizon"() IS 'The mark below which nothing is still to be committed, in the snapshot of the statement that asks: what that statement does not see carries this mark or a later one. The next cursor of a pull. Definer, because sync_state is nobody else''s.';

COMMENT ON FUNCTION "private"."sync_problem"(text, text, text) IS 'What a refused row is told, {code, text, path, limit}: one of our errors, or what Postgres says of the value.';

COMMENT ON FUNCTION "private"."sync_record"(text) IS 'SQL that makes the record of a row "stored" of a table as sync carries it: flat, one id, instants as milliseconds since 1970, numbers as JSON numbers, JSON and arrays as text. Owner and mark stay here.';

COMMENT ON FUNCTION "private"."sync_relations"() IS 'The tables that sync carries, each after those that its rows refer to, with the column by which sync knows a row and the parent that a new row goes with: where the parent is refused, so is the row.';

COMMENT ON FUNCTION "private"."take_down_plan"(uuid, text) IS 'Answers remove_published_plan(). Definer, because nobody may write the library or the audit ledger. Errors: 403 not_allowed, 409 id_unusable, 422 invalid_field.';

COMMENT ON FUNCTION "private"."tg_bury"() IS 'Leaves tombstones of the rows that a statement deleted; its argument is the column by which sync knows them, id where there is none. Definer, because clients write no tombstones.';

COMMENT ON FUNCTION "private"."tg_check_exercise"() IS 'Refuses an exercise that is neither global nor the row''s owner''s, and follows one that was merged. Definer, so that an exercise of somebody else and one that does not exist answer the same. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."tg_check_measurement"() IS 'Refuses a kind of measurement that is neither global nor the row''s owner''s, and a side or value that the kind does not have. Errors: 409 id_unusable; 422 invalid_field, field_not_allowed.';

COMMENT ON FUNCTION "private"."tg_check_plan_week"() IS 'Refuses a day after the last week of its plan. Definer, so that it sees the plan whoever writes the row. Errors: 422 invalid_field.';

COMMENT ON FUNCTION "private"."tg_complete_enrollment"() IS 'Completes the enrollment whose last session was done. Nothing is taken back when history changes: resume_enrollment() does that. Definer, because clients may not write enrollments.';

COMMENT ON FUNCTION "private"."tg_count_plan_completion"() IS 'Notes that a user completed an enrollment in a copy of a published plan of another, the first time they do. Definer, because clients may not write plan_uses.';

COMMENT ON FUNCTION "private"."tg_count_plan_copy"() IS 'Notes that a user copied a published plan of another, the first time they do. Definer, because clients may not write plan_uses.';

COMMENT ON FUNCTION "private"."tg_count_plan_likes"() IS 'Keeps published_plans.like_count. Its triggers have the transition table changed_rows. Definer, because clients may not write counts, and it takes no lock of the author''s.';

COMMENT ON FUNCTION "private"."tg_count_plan_uses"() IS 'Keeps copy_count and completion_count of published_plans. Its triggers have the transition table changed_rows. Definer, because clients may not write counts, and it takes no lock of the author''s.';

COMMENT ON FUNCTION "private"."tg_default_first_gym"() IS 'Makes the first gym of a user the default before it is stored, so that its version stays 1.';

COMMENT ON FUNCTION "private"."tg_effective_visibility"() IS 'Derives effective_visibility of a row with user_id and visibility. Definer, because it reads the owner''s profile whoever writes the row.';

COMMENT ON FUNCTION "private"."tg_enforce_quota"() IS 'Refuses what exceeds a quota: its arguments are the quota''s name and the columns by whose values rows are counted; its trigger is after insert, for each statement, with the transition table new_rows. Exact, because the writers of one user wait for each other. Definer, because it counts rows that the caller may not see. Errors: 409 quota_exceeded.';

COMMENT ON FUNCTION "private"."tg_forget_import"() IS 'Removes what an import still had to do once it has ended, by whatever way.';

COMMENT ON FUNCTION "private"."tg_forget_tombstones"() IS 'Erases the tombstones of an erased user. Definer, because Auth deletes users as a role that has no rights here.';

COMMENT ON FUNCTION "private"."tg_index_own_exercises"() IS 'Keeps the search documents of custom exercises: its argument is the column that holds their ids; its triggers have the transition tables new_rows, or old_rows for a delete. Definer, because the tables of search are nobody''s.';

COMMENT ON FUNCTION "private"."tg_index_published_plan"() IS 'Keeps the search document of a published plan. Definer, because the tables of search are granted to nobody.';

COMMENT ON FUNCTION "private"."tg_inherit_exercise_kind"() IS 'Takes the kind from the exercise, which must be global or the owner''s, and follows one that was merged. Definer, so that an exercise of somebody else and one that does not exist answer the same. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."tg_inherit_exercise_owner"() IS 'Takes the owner from the exercise, none of a global one; it never changes there. Invoker: an exercise that the caller does not see is none. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."tg_inherit_owner"() IS 'Takes the owner from the parent: its arguments are the parent''s table and the column that refers to it. Definer, so that a parent of somebody else and one that does not exist answer the same. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."tg_inherit_routine_exercise"() IS 'Takes owner, routine and kind from the routine exercise. Definer, so that a row of somebody else and a row that does not exist answer the same. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."tg_inherit_workout"() IS 'Takes owner and day from the workout and the kind from the exercise, and follows one that was merged. Definer, so that a row of somebody else and a row that does not exist answer the same. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."tg_keep_days_in_plan"() IS 'Refuses to make a plan shorter than its days. Definer, so that it sees them whoever writes the row. Errors: 422 invalid_field.';

COMMENT ON FUNCTION "private"."tg_keep_one_default_gym"() IS 'Keeps one default among the gyms of a user: the one that was made so last, or else the oldest. Its triggers are after a statement, with what it changed as the transition table changed_rows. Definer, because the deletion of an account fires it as Auth''s role.';

COMMENT ON FUNCTION "private"."tg_keep_planned_routine"() IS 'Keeps a routine that a plan uses from being deleted by its owner, and names the plan. Errors: 409 in_use.';

COMMENT ON FUNCTION "private"."tg_keep_used_kind"() IS 'Refuses a kind that sets of the exercise, logged or planned, do not fit; where they do, composite keys hand it down to them. Definer, so that nobody''s sets are overlooked, whoever changes the exercise. Errors: 409 kind_in_use.';

COMMENT ON FUNCTION "private"."tg_local_date"() IS 'Derives local_date from the instant that is its argument, with the owner''s day start as it is when the row is first stored. Definer, because it reads the owner''s settings whoever writes the row.';

COMMENT ON FUNCTION "private"."tg_lock_user_data"() IS 'Takes the caller''s lock before a statement locks rows. The backend, which has no caller, takes the locks of those it wrote for when their days are rolled up.';

COMMENT ON FUNCTION "private"."tg_mark_change"() IS 'Raises version, and marks the row for the next sync, with every change; an update that changes nothing is none. A version only grows, not always by one: clients compare it for equality alone. Definer, because nobody else makes marks.';

COMMENT ON FUNCTION "private"."tg_mark_workout"() IS 'Marks the workouts of the rows that a statement added, changed or deleted, each once a transaction; its trigger is for each statement, with the transition table changed_rows. Definer, because clients write no marks.';

COMMENT ON FUNCTION "private"."tg_narrow_shared"() IS 'Carries a change of the profile''s visibility to the owner''s rows of the table named as its argument. Definer, because clients may not write effective_visibility.';

COMMENT ON FUNCTION "private"."tg_raise_parent_version"() IS 'Raises the version of the rows above those that a statement changed: its arguments are the parent''s table and the column that refers to it; its triggers have the transition tables new_rows, or old_rows for a delete. Definer, because clients may not write versions.';

COMMENT ON FUNCTION "private"."tg_require_own"() IS 'Lets a row refer to rows of its own owner alone: its arguments are the table and the column that refers to it, which may be null. Definer, so that a row of somebody else and one that does not exist answer the same. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."tg_require_own_image"() IS 'Refuses a photo whose picture is not in its owner''s folder, or not there: it is never told which. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."tg_withdraw_submissions"() IS 'Withdraws the open submission of an exercise that is archived, merged or deleted, and of a plan that is deleted. Definer, because clients may not write submissions.';

COMMENT ON FUNCTION "private"."training_monotony"(numeric[]) IS 'Monotony of a week: the mean of its daily loads over their standard deviation, rest days counting as 0 (Foster 1998; of a sample, as statistics programs take it). Null where all days are the same, and so there is no deviation.';

COMMENT ON FUNCTION "private"."training_strain"(numeric[]) IS 'Strain of a week: the sum of its daily loads × training_monotony() (Foster 1998).';

COMMENT ON FUNCTION "private"."try_import_workout"(uuid, jsonb) IS 'Imports a workout, wholly or not at all: {outcome: added, known, deleted or failed, problem}.';

COMMENT ON FUNCTION "private"."try_sync_deletions"(text, text, jsonb) IS 'Deletes rows of one table, and answers those that may not go, [{table, id, code, text}].';

COMMENT ON FUNCTION "private"."try_sync_records"(text, text, jsonb) IS 'Writes records of one table, and answers those that could not be written, [{table, id, code, text}].';

COMMENT ON FUNCTION "private"."unarchive_exercise"(uuid) IS 'Takes the archiving of an exercise of the caller''s own back. Definer, because clients may not write archived_at. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."usable_exercise"(uuid, uuid) IS 'The exercise that rows of a user may refer to by this id: global or theirs, and the one into which it was merged; null where there is none. For definer triggers and the steps of jobs.';

COMMENT ON FUNCTION "private"."visible_author"(uuid) IS 'What a user''s profile shows to the caller, by the rule of its policy: {username, display_name, avatar_path, avatar_thumbhash, avatar_color}, or null. A public one shows itself to somebody without an account as well. Granted to nobody: definer functions call it for their callers.';

COMMENT ON FUNCTION "private"."visible_plan_document"(uuid) IS 'A plan that the caller may see, as private.shared_plan_document() shares it, with all its routines: who shows a plan shows what it is made of. Null where they do not see it. Definer, because routines may be more private than the plan, and exercises of others are. It asks as the policy of plans does.';

COMMENT ON FUNCTION "private"."volume_load_kg"(text, integer, numeric, numeric, numeric) IS 'Volume load of a set in kg: repetitions × effective_load_kg(). Null where either is unknown.';

COMMENT ON FUNCTION "private"."wave_problem"(jsonb) IS 'The first thing that is wrong with the waves of a progression, an array; as private.progression_problem() says it.';

COMMENT ON FUNCTION "private"."wilks"(text, numeric, numeric) IS 'Wilks points of a total in kg (Wilks, Powerlifting Australia, 1994), coefficients and bounds as in openpowerlifting.org: the tables go from 40 to 201.9 kg (men) and from 26.51 to 154.53 kg (women), and whoever is beyond counts as the end. Null where the sex (female, male), body weight or total is missing.';

COMMENT ON FUNCTION "private"."wilks_2020"(text, numeric, numeric) IS 'Wilks points of a total in kg by the coefficients of 2020 (Wilks, worldpowerlifting.com). Null where the sex (female, male), body weight or total is missing, and for a body weight outside 40 to 200.95 kg.';

COMMENT ON FUNCTION "private"."word_forms"(text) IS 'Words that a word may be the plural of, in English and Spanish; whether there is such a word, the vocabulary knows.';

COMMENT ON FUNCTION "private"."workout_document"(uuid) IS 'A workout as log_workout() takes it, fields without a value left out; null where the caller sees none.';

COMMENT ON FUNCTION "private"."workout_field_rules"() IS 'What log_workout() takes: the fields of a workout, of its exercises and of their sets. The tables check the same bounds, whichever way a row comes.';

COMMENT ON FUNCTION "private"."workout_keys"(date, date, uuid, text, jsonb, integer) IS 'Keys {started_at, id} of the caller''s workouts for a page of workout_history(), newest first. p_before is the key after which the page begins, or null.';

COMMENT ON FUNCTION "private"."workout_lines"(public.workouts) IS 'The sets of a workout as lines of workouts.csv; null where it has none.';

COMMENT ON FUNCTION "private"."workout_record"(public.workouts) IS 'A workout with its exercises and sets, as log_workout() takes it and as an export has it: without what is null, and with the names of its exercises.';

COMMENT ON FUNCTION "private"."workouts_with_words"(text) IS 'The caller''s workouts in which each word begins a word of the workout''s name or notes, of the notes of its exercises, or of an exercise''s name in any language. It reads all workouts of the caller, and nobody else''s. Definer, because the function that folds text is granted to nobody.';

COMMENT ON FUNCTION "private"."write_gym"(jsonb) IS 'Makes the tables say what a gym from private.read_gym() says, with the rights of the caller: equipment with known ids is changed in place, new one added, what is left out deleted.';

COMMENT ON FUNCTION "private"."write_plan"(jsonb) IS 'Makes the tables say what a plan from private.read_plan() says, with the rights of the caller: days with known ids are changed in place, new ones added, those left out deleted.';

COMMENT ON FUNCTION "private"."write_routine"(jsonb) IS 'Makes the tables say what a routine from private.read_routine() says, with the rights of the caller: rows with known ids are changed in place, new ones added, those left out deleted.';

COMMENT ON FUNCTION "private"."write_sync_enrollment"(jsonb) IS 'Stores an enrollment as sync carries it, by the RPCs beside enroll(): a status that the device changed pauses, resumes or ends it, from the day of the sync. Its pauses are derived, and only pulled.';

COMMENT ON FUNCTION "private"."write_sync_exercise"(jsonb) IS 'Saves one of the caller''s own exercises as sync carries it, with what hangs below it.';

COMMENT ON FUNCTION "private"."write_sync_records"(text, text, jsonb) IS 'Writes records as sync carries them into a table of the caller''s rows: those that are there are changed, in the columns that they name, the others are added. Every right and every check is that of the caller''s own writes.';

COMMENT ON FUNCTION "public"."add_export"(uuid, text) IS 'For the training function, with a secret key: asks for an export of all that a user owns, and answers {job_id}. Errors: 409 id_unusable for an idempotency key of other work, quota_exceeded.';

COMMENT ON FUNCTION "public"."add_import"(uuid, jsonb, text) IS 'For the training function, with a secret key: asks for the import of a user''s file, {path, source, weight_unit, distance_unit, time_zone, visibility, is_dry_run, mapping}, and answers {job_id}. Errors: 409 id_unusable (of the path, of an exercise that names are mapped to, or of an idempotency key of other work), quota_exceeded; 422 invalid_field.';

COMMENT ON FUNCTION "public"."cancel_job"(uuid) IS 'Cancels one of the caller''s jobs, for moderators also one of the system''s: {status}, which is cancelled unless it had ended before. What its steps had done stays done. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "public"."claim_job"() IS 'For the worker, with a secret key: leases the job that waits longest for a minute, {id, type, lease}, or null. A job whose worker went away is leased again, and given up after five times without a step.';

COMMENT ON FUNCTION "public"."community_plan"(uuid) IS 'A plan of the library, whole: {plan, shared}. plan is what community_plans() lists, shared its routines and exercises as get_shared() answers them. copy_plan() copies it. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "public"."community_plans"(text, text[], text[], text[], text[], integer, integer, integer, text, integer, text) IS 'The library of plans, templates and those of users: {items: [{id, is_template, name, description, goal, level, tags, weeks, is_repeating, days_per_week, exercises, equipment, published_at, like_count, copy_count, completion_count, is_liked, author}], next_cursor}. p_query: words of name, description, tags and exercises, or their beginnings, all of them; up to 80 characters and 8 words count. p_goals, p_levels: any of them. p_tags: all of them. p_equipment: what there is; a plan that needs anything else is left out. p_sort: newest, copies, likes, completions or popular, which is the default. p_limit: 1 to 50, 20 by default. A plan whose count changes while pages are read may come twice or not at all. Errors: 400 cursor_mismatch, 422 invalid_field.';

COMMENT ON FUNCTION "public"."copy_plan"(uuid, uuid, text) IS 'Copies a plan with its routines: one of the caller''s own, one that they may see, or a published one. Answers {plan: the copy as save_plan() answers it}, private to begin with. p_copy_id is the client''s: the same call again changes nothing, and an id that is a plan of theirs already answers that. Exercises of another user become the caller''s own, unless they have one of that name and kind. Who edits or deletes the original changes no copy. Errors: 409 id_unusable, quota_exceeded; 422 invalid_field.';

COMMENT ON FUNCTION "public"."copy_shared"(text, uuid, text) IS 'Copies the plan, with its routines, or the routine that a link leads to: {plan: the copy as save_plan() answers it} or {routine: as save_routine() does}, private to begin with. p_copy_id is the client''s: the same call again changes nothing, and an id that is a plan or routine of theirs already answers that. Exercises of another user become the caller''s own, unless they have one of that name and kind. Who revokes the link or deletes the original changes no copy. Errors: 404 share_not_found, 409 id_unusable, quota_exceeded, 422 invalid_field, 429 too_many_requests.';

COMMENT ON FUNCTION "public"."create_access_token"(uuid, text, text[], integer) IS 'Makes a token by which another program reads what its scopes name of the caller''s data: {id, token, name, scopes, expires_at}. Show the token at once: it is answered this once, and stored nowhere. Where the answer was lost, revoke it and make another under a new id. p_scopes: workouts:read (GET /functions/v1/training/events). p_expires_in_days: 1 to 365, 90 by default. Errors: 409 id_unusable, quota_exceeded; 422 invalid_field.';

COMMENT ON FUNCTION "public"."create_share_link"(uuid, uuid, uuid, integer, integer) IS 'Makes a link to a routine or a plan of the caller: {share_link: {id, routine_id, plan_id, token, expires_at, revoked_at, max_copies, view_count, copy_count}}. Whoever has the token may read and copy it, without regard to visibility, by get_shared() and copy_shared(). The same call again answers the same link and token. p_expires_in_days: 1 to 365, 30 by default. p_max_copies: how many copies it is good for. Errors: 409 id_unusable, quota_exceeded, 422 invalid_field.';

COMMENT ON FUNCTION "public"."delete_exercise"(uuid) IS 'Removes one of the caller''s own exercises: {outcome}. deleted where nothing uses it; else archived, which keeps workouts, routines and gyms as they are and is found by search no more. restore_exercise() takes that back. Errors: 409 id_unusable, also for one that is gone.';

COMMENT ON FUNCTION "public"."discard_workout"(uuid) IS 'Deletes a live workout of the caller, with its exercises and sets: {id, outcome: discarded}. The same again answers the same. Errors: 409 workout_finished (a finished one is never discarded), id_unusable.';

COMMENT ON FUNCTION "public"."end_enrollment"(uuid, text) IS 'Ends an enrollment of the caller: completed, or cancelled. It completes by itself with the last session of a plan that does not repeat. Answers it as enroll() does. Errors: 409 id_unusable; 422 invalid_field.';

COMMENT ON FUNCTION "public"."enroll"(uuid, date, text, uuid, uuid, jsonb) IS 'Begins to follow a plan of the caller: {enrollment: {id, version, plan_id, plan_name, mode, starts_on, gym_id, start_weights, status, ended_at, pauses: [{paused_on, resumed_on}], next_session: {plan_day_id, routine_id, name, week, cycle, session_number, scheduled_on, is_deload} or null}}. p_mode: calendar gives each session its date, sequence puts off what is not done. p_start_weights: kg by id of exercise. A plan of somebody else is copied first. p_enrollment_id is the client''s: the same call again changes nothing. Several plans may be followed at once. Errors: 409 id_unusable, quota_exceeded; 422 invalid_field.';

COMMENT ON FUNCTION "public"."enrollment"(uuid) IS 'An enrollment of the caller, as enroll() answers it, with what is next today. Lists are read from the table enrollments. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "public"."enrollment_schedule"(uuid, date, date) IS 'The days of an enrollment of the caller, p_from ≤ day < p_to, at most 400, from its first to its last: {from, to, days: [{on, status, sessions: [{plan_day_id, routine_id, name, week, cycle, session_number, is_deload, status, workout_id, done_on}]}]}. A session is done, missed, today or upcoming; a day is what its first session that is not done is, or done, or without a session paused or rest. In sequence mode what is to come stands where it falls if the next session is done when it is due. Errors: 409 id_unusable; 422 invalid_field.';

COMMENT ON FUNCTION "public"."exercise_history"(uuid, integer, text) IS 'What the caller did of an exercise in finished workouts, newest day first: {exercise_id, items: [{workout_id, name, started_at, local_date, routine_id, notes, sets: [as log_workout() takes them]}], next_cursor}. exercise_id is what the exercise is after merges. p_limit: 1 to 100, 20 by default. Errors: 400 cursor_mismatch.';

COMMENT ON FUNCTION "public"."export_page"(uuid, uuid, text, text, uuid) IS 'For the worker, with a secret key: a part of a section of an export that it holds, as it stands in the file, {status: running, text, rows, next}; next is the p_after of the next part, null where that was the last. {status: lost} where the lease is another worker''s by now, or the job was cancelled.';

COMMENT ON FUNCTION "public"."export_task"(uuid, uuid) IS 'For the worker, with a secret key: what an export that it holds is about, {user_id, is_written: whether the file is there, sections: [{file, section}]}; null where the lease is another worker''s by now.';

COMMENT ON FUNCTION "public"."finish_workout"(uuid, timestamp with time zone, numeric, text, boolean) IS 'Ends a live workout of the caller, now where p_ended_at is left out, and answers as log_workout() does. p_session_rpe and p_notes go before what is stored. Sets without an actual value go, but for those with a target, which stay as skipped, and so do exercises that are left with neither sets nor notes; with p_drop_unfinished false nothing goes. One that is finished already stays as it is. Errors: 409 id_unusable, deleted; 422 invalid_field.';

COMMENT ON FUNCTION "public"."get_shared"(text) IS 'The routine or plan that a link leads to, and whose it is: {shared, author}. shared is the whole of it, private exercises included, without ids of its owner; author is null where the profile does not show itself to the caller. Callable without an account. Wrong, expired, revoked, used up, deleted and blocked all answer the same. Errors: 404 share_not_found, 429 too_many_requests.';

COMMENT ON FUNCTION "public"."import_task"(uuid, uuid) IS 'For the worker, with a secret key: what an import that it holds is about, {user_id, input, is_read: whether the file has been read}; null where the lease is another worker''s by now.';

COMMENT ON FUNCTION "public"."keep_export"(uuid, uuid, jsonb) IS 'For the worker, with a secret key: notes where the file of an export that it holds lies, {path, bytes, expires_at, counts}, and answers {status}: running, or lost.';

COMMENT ON FUNCTION "public"."last_performance"(uuid[]) IS 'What the caller did the last time, for a whole workout in one call: {<each id that was asked for>: {exercise_id: what it is after merges, last: {workout_id, name, started_at, local_date, routine_id, notes, sets: [as log_workout() takes them]}, best: {max_weight_kg, max_weight_on, e1rm_kg, e1rm_on}}}. last is the newest finished workout in which a set of it was done; null where there is none. best holds the heaviest load and the best estimated one-repetition maximum of all days, a live workout''s included; null without a load. At most 100 ids. Errors: 422 invalid_field.';

COMMENT ON FUNCTION "public"."load_plates"(uuid, uuid, numeric) IS 'How to load an exercise in one of the caller''s gyms, or without p_gym_id in the default one. Takes the load nearest to p_weight_kg, the lighter of two that are as near, and of what makes it the first by position. Answers {requested_kg, loaded_kg, difference_kg, below_kg, above_kg, type, bar, item, sides, per_side: [{weight_kg, unit_system, count}]}. below_kg and above_kg are one step down and up from loaded_kg, null at the ends. type is bar, fixed_weight, stack, plates (held or hung on), or none where the gym says nothing about the exercise: then it is rounded to 0.5 kg. bar or item is the {id, name, weight_kg} that is taken. per_side are the plates for each of sides, as few as there can be, from the inside out. The load of a dumbbell is that of one of them. Errors: 409 id_unusable; 422 invalid_field.';

COMMENT ON FUNCTION "public"."log_measurements"(jsonb) IS 'Stores up to 1000 measurements, all or none: [{id, type_id, side, value, measured_at, time_zone, notes, source, external_id}], values in the unit of their type. Answers {added, measurements: [{id, type_id, side, value, measured_at, local_date, version}]} in the order sent. What is there already, by its id or by what its source calls it, stays as it is and is answered as it is: the same call again adds nothing. To change one, write the table. Errors: 403 consent_required; 409 id_unusable, deleted, quota_exceeded; 422 invalid_field, missing_field, unknown_field, field_not_allowed.';

COMMENT ON FUNCTION "public"."log_workout"(jsonb) IS 'Stores a whole workout in one transaction: {id, revision, name, notes, started_at, ended_at, time_zone, session_rpe, visibility, routine_id, enrollment_id, energy_kcal, average_heart_rate, max_heart_rate, source, external_id, exercises: [{id, exercise_id, routine_exercise_id, position, superset_group, notes, sets: [{id, position, set_type, reps, weight_kg, duration_seconds, distance_meters, rpe, rir, side, rest_seconds, tempo, incline_percent, steps, energy_kcal, average_heart_rate, max_heart_rate, notes, target, completed_at}]}]}. Answers {workout: {id, revision, name, started_at, ended_at, local_date, exercises, sets, volume_kg}}. Ids are the client''s: the same call again changes nothing and answers the same, a higher revision replaces the workout, one that is not higher changes nothing. Errors: 403 consent_required (heart rate and energy are health data); 409 id_unusable (also an external_id that another workout from that source has), deleted, quota_exceeded; 422 invalid_field, missing_field, unknown_field, field_not_allowed.';

COMMENT ON FUNCTION "public"."match_import"(uuid, text[], text[], jsonb) IS 'For the worker, with a secret key: what a file''s names mean to a user, {exercises: [{name, mapped: {id, name, kind}, matches: [{id, name, kind}], suggestions: [{id, name}]}], known: how many of the workouts with these keys are there already}. mapped is what the user says it means; of matches, the user''s own exercises come first, then the catalogue''s, by name or alias in any of its languages.';

COMMENT ON FUNCTION "public"."merge_exercises"(uuid, uuid) IS 'Makes one exercise of two: whatever has p_from has p_into then, its history included, and p_from is archived with replaced_by. An exercise of the caller''s own goes into another of theirs or into a global one; moderators merge two global ones. Whatever is written from then on goes to p_into. What is there is moved at once, but for long histories and global exercises, which a job moves. Answers {exercise_id: what p_from is now, job_id: that job, or null}; the same again answers the same. Errors: 403 not_allowed; 409 id_unusable, merge_impossible, quota_exceeded.';

COMMENT ON FUNCTION "public"."next_workout"(uuid, date) IS 'The next session of an enrollment of the caller, ready to be done: {enrollment_id, plan: {id, name}, status, session: {number, week, cycle, scheduled_on, plan_day_id, is_deload}, routine: {id, name, notes}, exercises: [{routine_exercise_id, exercise_id, name, kind, position, superset_group, notes, rest_seconds, warmup: [{reps, weight_kg, rest_seconds, plates}], sets: [{position, set_type, min_reps, max_reps, goal_reps, weight_kg, exact_kg, duration_seconds, distance_meters, rpe, rir, rest_seconds, plates}], progression: {scheme, state, reason: {code, data, text}}}]}. weight_kg is rounded to what the gym has; reason says why it is what it is. p_on is the day to ask for, by default the caller''s today. Where nothing is next (paused, completed, cancelled) session and routine are null. Send the targets back in each set''s target, also of sets that were left out: a session is judged by what it was asked, however the routine changes. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "public"."orphaned_files"(integer) IS 'For the ops function, with a secret key: files that nothing refers to, oldest first: uploads that nobody took within a day, files of imports after a week, avatars that are no profile''s, progress photos that have had no row for a day, and exports after a week. They are removed through the Storage API alone. p_limit: 1 to 1000.';

COMMENT ON FUNCTION "public"."pause_enrollment"(uuid, date) IS 'Pauses an enrollment of the caller, from today or a day before it: what was due from then on waits, and moves by the length of the pause. Answers it as enroll() does; one that is paused already stays as it is. Errors: 409 id_unusable, enrollment_ended; 422 invalid_field.';

COMMENT ON FUNCTION "public"."plan"(uuid) IS 'A plan that the caller may see: {plan: {id, version, name, description, goal, level, tags, weeks, deload_weeks, is_repeating, visibility, days: [{id, week, weekday, position, routine_id, name, notes}], days_per_week, exercises, equipment}}. The last three follow from its days and their routines: training days of the fullest week, how many different exercises, and all that they need. Lists are read from the table plans. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "public"."release_job"(uuid, uuid, jsonb) IS 'For the worker, with a secret key: gives a job back. Without an error whoever comes next goes on with it, behind those that wait; with one, {code}, it is tried again later, and has failed the fifth time.';

COMMENT ON FUNCTION "public"."remove_published_plan"(uuid, text) IS 'For moderators: takes a plan of a user out of the library. The author keeps seeing it, with the reason, and may submit it again; approved, it is back. Copies stay. p_reason: 1 to 2000 characters. Errors: 403 not_allowed, 409 id_unusable, 422 invalid_field.';

COMMENT ON FUNCTION "public"."repeat_workout"(uuid, uuid) IS 'One of the caller''s workouts to do again: {workout: <as log_workout() takes it>}, live from now on under the client''s id p_repeat_id, without a set done. The target of each set is what was done, or what was to be done where nothing was. It follows the same routine, but is no session of an enrollment. Nothing is stored until log_workout() is called with it. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "public"."restore_exercise"(uuid) IS 'Offers an archived exercise of the caller''s own again: {exercise: as save_exercise() answers it}. One that is not archived stays as it is. Errors: 409 id_unusable, also for one that was merged into another.';

COMMENT ON FUNCTION "public"."resume_enrollment"(uuid, date) IS 'Takes an enrollment of the caller up again, from today or a day before it back to its pause; also one that was ended. Answers it as enroll() does; one that is active stays as it is. Errors: 409 id_unusable; 422 invalid_field.';

COMMENT ON FUNCTION "public"."review_submission"(uuid, integer, text, text) IS 'Decides a submission of somebody else, for moderators: approve, or with a reason reject or request_changes. p_version is the one that was read: what the author submitted meanwhile is not judged unread. An approved exercise becomes a global one of source community, and a job merges the author''s own into it; an approved plan is in the library from then on. Answers {submission: as submit_exercise() does}; the same again answers the same. Errors: 403 not_allowed; 409 id_unusable, not_public (a plan that is not public any more), stale_version, submission_closed; 422 invalid_field, missing_field.';

COMMENT ON FUNCTION "public"."revoke_access_token"(uuid) IS 'Ends an access token of the caller at once and for good: {id, revoked_at}. Again, it answers the same. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "public"."revoke_share_link"(uuid) IS 'Ends a link of the caller''s for good and keeps its counts: {id, revoked_at}. Copies that were made by it stay with those who made them. Again, it answers the same. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "public"."routine"(uuid) IS 'A routine that the caller may see, whole: {routine: {id, version, folder_id, name, notes, position, visibility, exercises: [...]}}, as save_routine() takes it. Lists are read from the table routines. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "public"."save_exercise"(jsonb) IS 'Creates or replaces one of the caller''s own exercises in one transaction: {id, version, name, kind, category, mechanic, force, level, is_unilateral, body_weight_share, variation_group, instructions: [text], cues: [text], muscles: [{muscle_id, role, weight}], equipment: [id], aliases: [text]}. Answers {exercise: the same, as stored}. version is null for a new one, else the one that was read: a stale one changes nothing. What is stored already answers what is stored, so that a retry is safe. weight is 1 for a primary and 0.5 for a secondary muscle where it is left out. Errors: 409 id_unusable, kind_in_use, quota_exceeded, stale_version; 422 invalid_field, missing_field, unknown_field.';

COMMENT ON FUNCTION "public"."save_gym"(jsonb) IS 'Stores a whole gym in one transaction: {id, version, name, is_default, equipment: [{id, type, equipment_id, exercise_id, name, position, weight_kg, quantity, step_kg, max_weight_kg, unit_system}]}. Answers {gym: <the same as stored>}. Ids are the client''s and stay: equipment with known ids is changed in place, what is left out is deleted. version is null for a new gym, else the one that was edited; when another is stored, nothing changes and 409 stale_version names it, unless what is stored is what was sent. A user''s first gym is the default, and stays it until another is saved with is_default. Where equipment names no position, it is its place in the list. Errors: 409 stale_version, id_unusable, quota_exceeded; 422 invalid_field, missing_field, unknown_field, field_not_allowed.';

COMMENT ON FUNCTION "public"."save_plan"(jsonb) IS 'Stores a whole plan in one transaction: {id, version, name, description, goal, level, tags, weeks, deload_weeks, is_repeating, visibility, days: [{id, week, weekday, position, routine_id, name, notes}]}. Answers {plan: <the same as stored>}. Ids are the client''s and stay: days with known ids are changed in place, those left out are deleted. version is null for a new plan, else the one that was edited; when another is stored, nothing changes and 409 stale_version names it, unless what is stored is what was sent. Errors: 409 stale_version, id_unusable, quota_exceeded; 422 invalid_field, missing_field, unknown_field.';

COMMENT ON FUNCTION "public"."save_routine"(jsonb) IS 'Stores a whole routine in one transaction: {id, version, folder_id, name, notes, position, visibility, exercises: [{id, exercise_id, position, superset_group, rest_seconds, notes, warmup_ramp: [{percent, reps, rest_seconds}], progression, sets: [{id, position, set_type, min_reps, max_reps, weight_kg, load_percent, load_percent_of, duration_seconds, distance_meters, rpe, rir, rest_seconds}]}]}. Answers {routine: <the same as stored>}. Ids are the client''s and stay: rows with known ids are changed in place, those left out are deleted. version is null for a new routine, else the one that was edited; when another is stored, nothing changes and 409 stale_version names it, unless what is stored is what was sent. Errors: 409 stale_version, id_unusable, column_immutable, quota_exceeded; 422 invalid_field, missing_field, unknown_field, field_not_allowed.';

COMMENT ON FUNCTION "public"."save_workout_as_routine"(uuid, uuid, text) IS 'Makes a routine of one of the caller''s workouts: p_routine_id is the client''s, p_name the workout''s where it is left out. Its targets are what was done, warm-ups included, with as many repetitions as possible where the set was such; effort is left out, and what was not done. Where sets were logged side by side, the left ones count. Answers {routine: ...} as save_routine() does; the same call again changes nothing. Errors: 409 id_unusable, stale_version (the routine was edited since), quota_exceeded; 422 invalid_field, missing_field.';

COMMENT ON FUNCTION "public"."search_exercises"(text, text[], text[], text[], text[], text[], text, text, integer, text, boolean) IS 'Finds exercises by name, alias, abbreviation, muscle or equipment, typos included, best first: {items: [{id, name, name_en, kind, category, level, mechanic, is_custom, is_favorite, last_used_on, primary_muscles, secondary_muscles, equipment, thumbnail}], next_cursor, facets}. p_query: up to 80 characters and 8 words count; without a word all are listed by name. p_muscles: works one of them, as a primary muscle first. p_equipment: needs nothing beyond it, so name body_weight for what needs nothing. p_kinds, p_levels, p_categories: is one of them. Empty lists filter nothing. p_scope: all, global, own, favorites, or recent (used in 90 days; without words the latest first). p_locale: language of names and words, by default that of the caller''s settings; English is always understood, and stands in where there is no translation. p_limit: 1 to 50, 20 by default. p_facets: also counts by {muscles, equipment, kinds, levels, categories}, each facet with the other filters applied. Errors: 400 cursor_mismatch, 422 invalid_field.';

COMMENT ON FUNCTION "public"."stage_import"(uuid, uuid, jsonb, jsonb) IS 'For the worker, with a secret key: keeps a part of what it read of a file, [{ordinal, sets, workout}], for the steps of the import, and with the last part the report: {status}: running, or lost where the lease is another worker''s by now. The same part again changes nothing.';

COMMENT ON FUNCTION "public"."start_workout"(uuid, text, uuid, uuid, text, timestamp with time zone) IS 'Begins a live workout under the client''s id: the next session of an enrollment, a routine (with p_enrollment_id, as a session of it), or an empty one, which needs p_name. It is stored as log_workout() stores it, with the targets of the prescription and nothing done. Answers {workout: as log_workout() takes it, prescription: as next_workout() answers its exercises, with the routine; null for an empty workout}. The same call again changes nothing. Errors: 409 workout_live (hint names the one that is), no_next_session, id_unusable, deleted; 422 missing_field, invalid_field.';

COMMENT ON FUNCTION "public"."step_job"(uuid, uuid) IS 'For the worker, with a secret key: does the next step of a job that it holds, in one transaction with its progress, and holds it for another minute: {status}: running, succeeded, or lost where the lease is another worker''s by now or the job was cancelled.';

COMMENT ON FUNCTION "public"."submission_queue"(text, text, integer, text) IS 'For moderators: submissions of a status, and of a type where one is given, who waits longest first: {items: [{as submit_exercise() answers, user_id, similar: [{id, name}]}], next_cursor}. similar are global exercises that have its name or one of its other names already. p_limit: 1 to 50, 20 by default. Errors: 400 cursor_mismatch, 403 not_allowed.';

COMMENT ON FUNCTION "public"."submit_exercise"(uuid, text) IS 'Offers one of the caller''s own exercises to everybody, as it is now and under CC0-1.0: {submission: {id, type, exercise_id, plan_id, status, version, content, note, result_exercise_id, submitted_at, reviews: [{version, decision, reason, created_at}]}}. Again while it is open, it replaces what was offered, and waits for a moderator anew. Errors: 409 id_unusable, quota_exceeded; 422 invalid_field; 429 too_many_requests.';

COMMENT ON FUNCTION "public"."submit_plan"(uuid, text) IS 'Offers a public plan of the caller to everybody, as it is now and under CC0-1.0: {submission: as submit_exercise() answers it}, whose content is the plan as get_shared() shares it. Again while it is open, it replaces what was offered, and waits for a moderator anew; after an approval it asks for the published plan to be replaced, which keeps its id and likes. Errors: 409 id_unusable, not_public, quota_exceeded; 422 invalid_field; 429 too_many_requests.';

COMMENT ON FUNCTION "public"."sync_pull"(bigint, integer, jsonb, text) IS 'What changed of the caller''s own rows, and of the global catalogue, since a cursor, as WatermelonDB''s pullChanges() wants it: {changes: {<table>: {created, updated, deleted}}, timestamp, next_page, experimentalStrategy}. p_cursor is the last timestamp, null at first. A row may come twice, and none is missed. Pages hold 5000 rows: while next_page is not null, call again with the same arguments and p_page, and merge; the timestamp is the first page''s. p_migration as WatermelonDB gives it: tables that it names come whole. A cursor from before a restored backup, or older than the 400 days for which deletions are kept, gets everything, with experimentalStrategy replacement. Errors: 400 cursor_mismatch.';

COMMENT ON FUNCTION "public"."sync_push"(jsonb, bigint) IS 'Stores what changed on a device, as WatermelonDB''s pushChanges() has it: {<table>: {created, updated, deleted}}, in one transaction. Answers {experimentalRejectedIds: {<table>: [id]}, errors: [{table, id, code, text, path}]}: a row whose version is not the server''s, that was deleted, or that no check lets pass is refused, its new children with it, and all others are stored. The same push again changes nothing. Deleting what is not there is no error. p_cursor is the timestamp of the last pull. Codes of errors: stale_version, deleted, parent_rejected, and those of the tables. Errors of the whole: 409 stale_cursor (pull first); 422 invalid_field.';

COMMENT ON FUNCTION "public"."unpublish_plan"(uuid) IS 'Takes a plan of the caller''s out of the library, with its likes and counts. Their own plan, the copies of others and a submission that is still open stay. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "public"."update_enrollment"(uuid, jsonb) IS 'Changes what p_changes names of an enrollment of the caller: gym_id (null for the default gym) and start_weights (all of them). Answers it as enroll() does. Errors: 409 id_unusable; 422 invalid_field, unknown_field.';

COMMENT ON FUNCTION "public"."use_access_token"(text) IS 'For Edge Functions, with a secret key: whose access token it is and what it opens, {id, user_id, scopes}; null for one that never was, was revoked, or has expired.';

COMMENT ON FUNCTION "public"."withdraw_submission"(uuid) IS 'Takes back one of the caller''s submissions: {submission: as submit_exercise() answers it}. Errors: 409 id_unusable; 409 submission_closed where a moderator has decided already.';

COMMENT ON FUNCTION "public"."workout_calendar"(date, date) IS 'How many workouts the caller finished on which of their days, p_from ≤ day < p_to: {from, to, days: [{local_date, workouts}]}, days without any left out.';

COMMENT ON FUNCTION "public"."workout_events"(uuid, text, integer) IS 'For Edge Functions, with a secret key and the id of a user that was verified: the user''s workouts in the order in which they changed, {items: [{type: updated, id, workout: as log_workout() takes it} or {type: deleted, id}], next_cursor, has_more, is_replacement}. p_cursor is the last next_cursor, null at first. A workout may come twice, and no change is missed. With has_more there is more at once; without it, ask again later. is_replacement says that the items are of everything there is, as at first, and again after a restored backup or 400 days: what does not come then is no longer there. p_limit: 1 to 100, 50 by default. Errors: 400 cursor_mismatch.';

COMMENT ON FUNCTION "public"."workout_history"(date, date, uuid, text, integer, text) IS 'The caller''s workouts, newest first, the live one included: {items: [{…as log_workout() answers a workout, performed: [{exercise_id, name, sets}]}], next_cursor}. p_from ≤ day < p_to by local_date; p_exercise_id finds those with an exercise, whatever was merged into it; p_query those in which each word begins a word of the name, the notes, or an exercise''s name. p_limit: 1 to 100, 20 by default. Errors: 400 cursor_mismatch; 422 invalid_field.';

COMMENT ON POLICY "published_plans_select_viewer" ON "public"."published_plans" IS 'Templates, what is in the library, and one''s own whatever became of it; a block hides both from each other.';

COMMENT ON POLICY "submission_reviews_select_viewer" ON "public"."submission_reviews" IS 'Whoever may see the submission.';

COMMENT ON TABLE "private"."import_namespaces" IS 'One random uuid a user, made by private.import_namespace().';

COMMENT ON TABLE "private"."import_reports" IS 'Reports of imports at which is still being worked; of those that ended, jobs.result has it.';

COMMENT ON TABLE "private"."published_plan_documents" IS 'Search documents of published plans, kept by private.tg_index_published_plan().';

COMMENT ON TABLE "private"."quotas" IS 'Quantities that users may keep, by name. Loaded from sql/settings where a name is new; what an operator changed stays.';

COMMENT ON TABLE "private"."search_abbreviations" IS 'Abbreviations that search understands, in each language.';

COMMENT ON TABLE "private"."staged_workouts" IS 'Between the file, which a function reads, and the tables, into which the steps of the job write.';

COMMENT ON TABLE "private"."sync_state" IS 'One row, loaded from sql/settings. Raise generation after restoring a backup: transaction ids begin again there, and every client then pulls everything once.';

COMMENT ON TABLE "private"."tombstones" IS 'Deleted rows of users'' own tables, kept for 400 days. Written by private.tg_bury(); a row whose id exists again is not deleted, whatever stands here.';

COMMENT ON TABLE "private"."workout_changes" IS 'The marks by which workout_events() reads workouts in the order in which they changed. Written by private.tg_mark_workout() alone.';

COMMENT ON TABLE "public"."access_tokens" IS 'Tokens of users for other programs, written by create_access_token() and revoke_access_token(). Read columns by name: the digest is nobody''s. A token opens routes of functions that name a scope, and nothing of REST.';

COMMENT ON TABLE "public"."enrollment_pauses" IS 'Pauses of enrollments, written by pause_enrollment() and resume_enrollment(). At most one is open.';

COMMENT ON TABLE "public"."enrollments" IS 'Who follows which of their plans, and how. Written by enroll() and the RPCs beside it.';

COMMENT ON TABLE "public"."exercise_aliases" IS 'Other names of an exercise, seen by whoever sees the exercise; the owner of a custom one writes them.';

COMMENT ON TABLE "public"."exercise_equipment" IS 'Equipment of an exercise, seen by whoever sees the exercise; the owner of a custom one writes them.';

COMMENT ON TABLE "public"."exercise_media" IS 'Pictures and videos of an exercise, seen by whoever sees the exercise.';

COMMENT ON TABLE "public"."exercise_muscles" IS 'Muscles of an exercise, seen by whoever sees the exercise; the owner of a custom one writes them.';

COMMENT ON TABLE "public"."exercise_preferences" IS 'A user''s favourites and settings by exercise. Clients upsert them, without user_id. Errors: 409 id_unusable for an exercise that the caller does not see, 409 column_immutable.';

COMMENT ON TABLE "public"."exercise_translations" IS 'Exercises in other languages, seen by whoever sees the exercise. English is in exercises itself, and stands behind every language that has no row here.';

COMMENT ON TABLE "public"."exercises" IS 'The exercise catalogue: global rows, readable without an account, and users'' own, which save_exercise() or the table itself writes, and delete_exercise() removes. Errors: 409 column_immutable, kind_in_use, quota_exceeded.';

COMMENT ON TABLE "public"."gym_equipment" IS 'What a gym has to load with.';

COMMENT ON TABLE "public"."gyms" IS 'Gyms of users: at home, at work, on holiday.';

COMMENT ON TABLE "public"."jobs" IS 'Long work. Its owner reads it, in columns named one by one, and cancels it by cancel_job(); the RPC that asks for the work adds it. Finished jobs are kept for 30 days. Policies: see user_roles.';

COMMENT ON TABLE "public"."measurement_types" IS 'Kinds of measurements: those that everybody has, and users'' own. Deleting one''s own deletes what was measured of it. Errors: 409 column_immutable, quota_exceeded.';

COMMENT ON TABLE "public"."measurements" IS 'Measurements of users'' bodies, several a day where they were taken so. Their history is read from this table: by type_id, with measured_at and id as the keyset. Writing needs consent to health_data. Errors: 403 consent_required; 409 id_unusable, column_immutable, quota_exceeded; 422 invalid_field, field_not_allowed.';

COMMENT ON TABLE "public"."plan_days" IS 'Days of plans in order of week, weekday and position. A day without a routine is a rest day.';

COMMENT ON TABLE "public"."plan_likes" IS 'Likes of published plans. Everybody reads their own alone; how many a plan has is published_plans.like_count. A like is stored once however often it is sent: insert with on conflict do nothing.';

COMMENT ON TABLE "public"."plan_uses" IS 'Copies and completions of published plans, once a user. Written when a copy is made, and when an enrollment in one is completed; everybody reads their own alone.';

COMMENT ON TABLE "public"."plans" IS 'Programmes of weeks and days. Filter by user_id: under RLS alone, every plan that the caller may see is a candidate.';

COMMENT ON TABLE "public"."progress_photos" IS 'Photos of users'' progress, for their owners alone. The media function keeps the picture and answers the path; the client adds the row within a day. Once the row is deleted, the nightly job removes the files. Writing needs consent to health_data. Errors: 403 consent_required; 409 id_unusable, column_immutable, quota_exceeded.';

COMMENT ON TABLE "public"."published_plans" IS 'Plans for everybody to copy with copy_plan(), as they were when they were published. What is not in document repeats it, for lists and filters.';

COMMENT ON TABLE "public"."routine_exercises" IS 'Exercises of routines, in order; the same exercise may appear twice.';

COMMENT ON TABLE "public"."routine_folders" IS 'Folders of routines. Deleting one keeps its routines, without a folder.';

COMMENT ON TABLE "public"."routine_sets" IS 'Targets of the sets of routines.';

COMMENT ON TABLE "public"."routines" IS 'Reusable templates of one training day. Filter by user_id: under RLS alone, every routine that the caller may see is a candidate.';

COMMENT ON TABLE "public"."share_links" IS 'Links to routines and plans, written by create_share_link() and revoke_share_link(). Nobody but the owner sees them; get_shared() and copy_shared() look one up by its token.';

COMMENT ON TABLE "public"."submission_reviews" IS 'Decisions about submissions, oldest first by id. Whoever sees the submission reads them, in columns named one by one: who decided is in the audit ledger.';

COMMENT ON TABLE "public"."submissions" IS 'What users offer to the community, and what became of it. Its author and moderators read it; submit_exercise(), submit_plan(), withdraw_submission() and review_submission() write it.';

COMMENT ON TYPE "private"."field_rule" IS 'A rule of private.check_document(): level names the kind of object that has the field; minimum and maximum bound a number, the length of a text, of an array, or of an object written as text; choices of a form are its regular expression and an example; element_level names the level of an array''s or object''s content.';

COMMENT ON TYPE "private"."job_step" IS 'Answer of private.step_<type>(public.jobs): whether that was the last step, the progress (0 to 100), where the next step goes on, and of the last step the report.';

COMMENT ON TYPE "private"."progression_state" IS 'sessions: that counted. amount: the load, training max, repetitions or seconds due next, exactly. successes: since it last changed. failures: in a row. turn, cycle: which wave is next, both from 0. code: what the latest session made of it, a code of Reason in types/contracts/prescription.ts, null before the first. previous: the amount before that. positions, reps: which set had how many repetitions in the latest session, where the load stays.';

COMMENT ON TYPE "private"."search_query" IS 'What a search asks of the documents in a locale. words: what a document has, null where no word was typed; whole_words: what the words mean, as words that are complete; labels: the whole query as a name; ranked: words as they were begun, and labels, which say how much of them a document has; tags that filters ask for, the equipment that one has, and primary muscles that rank up, each null where no filter asks; front: prominent exercises, and those of that very name; breadth: how many global exercises have the words at most, and where is_one_word, about that many.';

COMMENT ON TYPE "private"."session_result" IS 'is_deload: it was planned light. is_met: every set that decides reached what it aimed at, load aside. is_at_ceiling: every set reached its highest repetitions. is_excused: it met targets of its own. amount: the load (or repetitions, or seconds) that all its sets had, put back to the exercise''s: weight over share, the least of them, of assistance the most. weights_kg, shares: of each set that decides. positions, reps: which set of the routine had how many repetitions.';

REVOKE ALL ON FUNCTION "private"."access_token_hash"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."access_token_hash"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."access_token_hash"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."access_token_hash"(text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."act_for"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."act_for"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."act_for"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."act_for"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."acute_chronic_ratio"(text, numeric[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."acute_chronic_ratio"(text, numeric[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."acute_chronic_ratio"(text, numeric[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."acute_chronic_ratio"(text, numeric[]) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."acute_chronic_ratio"(text, numeric[]) TO "service_role";

REVOKE ALL ON FUNCTION "private"."add_access_token"(uuid, text, text[], integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."add_access_token"(uuid, text, text[], integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."add_access_token"(uuid, text, text[], integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."add_access_token"(uuid, text, text[], integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."add_enrollment"(uuid, uuid, date, text, uuid, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."add_enrollment"(uuid, uuid, date, text, uuid, jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."add_enrollment"(uuid, uuid, date, text, uuid, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."add_enrollment"(uuid, uuid, date, text, uuid, jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."add_share_link"(uuid, uuid, uuid, integer, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."add_share_link"(uuid, uuid, uuid, integer, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."add_share_link"(uuid, uuid, uuid, integer, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."add_share_link"(uuid, uuid, uuid, integer, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."answer_problem"(text, text, text, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."answer_problem"(text, text, text, text, text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."answer_problem"(text, text, text, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."answer_problem"(text, text, text, text, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."answer_problem"(text, text, text, text, text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."at_most"(numeric, numeric) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."at_most"(numeric, numeric) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."at_most"(numeric, numeric) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."at_most"(numeric, numeric) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."at_most"(numeric, numeric) TO "service_role";

REVOKE ALL ON FUNCTION "private"."best_performance"(uuid[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."best_performance"(uuid[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."best_performance"(uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."best_performance"(uuid[]) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."best_performance"(uuid[]) TO "service_role";

REVOKE ALL ON FUNCTION "private"."browse_exercises"(private.search_query[], text, date, jsonb, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."browse_exercises"(private.search_query[], text, date, jsonb, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."browse_exercises"(private.search_query[], text, date, jsonb, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."calendar_sessions"(uuid, date, date) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."calendar_sessions"(uuid, date, date) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."calendar_sessions"(uuid, date, date) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."calendar_sessions"(uuid, date, date) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."calendar_sessions"(uuid, date, date) TO "service_role";

REVOKE ALL ON FUNCTION "private"."call_function"(text, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."call_function"(text, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."call_function"(text, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."caller_exercises"(text, date) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."caller_exercises"(text, date) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."caller_exercises"(text, date) TO "postgres";

REVOKE ALL ON FUNCTION "private"."catalog_locale"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."catalog_locale"(text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."catalog_locale"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."catalog_locale"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."catalog_locale"(text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."change_enrollment"(uuid, uuid, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."change_enrollment"(uuid, uuid, jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."change_enrollment"(uuid, uuid, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."change_enrollment"(uuid, uuid, jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."change_mark"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."change_mark"() TO "authenticated";

REVOKE ALL ON FUNCTION "private"."change_mark"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."change_mark"() TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."change_mark"() TO "service_role";

REVOKE ALL ON FUNCTION "private"."changed_workouts"(uuid, bigint, bigint, uuid, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."changed_workouts"(uuid, bigint, bigint, uuid, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."changed_workouts"(uuid, bigint, bigint, uuid, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."changed_workouts"(uuid, bigint, bigint, uuid, integer) TO "service_role";

REVOKE ALL ON FUNCTION "private"."check_decision"(text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."check_decision"(text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_decision"(text, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."check_document"(text, jsonb, private.field_rule[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."check_document"(text, jsonb, private.field_rule[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."check_document"(text, jsonb, private.field_rule[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_document"(text, jsonb, private.field_rule[]) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_document"(text, jsonb, private.field_rule[]) TO "service_role";

REVOKE ALL ON FUNCTION "private"."check_exercise"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."check_exercise"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."check_exercise"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_exercise"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_exercise"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."check_gym"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."check_gym"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."check_gym"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_gym"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_gym"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."check_measurements"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."check_measurements"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."check_measurements"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_measurements"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_measurements"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."check_merge"(public.exercises, public.exercises) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."check_merge"(public.exercises, public.exercises) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_merge"(public.exercises, public.exercises) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_merge"(public.exercises, public.exercises) TO "service_role";

REVOKE ALL ON FUNCTION "private"."check_plan"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."check_plan"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."check_plan"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_plan"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_plan"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."check_routine"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."check_routine"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."check_routine"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_routine"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_routine"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."check_sync_changes"(jsonb, bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."check_sync_changes"(jsonb, bigint) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."check_sync_changes"(jsonb, bigint) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_sync_changes"(jsonb, bigint) TO "postgres";

REVOKE ALL ON FUNCTION "private"."close_enrollment"(uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."close_enrollment"(uuid, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."close_enrollment"(uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."close_enrollment"(uuid, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."copy_by_link"(text, uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."copy_by_link"(text, uuid, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."copy_by_link"(text, uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."copy_by_link"(text, uuid, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."copy_visible_plan"(uuid, uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."copy_visible_plan"(uuid, uuid, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."copy_visible_plan"(uuid, uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."copy_visible_plan"(uuid, uuid, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."count_search_words"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."count_search_words"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."count_search_words"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."create_plan_from_document"(jsonb, uuid, text, uuid, uuid, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."create_plan_from_document"(jsonb, uuid, text, uuid, uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."create_plan_from_document"(jsonb, uuid, text, uuid, uuid, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."create_routine_from_document"(jsonb, uuid, text, uuid, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."create_routine_from_document"(jsonb, uuid, text, uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."create_routine_from_document"(jsonb, uuid, text, uuid, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."create_routines_from_document"(jsonb, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."create_routines_from_document"(jsonb, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."create_routines_from_document"(jsonb, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."csv_text"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."csv_text"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."csv_text"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."csv_text"(text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."delete_sync_rows"(text, text, uuid[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."delete_sync_rows"(text, text, uuid[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."delete_sync_rows"(text, text, uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."delete_sync_rows"(text, text, uuid[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."deload_workouts"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."deload_workouts"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."deload_workouts"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."deload_workouts"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."deload_workouts"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."deloaded_amount"(jsonb, numeric, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."deloaded_amount"(jsonb, numeric, boolean) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."deloaded_amount"(jsonb, numeric, boolean) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."deloaded_amount"(jsonb, numeric, boolean) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."deloaded_amount"(jsonb, numeric, boolean) TO "service_role";

REVOKE ALL ON FUNCTION "private"."derived_id"(uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."derived_id"(uuid, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."derived_id"(uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."derived_id"(uuid, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."derived_id"(uuid, text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."document_problem"(text, jsonb, private.field_rule[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."document_problem"(text, jsonb, private.field_rule[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."document_problem"(text, jsonb, private.field_rule[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."document_problem"(text, jsonb, private.field_rule[]) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."document_problem"(text, jsonb, private.field_rule[]) TO "service_role";

REVOKE ALL ON FUNCTION "private"."dots"(text, numeric, numeric) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."dots"(text, numeric, numeric) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."dots"(text, numeric, numeric) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."dots"(text, numeric, numeric) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."dots"(text, numeric, numeric) TO "service_role";

REVOKE ALL ON FUNCTION "private"."due_prescription"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."due_prescription"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."due_prescription"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."due_prescription"(uuid, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."effective_load_kg"(text, numeric, numeric, numeric) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."effective_load_kg"(text, numeric, numeric, numeric) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."effective_load_kg"(text, numeric, numeric, numeric) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."effective_load_kg"(text, numeric, numeric, numeric) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."effective_load_kg"(text, numeric, numeric, numeric) TO "service_role";

REVOKE ALL ON FUNCTION "private"."end_access_token"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."end_access_token"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."end_access_token"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."end_access_token"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."end_job"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."end_job"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."end_job"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."end_job"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."end_pause"(uuid, date) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."end_pause"(uuid, date) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."end_pause"(uuid, date) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."end_pause"(uuid, date) TO "postgres";

REVOKE ALL ON FUNCTION "private"."end_share_link"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."end_share_link"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."end_share_link"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."end_share_link"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."end_submission"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."end_submission"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."end_submission"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."end_submission"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."enqueue_job"(uuid, text, jsonb, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."enqueue_job"(uuid, text, jsonb, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."enqueue_job"(uuid, text, jsonb, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."enqueue_job"(uuid, text, jsonb, text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."enrollment_days"(uuid, date, date, date) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."enrollment_days"(uuid, date, date, date) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."enrollment_days"(uuid, date, date, date) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."enrollment_days"(uuid, date, date, date) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."enrollment_days"(uuid, date, date, date) TO "service_role";

REVOKE ALL ON FUNCTION "private"."enrollment_document"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."enrollment_document"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."enrollment_document"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."enrollment_document"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."enrollment_document"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."ensure_secret"(text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."ensure_secret"(text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."ensure_secret"(text, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."estimated_set_max"(text, numeric, integer, numeric) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."estimated_set_max"(text, numeric, integer, numeric) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."estimated_set_max"(text, numeric, integer, numeric) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."estimated_set_max"(text, numeric, integer, numeric) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."estimated_set_max"(text, numeric, integer, numeric) TO "service_role";

REVOKE ALL ON FUNCTION "private"."ewma"(numeric[], integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."ewma"(numeric[], integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."ewma"(numeric[], integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."ewma"(numeric[], integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."ewma"(numeric[], integer) TO "service_role";

REVOKE ALL ON FUNCTION "private"."ewma_lambda"(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."ewma_lambda"(integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."ewma_lambda"(integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."ewma_lambda"(integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."ewma_lambda"(integer) TO "service_role";

REVOKE ALL ON FUNCTION "private"."exercise_document"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."exercise_document"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."exercise_document"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."exercise_document"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."exercise_document"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."exercise_facets"(jsonb, date) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."exercise_facets"(jsonb, date) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."exercise_facets"(jsonb, date) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."exercise_facets"(jsonb, date) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."exercise_facets"(jsonb, date) TO "service_role";

REVOKE ALL ON FUNCTION "private"."exercise_field_rules"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."exercise_field_rules"() TO "authenticated";

REVOKE ALL ON FUNCTION "private"."exercise_field_rules"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."exercise_field_rules"() TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."exercise_field_rules"() TO "service_role";

REVOKE ALL ON FUNCTION "private"."exercise_record"(public.exercises) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."exercise_record"(public.exercises) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."exercise_record"(public.exercises) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."exercise_record"(public.exercises) TO "service_role";

REVOKE ALL ON FUNCTION "private"."exercise_tags"(text, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."exercise_tags"(text, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."exercise_tags"(text, jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."exercise_workouts"(uuid[], jsonb, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."exercise_workouts"(uuid[], jsonb, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."exercise_workouts"(uuid[], jsonb, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."exercise_workouts"(uuid[], jsonb, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."exercise_workouts"(uuid[], jsonb, integer) TO "service_role";

REVOKE ALL ON FUNCTION "private"."exercises_by_name"(text, tsquery, text[], text, uuid, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."exercises_by_name"(text, tsquery, text[], text, uuid, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."exercises_by_name"(text, tsquery, text[], text, uuid, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."exercises_named"(text[], uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."exercises_named"(text[], uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."exercises_named"(text[], uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."exercises_named"(text[], uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."export_sections"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."export_sections"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."export_sections"() TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."export_sections"() TO "service_role";

REVOKE ALL ON FUNCTION "private"."fewest_plates"(bigint[], integer[], bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."fewest_plates"(bigint[], integer[], bigint) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."fewest_plates"(bigint[], integer[], bigint) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."fewest_plates"(bigint[], integer[], bigint) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."fewest_plates"(bigint[], integer[], bigint) TO "service_role";

REVOKE ALL ON FUNCTION "private"."field_problem"(jsonb, private.field_rule) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."field_problem"(jsonb, private.field_rule) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."field_problem"(jsonb, private.field_rule) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."field_problem"(jsonb, private.field_rule) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."field_problem"(jsonb, private.field_rule) TO "service_role";

REVOKE ALL ON FUNCTION "private"."figure_of"(jsonb, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."figure_of"(jsonb, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."figure_of"(jsonb, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."figure_of"(jsonb, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."figure_of"(jsonb, text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."fold_progression"(jsonb, numeric, private.session_result[], numeric[], boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."fold_progression"(jsonb, numeric, private.session_result[], numeric[], boolean) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."fold_progression"(jsonb, numeric, private.session_result[], numeric[], boolean) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."fold_progression"(jsonb, numeric, private.session_result[], numeric[], boolean) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."fold_progression"(jsonb, numeric, private.session_result[], numeric[], boolean) TO "service_role";

REVOKE ALL ON FUNCTION "private"."fold_text"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."fold_text"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."fold_text"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."fold_text"(text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."forget_tombstones"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."forget_tombstones"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."forget_tombstones"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."global_measurement_type_id"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."global_measurement_type_id"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."global_measurement_type_id"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."global_measurement_type_id"(text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."gym_document"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."gym_document"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."gym_document"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."gym_document"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."gym_document"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."gym_field_rules"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."gym_field_rules"() TO "authenticated";

REVOKE ALL ON FUNCTION "private"."gym_field_rules"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."gym_field_rules"() TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."gym_field_rules"() TO "service_role";

REVOKE ALL ON FUNCTION "private"."gym_loads"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."gym_loads"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."gym_loads"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."gym_loads"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."gym_loads"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."gym_plates"(uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."gym_plates"(uuid, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."gym_plates"(uuid, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."gym_plates"(uuid, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."gym_plates"(uuid, integer) TO "service_role";

REVOKE ALL ON FUNCTION "private"."import_namespace"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."import_namespace"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."import_namespace"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."import_namespace"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."import_workout"(uuid, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."import_workout"(uuid, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."import_workout"(uuid, jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."import_workout"(uuid, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."imported_exercise_id"(uuid, text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."imported_exercise_id"(uuid, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."imported_exercise_id"(uuid, text, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."imported_exercise_id"(uuid, text, text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."inol"(integer, numeric) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."inol"(integer, numeric) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."inol"(integer, numeric) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."inol"(integer, numeric) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."inol"(integer, numeric) TO "service_role";

REVOKE ALL ON FUNCTION "private"."ipf_gl"(text, text, text, numeric, numeric) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."ipf_gl"(text, text, text, numeric, numeric) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."ipf_gl"(text, text, text, numeric, numeric) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."ipf_gl"(text, text, text, numeric, numeric) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."ipf_gl"(text, text, text, numeric, numeric) TO "service_role";

REVOKE ALL ON FUNCTION "private"."is_deleted"(text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."is_deleted"(text, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."is_deleted"(text, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_deleted"(text, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_deleted"(text, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."is_loaded_as_due"(numeric, private.session_result, numeric[], boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."is_loaded_as_due"(numeric, private.session_result, numeric[], boolean) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."is_loaded_as_due"(numeric, private.session_result, numeric[], boolean) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_loaded_as_due"(numeric, private.session_result, numeric[], boolean) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_loaded_as_due"(numeric, private.session_result, numeric[], boolean) TO "service_role";

REVOKE ALL ON FUNCTION "private"."is_progression"(jsonb, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."is_progression"(jsonb, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."is_progression"(jsonb, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_progression"(jsonb, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_progression"(jsonb, text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."is_sync_cursor"(bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."is_sync_cursor"(bigint) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."is_sync_cursor"(bigint) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_sync_cursor"(bigint) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_sync_cursor"(bigint) TO "service_role";

REVOKE ALL ON FUNCTION "private"."is_warmup_ramp"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."is_warmup_ramp"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."is_warmup_ramp"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_warmup_ramp"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_warmup_ramp"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."judge_submission"(uuid, integer, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."judge_submission"(uuid, integer, text, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."judge_submission"(uuid, integer, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."judge_submission"(uuid, integer, text, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."kind_fits"(text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."kind_fits"(text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."kind_fits"(text, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."kind_fits"(text, text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."label_of"(text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."label_of"(text[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."label_of"(text[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."label_weight"(numeric, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."label_weight"(numeric, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."label_weight"(numeric, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."label_weight"(numeric, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."label_weight"(numeric, text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."latest_one_rep_max"(uuid, timestamp WITH time zone, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."latest_one_rep_max"(uuid, timestamp WITH time zone, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."latest_one_rep_max"(uuid, timestamp WITH time zone, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."latest_one_rep_max"(uuid, timestamp WITH time zone, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."latest_one_rep_max"(uuid, timestamp WITH time zone, integer) TO "service_role";

REVOKE ALL ON FUNCTION "private"."letters_of"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."letters_of"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."letters_of"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."load_abbreviations"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."load_abbreviations"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."load_abbreviations"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."load_measurement_types"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."load_measurement_types"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."load_measurement_types"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."load_plan_templates"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."load_plan_templates"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."load_plan_templates"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."load_quotas"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."load_quotas"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."load_quotas"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."load_translations"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."load_translations"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."load_translations"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."loadable_weights"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."loadable_weights"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."loadable_weights"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."loadable_weights"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."loadable_weights"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."lock_user_data"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."lock_user_data"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."lock_user_data"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."lock_user_data"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."lock_user_data"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."match_exercises"(jsonb, date, jsonb, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."match_exercises"(jsonb, date, jsonb, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."match_exercises"(jsonb, date, jsonb, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."match_exercises"(jsonb, date, jsonb, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."match_exercises"(jsonb, date, jsonb, integer) TO "service_role";

REVOKE ALL ON FUNCTION "private"."match_published_plans"(text, text[], text[], text[], text[], integer, integer, integer, text, jsonb, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."match_published_plans"(text, text[], text[], text[], text[], integer, integer, integer, text, jsonb, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."match_published_plans"(text, text[], text[], text[], text[], integer, integer, integer, text, jsonb, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."match_published_plans"(text, text[], text[], text[], text[], integer, integer, integer, text, jsonb, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."measurement_field_rules"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."measurement_field_rules"() TO "authenticated";

REVOKE ALL ON FUNCTION "private"."measurement_field_rules"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."measurement_field_rules"() TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."measurement_field_rules"() TO "service_role";

REVOKE ALL ON FUNCTION "private"."measurement_line"(public.measurements) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."measurement_line"(public.measurements) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."measurement_line"(public.measurements) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."measurement_line"(public.measurements) TO "service_role";

REVOKE ALL ON FUNCTION "private"."measurement_problem"(public.measurement_types, text, numeric) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."measurement_problem"(public.measurement_types, text, numeric) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."measurement_problem"(public.measurement_types, text, numeric) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."measurement_problem"(public.measurement_types, text, numeric) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."measurement_problem"(public.measurement_types, text, numeric) TO "service_role";

REVOKE ALL ON FUNCTION "private"."merged_exercise_ids"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."merged_exercise_ids"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."merged_exercise_ids"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."merged_exercise_ids"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."merged_exercise_ids"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."move_behind_pauses"(date, date, date[], date[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."move_behind_pauses"(date, date, date[], date[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."move_behind_pauses"(date, date, date[], date[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."move_behind_pauses"(date, date, date[], date[]) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."move_behind_pauses"(date, date, date[], date[]) TO "service_role";

REVOKE ALL ON FUNCTION "private"."move_exercise_uses"(uuid, uuid, uuid, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."move_exercise_uses"(uuid, uuid, uuid, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."move_exercise_uses"(uuid, uuid, uuid, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."move_exercise_uses"(uuid, uuid, uuid, integer) TO "service_role";

REVOKE ALL ON FUNCTION "private"."nearest_words"(text, text, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."nearest_words"(text, text, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."nearest_words"(text, text, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."next_session"(uuid, date) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."next_session"(uuid, date) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."next_session"(uuid, date) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."next_session"(uuid, date) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."next_session"(uuid, date) TO "service_role";

REVOKE ALL ON FUNCTION "private"."next_user_of_exercise"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."next_user_of_exercise"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."next_user_of_exercise"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."next_user_of_exercise"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."normalized_exercise"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."normalized_exercise"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."normalized_exercise"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."normalized_exercise"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."normalized_exercise"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."one_rep_max"(text, numeric, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."one_rep_max"(text, numeric, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."one_rep_max"(text, numeric, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."one_rep_max"(text, numeric, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."one_rep_max"(text, numeric, integer) TO "service_role";

REVOKE ALL ON FUNCTION "private"."one_rep_max_confidence"(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."one_rep_max_confidence"(integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."one_rep_max_confidence"(integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."one_rep_max_confidence"(integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."one_rep_max_confidence"(integer) TO "service_role";

REVOKE ALL ON FUNCTION "private"."one_rep_max_factor"(text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."one_rep_max_factor"(text, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."one_rep_max_factor"(text, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."one_rep_max_factor"(text, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."one_rep_max_factor"(text, integer) TO "service_role";

REVOKE ALL ON FUNCTION "private"."open_share_link"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."open_share_link"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."open_share_link"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."open_submission"(text, uuid, uuid, jsonb, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."open_submission"(text, uuid, uuid, jsonb, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."open_submission"(text, uuid, uuid, jsonb, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."own_enrollment"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."own_enrollment"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."own_enrollment"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."own_today"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."own_today"() TO "authenticated";

REVOKE ALL ON FUNCTION "private"."own_today"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."own_today"() TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."own_today"() TO "service_role";

REVOKE ALL ON FUNCTION "private"."own_workout"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."own_workout"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."own_workout"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."own_workout"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."performed_counts"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."performed_counts"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."performed_counts"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."performed_counts"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."performed_counts"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."performed_exercises"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."performed_exercises"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."performed_exercises"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."performed_exercises"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."performed_exercises"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."performed_sets"(uuid, uuid[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."performed_sets"(uuid, uuid[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."performed_sets"(uuid, uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."performed_sets"(uuid, uuid[]) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."performed_sets"(uuid, uuid[]) TO "service_role";

REVOKE ALL ON FUNCTION "private"."plan_document"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."plan_document"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."plan_document"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."plan_document"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."plan_document"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."plan_facts"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."plan_facts"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."plan_facts"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."plan_facts"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."plan_facts"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."plan_field_rules"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."plan_field_rules"() TO "authenticated";

REVOKE ALL ON FUNCTION "private"."plan_field_rules"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."plan_field_rules"() TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."plan_field_rules"() TO "service_role";

REVOKE ALL ON FUNCTION "private"."planned_exercises"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."planned_exercises"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."planned_exercises"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."planned_exercises"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."planned_exercises"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."planned_sets"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."planned_sets"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."planned_sets"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."planned_sets"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."planned_sets"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."prefilled_exercises"(uuid, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."prefilled_exercises"(uuid, jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."prefilled_exercises"(uuid, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."prefilled_exercises"(uuid, jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."prescription"(uuid, uuid, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."prescription"(uuid, uuid, boolean) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."prescription"(uuid, uuid, boolean) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."prescription"(uuid, uuid, boolean) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."prescription"(uuid, uuid, boolean) TO "service_role";

REVOKE ALL ON FUNCTION "private"."progression_field_rules"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."progression_field_rules"() TO "authenticated";

REVOKE ALL ON FUNCTION "private"."progression_field_rules"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."progression_field_rules"() TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."progression_field_rules"() TO "service_role";

REVOKE ALL ON FUNCTION "private"."progression_problem"(jsonb, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."progression_problem"(jsonb, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."progression_problem"(jsonb, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."progression_problem"(jsonb, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."progression_problem"(jsonb, text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."progression_reason"(text, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."progression_reason"(text, jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."progression_reason"(text, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."progression_reason"(text, jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."progression_reason"(text, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."progression_results"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."progression_results"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."progression_results"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."progression_results"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."progression_results"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."publish_exercise"(public.submissions) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."publish_exercise"(public.submissions) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."publish_exercise"(public.submissions) TO "postgres";

REVOKE ALL ON FUNCTION "private"."publish_plan"(public.submissions) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."publish_plan"(public.submissions) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."publish_plan"(public.submissions) TO "postgres";

REVOKE ALL ON FUNCTION "private"."published_plan_items"(uuid[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."published_plan_items"(uuid[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."published_plan_items"(uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."published_plan_items"(uuid[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."pushed_records"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."pushed_records"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."pushed_records"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."pushed_records"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."query_locale"(text[], text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."query_locale"(text[], text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."query_locale"(text[], text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."raise_problem"(text, text, text, text, text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."raise_problem"(text, text, text, text, text, integer) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."raise_problem"(text, text, text, text, text, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."raise_problem"(text, text, text, text, text, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."raise_problem"(text, text, text, text, text, integer) TO "service_role";

REVOKE ALL ON FUNCTION "private"."raise_stale_version"(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."raise_stale_version"(integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."raise_stale_version"(integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."raise_stale_version"(integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."raise_stale_version"(integer) TO "service_role";

REVOKE ALL ON FUNCTION "private"."raise_submission_closed"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."raise_submission_closed"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."raise_submission_closed"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."raised_amount"(numeric, numeric, numeric, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."raised_amount"(numeric, numeric, numeric, boolean) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."raised_amount"(numeric, numeric, numeric, boolean) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."raised_amount"(numeric, numeric, numeric, boolean) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."raised_amount"(numeric, numeric, numeric, boolean) TO "service_role";

REVOKE ALL ON FUNCTION "private"."rank_exercises"(private.search_query[], text, date, text, jsonb, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."rank_exercises"(private.search_query[], text, date, text, jsonb, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."rank_exercises"(private.search_query[], text, date, text, jsonb, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."reachable_sums"(bigint[], integer[], bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."reachable_sums"(bigint[], integer[], bigint) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."reachable_sums"(bigint[], integer[], bigint) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."reachable_sums"(bigint[], integer[], bigint) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."reachable_sums"(bigint[], integer[], bigint) TO "service_role";

REVOKE ALL ON FUNCTION "private"."reaches"(numeric, numeric, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."reaches"(numeric, numeric, boolean) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."reaches"(numeric, numeric, boolean) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."reaches"(numeric, numeric, boolean) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."reaches"(numeric, numeric, boolean) TO "service_role";

REVOKE ALL ON FUNCTION "private"."read_gym"(jsonb, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."read_gym"(jsonb, boolean) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."read_gym"(jsonb, boolean) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."read_gym"(jsonb, boolean) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."read_gym"(jsonb, boolean) TO "service_role";

REVOKE ALL ON FUNCTION "private"."read_plan"(jsonb, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."read_plan"(jsonb, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."read_plan"(jsonb, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."read_plan"(jsonb, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."read_plan"(jsonb, text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."read_query"(text, text, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."read_query"(text, text, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."read_query"(text, text, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."read_routine"(jsonb, integer, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."read_routine"(jsonb, integer, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."read_routine"(jsonb, integer, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."read_routine"(jsonb, integer, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."read_routine"(jsonb, integer, text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."read_shared"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."read_shared"(text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."read_shared"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."read_shared"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."refuse_beyond_rate_limit"(text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."refuse_beyond_rate_limit"(text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."refuse_beyond_rate_limit"(text, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."replace_exercise"(uuid, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."replace_exercise"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."replace_exercise"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."replace_exercise"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."require_public_plan"(uuid, uuid, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."require_public_plan"(uuid, uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."require_public_plan"(uuid, uuid, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."retire_exercise"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."retire_exercise"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."retire_exercise"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."retire_exercise"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."round_load"(numeric, numeric[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."round_load"(numeric, numeric[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."round_load"(numeric, numeric[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."round_load"(numeric, numeric[]) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."round_load"(numeric, numeric[]) TO "service_role";

REVOKE ALL ON FUNCTION "private"."routine_document"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."routine_document"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."routine_document"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."routine_document"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."routine_document"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."routine_field_rules"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."routine_field_rules"() TO "authenticated";

REVOKE ALL ON FUNCTION "private"."routine_field_rules"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."routine_field_rules"() TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."routine_field_rules"() TO "service_role";

REVOKE ALL ON FUNCTION "private"."rpe_percent"(integer, numeric) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."rpe_percent"(integer, numeric) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."rpe_percent"(integer, numeric) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."rpe_percent"(integer, numeric) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."rpe_percent"(integer, numeric) TO "service_role";

REVOKE ALL ON FUNCTION "private"."search_queries"(jsonb, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."search_queries"(jsonb, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."search_queries"(jsonb, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."search_rank"(tsvector, tsquery, tsquery, tsquery, tsquery, integer, boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."search_rank"(tsvector, tsquery, tsquery, tsquery, tsquery, integer, boolean) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."search_rank"(tsvector, tsquery, tsquery, tsquery, tsquery, integer, boolean) TO "postgres";

REVOKE ALL ON FUNCTION "private"."sent_sets"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."sent_sets"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."sent_sets"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."sent_sets"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."sent_sets"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."sequence_sessions"(uuid, date, date, date) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."sequence_sessions"(uuid, date, date, date) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."sequence_sessions"(uuid, date, date, date) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."sequence_sessions"(uuid, date, date, date) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."sequence_sessions"(uuid, date, date, date) TO "service_role";

REVOKE ALL ON FUNCTION "private"."session_load"(numeric, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."session_load"(numeric, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."session_load"(numeric, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."session_load"(numeric, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."session_load"(numeric, integer) TO "service_role";

REVOKE ALL ON FUNCTION "private"."set_documents"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."set_documents"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."set_documents"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."set_documents"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."set_documents"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."set_lane"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."set_lane"(text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."set_lane"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."set_lane"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."set_lane"(text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."share_not_found"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."share_not_found"() TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."share_not_found"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."share_not_found"() TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."share_not_found"() TO "service_role";

REVOKE ALL ON FUNCTION "private"."share_token"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."share_token"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."share_token"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."share_token_hash"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."share_token_hash"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."share_token_hash"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."shared_plan_document"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."shared_plan_document"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."shared_plan_document"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."shared_plan_document"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."shared_plan_document"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."shared_routine_document"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."shared_routine_document"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."shared_routine_document"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."shared_routine_document"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."shared_routine_document"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."shared_routines"(uuid[], uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."shared_routines"(uuid[], uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."shared_routines"(uuid[], uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."shared_routines"(uuid[], uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."shared_routines"(uuid[], uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."side_sums"(uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."side_sums"(uuid, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."side_sums"(uuid, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."side_sums"(uuid, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."side_sums"(uuid, integer) TO "service_role";

REVOKE ALL ON FUNCTION "private"."similar_exercises"(text[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."similar_exercises"(text[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."similar_exercises"(text[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."similar_exercises"(text[]) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."similar_exercises"(text[]) TO "service_role";

REVOKE ALL ON FUNCTION "private"."split_word"(text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."split_word"(text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."split_word"(text, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."start_merge"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."start_merge"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."start_merge"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."start_merge"(uuid, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."start_pause"(uuid, date) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."start_pause"(uuid, date) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."start_pause"(uuid, date) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."start_pause"(uuid, date) TO "postgres";

REVOKE ALL ON FUNCTION "private"."start_weights_problem"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."start_weights_problem"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."start_weights_problem"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."start_weights_problem"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."start_weights_problem"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."step_export"(public.jobs) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."step_export"(public.jobs) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."step_export"(public.jobs) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."step_export"(public.jobs) TO "service_role";

REVOKE ALL ON FUNCTION "private"."step_import"(public.jobs) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."step_import"(public.jobs) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."step_import"(public.jobs) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."step_import"(public.jobs) TO "service_role";

REVOKE ALL ON FUNCTION "private"."step_merge_exercises"(public.jobs) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."step_merge_exercises"(public.jobs) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."step_merge_exercises"(public.jobs) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."step_merge_exercises"(public.jobs) TO "service_role";

REVOKE ALL ON FUNCTION "private"."store_exercise_documents"(uuid[], text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."store_exercise_documents"(uuid[], text[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."store_exercise_documents"(uuid[], text[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."store_workout_exercises"(uuid, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."store_workout_exercises"(uuid, jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."store_workout_exercises"(uuid, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."store_workout_exercises"(uuid, jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."store_workout_exercises"(uuid, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."submission_document"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."submission_document"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."submission_document"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."submission_document"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."submission_document"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."submit_own_exercise"(uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."submit_own_exercise"(uuid, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."submit_own_exercise"(uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."submit_own_exercise"(uuid, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."submit_own_plan"(uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."submit_own_plan"(uuid, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."submit_own_plan"(uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."submit_own_plan"(uuid, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."suggested_exercises"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."suggested_exercises"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."suggested_exercises"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."suggested_exercises"(text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."sync_columns"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."sync_columns"(text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."sync_columns"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."sync_columns"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."sync_columns"(text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."sync_conflicts"(text, text, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."sync_conflicts"(text, text, jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."sync_conflicts"(text, text, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."sync_conflicts"(text, text, jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."sync_deletions"(text, text, bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."sync_deletions"(text, text, bigint) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."sync_deletions"(text, text, bigint) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."sync_deletions"(text, text, bigint) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."sync_deletions"(text, text, bigint) TO "service_role";

REVOKE ALL ON FUNCTION "private"."sync_exercise_parts"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."sync_exercise_parts"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."sync_exercise_parts"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."sync_exercise_parts"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."sync_exercise_parts"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."sync_horizon"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."sync_horizon"() TO "authenticated";

REVOKE ALL ON FUNCTION "private"."sync_horizon"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."sync_horizon"() TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."sync_horizon"() TO "service_role";

REVOKE ALL ON FUNCTION "private"."sync_problem"(text, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."sync_problem"(text, text, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."sync_problem"(text, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."sync_problem"(text, text, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."sync_record"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."sync_record"(text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."sync_record"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."sync_record"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."sync_record"(text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."sync_relations"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."sync_relations"() TO "authenticated";

REVOKE ALL ON FUNCTION "private"."sync_relations"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."sync_relations"() TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."sync_relations"() TO "service_role";

REVOKE ALL ON FUNCTION "private"."take_down_plan"(uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."take_down_plan"(uuid, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."take_down_plan"(uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."take_down_plan"(uuid, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_bury"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_bury"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_bury"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_check_exercise"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_check_exercise"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_check_exercise"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_check_measurement"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_check_measurement"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_check_measurement"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_check_plan_week"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_check_plan_week"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_check_plan_week"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_complete_enrollment"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_complete_enrollment"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_complete_enrollment"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_count_plan_completion"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_count_plan_completion"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_count_plan_completion"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_count_plan_copy"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_count_plan_copy"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_count_plan_copy"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_count_plan_likes"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_count_plan_likes"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_count_plan_likes"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_count_plan_uses"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_count_plan_uses"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_count_plan_uses"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_default_first_gym"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_default_first_gym"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_default_first_gym"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_effective_visibility"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_effective_visibility"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_effective_visibility"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_enforce_quota"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_enforce_quota"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_enforce_quota"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_forget_import"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_forget_import"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_forget_import"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_forget_tombstones"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_forget_tombstones"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_forget_tombstones"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_index_own_exercises"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_index_own_exercises"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_index_own_exercises"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_index_published_plan"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_index_published_plan"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_index_published_plan"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_inherit_exercise_kind"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_inherit_exercise_kind"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_inherit_exercise_kind"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_inherit_exercise_owner"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_inherit_exercise_owner"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_inherit_exercise_owner"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_inherit_owner"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_inherit_owner"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_inherit_owner"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_inherit_routine_exercise"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_inherit_routine_exercise"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_inherit_routine_exercise"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_keep_days_in_plan"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_keep_days_in_plan"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_keep_days_in_plan"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_keep_one_default_gym"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_keep_one_default_gym"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_keep_one_default_gym"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_keep_planned_routine"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_keep_planned_routine"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_keep_planned_routine"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_keep_used_kind"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_keep_used_kind"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_keep_used_kind"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_lock_user_data"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_lock_user_data"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_lock_user_data"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_mark_change"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_mark_change"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_mark_change"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_mark_workout"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_mark_workout"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_mark_workout"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_narrow_shared"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_narrow_shared"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_narrow_shared"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_raise_parent_version"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_raise_parent_version"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_raise_parent_version"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_require_own"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_require_own"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_require_own"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_require_own_image"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_require_own_image"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_require_own_image"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_withdraw_submissions"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_withdraw_submissions"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_withdraw_submissions"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."training_monotony"(numeric[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."training_monotony"(numeric[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."training_monotony"(numeric[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."training_monotony"(numeric[]) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."training_monotony"(numeric[]) TO "service_role";

REVOKE ALL ON FUNCTION "private"."training_strain"(numeric[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."training_strain"(numeric[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."training_strain"(numeric[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."training_strain"(numeric[]) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."training_strain"(numeric[]) TO "service_role";

REVOKE ALL ON FUNCTION "private"."try_import_workout"(uuid, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."try_import_workout"(uuid, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."try_import_workout"(uuid, jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."try_import_workout"(uuid, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."try_sync_deletions"(text, text, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."try_sync_deletions"(text, text, jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."try_sync_deletions"(text, text, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."try_sync_deletions"(text, text, jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."try_sync_records"(text, text, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."try_sync_records"(text, text, jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."try_sync_records"(text, text, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."try_sync_records"(text, text, jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."unarchive_exercise"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."unarchive_exercise"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."unarchive_exercise"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."unarchive_exercise"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."usable_exercise"(uuid, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."usable_exercise"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."usable_exercise"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."usable_exercise"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."visible_author"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."visible_author"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."visible_author"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."visible_plan_document"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."visible_plan_document"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."visible_plan_document"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."visible_plan_document"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."volume_load_kg"(text, integer, numeric, numeric, numeric) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."volume_load_kg"(text, integer, numeric, numeric, numeric) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."volume_load_kg"(text, integer, numeric, numeric, numeric) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."volume_load_kg"(text, integer, numeric, numeric, numeric) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."volume_load_kg"(text, integer, numeric, numeric, numeric) TO "service_role";

REVOKE ALL ON FUNCTION "private"."wave_problem"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."wave_problem"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."wave_problem"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."wave_problem"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."wave_problem"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."wilks"(text, numeric, numeric) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."wilks"(text, numeric, numeric) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."wilks"(text, numeric, numeric) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."wilks"(text, numeric, numeric) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."wilks"(text, numeric, numeric) TO "service_role";

REVOKE ALL ON FUNCTION "private"."wilks_2020"(text, numeric, numeric) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."wilks_2020"(text, numeric, numeric) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."wilks_2020"(text, numeric, numeric) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."wilks_2020"(text, numeric, numeric) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."wilks_2020"(text, numeric, numeric) TO "service_role";

REVOKE ALL ON FUNCTION "private"."word_forms"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."word_forms"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."word_forms"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."workout_document"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."workout_document"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."workout_document"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."workout_document"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."workout_document"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."workout_field_rules"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."workout_field_rules"() TO "authenticated";

REVOKE ALL ON FUNCTION "private"."workout_field_rules"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."workout_field_rules"() TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."workout_field_rules"() TO "service_role";

REVOKE ALL ON FUNCTION "private"."workout_keys"(date, date, uuid, text, jsonb, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."workout_keys"(date, date, uuid, text, jsonb, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."workout_keys"(date, date, uuid, text, jsonb, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."workout_keys"(date, date, uuid, text, jsonb, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."workout_lines"(public.workouts) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."workout_lines"(public.workouts) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."workout_lines"(public.workouts) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."workout_lines"(public.workouts) TO "service_role";

REVOKE ALL ON FUNCTION "private"."workout_record"(public.workouts) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."workout_record"(public.workouts) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."workout_record"(public.workouts) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."workout_record"(public.workouts) TO "service_role";

REVOKE ALL ON FUNCTION "private"."workouts_with_words"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."workouts_with_words"(text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."workouts_with_words"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."workouts_with_words"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."write_gym"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."write_gym"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."write_gym"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."write_gym"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."write_gym"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."write_plan"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."write_plan"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."write_plan"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."write_plan"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."write_plan"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."write_routine"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."write_routine"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."write_routine"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."write_routine"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."write_routine"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."write_sync_enrollment"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."write_sync_enrollment"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."write_sync_enrollment"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."write_sync_enrollment"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."write_sync_exercise"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."write_sync_exercise"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."write_sync_exercise"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."write_sync_exercise"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."write_sync_records"(text, text, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."write_sync_records"(text, text, jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."write_sync_records"(text, text, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."write_sync_records"(text, text, jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "public"."add_export"(uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."add_export"(uuid, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."add_export"(uuid, text) TO "service_role";

REVOKE ALL ON FUNCTION "public"."add_import"(uuid, jsonb, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."add_import"(uuid, jsonb, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."add_import"(uuid, jsonb, text) TO "service_role";

GRANT EXECUTE ON FUNCTION "public"."cancel_job"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."cancel_job"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."cancel_job"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "public"."claim_job"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."claim_job"() TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."claim_job"() TO "service_role";

GRANT EXECUTE ON FUNCTION "public"."community_plan"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."community_plan"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."community_plan"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."community_plans"(text, text[], text[], text[], text[], integer, integer, integer, text, integer, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."community_plans"(text, text[], text[], text[], text[], integer, integer, integer, text, integer, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."community_plans"(text, text[], text[], text[], text[], integer, integer, integer, text, integer, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."copy_plan"(uuid, uuid, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."copy_plan"(uuid, uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."copy_plan"(uuid, uuid, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."copy_shared"(text, uuid, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."copy_shared"(text, uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."copy_shared"(text, uuid, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."create_access_token"(uuid, text, text[], integer) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."create_access_token"(uuid, text, text[], integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."create_access_token"(uuid, text, text[], integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."create_share_link"(uuid, uuid, uuid, integer, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."create_share_link"(uuid, uuid, uuid, integer, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."create_share_link"(uuid, uuid, uuid, integer, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."delete_exercise"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."delete_exercise"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."delete_exercise"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."discard_workout"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."discard_workout"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."discard_workout"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."end_enrollment"(uuid, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."end_enrollment"(uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."end_enrollment"(uuid, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."enroll"(uuid, date, text, uuid, uuid, jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."enroll"(uuid, date, text, uuid, uuid, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."enroll"(uuid, date, text, uuid, uuid, jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."enrollment"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."enrollment"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."enrollment"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."enrollment_schedule"(uuid, date, date) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."enrollment_schedule"(uuid, date, date) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."enrollment_schedule"(uuid, date, date) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."exercise_history"(uuid, integer, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."exercise_history"(uuid, integer, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."exercise_history"(uuid, integer, text) TO "postgres";

REVOKE ALL ON FUNCTION "public"."export_page"(uuid, uuid, text, text, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."export_page"(uuid, uuid, text, text, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."export_page"(uuid, uuid, text, text, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."export_task"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."export_task"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."export_task"(uuid, uuid) TO "service_role";

GRANT EXECUTE ON FUNCTION "public"."finish_workout"(uuid, timestamp WITH time zone, numeric, text, boolean) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."finish_workout"(uuid, timestamp WITH time zone, numeric, text, boolean) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."finish_workout"(uuid, timestamp WITH time zone, numeric, text, boolean) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."get_shared"(text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."get_shared"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."get_shared"(text) TO "postgres";

REVOKE ALL ON FUNCTION "public"."import_task"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."import_task"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."import_task"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."keep_export"(uuid, uuid, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."keep_export"(uuid, uuid, jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."keep_export"(uuid, uuid, jsonb) TO "service_role";

GRANT EXECUTE ON FUNCTION "public"."last_performance"(uuid[]) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."last_performance"(uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."last_performance"(uuid[]) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."load_plates"(uuid, uuid, numeric) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."load_plates"(uuid, uuid, numeric) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."load_plates"(uuid, uuid, numeric) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."log_measurements"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."log_measurements"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."log_measurements"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "public"."log_workout"(jsonb) FROM "service_role";

GRANT EXECUTE ON FUNCTION "public"."log_workout"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "public"."match_import"(uuid, text[], text[], jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."match_import"(uuid, text[], text[], jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."match_import"(uuid, text[], text[], jsonb) TO "service_role";

GRANT EXECUTE ON FUNCTION "public"."merge_exercises"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."merge_exercises"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."merge_exercises"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."next_workout"(uuid, date) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."next_workout"(uuid, date) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."next_workout"(uuid, date) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."pause_enrollment"(uuid, date) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."pause_enrollment"(uuid, date) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."pause_enrollment"(uuid, date) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."plan"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."plan"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."plan"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "public"."release_job"(uuid, uuid, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."release_job"(uuid, uuid, jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."release_job"(uuid, uuid, jsonb) TO "service_role";

GRANT EXECUTE ON FUNCTION "public"."remove_published_plan"(uuid, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."remove_published_plan"(uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."remove_published_plan"(uuid, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."repeat_workout"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."repeat_workout"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."repeat_workout"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."restore_exercise"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."restore_exercise"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."restore_exercise"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."resume_enrollment"(uuid, date) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."resume_enrollment"(uuid, date) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."resume_enrollment"(uuid, date) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."review_submission"(uuid, integer, text, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."review_submission"(uuid, integer, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."review_submission"(uuid, integer, text, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."revoke_access_token"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."revoke_access_token"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."revoke_access_token"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."revoke_share_link"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."revoke_share_link"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."revoke_share_link"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."routine"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."routine"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."routine"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."save_exercise"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."save_exercise"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."save_exercise"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."save_gym"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."save_gym"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."save_gym"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."save_plan"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."save_plan"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."save_plan"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."save_routine"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."save_routine"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."save_routine"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."save_workout_as_routine"(uuid, uuid, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."save_workout_as_routine"(uuid, uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."save_workout_as_routine"(uuid, uuid, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."search_exercises"(text, text[], text[], text[], text[], text[], text, text, integer, text, boolean) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."search_exercises"(text, text[], text[], text[], text[], text[], text, text, integer, text, boolean) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."search_exercises"(text, text[], text[], text[], text[], text[], text, text, integer, text, boolean) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."search_exercises"(text, text[], text[], text[], text[], text[], text, text, integer, text, boolean) TO "service_role";

REVOKE ALL ON FUNCTION "public"."stage_import"(uuid, uuid, jsonb, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."stage_import"(uuid, uuid, jsonb, jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."stage_import"(uuid, uuid, jsonb, jsonb) TO "service_role";

GRANT EXECUTE ON FUNCTION "public"."start_workout"(uuid, text, uuid, uuid, text, timestamp WITH time zone) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."start_workout"(uuid, text, uuid, uuid, text, timestamp WITH time zone) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."start_workout"(uuid, text, uuid, uuid, text, timestamp WITH time zone) TO "postgres";

REVOKE ALL ON FUNCTION "public"."step_job"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."step_job"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."step_job"(uuid, uuid) TO "service_role";

GRANT EXECUTE ON FUNCTION "public"."submission_queue"(text, text, integer, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."submission_queue"(text, text, integer, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."submission_queue"(text, text, integer, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."submit_exercise"(uuid, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."submit_exercise"(uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."submit_exercise"(uuid, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."submit_plan"(uuid, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."submit_plan"(uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."submit_plan"(uuid, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."sync_pull"(bigint, integer, jsonb, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."sync_pull"(bigint, integer, jsonb, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."sync_pull"(bigint, integer, jsonb, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."sync_push"(jsonb, bigint) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."sync_push"(jsonb, bigint) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."sync_push"(jsonb, bigint) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."unpublish_plan"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."unpublish_plan"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."unpublish_plan"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."update_enrollment"(uuid, jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."update_enrollment"(uuid, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."update_enrollment"(uuid, jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "public"."use_access_token"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."use_access_token"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."use_access_token"(text) TO "service_role";

GRANT EXECUTE ON FUNCTION "public"."withdraw_submission"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."withdraw_submission"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."withdraw_submission"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."workout_calendar"(date, date) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."workout_calendar"(date, date) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."workout_calendar"(date, date) TO "postgres";

REVOKE ALL ON FUNCTION "public"."workout_events"(uuid, text, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."workout_events"(uuid, text, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."workout_events"(uuid, text, integer) TO "service_role";

GRANT EXECUTE ON FUNCTION "public"."workout_history"(date, date, uuid, text, integer, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."workout_history"(date, date, uuid, text, integer, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."workout_history"(date, date, uuid, text, integer, text) TO "postgres";

GRANT INSERT, SELECT ON TABLE "private"."import_namespaces" TO "service_role";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "private"."import_reports" TO "service_role";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "private"."staged_workouts" TO "service_role";

GRANT SELECT ON TABLE "private"."tombstones" TO "authenticated", "service_role";

GRANT SELECT ON TABLE "private"."workout_changes" TO "service_role";

REVOKE ALL ON TABLE "public"."access_tokens" FROM "authenticated";

REVOKE ALL ("created_at") ON TABLE "public"."access_tokens" FROM "authenticated";

GRANT SELECT ("created_at") ON TABLE "public"."access_tokens" TO "authenticated";

REVOKE ALL ("expires_at") ON TABLE "public"."access_tokens" FROM "authenticated";

GRANT SELECT ("expires_at") ON TABLE "public"."access_tokens" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."access_tokens" FROM "authenticated";

GRANT SELECT ("id") ON TABLE "public"."access_tokens" TO "authenticated";

REVOKE ALL ("last_used_at") ON TABLE "public"."access_tokens" FROM "authenticated";

GRANT SELECT ("last_used_at") ON TABLE "public"."access_tokens" TO "authenticated";

REVOKE ALL ("name") ON TABLE "public"."access_tokens" FROM "authenticated";

GRANT SELECT ("name") ON TABLE "public"."access_tokens" TO "authenticated";

REVOKE ALL ("revoked_at") ON TABLE "public"."access_tokens" FROM "authenticated";

GRANT SELECT ("revoked_at") ON TABLE "public"."access_tokens" TO "authenticated";

REVOKE ALL ("scopes") ON TABLE "public"."access_tokens" FROM "authenticated";

GRANT SELECT ("scopes") ON TABLE "public"."access_tokens" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."access_tokens" TO "service_role";

REVOKE ALL ON TABLE "public"."enrollment_pauses" FROM "authenticated";

GRANT SELECT ON TABLE "public"."enrollment_pauses" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."enrollment_pauses" TO "service_role";

REVOKE ALL ON TABLE "public"."enrollments" FROM "authenticated";

GRANT SELECT ON TABLE "public"."enrollments" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."enrollments" TO "service_role";

REVOKE ALL ON TABLE "public"."exercise_aliases" FROM "authenticated";

REVOKE ALL ("alias") ON TABLE "public"."exercise_aliases" FROM "authenticated";

GRANT INSERT ("alias") ON TABLE "public"."exercise_aliases" TO "authenticated";

REVOKE ALL ("exercise_id") ON TABLE "public"."exercise_aliases" FROM "authenticated";

GRANT INSERT ("exercise_id") ON TABLE "public"."exercise_aliases" TO "authenticated";

REVOKE ALL ("locale") ON TABLE "public"."exercise_aliases" FROM "authenticated";

GRANT INSERT ("locale") ON TABLE "public"."exercise_aliases" TO "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."exercise_aliases" TO "authenticated";

REVOKE ALL ON TABLE "public"."exercise_equipment" FROM "authenticated";

REVOKE ALL ("equipment_id") ON TABLE "public"."exercise_equipment" FROM "authenticated";

GRANT INSERT ("equipment_id") ON TABLE "public"."exercise_equipment" TO "authenticated";

REVOKE ALL ("exercise_id") ON TABLE "public"."exercise_equipment" FROM "authenticated";

GRANT INSERT ("exercise_id") ON TABLE "public"."exercise_equipment" TO "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."exercise_equipment" TO "authenticated";

REVOKE ALL ON TABLE "public"."exercise_media" FROM "anon";

GRANT SELECT ON TABLE "public"."exercise_media" TO "anon";

REVOKE ALL ON TABLE "public"."exercise_media" FROM "authenticated";

GRANT SELECT ON TABLE "public"."exercise_media" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."exercise_media" TO "service_role";

REVOKE ALL ON TABLE "public"."exercise_muscles" FROM "authenticated";

REVOKE ALL ("exercise_id") ON TABLE "public"."exercise_muscles" FROM "authenticated";

GRANT INSERT ("exercise_id"), UPDATE ("exercise_id") ON TABLE "public"."exercise_muscles" TO "authenticated";

REVOKE ALL ("muscle_id") ON TABLE "public"."exercise_muscles" FROM "authenticated";

GRANT INSERT ("muscle_id"), UPDATE ("muscle_id") ON TABLE "public"."exercise_muscles" TO "authenticated";

REVOKE ALL ("role") ON TABLE "public"."exercise_muscles" FROM "authenticated";

GRANT INSERT ("role"), UPDATE ("role") ON TABLE "public"."exercise_muscles" TO "authenticated";

REVOKE ALL ("weight") ON TABLE "public"."exercise_muscles" FROM "authenticated";

GRANT INSERT ("weight"), UPDATE ("weight") ON TABLE "public"."exercise_muscles" TO "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."exercise_muscles" TO "authenticated";

REVOKE ALL ON TABLE "public"."exercise_preferences" FROM "authenticated";

REVOKE ALL ("default_rest_seconds") ON TABLE "public"."exercise_preferences" FROM "authenticated";

GRANT INSERT ("default_rest_seconds"), UPDATE ("default_rest_seconds") ON TABLE "public"."exercise_preferences" TO "authenticated";

REVOKE ALL ("exercise_id") ON TABLE "public"."exercise_preferences" FROM "authenticated";

GRANT INSERT ("exercise_id"), UPDATE ("exercise_id") ON TABLE "public"."exercise_preferences" TO "authenticated";

REVOKE ALL ("is_favorite") ON TABLE "public"."exercise_preferences" FROM "authenticated";

GRANT INSERT ("is_favorite"), UPDATE ("is_favorite") ON TABLE "public"."exercise_preferences" TO "authenticated";

REVOKE ALL ("pinned_note") ON TABLE "public"."exercise_preferences" FROM "authenticated";

GRANT INSERT ("pinned_note"), UPDATE ("pinned_note") ON TABLE "public"."exercise_preferences" TO "authenticated";

REVOKE ALL ("unit_system") ON TABLE "public"."exercise_preferences" FROM "authenticated";

GRANT INSERT ("unit_system"), UPDATE ("unit_system") ON TABLE "public"."exercise_preferences" TO "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."exercise_preferences" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."exercise_preferences" TO "service_role";

REVOKE ALL ON TABLE "public"."exercise_translations" FROM "anon";

GRANT SELECT ON TABLE "public"."exercise_translations" TO "anon";

REVOKE ALL ON TABLE "public"."exercise_translations" FROM "authenticated";

GRANT SELECT ON TABLE "public"."exercise_translations" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."exercise_translations" TO "service_role";

REVOKE ALL ("body_weight_share") ON TABLE "public"."exercises" FROM "authenticated";

GRANT INSERT ("body_weight_share"), UPDATE ("body_weight_share") ON TABLE "public"."exercises" TO "authenticated";

REVOKE ALL ("category") ON TABLE "public"."exercises" FROM "authenticated";

GRANT INSERT ("category"), UPDATE ("category") ON TABLE "public"."exercises" TO "authenticated";

REVOKE ALL ("cues") ON TABLE "public"."exercises" FROM "authenticated";

GRANT INSERT ("cues"), UPDATE ("cues") ON TABLE "public"."exercises" TO "authenticated";

REVOKE ALL ("force") ON TABLE "public"."exercises" FROM "authenticated";

GRANT INSERT ("force"), UPDATE ("force") ON TABLE "public"."exercises" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."exercises" FROM "authenticated";

GRANT INSERT ("id"), UPDATE ("id") ON TABLE "public"."exercises" TO "authenticated";

REVOKE ALL ("instructions") ON TABLE "public"."exercises" FROM "authenticated";

GRANT INSERT ("instructions"), UPDATE ("instructions") ON TABLE "public"."exercises" TO "authenticated";

REVOKE ALL ("is_unilateral") ON TABLE "public"."exercises" FROM "authenticated";

GRANT INSERT ("is_unilateral"), UPDATE ("is_unilateral") ON TABLE "public"."exercises" TO "authenticated";

REVOKE ALL ("kind") ON TABLE "public"."exercises" FROM "authenticated";

GRANT INSERT ("kind"), UPDATE ("kind") ON TABLE "public"."exercises" TO "authenticated";

REVOKE ALL ("level") ON TABLE "public"."exercises" FROM "authenticated";

GRANT INSERT ("level"), UPDATE ("level") ON TABLE "public"."exercises" TO "authenticated";

REVOKE ALL ("mechanic") ON TABLE "public"."exercises" FROM "authenticated";

GRANT INSERT ("mechanic"), UPDATE ("mechanic") ON TABLE "public"."exercises" TO "authenticated";

REVOKE ALL ("name") ON TABLE "public"."exercises" FROM "authenticated";

GRANT INSERT ("name"), UPDATE ("name") ON TABLE "public"."exercises" TO "authenticated";

REVOKE ALL ("variation_group") ON TABLE "public"."exercises" FROM "authenticated";

GRANT INSERT ("variation_group"), UPDATE ("variation_group") ON TABLE "public"."exercises" TO "authenticated";

REVOKE ALL ON TABLE "public"."gym_equipment" FROM "authenticated";

REVOKE ALL ("equipment_id") ON TABLE "public"."gym_equipment" FROM "authenticated";

GRANT INSERT ("equipment_id"), UPDATE ("equipment_id") ON TABLE "public"."gym_equipment" TO "authenticated";

REVOKE ALL ("exercise_id") ON TABLE "public"."gym_equipment" FROM "authenticated";

GRANT INSERT ("exercise_id"), UPDATE ("exercise_id") ON TABLE "public"."gym_equipment" TO "authenticated";

REVOKE ALL ("gym_id") ON TABLE "public"."gym_equipment" FROM "authenticated";

GRANT INSERT ("gym_id"), UPDATE ("gym_id") ON TABLE "public"."gym_equipment" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."gym_equipment" FROM "authenticated";

GRANT INSERT ("id"), UPDATE ("id") ON TABLE "public"."gym_equipment" TO "authenticated";

REVOKE ALL ("max_weight_kg") ON TABLE "public"."gym_equipment" FROM "authenticated";

GRANT INSERT ("max_weight_kg"), UPDATE ("max_weight_kg") ON TABLE "public"."gym_equipment" TO "authenticated";

REVOKE ALL ("name") ON TABLE "public"."gym_equipment" FROM "authenticated";

GRANT INSERT ("name"), UPDATE ("name") ON TABLE "public"."gym_equipment" TO "authenticated";

REVOKE ALL ("position") ON TABLE "public"."gym_equipment" FROM "authenticated";

GRANT INSERT ("position"), UPDATE ("position") ON TABLE "public"."gym_equipment" TO "authenticated";

REVOKE ALL ("quantity") ON TABLE "public"."gym_equipment" FROM "authenticated";

GRANT INSERT ("quantity"), UPDATE ("quantity") ON TABLE "public"."gym_equipment" TO "authenticated";

REVOKE ALL ("step_kg") ON TABLE "public"."gym_equipment" FROM "authenticated";

GRANT INSERT ("step_kg"), UPDATE ("step_kg") ON TABLE "public"."gym_equipment" TO "authenticated";

REVOKE ALL ("type") ON TABLE "public"."gym_equipment" FROM "authenticated";

GRANT INSERT ("type"), UPDATE ("type") ON TABLE "public"."gym_equipment" TO "authenticated";

REVOKE ALL ("unit_system") ON TABLE "public"."gym_equipment" FROM "authenticated";

GRANT INSERT ("unit_system"), UPDATE ("unit_system") ON TABLE "public"."gym_equipment" TO "authenticated";

REVOKE ALL ("weight_kg") ON TABLE "public"."gym_equipment" FROM "authenticated";

GRANT INSERT ("weight_kg"), UPDATE ("weight_kg") ON TABLE "public"."gym_equipment" TO "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."gym_equipment" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."gym_equipment" TO "service_role";

REVOKE ALL ON TABLE "public"."gyms" FROM "authenticated";

REVOKE ALL ("id") ON TABLE "public"."gyms" FROM "authenticated";

GRANT INSERT ("id"), UPDATE ("id") ON TABLE "public"."gyms" TO "authenticated";

REVOKE ALL ("is_default") ON TABLE "public"."gyms" FROM "authenticated";

GRANT INSERT ("is_default"), UPDATE ("is_default") ON TABLE "public"."gyms" TO "authenticated";

REVOKE ALL ("name") ON TABLE "public"."gyms" FROM "authenticated";

GRANT INSERT ("name"), UPDATE ("name") ON TABLE "public"."gyms" TO "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."gyms" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."gyms" TO "service_role";

REVOKE ALL ON TABLE "public"."jobs" FROM "authenticated";

REVOKE ALL ("created_at") ON TABLE "public"."jobs" FROM "authenticated";

GRANT SELECT ("created_at") ON TABLE "public"."jobs" TO "authenticated";

REVOKE ALL ("error") ON TABLE "public"."jobs" FROM "authenticated";

GRANT SELECT ("error") ON TABLE "public"."jobs" TO "authenticated";

REVOKE ALL ("finished_at") ON TABLE "public"."jobs" FROM "authenticated";

GRANT SELECT ("finished_at") ON TABLE "public"."jobs" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."jobs" FROM "authenticated";

GRANT SELECT ("id") ON TABLE "public"."jobs" TO "authenticated";

REVOKE ALL ("progress") ON TABLE "public"."jobs" FROM "authenticated";

GRANT SELECT ("progress") ON TABLE "public"."jobs" TO "authenticated";

REVOKE ALL ("result") ON TABLE "public"."jobs" FROM "authenticated";

GRANT SELECT ("result") ON TABLE "public"."jobs" TO "authenticated";

REVOKE ALL ("started_at") ON TABLE "public"."jobs" FROM "authenticated";

GRANT SELECT ("started_at") ON TABLE "public"."jobs" TO "authenticated";

REVOKE ALL ("status") ON TABLE "public"."jobs" FROM "authenticated";

GRANT SELECT ("status") ON TABLE "public"."jobs" TO "authenticated";

REVOKE ALL ("type") ON TABLE "public"."jobs" FROM "authenticated";

GRANT SELECT ("type") ON TABLE "public"."jobs" TO "authenticated";

REVOKE ALL ("user_id") ON TABLE "public"."jobs" FROM "authenticated";

GRANT SELECT ("user_id") ON TABLE "public"."jobs" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."jobs" TO "service_role";

REVOKE ALL ON TABLE "public"."measurement_types" FROM "authenticated";

REVOKE ALL ("has_sides") ON TABLE "public"."measurement_types" FROM "authenticated";

GRANT INSERT ("has_sides"), UPDATE ("has_sides") ON TABLE "public"."measurement_types" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."measurement_types" FROM "authenticated";

GRANT INSERT ("id"), UPDATE ("id") ON TABLE "public"."measurement_types" TO "authenticated";

REVOKE ALL ("max_value") ON TABLE "public"."measurement_types" FROM "authenticated";

GRANT INSERT ("max_value"), UPDATE ("max_value") ON TABLE "public"."measurement_types" TO "authenticated";

REVOKE ALL ("min_value") ON TABLE "public"."measurement_types" FROM "authenticated";

GRANT INSERT ("min_value"), UPDATE ("min_value") ON TABLE "public"."measurement_types" TO "authenticated";

REVOKE ALL ("name") ON TABLE "public"."measurement_types" FROM "authenticated";

GRANT INSERT ("name"), UPDATE ("name") ON TABLE "public"."measurement_types" TO "authenticated";

REVOKE ALL ("position") ON TABLE "public"."measurement_types" FROM "authenticated";

GRANT INSERT ("position"), UPDATE ("position") ON TABLE "public"."measurement_types" TO "authenticated";

REVOKE ALL ("unit") ON TABLE "public"."measurement_types" FROM "authenticated";

GRANT INSERT ("unit"), UPDATE ("unit") ON TABLE "public"."measurement_types" TO "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."measurement_types" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."measurement_types" TO "service_role";

REVOKE ALL ON TABLE "public"."measurements" FROM "authenticated";

REVOKE ALL ("external_id") ON TABLE "public"."measurements" FROM "authenticated";

GRANT INSERT ("external_id"), UPDATE ("external_id") ON TABLE "public"."measurements" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."measurements" FROM "authenticated";

GRANT INSERT ("id"), UPDATE ("id") ON TABLE "public"."measurements" TO "authenticated";

REVOKE ALL ("measured_at") ON TABLE "public"."measurements" FROM "authenticated";

GRANT INSERT ("measured_at"), UPDATE ("measured_at") ON TABLE "public"."measurements" TO "authenticated";

REVOKE ALL ("notes") ON TABLE "public"."measurements" FROM "authenticated";

GRANT INSERT ("notes"), UPDATE ("notes") ON TABLE "public"."measurements" TO "authenticated";

REVOKE ALL ("side") ON TABLE "public"."measurements" FROM "authenticated";

GRANT INSERT ("side"), UPDATE ("side") ON TABLE "public"."measurements" TO "authenticated";

REVOKE ALL ("source") ON TABLE "public"."measurements" FROM "authenticated";

GRANT INSERT ("source"), UPDATE ("source") ON TABLE "public"."measurements" TO "authenticated";

REVOKE ALL ("time_zone") ON TABLE "public"."measurements" FROM "authenticated";

GRANT INSERT ("time_zone"), UPDATE ("time_zone") ON TABLE "public"."measurements" TO "authenticated";

REVOKE ALL ("type_id") ON TABLE "public"."measurements" FROM "authenticated";

GRANT INSERT ("type_id"), UPDATE ("type_id") ON TABLE "public"."measurements" TO "authenticated";

REVOKE ALL ("value") ON TABLE "public"."measurements" FROM "authenticated";

GRANT INSERT ("value"), UPDATE ("value") ON TABLE "public"."measurements" TO "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."measurements" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."measurements" TO "service_role";

REVOKE ALL ON TABLE "public"."plan_days" FROM "authenticated";

REVOKE ALL ("id") ON TABLE "public"."plan_days" FROM "authenticated";

GRANT INSERT ("id"), UPDATE ("id") ON TABLE "public"."plan_days" TO "authenticated";

REVOKE ALL ("name") ON TABLE "public"."plan_days" FROM "authenticated";

GRANT INSERT ("name"), UPDATE ("name") ON TABLE "public"."plan_days" TO "authenticated";

REVOKE ALL ("notes") ON TABLE "public"."plan_days" FROM "authenticated";

GRANT INSERT ("notes"), UPDATE ("notes") ON TABLE "public"."plan_days" TO "authenticated";

REVOKE ALL ("plan_id") ON TABLE "public"."plan_days" FROM "authenticated";

GRANT INSERT ("plan_id"), UPDATE ("plan_id") ON TABLE "public"."plan_days" TO "authenticated";

REVOKE ALL ("position") ON TABLE "public"."plan_days" FROM "authenticated";

GRANT INSERT ("position"), UPDATE ("position") ON TABLE "public"."plan_days" TO "authenticated";

REVOKE ALL ("routine_id") ON TABLE "public"."plan_days" FROM "authenticated";

GRANT INSERT ("routine_id"), UPDATE ("routine_id") ON TABLE "public"."plan_days" TO "authenticated";

REVOKE ALL ("weekday") ON TABLE "public"."plan_days" FROM "authenticated";

GRANT INSERT ("weekday"), UPDATE ("weekday") ON TABLE "public"."plan_days" TO "authenticated";

REVOKE ALL ("week") ON TABLE "public"."plan_days" FROM "authenticated";

GRANT INSERT ("week"), UPDATE ("week") ON TABLE "public"."plan_days" TO "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."plan_days" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."plan_days" TO "service_role";

REVOKE ALL ON TABLE "public"."plan_likes" FROM "authenticated";

REVOKE ALL ("published_plan_id") ON TABLE "public"."plan_likes" FROM "authenticated";

GRANT INSERT ("published_plan_id") ON TABLE "public"."plan_likes" TO "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."plan_likes" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."plan_likes" TO "service_role";

REVOKE ALL ON TABLE "public"."plan_uses" FROM "authenticated";

GRANT SELECT ON TABLE "public"."plan_uses" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."plan_uses" TO "service_role";

REVOKE ALL ON TABLE "public"."plans" FROM "authenticated";

REVOKE ALL ("deload_weeks") ON TABLE "public"."plans" FROM "authenticated";

GRANT INSERT ("deload_weeks"), UPDATE ("deload_weeks") ON TABLE "public"."plans" TO "authenticated";

REVOKE ALL ("description") ON TABLE "public"."plans" FROM "authenticated";

GRANT INSERT ("description"), UPDATE ("description") ON TABLE "public"."plans" TO "authenticated";

REVOKE ALL ("goal") ON TABLE "public"."plans" FROM "authenticated";

GRANT INSERT ("goal"), UPDATE ("goal") ON TABLE "public"."plans" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."plans" FROM "authenticated";

GRANT INSERT ("id"), UPDATE ("id") ON TABLE "public"."plans" TO "authenticated";

REVOKE ALL ("is_repeating") ON TABLE "public"."plans" FROM "authenticated";

GRANT INSERT ("is_repeating"), UPDATE ("is_repeating") ON TABLE "public"."plans" TO "authenticated";

REVOKE ALL ("level") ON TABLE "public"."plans" FROM "authenticated";

GRANT INSERT ("level"), UPDATE ("level") ON TABLE "public"."plans" TO "authenticated";

REVOKE ALL ("name") ON TABLE "public"."plans" FROM "authenticated";

GRANT INSERT ("name"), UPDATE ("name") ON TABLE "public"."plans" TO "authenticated";

REVOKE ALL ("tags") ON TABLE "public"."plans" FROM "authenticated";

GRANT INSERT ("tags"), UPDATE ("tags") ON TABLE "public"."plans" TO "authenticated";

REVOKE ALL ("visibility") ON TABLE "public"."plans" FROM "authenticated";

GRANT INSERT ("visibility"), UPDATE ("visibility") ON TABLE "public"."plans" TO "authenticated";

REVOKE ALL ("weeks") ON TABLE "public"."plans" FROM "authenticated";

GRANT INSERT ("weeks"), UPDATE ("weeks") ON TABLE "public"."plans" TO "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."plans" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."plans" TO "service_role";

REVOKE ALL ON TABLE "public"."progress_photos" FROM "authenticated";

REVOKE ALL ("dominant_color") ON TABLE "public"."progress_photos" FROM "authenticated";

GRANT INSERT ("dominant_color"), UPDATE ("dominant_color") ON TABLE "public"."progress_photos" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."progress_photos" FROM "authenticated";

GRANT INSERT ("id"), UPDATE ("id") ON TABLE "public"."progress_photos" TO "authenticated";

REVOKE ALL ("image_path") ON TABLE "public"."progress_photos" FROM "authenticated";

GRANT INSERT ("image_path"), UPDATE ("image_path") ON TABLE "public"."progress_photos" TO "authenticated";

REVOKE ALL ("notes") ON TABLE "public"."progress_photos" FROM "authenticated";

GRANT INSERT ("notes"), UPDATE ("notes") ON TABLE "public"."progress_photos" TO "authenticated";

REVOKE ALL ("pose") ON TABLE "public"."progress_photos" FROM "authenticated";

GRANT INSERT ("pose"), UPDATE ("pose") ON TABLE "public"."progress_photos" TO "authenticated";

REVOKE ALL ("taken_on") ON TABLE "public"."progress_photos" FROM "authenticated";

GRANT INSERT ("taken_on"), UPDATE ("taken_on") ON TABLE "public"."progress_photos" TO "authenticated";

REVOKE ALL ("thumbhash") ON TABLE "public"."progress_photos" FROM "authenticated";

GRANT INSERT ("thumbhash"), UPDATE ("thumbhash") ON TABLE "public"."progress_photos" TO "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."progress_photos" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."progress_photos" TO "service_role";

REVOKE ALL ON TABLE "public"."published_plans" FROM "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."published_plans" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."published_plans" TO "service_role";

REVOKE ALL ON TABLE "public"."routine_exercises" FROM "authenticated";

REVOKE ALL ("exercise_id") ON TABLE "public"."routine_exercises" FROM "authenticated";

GRANT INSERT ("exercise_id"), UPDATE ("exercise_id") ON TABLE "public"."routine_exercises" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."routine_exercises" FROM "authenticated";

GRANT INSERT ("id"), UPDATE ("id") ON TABLE "public"."routine_exercises" TO "authenticated";

REVOKE ALL ("notes") ON TABLE "public"."routine_exercises" FROM "authenticated";

GRANT INSERT ("notes"), UPDATE ("notes") ON TABLE "public"."routine_exercises" TO "authenticated";

REVOKE ALL ("position") ON TABLE "public"."routine_exercises" FROM "authenticated";

GRANT INSERT ("position"), UPDATE ("position") ON TABLE "public"."routine_exercises" TO "authenticated";

REVOKE ALL ("progression") ON TABLE "public"."routine_exercises" FROM "authenticated";

GRANT INSERT ("progression"), UPDATE ("progression") ON TABLE "public"."routine_exercises" TO "authenticated";

REVOKE ALL ("rest_seconds") ON TABLE "public"."routine_exercises" FROM "authenticated";

GRANT INSERT ("rest_seconds"), UPDATE ("rest_seconds") ON TABLE "public"."routine_exercises" TO "authenticated";

REVOKE ALL ("routine_id") ON TABLE "public"."routine_exercises" FROM "authenticated";

GRANT INSERT ("routine_id"), UPDATE ("routine_id") ON TABLE "public"."routine_exercises" TO "authenticated";

REVOKE ALL ("superset_group") ON TABLE "public"."routine_exercises" FROM "authenticated";

GRANT INSERT ("superset_group"), UPDATE ("superset_group") ON TABLE "public"."routine_exercises" TO "authenticated";

REVOKE ALL ("warmup_ramp") ON TABLE "public"."routine_exercises" FROM "authenticated";

GRANT INSERT ("warmup_ramp"), UPDATE ("warmup_ramp") ON TABLE "public"."routine_exercises" TO "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."routine_exercises" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."routine_exercises" TO "service_role";

REVOKE ALL ON TABLE "public"."routine_folders" FROM "authenticated";

REVOKE ALL ("id") ON TABLE "public"."routine_folders" FROM "authenticated";

GRANT INSERT ("id"), UPDATE ("id") ON TABLE "public"."routine_folders" TO "authenticated";

REVOKE ALL ("name") ON TABLE "public"."routine_folders" FROM "authenticated";

GRANT INSERT ("name"), UPDATE ("name") ON TABLE "public"."routine_folders" TO "authenticated";

REVOKE ALL ("position") ON TABLE "public"."routine_folders" FROM "authenticated";

GRANT INSERT ("position"), UPDATE ("position") ON TABLE "public"."routine_folders" TO "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."routine_folders" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."routine_folders" TO "service_role";

REVOKE ALL ON TABLE "public"."routine_sets" FROM "authenticated";

REVOKE ALL ("distance_meters") ON TABLE "public"."routine_sets" FROM "authenticated";

GRANT INSERT ("distance_meters"), UPDATE ("distance_meters") ON TABLE "public"."routine_sets" TO "authenticated";

REVOKE ALL ("duration_seconds") ON TABLE "public"."routine_sets" FROM "authenticated";

GRANT INSERT ("duration_seconds"), UPDATE ("duration_seconds") ON TABLE "public"."routine_sets" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."routine_sets" FROM "authenticated";

GRANT INSERT ("id"), UPDATE ("id") ON TABLE "public"."routine_sets" TO "authenticated";

REVOKE ALL ("load_percent_of") ON TABLE "public"."routine_sets" FROM "authenticated";

GRANT INSERT ("load_percent_of"), UPDATE ("load_percent_of") ON TABLE "public"."routine_sets" TO "authenticated";

REVOKE ALL ("load_percent") ON TABLE "public"."routine_sets" FROM "authenticated";

GRANT INSERT ("load_percent"), UPDATE ("load_percent") ON TABLE "public"."routine_sets" TO "authenticated";

REVOKE ALL ("max_reps") ON TABLE "public"."routine_sets" FROM "authenticated";

GRANT INSERT ("max_reps"), UPDATE ("max_reps") ON TABLE "public"."routine_sets" TO "authenticated";

REVOKE ALL ("min_reps") ON TABLE "public"."routine_sets" FROM "authenticated";

GRANT INSERT ("min_reps"), UPDATE ("min_reps") ON TABLE "public"."routine_sets" TO "authenticated";

REVOKE ALL ("position") ON TABLE "public"."routine_sets" FROM "authenticated";

GRANT INSERT ("position"), UPDATE ("position") ON TABLE "public"."routine_sets" TO "authenticated";

REVOKE ALL ("rest_seconds") ON TABLE "public"."routine_sets" FROM "authenticated";

GRANT INSERT ("rest_seconds"), UPDATE ("rest_seconds") ON TABLE "public"."routine_sets" TO "authenticated";

REVOKE ALL ("rir") ON TABLE "public"."routine_sets" FROM "authenticated";

GRANT INSERT ("rir"), UPDATE ("rir") ON TABLE "public"."routine_sets" TO "authenticated";

REVOKE ALL ("routine_exercise_id") ON TABLE "public"."routine_sets" FROM "authenticated";

GRANT INSERT ("routine_exercise_id"), UPDATE ("routine_exercise_id") ON TABLE "public"."routine_sets" TO "authenticated";

REVOKE ALL ("rpe") ON TABLE "public"."routine_sets" FROM "authenticated";

GRANT INSERT ("rpe"), UPDATE ("rpe") ON TABLE "public"."routine_sets" TO "authenticated";

REVOKE ALL ("set_type") ON TABLE "public"."routine_sets" FROM "authenticated";

GRANT INSERT ("set_type"), UPDATE ("set_type") ON TABLE "public"."routine_sets" TO "authenticated";

REVOKE ALL ("weight_kg") ON TABLE "public"."routine_sets" FROM "authenticated";

GRANT INSERT ("weight_kg"), UPDATE ("weight_kg") ON TABLE "public"."routine_sets" TO "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."routine_sets" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."routine_sets" TO "service_role";

REVOKE ALL ON TABLE "public"."routines" FROM "authenticated";

REVOKE ALL ("folder_id") ON TABLE "public"."routines" FROM "authenticated";

GRANT INSERT ("folder_id"), UPDATE ("folder_id") ON TABLE "public"."routines" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."routines" FROM "authenticated";

GRANT INSERT ("id"), UPDATE ("id") ON TABLE "public"."routines" TO "authenticated";

REVOKE ALL ("name") ON TABLE "public"."routines" FROM "authenticated";

GRANT INSERT ("name"), UPDATE ("name") ON TABLE "public"."routines" TO "authenticated";

REVOKE ALL ("notes") ON TABLE "public"."routines" FROM "authenticated";

GRANT INSERT ("notes"), UPDATE ("notes") ON TABLE "public"."routines" TO "authenticated";

REVOKE ALL ("position") ON TABLE "public"."routines" FROM "authenticated";

GRANT INSERT ("position"), UPDATE ("position") ON TABLE "public"."routines" TO "authenticated";

REVOKE ALL ("visibility") ON TABLE "public"."routines" FROM "authenticated";

GRANT INSERT ("visibility"), UPDATE ("visibility") ON TABLE "public"."routines" TO "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."routines" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."routines" TO "service_role";

REVOKE ALL ON TABLE "public"."share_links" FROM "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."share_links" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."share_links" TO "service_role";

REVOKE ALL ON TABLE "public"."submission_reviews" FROM "authenticated";

REVOKE ALL ("created_at") ON TABLE "public"."submission_reviews" FROM "authenticated";

GRANT SELECT ("created_at") ON TABLE "public"."submission_reviews" TO "authenticated";

REVOKE ALL ("decision") ON TABLE "public"."submission_reviews" FROM "authenticated";

GRANT SELECT ("decision") ON TABLE "public"."submission_reviews" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."submission_reviews" FROM "authenticated";

GRANT SELECT ("id") ON TABLE "public"."submission_reviews" TO "authenticated";

REVOKE ALL ("reason") ON TABLE "public"."submission_reviews" FROM "authenticated";

GRANT SELECT ("reason") ON TABLE "public"."submission_reviews" TO "authenticated";

REVOKE ALL ("submission_id") ON TABLE "public"."submission_reviews" FROM "authenticated";

GRANT SELECT ("submission_id") ON TABLE "public"."submission_reviews" TO "authenticated";

REVOKE ALL ("version") ON TABLE "public"."submission_reviews" FROM "authenticated";

GRANT SELECT ("version") ON TABLE "public"."submission_reviews" TO "authenticated";

REVOKE ALL ON TABLE "public"."submission_reviews" FROM "service_role";

GRANT SELECT ON TABLE "public"."submission_reviews" TO "service_role";

REVOKE ALL ON TABLE "public"."submissions" FROM "authenticated";

GRANT SELECT ON TABLE "public"."submissions" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."submissions" TO "service_role";

REVOKE ALL ("routine_exercise_id") ON TABLE "public"."workout_exercises" FROM "authenticated";

GRANT INSERT ("routine_exercise_id"), UPDATE ("routine_exercise_id") ON TABLE "public"."workout_exercises" TO "authenticated";

REVOKE ALL ("average_heart_rate") ON TABLE "public"."workout_sets" FROM "authenticated";

GRANT INSERT ("average_heart_rate"), UPDATE ("average_heart_rate") ON TABLE "public"."workout_sets" TO "authenticated";

REVOKE ALL ("energy_kcal") ON TABLE "public"."workout_sets" FROM "authenticated";

GRANT INSERT ("energy_kcal"), UPDATE ("energy_kcal") ON TABLE "public"."workout_sets" TO "authenticated";

REVOKE ALL ("incline_percent") ON TABLE "public"."workout_sets" FROM "authenticated";

GRANT INSERT ("incline_percent"), UPDATE ("incline_percent") ON TABLE "public"."workout_sets" TO "authenticated";

REVOKE ALL ("max_heart_rate") ON TABLE "public"."workout_sets" FROM "authenticated";

GRANT INSERT ("max_heart_rate"), UPDATE ("max_heart_rate") ON TABLE "public"."workout_sets" TO "authenticated";

REVOKE ALL ("steps") ON TABLE "public"."workout_sets" FROM "authenticated";

GRANT INSERT ("steps"), UPDATE ("steps") ON TABLE "public"."workout_sets" TO "authenticated";

REVOKE ALL ("tempo") ON TABLE "public"."workout_sets" FROM "authenticated";

GRANT INSERT ("tempo"), UPDATE ("tempo") ON TABLE "public"."workout_sets" TO "authenticated";

REVOKE ALL ("average_heart_rate") ON TABLE "public"."workouts" FROM "authenticated";

GRANT INSERT ("average_heart_rate"), UPDATE ("average_heart_rate") ON TABLE "public"."workouts" TO "authenticated";

REVOKE ALL ("energy_kcal") ON TABLE "public"."workouts" FROM "authenticated";

GRANT INSERT ("energy_kcal"), UPDATE ("energy_kcal") ON TABLE "public"."workouts" TO "authenticated";

REVOKE ALL ("enrollment_id") ON TABLE "public"."workouts" FROM "authenticated";

GRANT INSERT ("enrollment_id"), UPDATE ("enrollment_id") ON TABLE "public"."workouts" TO "authenticated";

REVOKE ALL ("external_id") ON TABLE "public"."workouts" FROM "authenticated";

GRANT INSERT ("external_id"), UPDATE ("external_id") ON TABLE "public"."workouts" TO "authenticated";

REVOKE ALL ("max_heart_rate") ON TABLE "public"."workouts" FROM "authenticated";

GRANT INSERT ("max_heart_rate"), UPDATE ("max_heart_rate") ON TABLE "public"."workouts" TO "authenticated";

REVOKE ALL ("routine_id") ON TABLE "public"."workouts" FROM "authenticated";

GRANT INSERT ("routine_id"), UPDATE ("routine_id") ON TABLE "public"."workouts" TO "authenticated";

REVOKE ALL ("source") ON TABLE "public"."workouts" FROM "authenticated";

GRANT INSERT ("source"), UPDATE ("source") ON TABLE "public"."workouts" TO "authenticated";

ALTER TABLE "private"."tombstones"
  ADD COLUMN "changed_in" bigint NOT NULL DEFAULT private.change_mark();

CREATE INDEX tombstones_user_id_relation_changed_in_idx ON private.tombstones USING btree (user_id, relation, changed_in, row_id);

COMMENT ON COLUMN "private"."tombstones"."changed_in" IS 'The mark of the deletion. [none]';

ALTER TABLE "public"."access_tokens"
  ADD CONSTRAINT "access_tokens_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

CREATE INDEX access_tokens_user_id_idx ON public.access_tokens USING btree (user_id);

CREATE TRIGGER access_tokens_10_keep
  BEFORE UPDATE OF id, user_id, token_hash, scopes ON public.access_tokens
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep('id', 'user_id', 'token_hash', 'scopes');

CREATE POLICY "access_tokens_select_owner" ON "public"."access_tokens"
  FOR SELECT
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

COMMENT ON COLUMN "public"."access_tokens"."user_id" IS 'Whose data it opens. [personal]';

REVOKE ALL ("user_id") ON TABLE "public"."access_tokens" FROM "authenticated";

GRANT SELECT ("user_id") ON TABLE "public"."access_tokens" TO "authenticated";

CREATE INDEX enrollment_pauses_enrollment_idx ON public.enrollment_pauses USING btree (user_id, enrollment_id);

CREATE POLICY "enrollment_pauses_select_owner" ON "public"."enrollment_pauses"
  FOR SELECT
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

COMMENT ON COLUMN "public"."enrollment_pauses"."user_id" IS 'Owner of the enrollment. [personal]';

ALTER TABLE "public"."enrollment_pauses"
  ADD COLUMN "changed_in" bigint NOT NULL DEFAULT private.change_mark();

CREATE INDEX enrollment_pauses_user_id_changed_in_idx ON public.enrollment_pauses USING btree (user_id, changed_in);

COMMENT ON COLUMN "public"."enrollment_pauses"."changed_in" IS 'When it changed, as sync counts. Derived. [none]';

ALTER TABLE "public"."enrollments"
  ADD CONSTRAINT "enrollments_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE "public"."enrollment_pauses"
  ADD CONSTRAINT "enrollment_pauses_enrollment_fkey" FOREIGN KEY (user_id, enrollment_id) REFERENCES public.enrollments(user_id, id) ON DELETE CASCADE;

ALTER TABLE "public"."workouts"
  ADD CONSTRAINT "workouts_enrollment_fkey" FOREIGN KEY (user_id, enrollment_id) REFERENCES public.enrollments(user_id, id) ON DELETE SET NULL (enrollment_id);

CREATE INDEX enrollments_gym_idx ON public.enrollments USING btree (user_id, gym_id);

CREATE INDEX enrollments_plan_idx ON public.enrollments USING btree (user_id, plan_id);

CREATE POLICY "enrollments_select_owner" ON "public"."enrollments"
  FOR SELECT
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

COMMENT ON COLUMN "public"."enrollments"."user_id" IS 'Owner. [personal]';

ALTER TABLE "public"."enrollments"
  ADD COLUMN "changed_in" bigint NOT NULL DEFAULT private.change_mark();

CREATE INDEX enrollments_user_id_changed_in_idx ON public.enrollments USING btree (user_id, changed_in);

COMMENT ON COLUMN "public"."enrollments"."changed_in" IS 'When it changed, as sync counts. Derived. [none]';

ALTER TABLE "public"."exercise_preferences"
  ADD CONSTRAINT "exercise_preferences_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

CREATE POLICY "exercise_preferences_delete_owner" ON "public"."exercise_preferences"
  FOR DELETE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "exercise_preferences_insert_owner" ON "public"."exercise_preferences"
  FOR INSERT
  TO "authenticated"
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "exercise_preferences_select_owner" ON "public"."exercise_preferences"
  FOR SELECT
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "exercise_preferences_update_owner" ON "public"."exercise_preferences"
  FOR UPDATE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)))
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

COMMENT ON COLUMN "public"."exercise_preferences"."user_id" IS 'Owner: whoever inserts the row. [personal]';

ALTER TABLE "public"."exercise_preferences"
  ADD COLUMN "changed_in" bigint NOT NULL DEFAULT private.change_mark();

CREATE INDEX exercise_preferences_user_id_changed_in_idx ON public.exercise_preferences USING btree (user_id, changed_in);

COMMENT ON COLUMN "public"."exercise_preferences"."changed_in" IS 'When it changed, as sync counts. Derived. [none]';

ALTER TABLE "public"."exercises"
  ADD COLUMN "changed_in" bigint NOT NULL DEFAULT private.change_mark();

CREATE INDEX exercises_user_id_changed_in_idx ON public.exercises USING btree (user_id, changed_in);

COMMENT ON COLUMN "public"."exercises"."changed_in" IS 'When it changed, as sync counts. Derived. [none]';

CREATE INDEX gym_equipment_gym_idx ON public.gym_equipment USING btree (user_id, gym_id);

CREATE POLICY "gym_equipment_delete_owner" ON "public"."gym_equipment"
  FOR DELETE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "gym_equipment_insert_owner" ON "public"."gym_equipment"
  FOR INSERT
  TO "authenticated"
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "gym_equipment_select_owner" ON "public"."gym_equipment"
  FOR SELECT
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "gym_equipment_update_owner" ON "public"."gym_equipment"
  FOR UPDATE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)))
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

COMMENT ON COLUMN "public"."gym_equipment"."user_id" IS 'Owner of the gym. Derived. [personal]';

ALTER TABLE "public"."gym_equipment"
  ADD COLUMN "changed_in" bigint NOT NULL DEFAULT private.change_mark();

CREATE INDEX gym_equipment_user_id_changed_in_idx ON public.gym_equipment USING btree (user_id, changed_in);

COMMENT ON COLUMN "public"."gym_equipment"."changed_in" IS 'When it changed, as sync counts. Derived. [none]';

ALTER TABLE "public"."gyms"
  ADD CONSTRAINT "gyms_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE "public"."enrollments"
  ADD CONSTRAINT "enrollments_gym_fkey" FOREIGN KEY (user_id, gym_id) REFERENCES public.gyms(user_id, id) ON DELETE SET NULL (gym_id);

ALTER TABLE "public"."gym_equipment"
  ADD CONSTRAINT "gym_equipment_gym_fkey" FOREIGN KEY (user_id, gym_id) REFERENCES public.gyms(user_id, id) ON DELETE CASCADE;

CREATE POLICY "gyms_delete_owner" ON "public"."gyms"
  FOR DELETE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "gyms_insert_owner" ON "public"."gyms"
  FOR INSERT
  TO "authenticated"
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "gyms_select_owner" ON "public"."gyms"
  FOR SELECT
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "gyms_update_owner" ON "public"."gyms"
  FOR UPDATE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)))
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

COMMENT ON COLUMN "public"."gyms"."user_id" IS 'Owner. [personal]';

ALTER TABLE "public"."gyms"
  ADD COLUMN "changed_in" bigint NOT NULL DEFAULT private.change_mark();

CREATE INDEX gyms_user_id_changed_in_idx ON public.gyms USING btree (user_id, changed_in);

COMMENT ON COLUMN "public"."gyms"."changed_in" IS 'When it changed, as sync counts. Derived. [none]';

ALTER TABLE "public"."measurement_types"
  ADD CONSTRAINT "measurement_types_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

CREATE INDEX measurement_types_user_id_idx ON public.measurement_types USING btree (user_id, "position");

CREATE POLICY "measurement_types_delete_owner" ON "public"."measurement_types"
  FOR DELETE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "measurement_types_insert_owner" ON "public"."measurement_types"
  FOR INSERT
  TO "authenticated"
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "measurement_types_select_viewer" ON "public"."measurement_types"
  FOR SELECT
  TO "authenticated"
  USING (((user_id IS NULL) OR (user_id = ( SELECT auth.uid() AS uid))));

CREATE POLICY "measurement_types_update_owner" ON "public"."measurement_types"
  FOR UPDATE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)))
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

COMMENT ON COLUMN "public"."measurement_types"."user_id" IS 'Owner of a kind of one''s own; else null. [personal]';

ALTER TABLE "public"."measurement_types"
  ADD COLUMN "changed_in" bigint NOT NULL DEFAULT private.change_mark();

CREATE INDEX measurement_types_user_id_changed_in_idx ON public.measurement_types USING btree (user_id, changed_in);

COMMENT ON COLUMN "public"."measurement_types"."changed_in" IS 'When it changed, as sync counts. Derived. [none]';

ALTER TABLE "public"."measurements"
  ADD CONSTRAINT "measurements_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

CREATE INDEX measurements_history_idx ON public.measurements USING btree (user_id, type_id, measured_at DESC, id);

CREATE INDEX measurements_user_id_local_date_idx ON public.measurements USING btree (user_id, local_date);

CREATE POLICY "measurements_delete_owner" ON "public"."measurements"
  FOR DELETE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "measurements_insert_owner" ON "public"."measurements"
  FOR INSERT
  TO "authenticated"
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "measurements_select_owner" ON "public"."measurements"
  FOR SELECT
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "measurements_update_owner" ON "public"."measurements"
  FOR UPDATE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)))
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

COMMENT ON COLUMN "public"."measurements"."user_id" IS 'Owner. [personal]';

ALTER TABLE "public"."measurements"
  ADD COLUMN "changed_in" bigint NOT NULL DEFAULT private.change_mark();

CREATE INDEX measurements_user_id_changed_in_idx ON public.measurements USING btree (user_id, changed_in);

COMMENT ON COLUMN "public"."measurements"."changed_in" IS 'When it changed, as sync counts. Derived. [none]';

CREATE INDEX plan_days_plan_idx ON public.plan_days USING btree (user_id, plan_id);

CREATE INDEX plan_days_routine_idx ON public.plan_days USING btree (user_id, routine_id);

CREATE POLICY "plan_days_delete_owner" ON "public"."plan_days"
  FOR DELETE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "plan_days_insert_owner" ON "public"."plan_days"
  FOR INSERT
  TO "authenticated"
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "plan_days_select_viewer" ON "public"."plan_days"
  FOR SELECT
  TO "authenticated"
  USING (((user_id = ( SELECT auth.uid() AS uid)) OR ( SELECT true
   FROM public.plans
  WHERE (plans.id = plan_days.plan_id))));

CREATE POLICY "plan_days_update_owner" ON "public"."plan_days"
  FOR UPDATE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)))
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

COMMENT ON COLUMN "public"."plan_days"."user_id" IS 'Owner of the plan. Derived. [personal]';

COMMENT ON POLICY "plan_days_select_viewer" ON "public"."plan_days" IS 'Whoever may see the plan.';

ALTER TABLE "public"."plan_days"
  ADD COLUMN "changed_in" bigint NOT NULL DEFAULT private.change_mark();

CREATE INDEX plan_days_user_id_changed_in_idx ON public.plan_days USING btree (user_id, changed_in);

COMMENT ON COLUMN "public"."plan_days"."changed_in" IS 'When it changed, as sync counts. Derived. [none]';

ALTER TABLE "public"."plan_likes"
  ADD CONSTRAINT "plan_likes_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

CREATE POLICY "plan_likes_delete_owner" ON "public"."plan_likes"
  FOR DELETE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "plan_likes_insert_owner" ON "public"."plan_likes"
  FOR INSERT
  TO "authenticated"
  WITH CHECK (((user_id = ( SELECT auth.uid() AS uid)) AND ( SELECT (published_plans.user_id IS DISTINCT FROM ( SELECT auth.uid() AS uid))
   FROM public.published_plans
  WHERE (published_plans.id = plan_likes.published_plan_id))));

CREATE POLICY "plan_likes_select_owner" ON "public"."plan_likes"
  FOR SELECT
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

COMMENT ON COLUMN "public"."plan_likes"."user_id" IS 'Who likes. [personal]';

COMMENT ON POLICY "plan_likes_insert_owner" ON "public"."plan_likes" IS 'In one''s own name, for the plans of others that one sees.';

ALTER TABLE "public"."plans"
  ADD CONSTRAINT "plans_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE "public"."enrollments"
  ADD CONSTRAINT "enrollments_plan_fkey" FOREIGN KEY (user_id, plan_id) REFERENCES public.plans(user_id, id) ON DELETE CASCADE;

ALTER TABLE "public"."plan_days"
  ADD CONSTRAINT "plan_days_plan_fkey" FOREIGN KEY (user_id, plan_id) REFERENCES public.plans(user_id, id) ON DELETE CASCADE;

CREATE POLICY "plans_delete_owner" ON "public"."plans"
  FOR DELETE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "plans_insert_owner" ON "public"."plans"
  FOR INSERT
  TO "authenticated"
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "plans_select_viewer" ON "public"."plans"
  FOR SELECT
  TO "authenticated"
  USING
    (((user_id = ( SELECT auth.uid() AS uid)) OR ((effective_visibility = 'public'::text) AND (NOT (user_id IN ( SELECT private.blocked_user_ids() AS blocked_user_ids)))) OR
    ((effective_visibility = 'followers'::text) AND (user_id IN ( SELECT private.followed_user_ids() AS followed_user_ids)))));

CREATE POLICY "plans_update_owner" ON "public"."plans"
  FOR UPDATE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)))
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

COMMENT ON COLUMN "public"."plans"."user_id" IS 'Owner. [personal]';

COMMENT ON POLICY "plans_select_viewer" ON "public"."plans" IS 'The owner, and whoever the effective visibility admits; a block hides both from each other.';

ALTER TABLE "public"."plans"
  ADD COLUMN "changed_in" bigint NOT NULL DEFAULT private.change_mark();

CREATE INDEX plans_user_id_changed_in_idx ON public.plans USING btree (user_id, changed_in);

COMMENT ON COLUMN "public"."plans"."changed_in" IS 'When it changed, as sync counts. Derived. [none]';

ALTER TABLE "public"."profile_settings"
  ADD COLUMN "changed_in" bigint NOT NULL DEFAULT private.change_mark();

COMMENT ON COLUMN "public"."profile_settings"."changed_in" IS 'When it changed, as sync counts. Derived. [none]';

ALTER TABLE "public"."progress_photos"
  ADD CONSTRAINT "progress_photos_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

CREATE INDEX progress_photos_user_id_taken_on_idx ON public.progress_photos USING btree (user_id, taken_on DESC, id);

CREATE POLICY "progress_photos_delete_owner" ON "public"."progress_photos"
  FOR DELETE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "progress_photos_insert_owner" ON "public"."progress_photos"
  FOR INSERT
  TO "authenticated"
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "progress_photos_select_owner" ON "public"."progress_photos"
  FOR SELECT
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "progress_photos_update_owner" ON "public"."progress_photos"
  FOR UPDATE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)))
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

COMMENT ON COLUMN "public"."progress_photos"."user_id" IS 'Owner. [personal]';

ALTER TABLE "public"."progress_photos"
  ADD COLUMN "changed_in" bigint NOT NULL DEFAULT private.change_mark();

CREATE INDEX progress_photos_user_id_changed_in_idx ON public.progress_photos USING btree (user_id, changed_in);

COMMENT ON COLUMN "public"."progress_photos"."changed_in" IS 'When it changed, as sync counts. Derived. [none]';

CREATE POLICY "routine_exercises_delete_owner" ON "public"."routine_exercises"
  FOR DELETE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "routine_exercises_insert_owner" ON "public"."routine_exercises"
  FOR INSERT
  TO "authenticated"
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "routine_exercises_select_viewer" ON "public"."routine_exercises"
  FOR SELECT
  TO "authenticated"
  USING (((user_id = ( SELECT auth.uid() AS uid)) OR ( SELECT true
   FROM public.routines
  WHERE (routines.id = routine_exercises.routine_id))));

CREATE POLICY "routine_exercises_update_owner" ON "public"."routine_exercises"
  FOR UPDATE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)))
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

COMMENT ON COLUMN "public"."routine_exercises"."user_id" IS 'Owner of the routine. Derived. [personal]';

COMMENT ON POLICY "routine_exercises_select_viewer" ON "public"."routine_exercises" IS 'Whoever may see the routine.';

ALTER TABLE "public"."routine_exercises"
  ADD COLUMN "changed_in" bigint NOT NULL DEFAULT private.change_mark();

CREATE INDEX routine_exercises_user_id_changed_in_idx ON public.routine_exercises USING btree (user_id, changed_in);

COMMENT ON COLUMN "public"."routine_exercises"."changed_in" IS 'When it changed, as sync counts. Derived. [none]';

ALTER TABLE "public"."routine_folders"
  ADD CONSTRAINT "routine_folders_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

CREATE POLICY "routine_folders_delete_owner" ON "public"."routine_folders"
  FOR DELETE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "routine_folders_insert_owner" ON "public"."routine_folders"
  FOR INSERT
  TO "authenticated"
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "routine_folders_select_owner" ON "public"."routine_folders"
  FOR SELECT
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "routine_folders_update_owner" ON "public"."routine_folders"
  FOR UPDATE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)))
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

COMMENT ON COLUMN "public"."routine_folders"."user_id" IS 'Owner. [personal]';

ALTER TABLE "public"."routine_folders"
  ADD COLUMN "changed_in" bigint NOT NULL DEFAULT private.change_mark();

CREATE INDEX routine_folders_user_id_changed_in_idx ON public.routine_folders USING btree (user_id, changed_in);

COMMENT ON COLUMN "public"."routine_folders"."changed_in" IS 'When it changed, as sync counts. Derived. [none]';

ALTER TABLE "public"."routine_sets"
  ADD CONSTRAINT "routine_sets_routine_exercise_fkey" FOREIGN KEY (user_id, routine_id, exercise_kind, routine_exercise_id)
    REFERENCES public.routine_exercises(user_id, routine_id, exercise_kind, id) ON UPDATE CASCADE ON DELETE CASCADE;

CREATE INDEX routine_sets_routine_exercise_idx ON public.routine_sets USING btree (user_id, routine_id, exercise_kind, routine_exercise_id);

CREATE POLICY "routine_sets_delete_owner" ON "public"."routine_sets"
  FOR DELETE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "routine_sets_insert_owner" ON "public"."routine_sets"
  FOR INSERT
  TO "authenticated"
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "routine_sets_select_viewer" ON "public"."routine_sets"
  FOR SELECT
  TO "authenticated"
  USING (((user_id = ( SELECT auth.uid() AS uid)) OR ( SELECT true
   FROM public.routines
  WHERE (routines.id = routine_sets.routine_id))));

CREATE POLICY "routine_sets_update_owner" ON "public"."routine_sets"
  FOR UPDATE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)))
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

COMMENT ON COLUMN "public"."routine_sets"."user_id" IS 'Owner of the routine. Derived. [personal]';

COMMENT ON POLICY "routine_sets_select_viewer" ON "public"."routine_sets" IS 'Whoever may see the routine.';

ALTER TABLE "public"."routine_sets"
  ADD COLUMN "changed_in" bigint NOT NULL DEFAULT private.change_mark();

CREATE INDEX routine_sets_user_id_changed_in_idx ON public.routine_sets USING btree (user_id, changed_in);

COMMENT ON COLUMN "public"."routine_sets"."changed_in" IS 'When it changed, as sync counts. Derived. [none]';

ALTER TABLE "public"."routines"
  ADD CONSTRAINT "routines_folder_fkey" FOREIGN KEY (user_id, folder_id) REFERENCES public.routine_folders(user_id, id) ON DELETE SET NULL (folder_id);

ALTER TABLE "public"."routines"
  ADD CONSTRAINT "routines_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE "public"."plan_days"
  ADD CONSTRAINT "plan_days_routine_fkey" FOREIGN KEY (user_id, routine_id) REFERENCES public.routines(user_id, id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE "public"."routine_exercises"
  ADD CONSTRAINT "routine_exercises_routine_fkey" FOREIGN KEY (user_id, routine_id) REFERENCES public.routines(user_id, id) ON DELETE CASCADE;

ALTER TABLE "public"."workouts"
  ADD CONSTRAINT "workouts_routine_fkey" FOREIGN KEY (user_id, routine_id) REFERENCES public.routines(user_id, id) ON DELETE SET NULL (routine_id);

CREATE INDEX routines_folder_idx ON public.routines USING btree (user_id, folder_id);

CREATE POLICY "routines_delete_owner" ON "public"."routines"
  FOR DELETE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "routines_insert_owner" ON "public"."routines"
  FOR INSERT
  TO "authenticated"
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "routines_select_viewer" ON "public"."routines"
  FOR SELECT
  TO "authenticated"
  USING
    (((user_id = ( SELECT auth.uid() AS uid)) OR ((effective_visibility = 'public'::text) AND (NOT (user_id IN ( SELECT private.blocked_user_ids() AS blocked_user_ids)))) OR
    ((effective_visibility = 'followers'::text) AND (user_id IN ( SELECT private.followed_user_ids() AS followed_user_ids)))));

CREATE POLICY "routines_update_owner" ON "public"."routines"
  FOR UPDATE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)))
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

COMMENT ON COLUMN "public"."routines"."user_id" IS 'Owner. [personal]';

COMMENT ON POLICY "routines_select_viewer" ON "public"."routines" IS 'The owner, and whoever the effective visibility admits; a block hides both from each other.';

ALTER TABLE "public"."routines"
  ADD COLUMN "changed_in" bigint NOT NULL DEFAULT private.change_mark();

CREATE INDEX routines_user_id_changed_in_idx ON public.routines USING btree (user_id, changed_in);

COMMENT ON COLUMN "public"."routines"."changed_in" IS 'When it changed, as sync counts. Derived. [none]';

ALTER TABLE "public"."share_links"
  ADD CONSTRAINT "share_links_plan_fkey" FOREIGN KEY (user_id, plan_id) REFERENCES public.plans(user_id, id) ON DELETE CASCADE;

ALTER TABLE "public"."share_links"
  ADD CONSTRAINT "share_links_routine_fkey" FOREIGN KEY (user_id, routine_id) REFERENCES public.routines(user_id, id) ON DELETE CASCADE;

ALTER TABLE "public"."share_links"
  ADD CONSTRAINT "share_links_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

CREATE INDEX share_links_plan_idx ON public.share_links USING btree (user_id, plan_id);

CREATE INDEX share_links_routine_idx ON public.share_links USING btree (user_id, routine_id);

CREATE TRIGGER share_links_10_keep
  BEFORE UPDATE OF id, user_id, routine_id, plan_id, token_hash ON public.share_links
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep('id', 'user_id', 'routine_id', 'plan_id', 'token_hash');

CREATE POLICY "share_links_delete_owner" ON "public"."share_links"
  FOR DELETE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "share_links_select_owner" ON "public"."share_links"
  FOR SELECT
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

COMMENT ON COLUMN "public"."share_links"."user_id" IS 'Owner of the link and of what it leads to. [personal]';

ALTER TABLE "public"."workout_exercises"
  ADD COLUMN "changed_in" bigint NOT NULL DEFAULT private.change_mark();

CREATE INDEX workout_exercises_user_id_changed_in_idx ON public.workout_exercises USING btree (user_id, changed_in);

COMMENT ON COLUMN "public"."workout_exercises"."changed_in" IS 'When it changed, as sync counts. Derived. [none]';

ALTER TABLE "public"."workout_sets"
  ADD COLUMN "changed_in" bigint NOT NULL DEFAULT private.change_mark();

CREATE INDEX workout_sets_user_id_changed_in_idx ON public.workout_sets USING btree (user_id, changed_in);

COMMENT ON COLUMN "public"."workout_sets"."changed_in" IS 'When it changed, as sync counts. Derived. [none]';

ALTER TABLE "public"."workouts"
  ADD COLUMN "changed_in" bigint NOT NULL DEFAULT private.change_mark();

CREATE VIEW "private"."sync_changes" WITH (security_invoker=true) AS  SELECT 'profile_settings'::text AS relation,
    profile_settings.user_id,
    profile_settings.changed_in
   FROM public.profile_settings
UNION ALL
 SELECT 'exercises'::text AS relation,
    exercises.user_id,
    exercises.changed_in
   FROM public.exercises
UNION ALL
 SELECT 'exercise_preferences'::text AS relation,
    exercise_preferences.user_id,
    exercise_preferences.changed_in
   FROM public.exercise_preferences
UNION ALL
 SELECT 'gyms'::text AS relation,
    gyms.user_id,
    gyms.changed_in
   FROM public.gyms
UNION ALL
 SELECT 'gym_equipment'::text AS relation,
    gym_equipment.user_id,
    gym_equipment.changed_in
   FROM public.gym_equipment
UNION ALL
 SELECT 'routine_folders'::text AS relation,
    routine_folders.user_id,
    routine_folders.changed_in
   FROM public.routine_folders
UNION ALL
 SELECT 'routines'::text AS relation,
    routines.user_id,
    routines.changed_in
   FROM public.routines
UNION ALL
 SELECT 'routine_exercises'::text AS relation,
    routine_exercises.user_id,
    routine_exercises.changed_in
   FROM public.routine_exercises
UNION ALL
 SELECT 'routine_sets'::text AS relation,
    routine_sets.user_id,
    routine_sets.changed_in
   FROM public.routine_sets
UNION ALL
 SELECT 'plans'::text AS relation,
    plans.user_id,
    plans.changed_in
   FROM public.plans
UNION ALL
 SELECT 'plan_days'::text AS relation,
    plan_days.user_id,
    plan_days.changed_in
   FROM public.plan_days
UNION ALL
 SELECT 'enrollments'::text AS relation,
    enrollments.user_id,
    enrollments.changed_in
   FROM public.enrollments
UNION ALL
 SELECT 'enrollment_pauses'::text AS relation,
    enrollment_pauses.user_id,
    enrollment_pauses.changed_in
   FROM public.enrollment_pauses
UNION ALL
 SELECT 'workouts'::text AS relation,
    workouts.user_id,
    workouts.changed_in
   FROM public.workouts
UNION ALL
 SELECT 'workout_exercises'::text AS relation,
    workout_exercises.user_id,
    workout_exercises.changed_in
   FROM public.workout_exercises
UNION ALL
 SELECT 'workout_sets'::text AS relation,
    workout_sets.user_id,
    workout_sets.changed_in
   FROM public.workout_sets
UNION ALL
 SELECT 'measurement_types'::text AS relation,
    measurement_types.user_id,
    measurement_types.changed_in
   FROM public.measurement_types
UNION ALL
 SELECT 'measurements'::text AS relation,
    measurements.user_id,
    measurements.changed_in
   FROM public.measurements
UNION ALL
 SELECT 'progress_photos'::text AS relation,
    progress_photos.user_id,
    progress_photos.changed_in
   FROM public.progress_photos;

CREATE INDEX workouts_user_id_changed_in_idx ON public.workouts USING btree (user_id, changed_in);

COMMENT ON COLUMN "public"."workouts"."changed_in" IS 'When it changed, as sync counts. Derived. [none]';

COMMENT ON VIEW "private"."sync_changes" IS 'The marks of all rows that sync carries, under the caller''s own rights. Filter by user_id and changed_in: each table has an index of both.';

GRANT SELECT ON TABLE "private"."sync_changes" TO "authenticated", "service_role";

ALTER TABLE "public"."exercises"
  ALTER COLUMN "user_id" SET DEFAULT auth.uid();

ALTER TABLE "public"."enrollments"
  ADD CONSTRAINT "enrollments_start_weights_form_check" CHECK ((private.start_weights_problem(start_weights) IS NULL));

ALTER TABLE "public"."routine_exercises"
  ADD CONSTRAINT "routine_exercises_progression_check" CHECK (((progression IS NULL) OR private.is_progression(progression, exercise_kind)));

ALTER TABLE "public"."routine_exercises"
  ADD CONSTRAINT "routine_exercises_warmup_ramp_check" CHECK (((warmup_ramp IS NULL) OR private.is_warmup_ramp(warmup_ramp)));
