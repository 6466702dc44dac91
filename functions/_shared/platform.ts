import type { VerifyCaller } from "./authentication.ts";
import type { TakeRateLimit } from "./rate-limit.ts";
import type { CheckSession } from "./session.ts";

/** What the chain asks of the platform. A test gives it fakes. */
export interface Platform {
  /** Web pages of these origins may read answers; `*` stands for any. */
  allowedOrigins: string[];
  verifyCaller: VerifyCaller;
  isSessionLive: CheckSession;
  takeRateLimit: TakeRateLimit;
}
