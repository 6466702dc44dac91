import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { projectRoot } from "../../../stack/project-root.ts";

const client = new Client({ connectionString: inject("emptiedUrl") });
beforeAll(async () => {
  await client.connect();
  await client.query("begin");
});
afterAll(async () => {
  await client.query("rollback");
  await client.end();
});

/** Which version of which row is stored: an update makes a new one, even if it changes nothing. */
async function storedVersions(): Promise<unknown[]> {
  const { rows } = await client.query(`
    select 'exercises', id::text, ctid from public.exercises where user_id is null
    union all select 'muscles', id, ctid from public.muscles
    union all select 'equipment', id, ctid from public.equipment
    union all select 'exercise_translations', exercise_id || locale, ctid from public.exercise_translations
    union all select 'exercise_documents', exercise_id || locale, ctid from private.exercise_documents where user_id is null
    union all select 'search_words', locale || word collate "default", ctid from private.search_words
    union all select 'search_abbreviations', locale || abbreviation collate "default", ctid from private.search_abbreviations
    union all select 'published_plans', id::text, ctid from public.published_plans where user_id is null
    order by 1, 2
  `);
  return rows;
}

async function storedParts(): Promise<unknown[]> {
  const { rows } = await client.query(`
    select exercise_id, muscle_id, role || ' ' || weight from public.exercise_muscles
    union all select exercise_id, equipment_id, 'equipment' from public.exercise_equipment
    union all select exercise_id, alias, 'alias ' || locale from public.exercise_aliases
    order by 1, 2, 3
  `);
  return rows;
}

test("LOAD-21: loading sql/catalog again writes nothing that is as it was", async () => {
  const [versions, parts] = [await storedVersions(), await storedParts()];
  expect(versions.length).toBeGreaterThan(300);

  for (const file of globSync(join(projectRoot, "sql", "catalog", "*.sql")).sort()) {
    await client.query(readFileSync(file, "utf8"));
  }

  expect(await storedVersions()).toEqual(versions);
  expect(await storedParts()).toEqual(parts);
});
