import { pick, type SyntheticExercise, seededRandom } from "./synthetic-catalogue.ts";

/** Arguments of search_exercises(), and the name that should be found, where one is meant. */
export interface MixedQuery {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly meant?: string;
}

const letters = "abcdefghijklmnopqrstuvwxyz";

/** One slip of the fingers in the longest words: a letter wrong, missing, doubled or swapped with the next. */
function misspelt(random: () => number, words: readonly string[], typos: number): string {
  const changed = [...words];
  const longest = words
    .map((_, index) => index)
    .sort((a, b) => (words[b]?.length ?? 0) - (words[a]?.length ?? 0));
  for (let typo = 0; typo < typos; typo += 1) {
    const index = longest[typo % longest.length] ?? 0;
    const word = changed[index] ?? "";
    const at = 1 + Math.floor(random() * Math.max(word.length - 2, 1));
    changed[index] = pick(random, [
      word.slice(0, at) + pick(random, [...letters]) + word.slice(at + 1),
      word.slice(0, at) + word.slice(at + 1),
      word.slice(0, at) + word.slice(at, at + 1) + word.slice(at),
      word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2),
    ]);
  }
  return changed.join(" ");
}

/** Queries by kind, as people type them, of exercises picked at random. */
export function queryMix(
  exercises: readonly SyntheticExercise[],
  count: number,
  seed = 2,
): Map<string, MixedQuery[]> {
  const random = seededRandom(seed);
  const named = exercises.filter(({ name }) => name.split(" ").length >= 2);
  const some = (make: (exercise: SyntheticExercise, words: string[]) => MixedQuery) =>
    Array.from({ length: count }, () => {
      const exercise = pick(random, named);
      return make(exercise, exercise.name.toLowerCase().split(/[ -]+/));
    });

  return new Map([
    [
      "prefix of a word, 2 to 5 letters",
      some((_, words) => ({
        parameters: { p_query: pick(random, words).slice(0, 2 + Math.floor(random() * 4)) },
      })),
    ],
    [
      "a word, and the beginning of the next",
      some((_, words) => ({ parameters: { p_query: `${words[0]} ${words[1]?.slice(0, 2)}` } })),
    ],
    ["one whole word", some((_, words) => ({ parameters: { p_query: pick(random, words) } }))],
    ["whole name", some(({ name }) => ({ parameters: { p_query: name }, meant: name }))],
    [
      "whole name, one typo",
      some(({ name }, words) => ({ parameters: { p_query: misspelt(random, words, 1) }, meant: name })),
    ],
    [
      "whole name, two typos",
      some(({ name }, words) => ({ parameters: { p_query: misspelt(random, words, 2) }, meant: name })),
    ],
    [
      "whole name, words swapped",
      some(({ name }, words) => ({ parameters: { p_query: words.toReversed().join(" ") }, meant: name })),
    ],
    [
      "name in another language",
      some(({ name, translations }) => {
        const [locale, translation] = pick(random, Object.entries(translations));
        return { parameters: { p_query: translation, p_locale: locale }, meant: name };
      }),
    ],
    [
      "words and filters",
      some(({ kind, equipment }, words) => ({
        parameters: { p_query: pick(random, words), p_kinds: [kind], p_equipment: equipment },
      })),
    ],
    [
      "filters only",
      some(({ primary_muscles, equipment, level, category }) => ({
        parameters: pick(random, [
          { p_muscles: primary_muscles.slice(0, 1) },
          { p_equipment: [...equipment, "body_weight", "dumbbell"] },
          { p_muscles: primary_muscles, p_equipment: equipment, p_levels: [level] },
          { p_categories: [category], p_levels: [level], p_locale: "es" },
        ]),
      })),
    ],
  ]);
}
