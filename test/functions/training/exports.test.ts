import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { failure, success } from "../../../functions/_shared/result.ts";
import { openZipEntry, zipOf } from "../../../functions/training/exports/zip.ts";
import { writeExportJob } from "../../../functions/training/write-export-job.ts";
import { memoryExports, userId } from "./memory-exports.ts";
import { unzipped } from "./unzipped.ts";

const job = { id: "019a0000-0000-7000-8000-000000000099", type: "export", lease: "a lease" };
const now = () => Date.UTC(2026, 2, 2, 18);
const never = new AbortController().signal;

async function filesOf(archive: Blob | undefined): Promise<Map<string, string>> {
  return unzipped(Buffer.from((await archive?.arrayBuffer()) ?? new ArrayBuffer(0)));
}

describe("the job of an export", () => {
  test("writes one document and two tables, part by part, and notes where they lie", async () => {
    const store = memoryExports({
      "json/gyms": [],
      "json/workouts": ['{"id": 1},\n{"id": 2}', '{"id": 3}', ""],
      "workouts_csv/workouts": ["a\r\n", "b\r\n"],
      "measurements_csv/measurements": [],
    });

    expect(await writeExportJob(store, now)(job, never)).toEqual(success("read"));

    const path = `${userId}/${job.id}.zip`;
    const archive = store.kept.get(path);
    expect(store.report()).toEqual({
      path,
      bytes: archive?.size,
      expires_at: "2026-03-09T18:00:00.000Z",
      counts: { gyms: 0, workouts: 3 },
    });
    const files = await filesOf(archive);
    expect([...files.keys()]).toEqual(["repstack.json", "workouts.csv", "measurements.csv"]);
    expect(JSON.parse(files.get("repstack.json") ?? "")).toEqual({
      format: "repstack",
      version: 1,
      exported_at: "2026-03-02T18:00:00.000Z",
      gyms: [],
      workouts: [{ id: 1 }, { id: 2 }, { id: 3 }],
    });
    expect(files.get("workouts.csv")).toMatch(/^date,.*\r\na\r\nb\r\n$/);
  });

  test("is done once: a worker that comes later finds the file", async () => {
    const store = memoryExports({ "json/gyms": [] });
    await writeExportJob(store, now)(job, never);
    store.kept.clear();

    expect(await writeExportJob(store, now)(job, never)).toEqual(success("ready"));
    expect(store.kept.size).toBe(0);
  });

  test.each([
    [{ lostAt: "json/workouts" }, success("lost")],
    [{ failingAt: "json/workouts" }, failure("connection to 10.0.0.7 refused")],
  ])("keeps nothing of an export that it does not end (%j)", async (trouble, outcome) => {
    const store = memoryExports({ "json/gyms": ["{}"], "json/workouts": ["{}"] }, trouble);

    expect(await writeExportJob(store, now)(job, never)).toEqual(outcome);
    expect(store.kept.size).toBe(0);
    expect(store.report()).toBeUndefined();
  });
});

test("any texts come out of an archive as they went in", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.string({ unit: "grapheme", maxLength: 2000 })), { maxLength: 4 }),
      async (contents) => {
        const entries = await Promise.all(
          contents.map(async (texts, index) => {
            const entry = openZipEntry(`file-${index}.txt`);
            for (const text of texts) await entry.write(text);
            return await entry.close();
          }),
        );
        const files = await filesOf(zipOf(entries, new Date(now())));
        expect([...files.values()]).toEqual(contents.map((texts) => texts.join("").toWellFormed()));
      },
    ),
    { numRuns: 100 },
  );
});
