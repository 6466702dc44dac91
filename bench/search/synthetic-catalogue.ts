import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { projectRoot } from "../../stack/project-root.ts";

/** An exercise as the generator makes it: what `private.load_exercises()` reads, and its names in other languages. */
export interface SyntheticExercise {
  readonly slug: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly translations: Readonly<Record<string, string>>;
  readonly kind: string;
  readonly category: string;
  readonly level: string;
  readonly equipment: readonly string[];
  readonly primary_muscles: readonly string[];
  readonly secondary_muscles: readonly string[];
}

const locales = ["es", "de", "fr", "pt"] as const;

const realExercise = z.object({
  name: z.string(),
  kind: z.string(),
  category: z.string(),
  level: z.string(),
  equipment: z.array(z.string()),
  primary_muscles: z.array(z.string()),
  secondary_muscles: z.array(z.string()),
  aliases: z.array(z.string()),
});
type RealExercise = z.infer<typeof realExercise>;

/** The exercises of sql/catalog. */
function realCatalogue(): RealExercise[] {
  return globSync(join(projectRoot, "sql/catalog/30_exercises_*.sql"))
    .sort()
    .flatMap((file) => {
      const [, text] = /\$catalog\$([\s\S]*)\$catalog\$/.exec(readFileSync(file, "utf8")) ?? [];
      return z.array(realExercise).parse(JSON.parse(text ?? "[]"));
    });
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(random: () => number, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error("Nothing to pick from");
  return value;
}

const syllables =
  "ba be bi bo bu da de di do ka ke ki ko la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va ve vo".split(
    " ",
  );

/** A word that no language has, as long as words of names are. */
function inventedWord(random: () => number): string {
  const word = Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(random, syllables)).join("");
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Which word follows which in real names; null begins and ends one. */
function successors(names: readonly string[]): Map<string | null, (string | null)[]> {
  const map = new Map<string | null, (string | null)[]>();
  for (const name of names) {
    const words: (string | null)[] = [null, ...name.split(" "), null];
    for (let at = 0; at + 1 < words.length; at += 1) {
      const word = words[at] ?? null;
      map.set(word, [...(map.get(word) ?? []), words[at + 1] ?? null]);
    }
  }
  return map;
}

/**
 * Exercises whose names follow one another as words of real names do, with the real numbers of aliases, muscles and
 * equipment. The vocabulary grows with the root of their number, as that of texts does: rare words are invented, and so
 * are the words of other languages, of which three in ten are the English ones.
 */
export function syntheticCatalogue(count: number, seed = 1): SyntheticExercise[] {
  const random = seededRandom(seed);
  const real = realCatalogue();
  const followers = successors(real.map(({ name }) => name));
  const vocabulary = new Set(real.flatMap(({ name }) => name.split(" "))).size;
  const rare = Array.from({ length: Math.round(vocabulary * Math.sqrt(count / real.length)) }, () =>
    inventedWord(random),
  );
  const dictionaries = new Map(locales.map((locale) => [locale, new Map<string, string>()]));

  const translate = (locale: (typeof locales)[number], words: readonly string[]): string => {
    const dictionary = dictionaries.get(locale) ?? new Map<string, string>();
    return words
      .map((word) => {
        const known = dictionary.get(word) ?? (random() < 0.3 ? word : inventedWord(random));
        dictionary.set(word, known);
        return known;
      })
      .reverse()
      .join(" ");
  };

  return Array.from({ length: count }, (_, index) => {
    const words: string[] = [];
    let next = pick(random, followers.get(null) ?? []);
    while (next !== null && words.length < 6) {
      words.push(next);
      next = pick(random, followers.get(next) ?? [null]);
    }
    // Most of a large catalogue are variants that a rare word tells apart; the square makes some of those less rare.
    const telling = rare[Math.floor(random() ** 2 * rare.length)];
    if (telling !== undefined && random() < 0.7)
      words.splice(Math.floor(random() * words.length), 0, telling);
    const like = pick(random, real);
    const [first = "", ...rest] = words;
    const aliases = new Set(
      Array.from(
        { length: like.aliases.length },
        (_, at) =>
          [
            `${rest.join(" ")} (${first})`,
            rest.join(" "),
            [...words].reverse().join(" "),
            `${words.join(" ")} ${at}`,
          ][at % 4]?.trim() ?? "",
      ).filter((alias) => alias !== "" && !alias.startsWith("(")),
    );
    return {
      slug: `synthetic-${index}`,
      name: words.join(" "),
      aliases: [...aliases],
      translations: Object.fromEntries(locales.map((locale) => [locale, translate(locale, words)])),
      kind: like.kind,
      category: like.category,
      level: like.level,
      equipment: like.equipment,
      primary_muscles: like.primary_muscles,
      secondary_muscles: like.secondary_muscles,
    };
  });
}
