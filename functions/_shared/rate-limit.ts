import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { RequestIdVariables } from "hono/request-id";
import { z } from "zod";
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

/** How `count_use` answers. */
export const CountedUse = z
  .object({ is_allowed: z.boolean(), limit: z.int(), remaining: z.int(), reset_seconds: z.int() })
  .transform(
    ({ is_allowed, limit, remaining, reset_seconds }): RateLimit => ({
      isAllowed: is_allowed,
      limit,
      remaining,
      resetSeconds: reset_seconds,
    }),
  );

/** Counts one use against a policy. It fails, with a reason for logs, when it cannot be counted. */
export type TakeRateLimit = (
  policy: string,
  subject: RateLimitSubject,
  signal: AbortSignal,
) => Promise<Result<RateLimit, string>>;

type LimitedContext = Pick<Context, "json" | "header"> & { var: RequestIdVariables };

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
    return answerBeyondLimit(c, taken.value) ?? (await next());
  });
}

/** Tells the caller what is left of a limit. The problem to answer with, where that is nothing. */
export function answerBeyondLimit(
  c: LimitedContext,
  { isAllowed, limit, remaining, resetSeconds }: RateLimit,
) {
  c.header("ratelimit-limit", String(limit));
  c.header("ratelimit-remaining", String(remaining));
  c.header("ratelimit-reset", String(resetSeconds));
  if (isAllowed) return undefined;
  c.header("retry-after", String(resetSeconds));
  return problem(c, "rate_limited", `Try again in ${resetSeconds} s.`);
}

function subjectOf(caller: Caller, headers: Headers): RateLimitSubject {
  return caller.kind === "user" || caller.kind === "token"
    ? { userId: caller.userId }
    : { address: clientAddress(headers) };
}
