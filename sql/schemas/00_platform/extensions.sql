-- What hosted Supabase offers as extensions and this schema uses. All live in the schema extensions, as hosted has
-- them.
create extension if not exists fuzzystrmatch with schema extensions;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists unaccent with schema extensions;
create extension if not exists "uuid-ossp" with schema extensions;
