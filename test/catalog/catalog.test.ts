import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ExerciseKind } from "../../types/contracts/exercise.ts";
import { catalogFiles, payload, slugsByLine } from "./catalog-files.ts";
import { type Exercise, equipmentSchema, exerciseSchema, muscleSchema } from "./catalog-schema.ts";
import { normalizeName } from "./normalize-name.ts";

const exerciseFiles = catalogFiles("30_exercises_");

const muscles = z.array(muscleSchema).parse(JSON.parse(payload("10_muscles.sql").text));
const equipment = z.array(equipmentSchema).parse(JSON.parse(payload("20_equipment.sql").text));
const exercises = exerciseFiles.flatMap((file) =>
  z.array(exerciseSchema).parse(JSON.parse(payload(file).text)),
);
const frequentNames = z
  .array(z.string())
  .parse(JSON.parse(readFileSync(new URL("frequent-names.json", import.meta.url), "utf8")));

const bodyWeightKinds = ["bodyweight_reps", "weighted_bodyweight", "assisted_bodyweight"];
const externalLoadKinds = ["weight_reps", "weight_duration", "weight_distance"];
const noLoad = new Set(["body_weight", "bench", "box", "pull_up_bar", "foam_roller", "stability_ball"]);

/** Slugs of the exercises that break a rule: an empty list is what every rule below expects. */
function breaking(rule: (exercise: Exercise) => boolean): string[] {
  return exercises.filter((exercise) => !rule(exercise)).map((exercise) => exercise.slug);
}

