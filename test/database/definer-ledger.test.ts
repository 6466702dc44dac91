import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { expect, inject, test } from "vitest";
import { projectRoot } from "../../stack/project-root.ts";

/** The rows of the ledger's table, as the text of their cells. */
function ledgerRows(): { name: string; reason: string; behalf: string; attackedBy: string }[] {
  return readFileSync(join(projectRoot, "docs", "security", "definer-ledger.md"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([, name = "", reason = "", behalf = "", attackedBy = ""]) => ({
      name: name.replaceAll("`", ""),
      reason,
      behalf,
      attackedBy,
    }));
}

const rows = ledgerRows();

test("LEDGER-01: every security definer function is in the ledger, and nothing else is", async () => {
  const client = new Client({ connectionString: inject("migratedUrl") });
  await client.connect();
  const { rows: functions } = await client.query<{ name: string }>(`
    select format('%s.%s', pronamespace::regnamespace, proname) as name
    from pg_proc
    where prosecdef and pronamespace::regnamespace::text in ('public', 'private', 'analytics')
  `);
  await client.end();

  expect(rows.map((row) => row.name).sort()).toEqual(functions.map((row) => row.name).sort());
});

test.each(rows)(
  "LEDGER-02: $name has a reason, a caller and attacks that exist",
  ({ reason, behalf, attackedBy }) => {
    const tests = globSync(join(import.meta.dirname, "**", "*.test.{sql,ts}"))
      .map((file) => readFileSync(file, "utf8"))
      .join("\n");
    const ids = attackedBy.split(", ");

    expect(reason).not.toBe("");
    expect(behalf).not.toBe("");
    expect(ids.filter((id) => !/^[A-Z]+(-[A-Z]+)*-\d{2}$/.test(id) || !tests.includes(`${id}: `))).toEqual(
      [],
    );
  },
);
