import { dirname, join, sep } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Log } from "../log.ts";
import { secretsFile, workerEnvironment } from "./environment.ts";
import {
  answer,
  bootError,
  type Failure,
  idleTimeout,
  notFound,
  resourceLimit,
  workerError,
} from "./failure.ts";
import { forward } from "./forward.ts";
import { residentMegabytes } from "./resident-memory.ts";
import { watchFolders } from "./watch.ts";
import { startWorker, type WorkerProcess } from "./worker-process.ts";

/** One `[functions.<slug>]` block of supabase/config.toml. */
export interface FunctionSettings {
  slug: string;
  /** Absolute path of the module that serves. */
  entrypoint: string;
  /** Enforced by the gateway, not here. */
  verifyJwt: boolean;
}

/** Serves the project's Edge Functions, each in a Deno process of its own that starts with its first request. */
export interface FunctionsHost {
  /** Answers as hosted would, failures included. The function sees the path `/<slug>/…`. */
  fetch(slug: string, request: Request): Promise<Response>;
  /** Ends every worker and resolves when they are gone. */
  stop(): Promise<void>;
}

interface Worker {
  slug: string;
  process: WorkerProcess;
  inFlight: number;
  /** Set once no new request may go to it: how many seconds its background work may still take. */
  graceSeconds: number | undefined;
  idleTimer: NodeJS.Timeout | undefined;
}

const idleSeconds = 300;
const sampleMilliseconds = 250;
/** A worker that let a request time out may be spinning: it gets little time to end by itself. */
const graceAfterTimeoutSeconds = 2;

/**
 * Makes a host. Nothing runs until the first request.
 *
 * @param options.env - What the platform gives to every function, such as `SUPABASE_URL`.
 * @param options.limits.memoryMegabytes - Bound of a worker's resident set (2^20 bytes each).
 */
export function createFunctionsHost(options: {
  projectRoot: string;
  functions: FunctionSettings[];
  env: Record<string, string>;
  limits: { memoryMegabytes: number; firstByteSeconds: number };
  hotReload: boolean;
  log: Log;
}): FunctionsHost {
  const { projectRoot, limits, log } = options;
  const settingsBySlug = new Map(options.functions.map((settings) => [settings.slug, settings]));
  const current = new Map<string, Worker>();
  const alive = new Set<Worker>();

  function start({ slug, entrypoint }: FunctionSettings): Worker {
    const process = startWorker({
      projectRoot,
      slug,
      entrypoint,
      env: workerEnvironment(projectRoot, slug, options.env, log),
      memoryMegabytes: limits.memoryMegabytes,
      log,
    });
    const worker: Worker = { slug, process, inFlight: 0, graceSeconds: undefined, idleTimer: undefined };
    current.set(slug, worker);
    alive.add(worker);
    process.ended.then(() => {
      alive.delete(worker);
      clearTimeout(worker.idleTimer);
      if (current.get(slug) === worker) current.delete(slug);
    });
    return worker;
  }

  function take(worker: Worker): void {
    worker.inFlight += 1;
    clearTimeout(worker.idleTimer);
  }

  function release(worker: Worker): void {
    worker.inFlight -= 1;
    if (worker.inFlight > 0 || !alive.has(worker)) return;
    if (worker.graceSeconds !== undefined) worker.process.drain(worker.graceSeconds);
    else worker.idleTimer = setTimeout(retire, idleSeconds * 1000, worker, limits.firstByteSeconds).unref();
  }

  /** Sends no new request to a worker; those that run are finished first. */
  function retire(worker: Worker, graceSeconds: number): void {
    if (current.get(worker.slug) === worker) current.delete(worker.slug);
    worker.graceSeconds = graceSeconds;
    if (worker.inFlight === 0) worker.process.drain(graceSeconds);
  }

  async function serve(settings: FunctionSettings, request: Request): Promise<Response> {
    const worker = current.get(settings.slug) ?? start(settings);
    take(worker);
    const port = await worker.process.port;
    if (port === undefined) {
      release(worker);
      return answer(bootError);
    }

    const forwarded = await forward(port, pathForFunction(request), request, limits.firstByteSeconds);
    if (forwarded.kind === "answered") {
      forwarded.finished.then(() => release(worker));
      return forwarded.response;
    }
    if (forwarded.kind === "timed_out") {
      log("function_timeout", { slug: settings.slug, limit_seconds: limits.firstByteSeconds });
      retire(worker, graceAfterTimeoutSeconds);
    }
    release(worker);
    switch (forwarded.kind) {
      case "timed_out":
        return answer(idleTimeout(limits.firstByteSeconds));
      case "cancelled":
        // Nobody is there to read it.
        return new Response(null, { status: 499 });
      case "broken":
        return answer(await failureBehind(worker));
    }
  }

  /** Why a connection broke: that is seen a moment before the end of the process that broke it. */
  async function failureBehind({ slug, process }: Worker): Promise<Failure> {
    const ending = await Promise.race([process.ended, wait(500, undefined, { ref: false })]);
    if (ending === "memory") return resourceLimit;
    if (ending === undefined) {
      const reason = "perhaps the function answered before it had read the whole request body";
      log("function_connection_broken", { slug, reason });
    }
    return workerError;
  }

  async function watchMemory(): Promise<void> {
    for (const worker of alive) {
      const { slug, process } = worker;
      const megabytes = process.pid === undefined ? undefined : await residentMegabytes(process.pid);
      if (megabytes === undefined || megabytes <= limits.memoryMegabytes) continue;
      log("function_memory_limit", {
        slug,
        limit_megabytes: limits.memoryMegabytes,
        megabytes: Math.round(megabytes),
      });
      if (current.get(slug) === worker) current.delete(slug);
      process.kill("memory");
    }
  }

  /** A change inside one function's folder concerns that function; one anywhere else (_shared, types) all. */
  function reload(paths: string[]): void {
    for (const worker of [...current.values()]) {
      const concerns = paths.some((path) => {
        const owner = options.functions.find(({ entrypoint }) => path.startsWith(dirname(entrypoint) + sep));
        return owner === undefined || owner.slug === worker.slug;
      });
      if (concerns) {
        log("function_reload", { slug: worker.slug });
        retire(worker, limits.firstByteSeconds);
      }
    }
  }

  const memoryTimer = setInterval(watchMemory, sampleMilliseconds);
  memoryTimer.unref();
  const watcher = options.hotReload
    ? watchFolders(sourceFolders(projectRoot, options.functions), reload)
    : undefined;

  return {
    async fetch(slug, request) {
      const settings = settingsBySlug.get(slug);
      return settings ? serve(settings, request) : answer(notFound);
    },
    async stop() {
      clearInterval(memoryTimer);
      watcher?.close();
      for (const { process } of alive) process.kill("stopped");
      await Promise.all([...alive].map(({ process }) => process.ended));
    },
  };
}

function sourceFolders(projectRoot: string, functions: FunctionSettings[]): string[] {
  const functionFolders = functions.map(({ entrypoint }) => dirname(dirname(entrypoint)));
  return [...new Set([...functionFolders, join(projectRoot, "types"), dirname(secretsFile(projectRoot))])];
}

function pathForFunction(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname.replace(/^\/functions\/v1(?=\/)/, "") + search;
}
