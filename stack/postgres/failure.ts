import { readFileSync } from "node:fs";

interface Situation {
  port: number;
  dataDir: string;
  logFile: string;
}

function logLines(logFile: string): string[] {
  try {
    return readFileSync(logFile, "utf8").split("\n");
  } catch {
    return [];
  }
}

/** Turns what Postgres wrote before it gave up into one line that says what to do. */
export function explainFailure({ port, dataDir, logFile }: Situation, output = ""): string {
  const lines = [...output.split("\n"), ...logLines(logFile)];
  const text = lines.join("\n");
  if (/No space left on device/.test(text)) {
    return `The disk is full: Postgres cannot write to ${dataDir}. Free some space and start again.`;
  }
  if (/could not bind|Address already in use/.test(text)) {
    return `Port ${port} is taken. Stop what uses it, or start with --port.`;
  }
  if (/database files are incompatible with server/.test(text)) {
    return `The data in ${dataDir} was made by another major version of Postgres. Start from nothing with npm start -- --reset.`;
  }
  if (/Permission denied|has wrong ownership|has invalid permissions/.test(text)) {
    return `Postgres cannot read its data folder ${dataDir}. Give it back to the user who runs the stack, or start from nothing with npm start -- --reset.`;
  }
  const last = lines
    .findLast((line) => /(FATAL|PANIC|ERROR|error):/.test(line))
    ?.replace(/^.*?(FATAL|PANIC|ERROR|error):\s*/, "");
  return `Postgres did not start: ${last ?? "it gave no reason"}. Its log is ${logFile}.`;
}
