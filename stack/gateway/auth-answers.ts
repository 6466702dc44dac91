import { z } from "zod";
import type { TokenIssuer } from "./token-issuer.ts";

const session = z.looseObject({ access_token: z.string() });

/** How the user proved who it is, in the words of the custom access token hook. */
function authenticationMethod(url: URL): string {
  if (url.pathname.endsWith("/token")) {
    const grant = url.searchParams.get("grant_type");
    if (grant === "refresh_token") return "token_refresh";
    return grant === "pkce" ? "oauth" : "password";
  }
  if (url.pathname.endsWith("/callback")) return "oauth";
  return url.pathname.endsWith("/verify") ? "otp" : "password";
}

function refusal({ status, message }: { status: number; message: string }): Response {
  return Response.json({ code: status, error_code: "hook_refused", msg: message }, { status });
}

function withBody(answer: Response, body: unknown): Response {
  const headers = new Headers(answer.headers);
  headers.delete("content-length");
  headers.set("content-type", "application/json; charset=utf-8");
  return new Response(JSON.stringify(body), { status: answer.status, headers });
}

async function reissueInBody(answer: Response, method: string, issuer: TokenIssuer): Promise<Response> {
  const body: unknown = await answer.clone().json();
  const parsed = session.safeParse(body);
  if (!parsed.success) return answer;
  const issued = await issuer.reissue(parsed.data.access_token, method);
  return "token" in issued
    ? withBody(answer, { ...parsed.data, access_token: issued.token })
    : refusal(issued.refused);
}

/** A link in a mail ends in a redirect whose fragment carries the session, or an error. */
async function reissueInRedirect(answer: Response, location: string, method: string, issuer: TokenIssuer) {
  const [target = "", fragment = ""] = location.split("#");
  const parameters = new URLSearchParams(fragment);
  const token = parameters.get("access_token");
  if (token === null) return answer;
  const issued = await issuer.reissue(token, method);
  if ("token" in issued) parameters.set("access_token", issued.token);
  const result =
    "token" in issued
      ? parameters
      : new URLSearchParams({ error: "server_error", error_description: issued.refused.message });
  const headers = new Headers(answer.headers);
  headers.set("location", `${target}#${result}`);
  return new Response(answer.body, { status: answer.status, headers });
}

/** Puts complete tokens into the answers of Auth that carry one. Others pass as they are. */
export async function withCompleteTokens(
  request: Request,
  answer: Response,
  issuer: TokenIssuer,
): Promise<Response> {
  const url = new URL(request.url);
  const method = authenticationMethod(url);
  const location = answer.headers.get("location");
  if (location?.includes("access_token=")) return await reissueInRedirect(answer, location, method, issuer);
  const mayCarryToken = /\/(signup|token|verify)$/.test(url.pathname) && answer.ok;
  const isJson = answer.headers.get("content-type")?.includes("json");
  return mayCarryToken && isJson ? await reissueInBody(answer, method, issuer) : answer;
}
