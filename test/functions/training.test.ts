import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Platform } from "../../functions/_shared/platform.ts";
import { failure, success } from "../../functions/_shared/result.ts";
import { createApp } from "../../functions/training/app.ts";
import type { HeldJob, JobQueue } from "../../functions/training/job-queue.ts";
import { type Preparation, workJobs } from "../../functions/training/worker.ts";
import { createFunctionsHost } from "../../stack/functions/host.ts";
import { projectRoot } from "../../stack/project-root.ts";
import { WorkedJobs } from "../../types/contracts/job.ts";
import { Problem } from "../../types/contracts/problem.ts";
import { loopback } from "./loopback.ts";
import { memoryExports } from "./training/memory-exports.ts";
import { memoryImports } from "./training/memory-imports.ts";
import { noEvents } from "./training/no-events.ts";

type Line = { event: string } & Record<string, unknown>;

const platform: Platform = {
  allowedOrigins: ["*"],
  verifyCaller: async () => failure({ kind: "refused", reason: "" }),
  isSessionLive: async () => success(false),
  takeRateLimit: async () => failure("nobody counts here"),
};

const job = (id: string): HeldJob => ({ id, type: "merge_exercises", lease: `lease of ${id}` });

/** A queue in memory: how many steps each job takes, a negative number for one that fails. */
function queueOf(steps: Record<string, number>) {
  const left = new Map(Object.entries(steps));
  const calls: string[] = [];
  const queue: JobQueue = {
    async claim() {
      const [id] = left.keys();
      calls.push(`claim ${id ?? "nothing"}`);
      return success(id === undefined ? null : job(id));
    },
    async step({ id }) {
      calls.push(`step ${id}`);
      const count = (left.get(id) ?? 0) - 1;
      if (count < -1) return failure("connection to 10.0.0.7 refused");
      left.set(id, count);
      if (count > 0) return success({ status: "running" });
      left.delete(id);
      return success({ status: "succeeded" });
    },
    async release({ id }, error) {
      calls.push(`release ${id}${error ? ` for ${error.code}` : ""}`);
      const count = left.get(id);
      left.delete(id);
      if (!error && count !== undefined) left.set(id, count);
      return success(undefined);
    },
  };
  return { queue, calls };
}

/** A clock that goes on by so much whenever it is read. */
function clock(milliseconds: number) {
  let time = 0;
  return () => {
    time += milliseconds;
    return time;
  };
}

const hours = { totalMilliseconds: 1_000, jobMilliseconds: 100 };

function work(
  queue: JobQueue,
  now: () => number,
  signal = new AbortController().signal,
  prepare: Preparation = async () => success("ready"),
) {
  const lines: Line[] = [];
  const done = workJobs(queue, hours, {
    preparations: new Map([["merge_exercises", prepare]]),
    log: (event, fields) => lines.push({ event, ...fields }),
    signal,
    now,
  });
  return { done, lines };
}

describe("a worker", () => {
  test("does every step of every job that is due", async () => {
    const { queue, calls } = queueOf({ one: 2, two: 1 });

    expect(await work(queue, clock(0)).done).toEqual(success({ steps: 3, succeeded: 2, failed: 0 }));
    expect(calls).toEqual(["claim one", "step one", "step one", "claim two", "step two", "claim nothing"]);
  });

  test("gives a long job back, so that others get their turn", async () => {
    const { queue, calls } = queueOf({ long: 4, short: 1 });

    await work(queue, clock(60)).done;

    expect(calls.filter((call) => call.startsWith("claim")).slice(0, 3)).toEqual([
      "claim long",
      "claim short",
      "claim long",
    ]);
    expect(calls).toContain("release long");
  });

  test("stops when its time is up", async () => {
    const { queue, calls } = queueOf({ endless: 1_000 });

    expect(await work(queue, clock(60)).done).toMatchObject({ ok: true, value: { succeeded: 0 } });
    expect(calls.at(-1)).toBe("release endless");
    expect(calls.length).toBeLessThan(30);
  });

  test("stops when its caller has left, and gives back what it holds", async () => {
    const { queue, calls } = queueOf({ endless: 1_000 });
    const leaving = new AbortController();
    const step = queue.step;
    queue.step = async (...args) => {
      leaving.abort();
      return await step(...args);
    };

    await work(queue, clock(0), leaving.signal).done;

    expect(calls).toEqual(["claim endless", "step endless", "release endless"]);
  });

  test("has a job that fails tried again later, and goes on with the next", async () => {
    const { queue, calls } = queueOf({ broken: -5, fine: 1 });
    const { done, lines } = work(queue, clock(0));

    expect(await done).toEqual(success({ steps: 1, succeeded: 1, failed: 1 }));
    expect(calls).toContain("release broken for internal_error");
    expect(lines).toEqual([
      {
        event: "job_step_failed",
        job_id: "broken",
        type: "merge_exercises",
        error: "connection to 10.0.0.7 refused",
      },
    ]);
  });

  test("leaves a job that another worker has by now", async () => {
    const { queue, calls } = queueOf({ one: 1 });
    queue.step = async () => success({ status: "lost" });
    const claim = queue.claim;
    queue.claim = async (signal) => (calls.length === 0 ? await claim(signal) : success(null));

    expect(await work(queue, clock(0)).done).toEqual(success({ steps: 0, succeeded: 0, failed: 0 }));
    expect(calls).toEqual(["claim one"]);
  });
});

