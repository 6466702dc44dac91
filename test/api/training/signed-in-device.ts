import { randomUUID } from "node:crypto";
import type { RepstackClient } from "../../../types/client.ts";
import { SyncPull, SyncPush } from "../../../types/contracts/sync.ts";
import { type DeviceSchema, type Fields, newDevice, type Device as Phone } from "../../watermelon.ts";

// A phone of somebody who is signed in, which syncs through the API.

const columns: DeviceSchema = {
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

export interface Device extends Pick<Phone, "update" | "remove" | "rows"> {
  /** Adds a row, offline, and answers its id. */
  create(table: string, fields: Fields, id?: string): Promise<string>;
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

/** A new phone of somebody who is signed in. */
export function newDeviceOf(client: RepstackClient): Device {
  const phone = newDevice(columns);
  return {
    ...phone,
    async create(table, fields, id = randomUUID()) {
      await phone.create(table, id, fields);
      return id;
    },
    async sync() {
      let refused: string[] = [];
      await phone.sync({
        pull: (cursor) => pullAll(client, cursor),
        async push(changes, cursor) {
          const { data } = await client
            .rpc("sync_push", { p_changes: JSON.parse(JSON.stringify(changes)), p_cursor: cursor })
            .throwOnError();
          const answer = SyncPush.parse(data);
          refused = answer.errors.map(({ table, code }) => `${table} ${code}`);
          return answer;
        },
      });
      return refused;
    },
  };
}
