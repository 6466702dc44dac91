// Streaks by walking through the days one by one, from what is documented and without looking at how SQL does it. Days
// are numbers, 0 a Monday.

export interface Session {
  readonly week: number;
  /** ISO weekday. */
  readonly weekday: number;
  readonly routine: number;
}

export interface Plan {
  readonly weeks: number;
  readonly isRepeating: boolean;
  readonly sessions: readonly Session[];
}

export interface Pause {
  readonly from: number;
  /** First day with training again; none while it is open. */
  readonly to: number | undefined;
}

export interface Followed {
  readonly mode: "calendar" | "sequence";
  readonly startsOn: number;
  readonly endedOn: number | undefined;
  readonly plan: Plan;
  readonly pauses: readonly Pause[];
}

export interface Trained {
  readonly day: number;
  /** Of the enrollments, if any. */
  readonly followed: number | undefined;
  readonly routine: number;
  readonly is: "finished" | "live with a set" | "live and empty";
}

export interface FrequencyGoal {
  readonly target: number;
  readonly startsOn: number;
  readonly dueOn: number | undefined;
}

export interface TrainingLife {
  readonly on: number;
  readonly weekStart: number;
  readonly followed: readonly Followed[];
  /** In the order of time within a day. */
  readonly workouts: readonly Trained[];
  readonly goals: readonly FrequencyGoal[];
}

export interface Streak {
  readonly current: number;
  readonly longest: number;
  readonly since: number | null;
}

const NEVER = Number.POSITIVE_INFINITY;

const weekdayOf = (day: number) => (((day % 7) + 7) % 7) + 1;
const isPaused = ({ pauses }: Followed, day: number) =>
  pauses.some(({ from, to }) => from <= day && day < (to ?? NEVER));
const isLaterThan = (since: number) => (pause: Pause) => pause.from > since;

/** A day of the plan, later by each pause of these that it meets. */
function shifted(day: number, pauses: readonly Pause[]): number {
  return pauses.reduce((moved, { from, to }) => (from <= moved ? moved + (to ?? NEVER) - from : moved), day);
}

function lastDay(followed: Followed, workouts: readonly Trained[]): number {
  const { mode, plan, startsOn, endedOn, pauses } = followed;
  const end = endedOn ?? NEVER;
  if (plan.isRepeating) return end;
  if (mode === "calendar") return Math.min(end, shifted(startsOn + 7 * plan.weeks, pauses) - 1);
  return Math.min(end, workouts[plan.sessions.length - 1]?.day ?? NEVER);
}

function missedInCalendar(followed: Followed, workouts: readonly Trained[], on: number): Set<number> {
  const { plan, startsOn, endedOn, pauses } = followed;
  const missed = new Set<number>();
  for (let number = 0; plan.isRepeating || number < plan.weeks; number++) {
    const start = shifted(startsOn + 7 * number, pauses);
    if (start > on || start === NEVER) break;
    const end = shifted(startsOn + 7 * (number + 1), pauses);
    const spare = workouts.filter(({ day }) => day >= start && day < end);
    const open = plan.sessions
      .filter(({ week }) => week === (number % plan.weeks) + 1)
      .map(({ weekday, routine }) => {
        const day = start + ((weekday - weekdayOf(start) + 7) % 7);
        return { routine, day: shifted(day, pauses.filter(isLaterThan(start))) };
      })
      .sort((one, other) => one.day - other.day);

    const isDone = (session: { routine: number; day: number }, isOnDay: boolean) => {
      const found = spare.findIndex(
        ({ routine, day }) => routine === session.routine && (!isOnDay || day === session.day),
      );
      if (found >= 0) spare.splice(found, 1);
      return found >= 0;
    };
    const late = open.filter((session) => !isDone(session, true));
    for (const session of late) {
      if (!isDone(session, false) && session.day <= (endedOn ?? NEVER)) missed.add(session.day);
    }
  }
  return missed;
}

