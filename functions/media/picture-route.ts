import { ImageUpload, StoredImage } from "../../types/contracts/media.ts";
import { problemResponse } from "../_shared/problem.ts";

/** What every route that makes a picture of an upload has in common. */
export const pictureRoute = {
  method: "post",
  auth: "user",
  // Files are written with a key that knows no users: a deleted one must not get any for the rest of an hour.
  session: "live",
  rateLimit: "image_upload",
  timeoutSeconds: 60,
  request: { body: { required: true, content: { "application/json": { schema: ImageUpload } } } },
  responses: {
    200: { description: "The picture", content: { "application/json": { schema: StoredImage } } },
    404: problemResponse("`upload_not_found`: the caller has no such upload"),
    422: problemResponse(
      "`image_unsupported`, `image_broken`, `image_too_large`: `detail` says why, and names the limit; `invalid_request`",
    ),
    503: problemResponse(
      "`storage_unavailable`, `too_busy`: send the same request again; `auth_unavailable`",
    ),
  },
} as const;
