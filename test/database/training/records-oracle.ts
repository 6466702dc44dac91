import type { Client } from "pg";

// Written from what public.records promises, not from how it is kept: it follows ids alone, asks workouts for the day
// and the catalogue for the kind, and goes through a whole history workout by workout. Amounts are whole thousandths,
// so that nothing is lost in between.

const rawSets = `
  select
    workouts.user_id as "userId",
    workouts.id as "workoutId",
    workouts.started_at as "startedAt",
    workouts.ended_at is not null as "isFinished",
    ((workouts.started_at at time zone workouts.time_zone - workouts.day_start_hour * interval '1 hour')::date)::text
      as day,
    workout_exercises.exercise_id as "exerciseId",
    exercises.kind as "exerciseKind",
    workout_exercises.position as "exercisePosition",
    workout_exercises.id as "workoutExerciseId",
    workout_sets.position,
    workout_sets.id,
    workout_sets.reps,
    (workout_sets.weight_kg * 1000)::float8 as grams,
    workout_sets.duration_seconds as seconds,
    (workout_sets.distance_meters * 100)::float8 as centimeters
  from public.workout_sets
  join public.workout_exercises on workout_exercises.id = workout_sets.workout_exercise_id
  join public.workouts on workouts.id = workout_exercises.workout_id
  join public.exercises on exercises.id = workout_exercises.exercise_id
  where workouts.user_id = any ($1)
    and workout_sets.set_type <> 'warmup'
    and coalesce(workout_sets.reps, workout_sets.duration_seconds, workout_sets.distance_meters) is not null
`;

interface RawSet {
  readonly userId: string;
  readonly workoutId: string;
  readonly startedAt: Date;
  readonly isFinished: boolean;
  readonly day: string;
  readonly exerciseId: string;
  readonly exerciseKind: string;
  readonly exercisePosition: number;
  readonly workoutExerciseId: string;
  readonly position: number;
  readonly id: string;
  readonly reps: number | null;
  readonly grams: number | null;
  readonly seconds: number | null;
  readonly centimeters: number | null;
}

interface Achievement {
  readonly kind: string;
  readonly reps: number | null;
  readonly value: number;
  readonly setId: string;
}

interface ExpectedRecord extends Achievement {
  readonly exerciseId: string;
  readonly day: string;
  readonly workoutId: string;
  readonly previous: number | null;
  readonly isSuspect: boolean;
}

const bodyIsLifted = new Set(["reps_only", "bodyweight_reps", "weighted_bodyweight"]);
const lessIsBetter = new Set(["best_pace", "least_assistance"]);

const loadOf = (set: RawSet) => (set.exerciseKind === "assisted_bodyweight" ? null : set.grams);

/** O'Conner's formula; a single is itself. */
const estimate = (grams: number, reps: number) =>
  reps === 1 ? grams : Math.round((grams * (40 + reps)) / 40);

/** Everything that one set achieves, but for assistance. */
function achievementsOf(set: RawSet): Achievement[] {
  const load = loadOf(set);
  const { reps, seconds, centimeters } = set;
  const found: { kind: string; reps?: number; value: number | null | undefined }[] = [
    { kind: "max_weight", value: reps === 0 ? null : load },
    { kind: "set_volume", value: load !== null && reps !== null ? load * reps : null },
    { kind: "most_reps", value: bodyIsLifted.has(set.exerciseKind) && reps ? reps * 1000 : null },
    { kind: "longest_duration", value: seconds && seconds * 1000 },
    { kind: "farthest_distance", value: centimeters && centimeters * 10 },
    {
      kind: "best_pace",
      value: centimeters && seconds ? Math.round((seconds * 100_000_000) / centimeters) : null,
    },
  ];
  if (load !== null && reps !== null && reps >= 1 && reps <= 12)
    found.push({ kind: "rep_max", reps, value: load });
  if (set.exerciseKind === "weight_reps" && load !== null && reps !== null && reps >= 1 && reps <= 10)
    found.push({ kind: "e1rm", reps, value: estimate(load, reps) });
  return found.flatMap(({ kind, reps: count, value }) =>
    value ? [{ kind, reps: count ?? null, value, setId: set.id }] : [],
  );
}

