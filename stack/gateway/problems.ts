/** The gateway's own answers, in the form that hosted gateways give them. */
function problem(status: number, code: string, body: Record<string, unknown>): Response {
  return Response.json(body, { status, headers: { "sb-error-code": code } });
}

export const missingApiKey = () =>
  problem(401, "UNAUTHORIZED_MISSING_API_KEY", {
    message: "No API key found in request",
    hint: "No `apikey` request header or url param was found.",
  });

export const invalidApiKey = () =>
  problem(401, "UNAUTHORIZED_INVALID_API_KEY", {
    message: "Invalid API key",
    hint: "Double check your Supabase `apikey`: `npm run status` prints this stack's keys.",
  });

export const secretKeyInBrowser = () =>
  problem(401, "UNAUTHORIZED_INVALID_API_KEY_TYPE", {
    message: "Forbidden use of secret API key in browser",
  });

/** PostgREST's answer to a token that it cannot accept. */
export const restTokenProblem = (reason: "expired" | "invalid") =>
  reason === "expired"
    ? problem(401, "PGRST303", { code: "PGRST303", details: null, hint: null, message: "JWT expired" })
    : problem(401, "PGRST301", {
        code: "PGRST301",
        details: "None of the keys was able to decode the JWT",
        hint: null,
        message: "No suitable key or wrong key type",
      });

/** What the safeupdate module of hosted API sessions answers to a write that would touch every row. */
export const unfilteredWrite = (method: "PATCH" | "DELETE") =>
  problem(400, "21000", {
    code: "21000",
    details: null,
    hint: null,
    message: `${method === "PATCH" ? "UPDATE" : "DELETE"} requires a WHERE clause`,
  });

/** Storage's answer to a token that it cannot accept. */
export const storageTokenProblem = (reason: "expired" | "invalid") =>
  problem(401, "InvalidJWT", {
    statusCode: "401",
    error: "InvalidJWT",
    message: reason === "expired" ? "jwt expired" : "jwt invalid",
  });

/** What `verify_jwt` answers before a function runs. */
export const functionTokenProblem = (reason: "missing" | "expired" | "invalid") =>
  reason === "missing"
    ? problem(401, "UNAUTHORIZED_NO_AUTH_HEADER", { code: 401, message: "Missing authorization header" })
    : problem(401, "UNAUTHORIZED_INVALID_JWT_FORMAT", { code: 401, message: "Invalid JWT" });

export const functionNotFound = () =>
  problem(404, "NOT_FOUND", { code: "NOT_FOUND", message: "Requested function was not found" });

export const bodyTooLarge = (maxBytes: number) =>
  problem(413, "PAYLOAD_TOO_LARGE", { message: `The body exceeds the limit of ${maxBytes} bytes` });

export const realtimeNotThere = () =>
  problem(501, "NOT_IMPLEMENTED", {
    message: "This local stack has no Realtime yet",
    hint: "Use `npx supabase start` or a hosted project for Realtime.",
  });

export const noSuchPath = () =>
  problem(404, "NOT_FOUND", {
    message: "no Route matched with those values",
    hint: "GET / names the services.",
  });

export const serviceUnavailable = (service: string) =>
  problem(503, "SERVICE_UNAVAILABLE", {
    message: `${service} does not answer`,
    hint: "It is started again if it crashed. Try again in a second; .stack/logs/stack.log says why.",
  });

export const serviceFailed = (service: string, requestId: string) =>
  problem(502, "BAD_GATEWAY", {
    message: `${service} failed to answer`,
    hint: `.stack/logs/stack.log has the reason under request ${requestId}.`,
  });
