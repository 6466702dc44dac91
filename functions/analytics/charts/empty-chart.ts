import { ink, label, type Scene } from "../drawing/scene.ts";
import { chartWidth } from "./chart-size.ts";

/** What stands where a chart would have nothing to show. */
export function emptyChart(title: string, text: string): Scene {
  return {
    width: chartWidth,
    height: 56,
    title,
    description: text,
    background: ink.paper,
    shapes: [label(text, chartWidth / 2, 33, { anchor: "middle", size: 13, fill: ink.quiet })],
  };
}
