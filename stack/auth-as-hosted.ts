import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { LocalService } from "./local-service.ts";

/** Where the request that is being served wants the links in its mails to lead. */
const wantedRedirect = new AsyncLocalStorage<string | null>();

/** Lite's links lead to site_url, whatever was asked for. The allow-list is read when the link is opened. */
export function withWantedRedirect(text: string): string {
  const wanted = wantedRedirect.getStore();
  return wanted
    ? text.replace(/\bredirect_to=[^&"'<\s]*/g, () => `redirect_to=${encodeURIComponent(wanted)}`)
    : text;
}

const jsonBody = z.record(z.string(), z.unknown()).catch({});

async function readBody(request: Request): Promise<Record<string, unknown>> {
  const text = await request.clone().text();
  try {
    return jsonBody.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

/** Hosted knows the type `email` for every code and link; lite knows the older names alone. */
async function withOlderType(request: Request): Promise<Request> {
  const url = new URL(request.url);
  if (url.searchParams.get("type") === "email") url.searchParams.set("type", "magiclink");
  if (request.method !== "POST") return new Request(url, request);
  const body = await readBody(request);
  if (body.type !== "email") return request;
  const { method, headers } = request;
  const renamed = JSON.stringify({ ...body, type: "magiclink" });
  const sized = new Headers(headers);
  sized.set("content-length", String(Buffer.byteLength(renamed)));
  return new Request(url, { method, headers: sized, body: renamed });
}

/** What hosted Auth answers to a sign-up with an address that has an account: a user that does not exist. */
function inventedUser({ email, data }: Record<string, unknown>): Response {
  const now = new Date().toISOString();
  return Response.json({
    id: randomUUID(),
    aud: "authenticated",
    role: "",
    email,
    phone: "",
    confirmation_sent_at: now,
    app_metadata: { provider: "email", providers: ["email"] },
    user_metadata: data ?? {},
    identities: [],
    created_at: now,
    updated_at: now,
    is_anonymous: false,
  });
}

/** Serves Auth as hosted does, where lite would do it otherwise. */
export function asHosted(lite: LocalService["fetch"]): LocalService["fetch"] {
  async function signUp(request: Request): Promise<Response> {
    const body = await readBody(request);
    const answer = await lite(request);
    // Lite has no other reason to answer 429 here: there is an account, which nobody is told.
    return answer.status === 429 ? inventedUser(body) : answer;
  }

  /** A new password ends every other session. */
  async function changeUser(request: Request): Promise<Response> {
    const { password } = await readBody(request);
    const { url, headers } = request;
    const answer = await lite(request);
    if (password === undefined || !answer.ok) return answer;
    const authorization = headers.get("authorization") ?? "";
    await lite(
      new Request(new URL("/auth/v1/logout?scope=others", url), {
        method: "POST",
        headers: { authorization },
      }),
    );
    return answer;
  }

  async function answer(request: Request): Promise<Response> {
    const route = `${request.method} ${new URL(request.url).pathname}`;
    if (route === "POST /auth/v1/signup") return await signUp(request);
    if (route === "PUT /auth/v1/user") return await changeUser(request);
    return await lite(route.endsWith("/auth/v1/verify") ? await withOlderType(request) : request);
  }

  return async (request) => {
    const wanted = new URL(request.url).searchParams.get("redirect_to");
    return await wantedRedirect.run(wanted, () => answer(request));
  };
}
