import { randomUUID } from "node:crypto";
import { createClient } from "@supabase/supabase-js";
import { describe, expect, inject, test } from "vitest";
import { RestError } from "../../../types/contracts/error.ts";
import { CopiedAnswer, RevokedShareLink, Shared, ShareLinkAnswer } from "../../../types/contracts/sharing.ts";
import type { Database } from "../../../types/database.types.ts";
import { anonymous, type Person, signedUpUser } from "../people.ts";
import { aim, aRoutine, planned, read, saved } from "../routines.ts";

// Follows and blocks have no RPC yet: the backend writes them.
const backend = createClient<Database>(inject("apiUrl"), inject("secretKey"), {
  auth: { persistSession: false },
});

type Client = Pick<Person, "client">;
type LinkOptions = Omit<Database["public"]["Functions"]["create_share_link"]["Args"], "p_link_id">;

async function aLink({ client }: Client, options: LinkOptions, id: string = randomUUID()) {
  const { data } = await client.rpc("create_share_link", { p_link_id: id, ...options }).throwOnError();
  return ShareLinkAnswer.parse(data).share_link;
}

const open = async ({ client }: Client, token: string) =>
  Shared.parse((await client.rpc("get_shared", { p_token: token }).throwOnError()).data);

/** How an attempt to open a link ends: its status and key. */
async function refusal({ client }: Client, token: string | undefined) {
  const { status, error } = await client.rpc("get_shared", { p_token: token ?? "" });
  return [status, RestError.parse(error).message];
}

async function linkOf({ client }: Client, id: string) {
  const { data } = await client.from("share_links").select().eq("id", id).single().throwOnError();
  return data;
}

/** A routine with an exercise of the catalogue and a private one. */
async function aRoutineOf(person: Person) {
  const own = randomUUID();
  await backend
    .from("exercises")
    .insert({
      id: own,
      user_id: person.id,
      name: "Garage Row",
      kind: "weight_reps",
      category: "strength",
      level: "beginner",
      source: "user",
      license: "CC0-1.0",
    })
    .throwOnError();
  const row = { id: randomUUID(), exercise_id: own, sets: [{ ...aim(8, 60), position: 1 }] };
  return await saved(person, aRoutine([await planned("barbell-bench-press", aim(5, 100)), row]));
}

