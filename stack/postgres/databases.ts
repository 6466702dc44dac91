import { Client, escapeIdentifier } from "pg";
import { type PostgresServer, prepareMessagePartitions } from "./server.ts";

async function asAdmin(server: PostgresServer, sql: string): Promise<void> {
  const client = new Client({ connectionString: server.url("supabase_admin") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * Makes a database that has the platform shape at once and belongs to `postgres`.
 *
 * @returns its URL as `postgres`
 * @throws when the name is taken
 */
export async function createDatabase(server: PostgresServer, name: string): Promise<string> {
  await asAdmin(server, `create database ${escapeIdentifier(name)} owner postgres`);
  await prepareMessagePartitions(server.url("supabase_admin", name));
  return server.url("postgres", name);
}

/** Drops a database, with the sessions that are still open on it. Does nothing when there is none of that name. */
export async function dropDatabase(server: PostgresServer, name: string): Promise<void> {
  await asAdmin(server, `drop database if exists ${escapeIdentifier(name)} with (force)`);
}
