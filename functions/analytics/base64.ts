/** As many arguments as a call may have. */
const chunkBytes = 0x8000;

export function toBase64(bytes: ArrayBuffer): string {
  const all = new Uint8Array(bytes);
  let text = "";
  for (let at = 0; at < all.length; at += chunkBytes) {
    text += String.fromCharCode(...all.subarray(at, at + chunkBytes));
  }
  return btoa(text);
}

/** @throws where the text is not base64 */
export function fromBase64(text: string): ArrayBuffer {
  const binary = atob(text);
  const bytes = new ArrayBuffer(binary.length);
  const view = new Uint8Array(bytes);
  for (let at = 0; at < binary.length; at += 1) view[at] = binary.charCodeAt(at);
  return bytes;
}
