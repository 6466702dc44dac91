import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { applyShape, shapeHash } from "../platform/shape.ts";
import { StackError } from "../stack-error.ts";
import type { Binaries } from "./binaries.ts";
import { explainFailure } from "./failure.ts";
import { claim, stopLeftover } from "./leftover.ts";
import { canReach, type OsUser } from "./os-user.ts";
import { cleanEnvironment, launch, locale } from "./process.ts";

const run = promisify(execFile);

const majorVersion = "17";
const shapeFile = "repstack-shape";

/**
 * Where a data folder really is. One that the server's user cannot reach (root's private home) moves to /var/tmp, with a
 * link in its place: the link counts, so removing it starts from nothing.
 */
export function locate(
  dataDir: string,
  user: OsUser | undefined,
  onProgress: (step: string) => void,
): string {
  mkdirSync(dirname(dataDir), { recursive: true });
  if (canReach(user, dirname(dataDir))) {
    return dataDir;
  }
  const elsewhere = `/var/tmp/repstack-${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`;
  if (!existsSync(dataDir)) {
    rmSync(dataDir, { force: true });
    rmSync(elsewhere, { recursive: true, force: true });
    symlinkSync(elsewhere, dataDir);
  }
  onProgress(`Keeping the database in ${elsewhere}, because Postgres cannot reach ${dirname(dataDir)}`);
  return elsewhere;
}

/**
 * Checks that a data folder is one of ours, whole and of today's platform shape.
 *
 * @throws otherwise, saying what to do
 */
export function checkCluster(dataDir: string): void {
  const read = (name: string) => {
    try {
      return readFileSync(join(dataDir, name), "utf8").trim();
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "EACCES") {
        throw new StackError(
          `The data folder ${dataDir} belongs to another user. Start the stack as that user.`,
          {
            cause: error,
          },
        );
      }
      return undefined;
    }
  };
  const version = read("PG_VERSION");
  if (version === undefined) {
    throw new StackError(
      `${dataDir} is not a Postgres data folder. Move it away, or start from nothing with npm start -- --reset.`,
    );
  }
  if (version !== majorVersion) {
    throw new StackError(
      `The data in ${dataDir} was made by Postgres ${version}, and this stack runs ${majorVersion}. Start from nothing with npm start -- --reset.`,
    );
  }
  // Not re-applied: template1, postgres and every other database carry the shape, with user data hanging on it.
  if (read(shapeFile) !== shapeHash()) {
    throw new StackError(
      `The platform shape (stack/platform) has changed since ${dataDir} was made. Start from nothing with npm start -- --reset.`,
    );
  }
}

/**
 * Makes a new cluster with the platform shape. It gets its name only when it is complete, so that a start that was killed
 * half-way is simply done again.
 */
export async function createCluster(options: {
  dataDir: string;
  port: number;
  binaries: Binaries;
  user: OsUser | undefined;
  logFile: string;
  onProgress: (step: string) => void;
}): Promise<void> {
  const { dataDir, port, binaries, user, logFile, onProgress } = options;
  const unfinished = `${dataDir}.new`;
  await stopLeftover(unfinished, onProgress);
  const passwordFile = `${unfinished}.password`;
  try {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    chmodSync(unfinished, 0o700);
    writeFileSync(passwordFile, "postgres\n");
  } catch (error) {
    throw new StackError(
      `${dirname(dataDir)} cannot be written: ${String(error)}. Give it to the user who runs the stack.`,
      {
        cause: error,
      },
    );
  }
  if (user) {
    chownSync(unfinished, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }

  onProgress("Creating the database");
  try {
    // The same provider and language as hosted projects, so that names sort alike.
    await run(
      binaries.initdb,
      [
        ...[
          "--pgdata",
          unfinished,
          "--username",
          "supabase_admin",
          "--pwfile",
          passwordFile,
          "--auth",
          "scram-sha-256",
        ],
        ...["--encoding", "UTF8", "--locale", locale, "--locale-provider", "icu", "--icu-locale", "en-US"],
      ],
      { env: cleanEnvironment, ...user },
    ).catch((error: unknown) => {
      const output = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
      throw new StackError(explainFailure({ port, dataDir, logFile }, output), { cause: error });
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }

  onProgress("Giving it the shape of a hosted project");
  claim(unfinished, user);
  const server = await launch({ postgres: binaries.postgres, dataDir: unfinished, port, user, logFile });
  try {
    await applyShape(`postgresql://supabase_admin:postgres@127.0.0.1:${port}/template1`);
  } finally {
    await server.stop();
  }
  writeFileSync(join(unfinished, shapeFile), shapeHash());
  if (user) {
    chownSync(join(unfinished, shapeFile), user.uid, user.gid);
  }
  renameSync(unfinished, dataDir);
}

/**
 * Removes a data folder and all that hangs on it, so that the next start makes a new one. A server that a killed stack
 * left running there is stopped first: it would keep its port even without its folder.
 *
 * @throws when a stack is running on it
 */
export async function removeCluster(dataDir: string, onProgress: (step: string) => void): Promise<void> {
  const real = existsSync(dataDir) ? realpathSync(dataDir) : dataDir;
  for (const folder of [real, `${real}.new`]) {
    await stopLeftover(folder, onProgress);
    rmSync(folder, { recursive: true, force: true });
  }
  rmSync(dataDir, { force: true });
}
