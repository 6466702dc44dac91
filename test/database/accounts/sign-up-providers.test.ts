import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";

// The rows that hosted Auth writes for every way to sign up, also for those that the local stack does not serve, in the
// hands of the role that writes them. How names are read is tested in sign-up.test.ts.
const databaseUrl = inject("migratedUrl");
const auth = new Client({ connectionString: databaseUrl.replace("//postgres:", "//supabase_auth_admin:") });
const owner = new Client({ connectionString: databaseUrl });
const warnings: string[] = [];
auth.on("notice", (notice) => warnings.push(notice.message ?? ""));
const made: string[] = [];
const takenName = `taken.${randomUUID().slice(0, 8)}`;

beforeAll(async () => {
  await auth.connect();
  await owner.connect();
  const holder = await signUp({ provider: "email", email: address() }, {});
  made.length = 0;
  await owner.query("update public.profiles set username = $2 where user_id = $1", [holder, takenName]);
});
afterEach(async () => {
  await auth.query("delete from auth.users where id = any($1)", [made.splice(0)]);
  warnings.length = 0;
});
afterAll(async () => {
  await auth.end();
  await owner.end();
});

/** How somebody signs up: what Auth stores beside the metadata that the client or the provider sent. */
interface Shape {
  provider: string;
  email?: string;
  phone?: string;
  isAnonymous?: boolean;
  isSso?: boolean;
  /** What the provider says of the user; undefined where there is no identity. */
  claims?: Record<string, unknown>;
}

const address = () => `${randomUUID()}@example.test`;
const sso = `sso:${randomUUID()}`;

const shapes: Record<string, () => Shape> = {
  "e-mail and password": () => ({ provider: "email", email: address(), claims: { email_verified: false } }),
  phone: () => ({ provider: "phone", phone: `49${Math.floor(Math.random() * 1e10)}`, claims: {} }),
  Google: () => ({
    provider: "google",
    email: address(),
    claims: { iss: "https://accounts.google.com", name: "Ada", picture: "https://example.test/a.png" },
  }),
  "Google without a name": () => ({ provider: "google", email: address(), claims: {} }),
  "Apple, who tells the name once": () => ({
    provider: "apple",
    email: address(),
    claims: { full_name: "Ada Lovelace", custom_claims: { auth_time: 1_790_000_000 } },
  }),
  "Apple with name and address hidden": () => ({
    provider: "apple",
    email: `${randomUUID()}@privaterelay.appleid.com`,
    claims: { custom_claims: { is_private_email: true } },
  }),
  Facebook: () => ({ provider: "facebook", email: address(), claims: { name: "Ada", nickname: "" } }),
  "nobody yet (anonymous)": () => ({ provider: "", isAnonymous: true }),
  SSO: () => ({ provider: sso, email: address(), isSso: true, claims: { custom_claims: { groups: [] } } }),
};

/** Stores a user and the identity, in one transaction, as Auth does. */
async function signUp(shape: Shape, metadata: unknown): Promise<string> {
  const id = randomUUID();
  made.push(id);
  const { provider, email, phone, isAnonymous = false, isSso = false, claims } = shape;
  await auth.query("begin");
  await auth.query(
    `insert into auth.users (
       id, aud, role, email, phone, is_anonymous, is_sso_user, raw_app_meta_data, raw_user_meta_data,
       confirmation_token, recovery_token, email_change, email_change_token_new, created_at, updated_at
     )
     values ($1, 'authenticated', 'authenticated', $2, $3, $4, $5, $6, $7, '', '', '', '', now(), now())`,
    [
      id,
      email ?? null,
      phone ?? null,
      isAnonymous,
      isSso,
      isAnonymous ? {} : { provider, providers: [provider] },
      metadata === undefined ? null : JSON.stringify(metadata),
    ],
  );
  if (claims) {
    await auth.query(
      `insert into auth.identities (id, provider, provider_id, user_id, identity_data, created_at, updated_at)
       values ($1, $2, $3, $4, $5, now(), now())`,
      [randomUUID(), provider, id, id, { sub: id, email, ...claims }],
    );
  }
  await auth.query("commit");
  return id;
}

