import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { expect, inject, test } from "vitest";
import { projectRoot } from "../../stack/project-root.ts";

const page = readFileSync(join(projectRoot, "docs", "limits.md"), "utf8");

/** Rows of the table under a heading. */
function rowsUnder(heading: string): string[] {
  const section = page.split(/^## /m).find((it) => it.startsWith(heading)) ?? "";
  return section.split("\n").filter((line) => line.startsWith("| `"));
}

async function rowsOf(query: string): Promise<string[]> {
  const client = new Client({ connectionString: inject("migratedUrl") });
  await client.connect();
  try {
    const { rows } = await client.query<{ row: string }>(query);
    return rows.map(({ row }) => row);
  } finally {
    await client.end();
  }
}

test("LIMIT-01: docs/limits.md says every quota", async () => {
  const quotas = await rowsOf(`
    select format('| \`%s\` | %s | %s |', name, max_count, description) as row
    from private.quotas
    order by name collate "C"
  `);
  expect(quotas.length).toBeGreaterThan(0);
  expect(rowsUnder("Quotas")).toEqual(quotas);
});

test("LIMIT-02: and every rate limit", async () => {
  const limits = await rowsOf(`
    select format('| \`%s\` | %s | %s | %s |', name, max_count, window_seconds, description) as row
    from private.rate_limit_policies
    order by name collate "C"
  `);
  expect(limits.length).toBeGreaterThan(0);
  expect(rowsUnder("Rate limits")).toEqual(limits);
});

test("LIMIT-03: and the answer to an exceeded quota as it is", async () => {
  const [details] = await rowsOf(`
    select jsonb_build_object(
      'path', name, 'text', format('There may be %s at most: %s', max_count, description), 'limit', max_count
    )::text as row
    from private.quotas
    where name = 'gyms'
  `);
  const example: unknown = JSON.parse(page.match(/```json\n([\s\S]*?)```/)?.[1] ?? "null");
  expect(example).toMatchObject({ code: "PT409", message: "quota_exceeded" });
  expect(JSON.parse((example as { details: string }).details)).toEqual(JSON.parse(details ?? "null"));
});
