set local check_function_bodies = off;

CREATE SCHEMA "analytics";

CREATE SCHEMA "private";

CREATE EXTENSION IF NOT EXISTS "fuzzystrmatch" SCHEMA "extensions";

CREATE EXTENSION IF NOT EXISTS "pg_cron";

CREATE EXTENSION IF NOT EXISTS "pg_net" SCHEMA "extensions";

CREATE EXTENSION IF NOT EXISTS "pg_trgm" SCHEMA "extensions";

CREATE EXTENSION IF NOT EXISTS "unaccent" SCHEMA "extensions";

CREATE TABLE "analytics"."exercise_days" (
  "user_id"          uuid           NOT NULL,
  "exercise_id"      uuid           NOT NULL,
  "local_date"       date           NOT NULL,
  "sets"             integer        NOT NULL,
  "reps"             bigint         NOT NULL,
  "volume_kg"        numeric        NOT NULL,
  "max_weight_kg"    numeric(7,3),
  "duration_seconds" bigint         NOT NULL,
  "distance_meters"  numeric        NOT NULL,
  "best_weights_kg"  numeric(7,3)[] NOT NULL,
  CONSTRAINT "exercise_days_pkey" PRIMARY KEY (user_id, exercise_id, local_date)
);

ALTER TABLE "analytics"."exercise_days"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "private"."exercise_documents" (
  "exercise_id" uuid     NOT NULL,
  "user_id"     uuid,
  "name"        text     NOT NULL,
  "aliases"     text[]   NOT NULL,
  "document"    tsvector NOT NULL,
  CONSTRAINT "exercise_documents_pkey" PRIMARY KEY (exercise_id)
);

ALTER TABLE "private"."exercise_documents"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "private"."held_usernames" (
  "digest"     bytea                    NOT NULL,
  "user_id"    uuid,
  "expires_at" timestamp with time zone NOT NULL,
  CONSTRAINT "held_usernames_pkey" PRIMARY KEY (digest)
);

ALTER TABLE "private"."held_usernames"
  ENABLE ROW LEVEL SECURITY;

CREATE UNLOGGED TABLE "private"."rate_limit_counters" (
  "policy"            text                     NOT NULL,
  "subject"           text                     NOT NULL,
  "window_started_at" timestamp with time zone NOT NULL,
  "count"             integer                  NOT NULL,
  CONSTRAINT "rate_limit_counters_pkey" PRIMARY KEY (POLICY, subject)
);

ALTER TABLE "private"."rate_limit_counters"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "private"."rate_limit_policies" (
  "name"           text    NOT NULL,
  "max_count"      integer NOT NULL,
  "window_seconds" integer NOT NULL,
  "description"    text    NOT NULL,
  CONSTRAINT "rate_limit_policies_max_count_positive_check" CHECK ((max_count > 0)),
  CONSTRAINT "rate_limit_policies_pkey" PRIMARY KEY (name),
  CONSTRAINT "rate_limit_policies_window_seconds_range_check" CHECK (((window_seconds >= 1) AND (window_seconds <= 31622400)))
);

ALTER TABLE "private"."rate_limit_policies"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "private"."search_words" (
  "word"      text    COLLATE pg_catalog."C" NOT NULL,
  "exercises" integer NOT NULL,
  CONSTRAINT "search_words_pkey" PRIMARY KEY (word)
);

ALTER TABLE "private"."search_words"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "public"."audit_events" (
  "id"         bigint                   GENERATED ALWAYS AS IDENTITY NOT NULL,
  "actor_id"   uuid,
  "subject_id" uuid,
  "action"     text                     NOT NULL,
  "details"    jsonb                    NOT NULL DEFAULT '{}'::jsonb,
  "created_at" timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "audit_events_action_form_check" CHECK ((action ~ '^[a-z_]+\.[a-z_]+$'::text)),
  CONSTRAINT "audit_events_details_is_object_check" CHECK ((jsonb_typeof(details) = 'object'::text)),
  CONSTRAINT "audit_events_pkey" PRIMARY KEY (id)
);

ALTER TABLE "public"."audit_events"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."audit_events" FROM "anon";

CREATE TABLE "public"."blocks" (
  "blocker_id" uuid                     NOT NULL,
  "blocked_id" uuid                     NOT NULL,
  "created_at" timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "blocks_not_oneself_check" CHECK ((blocker_id <> blocked_id)),
  CONSTRAINT "blocks_pkey" PRIMARY KEY (blocker_id, blocked_id)
);

ALTER TABLE "public"."blocks"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."blocks" FROM "anon";

CREATE TABLE "public"."body_facts" (
  "sex"           text,
  "birth_date"    date,
  "height_meters" numeric(3,2),
  "created_at"    timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"    timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "body_facts_birth_date_range_check" CHECK ((birth_date >= '1900-01-01'::date)),
  CONSTRAINT "body_facts_height_meters_range_check" CHECK (((height_meters >= 0.5) AND (height_meters <= 2.8))),
  CONSTRAINT "body_facts_sex_check" CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text]))),
  "user_id"       uuid                     NOT NULL DEFAULT auth.uid(),
  CONSTRAINT "body_facts_pkey" PRIMARY KEY (user_id)
);

ALTER TABLE "public"."body_facts"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."body_facts" FROM "anon";

CREATE TABLE "public"."consents" (
  "id"           bigint                   GENERATED ALWAYS AS IDENTITY NOT NULL,
  "user_id"      uuid                     NOT NULL,
  "purpose"      text                     NOT NULL,
  "is_granted"   boolean                  NOT NULL,
  "text_version" text                     NOT NULL,
  "locale"       text                     NOT NULL,
  "created_at"   timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "consents_locale_length_check" CHECK (((char_length(locale) >= 2) AND (char_length(locale) <= 35))),
  CONSTRAINT "consents_pkey" PRIMARY KEY (id),
  CONSTRAINT "consents_purpose_check" CHECK ((purpose = ANY (ARRAY['health_data'::text, 'analytics'::text, 'marketing'::text]))),
  CONSTRAINT "consents_text_version_length_check" CHECK (((char_length(text_version) >= 1) AND (char_length(text_version) <= 40)))
);

ALTER TABLE "public"."consents"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."consents" FROM "anon";

CREATE TABLE "public"."equipment" (
  "id"       text     NOT NULL,
  "name"     text     NOT NULL,
  "position" smallint NOT NULL,
  CONSTRAINT "equipment_id_form_check" CHECK ((id ~ '^[a-z][a-z_]*$'::text)),
  CONSTRAINT "equipment_pkey" PRIMARY KEY (id)
);

ALTER TABLE "public"."equipment"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "public"."exercise_aliases" (
  "exercise_id" uuid NOT NULL,
  "alias"       text NOT NULL,
  CONSTRAINT "exercise_aliases_alias_length_check" CHECK (((char_length(alias) >= 1) AND (char_length(alias) <= 120))),
  CONSTRAINT "exercise_aliases_pkey" PRIMARY KEY (exercise_id, alias)
);

ALTER TABLE "public"."exercise_aliases"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "public"."exercise_equipment" (
  "exercise_id"  uuid NOT NULL,
  "equipment_id" text NOT NULL,
  CONSTRAINT "exercise_equipment_pkey" PRIMARY KEY (exercise_id, equipment_id)
);

ALTER TABLE "public"."exercise_equipment"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "public"."exercise_muscles" (
  "exercise_id" uuid         NOT NULL,
  "muscle_id"   text         NOT NULL,
  "role"        text         NOT NULL,
  "weight"      numeric(3,2) NOT NULL,
  CONSTRAINT "exercise_muscles_pkey" PRIMARY KEY (exercise_id, muscle_id),
  CONSTRAINT "exercise_muscles_role_check" CHECK ((role = ANY (ARRAY['primary'::text, 'secondary'::text]))),
  CONSTRAINT "exercise_muscles_weight_range_check" CHECK (((weight > (0)::numeric) AND (weight <= (1)::numeric)))
);

ALTER TABLE "public"."exercise_muscles"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "public"."exercises" (
  "id"                uuid                     NOT NULL,
  "user_id"           uuid,
  "slug"              text,
  "name"              text                     NOT NULL,
  "kind"              text                     NOT NULL,
  "category"          text                     NOT NULL,
  "mechanic"          text,
  "force"             text,
  "level"             text                     NOT NULL,
  "is_unilateral"     boolean                  NOT NULL DEFAULT false,
  "body_weight_share" numeric(3,2)             NOT NULL DEFAULT 0,
  "variation_group"   text,
  "instructions"      text[]                   NOT NULL DEFAULT '{}'::text[],
  "source"            text                     NOT NULL,
  "license"           text                     NOT NULL,
  "archived_at"       timestamp with time zone,
  "created_at"        timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"        timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "exercises_body_weight_share_range_check" CHECK (((body_weight_share >= (0)::numeric) AND (body_weight_share <= (1)::numeric))),
  CONSTRAINT "exercises_category_check"
    CHECK ((category = ANY (ARRAY['strength'::text, 'olympic'::text, 'plyometric'::text, 'strongman'::text, 'cardio'::text, 'mobility'::text, 'stretching'::text]))),
  CONSTRAINT "exercises_custom_id_is_not_derived_check" CHECK (((user_id IS NULL) OR (uuid_extract_version(id) IS DISTINCT FROM 5))),
  CONSTRAINT "exercises_force_check" CHECK ((force = ANY (ARRAY['push'::text, 'pull'::text, 'static'::text]))),
  CONSTRAINT "exercises_id_kind_key" UNIQUE (id, kind),
  CONSTRAINT "exercises_kind_check"
    CHECK
    ((kind = ANY (ARRAY['weight_reps'::text, 'reps_only'::text, 'bodyweight_reps'::text, 'weighted_bodyweight'::text, 'assisted_bodyweight'::text, 'duration'::text,
    'weight_duration'::text, 'distance_duration'::text, 'weight_distance'::text]))),
  CONSTRAINT "exercises_level_check" CHECK ((level = ANY (ARRAY['beginner'::text, 'intermediate'::text, 'advanced'::text]))),
  CONSTRAINT "exercises_mechanic_check" CHECK ((mechanic = ANY (ARRAY['compound'::text, 'isolation'::text]))),
  CONSTRAINT "exercises_name_length_check" CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120))),
  CONSTRAINT "exercises_pkey" PRIMARY KEY (id),
  CONSTRAINT "exercises_slug_is_global_check" CHECK (((slug IS NULL) = (user_id IS NOT NULL))),
  CONSTRAINT "exercises_slug_key" UNIQUE (slug)
);

ALTER TABLE "public"."exercises"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "public"."follows" (
  "follower_id" uuid                     NOT NULL,
  "followee_id" uuid                     NOT NULL,
  "status"      text                     NOT NULL DEFAULT 'pending'::text,
  "created_at"  timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "follows_not_oneself_check" CHECK ((follower_id <> followee_id)),
  CONSTRAINT "follows_pkey" PRIMARY KEY (follower_id, followee_id),
  CONSTRAINT "follows_status_check" CHECK ((status = ANY (ARRAY['pending'::text, 'accepted'::text])))
);

ALTER TABLE "public"."follows"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."follows" FROM "anon";

CREATE TABLE "public"."muscles" (
  "id"         text     NOT NULL,
  "name"       text     NOT NULL,
  "name_latin" text     NOT NULL,
  "region"     text     NOT NULL,
  "position"   smallint NOT NULL,
  CONSTRAINT "muscles_id_form_check" CHECK ((id ~ '^[a-z][a-z_]*$'::text)),
  CONSTRAINT "muscles_pkey" PRIMARY KEY (id),
  CONSTRAINT "muscles_region_check" CHECK ((region = ANY (ARRAY['upper_body'::text, 'core'::text, 'lower_body'::text])))
);

ALTER TABLE "public"."muscles"
  ENABLE ROW LEVEL SECURITY;

CREATE TABLE "public"."profile_settings" (
  "user_id"                    uuid                     NOT NULL,
  "unit_system"                text                     NOT NULL DEFAULT 'metric'::text,
  "time_zone"                  text                     NOT NULL DEFAULT 'UTC'::text,
  "locale"                     text                     NOT NULL DEFAULT 'en'::text,
  "week_start"                 smallint                 NOT NULL DEFAULT 1,
  "day_start_hour"             smallint                 NOT NULL DEFAULT 0,
  "e1rm_formula"               text                     NOT NULL DEFAULT 'epley'::text,
  "default_workout_visibility" text                     NOT NULL DEFAULT 'private'::text,
  "default_routine_visibility" text                     NOT NULL DEFAULT 'private'::text,
  "username_changed_at"        timestamp with time zone,
  "created_at"                 timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"                 timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "profile_settings_day_start_hour_range_check" CHECK (((day_start_hour >= 0) AND (day_start_hour <= 12))),
  CONSTRAINT "profile_settings_default_routine_visibility_check" CHECK ((default_routine_visibility = ANY (ARRAY['public'::text, 'followers'::text, 'private'::text]))),
  CONSTRAINT "profile_settings_default_workout_visibility_check" CHECK ((default_workout_visibility = ANY (ARRAY['public'::text, 'followers'::text, 'private'::text]))),
  CONSTRAINT "profile_settings_e1rm_formula_check"
    CHECK ((e1rm_formula = ANY (ARRAY['epley'::text, 'brzycki'::text, 'lombardi'::text, 'oconner'::text, 'mayhew'::text, 'wathan'::text, 'lander'::text]))),
  CONSTRAINT "profile_settings_locale_form_check" CHECK ((locale ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$'::text)),
  CONSTRAINT "profile_settings_pkey" PRIMARY KEY (user_id),
  CONSTRAINT "profile_settings_unit_system_check" CHECK ((unit_system = ANY (ARRAY['metric'::text, 'imperial'::text]))),
  CONSTRAINT "profile_settings_week_start_range_check" CHECK (((week_start >= 1) AND (week_start <= 7)))
);

ALTER TABLE "public"."profile_settings"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."profile_settings" FROM "anon";

CREATE TABLE "public"."profiles" (
  "user_id"          uuid                     NOT NULL,
  "username"         text,
  "username_key"     text                     GENERATED ALWAYS AS (lower(NORMALIZE(username, NFKC))) STORED,
  "display_name"     text,
  "bio"              text,
  "avatar_path"      text,
  "avatar_thumbhash" text,
  "avatar_color"     text,
  "visibility"       text                     NOT NULL DEFAULT 'private'::text,
  "created_at"       timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"       timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "profiles_avatar_color_form_check" CHECK ((avatar_color ~ '^#[0-9a-f]{6}$'::text)),
  CONSTRAINT "profiles_avatar_path_length_check" CHECK (((char_length(avatar_path) >= 1) AND (char_length(avatar_path) <= 200))),
  CONSTRAINT "profiles_avatar_thumbhash_length_check" CHECK (((char_length(avatar_thumbhash) >= 1) AND (char_length(avatar_thumbhash) <= 100))),
  CONSTRAINT "profiles_bio_length_check" CHECK ((char_length(bio) <= 500)),
  CONSTRAINT "profiles_display_name_length_check" CHECK (((char_length(display_name) >= 1) AND (char_length(display_name) <= 60))),
  CONSTRAINT "profiles_display_name_visible_check"
    CHECK (((display_name !~ '[[:cntrl:]\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]'::text) AND (display_name ~ '[^[:space:]\u200C\u200D]'::text))),
  CONSTRAINT "profiles_pkey" PRIMARY KEY (user_id),
  CONSTRAINT "profiles_username_form_check" CHECK ((username ~ '^[A-Za-z0-9][A-Za-z0-9_.]{1,28}[A-Za-z0-9]$'::text)),
  CONSTRAINT "profiles_username_key_key" UNIQUE (username_key),
  CONSTRAINT "profiles_visibility_check" CHECK ((visibility = ANY (ARRAY['public'::text, 'followers'::text, 'private'::text])))
);

ALTER TABLE "public"."profiles"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."profiles" FROM "anon";

CREATE TABLE "public"."user_roles" (
  "user_id"    uuid                     NOT NULL,
  "role"       text                     NOT NULL,
  "granted_by" uuid,
  "created_at" timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "user_roles_pkey" PRIMARY KEY (user_id, ROLE),
  CONSTRAINT "user_roles_role_check" CHECK ((role = ANY (ARRAY['moderator'::text, 'admin'::text])))
);

ALTER TABLE "public"."user_roles"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."user_roles" FROM "anon";

CREATE TABLE "public"."workout_exercises" (
  "id"             uuid                     NOT NULL,
  "workout_id"     uuid                     NOT NULL,
  "exercise_id"    uuid                     NOT NULL,
  "exercise_kind"  text                     NOT NULL DEFAULT ''::text,
  "local_date"     date                     NOT NULL DEFAULT CURRENT_DATE,
  "position"       smallint                 NOT NULL,
  "superset_group" smallint,
  "notes"          text,
  "created_at"     timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"     timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "workout_exercises_notes_length_check" CHECK ((char_length(notes) <= 4000)),
  CONSTRAINT "workout_exercises_pkey" PRIMARY KEY (id),
  CONSTRAINT "workout_exercises_position_range_check" CHECK ((("position" >= 1) AND ("position" <= 500))),
  CONSTRAINT "workout_exercises_superset_group_range_check" CHECK (((superset_group >= 1) AND (superset_group <= 100))),
  "user_id"        uuid                     NOT NULL DEFAULT auth.uid(),
  CONSTRAINT "workout_exercises_set_parent_key" UNIQUE (user_id, exercise_id, local_date, exercise_kind, id)
);

ALTER TABLE "public"."workout_exercises"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."workout_exercises" FROM "anon";

CREATE TABLE "public"."workout_sets" (
  "id"                  uuid                     NOT NULL,
  "workout_exercise_id" uuid                     NOT NULL,
  "exercise_id"         uuid                     NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
  "exercise_kind"       text                     NOT NULL DEFAULT ''::text,
  "local_date"          date                     NOT NULL DEFAULT CURRENT_DATE,
  "position"            smallint                 NOT NULL,
  "set_type"            text                     NOT NULL DEFAULT 'normal'::text,
  "reps"                integer,
  "weight_kg"           numeric(7,3),
  "duration_seconds"    integer,
  "distance_meters"     numeric(9,2),
  "rpe"                 numeric(3,1),
  "rir"                 numeric(3,1),
  "side"                text,
  "rest_seconds"        integer,
  "notes"               text,
  "target"              jsonb,
  "completed_at"        timestamp with time zone,
  "created_at"          timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"          timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "workout_sets_distance_meters_range_check" CHECK (((distance_meters >= (0)::numeric) AND (distance_meters <= (1000000)::numeric))),
  CONSTRAINT "workout_sets_duration_seconds_range_check" CHECK (((duration_seconds >= 0) AND (duration_seconds <= 172800))),
  CONSTRAINT "workout_sets_notes_length_check" CHECK ((char_length(notes) <= 1000)),
  CONSTRAINT "workout_sets_pkey" PRIMARY KEY (id),
  CONSTRAINT "workout_sets_position_range_check" CHECK ((("position" >= 1) AND ("position" <= 500))),
  CONSTRAINT "workout_sets_reps_range_check" CHECK (((reps >= 0) AND (reps <= 10000))),
  CONSTRAINT "workout_sets_rest_seconds_range_check" CHECK (((rest_seconds >= 0) AND (rest_seconds <= 86400))),
  CONSTRAINT "workout_sets_rir_half_steps_check" CHECK (((rir * (2)::numeric) = trunc((rir * (2)::numeric)))),
  CONSTRAINT "workout_sets_rir_range_check" CHECK (((rir >= (0)::numeric) AND (rir <= (10)::numeric))),
  CONSTRAINT "workout_sets_rpe_half_steps_check" CHECK (((rpe * (2)::numeric) = trunc((rpe * (2)::numeric)))),
  CONSTRAINT "workout_sets_rpe_range_check" CHECK (((rpe >= (1)::numeric) AND (rpe <= (10)::numeric))),
  CONSTRAINT "workout_sets_set_type_check"
    CHECK
    ((set_type = ANY (ARRAY['normal'::text, 'warmup'::text, 'drop'::text, 'failure'::text, 'amrap'::text, 'rest_pause'::text, 'myo'::text, 'cluster'::text, 'backoff'::text]))),
  CONSTRAINT "workout_sets_side_check" CHECK ((side = ANY (ARRAY['left'::text, 'right'::text]))),
  CONSTRAINT "workout_sets_target_is_object_check" CHECK ((jsonb_typeof(target) = 'object'::text)),
  CONSTRAINT "workout_sets_weight_kg_range_check" CHECK (((weight_kg >= (0)::numeric) AND (weight_kg <= (2000)::numeric))),
  "user_id"             uuid                     NOT NULL DEFAULT auth.uid()
);

ALTER TABLE "public"."workout_sets"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."workout_sets" FROM "anon";

CREATE TABLE "public"."workouts" (
  "id"                   uuid                     NOT NULL,
  "revision"             integer                  NOT NULL DEFAULT 1,
  "name"                 text                     NOT NULL,
  "notes"                text,
  "started_at"           timestamp with time zone NOT NULL,
  "ended_at"             timestamp with time zone,
  "time_zone"            text                     NOT NULL,
  "day_start_hour"       smallint                 NOT NULL DEFAULT 0,
  "local_date"           date                     NOT NULL DEFAULT CURRENT_DATE,
  "visibility"           text                     NOT NULL DEFAULT 'private'::text,
  "effective_visibility" text                     NOT NULL DEFAULT 'private'::text,
  "session_rpe"          numeric(3,1),
  "created_at"           timestamp with time zone NOT NULL DEFAULT now(),
  "updated_at"           timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "workouts_ended_after_started_check" CHECK ((ended_at >= started_at)),
  CONSTRAINT "workouts_name_length_check" CHECK (((char_length(name) <= 120) AND (name ~ '[^[:space:]]'::text))),
  CONSTRAINT "workouts_notes_length_check" CHECK ((char_length(notes) <= 4000)),
  CONSTRAINT "workouts_pkey" PRIMARY KEY (id),
  CONSTRAINT "workouts_revision_positive_check" CHECK ((revision >= 1)),
  CONSTRAINT "workouts_session_rpe_half_steps_check" CHECK (((session_rpe * (2)::numeric) = trunc((session_rpe * (2)::numeric)))),
  CONSTRAINT "workouts_session_rpe_range_check" CHECK (((session_rpe >= (0)::numeric) AND (session_rpe <= (10)::numeric))),
  CONSTRAINT "workouts_started_at_range_check" CHECK (((started_at >= '1969-12-31 00:00:00+00'::timestamp with time zone) AND (started_at < '2101-01-01 00:00:00+00'::timestamp
    with time zone))),
  CONSTRAINT "workouts_visibility_check" CHECK ((visibility = ANY (ARRAY['public'::text, 'followers'::text, 'private'::text]))),
  "user_id"              uuid                     NOT NULL DEFAULT auth.uid(),
  CONSTRAINT "workouts_user_id_local_date_id_key" UNIQUE (user_id, local_date, id)
);

ALTER TABLE "public"."workouts"
  ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON TABLE "public"."workouts" FROM "anon";

REVOKE ALL ON SEQUENCE "public"."audit_events_id_seq" FROM "anon";

REVOKE ALL ON SEQUENCE "public"."audit_events_id_seq" FROM "authenticated";

REVOKE ALL ON SEQUENCE "public"."audit_events_id_seq" FROM "service_role";

REVOKE ALL ON SEQUENCE "public"."consents_id_seq" FROM "anon";

REVOKE ALL ON SEQUENCE "public"."consents_id_seq" FROM "authenticated";

REVOKE ALL ON SEQUENCE "public"."consents_id_seq" FROM "service_role";

CREATE TYPE "private"."exercise_day" AS (
  "user_id"     uuid,
  "exercise_id" uuid,
  "local_date"  date
);

CREATE OR REPLACE FUNCTION private.add_consent (
  p_purpose      text,
  p_is_granted   boolean,
  p_text_version text,
  p_locale       text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_last public.consents;
begin
  if v_user_id is null then
    perform private.raise_problem('PT401', 'not_signed_in', 'authorization', 'Nobody is signed in.', 'Sign in first.');
  end if;
  if p_purpose is null or p_purpose not in ('health_data', 'analytics', 'marketing') then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_purpose', 'must be one of health_data, analytics, marketing',
      'Correct the purpose and call again.'
    );
  end if;
  if char_length(p_text_version) not between 1 and 40 or p_text_version is null then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_text_version', 'must be text of 1 to 40 characters',
      'Send the version of the text that was shown.'
    );
  end if;
  if char_length(p_locale) not between 2 and 35 or p_locale is null then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_locale', 'must be text of 2 to 35 characters',
      'Send the language in which the text was shown, such as en.'
    );
  end if;

  -- Two taps are one decision: the ledger gets a row only where something changes.
  perform pg_advisory_xact_lock(hashtextextended('consents:' || v_user_id, 0));
  select consents.* into v_last
  from public.consents
  where consents.user_id = v_user_id and consents.purpose = p_purpose
  order by consents.id desc
  limit 1;

  if v_last.is_granted is distinct from p_is_granted
    or (p_is_granted and (v_last.text_version, v_last.locale) is distinct from (p_text_version, p_locale))
  then
    insert into public.consents (user_id, purpose, is_granted, text_version, locale)
    values (v_user_id, p_purpose, p_is_granted, p_text_version, p_locale)
    returning * into v_last;
  end if;

  return jsonb_build_object(
    'purpose', p_purpose,
    'is_granted', p_is_granted,
    'text_version', v_last.text_version,
    'locale', v_last.locale,
    'created_at', v_last.created_at
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.appoint_first_admin (
  p_email text
)
  RETURNS uuid
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('user_roles:admin', 0));
  if exists (select 1 from public.user_roles where user_roles.role = 'admin') then
    raise exception 'There is an admin already.' using hint = 'Ask them to call grant_role().';
  end if;
  select users.id into v_user_id
  from auth.users
  where lower(users.email) = lower(p_email)
    and users.email_confirmed_at is not null
    -- Whoever runs an identity provider for SSO says there what they like.
    and not users.is_sso_user;
  if not found then
    raise exception 'Nobody with a confirmed address % has signed up.', p_email
      using hint = 'Sign up in the app and confirm the address first.';
  end if;

  insert into public.user_roles (user_id, role) values (v_user_id, 'admin');
  return v_user_id;
