import { randomUUID } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import { type Context, Hono } from "hono";
import type { FunctionSettings, FunctionsHost } from "../functions/host.ts";
import type { Keys } from "../keys.ts";
import type { LocalService } from "../local-service.ts";
import type { Log } from "../log.ts";
import { verifyToken } from "../tokens.ts";
import { withCompleteTokens } from "./auth-answers.ts";
import { withinBodyLimit } from "./body-limit.ts";
import { addCorsHeaders, preflightAnswer } from "./cors.ts";
import { readCredentials, userToken } from "./credentials.ts";
import { forwarded } from "./forwarding.ts";
import * as problems from "./problems.ts";
import type { TokenIssuer } from "./token-issuer.ts";
import { unfilteredWrite } from "./unfiltered-write.ts";

export interface Services {
  rest: LocalService;
  auth: LocalService;
  storage: LocalService;
  functions: FunctionsHost;
  issuer: TokenIssuer;
}

export interface GatewayOptions {
  services: Services;
  functions: FunctionSettings[];
  keys: Keys;
  /** Bytes that one stored file may have. */
  fileSizeLimit: number;
  log: Log;
}

type GatewayContext = Context<{ Variables: { requestId: string } }>;

interface Call {
  request: Request;
  maxBytes: number;
  run: (request: Request) => Promise<Response>;
}

const mebibyte = 1024 ** 2;
const bodyLimits = { auth: mebibyte, rest: 100 * mebibyte, functions: 100 * mebibyte };
const given = /^[\w-]{8,128}$/;

function isRefusedConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && (error.code === "ECONNREFUSED" || error.code === "ECONNRESET")) return true;
  return isRefusedConnection(error.cause);
}

/** One door for all services, with the paths, keys, headers and errors of a hosted project. */
export function createGateway(options: GatewayOptions): Hono<{ Variables: { requestId: string } }> {
  const { services, keys, log } = options;
  const app = new Hono<{ Variables: { requestId: string } }>();

  /** Hands a request to a service. What the service throws becomes an answer. */
  async function answerOf(
    c: GatewayContext,
    service: string,
    { request, maxBytes, run }: Call,
  ): Promise<Response> {
    try {
      return await withinBodyLimit(request, maxBytes, run);
    } catch (error) {
      const requestId = c.get("requestId");
      if (!c.req.raw.signal.aborted)
        log("gateway.service_failed", { service, requestId, path: c.req.path, error });
      return isRefusedConnection(error)
        ? problems.serviceUnavailable(service)
        : problems.serviceFailed(service, requestId);
    }
  }

  function forService(c: GatewayContext, token: string | undefined, pathname?: string): Request {
    const clientAddress = getConnInfo(c).remote.address ?? "127.0.0.1";
    return forwarded(c.req.raw, {
      requestId: c.get("requestId"),
      clientAddress,
      ...(token !== undefined && { token }),
      ...(pathname !== undefined && { pathname }),
    });
  }

  app.use(async (c, next) => {
    const own = c.req.header("x-request-id");
    const requestId = own && given.test(own) ? own : randomUUID();
    c.set("requestId", requestId);
    await next();
    c.header("sb-request-id", requestId);
    c.header("x-request-id", requestId);
    // A refused body is not read to its end; a client that sent its next request after it would lose that one.
    const bodySize = Number(c.req.header("content-length") ?? 0);
    if (c.res.status >= 400 && bodySize > 65_536) c.header("connection", "close");
  });

  app.use("/:service{rest|auth|storage|realtime}/v1/*", async (c, next) => {
    if (c.req.method === "OPTIONS" && c.req.header("access-control-request-method")) {
      return preflightAnswer(c.req.header("access-control-request-headers"));
    }
    await next();
    addCorsHeaders(c);
  });

  app.all("/rest/v1/*", async (c) => {
    const credentials = readCredentials(c.req.raw, keys);
    if ("problem" in credentials) return credentials.problem;
    if (credentials.isUser) {
      const verified = await verifyToken(credentials.token, keys);
      if ("problem" in verified) return problems.restTokenProblem(verified.problem);
    }
    const unfiltered = unfilteredWrite(c.req.raw);
    if (unfiltered) return problems.unfilteredWrite(unfiltered);
    const request = forService(c, credentials.token);
    return await answerOf(c, "REST", { request, maxBytes: bodyLimits.rest, run: services.rest.fetch });
  });

  app.get("/auth/v1/.well-known/jwks.json", (c) => {
    // Tokens are signed with a shared secret, which a public document must not hold: hosted answers the same then.
    c.header("cache-control", "public, max-age=600");
    return c.json({ keys: [] });
  });

  app.all("/auth/v1/*", async (c) => {
    const credentials = readCredentials(c.req.raw, keys);
    if ("problem" in credentials) return credentials.problem;
    return await answerOf(c, "Auth", {
      request: forService(c, credentials.token),
      maxBytes: bodyLimits.auth,
      run: async (request) =>
        await withCompleteTokens(request, await services.auth.fetch(request), services.issuer),
    });
  });

  app.all("/storage/v1/*", async (c) => {
    const credentials = readCredentials(c.req.raw, keys);
    if ("problem" in credentials) return credentials.problem;
    if (credentials.isUser) {
      const verified = await verifyToken(credentials.token, keys);
      if ("problem" in verified) return problems.storageTokenProblem(verified.problem);
    }
    const request = forService(c, credentials.token);
    // A form wraps the file in a few hundred bytes.
    const maxBytes = options.fileSizeLimit + mebibyte;
    return await answerOf(c, "Storage", { request, maxBytes, run: services.storage.fetch });
  });

  app.all("/functions/v1/:slug{[^/]+}/:rest{.*}?", async (c) => {
    const slug = c.req.param("slug");
    const settings = options.functions.find((candidate) => candidate.slug === slug);
    if (!settings) return problems.functionNotFound();
    if (settings.verifyJwt && c.req.method !== "OPTIONS") {
      if (!c.req.header("authorization")) return problems.functionTokenProblem("missing");
      const verified = await verifyToken(userToken(c.req.raw.headers) ?? "", keys);
      if ("problem" in verified) return problems.functionTokenProblem(verified.problem);
    }
    const pathname = new URL(c.req.url).pathname.slice("/functions/v1".length);
    return await answerOf(c, `Function ${slug}`, {
      request: forService(c, undefined, pathname),
      maxBytes: bodyLimits.functions,
      run: (request) => services.functions.fetch(slug, request),
    });
  });

  app.all("/realtime/v1/*", () => problems.realtimeNotThere());

  app.get("/", (c) =>
    c.json({
      name: "Repstack local stack",
      services: ["/auth/v1", "/rest/v1", "/storage/v1", "/functions/v1", "/realtime/v1"],
    }),
  );

  app.notFound(() => problems.noSuchPath());
  app.onError((error, c) => {
    log("gateway.failed", { requestId: c.get("requestId"), path: c.req.path, error });
    return problems.serviceFailed("The gateway", c.get("requestId"));
  });
  return app;
}
