import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, onTestFinished } from "vitest";
import { createFunctionsHost, type FunctionsHost } from "../../stack/functions/host.ts";

const projectRoot = join(import.meta.dirname, "..", "..");

/** One event of the host's log. */
export type Line = { event: string } & Record<string, unknown>;

let folder: string;
let log: Line[];

/** Gives every test of the file an empty folder for its functions, and an empty log. */
export function useFunctionsOnTrial(): void {
  beforeEach(async () => {
    // Inside the project, because a function finds its npm packages from where it lies.
    await mkdir(join(projectRoot, ".stack"), { recursive: true });
    folder = await mkdtemp(join(projectRoot, ".stack", "test-functions-"));
    log = [];
  });
  afterEach(() => rm(folder, { recursive: true }));
}

/** Writes a file beside the functions, such as `_shared/name.ts`. */
export async function writeSource(path: string, source: string): Promise<void> {
  await mkdir(join(folder, path, ".."), { recursive: true });
  await writeFile(join(folder, path), source);
}

/** Writes a function with the imports of its deno.json. */
export async function writeFunction(
  slug: string,
  source: string,
  imports: Record<string, string> = {},
): Promise<void> {
  await writeSource(`${slug}/deno.json`, JSON.stringify({ imports }));
  await writeSource(`${slug}/index.ts`, source);
}

/** A host of these functions, stopped at the end of the test. */
export function hostOf(
  slugs: string[],
  options: { memoryMegabytes?: number; firstByteSeconds?: number; hotReload?: boolean } = {},
): FunctionsHost {
  const host = createFunctionsHost({
    projectRoot,
    functions: slugs.map((slug) => ({ slug, entrypoint: join(folder, slug, "index.ts"), verifyJwt: false })),
    env: { SUPABASE_URL: "http://127.0.0.1:54321" },
    limits: {
      memoryMegabytes: options.memoryMegabytes ?? 256,
      firstByteSeconds: options.firstByteSeconds ?? 30,
    },
    hotReload: options.hotReload ?? false,
    log: (event, fields) => log.push({ event, ...fields }),
  });
  onTestFinished(() => host.stop());
  return host;
}

/** Calls a function as the gateway does: `/<slug>/…`. */
export function call(host: FunctionsHost, path: string, init?: RequestInit): Promise<Response> {
  const slug = path.split("/")[1] ?? "";
  return host.fetch(slug, new Request(`http://127.0.0.1:54321/functions/v1${path}`, init));
}

/** What the host has logged under this name so far. */
export function logged(event: string): Line[] {
  return log.filter((line) => line.event === event);
}
