import { expect, inject, test } from "vitest";
import { adviceLines, adviceOn } from "../../scripts/database/advice.ts";
import { projectRoot } from "../../stack/project-root.ts";
import { createScratchDatabase } from "./scratch-database.ts";

test("Supabase's advisors find nothing that is not allowed with a reason, and no reason is left over", async () => {
  expect(adviceLines(await adviceOn(projectRoot, inject("migratedUrl")))).toEqual([]);
});

test("what is planted is found, and so is a reason that nothing needs", async () => {
  const database = await createScratchDatabase("advised");
  try {
    await database.run(
      "postgres",
      "create table public.planted (id integer); grant select on public.planted to anon",
    );
    const { findings, unused } = await adviceOn(projectRoot, database.url("postgres"));
    expect(findings.map(({ cacheKey }) => cacheKey).sort()).toEqual([
      "no_primary_key_public_planted",
      "rls_disabled_in_public_public_planted",
    ]);
    expect(unused).toContain("rls_enabled_no_policy_private_search_words");
  } finally {
    await database.drop();
  }
});
