import { z } from "zod";

/** Answer of `POST /ops/orphaned-files`. */
export const OrphanedFiles = z.strictObject({ removed: z.int() });
