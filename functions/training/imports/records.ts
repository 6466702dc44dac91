// @ts-types="@types/papaparse"
import Papa from "papaparse";
import { maxRecordLength } from "./limits.ts";
import type { Separator } from "./separator.ts";

/** One record of a CSV file, with the line on which it begins. */
export interface CsvRecord {
  line: number;
  cells: string[];
  /** Whether a quote stands where none may be: the cells may be cut wrongly. */
  isMisquoted: boolean;
}

/**
 * Reads records one after another; blank ones are left out. The parser sees a window of the text at a time, so that
 * neither a quote that nothing closes nor a million stray ones cost more than a window.
 *
 * @returns false at the end of the text, the line of the record where one is too long to read on.
 */
export function* readRecords(
  text: string,
  separator: Separator,
  firstLine: number,
): Generator<CsvRecord, { tooLongAt: number } | undefined> {
  const parser = new Papa.Parser({ delimiter: separator, newline: "\n" });
  let line = firstLine;
  for (let from = 0; from < text.length; ) {
    const isLast = from + maxRecordLength >= text.length;
    const { data, errors, meta } = parser.parse(text.slice(from, from + maxRecordLength), 0, !isLast);
    if (data.length === 0 && !isLast) return { tooLongAt: line };
    const misquoted = new Set(errors.map((error: { row: number }) => error.row));
    for (const [index, cells] of data.entries()) {
      if (cells.some((cell: string) => cell.trim() !== "")) {
        yield { line, cells, isMisquoted: misquoted.has(index) };
      }
      line += 1 + lineEndsIn(cells);
    }
    if (isLast) return undefined;
    from += meta.cursor;
  }
  return undefined;
}

function lineEndsIn(cells: string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count += 1;
  }
  return count;
}
