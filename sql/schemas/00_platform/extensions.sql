-- What hosted Supabase offers as extensions and this schema uses. Those that may choose live in the schema extensions.
create extension if not exists fuzzystrmatch with schema extensions;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists unaccent with schema extensions;
create extension if not exists "uuid-ossp" with schema extensions;

-- Jobs that run by the clock, the requests by which they wake functions, and the secrets that those carry.
create extension if not exists pg_cron;
create extension if not exists pg_net with schema extensions;
create extension if not exists supabase_vault;
