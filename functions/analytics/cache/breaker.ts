import { failure, type Result, success } from "../../_shared/result.ts";

/** Runs an operation on a service that may be slow or down, or does not even try. */
export type Breaker = <Value>(
  operation: (signal: AbortSignal) => Promise<Value>,
) => Promise<Result<Value, string>>;

const restMilliseconds = 10_000;

/**
 * Gives each operation so much time. After one that failed or took longer, none is tried for ten seconds; then one is,
 * and the others go on when it has succeeded. So a service that is down costs its budget once in ten seconds.
 *
 * @param now - milliseconds of a clock that only rises
 */
export function createBreaker(
  budgetMilliseconds: number,
  now: () => number = () => performance.now(),
): Breaker {
  let closedUntil = Number.NEGATIVE_INFINITY;

  return async (operation) => {
    if (now() < closedUntil) return failure("It is not asked, because it has just failed.");
    const wasClosed = closedUntil !== Number.NEGATIVE_INFINITY;
    // While one tries whether it is back, nobody else does.
    if (wasClosed) closedUntil = now() + restMilliseconds;
    try {
      const value = await operation(AbortSignal.timeout(budgetMilliseconds));
      closedUntil = Number.NEGATIVE_INFINITY;
      return success(value);
    } catch (error) {
      closedUntil = now() + restMilliseconds;
      return failure(String(error));
    }
  };
}
