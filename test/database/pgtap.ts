import { Client } from "pg";
import { Parser } from "tap-parser";

/** One assertion of a pgTAP file. */
export interface Assertion {
  readonly name: string;
  readonly ok: boolean;
  /** What pgTAP said about a failure. */
  readonly diagnostics: string;
}

/** The TAP that a pgTAP file prints: every first column of every row of every statement. */
async function tapOf(databaseUrl: string, sql: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("set search_path = public, tests, extensions");
    const answers: unknown = await client.query({ text: sql, rowMode: "array" });
    const results = Array.isArray(answers) ? answers : [answers];
    return results
      .flatMap((result) => result.rows)
      .flatMap((row) => String(row[0] ?? "").split("\n"))
      .filter((line) => /^(ok|not ok|1\.\.|#|\s)/.test(line))
      .join("\n");
  } finally {
    await client.end();
  }
}

/**
 * Runs a pgTAP file (begin, plan, …, finish, rollback) and reads its TAP.
 * An SQL error, and a plan that was not kept, become failed assertions of their own.
 */
export async function runPgtap(databaseUrl: string, sql: string): Promise<Assertion[]> {
  const assertions: Assertion[] = [];
  let tap: string;
  try {
    tap = await tapOf(databaseUrl, sql);
  } catch (error) {
    return [{ name: "the file runs to its end", ok: false, diagnostics: String(error) }];
  }
  const parser = new Parser();
  const comments: string[] = [];
  parser.on("comment", (comment: string) => comments.push(comment.trim()));
  parser.on("assert", (result) => assertions.push({ name: result.name, ok: result.ok, diagnostics: "" }));
  const complete = new Promise<{ ok: boolean; plan: { end: number | null } }>((resolve) =>
    parser.on("complete", resolve),
  );
  parser.end(`TAP version 13\n${tap}\n`);
  const summary = await complete;

  const diagnostics = comments.join("\n");
  const judged = assertions.map((assertion) => (assertion.ok ? assertion : { ...assertion, diagnostics }));
  const kept = summary.plan.end === assertions.length;
  const plan = {
    name: "the plan is kept",
    ok: kept,
    diagnostics: `planned ${summary.plan.end}, ran ${assertions.length}`,
  };
  return kept ? judged : [...judged, plan];
}
