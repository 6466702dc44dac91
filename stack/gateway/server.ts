import { once } from "node:events";
import { Server } from "node:http";
import { serve } from "@hono/node-server";
import type { Hono } from "hono";

/** Listens on the loopback interface. Stopping lets answers under way finish for two seconds. */
export async function listen(app: Pick<Hono, "fetch">, port: number): Promise<{ stop(): Promise<void> }> {
  const server = serve({ fetch: app.fetch, port, hostname: "127.0.0.1" });
  await once(server, "listening");
  return {
    async stop() {
      const closed = once(server, "close");
      server.close();
      if (server instanceof Server) {
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 2000).unref();
      }
      await closed;
    },
  };
}
