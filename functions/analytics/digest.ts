import { toBase64 } from "./base64.ts";

/** A digest of some texts, in order: of no other texts, however they are cut. */
export async function digestOf(...parts: string[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  const digest = toBase64(await crypto.subtle.digest("SHA-256", bytes));
  return digest.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
