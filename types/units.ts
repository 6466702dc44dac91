/**
 * Conversions between the units of the API, which are SI, and those that people read. Kilograms come back from the API
 * with three decimals, six where they are of equipment: both say a hundredth of a pound, so 135 lb comes back as 135.
 */

/** International avoirdupois pound, exact by the agreement of 1959. */
const KG_PER_POUND = 0.45359237;
/** International mile, foot and inch, exact by the same agreement. */
const METERS_PER_MILE = 1609.344;
const METERS_PER_FOOT = 0.3048;
const METERS_PER_INCH = 0.0254;

/** Rounds half away from zero, by the decimal digits that a number is written with: 1.005 becomes 1.01. */
function round(value: number, decimals: number): number {
  const [digits = "0", exponent = "0"] = String(Math.abs(value)).split("e");
  const shifted = Math.round(Number(`${digits}e${Number(exponent) + decimals}`));
  return Math.sign(value) * Number(`${shifted}e${-decimals}`);
}

/** Pounds of a weight in kilograms, rounded to 0.01 lb. */
export function poundsFromKilograms(kilograms: number): number {
  return round(kilograms / KG_PER_POUND, 2);
}

/**
 * Kilograms of a weight in pounds, rounded to the precision that is stored: 3 decimals of a load, 6 of a bar or plate
 * (`gym_equipment.weight_kg`), whose errors would add up.
 */
export function kilogramsFromPounds(pounds: number, decimals: 3 | 6 = 3): number {
  return round(pounds * KG_PER_POUND, decimals);
}

/** Miles of a distance in metres, rounded to 0.01 mi. */
export function milesFromMeters(meters: number): number {
  return round(meters / METERS_PER_MILE, 2);
}

/** Metres of a distance in miles, rounded to the centimetre that is stored. */
export function metersFromMiles(miles: number): number {
  return round(miles * METERS_PER_MILE, 2);
}

/** Feet of a distance in metres, rounded to 0.1 ft. */
export function feetFromMeters(meters: number): number {
  return round(meters / METERS_PER_FOOT, 1);
}

/** Metres of a distance in feet, rounded to the centimetre that is stored. */
export function metersFromFeet(feet: number): number {
  return round(feet * METERS_PER_FOOT, 2);
}

/** Kilometres of a distance in metres, rounded to the centimetre that is stored. */
export function kilometersFromMeters(meters: number): number {
  return round(meters / 1000, 5);
}

/** Metres of a distance in kilometres, rounded to the centimetre that is stored. */
export function metersFromKilometers(kilometers: number): number {
  return round(kilometers * 1000, 2);
}

/** Centimetres of a length in metres, rounded to 0.1 cm. */
export function centimetersFromMeters(meters: number): number {
  return round(meters * 100, 1);
}

/** Metres of a length in centimetres, rounded to the millimetre. */
export function metersFromCentimeters(centimeters: number): number {
  return round(centimeters / 100, 3);
}

/** Inches of a length in metres, rounded to 0.1 in. */
export function inchesFromMeters(meters: number): number {
  return round(meters / METERS_PER_INCH, 1);
}

/** Metres of a length in inches, rounded to the millimetre. */
export function metersFromInches(inches: number): number {
  return round(inches * METERS_PER_INCH, 3);
}
