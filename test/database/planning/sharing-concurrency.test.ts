import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connect, hold, outcome, request, sendAndWait } from "../requests.ts";
import { actAsOwner, createUser } from "../training/acting-user.ts";

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
    await publish(plans);
  });

  async function publish(ids: string[]): Promise<void> {
    await owner.query(
      `insert into public.published_plans (
         id, user_id, name, weeks, is_repeating, days_per_week, exercises, document, source, license
       )
       select id, $1, 'Strength', 1, false, 1, 0,
         '{"type": "plan", "name": "Strength", "weeks": 1, "days": [], "routines": [], "exercises": []}', 'user', 'CC0-1.0'
       from unnest($2::uuid[]) as id`,
      [author, ids],
    );
  }

  const like = (plan: string) => (client: Client) => client.query("select public.like_plan($1)", [plan]);
  const unlike = (plan: string) => (client: Client) => client.query("select public.unlike_plan($1)", [plan]);
  const unpublish = (plan: string) => (client: Client) =>
    client.query("select public.unpublish_plan($1)", [plan]);
  const setVisibility = (visibility: string) => (client: Client) =>
    client.query("update public.profiles set visibility = $1 where user_id = $2", [visibility, author]);

  /** How requests of one person end that are sent one after the other. */
  async function endsOf(number: number, requests: ((client: Client) => Promise<unknown>)[]) {
    const { client, id } = person(number);
    const ends: string[] = [];
    for (const send of requests) ends.push(await outcome(request(client, id, send)));
    return ends;
  }

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
      people.map((_, number) => {
        const ordered = number % 2 === 0 ? plans : plans.toReversed();
        const copy = (plan: string) => (client: Client) =>
          client.query("select public.copy_plan($1, gen_random_uuid())", [plan]);
        const rounds = Array.from({ length: 10 }, (_, round) => [
          ...ordered.map(like),
          ...ordered.slice(round % 3).map(unlike),
        ]);
        const last = number < 5 ? ordered.map(like) : [];
        return endsOf(number, [...rounds.flat(), ...[...ordered, ...ordered].map(copy), ...last]);
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

    const ended = await endsOf(1, plans.map(like));
    await saving.commit();

    expect(ended).toEqual(["stored", "stored", "stored"]);
    expect((await counts()).map(({ like_count }) => like_count)).toEqual([1, 1, 1]);
  });

  test("COM-RACE-03: a like that waits for a plan to be unpublished is refused", async () => {
    const [plan = ""] = plans;
    const leaving = await hold(person(0).client, author, unpublish(plan));

    const liking = await sendAndWait(owner, person(1).client, person(1).id, like(plan));
    await leaving.commit();

    expect(await liking.ended).toBe("PT409");
    expect(await counts()).toHaveLength(2);
  });

  test("COM-RACE-04: and one that is taken back meanwhile is gone with the plan", async () => {
    const [plan = ""] = plans;
    await endsOf(1, [like(plan)]);
    const leaving = await hold(person(0).client, author, unpublish(plan));

    const unliking = await sendAndWait(owner, person(1).client, person(1).id, unlike(plan));
    await leaving.commit();

    expect(await unliking.ended).toBe("stored");
    expect(await counts()).toHaveLength(2);
  });

  test("COM-RACE-05: nobody is refused for the sake of another who unpublishes, hides or leaves", async () => {
    for (let round = 0; round < 10; round += 1) {
      const leaver = await newUser();
      for (const plan of plans) await request(owner, leaver, like(plan));
      const unpublished = plans[round % 3] ?? "";

      const ended = await Promise.all([
        ...[0, 1, 2, 3, 4].map((number) => {
          const ordered = number % 2 === 0 ? plans : plans.toReversed();
          return endsOf(number, [...ordered.map(like), ...ordered.map(unlike), ...ordered.map(like)]);
        }),
        outcome(request(person(5).client, author, setVisibility("followers"))),
        outcome(request(person(6).client, author, unpublish(unpublished))),
        outcome(
          (async () => {
            await person(7).client.query("delete from auth.users where id = $1", [leaver]);
          })(),
        ),
      ]);

      // A plan that is gone or hidden by then is none.
      expect(ended.flat().filter((end) => end !== "stored" && end !== "PT409")).toEqual([]);
      const stored = await counts();
      expect(stored.map(({ like_count }) => like_count)).toEqual(stored.map(({ likes }) => likes));
      await request(owner, author, setVisibility("public"));
      await publish([unpublished]);
    }
  });

  test("COM-RACE-06: a profile that is hidden while its plans are liked waits for nobody who came later", async () => {
    const [plan = ""] = plans;
    const referring = await hold(person(0).client, person(0).id, async (client) => {
      await actAsOwner(client);
      await client.query("select from public.published_plans where id = $1 for key share", [plan]);
    });
    const liking = await hold(person(1).client, person(1).id, like(plan));

    const hiding = await sendAndWait(owner, person(2).client, author, setVisibility("followers"));
    const unpublishing = await sendAndWait(owner, person(3).client, author, unpublish(plan));
    await liking.commit();

    expect(await hiding.ended).toBe("stored");
    await referring.commit();
    expect(await unpublishing.ended).toBe("stored");
  });

  test("COM-RACE-07: an author whose account is being deleted may hide it meanwhile", async () => {
    const [plan = ""] = plans;
    const liking = await hold(person(1).client, person(1).id, like(plan));

    const deleting = await sendAndWait(owner, person(2).client, author, async (client) => {
      await actAsOwner(client);
      await client.query("delete from auth.users where id = $1", [author]);
    });
    const hiding = await sendAndWait(owner, person(3).client, author, setVisibility("followers"));
    await liking.commit();

    expect(await Promise.all([deleting.ended, hiding.ended])).toEqual(["stored", "stored"]);
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
