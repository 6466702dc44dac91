import { createClient } from "@supabase/supabase-js";
import { UsedAccessToken } from "../../types/contracts/access-token.ts";
import type { Refusal } from "./authentication.ts";
import type { TokenCaller } from "./caller.ts";
import { type Project, secretKeyOf } from "./project.ts";
import { failure, type Result, success } from "./result.ts";

const bearer = /^Bearer (rpt_[A-Za-z0-9_-]{43})$/;
const budgetMilliseconds = 3_000;

/** Asks the database whose access token a request brings, so that one that was revoked opens nothing from then on. */
export function accessTokenInDatabase(
  project: Project,
): (request: Request) => Promise<Result<TokenCaller, Refusal>> {
  const client = createClient(project.url, secretKeyOf(project), {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  return async (request) => {
    const [, token] = bearer.exec(request.headers.get("authorization") ?? "") ?? [];
    if (!token) return failure({ kind: "refused", reason: "There is no access token." });

    const { data, error } = await client
      .rpc("use_access_token", { p_token: token })
      .abortSignal(AbortSignal.any([request.signal, AbortSignal.timeout(budgetMilliseconds)]));
    if (error) return failure({ kind: "unavailable", reason: error.message });
    const used = UsedAccessToken.safeParse(data);
    if (!used.success) {
      return failure({
        kind: "unavailable",
        reason: "use_access_token answered in a form that is not known.",
      });
    }
    return used.data
      ? success({ kind: "token", userId: used.data.user_id, scopes: used.data.scopes })
      : failure({ kind: "refused", reason: "The access token is unknown, revoked or expired." });
  };
}
