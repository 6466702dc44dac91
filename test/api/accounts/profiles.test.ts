import { describe, expect, test } from "vitest";
import { Me } from "../../../types/contracts/me.ts";
import { anonymous, signedUpUser } from "../people.ts";

describe("a new account", () => {
  test("has a private profile and settings from the first request on", async () => {
    const ada = await signedUpUser({ display_name: "  Ada\u0007 Lovelace " });

    const profile = await ada.client
      .from("profiles")
      .select("display_name, username, visibility")
      .eq("user_id", ada.id)
      .single()
      .throwOnError();
    const settings = await ada.client
      .from("profile_settings")
      .select("unit_system, week_start")
      .single()
      .throwOnError();

    expect(profile.data).toEqual({ display_name: "Ada Lovelace", username: null, visibility: "private" });
    expect(settings.data).toEqual({ unit_system: "metric", week_start: 1 });
  });

  test("keeps its profile to itself until it is opened", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    const seenByBob = async () =>
      (await bob.client.from("profiles").select("user_id").eq("user_id", ada.id).throwOnError()).data.length;

    expect(await seenByBob()).toBe(0);
    await ada.client.from("profiles").update({ visibility: "public" }).eq("user_id", ada.id).throwOnError();
    expect(await seenByBob()).toBe(1);
  });

  test("reads all of its own at once", async () => {
    const ada = await signedUpUser({ display_name: "Ada" });
    await ada.client.from("profiles").update({ bio: "Countess" }).eq("user_id", ada.id).throwOnError();
    await ada.client
      .from("profile_settings")
      .update({ time_zone: "Europe/London", e1rm_formula: "brzycki" })
      .eq("user_id", ada.id)
      .throwOnError();

    const me = Me.parse((await ada.client.rpc("me").throwOnError()).data);

    expect(me).toMatchObject({
      user_id: ada.id,
      profile: { username: null, display_name: "Ada", bio: "Countess", visibility: "private" },
      settings: { time_zone: "Europe/London", e1rm_formula: "brzycki", week_start: 1 },
      body_facts: null,
      roles: [],
      consents: {},
    });
  });

  test("is needed to read anything of one's own", async () => {
    const { status, error } = await anonymous().rpc("me");

    expect([status, error?.code]).toEqual([401, "42501"]);
  });

  test("changes only what is its own to change", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];

    const foreign = await ada.client
      .from("profiles")
      .update({ bio: "mine" })
      .eq("user_id", bob.id)
      .select()
      .throwOnError();
    const takeover = await ada.client.from("profiles").update({ user_id: bob.id }).eq("user_id", ada.id);
    const avatar = await ada.client
      .from("profiles")
      .update({ avatar_path: "another's" })
      .eq("user_id", ada.id);
    const zone = await ada.client
      .from("profile_settings")
      .update({ time_zone: "Mars/Olympus" })
      .eq("user_id", ada.id);

    expect(foreign.data).toEqual([]);
    expect([takeover.status, takeover.error?.code]).toEqual([403, "42501"]);
    expect([avatar.status, avatar.error?.code]).toEqual([403, "42501"]);
    expect([zone.status, zone.error?.message]).toEqual([422, "invalid_field"]);
  });
});
