import { randomUUID } from "node:crypto";
import { describe, expect, inject, test } from "vitest";
import {
  AccessToken,
  CreatedAccessToken,
  RevokedAccessToken,
} from "../../../types/contracts/access-token.ts";
import { Problem } from "../../../types/contracts/problem.ts";
import { WorkoutEvents } from "../../../types/contracts/workout-events.ts";
import { type Person, signedUpUser } from "../people.ts";
import { aWorkout, performed, set } from "../workouts.ts";

/** A token that somebody made for a program. */
async function tokenOf({ client }: Person): Promise<CreatedAccessToken> {
  const { data } = await client
    .rpc("create_access_token", {
      p_token_id: randomUUID(),
      p_name: "Dashboard",
      p_scopes: ["workouts:read"],
    })
    .throwOnError();
  return CreatedAccessToken.parse(data);
}

/** What a program sends: a token, and no key of the project's own. */
const get = (token: string, query = "") =>
  fetch(`${inject("apiUrl")}/functions/v1/training/events${query}`, {
    headers: { authorization: `Bearer ${token}`, apikey: inject("publishableKey") },
  });

async function eventsOf(token: string, cursor?: string): Promise<WorkoutEvents> {
  const response = await get(token, cursor === undefined ? "" : `?cursor=${encodeURIComponent(cursor)}`);
  if (response.status !== 200) throw new Error(await response.text());
  return WorkoutEvents.parse(await response.json());
}

describe("the feed for other programs", () => {
  test("a program follows what its user logs, changes and deletes", async () => {
    const ada = await signedUpUser();
    const { token } = await tokenOf(ada);
    const [first, second] = [
      aWorkout([await performed("barbell-bench-press", set(5, 102.5, { tempo: "31X0" }))]),
      aWorkout([await performed("push-up", set(20))]),
    ];

    expect(await eventsOf(token)).toMatchObject({ items: [], is_replacement: true });
    await ada.client.rpc("log_workout", { p_workout: first }).throwOnError();
    await ada.client.rpc("log_workout", { p_workout: second }).throwOnError();
    const logged = await eventsOf(token);
    await ada.client.from("workouts").delete().eq("id", second.id).throwOnError();
    await ada.client
      .from("workout_sets")
      .update({ reps: 6 })
      .eq("id", first.exercises?.[0]?.sets?.[0]?.id ?? "")
      .throwOnError();
    const changed = await eventsOf(token, logged.next_cursor);

    expect(logged.items.map(({ type, id }) => [type, id])).toEqual([
      ["updated", first.id],
      ["updated", second.id],
    ]);
    expect(logged.items[0]).toMatchObject({
      workout: { name: "Push", exercises: [{ sets: [{ reps: 5, weight_kg: 102.5, tempo: "31X0" }] }] },
    });
    expect(changed.is_replacement).toBe(false);
    expect(changed.items).toEqual(
      expect.arrayContaining([
        { type: "deleted", id: second.id },
        expect.objectContaining({
          type: "updated",
          id: first.id,
          workout: expect.objectContaining({
            exercises: [expect.objectContaining({ sets: [expect.objectContaining({ reps: 6 })] })],
          }),
        }),
      ]),
    );
  });

  test("what is read can be logged again as it is", async () => {
    const [ada, bob] = await Promise.all([signedUpUser(), signedUpUser()]);
    const workout = aWorkout([await performed("push-up", set(20, undefined, { target: { min_reps: 15 } }))]);
    await ada.client.rpc("log_workout", { p_workout: workout }).throwOnError();

    const { items } = await eventsOf((await tokenOf(ada)).token);
    const read = items[0]?.type === "updated" ? items[0].workout : undefined;
    const ids = JSON.stringify(read).replaceAll(/"id":"[^"]+"/g, () => `"id":"${randomUUID()}"`);
    const { error } = await bob.client.rpc("log_workout", { p_workout: JSON.parse(ids) });

    expect(error).toBeNull();
  });

  test("a token opens its user's workouts and nobody else's", async () => {
    const [ada, eve] = await Promise.all([signedUpUser(), signedUpUser()]);
    await ada.client.rpc("log_workout", { p_workout: aWorkout([]) }).throwOnError();
    const [adas, eves] = [await tokenOf(ada), await tokenOf(eve)];

    const { next_cursor } = await eventsOf(adas.token);
    const withAdasCursor = await get(eves.token, `?cursor=${encodeURIComponent(next_cursor)}`);

    expect((await eventsOf(eves.token)).items).toEqual([]);
    expect(withAdasCursor.status).toBe(422);
    expect(Problem.parse(await withAdasCursor.json()).errors?.[0]?.path).toBe("query.cursor");
  });

  test("a token that is revoked opens nothing from then on", async () => {
    const ada = await signedUpUser();
    const { id, token } = await tokenOf(ada);
    await eventsOf(token);

    const { data } = await ada.client.rpc("revoke_access_token", { p_token_id: id }).throwOnError();
    const after = await get(token);

    expect(RevokedAccessToken.parse(data).id).toBe(id);
    expect(after.status).toBe(401);
    expect(Problem.parse(await after.json()).code).toBe("unauthenticated");
  });

  test("its owner sees the tokens, and when they were used, but never a token again", async () => {
    const [ada, eve] = await Promise.all([signedUpUser(), signedUpUser()]);
    const { id, token } = await tokenOf(ada);
    await eventsOf(token);
    const columns = "id, name, scopes, expires_at, revoked_at, last_used_at, created_at";

    const { data } = await ada.client.from("access_tokens").select(columns).throwOnError();
    const digest = await ada.client.from("access_tokens").select("token_hash");
    const eves = await eve.client.from("access_tokens").select(columns).throwOnError();
    const revoked = await eve.client.rpc("revoke_access_token", { p_token_id: id });

    expect(data.map((row) => AccessToken.parse(row))).toMatchObject([
      { id, name: "Dashboard", revoked_at: null, last_used_at: expect.any(String) },
    ]);
    expect(digest.error?.code).toBe("42501");
    expect(eves.data).toEqual([]);
    expect(revoked.error).toMatchObject({ message: "id_unusable" });
  });

  test("a token is no session: REST, Auth and other functions do not know it, nor does the feed know a session", async () => {
    const ada = await signedUpUser();
    const { token } = await tokenOf(ada);
    const { data } = await ada.client.auth.getSession();
    const asSession = { authorization: `Bearer ${token}`, apikey: inject("publishableKey") };
    const call = (path: string, headers: Record<string, string>, method = "GET") =>
      fetch(`${inject("apiUrl")}${path}`, { method, headers });

    const answers = await Promise.all([
      call("/rest/v1/workouts?select=id", asSession),
      call("/rest/v1/workouts?select=id", { authorization: `Bearer ${token}`, apikey: token }),
      call("/rest/v1/rpc/use_access_token", asSession, "POST"),
      call("/rest/v1/rpc/workout_events", asSession, "POST"),
      call("/auth/v1/user", asSession),
      call("/functions/v1/media/avatars", asSession, "POST"),
      get(data.session?.access_token ?? ""),
      get(inject("publishableKey")),
      get("rpt_"),
      get(`rpt_${"x".repeat(43)}`),
    ]);

    const statuses = answers.map(({ status }) => status);
    // Auth says 403 of a token that it cannot read.
    expect(statuses.map((status) => (status === 403 ? 401 : status))).toEqual(
      Array(answers.length).fill(401),
    );
    expect(statuses.filter((status) => status === 403).length).toBeLessThanOrEqual(1);
  });
});
