import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../../stack/free-port.ts";
import { removeCluster } from "../../stack/postgres/cluster.ts";
import { startPostgres } from "../../stack/postgres/server.ts";
import { identify, isRunning } from "../../stack/process-identity.ts";
import { rows, type TemporaryPlace, temporaryPlace } from "./temporary-server.ts";

const serverModule = join(import.meta.dirname, "../../stack/postgres/server.ts");

let place: TemporaryPlace;

beforeAll(async () => {
  place = await temporaryPlace();
});

afterAll(async () => {
  await place?.remove();
});

/** Starts the server from a process of its own, as a stack would, and answers that process and the server's pid. */
async function startElsewhere({ dataDir, port }: { dataDir: string; port: number }) {
  const script = `
    import { startPostgres } from ${JSON.stringify(serverModule)};
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, port: ${port}, onProgress: () => {} });
    console.log(server.pid);
    setInterval(() => {}, 1000);
  `;
  const supervisor = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [output] = await once(supervisor.stdout, "data");
  return { supervisor, serverPid: Number(String(output)) };
}

test("PGS-01: a start that was killed half-way is done again", async () => {
  mkdirSync(`${place.dataDir}.new/base`, { recursive: true });
  writeFileSync(`${place.dataDir}.new/PG_VERSION`, "17\n");
  const server = await place.start();
  expect(existsSync(`${place.dataDir}.new`)).toBe(false);
  await rows(server.url(), "create table public.kept (id int)");
  await server.stop();
});

test("PGS-02: a server whose stack was killed is taken over, with its rows", {
  timeout: 20_000,
}, async () => {
  const { supervisor, serverPid } = await startElsewhere(place);
  await rows(
    `postgresql://postgres:postgres@127.0.0.1:${place.port}/postgres`,
    "insert into public.kept values (1)",
  );
  await expect(place.start()).rejects.toThrow(/already running/);
  supervisor.kill("SIGKILL");
  await once(supervisor, "exit");
  const leftover = identify(serverPid);
  expect(isRunning(leftover)).toBe(true);

  const taken = await place.start();
  expect(taken.pid).not.toBe(serverPid);
  expect(isRunning(leftover)).toBe(false);
  expect(await rows(taken.url(), "select id from public.kept")).toEqual([{ id: 1 }]);
  await taken.stop();
});

test("PGS-03: kill -9 of the server loses no committed row and no half of a transaction", {
  timeout: 20_000,
}, async () => {
  const running = await place.start();
  const exited = new Promise<string>((resolve) => running.onExit(resolve));
  const client = new Client({ connectionString: running.url() });
  client.on("error", () => {});
  await client.connect();
  await client.query("create table public.pairs (id int)");
  let acknowledged = 0;
  const writing = (async () => {
    for (let id = 1; ; id += 1) {
      await client.query(`insert into public.pairs values (${id}), (${id})`);
      acknowledged = id;
      if (id === 200) {
        process.kill(running.pid, "SIGKILL");
      }
    }
  })();
  await expect(writing).rejects.toThrow();
  expect(await exited).toMatch(/ended unexpectedly/);

  const again = await place.start();
  const [found] = await rows(
    again.url(),
    `select count(*) filter (where copies <> 2)::int as halves, max(id) as newest, count(*)::int as ids
     from (select id, count(*) as copies from public.pairs group by id) as counted`,
  );
  expect(found?.halves).toBe(0);
  expect(found?.newest).toBe(found?.ids);
  expect(Number(found?.ids)).toBeGreaterThanOrEqual(acknowledged);
  await again.stop();
});

test("PGS-04: Ctrl-C in the terminal does not reach the server before its supervisor", {
  timeout: 20_000,
}, async () => {
  const { supervisor, serverPid } = await startElsewhere(place);
  const group = (pid: number) => readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[2];
  if (process.platform === "linux") {
    expect(group(serverPid)).not.toBe(group(Number(supervisor.pid)));
  }
  supervisor.kill("SIGINT");
  await once(supervisor, "exit");
  expect(isRunning(identify(serverPid))).toBe(true);
  const taken = await place.start();
  await taken.stop();
});

test("PGS-05: a taken port is one clear line", async () => {
  const other = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
  const start = startPostgres({ dataDir: place.dataDir, port, onProgress: () => {} });
  await expect(start).rejects.toThrow(new RegExp(`^Port ${port} .*taken.*--port`));
  other.close();
});

test("PGS-06: data of another major version, and data that is not ours, are one clear line each", async () => {
  const version = join(place.dataDir, "PG_VERSION");
  writeFileSync(version, "16\n");
  await expect(place.start()).rejects.toThrow(/made by Postgres 16.*--reset/);
  writeFileSync(version, "17\n");
  const shape = join(place.dataDir, "repstack-shape");
  const original = readFileSync(shape, "utf8");
  writeFileSync(shape, "older");
  await expect(place.start()).rejects.toThrow(/shape.*changed.*--reset/);
  writeFileSync(shape, original);
});

test.runIf(process.getuid?.() === 0)(
  "PGS-07: root keeps its data in a private folder all the same",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "repstack-private-"));
    chmodSync(folder, 0o700);
    const dataDir = join(folder, "state", "postgres");
    const steps: string[] = [];
    const running = await startPostgres({
      dataDir,
      port: await freePort(),
      onProgress: (step) => steps.push(step),
    });
    await running.stop();
    expect(lstatSync(dataDir).isSymbolicLink()).toBe(true);
    expect(steps.join("\n")).toMatch(/Keeping the database in \/var\/tmp\//);
    await removeCluster(dataDir, () => {});
    rmSync(folder, { recursive: true });
  },
);
