import { z } from "zod";

/** `GET /ops/health`: the function runs and answers. It asks nothing else, so that a monitor can tell who is down. */
export const Health = z.object({ status: z.literal("ok") });
export type Health = z.infer<typeof Health>;

/** `GET /ops/ready` when everything that requests need answers in time. */
export const Readiness = z.object({
  status: z.literal("ready"),
  checks: z.array(z.object({ name: z.string(), milliseconds: z.number() })),
});
export type Readiness = z.infer<typeof Readiness>;
