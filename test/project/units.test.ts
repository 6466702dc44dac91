import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  centimetersFromMeters,
  feetFromMeters,
  inchesFromMeters,
  kilogramsFromPounds,
  kilometersFromMeters,
  metersFromCentimeters,
  metersFromFeet,
  metersFromInches,
  metersFromKilometers,
  metersFromMiles,
  milesFromMeters,
  poundsFromKilograms,
} from "../../types/units.ts";

const steps = (step: number, last: number) => Array.from({ length: last / step + 1 }, (_, i) => i * step);

/** Numbers from 0 to a last one, with so many decimals. */
const decimal = (decimals: number, last: number) =>
  fc.integer({ min: 0, max: last * 10 ** decimals }).map((units) => Number(`${units}e-${decimals}`));

describe("UNIT-01: weights", () => {
  test("are converted by the exact pound", () => {
    expect(kilogramsFromPounds(1, 6)).toBe(0.453592);
    expect(kilogramsFromPounds(45, 6)).toBe(20.411657);
    expect(kilogramsFromPounds(135)).toBe(61.235);
    expect(poundsFromKilograms(61.235)).toBe(135);
    expect(poundsFromKilograms(100)).toBe(220.46);
    expect(poundsFromKilograms(0)).toBe(0);
    expect(poundsFromKilograms(-20)).toBe(-44.09);
  });

  test("in pounds come back, every 0.25 lb up to 1500", () => {
    const pounds = steps(0.25, 1500);
    expect(pounds.map((it) => poundsFromKilograms(kilogramsFromPounds(it)))).toEqual(pounds);
    expect(pounds.map((it) => poundsFromKilograms(kilogramsFromPounds(it, 6)))).toEqual(pounds);
  });

  test("in kilograms come back to half a hundredth of a pound, every 0.125 kg up to 700", () => {
    const lost = steps(0.125, 700).map((it) =>
      Math.abs(kilogramsFromPounds(poundsFromKilograms(it), 6) - it),
    );
    expect(Math.max(...lost)).toBeLessThan(0.00227);
  });

  test("come back, every hundredth of a pound", () => {
    fc.assert(
      fc.property(decimal(2, 4000), (it) => {
        expect(poundsFromKilograms(kilogramsFromPounds(it))).toBe(it);
      }),
    );
  });

  test("keep their order", () => {
    fc.assert(
      fc.property(decimal(3, 2000), decimal(3, 2000), (a, b) => {
        expect(Math.sign(poundsFromKilograms(a) - poundsFromKilograms(b)) * Math.sign(a - b)).not.toBe(-1);
      }),
    );
  });
});

describe("UNIT-02: distances and lengths", () => {
  test("are converted by the exact inch, foot and mile", () => {
    expect(metersFromMiles(26.22)).toBe(42197);
    expect(milesFromMeters(42_195)).toBe(26.22);
    expect(metersFromFeet(300)).toBe(91.44);
    expect(feetFromMeters(91.44)).toBe(300);
    expect(kilometersFromMeters(5012.34)).toBe(5.01234);
    expect(inchesFromMeters(1.8)).toBe(70.9);
    expect(metersFromInches(70.9)).toBe(1.801);
    expect(centimetersFromMeters(1.005)).toBe(100.5);
  });

  test.each([
    ["miles", 2, 600, metersFromMiles, milesFromMeters],
    ["feet", 1, 10_000, metersFromFeet, feetFromMeters],
    ["kilometres", 5, 1000, metersFromKilometers, kilometersFromMeters],
    ["centimetres", 1, 300, metersFromCentimeters, centimetersFromMeters],
    ["inches", 1, 120, metersFromInches, inchesFromMeters],
  ] as const)("in %s come back", (_unit, decimals, last, toMeters, fromMeters) => {
    fc.assert(
      fc.property(decimal(decimals, last), (it) => {
        expect(fromMeters(toMeters(it))).toBe(it);
      }),
    );
  });
});
