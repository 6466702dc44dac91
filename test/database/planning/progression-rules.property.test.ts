import fc from "fast-check";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { Progression } from "../../../types/contracts/progression.ts";
import { aBrokenProgression, aProgression } from "./progression-rules.ts";

const client = new Client({ connectionString: inject("migratedUrl") });

beforeAll(() => client.connect());
afterAll(() => client.end());

/** What is wrong with each by SQL: a path and a text, or null. */
async function problemsOf(rules: readonly unknown[]): Promise<(string | null)[]> {
  const { rows } = await client.query<{ problem: string | null }>(
    `select problem.message || ': ' || concat_ws(' ', problem.path, problem.text) as problem
     from jsonb_array_elements($1) with ordinality as sent (rule, ordinal)
     cross join lateral private.progression_problem(sent.rule) as problem
     order by sent.ordinal`,
    [JSON.stringify(rules)],
  );
  return rows.map(({ problem }) => problem);
}

/** The rules about which the contract and the database do not agree. */
async function disagreements(rules: readonly unknown[]): Promise<unknown[]> {
  const problems = await problemsOf(rules);
  return rules
    .map((rule, index) => ({ rule, sql: problems[index] ?? null, zod: Progression.safeParse(rule).success }))
    .filter(({ sql, zod }) => zod !== (sql === null));
}

test("PRG-RULE-01: whatever the contract takes, the database takes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aProgression, { minLength: 20, maxLength: 20 }), async (rules) => {
      expect(rules.filter((rule) => !Progression.safeParse(rule).success)).toEqual([]);
      expect(await disagreements(rules)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test("PRG-RULE-02: and what a slip makes of a rule is judged alike by both", async () => {
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(aBrokenProgression, { minLength: 20, maxLength: 20 }), async (rules) => {
      refused += (await problemsOf(rules)).filter((problem) => problem !== null).length;
      expect(await disagreements(rules)).toEqual([]);
    }),
    { numRuns: 100 },
  );
  // A slip may leave a rule that is one still, but most do not.
  expect(refused).toBeGreaterThan(500);
});