describe("what a function does for a job before its first step", () => {
  const preparing = async (outcome: Awaited<ReturnType<Preparation>>) => {
    const { queue, calls } = queueOf({ one: 1, two: 1 });
    const { done } = work(queue, clock(0), undefined, async ({ id }) => {
      calls.push(`prepare ${id}`);
      // Nobody else has the other one.
      return id === "one" ? outcome : success("ready");
    });
    return { done: await done, calls };
  };

  test("is done at each claim", async () => {
    const { done, calls } = await preparing(success("ready"));

    expect(done).toEqual(success({ steps: 2, succeeded: 2, failed: 0 }));
    expect(calls.slice(0, 3)).toEqual(["claim one", "prepare one", "step one"]);
  });

  test("is done once in the life of a worker where it takes the processor's time", async () => {
    const { done, calls } = await preparing(success("read"));

    expect(done).toEqual(success({ steps: 1, succeeded: 1, failed: 0 }));
    expect(calls).toEqual(["claim one", "prepare one", "step one"]);
  });

  test("has the job tried again later where it fails", async () => {
    const { done, calls } = await preparing(failure("connection to 10.0.0.7 refused"));

    expect(done).toEqual(success({ steps: 1, succeeded: 1, failed: 1 }));
    expect(calls).toContain("release one for internal_error");
  });
});

describe("POST /training/work-jobs", () => {
  const callWith = (headers: Record<string, string>, queue = queueOf({ one: 2 }).queue) => {
    const app = createApp({
      events: noEvents,
      isCronToken: async (token) => success(token === "cron"),
      jobs: queue,
      exports: memoryExports({}),
      imports: memoryImports().store,
      log: () => {},
      platform,
    });
    return app.request("/training/work-jobs", { method: "POST", headers });
  };

  test("works for the cron jobs of the database", async () => {
    const response = await callWith({ "x-cron-token": "cron" });

    expect(response.status).toBe(200);
    expect(WorkedJobs.parse(await response.json())).toEqual({ steps: 2, succeeded: 1, failed: 0 });
  });

  test.each([[{}], [{ "x-cron-token": "guess" }]])("does nothing for anybody else (%j)", async (headers) => {
    const { queue, calls } = queueOf({ one: 2 });
    const response = await callWith(headers, queue);

    expect(response.status).toBe(401);
    expect(Problem.parse(await response.json())).toMatchObject({ code: "unauthenticated" });
    expect(calls).toEqual([]);
  });

  test("says so when the database does not answer", async () => {
    const { queue } = queueOf({});
    queue.claim = async () => failure("connection to 10.0.0.7 refused");

    const response = await callWith({ "x-cron-token": "cron" }, queue);

    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain("10.0.0.7");
  });
});

test("training runs under Deno, and asks the database for work", async () => {
  const id = "019a0000-0000-7000-8000-000000000001";
  const answers: Record<string, string[]> = {
    is_cron_token: ["true"],
    count_use: ['{"is_allowed":true,"limit":120,"remaining":119,"reset_seconds":60}'],
    claim_job: [JSON.stringify({ id, type: "merge_exercises", lease: id }), "null"],
    step_job: ['{"status":"running"}', '{"status":"succeeded"}'],
  };
  const database = await loopback(({ url }) => ({
    status: 200,
    body: answers[url.split("/").at(-1) ?? ""]?.shift() ?? "null",
  }));
  const lines: Line[] = [];
  const host = createFunctionsHost({
    projectRoot,
    functions: [
      {
        slug: "training",
        entrypoint: join(projectRoot, "functions", "training", "index.ts"),
        verifyJwt: false,
      },
    ],
    env: {
      SUPABASE_URL: database.url,
      SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: "the publishable key" }),
      SUPABASE_SECRET_KEYS: JSON.stringify({ default: "the secret key" }),
      SUPABASE_JWKS: JSON.stringify({ keys: [] }),
    },
    limits: { memoryMegabytes: 256, firstByteSeconds: 30 },
    hotReload: false,
    log: (event, fields) => lines.push({ event, ...fields }),
  });
  onTestFinished(() => host.stop());

  const response = await host.fetch(
    "training",
    new Request("http://127.0.0.1:54321/functions/v1/training/work-jobs", {
      method: "POST",
      headers: { "x-cron-token": "cron" },
    }),
  );

  expect(lines.filter(({ event }) => event === "function_boot_error")).toEqual([]);
  expect(response.status).toBe(200);
  expect(WorkedJobs.parse(await response.json())).toEqual({ steps: 2, succeeded: 1, failed: 0 });
  expect(JSON.stringify(lines)).not.toMatch(/the (secret|publishable) key/);
});
