import { expect, test } from "vitest";
import { failure, success } from "../../../functions/_shared/result.ts";
import { createAnswerCache } from "../../../functions/analytics/cache/answer-cache.ts";
import { createBreaker } from "../../../functions/analytics/cache/breaker.ts";
import { memoryStore } from "./memory-store.ts";

const bytes = (text: string) => success(new TextEncoder().encode(text).buffer);
const unavailable = failure({ kind: "unavailable" as const, reason: "down" });

test("CACHE-01: who asks at once shares one making, and who asks later reads what was kept", async () => {
  const store = memoryStore();
  const cache = createAnswerCache(store);
  let made = 0;
  const make = async () => {
    made += 1;
    await Promise.resolve();
    return bytes("report");
  };

  const answers = await Promise.all(Array.from({ length: 50 }, () => cache("ada", "key", make)));
  const later = await cache("ada", "key", make);

  expect(made).toBe(1);
  expect(new Set([...answers, later].map((answer) => answer.ok && answer.value.byteLength))).toEqual(
    new Set([6]),
  );
});

test("CACHE-02: instances wait for the one that makes it", async () => {
  const store = memoryStore();
  const finish = Promise.withResolvers<void>();
  const [one, other] = [
    createAnswerCache(store),
    // Its clock stands until the first has finished.
    createAnswerCache(store, async () => {
      finish.resolve();
      await first;
    }),
  ];
  let made = 0;
  const first = one("ada", "key", async () => {
    made += 1;
    await finish.promise;
    return bytes("report");
  });

  const second = await other("ada", "key", async () => {
    made += 1;
    return bytes("twice");
  });

  expect(made).toBe(1);
  expect(second).toEqual(await first);
});

test("CACHE-03: an instance that died while making holds up the others for two seconds, not longer", async () => {
  const store = memoryStore();
  store.claims.add("key");
  let waited = 0;
  const cache = createAnswerCache(store, async (milliseconds) => {
    waited += milliseconds;
  });

  const answer = await cache("ada", "key", async () => bytes("report"));

  expect(answer.ok).toBe(true);
  expect(waited).toBe(2000);
  expect(store.kept.has("key")).toBe(true);
});

test("CACHE-04: what could not be made is made by who asks next", async () => {
  const store = memoryStore();
  const cache = createAnswerCache(store);

  expect(await cache("ada", "key", async () => unavailable)).toEqual(unavailable);
  await expect(
    cache("ada", "key", async () => {
      throw new Error("a bug");
    }),
  ).rejects.toThrow("a bug");
  expect(await cache("ada", "key", async () => bytes("report"))).toMatchObject({ ok: true });
  expect(store.calls).toEqual(["take", "release", "take", "release", "take", "keep"]);
});

test("CACHE-05: without a store everything is made, and nothing kept", async () => {
  const store = { ...memoryStore(), take: async () => ({ kind: "closed" as const }) };
  const cache = createAnswerCache(store);

  expect(await cache("ada", "key", async () => bytes("report"))).toMatchObject({ ok: true });
  expect(store.calls).toEqual([]);
});

test("CACHE-06: a service that fails is left alone for ten seconds, then asked once", async () => {
  let now = 0;
  const breaker = createBreaker(5_000, () => now);
  let asked = 0;
  const ask = (outcome: Promise<string>) =>
    breaker(() => {
      asked += 1;
      return outcome;
    });
  const down = () => Promise.reject(new Error("refused"));

  expect(await ask(Promise.resolve("fine"))).toEqual(success("fine"));
  expect((await ask(down())).ok).toBe(false);
  expect((await ask(Promise.resolve("fine"))).ok).toBe(false);
  expect(asked).toBe(2);

  now = 10_000;
  const back = Promise.withResolvers<string>();
  const probe = ask(back.promise);
  expect((await ask(Promise.resolve("fine"))).ok).toBe(false);
  expect(asked).toBe(3);
  back.resolve("fine");
  expect(await probe).toEqual(success("fine"));
  expect(await ask(Promise.resolve("fine"))).toEqual(success("fine"));

  now = 20_000;
  await ask(down());
  now = 30_000;
  await ask(down());
  expect((await ask(Promise.resolve("fine"))).ok).toBe(false);
});
