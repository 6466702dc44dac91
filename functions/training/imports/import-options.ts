import type { ExerciseKind } from "../../../types/contracts/exercise.ts";
import type {
  ExerciseInFile,
  ImportedPart,
  ImportedWorkout,
  ImportSource,
  UnitOfFile,
} from "../../../types/contracts/import.ts";
import type { DistanceUnit, WeightUnit } from "./quantities.ts";

/** What the request says about a file. */
export interface ImportOptions {
  /** Undefined to find out. */
  source: ImportSource | undefined;
  /** For loads that say no unit. */
  weightUnit: WeightUnit | undefined;
  distanceUnit: DistanceUnit | undefined;
  /** IANA name of the zone in which times without one are meant. */
  timeZone: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** An exercise of a document of a whole account; without a kind, one that it only refers to. */
export interface ExerciseOfDocument {
  id: string;
  name: string;
  kind: ExerciseKind | null;
}

/** What a file has to import. */
export interface ContentOfFile {
  source: ImportSource;
  variant: string;
  /** Rows of a CSV file, sets of a JSON document. */
  rows: number;
  /** Workouts in the file, those with errors too. */
  workoutsInFile: number;
  units: { weight: UnitOfFile; distance: UnitOfFile };
  /** Those without errors, as they stand in the file. */
  workouts: ImportedWorkout[];
  exercises: ExerciseInFile[];
  /** What else is imported, in the order in which that must be. */
  parts: ImportedPart[];
  /** Of a document of a whole account, the exercises that it knows by their ids. */
  documentExercises: ExerciseOfDocument[];
}
