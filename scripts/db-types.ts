import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "../stack/project-root.ts";
import { generateTypes, typesFile } from "./database/generated-types.ts";
import { withWorkbench } from "./database/workbench.ts";

// `npm run db:types`: writes the types of what the migrations make.

await withWorkbench(projectRoot, async ({ migratedUrl }) => {
  await writeFile(join(projectRoot, typesFile), await generateTypes(projectRoot, migratedUrl));
  console.log(`Wrote ${typesFile}.`);
});