const isBetter = (kind: string, value: number, than: number) =>
  lessIsBetter.has(kind) ? value < than : value > than;

/** Estimates are one chain, whatever the repetitions behind them. */
const chainOf = ({ kind, reps }: Achievement) => (kind === "e1rm" ? kind : `${kind} ${reps}`);

/** The best of one workout in each chain; of equals the first. */
function bestsOf(sets: RawSet[]): Map<string, Achievement> {
  const bests = new Map<string, Achievement>();
  for (const achievement of sets.flatMap(achievementsOf)) {
    const best = bests.get(chainOf(achievement));
    // Of equal estimates, that from fewer repetitions.
    const isSurer =
      best?.kind === "e1rm" &&
      achievement.value === best.value &&
      Number(achievement.reps) < Number(best.reps);
    if (!best || isBetter(best.kind, achievement.value, best.value) || isSurer)
      bests.set(chainOf(achievement), achievement);
  }
  const volumes = sets.map((set) => ({ id: set.id, volume: (loadOf(set) ?? 0) * (set.reps ?? 0) }));
  const last = volumes.filter(({ volume }) => volume > 0).at(-1);
  if (last) {
    const value = volumes.reduce((sum, { volume }) => sum + volume, 0);
    bests.set("session_volume", { kind: "session_volume", reps: null, value, setId: last.id });
  }
  return bests;
}

interface Assisted {
  readonly setId: string;
  readonly assistance: number;
  readonly reps: number;
}

function assistedSets(sets: RawSet[]): Assisted[] {
  return sets.flatMap(({ id, exerciseKind, grams, reps }) =>
    exerciseKind === "assisted_bodyweight" && grams !== null && reps
      ? [{ setId: id, assistance: grams, reps }]
      : [],
  );
}

const least = (sets: Assisted[], reps: number) => {
  const enough = sets.filter((set) => Math.min(set.reps, 12) >= reps).map(({ assistance }) => assistance);
  return enough.length > 0 ? Math.min(...enough) : null;
};

/** For which counts a workout needed less assistance than any set before it, of as many repetitions or more. */
function assistanceRecords(
  now: Assisted[],
  before: Assisted[],
): (Achievement & { previous: number | null })[] {
  return Array.from({ length: 12 }, (_, index) => index + 1).flatMap((reps) => {
    const own = now
      .filter((set) => Math.min(set.reps, 12) === reps)
      .sort((one, other) => one.assistance - other.assistance || other.reps - one.reps)[0];
    const previous = least(before, reps);
    const rival = least(now, reps + 1);
    if (!own || (previous !== null && own.assistance >= previous)) return [];
    if (reps < 12 && rival !== null && rival <= own.assistance) return [];
    return [{ kind: "least_assistance", reps, value: own.assistance, setId: own.setId, previous }];
  });
}

/** What other days are compared with: a load for whatever is about loads. */
const measureOf = (kind: string) => (kind === "rep_max" || kind === "e1rm" ? "max_weight" : kind);

/** The best of each measure on each day, workouts that are not finished included. */
function daysOf(sets: RawSet[]): Map<string, Map<string, number>> {
  const days = new Map<string, Map<string, number>>();
  for (const [day, ofDay] of Map.groupBy(sets, (set) => set.day)) {
    const bests = [...bestsOf(ofDay).values()].filter(({ kind }) => kind !== "rep_max" && kind !== "e1rm");
    days.set(day, new Map(bests.map(({ kind, value }) => [kind, value])));
  }
  return days;
}

