import { z } from "zod";

const instant = z.iso.datetime({ offset: true });

/** What values of a kind are in; `number` is for whatever else is counted. */
export const MeasurementUnit = z.enum(["kg", "percent", "meters", "bpm", "seconds", "number"]);

/** A row of `measurement_types`: what everybody can measure, and kinds of one's own, which have no slug. */
export const MeasurementType = z.strictObject({
  id: z.uuid(),
  slug: z.string().nullable(),
  name: z.string().min(1).max(120),
  unit: MeasurementUnit,
  has_sides: z.boolean(),
  min_value: z.number(),
  max_value: z.number(),
  position: z.int().min(1).max(1000),
});

/** One measurement as `log_measurements` takes it. */
export const LoggedMeasurement = z.strictObject({
  id: z.uuid(),
  /** A kind that everybody has, or one of the caller's own. */
  type_id: z.uuid(),
  /** Of a kind that has sides; left out where they were not told apart. */
  side: z.enum(["left", "right"]).nullish(),
  /** In the unit of the kind, within its bounds. Five decimals are kept. */
  value: z.number(),
  measured_at: instant,
  /** IANA name of the zone the user is in. */
  time_zone: z.string(),
  notes: z.string().max(1000).nullish(),
  /** Where it came from, such as `healthkit` or `health_connect`; none where it was typed in. */
  source: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/)
    .nullish(),
  /** What the source calls it: one measurement for each. */
  external_id: z.string().min(1).max(200).nullish(),
});
export type LoggedMeasurement = z.infer<typeof LoggedMeasurement>;

/** What `log_measurements` takes. */
export const LoggedMeasurements = z.array(LoggedMeasurement).max(1000);

/** Answer of `log_measurements`: what is stored now, in the order sent. */
export const LoggedMeasurementsAnswer = z.strictObject({
  /** How many of them were not there before. */
  added: z.int(),
  measurements: z.array(
    z.strictObject({
      id: z.uuid(),
      type_id: z.uuid(),
      side: z.enum(["left", "right"]).nullable(),
      value: z.number(),
      measured_at: instant,
      /** The day the user would name. */
      local_date: z.iso.date(),
      version: z.int(),
    }),
  ),
});
