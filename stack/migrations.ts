import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Client } from "pg";
import { z } from "zod";
import type { Log } from "./log.ts";
import type { Settings } from "./settings.ts";
import { StackError } from "./stack-error.ts";
import { runSupabaseCli } from "./supabase-cli.ts";

const migrationName = /^(\d+)_.+\.sql$/;

function localVersions(projectRoot: string): string[] {
  try {
    return readdirSync(join(projectRoot, "supabase", "migrations")).flatMap(
      (file) => migrationName.exec(file)?.[1] ?? [],
    );
  } catch {
    return [];
  }
}

const historySchema = z.array(z.object({ name: z.string(), value: z.string() }));

/** What the CLI remembers in the database: one row for each migration and each seed file. */
async function readHistory(
  databaseUrl: string,
  table: string,
  columns: string,
): Promise<Map<string, string>> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const known = await client.query("select to_regclass($1) is not null as exists", [table]);
    if (!known.rows[0]?.exists) return new Map();
    const { rows } = await client.query(`select ${columns} from ${table}`);
    return new Map(historySchema.parse(rows).map(({ name, value }) => [name, value]));
  } finally {
    await client.end();
  }
}

async function hasPendingMigration({ projectRoot }: Settings, databaseUrl: string): Promise<boolean> {
  const applied = await readHistory(
    databaseUrl,
    "supabase_migrations.schema_migrations",
    "version as name, version as value",
  );
  const versions = localVersions(projectRoot);
  return versions.length !== applied.size || versions.some((version) => !applied.has(version));
}

/** Seed files that were never loaded, and those that changed since. */
async function pendingSeeds({ projectRoot, seedFiles }: Settings, databaseUrl: string): Promise<string[]> {
  const loaded = await readHistory(
    databaseUrl,
    "supabase_migrations.seed_files",
    "path as name, hash as value",
  );
  return seedFiles
    .filter((file) => {
      const hash = createHash("sha256").update(readFileSync(file)).digest("hex");
      return loaded.get(relative(projectRoot, file)) !== hash;
    })
    .map((file) => relative(projectRoot, file));
}

/** The CLI only notes the new hash of a seed file that changed. Forgotten, it is loaded again: our seeds are idempotent. */
async function forgetSeeds(databaseUrl: string, paths: string[]): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const known = await client.query(
      "select to_regclass('supabase_migrations.seed_files') is not null as exists",
    );
    if (known.rows[0]?.exists) {
      await client.query("delete from supabase_migrations.seed_files where path = any($1)", [paths]);
    }
  } finally {
    await client.end();
  }
}

/** The CLI's words in one line, with the file in which it stopped. */
function explain(output: string): string {
  const lines = output.split("\n").map((line) => line.trim());
  const file = lines.findLast((line) => /^(Applying migration|Seeding data from) /.test(line));
  const from = lines.findLastIndex((line) => /^(ERROR|error|failed|Remote migration)/i.test(line));
  const reason = lines.slice(Math.max(from, 0)).filter(Boolean).slice(0, 3).join(" · ");
  const [, name] = /^(?:Applying migration|Seeding data from) (.+?)(?:\.\.\.)?$/.exec(file ?? "") ?? [];
  return name ? `${name} failed: ${reason}` : `Migrations were not applied: ${reason}`;
}

/**
 * Brings a database to the project's migrations and seeds, through the official CLI and as `postgres`, who is no
 * superuser. Does nothing when the CLI's own records say that nothing is pending.
 * @throws StackError that names the file that failed.
 */
export async function applyMigrations(
  settings: Settings,
  databaseUrl: string,
  log: Log,
): Promise<"applied" | "current"> {
  const [isBehind, seeds] = await Promise.all([
    hasPendingMigration(settings, databaseUrl),
    pendingSeeds(settings, databaseUrl),
  ]);
  if (!isBehind && seeds.length === 0) return "current";
  await forgetSeeds(databaseUrl, seeds);
  const parameters = ["db", "push", `--remote=${databaseUrl}`, "--yes", "--include-seed"];
  const { code, output } = await runSupabaseCli(settings.projectRoot, parameters);
  log("migrations.pushed", { code, output });
  if (code !== 0) throw new StackError(explain(output));
  return "applied";
}
