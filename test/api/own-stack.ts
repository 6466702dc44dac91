import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { freePort } from "../../stack/free-port.ts";
import { projectRoot } from "../../stack/project-root.ts";
import { startStack } from "../../stack/stack.ts";

declare module "vitest" {
  interface ProvidedContext {
    apiUrl: string;
    publishableKey: string;
    secretKey: string;
    /** Where captured mail is read; empty on a stack that was given. */
    mailUrl: string;
  }
}

/** Starts a stack of its own for the API tests, with one of the two REST servers. */
export function ownStack(rest: "postgrest" | "lite") {
  return async function setup(project: TestProject): Promise<() => Promise<void>> {
    const stateDir = await mkdtemp(join(tmpdir(), `repstack-api-${rest}-`));
    // Started by root, Postgres runs as another user, who must get through.
    await chmod(stateDir, 0o755);
    const stack = await startStack({
      projectRoot,
      stateDir,
      ports: { api: await freePort(), db: await freePort(), mail: await freePort() },
      rest,
      hotReload: false,
      onProgress: () => {},
    });
    project.provide("apiUrl", stack.urls.api);
    project.provide("publishableKey", stack.keys.publishable);
    project.provide("secretKey", stack.keys.secret);
    project.provide("mailUrl", stack.urls.mail);
    return async () => {
      await stack.stop();
      await rm(stateDir, { recursive: true, force: true });
    };
  };
}
