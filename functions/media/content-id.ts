/** Names a picture by its bytes: 192 bits of their SHA-256, as 32 characters that need no escaping in a path. */
export async function contentId(file: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", file));
  const base64 = btoa(String.fromCharCode(...hash.subarray(0, 24)));
  return base64.replaceAll("+", "-").replaceAll("/", "_");
}
