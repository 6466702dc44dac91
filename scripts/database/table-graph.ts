import { globSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Client } from "pg";
import { z } from "zod";

const column = z.object({
  name: z.string(),
  /** As Postgres names it, without length and precision. */
  type: z.string(),
  keys: z.array(z.enum(["PK", "FK", "UK"])),
});

const table = z.object({
  schema: z.string(),
  name: z.string(),
  comment: z.string().nullable(),
  columns: z.array(column),
});

const reference = z.object({
  /** `schema.table` */
  from: z.string(),
  to: z.string(),
  /** The constraint's name without the table's and without `_fkey`. */
  label: z.string(),
  isOptional: z.boolean(),
  isOneToOne: z.boolean(),
});

/** A table, with the domain whose folder declares it, such as `40_training`. */
export type Table = z.infer<typeof table> & { readonly domain: string };
export type Reference = z.infer<typeof reference>;

/** Our tables and how they refer to each other and to the platform's. */
export interface TableGraph {
  readonly tables: Table[];
  readonly references: Reference[];
}

const OURS = "('public', 'private', 'analytics')";

const TABLES = `
  select nspname as schema, relname as name, obj_description(pg_class.oid) as comment, (
    select json_agg(json_build_object(
      'name', attname,
      'type', format_type(atttypid, null),
      'keys', array(
        select distinct case contype when 'p' then 'PK' when 'f' then 'FK' else 'UK' end as key
        from pg_constraint
        where conrelid = pg_class.oid and attnum = any(conkey)
          and (contype in ('p', 'f') or (contype = 'u' and cardinality(conkey) = 1))
        order by key desc
      )
    ) order by attnum)
    from pg_attribute
    where attrelid = pg_class.oid and attnum > 0 and not attisdropped
  ) as columns
  from pg_class
  join pg_namespace on pg_namespace.oid = relnamespace
  where relkind in ('r', 'p') and not relispartition and nspname in ${OURS}
  order by nspname, relname`;

const REFERENCES = `
  select
    from_schema.nspname || '.' || from_table.relname as from,
    to_schema.nspname || '.' || to_table.relname as to,
    regexp_replace(replace(conname, from_table.relname || '_', ''), '_fkey$', '') as label,
    exists (
      select from pg_attribute where attrelid = conrelid and attnum = any(conkey) and not attnotnull
    ) as "isOptional",
    exists (
      select from pg_index
      where indrelid = conrelid and indisunique and indpred is null
        and (string_to_array(indkey::text, ' ')::int2[])[1:indnkeyatts] <@ conkey
    ) as "isOneToOne"
  from pg_constraint
  join pg_class as from_table on from_table.oid = conrelid
  join pg_namespace as from_schema on from_schema.oid = from_table.relnamespace
  join pg_class as to_table on to_table.oid = confrelid
  join pg_namespace as to_schema on to_schema.oid = to_table.relnamespace
  where contype = 'f' and from_schema.nspname in ${OURS} and not from_table.relispartition
  order by 1, 2, conname`;

/** Which folder of sql/schemas has a file of each name. */
function domains(projectRoot: string): Map<string, string> {
  const files = globSync("*/*.sql", { cwd: join(projectRoot, "sql", "schemas") });
  return new Map(files.map((file) => [basename(file, ".sql"), dirname(file)]));
}

/**
 * Reads the tables of our schemas from the catalogue.
 * @throws Error for a table that has no file of its name in sql/schemas
 */
export async function readTableGraph(projectRoot: string, databaseUrl: string): Promise<TableGraph> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const known = domains(projectRoot);
    const tables = z
      .array(table)
      .parse((await client.query(TABLES)).rows)
      .map((it) => {
        const domain = known.get(it.name);
        if (domain === undefined) {
          throw new Error(
            `${it.schema}.${it.name} has no file of its own: sql/schemas/<domain>/${it.name}.sql`,
          );
        }
        return { ...it, domain };
      });
    const references = z.array(reference).parse((await client.query(REFERENCES)).rows);
    return { tables, references };
  } finally {
    await client.end();
  }
}
