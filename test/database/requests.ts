import { Client, DatabaseError } from "pg";
import { expect, inject } from "vitest";
import { actAs } from "./training/acting-user.ts";

// Requests of devices at the same time, each on a connection of its own.

/** What a request does, in its transaction. */
export type Send = (client: Client) => Promise<unknown>;

/** A connection as the owner of the tables. Whoever would wait on it for ever fails instead. */
export async function connect(): Promise<Client> {
  const client = new Client({ connectionString: inject("migratedUrl") });
  await client.connect();
  await client.query("set statement_timeout = '20s'");
  return client;
}

/** One request of a user, a transaction of its own, as REST makes it. */
export async function request(client: Client, userId: string, send: Send): Promise<void> {
  await client.query("begin");
  try {
    await actAs(client, userId);
    await send(client);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

/** How a request ended: stored, or the SQLSTATE of its refusal. */
export async function outcome(sent: Promise<void>): Promise<string> {
  return await sent.then(
    () => "stored",
    (error: unknown) => (error instanceof DatabaseError ? (error.code ?? "") : String(error)),
  );
}

/** A request that has done its work and is yet to commit; a later one of the same user waits for it. */
export async function hold(client: Client, userId: string, send: Send) {
  await client.query("begin");
  await actAs(client, userId);
  await send(client);
  return { commit: () => client.query("commit") };
}

/** Sends a request and answers when it waits for another transaction; `ended` tells how it ends. */
export async function sendAndWait(owner: Client, client: Client, userId: string, send: Send) {
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  const ended = outcome(request(client, userId, send));
  await expect
    .poll(() => owner.query("select from pg_locks where pid = $1 and not granted", [rows[0]?.pid]), {
      timeout: 10_000,
    })
    .toHaveProperty("rowCount", 1);
  return { ended };
}
