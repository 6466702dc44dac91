import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../../stack/free-port.ts";
import { projectRoot } from "../../stack/project-root.ts";
import { type Stack, startStack } from "../../stack/stack.ts";
import { createRepstackClient } from "../../types/client.ts";
import { rows } from "./temporary-server.ts";

// The limits of config.toml, on sessions that are made older than they are.
const stateDir = mkdtempSync(join(tmpdir(), "repstack-sessions-"));
let stack: Stack;

beforeAll(async () => {
  // Started by root, Postgres runs as another user, who must get through.
  chmodSync(stateDir, 0o755);
  stack = await startStack({
    projectRoot,
    stateDir,
    ports: { api: await freePort(), db: await freePort(), mail: await freePort() },
    rest: "lite",
    hotReload: false,
    onProgress: () => {},
  });
});
afterAll(async () => {
  await stack?.stop();
  rmSync(stateDir, { recursive: true, force: true });
});

/** Signs somebody in, makes the session as old as told, and answers what a refresh says then. */
async function refreshOf(made: string, refreshed: string): Promise<string | undefined> {
  const client = createRepstackClient(stack.urls.api, stack.keys.publishable, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const email = `${randomUUID()}@example.test`;
  // A code by mail makes the account as well.
  await client.auth.signInWithOtp({ email });
  const mail = await (await fetch(`${stack.urls.mail}/api/v1/message/latest`)).text();
  const token = /\b\d{6}\b/.exec(mail)?.[0] ?? "";
  const { data } = await client.auth.verifyOtp({ type: "email", email, token });
  await rows(
    stack.server.url("supabase_auth_admin"),
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
