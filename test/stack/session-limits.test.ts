import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRepstackClient } from "../../types/client.ts";
import { type ProjectStack, projectStack } from "./project-stack.ts";
import { rows } from "./temporary-server.ts";

// The limits of config.toml, on sessions that are made older than they are.
let project: ProjectStack;

beforeAll(async () => {
  project = await projectStack("lite");
});
afterAll(() => project?.remove());

/** Signs somebody in, makes the session as old as told, and answers what a refresh says then. */
async function refreshOf(made: string, refreshed: string): Promise<string | undefined> {
  const client = createRepstackClient(project.stack.urls.api, project.stack.keys.publishable, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const email = `${randomUUID()}@example.test`;
  // A code by mail makes the account as well.
  await client.auth.signInWithOtp({ email });
  const mail = await (await fetch(`${project.stack.urls.mail}/api/v1/message/latest`)).text();
  const token = /\b\d{6}\b/.exec(mail)?.[0] ?? "";
  const { data } = await client.auth.verifyOtp({ type: "email", email, token });
  await rows(
    project.stack.server.url("supabase_auth_admin"),
    `update auth.sessions set created_at = now() - interval '${made}', refreshed_at = now() - interval '${refreshed}'
     where user_id = '${data.user?.id}'`,
  );
  return (await client.auth.refreshSession()).error?.code;
}

test("AUTH-SESSION-05: a session that was not used for 30 days is over", async () => {
  expect(await refreshOf("40 days", "29 days")).toBeUndefined();
  expect(await refreshOf("40 days", "31 days")).toBe("session_expired");
});

test("AUTH-SESSION-06: a session of 180 days is over, however often it was used", async () => {
  expect(await refreshOf("179 days", "1 hour")).toBeUndefined();
  expect(await refreshOf("181 days", "1 hour")).toBe("session_expired");
});
