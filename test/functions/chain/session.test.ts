import { expect, test } from "vitest";
import { failure, success } from "../../../functions/_shared/result.ts";
import { sessionInAuth } from "../../../functions/_shared/session.ts";
import { loopback, projectAt } from "../loopback.ts";

const ada = { kind: "user" as const, userId: "user-ada", token: "the token" };
const soon = () => AbortSignal.timeout(1_000);

test("asks Auth with the user's token and no more than the publishable key", async () => {
  const auth = await loopback(() => ({ status: 200, body: "{}" }));

  expect(await sessionInAuth(projectAt(auth.url))(ada, soon())).toEqual(success(true));
  expect(auth.sent).toMatchObject([
    {
      method: "GET",
      url: "/auth/v1/user",
      headers: { authorization: "Bearer the token", apikey: "the publishable key" },
    },
  ]);
});

test.each([401, 403])("takes %d for a session that has ended", async (status) => {
  const auth = await loopback(() => ({ status, body: '{"error_code":"session_not_found"}' }));

  expect(await sessionInAuth(projectAt(auth.url))(ada, soon())).toEqual(success(false));
});

test("does not know when Auth is broken, silent or gone", async () => {
  const broken = await loopback(() => ({ status: 502, body: "" }));
  const silent = await loopback(() => undefined);

  expect(await sessionInAuth(projectAt(broken.url))(ada, soon())).toEqual(failure("Auth answered 502."));
  expect(await sessionInAuth(projectAt(silent.url))(ada, soon())).toEqual(
    failure(expect.stringContaining("TimeoutError")),
  );
  expect((await sessionInAuth(projectAt("http://127.0.0.1:1"))(ada, soon())).ok).toBe(false);
});
