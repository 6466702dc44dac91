import { startVitest } from "vitest/node";

// `npm test`: runs everything, or the files whose paths contain one of the words given, and ends with one line of counts.

const vitest = await startVitest("test", process.argv.slice(2), { run: true, watch: false });
const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()]);
const count = (state: string) => tests.filter((test) => test.result().state === state).length;
const broken =
  vitest.state.getTestModules().filter((module) => module.errors().length > 0).length + vitest.state.getUnhandledErrors().length;
const [passed, failed, skipped] = [count("passed"), count("failed") + broken, count("skipped")];
await vitest.close();

console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
