// Runs a TypeScript entry of this repository on a fresh machine that has only Node 20 and npm:
//   node scripts/run.mjs <entry.ts> [arguments]
// Installs the locked packages when the lock file changed, then runs the entry on a Node that strips types.
// Depends on nothing but Node itself, because it runs before anything is installed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  appendFileSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { constants as osConstants } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const stampFile = join(root, "node_modules", ".bootstrap");
const lockFile = join(root, ".stack", "install.lock");
const installLog = join(root, ".stack", "logs", "install.log");

/** A failure that one line explains to a person. */
class BootstrapError extends Error {}

const say = (line) => process.stderr.write(`${line}\n`);

function readOrEmpty(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** What must be installed: the locked packages, for this platform. */
function wantedStamp() {
  const hash = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  return `${hash} ${process.platform}-${process.arch}`;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Waits until this process is the only one that installs here. A lock whose owner is dead is taken over. */
async function takeLock() {
  mkdirSync(dirname(lockFile), { recursive: true });
  for (let waited = false; ; ) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: "wx" });
      // Two processes may have found the same dead owner: the one whose lock was replaced waits on.
      await sleep(50);
      if (readOrEmpty(lockFile) === String(process.pid)) return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const owner = Number(readOrEmpty(lockFile));
      if (owner && !isAlive(owner)) {
        rmSync(lockFile, { force: true });
        continue;
      }
      if (!waited) say(`Another process (${owner}) is installing the packages here; waiting for it.`);
      waited = true;
      await sleep(250);
    }
  }
}

/** The environment for a nested npm: without what an outer `npm run` put there, but with the user's own settings. */
function npmEnvironment() {
  const kept =
    /^npm_config_(registry|cache|userconfig|globalconfig|proxy|https_proxy|noproxy|cafile|strict_ssl)$/;
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith("npm_") || kept.test(name));
  return Object.fromEntries(entries);
}

function npmCommand() {
  const beside = join(dirname(process.execPath), "..", "lib", "node_modules", "npm", "bin", "npm-cli.js");
  const cli = [process.env.npm_execpath, beside].find(
    (file) => file?.endsWith("npm-cli.js") && existsSync(file),
  );
  return cli ? [process.execPath, cli] : ["npm"];
}

const INSTALL_FAILURES = [
  [/ENOSPC/, `the disk is full. Free 1.5 GB for ${root} and try again.`],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET/,
    "the npm registry cannot be reached. Check the network.",
  ],
  [
    /EUSAGE/,
    "package-lock.json does not fit package.json. Run `npm install` and `node scripts/lock-platforms.mjs`.",
  ],
  [/EACCES|EPERM|EROFS/, `${root} or npm's cache cannot be written. Check who owns them.`],
];

async function runNpm() {
  const [command, ...prefix] = npmCommand();
  const parameters = [...prefix, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const child = spawn(command, parameters, {
    cwd: root,
    env: npmEnvironment(),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let output = "";
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  const code = await new Promise((resolve, reject) => {
    child.on("error", () =>
      reject(new BootstrapError("npm was not found. Install Node 20 or newer with npm.")),
    );
    child.on("close", resolve);
  });
  if (code === 0) return;
  mkdirSync(dirname(installLog), { recursive: true });
  appendFileSync(installLog, `${new Date().toISOString()} npm ci ended with ${code}\n${output}\n`);
  const known = INSTALL_FAILURES.find(([pattern]) => pattern.test(output));
  throw new BootstrapError(
    `Packages were not installed: ${known?.[1] ?? `npm ci failed, see ${installLog}.`}`,
  );
}

async function ensureInstalled() {
  const wanted = wantedStamp();
  if (readOrEmpty(stampFile) === wanted) return;
  await takeLock();
  try {
    if (readOrEmpty(stampFile) === wanted) return;
    const started = Date.now();
    say("Installing the packages that package-lock.json names (about 1.2 GB, only when it changes) ...");
    await runNpm();
    writeFileSync(stampFile, wanted);
    say(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  } finally {
    rmSync(lockFile, { force: true });
  }
}

/** A Node that runs TypeScript by stripping types: the one among the packages, else the host's if it is new enough. */
function typeStrippingNode() {
  const packaged = join(root, "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");
  try {
    accessSync(packaged, constants.X_OK);
    return packaged;
  } catch {
    const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
    if (major >= 24 || (major === 22 && minor >= 18)) return process.execPath;
    throw new BootstrapError(
      `No packaged Node for ${process.platform}-${process.arch}: install Node 24 (this one is ${process.versions.node}).`,
    );
  }
}

async function runEntry(node, parameters) {
  const child = spawn(node, ["--disable-warning=ExperimentalWarning", ...parameters], { stdio: "inherit" });
  // Ctrl-C reaches the whole foreground group, but a signal sent to this process alone reaches nobody else. A child may
  // therefore see one twice. In any case this process lives until its child has cleaned up.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(code ?? 128 + (osConstants.signals[signal] ?? 0)));
  });
}

try {
  const parameters = process.argv.slice(2);
  if (parameters.length === 0) throw new BootstrapError("Usage: node scripts/run.mjs <entry.ts> [arguments]");
  await ensureInstalled();
  process.exitCode = await runEntry(typeStrippingNode(), [join(root, parameters[0]), ...parameters.slice(1)]);
} catch (error) {
  const full = error.code === "ENOSPC" ? "the disk is full" : undefined;
  say(error instanceof BootstrapError ? error.message : `Cannot start: ${full ?? error.message}`);
  process.exitCode = 1;
}
