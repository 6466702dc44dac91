import { expect, test } from "vitest";
import { failure, success } from "../../../functions/_shared/result.ts";
import { Dashboard } from "../../../types/contracts/dashboard.ts";
import { Problem } from "../../../types/contracts/problem.ts";
import { emptyDashboard, trial } from "./trial.ts";

const march = "/dashboard?from=2026-03-01&to=2026-04-01";

test("ANL-01: the dashboard has a tag, is kept by its reader alone, and asked for each time", async () => {
  const { get, reads, policies } = trial();

  const response = await get(march, { origin: "https://app.test" });

  expect(response.status).toBe(200);
  expect(response.headers.get("access-control-expose-headers")).toMatch(/\betag\b/i);
  expect(Dashboard.parse(await response.json())).toMatchObject({ from: "2026-03-01", to: "2026-04-01" });
  expect(response.headers.get("etag")).toMatch(/^W\/"[\w-]{43}"$/);
  expect(response.headers.get("cache-control")).toBe("private, no-cache");
  expect(response.headers.get("vary")).toContain("Authorization");
  expect(reads).toEqual(["version", "dashboard"]);
  expect(policies).toEqual(["function_call"]);
});

test("ANL-02: who has it is told so by the version alone, without a dashboard being made", async () => {
  const { get, reads } = trial();
  const tag = (await get(march)).headers.get("etag") ?? "";
  reads.length = 0;

  for (const named of [tag, tag.replace("W/", ""), `"other", ${tag}`, "*"]) {
    const response = await get(march, { "if-none-match": named });
    expect(response.status).toBe(304);
    expect(await response.text()).toBe("");
    expect(response.headers.get("etag")).toBe(tag);
    expect(response.headers.get("cache-control")).toBe("private, no-cache");
  }
  expect(reads).toEqual(["version", "version", "version", "version"]);
});

test("ANL-03: another version, range or reader is another tag", async () => {
  let version = "1";
  const { get } = trial({ version: async () => success(version) });
  const tagOf = async (path: string, headers = {}) => (await get(path, headers)).headers.get("etag");

  const tags = [
    await tagOf(march),
    await tagOf("/dashboard?from=2026-03-01&to=2026-04-02"),
    await tagOf(march, { authorization: "Bearer bob" }),
  ];
  version = "2";
  tags.push(await tagOf(march));

  expect(new Set(tags).size).toBe(4);
  const [first = ""] = tags;
  expect((await get(march, { "if-none-match": first ?? "" })).status).toBe(200);
});

test("ANL-04: the version is read first, so that a tag is never newer than what it stands for", async () => {
  let version = 1;
  const { get } = trial({
    version: async () => success(String(version)),
    dashboard: async (_caller, range) => {
      // Somebody writes between the two reads.
      version = 2;
      return success({ ...emptyDashboard, ...range });
    },
  });

  const tag = (await get(march)).headers.get("etag") ?? "";

  expect((await get(march, { "if-none-match": tag })).status).toBe(200);
});

test.each(["", "?from=2026-03-01", "?from=2026-03-01&to=soon", "?from=2026-03-01&to=2026-04-01&user_id=1"])(
  "ANL-05: a query that cannot be is refused: %s",
  async (query) => {
    const response = await trial().get(`/dashboard${query}`);

    expect(response.status).toBe(422);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(Problem.parse(await response.json()).code).toBe("invalid_request");
  },
);

test("ANL-06: nobody else is let in, and nothing but reading is served", async () => {
  const { router, get, reads } = trial();

  const none = await router.request(`/analytics${march}`);
  const unknown = await get(march, { authorization: "Bearer eve" });
  const posted = await router.request(`/analytics${march}`, { method: "POST" });

  expect([none.status, unknown.status, posted.status]).toEqual([401, 401, 405]);
  expect(posted.headers.get("allow")).toBe("GET, HEAD");
  expect(reads).toEqual([]);
});

test("ANL-07: what the database refuses becomes a problem, and its reason stays in the log", async () => {
  const refused = trial({
    dashboard: async () =>
      failure({
        kind: "invalid",
        field: { path: "query.to", text: "must be within ten years of from" },
        reason: "PT422: invalid_field",
      }),
  });
  const down = trial({ version: async () => failure({ kind: "unavailable", reason: "connect 10.0.0.7" }) });
  const gone = trial({ version: async () => failure({ kind: "nobody", reason: "PT401" }) });

  const answers = [await refused.get(march), await down.get(march), await gone.get(march)];

  expect(answers.map(({ status }) => status)).toEqual([422, 503, 401]);
  const [first, second] = await Promise.all(answers.slice(0, 2).map(async (answer) => await answer.json()));
  expect(Problem.parse(first).errors).toEqual([
    { path: "query.to", text: "must be within ten years of from" },
  ]);
  expect(JSON.stringify(second)).not.toContain("10.0.0.7");
  expect(down.lines).toContainEqual(
    expect.objectContaining({ event: "analytics_unread", error: "connect 10.0.0.7" }),
  );
});
