import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Finds the native Deno binary that npm installed for this platform. It is started by path: the `deno` command of
 * the npm package is a Node script that would add a process between the stack and the worker.
 *
 * @throws when the platform has no Deno package, or `npm ci` has not installed it.
 */
export function denoBinary(): string {
  const libc = process.platform === "linux" ? "-glibc" : "";
  const packageName = `@deno/${process.platform}-${process.arch}${libc}`;
  const fromDenoPackage = createRequire(createRequire(import.meta.url).resolve("deno/package.json"));
  try {
    const folder = dirname(fromDenoPackage.resolve(`${packageName}/package.json`));
    return join(folder, process.platform === "win32" ? "deno.exe" : "deno");
  } catch {
    throw new Error(
      `Deno is not installed for this platform: ${packageName} is missing in node_modules. Run npm ci; Edge ` +
        "Functions need macOS, Linux with glibc, or Windows.",
    );
  }
}
