/**
 * Names workouts by their start on the wall, which every later export of the same app repeats, whatever its language and
 * units. Where two start at once, the second by name gets a number.
 */
export function externalIds<Workout>(
  workouts: Iterable<[Workout, { wallStart: string; name: string }]>,
): Map<Workout, string> {
  const byStart = Map.groupBy(workouts, ([, { wallStart }]) => wallStart);
  const ids = new Map<Workout, string>();
  for (const [wallStart, group] of byStart) {
    const sorted = group.sort(([, a], [, b]) => (a.name < b.name ? -1 : Number(a.name > b.name)));
    for (const [index, [workout]] of sorted.entries()) {
      ids.set(workout, index === 0 ? wallStart : `${wallStart} ${index + 1}`);
    }
  }
  return ids;
}
