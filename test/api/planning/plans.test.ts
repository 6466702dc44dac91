import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ErrorDetails } from "../../../types/contracts/error.ts";
import { SharedPlanDocument, StoredPlanAnswer } from "../../../types/contracts/plan.ts";
import { anonymous, type Person, signedUpUser } from "../people.ts";
import { aPlan, day, readPlan, savedPlan, savedRoutine } from "../plans.ts";
import { read } from "../routines.ts";

/** Somebody whose profile everybody sees. */
async function publicUser(): Promise<Person> {
  const person = await signedUpUser();
  await person.client
    .from("profiles")
    .update({ visibility: "public" })
    .eq("user_id", person.id)
    .throwOnError();
  return person;
}

describe("save_plan", () => {
  test("a plan is made, read, edited and saved again, and its days keep their ids", async () => {
    const ada = await signedUpUser();
    const [push, pull] = [await savedRoutine(ada, "Push"), await savedRoutine(ada, "Pull")];
    const plan = aPlan([day(1, 1, push), day(1, 2), day(1, 3, pull, { name: "Heavy" })], {
      goal: "strength",
      tags: ["home"],
      is_repeating: true,
    });

    const first = await savedPlan(ada, plan);
    expect(first).toMatchObject({ ...plan, version: 1, visibility: "private", weeks: 1, deload_weeks: [] });
    const { days_per_week, exercises, equipment, ...stored } = await readPlan(ada, plan.id);
    expect(stored).toEqual(first);
    expect({ days_per_week, exercises, equipment }).toEqual({
      days_per_week: 2,
      exercises: 1,
      equipment: ["body_weight"],
    });

    const [monday, , wednesday] = first.days;
    if (!monday || !wednesday) throw new Error("Days are missing.");
    const second = await savedPlan(ada, {
      ...first,
      weeks: 2,
      days: [{ ...monday, weekday: 2 }, { ...wednesday, week: 2 }, day(2, 5, push)],
    });

    expect(second).toMatchObject({ version: 2, weeks: 2 });
    expect(second.days.map(({ id }) => id).slice(0, 2)).toEqual([monday.id, wednesday.id]);
    expect(second.days).toHaveLength(3);
  });

  test("of two devices that edit one version the second is refused, and loses nothing", async () => {
    const ada = await signedUpUser();
    const plan = await savedPlan(ada, aPlan([]));
    const edited = await savedPlan(ada, { ...plan, name: "Power" });

    const { error, status } = await ada.client.rpc("save_plan", { p_plan: { ...plan, name: "Speed" } });

    expect(status).toBe(409);
    expect(error).toMatchObject({ code: "PT409", message: "stale_version" });
    expect(error?.hint).toMatch(/Version 2 is stored/);
    expect((await readPlan(ada, plan.id)).name).toBe("Power");
    expect(await savedPlan(ada, { ...edited, name: "Speed" })).toMatchObject({ version: 3, name: "Speed" });
  });

  test("what is wrong is refused by the name of its field", async () => {
    const ada = await signedUpUser();
    const bob = await signedUpUser();
    const his = await savedRoutine(bob, "Push");

    const refusals = await Promise.all(
      [
        aPlan([day(2, 1)]),
        aPlan([day(1, 1), day(1, 8)]),
        aPlan([day(1, 1, his)]),
        aPlan([], { tags: ["Two words"] }),
      ].map(async (plan) => {
        const { error } = await ada.client.rpc("save_plan", { p_plan: plan });
        return [error?.message, ErrorDetails.parse(JSON.parse(error?.details ?? "")).path];
      }),
    );

    expect(refusals).toEqual([
      ["invalid_field", "days[0].week"],
      ["invalid_field", "days[1].weekday"],
      ["id_unusable", "days[0].routine_id"],
      ["invalid_field", "tags"],
    ]);
    const { data } = await ada.client.from("plans").select("id").eq("user_id", ada.id).throwOnError();
    expect(data).toEqual([]);
  });

  test("days that are edited one by one raise the version of their plan", async () => {
    const ada = await signedUpUser();
    const plan = await savedPlan(ada, aPlan([day(1, 1), day(1, 3)]));

    await ada.client
      .from("plan_days")
      .upsert({ id: randomUUID(), plan_id: plan.id, week: 1, weekday: 5 })
      .throwOnError();

    expect((await readPlan(ada, plan.id)).version).toBe(plan.version + 1);
  });
});

describe("copy_plan", () => {
  test("a plan that somebody shows is copied with its routines, and outlives them", async () => {
    const [ada, bob] = [await publicUser(), await signedUpUser()];
    const push = await savedRoutine(ada, "Push");
    const plan = await savedPlan(ada, aPlan([day(1, 1, push), day(1, 4, push)], { visibility: "public" }));
    const copyId = randomUUID();

    const copy = () => bob.client.rpc("copy_plan", { p_plan_id: plan.id, p_copy_id: copyId }).throwOnError();
    const first = StoredPlanAnswer.parse((await copy()).data).plan;
    const second = StoredPlanAnswer.parse((await copy()).data).plan;

    expect(second).toEqual(first);
    expect(first).toMatchObject({ id: copyId, name: plan.name, visibility: "private", version: 1 });
    const [monday, thursday] = first.days;
    expect(monday?.routine_id).toBe(thursday?.routine_id);
    expect(monday?.routine_id).not.toBe(push);

    await ada.client.from("plans").delete().eq("id", plan.id).throwOnError();
    expect(await read(bob, monday?.routine_id ?? "")).toMatchObject({ name: "Push", visibility: "private" });
    const { data } = await bob.client
      .from("plan_sources")
      .select("author_id, source_plan_id")
      .eq("plan_id", copyId)
      .single()
      .throwOnError();
    expect(data).toEqual({ author_id: ada.id, source_plan_id: null });
  });

  test("a plan that is not shown answers as if it were not there", async () => {
    const [ada, bob] = [await publicUser(), await signedUpUser()];
    const hidden = await savedPlan(ada, aPlan([]));

    const answers = await Promise.all(
      [hidden.id, randomUUID()].map((id) =>
        bob.client.rpc("copy_plan", { p_plan_id: id, p_copy_id: randomUUID() }),
      ),
    );

    expect(answers.map(({ status, error }) => [status, error?.message])).toEqual([
      [409, "id_unusable"],
      [409, "id_unusable"],
    ]);
  });

  test("templates are listed, read and copied by whoever is signed in", async () => {
    const ada = await signedUpUser();
    const { data: templates } = await ada.client
      .from("published_plans")
      .select("id, slug, name, days_per_week, equipment, document")
      .is("user_id", null)
      .order("slug")
      .throwOnError();

    expect(templates.length).toBeGreaterThanOrEqual(5);
    for (const { document, name } of templates) expect(SharedPlanDocument.parse(document).name).toBe(name);

    const [template] = templates;
    if (!template) throw new Error("There is no template.");
    const { data } = await ada.client
      .rpc("copy_plan", { p_plan_id: template.id, p_copy_id: randomUUID(), p_name: "Mine" })
      .throwOnError();
    const copy = StoredPlanAnswer.parse(data).plan;

    expect(copy).toMatchObject({ name: "Mine", visibility: "private" });
    expect(await readPlan(ada, copy.id)).toMatchObject({
      days_per_week: template.days_per_week,
      equipment: template.equipment,
    });

    const { error } = await anonymous().from("published_plans").select("id");
    expect(error?.code).toBe("42501");
  });
});