function missedInSequence(followed: Followed, workouts: readonly Trained[], on: number): Set<number> {
  const { plan, startsOn } = followed;
  const missed = new Set<number>();
  const days = plan.sessions.map(({ week, weekday }) => 7 * (week - 1) + weekday).sort((a, b) => a - b);
  const length = 7 * plan.weeks;
  const dayOf = (nth: number) => (days[nth % days.length] ?? 0) + length * Math.floor(nth / days.length);

  /** The day so many days on, those of pauses not counted. */
  const inDays = (day: number, count: number) => {
    let reached = day;
    for (let left = count; left > 0 && reached < on + 100; ) {
      reached++;
      if (!isPaused(followed, reached)) left--;
    }
    return reached;
  };

  for (let nth = 0; nth <= workouts.length; nth++) {
    if (!plan.isRepeating && nth >= days.length) break;
    const since = Math.max(workouts[nth - 1]?.day ?? startsOn - 1, startsOn - 1);
    const due = inDays(since, nth === 0 ? 1 : dayOf(nth) - dayOf(nth - 1));
    let next = nth + 1;
    while (dayOf(next) === dayOf(nth)) next++;
    const isLast = !plan.isRepeating && next >= days.length;
    const lapse = inDays(due, (isLast ? length + 1 : dayOf(next)) - dayOf(nth));
    const done = workouts[nth]?.day;
    if (done !== undefined && done < lapse) continue;
    for (let day = due; day < Math.min(done ?? NEVER, on); day++) {
      if (!isPaused(followed, day)) missed.add(day);
    }
  }
  return missed;
}

/** What the streaks of a life are on its day. */
export function streaksOf(life: TrainingLife): {
  daily: Streak;
  weekly: Streak & { quota: number; training_days: number };
} {
  const { on, weekStart, goals } = life;
  const known = life.workouts.filter(({ day }) => day <= on);
  const trained = new Set(known.filter(({ is }) => is !== "live and empty").map(({ day }) => day));
  const schedules = life.followed.flatMap((followed, index) => {
    // What asks for nothing is no schedule.
    if (followed.plan.sessions.length === 0 || followed.startsOn > on) return [];
    const workouts = known
      .filter((workout) => workout.followed === index && workout.is === "finished")
      .sort((one, other) => one.day - other.day);
    const missed = followed.mode === "calendar" ? missedInCalendar : missedInSequence;
    return {
      first: followed.startsOn,
      last: lastDay(followed, workouts),
      missed: missed(followed, workouts, on),
    };
  });
  const isCovered = (day: number) => schedules.some(({ first, last }) => first <= day && day <= last);
  const isMissed = (day: number) =>
    schedules.some(({ missed, first, last }) => missed.has(day) && first <= day && day <= last);
  const isBroken = (day: number) => day < on && !trained.has(day) && (isMissed(day) || !isCovered(day));

  const first = Math.min(...trained, on);
  const daily = { current: 0, longest: 0, since: null as number | null };
  for (let day = first; day <= on; day++) {
    if (trained.has(day)) {
      daily.since = daily.current === 0 ? day : daily.since;
      daily.current++;
      daily.longest = Math.max(daily.longest, daily.current);
    } else if (isBroken(day)) {
      daily.current = 0;
      daily.since = null;
    }
  }

  const weekly = { current: 0, longest: 0, since: null as number | null, quota: 2, training_days: 0 };
  const startOfWeek = (day: number) => day - ((weekdayOf(day) - weekStart + 7) % 7);
  for (let week = startOfWeek(first); week <= on; week += 7) {
    const days = [0, 1, 2, 3, 4, 5, 6].map((number) => week + number);
    const meant = goals
      .filter(({ startsOn, dueOn }) => startsOn < week + 7 && (dueOn ?? NEVER) >= week)
      .sort((one, other) => other.startsOn - one.startsOn);
    weekly.quota = meant[0]?.target ?? 2;
    weekly.training_days = days.filter((day) => trained.has(day)).length;
    if (weekly.training_days >= weekly.quota) {
      weekly.since ??= week;
      weekly.current++;
      weekly.longest = Math.max(weekly.longest, weekly.current);
    } else if (week + 7 <= on && days.some(isBroken)) {
      weekly.current = 0;
      weekly.since = null;
    }
  }
  return { daily, weekly };
}
