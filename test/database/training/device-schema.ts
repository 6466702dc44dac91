import type { ColumnType } from "@nozbe/watermelondb";
import type { Client } from "pg";
import type { DeviceSchema } from "../../watermelon.ts";

/** The columns that sync sends of these tables, for a device that keeps them all. */
export async function deviceSchema(client: Client, tables: readonly string[]): Promise<DeviceSchema> {
  const { rows } = await client.query<{ table: string; column: string; type: ColumnType }>(
    `select relname as table, attname as column,
       case
         when atttypid = 'boolean'::regtype then 'boolean'
         when atttypid in ('smallint'::regtype, 'integer'::regtype, 'numeric'::regtype, 'timestamptz'::regtype)
           then 'number'
         else 'string'
       end as type
     from pg_attribute
     join pg_class on pg_class.oid = attrelid and relnamespace = 'public'::regnamespace
     where relname = any ($1) and attnum > 0 and not attisdropped and attname not in ('id', 'user_id', 'changed_in')`,
    [tables],
  );
  const schema: DeviceSchema = Object.fromEntries(tables.map((table) => [table, {}]));
  for (const { table, column, type } of rows) Object.assign(schema[table] ?? {}, { [column]: type });
  for (const part of ["muscles", "equipment", "aliases", "names"]) {
    Object.assign(schema.exercises ?? {}, { [part]: "string" });
  }
  return schema;
}
