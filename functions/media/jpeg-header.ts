import { type Result, success } from "../_shared/result.ts";
import { type ImageHeader, uint16 } from "./image-header.ts";
import { maxScans } from "./limits.ts";
import { broken, type Refusal, tooLarge, unsupported } from "./refusal.ts";

interface Frame {
  width: number;
  height: number;
  isProgressive: boolean;
  components: number;
  /** Bytes of all coefficients, which a decoder holds at once if there is more than one scan. */
  coefficientBytes: number;
}

const endOfImage = 0xd9;
const startOfScan = 0xda;

/**
 * Walks all segments and scans of a JPEG without decoding any. What follows the end is not looked at: cameras put
 * second pictures and short films there, and none of it is ever decoded.
 */
export function readJpegHeader(bytes: Uint8Array): Result<ImageHeader, Refusal> {
  let frame: Frame | undefined;
  let scans = 0;
  let isInterleaved = true;
  let at = 2;

  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at] === 0xff ? bytes[at + 1] : undefined;
    if (marker === undefined) return broken("The JPEG ends in the middle.");
    if (marker === endOfImage) break;
    const length = uint16(bytes, at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return broken("The JPEG ends in the middle.");

    if (isFrame(marker)) {
      if (frame) return broken("The JPEG holds two pictures where one belongs.");
      const found = readFrame(bytes, at, marker);
      if (!found.ok) return found;
      frame = found.value;
    }
    at += 2 + length;
    if (marker === startOfScan) {
      if (!frame) return broken("The JPEG has no size.");
      scans += 1;
      // A file of thousands of scans is small and takes minutes to decode.
      if (scans > maxScans) return tooLarge(`The JPEG has more than ${maxScans} scans.`);
      if (bytes[at - length + 2] !== frame.components) isInterleaved = false;
      at = endOfScan(bytes, at);
    }
  }
  if (!frame || scans === 0) return broken("The JPEG has no picture.");

  const { width, height, isProgressive, coefficientBytes } = frame;
  const decoderBytes = isProgressive || !isInterleaved ? coefficientBytes : 0;
  return success({ format: "jpeg", width, height, decoderBytes });
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function readFrame(bytes: Uint8Array, at: number, marker: number): Result<Frame, Refusal> {
  if (marker > 0xc2) return unsupported("This is a JPEG of a rare kind (lossless or arithmetic coding).");
  if (bytes[at + 4] !== 8) return unsupported("A JPEG must have 8 bits a colour.");
  const height = uint16(bytes, at + 5);
  const width = uint16(bytes, at + 7);
  const components = bytes[at + 9] ?? 0;
  if (width === 0 || height === 0) return broken("The JPEG says it has no pixels.");
  if (![1, 3, 4].includes(components)) return broken(`The JPEG has ${components} colours.`);

  const samplings = Array.from({ length: components }, (_, index) => {
    const sampling = bytes[at + 11 + 3 * index] ?? 0;
    return (sampling >> 4) * (sampling & 15);
  });
  const samples = samplings.reduce((sum, sampling) => sum + sampling, 0) / Math.max(1, ...samplings);
  const coefficientBytes = Math.ceil(2 * samples * width * height);
  return success({ width, height, isProgressive: marker === 0xc2, components, coefficientBytes });
}

/** Where the next marker is. In a scan, 0xff is data if 0 follows, and restart markers belong to it. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let at = bytes.indexOf(0xff, start);
  while (at >= 0) {
    const next = bytes[at + 1] ?? 0xff;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  return bytes.length;
}
