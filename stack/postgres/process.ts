import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StackError } from "../stack-error.ts";
import { explainFailure } from "./failure.ts";
import type { OsUser } from "./os-user.ts";

/** The libc locale: what sorting and comparing do not get from ICU. */
export const locale = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";

/** The environment of Postgres programs. Nothing of ours leaks in, PGDATA and the like above all. */
export const cleanEnvironment: Record<string, string> = { PATH: process.env.PATH ?? "", LC_ALL: locale };

/** A running server. */
export interface PostgresProcess {
  readonly pid: number;
  /** Fast shutdown: open transactions roll back, committed ones are safe. Harsher only when that takes too long. */
  stop(): Promise<void>;
  /** Called once when the server ends though nobody stopped it. */
  onExit(listener: (reason: string) => void): void;
}

/** What it takes to run a server. */
export interface Launch {
  postgres: string;
  dataDir: string;
  port: number;
  user: OsUser | undefined;
  logFile: string;
}

// Given as flags, not written into postgresql.conf, so that an old data folder follows today's settings.
const settings: Record<string, string> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "256MB",
  wal_level: "logical",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  shared_preload_libraries: "pg_stat_statements",
  password_encryption: "scram-sha-256",
};

const readyPollMilliseconds = 15;
const readyDeadlineMilliseconds = 180_000;
const patience = { SIGINT: 15_000, SIGQUIT: 10_000, SIGKILL: 5_000 } as const;

function isReady(dataDir: string, pid: number): boolean {
  try {
    const lines = readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n");
    return Number(lines[0]) === pid && lines[7]?.trim() === "ready";
  } catch {
    return false;
  }
}

function rotate(logFile: string): void {
  mkdirSync(dirname(logFile), { recursive: true });
  if (existsSync(logFile)) {
    renameSync(logFile, `${logFile}.1`);
  }
}

async function launchOnce({ postgres, dataDir, port, user, logFile }: Launch): Promise<PostgresProcess> {
  rotate(logFile);
  const log = openSync(logFile, "w");
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // A group of its own, so that Ctrl-C reaches the supervisor alone, which then stops its parts in order. The log is a
  // file, not a pipe, so that a server whose supervisor was killed does not block on it.
  const child = spawn(postgres, ["-D", dataDir, "-p", String(port), ...flags], {
    env: cleanEnvironment,
    stdio: ["ignore", log, log],
    detached: true,
    ...user,
  });
  closeSync(log);
  await once(child, "spawn").catch((error: unknown) => {
    throw new StackError(`Postgres could not be started from ${postgres}: ${String(error)}`, {
      cause: error,
    });
  });
  const pid = child.pid ?? 0;
  let ended = false;
  let stopping = false;
  const listeners: ((reason: string) => void)[] = [];
  const gone = new Promise<void>((resolve) => {
    child.once("exit", (code, signal) => {
      ended = true;
      resolve();
      for (const listener of stopping ? [] : listeners) {
        listener(`Postgres ended unexpectedly (${signal ?? `exit code ${code}`}). Its log is ${logFile}.`);
      }
    });
  });

  async function stop(): Promise<void> {
    stopping = true;
    for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
      if (ended) {
        return;
      }
      child.kill(signal);
      await Promise.race([gone, sleep(patience[signal], undefined, { ref: false })]);
    }
  }

  const deadline = Date.now() + readyDeadlineMilliseconds;
  while (!ended && !isReady(dataDir, pid)) {
    if (Date.now() > deadline) {
      await stop();
      throw new StackError(
        `Postgres was not ready within ${readyDeadlineMilliseconds / 1000} s. Its log is ${logFile}.`,
      );
    }
    await Promise.race([gone, sleep(readyPollMilliseconds)]);
  }
  if (ended) {
    throw new StackError(explainFailure({ port, dataDir, logFile }));
  }
  return { pid, stop, onExit: (listener) => void listeners.push(listener) };
}

/**
 * Starts a server and waits until it accepts connections, crash recovery included.
 *
 * @throws with one line that says what to do when it does not start
 */
export async function launch(options: Launch): Promise<PostgresProcess> {
  // After a kill -9 of the server its backends need a moment to notice; until then the folder counts as in use.
  for (let tries = 1; ; tries += 1) {
    try {
      return await launchOnce(options);
    } catch (error) {
      const stillInUse = /pre-existing shared memory block|lock file ".*" already exists/.test(String(error));
      if (!stillInUse || tries === 20) {
        throw error;
      }
      await sleep(150);
    }
  }
}
