import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { freePort } from "../../stack/free-port.ts";
import { removeCluster } from "../../stack/postgres/cluster.ts";
import { type PostgresServer, startPostgres } from "../../stack/postgres/server.ts";

/** A state folder that the server's user can reach, with the port that its server takes. */
export interface TemporaryPlace {
  readonly folder: string;
  readonly dataDir: string;
  readonly port: number;
  start(): Promise<PostgresServer>;
  remove(): Promise<void>;
}

/** Prepares a place for a server of one test file. Nothing runs yet. */
export async function temporaryPlace(): Promise<TemporaryPlace> {
  const folder = mkdtempSync(join(tmpdir(), "repstack-test-"));
  chmodSync(folder, 0o755);
  const dataDir = join(folder, "postgres");
  const port = await freePort();
  return {
    folder,
    dataDir,
    port,
    start: () => startPostgres({ dataDir, port, onProgress: () => {} }),
    async remove() {
      await removeCluster(dataDir, () => {});
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs statements on a connection of their own and answers the last one's rows. */
export async function rows(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let answer: Record<string, unknown>[] = [];
    for (const statement of statements) {
      answer = (await client.query<Record<string, unknown>>(statement)).rows;
    }
    return answer;
  } finally {
    await client.end();
  }
}
