/** What a hosted project refuses to `postgres`: the test's name, the statement, and what the error says. */
export const refusals: [name: string, sql: string, message: RegExp][] = [
  [
    "PLT-01: postgres cannot create a table in auth",
    "create table auth.mine ()",
    /permission denied for schema auth/,
  ],
  [
    "PLT-02: postgres cannot alter auth.users",
    "alter table auth.users add column x text",
    /must be owner of table/,
  ],
  [
    "PLT-03: postgres cannot index auth.users",
    "create index on auth.users (email)",
    /must be owner of index/,
  ],
  [
    "PLT-04: postgres cannot comment on auth.users",
    "comment on table auth.users is 'x'",
    /must be owner of table/,
  ],
  ["PLT-05: postgres cannot drop auth.users", "drop table auth.users cascade", /must be owner of table/],
  [
    "PLT-06: postgres cannot replace auth.uid()",
    "create or replace function auth.uid() returns uuid language sql as 'select null::uuid'",
    /permission denied for schema auth/,
  ],
  [
    "PLT-07: postgres cannot switch RLS off on storage.objects",
    "alter table storage.objects disable row level security",
    /must be owner of table/,
  ],
  [
    "PLT-08: postgres cannot comment on a policy of storage.objects",
    "create policy p on storage.objects for select using (true); comment on policy p on storage.objects is 'x'",
    /must be owner of policy/,
  ],
  [
    "PLT-09: postgres cannot delete stored files in SQL",
    "delete from storage.objects",
    /Use the Storage API instead/,
  ],
  [
    "PLT-10: postgres cannot create a view in storage",
    "create view storage.mine as select 1",
    /permission denied for schema/,
  ],
  [
    "PLT-11: postgres cannot alter realtime.messages",
    "alter table realtime.messages add x text",
    /must be owner of table/,
  ],
  [
    "PLT-12: postgres cannot write cron.job",
    "update cron.job set command = 'x'",
    /permission denied for table job/,
  ],
  [
    "PLT-13: postgres cannot create a table in cron",
    "create table cron.mine ()",
    /permission denied for schema cron/,
  ],
  [
    "PLT-14: postgres cannot create a table in net",
    "create table net.mine ()",
    /permission denied for schema net/,
  ],
  [
    "PLT-15: postgres cannot write vault.secrets",
    "insert into vault.secrets (secret) values ('x')",
    /permission denied for table/,
  ],
  [
    "PLT-16: postgres cannot become the storage admin",
    "set role supabase_storage_admin",
    /permission denied to set role/,
  ],
  ["PLT-17: postgres cannot become a superuser", "set role supabase_admin", /permission denied to set role/],
  [
    "PLT-18: postgres cannot make a superuser",
    "create role boss superuser",
    /permission denied to create role/,
  ],
  [
    "PLT-19: postgres cannot alter a reserved role",
    "alter role supabase_auth_admin nologin",
    /permission denied to alter role/,
  ],
  [
    "PLT-20: postgres cannot copy to a program",
    "copy (select 1) to program 'cat'",
    /permission denied to COPY/,
  ],
  [
    "PLT-21: postgres cannot choose an extension's version",
    "create extension pg_trgm with schema extensions version '1.6'",
    /does not take a version/,
  ],
  [
    "PLT-22: postgres cannot set app.settings on the database",
    "alter database platform_test set app.settings.secret = 'x'",
    /permission denied to set parameter/,
  ],
  [
    "PLT-23: postgres cannot rename the schema auth",
    "alter schema auth rename to mine",
    /must be owner of schema/,
  ],
  [
    "PLT-24: postgres cannot create an extension that is not listed",
    "create extension file_fdw",
    /is not available/,
  ],
  [
    "PLT-25: a bad schedule is an error",
    "select cron.schedule('x', '* * 32 * *', 'select 1')",
    /invalid schedule/,
  ],
];

/** What it allows: the test's name and the statements, which run in one transaction. */
export const permissions: [name: string, ...statements: string[]][] = [
  [
    "PLT-31: a trigger on auth.users, made and dropped",
    "create trigger t after insert on auth.users for each row execute function public.tg_nothing()",
    "drop trigger t on auth.users",
  ],
  [
    "PLT-32: policies on storage.objects, made, altered and dropped",
    "create policy p on storage.objects for select to authenticated using (true)",
    "alter policy p on storage.objects using (false)",
    "drop policy p on storage.objects",
  ],
  ["PLT-33: a policy on storage.buckets", "create policy p on storage.buckets for select using (true)"],
  ["PLT-34: a policy on realtime.messages", "create policy p on realtime.messages for select using (true)"],
  ["PLT-35: a bucket", "insert into storage.buckets (id, name) values ('b', 'b')"],
  [
    "PLT-36: a foreign key to auth.users, made and dropped",
    "create table public.child (id uuid references auth.users (id) on delete cascade)",
    "drop table public.child",
  ],
  [
    "PLT-37: cron jobs by seconds",
    "select cron.schedule('a', '30 seconds', 'select 1')",
    "select cron.unschedule('a')",
  ],
  [
    "PLT-38: cron jobs on the last day of the month",
    "select cron.schedule('0 0 $ jan-mar,may mon', 'select 1')",
  ],
  ["PLT-39: outgoing requests", "select net.http_post('http://127.0.0.1:1/', '{\"a\": 1}')"],
  [
    "PLT-40: roles",
    "create role helper nologin",
    "grant helper to authenticator",
    "grant select on auth.users to helper",
  ],
  ["PLT-41: settings of the API's roles", "alter role anon set statement_timeout = '2s'"],
  [
    "PLT-42: PostgREST's settings",
    "alter role authenticator set pgrst.db_pre_request = 'private.pre_request'",
  ],
  [
    "PLT-43: pgTAP",
    "create extension if not exists pgtap with schema extensions",
    "select extensions.plan(1)",
  ],
  ["PLT-44: Vault is there already", "create extension if not exists supabase_vault"],
  ["PLT-45: extensions that Postgres does not trust", "create extension postgres_fdw with schema extensions"],
  ["PLT-46: replica mode for bulk loads", "set local session_replication_role = replica"],
  [
    "PLT-47: schemas of its own",
    "create schema private",
    "create table private.t ()",
    "comment on table private.t is 'x'",
  ],
  ["PLT-48: the API's roles for a test", "set local role authenticated", "reset role"],
];
