// The first module of every function process, run by Deno. It gives the function what hosted Edge Functions have
// (Deno.serve or a default export, EdgeRuntime.waitUntil), and keeps one failed request from ending the others.
import type { WorkerMessage, WorkerStart } from "./worker-message.ts";

type Handler = (request: Request, info: unknown) => Response | Promise<Response>;
interface ServeOptions {
  hostname?: string;
  port?: number;
  onListen?: (address: { port: number }) => void;
  onError?: (error: unknown) => Response;
}

// The part of Deno that is used here, declared so that the project's one type check covers this file too.
declare const Deno: {
  serve: (first: unknown, second?: unknown) => unknown;
  env: { get(name: string): string | undefined; delete(name: string): void };
  stdin: { readable: ReadableStream<Uint8Array> };
  exit(code: number): never;
};
declare function addEventListener(
  type: "error" | "unhandledrejection",
  listener: (event: { preventDefault(): void; error?: unknown; reason?: unknown }) => void,
): void;

const start: WorkerStart = JSON.parse(Deno.env.get("REPSTACK_WORKER") ?? "{}");
for (const name of start.hiddenVariables) Deno.env.delete(name);

const print = console.log;
const exit = Deno.exit;
const serve: (options: ServeOptions, handler: Handler) => unknown = Deno.serve;
const backgroundTasks = new Set<Promise<unknown>>();
let isServing = false;

function tell(message: WorkerMessage): void {
  print(start.token + JSON.stringify(message));
}

function describe(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.slice(0, 8_000);
}

/** Answers as hosted does when a handler throws; the id leads to the error in the log. */
function answerUncaught(error: unknown): Response {
  const id = crypto.randomUUID();
  tell({ type: "uncaught_error", id, error: describe(error) });
  return Response.json(
    { code: "WORKER_ERROR", message: "Function exited due to an error (please check logs)", id },
    { status: 500, headers: { "sb-error-code": "EDGE_FUNCTION_ERROR" } },
  );
}

function isHandler(value: unknown): value is Handler {
  return typeof value === "function";
}

function property(value: unknown, name: string): unknown {
  return value !== null && typeof value === "object" ? Reflect.get(value, name) : undefined;
}

// The function does not choose where it listens, here as little as on hosted; its other options hold.
Deno.serve = (first, second) => {
  const handler = [first, second, property(first, "handler")].find(isHandler);
  if (!handler) throw new TypeError("Deno.serve needs a handler");
  isServing = true;
  const options = typeof first === "object" ? first : {};
  return serve(
    {
      onError: answerUncaught,
      ...options,
      hostname: "127.0.0.1",
      port: 0,
      onListen: ({ port }) => tell({ type: "ready", port }),
    },
    handler,
  );
};

Object.defineProperty(globalThis, "EdgeRuntime", {
  value: {
    waitUntil<T>(task: Promise<T>): Promise<T> {
      backgroundTasks.add(task);
      const forget = () => backgroundTasks.delete(task);
      task.then(forget, forget);
      return task;
    },
  },
});

addEventListener("error", (event) => {
  event.preventDefault();
  tell({ type: "unhandled_error", error: describe(event.error) });
});
addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  tell({ type: "unhandled_error", error: describe(event.reason) });
});

async function obeyHost(): Promise<void> {
  for await (const _line of Deno.stdin.readable) {
    await Promise.allSettled(backgroundTasks);
    exit(0);
  }
  // The host is gone without a word, perhaps killed: nobody will ask for anything any more.
  exit(1);
}
obeyHost();

try {
  const module: unknown = await import(start.entrypoint);
  const fetch = property(property(module, "default"), "fetch");
  if (!isServing && isHandler(fetch)) Deno.serve(fetch);
  if (!isServing) throw new Error("It neither exports default { fetch } nor calls Deno.serve.");
} catch (error) {
  tell({ type: "boot_error", error: describe(error) });
  exit(1);
}
