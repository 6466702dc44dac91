// Measures functions/media on the Deno of hosted functions, and writes results.md. Linux only: reads /proc.
// Run it on a machine that does nothing else: node bench/media/run.ts
import { execFile } from "node:child_process";
import { createReadStream, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { cpus, tmpdir, totalmem } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { denoBinary } from "../../stack/functions/deno-binary.ts";
import { makeSamples, type Sample } from "./samples.ts";

const projectRoot = join(import.meta.dirname, "..", "..");
const routes = ["progress-photos", "avatars"];

const Measurements = z.array(
  z.object({
    status: z.int(),
    detail: z.string().optional(),
    cpuMilliseconds: z.number(),
    allCpuMilliseconds: z.number(),
    wallMilliseconds: z.number(),
    peakMegabytes: z.number(),
  }),
);

async function measure(project: string, sample: Sample, route: string) {
  const { stdout } = await promisify(execFile)(
    denoBinary(),
    [
      ...["run", "--quiet", "--no-check", "--no-lock", "--node-modules-dir=manual", "--allow-all"],
      ...["--config", join(projectRoot, "functions", "media", "deno.json")],
      ...[join(import.meta.dirname, "measure.ts"), project, basename(sample.file), route],
    ],
    { env: { DENO_DIR: join(projectRoot, "node_modules", ".cache", "deno"), NO_COLOR: "1" } },
  );
  return Measurements.parse(JSON.parse(stdout));
}

function row(sample: Sample, route: string, [cold, ...warm]: z.infer<typeof Measurements>): string {
  if (!cold) throw new Error(`${sample.name} gave no measurement.`);
  const name = `${sample.name}, ${(sample.bytes / 1e6).toFixed(1)} MB`;
  if (cold.status !== 200) return `| ${name} | ${route} | ${cold.status}: ${cold.detail} | | | | |`;
  const best = warm.reduce((one, other) => (other.cpuMilliseconds < one.cpuMilliseconds ? other : one), cold);
  const peak = Math.max(cold.peakMegabytes, ...warm.map(({ peakMegabytes }) => peakMegabytes));
  return [
    `| ${name} | ${route}`,
    `${cold.cpuMilliseconds} (${cold.allCpuMilliseconds})`,
    cold.wallMilliseconds,
    `${best.cpuMilliseconds} (${best.allCpuMilliseconds})`,
    best.wallMilliseconds,
    `${peak} |`,
  ].join(" | ");
}

/** Answers every read with the file of that name, and takes every write: Storage without a network. */
const server = createServer((request, response) => {
  request.resume();
  if (request.method !== "GET") return void response.end("{}");
  const file = join(folder, basename(request.url ?? ""));
  response.setHeader("content-length", statSync(file).size);
  createReadStream(file).pipe(response);
});
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
const address = server.address();
const project = `http://127.0.0.1:${address !== null && typeof address === "object" ? address.port : 0}`;

const folder = mkdtempSync(join(tmpdir(), "repstack-media-"));
try {
  const samples = await makeSamples(folder);
  const rows: string[] = [];
  for (const route of routes) {
    for (const sample of samples) {
      rows.push(row(sample, route, await measure(project, sample, route)));
      console.log(rows.at(-1));
    }
  }
  const [processor] = cpus();
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  const machine = `${cpus().length} cores of ${processor?.model ?? "an unknown processor"}, ${gigabytes} GB`;
  writeFileSync(
    join(import.meta.dirname, "results.md"),
    `# What a picture costs

By \`bench/media/run.ts\`, on Deno 2.1.4, ${machine}. Hosted allows 2,000 ms of CPU a request and 256 MB.
Each row is a process of its own. Cold is its first picture, with the start of ImageMagick; warm the best of the three
after it. CPU is that of the thread that runs JavaScript, and in brackets that of all threads, in which V8 compiles.
Peak is the resident set of the whole process, Deno included, over all four pictures. Storage is a
server on the same machine that keeps nothing. The grain of the samples is random: sizes differ from run to run.

| file | route | cold CPU ms | cold wall ms | warm CPU ms | warm wall ms | peak MB |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join("\n")}
`,
  );
} finally {
  server.close();
  rmSync(folder, { recursive: true });
}
