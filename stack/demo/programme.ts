/** How somebody trains one exercise, and how strong in it they are at the start and would be in the end. */
export interface Lift {
  readonly slug: string;
  readonly sets: number;
  /** Repetitions a set should have: load goes up once every set has the most. */
  readonly reps: readonly [fewest: number, most: number];
  /** Estimated one-repetition maximum in kilograms, at first and after many years. */
  readonly maximumKg: readonly [atFirst: number, inTheEnd: number];
  /** The smallest step by which the load can change, in kilograms. */
  readonly stepKg: number;
  readonly restSeconds: number;
  readonly hasWarmUp?: true;
  readonly hasSides?: true;
  /** Exercises of one day with the same number are done in turn. */
  readonly superset?: number;
}

/** An exercise of which repetitions with body weight are logged, or seconds. */
export interface BodyWeightExercise {
  readonly slug: string;
  readonly sets: number;
  readonly measure: "reps" | "duration_seconds";
  /** What a first set has, at first and after many years. */
  readonly best: readonly [atFirst: number, inTheEnd: number];
  readonly restSeconds: number;
}

export interface TrainingDay {
  readonly name: string;
  /** ISO weekday, 1 Monday to 7 Sunday. */
  readonly weekday: number;
  readonly exercises: readonly (Lift | BodyWeightExercise)[];
}

const main = { sets: 4, stepKg: 2.5, restSeconds: 180, hasWarmUp: true } as const;
const assistance = { sets: 3, stepKg: 2.5, restSeconds: 120 } as const;
const isolation = { sets: 3, stepKg: 1, restSeconds: 60 } as const;

/** A split into upper and lower body, four days a week. */
export const programme: readonly TrainingDay[] = [
  {
    name: "Upper A",
    weekday: 1,
    exercises: [
      { slug: "barbell-bench-press", ...main, reps: [5, 8], maximumKg: [76, 118] },
      { slug: "barbell-bent-over-row", ...assistance, reps: [6, 10], maximumKg: [70, 105] },
      {
        slug: "dumbbell-seated-shoulder-press",
        ...assistance,
        reps: [8, 12],
        maximumKg: [24, 38],
        stepKg: 2,
      },
      { slug: "cable-lat-pulldown", ...assistance, reps: [8, 12], maximumKg: [65, 95] },
      { slug: "dumbbell-curl", ...isolation, reps: [10, 15], maximumKg: [17, 27], superset: 1 },
      { slug: "cable-rope-triceps-pushdown", ...isolation, reps: [10, 15], maximumKg: [32, 52], superset: 1 },
    ],
  },
  {
    name: "Lower A",
    weekday: 2,
    exercises: [
      { slug: "barbell-back-squat", ...main, reps: [4, 6], maximumKg: [95, 158] },
      { slug: "barbell-romanian-deadlift", ...assistance, reps: [8, 10], maximumKg: [95, 150] },
      { slug: "leg-press", ...assistance, reps: [10, 12], maximumKg: [170, 290], stepKg: 5 },
      { slug: "seated-leg-curl", ...isolation, reps: [10, 15], maximumKg: [55, 85], stepKg: 2.5 },
      { slug: "machine-standing-calf-raise", ...isolation, reps: [10, 15], maximumKg: [90, 150], stepKg: 5 },
      { slug: "plank", sets: 3, measure: "duration_seconds", best: [50, 150], restSeconds: 60 },
    ],
  },
  {
    name: "Upper B",
    weekday: 4,
    exercises: [
      { slug: "barbell-overhead-press", ...main, reps: [5, 8], maximumKg: [47, 74] },
      { slug: "pull-up", sets: 4, measure: "reps", best: [5, 14], restSeconds: 150 },
      { slug: "dumbbell-incline-bench-press", ...assistance, reps: [8, 12], maximumKg: [31, 50], stepKg: 2 },
      { slug: "cable-seated-row", ...assistance, reps: [8, 12], maximumKg: [68, 100] },
      { slug: "dumbbell-lateral-raise", ...isolation, reps: [12, 20], maximumKg: [13, 22], superset: 1 },
      { slug: "cable-face-pull", ...isolation, reps: [12, 20], maximumKg: [30, 48], superset: 1 },
    ],
  },
  {
    name: "Lower B",
    weekday: 5,
    exercises: [
      { slug: "barbell-deadlift", ...main, sets: 3, reps: [3, 5], maximumKg: [120, 192] },
      {
        slug: "bulgarian-split-squat",
        ...assistance,
        reps: [8, 12],
        maximumKg: [22, 46],
        stepKg: 2,
        hasSides: true,
      },
      { slug: "barbell-hip-thrust", ...assistance, reps: [8, 12], maximumKg: [115, 200], stepKg: 5 },
      { slug: "leg-extension", ...isolation, reps: [10, 15], maximumKg: [65, 100], stepKg: 2.5 },
      { slug: "hanging-leg-raise", sets: 3, measure: "reps", best: [7, 16], restSeconds: 75 },
      { slug: "side-plank", sets: 2, measure: "duration_seconds", best: [30, 80], restSeconds: 45 },
    ],
  },
];

/** What a hotel's gym allows. */
export const hotelDay: Omit<TrainingDay, "weekday"> = {
  name: "Hotel gym",
  exercises: [
    { slug: "dumbbell-bench-press", ...assistance, reps: [10, 15], maximumKg: [28, 46], stepKg: 2 },
    {
      slug: "dumbbell-one-arm-row",
      ...assistance,
      reps: [10, 15],
      maximumKg: [30, 50],
      stepKg: 2,
      hasSides: true,
    },
    { slug: "dumbbell-goblet-squat", ...assistance, reps: [12, 20], maximumKg: [38, 56], stepKg: 2 },
    { slug: "push-up", sets: 3, measure: "reps", best: [18, 40], restSeconds: 60 },
    { slug: "plank", sets: 3, measure: "duration_seconds", best: [50, 150], restSeconds: 60 },
  ],
};

/** Slug of what is done on some Sundays. */
export const run = "running";
