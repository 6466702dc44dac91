/** A file of ten years has about 2 MB. */
export const maxFileBytes = 20 * 1024 ** 2;

/** Rows of a CSV file, sets of a JSON document, and all that it has beside workouts. */
export const maxRows = 50_000;

/** Rows of what is imported at once beside workouts, such as the sets of one routine. */
export const maxPartRows = 4000;

/** Characters of one record of a CSV file, over however many lines; the longest note has 4000. */
export const maxRecordLength = 128 * 1024;

export const maxColumns = 100;

/** Different exercises; a user may have a thousand of their own beside the catalogue's. */
export const maxNames = 2000;

/** Objects and arrays in a JSON document, and how deep they may lie in each other. */
export const maxJsonContainers = 400_000;
export const maxJsonValues = 4_000_000;
export const maxJsonDepth = 32;

/** Problems and outliers that are listed; beyond that they are counted. */
export const maxListed = 500;

/** What `log_workout` takes. */
export const maxExercises = 100;
export const maxSets = 200;
export const maxNameLength = 120;
export const maxNotesLength = 4000;
export const maxSetNotesLength = 1000;

/** A workout that lasts longer is a timer that was left running. */
export const maxWorkoutSeconds = 24 * 3600;
