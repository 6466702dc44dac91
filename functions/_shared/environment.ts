import { z } from "zod";

/**
 * Reads a variable that the platform gives to every function.
 *
 * @throws when it is missing: the function then fails to start, and the log says which variable it wants.
 */
export function requiredVariable(name: string): string {
  const value = Deno.env.get(name);
  if (!value) throw new Error(`The environment variable ${name} is missing.`);
  return value;
}

/** The key with which anybody may call the project's API; row-level security decides what it sees. */
export function publishableKey(): string {
  const keys = z
    .record(z.string(), z.string())
    .parse(JSON.parse(requiredVariable("SUPABASE_PUBLISHABLE_KEYS")));
  const key = keys.default ?? Object.values(keys)[0];
  if (!key) throw new Error("SUPABASE_PUBLISHABLE_KEYS holds no key.");
  return key;
}
