import type { ImportOutlier, ImportProblem } from "../../../types/contracts/import.ts";
import { maxListed } from "./limits.ts";

/** What a reader has to say about a file, beside the workouts. A hostile file cannot make the lists long. */
export interface Findings {
  problems: ImportProblem[];
  outliers: ImportOutlier[];
  /** How many there are of each code, listed or not. */
  counts: Record<string, number>;
}

/** Where something is: a line of the file from 1, and a column's name or a JSON path. */
export interface Place {
  line: number;
  path: string;
}

export interface Reporter {
  /** Something that keeps its workout, or the whole file, from being imported. */
  refuse(place: Place, code: ImportProblem["code"], text: string): void;
  /** Something that was read in another way than it stands there. */
  warn(place: Place, code: ImportProblem["code"], text: string): void;
  /** A value that is imported though it looks wrong, or left out because it cannot be right. */
  doubt(place: Place, code: ImportOutlier["code"], text: string): void;
}

export function noFindings(): Findings {
  return { problems: [], outliers: [], counts: {} };
}

/** Adds to what has been found. */
export function createReporter(findings: Findings): Reporter {
  const { problems, outliers, counts } = findings;
  const listed = {
    error: problems.filter(({ severity }) => severity === "error").length,
    warning: problems.filter(({ severity }) => severity === "warning").length,
  };
  const count = (code: string) => {
    counts[code] = (counts[code] ?? 0) + 1;
  };
  const add = (severity: ImportProblem["severity"], at: Place, code: ImportProblem["code"], text: string) => {
    count(code);
    if (listed[severity] >= maxListed) return;
    listed[severity] += 1;
    problems.push({ severity, line: at.line, path: at.path, code, text });
  };
  return {
    refuse: (at, code, text) => add("error", at, code, text),
    warn: (at, code, text) => add("warning", at, code, text),
    doubt({ line, path }, code, text) {
      count(code);
      if (outliers.length < maxListed) outliers.push({ line, path, code, text });
    },
  };
}
