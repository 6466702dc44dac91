import fc from "fast-check";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, hold, outcome, request, sendAndWait } from "../requests.ts";
import { createUser } from "./acting-user.ts";
import { rollupDifferences } from "./exercise-days-oracle.ts";
import { type CatalogExercise, catalogExercises, someWorkout, type WorkoutFacts } from "./facts.ts";
import { addExercise, addSet, aStep, logWorkout, newWorkout, take, type WorkoutOnDevice } from "./history.ts";
import { recordDifferences } from "./records-oracle.ts";

const deviceCount = 10;

let owner: Client;
let devices: Client[];
let catalog: CatalogExercise[];
const users: string[] = [];

beforeAll(async () => {
  owner = await connect();
  devices = await Promise.all(Array.from({ length: deviceCount }, connect));
  // Of one kind, so that whoever comes first, no set has a measure that its exercise does not.
  catalog = (await catalogExercises(owner)).filter(({ kind }) => kind === "weight_reps");
});

afterAll(async () => {
  await owner.query("delete from auth.users where id = any ($1)", [users]);
  await Promise.all([owner, ...devices].map((client) => client.end()));
});

async function newUser(): Promise<string> {
  const id = await createUser(owner);
  users.push(id);
  return id;
}

function device(number: number): Client {
  const client = devices[number];
  if (!client) throw new Error(`There is no device ${number}.`);
  return client;
}

const bench: WorkoutFacts = {
  started_at: "2026-03-02T18:00:00Z",
  ended_at: null,
  time_zone: "UTC",
  exercises: [
    {
      exercise: 0,
      efforts: [
        { set_type: "normal", reps: 5, weight_kg: 100, duration_seconds: null, distance_meters: null },
        { set_type: "normal", reps: 8, weight_kg: 80, duration_seconds: null, distance_meters: null },
      ],
    },
  ],
};

/** Stores a workout that some device of the user logged, and answers it. */
async function logged(userId: string, facts: WorkoutFacts): Promise<WorkoutOnDevice> {
  const workout = newWorkout(facts, catalog);
  await request(owner, userId, (client) => logWorkout(client, workout));
  return workout;
}

/** Everything of a user's training, by table. */
async function storedRows(userId: string) {
  const { rows } = await owner.query(
    `select
       (select count(*)::integer from public.workouts where user_id = $1) as workouts,
       (select count(*)::integer from public.workout_exercises where user_id = $1) as exercises,
       (select count(*)::integer from public.workout_sets where user_id = $1) as sets`,
    [userId],
  );
  return rows[0];
}

test("CONC-01: ten devices of one user meet no deadlock and no internal error, and rollups are exact", async () => {
  const userId = await newUser();
  const workouts: WorkoutOnDevice[] = [];
  for (const facts of fc.sample(someWorkout, 6)) workouts.push(await logged(userId, facts));

  const steps = fc.sample(aStep, deviceCount * 30);
  const outcomes = new Set<string | undefined>();
  await Promise.all(
    devices.map(async (client) => {
      for (let step = steps.pop(); step; step = steps.pop()) {
        const next = step;
        outcomes.add(await outcome(request(client, userId, () => take(client, next, { workouts, catalog }))));
      }
    }),
  );

  // A device may speak of a row that another one has just deleted, or stored: it is told of the conflict (409).
  expect([...outcomes].filter((it) => it !== "stored" && it !== "PT409" && it !== "23505")).toEqual([]);
  expect(await rollupDifferences(owner, [userId])).toEqual([]);
  expect(await recordDifferences(owner, [userId])).toEqual([]);
});

test("CONC-02: a workout that one user posts ten times at once is stored once, and every call is answered", async () => {
  const userId = await newUser();
  const workout = newWorkout(bench, catalog);

  const outcomes = await Promise.all(
    devices.map((client) => outcome(request(client, userId, () => logWorkout(client, workout)))),
  );

  expect(outcomes).toEqual(devices.map(() => "stored"));
  expect(await storedRows(userId)).toEqual({ workouts: 1, exercises: 1, sets: 2 });
  expect(await rollupDifferences(owner, [userId])).toEqual([]);
});

