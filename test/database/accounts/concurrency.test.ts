import { Client, DatabaseError } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { actAs, createUser } from "../training/acting-user.ts";

const deviceCount = 8;
const withRole = (role: string) => inject("emptiedUrl").replace("//postgres:", `//${role}:`);

let owner: Client;
let auth: Client;
let devices: Client[];
const users: string[] = [];

async function connect(role: string): Promise<Client> {
  const client = new Client({ connectionString: withRole(role) });
  await client.connect();
  // Whoever would wait for ever fails instead.
  await client.query("set statement_timeout = '20s'");
  return client;
}

beforeAll(async () => {
  owner = await connect("postgres");
  auth = await connect("supabase_auth_admin");
  devices = await Promise.all(Array.from({ length: deviceCount }, () => connect("postgres")));
});

// Nobody but a superuser can take the last admin away, or the ledger's word of it.
afterEach(async () => {
  const superuser = await connect("supabase_admin");
  await superuser.query("set session_replication_role = replica");
  await superuser.query("truncate public.user_roles, public.audit_events, private.rate_limit_counters");
  await superuser.query("delete from private.rate_limit_policies where name = 'race'");
  await superuser.query("set session_replication_role = origin");
  await superuser.query("delete from auth.users where id = any ($1)", [users]);
  await superuser.query("truncate private.held_usernames");
  await superuser.end();
});

afterAll(async () => {
  await Promise.all([owner, auth, ...devices].map((client) => client.end()));
});

async function newUser(): Promise<string> {
  const id = await createUser(owner);
  users.push(id);
  return id;
}

async function newAdmin(): Promise<string> {
  const id = await newUser();
  await owner.query("insert into public.user_roles (user_id, role) values ($1, 'admin')", [id]);
  return id;
}

/** As many as there are devices, made one after the other. */
async function everyDevice(make: () => Promise<string>): Promise<string[]> {
  const made: string[] = [];
  for (const _ of devices) made.push(await make());
  return made;
}

function device(number: number): Client {
  const client = devices[number];
  if (!client) throw new Error(`There is no device ${number}.`);
  return client;
}

/** How a statement ended: done, the key of an error of ours, or the SQLSTATE of another. */
async function outcome(sent: Promise<unknown>): Promise<string> {
  return await sent.then(
    () => "done",
    (error: unknown) => {
      if (!(error instanceof DatabaseError)) throw error;
      return error.code?.startsWith("PT") ? error.message : (error.code ?? "");
    },
  );
}

/** One request of a user, a transaction of its own, as REST makes it. */
async function request(client: Client, userId: string, sql: string, parameters: string[]): Promise<string> {
  await client.query("begin");
  await actAs(client, userId);
  const ended = await outcome(client.query(sql, parameters));
  await client.query(ended === "done" ? "commit" : "rollback");
  return ended;
}

/** Sends a request and answers when it waits for another transaction; `ended` tells how it ends. */
async function sendAndWait(client: Client, userId: string, sql: string, parameters: string[]) {
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  const ended = request(client, userId, sql, parameters);
  await expect
    .poll(() => owner.query("select from pg_locks where pid = $1 and not granted", [rows[0]?.pid]), {
      timeout: 10_000,
    })
    .toHaveProperty("rowCount", 1);
  return { ended };
}

async function column(sql: string, values: string[] = []): Promise<unknown[]> {
  return (await owner.query({ text: sql, values, rowMode: "array" })).rows.map(([value]) => value);
}

const admins = () => column("select user_id from public.user_roles where role = 'admin'");
const revoke = "select public.revoke_role($1, 'admin')";

