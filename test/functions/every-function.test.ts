import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { repositoryFiles } from "../../scripts/checks/repository-files.ts";
import { projectRoot } from "../../stack/project-root.ts";
import { problems } from "../../types/contracts/problem.ts";

const files = (await repositoryFiles()).filter((file) => /^functions\/.*\.ts$/.test(file));

/** The files of functions whose text a pattern is in. */
function filesWith(pattern: RegExp): string[] {
  return files.filter((file) => pattern.test(readFileSync(join(projectRoot, file), "utf8")));
}

test("only defineRoute makes routes, so that every request passes the whole chain", () => {
  expect(filesWith(/\bcreateRoute\b|\.(get|post|put|patch|delete|all)\(\s*["'`]\//)).toEqual([]);
  expect(filesWith(/new (OpenAPIHono|Hono)\b/)).toEqual(["functions/_shared/router.ts"]);
});

test("only files named *.admin.ts ask for what row-level security does not bind", () => {
  const asking = filesWith(
    /\bsecretKeyOf\b|createAdminClient|SUPABASE_(SECRET_KEYS|SERVICE_ROLE_KEY|DB_URL)/,
  );

  expect(asking.filter((file) => !file.endsWith(".admin.ts"))).toEqual(["functions/_shared/project.ts"]);
});

test("no function imports another", () => {
  const importing = files.filter((file) => {
    const [, slug = ""] = file.split("/");
    const imports = readFileSync(join(projectRoot, file), "utf8").matchAll(/from "(\.[^"]+)"/g);
    return [...imports].some(([, path = ""]) => {
      const target = join(dirname(file), path);
      return ![`functions/${slug}/`, "functions/_shared/", "types/"].some((folder) =>
        target.startsWith(folder),
      );
    });
  });

  expect(importing).toEqual([]);
});

test("docs/functions.md has every code of a problem, with its status", () => {
  const text = readFileSync(join(projectRoot, "docs", "functions.md"), "utf8");
  const rows = [...text.matchAll(/^\| `(\w+)` \| (\d{3}) \|/gm)].map(([, code, status]) => [
    code,
    Number(status),
  ]);

  expect(Object.fromEntries(rows)).toEqual(
    Object.fromEntries(Object.entries(problems).map(([code, { status }]) => [code, status])),
  );
});
