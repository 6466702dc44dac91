import type { Log } from "../_shared/log.ts";
import type { Platform } from "../_shared/platform.ts";
import { createRouter, type Router } from "../_shared/router.ts";
import { mountAvatars } from "./avatars.ts";
import { createGate } from "./gate.ts";
import type { HasHealthConsent } from "./health-consent.ts";
import type { Pictures } from "./keep-picture.ts";
import { maxWaiting } from "./limits.ts";
import { mountProgressPhotos } from "./progress-photos.ts";
import type { RecordAvatar } from "./storage.ts";

/** Builds the function that turns uploads into pictures. */
export function createApp(
  deps: Omit<Pictures, "gate"> & {
    recordAvatar: RecordAvatar;
    hasHealthConsent: HasHealthConsent;
    log: Log;
    platform: Platform;
  },
): Router {
  const router = createRouter("media", deps.log, deps.platform);
  const pictures = { storage: deps.storage, loadWasm: deps.loadWasm, gate: createGate(maxWaiting) };
  mountAvatars(router, pictures, deps.recordAvatar);
  mountProgressPhotos(router, pictures, deps.hasHealthConsent);
  return router;
}
