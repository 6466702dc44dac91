import { createMiddleware } from "hono/factory";
import type { ChainEnv } from "./chain-env.ts";
import { problem } from "./problem.ts";

/**
 * Answers `timeout` when the route takes longer, and ends through `c.var.signal` what it still waits for. Work that
 * never waits, such as decoding an image, cannot be ended; the platform's own limits are for that.
 */
export function limitTime(seconds: number) {
  return createMiddleware<ChainEnv>(async (c, next) => {
    const limit = new AbortController();
    const isUp = new Promise<true>((resolve) => limit.signal.addEventListener("abort", () => resolve(true)));
    const timer = setTimeout(
      () => limit.abort(new DOMException("The time is up.", "TimeoutError")),
      seconds * 1000,
    );
    c.set("signal", AbortSignal.any([c.req.raw.signal, limit.signal]));
    try {
      if (await Promise.race([isUp, next()])) return problem(c, "timeout");
    } finally {
      clearTimeout(timer);
    }
  });
}
