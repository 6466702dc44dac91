import type { JWTPayload } from "jose";
import { Pool } from "pg";
import { z } from "zod";
import type { Keys } from "../keys.ts";
import { StackError } from "../stack-error.ts";
import { signToken, verifyToken } from "../tokens.ts";

/** A token as hosted Auth would have issued it, or the refusal of the custom access token hook. */
export type IssuedToken = { token: string } | { refused: { status: number; message: string } };

export interface TokenIssuer {
  /** Signs a token of Auth again, with the claims that hosted Auth adds. `method` is how the user proved who it is. */
  reissue(token: string, method: string): Promise<IssuedToken>;
  stop(): Promise<void>;
}

const userSchema = z.object({
  app_metadata: z.record(z.string(), z.unknown()),
  user_metadata: z.record(z.string(), z.unknown()),
  phone: z.string(),
  is_anonymous: z.boolean(),
});

const hookAnswer = z.union([
  z.object({ error: z.object({ http_code: z.int().min(400).max(599).default(500), message: z.string() }) }),
  z.object({ claims: z.record(z.string(), z.unknown()) }),
]);

const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** The function behind `pg-functions://postgres/<schema>/<function>`, quoted. */
function hookFunction(uri: string): string {
  const [, schema, name] = /^pg-functions:\/\/[^/]+\/([^/]+)\/([^/]+)$/.exec(uri) ?? [];
  if (schema && name) return `${identifier(schema)}.${identifier(name)}`;
  throw new StackError(
    `config.toml: auth.hook.custom_access_token.uri: only pg-functions://postgres/<schema>/<function> works, not ${uri}`,
  );
}

export interface TokenIssuerOptions {
  /** Connects as supabase_auth_admin, under which hosted Auth runs hooks. */
  databaseUrl: string;
  /** The `iss` claim: the public address of Auth. */
  issuer: string;
  keys: Keys;
  hookUri: string | undefined;
}

/** Lite's tokens lack `kid`, `iss` and the metadata claims that policies and `@supabase/server` read. */
export function createTokenIssuer({ databaseUrl, issuer, keys, hookUri }: TokenIssuerOptions): TokenIssuer {
  const pool = new Pool({ connectionString: databaseUrl, max: 3, statement_timeout: 2000 });
  // A connection that breaks while idle is replaced at the next query.
  pool.on("error", () => {});
  const hook = hookUri === undefined ? undefined : hookFunction(hookUri);

  async function userClaims(userId: string): Promise<JWTPayload> {
    const { rows } = await pool.query(
      `select
         coalesce(raw_app_meta_data::jsonb, '{}') as app_metadata,
         coalesce(raw_user_meta_data::jsonb, '{}') as user_metadata,
         coalesce(phone, '') as phone,
         coalesce(is_anonymous, false) as is_anonymous
       from auth.users
       where id = $1`,
      [userId],
    );
    return userSchema.parse(rows[0]);
  }

  async function applyHook(
    claims: JWTPayload,
    method: string,
  ): Promise<JWTPayload | { status: number; message: string }> {
    if (!hook) return claims;
    const event = { user_id: claims.sub, claims, authentication_method: method };
    const { rows } = await pool.query(`select ${hook}($1::jsonb) as answer`, [JSON.stringify(event)]);
    const answer = hookAnswer.parse(rows[0]?.answer);
    return "claims" in answer
      ? answer.claims
      : { status: answer.error.http_code, message: answer.error.message };
  }

  return {
    async reissue(token, method) {
      const verified = await verifyToken(token, keys);
      if (!("claims" in verified) || verified.claims.sub === undefined) {
        throw new Error("Auth issued a token that does not verify.");
      }
      const { claims } = verified;
      const complete = { iss: issuer, aal: "aal1", ...claims, ...(await userClaims(verified.claims.sub)) };
      const final = await applyHook(complete, method);
      if ("message" in final && "status" in final) {
        return { refused: { status: Number(final.status), message: String(final.message) } };
      }
      return { token: await signToken(final, keys) };
    },
    async stop() {
      await pool.end();
    },
  };
}
