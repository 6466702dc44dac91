import { readKeys } from "../keys.ts";
import { isRunning } from "../process-identity.ts";
import { readRunningStack } from "../running-stack.ts";
import { StackError } from "../stack-error.ts";
import { statePaths } from "../state-paths.ts";
import { parseStatusArguments, type StatusFormat, statusHelp } from "./arguments.ts";
import { explain } from "./explain.ts";
import { print, printError } from "./print.ts";
import { stateFolder } from "./state-folder.ts";
import { statusTable, statusVariables } from "./variables.ts";

function render(variables: Record<string, string>, format: StatusFormat): string {
  if (format === "json") return JSON.stringify(variables, null, 2);
  if (format === "pretty") return statusTable(variables);
  return Object.entries(variables)
    .map(([name, value]) => `${name}="${value}"`)
    .join("\n");
}

function status(format: StatusFormat): string {
  const paths = statePaths(stateFolder);
  const running = readRunningStack(paths.running);
  if (!running || !isRunning(running.supervisor))
    throw new StackError("No stack runs here. Start one: npm start");
  const keys = readKeys(paths.keys);
  if (!running.isReady || !keys) throw new StackError("The stack is still starting. Try again in a moment.");
  return render(statusVariables(running.ports, keys), format);
}

try {
  const { help, format } = parseStatusArguments(process.argv.slice(2));
  print(help ? statusHelp : status(format));
} catch (error) {
  printError(explain(error));
  process.exitCode = 1;
}
