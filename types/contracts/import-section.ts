import { z } from "zod";

/**
 * What an import reads, in the order in which it is stored. But for `workouts` and `measurements` that only a document of a
 * whole account has; children of rows are read with them: sets with their routine, days with their plan.
 */
export const ImportSection = z.enum([
  "settings",
  "body_facts",
  "exercises",
  "exercise_preferences",
  "gyms",
  "routine_folders",
  "routines",
  "plans",
  "enrollments",
  "goals",
  "measurement_types",
  "measurements",
  "workouts",
]);
export type ImportSection = z.infer<typeof ImportSection>;

/** Sections of an export whose rows belong to those of another, by the field that names it. */
export const importedWithin = {
  gym_equipment: { section: "gyms", as: "equipment", by: "gym_id" },
  routine_exercises: { section: "routines", as: "exercises", by: "routine_id" },
  routine_sets: { section: "routine_exercises", as: "sets", by: "routine_exercise_id" },
  plan_days: { section: "plans", as: "days", by: "plan_id" },
  enrollment_pauses: { section: "enrollments", as: "pauses", by: "enrollment_id" },
} as const;

/** Sections of an export that no import reads, and why. */
export const notImported = {
  profile: "an account has a name and a picture of its own",
  consents: "consent is given, not copied",
  roles: "roles are granted",
  following: "who follows whom is between accounts",
  followers: "who follows whom is between accounts",
  blocks: "blocks are between accounts",
  routine_sources: "what a copy was made from is another account's",
  plan_sources: "what a copy was made from is another account's",
  progress_photos: "a document has no pictures; upload them again",
  published_plans: "plans are published again by who wants to",
  plan_likes: "likes are between accounts",
  plan_uses: "uses are counted where they happen",
  submissions: "submissions are made again by who wants to",
  share_links: "a document has no tokens; make new links",
  access_tokens: "a document has no tokens; make new ones",
  record_confirmations: "a record that looks like a slip is asked about again",
} as const;
