import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort, requireFreePort } from "../../stack/free-port.ts";
import { identify, isRunning, type ProcessIdentity } from "../../stack/process-identity.ts";
import { projectRoot } from "../../stack/project-root.ts";
import { readRunningStack } from "../../stack/running-stack.ts";
import { statePaths } from "../../stack/state-paths.ts";
import { scratchStack } from "./scratch-stack.ts";

let stateDir: string;
let port: number;

interface Ended {
  code: number | null;
  output: string;
}

interface Running {
  child: ChildProcess;
  /** Resolves when the output has that text, or the process ended. */
  printed(text: string): Promise<string>;
  ended: Promise<Ended>;
}

function run(command: "start" | "stop" | "status", ...parameters: string[]): Running {
  const entry = join(projectRoot, "stack", "cli", `${command}.ts`);
  const child = spawn(process.execPath, [entry, ...parameters], {
    cwd: projectRoot,
    env: { ...process.env, REPSTACK_STATE_DIR: stateDir },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const { promise: ended, resolve } = Promise.withResolvers<Ended>();
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout?.on("data", collect);
  child.stderr?.on("data", collect);
  child.on("close", (code) => resolve({ code, output }));
  return {
    child,
    ended,
    async printed(text) {
      await expect
        .poll(() => output.includes(text) || child.exitCode !== null, { timeout: 90_000 })
        .toBe(true);
      return output;
    },
  };
}

const finished = (command: "start" | "stop" | "status", ...parameters: string[]) =>
  run(command, ...parameters).ended;

/** A port whose neighbours are free too: the command line puts database and mail beside the API. */
async function freeRange(): Promise<number> {
  for (;;) {
    const first = await freePort();
    const neighbours = [first + 1, first + 3].map((neighbour) => requireFreePort(neighbour, "test"));
    if ((await Promise.allSettled(neighbours)).every(({ status }) => status === "fulfilled")) return first;
  }
}

beforeAll(async () => {
  stateDir = mkdtempSync(join(tmpdir(), "repstack-cli-"));
  chmodSync(stateDir, 0o755);
  port = await freeRange();
});

afterAll(async () => {
  await finished("stop");
  rmSync(stateDir, { recursive: true, force: true });
});

describe("without a stack", () => {
  test("status and stop say so", async () => {
    expect(await finished("status")).toMatchObject({ code: 1, output: expect.stringContaining("npm start") });
    expect(await finished("stop")).toMatchObject({ code: 0, output: "No stack runs here.\n" });
  });

  test.each([
    ["an unknown flag", ["--prot", "1"], "'--prot'"],
    ["a port that is none", ["--port", "x"], "--port x"],
    ["a word", ["now"], "'now'"],
  ])("%s is named in one line", async (_what, parameters, name) => {
    const { code, output } = await finished("start", ...parameters);
    expect(code).toBe(1);
    expect(output).toContain(name);
    expect(output.trim().split("\n")).toHaveLength(1);
  });

  test("--help lists the flags", async () => {
    const { code, output } = await finished("start", "--help");
    expect(code).toBe(0);
    for (const flag of ["--reset", "--demo", "--port"]) expect(output).toContain(flag);
  });

  test("a taken port is one line that says how to move", async () => {
    const server = createServer().listen(port, "127.0.0.1");
    const { code, output } = await finished("start", "--port", String(port));
    server.close();
    expect(code).toBe(1);
    expect(output).toMatch(new RegExp(`^Port ${port} .*--port \\d+\n$`));
    expect(existsSync(statePaths(stateDir).running)).toBe(false);
  });
});

describe("a stack's life", () => {
  let stack: Running;
  let children: ProcessIdentity[];

  const record = () => readRunningStack(statePaths(stateDir).running);

  test("start prints addresses, keys and a request that answers with data", async () => {
    stack = run("start", "--port", String(port));
    const output = await stack.printed("Ctrl-C ends the stack");
    expect(output).toContain(`http://127.0.0.1:${port}`);
    const [, url = "", key = ""] = /curl "(\S+)" -H "apikey: (\S+)"/.exec(output) ?? [];
    const answer = await fetch(url, { headers: { apikey: key } });
    expect(answer.status).toBe(200);
    expect(await answer.json()).not.toEqual([]);
  });

  test("status prints the variables of supabase status", async () => {
    const json = await finished("status", "-o", "json");
    const variables: Record<string, string> = JSON.parse(json.output);
    expect(variables).toMatchObject({
      API_URL: `http://127.0.0.1:${port}`,
      DB_URL: `postgresql://postgres:postgres@127.0.0.1:${port + 1}/postgres`,
      FUNCTIONS_URL: `http://127.0.0.1:${port}/functions/v1`,
      MAILPIT_URL: `http://127.0.0.1:${port + 3}`,
      PUBLISHABLE_KEY: expect.stringMatching(/^sb_publishable_/),
      SECRET_KEY: expect.stringMatching(/^sb_secret_/),
    });
    const env = await finished("status", "-o", "env");
    expect(env.output).toContain(`API_URL="${variables.API_URL}"`);
  });

  test("a second start on the same data says that it runs, and how to end it", async () => {
    const { code, output } = await finished("start", "--port", String(port));
    expect(code).toBe(1);
    expect(output).toMatch(/already runs at .*npm run stop\n$/);
  });

  test("kill -9 leaves nothing that the next start does not clear up, and loses no data", async () => {
    const keys = readFileSync(statePaths(stateDir).keys, "utf8");
    children = record()?.children ?? [];
    const supervisor = stack.child.pid ?? 0;
    stack.child.kill("SIGKILL");
    await stack.ended;
    expect(isRunning(identify(supervisor))).toBe(false);

    stack = run("start", "--port", String(port));
    const output = await stack.printed("Ctrl-C ends the stack");
    expect(output).toContain("Ready");
    expect(children.filter(isRunning)).toEqual([]);
    expect(readFileSync(statePaths(stateDir).keys, "utf8")).toBe(keys);
  });

  test("stop ends it, with exit code 0 and nothing left running", async () => {
    children = record()?.children ?? [];
    expect(await finished("stop")).toMatchObject({ code: 0, output: expect.stringContaining("Stopped") });
    expect((await stack.ended).code).toBe(0);
    expect(children.filter(isRunning)).toEqual([]);
    expect(record()).toBeUndefined();
    for (const [offset, purpose] of [
      [0, "API"],
      [1, "database"],
      [3, "mail"],
    ] as const) {
      await requireFreePort(port + offset, purpose);
    }
  });

  test("stop after kill -9 ends what was left", async () => {
    stack = run("start", "--port", String(port));
    await stack.printed("Ctrl-C ends the stack");
    children = record()?.children ?? [];
    stack.child.kill("SIGKILL");
    await stack.ended;
    expect((await finished("stop")).code).toBe(0);
    expect(children.filter(isRunning)).toEqual([]);
    await requireFreePort(port + 1, "database");
  });
});

describe("a start that fails", () => {
  const config = "[db.seed]\nenabled = false\n";

  test("a failing migration is one line with its file, and nothing stays", async () => {
    const scratch = await scratchStack({
      "supabase/config.toml": config,
      "supabase/migrations/20260101000000_good.sql": "create table public.kept (id int primary key);",
      "supabase/migrations/20260102000000_bad.sql": "create table public.broken (id nonsense);",
    });
    try {
      const error = await scratch.start().catch((reason: unknown) => reason);
      expect(error).toMatchObject({
        message: expect.stringMatching(/^20260102000000_bad\.sql failed: .*nonsense/),
      });
      expect(String(error)).not.toContain("\n");
      expect(readRunningStack(statePaths(scratch.stateDir).running)).toBeUndefined();

      scratch.write(
        "supabase/migrations/20260102000000_bad.sql",
        "create table public.mended (id int primary key);",
      );
      const mended = await scratch.start();
      await mended.stop();
    } finally {
      scratch.remove();
    }
  });

  test("a wrong setting is named", async () => {
    const scratch = await scratchStack({ "supabase/config.toml": `${config}[api]\nmax_rows = "many"\n` });
    await expect(scratch.start()).rejects.toThrow(/config\.toml: api\.max_rows/);
    scratch.write("supabase/config.toml", "[api\n");
    await expect(scratch.start()).rejects.toThrow(/config\.toml cannot be read/);
    scratch.remove();
  });
});
