import type { Layout } from "./column.ts";

/**
 * Names workouts by their start on the wall, which every later export of the same app repeats, whatever its language and
 * units. Where two start at once, the second by name gets a number. Files of no app may have days alone: there the name
 * of the workout belongs to it.
 */
export function externalIds<Workout>(
  source: Layout["source"],
  workouts: Iterable<[Workout, { wallStart: string; name: string }]>,
): Map<Workout, string> {
  const byStart = Map.groupBy(workouts, ([, { wallStart, name }]) =>
    source === "csv" ? [...`${wallStart} ${name}`].slice(0, 180).join("").trim() : wallStart,
  );
  const ids = new Map<Workout, string>();
  for (const [start, group] of byStart) {
    const sorted = group.sort(([, a], [, b]) => (a.name < b.name ? -1 : Number(a.name > b.name)));
    for (const [index, [workout]] of sorted.entries()) {
      ids.set(workout, index === 0 ? start : `${start} ${index + 1}`);
    }
  }
  return ids;
}
