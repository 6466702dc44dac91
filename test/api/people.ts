import { randomUUID } from "node:crypto";
import { createClient } from "@supabase/supabase-js";
import { inject } from "vitest";
import { createRepstackClient, type RepstackClient } from "../../types/client.ts";
import type { Database } from "../../types/database.types.ts";

const url = inject("apiUrl");
const withoutStorage = { auth: { persistSession: false, autoRefreshToken: false } };

/** Somebody who signed up and is signed in. */
export interface Person {
  readonly client: RepstackClient;
  readonly id: string;
  readonly email: string;
}

/** A client of nobody: it holds the publishable key alone. */
export function anonymous(): RepstackClient {
  return createRepstackClient(url, inject("publishableKey"), withoutStorage);
}

/** A client of the backend, which row-level security does not bind. */
export function backend(): RepstackClient {
  return createClient<Database>(url, inject("secretKey"), withoutStorage);
}

/** Signs somebody up under an address of their own. */
export async function signedUpUser(metadata: Record<string, unknown> = {}): Promise<Person> {
  const client = anonymous();
  const email = `${randomUUID()}@example.test`;
  const { data, error } = await client.auth.signUp({
    email,
    password: `correct horse ${randomUUID()}`,
    options: { data: metadata },
  });
  if (error) throw error;
  if (!data.user || !data.session) throw new Error("The sign-up answered no session.");
  return { client, id: data.user.id, email };
}
