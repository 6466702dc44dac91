import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../stack/project-root.ts";
import { runProgram } from "./tool.ts";

/**
 * The files that git knows or would add, as paths from the root.
 * @throws Error where git cannot tell
 */
export async function repositoryFiles(): Promise<string[]> {
  const { isGood, details } = await runProgram("git", [
    "ls-files",
    "-z",
    "--cached",
    "--others",
    "--exclude-standard",
  ]);
  if (!isGood) throw new Error(`The files of the repository could not be listed: ${details}`);
  // One that git knows may be deleted here.
  return details.split("\0").filter((file) => file !== "" && existsSync(join(projectRoot, file)));
}
