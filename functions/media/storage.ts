import type { StoredImage } from "../../types/contracts/media.ts";
import type { Result } from "../_shared/result.ts";
import type { UploadPath } from "./upload-path.ts";
import type { ImageKind } from "./variants.ts";

/** What can go wrong with files. `reason` is for the log alone. */
export interface StorageFailure {
  kind: "missing" | "exists" | "too_large" | "unavailable";
  reason: string;
}

/** Where the content of a file goes, and how it is served. */
export interface NewObject {
  bucket: StoredImage["bucket"];
  /** `<user id>/<content id>/<variant>.<ext>` */
  path: string;
  bytes: Uint8Array;
  contentType: "image/webp" | "image/jpeg";
  cacheControl: string;
}

/**
 * The files of pictures. Nothing here decides who may: paths come from `ownUpload` and from content ids. Every call throws
 * when its signal is aborted.
 */
export interface ImageStorage {
  readUpload(upload: UploadPath, signal: AbortSignal): Promise<Result<ArrayBuffer, StorageFailure>>;
  /** The same upload, turned the right way and reduced to 2048 pixels by another decoder than ours, if there is one. */
  readReducedUpload?(upload: UploadPath, signal: AbortSignal): Promise<Result<ArrayBuffer, StorageFailure>>;
  /** Stores an object; one that is there already is left as it is, which is success. */
  store(object: NewObject, signal: AbortSignal): Promise<Result<void, StorageFailure>>;
  removeUpload(upload: UploadPath, signal: AbortSignal): Promise<Result<void, StorageFailure>>;
  /** Removes all variants of a picture. */
  removeImage(
    kind: ImageKind,
    userId: string,
    id: string,
    signal: AbortSignal,
  ): Promise<Result<void, StorageFailure>>;
  /** The address of an object in a public bucket. */
  publicUrl(bucket: StoredImage["bucket"], path: string): string;
}

/**
 * Makes a picture the avatar of its user, and answers the id of the one that it replaces, in one step: two uploads at
 * once each learn of the other.
 */
export type RecordAvatar = (
  userId: string,
  image: StoredImage,
  signal: AbortSignal,
) => Promise<Result<{ previousId: string | null }, StorageFailure>>;
