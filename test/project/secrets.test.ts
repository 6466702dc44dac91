import { expect, test } from "vitest";
import { findSecrets } from "../../scripts/checks/secrets.ts";

// Put together here, so that this file holds none itself.
const planted: [string, string][] = [
  ["a secret key of a Supabase project", `sb_secret_${"aB3_".repeat(8)}`],
  [
    "a signed token",
    ["eyJhbGciOiJIUzI1NiIsInR5cCI6", "eyJzdWIiOiIxMjM0NTY3ODkwIn0a", "c2lnbmF0dXJl".repeat(3)].join("."),
  ],
  ["a private key", `-----BEGIN ${"PRIVATE KEY"}-----\n${"MIIEvQ".repeat(10)}`],
  [
    "a database URL with its password",
    `postgresql://postgres.abc:${"correct-horse"}@db.example.test:5432/postgres`,
  ],
];

test.each(planted)("%s is found, with its line", (name, secret) => {
  expect(findSecrets(`first\nkey = "${secret}"\n`)).toEqual([{ line: 2, name }]);
});

test("the local stack's database URL and a placeholder are no secrets", () => {
  const url = "postgresql://supabase_admin:postgres@127.0.0.1:54322/postgres";
  expect(findSecrets(`${url} sb_secret_... sb_secret_<yours>`)).toEqual([]);
});
