import { projectRoot } from "../stack/project-root.ts";
import { adviceLines, adviceOn } from "./database/advice.ts";
import { withWorkbench } from "./database/workbench.ts";

// `npm run db:advisors`: asks Supabase's advisors about what the migrations make. Ends with 1 where they find something.

await withWorkbench(projectRoot, async ({ migratedUrl }) => {
  const lines = adviceLines(await adviceOn(projectRoot, migratedUrl));
  for (const line of lines) console.log(line);
  console.log(
    lines.length === 0 ? "The advisors find nothing." : `${lines.length} to mend, or to allow with a reason.`,
  );
  process.exitCode = lines.length === 0 ? 0 : 1;
});
