const byCode = new Map([
  ["ENOSPC", "The disk is full. Free some space and start again; nothing that was confirmed is lost."],
  [
    "EDQUOT",
    "The disk quota is used up. Free some space and start again; nothing that was confirmed is lost.",
  ],
  ["EROFS", "The state folder .stack is on a read-only disk."],
]);

function property(error: unknown, name: string): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const value: unknown = Reflect.get(error, name);
  return typeof value === "string" ? value : undefined;
}

/** Any failure as one line that says what happened and what to do. */
export function explain(error: unknown): string {
  const code = property(error, "code") ?? "";
  const path = property(error, "path");
  if (code === "EACCES" || code === "EPERM") {
    return `${path ?? "The state folder"} cannot be used by this user. Check its owner, or run as that owner.`;
  }
  if (error instanceof AggregateError && error.errors.length > 0) return explain(error.errors[0]);
  const known = byCode.get(code);
  if (known) return known;
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return line || "Something failed without saying why";
}
