import { problem } from "../_shared/problem.ts";
import { defineRoute } from "../_shared/route.ts";
import type { Router } from "../_shared/router.ts";
import { keepPicture, type Pictures } from "./keep-picture.ts";
import { pictureRoute } from "./picture-route.ts";
import { progressPhoto } from "./variants.ts";

const route = defineRoute({
  ...pictureRoute,
  path: "/progress-photos",
  summary: "Keeps an uploaded picture as a private photo of the caller",
});

/** Mounts `POST /progress-photos`. Its paths are private: the owner reads them, or signs urls, through Storage. */
export function mountProgressPhotos(router: Router, pictures: Pictures): void {
  router.openapi(route, async (c) => {
    const { caller, signal, log } = c.var;
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
