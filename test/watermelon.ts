import { randomUUID } from "node:crypto";
import { appSchema, type ColumnType, Database, Model, tableSchema } from "@nozbe/watermelondb";
import lokijs from "@nozbe/watermelondb/adapters/lokijs/index.js";
import { hasUnsyncedChanges, synchronize } from "@nozbe/watermelondb/sync/index.js";
import logger from "@nozbe/watermelondb/utils/common/logger/index.js";
import type { z } from "zod";
import type { SyncPull, SyncPush } from "../types/contracts/sync.ts";

// A phone: WatermelonDB's own client, in memory, with some of our tables.

export type PushAnswer = z.infer<typeof SyncPush>;
export type Value = string | number | boolean | null;
export type Fields = Record<string, Value>;
/** Columns by table. */
export type DeviceSchema = Record<string, Record<string, ColumnType>>;

/** A row as the device keeps it. */
type Raw = Fields & { id: string; _changed: string };
/** What a device pushes, by table. */
export type Changes = Record<string, { created: Raw[]; updated: Raw[]; deleted: string[] }>;

/** The way to the server; a push may break on it. */
export interface Link {
  pull(cursor: number | null): Promise<SyncPull>;
  push(changes: Changes, cursor: number): Promise<PushAnswer>;
}

/** One device of a user. */
export interface Device {
  create(table: string, id: string, fields: Fields): Promise<void>;
  update(table: string, id: string, fields: Fields): Promise<void>;
  remove(table: string, id: string): Promise<void>;
  /** Forgets a row that the server does not want, as if it had never been there. */
  forget(table: string, id: string): Promise<void>;
  /** What the device has of a table, by id. */
  rows(table: string): Promise<Map<string, Fields>>;
  /** Whether the device has deleted the row, and has not yet said so. */
  isRemoved(table: string, id: string): Promise<boolean>;
  /** Whether the device has said everything. */
  isQuiet(): Promise<boolean>;
  sync(link: Link): Promise<void>;
}

// It would tell of every step.
logger.default.silence();

/** A new phone with these tables. */
export function newDevice(columns: DeviceSchema): Device {
  const schema = appSchema({
    version: 1,
    tables: Object.entries(columns).map(([name, types]) =>
      tableSchema({
        name,
        columns: Object.entries(types).map(([column, type]) => ({
          name: column,
          type,
          // WatermelonDB's own, which it wants to be there.
          isOptional: column !== "created_at" && column !== "updated_at",
        })),
      }),
    ),
  });
  const adapter = new lokijs.default({
    schema,
    dbName: randomUUID(),
    useWebWorker: false,
    useIncrementalIndexedDB: true,
    extraLokiOptions: { autosave: false },
  });
  const modelClasses = Object.keys(columns).map(
    (name) =>
      class extends Model {
        static override table = name;
      },
  );
  const database = new Database({ adapter, modelClasses });

  function write(record: Model, fields: Fields): void {
    for (const [name, value] of Object.entries(fields)) record._setRaw(name, value);
  }

  return {
    async create(table, id, fields) {
      await database.write(() =>
        database.get(table).create((record) => {
          record._raw.id = id;
          write(record, fields);
        }),
      );
    },
    async update(table, id, fields) {
      const record = await database.get(table).find(id);
      await database.write(() => record.update(() => write(record, fields)));
    },
    async remove(table, id) {
      const record = await database.get(table).find(id);
      await database.write(() => record.markAsDeleted());
    },
    async forget(table, id) {
      const record = await database.get(table).find(id);
      await database.write(() => record.destroyPermanently());
    },
    async rows(table) {
      const records = await database.get(table).query().fetch();
      return new Map(
        records.map(({ _raw: { id, _status, _changed, ...fields } }) => [id, fields as unknown as Fields]),
      );
    },
    async isRemoved(table, id) {
      return (await database.adapter.getDeletedRecords(table)).includes(id);
    },
    async isQuiet() {
      return !(await hasUnsyncedChanges({ database }));
    },
    async sync(link) {
      await synchronize({
        database,
        sendCreatedAsUpdated: true,
        pullChanges: async ({ lastPulledAt }) => {
          const { changes, timestamp, experimentalStrategy } = await link.pull(lastPulledAt ?? null);
          return {
            changes: Object.fromEntries(Object.entries(changes).filter(([table]) => table in columns)),
            timestamp,
            ...(experimentalStrategy ? { experimentalStrategy } : {}),
          };
        },
        pushChanges: async ({ changes, lastPulledAt }) => {
          const { experimentalRejectedIds } = await link.push(changes as unknown as Changes, lastPulledAt);
          return { experimentalRejectedIds };
        },
      });
    },
  };
}
