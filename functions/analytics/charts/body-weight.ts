// @ts-types="@types/d3-scale"
import { scaleLinear } from "d3-scale";
// @ts-types="@types/d3-shape"
import { line } from "d3-shape";
import type { Report } from "../../../types/contracts/report.ts";
import { ink, label, type Scene, type Shape } from "../drawing/scene.ts";
import { textWidth } from "../drawing/text-width.ts";
import { daysBetween, plusDays } from "../words/days.ts";
import { filled } from "../words/texts.ts";
import type { Wording } from "../words/wording.ts";
import { chartWidth } from "./chart-size.ts";
import { emptyChart } from "./empty-chart.ts";
import { valueAxis } from "./value-axis.ts";

const [top, bottom] = [24, 144];
/** Between the highest and the lowest value of the scale, so that a steady weight does not look like a storm. */
const leastSpan = 2;

/** Readings as points and their trend as a line. */
export function bodyWeightChart(report: Report, wording: Wording): Scene {
  const { texts } = wording;
  const title = texts.headings.bodyWeight;
  if (!report.body_weight) return emptyChart(title, texts.noWeight);

  const { days, first_kg, last_kg } = report.body_weight;
  const values = days.flatMap(({ weight_kg, trend_kg }) => [
    wording.weightIn(weight_kg),
    wording.weightIn(trend_kg),
  ]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = Math.max(leastSpan - (high - low), 0) / 2;
  const height = scaleLinear([low - margin, high + margin], [bottom, top]).nice(4);
  const axis = valueAxis(height, chartWidth, (value) => wording.number(value));
  const lastDay = plusDays(report.to, -1);
  const place = scaleLinear(
    [0, Math.max(daysBetween(report.from, lastDay), 1)],
    [axis.left + 6, chartWidth - 6],
  );
  const x = (date: string) => place(daysBetween(report.from, date));
  const y = (kilograms: number) => height(wording.weightIn(kilograms));
  const trend = line<(typeof days)[number]>(
    (day) => x(day.local_date),
    (day) => y(day.trend_kg),
  ).digits(1)(days);
  const radius = days.length > 120 ? 1.6 : 2.6;

  return {
    width: chartWidth,
    height: 190,
    title,
    description: filled(texts.charts.bodyWeight, wording.weight(first_kg), wording.weight(last_kg)),
    background: ink.paper,
    shapes: [
      label(wording.weightUnit, axis.left - 6, 12, { anchor: "end", fill: ink.quiet }),
      ...axis.shapes,
      ...days.map(
        (day): Shape => ({
          kind: "circle",
          x: x(day.local_date),
          y: y(day.weight_kg),
          radius,
          fill: ink.orange,
        }),
      ),
      ...(days.length > 1 && trend
        ? [{ kind: "line", path: trend, stroke: ink.blue, width: 2.5 } as const]
        : []),
      label(wording.date(report.from, "short"), axis.left, bottom + 18, { fill: ink.quiet }),
      label(wording.date(lastDay, "short"), chartWidth, bottom + 18, { anchor: "end", fill: ink.quiet }),
      ...legend(wording, axis.left),
    ],
  };
}

function legend({ texts }: Wording, left: number): Shape[] {
  const y = bottom + 40;
  const second = left + 26 + textWidth(texts.weightReading, 11);
  return [
    { kind: "circle", x: left + 4, y: y - 4, radius: 2.6, fill: ink.orange },
    label(texts.weightReading, left + 12, y, { fill: ink.quiet }),
    { kind: "line", path: `M${second} ${y - 4}h16`, stroke: ink.blue, width: 2.5 },
    label(texts.weightTrend, second + 21, y, { fill: ink.quiet }),
  ];
}
