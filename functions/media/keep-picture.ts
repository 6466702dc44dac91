import type { StoredImage } from "../../types/contracts/media.ts";
import type { Log } from "../_shared/log.ts";
import { failure, type Result, success } from "../_shared/result.ts";
import { type DecodedUpload, decodeUpload } from "./decode-upload.ts";
import type { Gate } from "./gate.ts";
import { variantPath } from "./image-path.ts";
import { type NotKept, storageUnavailable, tooBusy, uploadNotFound } from "./not-kept.ts";
import type { ImageStorage, StorageFailure } from "./storage.ts";
import { ownUpload, type UploadPath } from "./upload-path.ts";
import type { ImageKind } from "./variants.ts";

/** What is needed to turn uploads into pictures. */
export interface Pictures {
  storage: ImageStorage;
  /** Reads `magick.wasm`. */
  loadWasm: () => Promise<Uint8Array>;
  gate: Gate;
}

export interface KeepRequest {
  /** Of the verified caller. */
  userId: string;
  uploadPath: string;
  kind: ImageKind;
  signal: AbortSignal;
  /** Of this request: its id is in every line. */
  log: Log;
  /** Runs when all variants are stored and before the upload goes. */
  record?: (image: StoredImage) => Promise<Result<void, StorageFailure>>;
}

// Names are made of content, so what a name shows never changes.
const cacheControl: Record<StoredImage["bucket"], string> = {
  avatars: "public, max-age=31536000, immutable",
  "progress-photos": "private, max-age=31536000, immutable",
};

/**
 * Turns an upload into a stored picture. The upload goes last: whatever fails before, the same request can be sent
 * again, and finds what is stored already.
 */
export async function keepPicture(
  pictures: Pictures,
  request: KeepRequest,
): Promise<Result<StoredImage, NotKept>> {
  const upload = ownUpload(request.userId, request.uploadPath);
  if (!upload) return failure(uploadNotFound);
  const kept = await pictures.gate.run(() => keep(pictures, request, upload));
  if (!kept) return failure(tooBusy);
  if (!kept.ok && kept.error.reason !== undefined) {
    request.log("picture_not_kept", { error: kept.error.reason });
  }
  return kept;
}

async function keep(
  pictures: Pictures,
  request: KeepRequest,
  upload: UploadPath,
): Promise<Result<StoredImage, NotKept>> {
  const { storage } = pictures;
  const { signal } = request;
  // The time may have been up, or the caller gone, while others were served.
  signal.throwIfAborted();
  const decoded = await decodeUpload(pictures, upload, request.kind, signal);
  if (!decoded.ok) return decoded;

  const stored = await store(storage, request, decoded.value);
  if (!stored.ok) return failure(storageUnavailable("store", stored.error));
  const recorded = await request.record?.(stored.value);
  if (recorded && !recorded.ok) return failure(storageUnavailable("record", recorded.error));

  const removed = await storage.removeUpload(upload, signal);
  // The picture is kept all the same; the job that looks for orphans finds the upload.
  if (!removed.ok) request.log("upload_left", { error: removed.error.reason });
  return stored;
}

async function store(
  storage: ImageStorage,
  { userId, kind, signal }: KeepRequest,
  { id, image }: DecodedUpload,
): Promise<Result<StoredImage, StorageFailure>> {
  const { bucket } = kind;
  const variants: StoredImage["variants"] = [];
  for (const { data, ...variant } of image.variants) {
    const path = variantPath(userId, id, variant);
    const outcome = await storage.store(
      {
        bucket,
        path,
        bytes: data,
        contentType: `image/${variant.format}`,
        cacheControl: cacheControl[bucket],
      },
      signal,
    );
    if (!outcome.ok) return outcome;
    const url = bucket === "avatars" ? { url: storage.publicUrl(bucket, path) } : {};
    variants.push({ ...variant, bytes: data.length, path, ...url });
  }
  const { width, height, placeholder } = image;
  return success({
    id,
    bucket,
    width,
    height,
    thumbhash: placeholder.thumbhash,
    dominant_color: placeholder.dominantColor,
    variants,
  });
}
