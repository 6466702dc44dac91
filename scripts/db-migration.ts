import { writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { projectRoot } from "../stack/project-root.ts";
import { schemaDifference } from "./database/difference.ts";
import { withWorkbench } from "./database/workbench.ts";

// `npm run db:migration <name>`: writes what sql/schemas has beyond the migrations as the next migration, for review.

const name = process.argv[2];
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("Name the migration after what it does, in snake_case: npm run db:migration add_gyms");
  process.exit(1);
}

await withWorkbench(projectRoot, async ({ migratedUrl, declaredUrl }) => {
  console.log("Comparing the two");
  const sql = await schemaDifference(projectRoot, migratedUrl, declaredUrl);
  if (sql === "") {
    console.log("Nothing to do: the migrations already make what sql/schemas declares.");
    return;
  }
  const version = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const file = join(projectRoot, "supabase", "migrations", `${version}_${name}.sql`);
  await writeFile(file, `set local check_function_bodies = off;\n\n${sql}\n`);
  console.log(`Wrote ${relative(projectRoot, file)}. Read it: data moves and locks are yours to judge.`);
});
