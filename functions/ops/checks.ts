import { type Project, publishableKeyOf } from "../_shared/project.ts";
import type { Check } from "./check.ts";
import { httpCheck } from "./http-check.ts";

/** Where the cache is, and what lets us in. */
export interface CacheSettings {
  url: string;
  token: string;
}

/** What requests need, asked for with what anybody may: no secret key is at hand here. */
export function checksOf(project: Project, cache: CacheSettings | undefined): Check[] {
  const apikey = publishableKeyOf(project);
  return [
    // One row of the public catalogue: gateway, REST, database, grants and policies must all be in order for it.
    httpCheck("database", `${project.url}/rest/v1/exercises?select=id&limit=1`, { apikey }),
    // Nobody may list buckets, so the answer is empty; Storage asks its tables for it all the same.
    httpCheck("storage", `${project.url}/storage/v1/bucket`, { apikey }),
    ...(cache ? [httpCheck("cache", `${cache.url}/ping`, { authorization: `Bearer ${cache.token}` })] : []),
  ];
}
