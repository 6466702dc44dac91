import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { erdFile, erdPage } from "../../scripts/database/erd-page.ts";
import { readTableGraph } from "../../scripts/database/table-graph.ts";
import { projectRoot } from "../../stack/project-root.ts";

test("the drawn schema is that of the database", async () => {
  const kept = await readFile(join(projectRoot, erdFile), "utf8");
  const drawn = erdPage(await readTableGraph(projectRoot, inject("declaredUrl")));
  expect(kept, `${erdFile} is stale: run npm run db:erd`).toBe(drawn);
});