describe("admins", () => {
  test("ROLE-RACE-01: two who revoke each other do not both succeed", async () => {
    const [ada, bob] = [await newAdmin(), await newAdmin()];

    await device(0).query("begin");
    await actAs(device(0), ada);
    await device(0).query(revoke, [bob]);
    const second = await sendAndWait(device(1), bob, revoke, [ada]);
    await device(0).query("commit");

    expect(await second.ended).toBe("last_admin");
    expect(await admins()).toEqual([ada]);
  });

  test("ROLE-RACE-02: nor does one who revokes the other while their own account is deleted", async () => {
    const [ada, bob] = [await newAdmin(), await newAdmin()];

    await auth.query("begin");
    await auth.query("delete from auth.users where id = $1", [ada]);
    const second = await sendAndWait(device(1), ada, revoke, [bob]);
    await auth.query("commit");

    expect(await second.ended).toBe("last_admin");
    expect(await admins()).toEqual([bob]);
  });

  test("ROLE-RACE-03: of all who resign at once, one stays, and the ledger knows of the others", async () => {
    const all = await everyDevice(newAdmin);

    const ended = await Promise.all(all.map((id, number) => request(device(number), id, revoke, [id])));

    expect(ended.toSorted()).toEqual([...Array(deviceCount - 1).fill("done"), "last_admin"]);
    expect(await admins()).toHaveLength(1);
    expect(
      await column("select subject_id from public.audit_events where action = 'role.revoked'"),
    ).toHaveLength(deviceCount - 1);
  });

  test("ROLE-RACE-04: Auth's own role cannot delete the last one's account", async () => {
    const ada = await newAdmin();

    const ended = await outcome(auth.query("delete from auth.users where id = $1", [ada]));

    expect(ended).toBe("last_admin");
    expect(await admins()).toEqual([ada]);
  });

  test("HOOK-07: Auth's own role reads the roles of a user for the token", async () => {
    const ada = await newAdmin();

    const { rows } = await auth.query("select private.custom_access_token_hook($1) as event", [
      { user_id: ada, claims: { aal: "aal1" } },
    ]);

    expect(rows).toEqual([{ event: { user_id: ada, claims: { aal: "aal1", user_roles: ["admin"] } } }]);
  });
});

test("NAME-RACE-01: of all who choose one username at once, in any spelling, one has it", async () => {
  const spellings = ["Lin.Corn", "lincorn", "LINCORN", "1incorn", "iin.corn", "lin_com", "lincom", "Linc0rn"];
  const all = await everyDevice(newUser);

  const ended = await Promise.all(
    spellings.map((name, number) =>
      request(device(number), all[number] ?? "", "select 1 / public.change_username($1)::int", [name]),
    ),
  );

  expect(ended.filter((end) => end === "done")).toHaveLength(1);
  // Refused is false, and a division by zero.
  expect(ended.filter((end) => end !== "done" && !end.includes("zero") && end !== "22012")).toEqual([]);
});

test("CNS-RACE-01: two taps on a consent are one entry", async () => {
  const ada = await newUser();

  const ended = await Promise.all(
    devices.map((client) =>
      request(client, ada, "select public.record_consent('health_data', $1, 'en')", ["1"]),
    ),
  );

  expect(new Set(ended)).toEqual(new Set(["done"]));
  expect(await column("select purpose from public.consents where user_id = $1", [ada])).toEqual([
    "health_data",
  ]);
});

test("ME-RACE-01: a profile that is missing is made once, however many ask", async () => {
  const ada = await newUser();
  await owner.query("delete from public.profiles where user_id = $1", [ada]);

  const ended = await Promise.all(devices.map((client) => request(client, ada, "select public.me()", [])));

  expect(new Set(ended)).toEqual(new Set(["done"]));
  expect(await column("select user_id from public.profiles where user_id = $1", [ada])).toEqual([ada]);
});

describe("a rate limit", () => {
  const max = 10;
  const takes = 40;

  /** Uses of all devices at once, each in a transaction of its own; answers how many were allowed. */
  async function allowed(use: (client: Client) => Promise<boolean>): Promise<number> {
    await owner.query("insert into private.rate_limit_policies values ('race', $1, 3600, 'Of this test.')", [
      max,
    ]);
    const uses = await Promise.all(
      devices.map(async (client) => {
        const results: boolean[] = [];
        for (let round = 0; round < takes / deviceCount; round += 1) results.push(await use(client));
        return results;
      }),
    );
    return uses.flat().filter(Boolean).length;
  }

  test("RATE-RACE-01: never allows more than its policy, however many ask at once", async () => {
    const take = "select (private.take_rate_limit('race', 'all') ->> 'is_allowed')::boolean as is_allowed";

    expect(await allowed(async (client) => (await client.query(take)).rows[0].is_allowed)).toBe(max);
  });

  test("RATE-RACE-02: nor where what is refused is rolled back", async () => {
    const enforce = "select private.enforce_rate_limit('race', 'all')";

    expect(await allowed(async (client) => (await outcome(client.query(enforce))) === "done")).toBe(max);
    expect(await column("select count from private.rate_limit_counters where policy = 'race'")).toEqual([
      max,
    ]);
  });
});
