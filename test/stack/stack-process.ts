import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../stack/free-port.ts";
import { type Keys, loadKeys } from "../../stack/keys.ts";
import { identify, isRunning, type ProcessIdentity } from "../../stack/process-identity.ts";
import { projectRoot } from "../../stack/project-root.ts";
import { readRunningStack } from "../../stack/running-stack.ts";
import { type StackUrls, stackUrls } from "../../stack/stack-urls.ts";
import { statePaths } from "../../stack/state-paths.ts";

/** The parts of a stack that hold its fate: the process that `npm start` runs, and the database server. */
export type VitalPart = "supervisor" | "database server";

/** A stack that is started as a person starts it, in processes of its own, so that they can be killed. */
export interface StackProcess {
  readonly urls: StackUrls;
  keys(): Promise<Keys>;
  /** Answers when the stack serves. @throws with what it said when it ended instead */
  start(): Promise<void>;
  /** `kill -9`. Answers when `npm start` would have returned to the prompt. */
  kill(parts: readonly VitalPart[]): Promise<void>;
  /** Ctrl-C. Answers the exit code. */
  stop(): Promise<number | null>;
  /** Which of the processes that were ever part of this stack still run. */
  stillRunning(): string[];
  /** Ends whatever still runs, and removes the state. */
  remove(): void;
}

/** What a running stack says last. */
const ready = /Ctrl-C ends the stack/;

async function readyOrEnded(child: ChildProcess): Promise<void> {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: unknown) => {
      said += String(chunk);
      if (ready.test(said)) resolve();
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("exit", () => reject(new Error(`The stack ended instead of serving:\n${said}`)));
  });
}

/** Prepares a state folder and ports. Nothing runs yet. */
export async function stackProcess(): Promise<StackProcess> {
  const stateDir = mkdtempSync(join(tmpdir(), "repstack-crash-"));
  // Postgres runs as another user where the tests run as root.
  chmodSync(stateDir, 0o755);
  const paths = statePaths(stateDir);
  const port = await freePort();
  const seen = new Map<string, ProcessIdentity>();
  let child: ChildProcess | undefined;

  const pidOf = (part: VitalPart): number | undefined => {
    if (part === "supervisor") return readRunningStack(paths.running)?.supervisor.pid;
    return Number(readFileSync(join(paths.data, "postmaster.pid"), "utf8").split("\n")[0]);
  };
  const remember = (name: string, pid: number | undefined) => {
    if (pid) seen.set(`${name} (process ${pid})`, identify(pid));
  };
  const running = () => [...seen].filter(([, identity]) => isRunning(identity));

  return {
    urls: stackUrls({ api: port, db: port + 1, mail: port + 3 }),
    keys: () => loadKeys(paths.keys),

    async start() {
      child = spawn(process.execPath, ["scripts/run.mjs", "stack/cli/start.ts", "--port", String(port)], {
        cwd: projectRoot,
        env: { ...process.env, REPSTACK_STATE_DIR: stateDir },
      });
      remember("npm start", child.pid);
      await readyOrEnded(child);
      remember("supervisor", pidOf("supervisor"));
      remember("database server", pidOf("database server"));
      for (const { name, pid } of readRunningStack(paths.running)?.children ?? []) remember(name, pid);
    },

    async kill(parts) {
      const ended = child && once(child, "exit");
      for (const pid of parts.map(pidOf)) if (pid) process.kill(pid, "SIGKILL");
      await ended;
    },

    async stop() {
      const ended = child && once(child, "exit");
      child?.kill("SIGTERM");
      await ended;
      return child?.exitCode ?? null;
    },

    stillRunning: () => running().map(([name]) => name),

    remove() {
      for (const [, { pid }] of running()) process.kill(pid, "SIGKILL");
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
}