end;
$function$;

CREATE OR REPLACE FUNCTION private.blocked_user_ids()
  RETURNS SETOF uuid
  LANGUAGE sql
  STABLE
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
  select blocks.blocked_id from public.blocks where blocks.blocker_id = (select auth.uid())
  union all
  select blocks.blocker_id from public.blocks where blocks.blocked_id = (select auth.uid());
$function$;

CREATE OR REPLACE FUNCTION private.call_function (
  p_path text
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
    timeout_milliseconds := 10000
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.caller_subject()
  RETURNS text
  LANGUAGE sql
  STABLE
  SET search_path TO ''
  AS $function$
  select coalesce(
    (select auth.uid())::text,
    (
      select 'address:' || md5(
        case
          -- One household has a whole network of them.
          when family(seen.address) = 6 then network(set_masklen(seen.address, 64))::text
          else host(seen.address)
        end
      )
      from (select nullif(current_setting('request.headers', true), '')::json as headers) as request
      -- A client writes what it likes into the front of x-forwarded-for; the last proxy writes its end. Cloudflare, in
      -- front of hosted projects, replaces cf-connecting-ip.
      cross join lateral btrim(
        coalesce(request.headers ->> 'cf-connecting-ip', split_part(request.headers ->> 'x-forwarded-for', ',', -1))
      ) as header
      cross join lateral (
        select case when pg_input_is_valid(header, 'inet') then header::inet end as address
      ) as seen
    ),
    'address:unknown'
  );
$function$;

CREATE OR REPLACE FUNCTION private.change_role (
  p_user_id    uuid,
  p_role       text,
  p_is_granted boolean
)
  RETURNS void
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  if not private.has_role('admin') then
    perform private.raise_problem(
      'PT403', 'not_allowed', 'role', 'Only an admin changes roles.', 'Ask an admin.'
    );
  end if;
  if p_role is null or p_role not in ('moderator', 'admin') then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_role', 'must be one of moderator, admin', 'Correct the role and call again.'
    );
  end if;
  if not exists (select 1 from auth.users where users.id = p_user_id) then
    perform private.raise_id_unusable('p_user_id');
  end if;

  if p_is_granted then
    insert into public.user_roles (user_id, role, granted_by)
    values (p_user_id, p_role, (select auth.uid()))
    on conflict do nothing;
  else
    delete from public.user_roles where user_roles.user_id = p_user_id and user_roles.role = p_role;
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION private.check_username (
  p_username text
)
  RETURNS boolean
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  perform private.enforce_rate_limit('username_check', private.caller_subject());
  return private.username_is_free(p_username, (select auth.uid()));
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
  v_message text;
  v_path text;
  v_text text;
begin
  with exercise_nodes as (
    select format('exercises[%s]', ordinal - 1) as path, node
    from jsonb_array_elements(
      case jsonb_typeof(p_workout -> 'exercises') when 'array' then p_workout -> 'exercises' else '[]' end
    ) with ordinality as exercise (node, ordinal)
  ),
  set_nodes as (
    select
      format('%s.sets[%s]', exercise_nodes.path, ordinal - 1) as path,
      performed.node,
      exercise_nodes.node as exercise
    from exercise_nodes
    cross join lateral jsonb_array_elements(
      case jsonb_typeof(exercise_nodes.node -> 'sets') when 'array' then exercise_nodes.node -> 'sets' else '[]' end
    ) with ordinality as performed (node, ordinal)
  ),
  nodes as (
    select 'workout' as level, null as path, p_workout as node
    union all
    select 'exercise', path, node from exercise_nodes
    union all
    select 'set', path, node from set_nodes
  ),
  fields as (
    select nodes.level, nodes.path, pair.key as field, pair.value
    from nodes
    cross join lateral jsonb_each(case jsonb_typeof(nodes.node) when 'object' then nodes.node else '{}' end) as pair
  ),
  problems as (
    select 'invalid_field' as message, nodes.path, 'must be an object' as text
    from nodes
    where jsonb_typeof(nodes.node) is distinct from 'object'

    union all
    select 'missing_field', concat_ws('.', nodes.path, rules.field), 'is missing'
    from nodes
    join private.workout_field_rules() as rules on rules.level = nodes.level and rules.is_required
    where jsonb_typeof(nodes.node) = 'object' and coalesce(nodes.node -> rules.field, 'null') = 'null'

    union all
    select 'unknown_field', concat_ws('.', fields.path, fields.field), 'is not a field of a ' || fields.level
    from fields
    where not exists (
      select 1
      from private.workout_field_rules() as rules
      where rules.level = fields.level and rules.field = fields.field
    )

    union all
    select 'invalid_field', concat_ws('.', fields.path, fields.field), judged.problem
    from fields
    join private.workout_field_rules() as rules on rules.level = fields.level and rules.field = fields.field
    cross join lateral private.field_problem(
      fields.value, rules.type, rules.minimum, rules.maximum, rules.step, rules.choices
    ) as judged (problem)
    where fields.value <> 'null' and judged.problem is not null

    union all
    select
      'field_not_allowed', format('%s.%s', set_nodes.path, measure.field),
      format('sets of a %s exercise have no %s', exercises.kind, measure.field)
    from set_nodes
    cross join unnest(array['reps', 'weight_kg', 'duration_seconds', 'distance_meters']) as measure (field)
    join public.exercises
      on pg_input_is_valid(set_nodes.exercise ->> 'exercise_id', 'uuid')
      and exercises.id = (set_nodes.exercise ->> 'exercise_id')::uuid
    where coalesce(set_nodes.node -> measure.field, 'null') <> 'null'
      and not private.kind_allows(exercises.kind, measure.field)

    union all
    select 'invalid_field', 'ended_at', 'is before started_at'
    where pg_input_is_valid(p_workout ->> 'started_at', 'timestamptz')
      and pg_input_is_valid(p_workout ->> 'ended_at', 'timestamptz')
      and (p_workout ->> 'ended_at')::timestamptz < (p_workout ->> 'started_at')::timestamptz
  )
  select problems.message, problems.path, problems.text
  into v_message, v_path, v_text
  from problems
  order by problems.path nulls first
  limit 1;

  if found then
    perform private.raise_problem(
      'PT422', v_message, coalesce(v_path, 'workout'), v_text,
      'Correct the field and send the workout again; nothing was stored.'
    );
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION private.choose_username (
  p_username text
)
  RETURNS boolean
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
begin
  perform private.ensure_own_profile();
  perform private.enforce_rate_limit('username_check', private.caller_subject());

  begin
    update public.profiles set username = p_username where profiles.user_id = v_user_id;
  exception
    -- An answer, not an error: an error would take back the count, and names could be tried without end.
    when unique_violation or check_violation or sqlstate 'PT409' then
      return false;
  end;

  if not found then
    perform private.raise_problem('PT401', 'not_signed_in', 'authorization', 'Nobody is signed in.', 'Sign in first.');
  end if;
  return true;
end;
$function$;

CREATE OR REPLACE FUNCTION private.custom_access_token_hook (
  p_event jsonb
)
  RETURNS jsonb
  LANGUAGE sql
  STABLE
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
  select jsonb_set(p_event, '{claims,user_roles}', coalesce(
    (
      select jsonb_agg(user_roles.role order by user_roles.role)
      from public.user_roles
      where user_roles.user_id = jsonb_extract_path_text(p_event, 'user_id')::uuid
    ),
    '[]'
  ));
$function$;

CREATE OR REPLACE FUNCTION private.decode_cursor (
  p_cursor text,
  p_filter jsonb
)
  RETURNS jsonb
  LANGUAGE plpgsql
  IMMUTABLE
  SET search_path TO ''
  AS $function$
declare
  v_cursor jsonb;
begin
  if p_cursor is null then
    return null;
  end if;

  begin
    v_cursor := convert_from(
      decode(rpad(translate(p_cursor, '-_', '+/'), (length(p_cursor) + 3) / 4 * 4, '='), 'base64'), 'UTF8'
    )::jsonb;
  exception
    when others then
      v_cursor := null;
  end;

  if v_cursor ->> 'filter' is distinct from md5(p_filter::text) then
    perform private.raise_problem(
      'PT400', 'cursor_mismatch', 'p_cursor',
      'This cursor does not belong to this list.',
      'Send back next_cursor as it came, with the same filter; start without one for another filter.'
    );
  end if;
  return v_cursor -> 'key';
end;
$function$;

CREATE OR REPLACE FUNCTION private.encode_cursor (
  p_filter jsonb,
  p_key    jsonb
)
  RETURNS text
  LANGUAGE sql
  IMMUTABLE
  SET search_path TO ''
  AS $function$
  select translate(
    encode(convert_to(jsonb_build_object('filter', md5(p_filter::text), 'key', p_key)::text, 'UTF8'), 'base64'),
    E'+/=\n', '-_'
  );
$function$;

