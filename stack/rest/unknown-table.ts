import { z } from "zod";

const problem = z.object({ code: z.literal("42P01"), message: z.string() });

/**
 * PostgREST 12 answers an unknown table with Postgres's own code; hosted, at 14, has one of its own. The same code raised
 * inside a function passes as it is.
 */
export async function withTableCode(pathname: string, answer: Response): Promise<Response> {
  if (answer.status !== 404 || pathname.startsWith("/rpc/")) return answer;
  const body: unknown = await answer
    .clone()
    .json()
    .catch(() => undefined);
  const parsed = problem.safeParse(body);
  const [, table] = /^relation "(.+)" does not exist$/.exec(parsed.data?.message ?? "") ?? [];
  if (table === undefined) return answer;
  const message = `Could not find the table '${table}' in the schema cache`;
  return Response.json({ code: "PGRST205", details: null, hint: null, message }, { status: 404 });
}
