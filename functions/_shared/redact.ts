/** What a log line must never hold, in the forms in which it slips into the messages of errors. */
const secrets: [pattern: RegExp, instead: string][] = [
  [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, "[token]"],
  [/\bBearer\s+[\w.~+/=-]+/gi, "Bearer [token]"],
  [/\bsb_(?:secret|publishable)_[\w-]+/g, "[key]"],
  [/:\/\/[^\s/@"]{1,200}@/g, "://[credentials]@"],
  [/[\w.+-]{1,64}@(?:[\w-]{1,63}\.)+[a-z]{2,24}\b/gi, "[e-mail]"],
];

/** Takes tokens, keys, credentials and e-mail addresses out of a text. A last resort: do not log them to begin with. */
export function redact(text: string): string {
  return secrets.reduce((cleaned, [pattern, instead]) => cleaned.replaceAll(pattern, instead), text);
}
