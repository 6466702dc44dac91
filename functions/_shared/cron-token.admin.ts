import { createClient } from "@supabase/supabase-js";
import type { CheckCronToken } from "./cron-token.ts";
import { type Project, secretKeyOf } from "./project.ts";
import { failure, success } from "./result.ts";

/** Asks the database, which made the token. */
export function cronTokenInDatabase(project: Project): CheckCronToken {
  const client = createClient(project.url, secretKeyOf(project), {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  return async (token, signal) => {
    const { data, error } = await client.rpc("is_cron_token", { p_token: token }).abortSignal(signal);
    return error ? failure(error.message) : success(data === true);
  };
}
