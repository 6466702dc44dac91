import { expect, inject, test } from "vitest";
import { runTool } from "../../scripts/checks/tool.ts";

// Loading does not check the bodies of functions, since files refer to each other; here the whole database is there.
test("sql/schemas refers only to what is in the database, in the bodies of SQL functions too", async () => {
  const { isGood, details } = await runTool("@postgres-language-server/cli", "postgres-language-server", [
    "check",
    `--connection-string=${inject("declaredUrl")}`,
    "sql/schemas",
  ]);
  if (!isGood) expect.fail(details);
});
