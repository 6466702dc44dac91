import { expect, test } from "vitest";
import { LoggedWorkoutAnswer } from "../../../types/contracts/workout.ts";
import { signedIn, signedUpUser } from "../people.ts";
import { aWorkout, performed, set } from "../workouts.ts";

// A bad connection: requests come twice, late, in any order and all at once, from two devices of one user.

const revisions = 8;
const deliveries = 4;

/** The items in an order that has nothing to do with theirs, the same each time. */
function shuffled<Item>(items: Item[]): Item[] {
  let state = 20_261_125;
  return items
    .map((item) => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return { item, rank: state };
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}

test("however requests of one workout are repeated, reordered and sent at once, the highest revision stays", async () => {
  const ada = await signedUpUser();
  const devices = [ada.client, await signedIn(ada)];
  const [bench, squat] = [await performed("barbell-bench-press"), await performed("barbell-back-squat")];
  const sets = Array.from({ length: revisions }, () => set(5, 100));
  const first = aWorkout([]);
  const edits = Array.from({ length: revisions }, (_, index) => ({
    ...first,
    revision: index + 1,
    name: `Revision ${index + 1}`,
    // Each revision has one set more than the last, and moves one to the other exercise.
    exercises: [
      { ...bench, position: 1, sets: sets.slice(0, index).map((it, at) => ({ ...it, position: at + 1 })) },
      { ...squat, position: 2, sets: sets.slice(index, index + 1).map((it) => ({ ...it, position: 1 })) },
    ],
  }));
  const requests = shuffled(Array.from({ length: deliveries }, () => edits).flat());

  const answers = await Promise.all(
    requests.map((p_workout, index) => devices[index % devices.length]?.rpc("log_workout", { p_workout })),
  );

  expect(answers.map((answer) => answer?.error)).toEqual(requests.map(() => null));
  const { data } = await ada.client
    .rpc("log_workout", { p_workout: { ...first, revision: 1 } })
    .throwOnError();
  expect(LoggedWorkoutAnswer.parse(data).workout).toMatchObject({
    revision: revisions,
    name: `Revision ${revisions}`,
    sets: revisions,
    volume_kg: 500 * revisions,
  });
  const stored = await ada.client.from("workout_sets").select("id").eq("user_id", ada.id).throwOnError();
  expect(stored.data.map(({ id }) => id).sort()).toEqual(sets.map(({ id }) => id).sort());
  const { data: dashboard } = await ada.client.rpc("dashboard", { p_from: "2026-03-02", p_to: "2026-03-03" });
  expect(dashboard).toMatchObject({ totals: { workouts: 1, sets: revisions, volume_kg: 500 * revisions } });
});
