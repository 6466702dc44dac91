import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "pg";
import { z } from "zod";
import type { Log } from "./log.ts";

const pollMilliseconds = 250;
const batchSize = 50;
const mostRedirects = 10;

const QueuedRequest = z.object({
  id: z.string(),
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()).nullable(),
  body: z.instanceof(Buffer).nullable(),
  timeout_milliseconds: z.number(),
});
type QueuedRequest = z.infer<typeof QueuedRequest>;

interface Outcome {
  statusCode: number | null;
  contentType: string | null;
  headers: Record<string, string> | null;
  content: string | null;
  timedOut: boolean;
  error: string | null;
}

/** True for hosts that can only be this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

class NotSentError extends Error {}

/** Follows redirects itself, so that each of them is held to the same rule. */
async function send(request: QueuedRequest, allowAnyHost: boolean): Promise<Response> {
  const signal = AbortSignal.timeout(request.timeout_milliseconds);
  const headers = new Headers(request.headers ?? {});
  let { method, body } = request;
  let url = new URL(request.url);
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    if (!allowAnyHost && !isLoopback(url.hostname)) {
      throw new NotSentError(
        `Not sent: ${url.hostname} is another machine, and the local stack sends requests only to this one.`,
      );
    }
    const response = await fetch(url, { method, headers, body, signal, redirect: "manual" });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || !location) {
      return response;
    }
    await response.body?.cancel();
    const next = new URL(location, url);
    if (next.origin !== url.origin) {
      headers.delete("authorization");
      headers.delete("cookie");
    }
    if (response.status === 303 || (response.status < 303 && method === "POST")) {
      method = "GET";
      body = null;
    }
    url = next;
  }
  throw new NotSentError(`Number of redirects hit maximum amount (${mostRedirects})`);
}

function explain(error: unknown): string {
  if (error instanceof NotSentError || !(error instanceof Error)) {
    return error instanceof Error ? error.message : String(error);
  }
  // fetch itself says only "fetch failed"; the reason is in its cause.
  return error.cause instanceof Error && error.cause.message !== "" ? error.cause.message : error.message;
}

async function outcomeOf(request: QueuedRequest, allowAnyHost: boolean): Promise<Outcome> {
  try {
    const response = await send(request, allowAnyHost);
    return {
      statusCode: response.status,
      contentType: response.headers.get("content-type"),
      headers: Object.fromEntries(response.headers),
      content: await response.text(),
      timedOut: false,
      error: null,
    };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === "TimeoutError";
    return {
      statusCode: null,
      contentType: null,
      headers: null,
      content: null,
      timedOut,
      error: timedOut ? `Timeout of ${request.timeout_milliseconds} ms reached` : explain(error),
    };
  }
}

/**
 * Sends what `net.http_get`, `http_post` and `http_delete` queue in the database of `adminUrl`, as pg_net's background
 * worker does, and stores the answers in `net._http_response` for six hours. Other machines are refused, in `error_msg`,
 * unless `allowAnyHost`.
 */
export async function startOutgoingHttp(options: {
  adminUrl: string;
  allowAnyHost: boolean;
  log: Log;
}): Promise<{ stop(): Promise<void> }> {
  const { adminUrl, allowAnyHost, log } = options;
  const stopping = new AbortController();
  // A pool connects again by itself when the server has been away.
  const admin = new Pool({ connectionString: adminUrl, max: 4, application_name: "repstack outgoing http" });
  admin.on("error", (error) => log("outgoing_http_connection_lost", { error: error.message }));

  async function claim(): Promise<QueuedRequest[]> {
    const found = await admin.query("select to_regclass('net.http_request_queue') is not null as installed");
    if (!z.object({ installed: z.boolean() }).parse(found.rows[0]).installed) {
      return [];
    }
    // Taken off the queue before it is sent, as pg_net does: a request goes out once or, after a crash, not at all.
    const claimed = await admin.query(
      `delete from net.http_request_queue
       where id = any (array(select id from net.http_request_queue order by id limit $1 for update skip locked))
       returning id::text, method, url, headers, body, timeout_milliseconds`,
      [batchSize],
    );
    return z.array(QueuedRequest).parse(claimed.rows);
  }

  async function work(request: QueuedRequest): Promise<void> {
    const outcome = await outcomeOf(request, allowAnyHost);
    if (outcome.error) {
      log("outgoing_http_failed", { id: request.id, error: outcome.error });
    }
    await admin.query(
      `insert into net._http_response (id, status_code, content_type, headers, content, timed_out, error_msg)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        request.id,
        outcome.statusCode,
        outcome.contentType,
        outcome.headers,
        outcome.content,
        outcome.timedOut,
        outcome.error,
      ],
    );
    await admin.query("delete from net._http_response where created < now() - interval '6 hours'");
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        const requests = await claim();
        await Promise.all(requests.map(work));
        if (requests.length === batchSize) {
          continue;
        }
      } catch (error) {
        log("outgoing_http_worker_failed", { error: explain(error) });
      }
      await sleep(pollMilliseconds, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  const looping = loop();
  return {
    async stop() {
      stopping.abort();
      await looping;
      await admin.end();
    },
  };
}
