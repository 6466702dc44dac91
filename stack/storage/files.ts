import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { copyFile, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import type { App } from "@supabase/lite";
import { z } from "zod";

type Adapter = NonNullable<App["_storageAdapter"]>;
type Metadata = Awaited<ReturnType<Adapter["headObject"]>>;

const headerSchema = z.object({ contentType: z.string(), cacheControl: z.string() });
const headerBytes = 4096;

/** The first bytes of a file: what its object is, padded so that the content begins at a fixed place. */
function header(contentType: string, cacheControl: string): Buffer {
  const block = Buffer.alloc(headerBytes, " ");
  if (block.write(JSON.stringify({ contentType, cacheControl })) >= headerBytes)
    throw new Error("content type too long");
  return block;
}

async function* chunksOf(
  body: Parameters<Adapter["uploadObject"]>[3],
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  const source: AsyncIterable<unknown> | Uint8Array[] = body instanceof Uint8Array ? [body] : streamOf(body);
  let size = 0;
  for await (const chunk of source) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError("An upload is made of bytes.");
    size += chunk.byteLength;
    if (size > maxBytes)
      throw new Error(`The object exceeded the maximum allowed size of ${maxBytes} bytes.`);
    yield chunk;
  }
}

function streamOf(stream: AsyncIterable<unknown> | { getReader(): unknown }): AsyncIterable<unknown> {
  if (Symbol.asyncIterator in stream) return stream;
  throw new TypeError("An upload is a stream.");
}

/**
 * Keeps storage objects as files. A name is the hash of bucket and key, so that no key escapes the folder, is too long
 * or collides with a folder; a file appears whole under its name or not at all.
 */
export function createFileAdapter(folder: string, maxBytes: number): Adapter {
  const fileOf = (bucket: string, key: string) => {
    const hash = createHash("sha256").update(`${bucket}\0${key}`).digest("hex");
    return join(folder, hash.slice(0, 2), hash);
  };

  async function metadataOf(file: string): Promise<Metadata> {
    const handle = await open(file);
    try {
      const { buffer } = await handle.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
      const { contentType, cacheControl } = headerSchema.parse(JSON.parse(buffer.toString()));
      const { mtime, size, ino } = await handle.stat();
      const contentLength = size - headerBytes;
      const eTag = `"${createHash("sha256").update(`${ino} ${mtime.getTime()} ${size}`).digest("hex").slice(0, 32)}"`;
      return {
        cacheControl,
        contentLength,
        size: contentLength,
        mimetype: contentType,
        lastModified: mtime,
        eTag,
      };
    } finally {
      await handle.close();
    }
  }

  async function place(file: string, write: (temporary: string) => Promise<void>): Promise<void> {
    await mkdir(dirname(file), { recursive: true });
    const temporary = `${file}.${randomUUID()}.part`;
    try {
      await write(temporary);
      await rename(temporary, file);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  const remove = async (bucket: string, key: string) => await rm(fileOf(bucket, key), { force: true });

  return {
    driver: null,

    async getObject(bucket, key) {
      const file = fileOf(bucket, key);
      const metadata = await metadataOf(file);
      const body: ReadableStream = Readable.toWeb(createReadStream(file, { start: headerBytes }));
      return { metadata, httpStatusCode: 200, body };
    },

    async uploadObject(bucket, key, _version, body, contentType, cacheControl) {
      const file = fileOf(bucket, key);
      await place(file, async (temporary) => {
        const output = createWriteStream(temporary, { flags: "wx", mode: 0o600 });
        output.write(header(contentType, cacheControl));
        await pipeline(chunksOf(body, maxBytes), output);
      });
      return await metadataOf(file);
    },

    deleteObject: remove,

    async deleteObjects(bucket, keys) {
      await Promise.all(keys.map((key) => remove(bucket, key)));
    },

    async copyObject(sourceBucket, source, _version, destinationBucket, destination) {
      const file = fileOf(destinationBucket, destination);
      await place(file, (temporary) => copyFile(fileOf(sourceBucket, source), temporary));
      const { eTag } = await metadataOf(file);
      return { httpStatusCode: 200, eTag, lastModified: (await stat(file)).mtime };
    },

    headObject: async (bucket, key) => await metadataOf(fileOf(bucket, key)),

    async privateAssetUrl() {
      throw new Error("Stored files have no address of their own.");
    },
  };
}
