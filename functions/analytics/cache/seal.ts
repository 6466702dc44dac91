import { fromBase64, toBase64 } from "../base64.ts";

const nonceBytes = 12;

/** Closes what leaves for a service of somebody else, so that it is read and changed by nobody without our key. */
export interface Seal {
  close(name: string, bytes: ArrayBuffer): Promise<string>;
  /** Undefined for what was not closed by this key under this name. */
  open(name: string, text: string): Promise<ArrayBuffer | undefined>;
}

/** AES-256-GCM, by a key that HKDF derives from a secret. The name is authenticated with the content. */
export function createSeal(secret: string): Seal {
  const key = deriveKey(secret);
  const under = (name: string, iv: ArrayBuffer) => ({
    name: "AES-GCM",
    iv,
    additionalData: new TextEncoder().encode(name),
  });

  return {
    async close(name, bytes) {
      const closed = new Uint8Array(nonceBytes + bytes.byteLength + 16);
      crypto.getRandomValues(closed.subarray(0, nonceBytes));
      const nonce = closed.buffer.slice(0, nonceBytes);
      const content = await crypto.subtle.encrypt(under(name, nonce), await key, bytes);
      closed.set(new Uint8Array(content), nonceBytes);
      return toBase64(closed.buffer);
    },
    async open(name, text) {
      try {
        const closed = fromBase64(text);
        const how = under(name, closed.slice(0, nonceBytes));
        return await crypto.subtle.decrypt(how, await key, closed.slice(nonceBytes));
      } catch {
        return undefined;
      }
    },
  };
}

async function deriveKey(secret: string) {
  const encoder = new TextEncoder();
  const material = await crypto.subtle.importKey("raw", encoder.encode(secret), "HKDF", false, ["deriveKey"]);
  const how = {
    name: "HKDF",
    hash: "SHA-256",
    salt: new ArrayBuffer(0),
    info: encoder.encode("repstack answers in a cache"),
  };
  return await crypto.subtle.deriveKey(how, material, { name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
}
