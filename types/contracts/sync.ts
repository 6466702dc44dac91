import { z } from "zod";

/** A row as sync carries it: flat, one id, instants as milliseconds since 1970, JSON and arrays as text. */
export const SyncRecord = z.looseObject({ id: z.uuid(), version: z.int() });

/** What changed in one table. `created` is always empty: a client takes an unknown row in `updated` for a new one. */
export const SyncTableChanges = z.strictObject({
  created: z.array(SyncRecord),
  updated: z.array(SyncRecord),
  deleted: z.array(z.uuid()),
});

/** Answer of `sync_pull`, as WatermelonDB's `pullChanges` gives it on, once all pages are merged. */
export const SyncPull = z.strictObject({
  changes: z.record(z.string(), SyncTableChanges),
  /** The cursor of the next pull. */
  timestamp: z.int(),
  /** Where there is more: call again with the same arguments, and this as `p_page`. */
  next_page: z.string().nullable(),
  /** The server cannot go on from the cursor: what comes is all there is. */
  experimentalStrategy: z.literal("replacement").optional(),
});
export type SyncPull = z.infer<typeof SyncPull>;

/** Answer of `sync_push`, as WatermelonDB's `pushChanges` gives it on. */
export const SyncPush = z.strictObject({
  experimentalRejectedIds: z.record(z.string(), z.array(z.uuid())),
  errors: z.array(
    z.strictObject({
      table: z.string(),
      id: z.uuid(),
      code: z.string(),
      text: z.string().optional(),
      /** The field that it is about. */
      path: z.string().optional(),
      limit: z.int().optional(),
    }),
  ),
});
