import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { runPgtap } from "./pgtap.ts";

const databaseUrl = inject("pgtapUrl");

for (const file of globSync(join(import.meta.dirname, "**", "*.test.sql")).sort()) {
  const assertions = await runPgtap(databaseUrl, readFileSync(file, "utf8"));
  describe(relative(import.meta.dirname, file), () => {
    for (const { name, ok, diagnostics } of assertions) {
      test(name, () => expect(ok, diagnostics).toBe(true));
    }
  });
}
