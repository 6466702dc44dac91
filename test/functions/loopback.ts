import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A request that a function sent to another service. */
export interface Sent {
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/**
 * Stands in for the services behind a project's address during one test.
 *
 * @param answer - What the services answer; nothing at all where it is undefined.
 */
export async function loopback(
  answer: (sent: Sent) => { status: number; body: string } | undefined,
): Promise<{ url: string; sent: Sent[] }> {
  const sent: Sent[] = [];
  const server = createServer(async (request, response) => {
    const chunks = await Array.fromAsync<Buffer>(request);
    const { method = "", url = "", headers } = request;
    const received = { method, url, headers, body: Buffer.concat(chunks).toString() };
    sent.push(received);
    const answered = answer(received);
    if (answered)
      response.writeHead(answered.status, { "content-type": "application/json" }).end(answered.body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sent };
}

/** A project whose services are there. */
export function projectAt(url: string) {
  return {
    url,
    publishableKeys: { default: "the publishable key", web: "another publishable key" },
    secretKeys: { default: "the secret key", cron: "another secret key" },
    jwks: { keys: [] },
  };
}
