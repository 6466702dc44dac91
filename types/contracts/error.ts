import { z } from "zod";

/** What an error of ours says of the payload, as JSON text in `details`: where, and what is wrong there. */
export const ErrorDetails = z.strictObject({
  path: z.string(),
  text: z.string(),
  /** The number that was exceeded, where it was a limit. */
  limit: z.int().optional(),
});

/** An error of REST and RPC: `code` is a SQLSTATE, `message` a key of `errorStatus` where the error is ours. */
export const RestError = z.object({
  code: z.string(),
  message: z.string(),
  details: z.string().nullable(),
  hint: z.string().nullable(),
});
