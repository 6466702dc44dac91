// Run by Deno in a process of its own, as a worker is: one file, sent to the function several times.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { failure, success } from "../../functions/_shared/result.ts";
import { createApp } from "../../functions/media/app.ts";
import { supabaseImageStorage } from "../../functions/media/storage.admin.ts";

export interface Measurement {
  status: number;
  detail: string | undefined;
  /** Of the thread that runs JavaScript. */
  cpuMilliseconds: number;
  /** Of all threads: V8 compiles in others. */
  allCpuMilliseconds: number;
  wallMilliseconds: number;
  /** The most that the process ever had. */
  peakMegabytes: number;
}

const Answer = z.object({ detail: z.string().optional() });
const tickMilliseconds = 10;
const user = "8d3f0b52-5f0c-4c58-9f5e-3a0d1c9be001";
const [url = "", file = "", route = "progress-photos"] = process.argv.slice(2);
const times = 4;

function cpu(stat: string): number {
  const fields = readFileSync(stat, "utf8").split(") ")[1]?.split(" ") ?? [];
  return tickMilliseconds * (Number(fields[11]) + Number(fields[12]));
}

function peakMegabytes(): number {
  const [, kibibytes] = /VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return Math.round(Number(kibibytes) / 1024);
}

const app = createApp({
  storage: supabaseImageStorage(
    { url, publishableKeys: {}, secretKeys: { default: "none" }, jwks: { keys: [] } },
    { canReduce: false },
  ),
  recordAvatar: async () => success({ previousId: null }),
  hasHealthConsent: async () => success(true),
  platform: {
    allowedOrigins: [],
    verifyCaller: async () => success({ kind: "user", userId: user, token: "" }),
    isSessionLive: async () => success(true),
    takeRateLimit: async () => failure("nobody counts here"),
  },
  loadWasm: async () =>
    await readFile(fileURLToPath(import.meta.resolve("@imagemagick/magick-wasm/magick.wasm"))),
  log: () => {},
});

const measurements: Measurement[] = [];
for (let time = 0; time < times; time += 1) {
  const before = {
    cpu: cpu(`/proc/self/task/${process.pid}/stat`),
    all: cpu("/proc/self/stat"),
    wall: performance.now(),
  };
  const response = await app.request(`/media/${route}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ upload_path: `${user}/${file}` }),
  });
  const { detail } = Answer.parse(await response.json());
  measurements.push({
    status: response.status,
    detail,
    cpuMilliseconds: cpu(`/proc/self/task/${process.pid}/stat`) - before.cpu,
    allCpuMilliseconds: cpu("/proc/self/stat") - before.all,
    wallMilliseconds: Math.round(performance.now() - before.wall),
    peakMegabytes: peakMegabytes(),
  });
}
console.log(JSON.stringify(measurements));
