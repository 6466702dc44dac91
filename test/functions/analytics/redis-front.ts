import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import { z } from "zod";

export const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;

const Command = z.array(z.union([z.string(), z.number()])).min(1);

/**
 * A real Redis behind a front that speaks Upstash's REST as far as we use it: one command a request.
 *
 * `slow` makes every answer late by so many milliseconds; `commands` has the names of those that came.
 */
export async function startRedis() {
  const folder = mkdtempSync(join(tmpdir(), "repstack-redis-"));
  const socket = join(folder, "redis.sock");
  const server = spawn(
    "redis-server",
    ["--port", "0", "--unixsocket", socket, "--save", "", "--appendonly", "no", "--dir", folder],
    { stdio: "ignore" },
  );
  const redis = new Redis({
    path: socket,
    maxRetriesPerRequest: 0,
    retryStrategy: () => 50,
    lazyConnect: true,
  });
  redis.on("error", () => {});
  await ready(redis);

  const front = { slow: 0, commands: [] as string[] };
  const http = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = (status: number, body: unknown) => response.writeHead(status).end(JSON.stringify(body));
    if (request.headers.authorization !== "Bearer let-me-in") return answer(401, { error: "Unauthorized" });
    const [name = "", ...rest] = Command.parse(JSON.parse(Buffer.concat(chunks).toString()));
    front.commands.push(String(name));
    try {
      if (front.slow > 0) await wait(front.slow, undefined, { ref: false });
      return answer(200, { result: await redis.call(String(name), ...rest.map(String)) });
    } catch (error) {
      return answer(500, { error: String(error) });
    }
  });
  await new Promise<void>((done) => http.listen(0, "127.0.0.1", done));
  const address = http.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;

  return {
    front,
    redis,
    settings: { url: `http://127.0.0.1:${port}`, token: "let-me-in" },
    /** Ends the server as a crash does. */
    async crash() {
      const ended = new Promise((resolve) => server.once("close", resolve));
      server.kill("SIGKILL");
      await ended;
    },
    stop() {
      redis.disconnect();
      http.closeAllConnections();
      http.close();
      server.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ready(redis: Redis): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await redis.ping();
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await wait(50);
    }
  }
}
