/** The kinds of files that are taken. */
export type ImageFormat = "jpeg" | "png" | "webp" | "gif";

/** What a file says of its picture before any of it is decoded. */
export interface ImageHeader {
  format: ImageFormat;
  /** Pixels as they are stored, before the orientation is applied. */
  width: number;
  height: number;
  /** Bytes that a decoder holds at once for this picture; 0 if it reads row by row and reduces as it goes. */
  decoderBytes: number;
}

/** Reads big-endian unsigned integers; 0 beyond the end, which no header means. */
export function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

export function uint32(bytes: Uint8Array, at: number): number {
  return uint16(bytes, at) * 65_536 + uint16(bytes, at + 2);
}

/** The little-endian ones, of as many bytes as asked. */
export function littleEndian(bytes: Uint8Array, at: number, length: 2 | 3 | 4): number {
  let value = 0;
  for (let index = length - 1; index >= 0; index -= 1) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}

/** Whether the bytes at a place are these characters. */
export function hasText(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}
