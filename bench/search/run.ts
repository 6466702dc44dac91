import { writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { z } from "zod";
import { withWorkbench } from "../../scripts/database/workbench.ts";
import { projectRoot } from "../../stack/project-root.ts";
import { explained } from "./explained.ts";
import { type MixedQuery, queryMix } from "./query-mix.ts";
import { storeCatalogue, storeUsers } from "./stored-catalogue.ts";
import { syntheticCatalogue } from "./synthetic-catalogue.ts";

// `npm run bench:search`: what search_exercises() costs in the database, under RLS as a signed-in user, in catalogues of
// 20,000 and 200,000 exercises, or as many as its arguments say, and five languages; how often a misspelt name is found;
// and the plans behind it.

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [20_000, 200_000];
const QUERIES = 100;
const RUNS = 15;
const ADA = "019a0000-0000-7000-8000-000000000001";

interface Row {
  what: string;
  p50: number;
  p95: number;
  hits: string;
}

const answerSchema = z.object({
  items: z.array(z.object({ name_en: z.string() })),
  next_cursor: z.string().nullable(),
});

async function actAs(client: Client, userId: string): Promise<void> {
  await client.query(
    "select set_config('request.jwt.claims', $1, false), set_config('role', 'authenticated', false)",
    [JSON.stringify({ sub: userId, role: "authenticated" })],
  );
}

/** One search, with the time from the arrival of the statement to its answer by the server's own clock. */
async function search(client: Client, parameters: MixedQuery["parameters"]) {
  const names = Object.keys(parameters);
  const { rows } = await client.query({
    name: names.join(),
    text: `select public.search_exercises(${names.map((name, at) => `${name} => $${at + 1}`).join(", ")}) as answer,
      extract(epoch from clock_timestamp() - statement_timestamp()) * 1000 as milliseconds`,
    values: Object.values(parameters),
  });
  return { answer: answerSchema.parse(rows[0]?.answer), milliseconds: Number(rows[0]?.milliseconds) };
}

/** The fastest of several runs: what else the machine does meanwhile is not what is measured. */
async function fastest(client: Client, parameters: MixedQuery["parameters"]) {
  let best = await search(client, parameters);
  for (let run = 1; run < RUNS; run += 1) {
    const next = await search(client, parameters);
    if (next.milliseconds < best.milliseconds) best = next;
  }
  return best;
}

function rowOf(what: string, times: readonly number[], hits = ""): Row {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { what, p50: at(0.5), p95: at(0.95), hits };
}

async function measure(
  client: Client,
  what: string,
  queries: readonly MixedQuery[],
): Promise<{ row: Row; times: number[] }> {
  const times: number[] = [];
  const meant = queries.filter((query) => query.meant !== undefined);
  let hits = 0;
  for (const query of queries) {
    const { answer, milliseconds } = await fastest(client, query.parameters);
    times.push(milliseconds);
    if (answer.items.slice(0, 5).some(({ name_en }) => name_en === query.meant)) hits += 1;
  }
  const row = rowOf(what, times, meant.length === 0 ? "" : (hits / meant.length).toFixed(2));
  console.log(lineOf(row));
  return { row, times };
}

/** The time of each of a list's first pages, one after the other. */
async function measurePages(
  client: Client,
  parameters: MixedQuery["parameters"],
  pages: number,
): Promise<number[]> {
  const times: number[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < pages; page += 1) {
    const { answer, milliseconds } = await search(client, { ...parameters, p_cursor: cursor });
    times.push(milliseconds);
    cursor = answer.next_cursor;
    if (cursor === null) break;
  }
  return times;
}

/** What is published of a catalogue of this size: times of the mix, of facets and of pages, and plans. */
async function measureCatalogue(url: string, size: number): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    console.log(`Making ${size} exercises`);
    const exercises = syntheticCatalogue(size);
    await storeCatalogue(url, exercises);
    await storeUsers(client, ADA);
    const { rows: counted } = await client.query(
      "select count(*) filter (where is_correct and locale = 'en') as words from private.search_words",
    );
    await actAs(client, ADA);

    console.log("Measuring");
    const mix = queryMix(exercises, QUERIES);
    const all = [...mix.values()].flat();
    for (const { parameters } of all.slice(0, 50)) await search(client, parameters);
    const rows: Row[] = [];
    const times: number[] = [];
    for (const [what, queries] of mix) {
      const measured = await measure(client, what, queries);
      rows.push(measured.row);
      times.push(...measured.times);
    }
    rows.push(rowOf("**all of these**", times));
    const faceted = all
      .filter((_, at) => at % 25 === 0)
      .map(({ parameters }) => ({ parameters: { ...parameters, p_facets: true } }));
    const apart = [
      (await measure(client, "a twenty-fifth of these, with facets", faceted)).row,
      rowOf("pages 1 to 50 of all by name", await measurePages(client, { p_limit: 50 }, 50)),
      rowOf("pages 1 to 50 of one word", await measurePages(client, { p_query: "press", p_limit: 50 }, 50)),
    ];
    return `## ${size.toLocaleString("en")} exercises

A language has about ${counted[0]?.words} words.

${table(rows)}

Apart from these:

${table(apart)}

${await explained(url, ADA)}`;
  } finally {
    await client.end();
  }
}

function lineOf({ what, p50, p95, hits }: Row): string {
  return `| ${what} | ${p50.toFixed(2)} | ${p95.toFixed(2)} | ${hits} |`;
}

function table(rows: readonly Row[]): string {
  return ["| query | p50 | p95 | hit@5 |", "| --- | --: | --: | --: |", ...rows.map(lineOf)].join("\n");
}

function publish(parts: readonly string[]): void {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GB`;
  writeFileSync(
    join(import.meta.dirname, "results.md"),
    `# What search costs in the database

By \`npm run bench:search\` on ${new Date().toISOString().slice(0, 10)}, ${machine}, Node ${process.version}, Postgres
17.10. Milliseconds from the arrival of the statement to its answer, by the server's clock, over one connection,
${QUERIES} queries of each kind, the fastest of ${RUNS} runs of each, as role authenticated. The machine's load was
${loadavg().map(Math.round).join(", ")} (1, 5, 15 minutes).

Names follow the word statistics of sql/catalog, in five languages (\`synthetic-catalogue.ts\`). The caller has 50 own
exercises, 30 favourites and 90 recent ones; a thousand others have 20 own ones each. hit@5: how often the exercise that
was meant, or one of the same name, is among the first five.

${parts.join("\n\n")}
`,
  );
}

await withWorkbench(projectRoot, async ({ createDatabase }) => {
  const { applyDeclaredSchema } = await import("../../scripts/database/declared-schema.ts");
  const parts: string[] = [];
  for (const size of SIZES) {
    const url = await createDatabase(`catalogue_${size}`);
    await applyDeclaredSchema(url, join(projectRoot, "sql/schemas"));
    parts.push(await measureCatalogue(url, size));
    console.log(parts.at(-1));
    publish(parts);
  }
});
