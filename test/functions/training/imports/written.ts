import fc from "fast-check";

// Workouts as a person might have logged them, and files of them as the apps write those.

interface WrittenSet {
  type: "normal" | "warmup" | "drop" | "failure";
  /** In eighths of a kilogram, or quarters of a pound, whichever the file has. */
  load: number | null;
  reps: number | null;
  /** In hundredths of a kilometre, or of a mile. */
  distance: number | null;
  seconds: number | null;
  rpe: number | null;
  rest: number | null;
}

interface WrittenExercise {
  name: string;
  notes: string | null;
  superset: number | null;
  sets: WrittenSet[];
}

export interface WrittenWorkout {
  /** Minutes since 1970 on the wall. */
  start: number;
  minutes: number;
  name: string;
  notes: string | null;
  exercises: WrittenExercise[];
}

/** What a variant's columns can hold of a workout. */
export interface Variant {
  id: string;
  separator: string;
  header: string[];
  /** The units of the file, or of the request where the file says none. */
  units: { weight: "kg" | "lb"; distance: "km" | "mi" };
  keeps: ("duration" | "types" | "notes" | "workoutNotes" | "rpe" | "rest" | "superset")[];
  rows(workout: WrittenWorkout, exercise: WrittenExercise, set: WrittenSet, index: number): string[][];
}

const text = (maxLength: number) =>
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength })
    .map((value) => value.replaceAll(/(?!\n)\p{Cc}/gu, "").trim())
    .filter((value) => value !== "" && value.length <= 100);
const hostile = fc.constantFrom(
  '"',
  '""',
  "a,b",
  "a;b",
  "=1+1",
  "line\nline",
  "'",
  "@x",
  "-",
  "\ufeffx".trim(),
  "ğı",
);
const words = fc.oneof(text(20), hostile);

const measured = fc.oneof(
  fc.record({ load: fc.option(fc.integer({ min: 1, max: 4000 })), reps: fc.integer({ min: 1, max: 50 }) }),
  fc.record({
    seconds: fc.integer({ min: 1, max: 7200 }),
    distance: fc.option(fc.integer({ min: 1, max: 5000 })),
  }),
);
const set: fc.Arbitrary<WrittenSet> = fc
  .tuple(
    measured,
    fc.record({
      type: fc.constantFrom("normal", "warmup", "drop", "failure"),
      rpe: fc.option(fc.integer({ min: 12, max: 20 }).map((halves) => halves / 2)),
      rest: fc.option(fc.integer({ min: 1, max: 600 })),
    }),
  )
  .map(([measures, rest]) => ({
    load: null,
    reps: null,
    distance: null,
    seconds: null,
    ...measures,
    ...rest,
  }));

/** Any workouts: no two start in the same minute, and no workout has an exercise twice. */
export const anyWorkouts: fc.Arbitrary<WrittenWorkout[]> = fc.uniqueArray(
  fc.record({
    start: fc.integer({ min: Date.UTC(2012, 0) / 60_000, max: Date.UTC(2026, 0) / 60_000 }),
    minutes: fc.integer({ min: 1, max: 300 }),
    name: words,
    notes: fc.option(words),
    exercises: fc.uniqueArray(
      fc.record({
        name: words,
        notes: fc.option(words),
        superset: fc.option(fc.integer({ min: 0, max: 3 })),
        sets: fc.array(set, { minLength: 1, maxLength: 5 }),
      }),
      { minLength: 1, maxLength: 4, selector: ({ name }) => name },
    ),
  }),
  { minLength: 1, maxLength: 6, selector: ({ start }) => start },
);

/** The file that a variant's app would export. */
export function writeCsv({ header, separator, rows }: Variant, workouts: readonly WrittenWorkout[]): string {
  const lines = workouts.flatMap((workout) =>
    workout.exercises.flatMap((exercise) =>
      exercise.sets.flatMap((performed, index) => rows(workout, exercise, performed, index)),
    ),
  );
  return [header, ...lines].map((cells) => cells.map(quote).join(separator)).join("\n");
}

