/** A table to look text from a file up in. Not a bare object: that would know "constructor" and "__proto__" too. */
export function lookup<Value>(table: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(table));
}
