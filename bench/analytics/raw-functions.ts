import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Client } from "pg";

interface SqlFunction {
  name: string;
  definition: string;
}

/** Names of functions of ours that a definition calls, as `private.name` or `public.name`. */
function calls(definition: string): string[] {
  return [...definition.matchAll(/\b(?:private|public)\.[a-z_0-9]+(?=\s*\()/g)].map(([name]) => name);
}

/** Those that read rollups, themselves or through others, of all that a function calls. */
function readersOfRollups(functions: SqlFunction[], entry: string): SqlFunction[] {
  const readers = new Map<string, SqlFunction>();
  const visit = (name: string, path: string[]): boolean => {
    if (readers.has(name)) return true;
    const found = functions.find((candidate) => candidate.name === name);
    if (found === undefined || path.includes(name)) return false;
    const below = calls(found.definition).filter((called) => called !== name);
    const isReader = below.map((called) => visit(called, [...path, name])).includes(true);
    if (isReader || /\banalytics\.|\bpublic\.records\b/.test(found.definition)) readers.set(name, found);
    return readers.has(name);
  };
  visit(entry, []);
  return [...readers.values()];
}

/**
 * Copies a function, and whatever below it reads rollups, into the schema `raw`, where the same text reads raw rows.
 * @returns the names of the copies
 */
export async function copyOverRawRows(owner: Client, entry: string): Promise<string[]> {
  await owner.query(await readFile(join(import.meta.dirname, "raw.sql"), "utf8"));
  const { rows: functions } = await owner.query<SqlFunction>(`
    select format('%s.%s', pronamespace::regnamespace, proname) as name, pg_get_functiondef(oid) as definition
    from pg_proc
    where pronamespace::regnamespace::text in ('private', 'public') and prokind = 'f'`);
  const copied = readersOfRollups(functions, entry);
  const overRaw = (definition: string) =>
    copied
      .reduce(
        (text, { name }) =>
          text.replaceAll(
            new RegExp(`\\b${name.replace(".", "\\.")}(?=\\s*\\()`, "g"),
            `raw.${name.split(".")[1]}`,
          ),
        definition.replaceAll("analytics.record_confirmations", "kept.confirmations"),
      )
      .replaceAll(/\banalytics\./g, "raw.")
      .replaceAll(/\bpublic\.records\b/g, "raw.records")
      .replaceAll("kept.confirmations", "analytics.record_confirmations");

  const { rows } = await owner.query("select pg_get_viewdef('public.records'::regclass) as text");
  await owner.query(`create view raw.records with (security_invoker = true) as ${overRaw(rows[0].text)}`);
  await owner.query("grant select on raw.records to authenticated");
  // They are made in any order: a body is only read when it is first run.
  await owner.query("set check_function_bodies = off");
  for (const { definition } of copied) await owner.query(overRaw(definition));
  await owner.query("reset check_function_bodies");
  await owner.query("grant execute on all functions in schema raw to authenticated");
  return copied.map(({ name }) => name);
}
