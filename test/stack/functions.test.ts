import { describe, expect, onTestFinished, test, vi } from "vitest";
import {
  call,
  hostOf,
  logged,
  useFunctionsOnTrial,
  writeFunction,
  writeSource,
} from "./functions-on-trial.ts";

useFunctionsOnTrial();

describe("a function", () => {
  test("may export { fetch } or call Deno.serve, and sees its slug in the path", async () => {
    await writeFunction(
      "exported",
      `export default { fetch: (r: Request) => new Response(new URL(r.url).pathname) };`,
    );
    await writeFunction("served", `Deno.serve((r) => new Response(new URL(r.url).pathname));`);
    await writeFunction(
      "configured",
      `Deno.serve({ port: 9, handler: (r) => new Response(new URL(r.url).pathname), onListen() {} });`,
    );
    const host = hostOf(["exported", "served", "configured"]);

    for (const slug of ["exported", "served", "configured"]) {
      expect(await (await call(host, `/${slug}/a/b?c=d`)).text()).toBe(`/${slug}/a/b`);
    }
  });

  test("imports npm packages by the names in its deno.json, from the project's node_modules", async () => {
    await writeFunction(
      "hono",
      `import { Hono } from "hono";
       const app = new Hono().basePath("/hono");
       app.get("/hello", (c) => c.json({ hello: "world" }));
       export default { fetch: app.fetch };`,
      { hono: "npm:hono@4.13.19" },
    );

    const response = await call(hostOf(["hono"]), "/hono/hello");

    expect(await response.json()).toEqual({ hello: "world" });
  });

  test("gets what hosted gives, and nothing of the stack's own environment", async () => {
    process.env.OPERATOR_PASSWORD = "secret";
    onTestFinished(() => {
      delete process.env.OPERATOR_PASSWORD;
    });
    await writeFunction(
      "env",
      `Deno.serve(() => Response.json({ env: Deno.env.toObject(), args: Deno.args }));`,
    );

    expect(await (await call(hostOf(["env"]), "/env")).json()).toEqual({
      env: {
        SUPABASE_URL: "http://127.0.0.1:54321",
        SB_REGION: "local",
        SB_EXECUTION_ID: expect.any(String),
        DENO_DEPLOYMENT_ID: "local_env",
      },
      args: [],
    });
  });

  test("may neither write files, nor read outside the project, nor start programs", async () => {
    await writeFunction(
      "nosy",
      `const attempt = async (work: () => unknown) => { try { await work(); return "allowed"; } catch (e) { return e.name; } };
       Deno.serve(async () => Response.json([
         await attempt(() => Deno.readTextFile("/etc/hostname")),
         await attempt(() => Deno.writeTextFile("x", "x")),
         await attempt(() => new Deno.Command("/bin/sh").output()),
       ]));`,
    );

    expect(await (await call(hostOf(["nosy"]), "/nosy")).json()).toEqual([
      "NotCapable",
      "NotCapable",
      "NotCapable",
    ]);
  });

  test("passes method, headers, status and both bodies on unchanged", async () => {
    await writeFunction(
      "echo",
      `Deno.serve(async (r) => new Response(await r.text(), {
         status: 207,
         headers: [["x-method", r.method], ["x-from", r.headers.get("x-to") ?? ""], ["set-cookie", "a=1"], ["set-cookie", "b=2"]],
       }));`,
    );

    const response = await call(hostOf(["echo"]), "/echo", {
      method: "PUT",
      headers: { "x-to": "here" },
      body: "päckchen",
    });

    expect(response.status).toBe(207);
    expect(response.headers.get("x-method")).toBe("PUT");
    expect(response.headers.get("x-from")).toBe("here");
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(await response.text()).toBe("päckchen");
  });

  test("writes to the log: text as text, JSON as fields", async () => {
    await writeFunction(
      "talk",
      `Deno.serve(() => { console.log("plain"); console.error(JSON.stringify({ event: "request" })); return new Response(); });`,
    );

    await call(hostOf(["talk"]), "/talk");

    await vi.waitFor(() =>
      expect(logged("function_log")).toEqual([
        { event: "function_log", slug: "talk", level: "info", line: "plain" },
        { event: "function_log", slug: "talk", level: "error", entry: { event: "request" } },
      ]),
    );
  });

  test("that nobody knows is a 404", async () => {
    const response = await call(hostOf([]), "/nothing");

    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("bodies stream", () => {
  test("each way: an answer arrives piece by piece while the request is still being sent", async () => {
    await writeFunction("pipe", `Deno.serve((r) => new Response(r.body));`);
    const { readable, writable } = new TransformStream<Uint8Array>();
    const writer = writable.getWriter();

    const answering = call(hostOf(["pipe"]), "/pipe", { method: "POST", body: readable, duplex: "half" });
    writer.write(new TextEncoder().encode("one"));
    const reader = (await answering).body?.pipeThrough(new TextDecoderStream()).getReader();

    expect((await reader?.read())?.value).toBe("one");
    writer.write(new TextEncoder().encode("two"));
    expect((await reader?.read())?.value).toBe("two");
    writer.close();
    expect((await reader?.read())?.done).toBe(true);
  });

  test("a function may answer a large upload that it does not read", async () => {
    await writeFunction("strict", `Deno.serve(() => new Response("too large", { status: 413 }));`);

    const response = await call(hostOf(["strict"]), "/strict", {
      method: "POST",
      body: new Uint8Array(20_000_000),
    });

    expect(response.status).toBe(413);
    expect(await response.text()).toBe("too large");
  });

  test("a client that goes away is noticed by the function", async () => {
    await writeFunction(
      "endless",
      `Deno.serve(() => {
         let timer: number;
         return new Response(new ReadableStream({
           start(c) { timer = setInterval(() => c.enqueue(new Uint8Array(10)), 10); },
           cancel() { clearInterval(timer); console.log("client left"); },
         }));
       });`,
    );
    const controller = new AbortController();

    const response = await call(hostOf(["endless"]), "/endless", { signal: controller.signal });
    await response.body?.getReader().read();
    controller.abort();

    await vi.waitFor(() => expect(logged("function_log")).toMatchObject([{ line: "client left" }]), 5_000);
  });
});

describe("hot reload", () => {
  test("serves new code to new requests and lets the old ones finish, background work included", async () => {
    const version = (n: number) => `Deno.serve(async (r) => {
      EdgeRuntime.waitUntil(new Promise<void>((done) => setTimeout(() => { console.log("after ${n}"); done(); }, 1000)));
      if (r.url.endsWith("slow")) await new Promise((done) => setTimeout(done, 500));
      return new Response("version ${n}");
    });`;
    await writeFunction("app", version(1));
    await writeFunction("other", `Deno.serve(() => new Response(Deno.env.get("SB_EXECUTION_ID")));`);
    const host = hostOf(["app", "other"], { hotReload: true });
    expect(await (await call(host, "/app")).text()).toBe("version 1");
    const other = await (await call(host, "/other")).text();

    const slow = call(host, "/app/slow");
    await writeSource("app/index.ts", version(2));
    await vi.waitFor(async () => expect(await (await call(host, "/app")).text()).toBe("version 2"), 5_000);

    expect(await (await slow).text()).toBe("version 1");
    expect(await (await call(host, "/other")).text()).toBe(other);
    await vi.waitFor(
      () => expect(logged("function_log")).toContainEqual(expect.objectContaining({ line: "after 1" })),
      5_000,
    );
  });

  test("a change of shared code reaches every function", async () => {
    await writeSource("_shared/name.ts", `export const name = "old";`);
    const source = `import { name } from "../_shared/name.ts"; Deno.serve(() => new Response(name));`;
    await writeFunction("one", source);
    await writeFunction("two", source);
    const host = hostOf(["one", "two"], { hotReload: true });
    expect(await (await call(host, "/one")).text()).toBe("old");
    expect(await (await call(host, "/two")).text()).toBe("old");

    await writeSource("_shared/name.ts", `export const name = "new";`);

    for (const slug of ["one", "two"]) {
      await vi.waitFor(async () => expect(await (await call(host, `/${slug}`)).text()).toBe("new"), 5_000);
    }
  });
});

test("stop ends every worker", async () => {
  await writeFunction("pid", `Deno.serve(() => new Response(String(Deno.pid)));`);
  const host = hostOf(["pid"]);
  const pid = Number(await (await call(host, "/pid")).text());

  await host.stop();

  expect(() => process.kill(pid, 0)).toThrow("ESRCH");
});
