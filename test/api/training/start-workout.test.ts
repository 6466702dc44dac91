import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ErrorDetails } from "../../../types/contracts/error.ts";
import { LastPerformance, StartedWorkout } from "../../../types/contracts/history.ts";
import { LoggedWorkoutAnswer } from "../../../types/contracts/workout.ts";
import { type Person, signedUpUser } from "../people.ts";
import { aim, aRoutine, planned, saved } from "../routines.ts";
import { exerciseId } from "../workouts.ts";

/** A routine of three squats at 100 kg, which rise by 2.5 kg, warmed up to by one set of half of it. */
async function squats(person: Person): Promise<string> {
  const squat = await planned("barbell-back-squat", aim(5, 100), aim(5, 100), aim(5, 100));
  const { id } = await saved(
    person,
    aRoutine([
      {
        ...squat,
        rest_seconds: 180,
        warmup_ramp: [{ percent: 50, reps: 5 }],
        progression: { scheme: "linear", increment_kg: 2.5 },
      },
    ]),
  );
  return id;
}

const start = ({ client }: Person, id: string, args: { p_routine_id?: string; p_name?: string }) =>
  client.rpc("start_workout", { p_workout_id: id, p_time_zone: "Europe/Berlin", ...args });

async function started(person: Person, id: string, args: { p_routine_id?: string; p_name?: string }) {
  return StartedWorkout.parse((await start(person, id, args).throwOnError()).data);
}

describe("start_workout", () => {
  test("a routine is begun, ticked off set by set, finished, and rises the next time", async () => {
    const ada = await signedUpUser();
    const [routineId, workoutId] = [await squats(ada), randomUUID()];

    const { workout, prescription } = await started(ada, workoutId, { p_routine_id: routineId });
    const sets = workout.exercises?.[0]?.sets ?? [];
    expect(sets.map(({ set_type, target }) => [set_type, target?.weight_kg])).toEqual([
      ["warmup", 50],
      ["normal", 100],
      ["normal", 100],
      ["normal", 100],
    ]);
    expect(sets.every(({ target }) => target?.rest_seconds === 180)).toBe(true);
    expect(prescription?.exercises[0]?.progression.reason.code).toBe("start");

    for (const { id, target } of sets) {
      await ada.client
        .from("workout_sets")
        .update({
          reps: 5,
          weight_kg: Number(target?.weight_kg),
          completed_at: new Date().toISOString(),
        })
        .eq("id", id)
        .throwOnError();
    }
    const { data: finished } = await ada.client
      .rpc("finish_workout", { p_workout_id: workoutId })
      .throwOnError();
    expect(LoggedWorkoutAnswer.parse(finished).workout).toMatchObject({ sets: 3, volume_kg: 1500 });

    const next = await started(ada, randomUUID(), { p_routine_id: routineId });
    expect(next.workout.exercises?.[0]?.sets?.at(-1)?.target?.weight_kg).toBe(102.5);
    const squat = await exerciseId("barbell-back-squat");
    const { data: last } = await ada.client
      .rpc("last_performance", { p_exercise_ids: [squat] })
      .throwOnError();
    expect(LastPerformance.parse(last)[squat]?.last).toMatchObject({ workout_id: workoutId });
  });

  test("the same call ten times at once begins one workout", async () => {
    const ada = await signedUpUser();
    const [routineId, workoutId] = [await squats(ada), randomUUID()];

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => start(ada, workoutId, { p_routine_id: routineId })),
    );

    expect(answers.map(({ error }) => error)).toEqual(Array(10).fill(null));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    const { count } = await ada.client
      .from("workout_sets")
      .select("id", { count: "exact", head: true })
      .eq("user_id", ada.id);
    expect(count).toBe(4);
  });

  test("of two phones at once one begins, and the other learns which workout is live", async () => {
    const ada = await signedUpUser();
    const ids = [randomUUID(), randomUUID()];

    const answers = await Promise.all(ids.map((id) => start(ada, id, { p_name: "Legs" })));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [winner] = ids.filter((_, index) => answers[index]?.error === null);
    const refusal = answers.find(({ error }) => error)?.error;
    expect(refusal?.message).toBe("workout_live");
    expect(refusal?.hint).toContain(winner);
    expect(ErrorDetails.parse(JSON.parse(refusal?.details ?? "")).path).toBe("p_workout_id");
  });

  test("what is somebody else's cannot be begun", async () => {
    const [ada, eve] = await Promise.all([signedUpUser(), signedUpUser()]);
    const routineId = await squats(ada);

    const answers = [
      await start(eve, randomUUID(), { p_routine_id: routineId }),
      await start(eve, randomUUID(), { p_routine_id: randomUUID() }),
      await start(eve, randomUUID(), {}),
    ];

    expect(answers.map(({ status, error }) => [status, error?.message])).toEqual([
      [409, "id_unusable"],
      [409, "id_unusable"],
      [422, "missing_field"],
    ]);
    expect(answers[0]?.error).toEqual(answers[1]?.error);
  });
});
