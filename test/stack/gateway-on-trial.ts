import { afterAll, beforeAll, describe } from "vitest";
import { postgrestBinary } from "../../stack/rest/postgrest.ts";
import type { Stack } from "../../stack/stack.ts";
import { type ScratchStack, scratchStack } from "./scratch-stack.ts";

const config = `
[api]
schemas = ["public"]
max_rows = 5

[db.seed]
enabled = false

[auth]
site_url = "http://127.0.0.1:3000"
additional_redirect_urls = ["http://localhost:3000/**"]

[auth.email]
enable_confirmations = false

[auth.hook.custom_access_token]
enabled = true
uri = "pg-functions://postgres/public/token_hook"

[functions.open]
verify_jwt = false
entrypoint = "../functions/open/index.ts"

[functions.guarded]
entrypoint = "../functions/guarded/index.ts"
`;

const migration = `
create table public.authors (
  id bigint generated always as identity primary key,
  name text not null unique,
  rating numeric(7, 3),
  constraint authors_name_check check (length(name) > 1)
);
create table public.books (
  id bigint primary key,
  author_id bigint not null references public.authors (id) on delete cascade,
  title text not null,
  details jsonb
);
create table public.hidden (id int primary key);

alter table public.authors enable row level security;
alter table public.books enable row level security;
create policy authors_all on public.authors to authenticated using (true) with check (true);
create policy authors_select on public.authors for select to anon using (true);
create policy books_all on public.books to authenticated using (true) with check (true);
grant select on public.authors to anon;
grant select, insert, update, delete on public.authors, public.books to authenticated;

insert into public.authors (name, rating) values ('Ada', 4.5), ('Bob', 60), ('Cy', 100.125);
insert into public.books (id, author_id, title) select 1, id, 'Notes' from public.authors where name = 'Ada';

create function public.numbers(p_in jsonb) returns jsonb language sql as $$
  select jsonb_build_object('in', p_in, 'big', 9007199254740993, 'precise', 12345678901234567890.123, 'plain', 1.50)
$$;
create function public.many() returns table (n int) language sql as $$ select generate_series(1, 8) $$;
create function public.whoami() returns jsonb language sql as $$
  select jsonb_build_object('role', current_user, 'uid', auth.uid(), 'claims', auth.jwt())
$$;
create function public.conflict() returns void language plpgsql as $$
begin
  raise exception 'stale_version' using errcode = 'PT409', detail = '{"path":"version"}', hint = 'Read it again.';
end $$;
create function public.teapot() returns void language plpgsql as $$
begin
  raise sqlstate 'PGRST' using
    message = '{"code":"TEA","message":"teapot","details":null,"hint":null}',
    detail = '{"status":418,"headers":{"x-tea":"green"}}';
end $$;
create function public.refuse(p_code text) returns void language plpgsql as $$
begin
  raise exception 'refused' using errcode = p_code, detail = 'd', hint = 'h';
end $$;
create function public.token_hook(event jsonb) returns jsonb language sql as $$
  select case
    when event -> 'claims' -> 'user_metadata' ->> 'barred' = 'true'
      then jsonb_build_object('error', jsonb_build_object('http_code', 403, 'message', 'barred'))
    else jsonb_set(event, '{claims,user_roles}', jsonb_build_array(event ->> 'authentication_method'))
  end
$$;
grant execute on function public.token_hook(jsonb) to supabase_auth_admin;
`;

const echo = `
let isCancelled = false;

/** Ticks for ever, until nobody reads any more. */
function ticks(): ReadableStream {
  let timer: number;
  return new ReadableStream({
    start(controller) {
      timer = setInterval(() => controller.enqueue(new TextEncoder().encode("tick")), 10);
    },
    cancel() {
      clearInterval(timer);
      isCancelled = true;
    },
  });
}

export default {
  async fetch(request: Request) {
    const path = new URL(request.url).pathname;
    if (path === "/open/ticks") return new Response(ticks());
    if (path === "/open/cancelled") return Response.json(isCancelled);
    return Response.json({ path, id: request.headers.get("x-request-id"), body: await request.text() });
  },
};
`;

/** The user who is signed up, and signed in, before the first test. */
export const ada = { email: "ada@example.com", password: "long enough" };

interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: an answer is looked into, field by field
  body: any;
}

interface Call {
  method?: string;
  key?: string | undefined;
  token?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
}

type Caller = (path: string, options?: Call) => Promise<Answer>;

/** For use inside a test only: while tests are collected, nothing runs yet. */
interface GatewayOnTrial {
  stack(): Stack;
  stateDir(): string;
  /** The access token of Ada. */
  token(): string;
  /** Without a key, unless one is given. */
  call: Caller;
  /** With the publishable key, as Ada. */
  asUser: Caller;
  /** With the publishable key alone. */
  asAnon: Caller;
}

const servers: ("postgrest" | "lite")[] = postgrestBinary() ? ["postgrest", "lite"] : ["lite"];

/** Runs the tests of one part against a stack of their own, once with each REST server that is there. */
export function describeGateway(part: string, defineTests: (gateway: GatewayOnTrial) => void): void {
  describe.each(servers)("the gateway before %s", (rest) => {
    let scratch: ScratchStack;
    let stack: Stack;
    let token: string;

    const call: Caller = async (path, { method, key, token, body, headers } = {}) => {
      const answer = await fetch(`${stack.urls.api}${path}`, {
        method: method ?? (body === undefined ? "GET" : "POST"),
        redirect: "manual",
        headers: {
          ...(key && { apikey: key }),
          ...(token && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      const isJson = answer.headers.get("content-type")?.includes("json") && text !== "";
      return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
    };
    const asUser: Caller = (path, options) => call(path, { key: stack.keys.publishable, token, ...options });
    const asAnon: Caller = (path, options) => call(path, { key: stack.keys.publishable, ...options });

    beforeAll(async () => {
      scratch = await scratchStack({
        "supabase/config.toml": config,
        "supabase/migrations/20260101000000_library.sql": migration,
        "functions/open/index.ts": echo,
        "functions/open/deno.json": "{}",
        "functions/guarded/index.ts": echo,
        "functions/guarded/deno.json": "{}",
      });
      stack = await scratch.start({ rest });
      const { body } = await asAnon("/auth/v1/signup", { body: { ...ada, data: { display_name: "Ada" } } });
      token = body.access_token;
    });

    afterAll(async () => {
      await stack?.stop();
      scratch?.remove();
    });

    describe(part, () =>
      defineTests({
        stack: () => stack,
        stateDir: () => scratch.stateDir,
        token: () => token,
        call,
        asUser,
        asAnon,
      }),
    );
  });
}
