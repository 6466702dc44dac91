import { mkdirSync } from "node:fs";
import { App, setExperimental } from "@supabase/lite";
import type { Keys } from "../keys.ts";
import { LiteConnection, serviceTypes } from "../lite-connection.ts";
import type { LocalService } from "../local-service.ts";
import type { Settings } from "../settings.ts";
import { verifyToken } from "../tokens.ts";
import { createFileAdapter } from "./files.ts";
import { createListing } from "./listing.ts";
import { withHostedAddresses } from "./signed-answers.ts";
import { withPlainBody } from "./uploads.ts";

export interface StorageOptions {
  /** Connects as supabase_storage_admin. */
  databaseUrl: string;
  /** Where the files are kept. */
  folder: string;
  keys: Keys;
  settings: Settings;
}

/** Serves Storage through lite. Policies on storage.objects decide, under the caller's role. */
export function startStorage({ databaseUrl, folder, keys, settings }: StorageOptions): LocalService {
  setExperimental("storage", true);
  mkdirSync(folder, { recursive: true });
  const connection = new LiteConnection(databaseUrl, { max: 5, types: serviceTypes });
  const listing = createListing(databaseUrl);
  const limit = settings.storage.file_size_limit;
  const app = new App({
    connection,
    api: { enabled: false },
    auth: { enabled: false, jwt_secret: keys.jwtSecret },
    storage: { enabled: true, file_size_limit: `${limit}B` },
    options: { server: { disableStudio: true, disableFallback: true, apiKeys: false } },
  });
  app._storageAdapter = createFileAdapter(folder, limit);

  async function list(request: Request, bucket: string): Promise<Response | undefined> {
    const token = request.headers.get("authorization")?.replace(/^Bearer\s+/i, "") ?? "";
    const verified = await verifyToken(token, keys);
    return "claims" in verified
      ? await listing.answer(bucket, verified.claims, await request.json())
      : undefined;
  }

  return {
    async fetch(request) {
      const [, bucket] = /^\/storage\/v1\/object\/list\/([^/]+)$/.exec(new URL(request.url).pathname) ?? [];
      const answered =
        bucket !== undefined &&
        request.method === "POST" &&
        (await list(request, decodeURIComponent(bucket)));
      if (answered) return answered;
      return await withHostedAddresses(request, await app.fetch(await withPlainBody(request)));
    },
    async stop() {
      await Promise.all([connection.close(), listing.stop()]);
    },
  };
}
