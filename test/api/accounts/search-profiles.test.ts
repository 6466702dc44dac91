import { createClient } from "@supabase/supabase-js";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { ProfileSearch } from "../../../types/contracts/profile.ts";
import type { Database } from "../../../types/database.types.ts";
import { anonymous, type Person, signedUpUser } from "../people.ts";

// Follows and blocks have no RPC yet: the backend writes them.
const backend = createClient<Database>(inject("apiUrl"), inject("secretKey"), {
  auth: { persistSession: false },
});

let ada: Person;
let bob: Person;
let eve: Person;
const noAvatar = { avatar_path: null, avatar_thumbhash: null, avatar_color: null };
/** What the usernames of this run begin with. */
let prefix: string;

async function show({ client, id }: Person, name: string, visibility: string): Promise<void> {
  await client.rpc("change_username", { p_username: `${prefix}_${name}` }).throwOnError();
  await client
    .from("profiles")
    .update({ display_name: `Mx ${name} ${prefix}`, visibility })
    .eq("user_id", id)
    .throwOnError();
}

const search = async (
  { client }: Person,
  p_query: string,
  page: { p_limit?: number; p_cursor?: string } = {},
) => ProfileSearch.parse((await client.rpc("search_profiles", { p_query, ...page }).throwOnError()).data);
const found = async (person: Person, query: string) =>
  (await search(person, query)).items.map(({ user_id }) => user_id);

beforeAll(async () => {
  [ada, bob, eve] = [await signedUpUser(), await signedUpUser(), await signedUpUser()];
  prefix = `q${ada.id.slice(-12)}`;
  await show(ada, "ada", "public");
  await show(bob, "bob", "followers");
  await show(eve, "eve", "public");
});

describe("a search for people", () => {
  test("finds public profiles by username and by display name, and not oneself", async () => {
    expect(await found(eve, prefix.toUpperCase())).toEqual([ada.id]);
    expect(await found(eve, `mx ada ${prefix}`)).toEqual([ada.id]);
    expect(await found(ada, prefix)).toEqual([eve.id]);
    expect((await search(eve, `${prefix}_ada`)).items).toEqual([
      { user_id: ada.id, username: `${prefix}_ada`, display_name: `Mx ada ${prefix}`, ...noAvatar },
    ]);
  });

  test("finds nobody by what stands for anything, or by less than two letters", async () => {
    for (const query of ["%", "%%", `${prefix}%`, "q", ""]) expect(await found(eve, query)).toEqual([]);
  });

  test("finds a profile for followers where the follower was accepted, until there is a block", async () => {
    const follow = { follower_id: ada.id, followee_id: bob.id };
    await backend
      .from("follows")
      .insert({ ...follow, status: "pending" })
      .throwOnError();
    expect(await found(ada, `${prefix}_bob`), "pending").toEqual([]);
    await backend.from("follows").update({ status: "accepted" }).match(follow).throwOnError();
    expect(await found(ada, `${prefix}_bob`), "accepted").toEqual([bob.id]);
    expect(await found(eve, `${prefix}_bob`), "a stranger").toEqual([]);

    await backend.from("blocks").insert({ blocker_id: bob.id, blocked_id: ada.id }).throwOnError();
    expect(await found(ada, `${prefix}_bob`), "blocked").toEqual([]);
    expect(await found(bob, `${prefix}_ada`), "who blocks").toEqual([]);
  });

  test("is read page by page, and a cursor belongs to its query", async () => {
    const carl = await signedUpUser();
    const first = await search(carl, prefix, { p_limit: 1 });
    const cursor = first.next_cursor ?? "";
    const second = await search(carl, prefix, { p_limit: 1, p_cursor: cursor });
    const other = await carl.client.rpc("search_profiles", { p_query: `${prefix}_`, p_cursor: cursor });
    const garbage = await carl.client.rpc("search_profiles", { p_query: prefix, p_cursor: "garbage" });

    expect([...first.items, ...second.items].map(({ user_id }) => user_id)).toEqual([ada.id, eve.id]);
    expect(second.next_cursor).toBeNull();
    for (const { status, error } of [other, garbage]) {
      expect([status, error?.message]).toEqual([400, "cursor_mismatch"]);
    }
  });

  test("is limited in rate", async () => {
    const carl = await signedUpUser();
    const answers = await Promise.all(
      Array.from({ length: 65 }, () => carl.client.rpc("search_profiles", { p_query: prefix })),
    );

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(60);
    expect(answers.filter(({ error }) => error?.message === "too_many_requests")).toHaveLength(5);
  });

  test("needs an account", async () => {
    const { status, error } = await anonymous().rpc("search_profiles", { p_query: prefix });

    expect([status, error?.code]).toEqual([401, "42501"]);
  });
});
