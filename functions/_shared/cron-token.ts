import type { Result } from "./result.ts";

/** Whether a token is that of the database's own cron jobs, which hold no key of the project. */
export type CheckCronToken = (token: string, signal: AbortSignal) => Promise<Result<boolean, string>>;
