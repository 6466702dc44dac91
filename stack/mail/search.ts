import type { KeptMail } from "./mailbox.ts";

const fields: Record<string, (mail: KeptMail) => string> = {
  to: ({ To }) => To.map(({ Name, Address }) => `${Name} ${Address}`).join(" "),
  from: ({ From }) => `${From.Name} ${From.Address}`,
  subject: ({ Subject }) => Subject,
};

/**
 * Tells whether a mail answers a query in the part of Mailpit's search language that tests use: `to:`, `from:` and
 * `subject:` with a word or a "quoted phrase", and bare words anywhere. Every term must match; case does not matter.
 */
export function matches(mail: KeptMail, query: string): boolean {
  const terms = query.matchAll(/(?:(to|from|subject):)?(?:"([^"]*)"|(\S+))/gi);
  return [...terms].every(([, field = "", phrase, word = ""]) => {
    const read = fields[field.toLowerCase()] ?? everything;
    return read(mail)
      .toLowerCase()
      .includes((phrase ?? word).toLowerCase());
  });
}

function everything(mail: KeptMail): string {
  return [...Object.values(fields).map((read) => read(mail)), mail.Text, mail.HTML].join(" ");
}
