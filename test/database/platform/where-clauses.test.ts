import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../../stack/project-root.ts";

// Hosted API sessions refuse UPDATE and DELETE without WHERE, inside functions too, and nothing here can: so it is read.

/** The SQL without comments and string literals, whose words would mislead. */
function codeOf(sql: string): string {
  return sql.replace(/--[^\n]*/g, "").replace(/'(?:[^']|'')*'/g, "''");
}

/** Where an UPDATE or DELETE ends: at its semicolon, or at the parenthesis that closes the WITH around it. */
function statementFrom(code: string, start: number): string {
  let depth = 0;
  for (let at = start; at < code.length; at++) {
    if (code[at] === "(") depth++;
    if (code[at] === ")") depth--;
    if (depth < 0 || (depth === 0 && code[at] === ";")) return code.slice(start, at);
  }
  return code.slice(start);
}

function unfilteredWrites(sql: string): string[] {
  const code = codeOf(sql);
  const writes = [
    ...code.matchAll(
      /\bdelete\s+from\s+[a-z_]+\.[a-z_]+|\bupdate\s+[a-z_]+\.[a-z_]+(\s+as\s+\w+)?\s+set\b/gi,
    ),
  ];
  return writes
    .map((write) => statementFrom(code, write.index))
    .filter((statement) => !/\bwhere\b/i.test(statement));
}

describe("WHERE-01: no function changes or deletes every row of a table", () => {
  const files = globSync(join(projectRoot, "sql", "schemas", "**", "*.sql")).sort();
  test.each(files.map((file) => relative(projectRoot, file)))("%s", (file) => {
    expect(unfilteredWrites(readFileSync(join(projectRoot, file), "utf8"))).toEqual([]);
  });

  test("and such a write would be found", () => {
    const sql = `create function f() returns void as $$ with gone as (delete from public.workouts) update public.workouts
      set name = 'where'; delete from public.workout_sets where true; $$`;
    expect(unfilteredWrites(sql)).toHaveLength(2);
  });
});
