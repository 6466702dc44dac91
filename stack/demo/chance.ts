import { createHash } from "node:crypto";

// Everything about the demo user that looks like chance follows from a name, so that the same history comes out again.

const hashOf = (name: string) => createHash("sha1").update(`repstack demo/${name}`).digest();

/** The uuid (version 5) that belongs to a name. */
export function uuidOf(name: string): string {
  const bytes = hashOf(name).subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** A number from 0 up to 1 that belongs to a name. */
export function chanceOf(name: string): number {
  return hashOf(name).readUInt32BE(16) / 2 ** 32;
}

/** A number around 0, mostly within ±1 and never beyond ±2, that belongs to a name. */
export function wobbleOf(name: string): number {
  return ["a", "b", "c", "d"].reduce((sum, part) => sum + chanceOf(`${name}/${part}`) - 0.5, 0);
}
