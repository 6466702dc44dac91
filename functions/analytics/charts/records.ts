// @ts-types="@types/d3-scale"
import { scaleSqrt } from "d3-scale";
import type { Report, ReportRecord } from "../../../types/contracts/report.ts";
import { ink, label, type Scene, type Shape } from "../drawing/scene.ts";
import { fitted, textWidth } from "../drawing/text-width.ts";
import { filled } from "../words/texts.ts";
import type { Wording } from "../words/wording.ts";
import { chartWidth } from "./chart-size.ts";
import { emptyChart } from "./empty-chart.ts";

const most = 8;
const rowHeight = 50;

/** The records that beat the one before by most: the best of each exercise, with a bar as long as its gain. */
export function recordsChart(report: Report, wording: Wording): Scene {
  const { texts } = wording;
  const title = texts.headings.records;
  const gains = greatestGains(report.records);
  const [first] = gains;
  if (!first) return emptyChart(title, texts.noRecords);

  // Gains differ by orders of magnitude; by their roots the small ones remain to be seen.
  const length = scaleSqrt([0, first.gain], [0, chartWidth]);
  const rows = gains.slice(0, most).flatMap(({ record, gain }, index): Shape[] => {
    const y = index * rowHeight;
    const change = wording.change(gain);
    // A fifth is kept free: in a browser without our font, names are wider.
    const room = 0.8 * (chartWidth - textWidth(change, 13, "bold"));
    return [
      label(fitted(record.name, room, 13, "bold"), 0, y + 14, { size: 13, weight: "bold" }),
      label(change, chartWidth, y + 14, { size: 13, weight: "bold", anchor: "end" }),
      label(fitted(recordText(record, wording), 0.92 * chartWidth, 11), 0, y + 29, { fill: ink.quiet }),
      { kind: "rect", x: 0, y: y + 34, width: Math.max(length(gain), 2), height: 5, fill: ink.blue },
    ];
  });
  return {
    width: chartWidth,
    height: Math.min(gains.length, most) * rowHeight,
    title,
    description: filled(texts.charts.records, first.record.name, wording.change(first.gain)),
    background: ink.paper,
    shapes: rows,
  };
}

/** `Best set, 5 reps: 110 kg, before 105 kg`. */
export function recordText(record: ReportRecord, wording: Wording): string {
  const { texts } = wording;
  const kind = texts.records[record.kind];
  const what =
    record.reps === null || record.kind === "e1rm" ? kind : filled(texts.recordOfReps, kind, record.reps);
  const value = wording.recordValue(record.value, record.unit);
  return filled(texts.recordBefore, what, value, wording.recordValue(record.previous_value, record.unit));
}

/** By which share a record beat the one before; of pace and assistance less is better. */
function gainOf({ kind, value, previous_value }: ReportRecord): number {
  if (previous_value === 0) return 0;
  const share = value / previous_value - 1;
  return kind === "best_pace" || kind === "least_assistance" ? -share : share;
}

function greatestGains(records: ReportRecord[]): { record: ReportRecord; gain: number }[] {
  const best = new Map<string, { record: ReportRecord; gain: number }>();
  for (const record of records) {
    const gain = gainOf(record);
    if (gain > (best.get(record.exercise_id)?.gain ?? 0)) best.set(record.exercise_id, { record, gain });
  }
  return [...best.values()].sort((one, other) => other.gain - one.gain);
}
