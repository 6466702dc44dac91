import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { failure, success } from "../../../functions/_shared/result.ts";
import type { AnalyticsData } from "../../../functions/analytics/analytics-data.ts";
import { createApp } from "../../../functions/analytics/app.ts";
import type { AnswerStore } from "../../../functions/analytics/cache/answer-store.ts";
import { projectRoot } from "../../../stack/project-root.ts";
import type { Dashboard } from "../../../types/contracts/dashboard.ts";
import { memoryStore } from "./memory-store.ts";
import { sampleReport } from "./sample-report.ts";

const people: Record<string, string> = {
  ada: "019a0000-0000-7000-8000-00000000000a",
  bob: "019a0000-0000-7000-8000-00000000000b",
};

const loadFont = (name: string) => readFile(join(projectRoot, "functions", "analytics", "fonts", name));
export const loadWasm = () => readFile(fileURLToPath(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm")));

const nothing = {
  workouts: 0,
  training_days: 0,
  sets: 0,
  reps: 0,
  volume_kg: 0,
  duration_seconds: 0,
  distance_meters: 0,
};
export const left = { isAllowed: true, limit: 60, remaining: 59, resetSeconds: 60 };
const streak = { current: 0, longest: 0, since: null };
/** Of somebody who has not begun. */
export const emptyDashboard: Omit<Dashboard, "from" | "to"> = {
  totals: nothing,
  change: nothing,
  weeks: [],
  muscles: [],
  records: [],
  streaks: {
    on: "2026-03-09",
    daily: streak,
    weekly: { ...streak, quota: 3, training_days: 0 },
  },
  goals: [],
  adherence: [],
  load: {
    on: "2026-03-09",
    days: 0,
    week: 0,
    monotony: null,
    strain: null,
    acute_chronic_ratio: { coupled: null, uncoupled: null, ewma: null },
  },
  recent_workouts: [],
};

/** Data of nobody in particular, which counts how often each part is read. */
function memoryData(differences: Partial<AnalyticsData> = {}) {
  const reads: string[] = [];
  const counted =
    <Arguments extends unknown[], Value>(name: string, read: (...args: Arguments) => Promise<Value>) =>
    (...args: Arguments) => {
      reads.push(name);
      return read(...args);
    };
  const data: AnalyticsData = {
    version: async () => success("1.2.2026-03-09"),
    openReport: async (caller, _key, signal) => {
      const version = await data.version(caller, signal);
      return version.ok ? success({ use: left, version: version.value, kept: undefined }) : version;
    },
    dashboard: async (_caller, range) => success({ ...emptyDashboard, ...range }),
    report: async (_caller, period) => success(sampleReport(period)),
    workoutCard: async () => success(null),
    recordCard: async () => success(null),
    ...differences,
  };
  return {
    reads,
    data: {
      version: counted("version", data.version),
      openReport: counted("openReport", data.openReport),
      dashboard: counted("dashboard", data.dashboard),
      report: counted("report", data.report),
      workoutCard: counted("workoutCard", data.workoutCard),
      recordCard: counted("recordCard", data.recordCard),
    },
  };
}

/** The function, where the tokens `ada` and `bob` are theirs. */
export function trial(differences: Partial<AnalyticsData> = {}, store: AnswerStore = memoryStore()) {
  const lines: ({ event: string } & Record<string, unknown>)[] = [];
  const policies: string[] = [];
  const { reads, data } = memoryData(differences);
  const router = createApp({
    data,
    store,
    loadFont,
    loadWasm,
    log: (event, fields) => lines.push({ event, ...fields }),
    platform: {
      allowedOrigins: ["*"],
      verifyCaller: async (request, mode) => {
        const token = request.headers.get("authorization")?.replace("Bearer ", "") ?? "";
        const userId = people[token];
        return mode === "user" && userId
          ? success({ kind: "user", userId, token })
          : failure({ kind: "refused", reason: "unknown" });
      },
      isSessionLive: async () => success(true),
      takeRateLimit: async (policy) => {
        policies.push(policy);
        return success(left);
      },
    },
  });
  const get = async (path: string, headers: Record<string, string> = {}) =>
    await router.request(`/analytics${path}`, { headers: { authorization: "Bearer ada", ...headers } });
  return { get, router, reads, lines, policies };
}
