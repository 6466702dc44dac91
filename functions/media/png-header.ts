import { type Result, success } from "../_shared/result.ts";
import { hasText, type ImageHeader, uint32 } from "./image-header.ts";
import { broken, type Refusal } from "./refusal.ts";

const samplesByColorType = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);

/** Walks the chunks of a PNG without inflating any. Of an animated one, the still picture is meant. */
export function readPngHeader(bytes: Uint8Array): Result<ImageHeader, Refusal> {
  if (!hasText(bytes, 12, "IHDR")) return broken("The PNG does not begin with its size.");
  const width = uint32(bytes, 16);
  const height = uint32(bytes, 20);
  const samples = samplesByColorType.get(bytes[25] ?? -1);
  if (width === 0 || height === 0 || samples === undefined) return broken("The PNG has no valid size.");

  let at = 8;
  while (!hasText(bytes, at + 4, "IEND")) {
    at += 12 + uint32(bytes, at);
    if (at + 12 > bytes.length) return broken("The PNG ends in the middle.");
  }

  const isInterlaced = bytes[28] === 1;
  // All passes of an interlaced picture are held in the depth of the file beside the decoded pixels.
  const passBytes = isInterlaced ? Math.ceil((width * samples * (bytes[24] ?? 8)) / 8) * height : 0;
  return success({ format: "png", width, height, decoderBytes: 4 * width * height + passBytes });
}
