import { describe, expect, test } from "vitest";
import { DeletedExercise, ExerciseAnswer, ExerciseSearch } from "../../../types/contracts/exercise.ts";
import { anExercise } from "../exercises.ts";
import { type Person, signedUpUser } from "../people.ts";
import { aWorkout, set } from "../workouts.ts";

async function save(person: Person, exercise: object) {
  const { data } = await person.client
    .rpc("save_exercise", { p_exercise: JSON.parse(JSON.stringify(exercise)) })
    .throwOnError();
  return ExerciseAnswer.parse(data).exercise;
}

async function found(person: Person, query: string): Promise<string[]> {
  const { data } = await person.client.rpc("search_exercises", { p_query: query }).throwOnError();
  return ExerciseSearch.parse(data).items.map(({ id }) => id);
}

describe("an exercise of one's own", () => {
  test("is stored, found under each of its names, and nobody else's", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    const exercise = anExercise();

    const stored = await save(ada, exercise);

    expect(stored).toMatchObject({ ...exercise, version: 1, muscles: [{ weight: 1 }, { weight: 0.5 }] });
    expect(await found(ada, "zottman flamingo")).toContain(exercise.id);
    expect(await found(bob, "zottman flamingo")).not.toContain(exercise.id);
    const read = await bob.client.from("exercises").select("id").eq("id", exercise.id).throwOnError();
    expect(read.data).toEqual([]);
  });

  test("is saved again by a client that got no answer, which changes nothing", async () => {
    const ada = await signedUpUser();
    const exercise = anExercise();

    const first = await save(ada, exercise);
    const edited = { ...first, name: "Zottman Curl", muscles: [] };
    const second = await save(ada, edited);

    expect(await save(ada, edited)).toEqual(second);
    expect(second).toEqual({ ...edited, version: 2 });
  });

  test("keeps the edit of the device that was first, and tells the other one", async () => {
    const ada = await signedUpUser();
    const read = await save(ada, anExercise());
    const first = await save(ada, { ...read, name: "First" });

    const late = await ada.client.rpc("save_exercise", {
      p_exercise: JSON.parse(JSON.stringify({ ...read, name: "Late" })),
    });

    expect(late.status).toBe(409);
    expect(late.error).toMatchObject({ code: "PT409", message: "stale_version" });
    expect(late.error?.hint).toContain(`Version ${first.version} is stored`);
    expect(await save(ada, { ...first, name: "Late" })).toMatchObject({ name: "Late", version: 3 });
  });

  test("has a version that edits of its parts through the tables raise, too", async () => {
    const ada = await signedUpUser();
    const exercise = await save(ada, anExercise());

    await ada.client
      .from("exercise_muscles")
      .update({ weight: 0.75 })
      .eq("exercise_id", exercise.id)
      .eq("muscle_id", "forearms")
      .throwOnError();

    const { data } = await ada.client
      .from("exercises")
      .select("version")
      .eq("id", exercise.id)
      .single()
      .throwOnError();
    expect(data.version).toBe(2);
  });

  test("does not become of a kind that its logged sets do not fit", async () => {
    const ada = await signedUpUser();
    const exercise = await save(ada, anExercise());
    const workout = aWorkout([
      { id: crypto.randomUUID(), exercise_id: exercise.id, sets: [{ ...set(10, 12.5), position: 1 }] },
    ]);
    await ada.client.rpc("log_workout", { p_workout: workout }).throwOnError();

    const { error, status } = await ada.client.rpc("save_exercise", {
      p_exercise: JSON.parse(JSON.stringify({ ...exercise, kind: "duration" })),
    });

    expect(status).toBe(409);
    expect(error).toMatchObject({ message: "kind_in_use" });
    expect(await save(ada, { ...exercise, kind: "weighted_bodyweight" })).toMatchObject({ version: 2 });
  });

  test("is archived while a workout has it, and gone once nothing has", async () => {
    const ada = await signedUpUser();
    const exercise = await save(ada, anExercise());
    const workout = aWorkout([
      { id: crypto.randomUUID(), exercise_id: exercise.id, sets: [{ ...set(10, 12.5), position: 1 }] },
    ]);
    await ada.client.rpc("log_workout", { p_workout: workout }).throwOnError();
    const remove = async () => {
      const { data } = await ada.client.rpc("delete_exercise", { p_exercise_id: exercise.id }).throwOnError();
      return DeletedExercise.parse(data).outcome;
    };

    expect(await remove()).toBe("archived");
    expect(await found(ada, "zottman flamingo")).not.toContain(exercise.id);
    const history = await ada.client
      .from("workout_exercises")
      .select("exercises(name)")
      .eq("exercise_id", exercise.id)
      .throwOnError();
    expect(history.data).toEqual([{ exercises: { name: exercise.name } }]);

    const { data } = await ada.client.rpc("restore_exercise", { p_exercise_id: exercise.id }).throwOnError();
    expect(ExerciseAnswer.parse(data).exercise.name).toBe(exercise.name);
    expect(await found(ada, "zottman flamingo")).toContain(exercise.id);

    await ada.client.from("workouts").delete().eq("id", workout.id).throwOnError();
    expect(await remove()).toBe("deleted");
  });
});
