import type { z } from "zod";
import type { LoggedSet } from "../../types/contracts/workout.ts";
import type { Day } from "./calendar.ts";
import { wobbleOf } from "./chance.ts";
import type { BodyWeightExercise, Lift } from "./programme.ts";

/** A set without its place in the workout. */
export type PerformedSet = Omit<z.infer<typeof LoggedSet>, "id" | "position">;

/** Weeks after which two thirds of what is to be gained are gained. */
const gainWeeks = 60;
const formOf = { usual: 1, deload: 1, travel: 0.99, holiday: 1, ill: 1, back: 0.94 } as const;

function grown([atFirst, inTheEnd]: readonly [number, number], week: number): number {
  return atFirst + (inTheEnd - atFirst) * (1 - Math.exp(-week / gainWeeks));
}

const toStep = (weight: number, step: number) => Math.max(step, Math.round(weight / step) * step);
const toHalf = (value: number) => Math.round(value * 2) / 2;
const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

function warmUp(workingKg: number): PerformedSet[] {
  const ramp = [
    { share: 0.4, reps: 8 },
    { share: 0.6, reps: 5 },
    { share: 0.8, reps: 2 },
  ];
  // The bar alone weighs 20 kg.
  return ramp.map(({ share, reps }) => ({
    set_type: "warmup",
    reps,
    weight_kg: Math.max(20, toStep(workingKg * share, 2.5)),
    rest_seconds: 60,
  }));
}

/**
 * Somebody who trains one lift by double progression: more load once every set has the most repetitions, 7 % less after
 * two days in a row on which even the first had too few. Answers the sets of a day; days must come in order.
 */
export function lifter(lift: Lift): (day: Day) => PerformedSet[] {
  const [fewest, most] = lift.reps;
  // By Epley, like the estimates that the analytics show, so that a first week goes well.
  let workingKg = toStep(lift.maximumKg[0] / (1 + (most + 3) / 30), lift.stepKg);
  let badDays = 0;

  function learn(reps: number[]): void {
    const [first = 0] = reps;
    if (reps.every((count) => count >= most)) {
      workingKg += lift.stepKg;
      badDays = 0;
    } else if (first < fewest) {
      badDays += 1;
    } else {
      badDays = 0;
    }
    if (badDays < 2) return;
    workingKg = toStep(workingKg * 0.93, lift.stepKg);
    badDays = 0;
  }

  return (day) => {
    const isDeload = day.circumstance === "deload";
    const form = formOf[day.circumstance] * (1 + 0.02 * wobbleOf(`${day.date}/${lift.slug}`));
    const maximumKg = grown(lift.maximumKg, day.week) * form;
    const weightKg = isDeload ? toStep(workingKg * 0.85, lift.stepKg) : workingKg;
    const sets = Array.from({ length: isDeload ? lift.sets - 1 : lift.sets }, (_, index) => {
      const possible = 30 * (maximumKg / weightKg - 1) - 0.6 * index;
      const reps = within(Math.floor(possible - 0.5), 1, isDeload ? fewest : most);
      const rpe = within(toHalf(10 - (possible - reps)), 6, 10);
      return { reps, weight_kg: weightKg, rpe, rest_seconds: lift.restSeconds };
    });
    if (!isDeload) learn(sets.map(({ reps }) => reps));
    const sided = lift.hasSides
      ? sets.flatMap((set) => [
          { ...set, side: "left" as const },
          { ...set, side: "right" as const },
        ])
      : sets;
    return lift.hasWarmUp ? [...warmUp(weightKg), ...sided] : sided;
  };
}

/** The sets of an exercise with body weight alone: each falls short of the one before. */
export function bodyWeightSets(exercise: BodyWeightExercise, day: Day): PerformedSet[] {
  const form = formOf[day.circumstance] * (1 + 0.06 * wobbleOf(`${day.date}/${exercise.slug}`));
  const effort = day.circumstance === "deload" ? 0.7 : 1;
  return Array.from({ length: exercise.sets }, (_, index) => {
    const best = grown(exercise.best, day.week) * form * effort * (1 - 0.12 * index);
    return exercise.measure === "reps"
      ? { reps: Math.max(1, Math.round(best)), rest_seconds: exercise.restSeconds }
      : { duration_seconds: Math.max(5, toStep(best, 5)), rest_seconds: exercise.restSeconds };
  });
}
