import { z } from "zod";

const instant = z.iso.datetime({ offset: true });

/** What an access token opens. */
export const TokenScope = z.enum(["workouts:read"]);
export type TokenScope = z.infer<typeof TokenScope>;

/** Answer of `create_access_token`, the only one that ever has the token. */
export const CreatedAccessToken = z.strictObject({
  id: z.uuid(),
  /** `rpt_` and 43 characters. */
  token: z.string().regex(/^rpt_[A-Za-z0-9_-]{43}$/),
  name: z.string(),
  scopes: z.array(TokenScope),
  expires_at: instant,
});
export type CreatedAccessToken = z.infer<typeof CreatedAccessToken>;

/** A row of `access_tokens` as its owner reads it. */
export const AccessToken = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(TokenScope),
  expires_at: instant,
  revoked_at: instant.nullable(),
  /** To a minute. */
  last_used_at: instant.nullable(),
  created_at: instant,
});

/** Answer of `revoke_access_token`. */
export const RevokedAccessToken = z.strictObject({ id: z.uuid(), revoked_at: instant });

/** Answer of `use_access_token`: whose token it is, or that it opens nothing. */
export const UsedAccessToken = z
  .strictObject({ id: z.uuid(), user_id: z.uuid(), scopes: z.array(TokenScope) })
  .nullable();
