import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { projectRoot } from "../../stack/project-root.ts";

const manifest = z.object({ bin: z.record(z.string(), z.string()) });

/** What a tool said about the repository. */
export interface Verdict {
  readonly isGood: boolean;
  /** What it printed. */
  readonly details: string;
}

/** Runs a program in the repository's root. */
export function runProgram(
  file: string,
  parameters: string[],
  environment: Record<string, string> = {},
): Promise<Verdict> {
  const options = { cwd: projectRoot, env: { ...process.env, ...environment }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(file, parameters, options, (error, stdout, stderr) => {
      const details = [stdout, stderr, error && typeof error.code === "string" ? error.message : ""];
      resolve({ isGood: error === null, details: details.join("").trim() });
    });
  });
}

/** Runs the JavaScript command of an installed package on this Node; the host's, which PATH would find, may be too old. */
export function runTool(
  packageName: string,
  command: string,
  parameters: string[],
  environment?: Record<string, string>,
): Promise<Verdict> {
  const folder = join(projectRoot, "node_modules", packageName);
  const { bin } = manifest.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
  const file = bin[command];
  if (file === undefined) throw new Error(`The package ${packageName} has no command ${command}.`);
  return runProgram(process.execPath, [join(folder, file), ...parameters], environment);
}
