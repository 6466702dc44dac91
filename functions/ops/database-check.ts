import { failure, success } from "../_shared/result.ts";
import type { Check } from "./ready.ts";

/**
 * Reads one row of the public catalogue through REST as anybody may: gateway, REST, database, grants and policies
 * must all be in order for that.
 */
export function databaseThroughRest(options: {
  url: string;
  publishableKey: string;
  fetch: (url: string, init: { headers: Record<string, string>; signal: AbortSignal }) => Promise<Response>;
}): Check {
  return {
    name: "database",
    async run(signal) {
      try {
        const response = await options.fetch(`${options.url}/rest/v1/exercises?select=id&limit=1`, {
          headers: { apikey: options.publishableKey },
          signal,
        });
        const text = await response.text();
        return response.ok
          ? success(undefined)
          : failure(`REST answered ${response.status}: ${text.slice(0, 500)}`);
      } catch (error) {
        return failure(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
      }
    },
  };
}
