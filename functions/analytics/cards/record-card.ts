import type { RecordCard } from "../../../types/contracts/card.ts";
import type { Scene } from "../drawing/scene.ts";
import { textWidth, wrapped } from "../drawing/text-width.ts";
import { filled } from "../words/texts.ts";
import { wordingFor } from "../words/wording.ts";
import { cardOf, contentWidth, left, plain, tint, write } from "./card-frame.ts";

/** Draws the card of a record: what it is of, how much, and what it beat. */
export function recordCard(card: RecordCard): Scene {
  const wording = wordingFor(card.locale, card.unit_system);
  const { texts } = wording;
  const kind = texts.records[card.kind];
  const what =
    card.reps === null || card.kind === "e1rm" ? kind : filled(texts.recordOfReps, kind, card.reps);
  const value = wording.recordValue(card.value, card.unit);
  const lines = wrapped(plain(card.exercise), contentWidth, 84, "bold", 3);
  const before =
    card.previous_value === null
      ? texts.card.first
      : filled(texts.card.before, wording.recordValue(card.previous_value, card.unit));
  const size = Math.floor(Math.min(200, (200 * contentWidth) / textWidth(value, 200, "bold")));

  return cardOf(
    {
      title: `${card.exercise}: ${value}`,
      athlete: card.athlete === null ? null : plain(card.athlete),
      date: wording.date(card.achieved_on),
    },
    [
      write(texts.card.record, left, 300, { size: 48, weight: "bold", fill: tint.accent }),
      ...lines.map((text, index) => write(text, left, 410 + index * 100, { size: 84, weight: "bold" })),
      write(what, left, 840, { size: 48, fill: tint.quiet }),
      write(value, left, 1050, { size, weight: "bold" }),
      write(before, left, 1150, { size: 48, fill: tint.quiet }),
    ],
  );
}
