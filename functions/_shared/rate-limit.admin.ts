import { createClient } from "@supabase/supabase-js";
import { z } from "zod";
import { type Project, secretKeyOf } from "./project.ts";
import type { RateLimitSubject, TakeRateLimit } from "./rate-limit.ts";
import { failure, success } from "./result.ts";

const Answer = z.object({
  is_allowed: z.boolean(),
  limit: z.int(),
  remaining: z.int(),
  reset_seconds: z.int(),
});

/** Counts in the database, through `count_use`, which only a secret key may call. */
export function rateLimitInDatabase(project: Project): TakeRateLimit {
  const secretKey = secretKeyOf(project);
  const client = createClient(project.url, secretKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  return async (policy, subject, signal) => {
    const { data, error } = await client
      .rpc("count_use", { p_policy: policy, p_subject: await subjectText(subject, secretKey) })
      .abortSignal(signal);
    if (error) return failure(error.message);
    const answer = Answer.safeParse(data);
    if (!answer.success) return failure("count_use answered in a form that is not known.");
    const { is_allowed, limit, remaining, reset_seconds } = answer.data;
    return success({ isAllowed: is_allowed, limit, remaining, resetSeconds: reset_seconds });
  };
}

/** An address is personal, and there are few enough to try them all: it is hashed with a key before it is kept. */
async function subjectText(subject: RateLimitSubject, secret: string): Promise<string> {
  if ("userId" in subject) return subject.userId;
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["sign"]);
  const hash = await crypto.subtle.sign("HMAC", key, encoder.encode(subject.address));
  return `address:${[...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
