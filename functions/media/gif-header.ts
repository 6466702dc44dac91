import { type Result, success } from "../_shared/result.ts";
import { type ImageHeader, littleEndian } from "./image-header.ts";
import { broken, type Refusal } from "./refusal.ts";

const extension = 0x21;
const picture = 0x2c;

/** Walks a GIF to the end of its first picture, which is the only one that is decoded. */
export function readGifHeader(bytes: Uint8Array): Result<ImageHeader, Refusal> {
  let at = 13 + colorTableBytes(bytes[10]);
  while (bytes[at] === extension) at = afterBlocks(bytes, at + 2);
  const end = afterBlocks(bytes, at + 11 + colorTableBytes(bytes[at + 9]));
  if (bytes[at] !== picture || end > bytes.length)
    return broken("The GIF ends before its first picture does.");

  // The first picture may be larger than the canvas, and both are allocated.
  const width = Math.max(
    littleEndian(bytes, 6, 2),
    littleEndian(bytes, at + 1, 2) + littleEndian(bytes, at + 5, 2),
  );
  const height = Math.max(
    littleEndian(bytes, 8, 2),
    littleEndian(bytes, at + 3, 2) + littleEndian(bytes, at + 7, 2),
  );
  if (width === 0 || height === 0) return broken("The GIF says it has no pixels.");
  return success({ format: "gif", width, height, decoderBytes: 4 * width * height });
}

function colorTableBytes(flags = 0): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

/** Data comes in blocks, each after its length, until one of length 0. Beyond the file if that never comes. */
function afterBlocks(bytes: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    const length = bytes[at];
    if (length === undefined) return Number.POSITIVE_INFINITY;
    at += 1 + length;
    if (length === 0) return at;
  }
}
