import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { Caller } from "./caller.ts";
import type { ChainEnv } from "./chain-env.ts";
import { clientAddress } from "./client-address.ts";
import { problem } from "./problem.ts";
import type { Result } from "./result.ts";

/** Whose uses are counted. */
export type RateLimitSubject = { userId: string } | { address: string };

/** What is left of a limit after this use. */
export interface RateLimit {
  isAllowed: boolean;
  limit: number;
  remaining: number;
  /** Seconds until the limit is whole again. */
  resetSeconds: number;
}

/** Counts one use against a policy. It fails, with a reason for logs, when it cannot be counted. */
export type TakeRateLimit = (
  policy: string,
  subject: RateLimitSubject,
  signal: AbortSignal,
) => Promise<Result<RateLimit, string>>;

/** A limit must not make every request slow when the database is. */
const budgetMilliseconds = 1_000;

/**
 * Counts the request by its user, or by its network address where users are not known. A backend, which holds a secret
 * key, is not limited. What cannot be counted is let through: limits guard cost, and must not take the API down.
 */
export function limitRate(policy: string) {
  return createMiddleware<ChainEnv>(async (c, next) => {
    const { caller, signal, platform, log } = c.var;
    if (!caller || !signal) throw new Error("A rate limit needs to know the caller.");
    if (caller.kind === "secret") return await next();

    const budget = AbortSignal.any([signal, AbortSignal.timeout(budgetMilliseconds)]);
    const taken = await platform.takeRateLimit(policy, subjectOf(caller, c.req.raw.headers), budget);
    if (!taken.ok) {
      log("rate_limit_unavailable", { policy, error: taken.error });
      return await next();
    }
    tell(c, taken.value);
    if (taken.value.isAllowed) return await next();
    c.header("retry-after", String(taken.value.resetSeconds));
    return problem(c, "rate_limited", `Try again in ${taken.value.resetSeconds} s.`);
  });
}

function subjectOf(caller: Caller, headers: Headers): RateLimitSubject {
  return caller.kind === "user" || caller.kind === "token"
    ? { userId: caller.userId }
    : { address: clientAddress(headers) };
}

function tell(c: Context, { limit, remaining, resetSeconds }: RateLimit): void {
  c.header("ratelimit-limit", String(limit));
  c.header("ratelimit-remaining", String(remaining));
  c.header("ratelimit-reset", String(resetSeconds));
}
