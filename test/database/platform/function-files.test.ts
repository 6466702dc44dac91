import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../../stack/project-root.ts";

// What the catalogue cannot tell any more: volatile and invoker are also what a function is that says nothing.

const functions = globSync(join(projectRoot, "sql", "schemas", "*", "*.sql"))
  .sort()
  .map((path) => ({ file: basename(path, ".sql"), sql: readFileSync(path, "utf8") }))
  .filter(({ sql }) => sql.includes("create or replace function"));

test.each(functions)("FILE-01: the file $file is one function that states all it is", ({ file, sql }) => {
  const head = sql.slice(0, sql.search(/\nas \$|\nreturn\n|\nbegin atomic/));
  const body = sql.slice(head.length);

  expect(sql.match(/create or replace function/g)).toHaveLength(1);
  expect(head).toMatch(new RegExp(`^create or replace function (public|private)\\.${file}\\(`));
  expect(head).toMatch(/\n(immutable|stable|volatile)\n/);
  expect(head).toMatch(/\nsecurity (invoker|definer)(\n|$)/);
  // A body that is bound when the function is made needs no search path.
  if (body.startsWith("\nas $")) expect(head).toMatch(/\nset search_path = ''(\n|$)/);
  expect(body).toMatch(
    new RegExp(`\\nrevoke execute on function (public|private)\\.${file}\\([^;]* from public;\\n`),
  );
  expect(body).toMatch(new RegExp(`\\ncomment on function (public|private)\\.${file}\\(`));
});
