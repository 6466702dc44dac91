import { randomUUID } from "node:crypto";
import { appSchema, type ColumnType, Database, Model, tableSchema } from "@nozbe/watermelondb";
import lokijs from "@nozbe/watermelondb/adapters/lokijs/index.js";
import { synchronize } from "@nozbe/watermelondb/sync/index.js";
import type { RepstackClient } from "../../../types/client.ts";
import { SyncPull, SyncPush } from "../../../types/contracts/sync.ts";

// A phone: WatermelonDB's own client, in memory, with some of our tables.

const columns: Record<string, Record<string, ColumnType>> = {
  exercises: { name: "string", kind: "string", muscles: "string", version: "number" },
  gyms: { name: "string", is_default: "boolean", version: "number" },
  workouts: {
    name: "string",
    notes: "string",
    started_at: "number",
    ended_at: "number",
    time_zone: "string",
    version: "number",
  },
  workout_exercises: { workout_id: "string", exercise_id: "string", position: "number", version: "number" },
  workout_sets: {
    workout_exercise_id: "string",
    position: "number",
    reps: "number",
    weight_kg: "number",
    version: "number",
  },
};
const optional = new Set(["notes", "ended_at", "reps", "weight_kg"]);

const schema = appSchema({
  version: 1,
  tables: Object.entries(columns).map(([name, types]) =>
    tableSchema({
      name,
      columns: Object.entries(types).map(([column, type]) => ({
        name: column,
        type,
        isOptional: optional.has(column),
      })),
    }),
  ),
});
const modelClasses = Object.keys(columns).map(
  (name) =>
    class extends Model {
      static override table = name;
    },
);

type Fields = Record<string, string | number | boolean | null>;

/** One device of a user. */
export interface Device {
  /** Adds a row, offline, and answers its id. */
  create(table: string, fields: Fields, id?: string): Promise<string>;
  /** Changes a row, offline. */
  update(table: string, id: string, fields: Fields): Promise<void>;
  /** Deletes a row, offline. */
  remove(table: string, id: string): Promise<void>;
  /** What the device has of a table, by id. */
  rows(table: string): Promise<Map<string, Fields>>;
  /** Syncs, and answers what the server refused. */
  sync(): Promise<string[]>;
}

/** All pages of a pull, merged. */
async function pullAll(client: RepstackClient, cursor: number | null): Promise<SyncPull> {
  const args = cursor === null ? {} : { p_cursor: cursor };
  const { data } = await client.rpc("sync_pull", args).throwOnError();
  const first = SyncPull.parse(data);
  for (let page = first.next_page; page !== null; ) {
    const { data: next } = await client.rpc("sync_pull", { ...args, p_page: page }).throwOnError();
    const more = SyncPull.parse(next);
    for (const [table, changes] of Object.entries(more.changes)) {
      first.changes[table]?.updated.push(...changes.updated);
    }
    page = more.next_page;
  }
  return first;
}

/** Only the tables that this app has: it would not know what to do with the others. */
function known(changes: SyncPull["changes"]): SyncPull["changes"] {
  return Object.fromEntries(Object.entries(changes).filter(([table]) => table in columns));
}

/** A new phone of somebody who is signed in. */
export function newDevice(client: RepstackClient): Device {
  const adapter = new lokijs.default({
    schema,
    dbName: randomUUID(),
    useWebWorker: false,
    useIncrementalIndexedDB: true,
    extraLokiOptions: { autosave: false },
  });
  const database = new Database({ adapter, modelClasses });

  function write(record: Model, fields: Fields): void {
    for (const [name, value] of Object.entries(fields)) record._setRaw(name, value);
  }

  return {
    async create(table, fields, id = randomUUID()) {
      await database.write(() =>
        database.get(table).create((record) => {
          record._raw.id = id;
          write(record, fields);
        }),
      );
      return id;
    },
    async update(table, id, fields) {
      const record = await database.get(table).find(id);
      await database.write(() => record.update(() => write(record, fields)));
    },
    async remove(table, id) {
      const record = await database.get(table).find(id);
      await database.write(() => record.markAsDeleted());
    },
    async rows(table) {
      const records = await database.get(table).query().fetch();
      return new Map(
        records.map(({ _raw: { id, _status, _changed, ...fields } }) => [id, fields as unknown as Fields]),
      );
    },
    async sync() {
      let refused: string[] = [];
      await synchronize({
        database,
        sendCreatedAsUpdated: true,
        pullChanges: async ({ lastPulledAt }) => {
          const { changes, timestamp, experimentalStrategy } = await pullAll(client, lastPulledAt ?? null);
          return {
            changes: known(changes),
            timestamp,
            ...(experimentalStrategy ? { experimentalStrategy } : {}),
          };
        },
        pushChanges: async ({ changes, lastPulledAt }) => {
          const { data } = await client
            .rpc("sync_push", { p_changes: JSON.parse(JSON.stringify(changes)), p_cursor: lastPulledAt })
            .throwOnError();
          const { experimentalRejectedIds, errors } = SyncPush.parse(data);
          refused = errors.map(({ table, code }) => `${table} ${code}`);
          return { experimentalRejectedIds };
        },
      });
      return refused;
    },
  };
}
