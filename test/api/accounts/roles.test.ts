import { describe, expect, test } from "vitest";
import { Me } from "../../../types/contracts/me.ts";
import { anonymous, signedUpUser } from "../people.ts";

// Whoever grants is an admin, and the first admin is made by SQL alone: test/database/accounts has those flows.

describe("a user", () => {
  test("stand in the access token, for the convenience of clients", async () => {
    const ada = await signedUpUser();

    const { data } = await ada.client.auth.getSession();

    const [, payload = ""] = (data.session?.access_token ?? "").split(".");
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
    expect(claims).toMatchObject({ sub: ada.id, role: "authenticated", user_roles: [] });
  });

  test("grants no role, to nobody, and takes none", async () => {
    const [eve, bob] = [await signedUpUser(), await signedUpUser()];

    for (const user of [eve, bob]) {
      for (const rpc of ["grant_role", "revoke_role"] as const) {
        const { status, error } = await eve.client.rpc(rpc, { p_user_id: user.id, p_role: "admin" });
        expect([status, error?.message]).toEqual([403, "not_allowed"]);
      }
    }
  });

  test("is made no admin by a row, by metadata or by a sign-up that says so", async () => {
    const eve = await signedUpUser({ role: "admin", user_roles: ["admin"], app_metadata: { role: "admin" } });
    const inserted = await eve.client.from("user_roles").insert({ user_id: eve.id, role: "admin" });
    await eve.client.auth.updateUser({ data: { role: "admin", user_roles: ["admin"] } });
    await eve.client.auth.refreshSession();

    const granted = await eve.client.rpc("grant_role", { p_user_id: eve.id, p_role: "admin" });
    const me = Me.parse((await eve.client.rpc("me").throwOnError()).data);

    expect([inserted.status, inserted.error?.code]).toEqual([403, "42501"]);
    expect([granted.status, granted.error?.message]).toEqual([403, "not_allowed"]);
    expect(me.roles).toEqual([]);
  });

  test("reads neither the roles of others nor the audit ledger, and writes neither", async () => {
    const eve = await signedUpUser();
    const roles = await eve.client.from("user_roles").select("role").throwOnError();
    const events = await eve.client.from("audit_events").select("action").throwOnError();
    const invented = await eve.client.from("audit_events").insert({ action: "role.granted" });
    const deleted = await eve.client.from("audit_events").delete().gt("id", 0);

    expect([roles.data, events.data]).toEqual([[], []]);
    expect([invented.status, deleted.status]).toEqual([403, 403]);
  });

  test("does not call what only functions and Auth may", async () => {
    const eve = await signedUpUser();
    const counted = await eve.client.rpc("count_use", { p_policy: "function_call", p_subject: eve.id });
    const found = await eve.client.rpc("orphaned_files");

    expect([counted.status, counted.error?.code]).toEqual([403, "42501"]);
    expect([found.status, found.error?.code]).toEqual([403, "42501"]);
  });
});

test("without an account, roles and the ledger are no more than an address that refuses", async () => {
  const granted = await anonymous().rpc("grant_role", { p_user_id: crypto.randomUUID(), p_role: "admin" });
  const events = await anonymous().from("audit_events").select("action");

  expect([granted.status, granted.error?.code]).toEqual([401, "42501"]);
  expect([events.status, events.error?.code]).toEqual([401, "42501"]);
});
