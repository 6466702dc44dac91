import { failure, success } from "../../../functions/_shared/result.ts";
import type { ImportStore, StagedPart } from "../../../functions/training/import-store.ts";
import type { HeldJob } from "../../../functions/training/job-queue.ts";
import type { ImportInput, ImportMatches, ImportReport } from "../../../types/contracts/import.ts";

type Matches = ImportMatches["exercises"][number]["matches"];

export const heldImport: HeldJob = {
  id: "019a0000-0000-7000-8000-000000000001",
  type: "import",
  lease: "019a0000-0000-7000-8000-000000000002",
};

/** Files and the database's side of imports, in memory. */
export function memoryImports(catalogue: Record<string, Matches> = {}) {
  const files = new Map<string, Uint8Array>();
  const jobs = new Map<string, { userId: string; input: ImportInput }>();
  const staged = new Map<number, StagedPart>();
  const state: {
    task?: { user_id: string; input: ImportInput };
    report?: ImportReport;
    failsAfter?: number;
  } = {};

  const store: ImportStore = {
    async keepFile(path, bytes) {
      files.set(path, bytes);
      return success(undefined);
    },
    hasFile: async (path) => success(files.has(path)),
    readFile: async (path) => success(files.get(path) ?? null),
    async add(userId, input, key = crypto.randomUUID()) {
      const known = jobs.get(key);
      if (known && JSON.stringify(known.input) !== JSON.stringify(input)) {
        return failure({ key: "id_unusable", path: "idempotency_key", reason: "" });
      }
      jobs.set(key, { userId, input });
      return success("019a0000-0000-7000-8000-000000000009");
    },
    task: async () => success(state.task ? { ...state.task, is_read: state.report !== undefined } : null),
    match: async (_, { names, mapping, exercises }) =>
      success({
        exercises: names.map((name) => ({
          name,
          mapped:
            Object.values(catalogue)
              .flat()
              .find(({ id }) => id === mapping[name]) ?? null,
          matches: catalogue[name] ?? [],
          suggestions: [],
        })),
        identified: exercises.map(({ id }) => ({
          id,
          exercise:
            Object.values(catalogue)
              .flat()
              .find((found) => found.id === id) ?? null,
        })),
        known: 0,
      }),
    async stage(_, parts, report) {
      if (state.failsAfter !== undefined && staged.size >= state.failsAfter)
        return failure("connection lost");
      for (const part of parts) staged.set(part.ordinal, part);
      if (report) state.report = report;
      return success("running");
    },
  };
  return { store, files, jobs, staged, state };
}
