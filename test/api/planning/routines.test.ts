import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { RoutineAnswer } from "../../../types/contracts/routine.ts";
import { LoggedWorkoutAnswer, RepeatedWorkout } from "../../../types/contracts/workout.ts";
import { type Person, signedIn, signedUpUser } from "../people.ts";
import { aim, aRoutine, planned, read, refusedSave, saved } from "../routines.ts";
import { aWorkout, performed, set } from "../workouts.ts";

/** Somebody's second device. */
async function secondDevice(person: Person) {
  return { client: await signedIn(person) };
}

describe("save_routine", () => {
  test("a routine is made, read, edited and saved again, and its rows keep their ids", async () => {
    const ada = await signedUpUser();
    const routine = aRoutine([
      { ...(await planned("barbell-bench-press", aim(5, 100), aim(5, 100))), rest_seconds: 180 },
      { ...(await planned("push-up", aim(15))), warmup_ramp: null },
      // The same exercise once more, lighter.
      await planned("barbell-bench-press", aim(8, 80, { max_reps: 12, rpe: 8 })),
    ]);

    const first = await saved(ada, routine);
    expect(first).toMatchObject({ ...routine, version: 1, visibility: "private", position: 1 });
    expect(await read(ada, routine.id)).toEqual(first);

    const [bench, pushUp, lighter] = first.exercises;
    if (!bench || !pushUp || !lighter) throw new Error("Exercises are missing.");
    const second = await saved(ada, {
      ...first,
      name: "Push, heavier",
      exercises: [
        { ...pushUp, position: 1 },
        { ...bench, position: 2, sets: bench.sets.map((it) => ({ ...it, weight_kg: 102.5 })) },
      ],
    });

    expect(second).toMatchObject({ version: 2, name: "Push, heavier" });
    expect(second.exercises.map(({ id }) => id)).toEqual([pushUp.id, bench.id]);
    expect(second.exercises[1]?.sets.map(({ id, weight_kg }) => [id, weight_kg])).toEqual(
      bench.sets.map(({ id }) => [id, 102.5]),
    );
  });

  test("a save whose answer was lost is sent again, and answers the same", async () => {
    const ada = await signedUpUser();
    const routine = aRoutine([await planned("barbell-bench-press", aim(5, 100))]);

    const first = await saved(ada, routine);
    expect(await saved(ada, routine)).toEqual(first);

    const edited = { ...first, name: "Push B" };
    const second = await saved(ada, edited);
    expect(second.version).toBe(2);
    expect(await saved(ada, edited)).toEqual(second);
  });

  test("what is wrong is refused by the name of the field, and nothing is stored", async () => {
    const ada = await signedUpUser();
    const routine = aRoutine([
      await planned("barbell-bench-press", aim(5, 100)),
      await planned("push-up", aim(15), aim(15, 10)),
    ]);

    const refusal = await refusedSave(ada, routine);

    expect(refusal).toMatchObject({ status: 422, key: "field_not_allowed" });
    expect(refusal.details.path).toBe("exercises[1].sets[1].weight_kg");
    expect(refusal.hint).toMatch(/nothing was stored/);
    const { data } = await ada.client.from("routines").select("id").eq("user_id", ada.id).throwOnError();
    expect(data).toEqual([]);
  });

  test("a new routine has the visibility that its owner's settings say, and others read it so", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    await ada.client
      .from("profile_settings")
      .update({ default_routine_visibility: "public" })
      .eq("user_id", ada.id)
      .throwOnError();
    await ada.client.from("profiles").update({ visibility: "public" }).eq("user_id", ada.id).throwOnError();
    const routine = await saved(ada, aRoutine([await planned("push-up", aim(15))]));

    expect(routine.visibility).toBe("public");
    expect(await read(bob, routine.id)).toEqual(routine);
    expect(await refusedSave(bob, { ...routine, name: "Mine" })).toMatchObject({
      status: 409,
      key: "id_unusable",
      details: { path: "id" },
    });
    await saved(ada, { ...routine, visibility: "private" });
    const hidden = await bob.client.rpc("routine", { p_routine_id: routine.id });
    const invented = await bob.client.rpc("routine", { p_routine_id: randomUUID() });
    expect([hidden.error?.message, invented.error?.message]).toEqual(["id_unusable", "id_unusable"]);
  });
});

