import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "../../stack/project-root.ts";
import type { Verdict } from "./tool.ts";

/** What a credential looks like. Written so that this file does not look like one. */
const PATTERNS: [name: string, pattern: RegExp][] = [
  ["a secret key of a Supabase project", /sb_secret_[A-Za-z0-9_-]{16,}/],
  ["an access token of Supabase", /sbp_[a-f0-9]{40}/],
  ["a private key", /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s*\S{40}/],
  ["a signed token", /eyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/],
  ["a key of AWS", /\bAKIA[0-9A-Z]{16}\b/],
  ["a token of GitHub", /\bgh[pousr]_[A-Za-z0-9]{36}/],
  ["a token of npm", /\bnpm_[A-Za-z0-9]{36}\b/],
  ["a key of Google", /\bAIza[\w-]{35}\b/],
  // The local stack's databases all have the password postgres, and listen to this machine alone.
  [
    "a database URL with its password",
    /postgres(?:ql)?:\/\/[^:@/\s"'`]+:(?!postgres@)[^@\s"'`${}<>[\]]{6,}@/,
  ],
];

/** The credentials in a text, by name, each with its line. */
export function findSecrets(text: string): { line: number; name: string }[] {
  return PATTERNS.flatMap(([name, pattern]) =>
    [...text.matchAll(new RegExp(pattern, "g"))].map(({ index }) => ({
      line: text.slice(0, index).split("\n").length,
      name,
    })),
  );
}

/** Looks for credentials in files. */
export async function scanForSecrets(files: readonly string[]): Promise<Verdict> {
  const findings = await Promise.all(
    files
      .filter((file) => file !== "package-lock.json")
      .map(async (file) => {
        const text = await readFile(join(projectRoot, file), "utf8");
        return findSecrets(text).map(({ line, name }) => `${file}:${line}: ${name}`);
      }),
  );
  const details = findings.flat().join("\n");
  return { isGood: details === "", details };
}
