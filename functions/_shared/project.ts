import type { resolveEnv } from "@supabase/server/core";

/** The project that a function belongs to: its address, its keys, and the keys that its tokens are signed with. */
export type Project = NonNullable<ReturnType<typeof resolveEnv>["data"]>;

/** The key with which anybody may call the project's API; row-level security decides what it sees. */
export function publishableKeyOf(project: Project): string {
  return keyOf(project.publishableKeys, "publishable");
}

/** The key that row-level security does not bind. Only files named `*.admin.ts` may ask for it. */
export function secretKeyOf(project: Project): string {
  return keyOf(project.secretKeys, "secret");
}

function keyOf(keys: Record<string, string>, kind: string): string {
  const key = keys.default ?? Object.values(keys)[0];
  if (!key) throw new Error(`The project has no ${kind} key.`);
  return key;
}
