import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { hostedExtensions } from "./hosted-extensions.ts";
import { pgtapFiles } from "./pgtap.ts";

const standInFolder = join(import.meta.dirname, "extensions");

/** The stand-ins for pg_cron, pg_net and Vault: control and SQL files by name. */
export function standInFiles(): Map<string, Buffer> {
  return new Map(readdirSync(standInFolder).map((name) => [name, readFileSync(join(standInFolder, name))]));
}

/** A control file that lets `postgres`, which is not a superuser, create the extension, as a hosted project does. */
function trusted(control: string): string {
  return /^\s*trusted\s*=/m.test(control) ? control : `${control.trimEnd()}\ntrusted = true\n`;
}

function filesOf(sourceFolder: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>([...standInFiles(), ...pgtapFiles()]);
  const belongs = new RegExp(`^(${hostedExtensions.join("|")})(--.*)?\\.(control|sql)$`);
  for (const name of readdirSync(sourceFolder).filter((name) => belongs.test(name))) {
    files.set(name, readFileSync(join(sourceFolder, name)));
  }
  for (const [name, content] of files) {
    if (name.endsWith(".control")) {
      files.set(name, Buffer.from(trusted(content.toString("utf8"))));
    }
  }
  return files;
}

/**
 * Fills a server's `share/postgresql/extension` with what a hosted project offers: the listed extensions of
 * `sourceFolder` (the untouched package), the stand-ins and pgTAP. Does nothing when the folder is already so.
 */
export function installExtensions(sourceFolder: string, targetFolder: string): void {
  const files = filesOf(sourceFolder);
  const hash = createHash("sha256");
  for (const [name, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(name).update(content);
  }
  const stamp = hash.digest("hex");
  const stampFile = join(targetFolder, "installed");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) {
    return;
  }

  mkdirSync(targetFolder, { recursive: true });
  for (const [name, content] of files) {
    // Another stack may be running from this folder: it must never read half a file.
    const unfinished = join(targetFolder, `${name}.${process.pid}.tmp`);
    writeFileSync(unfinished, content);
    chmodSync(unfinished, 0o644);
    renameSync(unfinished, join(targetFolder, name));
  }
  for (const name of readdirSync(targetFolder).filter(
    (name) => /\.(control|sql)$/.test(name) && !files.has(name),
  )) {
    rmSync(join(targetFolder, name), { force: true });
  }
  writeFileSync(stampFile, stamp);
}
