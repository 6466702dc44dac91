import { Client } from "pg";
import { expect, test } from "vitest";
import { describeGateway } from "./gateway-on-trial.ts";

const representation = { prefer: "return=representation" };

describeGateway("REST", ({ stack, asUser, asAnon }) => {
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
    const { status, headers } = await asUser("/rest/v1/authors?select=name&order=name&name=in.(Ada,Bob,Cy)", {
      headers: { prefer: "count=exact", range: "0-1" },
    });
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
    const answer = await fetch(`${stack().urls.rest}/rpc/numbers`, {
      method: "POST",
      headers: { apikey: stack().keys.publishable, "content-type": "application/json" },
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

  test("a change of every row is refused, as hosted sessions refuse it", async () => {
    const all = await asUser("/rest/v1/authors?select=name", { method: "DELETE", headers: representation });
    expect([all.status, all.body]).toEqual([
      400,
      { code: "21000", details: null, hint: null, message: "DELETE requires a WHERE clause" },
    ]);
    const none = await asUser("/rest/v1/authors?name=eq.Nobody", {
      method: "DELETE",
      headers: representation,
    });
    expect([none.status, none.body]).toEqual([200, []]);
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
    const client = new Client({ connectionString: stack().urls.db });
    await client.connect();
    await client.query(`create table public.later (id int primary key);
      grant select on public.later to anon;
      notify pgrst, 'reload schema'`);
    await client.end();
    await expect.poll(async () => (await asAnon("/rest/v1/later")).status, { timeout: 10_000 }).toBe(200);
    await expect.poll(async () => (await asAnon("/rest/v1/later?select=id")).status).toBe(200);
  });
});
