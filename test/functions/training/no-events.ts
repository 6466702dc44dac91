import { failure } from "../../../functions/_shared/result.ts";
import type { ReadEvents } from "../../../functions/training/events.ts";

/** The feed of workouts, for tests that do not ask for it. */
export const noEvents: ReadEvents = async () =>
  failure({ kind: "unavailable", reason: "There is no feed here." });
