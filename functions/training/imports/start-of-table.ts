import { type Separator, separatorOf } from "./separator.ts";

/** Where the header begins: past what Excel writes first to name the separator, and past blank lines. */
export function startOfTable(text: string): { at: number; line: number; separator: Separator } {
  const [named = "", mark = ""] = /^sep=([,;\t|])\n/.exec(text) ?? [];
  const [blank = ""] = /^\s*/.exec(text.slice(named.length, named.length + 1000)) ?? [];
  const at = named.length + blank.lastIndexOf("\n") + 1;
  const end = text.indexOf("\n", at);
  const header = text.slice(at, Math.min(end < 0 ? text.length : end, at + 10_000));
  return {
    at,
    line: text.slice(0, at).split("\n").length,
    separator: mark ? separatorOf(mark) : separatorOf(header),
  };
}
