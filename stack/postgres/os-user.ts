import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { StackError } from "../stack-error.ts";

/** Who runs the server's processes. */
export interface OsUser {
  uid: number;
  gid: number;
}

function idOf(name: string): OsUser | undefined {
  try {
    const number = (flag: string) =>
      Number(
        execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] })
          .toString()
          .trim(),
      );
    return { uid: number("-u"), gid: number("-g") };
  } catch {
    return undefined;
  }
}

function createPostgresUser(): void {
  try {
    execFileSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"], {
      stdio: "ignore",
    });
  } catch {
    // Not every system has useradd; `nobody` does as well.
  }
}

/**
 * The user who runs the server. Postgres refuses to run as root, so root lends it another one: the owner of the data
 * folder where there is one, else `postgres` (created when missing), else `nobody`.
 *
 * @returns undefined when not root: then the server runs as the current user
 * @throws when root finds no user to lend
 */
export function serverUser(dataDir: string): OsUser | undefined {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const owner = statSync(dataDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) {
    return { uid: owner.uid, gid: owner.gid };
  }
  if (!idOf("postgres")) {
    createPostgresUser();
  }
  const user = idOf("postgres") ?? idOf("nobody");
  if (!user) {
    throw new StackError(
      "Postgres does not run as root, and this system has neither useradd nor a user nobody. Start the stack as another user.",
    );
  }
  return user;
}

/** True when `user` can reach `folder`: every folder on the way there lets it through. */
export function canReach(user: OsUser | undefined, folder: string): boolean {
  if (!user) {
    return true;
  }
  for (let path = folder; ; path = dirname(path)) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found) {
      const bit = found.uid === user.uid ? 0o100 : found.gid === user.gid ? 0o010 : 0o001;
      if ((found.mode & bit) === 0) {
        return false;
      }
    }
    if (path === dirname(path)) {
      return true;
    }
  }
}
