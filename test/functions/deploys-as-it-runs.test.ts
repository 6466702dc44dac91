import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { denoBinary } from "../../stack/functions/deno-binary.ts";

// Locally a function finds any package that is in node_modules; hosted, only what its own deno.json names. What these
// tests refuse would work here and fail there.
const projectRoot = join(import.meta.dirname, "..", "..");
const slugs = readdirSync(join(projectRoot, "functions")).filter((name) => !name.startsWith("_"));

const Graph = z.object({
  modules: z.array(
    z.object({
      specifier: z.string(),
      dependencies: z.array(z.object({ specifier: z.string() })).default([]),
    }),
  ),
});

async function deno(slug: string, ...args: string[]): Promise<string> {
  const folder = join(projectRoot, "functions", slug);
  const options = [
    "--quiet",
    "--no-lock",
    "--node-modules-dir=manual",
    "--config",
    join(folder, "deno.json"),
  ];
  const { stdout } = await promisify(execFile)(
    denoBinary(),
    [...args, ...options, join(folder, "index.ts")],
    {
      cwd: projectRoot,
      env: { DENO_DIR: join(projectRoot, "node_modules", ".cache", "deno"), NO_COLOR: "1" },
    },
  );
  return stdout;
}

function readJson(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(projectRoot, ...path), "utf8"));
}

function importsOf(slug: string): Record<string, string> {
  return z
    .object({ imports: z.record(z.string(), z.string()) })
    .parse(readJson("functions", slug, "deno.json")).imports;
}

describe.each(slugs)("functions/%s", (slug) => {
  test("passes Deno's type check", async () => {
    await deno(slug, "check");
  });

  test("imports only what its deno.json names, and files of functions/ and types/", async () => {
    const { modules } = Graph.parse(JSON.parse(await deno(slug, "info", "--json")));
    const named = Object.keys(importsOf(slug));
    const own = modules.filter(
      ({ specifier }) => specifier.startsWith("file:") && !/\/node_modules\//.test(specifier),
    );
    const packages = own.flatMap(({ dependencies }) => dependencies.map(({ specifier }) => specifier));

    expect(own.map(({ specifier }) => specifier.slice(pathToFileURL(projectRoot).href.length + 1))).toEqual(
      own.map(() => expect.stringMatching(/^(functions|types)\//)),
    );
    expect(
      packages.filter((name) => {
        const isNamed = named.some((key) => name === key || (key.endsWith("/") && name.startsWith(key)));
        return !isNamed && !/^(\.|node:)/.test(name);
      }),
    ).toEqual([]);
  });

  test("pins the versions of package.json", () => {
    const { dependencies } = z
      .object({ dependencies: z.record(z.string(), z.string()) })
      .parse(readJson("package.json"));

    for (const [name, target] of Object.entries(importsOf(slug))) {
      const [, packageName = "", version] = /^npm:\/?(@?[^@]+)@([^/]+)/.exec(target) ?? [];
      expect({ name, version }).toEqual({ name, version: dependencies[packageName] });
    }
  });
});
