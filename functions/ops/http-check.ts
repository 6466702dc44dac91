import { failure, success } from "../_shared/result.ts";
import type { Check } from "./check.ts";

/** Sends a GET. Anything but success, an error and silence included, means that the thing is not in order. */
export function httpCheck(name: string, url: string, headers: Record<string, string>): Check {
  return {
    name,
    async run(signal) {
      try {
        const response = await fetch(url, { headers, signal });
        const text = await response.text();
        return response.ok
          ? success(undefined)
          : failure(`It answered ${response.status}: ${text.slice(0, 500)}`);
      } catch (error) {
        return failure(String(error));
      }
    },
  };
}
