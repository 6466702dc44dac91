import { describe, expect, test } from "vitest";
import { Consent } from "../../../types/contracts/consent.ts";
import { Me } from "../../../types/contracts/me.ts";
import { anonymous, type Person, signedUpUser } from "../people.ts";

const consent = async ({ client }: Person, p_text_version = "2026-11") =>
  Consent.parse(
    (
      await client
        .rpc("record_consent", { p_purpose: "health_data", p_text_version, p_locale: "en" })
        .throwOnError()
    ).data,
  );
const withdraw = async ({ client }: Person) =>
  Consent.parse((await client.rpc("withdraw_consent", { p_purpose: "health_data" }).throwOnError()).data);
const state = async ({ client }: Person, height_meters: number) =>
  await client.from("body_facts").upsert({ sex: "female", height_meters }).select("sex, height_meters");
const me = async ({ client }: Person) => Me.parse((await client.rpc("me").throwOnError()).data);

describe("consent to health data", () => {
  test("comes before any health data, which its owner alone reads", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    const before = await state(ada, 1.7);
    const given = await consent(ada);
    const stated = await state(ada, 1.7);
    const again = await state(ada, 1.71);
    const seenByBob = await bob.client.from("body_facts").select("sex").throwOnError();

    expect([before.status, before.error?.message]).toEqual([403, "consent_required"]);
    expect(given).toMatchObject({ is_granted: true, text_version: "2026-11", locale: "en" });
    expect([stated.status, stated.data]).toEqual([201, [{ sex: "female", height_meters: 1.7 }]]);
    expect(again.data).toEqual([{ sex: "female", height_meters: 1.71 }]);
    expect(seenByBob.data).toEqual([]);
    expect(await me(ada)).toMatchObject({
      body_facts: { sex: "female", birth_date: null, height_meters: 1.71 },
      consents: { health_data: true },
    });
  });

  test("is withdrawn as easily: what is there is read and deleted, and nothing new is stored", async () => {
    const ada = await signedUpUser();
    await consent(ada);
    await state(ada, 1.7);
    const withdrawn = await withdraw(ada);
    const after = await state(ada, 1.8);

    expect(withdrawn).toMatchObject({ is_granted: false, text_version: "withdrawal" });
    expect([after.status, after.error?.message]).toEqual([403, "consent_required"]);
    expect((await me(ada)).body_facts).toMatchObject({ height_meters: 1.7 });
    await ada.client.from("body_facts").delete().eq("user_id", ada.id).throwOnError();
    expect((await me(ada)).body_facts).toBeNull();
  });

  test("is a ledger: the same twice is one entry, every change is one more", async () => {
    const ada = await signedUpUser();
    const first = await consent(ada);
    const second = await consent(ada);
    await consent(ada, "2027-01");
    await withdraw(ada);
    const { data } = await ada.client
      .from("consents")
      .select("is_granted, text_version")
      .order("id")
      .throwOnError();

    expect(second).toEqual(first);
    expect(data).toEqual([
      { is_granted: true, text_version: "2026-11" },
      { is_granted: true, text_version: "2027-01" },
      { is_granted: false, text_version: "withdrawal" },
    ]);
  });

  test("is not written past the RPCs, backdated, or given by nobody", async () => {
    const ada = await signedUpUser();
    const entry = {
      user_id: ada.id,
      purpose: "health_data",
      is_granted: true,
      text_version: "1",
      locale: "en",
    };
    const inserted = await ada.client.from("consents").insert({ ...entry, created_at: "2020-01-01" });
    const unheardOf = await ada.client.rpc("record_consent", {
      p_purpose: "profit",
      p_text_version: "1",
      p_locale: "en",
    });
    const nobody = await anonymous().rpc("withdraw_consent", { p_purpose: "health_data" });

    expect([inserted.status, inserted.error?.code]).toEqual([403, "42501"]);
    expect([unheardOf.status, unheardOf.error?.message]).toEqual([422, "invalid_field"]);
    expect([nobody.status, nobody.error?.code]).toEqual([401, "42501"]);
    expect((await me(ada)).consents).toEqual({});
  });
});
