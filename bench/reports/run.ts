// `npm run bench:reports`: what reports, charts and cards cost the function, and what its tags and cache save. Linux only:
// reads /proc.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RepstackClient } from "../../types/client.ts";
import { machine, type Row, rowOf, sixExercises, timeAs, timeOf, workoutOf } from "../measuring.ts";
import { withStack } from "../stack-on-bench.ts";
import { costRows } from "./cost.ts";

const WORKOUTS = 1000;
const ROUNDS = 100;
const year = "2026";

/** Sends a GET to the function, and waits for the last byte. */
async function get(client: RepstackClient, path: string, status = 200, headers: Record<string, string> = {}) {
  const { data, response } = await client.functions.invoke(`analytics/${path}`, { method: "GET", headers });
  if (data instanceof Blob) await data.arrayBuffer();
  if (response?.status !== status) throw new Error(`${path}: ${response?.status} ${await response?.text()}`);
  return response;
}

await withStack(async ({ owner, signedUpUser }) => {
  const exerciseIds = await sixExercises(owner);
  const ada = await signedUpUser();
  console.log(`Logging ${WORKOUTS} workouts`);
  for (let day = 0; day < WORKOUTS; day += 1) {
    const workout = workoutOf(exerciseIds, new Date(Date.UTC(2026, 10, 1, 17) - day * 86_400_000));
    await timeAs(owner, ada.id, () =>
      owner.query("select public.log_workout($1)", [JSON.stringify(workout)]),
    );
  }
  await owner.query("analyze");
  // This measures one user who asks more often than a user may.
  await owner.query("update private.rate_limit_policies set max_count = 1000000 where true");

  const change = async (round: number) => {
    const e1rm_formula = round % 2 === 0 ? "brzycki" : "epley";
    await ada.client.from("profile_settings").update({ e1rm_formula }).eq("user_id", ada.id).throwOnError();
  };
  const rows: Row[] = [];
  async function measure(
    what: string,
    work: () => Promise<unknown>,
    before?: (round: number) => Promise<unknown>,
  ) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await before?.(round);
      times.push(await timeOf(work));
    }
    rows.push(rowOf(what, times));
    console.log(rows.at(-1));
  }

  const range = { p_from: `${year}-10-01`, p_to: `${year}-11-01` };
  const dashboard = `dashboard?from=${range.p_from}&to=${range.p_to}`;
  const report = `reports/year?on=${year}-06-01`;
  const tag = (await get(ada.client, dashboard)).headers.get("etag") ?? "";
  for (const path of [report, `${report}&format=pdf`]) await get(ada.client, path);

  await measure("the function's floor: a dashboard without a range, 422", () =>
    get(ada.client, "dashboard", 422),
  );
  await measure("`dashboard()` through REST", async () => {
    await ada.client.rpc("dashboard", range).throwOnError();
  });
  await measure("dashboard through the function, 200", () => get(ada.client, dashboard));
  await measure("dashboard through the function, 304", () =>
    get(ada.client, dashboard, 304, { "if-none-match": tag }),
  );
  await measure("yearly report as JSON, made", () => get(ada.client, report), change);
  await measure("yearly report as JSON, cached", () => get(ada.client, report));
  await measure("yearly report as PDF, made", () => get(ada.client, `${report}&format=pdf`), change);
  await measure("yearly report as PDF, cached", () => get(ada.client, `${report}&format=pdf`));

  const { data } = await ada.client.rpc("report", { p_period: "year", p_on: `${year}-06-01` }).throwOnError();
  const folder = mkdtempSync(join(tmpdir(), "repstack-reports-"));
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(data));
  const costs = await costRows(file);
  rmSync(folder, { recursive: true });

  const table = rows.map(({ what, p50, p95 }) => `| ${what} | ${p50.toFixed(1)} | ${p95.toFixed(1)} |`);
  writeFileSync(
    join(import.meta.dirname, "results.md"),
    `# What reports cost

By \`npm run bench:reports\` on ${machine()}.

## For who asks

A user with ${WORKOUTS} workouts of 25 sets, one a day; ${ROUNDS} times each, one after the other, through the gateway and Deno. Made:
something of the user's was changed before, so that nothing kept is right. The cache is the table.

| | p50 ms | p95 ms |
| --- | --- | --- |
${table.join("\n")}

## For the function

Under Deno 2.1.4, without a database: a yearly report of that user. Each row is a process of its own; cold is its first answer, warm the
best of the five after it. CPU is that of the thread that runs JavaScript, and in brackets that of all threads, in which V8
compiles. Hosted allows 2,000 ms of CPU a request and 256 MB. Peak is the resident set of the whole process, Deno included.

| | cold CPU ms | warm CPU ms | peak MB | kB |
| --- | --- | --- | --- | --- |
${costs.join("\n")}
`,
  );
});
