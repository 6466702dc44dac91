import { describe, expect, test } from "vitest";
import { ErrorDetails } from "../../../types/contracts/error.ts";
import { anonymous, type Person, signedUpUser } from "../people.ts";

/** A username that nobody else's test chooses. */
const nameOf = ({ id }: Person) => `Corn.${id.slice(0, 8)}`;
/** The same at a glance: rn reads as m, and o as 0. */
const lookalikeOf = ({ id }: Person) => `c0m_${id.slice(0, 8)}`;

const choose = async ({ client, id }: Person, username: string | null) =>
  await client.from("profiles").update({ username }).eq("user_id", id).select("username");

describe("a username", () => {
  test("is chosen, and then nobody else's, in whatever letters it is written", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    const chosen = await choose(ada, nameOf(ada));

    const refused = [
      await choose(bob, nameOf(ada)),
      await choose(bob, nameOf(ada).toUpperCase()),
      await choose(bob, lookalikeOf(ada)),
      await choose(bob, "Adm1n"),
    ];

    expect(chosen.data).toEqual([{ username: nameOf(ada) }]);
    for (const { status, error } of refused) {
      expect([status, error?.message]).toEqual([409, "username_taken"]);
      expect(ErrorDetails.parse(JSON.parse(error?.details ?? "")).path).toBe("username");
    }
  });

  test("that is malformed is refused by the check that says so", async () => {
    const ada = await signedUpUser();

    const { status, error } = await choose(ada, "a b");

    expect([status, error?.code]).toEqual([400, "23514"]);
    expect(error?.message).toContain("profiles_username_form_check");
  });

  test("changes once in 30 days, its capitals as often as one likes, and stays held back", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    await choose(ada, nameOf(ada));
    const louder = await choose(ada, nameOf(ada).toUpperCase());
    const changed = await choose(ada, `new_${ada.id.slice(0, 8)}`);

    const again = await choose(ada, `newer_${ada.id.slice(0, 8)}`);
    const byBob = await choose(bob, nameOf(ada));

    expect([louder.status, changed.status]).toEqual([200, 200]);
    expect([again.status, again.error?.message]).toEqual([429, "too_many_requests"]);
    expect([byBob.status, byBob.error?.message]).toEqual([409, "username_taken"]);
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
