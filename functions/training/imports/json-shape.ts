import { failure, type Result, success } from "../../_shared/result.ts";
import { maxJsonContainers, maxJsonDepth, maxJsonValues } from "./limits.ts";

/** On which lines the objects in each top-level array of a document begin. */
export type LinesOfSections = ReadonlyMap<string, readonly number[]>;

/**
 * Looks through a JSON text before it is parsed: whether that would cost too much, and on which line each object in a
 * top-level array begins. What is no JSON is left for the parser to find out.
 */
export function shapeOfJson(
  text: string,
): Result<{ lines: LinesOfSections }, "json_too_deep" | "json_too_large"> {
  const lines = new Map<string, number[]>();
  let line = 1;
  let depth = 0;
  let containers = 0;
  let values = 0;
  let section: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "\n") line += 1;
    else if (character === ",") values += 1;
    else if (character === '"') {
      const end = endOfString(text, at);
      if (depth === 1 && isKey(text, at, end)) {
        section = [];
        lines.set(text.slice(at + 1, end), section);
      }
      at = end;
    } else if (character === "{" || character === "[") {
      if (character === "{" && depth === 2) section.push(line);
      depth += 1;
      containers += 1;
    } else if (character === "}" || character === "]") depth -= 1;
    if (depth > maxJsonDepth) return failure("json_too_deep");
    if (containers > maxJsonContainers || values > maxJsonValues) return failure("json_too_large");
  }
  return success({ lines });
}

function endOfString(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === "\\") backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}

function isKey(text: string, from: number, end: number): boolean {
  return end - from < 40 && /^\s*:/.test(text.slice(end + 1, end + 20));
}
