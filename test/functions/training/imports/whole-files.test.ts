import { describe, expect, test } from "vitest";
import { readImport } from "../../../../functions/training/imports/read-import.ts";
import { fixture, inBerlin, inBerlinWithPounds, printed, read } from "./printed.ts";

const french = fixture("S3-fr.csv").toString();
const expected = fixture("S3-fr.txt").toString();

function utf16(text: string, isBigEndian: boolean): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return isBigEndian ? bytes.swap16() : bytes;
}

describe("encodings", () => {
  test.each([
    ["UTF-8", Buffer.from(french), "utf-8"],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${french}`), "utf-8"],
    ["UTF-16, little end first", utf16(french, false), "utf-16le"],
    ["UTF-16, big end first", utf16(french, true), "utf-16be"],
    ["Windows-1252", Buffer.from(french, "latin1"), "windows-1252"],
  ])("%s", (_, bytes, encoding) => {
    const result = readImport(bytes, inBerlinWithPounds);

    expect(result.encoding).toBe(encoding);
    expect(`${printed(result.file?.workouts ?? [])}\n`).toBe(expected);
  });
});

describe("shapes that spreadsheets give a file", () => {
  const plain =
    "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes\n2025-01-05 10:00:00,A,Squat,1,60.5,5,0,0,x\n";

  test.each([
    ["semicolons and decimal commas", plain.replaceAll(",", ";").replace("60.5", "60,5")],
    ["tabs", plain.replaceAll(",", "\t")],
    ["a line that names the separator", `sep=,\n${plain}`],
    ["blank lines", `\n\n${plain.replaceAll("\n", "\n\n,,,,,,,,\n")}`],
    ["old Mac line ends", plain.replaceAll("\n", "\r")],
    ["quotes around everything", plain.replaceAll(/[^,\n]+/g, '"$&"')],
    ["no line end at the end", plain.trimEnd()],
    ["dates without seconds", plain.replace("10:00:00", "10:00")],
    ["dates of a German spreadsheet", plain.replace("2025-01-05", "05.01.2025")],
    [
      "another order of columns",
      "Reps,Seconds,kg,km,Notes,Set Order,Exercise Name,Workout Name,Date\n5,0,60.5,0,x,1,Squat,A,2025-01-05 10:00\n",
    ],
  ])("%s", (_, text) => {
    const { file, problems } = read(text);

    expect(problems).toEqual([]);
    expect(printed(file?.workouts ?? [])).toBe(
      '2025-01-05T09:00:00Z +0 A\n  Squat "x"\n    1 normal 60.5kg x5',
    );
  });

  test("lines are counted as an editor counts them", () => {
    const text = `sep=,\n\n${plain}2025-01-05 10:00:00,A,Squat,2,60,5,0,0,"two\nlines"\n\n2025-01-05 10:00:00,A,Squat,3,sixty,5,0,0,\n`;

    expect(read(text).problems).toMatchObject([{ line: 8, path: "kg", code: "invalid_number" }]);
  });
});

describe("a row that cannot be read keeps its workout out, and no other", () => {
  const header = "date,workout,exercise,weight_kg,reps,duration_seconds,distance_km,ended_at";
  const good = "2025-01-05 10:00,Good,Squat,60,5,,,";

  test.each([
    ["2025-01-06 10:00,Bad,Squat,sixty,5,,,", "weight_kg", "invalid_number"],
    ["2025-01-06 10:00,Bad,Squat,=60+1,5,,,", "weight_kg", "formula"],
    ["2025-01-06 10:00,Bad,Squat,4000,5,,,", "weight_kg", "out_of_range"],
    ["2025-01-06 10:00,Bad,Squat,60,-5,,,", "reps", "out_of_range"],
    ["2025-01-06 10:00,Bad,Squat,60,5.5,,,", "reps", "invalid_number"],
    ["2025-01-06 10:00,Bad,Plank,,,200000,,", "duration_seconds", "out_of_range"],
    ["2025-01-06 10:00,Bad,Running,,,,1001,", "distance_km", "out_of_range"],
    ["2025-01-06 10:00,Bad,,60,5,,,", "exercise", "missing_value"],
    [",Bad,Squat,60,5,,,", "date", "missing_value"],
    ["Tuesday,Bad,Squat,60,5,,,", "date", "invalid_date"],
    ["01/02/2025 10:00,Bad,Squat,60,5,,,", "date", "ambiguous_date"],
    ["2025-01-06 10:00,Bad,Squat,60,5,,,later", "ended_at", "invalid_date"],
    ["2025-01-06 10:00,Bad,Squat, no quotes,60,5,,,2025-01-06 11:00", "", "too_many_cells"],
  ])("%s", (row, path, code) => {
    const { file, problems } = read([header, good, row].join("\n"));

    expect(problems).toMatchObject([{ severity: "error", line: 3, path, code }]);
    expect(file?.workouts.map(({ name }) => name)).toEqual(["Good"]);
  });

  test("whatever a workout may have, it has at most", () => {
    const sets = (count: number, exercise: (index: number) => string) =>
      [
        header,
        good,
        ...Array.from({ length: count }, (_, at) => `2025-01-06 10:00,Bad,${exercise(at)},60,5,,,`),
      ].join("\n");

    expect(read(sets(201, () => "Squat")).problems).toMatchObject([{ line: 3, code: "too_many_sets" }]);
    expect(read(sets(101, (at) => `Squat ${at}`)).problems).toMatchObject([
      { line: 3, code: "too_many_exercises" },
    ]);
  });

  test("an end before the start, and texts that are too long, are mended and reported", () => {
    const long = "x".repeat(130);
    const { file, problems } = read(
      [header, `2025-01-06 10:00,${long},Squat,60,5,,,2025-01-06 09:00`].join("\n"),
    );

    expect(problems.map(({ severity, code }) => `${severity} ${code}`).sort()).toEqual([
      "warning end_before_start",
      "warning text_shortened",
    ]);
    expect(file?.workouts[0]).toMatchObject({ name: "x".repeat(120), ended_at: "2025-01-06T09:00:00.000Z" });
  });
});

test("values far from what the file has for the same exercise are imported, and reported", () => {
  const rows = Array.from({ length: 10 }, (_, at) => `2025-01-${10 + at} 10:00,Squat,60,5,,`);
  const { file, outliers } = read(
    ["date,exercise,weight_kg,reps,seconds,distance_km", ...rows]
      .concat(
        "2025-02-01 10:00,Squat,600,5,,",
        "2025-02-02 10:00,Squat,60,85,,",
        "2025-02-03 10:00,Plank,,,30000,",
        "2025-02-04 10:00,Bike,,,,200",
        "2027-02-05 10:00,Bike,,,,20",
      )
      .join("\n"),
  );

  expect(file?.workouts).toHaveLength(15);
  expect(outliers.map(({ line, code }) => `${line} ${code}`)).toEqual([
    "16 in_future",
    "12 heavy",
    "13 many_reps",
    "14 long_set",
    "15 far",
  ]);
});

describe("files that cannot be read at all say why", () => {
  const nested = (levels: number) => `{"version":1,"workouts":${"[".repeat(levels)}${"]".repeat(levels)}}`;

  test.each([
    ["nothing", "", "empty_file", 1],
    ["blank lines", "\n\n \n", "empty_file", 1],
    ["a workbook", "PK\u0003\u0004\u0000\u0000", "not_text", 1],
    ["another table", "name,price\napple,1\n", "unknown_format", 1],
    ["a million columns", `date,exercise${",x".repeat(1_000_000)}\n`, "record_too_long", 1],
    ["101 columns", `date,exercise${",x".repeat(99)}\n`, "too_many_columns", 1],
    [
      "a quote that nothing closes",
      `date,exercise\n2025-01-01,Squat\n2025-01-02,"Squat${"\nx,y".repeat(50_000)}`,
      "record_too_long",
      3,
    ],
    ["JSON that ends early", '{"version": 1,\n "workouts": [\n', "invalid_json", 3],
    ["JSON of another kind", '{"items": []}', "invalid_value", 1],
    ["JSON that is too deep", nested(40), "json_too_deep", 1],
    [
      "JSON of nothing but brackets",
      `{"version":1,"workouts":[${"[],".repeat(500_000)}[]]}`,
      "json_too_large",
      1,
    ],
  ])("%s", (_, text, code, line) => {
    const { file, problems } = read(text);

    expect(file).toBeUndefined();
    expect(problems[0]).toMatchObject({ severity: "error", code, line });
  });

  test("more than 20 MiB", () => {
    const { problems } = readImport(new Uint8Array(20 * 1024 ** 2 + 1), inBerlin);

    expect(problems).toMatchObject([{ code: "file_too_large", line: 1 }]);
  });

  test("a file of another source than was said", () => {
    expect(readImport(fixture("H1.csv"), { ...inBerlin, source: "strong" }).problems).toMatchObject([
      { code: "unknown_format" },
    ]);
  });
});

