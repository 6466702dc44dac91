import { expect, inject } from "vitest";
import { z } from "zod";

// Mail is read through the part of Mailpit's API that the local stack and `supabase start` share.

const mailUrl = inject("mailUrl");

/** Why a test that reads mail does not run: the stack was given and sends its mail away. */
export const isMailSentAway = mailUrl === "";

/** What a reader finds in a mail of Auth. */
export interface Mail {
  readonly subject: string;
  /** Six digits to type; empty in a mail without them. */
  readonly code: string;
  /** Where the button leads; empty in a mail without one. */
  readonly link: string;
}

const list = z.object({ messages: z.array(z.object({ ID: z.string(), Snippet: z.string() })) });
const message = z.object({ Subject: z.string(), HTML: z.string(), Text: z.string() });

async function get<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(await (await fetch(`${mailUrl}/api/v1/${path}`)).json());
}

const found = async (address: string) =>
  (await get(`search?query=${encodeURIComponent(`to:"${address}"`)}`, list)).messages;

/** The mails that went to an address, the newest first. */
export async function mailsTo(address: string): Promise<Mail[]> {
  const mails = await Promise.all((await found(address)).map(({ ID }) => get(`message/${ID}`, message)));
  return mails.map(({ Subject, HTML, Text }) => ({
    subject: Subject,
    code: /\b\d{6}\b/.exec(Text)?.[0] ?? "",
    link: (/href="([^"]*\/auth\/v1\/verify\?[^"]*)"/.exec(HTML)?.[1] ?? "").replaceAll("&amp;", "&"),
  }));
}

/** The newest mail to an address. */
export async function mailTo(address: string): Promise<Mail> {
  const [mail] = await mailsTo(address);
  if (!mail) throw new Error(`No mail went to ${address}.`);
  return mail;
}

/** The code in the newest mail to an address, by a single request. */
export async function codeFor(address: string): Promise<string> {
  const code = /\b\d{6}\b/.exec((await found(address))[0]?.Snippet ?? "")?.[0];
  if (!code) throw new Error(`No code went to ${address}.`);
  return code;
}

/** Opens the link of a mail, as a browser does, and answers where it ends and what it brings there. */
export async function follow(link: string): Promise<{ target: string; brought: URLSearchParams }> {
  const answer = await fetch(link, { redirect: "manual" });
  expect(answer.status, link).toBe(303);
  const [target = "", fragment = ""] = (answer.headers.get("location") ?? "").split("#");
  return { target, brought: new URLSearchParams(fragment) };
}
