-- Roles as on a hosted project (November 2026): attributes, memberships and settings.
-- supabase_admin already exists: initdb makes it, the only superuser. Every login role has the password "postgres".

create role anon nologin;
create role authenticated nologin;
create role service_role nologin bypassrls;
create role authenticator login noinherit password 'postgres';
create role postgres login createrole createdb replication bypassrls password 'postgres';
create role dashboard_user nologin createrole createdb replication;
create role pgbouncer login password 'postgres';
create role supabase_auth_admin login noinherit password 'postgres';
create role supabase_storage_admin login noinherit createrole password 'postgres';
create role supabase_realtime_admin login noinherit createrole replication password 'postgres';
create role supabase_functions_admin login noinherit createrole password 'postgres';
create role supabase_read_only_user login bypassrls password 'postgres';
create role supabase_replication_admin login replication password 'postgres';
create role supabase_etl_admin login replication password 'postgres';

grant anon, authenticated, service_role to authenticator;
grant authenticator to supabase_storage_admin;
grant pg_read_all_data to supabase_read_only_user, supabase_etl_admin;
grant anon, authenticated, service_role, authenticator to postgres with admin option;
grant pg_monitor, pg_read_all_data, pg_signal_backend to postgres with admin option;
grant pg_create_subscription to postgres;

-- Hosted projects let postgres make policies and drop triggers on these owners' tables through the C module supautils.
-- Here postgres inherits their rights without being able to become them, and 70_guard.sql takes the rest away again.
grant supabase_auth_admin, supabase_storage_admin, supabase_realtime_admin to postgres with inherit true, set false;

alter role anon set statement_timeout = '3s';
alter role authenticated set statement_timeout = '8s';
alter role authenticator set statement_timeout = '8s';
alter role authenticator set lock_timeout = '8s';
alter role postgres set search_path = "$user", public, extensions;
alter role supabase_admin set search_path = "$user", public, auth, extensions;
alter role supabase_auth_admin set search_path = auth;
alter role supabase_auth_admin set idle_in_transaction_session_timeout = '60s';
alter role supabase_storage_admin set search_path = storage;
alter role supabase_realtime_admin set search_path = realtime;

-- The storage service may delete rows of storage.objects; nobody else may (40_storage.sql).
alter role supabase_storage_admin set storage.allow_delete_query = 'true';

-- What supautils lets postgres set though it is not a superuser, as far as one name at a time can say it.
grant set on parameter session_replication_role to postgres;
grant set on parameter log_min_messages to postgres;
grant set on parameter track_io_timing to postgres;
grant set on parameter auto_explain.log_min_duration to postgres;
grant set on parameter auto_explain.log_analyze to postgres;
grant set on parameter pg_stat_statements.track to postgres;
grant set on parameter pgrst.db_aggregates_enabled to postgres;
grant set on parameter pgrst.db_extra_search_path to postgres;
grant set on parameter pgrst.db_max_rows to postgres;
grant set on parameter pgrst.db_plan_enabled to postgres;
grant set on parameter pgrst.db_pre_request to postgres;
grant set on parameter pgrst.db_schemas to postgres;
grant set on parameter pgrst.db_tx_end to postgres;
grant set on parameter pgrst.openapi_mode to postgres;
grant set on parameter pgrst.server_timing_enabled to postgres;
