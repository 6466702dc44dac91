import type { ImportSource } from "../../../types/contracts/import.ts";
import { decodeText, type Encoding } from "./decode-text.ts";
import { createReporter, type Findings, noFindings } from "./findings.ts";
import { isHevyMeasurements, readHevyMeasurements } from "./hevy-measurements.ts";
import type { ContentOfFile, ImportOptions } from "./import-options.ts";
import { maxFileBytes } from "./limits.ts";
import { readCsv } from "./read-csv.ts";
import { readJson } from "./read-json.ts";

/** What was read of a file. Without `file`, nothing of it can be imported, and `problems` say why. */
export interface ReadImport extends Findings {
  encoding?: Encoding;
  file?: ContentOfFile;
}

/**
 * Reads a file: an export of Strong or Hevy, a CSV of one's own, or our JSON. Loads come out in kilograms,
 * distances in metres, times as instants. Nothing in a file is ever evaluated, and no file makes it throw.
 */
export function readImport(bytes: Uint8Array, options: ImportOptions): ReadImport {
  const findings = noFindings();
  const report = createReporter(findings);
  const file = { line: 1, path: "" };
  if (bytes.length > maxFileBytes) {
    report.refuse(file, "file_too_large", `A file may have ${maxFileBytes / 1024 ** 2} MiB.`);
    return findings;
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    report.refuse(file, "not_text", "The file is no text. Export a CSV file, not a workbook or an archive.");
    return findings;
  }
  const { text, encoding } = decoded.value;
  const content = readerOf(text, options.source)(text, options, report);
  return content ? { ...findings, encoding, file: content } : { ...findings, encoding };
}

function readerOf(text: string, source: ImportSource | undefined): typeof readCsv {
  if (isJson(text, source)) return readJson;
  const mayBeHevy = source === undefined || source === "hevy";
  return mayBeHevy && isHevyMeasurements(text) ? readHevyMeasurements : readCsv;
}

function isJson(text: string, source: ImportSource | undefined): boolean {
  return source === "json" || (source === undefined && text.trimStart().startsWith("{"));
}
