/** A piece of a picture. Lengths are in the units of the scene, y grows downwards, text stands on its baseline. */
export type Shape =
  | { kind: "rect"; x: number; y: number; width: number; height: number; fill: string; radius?: number }
  | { kind: "circle"; x: number; y: number; radius: number; fill: string }
  | { kind: "line"; path: string; stroke: string; width: number; dash?: number }
  | TextShape;

export interface TextShape {
  kind: "text";
  x: number;
  y: number;
  text: string;
  size: number;
  fill: string;
  weight: "regular" | "bold";
  anchor: "start" | "middle" | "end";
}

/** A picture as shapes, which becomes SVG, PNG or a part of a PDF, and text for who does not see it. */
export interface Scene {
  width: number;
  height: number;
  title: string;
  description: string;
  background: string;
  shapes: Shape[];
}

/** Text that begins at a point, unless told that it ends there or is centred on it. */
export function label(
  text: string,
  x: number,
  y: number,
  how: Partial<Pick<TextShape, "size" | "fill" | "weight" | "anchor">> = {},
): TextShape {
  return { kind: "text", x, y, text, size: 11, fill: ink.text, weight: "regular", anchor: "start", ...how };
}

/** Colours, on white at least 4.5 to 1 where they are text or carry meaning; `grid` only guides the eye. */
export const ink = {
  text: "#1b1f24",
  quiet: "#57606a",
  grid: "#d0d7de",
  paper: "#ffffff",
  blue: "#0b5cad",
  orange: "#9a4a00",
};
