import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { openWorkbench } from "../../scripts/database/workbench.ts";
import { projectRoot } from "../../stack/project-root.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A database made by the migrations and seeds, for reading alone. */
    migratedUrl: string;
    /** A copy of it with what pgTAP files share. */
    pgtapUrl: string;
    /** A copy of it for tests that empty tables, or compare all rows of what others write meanwhile. */
    emptiedUrl: string;
    /** A database made by sql/schemas. */
    declaredUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const workbench = await openWorkbench(projectRoot, { seed: true, onProgress: () => {} });
  const pgtapUrl = await workbench.copyMigrated("pgtap");
  const emptiedUrl = await workbench.copyMigrated("emptied");
  const client = new Client({ connectionString: pgtapUrl });
  await client.connect();
  for (const file of ["setup.sql", "setup-training.sql"]) {
    await client.query(await readFile(join(import.meta.dirname, file), "utf8"));
  }
  await client.end();
  project.provide("migratedUrl", workbench.migratedUrl);
  project.provide("pgtapUrl", pgtapUrl);
  project.provide("emptiedUrl", emptiedUrl);
  project.provide("declaredUrl", workbench.declaredUrl);
  return workbench.close;
}
