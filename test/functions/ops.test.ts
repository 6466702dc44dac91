import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { failure, success } from "../../functions/_shared/result.ts";
import { createApp } from "../../functions/ops/app.ts";
import { databaseThroughRest } from "../../functions/ops/database-check.ts";
import type { Check } from "../../functions/ops/ready.ts";
import { createFunctionsHost } from "../../stack/functions/host.ts";
import { Health, Readiness } from "../../types/contracts/health.ts";
import { Problem } from "../../types/contracts/problem.ts";

type Line = { event: string } & Record<string, unknown>;
let lines: Line[];
beforeEach(() => {
  lines = [];
});

const inOrder: Check = { name: "database", run: async () => success(undefined) };
const broken: Check = { name: "cache", run: async () => failure("connection to 10.0.0.7 refused") };

function appWith(...checks: Check[]) {
  return createApp({ checks, log: (event, fields) => lines.push({ event, ...fields }) });
}

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  return Problem.parse(await response.json());
}

describe("GET /ops/health", () => {
  test("answers while the function runs, whatever else is broken", async () => {
    const response = await appWith(broken).request("/ops/health");

    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(Health.parse(await response.json())).toEqual({ status: "ok" });
  });
});

describe("GET /ops/ready", () => {
  test("answers 200 when every check passes", async () => {
    const response = await appWith(inOrder).request("/ops/ready");

    expect(response.status).toBe(200);
    expect(Readiness.parse(await response.json()).checks).toMatchObject([{ name: "database" }]);
  });

  test("answers 503 with the name of what failed; the reason stays in the log", async () => {
    const response = await appWith(inOrder, broken).request("/ops/ready");
    const problem = await problemOf(response);

    expect(response.status).toBe(503);
    expect(problem).toMatchObject({
      type: "urn:repstack:problem:not_ready",
      status: 503,
      code: "not_ready",
      detail: "Not in order: cache.",
      request_id: response.headers.get("x-request-id"),
    });
    expect(lines).toContainEqual(
      expect.objectContaining({
        event: "check_failed",
        check: "cache",
        error: "connection to 10.0.0.7 refused",
        request_id: problem.request_id,
      }),
    );
  });

  test("asks the database for a row that anybody may read, with the publishable key", async () => {
    const calls: unknown[] = [];
    const check = databaseThroughRest({
      url: "http://api.test",
      publishableKey: "sb_publishable_x",
      fetch: async (url, { headers }) => {
        calls.push({ url, headers });
        return Response.json([]);
      },
    });

    expect(await check.run(AbortSignal.timeout(1_000))).toEqual(success(undefined));
    expect(calls).toEqual([
      {
        url: "http://api.test/rest/v1/exercises?select=id&limit=1",
        headers: { apikey: "sb_publishable_x" },
      },
    ]);
  });

  test("takes an error, a refusal and silence for a database that is not in order", async () => {
    const check = (fetch: (url: string, init: { signal: AbortSignal }) => Promise<Response>) =>
      databaseThroughRest({ url: "http://api.test", publishableKey: "k", fetch }).run(
        AbortSignal.timeout(50),
      );

    expect(await check(async () => new Response("no grant", { status: 401 }))).toEqual(
      failure("REST answered 401: no grant"),
    );
    expect(await check(() => Promise.reject(new TypeError("connection refused")))).toEqual(
      failure("TypeError: connection refused"),
    );
    expect(
      await check(
        (_url, { signal }) =>
          new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
      ),
    ).toMatchObject({ ok: false, error: expect.stringMatching(/^TimeoutError/) });
  });
});

describe("every function", () => {
  test("logs each request once, without its query", async () => {
    await appWith().request("/ops/health?token=secret", { headers: { "x-request-id": "from-the-client" } });

    expect(lines).toEqual([
      {
        event: "request",
        request_id: "from-the-client",
        method: "GET",
        path: "/ops/health",
        status: 200,
        ms: expect.any(Number),
      },
    ]);
  });

  test("replaces a request id that could forge a log line", async () => {
    const response = await appWith().request("/ops/health", { headers: { "x-request-id": 'a","event":"b' } });

    expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("answers 404 and 405 as problems, the latter with what is allowed", async () => {
    const missing = await appWith().request("/ops/nothing");
    const wrongMethod = await appWith().request("/ops/health", { method: "POST" });

    expect(missing.status).toBe(404);
    expect((await problemOf(missing)).code).toBe("not_found");
    expect(wrongMethod.status).toBe(405);
    expect(wrongMethod.headers.get("allow")).toBe("GET, HEAD");
    expect((await problemOf(wrongMethod)).code).toBe("method_not_allowed");
  });

  test("answers a bug with 500, its id in the log, and nothing of the bug", async () => {
    const buggy: Check = { name: "bug", run: () => Promise.reject(new Error("password is hunter2")) };

    const response = await appWith(buggy).request("/ops/ready");
    const text = await response.clone().text();

    expect(response.status).toBe(500);
    expect(text).not.toContain("hunter2");
    expect(lines).toContainEqual({
      event: "error",
      request_id: (await problemOf(response)).request_id,
      error: expect.stringContaining("hunter2"),
    });
  });
});

test("ops runs under Deno with what the platform gives it", async () => {
  const rest = createServer((request, response) => {
    const isAsked =
      request.url === "/rest/v1/exercises?select=id&limit=1" && request.headers.apikey === "sb_publishable_x";
    response.writeHead(isAsked ? 200 : 400).end("[]");
  });
  await new Promise<void>((done) => rest.listen(0, "127.0.0.1", done));
  const projectRoot = join(import.meta.dirname, "..", "..");
  const host = createFunctionsHost({
    projectRoot,
    functions: [
      { slug: "ops", entrypoint: join(projectRoot, "functions", "ops", "index.ts"), verifyJwt: false },
    ],
    env: {
      SUPABASE_URL: `http://127.0.0.1:${(rest.address() as AddressInfo).port}`,
      SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: "sb_publishable_x" }),
    },
    limits: { memoryMegabytes: 256, firstByteSeconds: 30 },
    hotReload: false,
    log: (event, fields) => lines.push({ event, ...fields }),
  });
  onTestFinished(async () => {
    await host.stop();
    rest.close();
  });

  const response = await host.fetch("ops", new Request("http://127.0.0.1:54321/functions/v1/ops/ready"));

  expect(lines.filter(({ event }) => event === "function_boot_error")).toEqual([]);
  expect(response.status).toBe(200);
  expect(Readiness.parse(await response.json()).status).toBe("ready");
});
