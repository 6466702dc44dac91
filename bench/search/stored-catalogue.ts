import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";
import { projectRoot } from "../../stack/project-root.ts";
import type { SyntheticExercise } from "./synthetic-catalogue.ts";

const CHUNK = 5_000;

/** Stores a catalogue as the loaders do, past them: they count the vocabulary at every call. */
export async function storeCatalogue(client: Client, exercises: readonly SyntheticExercise[]): Promise<void> {
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
  await client.query("analyze");
  // One index for all at the end is built many times faster than row by row.
  const { rows } = await client.query(
    "select pg_get_indexdef('private.exercise_documents_document_idx'::regclass) as definition",
  );
  await client.query("drop index private.exercise_documents_document_idx");
  await client.query("set work_mem = '256MB'; set maintenance_work_mem = '512MB'");
  await client.query(
    "select private.index_exercises(array(select id from public.exercises where user_id is null))",
  );
  await client.query(rows[0].definition);
  await client.query("reset work_mem; reset maintenance_work_mem");
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
    "select private.index_exercises(array(select id from public.exercises where user_id is not null))",
  );
  await client.query(
    `insert into public.exercise_preferences (user_id, exercise_id, is_favorite)
     select $1, id, true from public.exercises where user_id is null order by md5(id::text) limit 30`,
    [userId],
  );
  await client.query(
    `insert into analytics.exercise_days
       (user_id, exercise_id, local_date, sets, reps, volume_kg, duration_seconds, distance_meters, best_weights_kg)
     select $1, used.id, current_date - (used.ordinal * 7 % 90)::integer - 7 * week, 3, 15, 1500, 0, 0, '{}'
     from (
       select id, row_number() over (order by md5('used' || id)) as ordinal
       from public.exercises where user_id is null order by 2 limit 90
     ) as used
     cross join generate_series(0, 20) as week`,
    [userId],
  );
  await client.query("vacuum (analyze)");
}
