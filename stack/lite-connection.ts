import { type IPostgresConnectionConfig, PostgresConnection } from "@supabase/lite/postgres";

/**
 * A connection for one of lite's services. On its first request lite would grant everything to anon, authenticated and
 * service_role in every schema that has row-level security; grants are ours, so it is told that this was done.
 */
export class LiteConnection extends PostgresConnection {
  constructor(url: string, options: IPostgresConnectionConfig["postgresOptions"]) {
    super({ url, postgresOptions: { onnotice: () => {}, connect_timeout: 10, ...options } });
    Object.assign(this, { rlsState: "active" });
  }

  override async close(): Promise<void> {
    await this.driver.end({ timeout: 2 });
  }
}

/** How Auth's and Storage's rows are read and written, so that they look as they do on hosted. */
export const serviceTypes = {
  // They hand over JSON as text, which the driver would encode once more: a trigger on auth.users would find a JSON
  // string where hosted has an object.
  jsonb: {
    to: 3802,
    from: [3802],
    serialize: (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value)),
    parse: (text: string): unknown => JSON.parse(text),
  },
  // Postgres's own form of an instant is not what clients of Swift or Kotlin parse. The session's zone is UTC.
  timestamptz: {
    to: 1184,
    from: [1184],
    serialize: (value: string) => value,
    parse: (text: string) => text.replace(" ", "T").replace(/\+00$/, "Z"),
  },
};
