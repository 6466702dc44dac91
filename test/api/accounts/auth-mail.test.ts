import { describe, expect, test } from "vitest";
import { follow, isMailSentAway, mailsTo, mailTo } from "../mail.ts";
import { anonymous, newAccount, signedIn, signedUpUser } from "../people.ts";

describe.skipIf(isMailSentAway)("signing in by mail", () => {
  test("AUTH-OTP-01: the link signs in, and leads into the app", async () => {
    const ada = await signedUpUser();
    const emailRedirectTo = "repstack://auth/callback";
    await anonymous().auth.signInWithOtp({ email: ada.email, options: { emailRedirectTo } });

    const mail = await mailTo(ada.email);
    const { target, brought } = await follow(mail.link);
    const { data } = await anonymous().auth.getUser(brought.get("access_token") ?? "");

    expect([mail.subject, target]).toEqual(["Sign in to Repstack", emailRedirectTo]);
    expect(data.user?.id).toBe(ada.id);
  });

  test("AUTH-OTP-02: the code signs in once", async () => {
    const { email, id } = await signedUpUser();
    const client = anonymous();
    await client.auth.signInWithOtp({ email });
    const token = (await mailTo(email)).code;

    const first = await client.auth.verifyOtp({ type: "email", email, token });
    const second = await anonymous().auth.verifyOtp({ type: "email", email, token });

    expect(first.data.session?.user.id).toBe(id);
    expect(second.error?.code).toBe("otp_expired");
  });

  test("AUTH-OTP-03: a code is good for the address it went to alone", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    await anonymous().auth.signInWithOtp({ email: ada.email });
    await anonymous().auth.signInWithOtp({ email: bob.email });
    const token = (await mailTo(ada.email)).code;

    const { data, error } = await anonymous().auth.verifyOtp({ type: "email", email: bob.email, token });

    expect([data.session, error?.code]).toEqual([null, "otp_expired"]);
  });

  test("AUTH-OTP-04: makes an account with a profile for a new address, unless it is asked not to", async () => {
    const [welcome, unwanted] = [newAccount().email, newAccount().email];
    const client = anonymous();

    const refused = await client.auth.signInWithOtp({
      email: unwanted,
      options: { shouldCreateUser: false },
    });
    await client.auth.signInWithOtp({ email: welcome });
    const token = (await mailTo(welcome)).code;
    const { data } = await client.auth.verifyOtp({ type: "email", email: welcome, token });

    expect([refused.error?.code, await mailsTo(unwanted)]).toEqual(["otp_disabled", []]);
    const profiles = client
      .from("profiles")
      .select("visibility")
      .eq("user_id", data.user?.id ?? "");
    expect((await profiles.single().throwOnError()).data).toEqual({ visibility: "private" });
  });
});

describe.skipIf(isMailSentAway)("another e-mail address", () => {
  test("AUTH-EMAIL-01: counts when the current address agreed, not before", async () => {
    const ada = await signedUpUser();
    const next = newAccount().email;

    const asked = await ada.client.auth.updateUser({ email: next });
    const mail = await mailTo(ada.email);
    const before = await anonymous().auth.signInWithPassword({ email: next, password: ada.password });
    await follow(mail.link);

    expect([asked.data.user?.email, asked.data.user?.new_email]).toEqual([ada.email, next]);
    expect(mail.subject).toBe("Confirm your new e-mail address");
    expect(before.error?.code).toBe("invalid_credentials");
    const client = await signedIn({ email: next, password: ada.password });
    expect((await client.auth.getUser()).data.user?.id).toBe(ada.id);
    const old = await anonymous().auth.signInWithPassword({ email: ada.email, password: ada.password });
    expect(old.error?.code).toBe("invalid_credentials");
  });

  test("AUTH-EMAIL-02: is refused when it belongs to somebody", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    const { error } = await ada.client.auth.updateUser({ email: bob.email });
    expect([error?.status, error?.code]).toEqual([422, "email_exists"]);
  });
});

describe.skipIf(isMailSentAway)("proving again who one is", () => {
  test("AUTH-REAUTH-01: a code comes by mail", async () => {
    const ada = await signedUpUser();
    const { error } = await ada.client.auth.reauthenticate();
    expect(error).toBeNull();
    expect((await mailTo(ada.email)).code).toMatch(/^\d{6}$/);
  });
});
