import type { Report } from "../../../types/contracts/report.ts";
import { ink, label, type Scene, type Shape } from "../drawing/scene.ts";
import { textWidth } from "../drawing/text-width.ts";
import { daysBetween, plusDays, weekdayOf } from "../words/days.ts";
import { filled } from "../words/texts.ts";
import type { Wording } from "../words/wording.ts";
import { chartWidth } from "./chart-size.ts";

/** Where the days of a calendar stand: a column for each weekday, a row for each week. */
interface Grid {
  from: string;
  to: string;
  x: number;
  y: number;
  cell: number;
}

const monthsAcross = 3;
const monthGap = 31;

/** A calendar in which days with training are filled squares with their number in white, others plain numbers. */
export function calendarChart(report: Report, wording: Wording): Scene {
  const trained = new Set(report.days.map(({ local_date }) => local_date));
  const calendar =
    report.period === "year" ? yearOf(report, trained, wording) : weeksOf(report, trained, wording);
  const { weeks, training_weeks, longest_run_weeks } = report.consistency;
  const lines = [
    filled(wording.texts.training, training_weeks, weeks),
    filled(wording.texts.longestRun, longest_run_weeks),
  ];
  return {
    width: chartWidth,
    height: calendar.bottom + 30 + (report.period === "week" ? 0 : 18),
    title: wording.texts.headings.calendar,
    description: filled(wording.texts.charts.calendar, wording.number(trained.size, 0)),
    background: ink.paper,
    shapes: [
      ...calendar.shapes,
      ...legend(wording, calendar.bottom + 18),
      ...(report.period === "week"
        ? []
        : [label(lines.join(" · "), 0, calendar.bottom + 38, { fill: ink.quiet })]),
    ],
  };
}

function weeksOf(report: Report, trained: Set<string>, wording: Wording) {
  const cell = chartWidth / 7;
  const grid: Grid = { from: report.from, to: report.to, x: 0, y: 20, cell };
  const names = weekdays(report).map((date, column) =>
    label(wording.date(date, "weekday"), (column + 0.5) * cell, 13, { anchor: "middle", fill: ink.quiet }),
  );
  const rowHeight = 28;
  const shapes = daysOf(grid, report.week_start).flatMap(({ date, column, row }) =>
    dayShapes(date, trained.has(date), (column + 0.5) * cell, grid.y + (row + 0.5) * rowHeight, 12, 12),
  );
  return { shapes: [...names, ...shapes], bottom: grid.y + rowsOf(grid, report.week_start) * rowHeight };
}

function yearOf(report: Report, trained: Set<string>, wording: Wording) {
  const width = (chartWidth - (monthsAcross - 1) * monthGap) / monthsAcross;
  const cell = width / 7;
  const height = 6 * cell + 22;
  const months = monthStarts(report.from, report.to);
  const shapes = months.flatMap(({ from, to }, index) => {
    const x = (index % monthsAcross) * (width + monthGap);
    const y = Math.floor(index / monthsAcross) * height;
    const grid: Grid = { from, to, x, y: y + 18, cell };
    return [
      label(wording.date(from, "month"), x + 2, y + 13, { weight: "bold" }),
      ...daysOf(grid, report.week_start).map(({ date, column, row }): Shape => {
        const [centerX, centerY] = [x + (column + 0.5) * cell, grid.y + (row + 0.5) * cell];
        return trained.has(date)
          ? square(centerX, centerY, cell / 2 - 1)
          : { kind: "circle", x: centerX, y: centerY, radius: 1.5, fill: ink.quiet };
      }),
    ];
  });
  return { shapes, bottom: Math.ceil(months.length / monthsAcross) * height };
}

function dayShapes(
  date: string,
  isTrained: boolean,
  x: number,
  y: number,
  half: number,
  size: number,
): Shape[] {
  const text = String(Number(date.slice(8)));
  return isTrained
    ? [
        square(x, y, half),
        label(text, x, y + size * 0.36, { anchor: "middle", size, weight: "bold", fill: ink.paper }),
      ]
    : [label(text, x, y + size * 0.36, { anchor: "middle", size, fill: ink.quiet })];
}

function square(x: number, y: number, half: number): Shape {
  return {
    kind: "rect",
    x: x - half,
    y: y - half,
    width: 2 * half,
    height: 2 * half,
    radius: half / 4,
    fill: ink.blue,
  };
}

function legend({ texts }: Wording, y: number): Shape[] {
  const second = 30 + textWidth(texts.trainingDay, 11);
  return [
    square(6, y - 4, 6),
    label(texts.trainingDay, 17, y, { fill: ink.quiet }),
    { kind: "circle", x: second + 4, y: y - 4, radius: 1.5, fill: ink.quiet },
    label(texts.restDay, second + 12, y, { fill: ink.quiet }),
  ];
}

function daysOf({ from, to }: Grid, weekStart: number): { date: string; column: number; row: number }[] {
  const offset = columnOf(from, weekStart);
  return Array.from({ length: daysBetween(from, to) }, (_, index) => ({
    date: plusDays(from, index),
    column: (offset + index) % 7,
    row: Math.floor((offset + index) / 7),
  }));
}

function rowsOf({ from, to }: Grid, weekStart: number): number {
  return Math.ceil((columnOf(from, weekStart) + daysBetween(from, to)) / 7);
}

function columnOf(date: string, weekStart: number): number {
  return (weekdayOf(date) - weekStart + 7) % 7;
}

/** Seven days in a row of which the first is one on which weeks begin. */
function weekdays({ from, week_start }: Report): string[] {
  return Array.from({ length: 7 }, (_, index) => plusDays(from, index - columnOf(from, week_start)));
}

function monthStarts(from: string, to: string): { from: string; to: string }[] {
  const months: { from: string; to: string }[] = [];
  for (let start = from; start < to; ) {
    const next = `${plusDays(`${start.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
    months.push({ from: start, to: next });
    start = next;
  }
  return months;
}
