// How lite's driver reads and writes values, so that they arrive in JSON as PostgREST writes them.

/** A number in JSON text keeps every digit: one that a double cannot hold passes through as it is written. */
function exactNumber(text: string): unknown {
  const number = Number(text);
  const isExact = Number.isInteger(number)
    ? Number.isSafeInteger(number)
    : text.replace(/\D/g, "").length <= 15;
  return isExact ? number : Reflect.apply(rawJson, JSON, [text]);
}

// TypeScript's library does not know it yet.
const rawJson: (text: string) => unknown = Reflect.get(JSON, "rawJSON");

/** JSON.parse whose numbers keep every digit. */
function parseExactly(text: string): unknown {
  const reviver = (_key: string, value: unknown, context?: { source: string }) =>
    typeof value === "number" && context ? exactNumber(context.source) : value;
  return JSON.parse(text, reviver);
}

/** NaN and the infinities have no number in JSON. */
const parseNumber = (text: string) => (/^-?\d/.test(text) ? exactNumber(text) : text);

/**
 * Lite hands an object for a json argument over as JSON text, which the driver would encode once more; a string it hands
 * over as it is. So text that holds an object or an array is already JSON.
 */
function serializeJson(value: unknown): string {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return JSON.stringify(value);
  try {
    JSON.parse(value);
    return value;
  } catch {
    return JSON.stringify(value);
  }
}

const identity = <T>(value: T) => value;
const withT = (text: string) => text.replace(" ", "T");

/** Parsers and serializers by type, with the types' object ids. */
export const exactValues = {
  bigint: { to: 20, from: [20], serialize: String, parse: parseNumber },
  numeric: { to: 1700, from: [1700], serialize: String, parse: parseNumber },
  json: { to: 114, from: [114], serialize: serializeJson, parse: parseExactly },
  jsonb: { to: 3802, from: [3802], serialize: serializeJson, parse: parseExactly },
  bytea: { to: 17, from: [17], serialize: identity<string>, parse: identity<string> },
  timestamp: { to: 1114, from: [1114], serialize: identity<string>, parse: withT },
  // The session's zone is UTC, of which Postgres writes only the hours.
  timestamptz: {
    to: 1184,
    from: [1184],
    serialize: identity<string>,
    parse: (text: string) => withT(text).replace(/\+00$/, "+00:00"),
  },
};
