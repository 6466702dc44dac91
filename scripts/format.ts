import { runTool } from "./checks/tool.ts";

// `npm run format`: formats TypeScript and JSON, sorts imports and mends what is safe to mend. SQL is formatted by hand.

const { isGood, details } = await runTool("@biomejs/biome", "biome", [
  "check",
  "--write",
  "--error-on-warnings",
]);
console.log(details);
process.exitCode = isGood ? 0 : 1;
