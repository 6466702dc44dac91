import type { WeightUnit } from "./quantities.ts";

// What bars with the usual pairs of plates weigh, as far as only one of the units has it.
const pounds = new Set([
  45, 65, 95, 115, 135, 155, 185, 205, 225, 245, 275, 295, 315, 335, 365, 385, 405, 455, 495, 545,
]);
const kilograms = new Set([
  ...[20, 22.5, 27.5, 30, 32.5, 37.5, 40, 42.5, 47.5, 52.5, 57.5, 60, 62.5, 67.5, 72.5, 77.5, 80, 82.5, 87.5],
  ...[92.5, 97.5, 100, 102.5, 107.5, 112.5, 117.5, 120, 122.5, 140, 142.5, 160, 180, 200, 220, 240, 260],
]);

/**
 * Guesses the unit of loads that say none, from loads that are typical of one unit alone: 135 and 225 of pounds, 62.5 and
 * 100 of kilograms. A guess is shown to the user; it never decides what is stored.
 *
 * @returns the unit, with a confidence from 0 (a coin toss) to 1.
 */
export function guessWeightUnit(loads: Iterable<number>): { unit: WeightUnit; confidence: number } {
  let inPounds = 0;
  let inKilograms = 0;
  for (const load of loads) {
    if (pounds.has(load)) inPounds += 1;
    else if (kilograms.has(load)) inKilograms += 1;
  }
  const telling = inPounds + inKilograms;
  const confidence = telling === 0 ? 0 : Math.abs(inPounds - inKilograms) / (telling + 4);
  return { unit: inPounds > inKilograms ? "lb" : "kg", confidence: Math.round(confidence * 100) / 100 };
}
