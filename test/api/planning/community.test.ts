import { randomUUID } from "node:crypto";
import { createClient } from "@supabase/supabase-js";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { CommunityPlan, CommunityPlans } from "../../../types/contracts/community.ts";
import { StoredPlanAnswer } from "../../../types/contracts/plan.ts";
import { SubmissionAnswer } from "../../../types/contracts/submission.ts";
import type { Database } from "../../../types/database.types.ts";
import { isDatabaseAway, signedUpModerator } from "../moderators.ts";
import { anonymous, type Person, signedUpUser } from "../people.ts";
import { enrolled, readEnrollment, readPlan, train } from "../plans.ts";
import { aim, aRoutine, planned, saved } from "../routines.ts";

// Blocks have no RPC yet: the backend writes them.
const backend = createClient<Database>(inject("apiUrl"), inject("secretKey"), {
  auth: { persistSession: false },
});

type Filter = Database["public"]["Functions"]["community_plans"]["Args"];

const library = async ({ client }: Person, filter: Filter) =>
  CommunityPlans.parse((await client.rpc("community_plans", filter).throwOnError()).data);
const namesOf = (page: CommunityPlans) => page.items.map(({ name }) => name);
const whole = async ({ client }: Person, id: string) =>
  CommunityPlan.parse((await client.rpc("community_plan", { p_id: id }).throwOnError()).data);

let moderator: Person;
/** A word that only the plans of this run have. */
let word: string;

/** A public plan of somebody with a public profile: one session a week. */
async function aPublicPlan(author: Person, name: string): Promise<string> {
  await author.client
    .from("profiles")
    .update({ visibility: "public" })
    .eq("user_id", author.id)
    .throwOnError();
  const routine = await saved(author, aRoutine([await planned("barbell-bench-press", aim(5, 100))]));
  const plan = {
    id: randomUUID(),
    name: `${name} ${word}`,
    goal: "strength",
    tags: ["simple"],
    weeks: 4,
    visibility: "public",
    days: [{ id: randomUUID(), week: 1, weekday: 1, routine_id: routine.id }],
  };
  await author.client.rpc("save_plan", { p_plan: plan }).throwOnError();
  return plan.id;
}

async function submit({ client }: Person, planId: string) {
  const { data } = await client.rpc("submit_plan", { p_plan_id: planId }).throwOnError();
  return SubmissionAnswer.parse(data).submission;
}

async function decide(submission: { id: string; version: number }, decision: string, reason?: string) {
  const { data } = await moderator.client
    .rpc("review_submission", {
      p_submission_id: submission.id,
      p_version: submission.version,
      p_decision: decision,
      ...(reason !== undefined && { p_reason: reason }),
    })
    .throwOnError();
  return SubmissionAnswer.parse(data).submission;
}

/** Id of a plan in the library, offered by its author and approved. */
async function published(author: Person, name: string): Promise<string> {
  await decide(await submit(author, await aPublicPlan(author, name)), "approve");
  const [item] = (await library(author, { p_query: `${name} ${word}` })).items;
  if (!item) throw new Error("The plan is not in the library.");
  return item.id;
}

