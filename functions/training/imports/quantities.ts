import { lookup } from "./lookup.ts";

export type WeightUnit = "kg" | "lb";
export type DistanceUnit = "m" | "km" | "mi";

/** Exact by definition (international pound and mile, 1959). */
const kilogramsPerPound = 0.453_592_37;
const metersPer: Record<DistanceUnit, number> = { m: 1, km: 1000, mi: 1609.344 };

const weightUnits = lookup<WeightUnit>({
  kg: "kg",
  kgs: "kg",
  kilogram: "kg",
  kilograms: "kg",
  lb: "lb",
  lbs: "lb",
  pound: "lb",
  pounds: "lb",
});

const distanceUnits = lookup<DistanceUnit>({
  m: "m",
  meter: "m",
  meters: "m",
  metres: "m",
  km: "km",
  kilometers: "km",
  kilometres: "km",
  mi: "mi",
  mile: "mi",
  miles: "mi",
});

/** A unit by any of its names; undefined for what is none. */
export function weightUnitOf(text: string): WeightUnit | undefined {
  return weightUnits.get(text.trim().toLowerCase());
}

export function distanceUnitOf(text: string): DistanceUnit | undefined {
  return distanceUnits.get(text.trim().toLowerCase());
}

/**
 * A load in kilograms, rounded to a gram as the database stores it. Apps keep pounds as kilograms in floats: 61.23492 and
 * 61.23496995 are both 135 lb, and come out as exactly that, 61.235 kg.
 */
export function kilograms(value: number, unit: WeightUnit): number {
  if (unit === "kg" && isShort(value)) return value;
  const pounds = unit === "lb" ? value : value / kilogramsPerPound;
  const quarters = Math.round(pounds * 4) / 4;
  if (Math.abs(pounds - quarters) < 0.001) return round(quarters * kilogramsPerPound, 1000);
  return round(unit === "lb" ? value * kilogramsPerPound : value, 1000);
}

/** A distance in metres, rounded to a centimetre as the database stores it. */
export function meters(value: number, unit: DistanceUnit): number {
  return round(value * metersPer[unit], 100);
}

/** Whether somebody may have typed it: at most three decimals. */
function isShort(value: number): boolean {
  return round(value, 1000) === value;
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
