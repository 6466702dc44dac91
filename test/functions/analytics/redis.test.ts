import { beforeEach, expect, onTestFinished, test } from "vitest";
import { success } from "../../../functions/_shared/result.ts";
import { answerStoreInRedis } from "../../../functions/analytics/cache/redis-store.admin.ts";
import { Report } from "../../../types/contracts/report.ts";
import { projectAt } from "../loopback.ts";
import { hasRedis, startRedis } from "./redis-front.ts";
import { sampleReport } from "./sample-report.ts";
import { trial } from "./trial.ts";

const adaId = "019a0000-0000-7000-8000-00000000000a";

beforeEach((context) => {
  if (!hasRedis) context.skip("redis-server is not installed here");
});

/**
 * The function with a Redis, and a version as what its report is about. Operations have more time than in production,
 * because whoever runs the tests may have little: only the test of a slow Redis is about that.
 */
async function cached(budgetMilliseconds = 10_000) {
  const running = await startRedis();
  onTestFinished(() => running.stop());
  const state = { version: 1 };
  const events: Record<string, unknown>[] = [];
  const instance = () =>
    trial(
      {
        version: async () => success(String(state.version)),
        report: async () => success(sampleReport("week", { exercises_count: state.version })),
      },
      answerStoreInRedis(
        running.settings,
        projectAt("http://127.0.0.1:1"),
        (event, fields) => events.push({ event, ...fields }),
        budgetMilliseconds,
      ),
    );
  const read = async (of: ReturnType<typeof instance>) => {
    const response = await of.get("/reports/week");
    return Report.parse(await response.json()).exercises_count;
  };
  return { ...running, state, events, instance, read };
}

const made = ({ reads }: ReturnType<typeof trial>) => reads.filter((name) => name === "report").length;

test("REDIS-01: what one instance made, another reads", async () => {
  const { instance, read } = await cached();
  const [one, other] = [instance(), instance()];

  expect([await read(one), await read(other)]).toEqual([1, 1]);
  expect([made(one), made(other)]).toEqual([1, 0]);
});

test("REDIS-02: what is kept tells nothing to whoever reads Redis, and ends within a day", async () => {
  const { instance, read, redis } = await cached();
  await read(instance());

  const names = await redis.keys("*");
  const dump = JSON.stringify(await Promise.all(names.map(async (name) => [name, await redis.get(name)])));
  const lifetimes = await Promise.all(names.map(async (name) => await redis.pttl(name)));

  expect(names).toHaveLength(2);
  expect(dump).not.toMatch(/volume_kg|body_weight|Bench/);
  expect(dump).not.toContain(adaId);
  expect(dump).not.toContain(Buffer.from('"volume_kg"').toString("base64").slice(0, 12));
  expect(Math.min(...lifetimes)).toBeGreaterThan(0);
  expect(Math.max(...lifetimes)).toBeLessThan(86_400_000);
});

test("REDIS-03: a Redis that was flushed is filled again", async () => {
  const { instance, read, redis } = await cached();
  const one = instance();
  await read(one);
  await redis.flushall();

  expect(await read(one)).toBe(1);
  expect(made(one)).toBe(2);
  expect(await read(one)).toBe(1);
  expect(made(one)).toBe(2);
});

test("REDIS-04: data that is not ours, is broken or lies under another name counts as nothing", async () => {
  const { instance, read, redis, state } = await cached();
  const one = instance();
  await read(one);
  const [first = ""] = (await redis.keys("*")).filter((name) => !name.endsWith(":claim"));
  const foreign = (await redis.get(first)) ?? "";
  state.version = 2;
  await read(one);
  const [second = ""] = (await redis.keys("*")).filter((name) => !name.endsWith(":claim") && name !== first);
  const own = (await redis.get(second)) ?? "";

  for (const wrong of [
    "",
    "nonsense",
    '{"exercises_count":7}',
    foreign,
    own.slice(0, -8),
    `A${own.slice(1)}`,
  ]) {
    await redis.set(second, wrong);
    await redis.del(`${second}:claim`);
    expect(await read(one)).toBe(2);
    expect(await redis.get(second)).not.toBe(wrong);
  }
});

test("REDIS-05: one that went down is asked once, and answers stay right", async () => {
  const { instance, read, crash, events, front, state } = await cached();
  const one = instance();
  await read(one);
  await crash();
  front.commands.length = 0;

  for (state.version = 2; state.version <= 6; state.version += 1) expect(await read(one)).toBe(state.version);

  expect(front.commands).toEqual(["GET"]);
  expect(events).toContainEqual(
    expect.objectContaining({ event: "report_cache_unavailable", store: "redis" }),
  );
});

test("REDIS-06: one that is slow is waited for once, for as long as the budget is", async () => {
  const { instance, read, front, events, state } = await cached(50);
  const one = instance();
  front.slow = 2_000;

  for (state.version = 1; state.version <= 5; state.version += 1) expect(await read(one)).toBe(state.version);

  expect(front.commands).toEqual(["GET"]);
  expect(events[0]?.error).toContain("TimeoutError");
});

test("REDIS-07: one that lets nobody in is no cache, and no secret is in the log", async () => {
  const { settings, read } = await cached();
  const events: unknown[] = [];
  const store = answerStoreInRedis(
    { ...settings, token: "expired-token" },
    projectAt("http://127.0.0.1:1"),
    (event, fields) => events.push({ event, ...fields }),
  );
  const one = trial({ report: async () => success(sampleReport("week", { exercises_count: 3 })) }, store);

  expect(await read(one)).toBe(3);
  expect(JSON.stringify(events)).toContain("401");
  expect(JSON.stringify(events)).not.toContain("expired-token");
});

test("REDIS-08: instances that start at once make one report", async () => {
  const { instance, read } = await cached();
  const instances = Array.from({ length: 4 }, instance);

  const answers = await Promise.all(instances.flatMap((one) => [read(one), read(one), read(one)]));

  expect(new Set(answers)).toEqual(new Set([1]));
  expect(instances.reduce((sum, one) => sum + made(one), 0)).toBe(1);
});

test("REDIS-09: no reader gets less than what was written before it asked, whatever Redis does", async () => {
  const { instance, read, redis, state, front } = await cached(50);
  const instances = [instance(), instance()];
  const stale: [number, number][] = [];

  const readers = instances.flatMap((one) =>
    Array.from({ length: 4 }, async () => {
      for (let times = 0; times < 12; times += 1) {
        const before = state.version;
        const got = await read(one);
        if (got < before) stale.push([before, got]);
      }
    }),
  );
  const writer = (async () => {
    for (let times = 0; times < 40; times += 1) {
      state.version += 1;
      if (times % 10 === 5) await redis.flushall();
      front.slow = times % 20 > 15 ? 80 : 0;
      await new Promise((resolve) => setImmediate(resolve));
    }
    front.slow = 0;
  })();
  await Promise.all([...readers, writer]);

  expect(stale).toEqual([]);
});
