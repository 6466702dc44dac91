import type { ExerciseKind } from "../../../types/contracts/exercise.ts";
import type { ExerciseInFile, ImportedName, ImportMatches } from "../../../types/contracts/import.ts";
import type { ExerciseOfDocument } from "./import-options.ts";
import { kindMeasures } from "./kind-measures.ts";

type Match = ImportMatches["exercises"][number];

/**
 * Decides for each name of a file which exercise it means: in a document of an account, the one that
 * the id says; else the one that the request says; else the first of that name whose kind can hold what the file has; else a new one of the
 * user's own.
 */
export function nameOutcomes(
  exercises: readonly ExerciseInFile[],
  matches: ImportMatches,
  documentExercises: readonly ExerciseOfDocument[],
): ImportedName[] {
  const matchOf = new Map(matches.exercises.map((match) => [match.name, match]));
  const found = new Map(matches.identified.map(({ id, exercise }) => [id, exercise]));
  const known = new Map(documentExercises.map((exercise) => [exercise.name, exercise]));
  return exercises.map((exercise) => {
    const match = matchOf.get(exercise.name);
    const document = known.get(exercise.name);
    const there = found.get(document?.id ?? "");
    if (there) return meaning(exercise, "matched", there);
    return document?.kind ? newOf(exercise, document.kind, []) : outcomeOf(exercise, match);
  });
}

/** What the exercises of a document mean by their ids: those that are there, and its own, which are to be made. */
export function exerciseMeanings(
  documentExercises: readonly ExerciseOfDocument[],
  identified: ImportMatches["identified"],
): Map<string, { id: string; kind: ExerciseKind }> {
  const found = new Map(identified.map(({ id, exercise }) => [id, exercise]));
  const meanings = new Map<string, { id: string; kind: ExerciseKind }>();
  for (const { id, kind } of documentExercises) {
    const there = found.get(id);
    if (there) meanings.set(id, { id: there.id, kind: there.kind });
    else if (kind) meanings.set(id, { id, kind });
  }
  return meanings;
}

function outcomeOf(exercise: ExerciseInFile, match: Match | undefined): ImportedName {
  if (match?.mapped) return meaning(exercise, "mapped", match.mapped);
  const found = match?.matches.find(({ kind }) => fits(exercise, kind));
  if (found) return meaning(exercise, "matched", found);
  const namesakes = match?.matches ?? [];
  return newOf(exercise, newKind(exercise, namesakes), [
    ...namesakes.map((known) => ({ id: known.id, name: known.name })),
    ...(match?.suggestions ?? []),
  ]);
}

function newOf(
  { name, sets }: ExerciseInFile,
  kind: ExerciseKind,
  suggestions: ImportedName["suggestions"],
): ImportedName {
  return { name, sets, outcome: "new", exercise_id: null, exercise_name: name, kind, suggestions };
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
