import { crc32 } from "./crc32.ts";

/** A file of an archive, compressed. */
export interface ZipEntry {
  readonly name: string;
  readonly crc: number;
  readonly size: number;
  readonly compressed: readonly Uint8Array[];
}

/** A file of an archive while it is written: only what is compressed stays in memory. */
export interface OpenZipEntry {
  write(text: string): Promise<void>;
  close(): Promise<ZipEntry>;
}

/** @param name - of ASCII letters */
export function openZipEntry(name: string): OpenZipEntry {
  const deflate = new CompressionStream("deflate-raw");
  const writer = deflate.writable.getWriter();
  const collected = collect(deflate.readable);
  const encoder = new TextEncoder();
  let crc = 0;
  let size = 0;
  return {
    async write(text) {
      const bytes = encoder.encode(text);
      crc = crc32(bytes, crc);
      size += bytes.length;
      await writer.write(bytes);
    },
    async close() {
      await writer.close();
      return { name, crc, size, compressed: await collected };
    },
  };
}

/** The archive of some files, after PKWARE's APPNOTE 6.3: of no more than 4 GB, all as of one time. */
export function zipOf(entries: readonly ZipEntry[], at: Date): Blob {
  const parts: Bytes[] = [];
  const directory: Bytes[] = [];
  let offset = 0;
  for (const entry of entries) {
    const facts = factsOf(entry, at);
    const name = new TextEncoder().encode(entry.name);
    const local = [
      record("PK\x03\x04", [[2, 20], ...facts]),
      name,
      ...entry.compressed.map((it) => it.slice()),
    ];
    directory.push(
      record("PK\x01\x02", [[2, 20], [2, 20], ...facts, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]),
      name,
    );
    parts.push(...local);
    offset += lengthOf(local);
  }
  const end = record("PK\x05\x06", [
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, lengthOf(directory)],
    [4, offset],
    [2, 0],
  ]);
  return new Blob([...parts, ...directory, end], { type: "application/zip" });
}

type Bytes = ReturnType<typeof record>;
type Field = readonly [bytes: 2 | 4, value: number];

/** What the header before a file and the directory at the end both say: deflated, when, its sum, sizes and name. */
function factsOf({ name, crc, size, compressed }: ZipEntry, at: Date): Field[] {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return [
    [2, 0],
    [2, 8],
    [2, time],
    [2, day],
    [4, crc],
    [4, lengthOf(compressed)],
    [4, size],
    [2, name.length],
    [2, 0],
  ];
}

function record(signature: string, fields: readonly Field[]) {
  const bytes = new Uint8Array(4 + fields.reduce((sum, [length]) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  new TextEncoder().encodeInto(signature, bytes);
  let at = 4;
  for (const [length, value] of fields) {
    if (length === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += length;
  }
  return bytes;
}

function lengthOf(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((sum, { length }) => sum + length, 0);
}

async function collect(stream: ReadableStream<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
}
