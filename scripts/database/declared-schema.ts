import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { Client, DatabaseError } from "pg";

interface Declaration {
  readonly file: string;
  readonly sql: string;
}

/** SQLSTATEs of a statement that needs an object which a later file makes. */
const MISSING_OBJECT = new Set(["42P01", "42883", "42704", "42703", "3F000"]);

async function declarations(schemasDir: string): Promise<Declaration[][]> {
  const domains = (await readdir(schemasDir)).sort();
  return Promise.all(
    domains.map(async (domain) => {
      const files = (await readdir(join(schemasDir, domain))).filter((name) => name.endsWith(".sql")).sort();
      return Promise.all(
        files.map(async (name) => ({
          file: relative(schemasDir, join(schemasDir, domain, name)),
          sql: await readFile(join(schemasDir, domain, name), "utf8"),
        })),
      );
    }),
  );
}

function describe(declaration: Declaration, error: DatabaseError): string {
  const line = error.position
    ? `:${declaration.sql.slice(0, Number(error.position)).split("\n").length}`
    : "";
  return `sql/schemas/${declaration.file}${line}: ${error.message}`;
}

/** Runs one file in a transaction of its own; answers the error where it needs an object that is not there yet. */
async function attempt(client: Client, declaration: Declaration): Promise<DatabaseError | undefined> {
  try {
    await client.query(`begin;\n${declaration.sql}\ncommit;`);
    return undefined;
  } catch (error) {
    await client.query("rollback");
    if (!(error instanceof DatabaseError)) throw error;
    if (MISSING_OBJECT.has(error.code ?? "")) return error;
    throw new Error(describe(declaration, error), { cause: error });
  }
}

/** Tries the files of a domain in name order, and those that miss an object again, until all have run. */
async function applyDomain(client: Client, domain: readonly Declaration[]): Promise<void> {
  let pending = domain;
  while (pending.length > 0) {
    const failed: { declaration: Declaration; error: DatabaseError }[] = [];
    for (const declaration of pending) {
      const error = await attempt(client, declaration);
      if (error) failed.push({ declaration, error });
    }
    if (failed.length === pending.length) {
      throw new Error(failed.map(({ declaration, error }) => describe(declaration, error)).join("\n"));
    }
    pending = failed.map(({ declaration }) => declaration);
  }
}

/**
 * Builds the desired state of the database, `sql/schemas`, in an empty database of hosted shape.
 * Bodies of functions are not checked while loading, since files refer to each other.
 * @throws Error that names the file, the line and what Postgres said
 */
export async function applyDeclaredSchema(databaseUrl: string, schemasDir: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("set check_function_bodies = off");
    for (const domain of await declarations(schemasDir)) await applyDomain(client, domain);
  } finally {
    await client.end();
  }
}
