import { describe, expect, it } from "vitest";
import { z } from "zod";
import { catalogFiles, payload, slugsByLine } from "./catalog-files.ts";
import { exerciseSchema, namesSchema } from "./catalog-schema.ts";
import { normalizeName } from "./normalize-name.ts";

const exerciseFiles = catalogFiles("30_exercises_");
const nameFiles = catalogFiles("40_names_");

const exercises = exerciseFiles.flatMap((file) =>
  z.array(exerciseSchema).parse(JSON.parse(payload(file).text)),
);
const names = nameFiles.flatMap((file) => z.array(namesSchema).parse(JSON.parse(payload(file).text)));

/** Spanish writes only these with a capital inside a name: people, characters and places. */
const properNouns = new Set(
  [
    "Anderson Aquiles Arnold Atlas Bradford Copenhague Garhammer Gironda Húsafell Jefferson Kelso Larsen Lu Meadows",
    "Pallof Pendlay Petersen Poliquin Scott Smith Spiderman Spoto Svend Tate Yates Zercher Zottman",
  ].flatMap((line) => line.split(" ")),
);

/** Registered marks that gyms use as common words; other names exist for all that they mean. */
const trademarks =
  /\b(airdyne|assault|blackroll|bosu|concept2|crossfit|fitball|hammer strength|pezziball|prowler|rollerblade|skierg|spinning|stairmaster|technogym|thera-?band|trx|zumba)\b/i;

/** Words of every gym, and the one exercise that people mean by each. */
const plainWords = {
  es: {
    sentadilla: "barbell-back-squat",
    "press de banca": "barbell-bench-press",
    "press militar": "barbell-overhead-press",
    "peso muerto": "barbell-deadlift",
    "peso muerto rumano": "barbell-romanian-deadlift",
    dominadas: "pull-up",
    flexiones: "push-up",
    lagartijas: "push-up",
    fondos: "chest-dip",
    "jalon al pecho": "cable-lat-pulldown",
    "curl de biceps": "dumbbell-curl",
    "elevaciones laterales": "dumbbell-lateral-raise",
    zancada: "dumbbell-lunge",
    prensa: "leg-press",
    abdominales: "crunch",
    plancha: "plank",
  },
  de: {
    kniebeuge: "barbell-back-squat",
    bankdrücken: "barbell-bench-press",
    überkopfdrücken: "barbell-overhead-press",
    kreuzheben: "barbell-deadlift",
    "rumänisches kreuzheben": "barbell-romanian-deadlift",
    klimmzug: "pull-up",
    liegestütze: "push-up",
    dips: "chest-dip",
    latzug: "cable-lat-pulldown",
    bizepscurl: "dumbbell-curl",
    seitheben: "dumbbell-lateral-raise",
    ausfallschritt: "dumbbell-lunge",
    beinpresse: "leg-press",
    beinstrecker: "leg-extension",
    wadenheben: "machine-standing-calf-raise",
    unterarmstütz: "plank",
  },
};

interface Spelling {
  slug: string;
  text: string;
}

function spellings(locale: "es" | "de"): Spelling[] {
  return names.flatMap((row) =>
    [row[locale].name, ...row[locale].aliases].map((text) => ({ slug: row.slug, text })),
  );
}

/** The first exercise that owns each normalized spelling. */
function owners(spelled: Spelling[]): Map<string, string> {
  return new Map(spelled.toReversed().map(({ slug, text }) => [normalizeName(text), slug]));
}

/** Spellings whose normalized form already belongs to another exercise. */
function taken(spelled: Spelling[], owner: Map<string, string>): string[] {
  return spelled.flatMap(({ slug, text }) => {
    const first = owner.get(normalizeName(text)) ?? slug;
    return first === slug ? [] : [`${text}: ${first} and ${slug}`];
  });
}

describe("the files", () => {
  it("CAT-NAME-01: each file of exercises has a file of names, which calls the loader of translations", () => {
    expect(nameFiles).toEqual(exerciseFiles.map((file) => file.replace("30_exercises_", "40_names_")));
    expect(nameFiles.filter((file) => payload(file).loader !== "load_translations")).toEqual([]);
  });

  it("CAT-NAME-02: every exercise is named once, one object a line in the order of its own file", () => {
    for (const file of exerciseFiles) {
      expect(slugsByLine(file.replace("30_exercises_", "40_names_")), file).toEqual(slugsByLine(file));
    }
  });

  it("CAT-NAME-03: the keys of every line stand in the documented order", () => {
    for (const row of nameFiles.flatMap((file) => JSON.parse(payload(file).text))) {
      expect(Object.keys(row), row.slug).toEqual(Object.keys(namesSchema.shape));
      for (const locale of ["es", "de"])
        expect(Object.keys(row[locale]), row.slug).toEqual(["name", "aliases"]);
    }
  });
});

describe.each(["es", "de"] as const)("names in %s", (locale) => {
  const spelled = spellings(locale);

  it("CAT-NAME-04: a name or alias belongs to one exercise, in whatever spelling, plural or word order", () => {
    expect(taken(spelled, owners(spelled))).toEqual([]);
  });

  it("CAT-NAME-05: no exercise is called by the English name or alias of another", () => {
    const english = exercises.flatMap(({ slug, name, aliases }) =>
      [name, ...aliases].map((text) => ({ slug, text })),
    );
    expect(taken(spelled, owners(english))).toEqual([]);
  });

  it("CAT-NAME-06: an exercise has no name twice", () => {
    const lowered = spelled.map(({ slug, text }) => `${slug}: ${text.toLocaleLowerCase(locale)}`);
    expect(lowered.filter((text, index) => lowered.indexOf(text) !== index)).toEqual([]);
  });

  it("CAT-NAME-07: names start with a capital or a digit, have single spaces and composed letters", () => {
    const written = /^[\p{Lu}\d][\p{L}\d'’/,-]*( [\p{L}\d'’/,-]+)*$/u;
    expect(spelled.filter(({ text }) => !written.test(text) || text !== text.normalize("NFC"))).toEqual([]);
  });

  it("CAT-NAME-08: no name or alias is a trademark", () => {
    expect(spelled.filter(({ text }) => trademarks.test(text))).toEqual([]);
  });

  it("CAT-NAME-09: the plain word belongs to the exercise that people mean", () => {
    const owner = owners(spelled);
    const found = Object.keys(plainWords[locale]).map((word) => [word, owner.get(normalizeName(word))]);
    expect(Object.fromEntries(found)).toEqual(plainWords[locale]);
  });
});

describe("names in Spanish", () => {
  it("CAT-NAME-10: sentence case: of the words after the first, only proper nouns have a capital", () => {
    const titled = (text: string) =>
      text
        .split(/[ -]/)
        .slice(1)
        .filter((word) => /^\p{Lu}\p{Ll}/u.test(word));
    expect(spellings("es").filter(({ text }) => titled(text).some((word) => !properNouns.has(word)))).toEqual(
      [],
    );
  });
});
