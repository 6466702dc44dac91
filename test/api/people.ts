import { randomUUID } from "node:crypto";
import { createClient } from "@supabase/supabase-js";
import { inject } from "vitest";
import { createRepstackClient, type RepstackClient } from "../../types/client.ts";
import type { Database } from "../../types/database.types.ts";
import { codeFor, isMailSentAway } from "./mail.ts";

const url = inject("apiUrl");
const withoutStorage = { auth: { persistSession: false, autoRefreshToken: false } };

/** What somebody signs in with. */
export interface Account {
  readonly email: string;
  readonly password: string;
}

/** Somebody who signed up and is signed in. */
export interface Person extends Account {
  readonly client: RepstackClient;
  readonly id: string;
}

/** A client of nobody: it holds the publishable key alone. */
export function anonymous(): RepstackClient {
  return createRepstackClient(url, inject("publishableKey"), withoutStorage);
}

/** A client of the backend, which row-level security does not bind. */
function backend(): RepstackClient {
  return createClient<Database>(url, inject("secretKey"), withoutStorage);
}

/** An account that nobody has yet. */
export function newAccount(): Account {
  return { email: `${randomUUID()}@example.test`, password: `correct horse ${randomUUID()}` };
}

/** One more client of somebody, with a session of its own, as on a second device. */
export async function signedIn({ email, password }: Account): Promise<RepstackClient> {
  const client = anonymous();
  const { error } = await client.auth.signInWithPassword({ email, password });
  if (error) throw error;
  return client;
}

/** Signs up, and types the code that the mail brought. */
async function signUpByMail(account: Account, data: Record<string, unknown>): Promise<RepstackClient> {
  const client = anonymous();
  const signUp = await client.auth.signUp({ ...account, options: { data } });
  if (signUp.error) throw signUp.error;
  const { email } = account;
  const { error } = await client.auth.verifyOtp({ type: "email", email, token: await codeFor(email) });
  if (error) throw error;
  return client;
}

/** On a stack whose mail leaves it, the backend vouches for the address: no mail goes to an invented one. */
async function signUpByBackend(account: Account, data: Record<string, unknown>): Promise<RepstackClient> {
  const { error } = await backend().auth.admin.createUser({
    ...account,
    email_confirm: true,
    user_metadata: data,
  });
  if (error) throw error;
  return await signedIn(account);
}

/** Signs somebody up under an address of their own. */
export async function signedUpUser(metadata: Record<string, unknown> = {}): Promise<Person> {
  const account = newAccount();
  const client = await (isMailSentAway ? signUpByBackend : signUpByMail)(account, metadata);
  const { data } = await client.auth.getSession();
  if (!data.session) throw new Error("The sign-up ended without a session.");
  return { ...account, client, id: data.session.user.id };
}
