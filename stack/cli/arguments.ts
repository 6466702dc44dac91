import { parseArgs } from "node:util";
import { StackError } from "../stack-error.ts";

export interface StartArguments {
  help: boolean;
  reset: boolean;
  demo: boolean;
  port: number | undefined;
}

export const startHelp = `Starts the local stack in the foreground. Ctrl-C ends it.

  npm start                  start, keeping the data
  npm start -- --reset       throw the data away first
  npm start -- --demo        add a demo user with two years of training
  npm start -- --port 55321  API on that port, database on the next, mail three further

  REPSTACK_REST=lite npm start     serve REST without PostgREST
  npm run status -- -o json|env    addresses and keys of the running stack
  npm run stop                     end a stack that runs elsewhere`;

function parsePort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1024 && port <= 65_532) return port;
  throw new StackError(`--port ${text}: give a number from 1024 to 65532.`);
}

/** Parses strictly: what is unknown is named, with the way to the help. */
function parseStrictly<T>(parse: () => T, command: string): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [sentence] = error.message.split(". ");
    throw new StackError(`${sentence}. See: ${command} -- --help`);
  }
}

/** @throws StackError that names the flag. */
export function parseStartArguments(parameters: string[]): StartArguments {
  const options = {
    help: { type: "boolean", short: "h", default: false },
    reset: { type: "boolean", default: false },
    demo: { type: "boolean", default: false },
    port: { type: "string" },
  } as const;
  const { values } = parseStrictly(() => parseArgs({ args: parameters, options }), "npm start");
  return { help: values.help, reset: values.reset, demo: values.demo, port: parsePort(values.port) };
}

export type StatusFormat = "pretty" | "json" | "env";

export const statusHelp = `Prints the addresses and keys of the running stack.

  npm run status                   a table
  npm run status -- -o json|env    for programs, under the names that \`supabase status\` uses`;

const isFormat = (text: string): text is StatusFormat => ["pretty", "json", "env"].includes(text);

/** @throws StackError that names the flag. */
export function parseStatusArguments(parameters: string[]): { help: boolean; format: StatusFormat } {
  const options = {
    help: { type: "boolean", short: "h", default: false },
    output: { type: "string", short: "o", default: "pretty" },
  } as const;
  const { values } = parseStrictly(() => parseArgs({ args: parameters, options }), "npm run status");
  if (!isFormat(values.output)) throw new StackError(`-o ${values.output}: give pretty, json or env.`);
  return { help: values.help, format: values.output };
}
