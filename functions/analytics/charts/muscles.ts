// @ts-types="@types/d3-scale"
import { scaleLinear } from "d3-scale";
import type { Report } from "../../../types/contracts/report.ts";
import { ink, label, type Scene, type Shape } from "../drawing/scene.ts";
import { fitted, textWidth } from "../drawing/text-width.ts";
import { filled } from "../words/texts.ts";
import type { Wording } from "../words/wording.ts";
import { chartWidth } from "./chart-size.ts";
import { emptyChart } from "./empty-chart.ts";

const most = 12;
const rowHeight = 22;
const nameWidth = 112;
/** By how much text may be wider than reckoned: a browser without our font has another. */
const spare = 1.15;

/** Bars of the sets for each muscle, the most first, each with a mark where the period before ended. */
export function musclesChart(report: Report, wording: Wording): Scene {
  const { texts } = wording;
  const title = texts.headings.muscles;
  const [first] = report.muscles;
  if (!first) return emptyChart(title, texts.noTraining);

  const shown = report.muscles.slice(0, most);
  const numbers = shown.map(({ sets }) => wording.number(sets));
  const numberWidth = spare * Math.max(...numbers.map((text) => textWidth(text, 11, "bold"))) + 6;
  const greatest = Math.max(...shown.flatMap(({ sets, previous_sets }) => [sets, previous_sets]));
  const length = scaleLinear([0, greatest], [0, chartWidth - nameWidth - numberWidth - 2]);

  const rows = shown.flatMap(({ name, sets, previous_sets }, index): Shape[] => {
    const y = index * rowHeight;
    const bar: Shape = {
      kind: "rect",
      x: nameWidth,
      y: y + 3,
      width: Math.max(length(sets), 1),
      height: 16,
      fill: ink.blue,
    };
    const before: Shape[] = previous_sets === 0 ? [] : markAt(nameWidth + length(previous_sets), y);
    return [
      label(fitted(name, (nameWidth - 8) / spare, 12), nameWidth - 8, y + 15, { anchor: "end", size: 12 }),
      bar,
      ...before,
      // In a column of their own: behind a mark, they would seem to be the mark's.
      label(numbers[index] ?? "", chartWidth, y + 15, { anchor: "end", weight: "bold" }),
    ];
  });
  const foot = shown.length * rowHeight;
  const rest = report.muscles.length - shown.length;
  return {
    width: chartWidth,
    height: foot + 26,
    title,
    description: filled(texts.charts.muscles, first.name, wording.number(first.sets)),
    background: ink.paper,
    shapes: [
      ...rows,
      ...markAt(nameWidth + 2, foot),
      label(texts.periodBefore, nameWidth + 10, foot + 16, { fill: ink.quiet }),
      ...(rest > 0
        ? [label(filled(texts.more, rest), nameWidth - 8, foot + 16, { anchor: "end", fill: ink.quiet })]
        : []),
    ],
  };
}

/** A line with a white edge, which shows on a bar and beside it. */
function markAt(x: number, y: number): Shape[] {
  return [
    { kind: "rect", x: x - 2.5, y: y + 1, width: 5, height: 20, fill: ink.paper },
    { kind: "rect", x: x - 1.25, y: y + 1, width: 2.5, height: 20, fill: ink.orange },
  ];
}
