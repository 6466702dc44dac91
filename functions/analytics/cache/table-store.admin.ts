import { createClient } from "@supabase/supabase-js";
import { z } from "zod";
import type { Log } from "../../_shared/log.ts";
import { type Project, secretKeyOf } from "../../_shared/project.ts";
import { fromBase64, toBase64 } from "../base64.ts";
import type { AnswerStore } from "./answer-store.ts";

const budgetMilliseconds = 1_000;

const TakenReport = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("kept"), body: z.base64() }),
  z.object({ kind: z.literal("yours") }),
  z.object({ kind: z.literal("theirs") }),
]);

/**
 * Keeps answers in `private.report_cache`, through RPCs that only a secret key may call, of the user whose token was
 * verified.
 */
export function answerStoreInTable(project: Project, log: Log): AnswerStore {
  const client = createClient(project.url, secretKeyOf(project), {
    auth: { persistSession: false, autoRefreshToken: false },
  });

  async function call(name: string, args: Record<string, string>): Promise<unknown> {
    const { data, error } = await client.rpc(name, args).abortSignal(AbortSignal.timeout(budgetMilliseconds));
    if (error) log("report_cache_unavailable", { store: "table", error: error.message });
    return error ? undefined : data;
  }

  return {
    async take(userId, key) {
      const taken = TakenReport.safeParse(await call("take_report", { p_user_id: userId, p_key: key }));
      if (!taken.success) return { kind: "closed" };
      return taken.data.kind === "kept" ? { kind: "kept", bytes: fromBase64(taken.data.body) } : taken.data;
    },
    async keep(userId, key, bytes) {
      const body = toBase64(bytes);
      await call("keep_report", { p_user_id: userId, p_key: key, p_body: body });
    },
    async release(userId, key) {
      await call("release_report", { p_user_id: userId, p_key: key });
    },
  };
}
