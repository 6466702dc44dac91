import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connect, hold, outcome, request, sendAndWait } from "../requests.ts";
import { createUser } from "../training/acting-user.ts";

let owner: Client;
let author: string;
const users: string[] = [];
/** People at the same time, each on a connection of their own. */
let people: { client: Client; id: string }[];

async function newUser(): Promise<string> {
  const id = await createUser(owner);
  users.push(id);
  return id;
}

function person(number: number) {
  const found = people[number];
  if (!found) throw new Error(`There is nobody with the number ${number}.`);
  return found;
}

beforeAll(async () => {
  owner = await connect();
  const clients = await Promise.all(Array.from({ length: 8 }, connect));
  people = [];
  for (const client of clients) people.push({ client, id: await newUser() });
});

beforeEach(async () => {
  author = await newUser();
  await owner.query("update public.profiles set visibility = 'public' where user_id = $1", [author]);
});

afterAll(async () => {
  await owner.query("delete from auth.users where id = any ($1)", [users]);
  await Promise.all([owner, ...people.map(({ client }) => client)].map((client) => client.end()));
});

describe("counts of a published plan", () => {
  let plans: string[];

  beforeEach(async () => {
    plans = [randomUUID(), randomUUID(), randomUUID()];
    await owner.query(
      `insert into public.published_plans (
         id, user_id, name, weeks, is_repeating, days_per_week, exercises, document, source, license
       )
       select id, $1, 'Strength', 1, false, 1, 0,
         '{"type": "plan", "name": "Strength", "weeks": 1, "days": [], "routines": [], "exercises": []}', 'user', 'CC0-1.0'
       from unnest($2::uuid[]) as id`,
      [author, plans],
    );
  });

  const like = (ids: string[]) => async (client: Client) =>
    await client.query(
      "insert into public.plan_likes (published_plan_id) select unnest($1::uuid[]) on conflict do nothing",
      [ids],
    );
  const unlike = (ids: string[]) => async (client: Client) =>
    await client.query("delete from public.plan_likes where published_plan_id = any ($1)", [ids]);

  /** Each plan's counts beside what they count. */
  async function counts() {
    const { rows } = await owner.query(
      `select like_count, (select count(*)::int from public.plan_likes where published_plan_id = plans.id) as likes,
         copy_count, (select count(*)::int from public.plan_uses where published_plan_id = plans.id) as copies
       from public.published_plans as plans
       where plans.id = any ($1)`,
      [plans],
    );
    return rows;
  }

  test("COM-RACE-01: are what there is after a storm of likes and copies, whatever their order", async () => {
    const ended = await Promise.all(
      people.map(async ({ client, id }, number) => {
        const ordered = number % 2 === 0 ? plans : plans.toReversed();
        const ends: string[] = [];
        for (let round = 0; round < 10; round += 1) {
          ends.push(await outcome(request(client, id, like(ordered))));
          ends.push(await outcome(request(client, id, unlike(ordered.slice(round % 3)))));
        }
        for (const plan of ordered) {
          const copy = (client: Client) =>
            client.query("select public.copy_plan($1, gen_random_uuid())", [plan]);
          ends.push(await outcome(request(client, id, copy)), await outcome(request(client, id, copy)));
        }
        if (number < 5) ends.push(await outcome(request(client, id, like(ordered))));
        return ends;
      }),
    );

    expect(new Set(ended.flat())).toEqual(new Set(["stored"]));
    const stored = await counts();
    expect(stored).toEqual(
      stored.map(({ likes }) => ({ like_count: likes, likes, copy_count: 8, copies: 8 })),
    );
    expect(stored.map(({ likes }) => likes >= 5)).toEqual([true, true, true]);
  });

  test("COM-RACE-02: do not wait for what the author is doing", async () => {
    const saving = await hold(person(0).client, author, async (client) => {
      await client.query("insert into public.gyms (id, name) values (gen_random_uuid(), 'Home')");
    });

    const ended = await outcome(request(person(1).client, person(1).id, like(plans)));
    await saving.commit();

    expect(ended).toBe("stored");
    expect((await counts()).map(({ like_count }) => like_count)).toEqual([1, 1, 1]);
  });

  test("COM-RACE-03: a like that waits for a plan to be unpublished is refused", async () => {
    const [plan = ""] = plans;
    const leaving = await hold(person(0).client, author, async (client) => {
      await client.query("select public.unpublish_plan($1)", [plan]);
    });

    const liking = await sendAndWait(owner, person(1).client, person(1).id, like([plan]));
    await leaving.commit();

    expect(await liking.ended).toBe("23503");
    expect(await counts()).toHaveLength(2);
  });
});

describe("a share link", () => {
  let token: string;

  async function share(maxCopies: number | null): Promise<void> {
    const routine = randomUUID();
    await request(owner, author, async (client) => {
      await client.query("insert into public.routines (id, name) values ($1, 'Push')", [routine]);
      const { rows } = await client.query<{ token: string }>(
        `select public.create_share_link(gen_random_uuid(), $1, p_max_copies => $2) #>> '{share_link,token}' as token`,
        [routine, maxCopies],
      );
      token = rows[0]?.token ?? "";
    });
  }

  /** Lets everybody do something at once, and answers what the link counted. */
  async function countsAfter(send: (number: number) => Promise<void>) {
    await Promise.all(people.map((_, number) => send(number)));
    const { rows } = await owner.query(
      "select view_count, copy_count from public.share_links where user_id = $1",
      [author],
    );
    return rows[0];
  }

  test("SHARE-RACE-01: is copied as often as it is good for, however many copy it at once", async () => {
    await share(3);
    const answers: boolean[] = [];

    const stored = await countsAfter(async (number) => {
      const { client, id } = person(number);
      await request(client, id, async () => {
        const { rows } = await client.query(
          "select public.copy_shared($1, gen_random_uuid()) ? 'routine' as is_copied",
          [token],
        );
        answers.push(rows[0].is_copied);
      });
    });

    expect(answers.filter(Boolean)).toHaveLength(3);
    expect(stored).toEqual({ view_count: 0, copy_count: 3 });
  });

  test("SHARE-RACE-02: counts every view of many at once", async () => {
    await share(null);

    const stored = await countsAfter(async (number) => {
      const { client, id } = person(number);
      for (let round = 0; round < 5; round += 1) {
        await request(client, id, () => client.query("select public.get_shared($1)", [token]));
      }
    });

    expect(stored).toEqual({ view_count: 40, copy_count: 0 });
  });
});
