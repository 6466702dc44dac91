import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDatabase, dropDatabase } from "../../stack/postgres/databases.ts";
import type { PostgresServer } from "../../stack/postgres/server.ts";
import { permissions, refusals } from "./platform-cases.ts";
import { rows, type TemporaryPlace, temporaryPlace } from "./temporary-server.ts";

let place: TemporaryPlace;
let server: PostgresServer;
let url: string;

beforeAll(async () => {
  place = await temporaryPlace();
  server = await place.start();
  url = await createDatabase(server, "platform_test");
  await rows(
    url,
    "create extension pg_cron",
    "create extension pg_net with schema extensions",
    "create function public.tg_nothing() returns trigger language plpgsql as 'begin return new; end'",
  );
});

afterAll(async () => {
  await server?.stop();
  await place?.remove();
});

/** Runs as `postgres` what must leave no trace. */
async function rehearse(...statements: string[]): Promise<Record<string, unknown>[]> {
  return await rows(url, "begin", ...statements);
}

describe("what a hosted project refuses to postgres", () => {
  test.each(refusals)("%s", async (_name, sql, message) => {
    await expect(rehearse(sql)).rejects.toThrow(message);
  });
});

describe("what a hosted project allows postgres", () => {
  test.each(permissions)("%s", async (_name, ...statements) => {
    await expect(rehearse(...statements)).resolves.toBeDefined();
  });

  test("PLT-49: a secret is stored encrypted and read back", async () => {
    const [secret] = await rehearse(
      "select vault.create_secret('hunter2', 'key')",
      "select vault.update_secret((select id from vault.secrets where name = 'key'), 'hunter3')",
      "select secret, decrypted_secret from vault.decrypted_secrets where name = 'key'",
    );
    expect(secret?.decrypted_secret).toBe("hunter3");
    expect(String(secret?.secret)).not.toContain("hunter");
  });

  test("PLT-50: realtime.send stores a message under its topic, and only warns when it cannot", async () => {
    const [message] = await rehearse(
      "select realtime.send('{\"a\": 1}', 'moved', 'room:1')",
      "select topic, event, private, payload ->> 'a' as a, realtime.topic() as set_topic from realtime.messages",
    );
    expect(message).toEqual({ topic: "room:1", event: "moved", private: true, a: "1", set_topic: "room:1" });
    await expect(rehearse("select realtime.send('{}', 'moved', null)")).resolves.toBeDefined();
  });
});

describe("changes broadcast from the database", () => {
  const table = [
    "create table public.notes (id int, body text)",
    `create function public.tg_broadcast() returns trigger language plpgsql as $$
     begin
       perform realtime.broadcast_changes('notes', tg_op, tg_op, tg_table_name, tg_table_schema, new, old);
       return null;
     end $$`,
    `create trigger broadcast after insert or update or delete on public.notes
     for each row execute function public.tg_broadcast()`,
  ];

  test("PLT-51: realtime.broadcast_changes ships the row before and after", async () => {
    const messages = await rehearse(
      ...table,
      "insert into public.notes values (1, 'a')",
      "update public.notes set body = 'b'",
      "delete from public.notes",
      `select event, payload ->> 'operation' as operation, payload #>> '{record,body}' as after,
         payload #>> '{old_record,body}' as before
       from realtime.messages where topic = 'notes' order by event`,
    );
    expect(messages).toEqual([
      { event: "DELETE", operation: "DELETE", after: null, before: "b" },
      { event: "INSERT", operation: "INSERT", after: "a", before: null },
      { event: "UPDATE", operation: "UPDATE", after: "b", before: "a" },
    ]);
  });

  test("PLT-52: PostgREST hears of schema changes, and not of temporary tables", async () => {
    const client = new Client({ connectionString: url });
    const heard: string[] = [];
    client.on("notification", ({ payload }) => heard.push(payload ?? ""));
    await client.connect();
    try {
      await client.query("listen pgrst");
      await client.query("create temp table passing ()");
      await client.query("drop table passing");
      await client.query("select 1");
      expect(heard).toEqual([]);
      await client.query("create table public.staying ()");
      await client.query("drop table public.staying");
      await client.query("select 1");
      expect(heard).toEqual(["reload schema", "reload schema"]);
    } finally {
      await client.end();
    }
  });
});

