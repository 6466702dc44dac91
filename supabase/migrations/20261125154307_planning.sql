set local check_function_bodies = off;

DROP TRIGGER "exercises_10_touch" ON "public"."exercises";

DROP TRIGGER "profile_settings_30_touch" ON "public"."profile_settings";

DROP TRIGGER "profiles_50_narrow_workouts" ON "public"."profiles";

DROP TRIGGER "workout_exercises_00_lock_training" ON "public"."workout_exercises";

DROP TRIGGER "workout_exercises_30_touch" ON "public"."workout_exercises";

DROP TRIGGER "workout_sets_00_lock_training" ON "public"."workout_sets";

DROP TRIGGER "workout_sets_30_touch" ON "public"."workout_sets";

DROP TRIGGER "workouts_00_lock_training" ON "public"."workouts";

DROP TRIGGER "workouts_20_effective_visibility" ON "public"."workouts";

DROP TRIGGER "workouts_40_touch" ON "public"."workouts";

ALTER TABLE "public"."exercise_aliases"
  DROP CONSTRAINT "exercise_aliases_pkey";

DROP FUNCTION "private"."field_problem"(jsonb, text, numeric, numeric, numeric, text[]);

DROP FUNCTION "private"."lock_training"(uuid);

DROP FUNCTION "private"."raise_problem"(text, text, text, text, text);

DROP FUNCTION "private"."tg_lock_training"();

DROP FUNCTION "private"."tg_narrow_workouts"();

DROP FUNCTION "private"."tg_workout_visibility"();

DROP FUNCTION "private"."workout_field_rules"();

CREATE TABLE "private"."quotas" (
  "name"        text    NOT NULL,
  "max_count"   integer NOT NULL,
  "description" text    NOT NULL,
  CONSTRAINT "quotas_max_count_positive_check" CHECK ((max_count > 0)),
  CONSTRAINT "quotas_pkey" PRIMARY KEY (name)
);

ALTER TABLE "private"."quotas"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "private"."sync_state" (
  "is_single"         boolean NOT NULL DEFAULT true,
  "generation"        integer NOT NULL DEFAULT 1,
  "forgotten_through" bigint  NOT NULL DEFAULT 0,
  CONSTRAINT "sync_state_generation_range_check" CHECK (((generation >= 1) AND (generation <= 4000000))),
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
  "weight_kg"     numeric(10,6)            NOT NULL,
  "count"         smallint,
  "step_kg"       numeric(10,6),
  "max_weight_kg" numeric(10,6),
  "unit_system"   text                     NOT NULL DEFAULT 'metric'::text,
  "version"       integer                  NOT NULL DEFAULT 1,
  "created_at"    timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"    timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "gym_equipment_count_range_check" CHECK (((count >= 1) AND (count <= 200))),
  CONSTRAINT "gym_equipment_max_weight_kg_range_check" CHECK (((max_weight_kg >= weight_kg) AND (max_weight_kg <= (1000)::numeric))),
  CONSTRAINT "gym_equipment_name_length_check" CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120))),
  CONSTRAINT "gym_equipment_pkey" PRIMARY KEY (id),
  CONSTRAINT "gym_equipment_plate_weighs_check" CHECK (((type <> 'plate'::text) OR (weight_kg > (0)::numeric))),
  CONSTRAINT "gym_equipment_plates_are_counted_check" CHECK (((type <> 'plate'::text) OR (count IS NOT NULL))),
  CONSTRAINT "gym_equipment_stack_has_steps_check" CHECK (((type = 'stack'::text) = (num_nonnulls(step_kg, max_weight_kg) = 2))),
  CONSTRAINT "gym_equipment_step_kg_range_check" CHECK (((step_kg > (0)::numeric) AND (step_kg <= (1000)::numeric))),
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

CREATE TABLE "public"."plans" (
  "id"                   uuid                     NOT NULL,
  "name"                 text                     NOT NULL,
  "description"          text,
  "goal"                 text,
  "level"                text,
  "tags"                 text[]                   NOT NULL DEFAULT '{}'::text[],
  "weeks"                smallint                 NOT NULL DEFAULT 1,
  "deload_weeks"         smallint[]               NOT NULL DEFAULT '{}'::smallint[],
  "is_repeating"         boolean                  NOT NULL DEFAULT false,
  "visibility"           text                     NOT NULL DEFAULT 'private'::text,
  "effective_visibility" text                     NOT NULL DEFAULT 'private'::text,
  "version"              integer                  NOT NULL DEFAULT 1,
  "created_at"           timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"           timestamp with time zone NOT NULL DEFAULT now(),
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
  "user_id"              uuid                     NOT NULL DEFAULT auth.uid(),
  CONSTRAINT "plans_user_id_id_key" UNIQUE (user_id, id)
);

ALTER TABLE "public"."plans"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."plans" FROM "anon";

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
  "id"                   uuid                     NOT NULL,
  "folder_id"            uuid,
  "name"                 text                     NOT NULL,
  "notes"                text,
  "position"             smallint                 NOT NULL DEFAULT 1,
  "visibility"           text                     NOT NULL DEFAULT 'private'::text,
  "effective_visibility" text                     NOT NULL DEFAULT 'private'::text,
  "version"              integer                  NOT NULL DEFAULT 1,
  "created_at"           timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"           timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "routines_name_length_check" CHECK (((char_length(name) <= 120) AND (name ~ '[^[:space:]]'::text))),
  CONSTRAINT "routines_notes_length_check" CHECK ((char_length(notes) <= 4000)),
  CONSTRAINT "routines_pkey" PRIMARY KEY (id),
  CONSTRAINT "routines_position_range_check" CHECK ((("position" >= 1) AND ("position" <= 1000))),
  CONSTRAINT "routines_visibility_check" CHECK ((visibility = ANY (ARRAY['public'::text, 'followers'::text, 'private'::text]))),
  "user_id"              uuid                     NOT NULL DEFAULT auth.uid(),
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

ALTER TABLE "public"."exercise_aliases"
  ADD COLUMN "locale" text NOT NULL DEFAULT 'en'::text;

ALTER TABLE "public"."exercises"
  ADD COLUMN "cues" text[] NOT NULL DEFAULT '{}'::text[];

ALTER TABLE "public"."exercises"
  ADD COLUMN "version" integer NOT NULL DEFAULT 1;

ALTER TABLE "public"."profile_settings"
  ADD COLUMN "version" integer NOT NULL DEFAULT 1;

ALTER TABLE "public"."workout_exercises"
  ADD COLUMN "routine_exercise_id" uuid;

ALTER TABLE "public"."workout_exercises"
  ADD COLUMN "version" integer NOT NULL DEFAULT 1;

ALTER TABLE "public"."workout_sets"
  ADD COLUMN "version" integer NOT NULL DEFAULT 1;

