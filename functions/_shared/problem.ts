import type { Context, TypedResponse } from "hono";
import type { RequestIdVariables } from "hono/request-id";
import {
  Problem,
  type ProblemCode,
  type ProblemField,
  type ProblemStatus,
  problems,
} from "../../types/contracts/problem.ts";

const mediaType = "application/problem+json";

/**
 * Answers with a problem: RFC 9457, its status and title from the code, and the id of the request.
 *
 * @param detail - What this one request met, for people. Never the text of a thrown error or of another service.
 * @param errors - The fields that are wrong.
 */
export function problem<Code extends ProblemCode>(
  c: Pick<Context, "json"> & { var: RequestIdVariables },
  code: Code,
  detail?: string,
  errors?: ProblemField[],
): TypedResponse<Problem, ProblemStatus<Code>, "json"> & Response {
  const { status, title }: { status: ProblemStatus<Code>; title: string } = problems[code];
  const body: Problem = {
    type: `urn:repstack:problem:${code}`,
    title,
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
    request_id: c.var.requestId,
    ...(errors === undefined ? {} : { errors }),
  };
  return c.json(body, status, { "content-type": mediaType });
}

/** Declares in a route which problems it can answer with. */
export function problemResponse(description: string) {
  return { description, content: { [mediaType]: { schema: Problem } } };
}
