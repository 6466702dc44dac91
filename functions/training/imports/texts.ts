import type { Field } from "./column.ts";
import type { Place, Reporter } from "./findings.ts";
import { cell, place, type Row } from "./row.ts";

/** The text of a cell as it may be stored: see `storableText`. */
export function readText(row: Row, field: Field, maxLength: number, report: Reporter): string {
  const text = row.layout.source === "csv" ? withoutGuard(cell(row, field)) : cell(row, field);
  return text === "" ? "" : storableText(text, maxLength, place(row, field), report);
}

/** Takes off the apostrophe that our export puts before what a spreadsheet would evaluate. */
function withoutGuard(text: string): string {
  return /^'+[=+\-@＝＋－＠\t\r\n]/.test(text) ? text.slice(1) : text;
}

/**
 * Text of a file as it may be stored: without control characters, and no longer than allowed. What a spreadsheet would take
 * for a formula stays the text that it is; it is reported, because whoever exports it again should know.
 */
export function storableText(value: string, maxLength: number, at: Place, report: Reporter): string {
  const text = value
    .replaceAll(/(?![\n\t])\p{Cc}/gu, "")
    .toWellFormed()
    .trim();
  if (looksLikeFormula(text)) {
    report.warn(at, "formula_as_text", "Looks like a formula; it is kept as text and never evaluated.");
  }
  return shorten(text, maxLength, at, report);
}

/** Text cut to as many characters as Postgres counts, which is not what JavaScript does. */
export function shorten(text: string, maxLength: number, at: Place, report: Reporter): string {
  if (text.length <= maxLength) return text;
  const characters = [...text];
  if (characters.length <= maxLength) return text;
  report.warn(at, "text_shortened", `Has ${characters.length} characters; the first ${maxLength} are kept.`);
  return characters.slice(0, maxLength).join("").trim();
}

/** Whether a spreadsheet would evaluate it: it begins with one of = + - @ and is no number. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@]/.test(text) && !/^[+-]?[\d.,]+$/.test(text);
}
