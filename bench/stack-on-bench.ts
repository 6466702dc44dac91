import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { freePort } from "../stack/free-port.ts";
import { projectRoot } from "../stack/project-root.ts";
import { type Stack, startStack } from "../stack/stack.ts";
import { createRepstackClient, type RepstackClient } from "../types/client.ts";

/** A stack of this project for a benchmark, with PostgREST, and a connection as the owner of its database. */
export interface BenchStack {
  readonly owner: Client;
  /** For more connections like it. */
  readonly databaseUrl: string;
  /** Somebody who is signed in. */
  signedUpUser(): Promise<{ client: RepstackClient; id: string }>;
}

async function signUp(stack: Stack, owner: Client): Promise<{ client: RepstackClient; id: string }> {
  const client = createRepstackClient(stack.urls.api, stack.keys.publishable, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const account = { email: `${randomUUID()}@example.test`, password: `correct horse ${randomUUID()}` };
  const { error } = await client.auth.signUp(account);
  if (error) throw error;
  // The mail is not what is measured.
  await owner.query("update auth.users set email_confirmed_at = now() where email = $1", [account.email]);
  const { data, error: refused } = await client.auth.signInWithPassword(account);
  if (refused) throw refused;
  return { client, id: data.user.id };
}

/** Starts a stack in a temporary folder, and ends it when the benchmark is done. */
export async function withStack(use: (bench: BenchStack) => Promise<void>): Promise<void> {
  const stateDir = await mkdtemp(join(tmpdir(), "repstack-bench-"));
  // Started by root, Postgres runs as another user, who must get through.
  await chmod(stateDir, 0o755);
  const stack = await startStack({
    projectRoot,
    stateDir,
    ports: { api: await freePort(), db: await freePort(), mail: await freePort() },
    rest: "postgrest",
    hotReload: false,
    onProgress: (step) => console.log(step),
  });
  const owner = new Client({ connectionString: stack.server.url("postgres") });
  try {
    await owner.connect();
    await use({ owner, databaseUrl: stack.server.url("postgres"), signedUpUser: () => signUp(stack, owner) });
  } finally {
    await owner.end();
    await stack.stop();
    await rm(stateDir, { recursive: true, force: true });
  }
}
