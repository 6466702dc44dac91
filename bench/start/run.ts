import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { freePort } from "../../stack/free-port.ts";
import { type FreshCheckout, freshCheckout } from "./fresh-checkout.ts";
import { measureStart, type StartTimes } from "./measured-start.ts";

// How long somebody waits for the first answer: on a clean checkout with an empty home, and with everything in place.

const targets = { cold: 75, warm: 3 };

function row(name: string, { installed, ready, answered }: StartTimes, target: number): string {
  const [a, b, c] = [installed, ready, answered].map((seconds) => seconds?.toFixed(1) ?? "–");
  return `| ${name} | ${a} | ${b} | ${c} | ${target} |`;
}

function report({ commit, node }: FreshCheckout, cold: StartTimes, warm: StartTimes[]): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `# Start

Written by \`npm run bench:start\`. Seconds from \`npm start\` until …

| | packages installed | ready | first answer | target |
|:--|--:|--:|--:|--:|
${row("Clean checkout, empty home", cold, targets.cold)}
${warm.map((times) => row("Again, with data in place", times, targets.warm)).join("\n")}

${new Date().toISOString().slice(0, 10)}, commit ${commit}, ${process.platform} ${process.arch}, ${cpus().length} cores, \
${gigabytes} GB memory, Node ${node} on the host. The download depends on the network and on the registry's distance.
`;
}

const checkout = freshCheckout();
try {
  const port = await freePort();
  console.log(`Cloned ${checkout.commit}. Starting it with an empty home ...`);
  const cold = await measureStart(checkout, port);
  console.log("Starting it again, three times ...");
  const warm: StartTimes[] = [];
  for (let times = 0; times < 3; times += 1) warm.push(await measureStart(checkout, port));
  const text = report(checkout, cold, warm);
  writeFileSync(join(import.meta.dirname, "results.md"), text);
  console.log(`\n${text}`);
} finally {
  checkout.remove();
}
