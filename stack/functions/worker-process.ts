import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Log } from "../log.ts";
import { denoBinary } from "./deno-binary.ts";
import { WorkerMessage, type WorkerStart } from "./worker-message.ts";

/** Why a worker's process is gone: it held too much memory, it was asked to go, or it fell over by itself. */
export type WorkerEnding = "memory" | "stopped" | "crashed";

/** One Deno process that serves one function. */
export interface WorkerProcess {
  readonly pid: number | undefined;
  /** The loopback port it serves on; undefined when it could not start, and the log says why. */
  readonly port: Promise<number | undefined>;
  readonly ended: Promise<WorkerEnding>;
  /** Lets background work (`EdgeRuntime.waitUntil`) finish, for at most so many seconds, then ends the process. */
  drain(graceSeconds: number): void;
  kill(ending: WorkerEnding): void;
}

const bootSeconds = 30;
/** Hosted cuts log lines there. */
const maxLogLine = 10_000;

/** Starts a worker. It gets `env` and nothing of this process's environment, and may read the project only. */
export function startWorker(options: {
  projectRoot: string;
  slug: string;
  entrypoint: string;
  env: Record<string, string>;
  memoryMegabytes: number;
  log: Log;
}): WorkerProcess {
  const { slug, log } = options;
  const token = `@${randomUUID()} `;
  const child = spawn(denoBinary(), denoArguments(options), {
    cwd: options.projectRoot,
    env: processEnvironment(options, token),
    stdio: ["pipe", "pipe", "pipe"],
  });
  const port = Promise.withResolvers<number | undefined>();
  const ended = Promise.withResolvers<WorkerEnding>();
  let ending: WorkerEnding = "crashed";
  let bootFailureIsLogged = false;

  const bootTimer = setTimeout(() => {
    reportBootFailure(`It did not start to serve within ${bootSeconds} s.`);
    kill("stopped");
  }, bootSeconds * 1000);

  function reportBootFailure(error: string): void {
    if (!bootFailureIsLogged) log("function_boot_error", { slug, error });
    bootFailureIsLogged = true;
  }

  function kill(reason: WorkerEnding): void {
    ending = reason;
    child.kill("SIGKILL");
  }

  function onMessage(message: WorkerMessage): void {
    if (message.type === "ready") {
      clearTimeout(bootTimer);
      port.resolve(message.port);
    } else if (message.type === "boot_error") {
      reportBootFailure(message.error);
    } else {
      const { type, ...fields } = message;
      log(`function_${type}`, { slug, ...fields });
    }
  }

  function onLine(level: "info" | "error", line: string): void {
    const at = level === "info" ? line.indexOf(token) : -1;
    if (at >= 0) onMessage(WorkerMessage.parse(JSON.parse(line.slice(at + token.length))));
    const text = at >= 0 ? line.slice(0, at) : line;
    if (/out of memory/i.test(text) && ending === "crashed") ending = "memory";
    if (text !== "") log("function_log", { slug, level, ...structured(text.slice(0, maxLogLine)) });
  }
  eachLine(child.stdout, (line) => onLine("info", line));
  eachLine(child.stderr, (line) => onLine("error", line));

  child.on("error", (error) => reportBootFailure(`Deno could not be started: ${error.message}`));
  child.stdin.on("error", () => {});
  child.once("close", (code, signal) => {
    clearTimeout(bootTimer);
    if (child.pid !== undefined && ending === "crashed" && !bootFailureIsLogged) {
      log("function_worker_crashed", { slug, code, signal });
    }
    port.resolve(undefined);
    ended.resolve(ending);
  });

  return {
    pid: child.pid,
    port: port.promise,
    ended: ended.promise,
    drain(graceSeconds) {
      ending = "stopped";
      child.stdin.write("finish\n");
      const timer = setTimeout(() => child.kill("SIGKILL"), graceSeconds * 1000);
      child.once("close", () => clearTimeout(timer));
    },
    kill,
  };
}

function denoArguments(options: {
  projectRoot: string;
  entrypoint: string;
  memoryMegabytes: number;
}): string[] {
  const config = join(dirname(options.entrypoint), "deno.json");
  return [
    "run",
    "--quiet",
    "--no-prompt",
    "--no-lock",
    // The npm packages that deno.json names are in the project's node_modules already: nothing is downloaded again.
    "--node-modules-dir=manual",
    ...(existsSync(config) ? ["--config", config] : ["--no-config"]),
    "--allow-net",
    "--allow-env",
    `--allow-read=${options.projectRoot}`,
    `--v8-flags=--max-old-space-size=${options.memoryMegabytes}`,
    fileURLToPath(new URL("./worker.ts", import.meta.url)),
  ];
}

function processEnvironment(
  options: { projectRoot: string; entrypoint: string; env: Record<string, string> },
  token: string,
): Record<string, string> {
  const forDeno = {
    DENO_DIR: join(options.projectRoot, "node_modules", ".cache", "deno"),
    DENO_NO_UPDATE_CHECK: "1",
    NO_COLOR: "1",
  };
  const start: WorkerStart = {
    entrypoint: pathToFileURL(options.entrypoint).href,
    token,
    hiddenVariables: ["REPSTACK_WORKER", ...Object.keys(forDeno)],
  };
  return { ...options.env, ...forDeno, REPSTACK_WORKER: JSON.stringify(start) };
}

function eachLine(stream: Readable, onLine: (line: string) => void): void {
  createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on("line", onLine);
}

/** A function that logs JSON objects keeps their fields; any other line is text. */
function structured(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (value !== null && typeof value === "object" && !Array.isArray(value)) return { entry: value };
  } catch {
    // Not JSON, which is as good.
  }
  return { line };
}
