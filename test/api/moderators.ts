import { Client } from "pg";
import { inject } from "vitest";
import { type Person, signedUpUser } from "./people.ts";

const databaseUrl = inject("databaseUrl");

/** Why a test that needs a moderator does not run: the stack was given without DATABASE_URL, and no API appoints one. */
export const isDatabaseAway = databaseUrl === "";

/** Signs somebody up whom the database's owner has made a moderator. */
export async function signedUpModerator(): Promise<Person> {
  const person = await signedUpUser();
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("insert into public.user_roles (user_id, role) values ($1, 'moderator')", [person.id]);
  } finally {
    await client.end();
  }
  return person;
}
