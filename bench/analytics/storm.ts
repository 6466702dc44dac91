import { Client } from "pg";
import { sixExercises, timeAs, workoutOf } from "../measuring.ts";

const DEVICES = 8;
const SECONDS = 20;

/** Eight connections log, edit and delete workouts of one user at once; what came of it. */
export async function storm(owner: Client, databaseUrl: string, userId: string) {
  const exerciseIds = await sixExercises(owner);
  const end = performance.now() + SECONDS * 1000;
  let writes = 0;
  let errors = 0;
  await Promise.all(
    Array.from({ length: DEVICES }, async (_, device) => {
      const client = new Client({ connectionString: databaseUrl });
      await client.connect();
      const logged: ReturnType<typeof workoutOf>[] = [];
      for (let round = 0; performance.now() < end; round += 1) {
        // All devices write to the same thirty days.
        const workout = workoutOf(
          exerciseIds,
          new Date(Date.now() - ((round * 7 + device) % 30) * 86_400_000),
        );
        const earlier = logged[(round * 13) % (logged.length || 1)];
        const statement: { text: string; values: unknown[] } =
          round % 4 === 1 && earlier
            ? {
                text: "update public.workout_sets set weight_kg = weight_kg + 2.5 where id = any ($1)",
                values: [earlier.exercises.map(({ sets }) => sets[0]?.id)],
              }
            : round % 4 === 3 && earlier
              ? { text: "delete from public.workouts where id = $1", values: [earlier.id] }
              : { text: "select public.log_workout($1)", values: [JSON.stringify(workout)] };
        try {
          await timeAs(client, userId, () => client.query(statement.text, statement.values));
          if (statement.text.includes("log_workout")) logged.push(workout);
        } catch {
          errors += 1;
          await client.query("rollback");
        }
        writes += 1;
      }
      await client.end();
    }),
  );
  const { rows: before } = await owner.query("select * from private.rollup_rows($1)", [userId]);
  await owner.query("select private.rebuild_rollups($1)", [userId]);
  const { rows: after } = await owner.query("select * from private.rollup_rows($1)", [userId]);
  const texts = new Set(after.map((row) => JSON.stringify(row)));
  const missing = before.filter((row) => !texts.has(JSON.stringify(row))).length;
  return { writes, errors, differences: missing + Math.abs(after.length - before.length) };
}
