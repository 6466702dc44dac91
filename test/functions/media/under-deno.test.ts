import { createServer } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createFunctionsHost } from "../../../stack/functions/host.ts";
import { projectRoot } from "../../../stack/project-root.ts";
import { privateKeySet, signToken } from "../../../stack/tokens.ts";
import { StoredImage } from "../../../types/contracts/media.ts";
import { jpeg } from "./fixtures.ts";
import { ada } from "./people.ts";

interface Asked {
  method: string;
  url: string;
  headers: Record<string, unknown>;
  body: Buffer;
}

/** Answers as hosted Storage, Auth and REST do, as far as this function asks them. */
async function aProject(files: Map<string, Buffer>) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const { method = "", url = "", headers } = request;
    asked.push({ method, url, headers, body });

    const answer = (status: number, json: unknown) => response.writeHead(status).end(JSON.stringify(json));
    const [, path = ""] = /^\/storage\/v1\/object\/(.+)$/.exec(url) ?? [];
    if (url === "/auth/v1/user") return answer(200, { id: ada });
    if (url === "/rest/v1/rpc/count_use") {
      return answer(200, { is_allowed: true, limit: 20, remaining: 19, reset_seconds: 180 });
    }
    if (url === "/rest/v1/rpc/record_avatar") return answer(200, { previous_id: "a-former-one" });
    if (method === "DELETE") {
      for (const prefix of JSON.parse(body.toString()).prefixes) files.delete(`${path}/${prefix}`);
      return answer(200, []);
    }
    if (method === "POST" && files.has(path)) return answer(400, { statusCode: "409", error: "Duplicate" });
    if (method === "POST") {
      files.set(path, body);
      return answer(200, { Key: path });
    }
    const file = files.get(path);
    return file ? response.writeHead(200).end(file) : answer(400, { statusCode: "404", error: "not_found" });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return { asked, url: `http://127.0.0.1:${port}` };
}

const key = { jwtSecret: "a secret that only this test knows, of 48 bytes.", kid: "test" };

test("media runs under Deno within 256 MB, and asks Storage as hosted wants to be asked", async () => {
  const claims = { sub: ada, aud: "authenticated", role: "authenticated" };
  const token = await signToken(claims, key, { expiresIn: 300 });
  const photo = await jpeg(1600, 1200, (x, y) => [x % 256, y % 256, (x + y) % 256]);
  const files = new Map([
    [`uploads/${ada}/one.jpg`, photo],
    [`uploads/${ada}/two.jpg`, photo],
    [`uploads/${ada}/page.png`, Buffer.from("<!doctype html>")],
  ]);
  const project = await aProject(files);
  const lines: Record<string, unknown>[] = [];
  const host = createFunctionsHost({
    projectRoot,
    functions: [
      { slug: "media", entrypoint: join(projectRoot, "functions", "media", "index.ts"), verifyJwt: false },
    ],
    env: {
      SUPABASE_URL: project.url,
      SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: "sb_publishable_test" }),
      SUPABASE_SECRET_KEYS: JSON.stringify({ default: "sb_secret_test" }),
      SUPABASE_JWKS: JSON.stringify(privateKeySet(key)),
    },
    limits: { memoryMegabytes: 256, firstByteSeconds: 60 },
    hotReload: false,
    log: (event, fields) => lines.push({ event, ...fields }),
  });
  onTestFinished(() => host.stop());
  const post = async (name: string, bearer = token) =>
    await host.fetch(
      "media",
      new Request("http://127.0.0.1:54321/functions/v1/media/avatars", {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${bearer}` },
        body: JSON.stringify({ upload_path: `${ada}/${name}` }),
      }),
    );

  const first = await post("one.jpg");
  expect(lines.filter(({ event }) => event !== "function_log" && event !== "function_boot")).toEqual([]);
  expect(first.status, await first.clone().text()).toBe(200);
  const image = StoredImage.parse(await first.json());
  const second = StoredImage.parse(await (await post("two.jpg")).json());
  const refused = await post("page.png");
  const missing = await post("three.jpg");
  const forged = await post("page.png", `${token.slice(0, -4)}AAAA`);

  expect(second).toEqual(image);
  expect([refused.status, missing.status, forged.status]).toEqual([422, 404, 401]);
  const id = `${ada}/${image.id}`;
  expect([...files.keys()].sort()).toEqual(
    [
      ...["128.webp", "256.jpg", "256.webp", "512.webp", "64.webp"].map((file) => `avatars/${id}/${file}`),
      `uploads/${ada}/page.png`,
    ].sort(),
  );
  expect(
    project.asked.find(({ method, url }) => method === "POST" && url.endsWith("/512.webp")),
  ).toMatchObject({
    url: `/storage/v1/object/avatars/${id}/512.webp`,
    headers: {
      apikey: "sb_secret_test",
      authorization: "Bearer sb_secret_test",
      "content-type": "image/webp",
      "cache-control": "public, max-age=31536000, immutable",
      "x-upsert": "false",
    },
  });
  const removed = project.asked.find(({ method, url }) => method === "DELETE" && url.endsWith("/avatars"));
  expect(JSON.parse(removed?.body.toString() ?? "{}").prefixes).toContain(`${ada}/a-former-one/512.webp`);
});
