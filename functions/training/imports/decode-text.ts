import { failure, type Result, success } from "../../_shared/result.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * Decodes a file by its byte order mark, else as UTF-8, else as Windows-1252, which is what old spreadsheets write.
 * Line ends become "\n". Fails for a file that is no text, such as a workbook or an archive.
 */
export function decodeText(bytes: Uint8Array): Result<{ text: string; encoding: Encoding }, "not_text"> {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  // No text has this character, and Postgres could not store it.
  if (text.includes("\0")) return failure("not_text");
  return success({ text: text.includes("\r") ? text.replaceAll(/\r\n?/g, "\n") : text, encoding });
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}
