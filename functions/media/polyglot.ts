import { hasText, littleEndian } from "./image-header.ts";

const zipEndBytes = 22;
const longestZipComment = 65_535;
const pdfHeaderWithin = 1024;

/**
 * Whether a file is also an archive (GIFAR, JAR, a document) or a PDF. Its picture would be encoded anew like any
 * other; it is refused because nobody makes one by accident. Text after a picture is not looked for: it is never
 * copied.
 */
export function isPolyglot(bytes: Uint8Array): boolean {
  return endsAsZip(bytes) || beginsAsPdf(bytes);
}

/** A zip file is read from its end, where a record says how long a comment follows it. */
function endsAsZip(bytes: Uint8Array): boolean {
  const first = Math.max(0, bytes.length - zipEndBytes - longestZipComment);
  for (let at = bytes.length - zipEndBytes; at >= first; at -= 1) {
    if (!hasText(bytes, at, "PK\x05\x06")) continue;
    if (at + zipEndBytes + littleEndian(bytes, at + 20, 2) === bytes.length) return true;
  }
  return false;
}

/** Readers of PDF take one whose header is not at the very beginning. */
function beginsAsPdf(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, pdfHeaderWithin));
  return head.includes("%PDF-");
}
