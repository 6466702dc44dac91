import { App } from "@supabase/lite";
import { LiteConnection } from "../lite-connection.ts";
import type { LocalService } from "../local-service.ts";
import type { Settings } from "../settings.ts";
import { type SigningKey, verifyToken } from "../tokens.ts";
import { withPostgrestStatus } from "./lite-errors.ts";
import { exactValues } from "./lite-values.ts";

export interface LiteRestOptions {
  /** Connects as authenticator. */
  databaseUrl: string;
  /** Connects as postgres, which sees every table: the schema cache is read with it. */
  catalogUrl: string;
  key: SigningKey;
  settings: Settings;
}

/** Lite reads its schema cache from information_schema, which shows authenticator nothing: it may only set roles. */
class RestConnection extends LiteConnection {
  readonly catalog: LiteConnection;

  constructor(options: LiteRestOptions) {
    super(options.databaseUrl, { max: 10, types: exactValues });
    this.catalog = new LiteConnection(options.catalogUrl, { max: 1 });
  }

  override async introspect(options?: { useCache?: boolean }) {
    return await this.catalog.introspect(options);
  }

  override async clearSchemaCache(): Promise<void> {
    await this.catalog.clearSchemaCache();
  }

  override normalizeDbError(error: unknown) {
    return withPostgrestStatus(error);
  }

  override async close(): Promise<void> {
    await Promise.all([super.close(), this.catalog.close()]);
  }
}

/** Serves REST through lite, for platforms that the real PostgREST has no binary for. */
export async function startLiteRest(options: LiteRestOptions): Promise<LocalService> {
  const connection = new RestConnection(options);
  const { api } = options.settings;
  const app = new App({
    connection,
    api: {
      enabled: true,
      schemas: api.schemas,
      extra_search_path: api.extra_search_path,
      max_rows: api.max_rows,
    },
    auth: { enabled: false },
    storage: { enabled: false },
    options: {
      server: {
        disableStudio: true,
        disableFallback: true,
        // The gateway has verified the token. Passed as a key, its claims are used as they are; passed as a bearer
        // token, lite would look its user up in auth.users, which authenticator may not read.
        apiKeys: {
          async resolver(token) {
            const verified = await verifyToken(token, options.key);
            return "claims" in verified ? { type: "publishable", claims: verified.claims } : null;
          },
        },
      },
    },
  });
  await connection.introspect();
  const listener = await connection.catalog.driver.listen("pgrst", (message) => {
    if (message === "" || message === "reload schema") void connection.clearSchemaCache();
  });

  return {
    async fetch(request) {
      const headers = new Headers(request.headers);
      headers.set("apikey", headers.get("authorization")?.replace(/^Bearer\s+/i, "") ?? "");
      headers.delete("authorization");
      return await app.fetch(new Request(request, { headers }));
    },
    async stop() {
      await listener.unlisten();
      await connection.close();
    },
  };
}
