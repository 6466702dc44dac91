import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { ErrorDetails } from "../../../types/contracts/error.ts";
import {
  type LoggedMeasurement,
  LoggedMeasurements,
  LoggedMeasurementsAnswer,
  MeasurementType,
} from "../../../types/contracts/measurement.ts";
import { kilogramsFromPounds, poundsFromKilograms } from "../../../types/units.ts";
import { type Person, signedUpUser } from "../people.ts";

type Kind = z.infer<typeof MeasurementType>;

async function consentingUser(): Promise<Person> {
  const person = await signedUpUser();
  await person.client
    .rpc("record_consent", { p_purpose: "health_data", p_text_version: "2026-01", p_locale: "en" })
    .throwOnError();
  return person;
}

/** What the app shows to choose from: everybody's kinds, and one's own. */
async function kinds({ client }: Person): Promise<Kind[]> {
  const { data } = await client
    .from("measurement_types")
    .select("id, slug, name, unit, has_sides, min_value, max_value, position")
    .order("position")
    .throwOnError();
  return MeasurementType.array().parse(data);
}

async function kindOf(person: Person, slug: string): Promise<string> {
  const kind = (await kinds(person)).find((it) => it.slug === slug);
  if (!kind) throw new Error(`There is no kind ${slug}.`);
  return kind.id;
}

function measured(
  typeId: string,
  value: number,
  measuredAt: string,
  rest: Partial<LoggedMeasurement> = {},
): LoggedMeasurement {
  return {
    id: randomUUID(),
    type_id: typeId,
    value,
    measured_at: measuredAt,
    time_zone: "Europe/Berlin",
    ...rest,
  };
}

async function log({ client }: Person, measurements: LoggedMeasurement[]) {
  const { data } = await client
    .rpc("log_measurements", { p_measurements: LoggedMeasurements.parse(measurements) })
    .throwOnError();
  return LoggedMeasurementsAnswer.parse(data);
}

describe("measurements", () => {
  test("are taken twice a day, in pounds, and read newest first", async () => {
    const ada = await consentingUser();
    const weight = await kindOf(ada, "body_weight");

    const morning = measured(weight, kilogramsFromPounds(180.2), "2026-03-02T07:00:00+01:00");
    const evening = measured(weight, kilogramsFromPounds(181.4), "2026-03-02T22:00:00+01:00");
    const answer = await log(ada, [morning, evening]);

    expect(answer.added).toBe(2);
    expect(answer.measurements.map((it) => it.local_date)).toEqual(["2026-03-02", "2026-03-02"]);
    const { data } = await ada.client
      .from("measurements")
      .select("id, value")
      .eq("type_id", weight)
      .order("measured_at", { ascending: false })
      .order("id")
      .throwOnError();
    expect(data.map((it) => it.id)).toEqual([evening.id, morning.id]);
    expect(data.map((it) => poundsFromKilograms(it.value))).toEqual([181.4, 180.2]);
  });

  test("of the left and the right arm, and of a kind of one's own", async () => {
    const ada = await consentingUser();
    const grip = randomUUID();
    await ada.client
      .from("measurement_types")
      .insert({ id: grip, name: "Grip", unit: "kg", has_sides: true })
      .throwOnError();
    const arm = await kindOf(ada, "upper_arm_flexed");

    const { measurements } = await log(ada, [
      measured(arm, 0.381, "2026-03-02T07:00:00Z", { side: "left" }),
      measured(arm, 0.386, "2026-03-02T07:00:00Z", { side: "right" }),
      measured(grip, 55, "2026-03-02T07:01:00Z", { side: "right", notes: "After deadlifts" }),
    ]);

    expect(measurements.map(({ side, value }) => [side, value])).toEqual([
      ["left", 0.381],
      ["right", 0.386],
      ["right", 55],
    ]);
    expect((await kinds(ada)).filter((it) => it.slug === null)).toMatchObject([{ id: grip, name: "Grip" }]);
  });

  test("that a second phone reads from the same scale do not come in twice", async () => {
    const ada = await consentingUser();
    const weight = await kindOf(ada, "body_weight");
    const fromScale = { source: "healthkit", external_id: "8F2C-1" };

    const first = await log(ada, [measured(weight, 80, "2026-03-02T07:00:00Z", fromScale)]);
    const second = await log(ada, [measured(weight, 80, "2026-03-02T07:00:00Z", fromScale)]);

    expect(second).toEqual({ added: 0, measurements: first.measurements });
  });

  test("are refused as a whole, by the path of the one that is wrong", async () => {
    const ada = await consentingUser();
    const weight = await kindOf(ada, "body_weight");

    const { error, status } = await ada.client.rpc("log_measurements", {
      p_measurements: [
        measured(weight, 80, "2026-03-02T07:00:00Z"),
        measured(weight, 8000, "2026-03-03T07:00:00Z"),
      ],
    });

    expect([status, error?.message]).toEqual([422, "invalid_field"]);
    expect(ErrorDetails.parse(JSON.parse(error?.details ?? ""))).toEqual({
      path: "measurements[1].value",
      text: "must be from 10 to 700 (kg) for Body Weight",
    });
    const { count } = await ada.client.from("measurements").select("id", { count: "exact", head: true });
    expect(count).toBe(0);
  });

  test("need consent", async () => {
    const ada = await signedUpUser();

    const { error, status } = await ada.client.rpc("log_measurements", {
      p_measurements: [measured(await kindOf(ada, "body_weight"), 80, "2026-03-02T07:00:00Z")],
    });

    expect([status, error?.message]).toEqual([403, "consent_required"]);
  });
});