test("a document's workouts are read one by one: one that is wrong names the path, with the line it begins on", () => {
  const document = JSON.parse(fixture("document.json").toString());
  const [workout] = document.workouts;
  document.workouts = [
    { ...workout, exercises: [{ name: "Squat", sets: [{ reps: 5 }, { reps: -1 }] }] },
    { ...workout, exercises: [{ exercise_id: workout.id }] },
    { ...workout, time_zone: "Europe/Atlantis" },
    { ...workout, started_at: "1890-01-01T00:00:00Z" },
    { ...workout, name: 'a "quoted" \\ name' },
  ];
  const text = JSON.stringify(document, null, 2);
  const lineOf = (index: number) =>
    text.split("\n").flatMap((line, at) => (line === "    {" ? [at + 1] : []))[index + 1];
  const { file, problems } = read(text);

  expect(problems.map(({ line, path, code }) => [line, path, code])).toEqual([
    [lineOf(0), "workouts[0].exercises[0].sets[1].reps", "invalid_value"],
    [lineOf(1), "workouts[1].exercises[0].exercise_id", "missing_value"],
    [lineOf(2), "workouts[2].time_zone", "invalid_value"],
    [lineOf(3), "workouts[3].started_at", "out_of_range"],
  ]);
  expect(file?.workouts.map(({ name }) => name)).toEqual(['a "quoted" \\ name']);
});

test("thousands of problems are counted, and the first 500 listed", () => {
  const rows = Array.from({ length: 3000 }, (_, at) => `2025-01-01,Squat,x${at}`);
  const { problems, counts } = read(["date,exercise,reps", ...rows].join("\n"));

  expect(problems).toHaveLength(500);
  expect(counts).toEqual({ invalid_number: 3000 });
});
