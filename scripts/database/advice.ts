import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { askSupabase } from "./supabase-answer.ts";

/** Where findings are allowed, each with a reason. */
const allowedAdviceFile = "sql/advisors-allow.json";

const answer = z.object({
  results: z.array(
    z.object({ name: z.string(), level: z.string(), detail: z.string(), cacheKey: z.string() }),
  ),
});

const reason = z.string().min(20);

const allowList = z.object({
  /** Whole lints that cannot apply, by name. */
  lints: z.record(z.string(), reason),
  /** Single findings, by cache key. */
  findings: z.record(z.string(), reason),
});

/** Something that an advisor found. */
export type Finding = z.infer<typeof answer>["results"][number];

/** What is left when the allowed findings are taken away. */
export interface Advice {
  /** What the advisors found and nobody allowed. */
  readonly findings: Finding[];
  /** What is allowed though no advisor finds it any more. */
  readonly unused: string[];
}

/**
 * What Supabase's advisors say about a database, security and performance at every level, less what
 * `sql/advisors-allow.json` allows.
 * @throws Error with the CLI's own words, or ZodError for an allow-list that is not in form
 */
export async function adviceOn(projectRoot: string, databaseUrl: string): Promise<Advice> {
  const text = await askSupabase(projectRoot, databaseUrl, [
    "db",
    "advisors",
    "--type=all",
    "--level=info",
    "--fail-on=none",
    "--output-format=json",
  ]);
  const { results } = answer.parse(JSON.parse(text));
  const allowed = allowList.parse(JSON.parse(await readFile(join(projectRoot, allowedAdviceFile), "utf8")));

  const findings = results.filter(
    ({ name, cacheKey }) => !(name in allowed.lints || cacheKey in allowed.findings),
  );
  const isUsed = (key: string) => results.some(({ name, cacheKey }) => name === key || cacheKey === key);
  const unused = Object.keys({ ...allowed.lints, ...allowed.findings }).filter((key) => !isUsed(key));
  return { findings, unused };
}

/** The advice in lines for people; none where there is nothing to do. */
export function adviceLines({ findings, unused }: Advice): string[] {
  return [
    ...findings.map(({ level, detail, cacheKey }) => `${level} ${detail}\n     ${cacheKey}`),
    ...unused.map(
      (key) => `${allowedAdviceFile} allows ${key}, which no advisor finds any more: take it out`,
    ),
  ];
}
