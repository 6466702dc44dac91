begin;
select plan(23);

create temporary view tables as
  select oid, relname, relnamespace::regnamespace::text as schema,
    format('%s.%s', relnamespace::regnamespace, relname) as name
  from pg_class
  where relnamespace::regnamespace::text in ('public', 'private', 'analytics') and relkind in ('r', 'p');
create temporary view functions as
  select oid, proname, pronamespace::regnamespace::text as schema, oid::regprocedure as name, prosecdef, proconfig,
    prosqlbody, prorettype
  from pg_proc
  where pronamespace::regnamespace::text in ('public', 'private', 'analytics');
create temporary view policies as
  select tables.name as table_name, tables.oid as table_oid, tables.relname, pg_policy.*, roles.role
  from pg_policy
  join tables on tables.oid = polrelid
  cross join lateral unnest(polroles) as roles (role);

-- Row-level security
select is_empty(
  'select name from tables where oid in (select oid from pg_class where not relrowsecurity)',
  'FACT-21: row-level security is on everywhere'
);
select is_empty(
  $$ select table_name, polcmd, role::regrole, array_agg(polname) from policies where polpermissive
     group by table_name, polcmd, role having count(*) > 1 $$,
  'FACT-22: a table has one permissive policy for an operation and a role'
);
select is_empty(
  $$ select table_name, polname from policies where role = 0 or polcmd = '*' $$,
  'FACT-23: every policy names its roles and its operation'
);
select is_empty(
  $$
    select table_name, polname
    from policies
    where regexp_replace(
      concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)), 'SELECT auth\.uid\(\)', '', 'g'
    ) ~ 'auth\.(uid|jwt|role)\(\)'
  $$,
  'FACT-24: policies ask for the caller once a statement, not once a row'
);
select set_eq(
  $$
    select tables.name, role::text, operation
    from tables
    cross join unnest(array['anon', 'authenticated']) as role
    cross join unnest(array['select', 'insert', 'update', 'delete']) as operation
    where has_table_privilege(role, tables.oid, operation)
      or (operation <> 'delete' and has_any_column_privilege(role, tables.oid, operation))
  $$,
  $$
    select table_name, role::regrole::text,
      case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' end
    from policies
  $$,
  'FACT-25: every right of a client has its policy, and every policy its right'
);
select is_empty(
  $$ select table_name, polname from policies where polcmd = 'w' and polwithcheck is null $$,
  'FACT-26: a policy for update says what a row may become'
);

-- Indexes. A visibility never stands alone in a policy, and has three values.
select is_empty(
  $$
    select conrelid::regclass, conname
    from pg_constraint
    where contype = 'f' and conrelid in (select oid from tables)
      and not exists (
        select
        from pg_index
        where indrelid = conrelid and indpred is null
          and array(select unnest((indkey::smallint[])[0:cardinality(conkey) - 1])) @> conkey
      )
  $$,
  'FACT-27: every foreign key has an index that starts with its columns'
);
select is_empty(
  $$
    select distinct attrelid::regclass, attname
    from policies
    join pg_depend on classid = 'pg_policy'::regclass and objid = policies.oid and refobjid = polrelid
      and refobjsubid > 0
    join pg_attribute on attrelid = refobjid and attnum = refobjsubid
    where attname not in ('visibility', 'effective_visibility')
      and not exists (select from pg_index where indrelid = attrelid and indkey[0] = attnum and indpred is null)
  $$,
  'FACT-28: every column that a policy filters by is indexed'
);

-- Functions and views
select is_empty(
  $$
    select name
    from functions
    where not coalesce(proconfig @> array['search_path=""'], false) and (prosecdef or prosqlbody is null)
  $$,
  'FACT-29: every function has an empty search path, or names that were bound when it was made'
);
select is_empty(
  $$ select name from functions where schema = 'public' and prosecdef $$,
  'FACT-30: every RPC has invoker rights'
);
select is_empty(
  $$
    select oid::regclass
    from pg_class
    where relnamespace = 'public'::regnamespace
      and (relkind = 'm' or (relkind = 'v' and not coalesce(reloptions @> array['security_invoker=true'], false)))
  $$,
  'FACT-31: every exposed view has invoker rights, and none is materialized'
);
select is_empty(
  $$
    select name
    from functions
    where prorettype = 'trigger'::regtype and not (schema = 'private' and proname ~ '^tg_')
  $$,
  'FACT-32: trigger functions are private.tg_*'
);

