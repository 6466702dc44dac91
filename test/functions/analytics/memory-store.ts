import type { AnswerStore } from "../../../functions/analytics/cache/answer-store.ts";

/** Keeps answers in memory, as Redis and the table do. `calls` has what was asked of it. */
export function memoryStore(): AnswerStore & {
  kept: Map<string, ArrayBuffer>;
  claims: Set<string>;
  calls: string[];
} {
  const kept = new Map<string, ArrayBuffer>();
  const claims = new Set<string>();
  const calls: string[] = [];
  return {
    kept,
    claims,
    calls,
    async take(_userId, key) {
      calls.push("take");
      const bytes = kept.get(key);
      if (bytes) return { kind: "kept", bytes };
      if (claims.has(key)) return { kind: "theirs" };
      claims.add(key);
      return { kind: "yours" };
    },
    async keep(_userId, key, bytes) {
      calls.push("keep");
      kept.set(key, bytes);
    },
    async release(_userId, key) {
      calls.push("release");
      claims.delete(key);
    },
  };
}
