import { beforeEach, describe, expect, test } from "vitest";
import { createMailApp } from "../../stack/mail/app.ts";
import { createMailbox, type Mailbox } from "../../stack/mail/mailbox.ts";

let mailbox: Mailbox;
let app: ReturnType<typeof createMailApp>;

beforeEach(() => {
  mailbox = createMailbox();
  app = createMailApp(mailbox);
});

// biome-ignore lint/suspicious/noExplicitAny: an answer is looked into, field by field
async function get(path: string): Promise<any> {
  return (await app.request(path)).json();
}

function deliver(count: number): void {
  for (let n = 1; n <= count; n += 1)
    mailbox.deliver({ to: `user${n}@example.com`, subject: `Mail ${n}`, text: "Hi" });
}

describe("Mailpit's API", () => {
  test("lists mails, newest first, in pages", async () => {
    deliver(3);

    const page = await get("/api/v1/messages?start=1&limit=1");

    expect(page).toMatchObject({
      total: 3,
      unread: 3,
      count: 1,
      messages_count: 3,
      messages_unread: 3,
      start: 1,
    });
    expect(page.messages).toMatchObject([
      {
        ID: expect.any(String),
        MessageID: expect.any(String),
        Read: false,
        From: { Name: "Repstack", Address: expect.any(String) },
        To: [{ Name: "", Address: "user2@example.com" }],
        Subject: "Mail 2",
        Created: expect.stringMatching(/^\d{4}-.*Z$/),
        Snippet: "Hi",
        Attachments: 0,
      },
    ]);
  });

  test("shows one mail, by its id or as the latest, and marks it as read", async () => {
    mailbox.deliver({
      to: "Ada <ada@example.com>",
      subject: "Confirm",
      text: "Open it",
      html: "<p>Open it</p>",
    });
    const [{ ID }] = (await get("/api/v1/messages")).messages;

    const mail = await get(`/api/v1/message/${ID}`);

    expect(mail).toMatchObject({
      ID,
      To: [{ Name: "Ada", Address: "ada@example.com" }],
      Subject: "Confirm",
      Text: "Open it",
      HTML: "<p>Open it</p>",
      Attachments: [],
    });
    expect(await get("/api/v1/message/latest")).toEqual(mail);
    expect((await get("/api/v1/messages")).unread).toBe(0);
    expect((await app.request("/api/v1/message/nothing")).status).toBe(404);
  });

  test("finds mails by receiver, sender, subject and words", async () => {
    mailbox.deliver({ to: "ada@example.com", subject: "Reset your password", text: "six digits" });
    mailbox.deliver({ to: "bob@example.com", subject: "Confirm", html: "<b>Welcome</b>" });
    const subjects = async (query: string) =>
      (await get(`/api/v1/search?query=${encodeURIComponent(query)}`)).messages.map(
        ({ Subject }: { Subject: string }) => Subject,
      );

    expect(await subjects("to:ada@example.com")).toEqual(["Reset your password"]);
    expect(await subjects('subject:"your PASSWORD"')).toEqual(["Reset your password"]);
    expect(await subjects("welcome")).toEqual(["Confirm"]);
    expect(await subjects("from:repstack")).toEqual(["Confirm", "Reset your password"]);
    expect(await subjects("to:bob digits")).toEqual([]);
  });

  test("deletes some mails or all, and none when the request cannot be read", async () => {
    deliver(3);
    const [{ ID }] = (await get("/api/v1/messages")).messages;

    await app.request("/api/v1/messages", { method: "DELETE", body: JSON.stringify({ IDs: [ID] }) });
    expect((await get("/api/v1/messages")).total).toBe(2);
    expect((await app.request("/api/v1/messages", { method: "DELETE", body: "{oops" })).status).toBe(400);
    expect((await get("/api/v1/messages")).total).toBe(2);
    await app.request("/api/v1/messages", { method: "DELETE" });
    expect((await get("/api/v1/messages")).total).toBe(0);
  });
});

test("the mailbox is bounded: the oldest mail goes first", () => {
  deliver(1_001);

  expect(mailbox.list()).toHaveLength(1_000);
  expect(mailbox.list().at(-1)?.Subject).toBe("Mail 2");
});

describe("the page", () => {
  test("and its parts are served", async () => {
    for (const path of ["/", "/page.css", "/page.js"]) expect((await app.request(path)).status).toBe(200);
  });

  test("allows no script but its own, and cannot be framed", async () => {
    const policy = (await app.request("/")).headers.get("content-security-policy");

    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  test("shows a mail's HTML without rights: no script, no origin, links in a new tab", async () => {
    mailbox.deliver({
      to: "ada@example.com",
      subject: "<script>alert(1)</script>",
      html: "<!doctype html><html><head><title>x</title></head><script>alert(1)</script><a href='https://example.com'>x</a>",
    });
    const [{ ID }] = (await get("/api/v1/messages")).messages;

    const view = await app.request(`/view/${ID}.html`);
    const policy = view.headers.get("content-security-policy") ?? "";

    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/sandbox(?!.*allow-(scripts|same-origin))/);
    expect(view.headers.get("referrer-policy")).toBe("no-referrer");
    expect(await view.text()).toContain('<head><base target="_blank"><title>');
  });
});
