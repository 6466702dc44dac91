import { describe, expect, test } from "vitest";
import { follow, isMailSentAway, mailsTo, mailTo } from "../mail.ts";
import { anonymous, newAccount, signedIn, signedUpUser } from "../people.ts";

const signIn = async (email: string, password: string) =>
  (await anonymous().auth.signInWithPassword({ email, password })).error;

describe("a password", () => {
  test("AUTH-ENUM-03: a wrong one and an unknown address answer alike", async () => {
    const ada = await signedUpUser();

    const wrong = await signIn(ada.email, "not the password");
    const unknown = await signIn(newAccount().email, "not the password");

    expect(wrong).toMatchObject({ status: 400, code: "invalid_credentials" });
    expect([unknown?.status, unknown?.code, unknown?.message]).toEqual([
      wrong?.status,
      wrong?.code,
      wrong?.message,
    ]);
  });

  test("AUTH-PASSWORD-03: a weak new one is refused, and the old one stays", async () => {
    const ada = await signedUpUser();

    const { error } = await ada.client.auth.updateUser({ password: "short" });

    expect([error?.status, error?.code]).toEqual([422, "weak_password"]);
    expect(await signIn(ada.email, ada.password)).toBeNull();
  });

  test("AUTH-PASSWORD-04: the new one must be another", async () => {
    const ada = await signedUpUser();
    const { error } = await ada.client.auth.updateUser({ password: ada.password });
    expect([error?.status, error?.code]).toEqual([422, "same_password"]);
  });

  test("AUTH-PASSWORD-05: a new one ends every other session", async () => {
    const ada = await signedUpUser();
    const elsewhere = await signedIn(ada);

    await ada.client.auth.updateUser({ password: newAccount().password });

    expect((await elsewhere.auth.refreshSession()).error?.code).toBe("refresh_token_not_found");
    expect((await ada.client.auth.refreshSession()).error).toBeNull();
  });
});

describe.skipIf(isMailSentAway)("a forgotten password", () => {
  test("AUTH-RESET-01: is replaced by way of the mail's link; the old one is refused from then on", async () => {
    const ada = await signedUpUser();
    const elsewhere = await signedIn(ada);
    const next = newAccount().password;

    const asked = await anonymous().auth.resetPasswordForEmail(ada.email, {
      redirectTo: "repstack://auth/callback",
    });
    const mail = await mailTo(ada.email);
    const { target, brought } = await follow(mail.link);
    const client = anonymous();
    await client.auth.setSession({
      access_token: brought.get("access_token") ?? "",
      refresh_token: brought.get("refresh_token") ?? "",
    });
    const changed = await client.auth.updateUser({ password: next });

    expect([asked.error, changed.error]).toEqual([null, null]);
    expect([mail.subject, target, brought.get("type")]).toEqual([
      "Choose a new password",
      "repstack://auth/callback",
      "recovery",
    ]);
    expect((await signIn(ada.email, ada.password))?.code).toBe("invalid_credentials");
    expect(await signIn(ada.email, next)).toBeNull();
    expect((await elsewhere.auth.refreshSession()).error?.code).toBe("refresh_token_not_found");
    expect((await follow(mail.link)).brought.get("error_code")).toBe("otp_expired");
  });

  test("AUTH-RESET-02: can be replaced by typing the code", async () => {
    const { email } = await signedUpUser();
    const client = anonymous();
    await client.auth.resetPasswordForEmail(email);

    const token = (await mailTo(email)).code;
    const { data } = await client.auth.verifyOtp({ type: "recovery", email, token });

    expect(data.session?.user.email).toBe(email);
  });

  test("AUTH-RESET-03: a second mail makes the first useless", async () => {
    const { email } = await signedUpUser();
    await anonymous().auth.resetPasswordForEmail(email);
    await anonymous().auth.resetPasswordForEmail(email);
    const [second, first] = await mailsTo(email);

    expect((await follow(first?.link ?? "")).brought.get("error_code")).toBe("otp_expired");
    expect((await follow(second?.link ?? "")).brought.get("type")).toBe("recovery");
  });

  test("AUTH-ENUM-04: asking for it answers alike whether there is an account or none", async () => {
    const ada = await signedUpUser();
    const stranger = newAccount();

    const known = await anonymous().auth.resetPasswordForEmail(ada.email);
    const unknown = await anonymous().auth.resetPasswordForEmail(stranger.email);

    expect(unknown).toEqual(known);
    expect(await mailsTo(stranger.email)).toEqual([]);
  });
});
