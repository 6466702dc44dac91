import { execFileSync } from "node:child_process";
import { startVitest, type TestCase, type TestModule, type TestSuite } from "vitest/node";

// `npm test`: runs everything, or the files whose paths contain one of the words given, and ends with one line of counts.

/** Whether a hook of the file or of a suite around the test failed, so that the test never ran. */
function neverRan(test: TestCase): boolean {
  const isBroken = (parent: TestModule | TestSuite): boolean =>
    parent.errors().length > 0 || (parent.type === "suite" && isBroken(parent.parent));
  return isBroken(test.parent);
}

function describeSkipped(test: TestCase): string {
  const result = test.result();
  const reason = (result.state === "skipped" && result.note) || "no reason is given";
  return `  ${test.module.relativeModuleId}: ${test.fullName}: ${reason}`;
}

/** Interrupts what this process started: test workers, and servers, which end at once and keep nothing. */
function interruptChildren(): void {
  const processes = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  for (const line of processes.split("\n")) {
    const [pid, parent] = line.trim().split(/\s+/).map(Number);
    if (pid === undefined || parent !== process.pid) continue;
    try {
      process.kill(pid, "SIGINT");
    } catch {
      // It has ended meanwhile: ps itself has.
    }
  }
}

// Whoever ends the tests early, by Ctrl-C or kill, leaves no server running either.
function endEarly(): void {
  interruptChildren();
  process.exit(130);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, endEarly);

const vitest = await startVitest("test", process.argv.slice(2), { run: true, watch: false });
const modules = vitest.state.getTestModules();
const tests = modules.flatMap((module) => [...module.children.allTests()]);
const suites = modules.flatMap((module) => [...module.children.allSuites()]);
const inState = (state: string) => tests.filter((test) => test.result().state === state);

const skipped = inState("skipped").filter((test) => !neverRan(test));
if (skipped.length > 0)
  console.log(`\n${skipped.length} skipped:\n${skipped.map(describeSkipped).join("\n")}`);

// Files that did not load, hooks that failed, and errors that no test caught.
const broken =
  [...modules, ...suites].filter((parent) => parent.errors().length > 0).length +
  vitest.state.getUnhandledErrors().length;
const passed = inState("passed").length;
const failed = inState("failed").length + broken;
await vitest.close();

// A global set-up or its end that failed shows in the exit code alone.
const outside = failed === 0 && (passed === 0 || Boolean(process.exitCode)) ? 1 : 0;
console.log(`\n${passed} passed, ${failed + outside} failed`);
process.exit(failed + outside > 0 ? 1 : 0);
