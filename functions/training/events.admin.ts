import { createClient } from "@supabase/supabase-js";
import { WorkoutEvents } from "../../types/contracts/workout-events.ts";
import { type Project, secretKeyOf } from "../_shared/project.ts";
import { failure, success } from "../_shared/result.ts";
import type { ReadEvents } from "./events.ts";

/** Reads through `workout_events`, which only a secret key may call, of the user whose token was verified. */
export function eventsInDatabase(project: Project): ReadEvents {
  const client = createClient(project.url, secretKeyOf(project), {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  return async (userId, { cursor, limit }, signal) => {
    const { data, error } = await client
      .rpc("workout_events", { p_user_id: userId, p_cursor: cursor ?? null, p_limit: limit ?? null })
      .abortSignal(signal);
    if (error) {
      const kind = error.message === "cursor_mismatch" ? "cursor_mismatch" : "unavailable";
      return failure({ kind, reason: error.message });
    }
    return success(WorkoutEvents.parse(data));
  };
}
