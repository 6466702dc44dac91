import type { RequestIdVariables } from "hono/request-id";
import type { Caller } from "./caller.ts";
import type { Log } from "./log.ts";
import type { Platform } from "./platform.ts";

/** What the chain knows of a request. */
export interface ChainEnv {
  Variables: RequestIdVariables & {
    /** Writes an event of this request: its id and the function's name are in the line. */
    log: Log;
    platform: Platform;
    /** Set once a route has let the caller in. */
    caller?: Caller;
    /** Aborted when the caller has left or the time of the route is up. Give it to every `fetch`. */
    signal?: AbortSignal;
  };
}
