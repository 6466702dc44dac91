import type { Context } from "hono";
import type { ZodError } from "zod";
import type { ProblemField } from "../../types/contracts/problem.ts";
import type { ChainEnv } from "./chain-env.ts";
import { problem } from "./problem.ts";

const maxFields = 20;

/** Answers a request that its contract does not allow with every field that is wrong, never with what was in it. */
export function answerInvalid(
  result: { target: string } & ({ success: true } | { success: false; error: ZodError }),
  c: Context<ChainEnv>,
): Response | undefined {
  if (result.success) return undefined;
  const { issues } = result.error;
  const fields = issues
    .slice(0, maxFields)
    .map(({ path, message }) => ({ path: pathText(result.target, path), text: message }));
  return problem(c, "invalid_request", undefined, fields);
}

/** Fields of a body as SQL names them (`exercises[0].sets[1].reps`), others behind where they are (`query.from`). */
function pathText(target: string, path: PropertyKey[]): ProblemField["path"] {
  const isBody = target === "json" || target === "form";
  const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`));
  return [isBody ? "" : target, ...steps].join("").replace(/^\./, "") || "body";
}
