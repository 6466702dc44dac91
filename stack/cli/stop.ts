import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { stopLeftover } from "../postgres/leftover.ts";
import { isRunning } from "../process-identity.ts";
import { readRunningStack, reapChildren } from "../running-stack.ts";
import { StackError } from "../stack-error.ts";
import { statePaths } from "../state-paths.ts";
import { explain } from "./explain.ts";
import { print, printError } from "./print.ts";
import { stateFolder } from "./state-folder.ts";

const patienceSeconds = 30;

async function stop(): Promise<void> {
  const paths = statePaths(stateFolder);
  const running = readRunningStack(paths.running);
  if (!running) return print("No stack runs here.");
  const { supervisor } = running;
  if (!isRunning(supervisor)) {
    await reapChildren(running);
    await stopLeftover(paths.data, () => {});
    rmSync(paths.running, { force: true });
    return print("The stack had been killed; what it left running is ended. The data is kept.");
  }
  process.kill(supervisor.pid, "SIGTERM");
  const deadline = Date.now() + patienceSeconds * 1000;
  while (isRunning(supervisor)) {
    if (Date.now() > deadline) {
      throw new StackError(
        `Process ${supervisor.pid} does not end. Kill it (kill -9 ${supervisor.pid}) and run this again.`,
      );
    }
    await sleep(50);
  }
  print("Stopped. The data is kept.");
}

try {
  await stop();
} catch (error) {
  printError(explain(error));
  process.exitCode = 1;
}
