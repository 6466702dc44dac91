import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, hold, outcome, request } from "../requests.ts";
import { actAs, actAsOwner, createUser } from "./acting-user.ts";
import { rollupDifferences } from "./exercise-days-oracle.ts";
import { type CatalogExercise, catalogExercises, someWorkout, type WorkoutFacts } from "./facts.ts";
import { aStep, logWorkout, newWorkout, take, type WorkoutOnDevice } from "./history.ts";
import { recordDifferences } from "./records-oracle.ts";

let owner: Client;
let devices: Client[];
const users: string[] = [];
const slugs: string[] = [];

beforeAll(async () => {
  owner = await connect();
  devices = await Promise.all([connect(), connect(), connect()]);
});
afterAll(async () => {
  await owner.query("delete from auth.users where id = any ($1)", [users]);
  await owner.query("delete from public.jobs where user_id is null and type = 'merge_exercises'");
  await owner.query("delete from public.exercises where slug = any ($1)", [slugs]);
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

/** A global exercise that no other test knows. */
async function newGlobalExercise(): Promise<CatalogExercise> {
  const slug = `merged-${randomUUID()}`;
  slugs.push(slug);
  const { rows } = await owner.query<{ id: string }>(
    `insert into public.exercises (id, slug, name, kind, category, level, source, license)
     values (private.global_exercise_id($1), $1, $1, 'weight_reps', 'strength', 'beginner', 'test', 'CC0-1.0')
     returning id`,
    [slug],
  );
  return { id: rows[0]?.id ?? "", kind: "weight_reps" };
}

async function addOwnExercise(client: Client): Promise<CatalogExercise> {
  const id = randomUUID();
  await client.query(
    `insert into public.exercises (id, name, kind, category, level)
     values ($1, 'Own', 'weight_reps', 'strength', 'beginner')`,
    [id],
  );
  return { id, kind: "weight_reps" };
}

async function merge(client: Client, from: string, into: string): Promise<void> {
  await client.query("select public.merge_exercises($1, $2)", [from, into]);
}

/** What somebody did, whatever the exercises are called: every set, by workout and place. */
async function performedSets(client: Client, userId: string): Promise<unknown[]> {
  const { rows } = await client.query(
    `select workout_exercises.workout_id, workout_exercises.position as place, workout_sets.id, workout_sets.position,
       set_type, reps, weight_kg, duration_seconds, distance_meters
     from public.workout_sets
     join public.workout_exercises on workout_exercises.id = workout_sets.workout_exercise_id
     where workout_sets.user_id = $1
     order by workout_sets.id`,
    [userId],
  );
  return rows;
}

test("MRG-PROP-01: after any history, merging changes no set, leaves none behind, and rollups stay exact", async () => {
  const client = device(0);
  const history = fc.array(aStep, { minLength: 5, maxLength: 20, size: "max" });
  await fc.assert(
    fc.asyncProperty(history, history, fc.boolean(), async (before, after, isGlobal) => {
      await client.query("begin");
      try {
        const userId = await createUser(client);
        const globals = (await catalogExercises(client)).filter(({ kind }) => kind === "weight_reps");
        await actAs(client, userId);
        const own: CatalogExercise[] = [];
        for (let number = 1; number <= 3; number++) own.push(await addOwnExercise(client));
        const [from, into] = [own[0], isGlobal ? globals[0] : own[1]];
        if (!from || !into) throw new Error("There is nothing to merge.");
        const workouts: WorkoutOnDevice[] = [];
        const catalog = [...own, ...globals];
        for (const step of before) await take(client, step, { workouts, catalog });

        const performed = await performedSets(client, userId);
        await merge(client, from.id, into.id);
        expect(await performedSets(client, userId)).toEqual(performed);

        // A device that has not heard of it goes on with the old id.
        for (const step of after) await take(client, step, { workouts, catalog });
        const { rows } = await client.query("select from public.workout_exercises where exercise_id = $1", [
          from.id,
        ]);
        expect(rows).toEqual([]);
        await actAsOwner(client);
        expect(await rollupDifferences(client, [userId])).toEqual([]);
        expect(await recordDifferences(client, [userId])).toEqual([]);
      } finally {
        await client.query("rollback");
      }
    }),
    { numRuns: 60 },
  );
});

const facts = (exercise: number): WorkoutFacts => ({
  started_at: "2026-03-02T18:00:00Z",
  ended_at: "2026-03-02T19:00:00Z",
  time_zone: "UTC",
  exercises: [
    {
      exercise,
      efforts: [
        { set_type: "normal", reps: 5, weight_kg: 100, duration_seconds: null, distance_meters: null },
      ],
    },
  ],
});

/** One step of the next job, as the worker does it; answers how the job stands, or null where none is due. */
async function workOneStep(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ job: { id: string; lease: string } | null }>(
    "select public.claim_job() as job",
  );
  const job = rows[0]?.job;
  if (!job) return null;
  const step = await client.query<{ status: string }>(
    "select public.step_job($1, $2) ->> 'status' as status",
    [job.id, job.lease],
  );
  await client.query("select public.release_job($1, $2)", [job.id, job.lease]);
  return step.rows[0]?.status ?? null;
}

async function work(client: Client): Promise<void> {
  while ((await workOneStep(client)) !== null);
}

async function usersOf(exerciseId: string): Promise<string[]> {
  const { rows } = await owner.query<{ user_id: string }>(
    "select distinct user_id from public.workout_sets where exercise_id = $1 order by user_id",
    [exerciseId],
  );
  return rows.map(({ user_id }) => user_id);
}

async function newModerator(): Promise<string> {
  const id = await newUser();
  await owner.query("insert into public.user_roles (user_id, role) values ($1, 'moderator')", [id]);
  return id;
}

test("MRG-RACE-01: who was logging when a global exercise was replaced is waited for, and moved", async () => {
  const [ada, bob, mia] = [await newUser(), await newUser(), await newModerator()];
  const [from, into] = [await newGlobalExercise(), await newGlobalExercise()];
  await request(device(0), ada, (client) => logWorkout(client, newWorkout(facts(0), [from])));

  // Bob has read the exercise and written his workout, and has yet to commit.
  const bobs = await hold(device(0), bob, (client) => logWorkout(client, newWorkout(facts(0), [from])));
  await request(device(1), mia, (client) => merge(client, from.id, into.id));
  expect(await workOneStep(device(2))).toBe("running");
  expect(await usersOf(into.id)).toEqual([ada]);
  expect(await workOneStep(device(2))).toBe("running");
  await bobs.commit();
  expect(await usersOf(from.id)).toEqual([bob]);
  await work(device(2));

  expect(await usersOf(from.id)).toEqual([]);
  expect(await usersOf(into.id)).toEqual([ada, bob].sort());
  const { rows } = await owner.query("select status from public.jobs where input ->> 'from' = $1", [from.id]);
  expect(rows).toEqual([{ status: "succeeded" }]);
  expect(await rollupDifferences(owner, [ada, bob])).toEqual([]);
});

test("MRG-RACE-02: users who log while a job moves their history meet no deadlock, and nothing is lost", async () => {
  const [people, mia] = [await Promise.all([newUser(), newUser()]), await newModerator()];
  const [from, into] = [await newGlobalExercise(), await newGlobalExercise()];
  const sent = fc.sample(someWorkout, 40);
  let count = 0;
  const train = async (client: Client, userId: string, workouts: WorkoutFacts[]) => {
    for (const it of workouts) {
      const workout = newWorkout(it, [from, into]);
      count += workout.exercises.flatMap(({ sets }) => sets).length;
      expect(await outcome(request(client, userId, () => logWorkout(client, workout)))).toBe("stored");
    }
  };
  const [ada = "", bob = ""] = people;
  await train(device(0), ada, sent.slice(0, 10));
  await train(device(1), bob, sent.slice(10, 20));

  await request(device(2), mia, (client) => merge(client, from.id, into.id));
  await Promise.all([
    train(device(0), ada, sent.slice(20, 30)),
    train(device(1), bob, sent.slice(30, 40)),
    work(device(2)),
  ]);
  await work(device(2));

  const { rows } = await owner.query<{ exercise_id: string; count: number }>(
    "select exercise_id, count(*)::integer from public.workout_sets where user_id = any ($1) group by 1",
    [people],
  );
  expect(rows).toEqual([{ exercise_id: into.id, count }]);
  expect(await rollupDifferences(owner, people)).toEqual([]);
});

test("MRG-RACE-03: merges that cross make no circle", async () => {
  const [mia, max] = [await newModerator(), await newModerator()];
  const [one, other] = [await newGlobalExercise(), await newGlobalExercise()];

  const outcomes = await Promise.all([
    outcome(request(device(0), mia, (client) => merge(client, one.id, other.id))),
    outcome(request(device(1), max, (client) => merge(client, other.id, one.id))),
  ]);

  expect(outcomes.sort()).toEqual(["PT409", "stored"]);
  const { rows } = await owner.query(
    "select count(replaced_by)::integer as replaced from public.exercises where id = any ($1)",
    [[one.id, other.id]],
  );
  expect(rows).toEqual([{ replaced: 1 }]);
  await work(device(2));
});

test("MRG-CRASH-01: a worker that dies between two steps has another one go on", async () => {
  const [ada, bob, mia] = [await newUser(), await newUser(), await newModerator()];
  const [from, into] = [await newGlobalExercise(), await newGlobalExercise()];
  for (const userId of [ada, bob]) {
    await request(device(0), userId, (client) => logWorkout(client, newWorkout(facts(0), [from])));
  }
  await request(device(0), mia, (client) => merge(client, from.id, into.id));

  const dying = await connect();
  const { rows } = await dying.query<{ job: { id: string; lease: string } }>(
    "select public.claim_job() as job",
  );
  await dying.query("select public.step_job($1, $2)", [rows[0]?.job.id, rows[0]?.job.lease]);
  await dying.query("begin");
  await dying.query("select public.step_job($1, $2)", [rows[0]?.job.id, rows[0]?.job.lease]);
  await dying.end();

  expect(await workOneStep(device(1))).toBeNull();
  await owner.query("update public.jobs set due_at = now() where id = $1", [rows[0]?.job.id]);
  await work(device(1));
  expect(await usersOf(from.id)).toEqual([]);
  expect(await usersOf(into.id)).toEqual([ada, bob].sort());
  expect(await rollupDifferences(owner, [ada, bob])).toEqual([]);
});
