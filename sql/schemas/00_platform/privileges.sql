-- Postgres grants execute on every new function to PUBLIC, and only the global form of this statement takes it away:
-- the per-schema form adds to the global default and can never revoke it.
alter default privileges revoke execute on functions from public;
