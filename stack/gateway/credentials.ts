import type { Keys } from "../keys.ts";
import { invalidApiKey, missingApiKey, secretKeyInBrowser } from "./problems.ts";

/** A token that the caller brought, or the one that stands for the role of its API key. */
export type Credentials = { token: string; isUser: boolean } | { problem: Response };

const browser = /^\s*Mozilla\s*\/\s*5\s*\.\s*0/i;

function roleToken(apiKey: string, keys: Keys): string | undefined {
  if (apiKey === keys.publishable || apiKey === keys.anonToken) return keys.anonToken;
  if (apiKey === keys.secret || apiKey === keys.serviceRoleToken) return keys.serviceRoleToken;
  return undefined;
}

/** The bearer token of a request, unless there is none or it merely repeats an API key. */
export function userToken(headers: Headers, apiKey?: string): string | undefined {
  const [, token] = /^Bearer\s+(\S+)\s*$/i.exec(headers.get("authorization") ?? "") ?? [];
  return token === undefined || token === apiKey || token.startsWith("sb_") ? undefined : token;
}

const openPaths = [
  /^\/auth\/v1\/(verify|callback|authorize)$/,
  /^\/auth\/v1\/\.well-known\//,
  /^\/storage\/v1\/(status|health)$/,
  /^\/storage\/v1\/object\/(public|sign|info\/public)\//,
  /^\/storage\/v1\/object\/upload\/sign\//,
  /^\/storage\/v1\/render\/image\/(public|sign)\//,
];

/** Whether a path carries its own proof, or none is needed: links in mails, public files, signed urls. */
function isOpen(method: string, pathname: string): boolean {
  // Making a signed url or an upload url is a POST to the same path, and needs a key.
  return method !== "POST" && openPaths.some((pattern) => pattern.test(pathname));
}

/**
 * Reads the API key from the header or from `?apikey=`, and decides whose token the service behind gets to see. On open
 * paths a missing or foreign key is as good as the publishable one.
 */
export function readCredentials(request: Request, keys: Keys): Credentials {
  const url = new URL(request.url);
  const apiKey = request.headers.get("apikey") ?? url.searchParams.get("apikey") ?? undefined;
  const known = apiKey === undefined ? undefined : roleToken(apiKey, keys);
  const forRole = known ?? (isOpen(request.method, url.pathname) ? keys.anonToken : undefined);
  if (!forRole) return { problem: apiKey === undefined ? missingApiKey() : invalidApiKey() };
  if (forRole === keys.serviceRoleToken && browser.test(request.headers.get("user-agent") ?? "")) {
    return { problem: secretKeyInBrowser() };
  }
  const token = userToken(request.headers, apiKey);
  return token === undefined ? { token: forRole, isUser: false } : { token, isUser: true };
}
