import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { standInFiles } from "./install-extensions.ts";

interface Step {
  name: string;
  sql: string;
}

function ownSteps(): Step[] {
  return readdirSync(import.meta.dirname)
    .filter((name) => /^\d\d_.*\.sql$/.test(name))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(import.meta.dirname, name), "utf8") }));
}

/** The version of the package whose tables for Auth and Storage are part of the shape. */
function liteVersion(): string {
  const file = readFileSync(new URL("../package.json", import.meta.resolve("@supabase/lite")), "utf8");
  return /"version":\s*"([^"]+)"/.exec(file)?.[1] ?? "unknown";
}

/** Names the platform shape: it changes when a database made earlier would have come out otherwise. */
export function shapeHash(): string {
  const hash = createHash("sha256").update(liteVersion());
  for (const { name, sql } of ownSteps()) {
    hash.update(name).update(sql);
  }
  for (const [name, content] of standInFiles()) {
    hash.update(name).update(content);
  }
  return hash.digest("hex").slice(0, 16);
}

/** Our numbered files, and @supabase/lite's tables for Auth and Storage just before the file that follows them. */
async function steps(): Promise<Step[]> {
  // Imported here, because only a new cluster needs it and it takes a third of a second to load.
  const { getAuthSchemaSql, getStorageSchemaSql } = await import("@supabase/lite");
  return ownSteps().flatMap((step) => {
    if (step.name === "30_auth.sql") {
      return [{ name: "the Auth tables of @supabase/lite", sql: getAuthSchemaSql(false) }, step];
    }
    if (step.name === "40_storage.sql") {
      return [{ name: "the Storage tables of @supabase/lite", sql: getStorageSchemaSql(false) }, step];
    }
    return [step];
  });
}

/**
 * Gives template1 the platform shape and makes the database `postgres` from it. From then on every new database has the
 * shape at once.
 *
 * @param adminUrl of the superuser's connection to template1 of a fresh cluster
 * @throws when a file fails, naming it
 */
export async function applyShape(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const { name, sql } of await steps()) {
      await client.query(sql).catch((error: unknown) => {
        throw new Error(`stack/platform: ${name} failed: ${String(error)}`, { cause: error });
      });
    }
    await client.query("drop database postgres");
    await client.query("create database postgres owner postgres");
  } finally {
    await client.end();
  }
}
