import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freePort } from "../../stack/free-port.ts";
import { silentLog } from "../../stack/log.ts";
import { isLoopback, startOutgoingHttp } from "../../stack/outgoing-http.ts";
import type { PostgresServer } from "../../stack/postgres/server.ts";
import { rows, type TemporaryPlace, temporaryPlace } from "./temporary-server.ts";

let place: TemporaryPlace;
let server: PostgresServer;
let worker: { stop(): Promise<void> };
let target: Server;
let address: string;

beforeAll(async () => {
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  target = createServer((request, response) => {
    if (request.url === "/away") {
      response.writeHead(302, { location: "http://example.com/" }).end();
    } else if (request.url === "/here") {
      response.writeHead(303, { location: "/echo" }).end();
    } else if (request.url !== "/never") {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        const body = {
          method: request.method,
          url: request.url,
          key: request.headers["x-key"],
          body: String(Buffer.concat(parts)),
        };
        response.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify(body));
      });
    }
  });
  await new Promise<void>((resolve) => target.listen(port, "127.0.0.1", resolve));
  place = await temporaryPlace();
  server = await place.start();
  worker = await startOutgoingHttp({
    adminUrl: server.url("supabase_admin"),
    allowAnyHost: false,
    log: silentLog,
  });
  await rows(server.url(), "create extension pg_net");
});

afterAll(async () => {
  await worker?.stop();
  await server?.stop();
  await place?.remove();
  target?.closeAllConnections();
  target?.close();
});

/** Queues a request and waits for its row in net._http_response. */
async function answerTo(call: string): Promise<Record<string, unknown>> {
  const [queued] = await rows(server.url(), `select ${call} as id`);
  return await vi.waitFor(
    async () => {
      const [found] = await rows(server.url(), `select * from net._http_response where id = ${queued?.id}`);
      if (!found) {
        throw new Error("no answer yet");
      }
      return found;
    },
    { timeout: 10_000, interval: 100 },
  );
}

test("NET-01: a post is really sent, and its answer is stored", async () => {
  const answer = await answerTo(
    `net.http_post('${address}/echo', '{"a": 1}', '{"q": "b c&ü"}', '{"x-key": "k"}')`,
  );
  expect(answer).toMatchObject({
    status_code: 201,
    content_type: "application/json",
    timed_out: false,
    error_msg: null,
  });
  expect(JSON.parse(String(answer.content))).toEqual({
    method: "POST",
    url: "/echo?q=b%20c%26%C3%BC",
    key: "k",
    body: '{"a": 1}',
  });
});

test("NET-02: get and delete use their method", async () => {
  for (const [call, method] of [
    ["net.http_get", "GET"],
    ["net.http_delete", "DELETE"],
  ]) {
    const answer = await answerTo(`${call}('${address}/echo')`);
    expect(JSON.parse(String(answer.content))).toMatchObject({ method });
  }
});

test("NET-03: another machine is refused, with the reason", async () => {
  const answer = await answerTo("net.http_get('http://example.com/')");
  expect(answer).toMatchObject({ status_code: null, timed_out: false });
  expect(answer.error_msg).toMatch(/^Not sent: example\.com is another machine/);
});

test("NET-04: a redirect to another machine is refused, one on this machine is followed", async () => {
  expect((await answerTo(`net.http_get('${address}/away')`)).error_msg).toMatch(/^Not sent: example\.com/);
  const followed = await answerTo(`net.http_post('${address}/here')`);
  expect(JSON.parse(String(followed.content))).toMatchObject({ method: "GET", url: "/echo" });
});

test("NET-05: the request's own timeout counts", async () => {
  const answer = await answerTo(`net.http_get('${address}/never', timeout_milliseconds := 200)`);
  expect(answer).toMatchObject({
    status_code: null,
    timed_out: true,
    error_msg: "Timeout of 200 ms reached",
  });
});

test("NET-06: a closed port is an error message, not a crash", async () => {
  const answer = await answerTo("net.http_get('http://127.0.0.1:1/')");
  expect(answer.status_code).toBeNull();
  expect(String(answer.error_msg)).not.toBe("");
});

test("NET-07: hosts that only look local are not loopback", () => {
  expect(["localhost", "127.0.0.1", "[::1]"].every(isLoopback)).toBe(true);
  expect(["localhost.example.com", "127.0.0.1.example.com", "10.0.0.1", "0.0.0.0"].some(isLoopback)).toBe(
    false,
  );
});
