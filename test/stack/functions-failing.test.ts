import { beforeEach, describe, expect, test, vi } from "vitest";
import { call, hostOf, logged, useFunctionsOnTrial, writeFunction } from "./functions-on-trial.ts";

useFunctionsOnTrial();

describe("a failure stays where it happened", () => {
  const source = `Deno.serve(async (r) => {
    const what = new URL(r.url).pathname.split("/").at(-1);
    if (what === "throw") throw new Error("a bug");
    if (what === "reject") { Promise.reject(new Error("nobody waits for me")); setTimeout(() => { throw new Error("late"); }); }
    if (what === "slow") await new Promise((done) => setTimeout(done, 500));
    if (what === "exit") Deno.exit(3);
    if (what === "hang") await new Promise(() => {});
    if (what === "fill") { const kept = []; for (;;) { kept.push(new Uint8Array(1e7).fill(1)); await new Promise((done) => setTimeout(done, 5)); } }
    if (what === "heap") { const kept: unknown[] = []; for (;;) kept.push([kept.length, {}]); }
    if (what === "stream") return new Response(new ReadableStream({ async pull(c) { await new Promise((done) => setTimeout(done, 50)); c.enqueue(new Uint8Array(1)); } }));
    return new Response(what + Deno.env.get("SB_EXECUTION_ID"));
  });`;
  beforeEach(() => writeFunction("bad", source));

  test("an uncaught error answers 500 with an id that is in the log, while another request runs on", async () => {
    const host = hostOf(["bad"]);

    const slow = call(host, "/bad/slow");
    const failed = await call(host, "/bad/throw");
    const { code, id } = (await failed.json()) as { code: string; id: string };

    expect(failed.status).toBe(500);
    expect(code).toBe("WORKER_ERROR");
    expect(await (await slow).text()).toMatch(/^slow/);
    expect(logged("function_uncaught_error")).toMatchObject([
      { slug: "bad", id, error: expect.stringContaining("a bug") },
    ]);
  });

  test("rejections and errors that nobody handles are logged and end nothing", async () => {
    const host = hostOf(["bad"]);

    const before = await (await call(host, "/bad/slow")).text();
    expect((await call(host, "/bad/reject")).status).toBe(200);
    await vi.waitFor(() => expect(logged("function_unhandled_error")).toHaveLength(2));

    expect(await (await call(host, "/bad/slow")).text()).toBe(before);
    expect(logged("function_unhandled_error").map(({ error }) => String(error).split("\n")[0])).toEqual([
      "Error: nobody waits for me",
      "Error: late",
    ]);
  });

  test.each(["fill", "heap"])(
    "too much memory (%s) answers 546 to all that run, and the next request a fresh worker",
    async (what) => {
      const host = hostOf(["bad"], { memoryMegabytes: 200 });

      const [greedy, neighbour] = await Promise.all([call(host, `/bad/${what}`), call(host, "/bad/hang")]);

      expect(greedy.status).toBe(546);
      expect(neighbour.status).toBe(546);
      expect(greedy.headers.get("sb-error-code")).toBe("WORKER_RESOURCE_LIMIT");
      expect(await greedy.json()).toEqual({
        code: "WORKER_RESOURCE_LIMIT",
        message: "Function failed due to not having enough compute resources (please check logs)",
      });
      expect((await call(host, "/bad/fine")).status).toBe(200);
    },
    30_000,
  );

  test("no first byte in time answers 504 and retires the worker, without harm to a running stream", async () => {
    const host = hostOf(["bad"], { firstByteSeconds: 2 });
    const first = await (await call(host, "/bad/fine")).text();
    const stream = (await call(host, "/bad/stream")).body?.getReader();

    const response = await call(host, "/bad/hang");

    expect(response.status).toBe(504);
    expect(await response.json()).toEqual({
      code: "IDLE_TIMEOUT",
      message: "Request idle timeout limit (2s) reached",
    });
    expect(await (await call(host, "/bad/fine")).text()).not.toBe(first);
    expect((await stream?.read())?.done).toBe(false);
    await stream?.cancel();
  });

  test("a worker that exits answers 500, and the next request a fresh worker", async () => {
    const host = hostOf(["bad"]);

    expect((await call(host, "/bad/exit")).status).toBe(500);
    expect(logged("function_worker_crashed")).toMatchObject([{ slug: "bad", code: 3 }]);
    expect((await call(host, "/bad/fine")).status).toBe(200);
  });
});

describe("a function that cannot start", () => {
  test.each([
    ["a syntax error", "const x = ;", /could not be parsed.*bad\/index\.ts:1/s],
    ["a missing file", `import "./missing.ts";`, /Module not found.*missing\.ts/s],
    ["a missing package", `import "npm:no-such-package@1.0.0";`, /no-such-package/],
    ["an error at the top", `throw new Error("no luck");`, /no luck/],
    ["no server", "export const x = 1;", /neither exports default/],
  ])("answers 503 and says why in the log: %s", async (_name, source, why) => {
    await writeFunction("bad", source);

    const response = await call(hostOf(["bad"]), "/bad");

    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: "BOOT_ERROR" });
    expect(logged("function_boot_error")).toMatchObject([{ slug: "bad", error: expect.stringMatching(why) }]);
  });

  test("starts once it is mended", async () => {
    await writeFunction("bad", "const x = ;");
    const host = hostOf(["bad"]);
    expect((await call(host, "/bad")).status).toBe(503);

    await writeFunction("bad", `Deno.serve(() => new Response("mended"));`);

    expect(await (await call(host, "/bad")).text()).toBe("mended");
  });
});
