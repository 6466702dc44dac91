import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";

// Auth inserts users as supabase_auth_admin, whom postgres cannot become: so these tests are no pgTAP file.
const auth = new Client({
  connectionString: inject("migratedUrl").replace("//postgres:", "//supabase_auth_admin:"),
});
const owner = new Client({ connectionString: inject("migratedUrl") });
const warnings: string[] = [];
auth.on("notice", (notice) => warnings.push(notice.message ?? ""));

beforeAll(async () => {
  await auth.connect();
  await owner.connect();
});
afterAll(async () => {
  await auth.end();
  await owner.end();
});
beforeEach(() => {
  warnings.length = 0;
});

const id = "019a0000-0000-4000-8000-00000000a0a0";

/** Signs up as Auth does; the user stays until the test has ended. */
async function signUp(metadata: unknown): Promise<void> {
  await auth.query(
    `insert into auth.users (id, aud, role, email, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
     values ($1, 'authenticated', 'authenticated', 'sign-up@example.test', '{}', $2, now(), now())`,
    [id, metadata === undefined ? null : JSON.stringify(metadata)],
  );
}

async function profile(): Promise<{ display_name: string | null; [column: string]: unknown } | undefined> {
  const { rows } = await owner.query("select * from public.profiles where user_id = $1", [id]);
  return rows[0];
}

async function settings(): Promise<unknown> {
  const { rows } = await owner.query("select * from public.profile_settings where user_id = $1", [id]);
  return rows[0];
}

afterEach(async () => {
  await auth.query("delete from auth.users where id = $1", [id]);
  expect(await profile(), "a deleted user has no profile").toBeUndefined();
  expect(await settings(), "a deleted user has no settings").toBeUndefined();
});

describe("a sign-up", () => {
  test("ACC-SIGNUP-01: makes a private profile and settings, as the role that Auth has", async () => {
    await signUp({ display_name: "Ada" });

    expect(await profile()).toMatchObject({ display_name: "Ada", username: null, visibility: "private" });
    expect(await settings()).toMatchObject({ time_zone: "UTC", default_workout_visibility: "private" });
    expect(warnings).toEqual([]);
  });

  test.each([
    ["display_name before full_name before name", { name: "c", full_name: "b", display_name: "a" }, "a"],
    ["an empty name does not hide the next", { display_name: " ", full_name: "", name: "Ada" }, "Ada"],
    ["spaces are folded", { name: "  Ada \t\n  Lovelace\u00a0" }, "Ada Lovelace"],
    ["control characters go", { name: "A\u0001\u001b[31m\u0085da" }, "A [31m da"],
    ["no space is left where a name is cut", { name: `${"a".repeat(59)} b` }, "a".repeat(59)],
    ["emoji stay", { name: "💪🏽 Ada" }, "💪🏽 Ada"],
    ["right to left stays", { name: "عائشة" }, "عائشة"],
    ["quotes are letters", { name: "'; drop table profiles; --" }, "'; drop table profiles; --"],
  ])("ACC-SIGNUP-02: of names, %s", async (_rule, metadata, expected) => {
    await signUp(metadata);
    expect((await profile())?.display_name).toBe(expected);
    expect(warnings).toEqual([]);
  });

  test.each([
    ["missing", undefined],
    ["null", null],
    ["an array", [{ name: "Ada" }]],
    ["a number", 1],
    ["a text", "Ada"],
    ["a boolean", true],
    ["empty", {}],
    ["of nulls", { display_name: null, full_name: null, name: null }],
    ["of a number", { name: 1815 }],
    ["of an object", { name: { first: "Ada" } }],
    ["of an array", { name: ["Ada"] }],
    ["of control characters", { name: "\u0001\u0002\u007f" }],
  ])("ACC-SIGNUP-03: passes with metadata that is %s, and takes no name from it", async (_what, metadata) => {
    await signUp(metadata);
    expect(await profile()).toMatchObject({ display_name: null });
    expect(warnings).toEqual([]);
  });

  test.each([
    ["a megabyte of letters", "é".repeat(1_000_000)],
    ["a megabyte of spaces and letters", " x".repeat(500_000)],
    ["families of emoji", "👨‍👩‍👧‍👦".repeat(1_000)],
    ["combining marks", `e${"\u0301".repeat(10_000)}`],
  ])("ACC-SIGNUP-04: keeps at most 60 characters of %s", async (_what, name) => {
    await signUp({ name });
    const displayName = (await profile())?.display_name ?? "";
    expect([...displayName].length).toBeGreaterThan(0);
    expect([...displayName].length).toBeLessThanOrEqual(60);
    expect(warnings).toEqual([]);
  });

  test("ACC-SIGNUP-05: takes nothing but a name from what the client sent", async () => {
    await signUp({
      name: "Eve",
      username: "admin",
      visibility: "public",
      user_id: crypto.randomUUID(),
      role: "service_role",
    });
    expect(await profile()).toMatchObject({
      user_id: id,
      display_name: "Eve",
      username: null,
      visibility: "private",
    });
  });

  test("ACC-SIGNUP-06: passes though no profile can be stored, and says so", async () => {
    await owner.query(
      `alter table public.profiles add constraint profiles_nobody_check check (user_id <> '${id}') not valid`,
    );
    try {
      await signUp({ name: "Ada" });
      const { rows } = await owner.query("select id from auth.users where id = $1", [id]);
      expect(rows).toHaveLength(1);
      expect(await profile()).toBeUndefined();
      expect(warnings.join()).toContain(id);
    } finally {
      await owner.query("alter table public.profiles drop constraint profiles_nobody_check");
    }
  });

  test("ACC-SIGNUP-07: the role that Auth has reaches nothing else of ours", async () => {
    await expect(auth.query("select from public.profiles")).rejects.toMatchObject({ code: "42501" });
    await expect(auth.query("select private.tg_create_profile()")).rejects.toMatchObject({ code: "42501" });
  });
});
