import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { askSupabase } from "./supabase-answer.ts";

/** Where the types are kept. */
export const typesFile = "types/database.types.ts";

/** The CLI leaves formatting to the caller. */
function format(projectRoot: string, source: string): Promise<string> {
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  return new Promise((resolve, reject) => {
    const parameters = [biome, "format", `--stdin-file-path=${typesFile}`];
    const child = execFile(process.execPath, parameters, { cwd: projectRoot }, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    );
    child.stdin?.end(source);
  });
}

/**
 * The TypeScript types of what the API shows, as `supabase gen types` makes them.
 * @throws Error with the CLI's own words
 */
export async function generateTypes(projectRoot: string, databaseUrl: string): Promise<string> {
  const types = await askSupabase(projectRoot, databaseUrl, [
    "gen",
    "types",
    "--lang=typescript",
    "--schema=public",
  ]);
  const notice = "// Generated from the database by `npm run db:types`. Not edited by hand.\n\n";
  return await format(projectRoot, notice + types);
}
