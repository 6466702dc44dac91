import type { RouteConfig } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { every } from "hono/combine";
import type { TokenScope } from "../../types/contracts/access-token.ts";
import { authenticate } from "./authentication.ts";
import type { AuthMode, CallerOf } from "./caller.ts";
import { problem, problemResponse } from "./problem.ts";
import { limitRate } from "./rate-limit.ts";
import { requireLiveSession } from "./session.ts";
import { limitTime } from "./time-limit.ts";

/** What a route may cost. */
interface RouteLimits {
  /** 1 MiB unless told. */
  maxBodyBytes?: number;
  /** 30 unless told. Hosted ends what has not begun to answer after 150. */
  timeoutSeconds?: number;
  /**
   * A name in `private.rate_limit_policies`, `function_call` unless told; `none` for what costs nothing, or is counted by
   * the handler with the first thing that it asks the database.
   */
  rateLimit?: string;
}

/** Whom a route lets in. */
type RouteAccess =
  | {
      auth: "user";
      /** Asks Auth whether the session still is (one call): for what must not outlive a sign-out by an hour. */
      session?: "live";
      scope?: never;
    }
  | {
      auth: "token";
      /** What the token must open. */
      scope: TokenScope;
      session?: never;
    }
  | { auth: Exclude<AuthMode, "user" | "token">; session?: never; scope?: never };

type RoutePolicy = RouteAccess & RouteLimits;

/** What a handler finds in `c.var` beside what every request has. */
interface RouteEnv<Mode extends AuthMode> {
  Variables: { caller: CallerOf<Mode>; signal: AbortSignal };
}

/** Problems that the chain itself answers with. */
const chainResponses = {
  400: problemResponse("`malformed_body`"),
  401: problemResponse("`unauthenticated`, `session_ended`"),
  413: problemResponse("`body_too_large`"),
  415: problemResponse("`unsupported_media_type`"),
  422: problemResponse("`invalid_request`; `errors` names the fields"),
  429: problemResponse("`rate_limited`; `Retry-After` says when to try again"),
  500: problemResponse("`internal_error`"),
  503: problemResponse("`auth_unavailable`"),
  504: problemResponse("`timeout`"),
};

const security: Record<AuthMode, Record<string, string[]>[]> = {
  user: [{ accessToken: [] }],
  token: [{ personalAccessToken: [] }],
  publishable: [{ publishableKey: [] }],
  secret: [{ secretKey: [] }],
  none: [],
};

/**
 * Defines one route: its contract, whom it lets in, and what it may cost. Everything it asks for has been checked when
 * the handler runs, which finds the caller in `c.var.caller`, its input in `c.req.valid()`, and in `c.var.signal` what
 * ends its `fetch`es when the caller has left or the time is up.
 */
export function defineRoute<
  Path extends string,
  Config extends Omit<RouteConfig, "path" | "middleware"> & { path: Path } & RoutePolicy,
>(config: Config) {
  const { auth, session, scope, maxBodyBytes, timeoutSeconds, rateLimit, ...contract } = config;
  return {
    ...contract,
    responses: { ...chainResponses, ...config.responses },
    security: security[config.auth],
    middleware: chainOf<Config["auth"]>(config),
  };
}

function chainOf<Mode extends AuthMode>(policy: RoutePolicy): MiddlewareHandler<RouteEnv<Mode>> {
  const {
    auth,
    session,
    scope,
    maxBodyBytes = 1_048_576,
    timeoutSeconds = 30,
    rateLimit = "function_call",
  } = policy;
  return every(
    limitTime(timeoutSeconds),
    authenticate(auth, scope),
    ...(rateLimit === "none" ? [] : [limitRate(rateLimit)]),
    ...(session === "live" ? [requireLiveSession] : []),
    bodyLimit({ maxSize: maxBodyBytes, onError: (c) => problem(c, "body_too_large") }),
  );
}
