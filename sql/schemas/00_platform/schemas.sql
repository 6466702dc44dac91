-- public is the API. private holds what guards and serves it, analytics the rollups; neither is exposed.
create schema if not exists private;
create schema if not exists analytics;

revoke all on schema private, analytics from public;

-- Policies, checks and invoker RPCs run as the caller and call into private; each function there is granted by itself.
grant usage on schema private to anon, authenticated, service_role;
grant usage on schema analytics to authenticated, service_role;

comment on schema private is 'Helpers, trigger functions, queues and ledgers. Not exposed by the API.';
comment on schema analytics is
  'Rollups, kept exact by triggers. Not exposed by the API; read through RPCs and views in public.';