describe("the shape", () => {
  test("PLT-61: roles have the attributes of a hosted project", async () => {
    const found = await rows(
      url,
      `select rolname, concat_ws(' ',
         case when rolsuper then 'super' end, case when rolcanlogin then 'login' end,
         case when not rolinherit then 'noinherit' end, case when rolcreaterole then 'createrole' end,
         case when rolcreatedb then 'createdb' end, case when rolreplication then 'replication' end,
         case when rolbypassrls then 'bypassrls' end) as attributes
       from pg_roles where rolname !~ '^pg_'`,
    );
    expect(Object.fromEntries(found.map((role) => [role.rolname, role.attributes]))).toEqual({
      anon: "",
      authenticated: "",
      authenticator: "login noinherit",
      dashboard_user: "createrole createdb replication",
      pgbouncer: "login",
      postgres: "login createrole createdb replication bypassrls",
      service_role: "bypassrls",
      supabase_admin: "super login createrole createdb replication bypassrls",
      supabase_auth_admin: "login noinherit",
      supabase_etl_admin: "login replication",
      supabase_functions_admin: "login noinherit createrole",
      supabase_read_only_user: "login bypassrls",
      supabase_realtime_admin: "login noinherit createrole replication",
      supabase_replication_admin: "login replication",
      supabase_storage_admin: "login noinherit createrole",
    });
  });

  test("PLT-62: postgres owns the database and none of the platform's schemas", async () => {
    const [database] = await rows(
      url,
      "select datdba::regrole::text from pg_database where datname = current_database()",
    );
    expect(database?.datdba).toBe("postgres");
    const schemas = await rows(
      url,
      `select nspname from pg_namespace
       where nspname in ('auth', 'storage', 'realtime', 'cron', 'net', 'vault') and nspowner = 'supabase_admin'::regrole`,
    );
    expect(schemas).toHaveLength(6);
  });

  test("PLT-63: tables belong to their services and have row-level security", async () => {
    const found = await rows(
      url,
      `select distinct relnamespace::regnamespace::text as schema, relowner::regrole::text as owner, relrowsecurity as rls
       from pg_class where relkind in ('r', 'p') and relnamespace::regnamespace::text in ('auth', 'storage', 'realtime')
       order by 1`,
    );
    expect(found).toEqual([
      { schema: "auth", owner: "supabase_auth_admin", rls: true },
      { schema: "realtime", owner: "supabase_realtime_admin", rls: true },
      { schema: "storage", owner: "supabase_storage_admin", rls: true },
    ]);
  });

  test("PLT-64: a new table is exposed to nobody, a new function to everybody", async () => {
    const [found] = await rehearse(
      "create table public.fresh (id int)",
      "create function public.fresh() returns int language sql as 'select 1'",
      `select
         has_table_privilege('anon', 'public.fresh', 'select') as anon,
         has_table_privilege('authenticated', 'public.fresh', 'select') as authenticated,
         has_table_privilege('service_role', 'public.fresh', 'select') as service_role,
         has_function_privilege('anon', 'public.fresh()', 'execute') as function`,
    );
    expect(found).toEqual({ anon: false, authenticated: false, service_role: false, function: true });
  });

  test("PLT-65: auth.uid() and kin read both forms of the claims", async () => {
    const id = "019a0000-0000-7000-8000-000000000001";
    const read = "select auth.uid() as uid, auth.role() as role, auth.jwt() ->> 'sub' as sub";
    const [none] = await rehearse(read);
    expect(none).toEqual({ uid: null, role: null, sub: null });
    const [empty] = await rehearse(
      "set local request.jwt.claims = ''",
      "set local request.jwt.claim.sub = ''",
      read,
    );
    expect(empty).toEqual({ uid: null, role: null, sub: null });
    const [modern] = await rehearse(
      `set local request.jwt.claims = '{"sub": "${id}", "role": "authenticated"}'`,
      read,
    );
    expect(modern).toEqual({ uid: id, role: "authenticated", sub: id });
    const [legacy] = await rehearse(`set local request.jwt.claim.sub = '${id}'`, read);
    expect(legacy?.uid).toBe(id);
  });

  test("PLT-66: authenticator may become the API's roles, and nothing else", async () => {
    const authenticator = server.url("authenticator", "platform_test");
    for (const role of ["anon", "authenticated", "service_role"]) {
      await expect(rows(authenticator, `set role ${role}`)).resolves.toBeDefined();
    }
    await expect(rows(authenticator, "set role postgres")).rejects.toThrow(/permission denied/);
    await expect(rows(authenticator, "create table public.t ()")).rejects.toThrow(/permission denied/);
  });

  test("PLT-67: the storage service may delete what postgres may not", async () => {
    const storage = server.url("supabase_storage_admin", "platform_test");
    await expect(rows(storage, "delete from storage.objects")).resolves.toBeDefined();
  });

  test("PLT-68: a job belongs to the role that scheduled it, and another role does not see it", async () => {
    const jobs = await rehearse(
      "create role helper nologin",
      "grant helper to postgres with set true",
      "grant usage on schema cron to helper",
      "grant select on cron.job to helper",
      "select cron.schedule('mine', '0 3 * * *', 'select 1')",
      "set local role helper",
      "select jobname from cron.job",
    );
    expect(jobs).toEqual([]);
  });

  test("PLT-69: nobody schedules a job in another's name", async () => {
    await expect(
      rehearse("select cron.put_job('supabase_admin', 'x', '0 3 * * *', 'select 1', 'postgres', true)"),
    ).rejects.toThrow(/permission denied/);
  });

  test("PLT-70: the platform's extensions are where a hosted project has them", async () => {
    const found = await rows(
      url,
      "select extname, extnamespace::regnamespace::text as schema from pg_extension order by 1",
    );
    expect(Object.fromEntries(found.map(({ extname, schema }) => [extname, schema]))).toEqual({
      pg_cron: "pg_catalog",
      pg_net: "extensions",
      pg_stat_statements: "extensions",
      pgcrypto: "extensions",
      plpgsql: "pg_catalog",
      supabase_vault: "vault",
      "uuid-ossp": "extensions",
    });
    await expect(
      rehearse("drop extension pg_cron", "create extension pg_cron with schema extensions"),
    ).resolves.toBeDefined();
  });

  test("PLT-71: databases come and go", async () => {
    await createDatabase(server, "short lived");
    await dropDatabase(server, "short lived");
    await dropDatabase(server, "short lived");
    expect(await rows(url, "select 1 from pg_database where datname = 'short lived'")).toEqual([]);
  });
});
