import { z } from "zod";
import { ConsentPurpose } from "./consent.ts";
import { Profile } from "./profile.ts";
import { Visibility } from "./workout.ts";

/** How one user wants things counted and shown. */
export const ProfileSettings = z.strictObject({
  /** What clients show; the API itself speaks SI only. */
  unit_system: z.enum(["metric", "imperial"]),
  /** IANA name. */
  time_zone: z.string(),
  /** BCP 47 tag. */
  locale: z.string(),
  /** ISO weekday: 1 Monday to 7 Sunday. */
  week_start: z.int().min(1).max(7),
  /** Hour at which a new day begins. */
  day_start_hour: z.int().min(0).max(12),
  e1rm_formula: z.enum(["epley", "brzycki", "lombardi", "oconner", "mayhew", "wathan", "lander"]),
  default_workout_visibility: Visibility,
  default_routine_visibility: Visibility,
  /** A username can be changed once in 30 days. */
  username_changed_at: z.iso.datetime({ offset: true }).nullable(),
});

/** Facts about a body that do not change from day to day. */
export const BodyFacts = z.strictObject({
  sex: z.enum(["female", "male"]).nullable(),
  birth_date: z.iso.date().nullable(),
  height_meters: z.number().min(0.5).max(2.8).nullable(),
});

/** Answer of `me`: everything a client needs of its user at start. */
export const Me = z.strictObject({
  user_id: z.uuid(),
  profile: Profile,
  settings: ProfileSettings,
  body_facts: BodyFacts.nullable(),
  roles: z.array(z.enum(["moderator", "admin"])),
  /** Whether consent stands, for each purpose that was ever decided on. */
  consents: z.partialRecord(ConsentPurpose, z.boolean()),
});
