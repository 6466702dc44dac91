import { schemaDifference } from "./difference.ts";

/** The two databases that must be equal. */
export interface TwoStates {
  readonly migratedUrl: string;
  readonly declaredUrl: string;
}

/** What a person does about a difference. Which of the two sides is right, only a person knows. */
const ADVICE = `supabase/migrations and sql/schemas make different databases.
  Where sql/schemas is right:  npm run db:migration <name>
  Where the migration is right: edit sql/schemas to say the same`;

/**
 * Compares what the migrations make with what `sql/schemas` declares, in both directions, since a difference that
 * one direction overlooks is still one.
 * @returns undefined where they are equal, else what to do and the statements that lie between them
 */
export async function findDrift(projectRoot: string, states: TwoStates): Promise<string | undefined> {
  const { migratedUrl, declaredUrl } = states;
  const ways = [
    ["From what the migrations make to what sql/schemas declares", migratedUrl, declaredUrl],
    ["From what sql/schemas declares to what the migrations make", declaredUrl, migratedUrl],
  ] as const;
  for (const [title, from, to] of ways) {
    const sql = await schemaDifference(projectRoot, from, to);
    if (sql !== "") return `${ADVICE}\n\n${title}:\n${sql}`;
  }
  return undefined;
}
