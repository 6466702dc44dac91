import { beforeEach, expect, test } from "vitest";
import type { Platform } from "../../../functions/_shared/platform.ts";
import { success } from "../../../functions/_shared/result.ts";
import { createApp } from "../../../functions/media/app.ts";
import { blue, loadWasm, png, red } from "./fixtures.ts";
import { type MemoryStorage, memoryStorage } from "./memory-storage.ts";
import { ada, platform } from "./people.ts";

let memory: MemoryStorage;
beforeEach(() => {
  memory = memoryStorage();
  memory.uploads.set(
    `${ada}/face.png`,
    png(100, 100, () => red),
  );
});

/** Makes the function, on a platform that differs from a good one where the test says so. */
const appOn = (differences: Partial<Platform> = {}) =>
  createApp({
    storage: memory.storage,
    recordAvatar: memory.recordAvatar,
    hasHealthConsent: memory.hasHealthConsent,
    loadWasm,
    log: () => {},
    platform: { ...platform, ...differences },
  });

const asking = (name: string, signal?: AbortSignal) =>
  new Request("http://project.test/media/avatars", {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${ada}` },
    body: JSON.stringify({ upload_path: `${ada}/${name}` }),
    ...(signal && { signal }),
  });

test("a caller whose account is gone is refused, whatever the token says", async () => {
  const response = await appOn({ isSessionLive: async () => success(false) }).request(asking("face.png"));

  expect(await response.json()).toMatchObject({ status: 401, code: "session_ended" });
  expect([memory.uploads.size, memory.objects.size]).toEqual([1, 0]);
});

test("the caller's pictures are counted", async () => {
  const counted: string[] = [];
  const app = appOn({
    takeRateLimit: async (policy) => {
      counted.push(policy);
      return success({ isAllowed: false, limit: 20, remaining: 0, resetSeconds: 60 });
    },
  });

  const response = await app.request(asking("face.png"));

  expect(await response.json()).toMatchObject({ status: 429, code: "rate_limited" });
  expect(counted).toEqual(["image_upload"]);
  expect([memory.uploads.size, memory.objects.size]).toEqual([1, 0]);
});

test("a caller who left while others were served costs no decoding", async () => {
  const leaving = new AbortController();
  const app = appOn();
  memory.uploads.set(
    `${ada}/late.png`,
    png(100, 100, () => blue),
  );

  const first = app.request(asking("face.png"));
  const late = app.request(asking("late.png", leaving.signal));
  leaving.abort();

  expect([(await first).status, (await late).status]).toEqual([200, 499]);
  expect(memory.objects.size).toBe(5);
  expect([...memory.uploads.keys()]).toEqual([`${ada}/late.png`]);
});
