import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, escapeIdentifier } from "pg";
import { freePort } from "../../stack/free-port.ts";
import { createDatabase } from "../../stack/postgres/databases.ts";
import { type PostgresServer, startPostgres } from "../../stack/postgres/server.ts";
import { runSupabaseCli } from "../../stack/supabase-cli.ts";
import { applyDeclaredSchema } from "./declared-schema.ts";

/** A throw-away server with two databases: one made by the migrations, one by `sql/schemas`. */
export interface Workbench {
  readonly migratedUrl: string;
  readonly declaredUrl: string;
  /** Another database of hosted shape, with nothing of ours in it. */
  createDatabase(name: string): Promise<string>;
  /** A copy of the migrated database. Nobody may be connected to that one meanwhile. */
  copyMigrated(name: string): Promise<string>;
  close(): Promise<void>;
}

/** Applies the project's migrations, and its seeds where asked, as the non-superuser `postgres`. */
async function applyMigrations(
  projectRoot: string,
  databaseUrl: string,
  options: { seed: boolean },
): Promise<void> {
  const seed = options.seed ? ["--include-seed"] : [];
  const { code, output } = await runSupabaseCli(projectRoot, [
    "db",
    "push",
    `--remote=${databaseUrl}`,
    "--yes",
    ...seed,
  ]);
  if (code !== 0) throw new Error(`supabase db push failed:\n${output}`);
}

async function copyDatabase(server: PostgresServer, source: string, name: string): Promise<string> {
  const client = new Client({ connectionString: server.url("supabase_admin") });
  await client.connect();
  try {
    const [copy, original] = [escapeIdentifier(name), escapeIdentifier(source)];
    await client.query(`create database ${copy} template ${original} owner postgres`);
  } finally {
    await client.end();
  }
  return server.url("postgres", name);
}

/** Opens a workbench in a temporary folder, on a port that nobody uses. */
export async function openWorkbench(
  projectRoot: string,
  options: { seed: boolean; onProgress: (step: string) => void },
): Promise<Workbench> {
  const { onProgress } = options;
  const folder = await mkdtemp(join(tmpdir(), "repstack-workbench-"));
  // Started by root, the server runs as another user, who must get through.
  await chmod(folder, 0o755);
  const server = await startPostgres({
    dataDir: join(folder, "postgres"),
    port: await freePort(),
    onProgress,
  });
  const close = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const migratedUrl = await createDatabase(server, "migrated");
    const declaredUrl = await createDatabase(server, "declared");
    onProgress("Building one database from supabase/migrations");
    await applyMigrations(projectRoot, migratedUrl, options);
    onProgress("Building one database from sql/schemas");
    await applyDeclaredSchema(declaredUrl, join(projectRoot, "sql", "schemas"));
    return {
      migratedUrl,
      declaredUrl,
      createDatabase: (name) => createDatabase(server, name),
      copyMigrated: (name) => copyDatabase(server, "migrated", name),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * What a command does with a workbench of its own, without seeds. Ctrl-C leaves nothing behind either. A failure is told
 * in its own words, and the process ends with 1.
 */
export async function withWorkbench(
  projectRoot: string,
  use: (workbench: Workbench) => Promise<void>,
): Promise<void> {
  const opening = openWorkbench(projectRoot, { seed: false, onProgress: (step) => console.log(step) });
  let isInterrupted = false;
  const interrupt = () => {
    isInterrupted = true;
    void opening.then(({ close }) => close()).finally(() => process.exit(130));
  };
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  try {
    const workbench = await opening;
    await use(workbench).finally(workbench.close);
  } catch (error) {
    // What is under way when the server is taken away fails in a way that says nothing.
    if (!isInterrupted) console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}
