import { describe, expect, test } from "vitest";
import { ImportedMeasurement } from "../../../../types/contracts/import.ts";
import { inBerlin, read } from "./printed.ts";

const header =
  '"date","weight_kg","fat_percent","neck_in","shoulder_in","chest_in","left_bicep_in","right_bicep_in",' +
  '"left_forearm_in","right_forearm_in","abdomen_in","waist_in","hips_in","left_thigh_in","right_thigh_in",' +
  '"left_calf_in","right_calf_in"';

/** Measurements as a person would note them down. */
function noted(text: string, options = {}) {
  return read(text, options).file?.parts.map(({ section, line, path, part }) => {
    const { type, side, value, measured_at } = ImportedMeasurement.parse(part);
    return `${section} ${line} ${path}: ${measured_at} ${[type, side, value].filter((it) => it !== null).join(" ")}`;
  });
}

describe("Hevy's file of measurements", () => {
  test("is read in kilograms, percent and metres, days at noon", () => {
    const text = `${header}\n"14 Jan 2025, 00:00",80.5,15.2,15,,,14.5,14.25,,,,32,,,,,\n"15 Jan 2025, 07:30",80,,,,,,,,,,,,,,,23\n`;

    expect(noted(text)).toEqual([
      "measurements 2 weight_kg: 2025-01-14T11:00:00.000Z body_weight 80.5",
      "measurements 2 fat_percent: 2025-01-14T11:00:00.000Z body_fat_percent 15.2",
      "measurements 2 neck_in: 2025-01-14T11:00:00.000Z neck 0.381",
      "measurements 2 left_bicep_in: 2025-01-14T11:00:00.000Z upper_arm left 0.3683",
      "measurements 2 right_bicep_in: 2025-01-14T11:00:00.000Z upper_arm right 0.36195",
      "measurements 2 waist_in: 2025-01-14T11:00:00.000Z waist 0.8128",
      "measurements 3 weight_kg: 2025-01-15T06:30:00.000Z body_weight 80",
      "measurements 3 right_calf_in: 2025-01-15T06:30:00.000Z calf right 0.5842",
    ]);
    expect(read(text)).toMatchObject({
      problems: [],
      file: {
        source: "hevy",
        variant: "H-measure",
        rows: 2,
        workouts: [],
        units: { weight: { unit: "kg" } },
      },
    });
  });

  test("calls each the same in every later file, and the second of a day another", () => {
    const row = '"14 Jan 2025, 00:00",80';
    const keys = read(`date,weight_kg,fat_percent\n${row},\n${row},\n`).file?.parts.map(
      ({ part }) => part.key,
    );

    expect(keys).toEqual([
      "hevy measurement 2025-01-14T00:00:00 body_weight",
      "hevy measurement 2025-01-14T00:00:00 body_weight 2",
    ]);
  });

  test("says pounds and centimetres in its header, too", () => {
    expect(noted("date,weight_lbs,fat_percent,waist_cm\n2025-01-14,180,,81.5\n")).toEqual([
      "measurements 2 weight_lbs: 2025-01-14T11:00:00.000Z body_weight 81.64663",
      "measurements 2 waist_cm: 2025-01-14T11:00:00.000Z waist 0.815",
    ]);
  });

  test("needs a unit where its header says none: of weights from the request, of lengths from the header", () => {
    const text = "date,weight,fat_percent\n2025-01-14,180,\n";
    expect(read(text)).toMatchObject({
      problems: [{ severity: "error", line: 1, path: "weight", code: "weight_unit_missing" }],
    });
    expect(read(text).file).toBeUndefined();
    expect(noted(text, { weightUnit: "lb" })).toHaveLength(1);
    expect(read("date,fat_percent,waist\n").problems).toMatchObject([
      { path: "waist", code: "length_unit_missing" },
    ]);
  });

  test("keeps out what cannot be read, and no more", () => {
    const { file, problems } = read(
      "date,weight_kg,fat_percent,mood\nyesterday,80,15,\n2025-01-14,=1+1,15,\n",
      inBerlin,
    );

    expect(file?.parts.map(({ path }) => path)).toEqual(["fat_percent"]);
    expect(problems).toMatchObject([
      { severity: "warning", line: 1, path: "mood", code: "unknown_column" },
      { severity: "error", line: 2, path: "date", code: "invalid_date" },
      { severity: "error", line: 3, path: "weight_kg", code: "invalid_number" },
    ]);
  });
});
