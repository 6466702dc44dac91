import type { ExportReport, ExportTask } from "../../types/contracts/export.ts";
import { type Result, success } from "../_shared/result.ts";
import type { ExportStore } from "./export-store.ts";
import { exportFiles } from "./exports/files.ts";
import { openZipEntry, type ZipEntry, zipOf } from "./exports/zip.ts";
import type { HeldJob } from "./job-queue.ts";
import type { Preparation } from "./worker.ts";

const daysKept = 7;

/**
 * Writes the archive of an export, before the database takes the one step that ends it. The database makes the text, a
 * few hundred rows at a time; here it is compressed as it comes. A worker that dies in the middle leaves nothing, and the
 * next one begins again.
 *
 * @param now - the clock, in milliseconds
 */
export function writeExportJob(store: ExportStore, now: () => number): Preparation {
  return async (job, signal) => {
    const task = await store.task(job, signal);
    if (!task.ok) return task;
    if (!task.value) return success("lost");
    if (task.value.is_written) return success("ready");

    const at = new Date(now());
    const counts: Record<string, number> = {};
    const entries: ZipEntry[] = [];
    for (const { file, name, head } of exportFiles) {
      const sections = task.value.sections.filter((section) => section.file === file);
      const written = await writeFile(
        name,
        head(at.toISOString()),
        sections,
        readPages(store, job, counts, signal),
      );
      if (!written.ok) return written;
      if (written.value === "lost") return success("lost");
      entries.push(written.value);
    }

    const archive = zipOf(entries, at);
    const path = `${task.value.user_id}/${job.id}.zip`;
    const kept = await store.keepFile(path, archive, signal);
    if (!kept.ok) return kept;
    const expires = new Date(at.getTime() + daysKept * 86_400_000).toISOString();
    const report: ExportReport = { path, bytes: archive.size, expires_at: expires, counts };
    const noted = await store.note(job, report, signal);
    if (!noted.ok) return noted;
    return success(noted.value === "lost" ? "lost" : "read");
  };
}

type Section = NonNullable<ExportTask>["sections"][number];
/** Hands each part of a section to `write`. */
type ReadPages = (
  section: Section,
  write: (text: string) => Promise<void>,
) => Promise<Result<"read" | "lost", string>>;

function readPages(
  store: ExportStore,
  job: HeldJob,
  counts: Record<string, number>,
  signal: AbortSignal,
): ReadPages {
  return async ({ file, section }, write) => {
    let after: string | null = null;
    do {
      const page = await store.page(job, { file, section, after }, signal);
      if (!page.ok) return page;
      if (page.value.status === "lost") return success("lost");
      const { text, rows, next } = page.value;
      if (file === "json") {
        // Between two parts stands what stands between two rows.
        if (after !== null && text !== "") await write(",\n");
        counts[section] = (counts[section] ?? 0) + rows;
      }
      await write(text);
      after = next;
    } while (after !== null);
    return success("read");
  };
}

async function writeFile(
  name: string,
  head: string,
  sections: Section[],
  read: ReadPages,
): Promise<Result<ZipEntry | "lost", string>> {
  const entry = openZipEntry(name);
  const isJson = name.endsWith(".json");
  await entry.write(head);
  for (const section of sections) {
    if (isJson) await entry.write(`,\n${JSON.stringify(section.section)}: [\n`);
    const outcome = await read(section, entry.write);
    if (!outcome.ok) return outcome;
    if (outcome.value === "lost") return success("lost");
    if (isJson) await entry.write("\n]");
  }
  if (isJson) await entry.write("\n}\n");
  return success(await entry.close());
}
