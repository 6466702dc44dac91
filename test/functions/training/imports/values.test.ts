import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDuration } from "../../../../functions/training/imports/durations.ts";
import { readNumber } from "../../../../functions/training/imports/numbers.ts";
import { kilograms, meters } from "../../../../functions/training/imports/quantities.ts";
import { setTypeOf } from "../../../../functions/training/imports/set-types.ts";
import { timeZone } from "../../../../functions/training/imports/time-zone.ts";
import { dateOrderOf, readWallTime } from "../../../../functions/training/imports/wall-time.ts";

describe("numbers", () => {
  test.each([
    ["61.5", 61.5],
    ["61,5", 61.5],
    ["1.234,5", 1234.5],
    ["1,234.5", 1234.5],
    ["1,234,567", 1234567],
    ["1,234", 1.234],
    ["1 234,5", 1234.5],
    [" 8.0 ", 8],
    ["+5", 5],
    ["-20.0", -20],
    [".5", 0.5],
    ["1E+02", 100],
    ["", null],
  ])("%j is %s", (cell, value) => {
    expect(readNumber(cell)).toBe(value);
  });

  test.each(["=1+1", "1.2.3", "1,2,3", "12,34.5", "0x10", "Infinity", "NaN", "1e999", "ten", "5kg", "--5"])(
    "%j is none",
    (cell) => {
      expect(readNumber(cell)).toBeUndefined();
    },
  );
});

describe("time spans", () => {
  test.each([
    ["35m", 2100],
    ["1h", 3600],
    ["2h 38m", 9480],
    ["20s", 20],
    ["21min", 1260],
    ["1h 5min", 3900],
    ["264h 1m", 950_460],
    ["1 Std. 5 Min.", 3900],
    ["1.5h", 5400],
    ["45:30", 2730],
    ["1:02:03", 3723],
    ["2100", 2100],
    ["59.6", 60],
    ["", null],
    ["soon", undefined],
    ["1h 5x", undefined],
    ["-5m", undefined],
    ["=5", undefined],
  ])("%j is %s s", (cell, seconds) => {
    expect(readDuration(cell)).toBe(seconds);
  });
});

describe("loads", () => {
  test.each([
    [61.23496995, "kg", 61.235],
    [61.23492, "kg", 61.235],
    [134.99999, "lb", 61.235],
    [135, "lb", 61.235],
    [2.5, "lb", 1.134],
    [60.00000001, "kg", 60],
    [61.23, "kg", 61.23],
    [80.125, "kg", 80.125],
  ] as const)("%d %s is %d kg", (value, unit, kg) => {
    expect(kilograms(value, unit)).toBe(kg);
  });

  test("any quarter pound comes out the same, written as pounds or as a float of kilograms with few digits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6000 }), fc.integer({ min: 5, max: 12 }), (quarters, digits) => {
        const written = Number((quarters * 0.25 * 0.45359237).toFixed(digits));
        return kilograms(written, "kg") === kilograms(quarters / 4, "lb");
      }),
    );
  });

  test.each([
    [5, "km", 5000],
    [3.1, "mi", 4988.97],
    [0.1, "km", 100],
  ] as const)("%d %s is %d m", (value, unit, m) => {
    expect(meters(value, unit)).toBe(m);
  });
});

