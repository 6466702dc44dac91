import type { Context } from "hono";

const exposed =
  "Content-Range, Content-Location, Content-Profile, Location, Preference-Applied, sb-request-id";

/** The answer to a browser that asks before it sends: any origin, method and header, as hosted answers. */
export function preflightAnswer(requestedHeaders: string | undefined): Response {
  return new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS",
      "access-control-allow-headers":
        requestedHeaders ?? "authorization, x-client-info, apikey, content-type",
      "access-control-max-age": "86400",
    },
  });
}

/** Lets any page read an answer. Replaces what the service behind may have said. */
export function addCorsHeaders(c: Context): void {
  c.header("access-control-allow-origin", "*");
  c.header("access-control-expose-headers", exposed);
  c.header("access-control-allow-credentials", undefined);
}
