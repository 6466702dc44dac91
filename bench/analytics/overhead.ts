import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { rowOf, sixExercises, timeAs, walBytes, workoutOf } from "../measuring.ts";

const ROUNDS = 150;

/** The triggers that keep rollups; those that keep everything else stay on. */
async function setRollups(owner: Client, change: "enable" | "disable"): Promise<void> {
  const { rows } = await owner.query(`
    select tgrelid::regclass::text as relation, tgname as name
    from pg_trigger
    where not tgisinternal and tgrelid::regclass::text ~ '^workout' and tgname ~ '_80_'`);
  for (const { relation, name } of rows) {
    await owner.query(`alter table public.${relation} ${change} trigger ${name}`);
  }
}

/** A workout and its rows, as a client inserts them through the tables. */
async function insertRows(client: Client, workout: ReturnType<typeof workoutOf>): Promise<void> {
  const text = JSON.stringify(workout);
  await client.query({
    name: "own workout",
    text: `insert into public.workouts (id, name, started_at, ended_at, time_zone)
      select id, name, started_at, ended_at, time_zone from jsonb_populate_record(null::public.workouts, $1)`,
    values: [text],
  });
  await client.query({
    name: "own exercises",
    text: `insert into public.workout_exercises (id, workout_id, exercise_id, position)
      select id, ($1::jsonb ->> 'id')::uuid, exercise_id, position
      from jsonb_populate_recordset(null::public.workout_exercises, $1::jsonb -> 'exercises')`,
    values: [text],
  });
  await client.query({
    name: "own sets",
    text: `insert into public.workout_sets (id, workout_exercise_id, position, reps, weight_kg, rpe)
      select sent.id, (exercise ->> 'id')::uuid, sent.position, sent.reps, sent.weight_kg, sent.rpe
      from jsonb_array_elements($1::jsonb -> 'exercises') as exercise
      cross join jsonb_populate_recordset(null::public.workout_sets, exercise -> 'sets') as sent`,
    values: [text],
  });
}

/** How many times as much time and write-ahead log 25 sets cost with rollups as without, medians, measured in turn. */
export async function overhead(owner: Client, userId: string) {
  const exerciseIds = await sixExercises(owner);
  const roads = {
    inserts: (workout: ReturnType<typeof workoutOf>) => insertRows(owner, workout),
    rpc: (workout: ReturnType<typeof workoutOf>) =>
      owner.query({ name: "log", text: "select public.log_workout($1)", values: [JSON.stringify(workout)] }),
  };
  const measured = {
    inserts: { time: Number.NaN, wal: Number.NaN },
    rpc: { time: Number.NaN, wal: Number.NaN },
  };
  for (const road of ["inserts", "rpc"] as const) {
    const times = { enable: [] as number[], disable: [] as number[] };
    const wal = { enable: [] as number[], disable: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const change of ["enable", "disable"] as const) {
        await setRollups(owner, change);
        // What a catalogue change touches is read anew, which is not what is measured.
        await timeAs(owner, userId, () =>
          roads[road](workoutOf(exerciseIds, new Date(Date.now() + randomDay()))),
        );
        const workout = workoutOf(exerciseIds, new Date(Date.now() + randomDay()));
        wal[change].push(
          await walBytes(owner, async () =>
            times[change].push(await timeAs(owner, userId, () => roads[road](workout))),
          ),
        );
      }
    }
    measured[road] = {
      time: rowOf("", times.enable).p50 / rowOf("", times.disable).p50,
      wal: rowOf("", wal.enable).p50 / rowOf("", wal.disable).p50,
    };
  }
  await setRollups(owner, "enable");
  return measured;
}

/** Days to come, few workouts on one. */
const randomDay = () => Math.floor((parseInt(randomUUID().slice(0, 8), 16) / 2 ** 32) * 3000) * 86_400_000;
