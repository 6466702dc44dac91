import fc from "fast-check";

type Fields = Record<string, unknown>;

/** A number with as many decimals as people type. */
const decimal = (minimum: number, maximum: number) =>
  fc
    .integer({ min: Math.ceil(minimum * 1000), max: Math.floor(maximum * 1000) })
    .map((thousandths) => thousandths / 1000);
const percent = decimal(0.01, 100);

/** Fields that are there, null, or left out. */
const some = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Fields> =>
  fc.record(fields, { requiredKeys: [] });
const maybe = (value: fc.Arbitrary<unknown>) =>
  fc.oneof({ arbitrary: value, weight: 4 }, { arbitrary: fc.constant(null), weight: 1 });

const aStall = fc.oneof(
  fc.record({
    after: fc.integer({ min: 1, max: 20 }),
    action: fc.constant("deload"),
    percent: decimal(0.01, 90),
  }),
  fc.record({ after: fc.integer({ min: 1, max: 20 }), action: fc.constant("reset") }),
);
const aDeload = fc.record(
  { percent, every_sessions: maybe(fc.integer({ min: 2, max: 100 })) },
  { requiredKeys: ["percent"] },
);
const common = some({ scope: maybe(fc.constantFrom("routine", "plan")), deload: maybe(aDeload) });
const stall = some({ stall: maybe(aStall) });
const ofLoad = fc
  .tuple(
    fc.oneof(
      fc.record({ increment_kg: decimal(0.001, 100) }),
      fc.record({ increment_percent: percent }),
      fc.record({ increment_kg: decimal(0.001, 100), increment_percent: fc.constant(null) }),
    ),
    some({ max_kg: maybe(decimal(0.001, 2000)) }),
  )
  .map(merged);
const ofReps = fc.record(
  { increment_reps: fc.integer({ min: 1, max: 100 }), max_reps: fc.integer({ min: 1, max: 10_000 }) },
  { requiredKeys: ["increment_reps"] },
);
const ofSeconds = fc.record(
  { increment_seconds: fc.integer({ min: 1, max: 3600 }), max_seconds: fc.integer({ min: 1, max: 172_800 }) },
  { requiredKeys: ["increment_seconds"] },
);

const aWaveSet = fc.record(
  {
    percent: decimal(0.01, 200),
    min_reps: fc.integer({ min: 1, max: 20 }),
    max_reps: fc.integer({ min: 20, max: 30 }),
    set_type: maybe(fc.constantFrom("normal", "amrap", "backoff", "myo")),
  },
  { requiredKeys: ["percent", "min_reps"] },
);
const waves: fc.Arbitrary<unknown> = fc.array(fc.array(aWaveSet, { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 4,
});

function merged(parts: readonly Fields[]): Fields {
  return Object.assign({}, ...parts);
}
const rule = (scheme: string, ...parts: fc.Arbitrary<Fields>[]) =>
  fc.tuple(fc.constant({ scheme }), common, ...parts).map(merged);

/** A rule that is one. */
export const aProgression: fc.Arbitrary<Fields> = fc.oneof(
  rule(
    "linear",
    stall,
    fc.oneof(ofLoad, ofReps, ofSeconds),
    some({ every: maybe(fc.integer({ min: 1, max: 50 })), training_max_percent: percent }),
  ),
  rule("double", stall, fc.oneof(ofLoad, fc.constant({}))),
  rule(
    "wave",
    stall,
    fc.record({ percent_of: fc.constant("training_max"), waves }),
    fc.oneof(ofLoad, fc.constant({})),
    some({ training_max_percent: maybe(percent) }),
  ),
  rule(
    "wave",
    fc.record({ percent_of: fc.constant("e1rm"), waves }),
    some({ max_kg: maybe(decimal(0.001, 2000)) }),
  ),
  rule("rpe", some({ max_kg: maybe(decimal(0.001, 2000)) })),
);

const fields = [
  "scheme",
  "scope",
  "max_kg",
  "deload",
  "increment_kg",
  "increment_percent",
  "increment_reps",
  "increment_seconds",
  "max_reps",
  "max_seconds",
  "every",
  "training_max_percent",
  "stall",
  "percent_of",
  "waves",
  "Scheme",
  "user_id",
];
const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown[]>(null, true, "", "linear", "wave", "plan", "e1rm", "training_max", "5", [], {}, [
    [],
  ]),
  fc.constantFrom(-1, 0, 0.001, 0.0001, 0.5, 1, 2.5, 50, 51, 100, 100.01, 2000, 2001, 1e9),
  aStall,
  aDeload,
  waves,
);

/** Every place in a document: the keys and indexes that lead there. */
function placesIn(node: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (node === null || typeof node !== "object") return [path];
  const entries: [string | number, unknown][] = Array.isArray(node)
    ? [...node.entries()]
    : Object.entries(node);
  return [path, ...entries.flatMap(([key, value]) => placesIn(value, [...path, key]))];
}

/** The document with another value in one place; undefined takes the place away. */
function changed(node: unknown, [key, ...path]: (string | number)[], value: unknown): unknown {
  if (key === undefined) return value ?? null;
  if (node === null || typeof node !== "object") return node;
  const isTaken = path.length === 0 && value === undefined;
  const change = (old: unknown) => (isTaken ? [] : [changed(old, path, value)]);
  if (Array.isArray(node)) return node.flatMap((item, index) => (index === key ? change(item) : [item]));
  return Object.fromEntries(
    Object.entries(node).flatMap(([name, old]) =>
      name === key ? change(old).map((changedTo) => [name, changedTo]) : [[name, old]],
    ),
  );
}

/** What a slip makes of a rule: a field too many, one too few, or another value somewhere. */
export const aBrokenProgression: fc.Arbitrary<unknown> = fc
  .tuple(
    aProgression,
    fc.nat(),
    fc.oneof(
      fc.record({ do: fc.constant("replace"), value: anyValue }),
      fc.record({ do: fc.constant("remove") }),
      fc.record({ do: fc.constant("add"), field: fc.constantFrom(...fields), value: anyValue }),
    ),
  )
  .map(([progression, at, slip]) => {
    if ("field" in slip) return { ...progression, [slip.field]: slip.value };
    const places = placesIn(progression);
    const path = places[at % places.length] ?? [];
    return changed(progression, path, "value" in slip ? slip.value : undefined);
  });
