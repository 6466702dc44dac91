import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { EnrollmentAnswer } from "../../../types/contracts/enrollment.ts";
import { type Person, signedUpUser } from "../people.ts";
import { aPlan, day, enrolled, readEnrollment, savedPlan, savedRoutine, schedule, train } from "../plans.ts";

const dayLength = 86_400_000;

/** The day so many days from today, by UTC. */
function inDays(days: number): string {
  return new Date(Date.now() + days * dayLength).toISOString().slice(0, 10);
}

/** ISO weekday of a day. */
function weekdayOf(on: string): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay() || 7;
}

/** A plan of one week with a session today and another on the day after tomorrow. */
async function planFromToday(person: Person) {
  const [push, pull] = [await savedRoutine(person, "Push"), await savedRoutine(person, "Pull")];
  const days = [day(1, weekdayOf(inDays(0)), push), day(1, weekdayOf(inDays(2)), pull)];
  return { plan: await savedPlan(person, aPlan(days)), push, pull };
}

describe("in calendar mode", () => {
  test("a session is done on its day, and the last one completes the enrollment", async () => {
    const ada = await signedUpUser();
    const { plan, push, pull } = await planFromToday(ada);

    const enrollment = await enrolled(ada, plan.id, inDays(0));
    expect(enrollment).toMatchObject({
      status: "active",
      plan_name: "Strength",
      next_session: { routine_id: push, name: "Push", session_number: 1, cycle: 1, scheduled_on: inDays(0) },
    });

    const workoutId = await train(ada, inDays(0), enrollment.id, push);
    expect((await readEnrollment(ada, enrollment.id)).next_session).toMatchObject({
      routine_id: pull,
      session_number: 2,
      scheduled_on: inDays(2),
    });
    const days = await schedule(ada, enrollment.id, inDays(-7), inDays(3));
    expect(days.map(({ on, status }) => [on, status])).toEqual([
      [inDays(0), "done"],
      [inDays(1), "rest"],
      [inDays(2), "upcoming"],
    ]);
    expect(days[0]?.sessions[0]).toMatchObject({ workout_id: workoutId, done_on: inDays(0), name: "Push" });

    // The second one comes early, in the same week of the plan.
    await train(ada, inDays(0), enrollment.id, pull);
    expect(await readEnrollment(ada, enrollment.id)).toMatchObject({
      status: "completed",
      next_session: null,
    });
    const { data } = await ada.client
      .from("enrollments")
      .select("status")
      .eq("id", enrollment.id)
      .single()
      .throwOnError();
    expect(data.status).toBe("completed");
  });

  test("what was not done is missed, and the plan goes on", async () => {
    const ada = await signedUpUser();
    const push = await savedRoutine(ada, "Push");
    const daily = [1, 2, 3, 4, 5, 6, 7].map((weekday) => day(1, weekday, push));
    const plan = await savedPlan(ada, aPlan(daily, { is_repeating: true }));

    const enrollment = await enrolled(ada, plan.id, inDays(-8));
    const days = await schedule(ada, enrollment.id, inDays(-2), inDays(2));

    expect(days.map(({ status }) => status)).toEqual(["missed", "missed", "today", "upcoming"]);
    expect(days[0]?.sessions[0]).toMatchObject({ cycle: 1, session_number: 7 });
    expect(enrollment.next_session).toMatchObject({ cycle: 2, session_number: 9, scheduled_on: inDays(0) });
  });
});

describe("in sequence mode", () => {
  test("a missed day shifts the sessions, and skips none", async () => {
    const ada = await signedUpUser();
    const { plan, push, pull } = await planFromToday(ada);

    const enrollment = await enrolled(ada, plan.id, inDays(-10), "sequence");
    expect(enrollment.next_session).toMatchObject({
      routine_id: push,
      session_number: 1,
      scheduled_on: inDays(0),
    });

    await train(ada, inDays(-1), enrollment.id, push);
    expect((await readEnrollment(ada, enrollment.id)).next_session).toMatchObject({
      routine_id: pull,
      session_number: 2,
    });
  });

  test("two plans are followed side by side", async () => {
    const ada = await signedUpUser();
    const { plan, push } = await planFromToday(ada);
    const [one, other] = [
      await enrolled(ada, plan.id, inDays(0), "sequence"),
      await enrolled(ada, plan.id, inDays(0), "sequence"),
    ];

    await train(ada, inDays(0), one.id, push);

    expect((await readEnrollment(ada, one.id)).next_session?.session_number).toBe(2);
    expect((await readEnrollment(ada, other.id)).next_session?.session_number).toBe(1);
  });
});

describe("an enrollment", () => {
  test("is made once, however often and from however many devices it is sent", async () => {
    const ada = await signedUpUser();
    const { plan } = await planFromToday(ada);
    const call = {
      p_plan_id: plan.id,
      p_starts_on: inDays(0),
      p_mode: "calendar",
      p_enrollment_id: randomUUID(),
      p_start_weights: { [randomUUID()]: 42.5 },
    };

    const answers = await Promise.all(Array.from({ length: 8 }, () => ada.client.rpc("enroll", call)));

    expect(answers.map(({ error }) => error)).toEqual(Array(8).fill(null));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(EnrollmentAnswer.parse(answers[0]?.data).enrollment.start_weights).toEqual(call.p_start_weights);
  });

  test("is paused, taken up again, changed and ended", async () => {
    const ada = await signedUpUser();
    const { plan } = await planFromToday(ada);
    const { id } = await enrolled(ada, plan.id, inDays(0));
    const gymId = randomUUID();
    await ada.client.from("gyms").insert({ id: gymId, name: "Home" }).throwOnError();

    const paused = await ada.client.rpc("pause_enrollment", { p_enrollment_id: id }).throwOnError();
    expect(EnrollmentAnswer.parse(paused.data).enrollment).toMatchObject({
      status: "paused",
      next_session: null,
      pauses: [{ paused_on: inDays(0), resumed_on: null }],
    });
    expect((await schedule(ada, id, inDays(0), inDays(2))).map(({ status }) => status)).toEqual([
      "paused",
      "paused",
    ]);

    const resumed = await ada.client.rpc("resume_enrollment", { p_enrollment_id: id }).throwOnError();
    expect(EnrollmentAnswer.parse(resumed.data).enrollment).toMatchObject({
      status: "active",
      next_session: { session_number: 1 },
    });

    const changed = await ada.client
      .rpc("update_enrollment", { p_enrollment_id: id, p_changes: { gym_id: gymId } })
      .throwOnError();
    expect(EnrollmentAnswer.parse(changed.data).enrollment.gym_id).toBe(gymId);

    const ended = await ada.client
      .rpc("end_enrollment", { p_enrollment_id: id, p_status: "cancelled" })
      .throwOnError();
    expect(EnrollmentAnswer.parse(ended.data).enrollment).toMatchObject({
      status: "cancelled",
      next_session: null,
    });

    const late = await ada.client.rpc("pause_enrollment", { p_enrollment_id: id });
    expect([late.status, late.error?.message]).toEqual([409, "enrollment_ended"]);
  });

  test("of a plan of somebody else is refused, as if that were not there", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    const { plan } = await planFromToday(ada);

    const answers = await Promise.all(
      [plan.id, randomUUID()].map((id) =>
        bob.client.rpc("enroll", {
          p_plan_id: id,
          p_starts_on: inDays(0),
          p_mode: "calendar",
          p_enrollment_id: randomUUID(),
        }),
      ),
    );

    expect(answers.map(({ status, error }) => [status, error?.message])).toEqual([
      [409, "id_unusable"],
      [409, "id_unusable"],
    ]);
  });
});
