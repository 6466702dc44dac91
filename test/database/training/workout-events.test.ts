import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WorkoutEvents } from "../../../types/contracts/workout-events.ts";
import { connect } from "../requests.ts";
import { createUser } from "./acting-user.ts";
import { catalogExercises } from "./facts.ts";

// The feed stands on the same property as sync: a change that was committed is never missed by a later page, however
// transactions interleave. Writers here hold theirs open as long as a random history says.

const writerCount = 3;
let owner: Client;
let writers: Client[];
let exerciseId: string;
const users: string[] = [];

beforeAll(async () => {
  owner = await connect();
  writers = await Promise.all(Array.from({ length: writerCount }, connect));
  exerciseId = (await catalogExercises(owner)).find(({ kind }) => kind === "reps_only")?.id ?? "";
});

afterAll(async () => {
  await owner.query("delete from auth.users where id = any ($1)", [users]);
  await Promise.all([owner, ...writers].map((client) => client.end()));
});

/** A program that follows a user's feed, page by page. */
class Program {
  cursor: string | null = null;
  /** How many changes it was told of. */
  told = 0;
  workouts = new Map<string, unknown>();
  #replacement = new Map<string, unknown>();
  readonly userId: string;

  constructor(userId: string) {
    this.userId = userId;
  }

  /** Reads a page, and answers whether there is more. */
  async read(limit: number): Promise<boolean> {
    const { rows } = await owner.query("select public.workout_events($1, $2, $3) as answer", [
      this.userId,
      this.cursor,
      limit,
    ]);
    const { items, next_cursor, has_more, is_replacement } = WorkoutEvents.parse(rows[0].answer);
    const known = is_replacement ? this.#replacement : this.workouts;
    this.told += items.length;
    for (const item of items) {
      if (item.type === "deleted") known.delete(item.id);
      else known.set(item.id, item.workout);
    }
    if (is_replacement && !has_more) {
      this.workouts = this.#replacement;
      this.#replacement = new Map();
    }
    this.cursor = next_cursor;
    return has_more;
  }
}

/** One workout of one writer, with an exercise and two sets, of which some may be there. */
interface Ids {
  readonly workout: string;
  readonly exercise: string;
  readonly sets: string[];
}

const changes = ["name", "exercise", "set", "set", "drop set", "drop exercise", "drop workout"] as const;

/** Changes one thing of a workout, which is made where it is not there. */
async function change(
  client: Client,
  userId: string,
  { workout, exercise, sets }: Ids,
  what: (typeof changes)[number],
  count: number,
): Promise<void> {
  const set = sets[count % sets.length];
  if (what === "drop set") {
    await client.query("delete from public.workout_sets where id = $1", [set]);
    return;
  }
  if (what === "drop exercise") {
    await client.query("delete from public.workout_exercises where id = $1", [exercise]);
    return;
  }
  if (what === "drop workout") {
    await client.query("delete from public.workouts where id = $1", [workout]);
    return;
  }
  await client.query(
    `insert into public.workouts (id, user_id, name, started_at, time_zone)
     values ($1, $2, $3, '2026-03-02T18:00Z', 'UTC')
     on conflict (id) do update set name = excluded.name where $4`,
    [workout, userId, `Session ${count}`, what === "name"],
  );
  if (what === "name") return;
  await client.query(
    `insert into public.workout_exercises (id, workout_id, exercise_id, position, notes) values ($1, $2, $3, 1, $4)
     on conflict (id) do update set notes = excluded.notes where $5`,
    [exercise, workout, exerciseId, `Note ${count}`, what === "exercise"],
  );
  if (what === "exercise") return;
  await client.query(
    `insert into public.workout_sets (id, workout_exercise_id, position, reps) values ($1, $2, 1, $3)
     on conflict (id) do update set reps = excluded.reps`,
    [set, exercise, count],
  );
}

/** The user's workouts as log_workout() takes them, by id. */
async function stored(userId: string): Promise<Map<string, unknown>> {
  const { rows } = await owner.query<{ id: string; document: unknown }>(
    "select id, private.workout_document(id) as document from public.workouts where user_id = $1",
    [userId],
  );
  return new Map(rows.map(({ id, document }) => [id, document]));
}

const aStep = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("write" as const),
      workout: fc.nat(1),
      writer: fc.nat(writerCount - 1),
      what: fc.constantFrom(...changes),
    }),
  },
  fc.record({
    do: fc.constantFrom("commit" as const, "rollback" as const),
    writer: fc.nat(writerCount - 1),
  }),
  fc.record({ do: fc.constant("read" as const), limit: fc.integer({ min: 1, max: 3 }) }),
);

test("EVT-PROP-01: no committed change is missed, whoever commits when, and however small the pages are", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 5, maxLength: 50, size: "max" }), async (steps) => {
      const userId = await createUser(owner);
      users.push(userId);
      const program = new Program(userId);
      const ids = Array.from({ length: writerCount * 2 }, () => ({
        workout: randomUUID(),
        exercise: randomUUID(),
        sets: [randomUUID(), randomUUID()],
      }));
      const isOpen = new Array<boolean>(writerCount).fill(false);
      // Writers of one user wait for each other. One that would wait does not write now; but the id by which its
      // changes are marked is older than those of whoever writes before it.
      let holder: number | undefined;
      // What a run that failed left open.
      for (const client of writers) await client.query("rollback");

      for (const [count, step] of steps.entries()) {
        if (step.do === "read") {
          await program.read(step.limit);
          continue;
        }
        const client = writers[step.writer];
        if (step.do === "write") {
          const own = ids[step.writer * 2 + step.workout];
          if (!client || !own) throw new Error("There is no such writer.");
          if (!isOpen[step.writer]) {
            await client.query("begin");
            await client.query("select pg_current_xact_id()");
          }
          isOpen[step.writer] = true;
          holder ??= step.writer;
          if (holder === step.writer) await change(client, userId, own, step.what, count);
        } else if (isOpen[step.writer]) {
          await client?.query(step.do);
          isOpen[step.writer] = false;
          if (holder === step.writer) holder = undefined;
        }
      }
      for (const [writer, client] of writers.entries()) if (isOpen[writer]) await client.query("commit");

      // What is left of the pass that it was in, and one more.
      while (await program.read(2));
      while (await program.read(2));
      expect(program.workouts).toEqual(await stored(userId));
    }),
    { numRuns: 40 },
  );
});

test("EVT-PROP-02: once all is quiet, a pass tells nothing twice", async () => {
  const userId = await createUser(owner);
  users.push(userId);
  const client = writers[0];
  if (!client) throw new Error("There are no writers.");
  const own = { workout: randomUUID(), exercise: randomUUID(), sets: [randomUUID()] };
  const program = new Program(userId);

  const mark = async () => {
    const { rows } = await owner.query("select changed_in from private.workout_changes where user_id = $1", [
      userId,
    ]);
    return rows;
  };

  await change(client, userId, own, "set", 1);
  const before = await mark();
  // An update that changes nothing is no change.
  await client.query("update public.workouts set name = name where id = $1", [own.workout]);
  expect(await mark()).toEqual(before);

  // Other tests hold transactions open for a while.
  await expect
    .poll(
      async () => {
        const { rows } = await owner.query(
          "select changed_in < private.sync_horizon() as past from private.workout_changes where user_id = $1",
          [userId],
        );
        return rows[0].past;
      },
      { timeout: 90_000 },
    )
    .toBe(true);
  await program.read(50);
  expect(program.told).toBe(1);
  await program.read(50);
  expect(program.told).toBe(1);
});
