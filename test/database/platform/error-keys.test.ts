import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../../stack/project-root.ts";
import { errorStatus } from "../../../types/errors.ts";

const sql = globSync(join(projectRoot, "sql", "schemas", "*", "*.sql"))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

test("ERR-01: every error that sql/schemas raises is in types/errors.ts, with its status", () => {
  const raised = [...sql.matchAll(/'PT(\d{3})', '([a-z_]+)'/g)].map(([, status, key]) => `${key} ${status}`);
  const listed = new Set(Object.entries(errorStatus).map(([key, status]) => `${key} ${status}`));

  expect(raised.length).toBeGreaterThan(0);
  expect(raised.filter((error) => !listed.has(error))).toEqual([]);
});

test("ERR-02: and none is listed that nothing raises", () => {
  expect(Object.keys(errorStatus).filter((key) => !sql.includes(`'${key}'`))).toEqual([]);
});
