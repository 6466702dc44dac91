import { createMiddleware } from "hono/factory";
import type { UserCaller } from "./caller.ts";
import type { ChainEnv } from "./chain-env.ts";
import { problem } from "./problem.ts";
import { type Project, publishableKeyOf } from "./project.ts";
import { failure, type Result, success } from "./result.ts";

/** Whether the session behind a verified token still is. It fails, with a reason for logs, when that cannot be told. */
export type CheckSession = (caller: UserCaller, signal: AbortSignal) => Promise<Result<boolean, string>>;

const budgetMilliseconds = 3_000;

/**
 * Asks Auth, which looks up the token's session and user. Their rows cannot be read through REST, and the token itself
 * stays valid for up to an hour after a sign-out or a deletion.
 */
export function sessionInAuth(project: Project): CheckSession {
  return async ({ token }, signal) => {
    try {
      const response = await fetch(`${project.url}/auth/v1/user`, {
        headers: { apikey: publishableKeyOf(project), authorization: `Bearer ${token}` },
        signal: AbortSignal.any([signal, AbortSignal.timeout(budgetMilliseconds)]),
      });
      await response.body?.cancel();
      if (response.ok) return success(true);
      return response.status === 401 || response.status === 403
        ? success(false)
        : failure(`Auth answered ${response.status}.`);
    } catch (error) {
      return failure(String(error));
    }
  };
}

/** Refuses the tokens of signed-out and deleted users. When Auth does not answer, nobody is let in. */
export const requireLiveSession = createMiddleware<ChainEnv>(async (c, next) => {
  const { caller, signal, platform, log } = c.var;
  if (caller?.kind !== "user" || !signal)
    throw new Error("A live session is asked of a route without users.");
  const isLive = await platform.isSessionLive(caller, signal);
  if (!isLive.ok) {
    log("session_check_failed", { error: isLive.error });
    return problem(c, "auth_unavailable");
  }
  return isLive.value ? await next() : problem(c, "session_ended");
});