ALTER TABLE "public"."workouts"
  ADD COLUMN "routine_id" uuid;

ALTER TABLE "public"."workouts"
  ADD COLUMN "enrollment_id" uuid;

ALTER TABLE "public"."workouts"
  ADD COLUMN "version" integer NOT NULL DEFAULT 1;

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

CREATE OR REPLACE FUNCTION private.change_mark()
  RETURNS bigint
  LANGUAGE plpgsql
  STABLE
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  return (select sync_state.generation from private.sync_state) * 1099511627776 + pg_current_xact_id()::text::bigint;
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

  if (p_workout ->> 'ended_at')::timestamptz < (p_workout ->> 'started_at')::timestamptz then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'ended_at', 'is before started_at',
      'Correct the field and send the workout again; nothing was stored.'
    );
  end if;
end;
$function$;

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
    'forget-share-links', '13 3 * * *',
    'delete from public.share_links where expires_at <= now() - interval ''90 days'''
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
  ('must be one of '::text || array_to_string((p_rule).choices, ', '::text)) ELSE NULL::text END WHEN 'number'::text THEN CASE WHEN
  ((jsonb_typeof(p_value) <> 'number'::text) OR ((((p_value #>> '{}'::text[]))::numeric < (p_rule).minimum) OR (((p_value #>> '{}'::text[]))::numeric > (p_rule).maximum))) THEN
  format('must be a number from %s to %s'::text, (p_rule).minimum, (p_rule).maximum) WHEN ((((p_value #>> '{}'::text[]))::numeric % (p_rule).step) <> (0)::numeric) THEN
  format('must be a multiple of %s'::text, (p_rule).step) ELSE NULL::text END WHEN 'texts'::text THEN CASE WHEN
  ((jsonb_typeof(p_value) <> 'array'::text) OR ((jsonb_array_length(p_value))::numeric > (p_rule).maximum) OR jsonb_path_exists(p_value,
  'strict $[*]?(@.type() != "string")'::jsonpath)) THEN format('must be an array of at most %s texts'::text, (p_rule).maximum) ELSE NULL::text END WHEN 'array'::text THEN CASE WHEN
  ((jsonb_typeof(p_value) <> 'array'::text) OR ((jsonb_array_length(p_value))::numeric > (p_rule).maximum)) THEN
  format('must be an array of at most %s elements'::text, (p_rule).maximum) ELSE NULL::text END WHEN 'object'::text THEN CASE WHEN (jsonb_typeof(p_value) <> 'object'::text) THEN
  'must be an object'::text ELSE NULL::text END WHEN 'boolean'::text THEN CASE WHEN (jsonb_typeof(p_value) <> 'boolean'::text) THEN 'must be true or false'::text ELSE NULL::text
  END ELSE NULL::text END;

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

CREATE OR REPLACE FUNCTION private.is_warmup_ramp (
  p_ramp jsonb
)
  RETURNS boolean
  LANGUAGE sql
  IMMUTABLE
RETURN
  COALESCE(((jsonb_typeof(p_ramp) = 'array'::text) AND (jsonb_array_length(p_ramp) <= 10) AND (jsonb_array_length(p_ramp) = jsonb_array_length(jsonb_path_query_array(p_ramp,
  'strict $[*]?((((((((@.type() == "object" && @."percent".type() == "number") && @."percent" >= 1) && @."percent" <= 100) && @."reps".type() == "number") && @."reps" >= 1) && @."reps" <= 50) && @."reps".floor() == @."reps") && !(exists (@.keyvalue()?((@."key" != "percent" && @."key" != "reps") && (@."key" != "rest_seconds" || @."value".type() != "null" && (((@."value".type() != "number" || @."value" < 0) || @."value" > 86400) || @."value".floor() != @."value"))))))'::jsonpath)))), false);

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

CREATE OR REPLACE FUNCTION private.lock_user_data (
  p_user_id uuid
)
  RETURNS void
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  select pg_advisory_xact_lock(hashtextextended('user data:' || p_user_id, 0));
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
    sent.side, sent.rest_seconds::integer, sent.notes, sent.target, sent.completed_at
  from jsonb_array_elements(p_exercises) as exercise (node)
  cross join lateral jsonb_to_recordset(
    case jsonb_typeof(exercise.node -> 'sets') when 'array' then exercise.node -> 'sets' else '[]' end
  ) as sent (
    id uuid, position numeric, set_type text, reps numeric, weight_kg numeric(7, 3), duration_seconds numeric,
    distance_meters numeric(9, 2), rpe numeric, rir numeric, side text, rest_seconds numeric, notes text, target jsonb,
    completed_at timestamptz
  );
end;
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

CREATE OR REPLACE FUNCTION private.store_workout_exercises (
  p_workout_id uuid,
  p_exercises  jsonb
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
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

  insert into public.workout_exercises (
    id, workout_id, exercise_id, routine_exercise_id, position, superset_group, notes
  )
  select
    sent.id, p_workout_id, sent.exercise_id, sent.routine_exercise_id, sent.position::smallint,
    sent.superset_group::smallint, sent.notes
  from jsonb_to_recordset(p_exercises) as sent (
    id uuid, exercise_id uuid, routine_exercise_id uuid, position numeric, superset_group numeric, notes text
  )
  where not exists (
    select 1
    from public.workout_exercises as stored
    where stored.id = sent.id and stored.workout_id = p_workout_id
  );

  delete from public.workout_sets as stored
  using public.workout_exercises
  where workout_exercises.workout_id = p_workout_id
    and stored.workout_exercise_id = workout_exercises.id
    and not exists (
      select 1
      from private.sent_sets(p_exercises) as sent
      where sent.id = stored.id and sent.workout_exercise_id = stored.workout_exercise_id
    );

  update public.workout_sets as stored
  set
    position = sent.position, set_type = sent.set_type, reps = sent.reps, weight_kg = sent.weight_kg,
    duration_seconds = sent.duration_seconds, distance_meters = sent.distance_meters, rpe = sent.rpe, rir = sent.rir,
    side = sent.side, rest_seconds = sent.rest_seconds, notes = sent.notes, target = sent.target,
    completed_at = sent.completed_at
  from private.sent_sets(p_exercises) as sent
  where stored.workout_exercise_id = sent.workout_exercise_id
    and stored.id = sent.id
    and (
      stored.position, stored.set_type, stored.reps, stored.weight_kg, stored.duration_seconds,
      stored.distance_meters, stored.rpe, stored.rir, stored.side, stored.rest_seconds, stored.notes, stored.target,
      stored.completed_at
    ) is distinct from (
      sent.position, sent.set_type, sent.reps, sent.weight_kg, sent.duration_seconds, sent.distance_meters, sent.rpe,
      sent.rir, sent.side, sent.rest_seconds, sent.notes, sent.target, sent.completed_at
    );

  insert into public.workout_sets (
    id, workout_exercise_id, position, set_type, reps, weight_kg, duration_seconds, distance_meters, rpe, rir, side,
    rest_seconds, notes, target, completed_at
  )
  select
    sent.id, sent.workout_exercise_id, sent.position, sent.set_type, sent.reps, sent.weight_kg, sent.duration_seconds,
    sent.distance_meters, sent.rpe, sent.rir, sent.side, sent.rest_seconds, sent.notes, sent.target, sent.completed_at
  from private.sent_sets(p_exercises) as sent
  where not exists (
    select 1
    from public.workout_sets as stored
    where stored.id = sent.id and stored.workout_exercise_id = sent.workout_exercise_id
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
  select sync_state.generation * 1099511627776 + pg_snapshot_xmin(pg_current_snapshot())::text::bigint
  from private.sync_state;
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
  STABLE
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  if not exists (
    select 1
    from public.exercises
    where exercises.id = new.exercise_id and (exercises.user_id is null or exercises.user_id = new.user_id)
  ) then
    perform private.raise_id_unusable('exercise_id');
  end if;
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

CREATE OR REPLACE FUNCTION private.tg_inherit_exercise_kind()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  select exercises.kind
  into new.exercise_kind
  from public.exercises
  where exercises.id = new.exercise_id and (exercises.user_id is null or exercises.user_id = new.user_id);
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

  select exercises.kind
  into new.exercise_kind
  from public.exercises
  where exercises.id = new.exercise_id and (exercises.user_id is null or exercises.user_id = new.user_id);
  if not found then
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

  new.local_date := private.local_date(new.started_at, new.time_zone, new.day_start_hour);
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

CREATE OR REPLACE FUNCTION private.workout_field_rules()
  RETURNS private.field_rule[]
  LANGUAGE sql
  IMMUTABLE
BEGIN ATOMIC
 SELECT array_agg(ROW(rule.level, rule.field, rule.type, rule.is_required, rule.minimum, rule.maximum, rule.step, rule.choices, rule.element_level)::private.field_rule)
  AS array_agg
    FROM ( VALUES ('workout'::text,'id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('workout'::text,'revision'::text,'number'::text,false,1,2147483647,1,NULL::text[],NULL::text), ('workout'::text,'name'::text,'text'::text,true,1,120,NULL::numeric,NULL::text[],NULL::text), ('workout'::text,'notes'::text,'text'::text,false,0,4000,NULL::numeric,NULL::text[],NULL::text), ('workout'::text,'started_at'::text,'instant'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('workout'::text,'ended_at'::text,'instant'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('workout'::text,'time_zone'::text,'text'::text,true,1,60,NULL::numeric,NULL::text[],NULL::text), ('workout'::text,'session_rpe'::text,'number'::text,false,0,10,0.5,NULL::text[],NULL::text), ('workout'::text,'visibility'::text,'choice'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['public'::text, 'followers'::text, 'private'::text],NULL::text), ('workout'::text,'routine_id'::text,'uuid'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('workout'::text,'enrollment_id'::text,'uuid'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('workout'::text,'exercises'::text,'array'::text,false,0,100,NULL::numeric,NULL::text[],'exercise'::text), ('exercise'::text,'id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('exercise'::text,'exercise_id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('exercise'::text,'routine_exercise_id'::text,'uuid'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('exercise'::text,'position'::text,'number'::text,true,1,500,1,NULL::text[],NULL::text), ('exercise'::text,'superset_group'::text,'number'::text,false,1,100,1,NULL::text[],NULL::text), ('exercise'::text,'notes'::text,'text'::text,false,0,4000,NULL::numeric,NULL::text[],NULL::text), ('exercise'::text,'sets'::text,'array'::text,false,0,200,NULL::numeric,NULL::text[],'set'::text), ('set'::text,'id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('set'::text,'position'::text,'number'::text,true,1,500,1,NULL::text[],NULL::text), ('set'::text,'set_type'::text,'choice'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['normal'::text, 'warmup'::text, 'drop'::text, 'failure'::text, 'amrap'::text, 'rest_pause'::text, 'myo'::text, 'cluster'::text, 'backoff'::text],NULL::text), ('set'::text,'reps'::text,'number'::text,false,0,10000,1,NULL::text[],NULL::text), ('set'::text,'weight_kg'::text,'number'::text,false,0,2000,NULL::numeric,NULL::text[],NULL::text), ('set'::text,'duration_seconds'::text,'number'::text,false,0,172800,1,NULL::text[],NULL::text), ('set'::text,'distance_meters'::text,'number'::text,false,0,1000000,NULL::numeric,NULL::text[],NULL::text), ('set'::text,'rpe'::text,'number'::text,false,1,10,0.5,NULL::text[],NULL::text), ('set'::text,'rir'::text,'number'::text,false,0,10,0.5,NULL::text[],NULL::text), ('set'::text,'side'::text,'choice'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['left'::text, 'right'::text],NULL::text), ('set'::text,'rest_seconds'::text,'number'::text,false,0,86400,1,NULL::text[],NULL::text), ('set'::text,'notes'::text,'text'::text,false,0,1000,NULL::numeric,NULL::text[],NULL::text), ('set'::text,'target'::text,'object'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text), ('set'::text,'completed_at'::text,'instant'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[],NULL::text)) rule(level, field, type, is_required, minimum, maximum, step, choices, element_level);
END;

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
    if exists (
      select 1
      from private.tombstones
      where tombstones.user_id = v_user_id and tombstones.relation = 'workouts' and tombstones.row_id = v_id
    ) then
      perform private.raise_problem(
        'PT409', 'deleted', 'id', 'This workout was deleted.', 'Drop it here too, or log it under a new id.'
      );
    end if;

    insert into public.workouts (
      id, revision, name, notes, started_at, ended_at, time_zone, visibility, session_rpe, routine_id, enrollment_id
    )
    select
      v_id, v_revision, sent.name, sent.notes, sent.started_at, sent.ended_at, sent.time_zone,
      coalesce(sent.visibility, profile_settings.default_workout_visibility, 'private'), sent.session_rpe,
      sent.routine_id, sent.enrollment_id
    from jsonb_to_record(p_workout) as sent (
      name text, notes text, started_at timestamptz, ended_at timestamptz, time_zone text, visibility text,
      session_rpe numeric, routine_id uuid, enrollment_id uuid
    )
    left join public.profile_settings on profile_settings.user_id = v_user_id;
  else
    -- Who sees the workout changes only where that is said.
    update public.workouts
    set
      revision = v_revision, name = sent.name, notes = sent.notes, started_at = sent.started_at,
      ended_at = sent.ended_at, time_zone = sent.time_zone, session_rpe = sent.session_rpe,
      visibility = coalesce(sent.visibility, v_stored.visibility), routine_id = sent.routine_id,
      enrollment_id = sent.enrollment_id
    from jsonb_to_record(p_workout) as sent (
      name text, notes text, started_at timestamptz, ended_at timestamptz, time_zone text, visibility text,
      session_rpe numeric, routine_id uuid, enrollment_id uuid
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
    if v_constraint in ('workouts_pkey', 'workout_exercises_pkey', 'workout_sets_pkey') then
      perform private.raise_id_unusable(case v_constraint
        when 'workouts_pkey' then 'id'
        when 'workout_exercises_pkey' then 'exercises[].id'
        else 'exercises[].sets[].id'
      end);
    end if;
    raise;
end;
$function$;

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
  if v_stored.id is not null and v_sent = private.routine_document(v_id) - 'version' then
    return jsonb_build_object('routine', private.routine_document(v_id));
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

ALTER TABLE "public"."gym_equipment"
  ADD CONSTRAINT "gym_equipment_equipment_id_fkey" FOREIGN KEY (equipment_id) REFERENCES public.equipment(id) ON DELETE RESTRICT;

ALTER TABLE "public"."gym_equipment"
  ADD CONSTRAINT "gym_equipment_exercise_id_fkey" FOREIGN KEY (exercise_id) REFERENCES public.exercises(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE "public"."routine_exercises"
  ADD CONSTRAINT "routine_exercises_exercise_fkey" FOREIGN KEY (exercise_id, exercise_kind) REFERENCES public.exercises(id, kind) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE "public"."workout_exercises"
  ADD CONSTRAINT "workout_exercises_routine_exercise_id_fkey" FOREIGN KEY (routine_exercise_id) REFERENCES public.routine_exercises(id) ON DELETE SET NULL;

CREATE INDEX tombstones_deleted_at_idx ON private.tombstones USING btree (deleted_at);

CREATE UNIQUE INDEX enrollment_pauses_one_open_key ON public.enrollment_pauses USING btree (enrollment_id)
  WHERE (resumed_on IS NULL);

CREATE INDEX exercise_media_exercise_id_idx ON public.exercise_media USING btree (exercise_id, "position");

CREATE INDEX exercise_preferences_exercise_id_idx ON public.exercise_preferences USING btree (exercise_id);

CREATE INDEX gym_equipment_equipment_id_idx ON public.gym_equipment USING btree (equipment_id);

CREATE INDEX gym_equipment_exercise_id_idx ON public.gym_equipment USING btree (exercise_id);

CREATE INDEX gym_equipment_gym_id_idx ON public.gym_equipment USING btree (gym_id);

CREATE INDEX plan_days_plan_id_idx ON public.plan_days USING btree (plan_id, week, weekday, "position");

CREATE INDEX routine_exercises_exercise_idx ON public.routine_exercises USING btree (exercise_id, exercise_kind);

CREATE INDEX routine_exercises_routine_id_idx ON public.routine_exercises USING btree (routine_id, "position");

CREATE INDEX routine_sets_routine_exercise_id_idx ON public.routine_sets USING btree (routine_exercise_id, "position");

CREATE INDEX routine_sets_routine_id_idx ON public.routine_sets USING btree (routine_id);

CREATE INDEX share_links_expires_at_idx ON public.share_links USING btree (expires_at);

CREATE INDEX workout_exercises_routine_exercise_id_idx ON public.workout_exercises USING btree (routine_exercise_id);

CREATE INDEX workouts_enrollment_idx ON public.workouts USING btree (user_id, enrollment_id);

CREATE INDEX workouts_routine_idx ON public.workouts USING btree (user_id, routine_id);

CREATE TRIGGER users_60_forget_tombstones
  AFTER DELETE ON auth.users
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_forget_tombstones();

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

CREATE TRIGGER enrollments_70_bury
  AFTER DELETE ON public.enrollments REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_bury();

CREATE TRIGGER exercise_media_10_touch
  BEFORE UPDATE ON public.exercise_media
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_touch();

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

CREATE TRIGGER exercises_10_mark_change
  BEFORE UPDATE ON public.exercises
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

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

CREATE TRIGGER gyms_20_mark_change
  BEFORE UPDATE ON public.gyms
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

CREATE TRIGGER gyms_30_enforce_quota AFTER INSERT ON public.gyms REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'gyms',
  'user_id'
);

CREATE TRIGGER gyms_70_bury
  AFTER DELETE ON public.gyms REFERENCING OLD TABLE AS old_rows
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

CREATE TRIGGER plans_30_mark_change
  BEFORE UPDATE ON public.plans
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

CREATE TRIGGER plans_40_enforce_quota AFTER INSERT ON public.plans REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'plans',
  'user_id'
);

CREATE TRIGGER plans_70_bury
  AFTER DELETE ON public.plans REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_bury();

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

CREATE TRIGGER workout_sets_00_lock_user_data
  BEFORE INSERT OR DELETE OR UPDATE ON public.workout_sets
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

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

CREATE TRIGGER workouts_00_lock_user_data
  BEFORE INSERT OR DELETE OR UPDATE ON public.workouts
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_user_data();

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

CREATE TRIGGER workouts_40_mark_change
  BEFORE UPDATE ON public.workouts
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_mark_change();

CREATE TRIGGER workouts_50_enforce_quota AFTER INSERT ON public.workouts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.tg_enforce_quota (
  'workouts_per_day',
  'user_id',
  'local_date'
);

CREATE TRIGGER workouts_70_bury
  AFTER DELETE ON public.workouts REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_bury();

CREATE POLICY "tombstones_select_owner" ON "private"."tombstones"
  FOR SELECT
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "exercise_media_select_viewer" ON "public"."exercise_media"
  FOR SELECT
  TO "anon", "authenticated"
  USING ((EXISTS ( SELECT 1
   FROM public.exercises
  WHERE (exercises.id = exercise_media.exercise_id))));

CREATE POLICY "exercise_translations_select_viewer" ON "public"."exercise_translations"
  FOR SELECT
  TO "anon", "authenticated"
  USING ((EXISTS ( SELECT 1
   FROM public.exercises
  WHERE (exercises.id = exercise_translations.exercise_id))));

COMMENT ON COLUMN "private"."quotas"."description" IS 'Of what, and why so many. [none]';

COMMENT ON COLUMN "private"."quotas"."max_count" IS 'How many there may be at once. [none]';

COMMENT ON COLUMN "private"."quotas"."name" IS 'What is counted, such as routines or sets_per_routine_exercise. [none]';

COMMENT ON COLUMN "private"."sync_state"."forgotten_through" IS 'Mark of the newest tombstone that was forgotten: an older cursor gets everything. [none]';

COMMENT ON COLUMN "private"."sync_state"."generation" IS 'Of the database''s transaction ids. [none]';

COMMENT ON COLUMN "private"."sync_state"."is_single" IS 'Always true. [none]';

COMMENT ON COLUMN "private"."tombstones"."deleted_at" IS 'When it was deleted. [none]';

COMMENT ON COLUMN "private"."tombstones"."relation" IS 'Its table, such as workouts. [none]';

COMMENT ON COLUMN "private"."tombstones"."row_id" IS 'Its id, as sync names it. [none]';

COMMENT ON COLUMN "private"."tombstones"."user_id" IS 'Owner of the row. [personal]';

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

COMMENT ON COLUMN "public"."exercises"."cues" IS 'What to think of while doing it, one an element. [none]';

COMMENT ON COLUMN "public"."exercises"."version" IS 'Raised with every change. Derived. [none]';

COMMENT ON COLUMN "public"."gym_equipment"."count" IS 'How many there are, of plates in all, not per side; null where it does not matter. [personal]';

COMMENT ON COLUMN "public"."gym_equipment"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."gym_equipment"."equipment_id" IS 'Which equipment of exercises it is, such as barbell, ez_bar, dumbbell or cable; null for plates, which fit every bar. [personal]';

COMMENT ON COLUMN "public"."gym_equipment"."exercise_id" IS 'Of a stack that serves one exercise alone; else null. [personal]';

COMMENT ON COLUMN "public"."gym_equipment"."gym_id" IS '[none]';

COMMENT ON COLUMN "public"."gym_equipment"."id" IS 'Made by the client (uuid v7). [none]';

COMMENT ON COLUMN "public"."gym_equipment"."max_weight_kg" IS 'Of a stack: its heaviest setting. [personal]';

COMMENT ON COLUMN "public"."gym_equipment"."name" IS 'To tell two alike apart; null where the type says it all. [personal]';

COMMENT ON COLUMN "public"."gym_equipment"."step_kg" IS 'Of a stack: from one setting to the next. [personal]';

COMMENT ON COLUMN "public"."gym_equipment"."type" IS 'bar (empty, loaded on both sides), plate, fixed_weight (a dumbbell, a kettlebell, a fixed barbell) or stack (a machine or cable with steps). [personal]';

COMMENT ON COLUMN "public"."gym_equipment"."unit_system" IS 'What its label says: metric or imperial. [personal]';

COMMENT ON COLUMN "public"."gym_equipment"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."gym_equipment"."version" IS 'Raised with every change. Derived. [none]';

COMMENT ON COLUMN "public"."gym_equipment"."weight_kg" IS 'Of one bar, plate or fixed weight; of a stack its lightest setting. Six decimals, so that pounds stay exact in sums. [personal]';

COMMENT ON COLUMN "public"."gyms"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."gyms"."id" IS 'Made by the client (uuid v7). [none]';

COMMENT ON COLUMN "public"."gyms"."is_default" IS 'Whether prescriptions round to this gym where no other is named. [personal]';

COMMENT ON COLUMN "public"."gyms"."name" IS 'As the user named it. [personal]';

COMMENT ON COLUMN "public"."gyms"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."gyms"."version" IS 'Raised with every change of the gym or its equipment. Derived. [none]';

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

COMMENT ON COLUMN "public"."plan_days"."weekday" IS 'ISO weekday, 1 Monday to 7 Sunday; in sequence mode it gives the order alone. [personal]';

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

COMMENT ON COLUMN "public"."routine_exercises"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."routine_exercises"."exercise_id" IS 'A global exercise, or one of the owner''s own. [personal]';

COMMENT ON COLUMN "public"."routine_exercises"."exercise_kind" IS 'Kind of the exercise. Derived. [none]';

COMMENT ON COLUMN "public"."routine_exercises"."id" IS 'Made by the client (uuid v7), and kept by edits: workouts refer to it, and progression follows it. [none]';

COMMENT ON COLUMN "public"."routine_exercises"."notes" IS 'At most 4000 characters. [personal]';

COMMENT ON COLUMN "public"."routine_exercises"."position" IS 'Order within the routine, from 1. [none]';

COMMENT ON COLUMN "public"."routine_exercises"."progression" IS 'How targets change from session to session, an object with a scheme; null where they stay. [personal]';

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

COMMENT ON COLUMN "public"."workout_exercises"."routine_exercise_id" IS 'Which exercise of the routine it was; null for none, and once that is deleted. [personal]';

COMMENT ON COLUMN "public"."workout_exercises"."version" IS 'Raised with every change. Derived. [none]';

COMMENT ON COLUMN "public"."workout_sets"."version" IS 'Raised with every change. Derived. [none]';

COMMENT ON COLUMN "public"."workouts"."enrollment_id" IS 'The enrollment that it was a session of; null for none. [personal]';

COMMENT ON COLUMN "public"."workouts"."routine_id" IS 'The routine that it followed; null for none, and once the routine is deleted. [personal]';

COMMENT ON COLUMN "public"."workouts"."version" IS 'Raised with every change. Derived. [none]';

COMMENT ON FUNCTION "private"."add_share_link"(uuid, uuid, uuid, integer, integer) IS 'Stores a link to the caller''s own routine or plan and answers its token; of one that is stored already, the token alone. Definer, because nobody may write token_hash, and the owner alone reads the Vault. Errors: 409 id_unusable, quota_exceeded.';

COMMENT ON FUNCTION "private"."change_mark"() IS 'When a row changed, as sync counts: generation × 2^40 + the writing transaction''s id. Grows with the order in which transactions begin to write, not with that in which they commit: see private.sync_horizon(). The default of changed_in, so clients may call it; it tells them nothing of anybody.';

COMMENT ON FUNCTION "private"."check_document"(text, jsonb, private.field_rule[]) IS 'Refuses a JSON document that breaks a rule, and names the field. p_level is the level of the document itself. Errors: 422 invalid_field, missing_field, unknown_field.';

COMMENT ON FUNCTION "private"."check_routine"(jsonb) IS 'Refuses a routine that save_routine() cannot take, and names the field. Errors: 409 id_unusable, column_immutable; 422 invalid_field, missing_field, unknown_field, field_not_allowed.';

COMMENT ON FUNCTION "private"."document_problem"(text, jsonb, private.field_rule[]) IS 'The first thing that is wrong with a JSON document by rules: an error key, the path of the field (null for the document itself) and the trouble in words; all null where nothing is. p_level is the level of the document itself.';

COMMENT ON FUNCTION "private"."end_share_link"(uuid) IS 'Answers revoke_share_link(). Definer, because revoked_at is the server''s time, which no client may write. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."ensure_secret"(text, text) IS 'Puts 32 random bytes, as hexadecimal digits, into the Vault under a name that holds nothing yet. Called by sql/settings in every environment: no secret stands in a file.';

COMMENT ON FUNCTION "private"."field_problem"(jsonb, private.field_rule) IS 'What is wrong with a JSON value by a rule, in words; null where nothing is. Types: uuid, instant, date, text, choice, number, texts, array, object, boolean.';

COMMENT ON FUNCTION "private"."forget_tombstones"() IS 'Forgets tombstones that are older than 400 days; cursors from before them get everything. A cron job calls it.';

COMMENT ON FUNCTION "private"."is_warmup_ramp"(jsonb) IS 'Whether it is a list of at most ten warm-up sets {percent, reps, rest_seconds}: percent of the working load from 1 to 100, 1 to 50 repetitions, and rest_seconds optional. private.routine_field_rules() says the same to save_routine().';

COMMENT ON FUNCTION "private"."load_exercises"(jsonb) IS 'Loads global exercises from sql/catalog by their slugs, with muscles, equipment and English aliases. The same file again changes nothing; what was archived stays so, and users'' rows are never touched.';

COMMENT ON FUNCTION "private"."load_quotas"(jsonb) IS 'Loads quotas from sql/settings: adds what is new and keeps the numbers that an operator changed.';

COMMENT ON FUNCTION "private"."load_translations"(jsonb) IS 'Loads global exercises in other languages from sql/catalog by their slugs: every other key of a row is a locale with name, and aliases, instructions and cues where there are any. The same file again changes nothing; English and users'' rows are never touched.';

COMMENT ON FUNCTION "private"."lock_user_data"(uuid) IS 'Makes the writers of one user''s own data wait for each other until their transaction ends. Taken before any row lock: the rows of one user are touched by every device of theirs, in any order, and would deadlock without it.';

COMMENT ON FUNCTION "private"."raise_problem"(text, text, text, text, text, integer) IS 'Raises an error in the one form clients know: p_code is a SQLSTATE (PT4xx answers HTTP 4xx), p_message a stable key of types/errors.ts, p_path the field it is about, p_text what is wrong with it, p_hint what to do, p_limit the number that was exceeded.';

COMMENT ON FUNCTION "private"."raise_stale_version"(integer) IS 'The one answer for a save that was made from another version than the stored one, which the argument names. 409 stale_version.';

COMMENT ON FUNCTION "private"."read_routine"(jsonb, integer, text) IS 'A checked payload of save_routine() in the form of private.routine_document(), without the version: every field is there, with the precision that the tables keep. p_position and p_visibility stand in where it names none.';

COMMENT ON FUNCTION "private"."routine_document"(uuid) IS 'A routine as save_routine() takes it, with its version, exercises and sets in order of their positions and every field there; null where the caller sees no such routine.';

COMMENT ON FUNCTION "private"."routine_field_rules"() IS 'What save_routine() takes: the fields of a routine, of its exercises with their warm-ups, and of their sets. The tables check the same bounds, whichever way a row comes.';

COMMENT ON FUNCTION "private"."sent_sets"(jsonb) IS 'The sets of the exercises that log_workout() was sent, as rows of workout_sets: {id, sets: [{id, position, …}]}.';

COMMENT ON FUNCTION "private"."share_token"(uuid) IS 'The token of a link: 144 bits, base64url, derived from the link''s id and a secret of this database, so that a retry answers the same though the token is stored nowhere. Granted to nobody: it does not ask whose link it is.';

COMMENT ON FUNCTION "private"."share_token_hash"(text) IS 'By what a link is looked up, and all that is stored of its token.';

COMMENT ON FUNCTION "private"."store_workout_exercises"(uuid, jsonb) IS 'Makes the exercises and sets of a workout what log_workout() was sent: adds, changes in place, and deletes what is no longer there. An id that belongs elsewhere is a unique violation.';

COMMENT ON FUNCTION "private"."sync_horizon"() IS 'The mark below which nothing is still to be committed, in the snapshot of the statement that asks: what that statement does not see carries this mark or a later one. The next cursor of a pull. Definer, because sync_state is nobody else''s.';

COMMENT ON FUNCTION "private"."tg_bury"() IS 'Leaves tombstones of the rows that a statement deleted; its argument is the column by which sync knows them, id where there is none. Definer, because clients write no tombstones.';

COMMENT ON FUNCTION "private"."tg_check_exercise"() IS 'Refuses an exercise that is neither global nor the row''s owner''s. Definer, so that an exercise of somebody else and one that does not exist answer the same. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."tg_effective_visibility"() IS 'Derives effective_visibility of a row with user_id and visibility. Definer, because it reads the owner''s profile whoever writes the row.';

COMMENT ON FUNCTION "private"."tg_enforce_quota"() IS 'Refuses what exceeds a quota: its arguments are the quota''s name and the columns by whose values rows are counted; its trigger is after insert, for each statement, with the transition table new_rows. Exact, because the writers of one user wait for each other. Definer, because it counts rows that the caller may not see. Errors: 409 quota_exceeded.';

COMMENT ON FUNCTION "private"."tg_forget_tombstones"() IS 'Erases the tombstones of an erased user. Definer, because Auth deletes users as a role that has no rights here.';

COMMENT ON FUNCTION "private"."tg_inherit_exercise_kind"() IS 'Takes the kind from the exercise, which must be global or the owner''s. Definer, so that an exercise of somebody else and one that does not exist answer the same. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."tg_inherit_owner"() IS 'Takes the owner from the parent: its arguments are the parent''s table and the column that refers to it. Definer, so that a parent of somebody else and one that does not exist answer the same. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."tg_inherit_routine_exercise"() IS 'Takes owner, routine and kind from the routine exercise. Definer, so that a row of somebody else and a row that does not exist answer the same. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."tg_keep_planned_routine"() IS 'Keeps a routine that a plan uses from being deleted by its owner, and names the plan. Errors: 409 in_use.';

COMMENT ON FUNCTION "private"."tg_lock_user_data"() IS 'Takes the caller''s lock before a statement locks rows. The backend, which has no caller, takes the locks of those it wrote for when their days are rolled up.';

COMMENT ON FUNCTION "private"."tg_mark_change"() IS 'Raises version, and marks the row for the next sync, with every change; an update that changes nothing is none. A version only grows, not always by one: clients compare it for equality alone. Definer, because nobody else makes marks.';

COMMENT ON FUNCTION "private"."tg_narrow_shared"() IS 'Carries a change of the profile''s visibility to the owner''s rows of the table named as its argument. Definer, because clients may not write effective_visibility.';

COMMENT ON FUNCTION "private"."tg_raise_parent_version"() IS 'Raises the version of the rows above those that a statement changed: its arguments are the parent''s table and the column that refers to it; its triggers have the transition tables new_rows, or old_rows for a delete. Definer, because clients may not write versions.';

COMMENT ON FUNCTION "private"."tg_require_own"() IS 'Lets a row refer to rows of its own owner alone: its arguments are the table and the column that refers to it, which may be null. Definer, so that a row of somebody else and one that does not exist answer the same. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."workout_field_rules"() IS 'What log_workout() takes: the fields of a workout, of its exercises and of their sets. The tables check the same bounds, whichever way a row comes.';

COMMENT ON FUNCTION "private"."write_routine"(jsonb) IS 'Makes the tables say what a routine from private.read_routine() says, with the rights of the caller: rows with known ids are changed in place, new ones added, those left out deleted.';

COMMENT ON FUNCTION "public"."create_share_link"(uuid, uuid, uuid, integer, integer) IS 'Makes a link to a routine or a plan of the caller: {share_link: {id, routine_id, plan_id, token, expires_at, revoked_at, max_copies, view_count, copy_count}}. Whoever has the token may read and copy it, without regard to visibility, by get_shared() and copy_shared(). The same call again answers the same link and token. p_expires_in_days: 1 to 365, 30 by default. p_max_copies: how many copies it is good for. Errors: 409 id_unusable, quota_exceeded, 422 invalid_field.';

COMMENT ON FUNCTION "public"."log_workout"(jsonb) IS 'Stores a whole workout in one transaction: {id, revision, name, notes, started_at, ended_at, time_zone, session_rpe, visibility, routine_id, enrollment_id, exercises: [{id, exercise_id, routine_exercise_id, position, superset_group, notes, sets: [{id, position, set_type, reps, weight_kg, duration_seconds, distance_meters, rpe, rir, side, rest_seconds, notes, target, completed_at}]}]}. Answers {workout: {id, revision, name, started_at, ended_at, local_date, exercises, sets, volume_kg}}. Ids are the client''s: the same call again changes nothing and answers the same, a higher revision replaces the workout, one that is not higher changes nothing. Errors: 409 id_unusable, deleted, quota_exceeded; 422 invalid_field, missing_field, unknown_field, field_not_allowed.';

COMMENT ON FUNCTION "public"."revoke_share_link"(uuid) IS 'Ends a link of the caller''s for good and keeps its counts: {id, revoked_at}. Copies that were made by it stay with those who made them. Again, it answers the same. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "public"."routine"(uuid) IS 'A routine that the caller may see, whole: {routine: {id, version, folder_id, name, notes, position, visibility, exercises: [...]}}, as save_routine() takes it. Lists are read from the table routines. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "public"."save_routine"(jsonb) IS 'Stores a whole routine in one transaction: {id, version, folder_id, name, notes, position, visibility, exercises: [{id, exercise_id, position, superset_group, rest_seconds, notes, warmup_ramp: [{percent, reps, rest_seconds}], progression, sets: [{id, position, set_type, min_reps, max_reps, weight_kg, load_percent, load_percent_of, duration_seconds, distance_meters, rpe, rir, rest_seconds}]}]}. Answers {routine: <the same as stored>}. Ids are the client''s and stay: rows with known ids are changed in place, those left out are deleted. version is null for a new routine, else the one that was edited; when another is stored, nothing changes and 409 stale_version names it, unless what is stored is what was sent. Errors: 409 stale_version, id_unusable, column_immutable, quota_exceeded; 422 invalid_field, missing_field, unknown_field, field_not_allowed.';

COMMENT ON TABLE "private"."quotas" IS 'Quantities that users may keep, by name. Loaded from sql/settings where a name is new; what an operator changed stays.';

COMMENT ON TABLE "private"."sync_state" IS 'One row, loaded from sql/settings. Raise generation after restoring a backup: transaction ids begin again there, and every client then pulls everything once.';

COMMENT ON TABLE "private"."tombstones" IS 'Deleted rows of users'' own tables, kept for 400 days. Written by private.tg_bury(); a row whose id exists again is not deleted, whatever stands here.';

COMMENT ON TABLE "public"."enrollment_pauses" IS 'Pauses of enrollments, written by pause_enrollment() and resume_enrollment(). At most one is open.';

COMMENT ON TABLE "public"."enrollments" IS 'Who follows which of their plans, and how. Written by enroll() and the RPCs beside it.';

COMMENT ON TABLE "public"."exercise_media" IS 'Pictures and videos of an exercise, seen by whoever sees the exercise.';

COMMENT ON TABLE "public"."exercise_preferences" IS 'A user''s favourites and settings by exercise. Clients upsert them, without user_id. Errors: 409 id_unusable for an exercise that the caller does not see, 409 column_immutable.';

COMMENT ON TABLE "public"."exercise_translations" IS 'Exercises in other languages, seen by whoever sees the exercise. English is in exercises itself, and stands behind every language that has no row here.';

COMMENT ON TABLE "public"."gym_equipment" IS 'What a gym has to load with.';

COMMENT ON TABLE "public"."gyms" IS 'Gyms of users: at home, at work, on holiday.';

COMMENT ON TABLE "public"."plan_days" IS 'Days of plans in order of week, weekday and position. A day without a routine is a rest day.';

COMMENT ON TABLE "public"."plans" IS 'Programmes of weeks and days. Filter by user_id: under RLS alone, every plan that the caller may see is a candidate.';

COMMENT ON TABLE "public"."routine_exercises" IS 'Exercises of routines, in order; the same exercise may appear twice.';

COMMENT ON TABLE "public"."routine_folders" IS 'Folders of routines. Deleting one keeps its routines, without a folder.';

COMMENT ON TABLE "public"."routine_sets" IS 'Targets of the sets of routines.';

COMMENT ON TABLE "public"."routines" IS 'Reusable templates of one training day. Filter by user_id: under RLS alone, every routine that the caller may see is a candidate.';

COMMENT ON TABLE "public"."share_links" IS 'Links to routines and plans, written by create_share_link() and revoke_share_link(). Nobody but the owner sees them; get_shared() and copy_shared() look one up by its token.';

COMMENT ON TYPE "private"."field_rule" IS 'A rule of private.check_document(): level names the kind of object that has the field; minimum and maximum bound a number, the length of a text, or the length of an array; element_level names the level of an array''s or object''s content.';

REVOKE ALL ON FUNCTION "private"."add_share_link"(uuid, uuid, uuid, integer, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."add_share_link"(uuid, uuid, uuid, integer, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."add_share_link"(uuid, uuid, uuid, integer, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."add_share_link"(uuid, uuid, uuid, integer, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."change_mark"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."change_mark"() TO "authenticated";

REVOKE ALL ON FUNCTION "private"."change_mark"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."change_mark"() TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."change_mark"() TO "service_role";

REVOKE ALL ON FUNCTION "private"."check_document"(text, jsonb, private.field_rule[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."check_document"(text, jsonb, private.field_rule[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."check_document"(text, jsonb, private.field_rule[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_document"(text, jsonb, private.field_rule[]) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_document"(text, jsonb, private.field_rule[]) TO "service_role";

REVOKE ALL ON FUNCTION "private"."check_routine"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."check_routine"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."check_routine"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_routine"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_routine"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."document_problem"(text, jsonb, private.field_rule[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."document_problem"(text, jsonb, private.field_rule[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."document_problem"(text, jsonb, private.field_rule[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."document_problem"(text, jsonb, private.field_rule[]) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."document_problem"(text, jsonb, private.field_rule[]) TO "service_role";

REVOKE ALL ON FUNCTION "private"."end_share_link"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."end_share_link"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."end_share_link"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."end_share_link"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."ensure_secret"(text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."ensure_secret"(text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."ensure_secret"(text, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."field_problem"(jsonb, private.field_rule) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."field_problem"(jsonb, private.field_rule) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."field_problem"(jsonb, private.field_rule) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."field_problem"(jsonb, private.field_rule) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."field_problem"(jsonb, private.field_rule) TO "service_role";

REVOKE ALL ON FUNCTION "private"."forget_tombstones"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."forget_tombstones"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."forget_tombstones"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."is_warmup_ramp"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."is_warmup_ramp"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."is_warmup_ramp"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_warmup_ramp"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_warmup_ramp"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."load_quotas"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."load_quotas"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."load_quotas"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."load_translations"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."load_translations"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."load_translations"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."lock_user_data"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."lock_user_data"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."lock_user_data"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."lock_user_data"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."lock_user_data"(uuid) TO "service_role";

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

REVOKE ALL ON FUNCTION "private"."read_routine"(jsonb, integer, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."read_routine"(jsonb, integer, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."read_routine"(jsonb, integer, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."read_routine"(jsonb, integer, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."read_routine"(jsonb, integer, text) TO "service_role";

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

REVOKE ALL ON FUNCTION "private"."sent_sets"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."sent_sets"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."sent_sets"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."sent_sets"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."sent_sets"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."share_token"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."share_token"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."share_token"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."share_token_hash"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."share_token_hash"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."share_token_hash"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."store_workout_exercises"(uuid, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."store_workout_exercises"(uuid, jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."store_workout_exercises"(uuid, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."store_workout_exercises"(uuid, jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."store_workout_exercises"(uuid, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."sync_horizon"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."sync_horizon"() TO "authenticated";

REVOKE ALL ON FUNCTION "private"."sync_horizon"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."sync_horizon"() TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."sync_horizon"() TO "service_role";

REVOKE ALL ON FUNCTION "private"."tg_bury"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_bury"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_bury"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_check_exercise"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_check_exercise"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_check_exercise"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_effective_visibility"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_effective_visibility"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_effective_visibility"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_enforce_quota"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_enforce_quota"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_enforce_quota"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_forget_tombstones"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_forget_tombstones"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_forget_tombstones"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_inherit_exercise_kind"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_inherit_exercise_kind"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_inherit_exercise_kind"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_inherit_owner"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_inherit_owner"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_inherit_owner"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_inherit_routine_exercise"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_inherit_routine_exercise"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_inherit_routine_exercise"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_keep_planned_routine"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_keep_planned_routine"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_keep_planned_routine"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_lock_user_data"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_lock_user_data"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_lock_user_data"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_mark_change"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_mark_change"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_mark_change"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_narrow_shared"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_narrow_shared"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_narrow_shared"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_raise_parent_version"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_raise_parent_version"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_raise_parent_version"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_require_own"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_require_own"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_require_own"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."workout_field_rules"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."workout_field_rules"() TO "authenticated";

REVOKE ALL ON FUNCTION "private"."workout_field_rules"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."workout_field_rules"() TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."workout_field_rules"() TO "service_role";

REVOKE ALL ON FUNCTION "private"."write_routine"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."write_routine"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."write_routine"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."write_routine"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."write_routine"(jsonb) TO "service_role";

GRANT EXECUTE ON FUNCTION "public"."create_share_link"(uuid, uuid, uuid, integer, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."create_share_link"(uuid, uuid, uuid, integer, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."create_share_link"(uuid, uuid, uuid, integer, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."revoke_share_link"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."revoke_share_link"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."revoke_share_link"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."routine"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."routine"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."routine"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."save_routine"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."save_routine"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."save_routine"(jsonb) TO "postgres";

GRANT SELECT ON TABLE "private"."tombstones" TO "authenticated", "service_role";

REVOKE ALL ON TABLE "public"."enrollment_pauses" FROM "authenticated";

GRANT SELECT ON TABLE "public"."enrollment_pauses" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."enrollment_pauses" TO "service_role";

REVOKE ALL ON TABLE "public"."enrollments" FROM "authenticated";

GRANT SELECT ON TABLE "public"."enrollments" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."enrollments" TO "service_role";

REVOKE ALL ON TABLE "public"."exercise_media" FROM "anon";

GRANT SELECT ON TABLE "public"."exercise_media" TO "anon";

REVOKE ALL ON TABLE "public"."exercise_media" FROM "authenticated";

GRANT SELECT ON TABLE "public"."exercise_media" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."exercise_media" TO "service_role";

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

REVOKE ALL ON TABLE "public"."gym_equipment" FROM "authenticated";

REVOKE ALL ("count") ON TABLE "public"."gym_equipment" FROM "authenticated";

GRANT INSERT ("count"), UPDATE ("count") ON TABLE "public"."gym_equipment" TO "authenticated";

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

REVOKE ALL ("routine_exercise_id") ON TABLE "public"."workout_exercises" FROM "authenticated";

GRANT INSERT ("routine_exercise_id"), UPDATE ("routine_exercise_id") ON TABLE "public"."workout_exercises" TO "authenticated";

REVOKE ALL ("enrollment_id") ON TABLE "public"."workouts" FROM "authenticated";

GRANT INSERT ("enrollment_id"), UPDATE ("enrollment_id") ON TABLE "public"."workouts" TO "authenticated";

REVOKE ALL ("routine_id") ON TABLE "public"."workouts" FROM "authenticated";

GRANT INSERT ("routine_id"), UPDATE ("routine_id") ON TABLE "public"."workouts" TO "authenticated";

ALTER TABLE "private"."tombstones"
  ADD COLUMN "changed_in" bigint NOT NULL DEFAULT private.change_mark();

CREATE INDEX tombstones_user_id_changed_in_idx ON private.tombstones USING btree (user_id, changed_in);

COMMENT ON COLUMN "private"."tombstones"."changed_in" IS 'The mark of the deletion. [none]';

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

CREATE INDEX workouts_user_id_changed_in_idx ON public.workouts USING btree (user_id, changed_in);

COMMENT ON COLUMN "public"."workouts"."changed_in" IS 'When it changed, as sync counts. Derived. [none]';

ALTER TABLE "public"."routine_exercises"
  ADD CONSTRAINT "routine_exercises_warmup_ramp_check" CHECK (((warmup_ramp IS NULL) OR private.is_warmup_ramp(warmup_ramp)));
