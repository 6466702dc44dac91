import type { Log } from "../../_shared/log.ts";
import { type Project, secretKeyOf } from "../../_shared/project.ts";
import type { AnswerStore } from "./answer-store.ts";
import { createBreaker } from "./breaker.ts";
import { type RedisSettings, redisOverRest } from "./redis.ts";
import { createSeal } from "./seal.ts";

const dayMilliseconds = 86_400_000;
const claimMilliseconds = 10_000;
/** Redis answers in 5 ms, or it is of no use: most of what it keeps is made in a tenth of a second. */
const usualBudgetMilliseconds = 50;

/**
 * Keeps answers in Redis, closed by a key that is derived from the project's secret one: they hold figures of the body,
 * and Redis is another's. What is not ours, was changed or lies under another name counts as nothing. Names hold
 * digests alone.
 */
export function answerStoreInRedis(
  settings: RedisSettings,
  project: Project,
  log: Log,
  budgetMilliseconds = usualBudgetMilliseconds,
): AnswerStore {
  const redis = redisOverRest(settings);
  const seal = createSeal(secretKeyOf(project));
  const breaker = createBreaker(budgetMilliseconds);

  async function send(...command: (string | number)[]) {
    const sent = await breaker((signal) => redis(command, signal));
    if (!sent.ok) log("report_cache_unavailable", { store: "redis", error: sent.error });
    return sent;
  }

  return {
    async take(_userId, key) {
      const found = await send("GET", nameOf(key));
      if (!found.ok) return { kind: "closed" };
      const bytes = typeof found.value === "string" ? await seal.open(nameOf(key), found.value) : undefined;
      if (bytes) return { kind: "kept", bytes };

      const claimed = await send("SET", `${nameOf(key)}:claim`, "1", "NX", "PX", claimMilliseconds);
      if (!claimed.ok) return { kind: "closed" };
      return claimed.value === null ? { kind: "theirs" } : { kind: "yours" };
    },
    async keep(_userId, key, bytes) {
      // Not all at the same time, so that what was kept together is not made again together.
      const milliseconds = Math.round(dayMilliseconds * (0.8 + 0.1 * Math.random()));
      await send("SET", nameOf(key), await seal.close(nameOf(key), bytes), "PX", milliseconds);
    },
    async release(_userId, key) {
      await send("DEL", `${nameOf(key)}:claim`);
    },
  };
}

function nameOf(key: string): string {
  return `repstack:answer:${key}`;
}
