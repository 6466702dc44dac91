import type { Keys } from "../keys.ts";
import { stackUrls } from "../stack-urls.ts";

/** What programs need to know of a stack, under the names that `supabase status` uses. */
export function statusVariables(
  ports: { api: number; db: number; mail: number },
  keys: Keys,
): Record<string, string> {
  const urls = stackUrls(ports);
  return {
    API_URL: urls.api,
    REST_URL: urls.rest,
    FUNCTIONS_URL: urls.functions,
    DB_URL: urls.db,
    MAILPIT_URL: urls.mail,
    INBUCKET_URL: urls.mail,
    PUBLISHABLE_KEY: keys.publishable,
    SECRET_KEY: keys.secret,
    JWT_SECRET: keys.jwtSecret,
    ANON_KEY: keys.anonToken,
    SERVICE_ROLE_KEY: keys.serviceRoleToken,
  };
}

const rows: [label: string, name: string][] = [
  ["API URL", "API_URL"],
  ["REST URL", "REST_URL"],
  ["Functions URL", "FUNCTIONS_URL"],
  ["Database URL", "DB_URL"],
  ["Mail", "MAILPIT_URL"],
  ["Publishable key", "PUBLISHABLE_KEY"],
  ["Secret key", "SECRET_KEY"],
];

/** The table for people. */
export function statusTable(variables: Record<string, string>): string {
  return rows.map(([label, name]) => `  ${label.padEnd(16)} ${variables[name] ?? ""}`).join("\n");
}
