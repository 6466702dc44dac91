import type { JWTPayload } from "jose";
import { Pool } from "pg";
import { z } from "zod";

const request = z.object({
  prefix: z.string().default(""),
  limit: z.int().min(1).max(1000).default(100),
  offset: z.int().min(0).default(0),
  search: z.string().default(""),
  sortBy: z
    .object({
      column: z.enum(["name", "created_at", "updated_at", "last_accessed_at"]).default("name"),
      order: z.enum(["asc", "desc"]).default("asc"),
    })
    .prefault({}),
});

const roleName = z.enum(["anon", "authenticated", "service_role"]);

/** One level below a folder: its files with their facts, and its folders, of which only the name is known. */
const query = (column: string, order: string) => `
  with below as (
    select objects.*, substr(objects.name, length($2) + 1) as path
    from storage.objects as objects
    where objects.bucket_id = $1 and starts_with(objects.name, $2)
  )
  select
    split_part(path, '/', 1) as name,
    (array_agg(id) filter (where path not like '%/%'))[1] as id,
    max(updated_at) filter (where path not like '%/%') as updated_at,
    max(created_at) filter (where path not like '%/%') as created_at,
    max(last_accessed_at) filter (where path not like '%/%') as last_accessed_at,
    (array_agg(metadata) filter (where path not like '%/%'))[1] as metadata
  from below
  where starts_with(lower(split_part(path, '/', 1)), lower($3))
  group by split_part(path, '/', 1)
  order by ${column} ${order} nulls first, name
  limit $4
  offset $5`;

/** Lists folders as hosted Storage does; lite knows only flat lists of whole names. */
export interface Listing {
  /** Answers what the caller's policies show. */
  answer(bucket: string, claims: JWTPayload, body: unknown): Promise<Response>;
  stop(): Promise<void>;
}

/** The url is supabase_storage_admin's, who becomes the caller for each list. */
export function createListing(databaseUrl: string): Listing {
  const pool = new Pool({ connectionString: databaseUrl, max: 3 });
  // A connection that breaks while idle is replaced at the next query.
  pool.on("error", () => {});
  return {
    async answer(bucket, claims, body) {
      const parsed = request.safeParse(body);
      if (!parsed.success) {
        const message = parsed.error.issues[0]?.message ?? "invalid body";
        return Response.json({ statusCode: "400", error: "invalid_request", message }, { status: 400 });
      }
      const { prefix, limit, offset, search, sortBy } = parsed.data;
      const folder = prefix === "" || prefix.endsWith("/") ? prefix : `${prefix}/`;
      const client = await pool.connect();
      try {
        await client.query("begin read only");
        await client.query(
          "select set_config('request.jwt.claims', $1, true), set_config('role', $2, true)",
          [JSON.stringify(claims), roleName.parse(claims.role)],
        );
        const values = [bucket, folder, search, limit, offset];
        return Response.json((await client.query(query(sortBy.column, sortBy.order), values)).rows);
      } finally {
        await client.query("rollback").catch(() => {});
        client.release();
      }
    },
    async stop() {
      await pool.end();
    },
  };
}
