import type { ExerciseKind } from "../../../types/contracts/exercise.ts";
import type { ExerciseInFile, ImportedName, ImportMatches } from "../../../types/contracts/import.ts";
import { kindMeasures } from "./kind-measures.ts";

type Match = ImportMatches["exercises"][number];

/**
 * Decides for each name of a file which exercise it means: the one that the request says; else the first of that name
 * whose kind can hold what the file has; else a new one of the user's own.
 */
export function nameOutcomes(exercises: readonly ExerciseInFile[], matches: ImportMatches): ImportedName[] {
  const matchOf = new Map(matches.exercises.map((match) => [match.name, match]));
  return exercises.map((exercise) => outcomeOf(exercise, matchOf.get(exercise.name)));
}

function outcomeOf(exercise: ExerciseInFile, match: Match | undefined): ImportedName {
  const { name, sets } = exercise;
  if (match?.mapped) return meaning(exercise, "mapped", match.mapped);
  const found = match?.matches.find(({ kind }) => fits(exercise, kind));
  if (found) return meaning(exercise, "matched", found);
  const namesakes = match?.matches ?? [];
  return {
    name,
    sets,
    outcome: "new",
    exercise_id: null,
    exercise_name: name,
    kind: newKind(exercise, namesakes),
    suggestions: [
      ...namesakes.map((known) => ({ id: known.id, name: known.name })),
      ...(match?.suggestions ?? []),
    ],
  };
}

function meaning(
  { name, sets }: ExerciseInFile,
  outcome: "mapped" | "matched",
  found: Match["matches"][number],
): ImportedName {
  return {
    name,
    sets,
    outcome,
    exercise_id: found.id,
    exercise_name: found.name,
    kind: found.kind,
    suggestions: [],
  };
}

/** Help and added load have the same measures and opposite meanings. */
function fits({ kind, measures }: ExerciseInFile, candidate: ExerciseKind): boolean {
  const isHelp = kind === "assisted_bodyweight";
  const mayBeHelp = candidate === "assisted_bodyweight";
  if (isHelp !== mayBeHelp && measures.includes("weight_kg")) return false;
  return measures.every((measure) => kindMeasures[candidate].includes(measure));
}

/** A load on what the catalogue does with body weight alone is added to body weight. */
function newKind({ kind }: ExerciseInFile, namesakes: Match["matches"]): ExerciseKind {
  const isOfBodyWeight = namesakes.some((known) => known.kind === "bodyweight_reps");
  return kind === "weight_reps" && isOfBodyWeight ? "weighted_bodyweight" : kind;
}
