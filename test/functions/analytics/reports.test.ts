import { createHash } from "node:crypto";
import Papa from "papaparse";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { failure, success } from "../../../functions/_shared/result.ts";
import { Problem } from "../../../types/contracts/problem.ts";
import { Report } from "../../../types/contracts/report.ts";
import { memoryStore } from "./memory-store.ts";
import { sampleReport } from "./sample-report.ts";
import { left, trial } from "./trial.ts";

/** The text of each page of a PDF file. */
async function pagesOf(bytes: ArrayBuffer): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ("str" in item ? item.str : ""))
        .join(" ")
        .replaceAll(/\s+/g, " "),
    );
  }
  return pages;
}

test("RPT-01: a report is JSON unless told, under a limit of its own", async () => {
  const { get, policies, reads } = trial();

  const response = await get("/reports/month?on=2026-03-09");

  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(Report.parse(await response.json())).toEqual(sampleReport("month"));
  expect(response.headers.get("ratelimit-remaining")).toBe("59");
  expect([policies, reads]).toEqual([[], ["openReport", "report"]]);
});

test("RPT-12: beyond the limit nothing is made, and no tag is told", async () => {
  const use = { isAllowed: false, limit: 60, remaining: 0, resetSeconds: 17 };
  const { get, reads } = trial({ openReport: async () => success({ use, version: "", kept: undefined }) });

  const response = await get("/reports/year", { "if-none-match": "*" });

  expect(response.status).toBe(429);
  expect(response.headers.get("retry-after")).toBe("17");
  expect(response.headers.has("etag")).toBe(false);
  expect(reads).toEqual(["openReport"]);
});

test("RPT-13: what the database keeps is answered with nothing else asked, under the key that the cache makes", async () => {
  const kept = new TextEncoder().encode(JSON.stringify(sampleReport("month"))).buffer;
  const keys: string[] = [];
  const store = memoryStore();
  const { get, reads } = trial(
    {
      openReport: async (_caller, key) => {
        const digest = key && createHash("sha256").update(`${key.before}7${key.after}`).digest("base64url");
        keys.push(digest ?? "none");
        return success({ use: left, version: "7", kept: key && keys.length > 2 ? kept : undefined });
      },
    },
    store,
  );
  const paths = ["/reports/month", "/reports/month?format=pdf"];

  for (const path of paths) await get(path);
  expect([...store.kept.keys()].toSorted()).toEqual(keys.toSorted());
  const calls = store.calls.length;
  for (const path of ["/reports/month", "/reports/month?format=csv", "/reports/month/charts/volume.svg"]) {
    expect((await get(path)).status).toBe(200);
  }
  expect(store.calls).toHaveLength(calls);
  await get("/reports/month", { "if-none-match": '"an older one"' });

  expect(reads.filter((name) => name !== "openReport")).toEqual(["report"]);
  expect(keys.slice(2)).toEqual([keys[0], keys[0], keys[0], "none"]);
});

test("RPT-02: it is made once for a version, and again for the next", async () => {
  let version = 1;
  const { get, reads } = trial({ version: async () => success(String(version)) });
  const read = async () => Report.parse(await (await get("/reports/year?format=json")).json());

  const first = await read();
  expect(await read()).toEqual(first);
  expect(reads.filter((name) => name === "report")).toHaveLength(1);
  version = 2;
  await read();
  expect(reads.filter((name) => name === "report")).toHaveLength(2);
});

test("RPT-03: formats and charts of one version are made from one reading", async () => {
  const store = memoryStore();
  const { get, reads } = trial({}, store);

  for (const path of ["", "?format=csv", "?format=pdf", "/charts/volume.svg", "/charts/calendar.svg"]) {
    expect((await get(`/reports/week${path}`)).status).toBe(200);
  }

  expect(reads.filter((name) => name === "report")).toHaveLength(1);
  expect(store.kept.size).toBe(2);
});

test("RPT-04: what one has is not made for another, nor for another period or day", async () => {
  const { get, reads } = trial();

  await get("/reports/month?on=2026-03-09");
  await get("/reports/month?on=2026-03-09", { authorization: "Bearer bob" });
  await get("/reports/month?on=2026-03-10");
  await get("/reports/week?on=2026-03-09");

  expect(reads.filter((name) => name === "report")).toHaveLength(4);
});

test("RPT-05: who has a form of it is told so, and a tag is of one form alone", async () => {
  const { get, reads } = trial();
  const tags = new Map<string, string>();
  const paths = ["", "?format=csv", "?format=pdf", "/charts/volume.svg"];
  for (const path of paths) tags.set(path, (await get(`/reports/week${path}`)).headers.get("etag") ?? "");
  reads.length = 0;

  for (const path of paths) {
    for (const other of paths) {
      const response = await get(`/reports/week${path}`, { "if-none-match": tags.get(other) ?? "" });
      expect(response.status).toBe(path === other ? 304 : 200);
    }
  }
  expect(reads).not.toContain("report");
});

