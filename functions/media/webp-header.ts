import { type Result, success } from "../_shared/result.ts";
import { hasText, type ImageHeader, littleEndian } from "./image-header.ts";
import { broken, type Refusal, unsupported } from "./refusal.ts";

const isAnimated = 0x02;

/** Reads the size from the first chunk of a WebP: lossy, lossless or extended. */
export function readWebpHeader(bytes: Uint8Array): Result<ImageHeader, Refusal> {
  if (bytes.length < 30 || littleEndian(bytes, 4, 4) + 8 > bytes.length) {
    return broken("The WebP ends in the middle.");
  }
  const size = readSize(bytes);
  if (!size) return broken("The WebP has no size.");
  if (hasText(bytes, 12, "VP8X") && ((bytes[20] ?? 0) & isAnimated) !== 0) {
    return unsupported("An animated WebP is not taken: send one picture.");
  }
  return success({ format: "webp", ...size, decoderBytes: 4 * size.width * size.height });
}

function readSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  if (hasText(bytes, 12, "VP8X")) {
    return { width: littleEndian(bytes, 24, 3) + 1, height: littleEndian(bytes, 27, 3) + 1 };
  }
  if (hasText(bytes, 12, "VP8L") && bytes[20] === 0x2f) {
    const bits = littleEndian(bytes, 21, 4);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  const width = littleEndian(bytes, 26, 2) & 0x3fff;
  const height = littleEndian(bytes, 28, 2) & 0x3fff;
  return hasText(bytes, 12, "VP8 ") && width > 0 && height > 0 ? { width, height } : undefined;
}
