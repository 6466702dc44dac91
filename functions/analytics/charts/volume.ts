// @ts-types="@types/d3-scale"
import { scaleBand, scaleLinear } from "d3-scale";
import type { Report } from "../../../types/contracts/report.ts";
import { ink, label, type Scene, type Shape } from "../drawing/scene.ts";
import { textWidth } from "../drawing/text-width.ts";
import { filled } from "../words/texts.ts";
import type { Wording } from "../words/wording.ts";
import { chartWidth } from "./chart-size.ts";
import { emptyChart } from "./empty-chart.ts";
import { valueAxis } from "./value-axis.ts";

const [top, bottom] = [24, 150];

/** Bars of the volume of each day of a week, or each week of a month or year. */
export function volumeChart(report: Report, wording: Wording): Scene {
  const { texts } = wording;
  const title = report.bucket === "day" ? texts.headings.volumeByDay : texts.headings.volumeByWeek;
  const best = report.series.reduce<Report["series"][number] | undefined>(
    (most, row) => (row.volume_kg > (most?.volume_kg ?? 0) ? row : most),
    undefined,
  );
  if (!best) return emptyChart(title, texts.noTraining);

  const height = scaleLinear([0, wording.weightIn(best.volume_kg)], [bottom, top]).nice(4);
  const axis = valueAxis(height, chartWidth, wording.compact);
  const band = scaleBand(
    report.series.map(({ start_on }) => start_on),
    [axis.left, chartWidth],
  ).padding(report.series.length > 20 ? 0.2 : 0.3);
  const middle = (date: string) => (band(date) ?? 0) + band.bandwidth() / 2;

  const bars = report.series
    .filter(({ volume_kg }) => volume_kg > 0)
    .map((row): Shape => {
      const y = height(wording.weightIn(row.volume_kg));
      const x = band(row.start_on) ?? 0;
      return { kind: "rect", x, y, width: band.bandwidth(), height: Math.max(bottom - y, 1), fill: ink.blue };
    });
  const bestText = wording.weight(best.volume_kg, 0);
  const half = textWidth(bestText, 11, "bold") / 2;
  const bestX = Math.min(Math.max(middle(best.start_on), axis.left + half + 6), chartWidth - half);

  return {
    width: chartWidth,
    height: 170,
    title,
    description: filled(
      texts.charts.volume,
      bestText,
      wording.date(best.start_on),
      wording.weight(report.totals.volume_kg, 0),
    ),
    background: ink.paper,
    shapes: [
      label(wording.weightUnit, axis.left - 6, 12, { anchor: "end", fill: ink.quiet }),
      ...axis.shapes,
      ...bars,
      label(bestText, bestX, height(wording.weightIn(best.volume_kg)) - 5, {
        anchor: "middle",
        weight: "bold",
      }),
      ...bucketLabels(report, wording, middle),
    ],
  };
}

/** A label for each bucket of a week or month; of a year for each month, as far as they fit. */
function bucketLabels(report: Report, wording: Wording, middle: (date: string) => number): Shape[] {
  const style = report.period === "week" ? "weekday" : report.period === "month" ? "short" : "month";
  const starts = report.series.map(({ start_on }) => start_on);
  const named =
    report.period === "year"
      ? starts.filter((date, index) => date.slice(0, 7) !== starts[index - 1]?.slice(0, 7))
      : starts;
  const labels = named.map((date) => {
    const text = wording.date(date, style);
    const half = textWidth(text, 11) / 2;
    return { text, half, x: Math.min(middle(date), chartWidth - half) };
  });
  // Every one, or every second, or every third: a row with holes reads as if something were missing.
  const step = [1, 2, 3].find((every) => haveRoom(labels.filter((_, index) => index % every === 0))) ?? 4;
  return labels
    .filter((_, index) => index % step === 0)
    .map(({ text, x }) => label(text, x, bottom + 16, { anchor: "middle", fill: ink.quiet }));
}

function haveRoom(labels: { half: number; x: number }[]): boolean {
  return labels.every(({ x, half }, index) => {
    const before = labels[index - 1];
    return !before || before.x + before.half + 6 <= x - half;
  });
}
