import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, request } from "../requests.ts";
import { actAs, createUser } from "./acting-user.ts";

// The property that sync stands on: a change that was committed is never missed by a later pull, however transactions
// interleave. Writers here hold their transactions open as long as a random history says.

const writerCount = 4;
let owner: Client;
let writers: Client[];
const users: string[] = [];

beforeAll(async () => {
  owner = await connect();
  writers = await Promise.all(Array.from({ length: writerCount }, connect));
});

afterAll(async () => {
  await owner.query("delete from auth.users where id = any ($1)", [users]);
  await Promise.all([owner, ...writers].map((client) => client.end()));
});

/** A phone: what it knows of folders, and where it will go on. */
class Phone {
  cursor: number | null = null;
  readonly folders = new Map<string, string>();
  readonly userId: string;

  constructor(userId: string) {
    this.userId = userId;
  }

  /** As if it had synced before: the catalogue would only take time. */
  async begin(): Promise<void> {
    const { rows } = await owner.query("select private.sync_horizon()::text as cursor");
    this.cursor = Number(rows[0].cursor);
  }

  async pull(): Promise<void> {
    await request(owner, this.userId, async (client) => {
      const { rows } = await client.query("select public.sync_pull($1) as answer", [this.cursor]);
      const { changes, timestamp } = rows[0].answer;
      for (const { id, name } of changes.routine_folders.updated) this.folders.set(id, name);
      for (const id of changes.routine_folders.deleted) this.folders.delete(id);
      this.cursor = timestamp;
    });
  }
}

// A step of one writer: it begins and writes, or ends what it began; or the phone pulls meanwhile.
const aStep = fc.oneof(
  fc.record({
    what: fc.constantFrom("write", "commit", "rollback"),
    writer: fc.nat(writerCount - 1),
    folder: fc.nat(3),
  }),
  fc.record({ what: fc.constant("pull"), writer: fc.constant(0), folder: fc.constant(0) }),
);

async function stored(userIds: string[]): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ id: string; name: string }>(
    "select id, name from public.routine_folders where user_id = any ($1)",
    [userIds],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

test("SYNC-CURSOR-01: no committed change is missed, whoever commits when", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 5, maxLength: 40 }), async (steps) => {
      // Writers of one user wait for each other, so the backend writes here, for one user, on many connections.
      const userId = await createUser(owner);
      users.push(userId);
      const phone = new Phone(userId);
      await phone.begin();
      const ids = Array.from({ length: writerCount * 4 }, () => randomUUID());
      const isOpen = new Array<boolean>(writerCount).fill(false);
      let count = 0;

      async function end(writer: number, how: string): Promise<void> {
        if (isOpen[writer]) await writers[writer]?.query(how);
        isOpen[writer] = false;
      }

      for (const { what, writer, folder } of steps) {
        const client = writers[writer];
        if (what === "pull") await phone.pull();
        else if (what !== "write") await end(writer, what);
        else if (client) {
          if (!isOpen[writer]) await client.query("begin");
          isOpen[writer] = true;
          // Each writer has folders of its own, so that none waits for another's row.
          const id = ids[writer * 4 + folder];
          count += 1;
          if (count % 5 === 0) await client.query("delete from public.routine_folders where id = $1", [id]);
          else {
            await client.query(
              `insert into public.routine_folders (id, user_id, name) values ($1, $2, $3)
               on conflict (id) do update set name = excluded.name`,
              [id, userId, `Folder ${count}`],
            );
          }
        }
      }
      for (let writer = 0; writer < writerCount; writer++) await end(writer, "commit");
      await phone.pull();

      expect(phone.folders).toEqual(await stored([userId]));
    }),
    { numRuns: 60 },
  );
});

test("SYNC-CURSOR-02: a transaction that was open through many pulls is not missed by the next", async () => {
  const userId = await createUser(owner);
  users.push(userId);
  const phone = new Phone(userId);
  const [slow, fast] = writers;
  if (!slow || !fast) throw new Error("There are no writers.");
  const write = (client: Client, name: string) =>
    client.query("insert into public.routine_folders (id, user_id, name) values ($1, $2, $3)", [
      randomUUID(),
      userId,
      name,
    ]);

  await slow.query("begin");
  await write(slow, "Slow");
  const { rows } = await slow.query("select private.change_mark()::text as mark");
  const cursors: (number | null)[] = [];
  for (const name of ["First", "Second", "Third"]) {
    await write(fast, name);
    await phone.pull();
    cursors.push(phone.cursor);
  }
  expect([...phone.folders.values()].sort()).toEqual(["First", "Second", "Third"]);
  // Held back by the open transaction, not by a clock.
  expect(cursors.filter((cursor) => Number(cursor) > Number(rows[0].mark))).toEqual([]);

  await slow.query("commit");
  await phone.pull();
  expect([...phone.folders.values()].sort()).toEqual(["First", "Second", "Slow", "Third"]);
});

test("SYNC-CURSOR-03: after a backup is restored, an old cursor gets everything as a replacement", async () => {
  const userId = await createUser(owner);
  users.push(userId);
  const client = writers[0];
  if (!client) throw new Error("There are no writers.");
  // Not committed: other tests share the database.
  await client.query("begin");
  await client.query("update private.sync_state set generation = generation + 1 where is_single");
  await actAs(client, userId);
  const { rows } = await client.query(
    "select public.sync_pull(1099511627777) as answer, private.sync_horizon() as horizon",
  );
  await client.query("rollback");

  expect(rows[0].answer).toMatchObject({ experimentalStrategy: "replacement" });
  expect(rows[0].answer.timestamp).toBe(Number(rows[0].horizon));
});
