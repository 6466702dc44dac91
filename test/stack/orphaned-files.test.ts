import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@supabase/supabase-js";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../../stack/free-port.ts";
import { projectRoot } from "../../stack/project-root.ts";
import { type Stack, startStack } from "../../stack/stack.ts";

let stateDir: string;
let stack: Stack;
let database: Client;

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), "repstack-orphans-"));
  // Started by root, Postgres runs as another user, who must get through.
  await chmod(stateDir, 0o755);
  stack = await startStack({
    projectRoot,
    stateDir,
    ports: { api: await freePort(), db: await freePort(), mail: await freePort() },
    rest: "lite",
    hotReload: false,
    onProgress: () => {},
  });
  database = new Client({ connectionString: stack.urls.db });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await stack?.stop();
  await rm(stateDir, { recursive: true, force: true });
});

test("the nightly job removes uploads that nobody took, and leaves fresh ones", async () => {
  const backend = createClient(stack.urls.api, stack.keys.secret, { auth: { persistSession: false } });
  const uploads = backend.storage.from("uploads");
  const [old, fresh] = [`${randomUUID()}/old.jpg`, `${randomUUID()}/fresh.jpg`];
  for (const path of [old, fresh]) {
    const { error } = await uploads.upload(path, Buffer.from("picture"), { contentType: "image/jpeg" });
    expect(error).toBeNull();
  }
  await database.query(
    "update storage.objects set created_at = now() - interval '2 days' where bucket_id = 'uploads' and name = $1",
    [old],
  );

  const { rows } = await database.query(
    "select command from cron.job where jobname = 'remove-orphaned-files' and active",
  );
  await database.query(rows[0].command);

  const names = async () =>
    (await database.query("select name from storage.objects where bucket_id = 'uploads'")).rows.map(
      (row) => row.name,
    );
  await expect.poll(names, { timeout: 15_000 }).toEqual([fresh]);
  const { rows: answers } = await database.query("select status_code, content from net._http_response");
  expect(answers).toEqual([{ status_code: 200, content: '{"removed":1}' }]);
});
