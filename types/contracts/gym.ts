import { z } from "zod";

const UnitSystem = z.enum(["metric", "imperial"]);
const position = z.int().min(1).max(1000);

/**
 * A bar, a kind of plate, a fixed weight (a dumbbell, a kettlebell) or the stack of a machine, as `save_gym` takes it.
 * Plates have a quantity and neither `equipment_id` nor `exercise_id`; the others have one of the two. Stacks alone have
 * steps.
 */
export const GymItem = z.strictObject({
  id: z.uuid(),
  type: z.enum(["bar", "plate", "fixed_weight", "stack"]),
  /** Which equipment of exercises it is, such as `barbell`, `ez_bar`, `dumbbell` or `cable`. */
  equipment_id: z.string().min(1).max(60).nullish(),
  /** Of what serves one exercise alone, such as the carriage of a leg press: it goes before what serves equipment. */
  exercise_id: z.uuid().nullish(),
  name: z.string().min(1).max(120).nullish(),
  /** Of two that make a load alike, the first is taken. Left out, it is the place in the list. */
  position: position.nullish(),
  /** Of one bar, plate or fixed weight; of a stack its lightest setting. Kept to six decimals. */
  weight_kg: z.number().min(0).max(1000),
  /** How many there are, of plates in all; null where it does not matter. */
  quantity: z.int().min(1).max(200).nullish(),
  /** Of a stack: from one setting to the next, at most 500 of them. */
  step_kg: z.number().min(0.01).max(1000).nullish(),
  /** Of a stack: its heaviest setting. */
  max_weight_kg: z.number().min(0).max(1000).nullish(),
  /** What its label says; `metric` where it is left out. Sums are exact in it. */
  unit_system: UnitSystem.nullish(),
});

/** What `save_gym` takes. Every id is the client's own (uuid v7 recommended). */
export const Gym = z.strictObject({
  id: z.uuid(),
  /** The version that was read and edited; null for a new gym. */
  version: z.int().min(1).nullish(),
  name: z.string().min(1).max(120),
  /** True makes it the default in the place of another; the default stays it until then. */
  is_default: z.boolean().nullish(),
  equipment: z.array(GymItem).max(1000).nullish(),
});
export type Gym = z.infer<typeof Gym>;

/** A gym as stored: every field is there, equipment in order. It can be edited and saved as it is. */
const StoredGym = Gym.required().extend({
  version: z.int().min(1),
  is_default: z.boolean(),
  equipment: z.array(GymItem.required().extend({ position, unit_system: UnitSystem })),
});

/** Answer of `save_gym`. */
export const SavedGymAnswer = z.strictObject({ gym: StoredGym });

const LoadedItem = z.strictObject({ id: z.uuid(), name: z.string().nullable(), weight_kg: z.number() });

/** Answer of `load_plates`. */
export const Loading = z.strictObject({
  requested_kg: z.number(),
  /** The nearest load that there is, the lighter of two that are as near; without equipment the nearest 0.5 kg. */
  loaded_kg: z.number(),
  /** `loaded_kg` less `requested_kg`. */
  difference_kg: z.number(),
  /** One step down from `loaded_kg`; null where there is none. */
  below_kg: z.number().nullable(),
  /** One step up from `loaded_kg`; null where there is none. */
  above_kg: z.number().nullable(),
  /** What makes the load; `plates` are held or hung on, and `none` says that the gym has nothing for the exercise. */
  type: z.enum(["bar", "fixed_weight", "stack", "plates", "none"]),
  bar: LoadedItem.nullable(),
  /** The fixed weight or stack. */
  item: LoadedItem.nullable(),
  /** How many sides get the plates of `per_side`: two of a bar, one of a landmine or a belt; null without plates. */
  sides: z.int().min(1).max(2).nullable(),
  /** From the inside out. */
  per_side: z.array(
    z.strictObject({ weight_kg: z.number(), unit_system: UnitSystem, count: z.int().min(1) }),
  ),
});
