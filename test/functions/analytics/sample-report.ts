import { daysBetween, plusDays, weekdayOf } from "../../../functions/analytics/words/days.ts";
import { Report } from "../../../types/contracts/report.ts";

const exerciseNames = [
  "Barbell Bench Press",
  "Kniebeuge mit der Langhantel, hoch abgelegt, mit Pause im tiefsten Punkt",
  "Peso muerto rumano a una pierna con mancuerna",
  '=HYPERLINK("http://evil.test","Press")',
  "Жим лёжа <узким> хватом & пауза",
  "Push-up",
  "Weighted Pull-up",
  "Treadmill Run",
  "Plank",
  "Overhead Press",
];
const muscleNames = [
  "Quads",
  "Glutes",
  "Hamstrings",
  "Chest",
  "Upper back",
  "Lats",
  "Front delts",
  "Side delts",
  "Rear delts",
  "Biceps",
  "Triceps",
  "Forearms",
  "Calves",
  "Abductors and hip rotators",
];
const id = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, "0")}`;

const spans = {
  week: { from: "2026-03-09", to: "2026-03-16", previous: { from: "2026-03-02", to: "2026-03-09" } },
  month: { from: "2026-03-01", to: "2026-04-01", previous: { from: "2026-02-01", to: "2026-03-01" } },
  year: { from: "2026-01-01", to: "2027-01-01", previous: { from: "2025-01-01", to: "2026-01-01" } },
};

/** A report of somebody who trains on Mondays, Wednesdays and Saturdays, with names of all kinds. */
export function sampleReport(period: Report["period"] = "month", differences: Partial<Report> = {}): Report {
  const span = spans[period];
  const dates = Array.from({ length: daysBetween(span.from, span.to) }, (_, index) =>
    plusDays(span.from, index),
  );
  const days = dates
    .filter((date, index) => [1, 3, 6].includes(weekdayOf(date)) && index % 17 !== 3)
    .map((local_date, index) => ({
      local_date,
      sets: 18 + (index % 5),
      volume_kg: 6200 + 410 * (index % 7),
    }));
  const starts =
    period === "week" ? dates : dates.filter((date, index) => index === 0 || weekdayOf(date) === 1);
  const series = starts.map((start_on, index) => {
    const end = starts[index + 1] ?? span.to;
    const within = days.filter(({ local_date }) => local_date >= start_on && local_date < end);
    return {
      start_on,
      training_days: within.length,
      sets: within.reduce((sum, { sets }) => sum + sets, 0),
      volume_kg: within.reduce((sum, { volume_kg }) => sum + volume_kg, 0),
      duration_seconds: within.length * 4200,
      session_load: within.length === 0 ? null : within.length * 490,
    };
  });
  const sum = (figure: "sets" | "volume_kg") => days.reduce((total, day) => total + day[figure], 0);
  const totals = {
    workouts: days.length,
    training_days: days.length,
    sets: sum("sets"),
    reps: sum("sets") * 8,
    volume_kg: sum("volume_kg"),
    duration_seconds: days.length * 4200,
    distance_meters: 12_345,
  };
  return Report.parse({
    period,
    ...span,
    through: span.to,
    locale: "en",
    unit_system: "metric",
    week_start: 1,
    totals,
    previous_totals: {
      ...totals,
      workouts: 10,
      volume_kg: totals.volume_kg * 0.8,
      distance_meters: 0,
    },
    change: {
      workouts: 0.3,
      training_days: 0.3,
      sets: -0.04,
      reps: -0.041,
      volume_kg: 0.25,
      duration_seconds: 0,
      distance_meters: null,
    },
    load: {
      on: plusDays(span.to, -1),
      days: 84,
      week: 1470,
      monotony: 1.1,
      strain: 1617,
      acute_chronic_ratio: { coupled: 1, uncoupled: 1, ewma: 1.02 },
    },
    bucket: period === "week" ? "day" : "week",
    series,
    days,
    muscles: muscleNames.map((name, index) => ({
      muscle_id: `muscle_${index}`,
      name,
      sets: Math.round(600 / (index + 2)) / 10,
      previous_sets: index % 4 === 3 ? 0 : Math.round(550 / (index + 1.5)) / 10,
    })),
    exercises: exerciseNames.map((name, index) => ({
      exercise_id: id(index),
      name,
      days: 9 - (index % 4),
      sets: 36 - index,
      reps: 300 - 10 * index,
      volume_kg: index < 7 ? 22_450.5 / (index + 1) : 0,
      max_weight_kg: index < 7 ? 142.5 - 12.5 * index : null,
    })),
    exercises_count: exerciseNames.length,
    records: [
      {
        workout_id: id(100),
        exercise_id: id(0),
        name: exerciseNames[0],
        kind: "e1rm",
        reps: 5,
        value: 117.5,
        unit: "kg",
        previous_value: 112.5,
        achieved_on: plusDays(span.from, 5),
      },
      {
        workout_id: id(100),
        exercise_id: id(1),
        name: exerciseNames[1],
        kind: "rep_max",
        reps: 5,
        value: 142.5,
        unit: "kg",
        previous_value: 140,
        achieved_on: plusDays(span.from, 4),
      },
      {
        workout_id: id(101),
        exercise_id: id(2),
        name: exerciseNames[2],
        kind: "session_volume",
        reps: null,
        value: 3240,
        unit: "kg",
        previous_value: 2100,
        achieved_on: plusDays(span.from, 3),
      },
      {
        workout_id: id(101),
        exercise_id: id(5),
        name: exerciseNames[5],
        kind: "most_reps",
        reps: null,
        value: 42,
        unit: "reps",
        previous_value: 38,
        achieved_on: plusDays(span.from, 3),
      },
      {
        workout_id: id(102),
        exercise_id: id(7),
        name: exerciseNames[7],
        kind: "best_pace",
        reps: null,
        value: 298,
        unit: "s/km",
        previous_value: 305,
        achieved_on: plusDays(span.from, 2),
      },
      {
        workout_id: id(102),
        exercise_id: id(8),
        name: exerciseNames[8],
        kind: "longest_duration",
        reps: null,
        value: 185,
        unit: "s",
        previous_value: 150,
        achieved_on: plusDays(span.from, 1),
      },
    ],
    records_count: 6,
    baselines_count: 11,
    consistency: {
      weeks: series.length,
      training_weeks: series.filter((row) => row.training_days > 0).length,
      longest_run_weeks: 4,
      days_per_week: 2.8,
    },
    body_weight: {
      first_kg: 83.4,
      last_kg: 81.9,
      change_kg: -1.5,
      days: dates
        .filter((_, index) => index % 2 === 0)
        .map((local_date, index, { length }) => {
          const trend_kg = Math.round((83.4 - (1.5 * index) / Math.max(length - 1, 1)) * 100) / 100;
          return {
            local_date,
            weight_kg: Math.round((trend_kg + ((index * 7) % 5) * 0.2 - 0.4) * 10) / 10,
            trend_kg,
          };
        }),
    },
    ...differences,
  });
}
