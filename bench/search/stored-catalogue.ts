import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { projectRoot } from "../../stack/project-root.ts";
import type { SyntheticExercise } from "./synthetic-catalogue.ts";

const CHUNK = 5_000;
const WORKERS = 2;
const LOCALES = ["en", "es", "de", "fr", "pt"];
const catalogueTables = [
  "exercises",
  "exercise_translations",
  "exercise_aliases",
  "exercise_equipment",
  "exercise_muscles",
].map((table) => `public.${table}`);

/**
 * Stores a catalogue as the loaders do, past them: they count the vocabulary at every call. Triggers are off meanwhile:
 * what they do for users' rows, such as raising versions, the catalogue of one moment does not show.
 */
export async function storeCatalogue(url: string, exercises: readonly SyntheticExercise[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const table of catalogueTables) await client.query(`alter table ${table} disable trigger user`);
    await storeRows(client, exercises);
    for (const table of catalogueTables) await client.query(`alter table ${table} enable trigger user`);
    await client.query("analyze");
    await indexCatalogue(client, url);
  } finally {
    await client.end();
  }
}

async function storeRows(client: Client, exercises: readonly SyntheticExercise[]): Promise<void> {
  for (const file of globSync(
    join(projectRoot, "sql/{settings/*,catalog/{10_muscles,20_equipment,50_abbreviations}}.sql"),
  ).sort()) {
    await client.query(readFileSync(file, "utf8"));
  }
  for (let at = 0; at < exercises.length; at += CHUNK) {
    const chunk = JSON.stringify(exercises.slice(at, at + CHUNK));
    await client.query(
      `insert into public.exercises (id, slug, name, kind, category, level, source, license)
       select private.global_exercise_id(slug), slug, name, kind, category, level, 'synthetic', 'CC0-1.0'
       from jsonb_to_recordset($1) as made (slug text, name text, kind text, category text, level text)`,
      [chunk],
    );
    await client.query(
      `insert into public.exercise_translations (exercise_id, locale, name)
       select private.global_exercise_id(slug), locale, translation
       from jsonb_to_recordset($1) as made (slug text, translations jsonb)
       cross join jsonb_each_text(translations) as translated (locale, translation)`,
      [chunk],
    );
    await client.query(
      `insert into public.exercise_aliases (exercise_id, alias)
       select private.global_exercise_id(slug), alias
       from jsonb_to_recordset($1) as made (slug text, aliases text[]) cross join unnest(aliases) as alias`,
      [chunk],
    );
    await client.query(
      `insert into public.exercise_equipment (exercise_id, equipment_id)
       select private.global_exercise_id(slug), item
       from jsonb_to_recordset($1) as made (slug text, equipment text[]) cross join unnest(equipment) as item`,
      [chunk],
    );
    await client.query(
      `insert into public.exercise_muscles (exercise_id, muscle_id, role, weight)
       select private.global_exercise_id(slug), muscle, role, 1
       from jsonb_to_recordset($1) as made (slug text, primary_muscles text[], secondary_muscles text[])
       cross join lateral (
         select muscle, 'primary' as role from unnest(primary_muscles) as muscle
         union all
         select muscle, 'secondary' from unnest(secondary_muscles) as muscle
       ) as worked`,
      [chunk],
    );
  }
}

/** What `private.index_exercises()` does, by chunks and several at a time. */
async function indexCatalogue(client: Client, url: string): Promise<void> {
  // Indexes of all rows at the end are built many times faster than row by row.
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index where indrelid = 'private.exercise_documents'::regclass and not indisprimary`,
  );
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  // By name, because that is how a loader's documents lie.
  const { rows: stored } = await client.query<{ id: string }>(
    "select id from public.exercises where user_id is null order by name",
  );
  const ids = stored.map(({ id }) => id);
  const chunks = Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, at) =>
    ids.slice(at * CHUNK, (at + 1) * CHUNK),
  );
  await Promise.all(
    Array.from({ length: WORKERS }, async () => {
      const worker = new Client({ connectionString: url });
      await worker.connect();
      try {
        await worker.query("set work_mem = '256MB'");
        for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) {
          await worker.query("select private.store_exercise_documents($1, $2)", [chunk, LOCALES]);
        }
      } finally {
        await worker.end();
      }
    }),
  );
  await client.query("set work_mem = '256MB'; set maintenance_work_mem = '512MB'");
  for (const { definition } of indexes) await client.query(definition);
  await client.query("select private.count_search_words()");
}

/**
 * Somebody who trains: fifty exercises of their own, thirty favourites, and ninety exercises used in the last ninety days.
 * Beside them a thousand others with twenty own exercises each.
 */
export async function storeUsers(client: Client, userId: string): Promise<void> {
  await client.query("insert into auth.users (id, email) values ($1, 'ada@example.test')", [userId]);
  await client.query(
    `insert into auth.users (id, email)
     select gen_random_uuid(), 'user' || n || '@example.test' from generate_series(1, 1000) as n`,
  );
  await client.query(
    `insert into public.exercises (id, user_id, name, kind, category, level, source, license)
     select gen_random_uuid(), users.id, left('My ' || exercises.name, 120), exercises.kind, exercises.category,
       exercises.level, 'user', 'CC0-1.0'
     from auth.users
     cross join lateral (
       select * from public.exercises
       where user_id is null and users.id is not null
       order by md5(users.id::text || exercises.id::text)
       limit case when users.id = $1 then 50 else 0 end
     ) as exercises`,
    [userId],
  );
  await client.query(
    `insert into public.exercises (id, user_id, name, kind, category, level, source, license)
     select gen_random_uuid(), users.id, 'My ' || n || ' press', 'weight_reps', 'strength', 'beginner', 'user', 'CC0-1.0'
     from auth.users cross join generate_series(1, 20) as n
     where users.id <> $1`,
    [userId],
  );
  await client.query(
    `insert into public.exercise_preferences (user_id, exercise_id, is_favorite)
     select $1, id, true from public.exercises where user_id is null order by md5(id::text) limit 30`,
    [userId],
  );
  await client.query(
    `insert into analytics.exercise_days
       (user_id, exercise_id, local_date, sets, reps, volume_kg, duration_seconds, distance_meters, best_weights_kg,
        assisted_kg)
     select $1, used.id, current_date - (used.ordinal * 7 % 90)::integer - 7 * week, 3, 15, 1500, 0, 0, '{}', 0
     from (
       select id, row_number() over (order by md5('used' || id)) as ordinal
       from public.exercises where user_id is null order by 2 limit 90
     ) as used
     cross join generate_series(0, 20) as week`,
    [userId],
  );
  await client.query("vacuum (analyze)");
}
