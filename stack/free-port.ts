import { createServer } from "node:net";
import { StackError } from "./stack-error.ts";

async function listenOnce(port: number): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}

/** A port of the loopback interface that nobody listens on now. */
export async function freePort(): Promise<number> {
  return await listenOnce(0);
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
