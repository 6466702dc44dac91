import { describe, expect, test } from "vitest";
import { follow, isMailSentAway, mailsTo, mailTo } from "../mail.ts";
import { anonymous, newAccount, signedIn, signedUpUser } from "../people.ts";

const anHour = 3600;

describe.skipIf(isMailSentAway)("a sign-up whose mail is read", () => {
  test("AUTH-SIGNUP-01: ends in a session when the link of the mail is opened, once", async () => {
    const account = newAccount();
    const signUp = await anonymous().auth.signUp(account);
    expect([signUp.error, signUp.data.session]).toEqual([null, null]);
    const mail = await mailTo(account.email);
    expect(mail.subject).toBe("Confirm your e-mail address");

    const { brought } = await follow(mail.link);
    const client = anonymous();
    const session = await client.auth.setSession({
      access_token: brought.get("access_token") ?? "",
      refresh_token: brought.get("refresh_token") ?? "",
    });
    const again = await follow(mail.link);

    expect(session.data.user).toMatchObject({
      id: signUp.data.user?.id,
      email: account.email,
      email_confirmed_at: expect.any(String),
    });
    expect(Number(brought.get("expires_in"))).toBe(anHour);
    expect([again.brought.get("error_code"), again.brought.get("access_token")]).toEqual([
      "otp_expired",
      null,
    ]);
    expect((await (await signedIn(account)).auth.getUser()).error).toBeNull();
  });

  test("AUTH-SIGNUP-02: ends in a session when the code is typed, and with no other code", async () => {
    const { email, password } = newAccount();
    const client = anonymous();
    await client.auth.signUp({ email, password });
    const { code } = await mailTo(email);
    const wrongCode = String((Number(code) + 1) % 1_000_000).padStart(6, "0");

    const wrong = await client.auth.verifyOtp({ type: "email", email, token: wrongCode });
    const right = await client.auth.verifyOtp({ type: "email", email, token: code });
    const again = await client.auth.verifyOtp({ type: "email", email, token: code });

    expect([wrong.error?.status, wrong.error?.code]).toEqual([403, "otp_expired"]);
    expect(right.data.session?.user.email).toBe(email);
    expect(again.error?.code).toBe("otp_expired");
  });

  test("AUTH-SIGNUP-03: nobody signs in before", async () => {
    const account = newAccount();
    await anonymous().auth.signUp(account);

    const early = await anonymous().auth.signInWithPassword(account);

    expect([early.error?.status, early.error?.code]).toEqual([400, "email_not_confirmed"]);
    expect(early.data.session).toBeNull();
  });

  test.each([
    ["the app", "repstack://auth/callback", "repstack://auth/callback"],
    ["an allowed page", "http://localhost:3000/welcome?a=1", "http://localhost:3000/welcome?a=1"],
    ["another host", "https://evil.example/", "http://127.0.0.1:3000"],
    ["a host that looks alike", "http://localhost:3000.evil.example/", "http://127.0.0.1:3000"],
    ["a host behind a user name", "http://localhost:3000@evil.example/", "http://127.0.0.1:3000"],
    ["another app", "repstack-evil://auth/callback", "http://127.0.0.1:3000"],
    ["a script", "javascript:alert(1)", "http://127.0.0.1:3000"],
  ])("AUTH-REDIRECT-01: a link that is to lead to %s", async (_where, emailRedirectTo, target) => {
    const account = newAccount();
    await anonymous().auth.signUp({ ...account, options: { emailRedirectTo } });

    const end = await follow((await mailTo(account.email)).link);

    expect(end.target).toBe(target);
    expect(end.brought.has("access_token")).toBe(true);
  });

  test("AUTH-REDIRECT-02: a link whose target was changed on the way leads to the site", async () => {
    const account = newAccount();
    await anonymous().auth.signUp(account);
    const link = new URL((await mailTo(account.email)).link);
    link.searchParams.set("redirect_to", "https://evil.example/");

    expect((await follow(link.href)).target).toBe("http://127.0.0.1:3000");
  });

  test("AUTH-ENUM-01: a second one under the same address sends no second mail", async () => {
    const ada = await signedUpUser();
    await anonymous().auth.signUp({ email: ada.email, password: newAccount().password });
    expect(await mailsTo(ada.email)).toHaveLength(1);
  });
});

describe("a sign-up", () => {
  test("AUTH-ENUM-02: with an address that has an account looks as if it had none, and changes nothing", async () => {
    const ada = await signedUpUser();
    const other = newAccount().password;

    const { data, error } = await anonymous().auth.signUp({
      email: ada.email.toUpperCase(),
      password: other,
      options: { data: { display_name: "Eve" } },
    });

    expect([error, data.session]).toEqual([null, null]);
    expect(data.user?.id).toMatch(/^[\da-f-]{36}$/);
    expect(data.user?.id).not.toBe(ada.id);
    const withNewPassword = await anonymous().auth.signInWithPassword({ email: ada.email, password: other });
    expect(withNewPassword.error?.code).toBe("invalid_credentials");
    const still = (await (await signedIn(ada)).auth.getUser()).data.user;
    expect([still?.id, still?.user_metadata.display_name]).toEqual([ada.id, undefined]);
  });

  test.each([
    ["9 characters", "abcdefgh1"],
    ["none", ""],
  ])("AUTH-PASSWORD-01: with a password of %s is refused", async (_what, password) => {
    const { data, error } = await anonymous().auth.signUp({ ...newAccount(), password });
    expect(data.user).toBeNull();
    expect(error?.code).toMatch(/^(weak_password|validation_failed|anonymous_provider_disabled)$/);
  });

  test("AUTH-PASSWORD-02: says what a weak password lacks", async () => {
    const { error } = await anonymous().auth.signUp({ ...newAccount(), password: "short" });
    expect(error).toMatchObject({ status: 422, code: "weak_password", reasons: ["length"] });
  });

  test("AUTH-META-01: gives nobody a role, whatever the client sends along", async () => {
    const ada = await signedUpUser({
      role: "service_role",
      app_metadata: { user_roles: ["admin"] },
      user_roles: ["admin"],
      is_super_admin: true,
    });
    const { data } = await ada.client.auth.getClaims();
    expect(data?.claims).toMatchObject({ role: "authenticated", aud: "authenticated", is_anonymous: false });
    expect(data?.claims.app_metadata).toEqual({ provider: "email", providers: ["email"] });
  });

  test("AUTH-META-02: and none later, when the client changes its own data", async () => {
    const { client } = await signedUpUser();

    await client.auth.updateUser({ data: { role: "service_role", app_metadata: { user_roles: ["admin"] } } });
    const { data } = await client.auth.refreshSession();

    expect(data.user).toMatchObject({
      role: "authenticated",
      app_metadata: { provider: "email", providers: ["email"] },
    });
  });
});
