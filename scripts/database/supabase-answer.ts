import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const cli = join(
  dirname(createRequire(import.meta.url).resolve("supabase/package.json")),
  "dist",
  "supabase.js",
);

/**
 * What the official CLI answers about a database, without the notices that it prints beside the answer.
 * @throws Error with the CLI's own words
 */
export function askSupabase(projectRoot: string, databaseUrl: string, parameters: string[]): Promise<string> {
  // The CLI tries TLS first and would say on stdout, before its answer, that the local server has none.
  const remote = `--remote=${databaseUrl}?sslmode=disable`;
  const options = {
    cwd: projectRoot,
    env: { ...process.env, DO_NOT_TRACK: "1", SUPABASE_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
    maxBuffer: 64 * 1024 * 1024,
  };
  return new Promise((resolve, reject) => {
    const command = [cli, ...parameters, remote, "--workdir", projectRoot];
    execFile(process.execPath, command, options, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout);
      const [group, name] = parameters;
      reject(new Error(`supabase ${group} ${name} failed:\n${stderr}${stdout}`, { cause: error }));
    });
  });
}
