import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { readKeys } from "../../stack/keys.ts";
import { postgrestBinary } from "../../stack/rest/postgrest.ts";
import type { Stack } from "../../stack/stack.ts";
import { statePaths } from "../../stack/state-paths.ts";
import { signToken } from "../../stack/tokens.ts";
import { type ScratchStack, scratchStack } from "./scratch-stack.ts";

const config = `
[api]
schemas = ["public"]
max_rows = 5

[db.seed]
enabled = false

[auth]
site_url = "http://127.0.0.1:3000"
additional_redirect_urls = ["http://localhost:3000/**"]

[auth.email]
enable_confirmations = false

[auth.hook.custom_access_token]
enabled = true
uri = "pg-functions://postgres/public/token_hook"

[functions.open]
verify_jwt = false
entrypoint = "../functions/open/index.ts"

[functions.guarded]
entrypoint = "../functions/guarded/index.ts"
`;

const migration = `
create table public.authors (
  id bigint generated always as identity primary key,
  name text not null unique,
  rating numeric(7, 3),
  constraint authors_name_check check (length(name) > 1)
);
create table public.books (
  id bigint primary key,
  author_id bigint not null references public.authors (id) on delete cascade,
  title text not null,
  details jsonb
);
create table public.hidden (id int primary key);

alter table public.authors enable row level security;
alter table public.books enable row level security;
create policy authors_all on public.authors to authenticated using (true) with check (true);
create policy authors_select on public.authors for select to anon using (true);
create policy books_all on public.books to authenticated using (true) with check (true);
grant select on public.authors to anon;
grant select, insert, update, delete on public.authors, public.books to authenticated;

insert into public.authors (name, rating) values ('Ada', 4.5), ('Bob', 60), ('Cy', 100.125);
insert into public.books (id, author_id, title) select 1, id, 'Notes' from public.authors where name = 'Ada';

create function public.numbers(p_in jsonb) returns jsonb language sql as $$
  select jsonb_build_object('in', p_in, 'big', 9007199254740993, 'precise', 12345678901234567890.123, 'plain', 1.50)
$$;
create function public.many() returns table (n int) language sql as $$ select generate_series(1, 8) $$;
create function public.whoami() returns jsonb language sql as $$
  select jsonb_build_object('role', current_user, 'uid', auth.uid(), 'claims', auth.jwt())
$$;
create function public.conflict() returns void language plpgsql as $$
begin
  raise exception 'stale_version' using errcode = 'PT409', detail = '{"path":"version"}', hint = 'Read it again.';
end $$;
create function public.teapot() returns void language plpgsql as $$
begin
  raise sqlstate 'PGRST' using
    message = '{"code":"TEA","message":"teapot","details":null,"hint":null}',
    detail = '{"status":418,"headers":{"x-tea":"green"}}';
end $$;
create function public.refuse(p_code text) returns void language plpgsql as $$
begin
  raise exception 'refused' using errcode = p_code, detail = 'd', hint = 'h';
end $$;
create function public.token_hook(event jsonb) returns jsonb language sql as $$
  select case
    when event -> 'claims' -> 'user_metadata' ->> 'barred' = 'true'
      then jsonb_build_object('error', jsonb_build_object('http_code', 403, 'message', 'barred'))
    else jsonb_set(event, '{claims,user_roles}', jsonb_build_array(event ->> 'authentication_method'))
  end
$$;
grant execute on function public.token_hook(jsonb) to supabase_auth_admin;
`;

const echo = `
let isCancelled = false;

/** Ticks for ever, until nobody reads any more. */
function ticks(): ReadableStream {
  let timer: number;
  return new ReadableStream({
    start(controller) {
      timer = setInterval(() => controller.enqueue(new TextEncoder().encode("tick")), 10);
    },
    cancel() {
      clearInterval(timer);
      isCancelled = true;
    },
  });
}

export default {
  async fetch(request: Request) {
    const path = new URL(request.url).pathname;
    if (path === "/open/ticks") return new Response(ticks());
    if (path === "/open/cancelled") return Response.json(isCancelled);
    return Response.json({ path, id: request.headers.get("x-request-id"), body: await request.text() });
  },
};
`;

const mailList = z.object({ messages: z.array(z.object({ ID: z.string() })) });
const mailText = z.object({ Text: z.string() });

interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: an answer is looked into, field by field
  body: any;
}

interface Call {
  method?: string;
  key?: string | undefined;
  token?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
}

const servers: ("postgrest" | "lite")[] = postgrestBinary() ? ["postgrest", "lite"] : ["lite"];

describe.each(servers)("the gateway before %s", (rest) => {
  let scratch: ScratchStack;
  let stack: Stack;
  let token: string;

  async function call(path: string, { method, key, token, body, headers }: Call = {}): Promise<Answer> {
    const answer = await fetch(`${stack.urls.api}${path}`, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      redirect: "manual",
      headers: {
        ...(key && { apikey: key }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get("content-type")?.includes("json") && text !== "";
    return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
  }

  /** As the signed-in user. */
  const asUser = (path: string, options: Call = {}) =>
    call(path, { key: stack.keys.publishable, token, ...options });
  const asAnon = (path: string, options: Call = {}) =>
    call(path, { key: stack.keys.publishable, ...options });
  const representation = { prefer: "return=representation" };

  beforeAll(async () => {
    scratch = await scratchStack({
      "supabase/config.toml": config,
      "supabase/migrations/20260101000000_library.sql": migration,
      "functions/open/index.ts": echo,
      "functions/open/deno.json": "{}",
      "functions/guarded/index.ts": echo,
      "functions/guarded/deno.json": "{}",
    });
    stack = await scratch.start({ rest });
    const { body } = await asAnon("/auth/v1/signup", {
      body: { email: "ada@example.com", password: "long enough", data: { display_name: "Ada" } },
    });
    token = body.access_token;
  });

  afterAll(async () => {
    await stack?.stop();
    scratch?.remove();
  });

  describe("keys", () => {
    test("a request without a key is refused", async () => {
      const { status, body } = await call("/rest/v1/authors");
      expect(status).toBe(401);
      expect(body).toMatchObject({ message: "No API key found in request" });
    });

    test("an unknown key is refused", async () => {
      const { status, body } = await call("/rest/v1/authors", { key: "sb_publishable_wrong" });
      expect(status).toBe(401);
      expect(body).toMatchObject({ message: "Invalid API key" });
    });

    test("a key may come in the query, and the service does not see it", async () => {
      const { status, body } = await call(
        `/rest/v1/authors?select=name&order=name&apikey=${stack.keys.publishable}`,
      );
      expect(status).toBe(200);
      expect(body[0]).toEqual({ name: "Ada" });
    });

    test("a key repeated as a bearer token stands for its role", async () => {
      const { body } = await call("/rest/v1/rpc/whoami", {
        key: stack.keys.publishable,
        token: stack.keys.publishable,
        body: {},
      });
      expect(body.role).toBe("anon");
    });

    test("the secret key is service_role, but not from a browser", async () => {
      const { body } = await call("/rest/v1/rpc/whoami", { key: stack.keys.secret, body: {} });
      expect(body.role).toBe("service_role");
      const inBrowser = await call("/rest/v1/authors", {
        key: stack.keys.secret,
        headers: { "user-agent": "Mozilla/5.0 (X11; Linux x86_64)" },
      });
      expect(inBrowser.status).toBe(401);
    });

    test("a user's token passes on", async () => {
      const { body } = await asUser("/rest/v1/rpc/whoami", { body: {} });
      expect(body.role).toBe("authenticated");
      expect(body.uid).toBe(body.claims.sub);
    });

    test.each([
      ["malformed", () => "not.a.token"],
      ["one word", () => "abc"],
      [
        "of another secret",
        () => signToken({ role: "service_role" }, { jwtSecret: "x".repeat(32), kid: "x" }, { expiresIn: 60 }),
      ],
      [
        "expired",
        () => signToken({ role: "authenticated", exp: 1 }, { jwtSecret: stack.keys.jwtSecret, kid: "x" }),
      ],
    ])("a token that is %s is 401, never anonymous", async (_what, make) => {
      const bad = await make();
      expect((await asUser("/rest/v1/authors", { token: bad })).status).toBe(401);
      expect((await asUser("/storage/v1/bucket", { token: bad })).status).toBe(401);
    });

    test("a page of any origin may ask", async () => {
      const preflight = await call("/rest/v1/authors", {
        method: "OPTIONS",
        headers: {
          origin: "http://a.example",
          "access-control-request-method": "POST",
          "access-control-request-headers": "apikey",
        },
      });
      expect(preflight.status).toBe(204);
      expect(preflight.headers.get("access-control-allow-headers")).toBe("apikey");
      const { headers } = await asAnon("/rest/v1/authors", { headers: { origin: "http://a.example" } });
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("access-control-expose-headers")).toContain("Content-Range");
    });

    test("every answer carries a request id, the caller's where it gave one", async () => {
      expect((await asAnon("/rest/v1/authors")).headers.get("sb-request-id")).toMatch(/^[0-9a-f-]{36}$/);
      const { headers } = await asAnon("/rest/v1/authors", { headers: { "x-request-id": "ticket-12345" } });
      expect(headers.get("x-request-id")).toBe("ticket-12345");
    });

    test("a body over the limit is 413, whether it says its length or not", async () => {
      const large = "x".repeat(1024 ** 2 + 1);
      expect((await asAnon("/auth/v1/signup", { body: large })).status).toBe(413);
      const chunked = await fetch(`${stack.urls.auth}/signup`, {
        method: "POST",
        headers: { apikey: stack.keys.publishable, "content-type": "application/json" },
        body: new Blob([large]).stream(),
        duplex: "half",
      });
      expect(chunked.status).toBe(413);
    });

    test("what is not there says so", async () => {
      expect((await asAnon("/realtime/v1/websocket")).status).toBe(501);
      expect((await call("/nowhere")).status).toBe(404);
      expect((await call("/")).body.services).toContain("/rest/v1");
    });
  });

  describe("REST", () => {
    test("select, range, limit and or=", async () => {
      const all = await asUser("/rest/v1/authors?select=name,rating&order=name");
      expect(all.body.slice(0, 3)).toEqual([
        { name: "Ada", rating: 4.5 },
        { name: "Bob", rating: 60 },
        { name: "Cy", rating: 100.125 },
      ]);
      const second = await asUser("/rest/v1/authors?select=name&order=name&limit=1&offset=1");
      expect(second.body).toEqual([{ name: "Bob" }]);
      const either = await asUser(
        "/rest/v1/authors?select=name&order=name&or=(name.eq.Ada,and(rating.gt.50,name.like.B*))",
      );
      expect(either.body).toEqual([{ name: "Ada" }, { name: "Bob" }]);
    });

    test("an exact count with a range is partial content", async () => {
      const { status, headers } = await asUser(
        "/rest/v1/authors?select=name&order=name&name=in.(Ada,Bob,Cy)",
        {
          headers: { prefer: "count=exact", range: "0-1" },
        },
      );
      expect(status).toBe(206);
      expect(headers.get("content-range")).toBe("0-1/3");
    });

    test("embedding both ways", async () => {
      const up = await asUser("/rest/v1/books?select=title,author:authors(name,rating)&id=eq.1");
      expect(up.body).toEqual([{ title: "Notes", author: { name: "Ada", rating: 4.5 } }]);
      const down = await asUser("/rest/v1/authors?select=name,books(title)&name=in.(Ada,Bob)&order=name");
      expect(down.body).toEqual([
        { name: "Ada", books: [{ title: "Notes" }] },
        { name: "Bob", books: [] },
      ]);
    });

    test("insert and upsert answer the row", async () => {
      const inserted = await asUser("/rest/v1/authors", {
        body: { name: "Dee", rating: 1.5 },
        headers: representation,
      });
      expect(inserted.status).toBe(201);
      expect(inserted.body).toEqual([{ id: expect.any(Number), name: "Dee", rating: 1.5 }]);
      const merged = await asUser("/rest/v1/authors?on_conflict=name", {
        body: { name: "Dee", rating: 2 },
        headers: { prefer: "resolution=merge-duplicates,return=representation" },
      });
      expect(merged.body).toEqual([{ id: inserted.body[0].id, name: "Dee", rating: 2 }]);
    });

    test("jsonb keeps its shape on the way in and out", async () => {
      const details = { text: "é", list: [1, { deep: true }], nothing: null };
      const { body } = await asUser("/rest/v1/books?on_conflict=id", {
        body: { id: 2, author_id: 1, title: "Letters", details },
        headers: { prefer: "resolution=merge-duplicates,return=representation" },
      });
      expect(body[0].details).toEqual(details);
      const asText = await asUser("/rest/v1/books?id=eq.2", {
        method: "PATCH",
        body: { details: "just text" },
        headers: representation,
      });
      expect(asText.body[0].details).toBe("just text");
    });

    test("an RPC gets a jsonb argument as it was sent, and numbers keep every digit", async () => {
      const answer = await fetch(`${stack.urls.rest}/rpc/numbers`, {
        method: "POST",
        headers: { apikey: stack.keys.publishable, "content-type": "application/json" },
        body: JSON.stringify({ p_in: { a: [1, "x"], b: null } }),
      });
      const text = await answer.text();
      expect(JSON.parse(text)).toMatchObject({ in: { a: [1, "x"], b: null }, plain: 1.5 });
      expect(text).toMatch(/"big": ?9007199254740993[,}]/);
      expect(text).toMatch(/"precise": ?12345678901234567890\.123[,}]/);
    });

    test("max_rows cuts tables and functions alike", async () => {
      expect((await asUser("/rest/v1/rpc/many", { body: {} })).body).toHaveLength(5);
    });

    test("an RPC that raises PT409 answers 409 with its words", async () => {
      const { status, body } = await asUser("/rest/v1/rpc/conflict", { body: {} });
      expect(status).toBe(409);
      expect(body).toEqual({
        code: "PT409",
        message: "stale_version",
        details: '{"path":"version"}',
        hint: "Read it again.",
      });
    });

    test("an RPC that raises PGRST chooses status and headers", async () => {
      const { status, headers, body } = await asUser("/rest/v1/rpc/teapot", { body: {} });
      expect(status).toBe(418);
      expect(headers.get("x-tea")).toBe("green");
      expect(body).toMatchObject({ code: "TEA", message: "teapot" });
    });

    test.each([
      ["P0001", 400],
      ["22023", 400],
      ["23P01", 400],
      ["28000", 403],
      ["55P03", 500],
      ["57014", 500],
      ["XX000", 500],
      ["PT402", 402],
    ])("an RPC that raises %s answers %i", async (code, expected) => {
      const { status, body } = await asUser("/rest/v1/rpc/refuse", { body: { p_code: code } });
      expect(status).toBe(expected);
      expect(body).toEqual({ code, message: "refused", details: "d", hint: "h" });
    });

    test.each([
      ["23505", 409, { name: "Ada" }, "authors"],
      ["23503", 409, { id: 9, author_id: -1, title: "x" }, "books"],
      ["23514", 400, { name: "x" }, "authors"],
      ["23502", 400, { id: 9, author_id: 1 }, "books"],
    ])("a write that breaks a rule answers %s with %i", async (code, expected, row, table) => {
      const { status, body } = await asUser(`/rest/v1/${table}`, { body: row });
      expect(status).toBe(expected);
      expect(body.code).toBe(code);
    });

    test("a missing grant is 401 for anon and 403 for a user", async () => {
      const anon = await asAnon("/rest/v1/books");
      expect([anon.status, anon.body.code]).toEqual([401, "42501"]);
      const user = await asUser("/rest/v1/hidden");
      expect([user.status, user.body.code]).toEqual([403, "42501"]);
      const writing = await asAnon("/rest/v1/authors", { body: { name: "Eve" } });
      expect([writing.status, writing.body.code]).toEqual([401, "42501"]);
    });

    test("an unknown table or function is 404 with PostgREST's code", async () => {
      const table = await asUser("/rest/v1/nothing");
      expect([table.status, table.body.code]).toEqual([404, "PGRST205"]);
      const rpc = await asUser("/rest/v1/rpc/nothing", { body: {} });
      expect([rpc.status, rpc.body.code]).toEqual([404, "PGRST202"]);
    });

    test("no row where one is wanted is 406", async () => {
      const { status, body } = await asUser("/rest/v1/authors?name=eq.Nobody", {
        headers: { accept: "application/vnd.pgrst.object+json" },
      });
      expect([status, body.code]).toEqual([406, "PGRST116"]);
    });

    test("a change of the schema is seen after notify pgrst", async () => {
      const client = new Client({ connectionString: stack.urls.db });
      await client.connect();
      await client.query(`create table public.later (id int primary key);
        grant select on public.later to anon;
        notify pgrst, 'reload schema'`);
      await client.end();
      await expect.poll(async () => (await asAnon("/rest/v1/later")).status, { timeout: 10_000 }).toBe(200);
      await expect.poll(async () => (await asAnon("/rest/v1/later?select=id")).status).toBe(200);
    });
  });

  describe("Auth", () => {
    test("tokens carry what hosted tokens carry, and the claims of the hook", async () => {
      const { body } = await asUser("/rest/v1/rpc/whoami", { body: {} });
      expect(body.claims).toMatchObject({
        iss: `${stack.urls.api}/auth/v1`,
        aud: "authenticated",
        email: "ada@example.com",
        app_metadata: { provider: "email" },
        user_metadata: { display_name: "Ada" },
        user_roles: ["password"],
      });
      const [header = ""] = token.split(".");
      const kid = readKeys(statePaths(scratch.stateDir).keys)?.kid;
      expect(JSON.parse(Buffer.from(header, "base64url").toString())).toMatchObject({ alg: "HS256", kid });
    });

    test("Auth accepts its re-signed token, refreshes it, and the new one is complete too", async () => {
      expect((await asUser("/auth/v1/user")).body.email).toBe("ada@example.com");
      const session = await asAnon("/auth/v1/token?grant_type=password", {
        body: { email: "ada@example.com", password: "long enough" },
      });
      const refreshed = await asAnon("/auth/v1/token?grant_type=refresh_token", {
        body: { refresh_token: session.body.refresh_token },
      });
      const { body } = await asUser("/rest/v1/rpc/whoami", { token: refreshed.body.access_token, body: {} });
      expect(body.claims).toMatchObject({ user_roles: ["token_refresh"], email: "ada@example.com" });
    });

    test("a hook may refuse", async () => {
      const { status, body } = await asAnon("/auth/v1/signup", {
        body: { email: "eve@example.com", password: "long enough", data: { barred: "true" } },
      });
      expect(status).toBe(403);
      expect(body).toMatchObject({ msg: "barred" });
    });

    test("the link in a mail leads to this gateway and on to the app, with a complete token", async () => {
      await asAnon("/auth/v1/recover", { body: { email: "ada@example.com" } });
      const list = mailList.parse(await (await fetch(`${stack.urls.mail}/api/v1/messages`)).json());
      const newest = `${stack.urls.mail}/api/v1/message/${list.messages[0]?.ID}`;
      const mail = mailText.parse(await (await fetch(newest)).json());
      const [link = ""] = mail.Text.match(/http:\/\/\S+\/auth\/v1\/verify\S*/) ?? [];
      expect(link).toContain(stack.urls.api);
      const { status, headers } = await call(link.slice(stack.urls.api.length));
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

  describe("functions", () => {
    test("an open one answers without a key and sees its own path", async () => {
      const { status, body } = await call("/functions/v1/open/things?a=1", { body: "hello" });
      expect(status).toBe(200);
      expect(body).toEqual({ path: "/open/things", id: expect.any(String), body: "hello" });
    });

    test("verify_jwt refuses what is no valid token", async () => {
      expect((await call("/functions/v1/guarded")).status).toBe(401);
      expect((await asAnon("/functions/v1/guarded", { token: stack.keys.publishable })).status).toBe(401);
      expect((await asUser("/functions/v1/guarded")).status).toBe(200);
    });

    test("an answer streams, and a caller who leaves ends it", async () => {
      const leaving = new AbortController();
      const answer = await fetch(`${stack.urls.functions}/open/ticks`, { signal: leaving.signal });
      const reader = answer.body?.getReader();
      const first = await reader?.read();
      expect(new TextDecoder().decode(first?.value)).toContain("tick");
      leaving.abort();
      await expect
        .poll(async () => (await call("/functions/v1/open/cancelled")).body, { timeout: 10_000 })
        .toBe(true);
    });

    test("a body without a length streams in", async () => {
      const chunks = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode("one "));
          controller.enqueue(new TextEncoder().encode("two"));
          controller.close();
        },
      });
      const answer = await fetch(`${stack.urls.functions}/open/x`, {
        method: "POST",
        body: chunks,
        duplex: "half",
      });
      expect(await answer.json()).toMatchObject({ body: "one two" });
    });

    test("an unknown one is 404", async () => {
      expect((await call("/functions/v1/unknown")).status).toBe(404);
    });
  });
});
