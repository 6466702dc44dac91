const hopByHop = [
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
];

export interface Forwarding {
  /** Replaces the caller's `Authorization`. Undefined leaves it as it is. */
  token?: string;
  requestId: string;
  clientAddress: string;
  /** The path that the service sees, where it differs from the public one. */
  pathname?: string;
}

/** The request as a service behind the gateway gets it. */
export function forwarded(request: Request, options: Forwarding): Request {
  const url = new URL(request.url);
  const headers = new Headers(request.headers);
  for (const name of hopByHop) headers.delete(name);
  // Only Cloudflare, in front of hosted projects, may say this.
  headers.delete("cf-connecting-ip");
  headers.set("x-forwarded-host", url.host);
  headers.set("x-forwarded-proto", url.protocol.slice(0, -1));
  headers.set("x-forwarded-for", options.clientAddress);
  headers.set("x-request-id", options.requestId);
  headers.set("sb-request-id", options.requestId);
  if (options.token !== undefined) headers.set("authorization", `Bearer ${options.token}`);
  if (options.pathname !== undefined) url.pathname = options.pathname;
  if (url.searchParams.has("apikey")) url.searchParams.delete("apikey");
  return new Request(url, {
    method: request.method,
    headers,
    body: request.body,
    signal: request.signal,
    ...(request.body && { duplex: "half" }),
  });
}
