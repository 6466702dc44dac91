import { describe, expect, test } from "vitest";
import { rateLimitInDatabase } from "../../../functions/_shared/rate-limit.admin.ts";
import type { RateLimitSubject, TakeRateLimit } from "../../../functions/_shared/rate-limit.ts";
import { failure, success } from "../../../functions/_shared/result.ts";
import { loopback, projectAt } from "../loopback.ts";
import { onTrial } from "./trial.ts";

const asAda = { headers: { authorization: "Bearer ada" } };
const left = { isAllowed: true, limit: 20, remaining: 3, resetSeconds: 60 };

/** Counts whatever it is asked, and remembers what that was. */
function counting() {
  const taken: { policy: string; subject: RateLimitSubject }[] = [];
  const takeRateLimit: TakeRateLimit = async (policy, subject) => {
    taken.push({ policy, subject });
    return success(left);
  };
  return { taken, takeRateLimit };
}

describe("the chain", () => {
  test("counts users by their id, under the policy of the route", async () => {
    const { taken, takeRateLimit } = counting();
    const { router } = onTrial({ takeRateLimit });

    await router.request("/trial/mine", asAda);
    await router.request("/trial/uploads", asAda);

    expect(taken).toEqual([
      { policy: "function_call", subject: { userId: "user-ada" } },
      { policy: "image_upload", subject: { userId: "user-ada" } },
    ]);
  });

  test("counts others by their address, and a backend not at all", async () => {
    const { taken, takeRateLimit } = counting();
    const { router } = onTrial({ takeRateLimit });
    const address = { "x-forwarded-for": "203.0.113.7" };

    await router.request("/trial/app", { headers: { ...address, apikey: "the publishable key" } });
    await router.request("/trial/backend", { headers: { ...address, apikey: "the secret key" } });

    expect(taken).toEqual([{ policy: "function_call", subject: { address: "203.0.113.7" } }]);
  });

  test("does not count who is not let in", async () => {
    const { taken, takeRateLimit } = counting();

    await onTrial({ takeRateLimit }).router.request("/trial/mine");

    expect(taken).toEqual([]);
  });

  test("lets a request through that cannot be counted, and says so in the log", async () => {
    const { router, lines } = onTrial({ takeRateLimit: async () => failure("connection refused") });

    const response = await router.request("/trial/mine", asAda);

    expect(response.status).toBe(200);
    expect(response.headers.has("ratelimit-limit")).toBe(false);
    expect(lines).toContainEqual(
      expect.objectContaining({
        event: "rate_limit_unavailable",
        policy: "function_call",
        error: "connection refused",
      }),
    );
  });
});

describe("the database", () => {
  const soon = () => AbortSignal.timeout(1_000);
  const answer = { is_allowed: true, limit: 20, remaining: 3, reset_seconds: 60 };

  test("counts through count_use, with the secret key", async () => {
    const rest = await loopback(() => ({ status: 200, body: JSON.stringify(answer) }));

    const taken = await rateLimitInDatabase(projectAt(rest.url))(
      "function_call",
      { userId: "user-ada" },
      soon(),
    );

    expect(taken).toEqual(success(left));
    expect(rest.sent).toMatchObject([
      {
        method: "POST",
        url: "/rest/v1/rpc/count_use",
        headers: { apikey: "the secret key" },
        body: '{"p_policy":"function_call","p_subject":"user-ada"}',
      },
    ]);
  });

  test("never learns an address, but tells one from another", async () => {
    const rest = await loopback(() => ({ status: 200, body: JSON.stringify(answer) }));
    const take = rateLimitInDatabase(projectAt(rest.url));

    for (const address of ["203.0.113.7", "203.0.113.7", "203.0.113.8"]) {
      await take("function_call", { address }, soon());
    }

    const [first, again, other] = rest.sent.map(({ body }) => body);
    expect(first).toMatch(/"p_subject":"address:[0-9a-f]{64}"/);
    expect(first).toBe(again);
    expect(first).not.toBe(other);
    expect(JSON.stringify(rest.sent)).not.toContain("203.0.113");
  });

  test("that refuses, answers something else, is silent or gone is a failure", async () => {
    const refusing = await loopback(() => ({ status: 404, body: '{"message":"no such policy"}' }));
    const strange = await loopback(() => ({ status: 200, body: "true" }));
    const silent = await loopback(() => undefined);
    const take = (url: string) => rateLimitInDatabase(projectAt(url))("x", { userId: "user-ada" }, soon());

    expect(await take(refusing.url)).toEqual(failure("no such policy"));
    expect(await take(strange.url)).toEqual(failure(expect.stringContaining("form")));
    expect((await take(silent.url)).ok).toBe(false);
    expect((await take("http://127.0.0.1:1")).ok).toBe(false);
  });
});
