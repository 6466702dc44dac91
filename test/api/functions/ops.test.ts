import { FunctionsHttpError } from "@supabase/supabase-js";
import { describe, expect, test } from "vitest";
import { Health, Readiness } from "../../../types/contracts/health.ts";
import { Problem } from "../../../types/contracts/problem.ts";
import { anonymous, signedUpUser } from "../people.ts";

describe("ops", () => {
  test("answers a monitor that holds no more than the publishable key", async () => {
    const monitor = anonymous();

    const health = await monitor.functions.invoke("ops/health", { method: "GET" });
    const ready = await monitor.functions.invoke("ops/ready", { method: "GET" });

    expect(health.error).toBeNull();
    expect(Health.parse(health.data)).toEqual({ status: "ok" });
    expect(ready.error).toBeNull();
    expect(Readiness.parse(ready.data).checks.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["database", "storage"]),
    );
  });

  test("counts its requests in the database", async () => {
    const { response } = await anonymous().functions.invoke("ops/ready", { method: "GET" });

    expect(response?.headers.get("ratelimit-limit")).toMatch(/^\d+$/);
    expect(Number(response?.headers.get("ratelimit-remaining"))).toBeLessThan(
      Number(response?.headers.get("ratelimit-limit")),
    );
  });

  test("answers a user's mistakes with problems that name the request", async () => {
    const { client } = await signedUpUser();

    const { error } = await client.functions.invoke("ops/nothing", { method: "GET" });

    expect(error).toBeInstanceOf(FunctionsHttpError);
    const response: Response = error.context;
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(Problem.parse(await response.json())).toMatchObject({
      code: "not_found",
      request_id: response.headers.get("x-request-id"),
    });
  });
});
