import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { generateTypes, typesFile } from "../../scripts/database/generated-types.ts";
import { projectRoot } from "../../stack/project-root.ts";

test("the generated types are those of the database", async () => {
  const kept = await readFile(join(projectRoot, typesFile), "utf8");
  const generated = await generateTypes(projectRoot, inject("migratedUrl"));
  expect(kept, `${typesFile} is stale: run npm run db:types`).toBe(generated);
});
