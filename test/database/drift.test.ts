import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findDrift } from "../../scripts/database/drift.ts";
import { openWorkbench, type Workbench } from "../../scripts/database/workbench.ts";
import { projectRoot } from "../../stack/project-root.ts";

const migratedUrl = inject("migratedUrl");
const declaredUrl = inject("declaredUrl");

async function rows(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: migratedUrl });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: "array" })).rows;
  } finally {
    await client.end();
  }
}

test("the migrations make what sql/schemas declares, and nothing else", async () => {
  const drift = await findDrift(projectRoot, { migratedUrl, declaredUrl });
  if (drift !== undefined) expect.fail(drift);
});

describe("a column that was renamed", () => {
  let folder: string;
  let renamed: Workbench;

  // A copy of the project in which one column is renamed in sql/schemas alone, and another in a migration alone.
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "repstack-drift-"));
    for (const part of ["sql", "supabase"]) {
      await cp(join(projectRoot, part), join(folder, part), { recursive: true });
    }
    const table = join(folder, "sql", "schemas", "10_accounts", "consents.sql");
    const declaration = await readFile(table, "utf8");
    await writeFile(table, declaration.replaceAll(/\blocale\b/g, "language_tag"));
    await writeFile(
      join(folder, "supabase", "migrations", "29991231235959_rename.sql"),
      "alter table public.equipment rename column name to title;\n",
    );
    renamed = await openWorkbench(folder, { seed: false, onProgress: () => {} });
  }, 120_000);

  afterAll(async () => {
    await renamed?.close();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  test("in sql/schemas alone is found, with the command that mends it", async () => {
    const drift = await findDrift(projectRoot, { migratedUrl, declaredUrl: renamed.declaredUrl });
    expect(drift).toContain("npm run db:migration");
    expect(drift).toContain("language_tag");
    expect(drift).not.toContain("title");
  });

  test("in a migration alone is found, with the folder that mends it", async () => {
    const drift = await findDrift(projectRoot, { migratedUrl: renamed.migratedUrl, declaredUrl });
    expect(drift).toContain("edit sql/schemas");
    expect(drift).toContain("title");
    expect(drift).not.toContain("language_tag");
  });
});

describe("the migrations run as the postgres of hosted Supabase", () => {
  test("who made everything in our schemas and is no superuser", async () => {
    const owners = await rows(`
      select distinct pg_get_userbyid(relowner), rolsuper
      from pg_class join pg_roles on pg_roles.oid = relowner
      where relnamespace::regnamespace::text in ('public', 'private', 'analytics', 'supabase_migrations')`);
    expect(owners).toEqual([["postgres", false]]);
  });

  test("who owns nothing in the platform's schemas", async () => {
    const owned = await rows(`
      with platform as (
        select oid, nspname, nspowner from pg_namespace
        where nspname in ('auth', 'storage', 'realtime', 'cron', 'net', 'vault', 'graphql', 'pgbouncer')
      )
      select nspname from platform where nspowner = 'postgres'::regrole
      union all
      select relname from pg_class join platform on platform.oid = relnamespace where relowner = 'postgres'::regrole
      union all
      select proname from pg_proc join platform on platform.oid = pronamespace where proowner = 'postgres'::regrole`);
    expect(owned).toEqual([]);
  });
});
