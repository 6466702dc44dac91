import { join } from "node:path";
import { projectRoot } from "../project-root.ts";

/** Where the command line keeps its stack. Tests keep theirs elsewhere. */
export const stateFolder = process.env.REPSTACK_STATE_DIR ?? join(projectRoot, ".stack");
