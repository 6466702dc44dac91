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

export function createFindings(): { findings: Findings; report: Reporter } {
  const findings: Findings = { problems: [], outliers: [], counts: {} };
  const count = (code: string) => {
    findings.counts[code] = (findings.counts[code] ?? 0) + 1;
  };
  let warnings = 0;
  let refusals = 0;
  return {
    findings,
    report: {
      refuse({ line, path }, code, text) {
        count(code);
        refusals += 1;
        if (refusals <= maxListed) findings.problems.push({ severity: "error", line, path, code, text });
      },
      warn({ line, path }, code, text) {
        count(code);
        warnings += 1;
        if (warnings <= maxListed) findings.problems.push({ severity: "warning", line, path, code, text });
      },
      doubt({ line, path }, code, text) {
        count(code);
        if (findings.outliers.length < maxListed) findings.outliers.push({ line, path, code, text });
      },
    },
  };
}
