import type { TestProject } from "vitest/node";
import { projectStack } from "../stack/project-stack.ts";

declare module "vitest" {
  interface ProvidedContext {
    apiUrl: string;
    publishableKey: string;
    secretKey: string;
    /** Where captured mail is read; empty on a stack that was given. */
    mailUrl: string;
    /** The database, as its owner; empty on a stack that was given without DATABASE_URL. */
    databaseUrl: string;
  }
}

/** Starts a stack of its own for the API tests, with one of the two REST servers. */
export function ownStack(rest: "postgrest" | "lite") {
  return async function setup(project: TestProject): Promise<() => Promise<void>> {
    const { stack, remove } = await projectStack(rest);
    project.provide("apiUrl", stack.urls.api);
    project.provide("publishableKey", stack.keys.publishable);
    project.provide("secretKey", stack.keys.secret);
    project.provide("mailUrl", stack.urls.mail);
    project.provide("databaseUrl", stack.urls.db);
    return remove;
  };
}
