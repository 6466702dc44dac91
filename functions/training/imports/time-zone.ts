const dayLength = 86_400_000;

/** The instant of a wall time, and whether the zone's clocks left it out or showed it twice. */
export interface Instant {
  milliseconds: number;
  shown: "once" | "never" | "twice";
}

export interface TimeZone {
  name: string;
  /**
   * The instant at which the clocks of the zone showed a time. Where daylight saving begins, a time that they left out counts
   * from before the change (2:30 becomes 3:30); where it ends, a time that they showed twice is the first of them, unless
   * that is before `notBefore`. RFC 5545 and Temporal ("compatible") say the same.
   */
  instantOf(wallMilliseconds: number, notBefore?: number): Instant;
}

/** A zone by its IANA name; undefined for a name that is none. */
export function timeZone(name: string): TimeZone | undefined {
  // A bare offset is none: it says nothing about other days.
  if (!/^[a-z]/i.test(name)) return undefined;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    return undefined;
  }

  const offsetAt = (instant: number): number => {
    const [month = 0, day = 0, year = 0, ...time] = (format.format(instant).match(/\d+/g) ?? []).map(Number);
    const [hour = 0, minute = 0, second = 0] = time;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
  };

  // Most days have one offset, and most workouts fall on days that were asked for before.
  const offsetsOfDays = new Map<number, number | "changes">();
  const offset = (instant: number): number => {
    const day = Math.floor(instant / dayLength);
    let known = offsetsOfDays.get(day);
    if (known === undefined) {
      const first = offsetAt(day * dayLength);
      known = first === offsetAt((day + 1) * dayLength) ? first : "changes";
      offsetsOfDays.set(day, known);
    }
    return known === "changes" ? offsetAt(instant) : known;
  };

  return {
    name,
    instantOf(wall, notBefore) {
      const before = offset(wall - dayLength);
      const after = offset(wall + dayLength);
      const instants = [...new Set([before, after])]
        .filter((candidate) => offset(wall - candidate) === candidate)
        .map((candidate) => wall - candidate)
        .sort((a, b) => a - b);
      const [first, second] = instants;
      if (first === undefined) return { milliseconds: wall - before, shown: "never" };
      if (second === undefined) return { milliseconds: first, shown: "once" };
      const isTooEarly = notBefore !== undefined && first < notBefore;
      return { milliseconds: isTooEarly ? second : first, shown: "twice" };
    },
  };
}
