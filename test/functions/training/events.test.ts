import { expect, test } from "vitest";
import { accessTokenInDatabase } from "../../../functions/_shared/access-token.admin.ts";
import type { Platform } from "../../../functions/_shared/platform.ts";
import { failure, success } from "../../../functions/_shared/result.ts";
import { createApp } from "../../../functions/training/app.ts";
import type { ReadEvents } from "../../../functions/training/events.ts";
import { Problem } from "../../../types/contracts/problem.ts";
import { WorkoutEvents } from "../../../types/contracts/workout-events.ts";
import { projectAt } from "../loopback.ts";
import { memoryExports } from "./memory-exports.ts";
import { memoryImports } from "./memory-imports.ts";

const adaId = "019a0000-0000-7000-8000-000000000001";
const page: WorkoutEvents = {
  items: [{ type: "deleted", id: "019a0000-0000-7000-8000-000000000002" }],
  next_cursor: "next",
  has_more: false,
  is_replacement: false,
};

/** The function, where the token `rpt_ada` is Ada's and `rpt_narrow` opens nothing. */
function trial(read: ReadEvents = async () => success(page), differences: Partial<Platform> = {}) {
  const lines: ({ event: string } & Record<string, unknown>)[] = [];
  const subjects: unknown[] = [];
  const router = createApp({
    events: read,
    exports: memoryExports({}),
    imports: memoryImports().store,
    isCronToken: async () => success(false),
    jobs: {
      claim: async () => success(null),
      step: async () => success({ status: "lost" }),
      release: async () => success(undefined),
    },
    log: (event, fields) => lines.push({ event, ...fields }),
    platform: {
      allowedOrigins: ["*"],
      verifyCaller: async (request, mode) => {
        const scopes = { "Bearer rpt_ada": ["workouts:read" as const], "Bearer rpt_narrow": [] };
        const found = Object.entries(scopes).find(
          ([token]) => token === request.headers.get("authorization"),
        );
        return mode === "token" && found
          ? success({ kind: "token", userId: adaId, scopes: found[1] })
          : failure({ kind: "refused", reason: "unknown" });
      },
      isSessionLive: async () => success(false),
      takeRateLimit: async (policy, subject) => {
        subjects.push([policy, subject]);
        return success({ isAllowed: true, limit: 60, remaining: 59, resetSeconds: 60 });
      },
      ...differences,
    },
  });
  const get = (query: string, token = "rpt_ada") =>
    router.request(`/training/events${query}`, { headers: { authorization: `Bearer ${token}` } });
  return { get, router, lines, subjects };
}

test("a program reads the feed of the user whose token it holds", async () => {
  const asked: unknown[] = [];
  const { get, lines, subjects } = trial(async (userId, query) => {
    asked.push([userId, query]);
    return success(page);
  });

  const response = await get("?cursor=last&limit=10");

  expect(response.status).toBe(200);
  expect(WorkoutEvents.parse(await response.json())).toEqual(page);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(asked).toEqual([[adaId, { cursor: "last", limit: 10 }]]);
  expect(subjects).toEqual([["token_call", { userId: adaId }]]);
  expect(lines.at(-1)).toMatchObject({ event: "request", status: 200, user_id: adaId });
});

test("nobody else does, and a token opens what its scopes name", async () => {
  const { get, router } = trial(async () => {
    throw new Error("Nobody may read.");
  });

  const unknown = await get("", "rpt_unknown");
  const none = await router.request("/training/events");
  const narrow = await get("", "rpt_narrow");

  expect([unknown.status, none.status, narrow.status]).toEqual([401, 401, 403]);
  expect(unknown.headers.get("www-authenticate")).toBe("Bearer");
  expect(Problem.parse(await unknown.json()).code).toBe("unauthenticated");
  expect(Problem.parse(await narrow.json()).code).toBe("insufficient_scope");
});

test.each(["?limit=0", "?limit=101", "?limit=x", `?cursor=${"x".repeat(1001)}`, "?user_id=1"])(
  "a query that cannot be is refused: %s",
  async (query) => {
    expect((await trial().get(query.slice(0, 1200))).status).toBe(422);
  },
);

test("a cursor of another user is a field that is wrong", async () => {
  const { get } = trial(async () => failure({ kind: "cursor_mismatch", reason: "cursor_mismatch" }));

  const response = await get("?cursor=theirs");

  expect(response.status).toBe(422);
  expect(Problem.parse(await response.json()).errors).toEqual([
    { path: "query.cursor", text: expect.stringContaining("next_cursor") },
  ]);
});

test("a database that does not answer is told to the log alone", async () => {
  const { get, lines } = trial(async () =>
    failure({ kind: "unavailable", reason: "connection to 10.0.0.7 refused" }),
  );

  const response = await get("");

  expect(response.status).toBe(503);
  expect(await response.text()).not.toContain("10.0.0.7");
  expect(lines).toContainEqual(
    expect.objectContaining({ event: "events_failed", error: "connection to 10.0.0.7 refused" }),
  );
});

test.each([
  ["there is none", {}],
  ["it has another form", { authorization: "Bearer rpt_short" }],
  ["it is a session's", { authorization: "Bearer eyJhbGciOiJIUzI1NiJ9.e30.x" }],
  ["it comes as a key", { apikey: `rpt_${"x".repeat(43)}` }],
])("the database is not asked about a token where %s", async (_what, headers) => {
  // Nothing listens there: whoever asked would be told that it is unavailable.
  const verify = accessTokenInDatabase(projectAt("http://127.0.0.1:1"));

  const verified = await verify(new Request("http://api.test/", { headers: new Headers(headers) }));

  expect(verified).toMatchObject(failure({ kind: "refused" }));
});
