import type { Result } from "../_shared/result.ts";

/** Asks one thing that requests need. It fails with a reason for operators, and gives up when the signal says so. */
export interface Check {
  name: string;
  run(signal: AbortSignal): Promise<Result<void, string>>;
}
