import { randomUUID } from "node:crypto";
import { createClient } from "@supabase/supabase-js";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ProjectStack, projectStack } from "./project-stack.ts";

let project: ProjectStack;
let database: Client;

beforeAll(async () => {
  project = await projectStack("lite");
  database = new Client({ connectionString: project.stack.urls.db });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await project?.remove();
});

test("the nightly job removes uploads that nobody took, and leaves fresh ones", async () => {
  const { stack } = project;
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
  const answers = async () =>
    (await database.query("select status_code, content from net._http_response")).rows;
  await expect.poll(answers, { timeout: 15_000 }).toEqual([{ status_code: 200, content: '{"removed":1}' }]);
});