test("CONC-03: of two users who post the same ids at once one owns the workout, the other is refused", async () => {
  const [ada, bob] = [await newUser(), await newUser()];
  const workout = newWorkout(bench, catalog);

  const outcomes = await Promise.all(
    devices.map(async (client, index) => {
      const userId = index % 2 === 0 ? ada : bob;
      return { userId, ended: await outcome(request(client, userId, () => logWorkout(client, workout))) };
    }),
  );

  const { rows } = await owner.query<{ user_id: string }>(
    "select user_id from public.workouts where id = $1",
    [workout.id],
  );
  const winner = rows[0]?.user_id;
  const loser = winner === ada ? bob : ada;
  expect(outcomes.map(({ userId, ended }) => `${userId} ${ended}`)).toEqual(
    outcomes.map(({ userId }) => `${userId} ${userId === winner ? "stored" : "PT409"}`),
  );
  expect(await storedRows(winner ?? "")).toEqual({ workouts: 1, exercises: 1, sets: 2 });
  expect(await storedRows(loser)).toEqual({ workouts: 0, exercises: 0, sets: 0 });
  expect(await rollupDifferences(owner, [ada, bob])).toEqual([]);
});

test("CONC-04: two users do not wait for each other", async () => {
  const [ada, bob] = [await newUser(), await newUser()];
  const adas = await hold(device(0), ada, (client) => logWorkout(client, newWorkout(bench, catalog)));

  const bobs = await outcome(
    request(device(1), bob, (client) => logWorkout(client, newWorkout(bench, catalog))),
  );
  await adas.commit();

  expect(bobs).toBe("stored");
  expect(await rollupDifferences(owner, [ada, bob])).toEqual([]);
});

describe("a request that waited for another device sees what that device did:", () => {
  const nextDay = "update public.workouts set started_at = started_at + interval '1 day' where id = $1";

  test("CONC-05: a set added to a workout that moves lands on the new day", async () => {
    const userId = await newUser();
    const workout = await logged(userId, bench);
    const moving = await hold(device(0), userId, async (client) => {
      await client.query(nextDay, [workout.id]);
    });

    const adding = await sendAndWait(owner, device(1), userId, async (client) => {
      const [exercise] = workout.exercises;
      const [set] = newWorkout(bench, catalog).exercises.flatMap(({ sets }) => sets);
      if (exercise && set) await addSet(client, exercise.id, set, 3);
    });
    await moving.commit();

    expect(await adding.ended).toBe("stored");
    expect(await storedRows(userId)).toMatchObject({ sets: 3 });
    expect(await rollupDifferences(owner, [userId])).toEqual([]);
  });

  test("CONC-06: so does an exercise", async () => {
    const userId = await newUser();
    const workout = await logged(userId, bench);
    const moving = await hold(device(0), userId, async (client) => {
      await client.query(nextDay, [workout.id]);
    });

    const adding = await sendAndWait(owner, device(1), userId, async (client) => {
      const [exercise] = newWorkout(bench, catalog).exercises;
      if (exercise) await addExercise(client, workout.id, exercise, 2);
    });
    await moving.commit();

    expect(await adding.ended).toBe("stored");
    expect(await storedRows(userId)).toMatchObject({ exercises: 2 });
  });

  test("CONC-07: a set added to an exercise that is deleted is refused as one that never was", async () => {
    const userId = await newUser();
    const workout = await logged(userId, bench);
    const deleting = await hold(device(0), userId, async (client) => {
      await client.query("delete from public.workouts where id = $1", [workout.id]);
    });

    const adding = await sendAndWait(owner, device(1), userId, async (client) => {
      const [exercise] = workout.exercises;
      const [set] = newWorkout(bench, catalog).exercises.flatMap(({ sets }) => sets);
      if (exercise && set) await addSet(client, exercise.id, set, 3);
    });
    await deleting.commit();

    expect(await adding.ended).toBe("PT409");
    expect(await storedRows(userId)).toEqual({ workouts: 0, exercises: 0, sets: 0 });
  });

  test("CONC-08: a public workout added while the profile becomes private is seen by nobody", async () => {
    const userId = await newUser();
    const setProfile = (visibility: string) => async (client: Client) => {
      await client.query("update public.profiles set visibility = $1", [visibility]);
    };
    await request(owner, userId, setProfile("public"));
    const hiding = await hold(device(0), userId, setProfile("private"));

    const workout = newWorkout(bench, catalog);
    const adding = await sendAndWait(owner, device(1), userId, async (client) => {
      await client.query(
        "insert into public.workouts (id, name, started_at, time_zone, visibility) values ($1, 'Run', now(), 'UTC', 'public')",
        [workout.id],
      );
    });
    await hiding.commit();

    expect(await adding.ended).toBe("stored");
    const { rows } = await owner.query("select effective_visibility from public.workouts where id = $1", [
      workout.id,
    ]);
    expect(rows).toEqual([{ effective_visibility: "private" }]);
  });
});
