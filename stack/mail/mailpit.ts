// The shapes in which Mailpit's API shows mails. What a captured mail never has is there and empty.
import type { KeptMail } from "./mailbox.ts";

/** One page of a list: `found` are the mails that were asked for, `all` those in the mailbox. */
export function asList(
  all: readonly KeptMail[],
  found: readonly KeptMail[],
  { start, limit }: { start: number; limit: number },
) {
  const page = found.slice(start, start + limit);
  return {
    total: all.length,
    unread: unread(all),
    count: page.length,
    messages_count: found.length,
    messages_unread: unread(found),
    start,
    tags: [],
    messages: page.map(asSummary),
  };
}

/** A mail with its bodies. */
export function asMessage(mail: KeptMail) {
  return {
    ID: mail.ID,
    MessageID: mail.MessageID,
    From: mail.From,
    To: mail.To,
    Cc: [],
    Bcc: [],
    ReplyTo: [],
    ReturnPath: mail.From.Address,
    Subject: mail.Subject,
    ListUnsubscribe: { Header: "", Links: [], Errors: "", HeaderPost: "" },
    Date: mail.Date,
    Tags: [],
    Username: "",
    Text: mail.Text,
    HTML: mail.HTML,
    Size: mail.Size,
    Inline: [],
    Attachments: [],
  };
}

function asSummary(mail: KeptMail) {
  return {
    ID: mail.ID,
    MessageID: mail.MessageID,
    Read: mail.Read,
    From: mail.From,
    To: mail.To,
    Cc: [],
    Bcc: [],
    ReplyTo: [],
    Subject: mail.Subject,
    Created: mail.Date,
    Username: "",
    Tags: [],
    Size: mail.Size,
    Attachments: 0,
    Snippet: snippet(mail),
  };
}

function unread(mails: readonly KeptMail[]): number {
  return mails.filter(({ Read }) => !Read).length;
}

function snippet({ Text, HTML }: KeptMail): string {
  const visible = Text || HTML.replace(/<(style|script|head)\b[\s\S]*?<\/\1>|<[^>]*>/gi, " ");
  return visible.replace(/\s+/g, " ").trim().slice(0, 250);
}
