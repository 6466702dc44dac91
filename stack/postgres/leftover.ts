import { execFileSync } from "node:child_process";
import { chownSync, existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { identify, isRunning, type ProcessIdentity } from "../process-identity.ts";
import { StackError } from "../stack-error.ts";
import type { OsUser } from "./os-user.ts";

const supervisorFile = "repstack-supervisor";

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function commandLine(pid: number): string {
  if (process.platform === "linux") {
    return read(`/proc/${pid}/cmdline`)?.replaceAll("\0", " ") ?? "";
  }
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], {
      stdio: ["ignore", "pipe", "ignore"],
    }).toString();
  } catch {
    return "";
  }
}

/** The process id of the server that runs on a data folder, as long as it really does. */
function serverOn(dataDir: string): number | undefined {
  const pid = Number(read(join(dataDir, "postmaster.pid"))?.split("\n")[0]);
  const isServer = pid > 1 && commandLine(pid).includes(`postgres -D ${realpathSync(dataDir)} `);
  return isServer ? pid : undefined;
}

function supervisorOf(dataDir: string): ProcessIdentity | undefined {
  const noted = read(join(dataDir, supervisorFile));
  return noted ? z.object({ pid: z.number(), started: z.string() }).parse(JSON.parse(noted)) : undefined;
}

/** Notes that this process now looks after the server on `dataDir`. */
export function claim(dataDir: string, user: OsUser | undefined): void {
  const path = join(dataDir, supervisorFile);
  writeFileSync(path, JSON.stringify(identify(process.pid)));
  if (user) {
    chownSync(path, user.uid, user.gid);
  }
}

/**
 * Stops the server that a killed stack left running on `dataDir`, so that its port and its folder are free.
 *
 * @throws when the stack that started it is still running, or the server does not stop
 */
export async function stopLeftover(dataDir: string, onProgress: (step: string) => void): Promise<void> {
  if (!existsSync(dataDir)) {
    return;
  }
  const pid = serverOn(dataDir);
  if (!pid && read(join(dataDir, "postmaster.pid")) === undefined) {
    return;
  }
  if (!pid) {
    // Postgres would believe a lock whose number belongs to another process by now, or to one that nobody reaped. Its
    // own check of the shared memory still keeps two servers off one folder.
    rmSync(join(dataDir, "postmaster.pid"), { force: true });
    return;
  }
  const supervisor = supervisorOf(dataDir);
  if (supervisor && isRunning(supervisor)) {
    throw new StackError(
      `A stack is already running on ${dataDir} (process ${supervisor.pid}). Stop it with npm run stop.`,
    );
  }

  onProgress("Stopping the Postgres server that an earlier stack left behind");
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    process.kill(pid, signal);
    for (let tries = 0; tries < 200; tries += 1) {
      if (serverOn(dataDir) !== pid) {
        return;
      }
      await sleep(50);
    }
  }
  throw new StackError(
    `A Postgres server (process ${pid}) still runs on ${dataDir} and does not stop. End it and try again.`,
  );
}
