import fc from "fast-check";
import type { Client } from "pg";

/** The measures that the sets of each kind of exercise have, as the docs promise them. */
const measuresOf = {
  weight_reps: ["weight_kg", "reps"],
  reps_only: ["reps"],
  bodyweight_reps: ["reps"],
  weighted_bodyweight: ["weight_kg", "reps"],
  assisted_bodyweight: ["weight_kg", "reps"],
  duration: ["duration_seconds"],
  weight_duration: ["weight_kg", "duration_seconds"],
  distance_duration: ["distance_meters", "duration_seconds"],
  weight_distance: ["weight_kg", "distance_meters"],
} as const;

type Kind = keyof typeof measuresOf;

/** An exercise of the catalogue. */
export interface CatalogExercise {
  readonly id: string;
  readonly kind: Kind;
}

/** What somebody did in one set, before it is known which of the measures its exercise has. */
export interface Effort {
  readonly set_type: string;
  readonly reps: number | null;
  readonly weight_kg: number | null;
  readonly duration_seconds: number | null;
  readonly distance_meters: number | null;
}

/** When and where a workout began. */
export interface Start {
  readonly started_at: string;
  readonly time_zone: string;
}

/** Facts of a workout; `exercise` points into a list of catalogue exercises. */
export interface WorkoutFacts extends Start {
  /** Null while it is live. */
  readonly ended_at: string | null;
  readonly exercises: { exercise: number; efforts: Effort[] }[];
}

/** The element that any natural number points at. */
export function pick<Item>(items: readonly Item[], index: number): Item | undefined {
  return items[index % items.length];
}

/** The effort with the measures that sets of this kind have. */
export function effortOf(kind: Kind, effort: Effort): Effort {
  const measures: readonly string[] = measuresOf[kind];
  const keep = <Value>(name: string, value: Value) => (measures.includes(name) ? value : null);
  return {
    set_type: effort.set_type,
    reps: keep("reps", effort.reps),
    weight_kg: keep("weight_kg", effort.weight_kg),
    duration_seconds: keep("duration_seconds", effort.duration_seconds),
    distance_meters: keep("distance_meters", effort.distance_meters),
  };
}

/** Whether sets of one kind may stand under an exercise of another. */
export function fits(from: Kind, to: Kind): boolean {
  const measures: readonly string[] = measuresOf[to];
  return measuresOf[from].every((name) => measures.includes(name));
}

/** One exercise of each kind, and a second one that is lifted with weight. */
export async function catalogExercises(client: Client): Promise<CatalogExercise[]> {
  const { rows } = await client.query<CatalogExercise>(`
    select id, kind
    from (select id, kind, row_number() over (partition by kind order by slug) as rank from public.exercises) as ranked
    where rank = 1 or (rank = 2 and kind = 'weight_reps')
    order by kind, rank`);
  return rows;
}

const maybe = (maximum: number, divisor = 1) =>
  fc.option(fc.integer({ min: 0, max: maximum }).map((value) => value / divisor));

export const aSetType = fc.constantFrom("normal", "normal", "normal", "warmup", "drop", "failure", "amrap");

export const anEffort: fc.Arbitrary<Effort> = fc.record({
  set_type: aSetType,
  // A failed attempt is a case of its own.
  reps: fc.oneof({ arbitrary: maybe(17), weight: 4 }, { arbitrary: fc.constant(0), weight: 1 }),
  weight_kg: maybe(300_000, 1000),
  duration_seconds: maybe(7200),
  distance_meters: maybe(1_000_000, 100),
});

// Four days around the night in which Berlin puts its clocks forward, so that days meet and part.
export const aStart: fc.Arbitrary<Start> = fc.record({
  started_at: fc
    .integer({ min: 0, max: 4 * 24 * 60 })
    .map((minutes) => new Date(Date.UTC(2026, 2, 27) + minutes * 60_000).toISOString()),
  time_zone: fc.constantFrom(
    "UTC",
    "Europe/Berlin",
    "America/Los_Angeles",
    "Pacific/Auckland",
    "Asia/Kathmandu",
  ),
});

// Late enough to come after every start, wherever a workout is moved to.
export const anEnd: fc.Arbitrary<string | null> = fc.constantFrom("2026-06-01T00:00:00Z", null);

export const someWorkout: fc.Arbitrary<WorkoutFacts> = fc
  .tuple(
    aStart,
    anEnd,
    fc.array(fc.record({ exercise: fc.nat(), efforts: fc.array(anEffort, { maxLength: 5, size: "max" }) }), {
      maxLength: 4,
      size: "max",
    }),
  )
  .map(([start, ended_at, exercises]) => ({ ...start, ended_at, exercises }));
