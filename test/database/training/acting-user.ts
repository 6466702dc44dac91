import { randomUUID } from "node:crypto";
import type { Client } from "pg";

/** Stores a user as Auth does, so that the triggers on auth.users run, and answers the id. */
export async function createUser(client: Client): Promise<string> {
  const id = randomUUID();
  await client.query("insert into auth.users (id, aud, role, email) values ($1, $2, $2, $3)", [
    id,
    "authenticated",
    `${id}@example.test`,
  ]);
  return id;
}

/** Acts as a signed-in user until the transaction ends, as REST does it: the role, and the claims of the token. */
export async function actAs(client: Client, userId: string): Promise<void> {
  const claims = JSON.stringify({ sub: userId, role: "authenticated", aud: "authenticated" });
  await client.query(
    "select set_config('request.jwt.claims', $1, true), set_config('role', 'authenticated', true)",
    [claims],
  );
}

/** Acts as the owner of the tables again. */
export async function actAsOwner(client: Client): Promise<void> {
  await client.query(
    "select set_config('request.jwt.claims', '', true), set_config('role', 'postgres', true)",
  );
}
