import { type Client, DatabaseError } from "pg";
import { SyncPull, SyncPush } from "../../../types/contracts/sync.ts";
import {
  type Changes,
  type Device,
  type DeviceSchema,
  type Fields,
  newDevice,
  type PushAnswer,
} from "../../watermelon.ts";
import { request } from "../requests.ts";
import { createUser } from "./acting-user.ts";
import { pick } from "./facts.ts";
import {
  anEdit,
  childrenOf,
  editsOf,
  type Globals,
  type Known,
  newRow,
  type Step,
  type Table,
  tables,
  type Way,
} from "./sync-edits.ts";
import { Promises } from "./sync-promises.ts";

class BrokenLine extends Error {}

/** What all accounts share. */
export interface World {
  client: Client;
  schema: DeviceSchema;
  globals: Globals;
}

/** A user with two devices, who is sometimes online. */
export class Account {
  readonly devices: [Device, Device];
  readonly promises: Promises;
  readonly #world: World;
  readonly userId: string;
  /** Where the first pull begins: the catalogue would only take time. */
  readonly #start: number;

  constructor(world: World, userId: string, start: number) {
    this.#world = world;
    this.userId = userId;
    this.#start = start;
    this.devices = [newDevice(world.schema), newDevice(world.schema)];
    this.promises = new Promises();
  }

  async take(step: Step): Promise<void> {
    if (step.do === "sync") {
      await this.sync(step.device, step.way);
      return;
    }
    const device = this.devices[step.where];
    const rows = device ? await rowsOf(device) : await this.stored();
    const known: Known = (table) => [...(rows.get(table)?.keys() ?? [])];
    const all = tables.flatMap((table) => known(table).map((id) => ({ table, id })));
    const { globals } = this.#world;

    if (step.do === "create") {
      const { table, id, fields } = newRow(step.table, step, known, globals);
      // WatermelonDB keeps what it deleted until it has said so, and the id with it.
      if (await device?.isRemoved(table, id)) return;
      if (device) await device.create(table, id, fields);
      else await this.#online("create", table, id, fields);
      return;
    }
    const picked = pick(all, step.at);
    if (!picked) return;
    if (step.do === "edit") {
      const fields = anEdit(picked.table, step, known, globals);
      if (device) await device.update(picked.table, picked.id, fields);
      else await this.#online("edit", picked.table, picked.id, fields);
    } else if (!device) await this.#online("delete", picked.table, picked.id, {});
    else {
      const below = step.withChildren ? descendants(rows, picked.table, picked.id) : [];
      for (const { table, id } of [picked, ...below]) await device.remove(table, id);
    }
  }

  /** Syncs, mends what was refused, and answers how much that was. */
  async sync(index: number, way: Way): Promise<PushAnswer["errors"]> {
    const device = this.devices[index];
    if (!device) throw new Error(`There is no device ${index}.`);
    let errors: PushAnswer["errors"] = [];
    const link = {
      pull: (cursor: number | null) => this.#pull(cursor ?? this.#start),
      push: async (changes: Changes, cursor: number) => {
        if (way === "broken before the push") throw new BrokenLine();
        if (way === "overtaken") await this.sync(1 - index, "whole");
        const answer = await this.#push(changes, cursor);
        if (way === "answer lost") throw new BrokenLine();
        if (way === "sent twice") {
          const again = await this.#push(changes, cursor);
          if (told(again) !== told(answer)) {
            throw new Error(`Sent again: ${JSON.stringify({ changes, answer, again })}`);
          }
        }
        errors = answer.errors;
        return answer;
      },
    };
    try {
      await device.sync(link);
    } catch (error) {
      if (!(error instanceof BrokenLine)) throw error;
    }
    for (const error of errors) await this.#mend(device, error);
    return errors;
  }

  /** Every row of the user on the server, as sync sends it, by table and id. */
  async stored(): Promise<Map<Table, Map<string, Fields>>> {
    const { client } = this.#world;
    const { rows: records } = await client.query<{ table: Table; record: string; row_id: string }>(
      `select relation as table, row_id, private.sync_record(relation) as record
       from private.sync_relations() where relation = any ($1)`,
      [tables],
    );
    const { rows } = await client.query<{ table: Table; record: Fields & { id: string } }>(
      records
        .map(
          ({ table, record }) =>
            `select '${table}' as table, ${record} as record from public.${table} as stored where user_id = $1`,
        )
        .join(" union all "),
      [this.userId],
    );
    const stored = new Map(tables.map((table) => [table, new Map<string, Fields>()]));
    for (const {
      table,
      record: { id, ...fields },
    } of rows)
      stored.get(table)?.set(id, fields);
    return stored;
  }

