// @ts-types="@types/d3-scale"
import type { ScaleLinear } from "d3-scale";
import { ink, label, type Shape } from "../drawing/scene.ts";
import { textWidth } from "../drawing/text-width.ts";

/**
 * Lines across a chart at round values, each with its value at the left.
 *
 * @returns the lines and labels from `left` to `right`; `left` is the room that the labels take
 */
export function valueAxis(
  scale: ScaleLinear<number, number>,
  right: number,
  text: (value: number) => string,
): { left: number; shapes: Shape[] } {
  // Twelve more: in another font than ours the labels are wider.
  const ticks = scale.ticks(4).map((value) => ({ text: text(value), y: scale(value) }));
  const left = Math.max(...ticks.map((tick) => textWidth(tick.text, 11))) + 12;
  const shapes = ticks.flatMap((tick): Shape[] => [
    { kind: "line", path: `M${left} ${round(tick.y)}H${right}`, stroke: ink.grid, width: 1 },
    label(tick.text, left - 6, tick.y + 4, { anchor: "end", fill: ink.quiet }),
  ]);
  return { left, shapes };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
