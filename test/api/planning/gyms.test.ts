import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { ErrorDetails } from "../../../types/contracts/error.ts";
import { Gym, type GymItem, Loading, SavedGymAnswer } from "../../../types/contracts/gym.ts";
import { kilogramsFromPounds, poundsFromKilograms } from "../../../types/units.ts";
import { type Person, signedUpUser } from "../people.ts";
import { exerciseId } from "../workouts.ts";

type Item = z.infer<typeof GymItem>;

function aGym(items: Omit<Item, "id">[], rest: Partial<Gym> = {}): Gym {
  return Gym.parse({
    id: randomUUID(),
    name: "Home",
    ...rest,
    equipment: items.map((it) => ({ id: randomUUID(), ...it })),
  });
}

const barbell = { type: "bar", equipment_id: "barbell", weight_kg: 20 } as const;

function plates(weightKg: number, quantity: number): Omit<Item, "id"> {
  return { type: "plate", weight_kg: weightKg, quantity };
}

/** A bar of 45 lb, and plates as their labels say. */
function poundRack(): Omit<Item, "id">[] {
  const imperial = { unit_system: "imperial" } as const;
  return [
    { ...barbell, weight_kg: kilogramsFromPounds(45, 6), ...imperial },
    ...[45, 35, 25, 10, 5, 2.5].map((pounds) => ({
      ...plates(kilogramsFromPounds(pounds, 6), pounds === 45 ? 8 : 2),
      ...imperial,
    })),
  ];
}

async function save(person: Person, gym: Gym) {
  const { data } = await person.client.rpc("save_gym", { p_gym: gym }).throwOnError();
  return SavedGymAnswer.parse(data).gym;
}

async function load(person: Person, slug: string, weightKg: number, gymId?: string) {
  const { data } = await person.client
    .rpc("load_plates", {
      p_exercise_id: await exerciseId(slug),
      p_weight_kg: weightKg,
      ...(gymId === undefined ? {} : { p_gym_id: gymId }),
    })
    .throwOnError();
  return Loading.parse(data);
}

describe("a gym", () => {
  test("is saved whole, read from its tables, edited and saved again", async () => {
    const ada = await signedUpUser();
    const saved = await save(ada, aGym([barbell, plates(20, 4), plates(1.25, 2)]));

    expect(saved).toMatchObject({ version: 1, is_default: true });
    const { data } = await ada.client
      .from("gym_equipment")
      .select("type, weight_kg, quantity, gyms(name)")
      .eq("gym_id", saved.id)
      .order("position")
      .throwOnError();
    expect(data).toEqual([
      { type: "bar", weight_kg: 20, quantity: null, gyms: { name: "Home" } },
      { type: "plate", weight_kg: 20, quantity: 4, gyms: { name: "Home" } },
      { type: "plate", weight_kg: 1.25, quantity: 2, gyms: { name: "Home" } },
    ]);

    const edited = await save(ada, { ...saved, name: "Garage", equipment: saved.equipment.slice(0, 2) });
    expect(edited).toMatchObject({ name: "Garage", equipment: saved.equipment.slice(0, 2) });
    expect(edited.version).not.toBe(saved.version);
  });

  test("that two devices edit keeps the first edit, and the second is told", async () => {
    const ada = await signedUpUser();
    const read = await save(ada, aGym([barbell, plates(20, 2)]));
    await ada.client
      .from("gym_equipment")
      .update({ quantity: 4 })
      .eq("gym_id", read.id)
      .eq("type", "plate")
      .throwOnError();

    const { error, status } = await ada.client.rpc("save_gym", { p_gym: { ...read, name: "Garage" } });

    expect(status).toBe(409);
    expect(error).toMatchObject({ code: "PT409", message: "stale_version" });
    const { data } = await ada.client
      .from("gym_equipment")
      .select("quantity, gyms(name)")
      .eq("gym_id", read.id)
      .order("position")
      .throwOnError();
    expect(data).toEqual([
      { quantity: null, gyms: { name: "Home" } },
      { quantity: 4, gyms: { name: "Home" } },
    ]);
  });

  test("whose answer was lost is saved again without harm", async () => {
    const ada = await signedUpUser();
    const gym = aGym([barbell, plates(20, 2)]);

    expect(await save(ada, gym)).toEqual(await save(ada, gym));
  });

  test("with a plate of one bar alone is refused by name", async () => {
    const ada = await signedUpUser();
    const gym = aGym([barbell, { ...plates(20, 2), equipment_id: "barbell" }]);

    const { error, status } = await ada.client.rpc("save_gym", { p_gym: gym });

    expect(status).toBe(422);
    expect(error).toMatchObject({ code: "PT422", message: "field_not_allowed" });
    expect(ErrorDetails.parse(JSON.parse(error?.details ?? "")).path).toBe("equipment[1].equipment_id");
  });

  test("of somebody else is neither saved over nor loaded from", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    const gym = await save(ada, aGym([barbell, plates(20, 2)]));

    const saved = await bob.client.rpc("save_gym", { p_gym: gym });
    const loaded = await bob.client.rpc("load_plates", {
      p_gym_id: gym.id,
      p_exercise_id: await exerciseId("barbell-back-squat"),
      p_weight_kg: 60,
    });

    expect([saved.status, loaded.status]).toEqual([409, 409]);
    expect([saved.error?.message, loaded.error?.message]).toEqual(["id_unusable", "id_unusable"]);
  });
});

describe("load_plates", () => {
  test("tells how to load the bar of the default gym", async () => {
    const ada = await signedUpUser();
    const { equipment } = await save(
      ada,
      aGym([barbell, plates(25, 2), plates(20, 4), plates(15, 2), plates(1.25, 2)]),
    );

    expect(await load(ada, "barbell-back-squat", 101.3)).toEqual({
      requested_kg: 101.3,
      loaded_kg: 102.5,
      difference_kg: 1.2,
      below_kg: 100,
      above_kg: 110,
      type: "bar",
      bar: { id: equipment[0]?.id, name: null, weight_kg: 20 },
      item: null,
      sides: 2,
      per_side: [
        { weight_kg: 25, unit_system: "metric", count: 1 },
        { weight_kg: 15, unit_system: "metric", count: 1 },
        { weight_kg: 1.25, unit_system: "metric", count: 1 },
      ],
    });
  });

  test.each([
    [135, [45]],
    [185, [45, 25]],
    [225, [45, 45]],
    [315, [45, 45, 45]],
  ])("in pounds: %d lb come back as such, from %j on each side", async (pounds, perSide) => {
    const ada = await signedUpUser();
    const gym = await save(ada, aGym(poundRack()));

    const loading = await load(ada, "barbell-back-squat", kilogramsFromPounds(pounds), gym.id);

    expect(poundsFromKilograms(loading.loaded_kg)).toBe(pounds);
    expect(loading.difference_kg).toBe(0);
    expect(
      loading.per_side.flatMap(({ weight_kg, count }) => Array(count).fill(poundsFromKilograms(weight_kg))),
    ).toEqual(perSide);
  });

  test("without a gym rounds to half a kilogram", async () => {
    const ada = await signedUpUser();

    expect(await load(ada, "dumbbell-curl", 12.3)).toMatchObject({
      type: "none",
      loaded_kg: 12.5,
      bar: null,
      per_side: [],
    });
  });

  test("takes the gym that was made the default last", async () => {
    const ada = await signedUpUser();
    await save(ada, aGym([barbell]));
    await save(ada, aGym([{ ...barbell, weight_kg: 15 }], { name: "Work", is_default: true }));

    expect((await load(ada, "barbell-back-squat", 1)).loaded_kg).toBe(15);
  });
});
