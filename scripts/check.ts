import { checks } from "./checks/checks.ts";

// `npm run check`: everything that needs no database, in one line each. `npm test` runs the same and more.

let failures = 0;
for (const { name, run } of checks) {
  const started = performance.now();
  const { isGood, details } = await run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${isGood ? "ok    " : "failed"}  ${name}, ${seconds} s`);
  if (isGood) continue;
  failures += 1;
  console.log(details.replaceAll(/^/gm, "        "));
}
process.exitCode = failures === 0 ? 0 : 1;
