import type { Platform } from "../../../functions/_shared/platform.ts";
import { failure, success } from "../../../functions/_shared/result.ts";
import { onTrial } from "./trial.ts";

const asAda = { authorization: "Bearer ada" };
const asJson = { ...asAda, "content-type": "application/json" };
const thingId = "019a0000-0000-7000-8000-000000000001";
const post = (body: string, headers: Record<string, string> = asJson) => ({ method: "POST", body, headers });

interface Case {
  path: string;
  init?: RequestInit;
  platform?: Partial<Platform>;
}

/** One request for every answer that the chain gives. */
const cases: Record<string, Case> = {
  "a user": { path: "/trial/mine", init: { headers: asAda } },
  "an app": { path: "/trial/app", init: { headers: { apikey: "the publishable key" } } },
  "a backend": { path: "/trial/backend", init: { headers: { apikey: "the secret key" } } },
  "input that its contract allows": { path: `/trial/things/${thingId}?limit=3` },
  "a body that its contract allows": { path: "/trial/things", init: post('{"name":"Bar","sets":[]}') },
  "an unknown path": { path: "/trial/nothing" },
  "a path of another function": { path: "/other/mine" },
  "another method": { path: "/trial/things", init: { method: "DELETE" } },
  "nobody where a user must be": { path: "/trial/mine" },
  "an app where a backend must be": {
    path: "/trial/backend",
    init: { headers: { apikey: "the publishable key" } },
  },
  "a token that cannot be verified now": {
    path: "/trial/mine",
    init: { headers: { authorization: "Bearer unverifiable" } },
  },
  "a session that has ended": {
    path: "/trial/live",
    init: { headers: asAda },
    platform: { isSessionLive: async () => success(false) },
  },
  "a session that cannot be checked": {
    path: "/trial/live",
    init: { headers: asAda },
    platform: { isSessionLive: async () => failure("Auth answered 502.") },
  },
  "a body that is too large": {
    path: "/trial/things",
    init: post(JSON.stringify({ name: "x".repeat(300) })),
  },
  "a body that says its length and is too large": {
    path: "/trial/things",
    init: post(JSON.stringify({ name: "x".repeat(300) }), { ...asJson, "content-length": "311" }),
  },
  "a body of another media type": {
    path: "/trial/things",
    init: post("name=Bar", { ...asAda, "content-type": "application/x-www-form-urlencoded" }),
  },
  "a body that is no JSON": { path: "/trial/things", init: post('{"name":') },
  "a body that its contract refuses": {
    path: "/trial/things",
    init: post('{"name":"a name of a thing","sets":[{"reps":1},{"reps":1.5}]}'),
  },
  "a path that the contract refuses": { path: "/trial/things/1?limit=3" },
  "a query that the contract refuses": { path: `/trial/things/${thingId}?limit=10` },
  "too many requests": {
    path: "/trial/mine",
    init: { headers: asAda },
    platform: {
      takeRateLimit: async () => success({ isAllowed: false, limit: 120, remaining: 0, resetSeconds: 42 }),
    },
  },
  "a bug": { path: "/trial/bug" },
  "a route that waits for too long": { path: "/trial/waiting" },
  "a route that is stuck": { path: "/trial/stuck" },
};

/** What came back: status and body, and of the headers those that belong to one of the answers. */
export interface Answer {
  status: number;
  type: string | null;
  headers: Record<string, string>;
  body: unknown;
}

const told = [
  "allow",
  "retry-after",
  "ratelimit-limit",
  "ratelimit-remaining",
  "ratelimit-reset",
  "www-authenticate",
];

async function answerTo({ path, init, platform }: Case): Promise<Answer> {
  const { router } = onTrial(platform);
  const response = await router.request(path, {
    ...init,
    headers: { ...init?.headers, "x-request-id": "request-1" },
  });
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    headers: Object.fromEntries([...response.headers].filter(([name]) => told.includes(name))),
    body: await response.json(),
  };
}

/** Sends every request, without a network. */
export async function answers(): Promise<Record<string, Answer>> {
  const answered = await Promise.all(
    Object.entries(cases).map(async ([name, it]) => [name, await answerTo(it)] as const),
  );
  return Object.fromEntries(answered);
}
