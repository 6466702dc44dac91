import { Client } from "pg";

const examples = [
  ["a typo", "select public.search_exercises('benhc press')"],
  ["a common word", "select public.search_exercises('press')"],
  ["a rare filter", "select public.search_exercises(p_categories => '{olympic}', p_levels => '{beginner}')"],
] as const;

/** Conditions of a plan name every parameter of a rank; their beginnings say which they are. */
const LINE = 140;

/**
 * The plans of the statements within search_exercises() that find documents, by auto_explain, which only a superuser
 * loads: the workbench's own.
 */
export async function explained(url: string, userId: string): Promise<string> {
  const admin = new URL(url);
  admin.username = "supabase_admin";
  const client = new Client({ connectionString: admin.toString() });
  await client.connect();
  const plans: string[] = [];
  client.on("notice", ({ message = "" }) => {
    const [, plan] = /plan:\s*([\s\S]*)/.exec(message) ?? [];
    if (plan !== undefined && /exercise_documents|search_words/.test(plan)) plans.push(plan);
  });
  try {
    await client.query("load 'auto_explain'");
    await client.query(`
      set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
      set auto_explain.log_analyze = on; set auto_explain.log_timing = off; set auto_explain.log_buffers = on;
      set client_min_messages = log`);
    await client.query(
      "select set_config('request.jwt.claims', $1, false), set_config('role', 'authenticated', false)",
      [JSON.stringify({ sub: userId, role: "authenticated" })],
    );
    const sections: string[] = [];
    for (const [what, statement] of examples) {
      plans.length = 0;
      await client.query(statement);
      const scans = plans.flatMap((plan) =>
        plan
          .split("\n")
          .filter((line) => /Scan.* on (exercise_documents|search_words)/.test(line))
          .map((line) => line.trim()),
      );
      const byIndex = plans.filter((plan) =>
        /Bitmap Index Scan on exercise_documents_document_idx/.test(plan),
      );
      const largest = byIndex.toSorted((a, b) => b.length - a.length)[0] ?? "";
      const sequential = scans.filter((scan) => /Seq Scan/.test(scan)).length;
      const lines = largest
        .replace(/^Query Text:[\s\S]*?\n(?=[A-Z][A-Za-z ]+ {2}\(cost)/, "")
        .trimEnd()
        .split("\n")
        .map((line) => (line.length > LINE ? `${line.slice(0, LINE)}…` : line));
      sections.push(
        `<details><summary>EXPLAIN: ${what}, ${sequential} sequential scans</summary>\n\n\`\`\`\n${lines.join("\n")}\n\`\`\`\n\n</details>`,
      );
    }
    return sections.join("\n\n");
  } finally {
    await client.end();
  }
}
