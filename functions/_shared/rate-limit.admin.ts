import { createClient } from "@supabase/supabase-js";
import { type Project, secretKeyOf } from "./project.ts";
import { CountedUse, type RateLimitSubject, type TakeRateLimit } from "./rate-limit.ts";
import { failure, success } from "./result.ts";

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
    const use = CountedUse.safeParse(data);
    return use.success ? success(use.data) : failure("count_use answered in a form that is not known.");
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
