// Eight bytes at a time, in one table of eight times 256 ("slicing-by-8", Kounavis and Berry 2005): a byte at a time takes
// almost as long as compressing does. The crc32 of Deno's node:zlib does not work yet.
const table = new Int32Array(8 * 256);
for (let byte = 0; byte < 256; byte++) {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  table[byte] = value;
}
for (let index = 256; index < table.length; index++) {
  const before = at(index - 256);
  table[index] = (before >>> 8) ^ at(before & 0xff);
}

function at(index: number): number {
  return table[index] ?? 0;
}

/** CRC-32 as zip has it (ISO 3309), going on from the sum of what came before. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 8);
  let sum = ~before;
  for (let index = 0; index < whole; index += 8) {
    const low = sum ^ view.getInt32(index, true);
    const high = view.getInt32(index + 4, true);
    sum =
      at(1792 + (low & 0xff)) ^
      at(1536 + ((low >>> 8) & 0xff)) ^
      at(1280 + ((low >>> 16) & 0xff)) ^
      at(1024 + (low >>> 24)) ^
      at(768 + (high & 0xff)) ^
      at(512 + ((high >>> 8) & 0xff)) ^
      at(256 + ((high >>> 16) & 0xff)) ^
      at(high >>> 24);
  }
  for (let index = whole; index < bytes.length; index++) {
    sum = (sum >>> 8) ^ at((sum ^ view.getUint8(index)) & 0xff);
  }
  return ~sum >>> 0;
}
