-- Follows the tables of @supabase/lite's Auth: columns that hosted projects have besides, owners, grants and functions.

alter table auth.users
  add column instance_id uuid,
  add column is_super_admin boolean;

create function auth.jwt()
returns jsonb
language sql
stable
as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')
  )::jsonb
$$;

create function auth.uid()
returns uuid
language sql
stable
as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.sub', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'
  )::uuid
$$;

create function auth.role()
returns text
language sql
stable
as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.role', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role'
  )
$$;

create function auth.email()
returns text
language sql
stable
as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.email', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email'
  )
$$;

comment on function auth.uid() is 'Deprecated. Use auth.jwt() -> ''sub'' instead.';
comment on function auth.role() is 'Deprecated. Use auth.jwt() -> ''role'' instead.';
comment on function auth.email() is 'Deprecated. Use auth.jwt() -> ''email'' instead.';

do $$
declare
  v_object text;
begin
  for v_object in
    select format('table %s', oid::regclass) from pg_class
    where relnamespace = 'auth'::regnamespace and relkind = 'r'
    union all
    select format('function %s', oid::regprocedure) from pg_proc where pronamespace = 'auth'::regnamespace
  loop
    execute format('alter %s owner to supabase_auth_admin', v_object);
  end loop;

  for v_object in
    select oid::regclass::text from pg_class where relnamespace = 'auth'::regnamespace and relkind = 'r'
  loop
    execute format('alter table %s enable row level security', v_object);
    execute format('grant all on %s to postgres, dashboard_user', v_object);
    execute format('grant select on %s to postgres with grant option', v_object);
  end loop;
end
$$;

grant execute on all functions in schema auth to postgres, dashboard_user;
alter default privileges for role supabase_auth_admin in schema auth grant all on tables to postgres, dashboard_user;