describe("dates", () => {
  const wall = (text: string, order?: "day" | "month") => {
    const read = readWallTime(text, order);
    return read && `${new Date(read.milliseconds).toISOString().slice(0, 19)}${read.offsetMinutes ?? ""}`;
  };

  test.each([
    ["2023-01-05 18:03:21", "2023-01-05T18:03:21"],
    ["2023-01-05 18:03", "2023-01-05T18:03:00"],
    ["2023-01-05T18:03:21.500Z", "2023-01-05T18:03:210"],
    ["2023-01-05 18:03:21 +0530", "2023-01-05T18:03:21330"],
    ["2023-01-05", "2023-01-05T12:00:00"],
    ["14 Jan 2025, 00:00", "2025-01-14T00:00:00"],
    ["Jan 14, 2025, 6:30\u202fPM", "2025-01-14T18:30:00"],
    ["Jan 14, 2025, 12:30 am", "2025-01-14T00:30:00"],
    ["14 de jan. de 2025, 18:30", "2025-01-14T18:30:00"],
    ["3 Ağu 2025, 18:30", "2025-08-03T18:30:00"],
    ["3 Şub 2025, 18:30", "2025-02-03T18:30:00"],
    ["1. März 2025, 18:30", "2025-03-01T18:30:00"],
    ["1 févr. 2025, 18:30", "2025-02-01T18:30:00"],
    ["05.01.2025 18:30", "2025-01-05T18:30:00"],
    ["29 Feb 2024, 10:00", "2024-02-29T10:00:00"],
  ])("%j is %s", (text, expected) => {
    expect(wall(text)).toBe(expected);
  });

  test.each([
    "",
    "yesterday",
    "29 Feb 2025, 10:00",
    "2025-13-01",
    "2025-01-05 24:00",
    "Jan 14, 2025, 13:00 PM",
    "5 Foo 2025",
    "1899-01-01",
    "05/01/2025",
  ])("%j is none", (text) => {
    expect(wall(text)).toBeUndefined();
  });

  test("with slashes are read as the other dates of the file allow", () => {
    expect(wall("05/01/2025 18:30", "day")).toBe("2025-01-05T18:30:00");
    expect(wall("05/01/2025 6:30 PM", "month")).toBe("2025-05-01T18:30:00");
    expect(dateOrderOf(["05/01/2025", "13/01/2025"])).toBe("day");
    expect(dateOrderOf(["05/01/2025", "01/13/2025"])).toBe("month");
    expect(dateOrderOf(["05/01/2025"])).toBeUndefined();
    expect(dateOrderOf(["13/01/2025", "01/13/2025"])).toBeUndefined();
  });
});

describe("time zones", () => {
  const at = (zone: string, wall: string, notBefore?: string) => {
    const { milliseconds, shown } = timeZone(zone)?.instantOf(
      Date.parse(`${wall}Z`),
      notBefore === undefined ? undefined : Date.parse(notBefore),
    ) ?? { milliseconds: 0, shown: "" };
    return `${new Date(milliseconds).toISOString().slice(0, 16)} ${shown}`;
  };

  test.each([
    ["Europe/Berlin", "2025-01-14T18:30", "2025-01-14T17:30 once"],
    ["Europe/Berlin", "2025-07-14T18:30", "2025-07-14T16:30 once"],
    ["Europe/Berlin", "2025-03-30T02:30", "2025-03-30T01:30 never"],
    ["Europe/Berlin", "2025-10-26T02:30", "2025-10-26T00:30 twice"],
    ["America/New_York", "2025-03-09T02:30", "2025-03-09T07:30 never"],
    ["America/New_York", "2025-11-02T01:30", "2025-11-02T05:30 twice"],
    ["Australia/Lord_Howe", "2025-04-06T01:45", "2025-04-05T14:45 twice"],
    ["Asia/Kathmandu", "2025-01-01T00:00", "2024-12-31T18:15 once"],
    ["Pacific/Apia", "2011-12-30T12:00", "2011-12-30T22:00 never"],
  ])("%s, %s", (zone, wall, expected) => {
    expect(at(zone, wall)).toBe(expected);
  });

  test("a time that the clocks showed twice is the second one where the first is too early", () => {
    expect(at("Europe/Berlin", "2025-10-26T02:10", "2025-10-26T00:50:00Z")).toBe("2025-10-26T01:10 twice");
  });

  test.each(["Europe/Atlantis", "+02:00", ""])("%j is none", (name) => {
    expect(timeZone(name)).toBeUndefined();
  });

  test("any instant is found again by what the wall showed", () => {
    const zones = [
      "Europe/Berlin",
      "America/New_York",
      "Australia/Lord_Howe",
      "Asia/Kolkata",
      "Africa/Casablanca",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(1995, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 }),
        (zone, minutes) => {
          const instant = minutes * 60_000;
          const shown = new Date(instant).toLocaleString("sv-SE", { timeZone: zone });
          const wall = Date.parse(`${shown.replace(" ", "T")}Z`);
          const found = timeZone(zone)?.instantOf(wall);
          const later = timeZone(zone)?.instantOf(wall, instant);
          return (
            found?.milliseconds === instant || (found?.shown === "twice" && later?.milliseconds === instant)
          );
        },
      ),
    );
  });
});

test.each([
  ["W", "warmup"],
  ["WARM_UP", "warmup"],
  ["warmup", "warmup"],
  ["D", "drop"],
  ["dropset", "drop"],
  ["F", "failure"],
  ["FAILURE", "failure"],
  ["rest_pause", "rest_pause"],
  ["constructor", undefined],
  ["__proto__", undefined],
])("the set type %s is %s", (token, type) => {
  expect(setTypeOf(token)).toBe(type);
});
