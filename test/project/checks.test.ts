import { expect, test } from "vitest";
import { checks } from "../../scripts/checks/checks.ts";

test.each(checks)("passes: $name", async ({ run }) => {
  const { isGood, details } = await run();
  if (!isGood) expect.fail(details);
});
