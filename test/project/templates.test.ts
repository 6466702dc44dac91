import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../stack/project-root.ts";
import { renderMail } from "../../supabase/templates/layout.ts";
import { actionMails, securityMails } from "../../supabase/templates/mails.ts";

const mails = [...actionMails, ...securityMails];
const htmlOf = (name: string) => readFileSync(join(projectRoot, `supabase/templates/${name}.html`), "utf8");

// What Auth puts in, by mail: anything else would fail there, or be sent as it stands.
const always = ["SiteURL", "Email"];
const withLink = [...always, "Token", "ConfirmationURL"];
const known: Record<string, string[]> = {
  confirmation: withLink,
  magic_link: withLink,
  recovery: withLink,
  invite: withLink,
  email_change: [...withLink, "NewEmail"],
  reauthentication: [...always, "Token"],
  password_changed: always,
  email_changed: [...always, "OldEmail"],
  phone_changed: [...always, "Phone", "OldPhone"],
  identity_linked: [...always, "Provider"],
  identity_unlinked: [...always, "Provider"],
  mfa_factor_enrolled: [...always, "FactorType"],
  mfa_factor_unenrolled: [...always, "FactorType"],
};

const realistic: Record<string, string> = {
  SiteURL: "https://repstack.example",
  ConfirmationURL:
    "https://abc.supabase.co/auth/v1/verify?token=3f5a9c&type=signup&redirect_to=repstack%3A%2F%2Fauth",
  Email: "ada@example.com",
  NewEmail: "ada.lovelace@example.com",
  OldEmail: "a@example.com",
  Phone: "+4915112345678",
  OldPhone: "+4915187654321",
  Provider: "google",
  FactorType: "totp",
  Token: "483920",
};
const hostile = Object.fromEntries(
  Object.keys(realistic).map((name) => [
    name,
    `"><script>${name}</script><img src=x onerror='alert(1)'>{{ .Data }}\u202e${"w".repeat(300)}`,
  ]),
);

const escaped = (text: string) => text.replace(/[&<>"'{}]/g, (character) => `&#${character.codePointAt(0)};`);

/** Puts values in as Go's html/template does in text and in quoted attributes. */
function filled(html: string, values: Record<string, string>): string {
  return html.replace(/\{\{ \.(\w+) \}\}/g, (_, name: string) => escaped(values[name] ?? ""));
}

const tags = (html: string) => [...html.matchAll(/<\/?[a-z][a-z0-9]*/gi)].map(([tag]) => tag);

/** What is left where a mail is shown, searched or read out without its HTML. */
function textOf(html: string): string {
  return html
    .replace(/<head>[\s\S]*<\/head>/, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

describe.each(mails)("the mail $name", (mail) => {
  const html = htmlOf(mail.name);

  test("is the file that its text and the layout make", () => {
    expect(html, `supabase/templates/${mail.name}.html is stale: run npm run auth:templates`).toBe(
      renderMail(mail),
    );
  });

  test("uses only what Auth puts in, in text and in quoted links", () => {
    const used = [...html.matchAll(/\{\{([^}]*)\}\}/g)].map(([, name = ""]) => name);
    expect(used.length).toBeGreaterThan(0);
    for (const name of used) expect(known[mail.name]).toContain(/^ \.(\w+) $/.exec(name)?.[1]);

    const inTags = [...html.matchAll(/<[^>]*\{\{[^>]*>/g)].map(([tag]) => tag);
    for (const tag of inTags)
      expect(tag).toMatch(/^<a class="(link|button)" href="\{\{ \.\w+ \}\}" style="[^{]*">$/);
    expect(html).not.toMatch(/<style>[^<]*\{\{/);
  });

  test("keeps its shape whatever the values are", () => {
    const rendered = filled(html, hostile);
    expect(tags(rendered)).toEqual(tags(html));
    expect(rendered).not.toContain("{{");
    expect(tags(rendered)).not.toContain("<script");
  });

  test("fetches nothing and runs nothing", () => {
    expect(html).not.toMatch(
      /\bsrc=|url\(|@import|<(link|script|img|iframe|form|base|object)\b|\son\w+=|<!--/i,
    );
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, target]) => target);
    expect(["{{ .ConfirmationURL }}", "{{ .SiteURL }}"]).toEqual(expect.arrayContaining(links));
  });

  test("makes sense as plain text", () => {
    const text = textOf(filled(html, realistic));
    expect(text.split("\n").slice(1, 3)).toEqual(["Repstack", mail.heading]);
    expect(text).toContain(mail.closing);
    expect(text.includes(realistic.Token ?? "")).toBe(mail.hasCode);
    expect(text.includes(realistic.ConfirmationURL ?? "")).toBe(mail.action !== undefined);
    expect(text).not.toMatch(/[{}<>]|undefined/);
  });

  test("says the code first where a list of mails shows a line of each", () => {
    const [preview = ""] = textOf(filled(html, realistic)).split("\n");
    expect(preview.length).toBeLessThan(90);
    expect(/\b483920\b/.test(preview)).toBe(mail.hasCode);
  });

  test("is made for light and dark, for phones, and for readers of screens", () => {
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain("@media (prefers-color-scheme: dark)");
    expect(html).toContain('<html lang="en">');
    const dark = /prefers-color-scheme: dark\) \{([\s\S]*?)\n {6}\}/.exec(html)?.[1] ?? "";
    const coloured = [...html.matchAll(/class="([^"]+)" [^>]*style="[^"]*color:/g)].map(
      ([, names = ""]) => names,
    );
    for (const names of coloured) {
      expect(names.split(" ").some((name) => dark.includes(`.${name} `) || dark.includes(`.${name},`))).toBe(
        true,
      );
    }
    const tables = html.match(/<table/g)?.length;
    expect(html.match(/<table role="presentation"/g)?.length).toBe(tables);
    expect(Buffer.byteLength(html), "some clients cut a mail off at 102 kB").toBeLessThan(20_000);
  });
});
