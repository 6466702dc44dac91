import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { repositoryFiles } from "../../scripts/checks/repository-files.ts";
import { projectRoot } from "../../stack/project-root.ts";
import { readSettings } from "../../stack/settings.ts";

const MOST_LINES = 400;

/** Written by a command, or data. */
const GENERATED = /^(types\/database\.types\.ts|supabase\/migrations\/|sql\/catalog\/)/;

const code = (await repositoryFiles()).filter(
  (file) => /\.(ts|mjs|js|sql)$/.test(file) && !GENERATED.test(file),
);

const read = (file: string) => readFileSync(join(projectRoot, file), "utf8");

/** The folders of functions/ and what the CLI needs to deploy them; a missing part is only a warning there. */
const slugs = readdirSync(join(projectRoot, "functions")).filter((name) => !name.startsWith("_"));

test("config.toml has a block for every function, and for nothing else", () => {
  const { functions } = readSettings(projectRoot);
  const blocks = functions.map(({ slug, entrypoint }) => [slug, relative(projectRoot, entrypoint)]);
  expect(blocks.sort()).toEqual(slugs.map((slug) => [slug, `functions/${slug}/index.ts`]).sort());
});

test.each(slugs)("functions/%s has its entrypoint and a deno.json beside it", (slug) => {
  const files = readdirSync(join(projectRoot, "functions", slug));
  expect(files).toEqual(expect.arrayContaining(["index.ts", "deno.json"]));
});

test("supabase/functions is kept for the CLI, and empty", () => {
  expect(readdirSync(join(projectRoot, "supabase", "functions"))).toEqual([".gitkeep"]);
});

test(`no file of code is longer than ${MOST_LINES} lines`, () => {
  const lengths = code.map((file) => ({ file, lines: read(file).split("\n").length }));
  expect(lengths.filter(({ lines }) => lines > MOST_LINES)).toEqual([]);
});

test("nothing is imported from outside the repository", () => {
  const outside = code
    .filter((file) => !file.endsWith(".sql"))
    .flatMap((file) =>
      [...read(file).matchAll(/(?:from|import\(|^import)\s*"(\.[^"]*)"/gm)].map(([, target = ""]) => ({
        file,
        target: relative(projectRoot, resolve(projectRoot, dirname(file), target)),
      })),
    )
    .filter(({ target }) => target.startsWith(".."));
  expect(outside).toEqual([]);
});
