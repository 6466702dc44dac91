import { runSupabaseCli } from "../../stack/supabase-cli.ts";

/**
 * What the official CLI answers about a database, without the notices that it prints beside the answer.
 * @throws Error with the CLI's own words
 */
export async function askSupabase(
  projectRoot: string,
  databaseUrl: string,
  parameters: string[],
): Promise<string> {
  // The CLI tries TLS first and would say on stdout, before its answer, that the local server has none.
  const remote = `--remote=${databaseUrl}?sslmode=disable`;
  const { code, stdout, output } = await runSupabaseCli(projectRoot, [...parameters, remote]);
  if (code === 0) return stdout;
  throw new Error(`supabase ${parameters.slice(0, 2).join(" ")} failed:\n${output}`);
}
