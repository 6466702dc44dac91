import { expect, test } from "vitest";
import { Adherence, Streaks } from "../../../types/contracts/consistency.ts";
import { anonymous, type Person, signedUpUser } from "../people.ts";
import { aPlan, day, enrolled, savedPlan, savedRoutine, train } from "../plans.ts";

async function streaksOn({ client }: Person, on: string): Promise<Streaks> {
  const { data } = await client.rpc("streaks", { p_on: on }).throwOnError();
  return Streaks.parse(data);
}

async function adherenceOf({ client }: Person, from: string, to: string, on: string): Promise<Adherence> {
  const { data } = await client.rpc("adherence", { p_from: from, p_to: to, p_on: on }).throwOnError();
  return Adherence.parse(data);
}

/** Somebody who follows a plan of Mondays, Wednesdays and Fridays from 2 March 2026, a Monday. */
async function followerOfAPlan(mode: "calendar" | "sequence") {
  const ada = await signedUpUser();
  const routine = await savedRoutine(ada, "Full Body");
  const days = [1, 3, 5].map((weekday) => day(1, weekday, routine));
  const plan = await savedPlan(ada, aPlan(days, { is_repeating: true }));
  const { id } = await enrolled(ada, plan.id, "2026-03-02", mode);
  return { ada, trainOn: (on: string) => train(ada, on, id, routine) };
}

test("a streak outlives days of rest, and a workout that was logged late mends it", async () => {
  const { ada, trainOn } = await followerOfAPlan("calendar");
  await trainOn("2026-03-02");
  await trainOn("2026-03-06");

  expect((await streaksOn(ada, "2026-03-08")).daily).toEqual({ current: 1, longest: 1, since: "2026-03-06" });
  expect(await adherenceOf(ada, "2026-03-02", "2026-03-09", "2026-03-08")).toMatchObject({
    planned: 3,
    done: 2,
    missed: 1,
    share: 0.6667,
  });

  await trainOn("2026-03-04");
  const { daily, weekly } = await streaksOn(ada, "2026-03-08");
  expect(daily).toEqual({ current: 3, longest: 3, since: "2026-03-02" });
  expect(weekly).toEqual({ current: 1, longest: 1, since: "2026-03-02", quota: 2, training_days: 3 });
  expect((await adherenceOf(ada, "2026-03-02", "2026-03-09", "2026-03-08")).share).toBe(1);
});

test("in sequence mode a plan is followed at its own pace", async () => {
  const { ada, trainOn } = await followerOfAPlan("sequence");
  for (const on of ["2026-03-02", "2026-03-05", "2026-03-07"]) await trainOn(on);

  expect((await streaksOn(ada, "2026-03-08")).daily.current).toBe(3);
  const { enrollments } = await adherenceOf(ada, "2026-03-02", "2026-03-09", "2026-03-08");
  expect(enrollments).toMatchObject([
    {
      mode: "sequence",
      planned: 3,
      done: 3,
      missed: 0,
      upcoming: 0,
      moved: 1,
      extra: 0,
      in_order: 3,
      share: 1,
    },
  ]);
});

test("streaks are nobody else's", async () => {
  const { trainOn } = await followerOfAPlan("calendar");
  await trainOn("2026-03-02");
  const eve = await signedUpUser();

  expect((await streaksOn(eve, "2026-03-02")).daily.longest).toBe(0);
  const { error } = await anonymous().rpc("streaks", { p_on: "2026-03-02" });
  expect(error?.code).toBe("42501");
});
