import { z } from "zod";
import type { Project } from "../_shared/project.ts";
import { failure, success } from "../_shared/result.ts";
import { adminRequest } from "./admin-request.admin.ts";
import type { RecordAvatar } from "./storage.ts";

/** Answer of the RPC `record_avatar`: the content id that was there before, if one was. */
const Answer = z.object({ previous_id: z.string().nullable() });

/** Writes the avatar to its user's profile, through an RPC that only a secret key may call. */
export function recordAvatarByRpc(project: Project): RecordAvatar {
  return async (userId, image, signal) => {
    const answer = await adminRequest(project, {
      method: "POST",
      path: "/rest/v1/rpc/record_avatar",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        p_user_id: userId,
        p_image_id: image.id,
        p_thumbhash: image.thumbhash,
        p_dominant_color: image.dominant_color,
      }),
      timeoutSeconds: 10,
      signal,
    });
    if (!answer.ok) return answer;
    const parsed = Answer.safeParse(await answer.value.json().catch(() => undefined));
    return parsed.success
      ? success({ previousId: parsed.data.previous_id })
      : failure({ kind: "unavailable", reason: `record_avatar answered otherwise: ${parsed.error.message}` });
  };
}
