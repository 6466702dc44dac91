import { failure, type Result, success } from "../../../functions/_shared/result.ts";
import type { HasHealthConsent } from "../../../functions/media/health-consent.ts";
import { variantPaths } from "../../../functions/media/image-path.ts";
import type { ImageStorage, NewObject, StorageFailure } from "../../../functions/media/storage.ts";

type Step = "readUpload" | "store" | "removeUpload" | "removeImage" | "recordAvatar" | "hasHealthConsent";

/** Storage and profiles in memory, with a record of what was asked. Steps that are named fail until they are not. */
export interface MemoryStorage {
  storage: ImageStorage;
  uploads: Map<string, Buffer>;
  objects: Map<string, NewObject>;
  /** Paths that were written, not counting those that were there. */
  written: string[];
  failing: Set<Step>;
  recordAvatar: (
    userId: string,
    image: { id: string },
  ) => Promise<Result<{ previousId: string | null }, StorageFailure>>;
  avatarOf: Map<string, string>;
  hasHealthConsent: HasHealthConsent;
  withoutConsent: Set<string>;
}

export function memoryStorage(): MemoryStorage {
  const uploads = new Map<string, Buffer>();
  const objects = new Map<string, NewObject>();
  const avatarOf = new Map<string, string>();
  const withoutConsent = new Set<string>();
  const failing = new Set<Step>();
  const written: string[] = [];
  const outage = (step: Step) =>
    failing.has(step) ? failure({ kind: "unavailable" as const, reason: `${step} at 10.0.0.7` }) : undefined;

  const storage: ImageStorage = {
    async readUpload({ path }) {
      const bytes = uploads.get(path);
      return (
        outage("readUpload") ??
        (bytes ? success(Uint8Array.from(bytes).buffer) : failure({ kind: "missing", reason: "" }))
      );
    },
    async store(object) {
      const failed = outage("store");
      if (failed) return failed;
      const key = `${object.bucket}/${object.path}`;
      if (!objects.has(key)) {
        objects.set(key, object);
        written.push(key);
      }
      return success(undefined);
    },
    async removeUpload({ path }) {
      const failed = outage("removeUpload");
      if (!failed) uploads.delete(path);
      return failed ?? success(undefined);
    },
    async removeImage(kind, userId, id) {
      const failed = outage("removeImage");
      if (failed) return failed;
      for (const path of variantPaths(userId, id, kind)) objects.delete(`${kind.bucket}/${path}`);
      return success(undefined);
    },
    publicUrl: (bucket, path) => `https://project.test/${bucket}/${path}`,
  };

  return {
    storage,
    uploads,
    objects,
    written,
    failing,
    avatarOf,
    withoutConsent,
    async hasHealthConsent({ userId }) {
      return outage("hasHealthConsent") ?? success(!withoutConsent.has(userId));
    },
    async recordAvatar(userId, image) {
      const failed = outage("recordAvatar");
      if (failed) return failed;
      const previousId = avatarOf.get(userId) ?? null;
      avatarOf.set(userId, image.id);
      return success({ previousId });
    },
  };
}
