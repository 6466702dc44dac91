import { readFile } from "node:fs/promises";
import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { z } from "zod";
import type { Mailbox } from "./mailbox.ts";
import { asList, asMessage } from "./mailpit.ts";
import { matches } from "./search.ts";

const Paging = z.object({
  start: z.coerce.number().int().min(0).catch(0),
  limit: z.coerce.number().int().min(0).catch(50),
});
const Removal = z.object({ IDs: z.array(z.string()).default([]) });

const pageFiles = [
  { path: "/", file: "index.html", type: "text/html; charset=utf-8" },
  { path: "/page.css", file: "page.css", type: "text/css; charset=utf-8" },
  { path: "/page.js", file: "page.js", type: "text/javascript; charset=utf-8" },
];

/**
 * A mail is foreign content: it may show itself (styles and pictures) and nothing more. The sandbox also holds when
 * its address is opened outside the page's frame.
 */
const mailPolicy = [
  "sandbox allow-popups allow-popups-to-escape-sandbox",
  "default-src 'none'",
  "img-src * data:",
  "style-src * 'unsafe-inline'",
  "font-src * data:",
].join("; ");

/**
 * Serves the captured mail: the part of Mailpit's API that tests use, so that they run unchanged against
 * `supabase start`, and a page to read it at `/`.
 */
export function createMailApp(mailbox: Mailbox): Hono {
  const app = new Hono();
  const pageHeaders = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      imgSrc: ["data:"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  });

  for (const { path, file, type } of pageFiles) {
    app.get(path, pageHeaders, async (c) => {
      const content = await readFile(new URL(`./page/${file}`, import.meta.url), "utf8");
      return c.body(content, 200, { "content-type": type, "cache-control": "no-cache" });
    });
  }

  app.get("/api/v1/messages", (c) => {
    const mails = mailbox.list();
    return c.json(asList(mails, mails, Paging.parse(c.req.query())));
  });

  app.get("/api/v1/search", (c) => {
    const mails = mailbox.list();
    const found = mails.filter((mail) => matches(mail, c.req.query("query") ?? ""));
    return c.json(asList(mails, found, Paging.parse(c.req.query())));
  });

  app.get("/api/v1/message/:id", (c) => {
    const mail = mailbox.find(c.req.param("id"));
    if (!mail) return c.text("Message not found", 404);
    mailbox.markRead(mail.ID);
    return c.json(asMessage(mail));
  });

  app.delete("/api/v1/messages", async (c) => {
    const removal = Removal.safeParse(parseJson((await c.req.text()) || "{}"));
    if (!removal.success) return c.text('Expected no body, or {"IDs": ["…"]}', 400);
    mailbox.remove(removal.data.IDs);
    return c.text("ok");
  });

  app.get("/view/:file{.+\\.html}", (c) => {
    const mail = mailbox.find(c.req.param("file").replace(/\.html$/, ""));
    if (!mail || mail.HTML === "") return c.text("Message not found", 404);
    return c.html(withLinksInNewTab(mail.HTML), 200, {
      "content-security-policy": mailPolicy,
      "referrer-policy": "no-referrer",
    });
  });

  return app;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function withLinksInNewTab(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + base) : base + html;
}
