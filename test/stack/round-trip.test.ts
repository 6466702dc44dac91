import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ExportDocument } from "../../types/contracts/export.ts";
import { ImportSection, importedWithin, notImported } from "../../types/contracts/import-section.ts";
import { consent, exported, imported, type Somebody, somebody } from "./account-on-trial.ts";
import { type ProjectStack, projectStack } from "./project-stack.ts";
import { enrich } from "./rich-account.ts";

type Document = ExportDocument;
type Section = Exclude<keyof Document, "format" | "version" | "exported_at">;

let project: ProjectStack;
let database: Client;

beforeAll(async () => {
  project = await projectStack("postgrest");
  database = new Client({ connectionString: project.stack.urls.db });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await project?.remove();
});

const sections = Object.keys(ExportDocument.shape).slice(3) as Section[];
const kept = sections.filter((section) => !(section in notImported));

test("ROUND-01: every section of an export is imported, or is named with the reason why it is not", () => {
  const named = [...ImportSection.options, ...Object.keys(importedWithin), ...Object.keys(notImported)];
  expect(named.toSorted()).toEqual(sections.toSorted());
});

/** What of a document is to come again: without what the server counts for itself, with other ids, in one order. */
function comparable(document: Document, idOf: (id: string) => string) {
  const json = JSON.stringify(document, (key, value) =>
    ["created_at", "updated_at", "username_changed_at"].includes(key) ? undefined : value,
  );
  const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
  const renamed: Record<string, Record<string, unknown>[]> = JSON.parse(json.replaceAll(uuid, idOf));
  const key = (row: Record<string, unknown>) => `${row.id ?? row.exercise_id}`;
  return Object.fromEntries(
    kept.map((section) => [
      section,
      renamed[section]?.toSorted((a, b) => key(a).localeCompare(key(b))).map((row) => sorted(row)),
    ]),
  );
}

/** The same with the keys of its objects in one order, because start weights are keyed by ids. */
function sorted(row: Record<string, unknown>): unknown {
  return JSON.parse(JSON.stringify(row), (_, value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** The ids that a document's rows have once somebody has imported it, as docs/import.md says. */
async function idsFor({ id }: Somebody, document: Document): Promise<Map<string, string>> {
  const rows = kept.flatMap((section) =>
    (document[section] as Record<string, unknown>[]).flatMap((row) =>
      typeof row.id === "string" ? [{ relation: section, id: row.id, key: `json ${row.id}` }] : [],
    ),
  );
  for (const workout of document.workouts) {
    for (const [index, exercise] of workout.exercises.entries()) {
      const key = `json ${workout.id} ${index + 1}`;
      rows.push({ relation: "workouts", id: exercise.id, key });
      for (const [at, set] of exercise.sets.entries()) {
        rows.push({ relation: "workouts", id: set.id, key: `${key} ${at + 1}` });
      }
    }
  }
  const { rows: ids } = await database.query(
    `select sent.id, private.imported_id(private.import_namespace($1), sent.relation, sent.key) as imported
     from jsonb_to_recordset($2) as sent (id text, relation text, key text)`,
    [id, JSON.stringify(rows)],
  );
  return new Map(ids.map((row) => [row.id, row.imported]));
}

test("ROUND-02: a whole account is exported, imported into an empty one, and exported the same but for ids", async () => {
  const [ada, friend, bob] = [
    await somebody(project, database),
    await somebody(project, database),
    await somebody(project, database),
  ];
  await enrich(ada, friend);
  const { document, files } = await exported(ada);
  expect(sections.filter((section) => document[section].length === 0)).toEqual([]);
  const file = files.get("repstack.json") ?? "";

  // Without consent, what is health data stays out, and is counted.
  const before = await imported(bob, file);
  expect(before.problems.filter(({ severity }) => severity === "error")).toMatchObject([
    { code: "consent_required" },
  ]);
  expect(before.problems.filter(({ code }) => code === "left_out").map(({ path }) => path)).toEqual(
    Object.keys(notImported),
  );
  expect(before.sections).toMatchObject({
    body_facts: { in_file: 1, added: 0, left_out: 1 },
    measurements: { in_file: 2, added: 0, left_out: 2 },
    workouts: { in_file: 3, added: 2, left_out: 1 },
    exercises: { in_file: 3, added: 3 },
    plans: { in_file: 1, added: 1 },
  });

  await consent(bob);
  const after = await imported(bob, file);
  expect(after.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  for (const [section, { in_file, added, known, left_out }] of Object.entries(after.sections)) {
    const late = { body_facts: 1, goals: 1, measurements: 2, workouts: 1 }[section] ?? 0;
    expect([section, added, known, left_out]).toEqual([section, late, in_file - late, 0]);
  }

  const again = await exported(bob);
  const ids = await idsFor(bob, document);
  const same = comparable(document, (id) => ids.get(id) ?? id);
  expect(comparable(again.document, (id) => id)).toEqual(same);
  expect(again.files.get("workouts.csv")?.length).toBe(files.get("workouts.csv")?.length);

  // Once more adds nothing, nor does it in the account that it came from.
  for (const person of [bob, ada]) {
    const report = await imported(person, file);
    expect(Object.entries(report.sections).filter(([, { in_file, known }]) => known !== in_file)).toEqual([]);
  }
});
