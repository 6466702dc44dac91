import type { Changes, Fields, PushAnswer, Value } from "../../watermelon.ts";
import { childrenOf, editsOf, type Table, tables } from "./sync-edits.ts";

/**
 * What the server said that it stored, by table and id: of each row the columns that somebody wrote, as the last one
 * wrote them. Whatever is not deleted must be there in the end.
 */
export class Promises {
  readonly #rows = new Map(tables.map((table) => [table, new Map<string, Fields>()]));

  written(table: Table, id: string, fields: Fields): void {
    const rows = this.#of(table);
    rows.set(id, { ...rows.get(id), ...fields });
  }

  /** A row goes with all that is below it, and those that refer to it let go. */
  deleted(table: Table, id: string): void {
    this.#of(table).delete(id);
    for (const child of childrenOf(table)) {
      const column = editsOf(child).parent?.column ?? "";
      for (const [childId, fields] of this.#of(child))
        if (fields[column] === id) this.deleted(child, childId);
    }
    for (const other of tables) {
      for (const [column, target] of Object.entries(editsOf(other).links ?? {})) {
        if (target !== table) continue;
        for (const fields of this.#of(other).values()) if (fields[column] === id) fields[column] = null;
      }
    }
  }

  /** A push was answered, whether the device heard the answer or not. */
  pushed(changes: Changes, errors: PushAnswer["errors"], stored: Map<Table, Map<string, Fields>>): void {
    const isRefused = (table: string, id: string) => errors.some((it) => it.table === table && it.id === id);
    for (const table of tables.toReversed()) {
      for (const id of changes[table]?.deleted ?? []) {
        // An exercise that is used stays, archived.
        if (!isRefused(table, id) && !(table === "exercises" && stored.get(table)?.has(id)))
          this.deleted(table, id);
      }
    }
    for (const table of tables) {
      const { created = [], updated = [] } = changes[table] ?? {};
      const { parent, columns, links = {} } = editsOf(table);
      for (const { id, _changed, ...raw } of [...created, ...updated]) {
        if (isRefused(table, id)) continue;
        // Of a row that was there, a device means the columns that it changed.
        const changed = this.#of(table).has(id) ? _changed.split(",") : undefined;
        const meant = [...Object.keys(columns), ...Object.keys(links), ...(parent ? [parent.column] : [])];
        const fields = meant
          .filter((column) => changed?.includes(column) ?? true)
          .map((column) => [column, raw[column] ?? null] as const);
        this.written(table, id, Object.fromEntries(fields));
      }
    }
  }

  /** What was promised and is not there. */
  broken(stored: Map<Table, Map<string, Fields>>): string[] {
    return tables.flatMap((table) =>
      [...this.#of(table)].flatMap(([id, fields]) => {
        const row = stored.get(table)?.get(id);
        if (!row) return [`${table} ${id} is gone`];
        return Object.entries(fields)
          .filter(([column, value]) => !isSame(column, row[column] ?? null, value))
          .map(([column, value]) => `${table} ${id}: ${column} is ${row[column]}, not ${value}`);
      }),
    );
  }

  #of(table: Table): Map<string, Fields> {
    return this.#rows.get(table) ?? new Map();
  }
}

/** Whether a stored value is what was written, as far as a column keeps it. */
function isSame(column: string, stored: Value, written: Value): boolean {
  // Of all gyms one is the default, whichever was made it last.
  if (column === "is_default") return true;
  if (typeof stored === "number" && typeof written === "number") return Math.abs(stored - written) < 0.05;
  return stored === (column === "set_type" ? (written ?? "normal") : written);
}
