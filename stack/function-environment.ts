import type { Keys } from "./keys.ts";
import { privateKeySet } from "./tokens.ts";

/** The environment that the platform gives to every Edge Function, under the names that hosted uses. */
export function functionEnvironment(apiUrl: string, databaseUrl: string, keys: Keys): Record<string, string> {
  return {
    SUPABASE_URL: apiUrl,
    SUPABASE_DB_URL: databaseUrl,
    SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: keys.publishable }),
    SUPABASE_SECRET_KEYS: JSON.stringify({ default: keys.secret }),
    SUPABASE_JWKS: JSON.stringify(privateKeySet(keys)),
    SUPABASE_ANON_KEY: keys.anonToken,
    SUPABASE_SERVICE_ROLE_KEY: keys.serviceRoleToken,
  };
}
