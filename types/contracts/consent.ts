import { z } from "zod";

/** What for a user consents. */
export const ConsentPurpose = z.enum(["health_data", "analytics", "marketing"]);

/** Answer of `record_consent` and `withdraw_consent`: what stands from now on. */
export const Consent = z.strictObject({
  purpose: ConsentPurpose,
  is_granted: z.boolean(),
  /** Version of the text that was shown; `withdrawal` where none is. */
  text_version: z.string(),
  /** Language in which it was shown; `und` in a withdrawal. */
  locale: z.string(),
  /** Time of the server. */
  created_at: z.iso.datetime({ offset: true }),
});
