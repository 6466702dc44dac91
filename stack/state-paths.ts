import { join } from "node:path";

/** Where a stack keeps what it must remember. Everything below the state folder may be deleted while it is stopped. */
export function statePaths(stateDir: string) {
  return {
    keys: join(stateDir, "keys.json"),
    running: join(stateDir, "stack.json"),
    log: join(stateDir, "logs", "stack.log"),
    data: join(stateDir, "postgres"),
    storage: join(stateDir, "storage"),
  } as const;
}
