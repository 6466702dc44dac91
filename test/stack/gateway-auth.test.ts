import { expect, test } from "vitest";
import { z } from "zod";
import { readKeys } from "../../stack/keys.ts";
import { statePaths } from "../../stack/state-paths.ts";
import { ada, describeGateway } from "./gateway-on-trial.ts";

const mailList = z.object({ messages: z.array(z.object({ ID: z.string() })) });
const mailText = z.object({ Text: z.string() });

describeGateway("Auth", ({ stack, stateDir, token, call, asUser, asAnon }) => {
  test("tokens carry what hosted tokens carry, and the claims of the hook", async () => {
    const { body } = await asUser("/rest/v1/rpc/whoami", { body: {} });
    expect(body.claims).toMatchObject({
      iss: `${stack().urls.api}/auth/v1`,
      aud: "authenticated",
      email: ada.email,
      app_metadata: { provider: "email" },
      user_metadata: { display_name: "Ada" },
      user_roles: ["password"],
    });
    const [header = ""] = token().split(".");
    const kid = readKeys(statePaths(stateDir()).keys)?.kid;
    expect(JSON.parse(Buffer.from(header, "base64url").toString())).toMatchObject({ alg: "HS256", kid });
  });

  test("Auth accepts its re-signed token, refreshes it, and the new one is complete too", async () => {
    expect((await asUser("/auth/v1/user")).body.email).toBe(ada.email);
    const session = await asAnon("/auth/v1/token?grant_type=password", { body: ada });
    const refreshed = await asAnon("/auth/v1/token?grant_type=refresh_token", {
      body: { refresh_token: session.body.refresh_token },
    });
    const { body } = await asUser("/rest/v1/rpc/whoami", { token: refreshed.body.access_token, body: {} });
    expect(body.claims).toMatchObject({ user_roles: ["token_refresh"], email: ada.email });
  });

  test("a hook may refuse", async () => {
    const { status, body } = await asAnon("/auth/v1/signup", {
      body: { email: "eve@example.com", password: "long enough", data: { barred: "true" } },
    });
    expect(status).toBe(403);
    expect(body).toMatchObject({ msg: "barred" });
  });

  test("the link in a mail leads to this gateway and on to the app, with a complete token", async () => {
    await asAnon("/auth/v1/recover", { body: { email: ada.email } });
    const list = mailList.parse(await (await fetch(`${stack().urls.mail}/api/v1/messages`)).json());
    const newest = `${stack().urls.mail}/api/v1/message/${list.messages[0]?.ID}`;
    const mail = mailText.parse(await (await fetch(newest)).json());
    const [link = ""] = mail.Text.match(/http:\/\/\S+\/auth\/v1\/verify\S*/) ?? [];
    expect(link).toContain(stack().urls.api);
    const { status, headers } = await call(link.slice(stack().urls.api.length));
    expect(status).toBe(303);
    const [target, fragment = ""] = headers.get("location")?.split("#") ?? [];
    expect(target).toBe("http://127.0.0.1:3000");
    const recovered = new URLSearchParams(fragment).get("access_token") ?? "";
    const { body } = await asUser("/rest/v1/rpc/whoami", { token: recovered, body: {} });
    expect(body.claims.user_roles).toEqual(["otp"]);
  });

  test("times in its answers are in a form that every client parses", async () => {
    const { body } = await asUser("/auth/v1/user");
    expect(body.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
    expect(body.identities[0].created_at).toMatch(/Z$/);
  });

  test("the public key set holds no secret", async () => {
    const { status, body } = await call("/auth/v1/.well-known/jwks.json");
    expect([status, body]).toEqual([200, { keys: [] }]);
  });
});
