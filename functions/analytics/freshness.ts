import type { Answering } from "./answer-unread.ts";

/**
 * Tells the caller that they may keep the answer, and must ask each time whether it still is right.
 *
 * @param digest - Of all that the answer is made from, who asks included: two people may share a device.
 * @returns whether what the caller has is right, so that 304 is the answer
 */
export function tellFreshness(c: Answering, digest: string): boolean {
  c.header("etag", `W/"${digest}"`);
  c.header("cache-control", "private, no-cache");
  c.header("vary", "Authorization", { append: true });
  return isNamedBy(c.req.header("if-none-match"), digest);
}

/** Whether `If-None-Match` names a tag; by RFC 9110 it does not matter there whether tags are weak. */
function isNamedBy(header: string | undefined, digest: string): boolean {
  if (header === undefined) return false;
  return (
    header.trim() === "*" || header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === `"${digest}"`)
  );
}
