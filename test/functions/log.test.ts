import { afterEach, expect, test, vi } from "vitest";
import { consoleLog } from "../../functions/_shared/log.ts";

afterEach(() => vi.restoreAllMocks());

function lineOf(fields: Record<string, unknown>): string {
  const print = vi.spyOn(console, "log").mockImplementation(() => {});
  consoleLog("error", fields);
  return String(print.mock.calls[0]?.[0]);
}

test("an event is one line of JSON", () => {
  const fields = { request_id: "request-1", error: 'two\n"lines"', ms: 3, checks: [{ ok: true }] };

  const line = lineOf(fields);

  expect(line).not.toContain("\n");
  expect(JSON.parse(line)).toEqual({ event: "error", ...fields });
});

test.each([
  ["a token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl"],
  ["a token without a signature", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ."],
  ["an authorization header", "Bearer q-w.e_r/t+y=="],
  ["a publishable key", ["sb", "publishable", "abcDEF123_45678"].join("_")],
  ["a secret key", ["sb", "secret", "abcDEF123_45678"].join("_")],
  ["an e-mail address", "Ada.Lovelace+gym@mail.example.test"],
  ["a database address", `postgresql://postgres:${"correct-horse"}@db.example.test/postgres`],
])("%s is taken out, wherever it is", (_what, secret) => {
  const line = lineOf({ error: `before ${secret} after`, more: [{ deep: `"${secret}"` }] });

  const [, sensitive = secret] = /:\/\/([^@]+)@/.exec(secret) ?? [];
  expect(line).not.toContain(sensitive);
  expect(JSON.parse(line)).toMatchObject({ error: expect.stringMatching(/^before .*after$/) });
});

test("where an error happened stays readable", () => {
  const stack = "TypeError: x\n    at file:///app/node_modules/hono@4.13.19/dist/compose.js:22:10";

  expect(JSON.parse(lineOf({ error: stack })).error).toBe(stack);
});

test("a line stays below what hosted cuts", () => {
  expect(lineOf({ error: "x".repeat(20_000) }).length).toBeLessThan(10_000);
});
