import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Platform } from "../../functions/_shared/platform.ts";
import { failure, success } from "../../functions/_shared/result.ts";
import { createApp } from "../../functions/ops/app.ts";
import type { Check } from "../../functions/ops/check.ts";
import { checksOf } from "../../functions/ops/checks.ts";
import type { FileKeeper } from "../../functions/ops/orphaned-files.ts";
import { createFunctionsHost } from "../../stack/functions/host.ts";
import { projectRoot } from "../../stack/project-root.ts";
import { Health, Readiness } from "../../types/contracts/health.ts";
import { OrphanedFiles } from "../../types/contracts/orphaned-files.ts";
import { Problem } from "../../types/contracts/problem.ts";
import { loopback, projectAt } from "./loopback.ts";

type Line = { event: string } & Record<string, unknown>;

const inOrder: Check = { name: "database", run: async () => success(undefined) };
const broken: Check = { name: "cache", run: async () => failure("connection to 10.0.0.7 refused") };

/** Lets nobody in, and counts nothing: what ops answers, it answers to anybody. */
const platform: Platform = {
  allowedOrigins: ["*"],
  verifyCaller: async () => failure({ kind: "refused", reason: "" }),
  isSessionLive: async () => success(false),
  takeRateLimit: async () => failure("nobody counts here"),
};

const files: FileKeeper = { removeOrphans: async () => success(3) };

function appWith(...checks: Check[]) {
  const lines: Line[] = [];
  const app = createApp({
    checks,
    files,
    isCronToken: async (token) => success(token === "cron"),
    platform,
    log: (event, fields) => lines.push({ event, ...fields }),
  });
  return { app, lines };
}

describe("GET /ops/health", () => {
  test("answers while the function runs, whatever else is broken", async () => {
    const response = await appWith(broken).app.request("/ops/health");

    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(Health.parse(await response.json())).toEqual({ status: "ok" });
  });
});

describe("POST /ops/orphaned-files", () => {
  const callWith = (headers: Record<string, string>) =>
    appWith().app.request("/ops/orphaned-files", { method: "POST", headers });

  test("removes files for the cron jobs of the database", async () => {
    const response = await callWith({ "x-cron-token": "cron" });

    expect(response.status).toBe(200);
    expect(OrphanedFiles.parse(await response.json())).toEqual({ removed: 3 });
  });

  test.each([[{}], [{ "x-cron-token": "guess" }]])(
    "removes nothing for anybody else (%j)",
    async (headers) => {
      const response = await callWith(headers);

      expect(response.status).toBe(401);
      expect(Problem.parse(await response.json())).toMatchObject({ code: "unauthenticated" });
    },
  );
});

describe("GET /ops/ready", () => {
  test("answers 200 when every check passes, with how long each took", async () => {
    const response = await appWith(inOrder, { ...inOrder, name: "storage" }).app.request("/ops/ready");

    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(Readiness.parse(await response.json()).checks).toMatchObject([
      { name: "database" },
      { name: "storage" },
    ]);
  });

  test("answers 503 with the name of what failed; the reason stays in the log", async () => {
    const { app, lines } = appWith(inOrder, broken);

    const response = await app.request("/ops/ready");
    const problem = Problem.parse(await response.json());

    expect(response.status).toBe(503);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(problem).toMatchObject({
      code: "not_ready",
      detail: "Not in order: cache.",
      errors: [{ path: "cache", text: "Does not answer as it should." }],
    });
    expect(lines).toContainEqual({
      event: "check_failed",
      request_id: problem.request_id,
      function: "ops",
      check: "cache",
      ms: expect.any(Number),
      error: "connection to 10.0.0.7 refused",
    });
  });

  test("does not wait for a check that ignores its budget", async () => {
    const deaf: Check = { name: "storage", run: () => new Promise(() => {}) };

    const response = await appWith(deaf).app.request("/ops/ready");

    expect(response.status).toBe(503);
    expect(Problem.parse(await response.json()).detail).toBe("Not in order: storage.");
  });
});

describe("the checks", () => {
  test("ask for what anybody may read, and of the cache only where there is one", async () => {
    const services = await loopback(() => ({ status: 200, body: "[]" }));
    const project = projectAt(services.url);
    const cache = { url: `${services.url}/redis`, token: "the token" };

    const results = await Promise.all(
      checksOf(project, cache).map(({ run }) => run(AbortSignal.timeout(1_000))),
    );

    expect(results).toEqual([success(undefined), success(undefined), success(undefined)]);
    expect(services.sent).toHaveLength(3);
    expect(services.sent).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          url: "/rest/v1/exercises?select=id&limit=1",
          headers: expect.objectContaining({ apikey: "the publishable key" }),
        }),
        expect.objectContaining({
          url: "/storage/v1/bucket",
          headers: expect.objectContaining({ apikey: "the publishable key" }),
        }),
        expect.objectContaining({
          url: "/redis/ping",
          headers: expect.objectContaining({ authorization: "Bearer the token" }),
        }),
      ]),
    );
    expect(checksOf(project, undefined).map(({ name }) => name)).toEqual(["database", "storage"]);
  });

  test("take a refusal, silence and nobody there for something that is not in order", async () => {
    const refusing = await loopback(() => ({ status: 401, body: "no grant" }));
    const silent = await loopback(() => undefined);
    const database = (url: string) => checksOf(projectAt(url), undefined)[0]?.run(AbortSignal.timeout(100));

    expect(await database(refusing.url)).toEqual(failure("It answered 401: no grant"));
    expect(await database(silent.url)).toEqual(failure(expect.stringContaining("TimeoutError")));
    expect(await database("http://127.0.0.1:1")).toMatchObject({ ok: false });
  });
});

test("ops runs under Deno with what the platform gives it, and logs nothing that is secret", async () => {
  const services = await loopback(({ url }) =>
    url.endsWith("/count_use")
      ? { status: 200, body: '{"is_allowed":true,"limit":120,"remaining":119,"reset_seconds":60}' }
      : { status: 200, body: "[]" },
  );
  const lines: Line[] = [];
  const host = createFunctionsHost({
    projectRoot,
    functions: [
      { slug: "ops", entrypoint: join(projectRoot, "functions", "ops", "index.ts"), verifyJwt: false },
    ],
    env: {
      SUPABASE_URL: services.url,
      SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: "the publishable key" }),
      SUPABASE_SECRET_KEYS: JSON.stringify({ default: "the secret key" }),
      SUPABASE_JWKS: JSON.stringify({ keys: [] }),
    },
    limits: { memoryMegabytes: 256, firstByteSeconds: 30 },
    hotReload: false,
    log: (event, fields) => lines.push({ event, ...fields }),
  });
  onTestFinished(() => host.stop());

  const response = await host.fetch("ops", new Request("http://127.0.0.1:54321/functions/v1/ops/ready"));

  expect(lines.filter(({ event }) => event === "function_boot_error")).toEqual([]);
  expect(response.status).toBe(200);
  expect(response.headers.get("ratelimit-remaining")).toBe("119");
  expect(Readiness.parse(await response.json()).checks).toHaveLength(2);
  const logged = { event: "request", function: "ops", route: "/ops/ready", status: 200 };
  await expect.poll(() => lines).toMatchObject([{ event: "function_log", entry: logged }]);
  expect(JSON.stringify(lines)).not.toMatch(/the (secret|publishable) key/);
});
