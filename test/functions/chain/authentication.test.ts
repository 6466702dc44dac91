import { expect, test } from "vitest";
import { verifyForProject } from "../../../functions/_shared/authentication.ts";
import { failure, success } from "../../../functions/_shared/result.ts";
import { privateKeySet, signToken } from "../../../stack/tokens.ts";
import { projectAt } from "../loopback.ts";

const key = { jwtSecret: "0123456789abcdef0123456789abcdef", kid: "the-key" };
const claims = { sub: "user-ada", aud: "authenticated", role: "authenticated" };
const project = { ...projectAt("http://api.test"), jwks: privateKeySet(key) };
const verify = verifyForProject(project);

const withToken = (token: string) =>
  new Request("http://api.test/", {
    headers: { authorization: `Bearer ${token}`, apikey: "the publishable key" },
  });
const withKey = (apikey: string) => new Request("http://api.test/", { headers: { apikey } });
const refused = failure({ kind: "refused", reason: expect.any(String) });

test("a token that the project signed names its user", async () => {
  const token = await signToken(claims, key, { expiresIn: 60 });

  expect(await verify(withToken(token), "user")).toEqual(
    success({ kind: "user", userId: "user-ada", token }),
  );
});

test.each([
  ["has expired", () => signToken({ ...claims, iat: 1, exp: 2 }, key)],
  [
    "another secret signed",
    () => signToken(claims, { ...key, jwtSecret: "x".repeat(32) }, { expiresIn: 60 }),
  ],
  ["names a key that the project has not", () => signToken(claims, { ...key, kid: "b" }, { expiresIn: 60 })],
  ["is for somebody else", () => signToken({ ...claims, aud: "other" }, key, { expiresIn: 60 })],
  [
    "has no user, as legacy API keys have none",
    () => signToken({ role: "service_role" }, key, { expiresIn: 60 }),
  ],
  ["is an API key", async () => "sb_publishable_x"],
  ["is no token at all", async () => "x.y.z"],
])("a token that %s is refused", async (_what, token) => {
  expect(await verify(withToken(await token()), "user")).toEqual(refused);
});

test("a token without a signature is refused", async () => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const unsigned = `${encode({ alg: "none", kid: key.kid })}.${encode({ ...claims, exp: 9_999_999_999 })}.`;

  expect(await verify(withToken(unsigned), "user")).toEqual(refused);
});

test("each mode takes every key of its kind, and no other", async () => {
  expect(await verify(withKey("the publishable key"), "publishable")).toEqual(
    success({ kind: "publishable" }),
  );
  expect(await verify(withKey("another publishable key"), "publishable")).toEqual(
    success({ kind: "publishable" }),
  );
  expect(await verify(withKey("another secret key"), "secret")).toEqual(success({ kind: "secret" }));

  expect(await verify(withKey("the publishable key"), "secret")).toEqual(refused);
  expect(await verify(withKey("the secret key"), "publishable")).toEqual(refused);
  expect(await verify(withKey("the secret key"), "user")).toEqual(refused);
  expect(await verify(new Request("http://api.test/"), "secret")).toEqual(refused);
});

test("why somebody is refused is told without what they sent", async () => {
  const token = await signToken(claims, { ...key, kid: "b" }, { expiresIn: 60 });

  const results = [
    await verify(withToken(token), "user"),
    await verify(withKey("sb_secret_guess"), "secret"),
  ];

  expect(JSON.stringify(results)).not.toContain(token);
  expect(JSON.stringify(results)).not.toContain("sb_secret_guess");
});

test("a project without signing keys is our fault, not the caller's", async () => {
  const token = await signToken(claims, { ...key, kid: "b" }, { expiresIn: 60 });
  // Nothing listens there.
  const unreachable = { ...project, jwks: new URL("http://127.0.0.1:1/jwks.json") };

  expect(await verifyForProject(unreachable)(withToken(token), "user")).toMatchObject(
    failure({ kind: "unavailable" }),
  );
});
