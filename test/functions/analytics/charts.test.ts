import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { beforeAll, describe, expect, test } from "vitest";
import { charts } from "../../../functions/analytics/charts/charts.ts";
import { ink, type Scene, type TextShape } from "../../../functions/analytics/drawing/scene.ts";
import { svgOf } from "../../../functions/analytics/drawing/svg.ts";
import { textWidth } from "../../../functions/analytics/drawing/text-width.ts";
import { wordingFor } from "../../../functions/analytics/words/wording.ts";
import { ChartName, type Report } from "../../../types/contracts/report.ts";
import { sampleReport } from "./sample-report.ts";
import { loadWasm } from "./trial.ts";

beforeAll(async () => {
  await initWasm(await loadWasm());
});

const base = sampleReport("year");
const [reading] = sampleReport("month").body_weight?.days ?? [];
const [record] = base.records;
if (!reading || !record) throw new Error("The sample has readings and records.");

/** What reports are like at their edges. */
const reports: [string, Report][] = [
  ["a week in German", sampleReport("week", { locale: "de" })],
  ["a month", sampleReport("month")],
  [
    "a year of 53 weeks in Spanish and pounds",
    sampleReport("year", { locale: "es", unit_system: "imperial" }),
  ],
  ["weeks that begin on Sunday", sampleReport("month", { week_start: 7 })],
  [
    "one reading of the body",
    sampleReport("month", { body_weight: { first_kg: 80, last_kg: 80, change_kg: 0, days: [reading] } }),
  ],
  [
    "huge figures",
    sampleReport("year", {
      series: base.series.map((row) => ({ ...row, volume_kg: row.volume_kg * 1e6 })),
      muscles: base.muscles.map((row) => ({ ...row, sets: row.sets * 1e5 })),
      records: [{ ...record, value: 987_654_321, previous_value: 1 }],
    }),
  ],
  [
    "tiny figures",
    sampleReport("week", {
      series: sampleReport("week").series.map((row) => ({ ...row, volume_kg: row.volume_kg / 1e6 })),
    }),
  ],
  [
    "long names in other scripts",
    sampleReport("month", {
      muscles: base.muscles.map((row) => ({ ...row, name: "Oberschenkelvorderseitenmuskulatur und Hüfte" })),
      records: base.records.map((row) => ({ ...row, name: "懸垂（加重）<&>\"'\u0000 ".repeat(12) })),
    }),
  ],
];

function boxOf({ x, y, text, size, weight, anchor }: TextShape) {
  const width = textWidth(text, size, weight);
  const left = anchor === "start" ? x : anchor === "middle" ? x - width / 2 : x - width;
  return { left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.2, text };
}

function textsOf(scene: Scene) {
  return scene.shapes.filter((shape) => shape.kind === "text");
}

describe.each(reports)("%s", (_what, report) => {
  test.each(ChartName.options)("CHART-01: %s is valid XML with a title and a description", (name) => {
    const wording = wordingFor(report.locale, report.unit_system);
    const svg = svgOf(charts[name](report, wording), name);

    expect(() => new Resvg(svg).free()).not.toThrow();
    expect(svg).toMatch(new RegExp(`role="img" aria-labelledby="${name}-title ${name}-desc"`));
    expect(svg).toMatch(
      new RegExp(`<title id="${name}-title">[^<]+</title>\\s*<desc id="${name}-desc">[^<]+</desc>`),
    );
  });

  test.each(ChartName.options)(
    "CHART-02: all text of %s is within, large enough, and over no other",
    (name) => {
      const scene = charts[name](report, wordingFor(report.locale, report.unit_system));
      const texts = textsOf(scene);
      const boxes = texts.map(boxOf);

      expect(texts.filter(({ size }) => size < 11)).toEqual([]);
      expect(boxes.filter(({ left, right }) => left < -0.5 || right > scene.width + 0.5)).toEqual([]);
      expect(boxes.filter(({ top, bottom }) => top < -1 || bottom > scene.height)).toEqual([]);
      const overlapping = boxes.flatMap((one, index) =>
        boxes
          .slice(index + 1)
          .filter(
            (other) =>
              one.left < other.right &&
              other.left < one.right &&
              one.top < other.bottom &&
              other.top < one.bottom,
          )
          .map((other) => [one.text, other.text]),
      );
      expect(overlapping).toEqual([]);
    },
  );
});

test("CHART-03: text and marks have a contrast of 4.5 to 1 at least", () => {
  const luminance = (color: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const { text, quiet, blue, orange, paper } = ink;

  const contrasts = [text, quiet, blue, orange].map(
    (color) => (luminance(paper) + 0.05) / (luminance(color) + 0.05),
  );
  expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
  // Numbers of days with training are white on blue; a reading and its trend lie over each other.
  expect((luminance(blue) + 0.05) / (luminance(orange) + 0.05)).not.toBe(1);
});
