import { request as httpRequest, type IncomingMessage } from "node:http";
import { Readable } from "node:stream";

/** What became of a request that was handed to a worker. `finished` resolves when the last byte has gone out. */
export type Forwarded =
  | { kind: "answered"; response: Response; finished: Promise<void> }
  | { kind: "timed_out" }
  | { kind: "cancelled" }
  | { kind: "broken" };

const hopByHop = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "te",
  "transfer-encoding",
  "upgrade",
]);
const bodyless = new Set([101, 204, 205, 304]);

/**
 * Sends a request to a worker on a loopback port and streams both bodies. node:http rather than fetch, because fetch
 * would decompress the answer and leave its headers untrue.
 *
 * @param path - Path and query as the function shall see them.
 * @param firstByteSeconds - How long the worker may take to begin its answer.
 */
export function forward(
  port: number,
  path: string,
  request: Request,
  firstByteSeconds: number,
): Promise<Forwarded> {
  const { promise, resolve } = Promise.withResolvers<Forwarded>();
  const headers = Object.fromEntries([...request.headers].filter(([name]) => !hopByHop.has(name)));
  headers.host ??= new URL(request.url).host;
  // The body goes out once the function reads it. Sent to one that answers without reading, such as with a 413, it
  // would meet a closed connection, and the answer would be lost.
  if (request.body) headers.expect = "100-continue";

  // A connection of its own for each request: one that the worker closes while idle would fail the next request.
  const outgoing = httpRequest({
    host: "127.0.0.1",
    port,
    path,
    method: request.method,
    headers,
    agent: false,
  });
  const end = (ending: Forwarded) => {
    clearTimeout(timer);
    resolve(ending);
    outgoing.destroy();
  };
  const timer = setTimeout(() => end({ kind: "timed_out" }), firstByteSeconds * 1000);
  const cancel = () => end({ kind: "cancelled" });
  const sendBody = () => {
    if (request.body && !request.body.locked)
      Readable.fromWeb(request.body).on("error", cancel).pipe(outgoing);
  };
  request.signal.addEventListener("abort", cancel, { once: true });

  outgoing.on("error", () => end({ kind: "broken" }));
  outgoing.once("response", (incoming) => {
    clearTimeout(timer);
    incoming.once("end", () => outgoing.destroy());
    // An answer of unknown length may be made of the request's body, piece by piece.
    if (incoming.headers["transfer-encoding"] === "chunked") sendBody();
    const finished = new Promise<void>((done) => incoming.once("close", done));
    finished.then(() => request.signal.removeEventListener("abort", cancel));
    resolve({ kind: "answered", response: toResponse(incoming, request.method), finished });
  });

  outgoing.once("continue", sendBody);
  if (request.signal.aborted) cancel();
  else if (request.body) outgoing.flushHeaders();
  else outgoing.end();
  return promise;
}

function toResponse(incoming: IncomingMessage, method: string): Response {
  const status = incoming.statusCode ?? 502;
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    if (!hopByHop.has(name)) for (const value of values ?? []) headers.append(name, value);
  }
  if (method === "HEAD" || bodyless.has(status)) {
    incoming.resume();
    return new Response(null, { status, headers });
  }
  return new Response(Readable.toWeb(incoming), { status, headers });
}
