import { z } from "zod";
import type { UserCaller } from "../_shared/caller.ts";
import { type Project, publishableKeyOf } from "../_shared/project.ts";
import { failure, type Result, success } from "../_shared/result.ts";
import type { StorageFailure } from "./storage.ts";

/** Whether the caller's consent to storing health data stands. Throws when its signal is aborted. */
export type HasHealthConsent = (
  caller: UserCaller,
  signal: AbortSignal,
) => Promise<Result<boolean, StorageFailure>>;

/** The newest entry of the ledger, where there is any. */
const Answer = z.array(z.object({ is_granted: z.boolean() })).max(1);

const budgetMilliseconds = 3_000;

/** Reads the ledger of consents, as the caller may. */
export function healthConsentInDatabase(project: Project): HasHealthConsent {
  return async ({ token, userId }, signal) => {
    const query = new URLSearchParams({
      select: "is_granted",
      user_id: `eq.${userId}`,
      purpose: "eq.health_data",
      order: "id.desc",
      limit: "1",
    });
    try {
      const response = await fetch(`${project.url}/rest/v1/consents?${query}`, {
        headers: { apikey: publishableKeyOf(project), authorization: `Bearer ${token}` },
        signal: AbortSignal.any([signal, AbortSignal.timeout(budgetMilliseconds)]),
      });
      const parsed = Answer.safeParse(await response.json());
      return response.ok && parsed.success
        ? success(parsed.data[0]?.is_granted === true)
        : failure({ kind: "unavailable", reason: `consents answered ${response.status}` });
    } catch (error) {
      signal.throwIfAborted();
      return failure({ kind: "unavailable", reason: String(error) });
    }
  };
}
