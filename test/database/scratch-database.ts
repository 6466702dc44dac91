import { Client } from "pg";
import { inject } from "vitest";

/** A database of hosted shape, with nothing of ours in it, for tests that change the schema. */
export interface ScratchDatabase {
  url(role: string): string;
  /** Runs statements as a role and answers the last one's rows, as arrays. */
  run(role: string, ...statements: string[]): Promise<unknown[]>;
  drop(): Promise<void>;
}

function urlOf(role: string, database: string): string {
  const url = new URL(inject("migratedUrl"));
  url.username = role;
  url.pathname = `/${database}`;
  return url.href;
}

async function run(url: string, statements: string[]): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const text of statements) ({ rows } = await client.query({ text, rowMode: "array" }));
    return rows;
  } finally {
    await client.end();
  }
}

/** Makes one on the server of the test databases. Its name must not be taken by another test file. */
export async function createScratchDatabase(name: string): Promise<ScratchDatabase> {
  const admin = urlOf("supabase_admin", "postgres");
  await run(admin, [`create database ${name} owner postgres`]);
  const url = (role: string) => urlOf(role, name);
  return {
    url,
    run: (role, ...statements) => run(url(role), statements),
    drop: async () => void (await run(admin, [`drop database if exists ${name} with (force)`])),
  };
}
