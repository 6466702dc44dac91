import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, hold, outcome, request, sendAndWait } from "../requests.ts";
import { createUser } from "../training/acting-user.ts";

const deviceCount = 8;

let owner: Client;
let devices: Client[];
let benchId: string;
const users: string[] = [];

beforeAll(async () => {
  owner = await connect();
  devices = await Promise.all(Array.from({ length: deviceCount }, connect));
  const { rows } = await owner.query<{ id: string }>(
    "select id from public.exercises where slug = 'barbell-bench-press'",
  );
  benchId = rows[0]?.id ?? "";
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

/** A routine of one bench press with one set, not yet stored. */
function newRoutine() {
  const [id, exerciseId, setId] = [randomUUID(), randomUUID(), randomUUID()];
  const routine = (name: string, version: number | null, weightKg = 100) => ({
    id,
    version,
    name,
    exercises: [
      {
        id: exerciseId,
        exercise_id: benchId,
        position: 1,
        sets: [{ id: setId, position: 1, min_reps: 5, max_reps: 5, weight_kg: weightKg }],
      },
    ],
  });
  return { id, exerciseId, setId, as: routine };
}

const save = (routine: object) => async (client: Client) =>
  await client.query("select public.save_routine($1)", [JSON.stringify(routine)]);

/** What is stored of a routine, in a line. */
async function stored(routineId: string): Promise<unknown> {
  const { rows } = await owner.query(
    `select routines.name, routines.version, routine_sets.weight_kg::real
     from public.routines
     join public.routine_sets on routine_sets.routine_id = routines.id
     where routines.id = $1`,
    [routineId],
  );
  return rows;
}

async function savedRoutine(userId: string) {
  const routine = newRoutine();
  await request(owner, userId, save(routine.as("Push", null)));
  return routine;
}

test("PLAN-CONC-01: of many saves of one version at once exactly one is stored", async () => {
  const userId = await newUser();
  const routine = await savedRoutine(userId);

  const outcomes = await Promise.all(
    devices.map((client, n) => outcome(request(client, userId, save(routine.as(`Push ${n}`, 1, 101 + n))))),
  );

  const winner = outcomes.indexOf("stored");
  expect(outcomes).toEqual(devices.map((_, n) => (n === winner ? "stored" : "PT409")));
  expect(await stored(routine.id)).toEqual([{ name: `Push ${winner}`, version: 2, weight_kg: 101 + winner }]);
});

test("PLAN-CONC-02: a routine that many devices make at once is made once, and each is answered", async () => {
  const userId = await newUser();
  const routine = newRoutine();

  const outcomes = await Promise.all(
    devices.map((client) => outcome(request(client, userId, save(routine.as("Push", null))))),
  );

  expect(outcomes).toEqual(devices.map(() => "stored"));
  expect(await stored(routine.id)).toEqual([{ name: "Push", version: 1, weight_kg: 100 }]);
});

test("PLAN-CONC-03: of two users who make it at once one owns it, the other is refused", async () => {
  const [ada, bob] = [await newUser(), await newUser()];
  const routine = newRoutine();

  const outcomes = await Promise.all(
    devices.map(async (client, n) => {
      const userId = n % 2 === 0 ? ada : bob;
      return { userId, ended: await outcome(request(client, userId, save(routine.as("Push", null)))) };
    }),
  );

  const { rows } = await owner.query<{ user_id: string }>(
    "select user_id from public.routines where id = $1",
    [routine.id],
  );
  const winner = rows[0]?.user_id;
  expect(outcomes.map(({ userId, ended }) => (ended === "stored") === (userId === winner))).toEqual(
    devices.map(() => true),
  );
  expect(await stored(routine.id)).toHaveLength(1);
});

describe("a save that waited for another device", () => {
  test("PLAN-CONC-04: is refused when that one edited a set through its table", async () => {
    const userId = await newUser();
    const routine = await savedRoutine(userId);
    const editing = await hold(device(0), userId, async (client) => {
      await client.query("update public.routine_sets set weight_kg = 105 where id = $1", [routine.setId]);
    });

    const saving = await sendAndWait(owner, device(1), userId, save(routine.as("Pull", 1)));
    await editing.commit();

    expect(await saving.ended).toBe("PT409");
    expect(await stored(routine.id)).toEqual([{ name: "Push", version: 2, weight_kg: 105 }]);
  });

  test("PLAN-CONC-05: is refused when that one deleted the routine, and does not bring it back", async () => {
    const userId = await newUser();
    const routine = await savedRoutine(userId);
    const deleting = await hold(device(0), userId, async (client) => {
      await client.query("delete from public.routines where id = $1", [routine.id]);
    });

    const saving = await sendAndWait(owner, device(1), userId, save(routine.as("Pull", 1)));
    await deleting.commit();

    expect(await saving.ended).toBe("PT409");
    expect(await stored(routine.id)).toEqual([]);
  });
});

test("PLAN-CONC-06: a set edited while the routine is saved is edited in what was saved", async () => {
  const userId = await newUser();
  const routine = await savedRoutine(userId);
  const saving = await hold(device(0), userId, save(routine.as("Pull", 1, 110)));

  const editing = await sendAndWait(owner, device(1), userId, async (client) => {
    await client.query("update public.routine_sets set weight_kg = weight_kg + 2.5 where id = $1", [
      routine.setId,
    ]);
  });
  await saving.commit();

  expect(await editing.ended).toBe("stored");
  expect(await stored(routine.id)).toEqual([{ name: "Pull", version: 3, weight_kg: 112.5 }]);
});

test("PLAN-CONC-07: a routine put into a plan while it is being deleted is refused as one that never was", async () => {
  const userId = await newUser();
  const routine = await savedRoutine(userId);
  const planId = randomUUID();
  await request(owner, userId, async (client) => {
    await client.query("insert into public.plans (id, name) values ($1, 'Strength')", [planId]);
  });
  const deleting = await hold(device(0), userId, async (client) => {
    await client.query("delete from public.routines where id = $1", [routine.id]);
  });

  const planning = await sendAndWait(owner, device(1), userId, async (client) => {
    await client.query(
      "insert into public.plan_days (id, plan_id, week, weekday, routine_id) values ($1, $2, 1, 1, $3)",
      [randomUUID(), planId, routine.id],
    );
  });
  await deleting.commit();

  expect(await planning.ended).toBe("PT409");
});
