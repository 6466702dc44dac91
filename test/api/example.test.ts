import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";
import { projectRoot } from "../../stack/project-root.ts";
import { Dashboard } from "../../types/contracts/dashboard.ts";
import { isMailSentAway } from "./mail.ts";

async function run(example: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(projectRoot, "examples", example)], {
    env: {
      ...process.env,
      SUPABASE_URL: inject("apiUrl"),
      SUPABASE_PUBLISHABLE_KEY: inject("publishableKey"),
      MAILPIT_URL: inject("mailUrl"),
    },
  });
  return stdout;
}

// They read their code from captured mail, which a stack that was given sends away.
test.skipIf(isMailSentAway)("the example logs a workout once, however often it runs", async () => {
  const first = await run("first-workout.mjs");
  const second = await run("first-workout.mjs");

  const { totals, recent_workouts } = Dashboard.parse(JSON.parse(first));
  expect(totals).toMatchObject({ workouts: 1, sets: 3, volume_kg: 1640, duration_seconds: 2400 });
  expect(recent_workouts).toMatchObject([{ name: "First workout", local_date: "2026-11-20", exercises: 1 }]);
  expect(second).toBe(first);
});

test.skipIf(isMailSentAway)("the example of a plan trains its next session each time", async () => {
  const sessions = [
    `Session 1: Barbell Back Squat
  warm up with 5 × 35 kg (bar of 20, a side 5 + 2.5)
  3 sets of 5 × 60 kg (bar of 20, a side 20)
  The first session, at 60 kg.
`,
    `Session 2: Barbell Back Squat
  warm up with 5 × 37.5 kg (bar of 20, a side 5 + 2.5 + 1.25)
  3 sets of 5 × 62.5 kg (bar of 20, a side 20 + 1.25)
  Every set was met: the load rises from 60 kg to 62.5 kg.
`,
    `Session 3: Barbell Back Squat
  warm up with 5 × 40 kg (bar of 20, a side 10)
  3 sets of 5 × 65 kg (bar of 20, a side 20 + 2.5)
  Every set was met: the load rises from 62.5 kg to 65 kg.
`,
  ];
  const shared = "Shared: Stronger legs, on 2 days a week: Squats (1 exercise)\n";

  expect(await run("first-plan.mjs")).toBe(`${sessions[0]}${sessions[1]}${shared}`);
  expect(await run("first-plan.mjs")).toBe(`${sessions[1]}${sessions[2]}${shared}`);
});
