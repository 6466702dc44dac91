// Completes package-lock.json for platforms whose packages the registry in use does not serve: `npm install` drops
// those from the lock, and `npm ci` then fails on the platforms that would need them. Run it after every `npm install`:
//   node scripts/lock-platforms.mjs [path to a package-lock.json]
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const OPERATING_SYSTEMS = [
  ["darwin", /darwin/],
  ["win32", /win32|windows/],
  ["android", /android/],
  ["freebsd", /freebsd/],
  ["openharmony", /openharmony/],
  ["linux", /linux/],
];
const PROCESSORS = [
  ["arm64", /arm64|aarch64/],
  ["x64", /x64|x86_64/],
  ["ia32", /ia32|i686/],
  ["arm", /-arm-/],
  ["ppc64", /ppc64/],
  ["riscv64", /riscv64/],
  ["s390x", /s390x/],
];

const first = (table, name) => table.find(([, pattern]) => pattern.test(name))?.[0];

/** The C library that a Linux package needs: by its name, or because a sibling of the same name exists for musl. */
function cLibrary(name, siblings) {
  if (/musl/.test(name)) return "musl";
  return /gnu|glibc/.test(name) || `${name}-musl` in siblings ? "glibc" : undefined;
}

/** The lock entry of a platform package of which only name and version are known. */
function platformEntry(name, version, siblings) {
  const os = first(OPERATING_SYSTEMS, name);
  const cpu = first(PROCESSORS, name);
  const libc = os === "linux" ? cLibrary(name, siblings) : undefined;
  if (!os || !cpu || !/^\d+\.\d+\.\d+[^ ]*$/.test(version)) {
    throw new Error(
      `Cannot tell the platform of ${name}@${version}: extend the tables in scripts/lock-platforms.mjs.`,
    );
  }
  return { version, cpu: [cpu], ...(libc && { libc: [libc] }), optional: true, os: [os] };
}

/** Whether Node would find the package from that folder, given what the lock installs. */
function isLocked(packages, folder, name) {
  for (let from = folder; ; from = from.slice(0, Math.max(from.lastIndexOf("/node_modules/"), 0))) {
    if (`${from ? `${from}/` : ""}node_modules/${name}` in packages) return true;
    if (!from) return false;
  }
}

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const file = process.argv[2] ?? join(root, "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
const added = {};
for (const [folder, locked] of Object.entries(lock.packages)) {
  const siblings = locked.optionalDependencies ?? {};
  for (const [name, version] of Object.entries(siblings)) {
    if (isLocked(lock.packages, folder, name)) continue;
    added[`node_modules/${name}`] = platformEntry(name, version, siblings);
  }
}
const byPath = ([a], [b]) => a.localeCompare(b, "en");
lock.packages = Object.fromEntries(Object.entries({ ...lock.packages, ...added }).sort(byPath));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${file}: ${Object.keys(added).length} platform packages added.`);
