import { randomUUID } from "node:crypto";

/** A mail as Auth hands it over. */
export interface OutgoingMail {
  /** `ada@example.com` or `Ada <ada@example.com>`. */
  to: string;
  subject: string;
  text?: string;
  html?: string;
}

/** A mail address as Mailpit writes it. */
export interface Address {
  Name: string;
  Address: string;
}

/** A mail that was kept. Field names are those of Mailpit's API, so that no second vocabulary is needed. */
export interface KeptMail {
  ID: string;
  MessageID: string;
  From: Address;
  To: Address[];
  Subject: string;
  Date: string;
  Text: string;
  HTML: string;
  /** Bytes of both bodies. */
  Size: number;
  Read: boolean;
}

/** The mails that would have left the machine, newest first, in memory only. */
export interface Mailbox {
  deliver(mail: OutgoingMail): void;
  list(): readonly KeptMail[];
  /** Finds a mail by its ID; `latest` is the newest. */
  find(id: string): KeptMail | undefined;
  markRead(id: string): void;
  /** Removes the mails with these IDs, or every mail when there are none. */
  remove(ids: readonly string[]): void;
}

/** Beyond this many the oldest mail goes, so that a load test cannot fill the memory. */
const capacity = 1_000;
const sender: Address = { Name: "Repstack", Address: "auth@repstack.local" };

/** Makes an empty mailbox. */
export function createMailbox(): Mailbox {
  let mails: KeptMail[] = [];
  return {
    deliver(mail) {
      mails = [keep(mail), ...mails].slice(0, capacity);
    },
    list: () => mails,
    find: (id) => (id === "latest" ? mails[0] : mails.find((mail) => mail.ID === id)),
    markRead(id) {
      mails = mails.map((mail) => (mail.ID === id ? { ...mail, Read: true } : mail));
    },
    remove(ids) {
      mails = ids.length === 0 ? [] : mails.filter((mail) => !ids.includes(mail.ID));
    },
  };
}

function keep({ to, subject, text = "", html = "" }: OutgoingMail): KeptMail {
  const id = randomUUID().replaceAll("-", "");
  return {
    ID: id,
    MessageID: `${id}@repstack.local`,
    From: sender,
    To: to.split(",").map(parseAddress),
    Subject: subject,
    Date: new Date().toISOString(),
    Text: text,
    HTML: html,
    Size: Buffer.byteLength(text) + Buffer.byteLength(html),
    Read: false,
  };
}

function parseAddress(text: string): Address {
  const [, name = "", address = text] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(text) ?? [];
  return { Name: name, Address: address.trim() };
}
