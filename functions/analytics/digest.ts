import { toBase64 } from "./base64.ts";

/** What stands before and after a version in the text of a digest, for who makes it and knows the version. */
export function aroundVersion(userId: string, ...rest: string[]): { before: string; after: string } {
  return {
    before: `${JSON.stringify([userId]).slice(0, -1)},"`,
    after: `",${JSON.stringify(rest).slice(1)}`,
  };
}

/** A digest of some texts, in order: of no other texts, however they are cut. */
export async function digestOf(...parts: string[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  const digest = toBase64(await crypto.subtle.digest("SHA-256", bytes));
  return digest.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