test("RPT-06: a spreadsheet reads the figures back, and no name is a formula to it", async () => {
  const response = await trial().get("/reports/month?on=2026-03-09&format=csv");
  const bytes = new Uint8Array(await response.clone().arrayBuffer());
  const { data, errors } = Papa.parse<Record<string, string>>(await response.text(), {
    header: true,
    skipEmptyLines: true,
  });

  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(response.headers.get("content-disposition")).toBe(
    'attachment; filename="report-month-2026-03-01.csv"',
  );
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(errors).toEqual([]);
  const report = sampleReport("month");
  const rows = (section: string, figure: string) =>
    data.filter((row) => row.section === section && row.figure === figure);
  expect(rows("totals", "volume_kg")).toEqual([
    expect.objectContaining({
      date: "2026-03-01",
      value: String(report.totals.volume_kg),
      unit: "kg",
      previous: String(report.previous_totals.volume_kg),
    }),
  ]);
  expect(rows("exercise", "volume_kg").map(({ name, value }) => [name, Number(value)])).toEqual(
    report.exercises.map(({ name, volume_kg }) => [name.startsWith("=") ? `'${name}` : name, volume_kg]),
  );
  expect(rows("body_weight", "weight_kg").map(({ date, value }) => [date, Number(value)])).toEqual(
    report.body_weight?.days.map(({ local_date, weight_kg }) => [local_date, weight_kg]),
  );
  expect(
    Object.values(data).flatMap((row) => Object.values(row).filter((cell) => /^[=+@]/.test(cell))),
  ).toEqual([]);
});

test("RPT-07: a PDF has its text as text, in any script of ours, and numbered pages", async () => {
  const response = await trial({
    report: async () => success(sampleReport("year", { locale: "de" })),
  }).get("/reports/year?on=2026-03-09&format=pdf");
  const pages = await pagesOf(await response.arrayBuffer());

  expect(response.headers.get("content-type")).toBe("application/pdf");
  expect(response.headers.get("content-disposition")).toBe('inline; filename="report-year-2026-03-09.pdf"');
  const [first = ""] = pages;
  expect(first).toContain("Trainingsjahr");
  const volume = new Intl.NumberFormat("de").format(sampleReport("year").totals.volume_kg);
  expect(first).toContain(`${volume} kg`);
  const all = pages.join(" ");
  for (const text of ["Übungen", "Peso muerto rumano", "Жим лёжа", "Kniebeuge", "Größtes Volumen"]) {
    expect(all).toContain(text);
  }
  expect(pages.map((page, index) => page.includes(`Seite ${index + 1} von ${pages.length}`))).not.toContain(
    false,
  );
});

test("RPT-08: a PDF embeds its fonts, has structure for screen readers and describes its charts", async () => {
  const response = await trial().get("/reports/week?format=pdf");
  const pdf = await getDocument({ data: new Uint8Array(await response.arrayBuffer()), verbosity: 0 }).promise;

  const { info } = await pdf.getMetadata();
  expect(info).toMatchObject({
    Title: expect.stringMatching(/^Week in training · March 9\s–\s15, 2026$/),
    Language: "en",
  });
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  const trees = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => (await pdf.getPage(index + 1)).getStructTree()),
  );
  const text = JSON.stringify(trees);
  for (const role of ["H1", "H2", "Table", "TH", "TD", "Figure"]) expect(text).toContain(`"role":"${role}"`);
  expect(text).toContain("Calendar of days with training: 3.");
});

test("RPT-09: nothing to show is said in words, in every format", async () => {
  const nothing = {
    workouts: 0,
    training_days: 0,
    sets: 0,
    reps: 0,
    volume_kg: 0,
    duration_seconds: 0,
    distance_meters: 0,
  };
  const series = sampleReport("month").series.map(({ start_on }) => ({
    start_on,
    training_days: 0,
    sets: 0,
    volume_kg: 0,
    duration_seconds: 0,
    session_load: null,
  }));
  const report = sampleReport("month", {
    totals: nothing,
    previous_totals: nothing,
    series,
    days: [],
    muscles: [],
    exercises: [],
    exercises_count: 0,
    records: [],
    records_count: 0,
    baselines_count: 0,
    body_weight: null,
  });
  const { get } = trial({ report: async () => success(report) });

  const pages = await pagesOf(await (await get("/reports/month?format=pdf")).arrayBuffer());
  const volume = await (await get("/reports/month/charts/volume.svg")).text();
  const weight = await (await get("/reports/month/charts/body-weight.svg")).text();

  expect(pages.join(" ")).toContain("No training in this time");
  expect(volume).toContain("No training in this time");
  expect(weight).toContain("No readings in this time");
  expect((await get("/reports/month?format=csv")).status).toBe(200);
});

test.each([
  "/reports/day",
  "/reports/week?on=yesterday",
  "/reports/week?format=xml",
  "/reports/week?user_id=1",
  "/reports/week/charts/volume.png",
  "/reports/week/charts/steps.svg",
  "/reports/week/charts/volume.svg?format=pdf",
])("RPT-10: what cannot be asked for is refused: %s", async (path) => {
  const { get, reads } = trial();

  const response = await get(path);

  expect(response.status).toBe(422);
  expect(Problem.parse(await response.json()).code).toBe("invalid_request");
  expect(reads).toEqual([]);
});

test("RPT-11: a failure is answered, not kept", async () => {
  const store = memoryStore();
  let isDown = true;
  const { get } = trial(
    {
      report: async (_caller, period) =>
        isDown ? failure({ kind: "unavailable", reason: "down" }) : success(sampleReport(period)),
    },
    store,
  );

  expect((await get("/reports/week?format=pdf")).status).toBe(503);
  expect([store.kept.size, store.claims.size]).toEqual([0, 0]);
  isDown = false;
  expect((await get("/reports/week?format=pdf")).status).toBe(200);
});
