import type { ImportedPart } from "../../../types/contracts/import.ts";
import { ImportSection, importedWithin, notImported } from "../../../types/contracts/import-section.ts";
import type { Place, Reporter } from "./findings.ts";
import type { LinesOfSections } from "./json-shape.ts";
import { maxPartRows, maxRows } from "./limits.ts";

type Row = Record<string, unknown>;

/** A row of a section, and how many rows it and those within it are. */
interface PlacedRow extends Place {
  row: Row;
  size: number;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Sections whose rows have no id of their own, and what they are known by. */
const keys: Readonly<Record<string, string | null>> = {
  settings: null,
  body_facts: null,
  exercise_preferences: "exercise_id",
};

/** An exercise becomes rows of muscles, equipment and names too, and a document of search. */
const sizeOfExercise = 20;

/**
 * Reads what an export of a whole account has beside workouts, in the order in which it must be imported. Whether the values
 * are right is for the database to say; here they are put together.
 *
 * @returns undefined where it is more than a file may have, which is reported then.
 */
export function readAccount(
  document: Row,
  lines: LinesOfSections,
  report: Reporter,
): ImportedPart[] | undefined {
  for (const [section, reason] of Object.entries(notImported)) {
    const rows = document[section];
    if (!Array.isArray(rows) || rows.length === 0) continue;
    report.warn(
      { line: lines.get(section)?.[0] ?? 1, path: section },
      "left_out",
      `${rows.length} not imported: ${reason}.`,
    );
  }

  const parts: ImportedPart[] = [];
  let total = 0;
  for (const section of ImportSection.options) {
    if (section === "workouts") continue;
    for (const { row, line, path, size } of ordered(section, rowsOf(document, section, lines, report))) {
      total += size;
      if (total > maxRows) {
        report.refuse({ line, path }, "too_many_rows", `A file may have ${maxRows} rows beside sets.`);
        return undefined;
      }
      if (size > maxPartRows) {
        report.refuse({ line, path }, "too_many_rows", `Has more than ${maxPartRows} rows in it.`);
        continue;
      }
      const part = section === "measurements" ? { ...row, key: `json ${String(row.id).toLowerCase()}` } : row;
      parts.push({ section, line, path, size: section === "exercises" ? sizeOfExercise : size, part });
    }
  }
  return parts;
}

/** The rows of a section that can be read, with those within them. */
function rowsOf(document: Row, section: string, lines: LinesOfSections, report: Reporter): PlacedRow[] {
  const value = document[section] ?? [];
  if (!Array.isArray(value)) {
    report.refuse({ line: 1, path: section }, "invalid_value", "Must be an array.");
    return [];
  }
  const key = section in keys ? keys[section] : "id";
  const rows: PlacedRow[] = [];
  for (const [index, row] of value.entries()) {
    const place = { line: lines.get(section)?.[index] ?? 1, path: `${section}[${index}]` };
    const isRow = typeof row === "object" && row !== null && !Array.isArray(row);
    if (isRow && (!key || (typeof row[key] === "string" && uuid.test(row[key])))) {
      rows.push({ ...place, row, size: 1 });
    } else report.refuse(place, "invalid_value", `Must be an object${key ? ` with a uuid as ${key}` : ""}.`);
  }

  for (const [within, { section: parent, as, by }] of Object.entries(importedWithin)) {
    if (parent !== section) continue;
    const groups = Map.groupBy(rowsOf(document, within, lines, report), ({ row }) =>
      String(row[by]).toLowerCase(),
    );
    for (const placed of rows) {
      const id = String(placed.row.id).toLowerCase();
      const own = groups.get(id) ?? [];
      groups.delete(id);
      placed.row = { ...placed.row, [as]: own.map(({ row }) => row) };
      placed.size += own.reduce((sum, { size }) => sum + size, 0);
    }
    for (const { line, path } of [...groups.values()].flat()) {
      report.refuse({ line, path }, "no_parent", `Its ${by} is none of the document's ${section}.`);
    }
  }
  return rows;
}

/** What refers to another row of its section comes behind it; the default gym comes first, and becomes the default. */
function ordered(section: ImportSection, rows: PlacedRow[]): PlacedRow[] {
  if (section === "gyms") {
    return rows.sort((a, b) => Number(b.row.is_default === true) - Number(a.row.is_default === true));
  }
  if (section !== "exercises") return rows;
  const waiting = new Map(rows.map((placed) => [String(placed.row.id).toLowerCase(), placed]));
  const sorted: PlacedRow[] = [];
  for (const first of rows) {
    const chain: PlacedRow[] = [];
    let next: PlacedRow | undefined = first;
    while (next && waiting.delete(String(next.row.id).toLowerCase())) {
      chain.push(next);
      next = waiting.get(String(next.row.replaced_by).toLowerCase());
    }
    sorted.push(...chain.reverse());
  }
  return sorted;
}
