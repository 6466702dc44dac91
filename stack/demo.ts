import type { User } from "@supabase/supabase-js";
import { z } from "zod";
import { createRepstackClient, type RepstackClient } from "../types/client.ts";
import type { LoggedWorkout } from "../types/contracts/workout.ts";
import { exercisesOfHistory, historyUntil, homeZone } from "./demo/history.ts";
import type { Stack } from "./stack.ts";
import { StackError } from "./stack-error.ts";

/** The demo user's account. It exists on local stacks alone, so its password is no secret. */
export const demoAccount = { email: "demo@repstack.test", password: "two years of training" } as const;

/** Requests under way at a time: one user's workouts are written one after the other anyway. */
const concurrency = 4;

const found = z.object({ messages: z.array(z.object({ Snippet: z.string() })) });

/** The code that Auth mailed to the demo user. */
async function mailedCode(mailUrl: string): Promise<string> {
  const query = encodeURIComponent(`to:"${demoAccount.email}"`);
  const answer = await fetch(`${mailUrl}/api/v1/search?query=${query}`);
  const [mail] = found.parse(await answer.json()).messages;
  return /\b\d{6}\b/.exec(mail?.Snippet ?? "")?.[0] ?? "";
}

async function signUp(client: RepstackClient, mailUrl: string): Promise<User> {
  const { email } = demoAccount;
  const made = await client.auth.signUp(demoAccount);
  const mustConfirm = made.data.user !== null && made.data.session === null;
  const { data, error } = mustConfirm
    ? await client.auth.verifyOtp({ type: "email", email, token: await mailedCode(mailUrl) })
    : made;
  if (data.user && data.session) return data.user;
  const reason = error?.message ?? "Auth answered no session";
  throw new StackError(`${email} could not sign up: ${reason}. Start with --reset --demo.`);
}

async function signIn(client: RepstackClient, mailUrl: string): Promise<User> {
  const { data } = await client.auth.signInWithPassword(demoAccount);
  return data.user ?? (await signUp(client, mailUrl));
}

async function introduce(client: RepstackClient, userId: string): Promise<void> {
  const profile = { display_name: "Demo", visibility: "public" };
  const settings = { time_zone: homeZone, default_workout_visibility: "followers" };
  await client.rpc("change_username", { p_username: "demo" }).throwOnError();
  await client.from("profiles").update(profile).eq("user_id", userId).throwOnError();
  await client.from("profile_settings").update(settings).eq("user_id", userId).throwOnError();
}

async function exerciseIds(client: RepstackClient): Promise<(slug: string) => string> {
  const slugs = exercisesOfHistory();
  const { data } = await client.from("exercises").select("id, slug").in("slug", slugs).throwOnError();
  const ids = new Map(data.map(({ id, slug }) => [slug, id]));
  return (slug) => {
    const id = ids.get(slug);
    if (id === undefined) throw new StackError(`The catalogue has no ${slug}, which stack/demo trains.`);
    return id;
  };
}

/** The workouts that a start before this one did not get to log. */
async function notYetLogged(
  client: RepstackClient,
  userId: string,
  workouts: LoggedWorkout[],
): Promise<LoggedWorkout[]> {
  const { data } = await client.from("workouts").select("id").eq("user_id", userId).throwOnError();
  const logged = new Set(data.map(({ id }) => id));
  return workouts.filter(({ id }) => !logged.has(id));
}

async function logAll(
  client: RepstackClient,
  workouts: LoggedWorkout[],
  onLogged: (count: number) => void,
): Promise<void> {
  let logged = 0;
  const waiting = workouts.values();
  async function work(): Promise<void> {
    for (const workout of waiting) {
      await client.rpc("log_workout", { p_workout: workout }).throwOnError();
      logged += 1;
      onLogged(logged);
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work));
}

/**
 * Adds a user with two years of training that end on the day of their sign-up, all through the API as an app would. A
 * second time it adds only what is missing.
 * @throws StackError when the account or the catalogue is not as expected
 */
export async function seedDemo(stack: Stack, onProgress: (step: string) => void): Promise<void> {
  const client = createRepstackClient(stack.urls.api, stack.keys.publishable, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const user = await signIn(client, stack.urls.mail);
  await introduce(client, user.id);

  const history = historyUntil(new Date(user.created_at), await exerciseIds(client));
  const missing = await notYetLogged(client, user.id, history);
  await logAll(client, missing, (count) => {
    if (count % 100 === 0 || count === missing.length)
      onProgress(`Demo user: ${count} of ${missing.length} workouts logged`);
  });
  onProgress(`Demo user: ${demoAccount.email}, password "${demoAccount.password}"`);
}
