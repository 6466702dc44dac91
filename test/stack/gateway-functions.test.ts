import { expect, test } from "vitest";
import { describeGateway } from "./gateway-on-trial.ts";

describeGateway("functions", ({ stack, call, asUser, asAnon }) => {
  test("an open one answers without a key and sees its own path", async () => {
    const { status, body } = await call("/functions/v1/open/things?a=1", { body: "hello" });
    expect(status).toBe(200);
    expect(body).toEqual({ path: "/open/things", id: expect.any(String), body: "hello" });
  });

  test("verify_jwt refuses what is no valid token", async () => {
    expect((await call("/functions/v1/guarded")).status).toBe(401);
    expect((await asAnon("/functions/v1/guarded", { token: stack().keys.publishable })).status).toBe(401);
    expect((await asUser("/functions/v1/guarded")).status).toBe(200);
  });

  test("an answer streams, and a caller who leaves ends it", async () => {
    const leaving = new AbortController();
    const answer = await fetch(`${stack().urls.functions}/open/ticks`, { signal: leaving.signal });
    const reader = answer.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toContain("tick");
    leaving.abort();
    await expect
      .poll(async () => (await call("/functions/v1/open/cancelled")).body, { timeout: 10_000 })
      .toBe(true);
  });

  test("a body without a length streams in", async () => {
    const chunks = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode("one "));
        controller.enqueue(new TextEncoder().encode("two"));
        controller.close();
      },
    });
    const answer = await fetch(`${stack().urls.functions}/open/x`, {
      method: "POST",
      body: chunks,
      duplex: "half",
    });
    expect(await answer.json()).toMatchObject({ body: "one two" });
  });

  test("an unknown one is 404", async () => {
    expect((await call("/functions/v1/unknown")).status).toBe(404);
  });
});
