import { randomUUID } from "node:crypto";
import type { SavedExercise } from "../../types/contracts/exercise.ts";

/** An exercise of one's own, a curl with a dumbbell unless told otherwise. */
export function anExercise(rest: Partial<SavedExercise> = {}): SavedExercise {
  return {
    id: randomUUID(),
    name: "Zottman Curl on One Leg",
    kind: "weight_reps",
    category: "strength",
    level: "beginner",
    muscles: [
      { muscle_id: "biceps", role: "primary" },
      { muscle_id: "forearms", role: "secondary" },
    ],
    equipment: ["dumbbell"],
    aliases: ["Flamingo Curl"],
    ...rest,
  };
}
