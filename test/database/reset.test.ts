import { afterAll, beforeAll, expect, test } from "vitest";
import { resetDatabase } from "../../scripts/database/reset.ts";
import { projectRoot } from "../../stack/project-root.ts";
import { createScratchDatabase, type ScratchDatabase } from "./scratch-database.ts";

let database: ScratchDatabase;

beforeAll(async () => {
  database = await createScratchDatabase("reset");
}, 60_000);

afterAll(() => database?.drop());

test("db:reset leaves the migrations and seeds, and nothing that users or developers added", async () => {
  await database.run(
    "supabase_admin",
    "insert into auth.users (id, email) values (gen_random_uuid(), 'gone@example.test')",
    "insert into storage.buckets (id, name) values ('gone', 'gone')",
    "insert into storage.objects (bucket_id, name) values ('gone', 'gone.jpg')",
    "select vault.create_secret('gone', 'gone')",
    "create table public.gone (id integer)",
  );

  await resetDatabase(projectRoot, database.url);

  const left = await database.run(
    "supabase_admin",
    `select
      (select count(*)::int from auth.users),
      (select count(*)::int from storage.objects),
      (select count(*)::int from storage.buckets where id = 'gone'),
      (select count(*)::int from vault.secrets where name = 'gone'),
      to_regclass('public.gone'),
      (select count(*) > 300 from public.exercises)`,
  );
  expect(left).toEqual([[0, 0, 0, 0, null, true]]);
});