describe("a share link", () => {
  test("lets somebody without an account read a private routine, and somebody with one copy it", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    const routine = await aRoutineOf(ada);
    const link = await aLink(ada, { p_routine_id: routine.id });

    const seen = await open({ client: anonymous() }, link.token);
    expect(seen.author).toBeNull();
    expect(seen.shared).toMatchObject({ type: "routine", name: "Push", exercises: [{ name: "Garage Row" }] });
    expect(JSON.stringify(seen)).not.toContain(ada.id);

    const copyId = randomUUID();
    const copy = { p_token: link.token, p_copy_id: copyId, p_name: "From Ada" };
    const first = CopiedAnswer.parse((await bob.client.rpc("copy_shared", copy).throwOnError()).data);
    const again = CopiedAnswer.parse((await bob.client.rpc("copy_shared", copy).throwOnError()).data);
    expect(again).toEqual(first);
    const copied = await read(bob, copyId);
    expect(first).toEqual({ routine: copied });
    expect(copied).toMatchObject({ name: "From Ada", visibility: "private" });
    expect(
      copied.exercises.map(({ sets }) => sets.map(({ min_reps, weight_kg }) => [min_reps, weight_kg])),
    ).toEqual([[[5, 100]], [[8, 60]]]);
    const { data: exercises } = await bob.client
      .from("exercises")
      .select("id, name")
      .eq("user_id", bob.id)
      .throwOnError();
    expect(exercises).toEqual([{ id: copied.exercises[1]?.exercise_id, name: "Garage Row" }]);

    expect(await linkOf(ada, link.id)).toMatchObject({ view_count: 1, copy_count: 1 });
  });

  test("leads to a plan with its routines", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    const routine = await aRoutineOf(ada);
    const planId = randomUUID();
    await ada.client.from("plans").insert({ id: planId, name: "Strength" }).throwOnError();
    const day = { id: randomUUID(), plan_id: planId, week: 1, weekday: 1, routine_id: routine.id };
    await ada.client.from("plan_days").insert(day).throwOnError();

    const { token } = await aLink(ada, { p_plan_id: planId });
    expect((await open(bob, token)).shared).toMatchObject({
      type: "plan",
      days: [{ week: 1, weekday: 1, routine: "routine-1" }],
      routines: [{ key: "routine-1", name: "Push" }],
    });
    const { data } = await bob.client
      .rpc("copy_shared", { p_token: token, p_copy_id: randomUUID() })
      .throwOnError();
    expect(CopiedAnswer.parse(data)).toMatchObject({ plan: { name: "Strength", days: [{ weekday: 1 }] } });
  });

  test("is answered the same when the call is sent again, token and all", async () => {
    const ada = await signedUpUser();
    const { id } = await saved(ada, aRoutine([]));
    const linkId = randomUUID();

    const first = await aLink(ada, { p_routine_id: id, p_expires_in_days: 7, p_max_copies: 3 }, linkId);
    const second = await aLink(ada, { p_routine_id: id, p_expires_in_days: 7, p_max_copies: 3 }, linkId);

    expect(second).toEqual(first);
    expect(JSON.stringify(await linkOf(ada, linkId))).not.toContain(first.token);
  });

  test("leads nowhere when it is revoked, deleted, or blocked; always in the same words", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    const { id } = await saved(ada, aRoutine([]));
    const [revoked, deleted, kept] = [
      await aLink(ada, { p_routine_id: id }),
      await aLink(ada, { p_routine_id: id }),
      await aLink(ada, { p_routine_id: id }),
    ];
    await open(bob, kept.token);

    const { data } = await ada.client.rpc("revoke_share_link", { p_link_id: revoked.id }).throwOnError();
    expect(RevokedShareLink.parse(data).id).toBe(revoked.id);
    await ada.client.from("share_links").delete().eq("id", deleted.id).throwOnError();
    await backend.from("blocks").insert({ blocker_id: ada.id, blocked_id: bob.id }).throwOnError();

    const refused = [404, "share_not_found"];
    for (const token of ["never a token", revoked.token, deleted.token, kept.token]) {
      expect(await refusal(bob, token)).toEqual(refused);
      const copied = await bob.client.rpc("copy_shared", { p_token: token, p_copy_id: randomUUID() });
      expect([copied.status, copied.error?.message]).toEqual(refused);
    }
    expect(await open(await signedUpUser(), kept.token)).toBeTruthy();
  });

  test("is not found by trying: who tries too often is not told even that a token is right", async () => {
    const [ada, eve] = [await signedUpUser(), await signedUpUser()];
    const { token } = await aLink(ada, { p_routine_id: (await saved(ada, aRoutine([]))).id });

    for (let number = 0; number < 20; number += 1) {
      expect(await refusal(eve, `wrong ${number}`)).toEqual([404, "share_not_found"]);
    }

    expect(await refusal(eve, token)).toEqual([429, "too_many_requests"]);
    expect(await open(ada, token)).toBeTruthy();
  });

  test("is nobody's but its owner's to see, to end or to make", async () => {
    const [ada, eve] = [await signedUpUser(), await signedUpUser()];
    const { id } = await saved(ada, aRoutine([]));
    const link = await aLink(ada, { p_routine_id: id });

    const { data } = await eve.client.from("share_links").select().throwOnError();
    const made = await eve.client.rpc("create_share_link", { p_link_id: randomUUID(), p_routine_id: id });
    const ended = await eve.client.rpc("revoke_share_link", { p_link_id: link.id });
    const unsigned = await anonymous().rpc("create_share_link", {
      p_link_id: randomUUID(),
      p_routine_id: id,
    });
    const copied = await anonymous().rpc("copy_shared", { p_token: link.token, p_copy_id: randomUUID() });

    expect(data).toEqual([]);
    for (const { status, error } of [made, ended]) {
      expect([status, error?.message]).toEqual([409, "id_unusable"]);
    }
    for (const { status, error } of [unsigned, copied]) {
      expect([status, error?.code]).toEqual([401, "42501"]);
    }
  });
});
