import type { UnitOfFile } from "../../../types/contracts/import.ts";
import type { Draft } from "./drafts.ts";
import type { DistanceUnit, WeightUnit } from "./quantities.ts";
import { guessWeightUnit } from "./weight-guess.ts";

/** The units of sets that say none, and how each is known. */
export interface UnitChoice {
  units: { weight: WeightUnit; distance: DistanceUnit };
  stated: { weight: UnitOfFile; distance: UnitOfFile };
}

/**
 * Chooses the units of a file: what it says, else what the request says, else a guess, which is good for a dry run only.
 * People who lift pounds are taken to run miles.
 */
export function chooseUnits(
  drafts: Iterable<Draft>,
  asked: { weight: WeightUnit | undefined; distance: DistanceUnit | undefined },
): UnitChoice {
  const loads: number[] = [];
  const weightUnits = new Set<WeightUnit>();
  const distanceUnits = new Set<DistanceUnit>();
  let hasBareDistances = false;
  for (const set of setsOf(drafts)) {
    if (set.weight) {
      if (set.weightUnit) weightUnits.add(set.weightUnit);
      else loads.push(set.weight);
    }
    if (set.distance) {
      if (set.distanceUnit) distanceUnits.add(set.distanceUnit);
      else hasBareDistances = true;
    }
  }
  const guess = guessWeightUnit(loads);
  const weight = asked.weight ?? guess.unit;
  const distance = asked.distance ?? (weight === "lb" ? "mi" : "km");
  return {
    units: { weight, distance },
    stated: {
      weight: state(weightUnits, loads.length > 0, asked.weight, guess),
      distance: state(distanceUnits, hasBareDistances, asked.distance, { unit: distance, confidence: 0 }),
    },
  };
}

function state(
  inFile: Set<string>,
  isNeeded: boolean,
  asked: string | undefined,
  guess: { unit: string; confidence: number },
): UnitOfFile {
  if (isNeeded && asked !== undefined) return { unit: asked, from: "request", confidence: 1 };
  if (isNeeded) return { ...guess, from: "guess" };
  if (inFile.size === 0) return { unit: asked ?? guess.unit, from: "unused", confidence: 1 };
  return { unit: [...inFile].sort().join(", "), from: "file", confidence: 1 };
}

function* setsOf(drafts: Iterable<Draft>) {
  for (const { exercises } of drafts) for (const { sets } of exercises) yield* sets;
}