  async #pull(cursor: number): Promise<SyncPull> {
    return await this.#request("select public.sync_pull($1) as answer", [cursor], SyncPull.parse);
  }

  async #push(changes: Changes, cursor: number): Promise<PushAnswer> {
    const answer = await this.#request(
      "select public.sync_push($1, $2) as answer",
      [JSON.stringify(changes), cursor],
      SyncPush.parse,
    );
    const stored = await this.stored();
    this.promises.pushed(changes, answer.errors, stored);
    return answer;
  }

  async #request<Answer>(
    text: string,
    values: unknown[],
    parse: (answer: unknown) => Answer,
  ): Promise<Answer> {
    let answer: unknown;
    await request(this.#world.client, this.userId, async (client) => {
      ({ answer } = (await client.query(text, values)).rows[0]);
    });
    return parse(answer);
  }

  /** Writes to the tables as an app that is online does. What is refused changes nothing. */
  async #online(what: "create" | "edit" | "delete", table: Table, id: string, fields: Fields): Promise<void> {
    // Exercises are written by an RPC, which takes them whole.
    if (table === "exercises") return;
    const { parent, isNamedByParent } = editsOf(table);
    const key = isNamedByParent && parent ? parent.column : "id";
    const { [key]: _, ...rest } = fields;
    const values = Object.entries(rest).map(([column, value]) =>
      typeof value === "number" && column.endsWith("_at") ? new Date(value).toISOString() : value,
    );
    const columns = Object.keys(rest);
    const marks = columns.map((_, index) => `$${index + 2}`);
    const texts = {
      create: `insert into public.${table} (${[key, ...columns]}) values (${["$1", ...marks]})`,
      edit: `update public.${table} set ${columns.map((column, index) => `${column} = ${marks[index]}`)} where ${key} = $1`,
      delete: `delete from public.${table} where ${key} = $1`,
    };
    try {
      await request(this.#world.client, this.userId, (client) => client.query(texts[what], [id, ...values]));
    } catch (error) {
      if (error instanceof DatabaseError) return;
      throw error;
    }
    if (what === "delete") this.promises.deleted(table, id);
    else this.promises.written(table, id, fields);
  }

  /** What an app does with a row that is refused: it has the value mended, or gives the row up. */
  async #mend(device: Device, { table: name, id, code, path }: PushAnswer["errors"][number]): Promise<void> {
    const table = name as Table;
    // The next pull brings what these lack.
    if (code === "stale_version" || code === "deleted" || code === "parent_rejected") return;
    const rows = await rowsOf(device);
    if (!rows.get(table)?.has(id)) return;
    const { links = {}, columns } = editsOf(table);
    const good = Object.fromEntries(Object.entries(columns).map(([column, make]) => [column, make(1)]));
    if (code === "invalid_field") await device.update(table, id, good);
    else if (path && path in links) {
      const isExercise = links[path] === "exercises";
      await device.update(table, id, {
        [path]: isExercise ? (this.#world.globals.exercises[0]?.id ?? null) : null,
      });
    } else {
      for (const row of [{ table, id }, ...descendants(rows, table, id)])
        await device.forget(row.table, row.id);
    }
  }
}

/**
 * The rows that were refused; why may differ, as a push may have deleted what they belong to. But for gyms: which is the
 * default is for the server to say, whatever was sent.
 */
function told({ errors }: PushAnswer): string {
  return errors
    .filter(({ table }) => table !== "gyms" && table !== "gym_equipment")
    .map(({ table, id }) => `${table} ${id}`)
    .sort()
    .join();
}

/** What a device has, by table and id. */
export async function rowsOf(device: Device): Promise<Map<Table, Map<string, Fields>>> {
  const rows = new Map<Table, Map<string, Fields>>();
  for (const table of tables) rows.set(table, await device.rows(table));
  return rows;
}

/** The rows below a row. */
function descendants(
  rows: Map<Table, Map<string, Fields>>,
  table: Table,
  id: string,
): { table: Table; id: string }[] {
  return childrenOf(table).flatMap((child) =>
    [...(rows.get(child) ?? [])]
      .filter(([, fields]) => fields[editsOf(child).parent?.column ?? ""] === id)
      .flatMap(([childId]) => [{ table: child, id: childId }, ...descendants(rows, child, childId)]),
  );
}

/** Rows whose parent is not there. */
export function orphans(rows: Map<Table, Map<string, Fields>>, globals: Globals): string[] {
  const isGlobal = (id: unknown) => globals.exercises.some((exercise) => exercise.id === id);
  return [...rows].flatMap(([table, byId]) => {
    const { parent } = editsOf(table);
    if (!parent) return [];
    return [...byId]
      .filter(([, fields]) => {
        const owner = fields[parent.column];
        return !rows.get(parent.table)?.has(String(owner)) && !isGlobal(owner);
      })
      .map(([id]) => `${table} ${id}`);
  });
}

/** Signs up. */
export async function newAccount(world: World): Promise<Account> {
  const { client } = world;
  const { rows } = await client.query("select private.sync_horizon()::text as cursor");
  const userId = await createUser(client);
  await request(client, userId, () =>
    client.query("select public.record_consent('health_data', '2026-01', 'en')"),
  );
  return new Account(world, userId, Number(rows[0].cursor));
}
