import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
import type { FreshCheckout } from "./fresh-checkout.ts";

const run = promisify(execFile);

/** Seconds since `npm start` was typed. */
export interface StartTimes {
  /** Until the packages were installed; undefined where they were there already. */
  readonly installed: number | undefined;
  /** Until the stack called itself ready. */
  readonly ready: number;
  /** Until the printed request had its answer. */
  readonly answered: number;
}

/** Runs the printed request as a person would paste it. */
async function answerOf(request: string): Promise<void> {
  const { stdout } = await run("sh", ["-c", `${request} --silent --fail`]);
  const rows: unknown = JSON.parse(stdout);
  if (!Array.isArray(rows) || rows.length === 0) throw new Error(`The first answer holds no data: ${stdout}`);
}

/**
 * Runs `npm start`, waits for the answer of the request that it prints, and ends it with Ctrl-C.
 * @throws with what it said when it ends before it serves
 */
export async function measureStart(
  { folder, environment }: FreshCheckout,
  port: number,
): Promise<StartTimes> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  // A process group of its own: Ctrl-C reaches every process in it, as in a terminal.
  const npm = spawn("npm", ["start", "--", "--port", String(port)], {
    cwd: folder,
    env: environment,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(npm, "exit");
  let said = "";
  let installed: number | undefined;
  let ready = 0;
  try {
    const request = await new Promise<string>((resolve, reject) => {
      const listen = (chunk: unknown) => {
        said += String(chunk);
        if (/Packages installed/.test(said)) installed ??= seconds();
        if (/ Ready$/m.test(said)) ready ||= seconds();
        const [, printed] = /^ *(curl .*)\n/m.exec(said) ?? [];
        if (printed) resolve(printed);
      };
      npm.stdout.on("data", listen);
      npm.stderr.on("data", listen);
      npm.once("error", reject);
      npm.once("exit", () => reject(new Error(`npm start ended before it served:\n${said}`)));
    });
    await answerOf(request);
    return { installed, ready, answered: seconds() };
  } finally {
    if (npm.pid && npm.exitCode === null) process.kill(-npm.pid, "SIGINT");
    await ended;
  }
}
