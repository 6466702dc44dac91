import { problem, problemResponse } from "../_shared/problem.ts";
import { defineRoute } from "../_shared/route.ts";
import type { Router } from "../_shared/router.ts";
import type { HasHealthConsent } from "./health-consent.ts";
import { keepPicture, type Pictures } from "./keep-picture.ts";
import { storageUnavailable } from "./not-kept.ts";
import { pictureRoute } from "./picture-route.ts";
import { progressPhoto } from "./variants.ts";

const route = defineRoute({
  ...pictureRoute,
  path: "/progress-photos",
  summary: "Keeps an uploaded picture as a private photo of the caller",
  responses: {
    ...pictureRoute.responses,
    403: problemResponse("`consent_required`: call the RPC `record_consent` for `health_data` first"),
  } as const,
});

/** Mounts `POST /progress-photos`. Its paths are private: the owner reads them, or signs urls, through Storage. */
export function mountProgressPhotos(router: Router, pictures: Pictures, hasConsent: HasHealthConsent): void {
  router.openapi(route, async (c) => {
    const { caller, signal, log } = c.var;
    // Such a photo is health data, and its files are written with a key that no trigger stops.
    const consent = await hasConsent(caller, signal);
    if (!consent.ok) {
      const notKept = storageUnavailable("consent", consent.error);
      log("picture_not_kept", { error: notKept.reason });
      return problem(c, notKept.code, notKept.detail);
    }
    if (!consent.value) {
      return problem(c, "consent_required", "Show the consent text and call record_consent() first.");
    }
    const kept = await keepPicture(pictures, {
      userId: caller.userId,
      uploadPath: c.req.valid("json").upload_path,
      kind: progressPhoto,
      signal,
      log,
    });
    return kept.ok ? c.json(kept.value, 200) : problem(c, kept.error.code, kept.error.detail);
  });
}
