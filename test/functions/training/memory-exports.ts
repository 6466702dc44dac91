import { failure, success } from "../../../functions/_shared/result.ts";
import type { ExportStore } from "../../../functions/training/export-store.ts";
import type { ExportReport, ExportTask } from "../../../types/contracts/export.ts";

type Section = NonNullable<ExportTask>["sections"][number];

export const userId = "019a0000-0000-7000-8000-0000000000ad";
const ids = (number: number) => `019a0000-0000-7000-8000-${String(number).padStart(12, "0")}`;

/** An export store in memory: the parts of each section by `file/section`, and what was kept. */
export function memoryExports(
  parts: Record<string, string[]>,
  { lostAt, failingAt }: { lostAt?: string; failingAt?: string } = {},
): ExportStore & { kept: Map<string, Blob>; report: () => ExportReport | undefined } {
  const kept = new Map<string, Blob>();
  let report: ExportReport | undefined;
  const sections: Section[] = Object.keys(parts).map((key) => {
    const [file, section = ""] = key.split("/");
    if (file !== "json" && file !== "workouts_csv" && file !== "measurements_csv") throw new Error(key);
    return { file, section };
  });
  return {
    kept,
    report: () => report,
    add: async () => success(ids(1)),
    task: async () => success({ user_id: userId, is_written: report !== undefined, sections }),
    async page(_job, { file, section, after }) {
      const key = `${file}/${section}`;
      if (key === lostAt) return success({ status: "lost" });
      if (key === failingAt) return failure("connection to 10.0.0.7 refused");
      const index = after === null ? 0 : Number.parseInt(after.slice(-12), 10);
      const texts = parts[key] ?? [];
      const text = texts[index] ?? "";
      const next = index + 1 < texts.length ? ids(index + 1) : null;
      return success({ status: "running", text, rows: text === "" ? 0 : text.split(",\n").length, next });
    },
    async keepFile(path, archive) {
      kept.set(path, archive);
      return success(undefined);
    },
    async note(_job, noted) {
      report = noted;
      return success("running");
    },
  };
}
