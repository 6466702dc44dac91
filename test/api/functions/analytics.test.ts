import { describe, expect, inject, test } from "vitest";
import { Dashboard } from "../../../types/contracts/dashboard.ts";
import { Problem } from "../../../types/contracts/problem.ts";
import { Report } from "../../../types/contracts/report.ts";
import { type Person, signedUpUser } from "../people.ts";
import { aWorkout, exerciseId, performed, set } from "../workouts.ts";

/** What the function answers to somebody. */
async function get(person: Person, path: string, headers: Record<string, string> = {}): Promise<Response> {
  const { data } = await person.client.auth.getSession();
  const authorization = `Bearer ${data.session?.access_token ?? ""}`;
  return await fetch(`${inject("apiUrl")}/functions/v1/analytics/${path}`, {
    headers: { authorization, apikey: inject("publishableKey"), ...headers },
  });
}

const march = "dashboard?from=2026-03-01&to=2026-04-01";
const tagOf = (response: Response) => response.headers.get("etag") ?? "";

async function log(person: Person, day: number, rest: Parameters<typeof aWorkout>[1] = {}) {
  const date = `2026-03-${String(day).padStart(2, "0")}`;
  const workout = aWorkout([await performed("barbell-bench-press", set(5, 60 + day), set(8, 80))], {
    started_at: `${date}T18:00:00+01:00`,
    ended_at: `${date}T19:00:00+01:00`,
    ...rest,
  });
  await person.client.rpc("log_workout", { p_workout: workout }).throwOnError();
  return workout;
}

describe("what the analytics function shows", () => {
  test("a dashboard is 304 until its user logs something", async () => {
    const ada = await signedUpUser();
    await log(ada, 2);

    const first = await get(ada, march);
    const again = await get(ada, march, { "if-none-match": tagOf(first) });
    await log(ada, 3);
    const then = await get(ada, march, { "if-none-match": tagOf(first) });

    expect(Dashboard.parse(await first.json()).totals.workouts).toBe(1);
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect(Dashboard.parse(await then.json()).totals.workouts).toBe(2);
    expect(tagOf(then)).not.toBe(tagOf(first));
  });

  test("settings and another user's token make another tag", async () => {
    const [ada, bob] = await Promise.all([signedUpUser(), signedUpUser()]);
    const first = tagOf(await get(ada, march));

    const bobs = await get(bob, march, { "if-none-match": first });
    await ada.client.from("profile_settings").update({ week_start: 7 }).eq("user_id", ada.id).throwOnError();
    const then = await get(ada, march, { "if-none-match": first });

    expect([bobs.status, then.status]).toEqual([200, 200]);
  });

  test("a report is the RPC's, in every form, and follows what is logged", async () => {
    const ada = await signedUpUser();
    await log(ada, 2);
    const month = "reports/month?on=2026-03-20";

    const first = Report.parse(await (await get(ada, month)).json());
    const { data } = await ada.client.rpc("report", { p_period: "month", p_on: "2026-03-20" }).throwOnError();
    await log(ada, 9);
    const then = Report.parse(await (await get(ada, month)).json());
    const csv = await get(ada, `${month}&format=csv`);
    const pdf = await get(ada, `${month}&format=pdf`);
    const chart = await get(ada, "reports/month/charts/calendar.svg?on=2026-03-20");

    expect(first).toEqual(Report.parse(data));
    expect([first.totals.workouts, then.totals.workouts]).toEqual([1, 2]);
    expect(then.baselines_count).toBeGreaterThan(0);
    expect(await csv.text()).toContain("totals,2026-03-01,,workouts,2,,0\r\n");
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    expect(await chart.text()).toContain("Calendar of days with training: 2.");
  });

  test("a workout's card is made for who sees the workout, a record's for its owner", async () => {
    const [ada, bob] = await Promise.all([signedUpUser(), signedUpUser()]);
    await ada.client.from("profiles").update({ visibility: "public" }).eq("user_id", ada.id).throwOnError();
    const [shown, hidden] = [await log(ada, 2, { visibility: "public" }), await log(ada, 3)];
    const record = `cards/records/${hidden.id}/${await exerciseId("barbell-bench-press")}/rep_max.png?reps=5`;

    const statuses: number[] = [];
    for (const person of [ada, bob]) {
      for (const path of [`cards/workouts/${shown.id}.png`, `cards/workouts/${hidden.id}.png`, record]) {
        const response = await get(person, path);
        statuses.push(response.status);
        if (response.ok) expect(response.headers.get("content-type")).toBe("image/png");
        else expect(Problem.parse(await response.json()).code).toBe("not_found");
      }
    }
    expect(statuses).toEqual([200, 200, 200, 200, 404, 404]);
  });

  test("nobody, and a period that is none, is refused", async () => {
    const ada = await signedUpUser();

    const nobody = await fetch(`${inject("apiUrl")}/functions/v1/analytics/${march}`, {
      headers: { apikey: inject("publishableKey") },
    });
    const never = await get(ada, "reports/week?on=1969-12-31");

    expect(nobody.status).toBe(401);
    expect(never.status).toBe(422);
    expect(Problem.parse(await never.json()).errors?.[0]?.path).toBe("query.on");
  });

  test("RACE-01: readers never get less than what was committed before they asked, by tag or by cache", async () => {
    const ada = await signedUpUser();
    let committed = 0;
    let isDone = false;
    const writes = 14;
    const stale: string[] = [];
    const seen = new Map<string, { tag: string; workouts: number }>();

    // As often as the limits of a minute let one.
    async function readAgain(path: string, times: number, workoutsIn: (body: unknown) => number) {
      for (let time = 0; time < times && !isDone; time += 1) {
        const before = committed;
        const had = seen.get(path);
        const response = await get(ada, path, had ? { "if-none-match": had.tag } : {});
        if (response.status !== 304 && response.status !== 200) throw new Error(await response.text());
        const workouts = response.status === 304 ? (had?.workouts ?? 0) : workoutsIn(await response.json());
        if (workouts < before) stale.push(`${path}: ${workouts} of ${before}, ${response.status}`);
        seen.set(path, { tag: tagOf(response), workouts });
      }
    }
    const readers = [
      readAgain(march, 50, (body) => Dashboard.parse(body).totals.workouts),
      readAgain(`${march}&`, 50, (body) => Dashboard.parse(body).totals.workouts),
      readAgain("reports/month?on=2026-03-09", 25, (body) => Report.parse(body).totals.workouts),
      readAgain("reports/year?on=2026-03-09", 25, (body) => Report.parse(body).totals.workouts),
    ];
    for (let day = 1; day <= writes; day += 1) {
      await log(ada, day);
      committed = day;
    }
    isDone = true;
    await Promise.all(readers);

    expect(stale).toEqual([]);
    expect([...seen.values()].map(({ workouts }) => workouts)).not.toContain(0);
  });
});
