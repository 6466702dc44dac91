import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { identify, isRunning, type ProcessIdentity } from "./process-identity.ts";
import { StackError } from "./stack-error.ts";

const processSchema = z.object({ pid: z.int(), started: z.string() });

const schema = z.object({
  supervisor: processSchema,
  /** Processes that outlive a supervisor that is killed, by name. */
  children: z.array(processSchema.extend({ name: z.string() })),
  ports: z.object({ api: z.int(), db: z.int(), mail: z.int() }),
  isReady: z.boolean(),
});

/** What a state folder says about the stack that runs on it. */
export type RunningStack = z.infer<typeof schema>;

/** The record of a state folder, whether its stack still runs or not. Undefined when none was started or it ended well. */
export function readRunningStack(file: string): RunningStack | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    // A record that a full disk cut short tells nothing; the next start replaces it.
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}

async function end(child: ProcessIdentity): Promise<void> {
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    if (!isRunning(child)) return;
    process.kill(child.pid, signal);
    for (let tries = 0; tries < 100 && isRunning(child); tries += 1) await sleep(20);
  }
}

/** Ends what a killed supervisor left running. */
export async function reapChildren({ children }: RunningStack): Promise<void> {
  await Promise.all(children.map(end));
}

/** The record that a running stack keeps of itself. */
export interface Claim {
  addChild(name: string, pid: number): void;
  setReady(): void;
  release(): void;
}

/**
 * Claims a state folder for this process. What an earlier, killed stack left running is ended first.
 * @throws StackError when another stack runs on it.
 */
export async function claimState(file: string, ports: RunningStack["ports"]): Promise<Claim> {
  const record: RunningStack = { supervisor: identify(process.pid), children: [], ports, isReady: false };
  const text = () => `${JSON.stringify(record, null, 2)}\n`;
  const write = () => {
    writeFileSync(`${file}.new`, text());
    renameSync(`${file}.new`, file);
  };

  mkdirSync(dirname(file), { recursive: true });
  for (let isMine = false; !isMine; ) {
    // Linked into place, the record is whole from the moment that others can see it.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, text());
    try {
      linkSync(draft, file);
      isMine = true;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      const earlier = readRunningStack(file);
      if (earlier && isRunning(earlier.supervisor)) {
        const { pid } = earlier.supervisor;
        const address = `http://127.0.0.1:${earlier.ports.api}`;
        throw new StackError(
          `The stack already runs at ${address} (process ${pid}). To end it: npm run stop`,
        );
      }
      if (earlier) await reapChildren(earlier);
      // Only what was judged is removed: another start may have replaced it meanwhile.
      if (JSON.stringify(readRunningStack(file)) === JSON.stringify(earlier)) rmSync(file, { force: true });
    } finally {
      rmSync(draft, { force: true });
    }
  }

  return {
    addChild(name, pid) {
      record.children = record.children.filter(isRunning);
      record.children.push({ name, ...identify(pid) });
      write();
    },
    setReady() {
      record.isReady = true;
      write();
    },
    release() {
      rmSync(file, { force: true });
    },
  };
}
