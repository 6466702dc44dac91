import type { Field, Layout } from "./column.ts";
import type { Place } from "./findings.ts";
import type { CsvRecord } from "./records.ts";

/** A record whose cells are found by the names of their columns. */
export interface Row extends CsvRecord {
  layout: Layout;
}

export function cell({ cells, layout }: Row, field: Field): string {
  const column = layout.columns[field];
  return column === undefined ? "" : (cells[column.index]?.trim() ?? "");
}

export function place({ line, layout }: Row, field: Field): Place {
  return { line, path: layout.columns[field]?.header ?? field };
}
