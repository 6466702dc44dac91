import type { LoggedWorkout } from "../../types/contracts/workout.ts";
import { type Day, dateIn, instantIn, twoYearsUntil } from "./calendar.ts";
import { chanceOf, uuidOf, wobbleOf } from "./chance.ts";
import { bodyWeightSets, lifter, type PerformedSet } from "./lifting.ts";
import {
  type BodyWeightExercise,
  hotelDay,
  type Lift,
  programme,
  run,
  type TrainingDay,
} from "./programme.ts";

/** Where the demo user lives. */
export const homeZone = "Europe/Berlin";
const zoneAbroad = "America/New_York";

/** An exercise of the programme with what was done of it. */
interface Performed {
  readonly slug: string;
  readonly superset?: number | undefined;
  readonly sets: PerformedSet[];
}

interface Session {
  readonly name: string;
  readonly performed: Performed[];
}

const remarks = [
  "Slept badly, kept it honest.",
  "Everything moved well today.",
  "Crowded, so the order was not as planned.",
  "Left shoulder a bit stiff, warmed up longer.",
  "Short on time: cut the rests.",
  "New shoes. Better.",
];

const remarkOf = {
  usual: undefined,
  deload: "Deload week.",
  holiday: "On holiday.",
  ill: undefined,
  back: "First week after the flu, easy does it.",
  travel: "On the road.",
} as const;

function notesOf({ date, circumstance }: Day): string | undefined {
  const remark = remarkOf[circumstance];
  if (remark) return remark;
  return chanceOf(`${date}/has notes`) < 0.07
    ? remarks[Math.floor(chanceOf(`${date}/notes`) * remarks.length)]
    : undefined;
}

/** Minutes that a workout takes: each set with its rest, and a while to set up and to change. */
function minutesFor(performed: Performed[]): number {
  const seconds = performed
    .flatMap(({ sets }) => sets)
    .reduce((sum, set) => sum + (set.duration_seconds ?? 40) + (set.rest_seconds ?? 0), 0);
  return 8 + Math.round(seconds / 60);
}

function sessionRpe(performed: Performed[]): number | undefined {
  const efforts = performed.flatMap(({ sets }) => sets.flatMap(({ rpe }) => rpe ?? []));
  if (efforts.length === 0) return undefined;
  const mean = efforts.reduce((sum, effort) => sum + effort, 0) / efforts.length;
  return Math.round((mean - 1) * 2) / 2;
}

/** The demo user's two years. Knows how far each lift has come. */
function trainee(): (plan: Omit<TrainingDay, "weekday">, day: Day) => Session {
  const lifters = new Map<string, (day: Day) => PerformedSet[]>();

  function lift(exercise: Lift, day: Day): PerformedSet[] {
    const perform = lifters.get(exercise.slug) ?? lifter(exercise);
    lifters.set(exercise.slug, perform);
    return perform(day);
  }

  const perform = (exercise: Lift | BodyWeightExercise, day: Day): Performed =>
    "maximumKg" in exercise
      ? { slug: exercise.slug, superset: exercise.superset, sets: lift(exercise, day) }
      : { slug: exercise.slug, sets: bodyWeightSets(exercise, day) };

  return (plan: Omit<TrainingDay, "weekday">, day: Day) => ({
    name: plan.name,
    performed: plan.exercises.map((exercise) => perform(exercise, day)),
  });
}

function performedRun({ date, week }: Day): Session {
  const kilometers = 5 + Math.floor(chanceOf(`${date}/distance`) * 6);
  const secondsPerKilometer = 325 + 45 * Math.exp(-week / 50) + 10 * wobbleOf(`${date}/pace`);
  const set = {
    distance_meters: Math.round(kilometers * 1000 + 150 * wobbleOf(`${date}/detour`)),
    duration_seconds: Math.round(kilometers * secondsPerKilometer),
  };
  return { name: kilometers >= 9 ? "Long run" : "Run", performed: [{ slug: run, sets: [set] }] };
}

/** What is trained on a day; undefined when it is a day off, planned or not. */
function trainedOn(day: Day, train: ReturnType<typeof trainee>): Session | undefined {
  const isSkipped = (share: number) => chanceOf(`${day.date}/skipped`) < share;
  if (day.circumstance === "ill") return undefined;
  if (day.circumstance === "holiday") return day.weekday === 3 ? performedRun(day) : undefined;
  if (day.circumstance === "travel") return [2, 4].includes(day.weekday) ? train(hotelDay, day) : undefined;
  if (day.weekday === 7) return isSkipped(0.4) ? undefined : performedRun(day);
  const plan = programme.find(({ weekday }) => weekday === day.weekday);
  return plan && !isSkipped(0.07) ? train(plan, day) : undefined;
}

function workoutOn(
  day: Day,
  { name, performed }: Session,
  exerciseId: (slug: string) => string,
): LoggedWorkout {
  const { date } = day;
  const zone = day.circumstance === "travel" ? zoneAbroad : homeZone;
  const startMinutes = (day.weekday === 7 ? 9 : 18) * 60 + Math.floor(chanceOf(`${date}/start`) * 50);
  const start = instantIn(zone, date, startMinutes);
  const end = new Date(start.getTime() + minutesFor(performed) * 60_000);
  return {
    id: uuidOf(date),
    name,
    notes: notesOf(day),
    started_at: start.toISOString(),
    ended_at: end.toISOString(),
    time_zone: zone,
    session_rpe: sessionRpe(performed),
    exercises: performed.map(({ slug, superset, sets }, index) => ({
      id: uuidOf(`${date}/${slug}`),
      exercise_id: exerciseId(slug),
      position: index + 1,
      superset_group: superset,
      sets: sets.map((set, setIndex) => ({
        id: uuidOf(`${date}/${slug}/${setIndex + 1}`),
        position: setIndex + 1,
        ...set,
      })),
    })),
  };
}

/** Slugs of all exercises that a history may have. */
export function exercisesOfHistory(): string[] {
  const planned = [...programme, hotelDay].flatMap(({ exercises }) => exercises.map(({ slug }) => slug));
  return [...new Set([...planned, run])];
}

/**
 * Two years of workouts until an instant, oldest first. The same instant gives the same workouts, ids and all.
 * @param exerciseId the id of an exercise of the catalogue by its slug
 */
export function historyUntil(now: Date, exerciseId: (slug: string) => string): LoggedWorkout[] {
  const train = trainee();
  return twoYearsUntil(dateIn(homeZone, now))
    .flatMap((day) => {
      const trained = trainedOn(day, train);
      return trained ? [workoutOn(day, trained, exerciseId)] : [];
    })
    .filter(({ ended_at }) => new Date(ended_at ?? now) <= now);
}
