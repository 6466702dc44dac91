import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";
import { projectRoot } from "../../stack/project-root.ts";
import { Dashboard } from "../../types/contracts/dashboard.ts";
import { isMailSentAway } from "./mail.ts";

async function runExample(): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(projectRoot, "examples", "first-workout.mjs")],
    {
      env: {
        ...process.env,
        SUPABASE_URL: inject("apiUrl"),
        SUPABASE_PUBLISHABLE_KEY: inject("publishableKey"),
        MAILPIT_URL: inject("mailUrl"),
      },
    },
  );
  return stdout;
}

// It reads its code from captured mail, which a stack that was given sends away.
test.skipIf(isMailSentAway)("the example logs a workout once, however often it runs", async () => {
  const first = await runExample();
  const second = await runExample();

  const { totals, recent_workouts } = Dashboard.parse(JSON.parse(first));
  expect(totals).toEqual({ workouts: 1, duration_seconds: 2400, training_days: 1, sets: 3, volume_kg: 1640 });
  expect(recent_workouts).toMatchObject([{ name: "First workout", local_date: "2026-11-20", exercises: 1 }]);
  expect(second).toBe(first);
});
