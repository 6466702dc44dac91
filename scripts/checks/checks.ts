import { readdirSync } from "node:fs";
import { join } from "node:path";
import { denoBinary } from "../../stack/functions/deno-binary.ts";
import { projectRoot } from "../../stack/project-root.ts";
import { repositoryFiles } from "./repository-files.ts";
import { scanForSecrets } from "./secrets.ts";
import { runProgram, runTool, type Verdict } from "./tool.ts";

/** Something that the repository must pass before a change is sent. */
export interface Check {
  readonly name: string;
  run(): Promise<Verdict>;
}

/** Each function has imports of its own, and is checked with them alone, as it is deployed. */
async function typecheckFunctions(): Promise<Verdict> {
  const slugs = readdirSync(join(projectRoot, "functions")).filter((name) => !name.startsWith("_"));
  const environment = { DENO_DIR: join(projectRoot, "node_modules", ".cache", "deno"), NO_COLOR: "1" };
  const verdicts: Verdict[] = [];
  for (const slug of slugs) {
    const folder = join("functions", slug);
    const options = [
      "--quiet",
      "--no-lock",
      "--node-modules-dir=manual",
      `--config=${join(folder, "deno.json")}`,
    ];
    verdicts.push(
      await runProgram(denoBinary(), ["check", ...options, join(folder, "index.ts")], environment),
    );
  }
  const bad = verdicts.filter(({ isGood }) => !isGood);
  return { isGood: bad.length === 0, details: bad.map(({ details }) => details).join("\n") };
}

/** The checks that need neither a database nor a stack. */
export const checks: readonly Check[] = [
  {
    name: "lint and format (biome)",
    run: () => runTool("@biomejs/biome", "biome", ["check", "--error-on-warnings", "--max-diagnostics=50"]),
  },
  { name: "types (tsc)", run: () => runTool("typescript", "tsc", ["--project", ".", "--pretty", "false"]) },
  { name: "types of the functions (deno)", run: typecheckFunctions },
  {
    name: "unused files, exports and packages (knip)",
    run: () => runTool("knip", "knip", ["--no-progress"]),
  },
  {
    name: "SQL (postgres-language-server)",
    run: () =>
      runTool("@postgres-language-server/cli", "postgres-language-server", [
        "check",
        "--disable-db",
        "--error-on-warnings",
        "sql",
      ]),
  },
  { name: "secrets", run: async () => scanForSecrets(await repositoryFiles()) },
];