CREATE OR REPLACE FUNCTION private.enforce_rate_limit (
  p_policy  text,
  p_subject text
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_use jsonb := private.take_rate_limit(p_policy, p_subject);
begin
  -- Raising takes back this use but none that was allowed: the count stays at the limit until the window ends.
  if not (v_use ->> 'is_allowed')::boolean then
    perform private.raise_problem(
      'PT429', 'too_many_requests', p_policy,
      format('At most %s within the window.', v_use ->> 'limit'),
      format('Try again in %s seconds.', v_use ->> 'reset_seconds')
    );
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION private.ensure_cron_jobs()
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  if not exists (select 1 from vault.secrets where secrets.name = 'cron_token') then
    perform vault.create_secret(
      encode(extensions.gen_random_bytes(32), 'hex'), 'cron_token',
      'By which functions know this database''s cron jobs.'
    );
  end if;
  perform cron.schedule('forget-rate-limits', '*/10 * * * *', 'select private.forget_rate_limits()');
  perform cron.schedule(
    'forget-held-usernames', '7 3 * * *', 'delete from private.held_usernames where expires_at <= now()'
  );
  perform cron.schedule('remove-orphaned-files', '17 3 * * *', 'select private.call_function(''ops/orphaned-files'')');
end;
$function$;

CREATE OR REPLACE FUNCTION private.ensure_own_profile()
  RETURNS void
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  insert into public.profile_settings (user_id)
  select users.id from auth.users where users.id = (select auth.uid())
  on conflict do nothing;

  insert into public.profiles (user_id)
  select users.id from auth.users where users.id = (select auth.uid())
  on conflict do nothing;
end;
$function$;

CREATE OR REPLACE FUNCTION private.estimated_one_rep_max (
  p_weights_kg numeric[]
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN
  round(GREATEST((p_weights_kg)[1], ((p_weights_kg)[2] * ((1)::numeric + ((2)::numeric / 30.0))), ((p_weights_kg)[3] * ((1)::numeric + ((3)::numeric / 30.0))), ((p_weights_kg)[4] *
  ((1)::numeric + ((4)::numeric / 30.0))),
  ((p_weights_kg)[5] * ((1)::numeric + ((5)::numeric / 30.0))),
  ((p_weights_kg)[6] * ((1)::numeric + ((6)::numeric / 30.0))),
  ((p_weights_kg)[7] * ((1)::numeric + ((7)::numeric / 30.0))),
  ((p_weights_kg)[8] * ((1)::numeric + ((8)::numeric / 30.0))),
  ((p_weights_kg)[9] * ((1)::numeric + ((9)::numeric / 30.0))), ((p_weights_kg)[10] * ((1)::numeric + ((10)::numeric / 30.0)))), 3);

CREATE OR REPLACE FUNCTION private.field_problem (
  p_value   jsonb,
  p_type    text,
  p_minimum numeric,
  p_maximum numeric,
  p_step    numeric,
  p_choices text[]
)
  RETURNS text
  LANGUAGE sql
  STABLE
RETURN CASE WHEN (p_type = 'uuid'::text) THEN CASE WHEN ((jsonb_typeof(p_value) <> 'string'::text) OR (NOT pg_input_is_valid((p_value #>> '{}'::text[]), 'uuid'::text))) THEN
  'must be a uuid'::text ELSE NULL::text END WHEN (p_type = 'instant'::text) THEN CASE WHEN
  ((jsonb_typeof(p_value) <> 'string'::text) OR ((p_value #>> '{}'::text[]) !~ ('^(19[7-9]|20[0-9])[0-9]-[0-9]{2}-[0-9]{2}'::text ||
  'T[0-9]{2}:[0-9]{2}(:[0-5][0-9](\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})$'::text)) OR (NOT pg_input_is_valid((p_value #>> '{}'::text[]), 'timestamptz'::text))) THEN
  'must be an ISO 8601 instant with an offset, such as 2026-01-31T18:00:00Z'::text ELSE NULL::text END WHEN (p_type = 'text'::text) THEN CASE WHEN
  ((jsonb_typeof(p_value) <> 'string'::text) OR ((char_length((p_value #>> '{}'::text[])))::numeric < p_minimum) OR ((char_length((p_value #>> '{}'::text[])))::numeric > p_maximum)
  OR ((p_minimum > (0)::numeric) AND ((p_value #>> '{}'::text[]) !~ '[^[:space:]]'::text))) THEN
  format('must be text of %s to %s characters, not all of them spaces'::text, p_minimum, p_maximum) ELSE NULL::text END WHEN (p_type = 'choice'::text) THEN CASE WHEN
  ((jsonb_typeof(p_value) <> 'string'::text) OR ((p_value #>> '{}'::text[]) <> ALL (p_choices))) THEN ('must be one of '::text || array_to_string(p_choices, ', '::text)) ELSE
  NULL::text END WHEN (p_type = 'number'::text) THEN CASE WHEN
  ((jsonb_typeof(p_value) <> 'number'::text) OR ((((p_value #>> '{}'::text[]))::numeric < p_minimum) OR (((p_value #>> '{}'::text[]))::numeric > p_maximum))) THEN
  format('must be a number from %s to %s'::text, p_minimum, p_maximum) WHEN ((((p_value #>> '{}'::text[]))::numeric % p_step) <> (0)::numeric) THEN
  format('must be a multiple of %s'::text, p_step) ELSE NULL::text END WHEN (p_type = 'array'::text) THEN CASE WHEN
  ((jsonb_typeof(p_value) <> 'array'::text) OR ((jsonb_array_length(p_value))::numeric > p_maximum)) THEN format('must be an array of at most %s elements'::text, p_maximum) ELSE
  NULL::text END WHEN (jsonb_typeof(p_value) <> p_type) THEN ('must be an '::text || p_type) ELSE NULL::text END;

CREATE OR REPLACE FUNCTION private.fold_text (
  p_text text
)
  RETURNS text
  LANGUAGE sql
  STABLE
  SET search_path TO ''
  AS $function$
  select btrim(regexp_replace(
    lower(extensions.unaccent('extensions.unaccent', normalize(p_text, NFKC))), '[^[:alnum:]]+', ' ', 'g'
  ));
$function$;

CREATE OR REPLACE FUNCTION private.followed_user_ids()
  RETURNS SETOF uuid
  LANGUAGE sql
  STABLE
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
  select follows.followee_id
  from public.follows
  where follows.follower_id = (select auth.uid()) and follows.status = 'accepted'
  except
  select private.blocked_user_ids();
$function$;

CREATE OR REPLACE FUNCTION private.forget_rate_limits()
  RETURNS void
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  delete from private.rate_limit_counters as counters
  using private.rate_limit_policies as policies
  where policies.name = counters.policy
    and counters.window_started_at + make_interval(secs => policies.window_seconds) <= now();
$function$;

CREATE OR REPLACE FUNCTION private.global_exercise_id (
  p_slug text
)
  RETURNS uuid
  LANGUAGE sql
  IMMUTABLE
  SET search_path TO ''
  AS $function$
  select extensions.uuid_generate_v5('6a3e6a52-6b0f-4b8e-9a55-0c1f3f6f2d11', p_slug);
$function$;

CREATE OR REPLACE FUNCTION private.has_consent (
  p_purpose text
)
  RETURNS boolean
  LANGUAGE sql
  STABLE
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
  select coalesce(
    (
      select consents.is_granted
      from public.consents
      where consents.user_id = (select auth.uid()) and consents.purpose = p_purpose
      order by consents.id desc
      limit 1
    ),
    false
  );
$function$;

CREATE OR REPLACE FUNCTION private.has_role (
  p_role text
)
  RETURNS boolean
  LANGUAGE sql
  STABLE
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
  select exists (
    select 1
    from public.user_roles
    where user_roles.user_id = (select auth.uid()) and user_roles.role in (p_role, 'admin')
  );
$function$;

CREATE OR REPLACE FUNCTION private.hold_username (
  p_username text,
  p_user_id  uuid
)
  RETURNS void
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  insert into private.held_usernames as held (digest, user_id, expires_at)
  values (
    sha256(convert_to(private.username_skeleton(p_username), 'UTF8')), p_user_id, now() + interval '90 days'
  )
  on conflict (digest) do update
    set user_id = excluded.user_id, expires_at = excluded.expires_at;
$function$;

CREATE OR REPLACE FUNCTION private.index_exercises (
  p_exercise_ids uuid[]
)
  RETURNS void
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  insert into private.exercise_documents as stored (exercise_id, user_id, name, aliases, document)
  select
    exercises.id,
    exercises.user_id,
    private.fold_text(exercises.name),
    names.aliases,
    setweight(to_tsvector('simple', private.fold_text(exercises.name)), 'A')
    || setweight(to_tsvector('simple', array_to_string(names.aliases, ' ')), 'B')
    || setweight(to_tsvector('simple', private.fold_text(coalesce(parts.names, ''))), 'C')
  from public.exercises
  cross join lateral (
    select array(
      select private.fold_text(exercise_aliases.alias)
      from public.exercise_aliases
      where exercise_aliases.exercise_id = exercises.id
      order by exercise_aliases.alias
    ) as aliases
  ) as names
  cross join lateral (
    select string_agg(part.name, ' ' order by part.name) as names
    from (
      select muscles.name
      from public.exercise_muscles
      join public.muscles on muscles.id = exercise_muscles.muscle_id
      where exercise_muscles.exercise_id = exercises.id
      union all
      select equipment.name
      from public.exercise_equipment
      join public.equipment on equipment.id = exercise_equipment.equipment_id
      where exercise_equipment.exercise_id = exercises.id
    ) as part
  ) as parts
  where exercises.id = any(p_exercise_ids) and exercises.archived_at is null
  on conflict (exercise_id) do update
    set name = excluded.name, aliases = excluded.aliases, document = excluded.document
    where (stored.name, stored.aliases, stored.document)
      is distinct from (excluded.name, excluded.aliases, excluded.document);

  delete from private.exercise_documents
  using public.exercises
  where exercises.id = exercise_documents.exercise_id
    and exercises.id = any(p_exercise_ids)
    and exercises.archived_at is not null;

  -- The vocabulary is the global catalogue's alone: its rows are locked below, and users who store exercises of their
  -- own need not wait for each other.
  if not exists (
    select 1 from public.exercises where exercises.id = any(p_exercise_ids) and exercises.user_id is null
  ) then
    return;
  end if;

  insert into private.search_words as stored (word, exercises)
  select statistics.word, statistics.ndoc
  from ts_stat(
    $$ select ts_filter(document, '{a,c}') from private.exercise_documents where user_id is null $$
  ) as statistics
  on conflict (word) do update
    set exercises = excluded.exercises
    where stored.exercises is distinct from excluded.exercises;

  delete from private.search_words
  where not exists (
    select 1
    from private.exercise_documents
    where exercise_documents.user_id is null
      and exercise_documents.document @@ (quote_literal(search_words.word) || ':AC')::tsquery
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.is_own_file (
  p_name text
)
  RETURNS boolean
  LANGUAGE sql
  STABLE
  SET search_path TO ''
  AS $function$
  select
    starts_with(p_name, (select auth.uid())::text || '/')
    and p_name !~ '\.\.'
    and p_name ~ '^[0-9a-f-]{36}(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}){1,3}$';
$function$;

CREATE OR REPLACE FUNCTION private.is_reserved_username (
  p_skeleton text
)
  RETURNS boolean
  LANGUAGE sql
  IMMUTABLE
  SET search_path TO ''
  AS $function$
  select p_skeleton = any(array(
    select private.username_skeleton(word)
    from unnest(array[
      'about', 'abuse', 'account', 'accounts', 'admin', 'administrator', 'anonymous', 'api', 'app', 'auth',
      'billing', 'bot', 'coach', 'community', 'contact', 'deleted', 'everyone', 'exercise', 'exercises',
      'explore', 'feed', 'follow', 'followers', 'health', 'help', 'home', 'info', 'legal', 'login', 'logout',
      'mail', 'me', 'mod', 'moderator', 'moderators', 'news', 'nobody', 'notifications', 'null', 'official',
      'owner', 'plan', 'plans', 'postmaster', 'privacy', 'profile', 'repstack', 'repstackteam', 'root',
      'routine', 'routines', 'search', 'security', 'settings', 'signin', 'signup', 'staff', 'status', 'support',
      'system', 'team', 'terms', 'trainer', 'undefined', 'unknown', 'user', 'username', 'webmaster', 'workout',
      'workouts', 'www'
    ]) as word
  ));
$function$;

CREATE OR REPLACE FUNCTION private.is_time_zone (
  p_name text
)
  RETURNS boolean
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- The pattern comes first: Postgres also takes POSIX rules such as Nowhere/Land+3 or Etc/GMT+99 for zones.
  if p_name is null
    or p_name !~ '^(UTC|GMT|[A-Za-z_]+(/[A-Za-z_-]+){1,2}|Etc/GMT(\+([0-9]|1[0-2])|-([0-9]|1[0-4])))$'
  then
    return false;
  end if;
  perform now() at time zone p_name;
  return true;
exception
  when invalid_parameter_value then
    return false;
end;
$function$;

CREATE OR REPLACE FUNCTION private.kind_allows (
  p_kind  text,
  p_field text
)
  RETURNS boolean
  LANGUAGE sql
  IMMUTABLE
RETURN CASE p_kind WHEN 'weight_reps'::text THEN (p_field = ANY (ARRAY['weight_kg'::text, 'reps'::text])) WHEN 'reps_only'::text THEN (p_field = 'reps'::text) WHEN
  'bodyweight_reps'::text THEN (p_field = 'reps'::text) WHEN 'weighted_bodyweight'::text THEN (p_field = ANY (ARRAY['weight_kg'::text, 'reps'::text])) WHEN
  'assisted_bodyweight'::text THEN (p_field = ANY (ARRAY['weight_kg'::text, 'reps'::text])) WHEN 'duration'::text THEN (p_field = 'duration_seconds'::text) WHEN
  'weight_duration'::text THEN (p_field = ANY (ARRAY['weight_kg'::text, 'duration_seconds'::text])) WHEN 'distance_duration'::text THEN
  (p_field = ANY (ARRAY['distance_meters'::text, 'duration_seconds'::text])) WHEN 'weight_distance'::text THEN (p_field = ANY (ARRAY['weight_kg'::text, 'distance_meters'::text]))
  ELSE false END;

CREATE OR REPLACE FUNCTION private.least_visibility (
  p_one   text,
  p_other text
)
  RETURNS text
  LANGUAGE sql
  IMMUTABLE
RETURN CASE WHEN ((p_one = 'public'::text) AND (p_other = 'public'::text)) THEN 'public'::text WHEN
  ((p_one = ANY (ARRAY['public'::text, 'followers'::text])) AND (p_other = ANY (ARRAY['public'::text, 'followers'::text]))) THEN 'followers'::text ELSE 'private'::text END;

CREATE OR REPLACE FUNCTION private.lifted_kg (
  p_exercise_kind text,
  p_weight_kg     numeric
)
  RETURNS numeric
  LANGUAGE sql
  IMMUTABLE
RETURN CASE WHEN (p_exercise_kind <> 'assisted_bodyweight'::text) THEN p_weight_kg ELSE NULL::numeric END;

CREATE OR REPLACE FUNCTION private.load_equipment (
  p_equipment jsonb
)
  RETURNS void
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  insert into public.equipment as stored (id, name, position)
  select item ->> 'slug', item ->> 'name', ordinal
  from jsonb_array_elements(p_equipment) with ordinality as loaded (item, ordinal)
  on conflict (id) do update
    set name = excluded.name, position = excluded.position
    where (stored.name, stored.position) is distinct from (excluded.name, excluded.position);
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
    instructions, source, license
  )
  select
    private.global_exercise_id(loaded.slug), loaded.slug, loaded.name, loaded.kind, loaded.category, loaded.mechanic,
    loaded.force, loaded.level, loaded.is_unilateral, loaded.body_weight_share, loaded.variation_group,
    loaded.instructions, loaded.source, loaded.license
  from jsonb_to_recordset(p_exercises) as loaded (
    slug text, name text, kind text, category text, mechanic text, force text, level text, is_unilateral boolean,
    body_weight_share numeric, variation_group text, instructions text[], source text, license text
  )
  on conflict (id) do update
    set
      name = excluded.name, kind = excluded.kind, category = excluded.category, mechanic = excluded.mechanic,
      force = excluded.force, level = excluded.level, is_unilateral = excluded.is_unilateral,
      body_weight_share = excluded.body_weight_share, variation_group = excluded.variation_group,
      instructions = excluded.instructions, source = excluded.source, license = excluded.license
    where (
      stored.name, stored.kind, stored.category, stored.mechanic, stored.force, stored.level, stored.is_unilateral,
      stored.body_weight_share, stored.variation_group, stored.instructions, stored.source, stored.license
    ) is distinct from (
      excluded.name, excluded.kind, excluded.category, excluded.mechanic, excluded.force, excluded.level,
      excluded.is_unilateral, excluded.body_weight_share, excluded.variation_group, excluded.instructions,
      excluded.source, excluded.license
    );

  -- What is no longer listed goes and what is new comes; a row that is as it was is not touched.
  with listed as (
    select private.global_exercise_id(item ->> 'slug') as exercise_id, worked.muscle_id, worked.role, worked.weight
    from jsonb_array_elements(p_exercises) as loaded (item)
    cross join lateral (
      select muscle_id, 'primary' as role, 1.0 as weight
      from jsonb_array_elements_text(item -> 'primary_muscles') as muscle_id
      union all
      select muscle_id, 'secondary', 0.5
      from jsonb_array_elements_text(item -> 'secondary_muscles') as muscle_id
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

CREATE OR REPLACE FUNCTION private.load_muscles (
  p_muscles jsonb
)
  RETURNS void
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  insert into public.muscles as stored (id, name, name_latin, region, position)
  select loaded.slug, loaded.name, loaded.name_latin, loaded.region, loaded.position
  from jsonb_to_recordset(p_muscles)
    as loaded (slug text, name text, name_latin text, region text, position smallint)
  on conflict (id) do update
    set name = excluded.name, name_latin = excluded.name_latin, region = excluded.region, position = excluded.position
    where (stored.name, stored.name_latin, stored.region, stored.position)
      is distinct from (excluded.name, excluded.name_latin, excluded.region, excluded.position);
$function$;

CREATE OR REPLACE FUNCTION private.load_rate_limits (
  p_policies jsonb
)
  RETURNS void
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  insert into private.rate_limit_policies as stored (name, max_count, window_seconds, description)
  select loaded.name, loaded.max_count, loaded.window_seconds, loaded.description
  from jsonb_to_recordset(p_policies)
    as loaded (name text, max_count integer, window_seconds integer, description text)
  on conflict (name) do update
    set description = excluded.description
    where stored.description is distinct from excluded.description;
$function$;

CREATE OR REPLACE FUNCTION private.local_date (
  p_at             timestamp with time zone,
  p_time_zone      text,
  p_day_start_hour smallint
)
  RETURNS date
  LANGUAGE sql
  IMMUTABLE
RETURN (((p_at AT TIME ZONE p_time_zone) - make_interval(hours => (p_day_start_hour)::integer)))::date;

CREATE OR REPLACE FUNCTION private.lock_training (
  p_user_id uuid
)
  RETURNS void
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  select pg_advisory_xact_lock(hashtextextended('training:' || p_user_id, 0));
$function$;

CREATE OR REPLACE FUNCTION private.match_exercises (
  p_query text,
  p_limit integer
)
  RETURNS TABLE (
    exercise_id uuid,
    relevance   real
  )
  LANGUAGE plpgsql
  STABLE
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_query text := private.fold_text(left(p_query, 80));
  v_words text[] := (string_to_array(v_query, ' '))[1:8];
  v_tsquery tsquery;
begin
  -- A word stands for itself and whatever begins with it. One that no name knows stands for its nearest words as well:
  -- one edit away up to four letters, two beyond. Aliases vouch for short words only, which are abbreviations; their
  -- long words are often enough misspelt themselves.
  select string_agg(
    format('(%s)', concat_ws(' | ', quote_literal(typed.word) || ':*', nearest.alternatives)), ' & '
  )::tsquery
  into v_tsquery
  from unnest(v_words) as typed (word)
  left join lateral (
    select string_agg(quote_literal(near.word), ' | ') as alternatives
    from (
      select search_words.word
      from private.search_words
      cross join lateral (
        select least(
          extensions.levenshtein_less_equal(search_words.word, typed.word, 2),
          extensions.levenshtein_less_equal(left(search_words.word, length(typed.word)), typed.word, 2)
        ) as edits
      ) as distance
      where length(typed.word) >= 3
        and length(search_words.word) >= length(typed.word) - 2
        and distance.edits <= case when length(typed.word) <= 4 then 1 else 2 end
        and not exists (
          select 1
          from private.exercise_documents as known
          where known.user_id is null and known.document @@ (
              quote_literal(typed.word) || case when length(typed.word) <= 4 then ':*' else ':*AC' end
            )::tsquery
        )
      order by distance.edits, search_words.exercises desc, search_words.word
      limit 3
    ) as near
  ) as nearest on true;

  return query
  select
    documents.exercise_id,
    -- A short name that matches says more than a long one.
    (
      ts_rank('{0.1, 0.1, 0.4, 1.0}', documents.document, v_tsquery)
      / (2 + cardinality(string_to_array(documents.name, ' ')))
    )::real as relevance
  from private.exercise_documents as documents
  where documents.document @@ v_tsquery
    and (documents.user_id is null or documents.user_id = v_user_id)
  order by
    (documents.name = v_query) desc, (v_query = any(documents.aliases)) desc, relevance desc,
    length(documents.name), documents.name, documents.exercise_id
  limit least(greatest(p_limit, 1), 50);

  if found then
    return;
  end if;

  -- Last resort: names that look alike as a whole.
  return query
  select documents.exercise_id, extensions.similarity(documents.name, v_query) as relevance
  from private.exercise_documents as documents
  where documents.name operator(extensions.%) v_query
    and (documents.user_id is null or documents.user_id = v_user_id)
  order by relevance desc, documents.name, documents.exercise_id
  limit least(greatest(p_limit, 1), 50);
end;
$function$;

CREATE OR REPLACE FUNCTION private.match_profiles (
  p_query text,
  p_after text,
  p_limit integer
)
  RETURNS TABLE (
    user_id      uuid,
    username_key text
  )
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  SET plan_cache_mode TO 'force_custom_plan'
  AS $function$
declare
  v_user_id uuid := (select auth.uid());
  v_query text := lower(normalize(btrim(left(p_query, 60)), NFKC));
  v_pattern text := replace(replace(replace(v_query, '\', '\\'), '%', '\%'), '_', '\_');
begin
  perform private.enforce_rate_limit('profile_search', private.caller_subject());
  if char_length(v_query) < 2 then
    return;
  end if;

  return query
  -- Two letters are in every other name, so words are matched from their beginning: that has an index. Materialized,
  -- because Postgres would rather walk through all profiles by name until the page is full.
  with found as materialized (
    select profiles.user_id, profiles.username_key, profiles.visibility
    from public.profiles
    where profiles.username_key > coalesce(p_after, '')
      and (
        profiles.username_key like v_pattern || '%'
        or lower(normalize(profiles.display_name, NFKC)) like v_pattern || '%'
        or lower(normalize(profiles.display_name, NFKC)) like '% ' || v_pattern || '%'
      )
  )
  select found.user_id, found.username_key
  from found
  where found.user_id <> v_user_id
    and (
      (found.visibility = 'public' and found.user_id not in (select private.blocked_user_ids()))
      or (found.visibility = 'followers' and found.user_id in (select private.followed_user_ids()))
    )
  order by found.username_key
  limit p_limit;
end;
$function$;

CREATE OR REPLACE FUNCTION private.matches_cron_token (
  p_token text
)
  RETURNS boolean
  LANGUAGE sql
  STABLE
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
  -- Digests are compared, so that the time it takes says nothing of the token.
  select coalesce(
    (
      select sha256(convert_to(secrets.decrypted_secret, 'UTF8')) = sha256(convert_to(p_token, 'UTF8'))
      from vault.decrypted_secrets as secrets
      where secrets.name = 'cron_token'
    ),
    false
  );
$function$;

CREATE OR REPLACE FUNCTION private.raise_id_unusable (
  p_path text
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  perform private.raise_problem(
    'PT409', 'id_unusable', p_path,
    'This id cannot be used.',
    'Make a new id, or refer to a row of your own.'
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.raise_problem (
  p_code    text,
  p_message text,
  p_path    text,
  p_text    text,
  p_hint    text
)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  raise exception using
    errcode = p_code,
    message = p_message,
    detail = jsonb_build_object('path', p_path, 'text', p_text)::text,
    hint = p_hint;
end;
$function$;

CREATE OR REPLACE FUNCTION private.record_audit_event (
  p_action     text,
  p_subject_id uuid,
  p_details    jsonb
)
  RETURNS void
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  insert into public.audit_events (actor_id, subject_id, action, details)
  values ((select auth.uid()), p_subject_id, p_action, p_details);
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
  perform private.lock_training(touched.user_id)
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

CREATE OR REPLACE FUNCTION private.set_counts (
  p_set_type         text,
  p_reps             integer,
  p_duration_seconds integer,
  p_distance_meters  numeric
)
  RETURNS boolean
  LANGUAGE sql
  IMMUTABLE
RETURN ((p_set_type <> 'warmup'::text) AND (num_nonnulls(p_reps, p_duration_seconds, p_distance_meters) > 0));

CREATE OR REPLACE FUNCTION private.take_rate_limit (
  p_policy  text,
  p_subject text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_policy private.rate_limit_policies;
  v_counter private.rate_limit_counters;
begin
  select policies.* into v_policy from private.rate_limit_policies as policies where policies.name = p_policy;
  if not found then
    raise exception 'There is no rate limit named %.', p_policy
      using errcode = 'P0002', hint = 'Add it to sql/settings/10_rate_limits.sql.';
  end if;

  insert into private.rate_limit_counters as counters (policy, subject, window_started_at, count)
  values (p_policy, p_subject, now(), 1)
  on conflict (policy, subject) do update
    set
      window_started_at = case
        when counters.window_started_at + make_interval(secs => v_policy.window_seconds) <= now() then now()
        else counters.window_started_at
      end,
      count = case
        when counters.window_started_at + make_interval(secs => v_policy.window_seconds) <= now() then 1
        else counters.count + 1
      end
  returning counters.* into v_counter;

  return jsonb_build_object(
    'is_allowed', v_counter.count <= v_policy.max_count,
    'limit', v_policy.max_count,
    'remaining', greatest(v_policy.max_count - v_counter.count, 0),
    'reset_seconds', ceil(extract(epoch from
      v_counter.window_started_at + make_interval(secs => v_policy.window_seconds) - now()
    ))::integer
  );
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_audit_role()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  if tg_op in ('UPDATE', 'DELETE') then
    perform private.record_audit_event('role.revoked', old.user_id, jsonb_build_object('role', old.role));
  end if;
  if tg_op in ('INSERT', 'UPDATE') then
    perform private.record_audit_event('role.granted', new.user_id, jsonb_build_object('role', new.role));
  end if;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_change_username()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
declare
  v_is_given_up boolean := old.username is not null
    and private.username_skeleton(new.username) is distinct from private.username_skeleton(old.username);
  v_changed_at timestamptz;
begin
  if new.username is not distinct from old.username then
    return new;
  end if;

  -- First, so that who may not change theirs cannot try out names either.
  if v_is_given_up and (select auth.uid()) is not null then
    select profile_settings.username_changed_at
    into v_changed_at
    from public.profile_settings
    where profile_settings.user_id = new.user_id;

    if v_changed_at > now() - interval '30 days' then
      perform private.raise_problem(
        'PT429', 'too_many_requests', 'username',
        'A username can be changed once in 30 days.',
        format('Try again after %s.', to_char(v_changed_at + interval '30 days', 'YYYY-MM-DD'))
      );
    end if;
  end if;

  -- Malformed names are left to the check of the table, which says so; the rest look alike.
  if new.username ~ '^[A-Za-z0-9][A-Za-z0-9_.]{1,28}[A-Za-z0-9]$'
    and not private.username_is_free(new.username, new.user_id)
  then
    perform private.raise_problem(
      'PT409', 'username_taken', 'username', 'This username is not available.', 'Choose another one.'
    );
  end if;

  if v_is_given_up then
    perform private.hold_username(old.username, old.user_id);
    insert into public.profile_settings (user_id, username_changed_at)
    values (new.user_id, now())
    on conflict (user_id) do update set username_changed_at = excluded.username_changed_at;
  end if;

  delete from private.held_usernames
  where held_usernames.user_id = new.user_id
    and held_usernames.digest = sha256(convert_to(private.username_skeleton(new.username), 'UTF8'));
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_check_birth_date()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  if new.birth_date > (now() at time zone 'UTC')::date + 1 then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'birth_date', 'is in the future', 'Correct the date and send it again.'
    );
  end if;
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_check_locale()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  if not exists (
    select 1 from pg_catalog.pg_collation where pg_collation.collname = new.locale || '-x-icu'
  ) then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'locale',
      'This is not a language that Postgres knows.',
      'Send a BCP 47 tag such as en, de-AT or zh-Hant-TW.'
    );
  end if;
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_check_time_zone()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  if not private.is_time_zone(new.time_zone) then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'time_zone',
      'This is not the name of a time zone.',
      'Send an IANA name such as Europe/Berlin.'
    );
  end if;
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_create_profile()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  begin
    insert into public.profile_settings (user_id) values (new.id) on conflict do nothing;
  exception
    -- A sign-up never fails because of us, nor does one row because of the other.
    when others then
      raise warning 'no settings for user %: % (%)', new.id, sqlerrm, sqlstate;
  end;

  begin
    insert into public.profiles (user_id, display_name)
    values (
      new.id,
      -- The first name that a client or an identity provider sent as text, with nothing in it that hides or reorders
      -- what is shown: control characters and the like out, spaces folded, 60 characters kept.
      (
        select rtrim(left(plain.name, 60))
        from unnest(array['display_name', 'full_name', 'name']) with ordinality as field (key, ordinal)
        cross join lateral btrim(regexp_replace(
          new.raw_user_meta_data ->> field.key,
          '[[:cntrl:][:space:]\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+', ' ', 'g'
        )) as plain (name)
        where jsonb_typeof(new.raw_user_meta_data -> field.key) = 'string'
          and plain.name ~ '[^[:space:]\u200C\u200D]'
        order by field.ordinal
        limit 1
      )
    )
    on conflict do nothing;
  exception
    when others then
      raise warning 'no profile for user %: % (%)', new.id, sqlerrm, sqlstate;
  end;

  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_hold_username_of_deleted()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  if old.username is not null then
    perform private.hold_username(old.username, null);
  end if;
  return null;
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
  -- Volatile, because the statement may have waited for the training lock: what was committed meanwhile counts.
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
  -- Volatile, because the statement may have waited for the training lock: what was committed meanwhile counts.
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

CREATE OR REPLACE FUNCTION private.tg_keep()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
declare
  v_column text;
begin
  foreach v_column in array tg_argv loop
    if to_jsonb(new) -> v_column is distinct from to_jsonb(old) -> v_column then
      perform private.raise_problem(
        'PT409', 'column_immutable', v_column,
        format('%I of %I cannot change.', v_column, tg_table_name),
        'Create a new row and delete this one.'
      );
    end if;
  end loop;
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_keep_last_admin()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  if old.role <> 'admin' then
    return case tg_op when 'DELETE' then old else new end;
  end if;

  -- One at a time: two admins who revoke each other at once must not both succeed.
  perform pg_advisory_xact_lock(hashtextextended('user_roles:admin', 0));
  if not exists (
    select 1 from public.user_roles where user_roles.role = 'admin' and user_roles.user_id <> old.user_id
  ) then
    perform private.raise_problem(
      'PT409', 'last_admin', 'role',
      'The last admin cannot go.',
      'Make somebody else an admin first.'
    );
  end if;
  return case tg_op when 'DELETE' then old else new end;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_local_date()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  -- Volatile, because the statement may have waited for the training lock: what was committed meanwhile counts.
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

CREATE OR REPLACE FUNCTION private.tg_lock_training()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  perform private.lock_training((select auth.uid()));
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_narrow_workouts()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  perform private.lock_training(new.user_id);
  update public.workouts
  set effective_visibility = private.least_visibility(workouts.visibility, new.visibility)
  where workouts.user_id = new.user_id
    and workouts.effective_visibility <> private.least_visibility(workouts.visibility, new.visibility);
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_refuse_change()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  perform private.raise_problem(
    'PT409', 'append_only', tg_table_name,
    format('Rows of %I are history and never change.', tg_table_name),
    'Add a new row that says what is true now.'
  );
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_require_health_consent()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
begin
  -- The backend and the owner of the database restore and repair; clients always have an id.
  if (select auth.uid()) is not null and not private.has_consent('health_data') then
    perform private.raise_problem(
      'PT403', 'consent_required', 'health_data',
      'Health data is stored only while you consent to it.',
      'Show the consent text and call record_consent() first.'
    );
  end if;
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_roll_up_sets()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  if tg_op = 'INSERT' then
    perform private.roll_up_exercise_days(array(
      select distinct (new_sets.user_id, new_sets.exercise_id, new_sets.local_date)::private.exercise_day
      from new_sets
    ));
  elsif tg_op = 'DELETE' then
    perform private.roll_up_exercise_days(array(
      select distinct (old_sets.user_id, old_sets.exercise_id, old_sets.local_date)::private.exercise_day
      from old_sets
    ));
  else
    perform private.roll_up_exercise_days(array(
      select (new_sets.user_id, new_sets.exercise_id, new_sets.local_date)::private.exercise_day from new_sets
      union
      select (old_sets.user_id, old_sets.exercise_id, old_sets.local_date)::private.exercise_day from old_sets
    ));
  end if;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_touch()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
begin
  new.updated_at := now();
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.tg_workout_visibility()
  RETURNS TRIGGER
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path TO ''
  AS $function$
begin
  -- Volatile, because the statement may have waited for the training lock: what was committed meanwhile counts.
  select private.least_visibility(new.visibility, coalesce(max(profiles.visibility), 'private'))
  into new.effective_visibility
  from public.profiles
  where profiles.user_id = new.user_id;
  return new;
end;
$function$;

CREATE OR REPLACE FUNCTION private.username_is_free (
  p_username text,
  p_user_id  uuid
)
  RETURNS boolean
  LANGUAGE sql
  STABLE
  SET search_path TO ''
  AS $function$
  select coalesce(p_username, '') ~ '^[A-Za-z0-9][A-Za-z0-9_.]{1,28}[A-Za-z0-9]$'
    and not private.is_reserved_username(private.username_skeleton(p_username))
    and not exists (
      select 1
      from public.profiles
      where private.username_skeleton(profiles.username) = private.username_skeleton(p_username)
        and profiles.user_id is distinct from p_user_id
    )
    and not exists (
      select 1
      from private.held_usernames
      where held_usernames.digest = sha256(convert_to(private.username_skeleton(p_username), 'UTF8'))
        and held_usernames.expires_at > now()
        -- Nobody is the former owner of a name that has none.
        and (held_usernames.user_id = p_user_id) is not true
    );
$function$;

CREATE OR REPLACE FUNCTION private.username_skeleton (
  p_username text
)
  RETURNS text
  LANGUAGE sql
  IMMUTABLE
RETURN replace(replace(translate(lower(NORMALIZE(p_username, NFKC)), '01i5._'::text, 'olls'::text), 'rn'::text, 'm'::text), 'vv'::text, 'w'::text);

CREATE OR REPLACE FUNCTION private.week_start_of (
  p_date       date,
  p_week_start smallint
)
  RETURNS date
  LANGUAGE sql
  IMMUTABLE
RETURN (p_date - ((((EXTRACT(isodow FROM p_date))::integer - p_week_start) + 7) % 7));

CREATE OR REPLACE FUNCTION private.workout_field_rules()
  RETURNS TABLE (
    level       text,
    field       text,
    type        text,
    is_required boolean,
    minimum     numeric,
    maximum     numeric,
    step        numeric,
    choices     text[]
  )
  LANGUAGE sql
  IMMUTABLE
BEGIN ATOMIC
 VALUES ('workout'::text,'id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[]),
   ('workout'::text,'revision'::text,'number'::text,false,1,2147483647,1,NULL::text[]),
   ('workout'::text,'name'::text,'text'::text,true,1,120,NULL::numeric,NULL::text[]),
   ('workout'::text,'notes'::text,'text'::text,false,0,4000,NULL::numeric,NULL::text[]),
   ('workout'::text,'started_at'::text,'instant'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[]),
   ('workout'::text,'ended_at'::text,'instant'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[]),
   ('workout'::text,'time_zone'::text,'text'::text,true,1,60,NULL::numeric,NULL::text[]),
   ('workout'::text,'session_rpe'::text,'number'::text,false,0,10,0.5,NULL::text[]),
   ('workout'::text,'visibility'::text,'choice'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['public'::text, 'followers'::text, 'private'::text]),
   ('workout'::text,'exercises'::text,'array'::text,false,0,100,NULL::numeric,NULL::text[]),
   ('exercise'::text,'id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[]),
   ('exercise'::text,'exercise_id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[]),
   ('exercise'::text,'position'::text,'number'::text,true,1,500,1,NULL::text[]),
   ('exercise'::text,'superset_group'::text,'number'::text,false,1,100,1,NULL::text[]),
   ('exercise'::text,'notes'::text,'text'::text,false,0,4000,NULL::numeric,NULL::text[]),
   ('exercise'::text,'sets'::text,'array'::text,false,0,200,NULL::numeric,NULL::text[]),
   ('set'::text,'id'::text,'uuid'::text,true,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[]),
   ('set'::text,'position'::text,'number'::text,true,1,500,1,NULL::text[]),
   ('set'::text,'set_type'::text,'choice'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['normal'::text, 'warmup'::text, 'drop'::text, 'failure'::text, 'amrap'::text,
   'rest_pause'::text,
   'myo'::text,
   'cluster'::text,
   'backoff'::text]),
   ('set'::text,'reps'::text,'number'::text,false,0,10000,1,NULL::text[]),
   ('set'::text,'weight_kg'::text,'number'::text,false,0,2000,NULL::numeric,NULL::text[]),
   ('set'::text,'duration_seconds'::text,'number'::text,false,0,172800,1,NULL::text[]),
   ('set'::text,'distance_meters'::text,'number'::text,false,0,1000000,NULL::numeric,NULL::text[]),
   ('set'::text,'rpe'::text,'number'::text,false,1,10,0.5,NULL::text[]),
   ('set'::text,'rir'::text,'number'::text,false,0,10,0.5,NULL::text[]),
   ('set'::text,'side'::text,'choice'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,ARRAY['left'::text, 'right'::text]),
   ('set'::text,'rest_seconds'::text,'number'::text,false,0,86400,1,NULL::text[]),
   ('set'::text,'notes'::text,'text'::text,false,0,1000,NULL::numeric,NULL::text[]),
   ('set'::text,'target'::text,'object'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[]),
   ('set'::text,'completed_at'::text,'instant'::text,false,NULL::numeric,NULL::numeric,NULL::numeric,NULL::text[]);
END;

CREATE OR REPLACE FUNCTION private.workout_summary (
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
    select jsonb_build_object(
      'id', workouts.id,
      'revision', workouts.revision,
      'name', workouts.name,
      'started_at', workouts.started_at,
      'ended_at', workouts.ended_at,
      'local_date', workouts.local_date,
      'exercises', (
        select count(*) from public.workout_exercises where workout_exercises.workout_id = workouts.id
      ),
      'sets', performed.sets,
      'volume_kg', performed.volume_kg
    )
    from public.workouts
    cross join lateral (
      select
        count(*) as sets,
        coalesce(
          sum(workout_sets.reps * private.lifted_kg(workout_sets.exercise_kind, workout_sets.weight_kg)), 0
        ) as volume_kg
      from public.workout_exercises
      join public.workout_sets on workout_sets.workout_exercise_id = workout_exercises.id
      where workout_exercises.workout_id = workouts.id
        and private.set_counts(
          workout_sets.set_type, workout_sets.reps, workout_sets.duration_seconds, workout_sets.distance_meters
        )
    ) as performed
    where workouts.id = p_workout_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION public.change_username (
  p_username text
)
  RETURNS boolean
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  select private.choose_username(p_username);
$function$;

REVOKE ALL ON FUNCTION "public"."change_username"(text) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.count_use (
  p_policy  text,
  p_subject text
)
  RETURNS jsonb
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  select private.take_rate_limit(p_policy, p_subject);
$function$;

REVOKE ALL ON FUNCTION "public"."count_use"(text, text) FROM PUBLIC, "anon", "authenticated";

CREATE OR REPLACE FUNCTION public.dashboard (
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
    with weeks as (
      select
        private.week_start_of(exercise_days.local_date, coalesce(settings.week_start, 1::smallint)) as week_start,
        count(distinct exercise_days.local_date) as training_days,
        sum(exercise_days.sets) as sets,
        sum(exercise_days.volume_kg) as volume_kg
      from analytics.exercise_days
      left join public.profile_settings as settings on settings.user_id = exercise_days.user_id
      where exercise_days.user_id = (select auth.uid())
        and exercise_days.local_date >= p_from
        and exercise_days.local_date < p_to
      group by 1
    ),
    sessions as (
      select
        count(*) as workouts,
        coalesce(sum(extract(epoch from workouts.ended_at - workouts.started_at)), 0) as seconds
      from public.workouts
      where workouts.user_id = (select auth.uid()) and workouts.local_date >= p_from and workouts.local_date < p_to
    ),
    recent as (
      select workouts.id, workouts.started_at
      from public.workouts
      where workouts.user_id = (select auth.uid()) and workouts.local_date >= p_from and workouts.local_date < p_to
      order by workouts.started_at desc, workouts.id
      limit 5
    )
    select jsonb_build_object(
      'from', p_from,
      'to', p_to,
      'totals', jsonb_build_object(
        'workouts', sessions.workouts,
        'duration_seconds', sessions.seconds::bigint,
        'training_days', coalesce((select sum(weeks.training_days) from weeks), 0),
        'sets', coalesce((select sum(weeks.sets) from weeks), 0),
        'volume_kg', coalesce((select sum(weeks.volume_kg) from weeks), 0)
      ),
      'weeks', coalesce((
        select jsonb_agg(
          jsonb_build_object(
            'week_start', weeks.week_start,
            'training_days', weeks.training_days,
            'sets', weeks.sets,
            'volume_kg', weeks.volume_kg
          )
          order by weeks.week_start
        )
        from weeks
      ), '[]'),
      'recent_workouts', coalesce((
        select jsonb_agg(private.workout_summary(recent.id) order by recent.started_at desc, recent.id)
        from recent
      ), '[]')
    )
    from sessions
  );
end;
$function$;

REVOKE ALL ON FUNCTION "public"."dashboard"(date, date) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.exercise_trend (
  p_exercise_id uuid,
  p_from        date,
  p_to          date
)
  RETURNS TABLE (
    local_date       date,
    sets             integer,
    reps             bigint,
    volume_kg        numeric,
    max_weight_kg    numeric,
    best_e1rm_kg     numeric,
    duration_seconds bigint,
    distance_meters  numeric
  )
  LANGUAGE plpgsql
  STABLE
  SET search_path TO ''
  AS $function$
#variable_conflict use_column
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return query
    select
      exercise_days.local_date,
      exercise_days.sets,
      exercise_days.reps,
      exercise_days.volume_kg,
      exercise_days.max_weight_kg,
      private.estimated_one_rep_max(exercise_days.best_weights_kg),
      exercise_days.duration_seconds,
      exercise_days.distance_meters
    from analytics.exercise_days
    where exercise_days.user_id = (select auth.uid())
      and exercise_days.exercise_id = p_exercise_id
      and exercise_days.local_date >= p_from
      and exercise_days.local_date < p_to
    order by exercise_days.local_date;
end;
$function$;

REVOKE ALL ON FUNCTION "public"."exercise_trend"(uuid, date, date) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.grant_role (
  p_user_id uuid,
  p_role    text
)
  RETURNS void
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  select private.change_role(p_user_id, p_role, true);
$function$;

REVOKE ALL ON FUNCTION "public"."grant_role"(uuid, text) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.is_cron_token (
  p_token text
)
  RETURNS boolean
  LANGUAGE sql
  STABLE
  SET search_path TO ''
  AS $function$
  select private.matches_cron_token(p_token);
$function$;

REVOKE ALL ON FUNCTION "public"."is_cron_token"(text) FROM PUBLIC, "anon", "authenticated";

CREATE OR REPLACE FUNCTION public.is_username_available (
  p_username text
)
  RETURNS boolean
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  select private.check_username(p_username);
$function$;

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
  perform private.lock_training(v_user_id);
  perform private.check_workout(p_workout);
  v_id := (p_workout ->> 'id')::uuid;
  v_revision := coalesce((p_workout ->> 'revision')::numeric::integer, 1);

  v_exercises := case jsonb_typeof(p_workout -> 'exercises') when 'array' then p_workout -> 'exercises' else '[]' end;

  select workouts.* into v_stored from public.workouts where workouts.id = v_id and workouts.user_id = v_user_id;
  if v_revision <= v_stored.revision then
    return jsonb_build_object('workout', private.workout_summary(v_id));
  end if;

  if v_stored.id is null then
    insert into public.workouts (id, revision, name, notes, started_at, ended_at, time_zone, visibility, session_rpe)
    select
      v_id, v_revision, sent.name, sent.notes, sent.started_at, sent.ended_at, sent.time_zone,
      coalesce(sent.visibility, profile_settings.default_workout_visibility, 'private'), sent.session_rpe
    from jsonb_to_record(p_workout) as sent (
      name text, notes text, started_at timestamptz, ended_at timestamptz, time_zone text, visibility text,
      session_rpe numeric
    )
    left join public.profile_settings on profile_settings.user_id = v_user_id;
  else
    -- Who sees the workout changes only where that is said.
    update public.workouts
    set
      revision = v_revision, name = sent.name, notes = sent.notes, started_at = sent.started_at,
      ended_at = sent.ended_at, time_zone = sent.time_zone, session_rpe = sent.session_rpe,
      visibility = coalesce(sent.visibility, v_stored.visibility)
    from jsonb_to_record(p_workout) as sent (
      name text, notes text, started_at timestamptz, ended_at timestamptz, time_zone text, visibility text,
      session_rpe numeric
    )
    where workouts.id = v_id;
  end if;

  delete from public.workout_exercises where workout_exercises.workout_id = v_id;

  insert into public.workout_exercises (id, workout_id, exercise_id, position, superset_group, notes)
  select sent.id, v_id, sent.exercise_id, sent.position::smallint, sent.superset_group::smallint, sent.notes
  from jsonb_to_recordset(v_exercises) as sent (
    id uuid, exercise_id uuid, position numeric, superset_group numeric, notes text
  );

  insert into public.workout_sets (
    id, workout_exercise_id, position, set_type, reps, weight_kg, duration_seconds, distance_meters, rpe, rir, side,
    rest_seconds, notes, target, completed_at
  )
  -- Whole numbers are read as numeric first: some encoders of JSON write 5 as 5.0.
  select
    sent.id, (exercise.node ->> 'id')::uuid, sent.position::smallint, coalesce(sent.set_type, 'normal'),
    sent.reps::integer, sent.weight_kg, sent.duration_seconds::integer, sent.distance_meters, sent.rpe, sent.rir,
    sent.side, sent.rest_seconds::integer, sent.notes, sent.target, sent.completed_at
  from jsonb_array_elements(v_exercises) as exercise (node)
  cross join lateral jsonb_to_recordset(
    case jsonb_typeof(exercise.node -> 'sets') when 'array' then exercise.node -> 'sets' else '[]' end
  ) as sent (
    id uuid, position numeric, set_type text, reps numeric, weight_kg numeric, duration_seconds numeric,
    distance_meters numeric, rpe numeric, rir numeric, side text, rest_seconds numeric, notes text, target jsonb,
    completed_at timestamptz
  );

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

REVOKE ALL ON FUNCTION "public"."log_workout"(jsonb) FROM PUBLIC, "anon", "service_role";

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
      'settings', to_jsonb(settings) - array['user_id', 'created_at', 'updated_at'],
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

REVOKE ALL ON FUNCTION "public"."me"() FROM PUBLIC, "anon", "service_role";

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
    or (
      objects.bucket_id = 'avatars'
      and objects.created_at < now() - interval '1 hour'
      and not exists (
        select 1
        from public.profiles
        where profiles.avatar_path = regexp_replace(objects.name, '/[^/]*$', '')
      )
    )
  order by objects.created_at
  limit least(greatest(p_limit, 1), 1000);
end;
$function$;

REVOKE ALL ON FUNCTION "public"."orphaned_files"(integer) FROM PUBLIC, "anon", "authenticated";

CREATE OR REPLACE FUNCTION public.record_avatar (
  p_user_id        uuid,
  p_image_id       text,
  p_thumbhash      text,
  p_dominant_color text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_previous_path text;
begin
  select profiles.avatar_path into v_previous_path
  from public.profiles
  where profiles.user_id = p_user_id
  for update;
  if not found then
    perform private.raise_id_unusable('p_user_id');
  end if;

  update public.profiles
  set
    avatar_path = p_user_id || '/' || p_image_id,
    avatar_thumbhash = p_thumbhash,
    avatar_color = p_dominant_color
  where profiles.user_id = p_user_id;
  return jsonb_build_object('previous_id', nullif(split_part(v_previous_path, '/', 2), ''));
end;
$function$;

REVOKE ALL ON FUNCTION "public"."record_avatar"(uuid, text, text, text) FROM PUBLIC, "anon", "authenticated";

CREATE OR REPLACE FUNCTION public.record_consent (
  p_purpose      text,
  p_text_version text,
  p_locale       text
)
  RETURNS jsonb
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  select private.add_consent(p_purpose, true, p_text_version, p_locale);
$function$;

REVOKE ALL ON FUNCTION "public"."record_consent"(text, text, text) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.revoke_role (
  p_user_id uuid,
  p_role    text
)
  RETURNS void
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  select private.change_role(p_user_id, p_role, false);
$function$;

REVOKE ALL ON FUNCTION "public"."revoke_role"(uuid, text) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.search_exercises (
  p_query text,
  p_limit integer DEFAULT 20
)
  RETURNS jsonb
  LANGUAGE sql
  STABLE
  SET search_path TO ''
  AS $function$
  select jsonb_build_object('items', coalesce(jsonb_agg(found.item order by found.ordinal), '[]'))
  from (
    select
      matches.ordinal,
      jsonb_build_object(
        'id', exercises.id,
        'name', exercises.name,
        'kind', exercises.kind,
        'category', exercises.category,
        'level', exercises.level,
        'is_custom', exercises.user_id is not null,
        'primary_muscles', (
          select coalesce(jsonb_agg(exercise_muscles.muscle_id order by exercise_muscles.muscle_id), '[]')
          from public.exercise_muscles
          where exercise_muscles.exercise_id = exercises.id and exercise_muscles.role = 'primary'
        ),
        'equipment', (
          select coalesce(jsonb_agg(exercise_equipment.equipment_id order by exercise_equipment.equipment_id), '[]')
          from public.exercise_equipment
          where exercise_equipment.exercise_id = exercises.id
        )
      ) as item
    from private.match_exercises(p_query, coalesce(p_limit, 20))
      with ordinality as matches (exercise_id, relevance, ordinal)
    join public.exercises on exercises.id = matches.exercise_id
    where exercises.archived_at is null
  ) as found;
$function$;

REVOKE ALL ON FUNCTION "public"."search_exercises"(text, integer) FROM PUBLIC, "anon";

CREATE OR REPLACE FUNCTION public.search_profiles (
  p_query  text,
  p_limit  integer DEFAULT 20,
  p_cursor text    DEFAULT NULL::text
)
  RETURNS jsonb
  LANGUAGE plpgsql
  SET search_path TO ''
  AS $function$
declare
  v_limit integer := least(greatest(coalesce(p_limit, 20), 1), 50);
  v_filter jsonb := jsonb_build_object('search_profiles', p_query);
  v_keys text[];
  v_items jsonb;
begin
  with matches as (
    select matched.user_id, matched.username_key
    from private.match_profiles(p_query, private.decode_cursor(p_cursor, v_filter) #>> '{}', v_limit + 1) as matched
  ),
  page as (
    select matches.user_id, matches.username_key from matches order by matches.username_key limit v_limit
  )
  select
    (select array_agg(matches.username_key order by matches.username_key) from matches),
    coalesce(
      jsonb_agg(
        jsonb_build_object(
          'user_id', profiles.user_id,
          'username', profiles.username,
          'display_name', profiles.display_name,
          'avatar_path', profiles.avatar_path,
          'avatar_thumbhash', profiles.avatar_thumbhash,
          'avatar_color', profiles.avatar_color
        )
        order by page.username_key
      ),
      '[]'
    )
  into v_keys, v_items
  from page
  join public.profiles on profiles.user_id = page.user_id;

  return jsonb_build_object(
    'items', v_items,
    'next_cursor', case when array_length(v_keys, 1) > v_limit
      then private.encode_cursor(v_filter, to_jsonb(v_keys[v_limit]))
    end
  );
end;
$function$;

REVOKE ALL ON FUNCTION "public"."search_profiles"(text, integer, text) FROM PUBLIC, "anon", "service_role";

CREATE OR REPLACE FUNCTION public.withdraw_consent (
  p_purpose text
)
  RETURNS jsonb
  LANGUAGE sql
  SET search_path TO ''
  AS $function$
  select private.add_consent(p_purpose, false, 'withdrawal', 'und');
$function$;

REVOKE ALL ON FUNCTION "public"."withdraw_consent"(text) FROM PUBLIC, "anon", "service_role";

ALTER TABLE "private"."exercise_documents"
  ADD CONSTRAINT "exercise_documents_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE "private"."held_usernames"
  ADD CONSTRAINT "held_usernames_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE SET NULL;

ALTER TABLE "private"."rate_limit_counters"
  ADD CONSTRAINT "rate_limit_counters_policy_fkey" FOREIGN KEY (POLICY) REFERENCES private.rate_limit_policies(name) ON DELETE CASCADE;

ALTER TABLE "public"."blocks"
  ADD CONSTRAINT "blocks_blocked_id_fkey" FOREIGN KEY (blocked_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE "public"."blocks"
  ADD CONSTRAINT "blocks_blocker_id_fkey" FOREIGN KEY (blocker_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE "public"."consents"
  ADD CONSTRAINT "consents_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE "public"."exercise_equipment"
  ADD CONSTRAINT "exercise_equipment_equipment_id_fkey" FOREIGN KEY (equipment_id) REFERENCES public.equipment(id) ON DELETE RESTRICT;

ALTER TABLE "private"."exercise_documents"
  ADD CONSTRAINT "exercise_documents_exercise_id_fkey" FOREIGN KEY (exercise_id) REFERENCES public.exercises(id) ON DELETE CASCADE;

ALTER TABLE "public"."exercise_aliases"
  ADD CONSTRAINT "exercise_aliases_exercise_id_fkey" FOREIGN KEY (exercise_id) REFERENCES public.exercises(id) ON DELETE CASCADE;

ALTER TABLE "public"."exercise_equipment"
  ADD CONSTRAINT "exercise_equipment_exercise_id_fkey" FOREIGN KEY (exercise_id) REFERENCES public.exercises(id) ON DELETE CASCADE;

ALTER TABLE "public"."exercise_muscles"
  ADD CONSTRAINT "exercise_muscles_exercise_id_fkey" FOREIGN KEY (exercise_id) REFERENCES public.exercises(id) ON DELETE CASCADE;

ALTER TABLE "public"."exercises"
  ADD CONSTRAINT "exercises_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE "public"."follows"
  ADD CONSTRAINT "follows_followee_id_fkey" FOREIGN KEY (followee_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE "public"."follows"
  ADD CONSTRAINT "follows_follower_id_fkey" FOREIGN KEY (follower_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE "public"."exercise_muscles"
  ADD CONSTRAINT "exercise_muscles_muscle_id_fkey" FOREIGN KEY (muscle_id) REFERENCES public.muscles(id) ON DELETE RESTRICT;

ALTER TABLE "public"."profile_settings"
  ADD CONSTRAINT "profile_settings_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE "public"."profiles"
  ADD CONSTRAINT "profiles_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE "public"."user_roles"
  ADD CONSTRAINT "user_roles_granted_by_fkey" FOREIGN KEY (granted_by) REFERENCES auth.users(id) ON DELETE SET NULL;

ALTER TABLE "public"."user_roles"
  ADD CONSTRAINT "user_roles_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE "public"."workout_exercises"
  ADD CONSTRAINT "workout_exercises_exercise_fkey" FOREIGN KEY (exercise_id, exercise_kind) REFERENCES public.exercises(id, kind) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

CREATE INDEX exercise_days_user_id_local_date_idx ON analytics.exercise_days USING btree (user_id, local_date);

CREATE INDEX exercise_documents_document_idx ON private.exercise_documents USING gin (document);

CREATE INDEX exercise_documents_name_idx ON private.exercise_documents USING gin (name extensions.gin_trgm_ops);

CREATE INDEX exercise_documents_user_id_idx ON private.exercise_documents USING btree (user_id);

CREATE INDEX held_usernames_user_id_idx ON private.held_usernames USING btree (user_id);

CREATE INDEX rate_limit_counters_window_started_at_idx ON private.rate_limit_counters USING btree (window_started_at);

CREATE INDEX audit_events_actor_id_idx ON public.audit_events USING btree (actor_id, id DESC);

CREATE INDEX audit_events_subject_id_idx ON public.audit_events USING btree (subject_id, id DESC);

CREATE INDEX blocks_blocked_id_idx ON public.blocks USING btree (blocked_id, blocker_id);

CREATE INDEX consents_user_id_purpose_idx ON public.consents USING btree (user_id, purpose, id DESC);

CREATE INDEX exercise_equipment_equipment_id_idx ON public.exercise_equipment USING btree (equipment_id, exercise_id);

CREATE INDEX exercise_muscles_muscle_id_idx ON public.exercise_muscles USING btree (muscle_id, exercise_id);

CREATE INDEX exercises_user_id_idx ON public.exercises USING btree (user_id, name);

CREATE INDEX follows_followee_id_idx ON public.follows USING btree (followee_id, follower_id);

CREATE INDEX profiles_avatar_path_idx ON public.profiles USING btree (avatar_path);

CREATE INDEX profiles_display_name_idx ON public.profiles USING gin (lower(NORMALIZE(display_name, NFKC)) extensions.gin_trgm_ops);

CREATE INDEX profiles_username_key_idx ON public.profiles USING btree (username_key text_pattern_ops);

CREATE INDEX user_roles_granted_by_idx ON public.user_roles USING btree (granted_by);

CREATE INDEX workout_exercises_exercise_idx ON public.workout_exercises USING btree (exercise_id, exercise_kind);

CREATE INDEX workout_exercises_workout_id_idx ON public.workout_exercises USING btree (workout_id, "position");

CREATE INDEX workout_sets_workout_exercise_id_idx ON public.workout_sets USING btree (workout_exercise_id, "position");

CREATE TRIGGER users_50_create_profile
  AFTER INSERT ON auth.users
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_create_profile();

CREATE TRIGGER audit_events_10_append_only
  BEFORE DELETE OR UPDATE ON public.audit_events
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_refuse_change();

CREATE TRIGGER audit_events_20_append_only
  BEFORE TRUNCATE ON public.audit_events
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_refuse_change();

CREATE TRIGGER body_facts_10_consent
  BEFORE INSERT OR UPDATE ON public.body_facts
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_require_health_consent();

CREATE TRIGGER body_facts_20_birth_date
  BEFORE INSERT OR UPDATE OF birth_date ON public.body_facts
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_check_birth_date();

CREATE TRIGGER body_facts_30_touch
  BEFORE UPDATE ON public.body_facts
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_touch();

CREATE TRIGGER consents_10_append_only
  BEFORE UPDATE ON public.consents
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_refuse_change();

CREATE TRIGGER exercises_10_touch
  BEFORE UPDATE ON public.exercises
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_touch();

CREATE TRIGGER profile_settings_10_time_zone
  BEFORE INSERT OR UPDATE OF time_zone ON public.profile_settings
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_check_time_zone();

CREATE TRIGGER profile_settings_20_locale
  BEFORE INSERT OR UPDATE OF LOCALE ON public.profile_settings
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_check_locale();

CREATE TRIGGER profile_settings_30_touch
  BEFORE UPDATE ON public.profile_settings
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_touch();

CREATE TRIGGER profiles_10_username
  BEFORE UPDATE OF username ON public.profiles
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_change_username();

CREATE TRIGGER profiles_20_touch
  BEFORE UPDATE ON public.profiles
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_touch();

CREATE TRIGGER profiles_30_hold_username
  AFTER DELETE ON public.profiles
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_hold_username_of_deleted();

CREATE TRIGGER profiles_50_narrow_workouts
  AFTER UPDATE OF visibility ON public.profiles
  FOR EACH ROW
  WHEN ((old.visibility IS DISTINCT FROM new.visibility))
  EXECUTE FUNCTION private.tg_narrow_workouts();

CREATE TRIGGER user_roles_10_keep_last_admin
  BEFORE DELETE OR UPDATE OF ROLE, user_id ON public.user_roles
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep_last_admin();

CREATE TRIGGER user_roles_20_audit
  AFTER INSERT OR DELETE OR UPDATE OF ROLE, user_id ON public.user_roles
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_audit_role();

CREATE TRIGGER workout_exercises_00_lock_training
  BEFORE INSERT OR DELETE OR UPDATE ON public.workout_exercises
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_training();

CREATE TRIGGER workout_exercises_10_inherit
  BEFORE INSERT OR UPDATE OF exercise_id ON public.workout_exercises
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_inherit_workout();

CREATE TRIGGER workout_exercises_20_keep
  BEFORE UPDATE OF id, workout_id ON public.workout_exercises
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep('id', 'workout_id');

CREATE TRIGGER workout_exercises_30_touch
  BEFORE UPDATE ON public.workout_exercises
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_touch();

CREATE TRIGGER workout_sets_00_lock_training
  BEFORE INSERT OR DELETE OR UPDATE ON public.workout_sets
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_training();

CREATE TRIGGER workout_sets_10_inherit
  BEFORE INSERT ON public.workout_sets
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_inherit_workout_exercise();

CREATE TRIGGER workout_sets_20_keep
  BEFORE UPDATE OF id, workout_exercise_id ON public.workout_sets
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep('id', 'workout_exercise_id');

CREATE TRIGGER workout_sets_30_touch
  BEFORE UPDATE ON public.workout_sets
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_touch();

CREATE TRIGGER workout_sets_80_rollup_delete
  AFTER DELETE ON public.workout_sets REFERENCING OLD TABLE AS old_sets
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_roll_up_sets();

CREATE TRIGGER workout_sets_80_rollup_insert
  AFTER INSERT ON public.workout_sets REFERENCING NEW TABLE AS new_sets
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_roll_up_sets();

CREATE TRIGGER workout_sets_80_rollup_update
  AFTER UPDATE ON public.workout_sets REFERENCING OLD TABLE AS old_sets NEW TABLE AS new_sets
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_roll_up_sets();

CREATE TRIGGER workouts_00_lock_training
  BEFORE INSERT OR DELETE OR UPDATE ON public.workouts
  FOR EACH STATEMENT
  EXECUTE FUNCTION private.tg_lock_training();

CREATE TRIGGER workouts_05_time_zone
  BEFORE INSERT OR UPDATE OF time_zone ON public.workouts
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_check_time_zone();

CREATE TRIGGER workouts_10_local_date
  BEFORE INSERT OR UPDATE OF started_at, time_zone ON public.workouts
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_local_date();

CREATE TRIGGER workouts_20_effective_visibility
  BEFORE INSERT OR UPDATE OF visibility ON public.workouts
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_workout_visibility();

CREATE TRIGGER workouts_30_keep
  BEFORE UPDATE OF id ON public.workouts
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_keep('id');

CREATE TRIGGER workouts_40_touch
  BEFORE UPDATE ON public.workouts
  FOR EACH ROW
  EXECUTE FUNCTION private.tg_touch();

CREATE POLICY "exercise_days_select_owner" ON "analytics"."exercise_days"
  FOR SELECT
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "audit_events_select_admin" ON "public"."audit_events"
  FOR SELECT
  TO "authenticated"
  USING (( SELECT private.has_role('admin'::text) AS has_role));

CREATE POLICY "blocks_select_blocker" ON "public"."blocks"
  FOR SELECT
  TO "authenticated"
  USING ((blocker_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "consents_select_owner" ON "public"."consents"
  FOR SELECT
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "equipment_select_everyone" ON "public"."equipment"
  FOR SELECT
  TO "anon", "authenticated"
  USING (true);

CREATE POLICY "exercise_aliases_select_viewer" ON "public"."exercise_aliases"
  FOR SELECT
  TO "anon", "authenticated"
  USING ((EXISTS ( SELECT 1
   FROM public.exercises
  WHERE (exercises.id = exercise_aliases.exercise_id))));

CREATE POLICY "exercise_equipment_select_viewer" ON "public"."exercise_equipment"
  FOR SELECT
  TO "anon", "authenticated"
  USING ((EXISTS ( SELECT 1
   FROM public.exercises
  WHERE (exercises.id = exercise_equipment.exercise_id))));

CREATE POLICY "exercise_muscles_select_viewer" ON "public"."exercise_muscles"
  FOR SELECT
  TO "anon", "authenticated"
  USING ((EXISTS ( SELECT 1
   FROM public.exercises
  WHERE (exercises.id = exercise_muscles.exercise_id))));

CREATE POLICY "exercises_select_anon" ON "public"."exercises"
  FOR SELECT
  TO "anon"
  USING ((user_id IS NULL));

CREATE POLICY "exercises_select_viewer" ON "public"."exercises"
  FOR SELECT
  TO "authenticated"
  USING (((user_id IS NULL) OR (user_id = ( SELECT auth.uid() AS uid))));

CREATE POLICY "follows_select_party" ON "public"."follows"
  FOR SELECT
  TO "authenticated"
  USING (((follower_id = ( SELECT auth.uid() AS uid)) OR (followee_id = ( SELECT auth.uid() AS uid))));

CREATE POLICY "muscles_select_everyone" ON "public"."muscles"
  FOR SELECT
  TO "anon", "authenticated"
  USING (true);

CREATE POLICY "profile_settings_select_owner" ON "public"."profile_settings"
  FOR SELECT
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "profile_settings_update_owner" ON "public"."profile_settings"
  FOR UPDATE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)))
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "profiles_select_viewer" ON "public"."profiles"
  FOR SELECT
  TO "authenticated"
  USING
    (((user_id = ( SELECT auth.uid() AS uid)) OR ((visibility = 'public'::text) AND (NOT (user_id IN ( SELECT private.blocked_user_ids() AS blocked_user_ids)))) OR ((visibility =
    'followers'::text) AND (user_id IN ( SELECT private.followed_user_ids() AS followed_user_ids)))));

CREATE POLICY "profiles_update_owner" ON "public"."profiles"
  FOR UPDATE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)))
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "user_roles_select_owner_or_admin" ON "public"."user_roles"
  FOR SELECT
  TO "authenticated"
  USING (((user_id = ( SELECT auth.uid() AS uid)) OR ( SELECT private.has_role('admin'::text) AS has_role)));

CREATE POLICY "files_select_owner" ON "storage"."objects"
  FOR SELECT
  TO "authenticated"
  USING (((bucket_id = ANY (ARRAY['uploads'::text, 'progress-photos'::text, 'imports'::text, 'exports'::text])) AND private.is_own_file(name)));

CREATE POLICY "uploads_delete_owner" ON "storage"."objects"
  FOR DELETE
  TO "authenticated"
  USING (((bucket_id = 'uploads'::text) AND private.is_own_file(name)));

CREATE POLICY "uploads_insert_owner" ON "storage"."objects"
  FOR INSERT
  TO "authenticated"
  WITH CHECK (((bucket_id = 'uploads'::text) AND private.is_own_file(name)));

COMMENT ON COLUMN "analytics"."exercise_days"."best_weights_kg" IS 'Heaviest load for exactly n repetitions at index n, 1 to 15; null where none was done. [personal]';

COMMENT ON COLUMN "analytics"."exercise_days"."distance_meters" IS '[personal]';

COMMENT ON COLUMN "analytics"."exercise_days"."duration_seconds" IS '[personal]';

COMMENT ON COLUMN "analytics"."exercise_days"."exercise_id" IS '[personal]';

COMMENT ON COLUMN "analytics"."exercise_days"."local_date" IS '[personal]';

COMMENT ON COLUMN "analytics"."exercise_days"."max_weight_kg" IS 'Heaviest external load lifted; null where there is none. [personal]';

COMMENT ON COLUMN "analytics"."exercise_days"."reps" IS 'Repetitions in all. [personal]';

COMMENT ON COLUMN "analytics"."exercise_days"."sets" IS 'Sets that count. [personal]';

COMMENT ON COLUMN "analytics"."exercise_days"."user_id" IS '[personal]';

COMMENT ON COLUMN "analytics"."exercise_days"."volume_kg" IS 'Sum of reps × external load lifted; assistance does not count. [personal]';

COMMENT ON COLUMN "private"."exercise_documents"."aliases" IS 'The aliases, folded likewise. [personal]';

COMMENT ON COLUMN "private"."exercise_documents"."document" IS 'Folded words: name with weight A, aliases B, muscles and equipment C. [personal]';

COMMENT ON COLUMN "private"."exercise_documents"."exercise_id" IS '[none]';

COMMENT ON COLUMN "private"."exercise_documents"."name" IS 'The name as private.fold_text() leaves it. [personal]';

COMMENT ON COLUMN "private"."exercise_documents"."user_id" IS 'As in exercises: null in the global catalogue. [personal]';

COMMENT ON COLUMN "private"."held_usernames"."digest" IS 'SHA-256 of the skeleton. [personal]';

COMMENT ON COLUMN "private"."held_usernames"."expires_at" IS '90 days after it was given up. [none]';

COMMENT ON COLUMN "private"."held_usernames"."user_id" IS 'Former owner; null once the account is gone. [personal]';

COMMENT ON COLUMN "private"."rate_limit_counters"."count" IS 'Times within the window. [none]';

COMMENT ON COLUMN "private"."rate_limit_counters"."policy" IS '[none]';

COMMENT ON COLUMN "private"."rate_limit_counters"."subject" IS 'Who is counted: a user id, or the hash of an address. [personal]';

COMMENT ON COLUMN "private"."rate_limit_counters"."window_started_at" IS '[none]';

COMMENT ON COLUMN "private"."rate_limit_policies"."description" IS 'Whom it limits, and why. [none]';

COMMENT ON COLUMN "private"."rate_limit_policies"."max_count" IS 'How often within one window. [none]';

COMMENT ON COLUMN "private"."rate_limit_policies"."name" IS 'What is limited, such as username_check. [none]';

COMMENT ON COLUMN "private"."rate_limit_policies"."window_seconds" IS 'Length of the window. [none]';

COMMENT ON COLUMN "private"."search_words"."exercises" IS 'In how many exercises it occurs. [none]';

COMMENT ON COLUMN "private"."search_words"."word" IS 'As private.fold_text() leaves it. [none]';

COMMENT ON COLUMN "public"."audit_events"."action" IS 'What was done, as domain.verb: role.granted. [none]';

COMMENT ON COLUMN "public"."audit_events"."actor_id" IS 'Who did it; null where the database''s owner did. [personal]';

COMMENT ON COLUMN "public"."audit_events"."created_at" IS 'Time of the server. [none]';

COMMENT ON COLUMN "public"."audit_events"."details" IS 'What else is worth knowing, without health data. [personal]';

COMMENT ON COLUMN "public"."audit_events"."id" IS 'Order of the ledger. [none]';

COMMENT ON COLUMN "public"."audit_events"."subject_id" IS 'To whom it was done. [personal]';

COMMENT ON COLUMN "public"."blocks"."blocked_id" IS 'The user who is blocked, and never told. [personal]';

COMMENT ON COLUMN "public"."blocks"."blocker_id" IS 'The user who blocks. [personal]';

COMMENT ON COLUMN "public"."blocks"."created_at" IS '[personal]';

COMMENT ON COLUMN "public"."body_facts"."birth_date" IS 'From 1900 to today. [health]';

COMMENT ON COLUMN "public"."body_facts"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."body_facts"."height_meters" IS '0.5 to 2.8. [health]';

COMMENT ON COLUMN "public"."body_facts"."sex" IS 'female or male, as strength formulas (DOTS, Wilks, IPF GL) tell coefficients apart; null where unsaid. [health]';

COMMENT ON COLUMN "public"."body_facts"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."consents"."created_at" IS 'Time of the server. [personal]';

COMMENT ON COLUMN "public"."consents"."id" IS 'Order of the ledger. [none]';

COMMENT ON COLUMN "public"."consents"."is_granted" IS 'True where consent was given, false where it was withdrawn. [personal]';

COMMENT ON COLUMN "public"."consents"."locale" IS 'Language in which the text was shown. [personal]';

COMMENT ON COLUMN "public"."consents"."purpose" IS 'What for: health_data, analytics or marketing. [personal]';

COMMENT ON COLUMN "public"."consents"."text_version" IS 'Version of the text that was shown. [none]';

COMMENT ON COLUMN "public"."consents"."user_id" IS 'Who consented or withdrew. [personal]';

COMMENT ON COLUMN "public"."equipment"."id" IS 'Stable key, such as trap_bar. [none]';

COMMENT ON COLUMN "public"."equipment"."name" IS 'English name. [none]';

COMMENT ON COLUMN "public"."equipment"."position" IS 'Order in lists, from 1. [none]';

COMMENT ON COLUMN "public"."exercise_aliases"."alias" IS 'Abbreviation, spelling of another app, or common other name. [none]';

COMMENT ON COLUMN "public"."exercise_aliases"."exercise_id" IS '[none]';

COMMENT ON COLUMN "public"."exercise_equipment"."equipment_id" IS '[none]';

COMMENT ON COLUMN "public"."exercise_equipment"."exercise_id" IS '[none]';

COMMENT ON COLUMN "public"."exercise_muscles"."exercise_id" IS '[none]';

COMMENT ON COLUMN "public"."exercise_muscles"."muscle_id" IS '[none]';

COMMENT ON COLUMN "public"."exercise_muscles"."role" IS 'primary or secondary. [none]';

COMMENT ON COLUMN "public"."exercise_muscles"."weight" IS 'How much of a set counts for the muscle: 1 for primary and 0.5 for secondary unless reviewed otherwise. [none]';

COMMENT ON COLUMN "public"."exercises"."archived_at" IS 'Set when it is no longer offered; history keeps it. [none]';

COMMENT ON COLUMN "public"."exercises"."body_weight_share" IS 'Share of body weight that a repetition moves, 0 to 1: 1 for a pull-up, 0 for external load only. [none]';

COMMENT ON COLUMN "public"."exercises"."category" IS 'strength, olympic, plyometric, strongman, cardio, mobility or stretching. [none]';

COMMENT ON COLUMN "public"."exercises"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."exercises"."force" IS 'push, pull, static, or null where it does not apply. [none]';

COMMENT ON COLUMN "public"."exercises"."id" IS 'Of a global exercise: uuid v5 of its slug, the same in every environment. [none]';

COMMENT ON COLUMN "public"."exercises"."instructions" IS 'How to do it, one step an element. [none]';

COMMENT ON COLUMN "public"."exercises"."is_unilateral" IS 'Whether one side works at a time. [none]';

COMMENT ON COLUMN "public"."exercises"."kind" IS 'Which fields its sets have: weight_reps, reps_only, bodyweight_reps, weighted_bodyweight, assisted_bodyweight, duration, weight_duration, distance_duration or weight_distance. See private.kind_allows(). [none]';

COMMENT ON COLUMN "public"."exercises"."level" IS 'Experience it takes: beginner, intermediate or advanced. [none]';

COMMENT ON COLUMN "public"."exercises"."license" IS 'SPDX identifier of the licence of its texts. [none]';

COMMENT ON COLUMN "public"."exercises"."mechanic" IS 'compound (several joints), isolation (one), or null where it does not apply. [none]';

COMMENT ON COLUMN "public"."exercises"."name" IS 'English name, unique by convention within the catalogue. [personal]';

COMMENT ON COLUMN "public"."exercises"."slug" IS 'Stable key of a global exercise, such as barbell-bench-press. [none]';

COMMENT ON COLUMN "public"."exercises"."source" IS 'Where the row comes from. [none]';

COMMENT ON COLUMN "public"."exercises"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."exercises"."user_id" IS 'Owner of a custom exercise; null in the global catalogue. [personal]';

COMMENT ON COLUMN "public"."exercises"."variation_group" IS 'Movements that are variations of one another share it. [none]';

COMMENT ON COLUMN "public"."follows"."created_at" IS '[personal]';

COMMENT ON COLUMN "public"."follows"."followee_id" IS 'The user who is followed. [personal]';

COMMENT ON COLUMN "public"."follows"."follower_id" IS 'The user who follows. [personal]';

COMMENT ON COLUMN "public"."follows"."status" IS 'pending until the followee accepts; only accepted counts. [personal]';

COMMENT ON COLUMN "public"."muscles"."id" IS 'Stable key, such as side_delts. [none]';

COMMENT ON COLUMN "public"."muscles"."name" IS 'English name. [none]';

COMMENT ON COLUMN "public"."muscles"."name_latin" IS 'Anatomical name. [none]';

COMMENT ON COLUMN "public"."muscles"."position" IS 'Order in lists, from 1. [none]';

COMMENT ON COLUMN "public"."muscles"."region" IS 'upper_body, core or lower_body. [none]';

COMMENT ON COLUMN "public"."profile_settings"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."profile_settings"."day_start_hour" IS 'Hour at which a new day begins, so that a workout at 00:30 can belong to the evening before. Applies to workouts logged from then on. [personal]';

COMMENT ON COLUMN "public"."profile_settings"."default_routine_visibility" IS 'Visibility of a routine or plan that names none. [none]';

COMMENT ON COLUMN "public"."profile_settings"."default_workout_visibility" IS 'Visibility of a workout that names none. [none]';

COMMENT ON COLUMN "public"."profile_settings"."e1rm_formula" IS 'Formula of estimated maxima: epley, brzycki, lombardi, oconner, mayhew, wathan or lander. [none]';

COMMENT ON COLUMN "public"."profile_settings"."locale" IS 'BCP 47 tag: language, optional script, optional region. [personal]';

COMMENT ON COLUMN "public"."profile_settings"."time_zone" IS 'IANA name of the zone the user lives in. [personal]';

COMMENT ON COLUMN "public"."profile_settings"."unit_system" IS 'What clients show: metric or imperial. The API itself speaks SI only. [personal]';

COMMENT ON COLUMN "public"."profile_settings"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."profile_settings"."user_id" IS 'Owner. [personal]';

COMMENT ON COLUMN "public"."profile_settings"."username_changed_at" IS 'When the username was changed last; it can be once in 30 days. Derived. [personal]';

COMMENT ON COLUMN "public"."profile_settings"."week_start" IS 'ISO weekday on which weeks begin: 1 Monday to 7 Sunday. [personal]';

COMMENT ON COLUMN "public"."profiles"."avatar_color" IS 'Dominant colour of the avatar, #rrggbb. [personal]';

COMMENT ON COLUMN "public"."profiles"."avatar_path" IS 'Folder of the avatar''s images in the bucket avatars, null for none. The media function writes it. [personal]';

COMMENT ON COLUMN "public"."profiles"."avatar_thumbhash" IS 'Blurred preview of the avatar (thumbhash, base64). [personal]';

COMMENT ON COLUMN "public"."profiles"."bio" IS 'A few words about oneself, at most 500 characters. [personal]';

COMMENT ON COLUMN "public"."profiles"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."profiles"."display_name" IS 'Name to show, at most 60 characters. [personal]';

COMMENT ON COLUMN "public"."profiles"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."profiles"."user_id" IS 'The user of Supabase Auth. [personal]';

COMMENT ON COLUMN "public"."profiles"."username" IS 'Chosen handle, null until chosen: 3 to 30 of A-Z a-z 0-9 _ and . [personal]';

COMMENT ON COLUMN "public"."profiles"."username_key" IS 'username without case, which makes it unique. Derived. [personal]';

COMMENT ON COLUMN "public"."profiles"."visibility" IS 'Who sees the profile: public (every signed-in user), followers or private. Nothing the user shares is wider than this. [none]';

COMMENT ON COLUMN "public"."user_roles"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."user_roles"."granted_by" IS 'The admin who granted it; null for the first. [personal]';

COMMENT ON COLUMN "public"."user_roles"."role" IS 'moderator (reviews what users share) or admin (all of that, and roles). [personal]';

COMMENT ON COLUMN "public"."user_roles"."user_id" IS '[personal]';

COMMENT ON COLUMN "public"."workout_exercises"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."workout_exercises"."exercise_id" IS 'A global exercise, or one of the owner''s own. [personal]';

COMMENT ON COLUMN "public"."workout_exercises"."exercise_kind" IS 'Kind of the exercise. Derived. [none]';

COMMENT ON COLUMN "public"."workout_exercises"."id" IS 'Made by the client (uuid v7). [none]';

COMMENT ON COLUMN "public"."workout_exercises"."local_date" IS 'Day of the workout. Derived. [personal]';

COMMENT ON COLUMN "public"."workout_exercises"."notes" IS 'At most 4000 characters. [personal]';

COMMENT ON COLUMN "public"."workout_exercises"."position" IS 'Order within the workout, from 1. [none]';

COMMENT ON COLUMN "public"."workout_exercises"."superset_group" IS 'Exercises of a workout with the same number are done in turn. [personal]';

COMMENT ON COLUMN "public"."workout_exercises"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."workout_exercises"."workout_id" IS '[none]';

COMMENT ON COLUMN "public"."workout_sets"."completed_at" IS 'When the user ticked it off. [personal]';

COMMENT ON COLUMN "public"."workout_sets"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."workout_sets"."distance_meters" IS 'Up to 1000 km. [personal]';

COMMENT ON COLUMN "public"."workout_sets"."duration_seconds" IS 'Time under work, up to two days. [personal]';

COMMENT ON COLUMN "public"."workout_sets"."exercise_id" IS 'Exercise of the workout exercise. Derived. [personal]';

COMMENT ON COLUMN "public"."workout_sets"."exercise_kind" IS 'Its kind, which says which fields this set may have. Derived. [none]';

COMMENT ON COLUMN "public"."workout_sets"."id" IS 'Made by the client (uuid v7). [none]';

COMMENT ON COLUMN "public"."workout_sets"."local_date" IS 'Day of the workout. Derived. [personal]';

COMMENT ON COLUMN "public"."workout_sets"."notes" IS 'At most 1000 characters. [personal]';

COMMENT ON COLUMN "public"."workout_sets"."position" IS 'Order within the exercise, from 1. [none]';

COMMENT ON COLUMN "public"."workout_sets"."reps" IS 'Repetitions done, 0 to 10000. [personal]';

COMMENT ON COLUMN "public"."workout_sets"."rest_seconds" IS 'Rest after the set as it was. [personal]';

COMMENT ON COLUMN "public"."workout_sets"."rir" IS 'Repetitions in reserve, 0 to 10 in half steps. [personal]';

COMMENT ON COLUMN "public"."workout_sets"."rpe" IS 'Rating of perceived exertion, 1 to 10 in half steps. [personal]';

COMMENT ON COLUMN "public"."workout_sets"."set_type" IS 'normal, warmup, drop, failure, amrap, rest_pause, myo, cluster or backoff; a warmup counts in no total. [personal]';

COMMENT ON COLUMN "public"."workout_sets"."side" IS 'left, right, or null where both work. [personal]';

COMMENT ON COLUMN "public"."workout_sets"."target" IS 'What was prescribed, with the same field names; null where nothing was. [personal]';

COMMENT ON COLUMN "public"."workout_sets"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."workout_sets"."weight_kg" IS 'External load, 0 to 2000. Of weighted_bodyweight the load added, of assisted_bodyweight the assistance. [personal]';

COMMENT ON COLUMN "public"."workout_sets"."workout_exercise_id" IS '[none]';

COMMENT ON COLUMN "public"."workouts"."created_at" IS '[none]';

COMMENT ON COLUMN "public"."workouts"."day_start_hour" IS 'The owner''s setting when the workout was logged: local_date does not move when the setting changes. Derived. [personal]';

COMMENT ON COLUMN "public"."workouts"."effective_visibility" IS 'The least of visibility and the profile''s. Derived; policies read this one. [none]';

COMMENT ON COLUMN "public"."workouts"."ended_at" IS 'Null while the workout is live. [personal]';

COMMENT ON COLUMN "public"."workouts"."id" IS 'Made by the client (uuid v7), so that a retry after a lost answer adds nothing. [none]';

COMMENT ON COLUMN "public"."workouts"."local_date" IS 'The day the user would name: started_at in time_zone, less day_start_hour. Derived. [personal]';

COMMENT ON COLUMN "public"."workouts"."name" IS 'As the user named it. [personal]';

COMMENT ON COLUMN "public"."workouts"."notes" IS 'At most 4000 characters. [personal]';

COMMENT ON COLUMN "public"."workouts"."revision" IS 'Raised by the client with each edit that log_workout() sends. [none]';

COMMENT ON COLUMN "public"."workouts"."session_rpe" IS 'Effort of the whole session, 0 to 10 in half steps (Foster 1998). [personal]';

COMMENT ON COLUMN "public"."workouts"."started_at" IS '[personal]';

COMMENT ON COLUMN "public"."workouts"."time_zone" IS 'IANA name of the zone the user was in. [personal]';

COMMENT ON COLUMN "public"."workouts"."updated_at" IS '[none]';

COMMENT ON COLUMN "public"."workouts"."visibility" IS 'What the owner chose: public, followers or private. [none]';

COMMENT ON FUNCTION "private"."add_consent"(text, boolean, text, text) IS 'Adds the caller''s decision to the ledger, with the time of the server. Definer, because nobody may write consents.';

COMMENT ON FUNCTION "private"."appoint_first_admin"(text) IS 'Makes the user with this confirmed address the first admin. Only the owner of the database can call it: npx supabase db query "select private.appoint_first_admin(''me@example.com'')".';

COMMENT ON FUNCTION "private"."blocked_user_ids"() IS 'Users hidden from the caller, and the caller from them: both directions of a block. Definer, because a blocked user may not see the row that blocks them.';

COMMENT ON FUNCTION "private"."call_function"(text) IS 'Wakes an Edge Function by a POST that carries a token of this purpose alone, and answers the id of the request in net._http_response. Address and token come from the Vault, so that no project''s address stands in a migration. Granted to nobody: cron jobs, which run as the owner, call it.';

COMMENT ON FUNCTION "private"."caller_subject"() IS 'Whom a rate limit counts: the signed-in user, else the network address that the gateway saw, hashed; of IPv6 its network of 64 bits.';

COMMENT ON FUNCTION "private"."change_role"(uuid, text, boolean) IS 'Grants or revokes a role in the name of the caller, who must be an admin now. Definer, because nobody may write user_roles.';

COMMENT ON FUNCTION "private"."check_username"(text) IS 'Answers is_username_available(). Definer, because it must see profiles that the caller may not and count its uses.';

COMMENT ON FUNCTION "private"."check_workout"(jsonb) IS 'Refuses a workout that log_workout() cannot take, and names the field. Errors: 422 invalid_field, missing_field, unknown_field, field_not_allowed.';

COMMENT ON FUNCTION "private"."choose_username"(text) IS 'Answers change_username(). Definer, because clients may not write usernames: a refused write of theirs could not be counted, and would tell without end which names are taken. Errors: 401 not_signed_in, 429 too_many_requests.';

COMMENT ON FUNCTION "private"."custom_access_token_hook"(jsonb) IS 'Adds the claim user_roles to access tokens, for the convenience of clients: policies read the table. Called by Auth with {user_id, claims}; definer, because Auth''s role may not read in public.';

COMMENT ON FUNCTION "private"."decode_cursor"(text, jsonb) IS 'The key in a cursor of private.encode_cursor(); null without one. Errors: 400 cursor_mismatch for a cursor of another filter, and for text that is none.';

COMMENT ON FUNCTION "private"."encode_cursor"(jsonb, jsonb) IS 'Opaque text for the place after a row: its key, and a hash of the filter under which the list was read.';

COMMENT ON FUNCTION "private"."enforce_rate_limit"(text, text) IS 'Counts one use against a limit, and refuses it beyond. Granted to nobody: definer functions call it for their callers. Errors: 429 too_many_requests.';

COMMENT ON FUNCTION "private"."ensure_cron_jobs"() IS 'Schedules every job that runs by the clock, by name, so that doing it again changes nothing; makes the token by which functions know them. Called by sql/settings in every environment.';

COMMENT ON FUNCTION "private"."ensure_own_profile"() IS 'Makes the caller''s profile and settings where sign-up could not. Definer, because clients may not insert them.';

COMMENT ON FUNCTION "private"."estimated_one_rep_max"(numeric[]) IS 'Best estimated one-repetition maximum, in kg, from the heaviest load for each repetition count: weight × (1 + reps / 30) (Epley 1985), a single counting as itself; above 10 repetitions the formula says nothing.';

COMMENT ON FUNCTION "private"."field_problem"(jsonb, text, numeric, numeric, numeric, text[]) IS 'What is wrong with a JSON value by a rule of private.workout_field_rules(), in words; null where nothing is.';

COMMENT ON FUNCTION "private"."fold_text"(text) IS 'Text as search compares it: lower case, without accents and punctuation, words one space apart.';

COMMENT ON FUNCTION "private"."followed_user_ids"() IS 'Users whose followers-only rows the caller may read: accepted and not blocked in either direction. Bounded by the cap on following. Definer, because it reads blocks that the caller may not see.';

COMMENT ON FUNCTION "private"."forget_rate_limits"() IS 'Removes the counters of windows that have ended. A cron job calls it.';

COMMENT ON FUNCTION "private"."global_exercise_id"(text) IS 'Id of a global exercise: uuid v5 of its slug in this project''s namespace, so that every environment has the same.';

COMMENT ON FUNCTION "private"."has_consent"(text) IS 'Whether the caller''s consent for a purpose stands: the newest entry of the ledger grants it. Definer, so that no policy on consents can change the answer.';

COMMENT ON FUNCTION "private"."has_role"(text) IS 'Whether the caller has a role now; an admin has every role. Definer, because policies of user_roles itself ask it.';

COMMENT ON FUNCTION "private"."hold_username"(text, uuid) IS 'Keeps a given-up username back for 90 days. Granted to nobody: triggers with definer rights call it.';

COMMENT ON FUNCTION "private"."index_exercises"(uuid[]) IS 'Makes the search documents of these exercises anew, and the vocabulary where one of them is global. Definer: the tables of search are nobody else''s.';

COMMENT ON FUNCTION "private"."is_own_file"(text) IS 'Whether a file lies in the caller''s own folder, under a name that no reading of paths can lead out of: ASCII letters, digits, dot, underscore and hyphen, one to three levels, no two dots in a row.';

COMMENT ON FUNCTION "private"."is_reserved_username"(text) IS 'Whether a username of this skeleton could be taken for a part of the app, or for its team.';

COMMENT ON FUNCTION "private"."is_time_zone"(text) IS 'Whether Postgres knows this IANA time zone. Asks the zone itself: pg_timezone_names reads every zone file of the server.';

COMMENT ON FUNCTION "private"."kind_allows"(text, text) IS 'Whether sets of an exercise of this kind may have the field: reps, weight_kg, duration_seconds or distance_meters. The checks of workout_sets and the validation of log_workout() both ask here.';

COMMENT ON FUNCTION "private"."least_visibility"(text, text) IS 'The narrower of two visibilities: private, then followers, then public. What is none of these, or null, counts as private.';

COMMENT ON FUNCTION "private"."lifted_kg"(text, numeric) IS 'The external load that a set lifts, in kg: its weight, but for assistance, which lifts the lifter.';

COMMENT ON FUNCTION "private"."load_equipment"(jsonb) IS 'Loads equipment from sql/catalog in the order of the file: adds and updates, changes nothing where nothing changed.';

COMMENT ON FUNCTION "private"."load_exercises"(jsonb) IS 'Loads global exercises from sql/catalog by their slugs, with muscles, equipment and aliases. The same file again changes nothing; what was archived stays so, and users'' rows are never touched.';

COMMENT ON FUNCTION "private"."load_muscles"(jsonb) IS 'Loads muscles from sql/catalog: adds and updates, changes nothing where nothing changed.';

COMMENT ON FUNCTION "private"."load_rate_limits"(jsonb) IS 'Loads rate limits from sql/settings: adds what is new and keeps the numbers that an operator changed.';

COMMENT ON FUNCTION "private"."local_date"(timestamp with time zone, text, smallint) IS 'The day a person would name for an instant: the date on their clock, where the day begins at p_day_start_hour.';

COMMENT ON FUNCTION "private"."lock_training"(uuid) IS 'Makes the writers of one user''s training wait for each other until their transaction ends. Taken before any row lock: rollups of one user are touched by every device of theirs, in any order, and would deadlock without it.';

COMMENT ON FUNCTION "private"."match_exercises"(text, integer) IS 'Ids of the exercises that a query means, best first, of those that the caller may see. Definer, because under RLS a text match cannot use its index: it answers ids only, and the rows are read under the caller''s own rights.';

COMMENT ON FUNCTION "private"."match_profiles"(text, text, integer) IS 'Ids of the profiles that a query means, of those that the caller may see. Definer, because under RLS a text match cannot use its index: it answers ids only, and the rows are read under the caller''s own rights. Errors: 429 too_many_requests.';

COMMENT ON FUNCTION "private"."matches_cron_token"(text) IS 'Answers is_cron_token(). Definer, because only the owner reads the Vault.';

COMMENT ON FUNCTION "private"."raise_id_unusable"(text) IS 'The one answer for an id that cannot be used, for whatever reason: taken, unknown or somebody else''s. 409 id_unusable.';

COMMENT ON FUNCTION "private"."raise_problem"(text, text, text, text, text) IS 'Raises an error in the one form clients know: p_code is a SQLSTATE (PT4xx answers HTTP 4xx), p_message a stable key of types/errors.ts, p_path the field it is about, p_text what is wrong with it, p_hint what to do.';

COMMENT ON FUNCTION "private"."record_audit_event"(text, uuid, jsonb) IS 'Writes one line of the audit ledger in the caller''s name, in the transaction of what it speaks of. Granted to nobody: definer functions call it for their callers.';

COMMENT ON FUNCTION "private"."roll_up_exercise_days"(private.exercise_day[]) IS 'Makes these rows of analytics.exercise_days anew from raw sets; a day without sets that count has none. Definer, because nobody else may write rollups.';

COMMENT ON FUNCTION "private"."set_counts"(text, integer, integer, numeric) IS 'Whether a set counts in totals, trends and records: it was done, which an actual value says, and was no warm-up.';

COMMENT ON FUNCTION "private"."take_rate_limit"(text, text) IS 'Counts one use against a limit and says whether it is allowed: {is_allowed, limit, remaining, reset_seconds}. Fixed windows that begin with the first use. Definer: nobody else may touch the counters.';

COMMENT ON FUNCTION "private"."tg_audit_role"() IS 'Writes every change of a role into the audit ledger, whichever way it came about: change_role(), the owner of the database, or the deletion of the account. Definer, because that one fires it as Auth''s role.';

COMMENT ON FUNCTION "private"."tg_change_username"() IS 'Lets a user choose a username that is free, and change it once in 30 days; the old one is held back. The first choice, and a change of letter case or separators, are free. Definer, because it reads and writes what clients may not. Errors: 409 username_taken, 429 too_many_requests.';

COMMENT ON FUNCTION "private"."tg_check_birth_date"() IS 'Refuses a birth date after today anywhere on earth. Errors: 422 invalid_field.';

COMMENT ON FUNCTION "private"."tg_check_locale"() IS 'Refuses a locale that Postgres has no rules of sorting for. Errors: 422 invalid_field.';

COMMENT ON FUNCTION "private"."tg_check_time_zone"() IS 'Refuses a time_zone that Postgres does not know. Errors: 422 invalid_field.';

COMMENT ON FUNCTION "private"."tg_create_profile"() IS 'Makes profile and settings of a new user. Definer, because Auth inserts users as a role that may not write in public.';

COMMENT ON FUNCTION "private"."tg_hold_username_of_deleted"() IS 'Keeps the username of a deleted account back. Definer, because nobody else may write held_usernames.';

COMMENT ON FUNCTION "private"."tg_inherit_workout"() IS 'Takes owner and day from the workout and the kind from the exercise. Definer, so that a row of somebody else and a row that does not exist answer the same. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."tg_inherit_workout_exercise"() IS 'Takes owner, exercise, kind and day from the workout exercise. Definer, so that a row of somebody else and a row that does not exist answer the same. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "private"."tg_keep"() IS 'Refuses to change the columns named as its arguments. An upsert sets every column that it sends, so ids and parents are in the update grant, and this trigger keeps them what they were. Errors: 409 column_immutable.';

COMMENT ON FUNCTION "private"."tg_keep_last_admin"() IS 'Refuses to remove the last admin, whichever way: revoke_role(), the backend, or the deletion of the account. The owner of the table alone ever writes it, and sees every admin. Errors: 409 last_admin.';

COMMENT ON FUNCTION "private"."tg_local_date"() IS 'Derives local_date, with the owner''s day start as it is when the workout is first stored. Definer, because it reads the owner''s settings whoever writes the row.';

COMMENT ON FUNCTION "private"."tg_lock_training"() IS 'Takes the caller''s training lock before a statement locks rows. The backend, which has no caller, takes the locks of those it wrote for when their days are rolled up.';

COMMENT ON FUNCTION "private"."tg_narrow_workouts"() IS 'Carries a change of the profile''s visibility to the owner''s workouts. Definer, because clients may not write effective_visibility.';

COMMENT ON FUNCTION "private"."tg_refuse_change"() IS 'Keeps a ledger append-only. Errors: 409 append_only.';

COMMENT ON FUNCTION "private"."tg_require_health_consent"() IS 'Refuses to write health data without standing consent. Errors: 403 consent_required.';

COMMENT ON FUNCTION "private"."tg_roll_up_sets"() IS 'Rolls up the days that a statement on workout_sets touched. Definer, because clients may not write rollups.';

COMMENT ON FUNCTION "private"."tg_touch"() IS 'Sets updated_at to the time of the transaction.';

COMMENT ON FUNCTION "private"."tg_workout_visibility"() IS 'Derives effective_visibility of a workout. Definer, because it reads the owner''s profile whoever writes the row.';

COMMENT ON FUNCTION "private"."username_is_free"(text, uuid) IS 'Whether a user may take a username: well formed, not reserved, not taken or mistakable for one that is, not held back. Granted to nobody: it sees every profile, so definer functions call it for their callers.';

COMMENT ON FUNCTION "private"."username_skeleton"(text) IS 'What a username looks like at a glance: without case and separators, with the letters and digits that are mistaken for each other made one (0 and o; 1, i and l; 5 and s; rn and m; vv and w).';

COMMENT ON FUNCTION "private"."week_start_of"(date, smallint) IS 'The first day of the week that holds p_date, where weeks start on ISO weekday p_week_start (1 Monday to 7 Sunday).';

COMMENT ON FUNCTION "private"."workout_field_rules"() IS 'What log_workout() takes: the fields of a workout, of its exercises and of their sets. minimum and maximum bound a number, the length of a text, or the length of an array. The tables check the same bounds, whichever way a row comes.';

COMMENT ON FUNCTION "private"."workout_summary"(uuid) IS 'A workout in a few figures, as stored: {id, revision, name, started_at, ended_at, local_date, exercises, sets, volume_kg}. sets and volume_kg leave out warm-ups and sets without an actual value.';

COMMENT ON FUNCTION "public"."change_username"(text) IS 'Makes a username the caller''s, or none with null, and says whether it did: false where the name is malformed, taken, reserved, held back or mistakable for another, without saying which. The first choice is free, a later one can be made once in 30 days, a change of letter case or separators at any time. Errors: 401 not_signed_in, 429 too_many_requests.';

COMMENT ON FUNCTION "public"."count_use"(text, text) IS 'For Edge Functions, with a secret key: counts one use against a limit, {is_allowed, limit, remaining, reset_seconds}.';

COMMENT ON FUNCTION "public"."dashboard"(date, date) IS 'The caller''s training in one answer, p_from ≤ day < p_to in their own days: {from, to, totals: {workouts, duration_seconds, training_days, sets, volume_kg}, weeks: [{week_start, training_days, sets, volume_kg}], recent_workouts: [the newest five, as log_workout() answers them]}. Weeks begin on the caller''s week_start.';

COMMENT ON FUNCTION "public"."exercise_trend"(uuid, date, date) IS 'The caller''s progress in one exercise, a row for each day with sets that count, oldest first, p_from ≤ day < p_to. Weights in kg, durations in seconds, distances in metres; best_e1rm_kg by Epley from sets of up to 10 repetitions.';

COMMENT ON FUNCTION "public"."grant_role"(uuid, text) IS 'Gives a user the role moderator or admin. For admins; granting what is granted changes nothing. Errors: 403 not_allowed, 409 id_unusable, 422 invalid_field.';

COMMENT ON FUNCTION "public"."is_cron_token"(text) IS 'For Edge Functions, with a secret key: whether a request comes from this database''s own cron jobs.';

COMMENT ON FUNCTION "public"."is_username_available"(text) IS 'Whether the caller could take a username. Taken, reserved, held back, mistakable for another and malformed all answer false. Callable before sign-up. Errors: 429 too_many_requests.';

COMMENT ON FUNCTION "public"."log_workout"(jsonb) IS 'Stores a whole workout in one transaction: {id, revision, name, notes, started_at, ended_at, time_zone, session_rpe, visibility, exercises: [{id, exercise_id, position, superset_group, notes, sets: [{id, position, set_type, reps, weight_kg, duration_seconds, distance_meters, rpe, rir, side, rest_seconds, notes, target, completed_at}]}]}. Answers {workout: {id, revision, name, started_at, ended_at, local_date, exercises, sets, volume_kg}}. Ids are the client''s: the same call again changes nothing and answers the same, a higher revision replaces the workout, one that is not higher changes nothing. Errors: 409 id_unusable; 422 invalid_field, missing_field, unknown_field, field_not_allowed.';

COMMENT ON FUNCTION "public"."me"() IS 'Everything a client needs of its user at start: {user_id, profile: {username, display_name, bio, avatar_path, avatar_thumbhash, avatar_color, visibility}, settings: {…}, body_facts: {sex, birth_date, height_meters} or null, roles: […], consents: {purpose: granted}}. Makes the profile of a user who has none yet. Errors: 401 not_signed_in.';

COMMENT ON FUNCTION "public"."orphaned_files"(integer) IS 'For the ops function, with a secret key: files that nothing refers to, oldest first: uploads that nobody took within a day, and avatars that are no profile''s. They are removed through the Storage API alone. p_limit: 1 to 1000.';

COMMENT ON FUNCTION "public"."record_avatar"(uuid, text, text, text) IS 'For the media function, with a secret key: makes an image the avatar of a user and answers {previous_id}, the id of the one before, whose files can go; null where there was none. Errors: 409 id_unusable.';

COMMENT ON FUNCTION "public"."record_consent"(text, text, text) IS 'Records that the caller consents to a purpose (health_data, analytics or marketing), having read a version of the text in a language: {purpose, is_granted, text_version, locale, created_at}. The time is the server''s. The same again adds nothing. Errors: 422 invalid_field.';

COMMENT ON FUNCTION "public"."revoke_role"(uuid, text) IS 'Takes a role from a user, at once. For admins; the last admin cannot go. Errors: 403 not_allowed, 409 id_unusable, 409 last_admin, 422 invalid_field.';

COMMENT ON FUNCTION "public"."search_exercises"(text, integer) IS 'Finds exercises by name, alias, muscle or equipment, typos included: {items: [{id, name, kind, category, level, is_custom, primary_muscles, equipment}]}, best first. p_query: up to 80 characters and 8 words count. p_limit: 1 to 50, 20 by default.';

COMMENT ON FUNCTION "public"."search_profiles"(text, integer, text) IS 'Finds people who chose a username, by its beginning or that of a word of the display name, of those whose profile the caller may see: {items: [{user_id, username, display_name, avatar_path, avatar_thumbhash, avatar_color}], next_cursor}, by username. p_query: 2 to 60 characters. p_limit: 1 to 50, 20 by default. Errors: 400 cursor_mismatch, 429 too_many_requests.';

COMMENT ON FUNCTION "public"."withdraw_consent"(text) IS 'Records that the caller withdraws consent to a purpose, as easily as it was given: {purpose, is_granted, text_version, locale, created_at}. From then on nothing new is stored under it; what was stored stays until the owner deletes it. Errors: 422 invalid_field.';

COMMENT ON POLICY "exercises_select_anon" ON "public"."exercises" IS 'The global catalogue is open to everybody.';

COMMENT ON POLICY "profiles_select_viewer" ON "public"."profiles" IS 'Oneself, and whoever the visibility admits; a block hides both from each other.';

COMMENT ON SCHEMA "analytics" IS 'Rollups, kept exact by triggers. Not exposed by the API; read through RPCs and views in public.';

COMMENT ON SCHEMA "private" IS 'Helpers, trigger functions, queues and ledgers. Not exposed by the API.';

COMMENT ON TABLE "analytics"."exercise_days" IS 'Rollup by user, exercise and day of the sets that count: with an actual value, and no warm-up. Only triggers write it.';

COMMENT ON TABLE "private"."exercise_documents" IS 'Search documents of exercises, made by private.index_exercises().';

COMMENT ON TABLE "private"."held_usernames" IS 'Given-up usernames that only their former owner may take before expires_at.';

COMMENT ON TABLE "private"."rate_limit_counters" IS 'Fixed windows of private.take_rate_limit().';

COMMENT ON TABLE "private"."rate_limit_policies" IS 'Rate limits by name. Loaded from sql/settings where a name is new; what an operator changed stays.';

COMMENT ON TABLE "private"."search_words" IS 'Words of the global catalogue, kept by private.index_exercises().';

COMMENT ON TABLE "public"."audit_events" IS 'The audit ledger, append-only. Admins read it; private.record_audit_event() writes it. Ids without foreign keys: the ledger outlives the accounts it speaks of.';

COMMENT ON TABLE "public"."blocks" IS 'Who blocked whom. Only the blocker reads it; the social RPCs write it.';

COMMENT ON TABLE "public"."body_facts" IS 'Facts about a user''s body that do not change from day to day; what changes is a measurement. Clients upsert them, without user_id. Writing needs consent to health_data: 403 consent_required.';

COMMENT ON TABLE "public"."consents" IS 'Consents given and withdrawn, append-only. The owner reads them.';

COMMENT ON TABLE "public"."equipment" IS 'Equipment, the same for everybody. Loaded from sql/catalog.';

COMMENT ON TABLE "public"."exercise_aliases" IS 'Other names of an exercise, seen by whoever sees the exercise.';

COMMENT ON TABLE "public"."exercise_equipment" IS 'Equipment of an exercise, seen by whoever sees the exercise.';

COMMENT ON TABLE "public"."exercise_muscles" IS 'Muscles of an exercise, seen by whoever sees the exercise.';

COMMENT ON TABLE "public"."exercises" IS 'The exercise catalogue: global rows, readable without an account, and users'' own.';

COMMENT ON TABLE "public"."follows" IS 'Who follows whom. Both parties read their rows; the social RPCs write them.';

COMMENT ON TABLE "public"."muscles" IS 'Muscles, the same for everybody. Loaded from sql/catalog.';

COMMENT ON TABLE "public"."profile_settings" IS 'A user''s own settings. Made at sign-up; the owner updates them.';

COMMENT ON TABLE "public"."profiles" IS 'What a user shows of themselves. Made at sign-up; clients update it.';

COMMENT ON TABLE "public"."user_roles" IS 'Roles of users. Users read their own, admins all; grant_role() and revoke_role() write them.';

COMMENT ON TABLE "public"."workout_exercises" IS 'Exercises of workouts, in order; the same exercise may appear twice.';

COMMENT ON TABLE "public"."workout_sets" IS 'Sets of workouts. A set counts once it has an actual value: reps, duration_seconds or distance_meters.';

COMMENT ON TABLE "public"."workouts" IS 'Performed training sessions. A workout is live until ended_at is set. Filter by user_id: under RLS alone, every workout that the caller may see is a candidate.';

COMMENT ON TYPE "private"."exercise_day" IS 'Key of analytics.exercise_days.';

REVOKE ALL ON FUNCTION "private"."add_consent"(text, boolean, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."add_consent"(text, boolean, text, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."add_consent"(text, boolean, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."add_consent"(text, boolean, text, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."appoint_first_admin"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."appoint_first_admin"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."appoint_first_admin"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."blocked_user_ids"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."blocked_user_ids"() TO "authenticated";

REVOKE ALL ON FUNCTION "private"."blocked_user_ids"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."blocked_user_ids"() TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."blocked_user_ids"() TO "service_role";

REVOKE ALL ON FUNCTION "private"."call_function"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."call_function"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."call_function"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."caller_subject"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."caller_subject"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."caller_subject"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."change_role"(uuid, text, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."change_role"(uuid, text, boolean) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."change_role"(uuid, text, boolean) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."change_role"(uuid, text, boolean) TO "postgres";

REVOKE ALL ON FUNCTION "private"."check_username"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."check_username"(text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."check_username"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_username"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_username"(text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."check_workout"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."check_workout"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."check_workout"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_workout"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."check_workout"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."choose_username"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."choose_username"(text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."choose_username"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."choose_username"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."custom_access_token_hook"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."custom_access_token_hook"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."custom_access_token_hook"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."custom_access_token_hook"(jsonb) TO "supabase_auth_admin";

REVOKE ALL ON FUNCTION "private"."decode_cursor"(text, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."decode_cursor"(text, jsonb) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."decode_cursor"(text, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."decode_cursor"(text, jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."decode_cursor"(text, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."encode_cursor"(jsonb, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."encode_cursor"(jsonb, jsonb) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."encode_cursor"(jsonb, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."encode_cursor"(jsonb, jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."encode_cursor"(jsonb, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."enforce_rate_limit"(text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."enforce_rate_limit"(text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."enforce_rate_limit"(text, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."ensure_cron_jobs"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."ensure_cron_jobs"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."ensure_cron_jobs"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."ensure_own_profile"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."ensure_own_profile"() TO "authenticated";

REVOKE ALL ON FUNCTION "private"."ensure_own_profile"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."ensure_own_profile"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."estimated_one_rep_max"(numeric[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."estimated_one_rep_max"(numeric[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."estimated_one_rep_max"(numeric[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."estimated_one_rep_max"(numeric[]) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."estimated_one_rep_max"(numeric[]) TO "service_role";

REVOKE ALL ON FUNCTION "private"."field_problem"(jsonb, text, numeric, numeric, numeric, text[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."field_problem"(jsonb, text, numeric, numeric, numeric, text[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."field_problem"(jsonb, text, numeric, numeric, numeric, text[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."field_problem"(jsonb, text, numeric, numeric, numeric, text[]) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."field_problem"(jsonb, text, numeric, numeric, numeric, text[]) TO "service_role";

REVOKE ALL ON FUNCTION "private"."fold_text"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."fold_text"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."fold_text"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."followed_user_ids"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."followed_user_ids"() TO "authenticated";

REVOKE ALL ON FUNCTION "private"."followed_user_ids"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."followed_user_ids"() TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."followed_user_ids"() TO "service_role";

REVOKE ALL ON FUNCTION "private"."forget_rate_limits"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."forget_rate_limits"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."forget_rate_limits"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."global_exercise_id"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."global_exercise_id"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."global_exercise_id"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."global_exercise_id"(text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."has_consent"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."has_consent"(text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."has_consent"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."has_consent"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."has_consent"(text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."has_role"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."has_role"(text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."has_role"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."has_role"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."has_role"(text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."hold_username"(text, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."hold_username"(text, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."hold_username"(text, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."index_exercises"(uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."index_exercises"(uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."index_exercises"(uuid[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."is_own_file"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."is_own_file"(text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."is_own_file"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_own_file"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_own_file"(text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."is_reserved_username"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."is_reserved_username"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_reserved_username"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."is_time_zone"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."is_time_zone"(text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."is_time_zone"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_time_zone"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_time_zone"(text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."kind_allows"(text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."kind_allows"(text, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."kind_allows"(text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."kind_allows"(text, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."kind_allows"(text, text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."least_visibility"(text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."least_visibility"(text, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."least_visibility"(text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."least_visibility"(text, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."least_visibility"(text, text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."lifted_kg"(text, numeric) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."lifted_kg"(text, numeric) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."lifted_kg"(text, numeric) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."lifted_kg"(text, numeric) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."lifted_kg"(text, numeric) TO "service_role";

REVOKE ALL ON FUNCTION "private"."load_equipment"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."load_equipment"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."load_equipment"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."load_exercises"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."load_exercises"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."load_exercises"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."load_muscles"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."load_muscles"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."load_muscles"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."load_rate_limits"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."load_rate_limits"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."load_rate_limits"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."local_date"(timestamp WITH time zone, text, smallint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."local_date"(timestamp WITH time zone, text, smallint) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."local_date"(timestamp WITH time zone, text, smallint) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."local_date"(timestamp WITH time zone, text, smallint) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."local_date"(timestamp WITH time zone, text, smallint) TO "service_role";

REVOKE ALL ON FUNCTION "private"."lock_training"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."lock_training"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."lock_training"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."lock_training"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."lock_training"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."match_exercises"(text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."match_exercises"(text, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."match_exercises"(text, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."match_exercises"(text, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."match_exercises"(text, integer) TO "service_role";

REVOKE ALL ON FUNCTION "private"."match_profiles"(text, text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."match_profiles"(text, text, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."match_profiles"(text, text, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."match_profiles"(text, text, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."matches_cron_token"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."matches_cron_token"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."matches_cron_token"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."matches_cron_token"(text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."raise_id_unusable"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."raise_id_unusable"(text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."raise_id_unusable"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."raise_id_unusable"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."raise_id_unusable"(text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."raise_problem"(text, text, text, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."raise_problem"(text, text, text, text, text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."raise_problem"(text, text, text, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."raise_problem"(text, text, text, text, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."raise_problem"(text, text, text, text, text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."record_audit_event"(text, uuid, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."record_audit_event"(text, uuid, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."record_audit_event"(text, uuid, jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."roll_up_exercise_days"(private.exercise_day[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."roll_up_exercise_days"(private.exercise_day[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."roll_up_exercise_days"(private.exercise_day[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."set_counts"(text, integer, integer, numeric) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."set_counts"(text, integer, integer, numeric) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."set_counts"(text, integer, integer, numeric) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."set_counts"(text, integer, integer, numeric) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."set_counts"(text, integer, integer, numeric) TO "service_role";

REVOKE ALL ON FUNCTION "private"."take_rate_limit"(text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."take_rate_limit"(text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."take_rate_limit"(text, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."take_rate_limit"(text, text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."tg_audit_role"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_audit_role"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_audit_role"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_change_username"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_change_username"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_change_username"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_check_birth_date"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_check_birth_date"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_check_birth_date"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_check_locale"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_check_locale"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_check_locale"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_check_time_zone"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_check_time_zone"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_check_time_zone"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_create_profile"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_create_profile"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_create_profile"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_hold_username_of_deleted"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_hold_username_of_deleted"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_hold_username_of_deleted"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_inherit_workout"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_inherit_workout"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_inherit_workout"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_inherit_workout_exercise"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_inherit_workout_exercise"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_inherit_workout_exercise"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_keep"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_keep"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_keep"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_keep_last_admin"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_keep_last_admin"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_keep_last_admin"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_local_date"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_local_date"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_local_date"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_lock_training"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_lock_training"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_lock_training"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_narrow_workouts"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_narrow_workouts"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_narrow_workouts"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_refuse_change"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_refuse_change"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_refuse_change"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_require_health_consent"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_require_health_consent"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_require_health_consent"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_roll_up_sets"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_roll_up_sets"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_roll_up_sets"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_touch"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_touch"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_touch"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."tg_workout_visibility"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."tg_workout_visibility"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."tg_workout_visibility"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."username_is_free"(text, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."username_is_free"(text, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."username_is_free"(text, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."username_skeleton"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."username_skeleton"(text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."username_skeleton"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."username_skeleton"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."username_skeleton"(text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."week_start_of"(date, smallint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."week_start_of"(date, smallint) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."week_start_of"(date, smallint) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."week_start_of"(date, smallint) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."week_start_of"(date, smallint) TO "service_role";

REVOKE ALL ON FUNCTION "private"."workout_field_rules"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."workout_field_rules"() TO "authenticated";

REVOKE ALL ON FUNCTION "private"."workout_field_rules"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."workout_field_rules"() TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."workout_field_rules"() TO "service_role";

REVOKE ALL ON FUNCTION "private"."workout_summary"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."workout_summary"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."workout_summary"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."workout_summary"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."workout_summary"(uuid) TO "service_role";

GRANT EXECUTE ON FUNCTION "public"."change_username"(text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."change_username"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."change_username"(text) TO "postgres";

REVOKE ALL ON FUNCTION "public"."count_use"(text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."count_use"(text, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."count_use"(text, text) TO "service_role";

GRANT EXECUTE ON FUNCTION "public"."dashboard"(date, date) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."dashboard"(date, date) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."dashboard"(date, date) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."exercise_trend"(uuid, date, date) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."exercise_trend"(uuid, date, date) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."exercise_trend"(uuid, date, date) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."grant_role"(uuid, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."grant_role"(uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."grant_role"(uuid, text) TO "postgres";

REVOKE ALL ON FUNCTION "public"."is_cron_token"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."is_cron_token"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."is_cron_token"(text) TO "service_role";

REVOKE ALL ON FUNCTION "public"."is_username_available"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."is_username_available"(text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."is_username_available"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."is_username_available"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."is_username_available"(text) TO "service_role";

GRANT EXECUTE ON FUNCTION "public"."log_workout"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."log_workout"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."log_workout"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."me"() TO "authenticated";

REVOKE ALL ON FUNCTION "public"."me"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."me"() TO "postgres";

REVOKE ALL ON FUNCTION "public"."orphaned_files"(integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."orphaned_files"(integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."orphaned_files"(integer) TO "service_role";

REVOKE ALL ON FUNCTION "public"."record_avatar"(uuid, text, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."record_avatar"(uuid, text, text, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."record_avatar"(uuid, text, text, text) TO "service_role";

GRANT EXECUTE ON FUNCTION "public"."record_consent"(text, text, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."record_consent"(text, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."record_consent"(text, text, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."revoke_role"(uuid, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."revoke_role"(uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."revoke_role"(uuid, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."search_exercises"(text, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."search_exercises"(text, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."search_exercises"(text, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."search_exercises"(text, integer) TO "service_role";

GRANT EXECUTE ON FUNCTION "public"."search_profiles"(text, integer, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."search_profiles"(text, integer, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."search_profiles"(text, integer, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."withdraw_consent"(text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."withdraw_consent"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."withdraw_consent"(text) TO "postgres";

GRANT USAGE ON SCHEMA "analytics" TO "authenticated", "service_role";

GRANT USAGE ON SCHEMA "private" TO "anon", "authenticated", "service_role", "supabase_auth_admin";

GRANT SELECT ON TABLE "analytics"."exercise_days" TO "authenticated", "service_role";

REVOKE ALL ON TABLE "public"."audit_events" FROM "authenticated";

GRANT SELECT ON TABLE "public"."audit_events" TO "authenticated";

REVOKE ALL ON TABLE "public"."audit_events" FROM "service_role";

GRANT SELECT ON TABLE "public"."audit_events" TO "service_role";

REVOKE ALL ON TABLE "public"."blocks" FROM "authenticated";

GRANT SELECT ON TABLE "public"."blocks" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."blocks" TO "service_role";

REVOKE ALL ON TABLE "public"."body_facts" FROM "authenticated";

REVOKE ALL ("birth_date") ON TABLE "public"."body_facts" FROM "authenticated";

GRANT INSERT ("birth_date"), UPDATE ("birth_date") ON TABLE "public"."body_facts" TO "authenticated";

REVOKE ALL ("height_meters") ON TABLE "public"."body_facts" FROM "authenticated";

GRANT INSERT ("height_meters"), UPDATE ("height_meters") ON TABLE "public"."body_facts" TO "authenticated";

REVOKE ALL ("sex") ON TABLE "public"."body_facts" FROM "authenticated";

GRANT INSERT ("sex"), UPDATE ("sex") ON TABLE "public"."body_facts" TO "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."body_facts" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."body_facts" TO "service_role";

REVOKE ALL ON TABLE "public"."consents" FROM "authenticated";

GRANT SELECT ON TABLE "public"."consents" TO "authenticated";

REVOKE ALL ON TABLE "public"."consents" FROM "service_role";

GRANT INSERT, SELECT ON TABLE "public"."consents" TO "service_role";

REVOKE ALL ON TABLE "public"."equipment" FROM "anon";

GRANT SELECT ON TABLE "public"."equipment" TO "anon";

REVOKE ALL ON TABLE "public"."equipment" FROM "authenticated";

GRANT SELECT ON TABLE "public"."equipment" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."equipment" TO "service_role";

REVOKE ALL ON TABLE "public"."exercise_aliases" FROM "anon";

GRANT SELECT ON TABLE "public"."exercise_aliases" TO "anon";

REVOKE ALL ON TABLE "public"."exercise_aliases" FROM "authenticated";

GRANT SELECT ON TABLE "public"."exercise_aliases" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."exercise_aliases" TO "service_role";

REVOKE ALL ON TABLE "public"."exercise_equipment" FROM "anon";

GRANT SELECT ON TABLE "public"."exercise_equipment" TO "anon";

REVOKE ALL ON TABLE "public"."exercise_equipment" FROM "authenticated";

GRANT SELECT ON TABLE "public"."exercise_equipment" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."exercise_equipment" TO "service_role";

REVOKE ALL ON TABLE "public"."exercise_muscles" FROM "anon";

GRANT SELECT ON TABLE "public"."exercise_muscles" TO "anon";

REVOKE ALL ON TABLE "public"."exercise_muscles" FROM "authenticated";

GRANT SELECT ON TABLE "public"."exercise_muscles" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."exercise_muscles" TO "service_role";

REVOKE ALL ON TABLE "public"."exercises" FROM "anon";

GRANT SELECT ON TABLE "public"."exercises" TO "anon";

REVOKE ALL ON TABLE "public"."exercises" FROM "authenticated";

GRANT SELECT ON TABLE "public"."exercises" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."exercises" TO "service_role";

REVOKE ALL ON TABLE "public"."follows" FROM "authenticated";

GRANT SELECT ON TABLE "public"."follows" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."follows" TO "service_role";

REVOKE ALL ON TABLE "public"."muscles" FROM "anon";

GRANT SELECT ON TABLE "public"."muscles" TO "anon";

REVOKE ALL ON TABLE "public"."muscles" FROM "authenticated";

GRANT SELECT ON TABLE "public"."muscles" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."muscles" TO "service_role";

REVOKE ALL ON TABLE "public"."profile_settings" FROM "authenticated";

REVOKE ALL ("day_start_hour") ON TABLE "public"."profile_settings" FROM "authenticated";

GRANT UPDATE ("day_start_hour") ON TABLE "public"."profile_settings" TO "authenticated";

REVOKE ALL ("default_routine_visibility") ON TABLE "public"."profile_settings" FROM "authenticated";

GRANT UPDATE ("default_routine_visibility") ON TABLE "public"."profile_settings" TO "authenticated";

REVOKE ALL ("default_workout_visibility") ON TABLE "public"."profile_settings" FROM "authenticated";

GRANT UPDATE ("default_workout_visibility") ON TABLE "public"."profile_settings" TO "authenticated";

REVOKE ALL ("e1rm_formula") ON TABLE "public"."profile_settings" FROM "authenticated";

GRANT UPDATE ("e1rm_formula") ON TABLE "public"."profile_settings" TO "authenticated";

REVOKE ALL ("locale") ON TABLE "public"."profile_settings" FROM "authenticated";

GRANT UPDATE ("locale") ON TABLE "public"."profile_settings" TO "authenticated";

REVOKE ALL ("time_zone") ON TABLE "public"."profile_settings" FROM "authenticated";

GRANT UPDATE ("time_zone") ON TABLE "public"."profile_settings" TO "authenticated";

REVOKE ALL ("unit_system") ON TABLE "public"."profile_settings" FROM "authenticated";

GRANT UPDATE ("unit_system") ON TABLE "public"."profile_settings" TO "authenticated";

REVOKE ALL ("week_start") ON TABLE "public"."profile_settings" FROM "authenticated";

GRANT UPDATE ("week_start") ON TABLE "public"."profile_settings" TO "authenticated";

GRANT SELECT ON TABLE "public"."profile_settings" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."profile_settings" TO "service_role";

REVOKE ALL ON TABLE "public"."profiles" FROM "authenticated";

REVOKE ALL ("bio") ON TABLE "public"."profiles" FROM "authenticated";

GRANT UPDATE ("bio") ON TABLE "public"."profiles" TO "authenticated";

REVOKE ALL ("display_name") ON TABLE "public"."profiles" FROM "authenticated";

GRANT UPDATE ("display_name") ON TABLE "public"."profiles" TO "authenticated";

REVOKE ALL ("visibility") ON TABLE "public"."profiles" FROM "authenticated";

GRANT UPDATE ("visibility") ON TABLE "public"."profiles" TO "authenticated";

GRANT SELECT ON TABLE "public"."profiles" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."profiles" TO "service_role";

REVOKE ALL ON TABLE "public"."user_roles" FROM "authenticated";

GRANT SELECT ON TABLE "public"."user_roles" TO "authenticated";

REVOKE ALL ON TABLE "public"."user_roles" FROM "service_role";

GRANT SELECT ON TABLE "public"."user_roles" TO "service_role";

REVOKE ALL ON TABLE "public"."workout_exercises" FROM "authenticated";

REVOKE ALL ("exercise_id") ON TABLE "public"."workout_exercises" FROM "authenticated";

GRANT INSERT ("exercise_id"), UPDATE ("exercise_id") ON TABLE "public"."workout_exercises" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."workout_exercises" FROM "authenticated";

GRANT INSERT ("id"), UPDATE ("id") ON TABLE "public"."workout_exercises" TO "authenticated";

REVOKE ALL ("notes") ON TABLE "public"."workout_exercises" FROM "authenticated";

GRANT INSERT ("notes"), UPDATE ("notes") ON TABLE "public"."workout_exercises" TO "authenticated";

REVOKE ALL ("position") ON TABLE "public"."workout_exercises" FROM "authenticated";

GRANT INSERT ("position"), UPDATE ("position") ON TABLE "public"."workout_exercises" TO "authenticated";

REVOKE ALL ("superset_group") ON TABLE "public"."workout_exercises" FROM "authenticated";

GRANT INSERT ("superset_group"), UPDATE ("superset_group") ON TABLE "public"."workout_exercises" TO "authenticated";

REVOKE ALL ("workout_id") ON TABLE "public"."workout_exercises" FROM "authenticated";

GRANT INSERT ("workout_id"), UPDATE ("workout_id") ON TABLE "public"."workout_exercises" TO "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."workout_exercises" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."workout_exercises" TO "service_role";

REVOKE ALL ON TABLE "public"."workout_sets" FROM "authenticated";

REVOKE ALL ("completed_at") ON TABLE "public"."workout_sets" FROM "authenticated";

GRANT INSERT ("completed_at"), UPDATE ("completed_at") ON TABLE "public"."workout_sets" TO "authenticated";

REVOKE ALL ("distance_meters") ON TABLE "public"."workout_sets" FROM "authenticated";

GRANT INSERT ("distance_meters"), UPDATE ("distance_meters") ON TABLE "public"."workout_sets" TO "authenticated";

REVOKE ALL ("duration_seconds") ON TABLE "public"."workout_sets" FROM "authenticated";

GRANT INSERT ("duration_seconds"), UPDATE ("duration_seconds") ON TABLE "public"."workout_sets" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."workout_sets" FROM "authenticated";

GRANT INSERT ("id"), UPDATE ("id") ON TABLE "public"."workout_sets" TO "authenticated";

REVOKE ALL ("notes") ON TABLE "public"."workout_sets" FROM "authenticated";

GRANT INSERT ("notes"), UPDATE ("notes") ON TABLE "public"."workout_sets" TO "authenticated";

REVOKE ALL ("position") ON TABLE "public"."workout_sets" FROM "authenticated";

GRANT INSERT ("position"), UPDATE ("position") ON TABLE "public"."workout_sets" TO "authenticated";

REVOKE ALL ("reps") ON TABLE "public"."workout_sets" FROM "authenticated";

GRANT INSERT ("reps"), UPDATE ("reps") ON TABLE "public"."workout_sets" TO "authenticated";

REVOKE ALL ("rest_seconds") ON TABLE "public"."workout_sets" FROM "authenticated";

GRANT INSERT ("rest_seconds"), UPDATE ("rest_seconds") ON TABLE "public"."workout_sets" TO "authenticated";

REVOKE ALL ("rir") ON TABLE "public"."workout_sets" FROM "authenticated";

GRANT INSERT ("rir"), UPDATE ("rir") ON TABLE "public"."workout_sets" TO "authenticated";

REVOKE ALL ("rpe") ON TABLE "public"."workout_sets" FROM "authenticated";

GRANT INSERT ("rpe"), UPDATE ("rpe") ON TABLE "public"."workout_sets" TO "authenticated";

REVOKE ALL ("set_type") ON TABLE "public"."workout_sets" FROM "authenticated";

GRANT INSERT ("set_type"), UPDATE ("set_type") ON TABLE "public"."workout_sets" TO "authenticated";

REVOKE ALL ("side") ON TABLE "public"."workout_sets" FROM "authenticated";

GRANT INSERT ("side"), UPDATE ("side") ON TABLE "public"."workout_sets" TO "authenticated";

REVOKE ALL ("target") ON TABLE "public"."workout_sets" FROM "authenticated";

GRANT INSERT ("target"), UPDATE ("target") ON TABLE "public"."workout_sets" TO "authenticated";

REVOKE ALL ("weight_kg") ON TABLE "public"."workout_sets" FROM "authenticated";

GRANT INSERT ("weight_kg"), UPDATE ("weight_kg") ON TABLE "public"."workout_sets" TO "authenticated";

REVOKE ALL ("workout_exercise_id") ON TABLE "public"."workout_sets" FROM "authenticated";

GRANT INSERT ("workout_exercise_id"), UPDATE ("workout_exercise_id") ON TABLE "public"."workout_sets" TO "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."workout_sets" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."workout_sets" TO "service_role";

REVOKE ALL ON TABLE "public"."workouts" FROM "authenticated";

REVOKE ALL ("ended_at") ON TABLE "public"."workouts" FROM "authenticated";

GRANT INSERT ("ended_at"), UPDATE ("ended_at") ON TABLE "public"."workouts" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."workouts" FROM "authenticated";

GRANT INSERT ("id"), UPDATE ("id") ON TABLE "public"."workouts" TO "authenticated";

REVOKE ALL ("name") ON TABLE "public"."workouts" FROM "authenticated";

GRANT INSERT ("name"), UPDATE ("name") ON TABLE "public"."workouts" TO "authenticated";

REVOKE ALL ("notes") ON TABLE "public"."workouts" FROM "authenticated";

GRANT INSERT ("notes"), UPDATE ("notes") ON TABLE "public"."workouts" TO "authenticated";

REVOKE ALL ("revision") ON TABLE "public"."workouts" FROM "authenticated";

GRANT INSERT ("revision"), UPDATE ("revision") ON TABLE "public"."workouts" TO "authenticated";

REVOKE ALL ("session_rpe") ON TABLE "public"."workouts" FROM "authenticated";

GRANT INSERT ("session_rpe"), UPDATE ("session_rpe") ON TABLE "public"."workouts" TO "authenticated";

REVOKE ALL ("started_at") ON TABLE "public"."workouts" FROM "authenticated";

GRANT INSERT ("started_at"), UPDATE ("started_at") ON TABLE "public"."workouts" TO "authenticated";

REVOKE ALL ("time_zone") ON TABLE "public"."workouts" FROM "authenticated";

GRANT INSERT ("time_zone"), UPDATE ("time_zone") ON TABLE "public"."workouts" TO "authenticated";

REVOKE ALL ("visibility") ON TABLE "public"."workouts" FROM "authenticated";

GRANT INSERT ("visibility"), UPDATE ("visibility") ON TABLE "public"."workouts" TO "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."workouts" TO "authenticated";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."workouts" TO "service_role";

ALTER DEFAULT PRIVILEGES FOR ROLE "postgres" REVOKE ALL ON FUNCTIONS FROM PUBLIC;

ALTER TABLE "public"."body_facts"
  ADD CONSTRAINT "body_facts_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

CREATE POLICY "body_facts_delete_owner" ON "public"."body_facts"
  FOR DELETE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "body_facts_insert_owner" ON "public"."body_facts"
  FOR INSERT
  TO "authenticated"
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "body_facts_select_owner" ON "public"."body_facts"
  FOR SELECT
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "body_facts_update_owner" ON "public"."body_facts"
  FOR UPDATE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)))
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

COMMENT ON COLUMN "public"."body_facts"."user_id" IS 'Owner: whoever inserts the row. [personal]';

CREATE INDEX workout_exercises_workout_idx ON public.workout_exercises USING btree (user_id, local_date, workout_id);

CREATE POLICY "workout_exercises_delete_owner" ON "public"."workout_exercises"
  FOR DELETE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "workout_exercises_insert_owner" ON "public"."workout_exercises"
  FOR INSERT
  TO "authenticated"
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "workout_exercises_select_viewer" ON "public"."workout_exercises"
  FOR SELECT
  TO "authenticated"
  USING (((user_id = ( SELECT auth.uid() AS uid)) OR ( SELECT true
   FROM public.workouts
  WHERE (workouts.id = workout_exercises.workout_id))));

CREATE POLICY "workout_exercises_update_owner" ON "public"."workout_exercises"
  FOR UPDATE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)))
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

COMMENT ON COLUMN "public"."workout_exercises"."user_id" IS 'Owner of the workout. Derived. [personal]';

COMMENT ON POLICY "workout_exercises_select_viewer" ON "public"."workout_exercises" IS 'Whoever may see the workout.';

ALTER TABLE "public"."workout_sets"
  ADD CONSTRAINT "workout_sets_workout_exercise_fkey" FOREIGN KEY (user_id, exercise_id, local_date, exercise_kind, workout_exercise_id)
    REFERENCES public.workout_exercises(user_id, exercise_id, local_date, exercise_kind, id) ON UPDATE CASCADE ON DELETE CASCADE;

CREATE INDEX workout_sets_exercise_day_idx ON public.workout_sets USING btree (user_id, exercise_id, local_date, exercise_kind, workout_exercise_id);

CREATE POLICY "workout_sets_delete_owner" ON "public"."workout_sets"
  FOR DELETE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "workout_sets_insert_owner" ON "public"."workout_sets"
  FOR INSERT
  TO "authenticated"
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "workout_sets_select_viewer" ON "public"."workout_sets"
  FOR SELECT
  TO "authenticated"
  USING (((user_id = ( SELECT auth.uid() AS uid)) OR ( SELECT true
   FROM public.workout_exercises
  WHERE (workout_exercises.id = workout_sets.workout_exercise_id))));

CREATE POLICY "workout_sets_update_owner" ON "public"."workout_sets"
  FOR UPDATE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)))
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

COMMENT ON COLUMN "public"."workout_sets"."user_id" IS 'Owner of the workout. Derived. [personal]';

COMMENT ON POLICY "workout_sets_select_viewer" ON "public"."workout_sets" IS 'Whoever may see the workout.';

ALTER TABLE "public"."workouts"
  ADD CONSTRAINT "workouts_user_id_fkey" FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE "public"."workout_exercises"
  ADD CONSTRAINT "workout_exercises_workout_fkey" FOREIGN KEY (user_id, local_date, workout_id) REFERENCES public.workouts(user_id, local_date, id) ON UPDATE CASCADE
    ON DELETE CASCADE;

CREATE INDEX workouts_user_id_started_at_idx ON public.workouts USING btree (user_id, started_at DESC, id);

CREATE POLICY "workouts_delete_owner" ON "public"."workouts"
  FOR DELETE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "workouts_insert_owner" ON "public"."workouts"
  FOR INSERT
  TO "authenticated"
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY "workouts_select_viewer" ON "public"."workouts"
  FOR SELECT
  TO "authenticated"
  USING
    (((user_id = ( SELECT auth.uid() AS uid)) OR ((effective_visibility = 'public'::text) AND (NOT (user_id IN ( SELECT private.blocked_user_ids() AS blocked_user_ids)))) OR
    ((effective_visibility = 'followers'::text) AND (user_id IN ( SELECT private.followed_user_ids() AS followed_user_ids)))));

CREATE POLICY "workouts_update_owner" ON "public"."workouts"
  FOR UPDATE
  TO "authenticated"
  USING ((user_id = ( SELECT auth.uid() AS uid)))
  WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

COMMENT ON COLUMN "public"."workouts"."user_id" IS 'Owner. [personal]';

COMMENT ON POLICY "workouts_select_viewer" ON "public"."workouts" IS 'The owner, and whoever the effective visibility admits; a block hides both from each other.';

ALTER TABLE "public"."workout_sets"
  ADD CONSTRAINT "workout_sets_kind_has_distance_check" CHECK (((distance_meters IS NULL) OR private.kind_allows(exercise_kind, 'distance_meters'::text)));

ALTER TABLE "public"."workout_sets"
  ADD CONSTRAINT "workout_sets_kind_has_duration_check" CHECK (((duration_seconds IS NULL) OR private.kind_allows(exercise_kind, 'duration_seconds'::text)));

ALTER TABLE "public"."workout_sets"
  ADD CONSTRAINT "workout_sets_kind_has_reps_check" CHECK (((reps IS NULL) OR private.kind_allows(exercise_kind, 'reps'::text)));

ALTER TABLE "public"."workout_sets"
  ADD CONSTRAINT "workout_sets_kind_has_weight_check" CHECK (((weight_kg IS NULL) OR private.kind_allows(exercise_kind, 'weight_kg'::text)));

CREATE UNIQUE INDEX profiles_username_skeleton_key ON public.profiles USING btree (private.username_skeleton(username));
