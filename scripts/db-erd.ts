import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { projectRoot } from "../stack/project-root.ts";
import { erdFile, erdPage } from "./database/erd-page.ts";
import { readTableGraph } from "./database/table-graph.ts";
import { withWorkbench } from "./database/workbench.ts";

// `npm run db:erd`: draws what sql/schemas declares. (Migrations keep no order of columns.)

await withWorkbench(projectRoot, async ({ declaredUrl }) => {
  const file = join(projectRoot, erdFile);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, erdPage(await readTableGraph(projectRoot, declaredUrl)));
  console.log(`Wrote ${erdFile}.`);
});
