import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { requireFreePort } from "../free-port.ts";
import { prepareBinaries } from "./binaries.ts";
import { checkCluster, createCluster, locate } from "./cluster.ts";
import { claim, stopLeftover } from "./leftover.ts";
import { serverUser } from "./os-user.ts";
import { launch } from "./process.ts";

/** A running Postgres with the platform shape. */
export interface PostgresServer {
  readonly port: number;
  readonly pid: number;
  /** A connection URL; role and database are both `postgres` unless named. */
  url(role?: string, database?: string): string;
  /** Fast shutdown; answers when the process is gone. */
  stop(): Promise<void>;
  /** Calls `listener` with one line when the server ends though nobody stopped it. */
  onExit(listener: (reason: string) => void): void;
}

/** Makes sure that today's messages have a partition before the first of them arrives. */
export async function prepareMessagePartitions(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("select realtime.create_message_partitions(current_date - 1, current_date + 7)");
  } finally {
    await client.end();
  }
}

/**
 * Prepares binaries, makes the cluster with the platform shape when `dataDir` is new, and starts the server on
 * 127.0.0.1. A server left over from a killed stack on this `dataDir` is stopped first. The log goes to
 * `logs/postgres.log` beside `dataDir`.
 *
 * @throws with one line that says what to do: taken port, unreadable data folder, full disk, other major version,
 * changed platform shape, a stack already running there
 */
export async function startPostgres(options: {
  dataDir: string;
  port: number;
  onProgress: (step: string) => void;
}): Promise<PostgresServer> {
  const { port, onProgress } = options;
  const user = serverUser(options.dataDir);
  const dataDir = locate(options.dataDir, user, onProgress);
  const logFile = join(dirname(options.dataDir), "logs", "postgres.log");
  const binaries = prepareBinaries(user);

  await stopLeftover(dataDir, onProgress);
  await stopLeftover(`${dataDir}.new`, onProgress);
  await requireFreePort(port, "database");
  if (!existsSync(dataDir)) {
    await createCluster({ dataDir, port, binaries, user, logFile, onProgress });
  }
  checkCluster(dataDir);

  onProgress("Starting Postgres");
  claim(dataDir, user);
  const server = await launch({ postgres: binaries.postgres, dataDir, port, user, logFile });
  const url = (role = "postgres", database = "postgres") =>
    `postgresql://${encodeURIComponent(role)}:postgres@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  try {
    await prepareMessagePartitions(url("supabase_admin"));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { port, pid: server.pid, url, stop: server.stop, onExit: server.onExit };
}