function repeated(values: string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

describe("the files", () => {
  it("CAT-DATA-01: each file calls the one loader of its content", () => {
    expect(payload("10_muscles.sql").loader).toBe("load_muscles");
    expect(payload("20_equipment.sql").loader).toBe("load_equipment");
    expect(exerciseFiles.filter((file) => payload(file).loader !== "load_exercises")).toEqual([]);
  });

  it("CAT-DATA-02: one object a line, sorted by slug, at most 250 lines a file", () => {
    for (const file of exerciseFiles) {
      const slugs = slugsByLine(file);
      expect(slugs, file).toEqual([...slugs].sort());
      expect(slugs.length, file).toBeLessThanOrEqual(250);
    }
  });

  it("CAT-DATA-03: the keys of every exercise stand in the documented order", () => {
    const order = Object.keys(exerciseSchema.shape);
    for (const file of exerciseFiles) {
      const rows = z.array(z.record(z.string(), z.unknown())).parse(JSON.parse(payload(file).text));
      for (const row of rows) expect(Object.keys(row), String(row.slug)).toEqual(order);
    }
  });
});

describe("muscles and equipment", () => {
  it("CAT-DATA-04: slugs and names are unique", () => {
    expect(repeated(muscles.map((muscle) => muscle.slug))).toEqual([]);
    expect(repeated(muscles.map((muscle) => normalizeName(muscle.name)))).toEqual([]);
    expect(repeated(equipment.map((item) => item.slug))).toEqual([]);
    expect(repeated(equipment.map((item) => normalizeName(item.name)))).toEqual([]);
  });

  it("CAT-DATA-05: muscles are numbered from 1 in the order of the file", () => {
    expect(muscles.map((muscle) => muscle.position)).toEqual(muscles.map((_, index) => index + 1));
  });

  it("CAT-DATA-06: every muscle is trained by some exercise and every piece of equipment is used", () => {
    const trained = new Set(exercises.flatMap((exercise) => exercise.primary_muscles));
    const used = new Set(exercises.flatMap((exercise) => exercise.equipment));
    expect(muscles.map((muscle) => muscle.slug).filter((slug) => !trained.has(slug))).toEqual([]);
    expect(equipment.map((item) => item.slug).filter((slug) => !used.has(slug))).toEqual([]);
  });

  it("CAT-DATA-07: exercises name only known muscles and equipment, each once", () => {
    const knownMuscles = new Set(muscles.map((muscle) => muscle.slug));
    const knownEquipment = new Set(equipment.map((item) => item.slug));
    expect(
      breaking(({ primary_muscles, secondary_muscles }) => {
        const all = [...primary_muscles, ...secondary_muscles];
        return all.every((slug) => knownMuscles.has(slug)) && repeated(all).length === 0;
      }),
    ).toEqual([]);
    expect(
      breaking((exercise) => {
        return (
          exercise.equipment.every((slug) => knownEquipment.has(slug)) &&
          repeated(exercise.equipment).length === 0
        );
      }),
    ).toEqual([]);
  });

  it("CAT-DATA-26: what needs nothing but the body names no other equipment", () => {
    expect(breaking(({ equipment: items }) => !items.includes("body_weight") || items.length === 1)).toEqual(
      [],
    );
  });
});

describe("names", () => {
  it("CAT-DATA-08: slugs are unique and spell the name", () => {
    expect(repeated(exercises.map((exercise) => exercise.slug))).toEqual([]);
    const spelled = (name: string) =>
      name
        .toLowerCase()
        .replace(/'/g, "")
        .replace(/[^a-z0-9]+/g, "-");
    expect(breaking((exercise) => exercise.slug === spelled(exercise.name))).toEqual([]);
  });

  it("CAT-DATA-09: names are in Title Case", () => {
    const small = /^(and|in|of|on|the|to|with)$/;
    const titled = (word: string) => small.test(word) || /^[A-Z0-9]/.test(word);
    expect(breaking((exercise) => exercise.name.split(/[ -]/).every(titled))).toEqual([]);
    expect(breaking((exercise) => !/ {2}|^ | $|[()]/.test(exercise.name))).toEqual([]);
  });

  it("CAT-DATA-10: a name or alias belongs to one exercise, whatever its case", () => {
    const spellings = exercises.flatMap((exercise) => [exercise.name, ...exercise.aliases]);
    expect(repeated(spellings.map((name) => name.toLowerCase()))).toEqual([]);
    expect(spellings.filter((name) => name !== name.trim() || name === "")).toEqual([]);
  });

  it("CAT-DATA-11: no two exercises share a name in another spelling, plural or word order", () => {
    const owner = new Map<string, string>();
    const clashes: string[] = [];
    for (const { slug, name, aliases } of exercises) {
      for (const spelling of [name, ...aliases]) {
        const key = normalizeName(spelling);
        const first = owner.get(key) ?? slug;
        if (first !== slug) clashes.push(`${spelling}: ${first} and ${slug}`);
        owner.set(key, first);
      }
    }
    expect(clashes).toEqual([]);
  });

  it("CAT-DATA-12: the 300 most frequent names of logging apps resolve", () => {
    const known = new Set(
      exercises.flatMap((exercise) => [exercise.name, ...exercise.aliases]).map((name) => name.toLowerCase()),
    );
    expect(frequentNames).toHaveLength(300);
    expect(frequentNames.filter((name) => !known.has(name.toLowerCase()))).toEqual([]);
  });

  it("CAT-DATA-13: a variation group has at least two members", () => {
    const groups = exercises.flatMap((exercise) => exercise.variation_group ?? []);
    const shared = new Set(repeated(groups));
    expect(groups.filter((group) => !shared.has(group))).toEqual([]);
  });
});

describe("kinds", () => {
  it("CAT-DATA-14: every kind and at least 600 exercises are present", () => {
    expect([...new Set(exercises.map((exercise) => exercise.kind))].sort()).toEqual(
      [...ExerciseKind.options].sort(),
    );
    expect(exercises.length).toBeGreaterThanOrEqual(600);
  });

  it("CAT-DATA-15: a share of body weight is moved exactly where the kind counts it", () => {
    expect(
      breaking(({ kind, body_weight_share }) => bodyWeightKinds.includes(kind) === body_weight_share > 0),
    ).toEqual([]);
  });

  it("CAT-DATA-16: weight is logged only where something can be loaded", () => {
    expect(
      breaking(
        ({ kind, equipment: items }) =>
          !externalLoadKinds.includes(kind) || items.some((item) => !noLoad.has(item)),
      ),
    ).toEqual([]);
  });

  it("CAT-DATA-17: names that start with Weighted or say Assisted have the kind of that name", () => {
    expect(
      breaking(({ name, kind }) => !/\bAssisted\b/.test(name) || kind === "assisted_bodyweight"),
    ).toEqual([]);
    expect(
      breaking(
        ({ name, kind }) =>
          !name.startsWith("Weighted ") || ["weighted_bodyweight", "weight_duration"].includes(kind),
      ),
    ).toEqual([]);
  });

  it("CAT-DATA-18: stretches are held and train nothing by load", () => {
    expect(
      breaking(
        ({ category, kind, mechanic, force }) =>
          category !== "stretching" ||
          (["duration", "weight_duration"].includes(kind) && mechanic === null && force === "static"),
      ),
    ).toEqual([]);
  });

  it("CAT-DATA-19: strength, olympic, plyometric and strongman exercises state their mechanic", () => {
    const stated = ["strength", "olympic", "plyometric", "strongman"];
    expect(breaking(({ category, mechanic }) => !stated.includes(category) || mechanic !== null)).toEqual([]);
  });

  it("CAT-DATA-20: variants of one lift move the same share of body weight, loaded or not", () => {
    const byName = new Map(exercises.map((exercise) => [exercise.name, exercise]));
    expect(
      breaking(({ name, kind, body_weight_share }) => {
        const plain = byName.get(name.replace(/^(Weighted|Assisted) /, ""));
        return (
          plain === undefined || kind === "weight_duration" || plain.body_weight_share === body_weight_share
        );
      }),
    ).toEqual([]);
  });
});

describe("instructions", () => {
  it("CAT-DATA-21: two to four short sentences", () => {
    expect(
      breaking(({ instructions }) =>
        instructions.every((step) => /^[A-Z].*\.$/.test(step) && step.length >= 10 && step.length <= 140),
      ),
    ).toEqual([]);
  });

  it("CAT-DATA-22: no two exercises are described by the same words", () => {
    expect(repeated(exercises.map((exercise) => exercise.instructions.join(" ").toLowerCase()))).toEqual([]);
  });
});

describe("cues", () => {
  it("CAT-DATA-23: one short phrase each, without a full stop", () => {
    expect(breaking(({ cues }) => cues.every((cue) => /^[A-Z].{4,}[^.!\s]$/.test(cue)))).toEqual([]);
  });

  it("CAT-DATA-24: an exercise says nothing twice, neither as a cue nor as an instruction", () => {
    const plain = (text: string) => text.toLowerCase().replace(/\.$/, "");
    expect(
      breaking(({ cues, instructions }) => repeated([...cues, ...instructions].map(plain)).length === 0),
    ).toEqual([]);
  });

  it("CAT-DATA-25: a cue is made for its exercise: at most 12 exercises share one", () => {
    const uses = new Map<string, number>();
    for (const cue of exercises.flatMap((exercise) => exercise.cues.map((text) => text.toLowerCase()))) {
      uses.set(cue, (uses.get(cue) ?? 0) + 1);
    }
    expect([...uses].filter(([, count]) => count > 12).map(([cue]) => cue)).toEqual([]);
  });
});
