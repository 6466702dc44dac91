interface DatabaseError {
  code: string;
  message: string;
  detail: string | null;
  hint: string | null;
}

/** PostgREST's statuses, the most specific code first. */
const statuses: [prefix: string, status: number][] = [
  ["23503", 409],
  ["23505", 409],
  ["25006", 405],
  ["57P01", 503],
  ["P0001", 400],
  ["08", 503],
  ["09", 500],
  ["0L", 403],
  ["0P", 403],
  ["25", 500],
  ["28", 403],
  ["2D", 500],
  ["38", 500],
  ["39", 500],
  ["3B", 500],
  ["40", 500],
  ["53", 503],
  ["54", 500],
  ["55", 500],
  ["57", 500],
  ["58", 500],
  ["F0", 500],
  ["HV", 500],
  ["P0", 500],
  ["XX", 500],
];

/** Codes that lite answers as PostgREST does, some with words of its own. */
const alreadyRight = /^(PT|PGRST|21|22|42)/;

function textOf(error: object, name: string): string | null {
  const value: unknown = Reflect.get(error, name);
  return typeof value === "string" ? value : null;
}

function asDatabaseError(error: unknown): DatabaseError | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = textOf(error, "code");
  if (code === null || !/^[0-9A-Z]{5}$/.test(code)) return undefined;
  return { code, message: error.message, detail: textOf(error, "detail"), hint: textOf(error, "hint") };
}

/**
 * Gives an error of the database the status that PostgREST gives it. Lite answers most codes with 500 and its own code;
 * but an error with SQLSTATE PGRST passes through with any status, so others take that form.
 */
export function withPostgrestStatus(error: unknown): unknown {
  const known = asDatabaseError(error);
  if (!known || alreadyRight.test(known.code)) return error;
  const status = statuses.find(([prefix]) => known.code.startsWith(prefix))?.[1] ?? 400;
  const { code, message, detail: details, hint } = known;
  return Object.assign(new Error(JSON.stringify({ code, message, details, hint })), {
    code: "PGRST",
    detail: JSON.stringify({ status, headers: {} }),
  });
}
