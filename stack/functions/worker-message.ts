import { z } from "zod";

/** What a worker tells its host, as one JSON line on stdout behind the token that only the two of them know. */
export const WorkerMessage = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready"), port: z.int() }),
  z.object({ type: z.literal("boot_error"), error: z.string() }),
  z.object({ type: z.literal("uncaught_error"), id: z.string(), error: z.string() }),
  z.object({ type: z.literal("unhandled_error"), error: z.string() }),
]);
export type WorkerMessage = z.infer<typeof WorkerMessage>;

/** What a worker is started with, as JSON in the environment variable `REPSTACK_WORKER`. */
export interface WorkerStart {
  /** URL of the function's entrypoint. */
  entrypoint: string;
  token: string;
  /** Variables that are for Deno and for the worker, and that the function must not see. */
  hiddenVariables: string[];
}
