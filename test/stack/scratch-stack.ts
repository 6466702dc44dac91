import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { freePort } from "../../stack/free-port.ts";
import { type Stack, type StackOptions, startStack } from "../../stack/stack.ts";

/** A small project of a test's own: files by path, below the project's folder. */
export type ScratchFiles = Record<string, string>;

export interface ScratchStack {
  readonly projectRoot: string;
  readonly stateDir: string;
  start(options?: Partial<Pick<StackOptions, "rest" | "reset">>): Promise<Stack>;
  write(path: string, text: string): void;
  /** Removes everything. Stop the stack before. */
  remove(): void;
}

/** Prepares a project and a state folder with ports of its own. Nothing runs yet. */
export async function scratchStack(files: ScratchFiles): Promise<ScratchStack> {
  const folder = mkdtempSync(join(tmpdir(), "repstack-stack-"));
  // Postgres runs as another user where the tests run as root.
  chmodSync(folder, 0o755);
  const projectRoot = join(folder, "project");
  const stateDir = join(folder, "state");
  const ports = { api: await freePort(), db: await freePort(), mail: await freePort() };
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(projectRoot, path)), { recursive: true });
    writeFileSync(join(projectRoot, path), text);
  };
  write("supabase/functions/.gitkeep", "");
  for (const [path, text] of Object.entries(files)) write(path, text);
  return {
    projectRoot,
    stateDir,
    write,
    start: async (options = {}) =>
      await startStack({
        projectRoot,
        stateDir,
        ports,
        rest: "lite",
        hotReload: false,
        onProgress: () => {},
        ...options,
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
