import { label, type Scene, type Shape, type TextShape } from "../drawing/scene.ts";
import { fitted } from "../drawing/text-width.ts";

/** In pixels: a portrait post, which is shown whole in feeds. */
const size = { width: 1080, height: 1350 };
/** On the dark paper, text has at least 8 to 1. */
export const tint = {
  paper: "#0d1b2a",
  panel: "#1b2f45",
  text: "#ffffff",
  quiet: "#c3d0de",
  accent: "#ffb454",
};
export const left = 80;
export const right = size.width - 80;
export const contentWidth = right - left;

/** Text of a card. */
export function write(
  text: string,
  x: number,
  y: number,
  how: Partial<Pick<TextShape, "size" | "fill" | "weight" | "anchor">>,
): TextShape {
  return label(text, x, y, { fill: tint.text, ...how });
}

/** A card with whose it is and the day at the top, and where it is from at the foot. */
export function cardOf(
  about: { title: string; athlete: string | null; date: string },
  shapes: Shape[],
): Scene {
  return {
    ...size,
    title: about.title,
    description: about.title,
    background: tint.paper,
    shapes: [
      { kind: "rect", x: 0, y: 0, width: size.width, height: 16, fill: tint.accent },
      write(fitted(about.athlete ?? "", 560, 38, "bold"), left, 120, { size: 38, weight: "bold" }),
      write(about.date, right, 120, { size: 34, fill: tint.quiet, anchor: "end" }),
      ...shapes,
      write("Repstack", left, 1282, { size: 34, weight: "bold", fill: tint.quiet }),
    ],
  };
}

/** Drawn text has no font for pictures within it; they are left out rather than shown as boxes. */
export function plain(text: string): string {
  return text
    .replaceAll(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D/gu, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
