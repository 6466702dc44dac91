// Pictures made for tests. PNG and GIF are written here by hand, because the function's ImageMagick may not write them.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync } from "node:zlib";
import { type IMagickImage, MagickFormat, MagickImage } from "@imagemagick/magick-wasm";
import { startMagick } from "../../../functions/media/magick.ts";

export type Pixel = [red: number, green: number, blue: number, alpha?: number];
type Opaque = [red: number, green: number, blue: number];
type Paint = (x: number, y: number) => Pixel;

export const red: Opaque = [220, 20, 20];
export const blue: Opaque = [20, 20, 220];

export const loadWasm = async (): Promise<Uint8Array> =>
  await readFile(fileURLToPath(import.meta.resolve("@imagemagick/magick-wasm/magick.wasm")));

function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** A PNG with alpha. The header may claim another size than there is. */
export function png(
  width: number,
  height: number,
  paint: Paint,
  claims: { width?: number; height?: number } = {},
): Buffer {
  const rows = Array.from({ length: height }, (_, y) => {
    const pixels = Array.from({ length: width }, (_, x) => {
      const [r, g, b, a = 255] = paint(x, y);
      return [r, g, b, a];
    });
    return Buffer.from([0, ...pixels.flat()]);
  });
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 6, 0, 0, 0]);
  header.writeUInt32BE(claims.width ?? width, 0);
  header.writeUInt32BE(claims.height ?? height, 4);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    pngChunk("IHDR", header),
    pngChunk("tEXt", Buffer.from("Comment\0secret of the text chunk", "latin1")),
    pngChunk("IDAT", deflateSync(Buffer.concat(rows))),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

async function converted(
  width: number,
  height: number,
  paint: Paint,
  write: (image: IMagickImage) => Buffer,
): Promise<Buffer> {
  await startMagick(loadWasm);
  const image = MagickImage.create(png(width, height, paint));
  try {
    image.strip();
    image.quality = 95;
    return write(image);
  } finally {
    image.dispose();
  }
}

export const jpeg = (width: number, height: number, paint: Paint): Promise<Buffer> =>
  converted(width, height, paint, (image) => image.write(MagickFormat.Jpeg, (data) => Buffer.from(data)));

export const webp = (width: number, height: number, paint: Paint): Promise<Buffer> =>
  converted(width, height, paint, (image) => image.write(MagickFormat.WebP, (data) => Buffer.from(data)));

/** A GIF of plain frames. Each code of the data is preceded by a clear code, so that nothing needs to be compressed. */
export function gif(side: number, frames: Opaque[]): Buffer {
  const palette: number[] = frames.flat();
  while (palette.length < 12) palette.push(0);
  const pictures = frames.flatMap((_, index) => {
    const codes = Array.from({ length: side * side }, () => [4, index]).flat();
    const bits = [...codes, 5].flatMap((code) => [code & 1, (code >> 1) & 1, (code >> 2) & 1]);
    const data: number[] = [];
    for (let at = 0; at < bits.length; at += 8) {
      data.push(bits.slice(at, at + 8).reduce((sum, bit, place) => sum | (bit << place), 0));
    }
    const blocks: number[] = [];
    for (let at = 0; at < data.length; at += 255) {
      const block = data.slice(at, at + 255);
      blocks.push(block.length, ...block);
    }
    const delay = [0x21, 0xf9, 4, 0, 10, 0, 0, 0];
    return [...delay, 0x2c, 0, 0, 0, 0, side, 0, side, 0, 0, 2, ...blocks, 0];
  });
  const header = [...Buffer.from("GIF89a"), side, 0, side, 0, 0xf1, 0, 0, ...palette];
  return Buffer.from([...header, ...pictures, 0x3b]);
}

/** Puts a segment directly after the start of a JPEG. */
export function withSegment(image: Buffer, marker: number, content: Buffer): Buffer {
  const segment = Buffer.alloc(4 + content.length);
  segment.writeUInt16BE(0xff00 | marker, 0);
  segment.writeUInt16BE(content.length + 2, 2);
  content.copy(segment, 4);
  return Buffer.concat([image.subarray(0, 2), segment, image.subarray(2)]);
}

/** EXIF as a phone writes it: the camera's maker, an orientation, and a place. */
export function exif(orientation: number): Buffer {
  const entry = (tag: number, type: number, count: number, value: Buffer) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16LE(tag, 0);
    bytes.writeUInt16LE(type, 2);
    bytes.writeUInt32LE(count, 4);
    value.copy(bytes, 8);
    return bytes;
  };
  const uint32 = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
  };
  const end = uint32(0);
  const gpsAt = 8 + 2 + 3 * 12 + 4;
  const latitudeAt = gpsAt + 2 + 2 * 12 + 4;
  const latitude = Buffer.concat([52, 1, 31, 1, 1234, 100].map(uint32));
  const maker = Buffer.from("SpyCam\0\0");
  return Buffer.concat([
    Buffer.from("Exif\0\0II*\0\x08\0\0\0", "latin1"),
    Buffer.from([3, 0]),
    entry(0x010f, 2, 7, uint32(latitudeAt + latitude.length)),
    entry(0x0112, 3, 1, uint32(orientation)),
    entry(0x8825, 4, 1, uint32(gpsAt)),
    end,
    Buffer.from([2, 0]),
    entry(0x0001, 2, 2, Buffer.from("N\0\0\0")),
    entry(0x0002, 5, 3, uint32(latitudeAt)),
    end,
    latitude,
    maker,
  ]);
}

/** The smallest zip there is: the record at its end, with a comment or without. */
export function emptyZip(comment = ""): Buffer {
  const record = Buffer.alloc(22);
  record.write("PK\x05\x06", 0, "latin1");
  record.writeUInt16LE(comment.length, 20);
  return Buffer.concat([record, Buffer.from(comment)]);
}