function recordsOfExercise(sets: RawSet[]): ExpectedRecord[] {
  const first = sets[0];
  if (!first) return [];
  const days = daysOf(sets);
  const standing = new Map<string, number>();
  const assistedBefore: Assisted[] = [];

  const isSuspect = (record: {
    kind: string;
    value: number;
    previous: number | null;
    day: string;
    load: number;
  }) => {
    const { kind, value, previous } = record;
    if (kind === "least_assistance") return false;
    const supports = (other: number, claimed: number) =>
      kind === "best_pace" ? other * 2 <= claimed * 3 : other * 3 >= claimed * 2;
    if (previous !== null && supports(previous, value)) return false;
    const others = [...days]
      .filter(([day]) => day !== record.day)
      .flatMap(([, measures]) => measures.get(measureOf(kind)) ?? []);
    const claimed = kind === "e1rm" ? record.load : value;
    return others.length > 0 && !others.some((other) => supports(other, claimed));
  };

  const workouts = [
    ...Map.groupBy(
      sets.filter(({ isFinished }) => isFinished),
      ({ workoutId }) => workoutId,
    ).values(),
  ];
  const inOrder = workouts.toSorted(([one], [other]) => {
    if (!one || !other) return 0;
    return (
      one.day.localeCompare(other.day) ||
      one.startedAt.getTime() - other.startedAt.getTime() ||
      (one.workoutId < other.workoutId ? -1 : 1)
    );
  });
  return inOrder.flatMap((unordered) => {
    const ofWorkout = unordered.toSorted(
      (one, other) =>
        one.exercisePosition - other.exercisePosition ||
        (one.workoutExerciseId < other.workoutExerciseId ? -1 : 0) ||
        (one.workoutExerciseId > other.workoutExerciseId ? 1 : 0) ||
        one.position - other.position ||
        (one.id < other.id ? -1 : 1),
    );
    const achieved: (Achievement & { previous: number | null })[] = [];
    for (const [chain, best] of bestsOf(ofWorkout)) {
      const previous = standing.get(chain) ?? null;
      if (previous !== null && !isBetter(best.kind, best.value, previous)) continue;
      standing.set(chain, best.value);
      achieved.push({ ...best, previous });
    }
    const assisted = assistedSets(ofWorkout);
    achieved.push(...assistanceRecords(assisted, assistedBefore));
    assistedBefore.push(...assisted);

    const { day, workoutId } = ofWorkout[0] ?? first;
    return achieved.map((record) => {
      const load = ofWorkout.find(({ id }) => id === record.setId)?.grams ?? 0;
      return {
        ...record,
        exerciseId: first.exerciseId,
        day,
        workoutId,
        isSuspect: isSuspect({ ...record, day, load }),
      };
    });
  });
}

const shown = (record: ExpectedRecord) =>
  JSON.stringify([
    record.exerciseId,
    record.kind,
    record.reps,
    record.day,
    record.workoutId,
    record.setId,
    record.value,
    record.previous,
    record.isSuspect,
  ]);

const stored = `
  select
    exercise_id as "exerciseId", kind, reps, achieved_on::text as day, workout_id as "workoutId",
    workout_set_id as "setId", (value * 1000)::float8 as value, (previous_value * 1000)::float8 as previous,
    is_suspect as "isSuspect"
  from public.records
  where user_id = any ($1)`;

/**
 * Where public.records differs from a recompute from raw sets by O'Conner's formula; nothing where it is exact.
 * @param client acts as the owner of the tables
 */
export async function recordDifferences(client: Client, userIds: string[]): Promise<string[]> {
  // The one formula whose figures have few digits. It is applied on reading, so that it can be chosen now.
  await client.query("update public.profile_settings set e1rm_formula = 'oconner' where user_id = any ($1)", [
    userIds,
  ]);
  const sets = (await client.query<RawSet>(rawSets, [userIds])).rows;
  const answered = (await client.query<ExpectedRecord>(stored, [userIds])).rows.map(shown);
  const expected = [...Map.groupBy(sets, (set) => set.userId + set.exerciseId).values()]
    .flatMap(recordsOfExercise)
    .map(shown);
  const [isAnswered, isExpected] = [new Set(answered), new Set(expected)];
  return [
    ...expected.filter((record) => !isAnswered.has(record)).map((record) => `missing ${record}`),
    ...answered.filter((record) => !isExpected.has(record)).map((record) => `wrong ${record}`),
  ];
}
