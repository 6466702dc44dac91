import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process, named so that a later one with the same number is not taken for it. */
export interface ProcessIdentity {
  pid: number;
  started: string;
}

function startTime(pid: number): string | undefined {
  try {
    if (process.platform !== "linux") {
      return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { stdio: ["ignore", "pipe", "ignore"] })
        .toString()
        .trim();
    }
    // The second field, the name, may hold spaces; the state is the first after it, the start time the twentieth.
    const [state, ...fields] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return state === "Z" ? undefined : fields[18];
  } catch {
    return undefined;
  }
}

/** Identifies a running process. */
export function identify(pid: number): ProcessIdentity {
  return { pid, started: startTime(pid) ?? "" };
}

/** Whether it still runs. */
export function isRunning({ pid, started }: ProcessIdentity): boolean {
  return started !== "" && startTime(pid) === started;
}
