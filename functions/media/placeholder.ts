import { rgbaToThumbHash } from "thumbhash";

/** What a client shows until a picture has arrived. */
export interface Placeholder {
  /** Base64. */
  thumbhash: string;
  /** `#rrggbb` */
  dominantColor: string;
}

/** The longest side that a thumbhash is made of. */
export const placeholderSide = 100;

/** @param rgba - Four bytes a pixel, row by row; neither side longer than `placeholderSide`. */
export function placeholderOf(width: number, height: number, rgba: Uint8Array): Placeholder {
  return {
    thumbhash: btoa(String.fromCharCode(...rgbaToThumbHash(width, height, rgba))),
    dominantColor: dominantColor(rgba),
  };
}

/**
 * The average of the most common kind of colour, where colours are of one kind if their highest three bits agree. The
 * average of all would be the brown that every photograph averages to. What is transparent does not count.
 */
function dominantColor(rgba: Uint8Array): string {
  const kinds = new Map<number, { weight: number; sum: [number, number, number] }>();
  for (let at = 0; at + 3 < rgba.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(at, at + 4);
    const key = ((red >> 5) << 6) | ((green >> 5) << 3) | (blue >> 5);
    const kind = kinds.get(key) ?? { weight: 0, sum: [0, 0, 0] };
    kinds.set(key, kind);
    kind.weight += alpha;
    kind.sum[0] += alpha * red;
    kind.sum[1] += alpha * green;
    kind.sum[2] += alpha * blue;
  }
  const [most] = [...kinds.values()].sort((one, other) => other.weight - one.weight);
  if (!most || most.weight === 0) return "#ffffff";
  const channel = (sum: number) =>
    Math.round(sum / most.weight)
      .toString(16)
      .padStart(2, "0");
  return `#${most.sum.map(channel).join("")}`;
}
