import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { actAs, createUser } from "../training/acting-user.ts";
import { streaksOf, type TrainingLife } from "./streaks-oracle.ts";

const client = new Client({ connectionString: inject("migratedUrl") });

beforeAll(() => client.connect());
afterAll(() => client.end());

const firstMonday = Date.UTC(2026, 0, 5);

/** A day of a life as a date. */
const dateOf = (day: number) => new Date(firstMonday + day * 86_400_000).toISOString().slice(0, 10);

const aDay = fc.integer({ min: 0, max: 45 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const aPlan = fc.integer({ min: 1, max: 3 }).chain((weeks) =>
  fc.record({
    weeks: fc.constant(weeks),
    isRepeating: fc.boolean(),
    sessions: fc.array(
      fc.record({
        week: fc.integer({ min: 1, max: weeks }),
        weekday: fc.integer({ min: 1, max: 7 }),
        routine: fc.integer({ min: 0, max: 1 }),
      }),
      { maxLength: 8 },
    ),
  }),
);

/** Pauses as the RPCs make them: one behind the other, and only the last one open. */
const somePauses = fc
  .array(fc.record({ wait: fc.integer({ min: 0, max: 12 }), days: fc.integer({ min: 0, max: 10 }) }), {
    maxLength: 3,
  })
  .chain((lengths) =>
    fc.record({
      lengths: fc.constant(lengths),
      isOpen: fc.boolean(),
      startsOn: fc.integer({ min: 0, max: 20 }),
    }),
  )
  .map(({ lengths, isOpen, startsOn }) => {
    let day = startsOn;
    const pauses = lengths.map(({ wait, days }, index) => {
      const from = day + wait;
      day = from + days;
      return { from, to: isOpen && index === lengths.length - 1 ? undefined : day };
    });
    return { startsOn, pauses, isOpen: isOpen && lengths.length > 0 };
  });

const anEnrollment = fc
  .record({
    mode: fc.constantFrom("calendar" as const, "sequence" as const),
    plan: aPlan,
    paused: somePauses,
    endedAfter: maybe(fc.integer({ min: 0, max: 30 })),
  })
  .map(({ mode, plan, paused: { startsOn, pauses, isOpen }, endedAfter }) => {
    // Ending an enrollment ends its pause, and nothing is paused after the end.
    const lastPause = pauses.at(-1);
    const earliest = lastPause?.to ?? startsOn;
    const endedOn = endedAfter === undefined || isOpen ? undefined : earliest + endedAfter;
    return { mode, plan, startsOn, pauses, endedOn };
  });

const aLife: fc.Arbitrary<TrainingLife> = fc.record({
  on: fc.integer({ min: 5, max: 45 }),
  weekStart: fc.integer({ min: 1, max: 7 }),
  followed: fc.array(anEnrollment, { maxLength: 2 }),
  workouts: fc.array(
    fc.record({
      day: aDay,
      followed: maybe(fc.integer({ min: 0, max: 1 })),
      routine: fc.integer({ min: 0, max: 1 }),
      is: fc.oneof(
        { weight: 6, arbitrary: fc.constant("finished" as const) },
        { weight: 1, arbitrary: fc.constantFrom("live with a set" as const, "live and empty" as const) },
      ),
    }),
    { maxLength: 40, size: "max" },
  ),
  goals: fc.uniqueArray(
    fc.record({ target: fc.integer({ min: 1, max: 4 }), startsOn: aDay, dueOn: fc.constant(undefined) }),
    { maxLength: 2, selector: ({ startsOn }) => startsOn },
  ),
});

/** Stores a life: its workouts from the last to the first, and between them copies that are deleted again. */
async function live(life: TrainingLife, userId: string, isDeleted: readonly boolean[]): Promise<void> {
  const routines = [randomUUID(), randomUUID()];
  const enrollments = life.followed.map(() => randomUUID());
  await client.query(
    "insert into public.routines (id, user_id, name) select id, $1, 'Routine' from unnest($2::uuid[]) as id",
    [userId, routines],
  );
  await client.query("update public.profile_settings set week_start = $2 where user_id = $1", [
    userId,
    life.weekStart,
  ]);
  for (const [index, { mode, plan, startsOn, pauses }] of life.followed.entries()) {
    const planId = randomUUID();
    await client.query(
      "insert into public.plans (id, user_id, name, weeks, is_repeating) values ($1, $2, 'Plan', $3, $4)",
      [planId, userId, plan.weeks, plan.isRepeating],
    );
    for (const [position, { week, weekday, routine }] of plan.sessions.entries()) {
      await client.query(
        `insert into public.plan_days (id, user_id, plan_id, week, weekday, position, routine_id)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [randomUUID(), userId, planId, week, weekday, position + 1, routines[routine]],
      );
    }
    await client.query(
      "insert into public.enrollments (id, user_id, plan_id, mode, starts_on) values ($1, $2, $3, $4, $5)",
      [enrollments[index], userId, planId, mode, dateOf(startsOn)],
    );
    for (const { from, to } of pauses) {
      await client.query(
        "insert into public.enrollment_pauses (enrollment_id, user_id, paused_on, resumed_on) values ($1, $2, $3, $4)",
        [enrollments[index], userId, dateOf(from), to === undefined ? null : dateOf(to)],
      );
    }
  }

  const logged = [...life.workouts.entries()].flatMap(([index, workout]) => {
    const log = (day: number, isKept: boolean) => ({
      id: randomUUID(),
      started_at: `${dateOf(day)}T12:${String(index).padStart(2, "0")}:00Z`,
      ended_at: workout.is === "finished" ? `${dateOf(day)}T13:00:00Z` : null,
      routine_id: routines[workout.routine],
      enrollment_id: workout.followed === undefined ? null : (enrollments[workout.followed] ?? null),
      has_set: workout.is === "live with a set",
      is_kept: isKept,
    });
    return isDeleted[index]
      ? [log(workout.day + 1, false), log(workout.day, true)]
      : [log(workout.day, true)];
  });
  const rows = JSON.stringify(logged.reverse());
  await client.query(
    `insert into public.workouts (id, user_id, name, started_at, ended_at, time_zone, routine_id, enrollment_id)
     select id, $1, 'Session', started_at, ended_at, 'UTC', routine_id, enrollment_id
     from jsonb_to_recordset($2) as logged (
       id uuid, started_at timestamptz, ended_at timestamptz, routine_id uuid, enrollment_id uuid
     )`,
    [userId, rows],
  );
  await client.query(
    `insert into public.workout_exercises (id, workout_id, exercise_id, position)
     select logged.id, logged.id, exercises.id, 1
     from jsonb_to_recordset($1) as logged (id uuid, has_set boolean)
     join public.exercises on slug = 'push-up'
     where has_set`,
    [rows],
  );
  await client.query(
    `insert into public.workout_sets (id, workout_exercise_id, position, reps)
     select id, id, 1, 10 from jsonb_to_recordset($1) as logged (id uuid, has_set boolean) where has_set`,
    [rows],
  );
  await client.query(
    `delete from public.workouts
     where id in (
       select id from jsonb_to_recordset($1) as logged (id uuid, is_kept boolean) where not is_kept
     )`,
    [rows],
  );

  // Whatever the workouts completed: the life says what ended, and when.
  for (const [index, { endedOn, pauses }] of life.followed.entries()) {
    const isPaused = pauses.at(-1)?.to === undefined && pauses.length > 0;
    await client.query("update public.enrollments set status = $2, ended_at = $3 where id = $1", [
      enrollments[index],
      endedOn === undefined ? (isPaused ? "paused" : "active") : "cancelled",
      endedOn === undefined ? null : `${dateOf(endedOn)}T12:00:00Z`,
    ]);
  }
  for (const { target, startsOn, dueOn } of life.goals) {
    await client.query(
      `insert into public.goals (id, user_id, kind, period, target, starts_on, due_on)
       values ($1, $2, 'frequency', 'week', $3, $4, $5)`,
      [randomUUID(), userId, target, dateOf(startsOn), dueOn === undefined ? null : dateOf(dueOn)],
    );
  }
}

test("STRK-PROP-01: streaks of any life are those of a walk through its days", async () => {
  await fc.assert(
    fc.asyncProperty(aLife, fc.array(fc.boolean(), { maxLength: 10 }), async (life, isDeleted) => {
      await client.query("begin");
      try {
        const userId = await createUser(client);
        await live(life, userId, isDeleted);
        await actAs(client, userId);
        const { rows } = await client.query("select public.streaks($1) as streaks", [dateOf(life.on)]);

        const { daily, weekly } = streaksOf(life);
        const dated = (since: number | null) => (since === null ? null : dateOf(since));
        expect(rows[0]?.streaks).toEqual({
          on: dateOf(life.on),
          daily: { ...daily, since: dated(daily.since) },
          weekly: { ...weekly, since: dated(weekly.since) },
        });
      } finally {
        await client.query("rollback");
      }
    }),
    { numRuns: 150 },
  );
});
