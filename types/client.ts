import { createClient, type SupabaseClient, type SupabaseClientOptions } from "@supabase/supabase-js";
import type { Database } from "./database.types.ts";

/** A Supabase client that knows the tables, views and RPCs of Repstack. */
export type RepstackClient = SupabaseClient<Database>;

/**
 * A client for an app.
 * @param url the API URL, such as https://<project>.supabase.co
 * @param publishableKey `sb_publishable_…`; a secret key never belongs in an app
 */
export function createRepstackClient(
  url: string,
  publishableKey: string,
  options: SupabaseClientOptions<"public"> = {},
): RepstackClient {
  return createClient<Database>(url, publishableKey, options);
}
