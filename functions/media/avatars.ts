import { problem } from "../_shared/problem.ts";
import { success } from "../_shared/result.ts";
import { defineRoute } from "../_shared/route.ts";
import type { Router } from "../_shared/router.ts";
import { keepPicture, type Pictures } from "./keep-picture.ts";
import { pictureRoute } from "./picture-route.ts";
import type { RecordAvatar } from "./storage.ts";
import { avatar } from "./variants.ts";

const route = defineRoute({
  ...pictureRoute,
  path: "/avatars",
  summary: "Makes an uploaded picture the caller's avatar",
});

/** Mounts `POST /avatars`. The variants of the avatar before it are removed. */
export function mountAvatars(router: Router, pictures: Pictures, recordAvatar: RecordAvatar): void {
  router.openapi(route, async (c) => {
    const { caller, signal, log } = c.var;
    const kept = await keepPicture(pictures, {
      userId: caller.userId,
      uploadPath: c.req.valid("json").upload_path,
      kind: avatar,
      signal,
      log,
      async record(image) {
        const recorded = await recordAvatar(caller.userId, image, signal);
        if (!recorded.ok) return recorded;
        const { previousId } = recorded.value;
        if (previousId === null || previousId === image.id) return success(undefined);
        const removed = await pictures.storage.removeImage(avatar, caller.userId, previousId, signal);
        if (!removed.ok) log("avatar_left", { error: removed.error.reason });
        return success(undefined);
      },
    });
    return kept.ok ? c.json(kept.value, 200) : problem(c, kept.error.code, kept.error.detail);
  });
}
