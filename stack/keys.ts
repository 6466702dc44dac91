import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { signToken } from "./tokens.ts";

const schema = z.object({
  publishable: z.string(),
  secret: z.string(),
  jwtSecret: z.string(),
  kid: z.string(),
  anonToken: z.string(),
  serviceRoleToken: z.string(),
});

/** What a hosted project calls its API keys, made once for a state folder. */
export type Keys = z.infer<typeof schema>;

const tenYears = 10 * 365 * 24 * 3600;

/** The form of hosted keys: a prefix, 22 random characters, and 8 that let scanners tell a key from other text. */
function opaqueKey(kind: "publishable" | "secret"): string {
  const body = `sb_${kind}_${randomBytes(17).toString("base64url").slice(0, 22)}`;
  return `${body}_${createHash("sha256").update(body).digest("base64url").slice(0, 8)}`;
}

async function makeKeys(): Promise<Keys> {
  const signing = { jwtSecret: randomBytes(32).toString("hex"), kid: randomUUID() };
  const role = async (name: string) =>
    await signToken({ iss: "supabase", ref: "local", role: name }, signing, { expiresIn: tenYears });
  return {
    publishable: opaqueKey("publishable"),
    secret: opaqueKey("secret"),
    ...signing,
    anonToken: await role("anon"),
    serviceRoleToken: await role("service_role"),
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** Reads the keys of a state folder. Undefined when none were made yet. */
export function readKeys(file: string): Keys | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Reads the keys of a state folder, or makes them, readable by their owner alone. */
export async function loadKeys(file: string): Promise<Keys> {
  const existing = readKeys(file);
  if (existing) return existing;
  const keys = await makeKeys();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  return keys;
}