function quote(cell: string): string {
  return /[",;\n\t]/.test(cell) || cell.trim() !== cell ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const strongTokens = { normal: "", warmup: "W", drop: "D", failure: "F" };
const hevyTypes = { normal: "normal", warmup: "warmup", drop: "dropset", failure: "failure" };
const load = (value: number | null, unit: "kg" | "lb") => String((value ?? 0) / (unit === "kg" ? 8 : 4));
const far = (value: number | null) => String((value ?? 0) / 100);
const iso = (minutes: number) => new Date(minutes * 60_000).toISOString().slice(0, 19).replace("T", " ");
const english = (minutes: number) =>
  `${new Date(minutes * 60_000).toLocaleString("en-GB", { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" }).replace("Sept", "Sep")}, ${iso(minutes).slice(11, 16)}`;
const american = (minutes: number) =>
  new Date(minutes * 60_000).toLocaleString("en-US", {
    timeZone: "UTC",
    dateStyle: "medium",
    timeStyle: "short",
  });
const orBlank = (value: number | null) => (value === null ? "" : String(value));

function strong(
  id: string,
  header: string,
  units: Variant["units"],
  keeps: Variant["keeps"],
  cells: (workout: WrittenWorkout, exercise: WrittenExercise, set: WrittenSet, order: string) => string[],
): Variant {
  const separator = header.includes(";") ? ";" : ",";
  return {
    id,
    separator,
    header: header.split(separator),
    units,
    keeps,
    rows(workout, exercise, performed, index) {
      const token = keeps.includes("types") ? strongTokens[performed.type] : "";
      const row = cells(workout, exercise, performed, token || String(index + 1));
      if (!keeps.includes("rest") || performed.rest === null) return [row];
      const resting = { ...performed, load: 0, reps: 0, distance: 0, seconds: performed.rest, rpe: null };
      return [row, cells(workout, exercise, resting, "Rest Timer")];
    },
  };
}

function hevy(
  id: string,
  units: Variant["units"],
  date: (minutes: number) => string,
  hasSupersets: boolean,
): Variant {
  const weight = { kg: "weight_kg", lb: "weight_lbs" }[units.weight];
  const distance = { km: "distance_km", mi: "distance_miles" }[units.distance];
  const columns = `title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,${weight},reps,${distance},duration_seconds,rpe`;
  const only = (cells: string[]) => (hasSupersets ? cells : cells.toSpliced(5, 1));
  return {
    id,
    separator: hasSupersets ? "," : ";",
    header: only(columns.split(",")),
    units,
    keeps: [
      "duration",
      "types",
      "notes",
      "workoutNotes",
      "rpe",
      ...(hasSupersets ? (["superset"] as const) : []),
    ],
    rows: (workout, exercise, performed, index) => [
      only([
        workout.name,
        date(workout.start),
        date(workout.start + workout.minutes),
        workout.notes ?? "",
        exercise.name,
        orBlank(exercise.superset),
        exercise.notes ?? "",
        String(index),
        hevyTypes[performed.type],
        performed.load === null ? "" : load(performed.load, units.weight),
        orBlank(performed.reps),
        performed.distance === null ? "" : far(performed.distance),
        orBlank(performed.seconds),
        orBlank(performed.rpe),
      ]),
    ],
  };
}

const metric = { weight: "kg", distance: "km" } as const;
const imperial = { weight: "lb", distance: "mi" } as const;

export const variants: Variant[] = [
  ...[metric, imperial].map((units) =>
    strong(
      `S0 in ${units.weight}`,
      `Date,Workout Name,Exercise Name,Set Order,${units.weight},Reps,${units.distance},Seconds,Notes`,
      units,
      ["notes"],
      (w, e, s, order) => [
        iso(w.start),
        w.name,
        e.name,
        order,
        load(s.load, units.weight),
        orBlank(s.reps ?? 0),
        far(s.distance),
        orBlank(s.seconds ?? 0),
        e.notes ?? "",
      ],
    ),
  ),
  strong(
    "S2",
    "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE",
    imperial,
    ["notes", "workoutNotes", "rpe"],
    (w, e, s, order) => [
      iso(w.start),
      w.name,
      e.name,
      order,
      load(s.load, "lb"),
      orBlank(s.reps ?? 0),
      far(s.distance),
      orBlank(s.seconds ?? 0),
      e.notes ?? "",
      w.notes ?? "",
      orBlank(s.rpe),
    ],
  ),
  strong(
    "S3",
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE",
    metric,
    ["duration", "types", "notes", "workoutNotes", "rpe", "rest"],
    (w, e, s, order) => [
      iso(w.start),
      w.name,
      w.minutes < 60 ? `${w.minutes}m` : `${Math.floor(w.minutes / 60)}h ${w.minutes % 60}m`,
      e.name,
      order,
      load(s.load, "kg"),
      orBlank(s.reps ?? 0),
      far(s.distance),
      orBlank(s.seconds ?? 0),
      e.notes ?? "",
      w.notes ?? "",
      orBlank(s.rpe),
    ],
  ),
  strong(
    "S4+",
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;Workout Notes;Workout Duration",
    imperial,
    ["duration", "types", "notes", "workoutNotes", "rpe"],
    (w, e, s, order) => [
      iso(w.start),
      w.name,
      e.name,
      order,
      load(s.load, "lb"),
      "lbs",
      orBlank(s.reps ?? 0),
      orBlank(s.rpe),
      far(s.distance),
      "miles",
      orBlank(s.seconds ?? 0),
      e.notes ?? "",
      w.notes ?? "",
      `${w.minutes}m`,
    ],
  ),
  strong(
    "S5, pounds as floats of kilograms",
    "Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps;RPE;Distance (meters);Seconds;Notes;Workout Notes",
    imperial,
    ["duration", "types", "notes", "workoutNotes", "rpe", "rest"],
    (w, e, s, order) => [
      String(w.start),
      iso(w.start),
      w.name,
      String(w.minutes * 60),
      e.name,
      order,
      s.load === null ? "" : String((s.load / 4) * 0.45359237),
      orBlank(s.reps),
      orBlank(s.rpe),
      s.distance === null ? "" : String((s.distance / 100) * 1609.344),
      orBlank(s.seconds),
      e.notes ?? "",
      w.notes ?? "",
    ],
  ),
  hevy("H0", metric, english, false),
  hevy("H1", metric, english, true),
  hevy("H1-us", metric, american, true),
  hevy("H2", imperial, english, true),
  hevy("H3", { weight: "kg", distance: "mi" }, english, true),
  {
    id: "csv",
    separator: "\t",
    header:
      "started_at,ended_at,workout,workout_notes,exercise,exercise_notes,superset,set,set_type,weight_lb,reps,distance_miles,seconds,rpe,rest_seconds".split(
        ",",
      ),
    units: imperial,
    keeps: ["duration", "types", "notes", "workoutNotes", "rpe", "rest", "superset"],
    rows: (w, e, s, index) => [
      [
        iso(w.start),
        iso(w.start + w.minutes),
        w.name,
        w.notes ?? "",
        e.name,
        e.notes ?? "",
        orBlank(e.superset),
        String(index + 1),
        s.type,
        s.load === null ? "" : load(s.load, "lb"),
        orBlank(s.reps),
        s.distance === null ? "" : far(s.distance),
        orBlank(s.seconds),
        orBlank(s.rpe),
        orBlank(s.rest),
      ],
    ],
  },
];
