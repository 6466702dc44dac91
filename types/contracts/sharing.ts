import { z } from "zod";
import { SharedDocument, StoredPlanAnswer } from "./plan.ts";
import { FoundProfile } from "./profile.ts";
import { RoutineAnswer } from "./routine.ts";

/** A link of the caller's. */
const ShareLink = z.strictObject({
  id: z.uuid(),
  /** What it leads to: this, or a plan. */
  routine_id: z.uuid().nullable(),
  plan_id: z.uuid().nullable(),
  /** What goes into an address of the app's own. The server stores none of it, and answers it to the same call again. */
  token: z.string().regex(/^[A-Za-z0-9_-]{24}$/),
  expires_at: z.iso.datetime({ offset: true }),
  revoked_at: z.iso.datetime({ offset: true }).nullable(),
  /** After how many copies it leads nowhere; null for any number. */
  max_copies: z.int().min(1).nullable(),
  /** How often others opened it. */
  view_count: z.int().min(0),
  /** How many copies were made by it. */
  copy_count: z.int().min(0),
});

/** Answer of `create_share_link`. */
export const ShareLinkAnswer = z.strictObject({ share_link: ShareLink });

/** Answer of `revoke_share_link`. */
export const RevokedShareLink = z.strictObject({
  id: z.uuid(),
  revoked_at: z.iso.datetime({ offset: true }),
});

/** By whom something is, as far as their profile shows itself. */
export const Author = FoundProfile.omit({ user_id: true }).extend({ username: z.string().nullable() });

/** Answer of `get_shared`. */
export const Shared = z.strictObject({
  shared: SharedDocument,
  /** Null where the profile does not show itself to the caller. */
  author: Author.nullable(),
});

/** Answer of `copy_shared`: what was copied, as `save_plan` or `save_routine` answers it. */
export const CopiedAnswer = z.union([StoredPlanAnswer, RoutineAnswer]);
