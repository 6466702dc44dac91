import type { WorkoutCard } from "../../../types/contracts/card.ts";
import type { Scene, Shape } from "../drawing/scene.ts";
import { fitted, textWidth, wrapped } from "../drawing/text-width.ts";
import { filled } from "../words/texts.ts";
import { type Wording, wordingFor } from "../words/wording.ts";
import { cardOf, contentWidth, left, plain, right, tint, write } from "./card-frame.ts";

const rowHeight = 92;

/** Draws the card of a workout: its name, three figures, and the best set of each exercise. */
export function workoutCard(card: WorkoutCard): Scene {
  const wording = wordingFor(card.locale, card.unit_system);
  const lines = wrapped(plain(card.name), contentWidth, 84, "bold", 2);
  const name = lines.map((text, index) => write(text, left, 250 + index * 100, { size: 84, weight: "bold" }));
  const tilesTop = 190 + lines.length * 100;
  const rowsTop = tilesTop + 250;
  const more = card.exercises_count - card.exercises.length;

  return cardOf(
    {
      title: card.name,
      athlete: card.athlete === null ? null : plain(card.athlete),
      date: wording.date(card.local_date),
    },
    [
      ...name,
      ...figures(card, wording).flatMap(([title, value], index) => tile(title, value, index, tilesTop)),
      ...card.exercises.flatMap((exercise, index) =>
        exerciseRow(exercise, rowsTop + index * rowHeight, wording),
      ),
      ...(more > 0
        ? [
            write(filled(wording.texts.more, more), right, 1282, {
              size: 34,
              fill: tint.quiet,
              anchor: "end",
            }),
          ]
        : []),
    ],
  );
}

/** The three that say most of this workout. */
function figures(card: WorkoutCard, wording: Wording): [string, string][] {
  const { totals } = wording.texts;
  const all: [string, string | null][] = [
    [
      totals.duration_seconds,
      card.duration_seconds === null ? null : wording.duration(card.duration_seconds),
    ],
    [totals.volume_kg, card.volume_kg === 0 ? null : wording.weight(card.volume_kg, 0)],
    [totals.distance_meters, card.distance_meters === 0 ? null : wording.distance(card.distance_meters)],
    [totals.sets, wording.number(card.sets, 0)],
    [totals.reps, card.reps === 0 ? null : wording.number(card.reps, 0)],
  ];
  return all
    .flatMap(([title, value]): [string, string][] => (value === null ? [] : [[title, value]]))
    .slice(0, 3);
}

function tile(title: string, value: string, index: number, top: number): Shape[] {
  const gap = 24;
  const width = (contentWidth - 2 * gap) / 3;
  const x = left + index * (width + gap);
  const room = width - 48;
  // As large as it fits: volumes have six digits for some.
  const size = Math.min(52, (52 * room) / textWidth(value, 52, "bold"));
  return [
    { kind: "rect", x, y: top, width, height: 180, radius: 24, fill: tint.panel },
    write(fitted(title, room, 32), x + 24, top + 62, { size: 32, fill: tint.quiet }),
    write(value, x + 24, top + 134, { size: Math.floor(size), weight: "bold" }),
  ];
}

function exerciseRow(exercise: WorkoutCard["exercises"][number], y: number, wording: Wording): Shape[] {
  const best =
    exercise.best === null
      ? filled(wording.texts.card.sets, exercise.sets)
      : `${wording.weight(exercise.best.weight_kg)} × ${exercise.best.reps}`;
  const room = contentWidth - textWidth(best, 40, "bold") - 40;
  return [
    write(fitted(plain(exercise.name), room, 40), left, y + 40, { size: 40 }),
    write(best, right, y + 40, { size: 40, weight: "bold", anchor: "end", fill: tint.accent }),
    { kind: "rect", x: left, y: y + 66, width: contentWidth, height: 2, fill: tint.panel },
  ];
}
