import { describe, expect, test } from "vitest";
import { failure } from "../../../functions/_shared/result.ts";
import { onTrial } from "./trial.ts";

const thingId = "019a0000-0000-7000-8000-000000000001";

describe("the id of a request", () => {
  const idFor = async (headers: Record<string, string>) =>
    (await onTrial().router.request("/trial/nothing", { headers })).headers.get("x-request-id");

  test("is the gateway's, else the caller's", async () => {
    expect(await idFor({ "sb-request-id": "from-gateway", "x-request-id": "from-caller" })).toBe(
      "from-gateway",
    );
    expect(await idFor({ "x-request-id": "from-caller" })).toBe("from-caller");
  });

  test.each([[{}], [{ "x-request-id": 'a","event":"b' }], [{ "x-request-id": "x".repeat(129) }]])(
    "is made where %j has none that is usable",
    async (headers) => {
      expect(await idFor(headers)).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

describe("the log of a request", () => {
  test("is one line, with the pattern of the route and neither ids nor query", async () => {
    const { router, lines } = onTrial();

    await router.request(`/trial/things/${thingId}?limit=3`, { headers: { "x-request-id": "request-1" } });

    expect(lines).toEqual([
      {
        event: "request",
        request_id: "request-1",
        function: "trial",
        method: "GET",
        route: "/trial/things/:thing_id",
        status: 200,
        ms: expect.any(Number),
      },
    ]);
  });

  test("names the user", async () => {
    const { router, lines } = onTrial();

    await router.request("/trial/mine", { headers: { authorization: "Bearer ada" } });

    expect(lines).toMatchObject([{ event: "request", status: 200, user_id: "user-ada" }]);
  });

  test("shows no path that no route has", async () => {
    const { router, lines } = onTrial();

    await router.request("/trial/ada@example.test");

    expect(lines).toMatchObject([{ event: "request", route: "/*", status: 404 }]);
  });

  test("holds why somebody was refused and what broke, under the request's id", async () => {
    const { router, lines } = onTrial();

    await router.request("/trial/mine", { headers: { "x-request-id": "request-1" } });
    await router.request("/trial/bug", { headers: { "x-request-id": "request-2" } });

    expect(lines).toMatchObject([
      { event: "caller_refused", request_id: "request-1", reason: "MISSING_CREDENTIALS" },
      { event: "request", request_id: "request-1", status: 401 },
      {
        event: "error",
        request_id: "request-2",
        function: "trial",
        error: expect.stringContaining("hunter2"),
      },
      { event: "request", request_id: "request-2", status: 500 },
    ]);
  });

  test("holds nothing of what the caller sent", async () => {
    const { router, lines } = onTrial({ takeRateLimit: async () => failure("connection refused") });
    const secrets = { authorization: "Bearer ada-token", apikey: "sb_secret_x", cookie: "session=x" };

    await router.request("/trial/mine?token=in-query", { headers: secrets });
    await router.request("/trial/things", {
      method: "POST",
      headers: { authorization: "Bearer ada", "content-type": "application/json" },
      body: '{"name":"a weight of 80 kg","sets":[]}',
    });

    expect(JSON.stringify(lines)).not.toMatch(/ada-token|sb_secret|session=|in-query|80 kg/);
  });
});

describe("web pages", () => {
  const preflight = (origin: string, differences = {}) =>
    onTrial(differences).router.request("/trial/mine", {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "GET",
        "access-control-request-headers": "authorization,apikey,x-client-info",
      },
    });

  test("of a configured origin may send requests, and no others", async () => {
    const answer = await preflight("https://app.repstack.test");
    expect(answer.status).toBe(204);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "access-control-allow-origin": "https://app.repstack.test",
      "access-control-allow-headers": "authorization,apikey,x-client-info",
      "access-control-allow-methods": "GET,HEAD,POST,PUT,PATCH,DELETE",
      vary: expect.stringContaining("Origin"),
    });

    expect((await preflight("https://evil.test")).headers.has("access-control-allow-origin")).toBe(false);
    const anywhere = await preflight("https://evil.test", { allowedOrigins: ["*"] });
    expect(anywhere.headers.get("access-control-allow-origin")).toBe("*");
  });

  test.each(["/trial/app", "/trial/nothing", "/trial/bug", "/trial/stuck"])(
    "read the answer of %s, whatever it is",
    async (path) => {
      const { router } = onTrial();

      const { headers } = await router.request(path, { headers: { origin: "https://app.repstack.test" } });

      expect(headers.get("access-control-allow-origin")).toBe("https://app.repstack.test");
      expect(headers.get("access-control-expose-headers")).toContain("x-request-id");
      expect(headers.has("access-control-allow-credentials")).toBe(false);
    },
  );
});

describe("waiting", () => {
  test("ends what the route waits for when the time is up, and that is no error", async () => {
    const { router, lines } = onTrial();

    const response = await router.request("/trial/waiting");

    expect(response.status).toBe(504);
    expect(lines).toMatchObject([
      { event: "waiting" },
      { event: "left_off", why: "TimeoutError" },
      { event: "request", status: 504 },
    ]);
  });

  test("ends when the caller leaves, and that is no error either", async () => {
    const { router, lines } = onTrial();
    const leaving = new AbortController();

    const response = router.request(new Request("http://api.test/trial/lasting", { signal: leaving.signal }));
    await expect.poll(() => lines).toMatchObject([{ event: "waiting" }]);
    leaving.abort();
    await response;

    expect(lines).toMatchObject([
      { event: "waiting" },
      { event: "left_off", why: "AbortError" },
      { event: "request", status: 499 },
    ]);
  });
});

test("the contract of a route says whom it lets in and what the chain may answer, not how it is limited", () => {
  const info = { title: "trial", version: "1" };
  const { paths } = onTrial().router.getOpenAPI31Document({ openapi: "3.1.0", info });

  const post = paths?.["/trial/things"]?.post;

  expect(post?.security).toEqual([{ accessToken: [] }]);
  expect(Object.keys(post?.responses ?? {})).toEqual([
    "200",
    "400",
    "401",
    "413",
    "415",
    "422",
    "429",
    "500",
    "503",
    "504",
  ]);
  expect(post).not.toHaveProperty("auth");
  expect(post).not.toHaveProperty("maxBodyBytes");
});