describe("two devices that edit one routine", () => {
  test("save it one after the other: the second is told, loses nothing, reads again and saves", async () => {
    const phone = await signedUpUser();
    const tablet = await secondDevice(phone);
    const routine = await saved(phone, aRoutine([await planned("barbell-bench-press", aim(5, 100))]));
    const onPhone = await read(phone, routine.id);
    const onTablet = await read(tablet, routine.id);

    const first = await saved(phone, { ...onPhone, notes: "From the phone" });
    const refusal = await refusedSave(tablet, { ...onTablet, name: "Push of the tablet", exercises: [] });

    expect(refusal).toMatchObject({ status: 409, key: "stale_version", details: { path: "version" } });
    expect(refusal.hint).toContain("Version 2 is stored");
    const readAgain = await read(tablet, routine.id);
    expect(readAgain).toEqual(first);

    const second = await saved(tablet, { ...readAgain, name: "Push of the tablet" });
    expect(second).toEqual({ ...first, name: "Push of the tablet", version: 3 });
  });

  test("one saves it, the other edits a row of a table: neither edit is lost", async () => {
    const phone = await signedUpUser();
    const tablet = await secondDevice(phone);
    const routine = await saved(phone, aRoutine([await planned("barbell-bench-press", aim(5, 100))]));
    const [set] = routine.exercises[0]?.sets ?? [];

    await tablet.client
      .from("routine_sets")
      .update({ weight_kg: 105 })
      .eq("id", set?.id ?? "")
      .throwOnError();
    const refusal = await refusedSave(phone, { ...routine, name: "Push of the phone" });

    expect(refusal).toMatchObject({ status: 409, key: "stale_version" });
    const readAgain = await read(phone, routine.id);
    expect(readAgain.name).toBe("Push");
    const merged = await saved(phone, { ...readAgain, name: "Push of the phone" });
    expect(merged.exercises[0]?.sets[0]?.weight_kg).toBe(105);
  });

  test("ten saves at once of one version: one is stored, nine are told", async () => {
    const ada = await signedUpUser();
    const routine = await saved(ada, aRoutine([await planned("push-up", aim(15))]));

    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        ada.client.rpc("save_routine", { p_routine: { ...routine, name: `Push ${n}` } }),
      ),
    );

    const stored = answers.filter(({ error }) => !error);
    expect(stored).toHaveLength(1);
    expect(answers.filter(({ error }) => error?.message === "stale_version")).toHaveLength(9);
    expect(await read(ada, routine.id)).toEqual(RoutineAnswer.parse(stored[0]?.data).routine);
  });
});

describe("through the tables", () => {
  test("each partial edit raises the routine's version, and one that changes nothing does not", async () => {
    const { client, ...ada } = await signedUpUser();
    const bench = await planned("barbell-bench-press", aim(5, 100));
    const routine = await saved({ client }, aRoutine([bench]));
    const pushUp = await planned("push-up");
    const setId = bench.sets?.[0]?.id ?? "";
    const version = async () => (await read({ client }, routine.id)).version;
    const edits = [
      () => client.from("routines").update({ notes: "Slowly" }).eq("id", routine.id),
      () =>
        client
          .from("routine_exercises")
          .insert({ id: pushUp.id, routine_id: routine.id, exercise_id: pushUp.exercise_id, position: 2 }),
      () => client.from("routine_exercises").update({ rest_seconds: 90 }).eq("id", pushUp.id),
      () =>
        client.from("routine_sets").insert({ id: randomUUID(), routine_exercise_id: pushUp.id, position: 1 }),
      () => client.from("routine_sets").update({ weight_kg: 102.5 }).eq("id", setId),
      () => client.from("routine_sets").delete().eq("id", setId),
      () => client.from("routine_exercises").delete().eq("id", pushUp.id),
    ];

    const versions = [await version()];
    for (const edit of edits) {
      await edit().throwOnError();
      versions.push(await version());
    }

    expect(versions).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    await client.from("routines").update({ notes: "Slowly" }).eq("id", routine.id).throwOnError();
    expect(await version()).toBe(8);
    const { data } = await client.from("routines").select("id").eq("user_id", ada.id).throwOnError();
    expect(data).toEqual([{ id: routine.id }]);
  });

  test("routines, and exercises in one, are put in another order by one upsert each", async () => {
    const ada = await signedUpUser();
    const bench = await planned("barbell-bench-press", aim(5, 100));
    const pushUp = await planned("push-up", aim(15));
    const push = await saved(ada, aRoutine([bench, pushUp], { position: 1 }));
    const pull = await saved(ada, aRoutine([], { name: "Pull", position: 2 }));

    await ada.client
      .from("routines")
      .upsert([
        { id: pull.id, name: pull.name, position: 1 },
        { id: push.id, name: push.name, position: 2 },
      ])
      .throwOnError();
    await ada.client
      .from("routine_exercises")
      .upsert([
        { id: pushUp.id, routine_id: push.id, exercise_id: pushUp.exercise_id, position: 1 },
        { id: bench.id, routine_id: push.id, exercise_id: bench.exercise_id, position: 2 },
      ])
      .throwOnError();

    const { data } = await ada.client
      .from("routines")
      .select("name")
      .eq("user_id", ada.id)
      .order("position")
      .throwOnError();
    expect(data.map(({ name }) => name)).toEqual(["Pull", "Push"]);
    const reordered = await read(ada, push.id);
    expect(reordered.exercises.map(({ id }) => id)).toEqual([pushUp.id, bench.id]);
    expect(reordered.exercises[1]?.sets).toEqual(push.exercises[0]?.sets);
  });

  test("a folder is deleted and its routines are kept", async () => {
    const ada = await signedUpUser();
    const folderId = randomUUID();
    await ada.client.from("routine_folders").insert({ id: folderId, name: "Gym" }).throwOnError();
    const routine = await saved(ada, aRoutine([], { folder_id: folderId }));

    await ada.client.from("routine_folders").delete().eq("id", folderId).throwOnError();

    expect(await read(ada, routine.id)).toMatchObject({ folder_id: null, version: 2 });
  });

  test("a routine that a plan uses is not deleted, and the refusal names the plan", async () => {
    const ada = await signedUpUser();
    const routine = await saved(ada, aRoutine([]));
    const planId = randomUUID();
    await ada.client.from("plans").insert({ id: planId, name: "Strength" }).throwOnError();
    await ada.client
      .from("plan_days")
      .insert({ id: randomUUID(), plan_id: planId, week: 1, weekday: 1, routine_id: routine.id })
      .throwOnError();

    const { error, status } = await ada.client.from("routines").delete().eq("id", routine.id);

    expect(status).toBe(409);
    expect(error).toMatchObject({ code: "PT409", message: "in_use" });
    expect(error?.details).toContain("Strength");
  });
});

