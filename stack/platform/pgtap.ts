import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const blockBytes = 512;

/** The archive that the npm package carries: pgTAP as it is installed beside a server. */
function archivePath(): string {
  return fileURLToPath(new URL("pgtap.tar.gz", import.meta.resolve("@electric-sql/pglite-pgtap")));
}

/** Files of pgTAP that `create extension pgtap` needs, by name. The archive is plain ustar, so 20 lines read it. */
export function pgtapFiles(): Map<string, Buffer> {
  const archive = gunzipSync(readFileSync(archivePath()));
  const files = new Map<string, Buffer>();
  for (let offset = 0; offset + blockBytes <= archive.length; ) {
    const path = archive.toString("utf8", offset, offset + 100).replace(/\0.*$/s, "");
    if (path === "") {
      break;
    }
    const bytes = Number.parseInt(archive.toString("ascii", offset + 124, offset + 136), 8);
    const start = offset + blockBytes;
    const name = path.split("/").at(-1) ?? path;
    if (/^pgtap(--[\d.]+)?\.(control|sql)$/.test(name) && name !== "pgtap.sql") {
      files.set(name, archive.subarray(start, start + bytes));
    }
    offset = start + Math.ceil(bytes / blockBytes) * blockBytes;
  }
  return files;
}
