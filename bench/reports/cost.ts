import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { denoBinary } from "../../stack/functions/deno-binary.ts";
import { projectRoot } from "../../stack/project-root.ts";

const Measurements = z.array(
  z.object({
    bytes: z.int(),
    cpuMilliseconds: z.number(),
    allCpuMilliseconds: z.number(),
    peakMegabytes: z.number(),
  }),
);

const answers = [
  ["report as JSON", "/reports/year"],
  ["as CSV", "/reports/year?format=csv"],
  ["as PDF", "/reports/year?format=pdf"],
  ["chart of volume", "/reports/year/charts/volume.svg"],
  ["chart of records", "/reports/year/charts/records.svg"],
  ["calendar", "/reports/year/charts/calendar.svg"],
  ["card of a workout", `/cards/workouts/${"0".repeat(8)}-0000-4000-8000-${"0".repeat(12)}.png`],
] as const;

/**
 * What each answer costs under Deno, in a process of its own: a line of a table each.
 *
 * @param reportFile - a report as JSON, which all are made from
 */
export async function costRows(reportFile: string): Promise<string[]> {
  const rows: string[] = [];
  for (const [name, path] of answers) {
    const { stdout } = await promisify(execFile)(
      denoBinary(),
      [
        ...["run", "--quiet", "--no-check", "--no-lock", "--node-modules-dir=manual", "--allow-all"],
        ...["--config", join(projectRoot, "functions", "analytics", "deno.json")],
        ...[join(import.meta.dirname, "measure.ts"), path, reportFile],
      ],
      { env: { DENO_DIR: join(projectRoot, "node_modules", ".cache", "deno"), NO_COLOR: "1" } },
    );
    const [cold, ...warm] = Measurements.parse(JSON.parse(stdout));
    if (!cold) throw new Error(`${name} gave no measurement.`);
    const best = warm.reduce(
      (one, other) => (other.cpuMilliseconds < one.cpuMilliseconds ? other : one),
      cold,
    );
    const peak = Math.max(...[cold, ...warm].map(({ peakMegabytes }) => peakMegabytes));
    rows.push(
      [
        `| ${name}`,
        `${cold.cpuMilliseconds} (${cold.allCpuMilliseconds})`,
        `${best.cpuMilliseconds} (${best.allCpuMilliseconds})`,
        peak,
        `${Math.round(cold.bytes / 1000)} |`,
      ].join(" | "),
    );
  }
  return rows;
}
