import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Reads how much memory a process holds, in megabytes (2^20 bytes). Undefined when the process is gone, and on
 * Windows, where the limit is therefore not watched.
 */
export async function residentMegabytes(pid: number): Promise<number | undefined> {
  try {
    const kibibytes = process.platform === "linux" ? await fromProc(pid) : await fromPs(pid);
    return Number.isFinite(kibibytes) ? kibibytes / 1024 : undefined;
  } catch {
    return undefined;
  }
}

async function fromProc(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]);
}

async function fromPs(pid: number): Promise<number> {
  const { stdout } = await run("ps", ["-o", "rss=", "-p", String(pid)]);
  return Number.parseInt(stdout, 10);
}
