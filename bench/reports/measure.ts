// Run by Deno in a process of its own, as a worker is: one answer of the function, made several times.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { failure, success } from "../../functions/_shared/result.ts";
import { createApp } from "../../functions/analytics/app.ts";
import { Report } from "../../types/contracts/report.ts";

export interface Measurement {
  bytes: number;
  /** Of the thread that runs JavaScript. */
  cpuMilliseconds: number;
  /** Of all threads: V8 compiles in others. */
  allCpuMilliseconds: number;
  /** The most that the process ever had. */
  peakMegabytes: number;
}

const tickMilliseconds = 10;
const user = "8d3f0b52-5f0c-4c58-9f5e-3a0d1c9be001";
const [path = "", reportFile = ""] = process.argv.slice(2);
const times = 6;

function cpu(stat: string): number {
  const fields = readFileSync(stat, "utf8").split(") ")[1]?.split(" ") ?? [];
  return tickMilliseconds * (Number(fields[11]) + Number(fields[12]));
}

function peakMegabytes(): number {
  const [, kibibytes] = /VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return Math.round(Number(kibibytes) / 1024);
}

const report = Report.parse(JSON.parse(readFileSync(reportFile, "utf8")));
const person = { athlete: "Ada Lovelace", locale: "en", unit_system: "metric" as const };
const app = createApp({
  data: {
    version: async () => success("1"),
    openReport: async () =>
      success({
        use: { isAllowed: true, limit: 60, remaining: 59, resetSeconds: 60 },
        version: "1",
        kept: undefined,
      }),
    dashboard: async () => failure({ kind: "unavailable", reason: "not measured here" }),
    report: async () => success(report),
    workoutCard: async () =>
      success({
        ...person,
        name: "Push and pull, heavy",
        local_date: "2026-03-09",
        duration_seconds: 4380,
        exercises_count: 8,
        sets: 24,
        reps: 187,
        volume_kg: 12_345.5,
        distance_meters: 0,
        exercises: report.exercises
          .slice(0, 6)
          .map(({ name, sets }) => ({ name, sets, best: { weight_kg: 102.5, reps: 5 } })),
      }),
    recordCard: async () =>
      success({
        ...person,
        exercise: "Barbell Bench Press",
        kind: "rep_max" as const,
        reps: 5,
        value: 110,
        unit: "kg" as const,
        previous_value: 105,
        achieved_on: "2026-03-09",
      }),
  },
  // Nothing is kept, so that every answer is made.
  store: {
    take: async () => ({ kind: "closed" }),
    keep: async () => {},
    release: async () => {},
  },
  loadFont: (name) =>
    readFile(fileURLToPath(new URL(`../../functions/analytics/fonts/${name}`, import.meta.url))),
  loadWasm: async () =>
    await readFile(fileURLToPath(new URL("index_bg.wasm", import.meta.resolve("@resvg/resvg-wasm")))),
  log: () => {},
  platform: {
    allowedOrigins: [],
    verifyCaller: async () => success({ kind: "user", userId: user, token: "" }),
    isSessionLive: async () => success(true),
    takeRateLimit: async () => failure("nobody counts here"),
  },
});

const measurements: Measurement[] = [];
for (let time = 0; time < times; time += 1) {
  const before = { cpu: cpu(`/proc/self/task/${process.pid}/stat`), all: cpu("/proc/self/stat") };
  const response = await app.request(`/analytics${path}`);
  const bytes = (await response.arrayBuffer()).byteLength;
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}.`);
  measurements.push({
    bytes,
    cpuMilliseconds: cpu(`/proc/self/task/${process.pid}/stat`) - before.cpu,
    allCpuMilliseconds: cpu("/proc/self/stat") - before.all,
    peakMegabytes: peakMegabytes(),
  });
}
console.log(JSON.stringify(measurements));
