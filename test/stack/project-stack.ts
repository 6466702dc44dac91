import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../stack/free-port.ts";
import { projectRoot } from "../../stack/project-root.ts";
import { type Stack, startStack } from "../../stack/stack.ts";

/** A stack of this very project, for one test file or one run of API tests. */
export interface ProjectStack {
  readonly stack: Stack;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

/** Starts this project's stack in a temporary folder, on ports that nobody uses. */
export async function projectStack(rest: "postgrest" | "lite"): Promise<ProjectStack> {
  const stateDir = await mkdtemp(join(tmpdir(), "repstack-project-"));
  const remove = () => rm(stateDir, { recursive: true, force: true });
  // Started by root, Postgres runs as another user, who must get through.
  await chmod(stateDir, 0o755);
  try {
    const stack = await startStack({
      projectRoot,
      stateDir,
      ports: { api: await freePort(), db: await freePort(), mail: await freePort() },
      rest,
      hotReload: false,
      onProgress: () => {},
    });
    return { stack, remove: async () => stack.stop().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}
