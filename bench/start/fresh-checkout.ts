import { execFileSync, type StdioOptions } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { projectRoot } from "../../stack/project-root.ts";

/** A clone of what is committed, and the environment of somebody who just got it. */
export interface FreshCheckout {
  readonly folder: string;
  readonly commit: string;
  /** Version of the Node that the host brings. */
  readonly node: string;
  /** An empty home, so no package cache, and only what the machine needs to reach the network. */
  readonly environment: Record<string, string>;
  remove(): void;
}

/** How this machine reaches the package registry: not part of a home, and never written to a file. */
const networkVariables = /^(https?_proxy|no_proxy|node_extra_ca_certs|ssl_cert_file|ssl_cert_dir)$/i;

/** The search path without what `npm run` adds to it: the packaged Node would answer for the host's. */
const hostPath = (process.env.PATH ?? "")
  .split(delimiter)
  .filter((folder) => !folder.includes("node_modules"))
  .join(delimiter);

function read(command: string, ...parameters: string[]): string {
  const env = { ...process.env, PATH: hostPath };
  const stdio: StdioOptions = ["ignore", "pipe", "ignore"];
  return execFileSync(command, parameters, { cwd: projectRoot, env, stdio }).toString().trim();
}

/** Clones the repository's HEAD into a temporary folder. */
export function freshCheckout(): FreshCheckout {
  const root = mkdtempSync(join(tmpdir(), "repstack-bench-"));
  // Started by root, Postgres runs as another user, who must get through.
  chmodSync(root, 0o755);
  const folder = join(root, "repstack");
  const home = join(root, "home");
  mkdirSync(home);
  read("git", "clone", "--quiet", projectRoot, folder);
  const network = Object.entries(process.env).filter(([name]) => networkVariables.test(name));
  return {
    folder,
    commit: read("git", "rev-parse", "--short", "HEAD"),
    node: read("node", "--version"),
    environment: {
      ...Object.fromEntries(network.map(([name, value]) => [name, value ?? ""])),
      HOME: home,
      PATH: hostPath,
      npm_config_registry: read("npm", "config", "get", "registry"),
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
