import { verifyAuth } from "@supabase/server/core";
import { createMiddleware } from "hono/factory";
import type { TokenScope } from "../../types/contracts/access-token.ts";
import type { AuthMode, Caller } from "./caller.ts";
import type { ChainEnv } from "./chain-env.ts";
import { problem } from "./problem.ts";
import type { Project } from "./project.ts";
import { failure, type Result, success } from "./result.ts";

/** Why somebody is not let in: `refused` is about what they brought, `unavailable` about us. The reason is for logs. */
export interface Refusal {
  kind: "refused" | "unavailable";
  reason: string;
}

/** Finds out who sent a request, by what the mode asks for. */
export type VerifyCaller<Mode = Exclude<AuthMode, "none">> = (
  request: Request,
  mode: Mode,
) => Promise<Result<Caller, Refusal>>;

/** Bare `publishable` and `secret` would mean the key named `default` alone; every backend has a key of its own. */
const acceptedKeys = { user: "user", publishable: "publishable:*", secret: "secret:*" } as const;

/** Verifies tokens against the project's signing keys, and keys against the project's keys. Nothing is asked for it. */
export function verifyForProject(project: Project): VerifyCaller<keyof typeof acceptedKeys> {
  return async (request, mode) => {
    const { data, error } = await verifyAuth(request, {
      auth: acceptedKeys[mode],
      audience: "authenticated",
      env: project,
    });
    if (error) {
      const reason = `${error.code}: ${error.message}`;
      return failure({ kind: error.status < 500 ? "refused" : "unavailable", reason });
    }
    if (mode !== "user") return success({ kind: mode });
    const { token, userClaims } = data;
    return token && userClaims
      ? success({ kind: "user", userId: userClaims.id, token })
      : failure({ kind: "unavailable", reason: "A token was verified, but its user is not known." });
  };
}

/**
 * Lets a caller in who brought what the mode asks for, and tells the rest of the chain who it is.
 *
 * @param scope - what an access token must open
 */
export function authenticate(mode: AuthMode, scope?: TokenScope) {
  return createMiddleware<ChainEnv>(async (c, next) => {
    if (mode === "none") {
      c.set("caller", { kind: "none" });
      return await next();
    }
    const verified = await c.var.platform.verifyCaller(c.req.raw, mode);
    if (verified.ok) {
      const caller = verified.value;
      c.set("caller", caller);
      const isInScope = caller.kind !== "token" || caller.scopes.some((its) => its === scope);
      return isInScope ? await next() : problem(c, "insufficient_scope", `This asks for ${scope}.`);
    }
    c.var.log("caller_refused", { reason: verified.error.reason });
    if (verified.error.kind === "unavailable") return problem(c, "auth_unavailable");
    if (mode === "user" || mode === "token") c.header("www-authenticate", "Bearer");
    return problem(c, "unauthenticated", hints[mode]);
  });
}

const hints = {
  user: "Send the access token of a signed-in user as `Authorization: Bearer …`; refresh it when it has expired.",
  token: "Send an access token that the user made, and did not revoke, as `Authorization: Bearer rpt_…`.",
  publishable: "Send the project's publishable key as `apikey`.",
  secret: "Send a secret key of the project as `apikey`.",
};