describe("a performed workout", () => {
  test("becomes a routine, once however often it is asked for", async () => {
    const ada = await signedUpUser();
    const workout = aWorkout([
      await performed("barbell-bench-press", set(10, 20, { set_type: "warmup" }), set(5, 100), set(5, 102.5)),
      await performed("push-up", set(20)),
    ]);
    await ada.client.rpc("log_workout", { p_workout: workout }).throwOnError();
    const toRoutine = {
      p_workout_id: workout.id,
      p_routine_id: randomUUID(),
      p_name: "Push day",
    };

    const first = await ada.client.rpc("save_workout_as_routine", toRoutine).throwOnError();
    const second = await ada.client.rpc("save_workout_as_routine", toRoutine).throwOnError();

    expect(second.data).toEqual(first.data);
    const { routine } = RoutineAnswer.parse(first.data);
    expect(routine).toMatchObject({ id: toRoutine.p_routine_id, name: "Push day", version: 1 });
    expect(
      routine.exercises.map(({ sets }) =>
        sets.map(({ set_type, min_reps, max_reps, weight_kg }) => [set_type, min_reps, max_reps, weight_kg]),
      ),
    ).toEqual([
      [
        ["warmup", 10, 10, 20],
        ["normal", 5, 5, 100],
        ["normal", 5, 5, 102.5],
      ],
      [["normal", 20, 20, null]],
    ]);
  });

  test("is repeated: logged live, then ticked off set by set", async () => {
    const ada = await signedUpUser();
    const workout = aWorkout([await performed("barbell-bench-press", set(5, 100))]);
    await ada.client.rpc("log_workout", { p_workout: workout }).throwOnError();

    const { data } = await ada.client
      .rpc("repeat_workout", { p_workout_id: workout.id, p_repeat_id: randomUUID() })
      .throwOnError();
    const repeated = RepeatedWorkout.parse(data).workout;
    const [bench] = repeated.exercises ?? [];
    const [target] = bench?.sets ?? [];
    expect(target?.target).toEqual({ reps: 5, weight_kg: 100 });

    await ada.client.rpc("log_workout", { p_workout: repeated }).throwOnError();
    await ada.client
      .from("workout_sets")
      .update({ reps: 6, weight_kg: 100 })
      .eq("id", target?.id ?? "")
      .throwOnError();

    const answer = await ada.client.rpc("log_workout", { p_workout: repeated }).throwOnError();
    expect(LoggedWorkoutAnswer.parse(answer.data).workout).toMatchObject({ sets: 1, volume_kg: 600 });
  });
});
