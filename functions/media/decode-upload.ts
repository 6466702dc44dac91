import { failure, type Result, success } from "../_shared/result.ts";
import { contentId } from "./content-id.ts";
import { startMagick } from "./magick.ts";
import { type NotKept, storageUnavailable, uploadNotFound } from "./not-kept.ts";
import type { Refusal } from "./refusal.ts";
import { release } from "./release.ts";
import { type RenderedImage, render } from "./render.ts";
import { formatOf, sniff } from "./sniff.ts";
import type { ImageStorage, StorageFailure } from "./storage.ts";
import type { UploadPath } from "./upload-path.ts";
import type { ImageKind } from "./variants.ts";

export interface DecodedUpload {
  /** Of the bytes that were uploaded, whichever way they were decoded. */
  id: string;
  image: RenderedImage;
}

type LoadWasm = () => Promise<Uint8Array>;

/** Reads an upload and makes all variants of it, in memory. */
export async function decodeUpload(
  { storage, loadWasm }: { storage: ImageStorage; loadWasm: LoadWasm },
  upload: UploadPath,
  kind: ImageKind,
  signal: AbortSignal,
): Promise<Result<DecodedUpload, NotKept>> {
  const original = await storage.readUpload(upload, signal);
  if (!original.ok) return failure(unreadable(original.error));
  const id = await contentId(original.value);

  let image = await decode(original.value, upload.extension, kind, loadWasm);
  if (!image.ok && image.error.isReducible && storage.readReducedUpload) {
    const reduced = await storage.readReducedUpload(upload, signal);
    if (!reduced.ok) return failure(unreadable(reduced.error));
    // What comes back is of the other decoder's choice, and has no name of its own.
    image = await decode(reduced.value, formatOf(new Uint8Array(reduced.value)) ?? "", kind, loadWasm);
  }
  return image.ok
    ? success({ id, image: image.value })
    : failure({ code: image.error.code, detail: image.error.detail });
}

/** Decodes a file, whose memory is gone after it. */
async function decode(
  file: ArrayBuffer,
  extension: string,
  kind: ImageKind,
  loadWasm: LoadWasm,
): Promise<Result<RenderedImage, Refusal>> {
  try {
    const bytes = new Uint8Array(file);
    const header = sniff(bytes, extension);
    if (!header.ok) return header;
    await startMagick(loadWasm);
    return render(bytes, header.value, kind);
  } finally {
    release(file);
  }
}

function unreadable(error: StorageFailure): NotKept {
  if (error.kind === "missing") return uploadNotFound;
  if (error.kind === "too_large") return { code: "image_too_large", detail: "The file has too many bytes." };
  return storageUnavailable("read", error);
}
