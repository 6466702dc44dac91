import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../stack/free-port.ts";
import { createDatabase } from "../../stack/postgres/databases.ts";
import { startPostgres } from "../../stack/postgres/server.ts";
import { runSupabaseCli } from "../../stack/supabase-cli.ts";
import { applyDeclaredSchema } from "./declared-schema.ts";

/** A throw-away server with two databases: one made by the migrations, one by `sql/schemas`. */
export interface Workbench {
  readonly migratedUrl: string;
  readonly declaredUrl: string;
  /** Another database of hosted shape, with nothing of ours in it. */
  createDatabase(name: string): Promise<string>;
  close(): Promise<void>;
}

/** Applies the project's migrations, and its seeds where asked, as the non-superuser `postgres`. */
export async function applyMigrations(
  projectRoot: string,
  databaseUrl: string,
  options: { seed: boolean },
): Promise<void> {
  const seed = options.seed ? ["--include-seed"] : [];
  const { code, output } = await runSupabaseCli(projectRoot, ["db", "push", `--remote=${databaseUrl}`, "--yes", ...seed]);
  if (code !== 0) throw new Error(`supabase db push failed:\n${output}`);
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
  const server = await startPostgres({ dataDir: join(folder, "postgres"), port: await freePort(), onProgress });
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
    return { migratedUrl, declaredUrl, createDatabase: (name) => createDatabase(server, name), close };
  } catch (error) {
    await close();
    throw error;
  }
}
