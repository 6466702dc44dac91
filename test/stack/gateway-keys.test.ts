import { expect, test } from "vitest";
import { signToken } from "../../stack/tokens.ts";
import { describeGateway } from "./gateway-on-trial.ts";

describeGateway("keys", ({ stack, call, asUser, asAnon }) => {
  test("a request without a key is refused", async () => {
    const { status, body } = await call("/rest/v1/authors");
    expect(status).toBe(401);
    expect(body).toMatchObject({ message: "No API key found in request" });
  });

  test("an unknown key is refused", async () => {
    const { status, body } = await call("/rest/v1/authors", { key: "sb_publishable_wrong" });
    expect(status).toBe(401);
    expect(body).toMatchObject({ message: "Invalid API key" });
  });

  test("a key may come in the query, and the service does not see it", async () => {
    const { status, body } = await call(
      `/rest/v1/authors?select=name&order=name&apikey=${stack().keys.publishable}`,
    );
    expect(status).toBe(200);
    expect(body[0]).toEqual({ name: "Ada" });
  });

  test("a key repeated as a bearer token stands for its role", async () => {
    const { body } = await call("/rest/v1/rpc/whoami", {
      key: stack().keys.publishable,
      token: stack().keys.publishable,
      body: {},
    });
    expect(body.role).toBe("anon");
  });

  test("the secret key is service_role, but not from a browser", async () => {
    const { body } = await call("/rest/v1/rpc/whoami", { key: stack().keys.secret, body: {} });
    expect(body.role).toBe("service_role");
    const inBrowser = await call("/rest/v1/authors", {
      key: stack().keys.secret,
      headers: { "user-agent": "Mozilla/5.0 (X11; Linux x86_64)" },
    });
    expect(inBrowser.status).toBe(401);
  });

  test("a user's token passes on", async () => {
    const { body } = await asUser("/rest/v1/rpc/whoami", { body: {} });
    expect(body.role).toBe("authenticated");
    expect(body.uid).toBe(body.claims.sub);
  });

  test.each([
    ["malformed", () => "not.a.token"],
    ["one word", () => "abc"],
    [
      "of another secret",
      () => signToken({ role: "service_role" }, { jwtSecret: "x".repeat(32), kid: "x" }, { expiresIn: 60 }),
    ],
    [
      "expired",
      () => signToken({ role: "authenticated", exp: 1 }, { jwtSecret: stack().keys.jwtSecret, kid: "x" }),
    ],
  ])("a token that is %s is 401, never anonymous", async (_what, make) => {
    const bad = await make();
    expect((await asUser("/rest/v1/authors", { token: bad })).status).toBe(401);
    expect((await asUser("/storage/v1/bucket", { token: bad })).status).toBe(401);
  });

  test("a page of any origin may ask", async () => {
    const preflight = await call("/rest/v1/authors", {
      method: "OPTIONS",
      headers: {
        origin: "http://a.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "apikey",
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toBe("apikey");
    const { headers } = await asAnon("/rest/v1/authors", { headers: { origin: "http://a.example" } });
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-expose-headers")).toContain("Content-Range");
  });

  test("every answer carries a request id, the caller's where it gave one", async () => {
    expect((await asAnon("/rest/v1/authors")).headers.get("sb-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    const { headers } = await asAnon("/rest/v1/authors", { headers: { "x-request-id": "ticket-12345" } });
    expect(headers.get("x-request-id")).toBe("ticket-12345");
  });

  test("a body over the limit is 413, whether it says its length or not", async () => {
    const large = "x".repeat(1024 ** 2 + 1);
    expect((await asAnon("/auth/v1/signup", { body: large })).status).toBe(413);
    const chunked = await fetch(`${stack().urls.auth}/signup`, {
      method: "POST",
      headers: { apikey: stack().keys.publishable, "content-type": "application/json" },
      body: new Blob([large]).stream(),
      duplex: "half",
    });
    expect(chunked.status).toBe(413);
  });

  test("what is not there says so", async () => {
    expect((await asAnon("/realtime/v1/websocket")).status).toBe(501);
    expect((await call("/nowhere")).status).toBe(404);
    expect((await call("/")).body.services).toContain("/rest/v1");
  });
});
