// The colour space of the web as an ICC profile (version 4, matrix and curve), for pictures that come in another one,
// such as the Display P3 of phones. ImageMagick brings none along. Numbers: IEC 61966-2-1, adapted to D50 by Bradford.
const white = [0.9642, 1, 0.8249];
const red = [0.43607, 0.22249, 0.01392];
const green = [0.38515, 0.71687, 0.09708];
const blue = [0.14307, 0.06061, 0.7141];
/** y = (a·x + b)^g from x = d on, c·x below it; in the order g, a, b, c, d. */
const curve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];

const headerBytes = 128;

/** Builds the profile: about 500 bytes. */
export function srgbProfile(): Uint8Array {
  const curveTag = tag("para", [...uint16(3), ...uint16(0), ...curve.flatMap(fixed)]);
  const xyz = (values: number[]) => tag("XYZ ", values.flatMap(fixed));
  const tags: [string, number[]][] = [
    ["desc", text("sRGB")],
    ["cprt", text("None")],
    ["wtpt", xyz(white)],
    ["rXYZ", xyz(red)],
    ["gXYZ", xyz(green)],
    ["bXYZ", xyz(blue)],
    ["rTRC", curveTag],
    ["gTRC", curveTag],
    ["bTRC", curveTag],
  ];

  const table = uint32(tags.length);
  const data: number[] = [];
  const dataStart = headerBytes + 4 + 12 * tags.length;
  for (const [name, content] of tags) {
    table.push(...ascii(name), ...uint32(dataStart + data.length), ...uint32(content.length));
    data.push(...content);
  }
  return Uint8Array.from([...header(dataStart + data.length), ...table, ...data]);
}

function header(size: number): number[] {
  const bytes = [
    ...uint32(size),
    ...uint32(0),
    ...uint32(0x04000000),
    ...ascii("mntrRGB XYZ "),
    ...new Array<number>(12).fill(0),
    ...ascii("acsp"),
    ...new Array<number>(28).fill(0),
    ...white.flatMap(fixed),
  ];
  return [...bytes, ...new Array<number>(headerBytes - bytes.length).fill(0)];
}

function tag(type: string, content: number[]): number[] {
  const bytes = [...ascii(type), ...uint32(0), ...content];
  while (bytes.length % 4 !== 0) bytes.push(0);
  return bytes;
}

function text(english: string): number[] {
  const characters = [...english].flatMap((character) => uint16(character.charCodeAt(0)));
  const language = [...ascii("enUS"), ...uint32(characters.length), ...uint32(28)];
  return tag("mluc", [...uint32(1), ...uint32(12), ...language, ...characters]);
}

function ascii(characters: string): number[] {
  return [...characters].map((character) => character.charCodeAt(0));
}

function uint16(value: number): number[] {
  return [(value >> 8) & 255, value & 255];
}

function uint32(value: number): number[] {
  return [...uint16(value >>> 16), ...uint16(value & 0xffff)];
}

/** A number with 16 bits after the point. */
function fixed(value: number): number[] {
  return uint32(Math.round(value * 65_536));
}
