import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { denoBinary } from "../../../stack/functions/deno-binary.ts";
import { projectRoot } from "../../../stack/project-root.ts";
import { Problem, problems } from "../../../types/contracts/problem.ts";
import { type Answer, answers } from "./answers.ts";

async function answersInDeno(): Promise<Record<string, Answer>> {
  const module = pathToFileURL(join(import.meta.dirname, "answers.ts")).href;
  const config = join(projectRoot, "functions", "ops", "deno.json");
  const { stdout } = await promisify(execFile)(
    denoBinary(),
    [
      "eval",
      ...["--quiet", "--no-lock", "--node-modules-dir=manual", "--config", config],
      `const { answers } = await import("${module}"); console.log(JSON.stringify(await answers()));`,
    ],
    {
      cwd: projectRoot,
      env: { DENO_DIR: join(projectRoot, "node_modules", ".cache", "deno"), NO_COLOR: "1" },
    },
  );
  return JSON.parse(stdout);
}

const limits = { "ratelimit-limit": "120", "ratelimit-remaining": "119", "ratelimit-reset": "60" };

const succeeding: [request: string, body: Record<string, unknown>][] = [
  ["a user", { user_id: "user-ada" }],
  ["an app", { kind: "publishable" }],
  ["a backend", { kind: "secret" }],
  ["input that its contract allows", { thing_id: "019a0000-0000-7000-8000-000000000001", limit: 3 }],
  ["a body that its contract allows", { name: "Bar", sets: [] }],
];

const failing: [
  request: string,
  code: keyof typeof problems,
  more?: { headers?: Record<string, string>; errors?: string[] },
][] = [
  ["a body that is no JSON", "malformed_body"],
  ["nobody where a user must be", "unauthenticated", { headers: { "www-authenticate": "Bearer" } }],
  ["an app where a backend must be", "unauthenticated", { headers: {} }],
  ["a session that has ended", "session_ended"],
  ["an unknown path", "not_found", { headers: {} }],
  ["a path of another function", "not_found", { headers: {} }],
  ["another method", "method_not_allowed", { headers: { allow: "POST" } }],
  ["a body that is too large", "body_too_large"],
  ["a body that says its length and is too large", "body_too_large"],
  ["a body of another media type", "unsupported_media_type"],
  ["a body that its contract refuses", "invalid_request", { errors: ["name", "sets[1].reps"] }],
  ["a path that the contract refuses", "invalid_request", { errors: ["param.thing_id"] }],
  ["a query that the contract refuses", "invalid_request", { errors: ["query.limit"] }],
  [
    "too many requests",
    "rate_limited",
    { headers: { ...limits, "ratelimit-remaining": "0", "ratelimit-reset": "42", "retry-after": "42" } },
  ],
  ["a bug", "internal_error"],
  ["a token that cannot be verified now", "auth_unavailable", { headers: {} }],
  ["a session that cannot be checked", "auth_unavailable"],
  ["a route that waits for too long", "timeout"],
  ["a route that is stuck", "timeout"],
];

describe.each([
  ["Node", answers],
  ["Deno", answersInDeno],
])("the chain in %s", (_runtime, answer) => {
  const answered = answer();

  test.each(succeeding)("answers %s with what the handler made", async (request, body) => {
    expect((await answered)[request]).toMatchObject({ status: 200, type: "application/json", body });
  });

  test.each(failing)("answers %s with %s", async (request, code, more = {}) => {
    const answer = (await answered)[request];

    expect(answer).toMatchObject({
      status: problems[code].status,
      type: "application/problem+json",
      headers: more.headers ?? limits,
    });
    const problem = Problem.strict().parse(answer?.body);
    expect(problem).toMatchObject({
      type: `urn:repstack:problem:${code}`,
      title: problems[code].title,
      status: problems[code].status,
      code,
      request_id: "request-1",
    });
    expect(problem.errors?.map(({ path }) => path)).toEqual(more.errors);
  });

  test("answers with nothing of what was thrown", async () => {
    expect(JSON.stringify(await answered)).not.toContain("hunter2");
  });
});
