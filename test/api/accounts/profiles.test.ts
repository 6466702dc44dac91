import { describe, expect, test } from "vitest";
import { signedUpUser } from "../people.ts";

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

  test("takes a username that nobody has, in any case of letters", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    const name = `Ada.${ada.id.slice(0, 8)}`;
    await ada.client.from("profiles").update({ username: name }).eq("user_id", ada.id).throwOnError();

    const taken = await bob.client
      .from("profiles")
      .update({ username: name.toUpperCase() })
      .eq("user_id", bob.id);

    expect([taken.status, taken.error?.code]).toEqual([409, "23505"]);
    expect(taken.error?.message).toContain("profiles_username_key_key");
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
    const zone = await ada.client
      .from("profile_settings")
      .update({ time_zone: "Mars/Olympus" })
      .eq("user_id", ada.id);

    expect(foreign.data).toEqual([]);
    expect([takeover.status, takeover.error?.code]).toEqual([403, "42501"]);
    expect([zone.status, zone.error?.message]).toEqual([422, "invalid_field"]);
  });
});
