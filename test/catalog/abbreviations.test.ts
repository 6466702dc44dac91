import { expect, it } from "vitest";
import { z } from "zod";
import { catalogFiles, payload } from "./catalog-files.ts";
import { abbreviationSchema, exerciseSchema, namesSchema } from "./catalog-schema.ts";

const file = "50_abbreviations.sql";
const abbreviations = z.array(abbreviationSchema).parse(JSON.parse(payload(file).text));

const wordsOf = (names: string[]) =>
  new Set(
    names.flatMap((name) =>
      name
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    ),
  );
const read = <T>(prefix: string, schema: z.ZodType<T>) =>
  catalogFiles(prefix).flatMap((name) => z.array(schema).parse(JSON.parse(payload(name).text)));
const translated = read("40_names_", namesSchema);
const words = {
  en: wordsOf(read("30_exercises_", exerciseSchema).map(({ name }) => name)),
  es: wordsOf(translated.map(({ es }) => es.name)),
  de: wordsOf(translated.map(({ de }) => de.name)),
};

it("CAT-ABBR-01: the file calls its loader, with each abbreviation once and in order", () => {
  const keys = abbreviations.map(({ locale, abbreviation }) => `${locale} ${abbreviation}`);

  expect(payload(file).loader).toBe("load_abbreviations");
  expect(keys).toEqual([...new Set(keys)].sort());
});

it("CAT-ABBR-02: what one stands for are words of names in its language", () => {
  const unknown = abbreviations.filter(
    ({ locale, stands_for }) => !stands_for.split(" ").every((word) => words[locale].has(word)),
  );

  expect(unknown).toEqual([]);
});
