import { describe, expect, test } from "vitest";
import { anonymous, type Person, signedUpUser } from "../people.ts";

/** What tells one person's names from another's: ids begin with the time. */
const ending = ({ id }: Person) => id.slice(-12);
/** A username that nobody else's test chooses. */
const nameOf = (person: Person) => `Corn.${ending(person)}`;
/** The same at a glance: rn reads as m, and o as 0. */
const lookalikeOf = (person: Person) => `c0m_${ending(person)}`;

const choose = async ({ client }: Person, p_username: string) =>
  await client.rpc("change_username", { p_username });

describe("a username", () => {
  test("is chosen, and then nobody else's, in whatever letters it is written", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    const chosen = await choose(ada, nameOf(ada));
    const refused = [nameOf(ada), nameOf(ada).toUpperCase(), lookalikeOf(ada), "Adm1n", "a b"];

    expect([chosen.data, chosen.error]).toEqual([true, null]);
    for (const name of refused) expect((await choose(bob, name)).data, name).toBe(false);
    const { data } = await ada.client
      .from("profiles")
      .select("username")
      .eq("user_id", ada.id)
      .throwOnError();
    expect(data).toEqual([{ username: nameOf(ada) }]);
  });

  test("is not written past that, where a refusal would not be counted", async () => {
    const ada = await signedUpUser();

    const { status, error } = await ada.client
      .from("profiles")
      .update({ username: nameOf(ada) })
      .eq("user_id", ada.id);

    expect([status, error?.code]).toEqual([403, "42501"]);
  });

  test("changes once in 30 days, its capitals as often as one likes, and stays held back", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    await choose(ada, nameOf(ada));
    const louder = await choose(ada, nameOf(ada).toUpperCase());
    const changed = await choose(ada, `new_${ending(ada)}`);

    const again = await choose(ada, `newer_${ending(ada)}`);
    const byBob = await choose(bob, nameOf(ada));

    expect([louder.data, changed.data]).toEqual([true, true]);
    expect([again.status, again.error?.message]).toEqual([429, "too_many_requests"]);
    expect(byBob.data).toBe(false);
  });
});

describe("whether a username is to be had", () => {
  test("is told before there is an account, and what is not to be had answers alike", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    await choose(ada, nameOf(ada));
    const isAvailable = async (client: Person["client"], p_username: string) =>
      (await client.rpc("is_username_available", { p_username }).throwOnError()).data;

    expect(await isAvailable(anonymous(), nameOf(bob))).toBe(true);
    expect(await isAvailable(anonymous(), nameOf(ada))).toBe(false);
    for (const name of [nameOf(ada), lookalikeOf(ada), "support", "a b", ""]) {
      expect(await isAvailable(bob.client, name), name).toBe(false);
    }
    expect(await isAvailable(ada.client, lookalikeOf(ada)), "one's own").toBe(true);
  });

  test("is not told often enough to enumerate them", async () => {
    const ada = await signedUpUser();

    const answers = await Promise.all(
      Array.from({ length: 35 }, (_, number) =>
        ada.client.rpc("is_username_available", { p_username: `${nameOf(ada)}${number}` }),
      ),
    );

    expect(answers.filter(({ data }) => data)).toHaveLength(30);
    const refused = answers.filter(({ error }) => error);
    expect(refused.map(({ status, error }) => `${status} ${error?.message}`)).toEqual(
      Array(5).fill("429 too_many_requests"),
    );
    expect(refused[0]?.error?.hint).toMatch(/Try again in \d+ seconds\./);
  });
});
