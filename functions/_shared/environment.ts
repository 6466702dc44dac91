import { resolveEnv } from "@supabase/server/core";
import type { Project } from "./project.ts";

/** Reads a setting that not every environment has. */
export function optionalVariable(name: string): string | undefined {
  return Deno.env.get(name) || undefined;
}

/**
 * Reads what the platform tells every function of its project.
 *
 * @throws when something is missing: the function then fails to start, and the log says which variable it wants.
 */
export function projectFromEnvironment(): Project {
  const { data, error } = resolveEnv();
  if (error) throw error;
  return data;
}

/** The origins of `CORS_ORIGINS`, separated by commas. Without it any, as the platform's other services answer. */
export function allowedOrigins(): string[] {
  const origins = optionalVariable("CORS_ORIGINS") ?? "*";
  return origins.split(",").map((origin) => origin.trim());
}