/** Everything of ours that a user has from the start. */
async function ours(id: string): Promise<unknown> {
  const { rows } = await owner.query(
    `select display_name, username, visibility, unit_system, time_zone
     from public.profiles
     join public.profile_settings using (user_id)
     where user_id = $1`,
    [id],
  );
  return rows;
}

const blank = { username: null, visibility: "private", unit_system: "metric", time_zone: "UTC" };

const sent: [what: string, metadata: unknown, displayName: string | null][] = [
  ["nothing", undefined, null],
  ["null", null, null],
  ["a list", [1, 2, 3], null],
  ["fields of wrong types", { name: { first: "Ada" }, full_name: 7, display_name: [true] }, null],
  ["a megabyte", { name: "x".repeat(1_000_000), more: "y".repeat(100_000) }, "x".repeat(60)],
  ["the user name of another", { name: "Ada", username: takenName, user_name: takenName }, "Ada"],
  ["emoji", { name: "🏋🏽‍♀️💪" }, "🏋🏽‍♀️💪"],
  ["right to left, forced", { name: "\u202eعائشة\u202c" }, "عائشة"],
  ["SQL and markup", { name: "'; drop table users; --<b>" }, "'; drop table users; --<b>"],
  ["fields that are ours", { visibility: "public", time_zone: "Mars", user_id: randomUUID() }, null],
];

const cases = Object.entries(shapes).flatMap(([name, shape]) =>
  sent.map(([what, metadata, displayName]) => ({ name, what, shape, metadata, displayName })),
);

describe("ACC-PROVIDER: a sign-up by", () => {
  test.each(cases)(
    "ACC-PROVIDER-01: $name makes a profile and settings when $what came along",
    async (one) => {
      const id = await signUp(one.shape(), one.metadata);

      expect(await ours(id)).toEqual([{ ...blank, display_name: one.displayName }]);
      expect(warnings).toEqual([]);
    },
  );

  test("ACC-PROVIDER-02: SSO passes though an account has the address, and gets a profile of its own", async () => {
    const email = address();
    const first = await signUp({ provider: "email", email }, { name: "Ada" });
    const second = await signUp({ provider: sso, email, isSso: true, claims: {} }, { name: "Ada at work" });

    expect(await ours(first)).toEqual([{ ...blank, display_name: "Ada" }]);
    expect(await ours(second)).toEqual([{ ...blank, display_name: "Ada at work" }]);
  });
});

describe("a later sign-in", () => {
  test("ACC-PROVIDER-03: by another provider, linked, leaves what the user made of the profile", async () => {
    const id = await signUp({ provider: "email", email: address(), claims: {} }, { name: "Ada" });
    await owner.query("update public.profiles set display_name = 'Countess' where user_id = $1", [id]);

    await auth.query(
      `insert into auth.identities (id, provider, provider_id, user_id, identity_data)
       values ($1, 'google', '117', $2, '{"name": "Ada Lovelace"}')`,
      [randomUUID(), id],
    );
    await auth.query(
      `update auth.users
       set raw_user_meta_data = '{"name": "Ada Lovelace"}', raw_app_meta_data = '{"providers": ["email", "google"]}'
       where id = $1`,
      [id],
    );

    expect(await ours(id)).toEqual([{ ...blank, display_name: "Countess" }]);
  });

  test("ACC-PROVIDER-04: somebody who was anonymous and adds an address keeps profile and settings", async () => {
    const id = await signUp({ provider: "", isAnonymous: true }, {});
    await owner.query("update public.profile_settings set unit_system = 'imperial' where user_id = $1", [id]);

    await auth.query("update auth.users set is_anonymous = false, email = $2 where id = $1", [id, address()]);

    expect(await ours(id)).toEqual([{ ...blank, display_name: null, unit_system: "imperial" }]);
  });
});