-- Comments
select is_empty(
  $$
    select oid::regclass
    from pg_class
    where relnamespace::regnamespace::text in ('public', 'private', 'analytics')
      and relkind in ('r', 'p', 'v', 'm') and obj_description(oid, 'pg_class') is null
  $$,
  'FACT-33: every table and view is commented'
);
select is_empty(
  $$ select name from functions where obj_description(oid, 'pg_proc') is null $$,
  'FACT-34: every function is commented'
);
select is_empty(
  $$
    select tables.name, attname
    from tables
    join pg_attribute on attrelid = tables.oid
    where attnum > 0 and not attisdropped
      and coalesce(col_description(attrelid, attnum), '') !~ '(^|[.] )\[(personal|health|none)\]$'
  $$,
  'FACT-35: the comment of every column ends in its class of data: [personal], [health] or [none]'
);
select is_empty(
  $$
    select tables.name, attname
    from tables
    join pg_attribute on attrelid = tables.oid
    join pg_constraint on confrelid = 'auth.users'::regclass and contype = 'f' and conrelid = attrelid
      and conkey[1] = attnum
    where col_description(attrelid, attnum) !~ '\[personal\]$'
  $$,
  'FACT-36: who a row is about is personal'
);

create temporary view health_tables as
  select tables.*
  from tables
  where exists (
    select from pg_attribute where attrelid = tables.oid and col_description(attrelid, attnum) ~ '\[health\]$'
  );
select is_empty(
  $$
    select table_name, polname
    from policies
    where table_oid in (select oid from health_tables) and polcmd in ('r', 'w', 'd')
      and pg_get_expr(polqual, polrelid) <> '(user_id = ( SELECT auth.uid() AS uid))'
  $$,
  'FACT-42: health data is seen, changed and deleted by its owner alone'
);
select is_empty(
  $$
    select health_tables.name, attname
    from health_tables
    join pg_attribute on attrelid = health_tables.oid and attnum > 0
    where has_column_privilege('anon', attrelid, attnum, 'select')
  $$,
  'FACT-43: and by nobody without an account'
);

-- Shapes
select is_empty(
  $$
    select tables.name, attname
    from tables
    join pg_attribute on attrelid = tables.oid
    where atttypid = 'jsonb'::regtype and not attisdropped
      and not exists (
        select from pg_constraint
        where conrelid = attrelid and contype = 'c' and attnum = any(conkey)
          and pg_get_constraintdef(pg_constraint.oid) ~ 'jsonb_typeof'
      )
  $$,
  'FACT-37: every jsonb column is checked for its type'
);
select is_empty(
  $$
    select typname
    from pg_type
    where typnamespace::regnamespace::text in ('public', 'private', 'analytics') and typtype = 'e'
  $$,
  'FACT-38: no enums: a set of values can grow'
);

-- Owners
select results_eq(
  $$ select rolsuper, rolbypassrls from pg_roles where rolname = 'postgres' $$, 'values (false, true)',
  'FACT-39: postgres, who runs the migrations, is no superuser'
);
select is_empty(
  $$
    select oid::regclass::text from pg_class
    where relnamespace::regnamespace::text in ('public', 'private', 'analytics') and relowner <> 'postgres'::regrole
    union all
    select oid::regprocedure::text from pg_proc
    where pronamespace::regnamespace::text in ('public', 'private', 'analytics') and proowner <> 'postgres'::regrole
  $$,
  'FACT-40: postgres owns all of ours'
);
select is_empty(
  $$
    select oid::regclass::text from pg_class
    where relnamespace::regnamespace::text in ('auth', 'storage', 'realtime', 'cron', 'net', 'vault')
      and relowner = 'postgres'::regrole
    union all
    select oid::regprocedure::text from pg_proc
    where pronamespace::regnamespace::text in ('auth', 'storage', 'realtime', 'cron', 'net', 'vault')
      and proowner = 'postgres'::regrole
    union all
    select nspname from pg_namespace
    where nspname in ('auth', 'storage', 'realtime', 'cron', 'net', 'vault') and nspowner = 'postgres'::regrole
  $$,
  'FACT-41: and nothing of the platform'
);

select * from finish();
rollback;
