import { loadKeys } from "../keys.ts";
import { type Log, openLog } from "../log.ts";
import { projectRoot } from "../project-root.ts";
import { postgrestBinary } from "../rest/postgrest.ts";
import { readSettings, type Settings } from "../settings.ts";
import { type Stack, startStack } from "../stack.ts";
import { StackError } from "../stack-error.ts";
import { statePaths } from "../state-paths.ts";
import { parseStartArguments, type StartArguments, startHelp } from "./arguments.ts";
import { exampleRequest } from "./example-request.ts";
import { explain } from "./explain.ts";
import { print, printError } from "./print.ts";
import { createProgress } from "./progress.ts";
import { stateFolder } from "./state-folder.ts";
import { statusTable, statusVariables } from "./variables.ts";

function chooseRest(): "postgrest" | "lite" {
  const wanted = process.env.REPSTACK_REST ?? (postgrestBinary() ? "postgrest" : "lite");
  if (wanted === "postgrest" || wanted === "lite") return wanted;
  throw new StackError(`REPSTACK_REST=${wanted}: give postgrest or lite.`);
}

/** Libraries write to the console what belongs in the log, and leave promises that nobody awaits. */
function keepConsoleQuiet(log: Log): void {
  process.on("unhandledRejection", (error) => log("process.unhandled_rejection", { error }));
  for (const level of ["log", "info", "warn", "error", "debug"] as const) {
    console[level] = (...words: unknown[]) => log("console", { level, words });
  }
}

/**
 * Calls `end` at the first signal, and ends the process at once at a later one. npm and the terminal may both deliver
 * the same Ctrl-C, so a second signal within a moment is taken for the first.
 */
function endOnSignal(end: () => void): void {
  let first: number | undefined;
  const onSignal = () => {
    if (first !== undefined) {
      if (Date.now() - first > 500) process.exit(130);
      return;
    }
    first = Date.now();
    print("\nEnding the stack ...");
    end();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
}

async function addDemo(stack: Stack, onProgress: (step: string) => void): Promise<void> {
  onProgress("Adding the demo user");
  const { seedDemo } = await import("../demo.ts");
  await seedDemo(stack, onProgress);
}

/** What is shown once the stack stands. */
async function welcome(stack: Stack, ports: Settings["ports"]): Promise<string> {
  const table = statusTable(statusVariables(ports, await loadKeys(statePaths(stateFolder).keys)));
  return `\n${table}\n\nTry it:\n  ${await exampleRequest(stack)}\n\nCtrl-C ends the stack.`;
}

async function serve({ port, reset, demo }: StartArguments): Promise<void> {
  const { log } = openLog(statePaths(stateFolder).log);
  keepConsoleQuiet(log);
  const configured = readSettings(projectRoot).ports;
  const ports = port === undefined ? configured : { api: port, db: port + 1, mail: port + 3 };
  const progress = createProgress(print);
  const onProgress = progress.step;
  const rest = chooseRest();
  const starting = startStack({
    projectRoot,
    stateDir: stateFolder,
    ports,
    reset,
    rest,
    hotReload: true,
    onProgress,
  });

  let isEnding = false;
  const end = async (exitCode: number) => {
    if (isEnding) return;
    isEnding = true;
    // A stack that is still starting is ended as soon as it stands: parts cannot be ended halfway.
    const stack = await starting.catch(() => undefined);
    await stack?.stop();
    if (stack) print("Stopped. The data is kept.");
    process.exit(exitCode);
  };
  const fail = (line: string) => {
    if (!isEnding) printError(line);
    void end(1);
  };
  endOnSignal(() => void end(0));
  process.on("uncaughtException", (error) => {
    log("process.uncaught_exception", { error });
    fail(`The stack failed: ${explain(error)}. Its log is ${statePaths(stateFolder).log}.`);
  });

  const stack = await starting;
  stack.onFailure((reason) => fail(`The database ended: ${reason}. Start the stack again with npm start.`));
  try {
    if (demo) await addDemo(stack, onProgress);
    const text = await welcome(stack, ports);
    if (isEnding) return;
    progress.done();
    print(text);
  } catch (error) {
    log("start.failed", { error });
    fail(explain(error));
  }
}

try {
  const parameters = parseStartArguments(process.argv.slice(2));
  if (parameters.help) print(startHelp);
  else await serve(parameters);
} catch (error) {
  printError(explain(error));
  process.exit(1);
}
