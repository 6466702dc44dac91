import { Client } from "pg";
import type { Stack } from "../stack.ts";

async function hasTable(databaseUrl: string, table: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query("select to_regclass($1) is not null as exists", [table]);
    return rows[0]?.exists === true;
  } finally {
    await client.end();
  }
}

/** A command that answers at once with data that anyone may read. */
export async function exampleRequest({ keys, server, urls }: Stack): Promise<string> {
  const key = `-H "apikey: ${keys.publishable}"`;
  const hasCatalogue = await hasTable(server.url(), "public.exercises");
  const path = hasCatalogue ? `${urls.rest}/exercises?select=name&limit=3` : `${urls.auth}/settings`;
  return `curl "${path}" ${key}`;
}
