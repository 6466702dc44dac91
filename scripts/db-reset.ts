import { rm } from "node:fs/promises";
import { stateFolder } from "../stack/cli/state-folder.ts";
import { isRunning } from "../stack/process-identity.ts";
import { projectRoot } from "../stack/project-root.ts";
import { readRunningStack } from "../stack/running-stack.ts";
import { stackUrls } from "../stack/stack-urls.ts";
import { statePaths } from "../stack/state-paths.ts";
import { rememberFunctionsUrl } from "../stack/vault.ts";
import { resetDatabase } from "./database/reset.ts";

// `npm run db:reset`: puts the database of the running stack back to migrations and seeds. The stack runs on.

const paths = statePaths(stateFolder);
const stack = readRunningStack(paths.running);
if (!stack?.isReady || !isRunning(stack.supervisor)) {
  console.error("No stack runs here. Start one from nothing: npm start -- --reset");
  process.exit(1);
}

const { db } = stack.ports;
console.log(`Putting the database on port ${db} back to migrations and seeds`);
await resetDatabase(projectRoot, (role) => `postgresql://${role}:postgres@127.0.0.1:${db}/postgres`);
await rememberFunctionsUrl(
  `postgresql://postgres:postgres@127.0.0.1:${db}/postgres`,
  stackUrls(stack.ports).functions,
);
await rm(paths.storage, { recursive: true, force: true });
console.log("Done. Users, their data and stored files are gone; who was signed in must sign up again.");
