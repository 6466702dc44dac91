import { redact } from "./redact.ts";

/** Writes one event. Fields are facts for operators: never tokens, e-mails or health values. */
export type Log = (event: string, fields: Record<string, unknown>) => void;

/** Hosted cuts a line at 10 kB, and a cut line is no JSON. */
const maxFieldLength = 6_000;

/** One JSON object a line, on the stream that the platform keeps. */
export const consoleLog: Log = (event, fields) =>
  console.log(
    redact(
      JSON.stringify({ event, ...fields }, (_key, value: unknown) =>
        typeof value === "string" ? value.slice(0, maxFieldLength) : value,
      ),
    ),
  );
