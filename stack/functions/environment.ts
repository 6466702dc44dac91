import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import type { Log } from "../log.ts";

/**
 * Builds the whole environment of one worker: what the platform gives, and the project's own secrets from
 * `supabase/functions/.env`. Nothing of this process's environment is in it.
 *
 * @param platform - The variables that hosted functions get, such as `SUPABASE_URL`.
 */
export function workerEnvironment(
  projectRoot: string,
  slug: string,
  platform: Record<string, string>,
  log: Log,
): Record<string, string> {
  return {
    ...ownSecrets(projectRoot, log),
    ...platform,
    SB_REGION: "local",
    SB_EXECUTION_ID: randomUUID(),
    DENO_DEPLOYMENT_ID: `local_${slug}`,
  };
}

function ownSecrets(projectRoot: string, log: Log): Record<string, string> {
  const secrets: Record<string, string> = {};
  for (const [name, value] of Object.entries(parseEnv(readOptional(secretsFile(projectRoot))))) {
    if (name.startsWith("SUPABASE_")) {
      // Hosted refuses such a secret; taken here, it would work until the day of deployment.
      log("function_secret_ignored", { name, reason: "names that start with SUPABASE_ are reserved" });
    } else if (value !== undefined) {
      secrets[name] = value;
    }
  }
  return secrets;
}

/** Where the project's own secrets for local functions are, if there are any. */
export function secretsFile(projectRoot: string): string {
  return join(projectRoot, "supabase", "functions", ".env");
}

function readOptional(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}
