import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { StackError } from "./stack-error.ts";

async function listenOnce(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve()));
  });
}

const canListen = (port: number) =>
  listenOnce(port).then(
    () => true,
    () => false,
  );

/**
 * A port of the loopback interface that nobody listens on now. From a range that systems do not lend to outgoing
 * connections, so that it is still free a moment later.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(20_000, 32_000);
    if (await canListen(port)) return port;
  }
  throw new StackError("No free port was found between 20000 and 32000.");
}

/**
 * Makes sure that a fixed port can be listened on.
 * @throws StackError that says which port is taken and how to move.
 */
export async function requireFreePort(port: number, purpose: string): Promise<void> {
  try {
    await listenOnce(port);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const reason = code === "EADDRINUSE" ? "is taken by another program" : `cannot be used (${code})`;
    const advice = "Stop that program, or move this stack: npm start -- --port 55321";
    throw new StackError(`Port ${port} (${purpose}) ${reason}. ${advice}`);
  }
}
