import { createClient } from "@supabase/supabase-js";
import { z } from "zod";
import { RecordCard, WorkoutCard } from "../../types/contracts/card.ts";
import { ErrorDetails } from "../../types/contracts/error.ts";
import { Report } from "../../types/contracts/report.ts";
import type { UserCaller } from "../_shared/caller.ts";
import { type Project, publishableKeyOf } from "../_shared/project.ts";
import { CountedUse } from "../_shared/rate-limit.ts";
import { failure, type Result, success } from "../_shared/result.ts";
import type { AnalyticsData, ReadFailure } from "./analytics-data.ts";
import { fromBase64 } from "./base64.ts";

const Opened = z
  .object({ use: CountedUse, version: z.string().default(""), body: z.string().nullish() })
  .transform(({ use, version, body }) => ({ use, version, kept: body ? fromBase64(body) : undefined }));

/** Reads through the RPCs of the database, with the caller's own token. */
export function analyticsInDatabase(project: Project): AnalyticsData {
  const client = createClient(project.url, publishableKeyOf(project), {
    auth: { persistSession: false, autoRefreshToken: false },
  });

  async function call(
    name: string,
    args: Record<string, string | number | null>,
    caller: UserCaller,
    signal: AbortSignal,
  ) {
    const { data, error } = await client
      .rpc(name, args)
      .setHeader("authorization", `Bearer ${caller.token}`)
      .abortSignal(signal);
    return error ? failure(failureOf(error)) : success(data);
  }

  return {
    version: async (caller, signal) => parsed(z.string(), await call("data_version", {}, caller, signal)),
    openReport: async (caller, key, signal) => {
      const args = { p_before: key?.before ?? null, p_after: key?.after ?? null };
      return parsed(Opened, await call("open_report", args, caller, signal));
    },
    // What the database answers is what the contract of its RPC says; it goes through as it is.
    dashboard: (caller, { from, to }, signal) =>
      call("dashboard", { p_from: from, p_to: to }, caller, signal),
    report: async (caller, period, on, signal) =>
      parsed(Report, await call("report", { p_period: period, p_on: on ?? null }, caller, signal)),
    workoutCard: async (caller, id, signal) =>
      parsed(WorkoutCard.nullable(), await call("workout_card", { p_workout_id: id }, caller, signal)),
    recordCard: async (caller, { workout_id, exercise_id, kind, reps }, signal) => {
      const args = {
        p_workout_id: workout_id,
        p_exercise_id: exercise_id,
        p_kind: kind,
        p_reps: reps ?? null,
      };
      return parsed(RecordCard.nullable(), await call("record_card", args, caller, signal));
    },
  };
}

function parsed<Value>(
  schema: z.ZodType<Value>,
  answer: Result<unknown, ReadFailure>,
): Result<Value, ReadFailure> {
  return answer.ok ? success(schema.parse(answer.value)) : answer;
}

function failureOf(error: { code: string; message: string; details: string }): ReadFailure {
  const reason = `${error.code}: ${error.message}`;
  if (error.code === "PT401") return { kind: "nobody", reason };
  if (error.code === "PT422") {
    const { path, text } = ErrorDetails.parse(JSON.parse(error.details));
    return { kind: "invalid", field: { path: `query.${path.replace(/^p_/, "")}`, text }, reason };
  }
  return { kind: "unavailable", reason };
}