describe.skipIf(isDatabaseAway)("the library of plans, with a moderator", () => {
  beforeAll(async () => {
    moderator = await signedUpModerator();
    word = `zorb${moderator.id.slice(-12)}`;
  });

  test("has what a moderator approved, after changes if need be", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    const planId = await aPublicPlan(ada, "Reviewed");

    const first = await submit(ada, planId);
    expect(await decide(first, "request_changes", "Say for whom it is.")).toMatchObject({
      status: "changes_requested",
      reviews: [{ decision: "request_changes", reason: "Say for whom it is." }],
    });
    expect((await library(bob, { p_query: `reviewed ${word}` })).items).toEqual([]);
    await ada.client.from("plans").update({ level: "beginner" }).eq("id", planId).throwOnError();
    const second = await submit(ada, planId);
    expect(second).toMatchObject({ id: first.id, version: 2, status: "pending" });
    await decide(second, "approve");

    const [item] = (await library(bob, { p_query: `reviewed ${word}` })).items;
    expect(item).toMatchObject({ is_template: false, level: "beginner", days_per_week: 1, like_count: 0 });
    expect(item?.equipment).toContain("barbell");
    expect((await whole(bob, item?.id ?? "")).shared).toMatchObject({
      days: [{ week: 1, weekday: 1 }],
      routines: [{ name: "Push" }],
    });
  });

  test("counts who likes a plan, copies it, and trains it to its end, each once", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    const id = await published(ada, "Counted");

    for (let time = 0; time < 2; time += 1) await bob.client.rpc("like_plan", { p_id: id }).throwOnError();
    const own = await ada.client.rpc("like_plan", { p_id: id });
    expect([own.status, own.error?.message]).toEqual([409, "id_unusable"]);

    const copyId = randomUUID();
    const { data } = await bob.client.rpc("copy_plan", { p_plan_id: id, p_copy_id: copyId }).throwOnError();
    expect(StoredPlanAnswer.parse(data).plan).toMatchObject({ id: copyId, visibility: "private" });
    const [session] = (await readPlan(bob, copyId)).days;
    const enrollment = await enrolled(bob, copyId, "2026-01-05", "sequence");
    await train(bob, "2026-01-05", enrollment.id, session?.routine_id ?? "");
    expect(await readEnrollment(bob, enrollment.id)).toMatchObject({ status: "completed" });

    const counts = { like_count: 1, copy_count: 1, completion_count: 1 };
    expect((await whole(bob, id)).plan).toMatchObject({ ...counts, is_liked: true });
    expect((await whole(ada, id)).plan).toMatchObject({ ...counts, is_liked: false });

    await bob.client.rpc("unlike_plan", { p_id: id }).throwOnError();
    expect((await whole(bob, id)).plan).toMatchObject({ ...counts, like_count: 0, is_liked: false });
  });

  test("is searched, filtered, ordered and read page by page", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    await published(ada, "Alpha");
    const beta = await published(ada, "Beta");
    await bob.client.rpc("like_plan", { p_id: beta }).throwOnError();
    const query = { p_query: word, p_weeks_max: 4 };

    const likes = namesOf(await library(bob, { ...query, p_sort: "likes", p_limit: 50 }));
    expect(likes[0]).toBe(`Beta ${word}`);
    expect(likes).toContain(`Alpha ${word}`);
    expect(namesOf(await library(bob, { ...query, p_query: `alph ${word}` }))).toEqual([`Alpha ${word}`]);
    expect((await library(bob, { ...query, p_goals: ["mobility"] })).items).toEqual([]);
    expect((await library(bob, { ...query, p_equipment: ["dumbbell"] })).items).toEqual([]);

    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: CommunityPlans = await library(bob, {
        ...query,
        p_sort: "likes",
        p_limit: 1,
        ...(cursor !== null && { p_cursor: cursor }),
      });
      paged.push(...namesOf(page));
      cursor = page.next_cursor;
    } while (cursor !== null);
    expect(paged).toEqual(likes);

    const first = await library(bob, { ...query, p_limit: 1 });
    const other = await bob.client.rpc("community_plans", { p_cursor: first.next_cursor ?? "" });
    expect([other.status, other.error?.message]).toEqual([400, "cursor_mismatch"]);
  });

  test("hides a plan while its author's profile is not public, and from whom they block", async () => {
    const [ada, bob, cid] = [await signedUpUser(), await signedUpUser(), await signedUpUser()];
    const id = await published(ada, "Hidden");
    const isSeen = async (person: Person) =>
      (await library(person, { p_query: `hidden ${word}` })).items.length === 1;

    await backend.from("blocks").insert({ blocker_id: ada.id, blocked_id: bob.id }).throwOnError();
    expect([await isSeen(bob), await isSeen(cid)]).toEqual([false, true]);
    for (const call of [
      bob.client.rpc("community_plan", { p_id: id }),
      bob.client.rpc("copy_plan", { p_plan_id: id, p_copy_id: randomUUID() }),
    ]) {
      const { status, error } = await call;
      expect([status, error?.message]).toEqual([409, "id_unusable"]);
    }

    await ada.client.from("profiles").update({ visibility: "private" }).eq("user_id", ada.id).throwOnError();
    expect([await isSeen(cid), await isSeen(ada)]).toEqual([false, false]);
  });

  test("is left by an author's will, or by a moderator's, who says why", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    const [left, removed] = [await published(ada, "Left"), await published(ada, "Removed")];

    await ada.client.rpc("unpublish_plan", { p_id: left }).throwOnError();
    const refused = await bob.client.rpc("remove_published_plan", { p_id: removed, p_reason: "Mine" });
    await moderator.client
      .rpc("remove_published_plan", { p_id: removed, p_reason: "Not your own work." })
      .throwOnError();

    expect([refused.status, refused.error?.message]).toEqual([403, "not_allowed"]);
    expect((await library(bob, { p_query: `left ${word}` })).items).toEqual([]);
    expect((await library(bob, { p_query: `removed ${word}` })).items).toEqual([]);
    const { data } = await ada.client
      .from("published_plans")
      .select("id, removal_reason")
      .eq("user_id", ada.id);
    expect(data).toEqual([{ id: removed, removal_reason: "Not your own work." }]);
  });
});

describe("the library of plans", () => {
  test("comes with templates, which belong to nobody", async () => {
    const ada = await signedUpUser();
    const { items } = await library(ada, { p_query: "five by five" });

    expect(items[0]).toMatchObject({ is_template: true, author: null });
    expect((await whole(ada, items[0]?.id ?? "")).shared.days.length).toBeGreaterThan(0);
  });

  test("takes no plan that is not public, and shows itself to nobody without an account", async () => {
    const ada = await signedUpUser();
    const planId = randomUUID();
    await ada.client.from("plans").insert({ id: planId, name: "Private" }).throwOnError();

    const submitted = await ada.client.rpc("submit_plan", { p_plan_id: planId });
    const listed = await anonymous().rpc("community_plans");
    const read = await anonymous().from("published_plans").select();

    expect([submitted.status, submitted.error?.message]).toEqual([409, "not_public"]);
    for (const { status, error } of [listed, read]) expect([status, error?.code]).toEqual([401, "42501"]);
  });
});
