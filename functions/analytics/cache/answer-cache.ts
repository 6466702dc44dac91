import type { Result } from "../../_shared/result.ts";
import type { ReadFailure } from "../analytics-data.ts";
import type { AnswerStore } from "./answer-store.ts";

/** How long to wait for another instance, before making it oneself: it may have died. */
const patienceMilliseconds = 2_000;
const pauseMilliseconds = 100;
/** Making is not ended when a caller leaves, because others may wait for it too. */
const makingMilliseconds = 25_000;

/** An answer as bytes, or why there is none. */
export type Made = Result<ArrayBuffer, ReadFailure>;

/**
 * Answers what is kept under a key, or makes it, once for all who ask meanwhile: in this instance they share one
 * promise, in others they wait for the store.
 *
 * @param key - a digest of the user, of the version of their data and of all else that the answer is made from: nothing
 *   stale can be under it
 */
export type AnswerCache = (
  userId: string,
  key: string,
  make: (signal: AbortSignal) => Promise<Made>,
) => Promise<Made>;

/** @param pause - waits; a test gives a clock of its own */
export function createAnswerCache(
  store: AnswerStore,
  pause: (milliseconds: number) => Promise<void> = (milliseconds) =>
    new Promise((resolve) => setTimeout(resolve, milliseconds)),
): AnswerCache {
  const making = new Map<string, Promise<Made>>();

  /** Whether the store has it; if not, whether what is made shall be kept. */
  async function lookUp(userId: string, key: string) {
    for (let waited = 0; waited < patienceMilliseconds; waited += pauseMilliseconds) {
      const taken = await store.take(userId, key);
      if (taken.kind !== "theirs") return taken;
      await pause(pauseMilliseconds);
    }
    return { kind: "yours" } as const;
  }

  async function answer(
    userId: string,
    key: string,
    make: (signal: AbortSignal) => Promise<Made>,
  ): Promise<Made> {
    const taken = await lookUp(userId, key);
    if (taken.kind === "kept") return { ok: true, value: taken.bytes };
    let made: Made | undefined;
    try {
      made = await make(AbortSignal.timeout(makingMilliseconds));
    } finally {
      if (taken.kind === "yours" && !made?.ok) await store.release(userId, key);
    }
    if (taken.kind === "yours" && made.ok) await store.keep(userId, key, made.value);
    return made;
  }

  return (userId, key, make) => {
    const shared = making.get(key);
    if (shared) return shared;
    const made = answer(userId, key, make).finally(() => making.delete(key));
    making.set(key, made);
    return made;
  };
}
