import { z } from "zod";

/** Where a Redis is that speaks Upstash's REST, and what lets us in. */
export interface RedisSettings {
  url: string;
  token: string;
}

/** Sends one command; throws where Redis does not answer in time, or with an error. */
export type Redis = (command: (string | number)[], signal: AbortSignal) => Promise<string | number | null>;

const Answer = z.object({ result: z.union([z.string(), z.number(), z.null()]) });

export function redisOverRest({ url, token }: RedisSettings): Redis {
  return async (command, signal) => {
    const response = await fetch(url, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(command),
      signal,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`Redis answered ${response.status}: ${text.slice(0, 200)}`);
    return Answer.parse(JSON.parse(text)).result;
  };
}
