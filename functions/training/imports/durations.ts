import { lookup } from "./lookup.ts";

const secondsPer = lookup<number>({
  h: 3600,
  hr: 3600,
  hrs: 3600,
  hour: 3600,
  hours: 3600,
  std: 3600,
  m: 60,
  min: 60,
  mins: 60,
  minute: 60,
  minutes: 60,
  s: 1,
  sec: 1,
  secs: 1,
  second: 1,
  seconds: 1,
  sek: 1,
});

/**
 * Reads a time span: "35m", "2h 38m", "1h 5min", "20s"; "45:30" (minutes and seconds), "1:02:03"; a bare number is seconds.
 *
 * @returns whole seconds, null for a blank cell, undefined for what is no time span.
 */
export function readDuration(cell: string): number | null | undefined {
  const text = cell.trim().toLowerCase();
  if (text === "") return null;
  if (text.length > 40) return undefined;
  if (/^\d+(?:[.,]\d+)?$/.test(text)) return Math.round(decimal(text));
  const clock = /^(?:(\d{1,4}):)?(\d{1,4}):(\d{2})(?:[.,]\d+)?$/.exec(text);
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  if (!/^(?:\d+(?:[.,]\d+)?\s*[a-z]+\.?[\s,]*)+$/.test(text)) return undefined;
  let seconds = 0;
  for (const [, amount = "", unit = ""] of text.matchAll(/(\d+(?:[.,]\d+)?)\s*([a-z]+)/g)) {
    const factor = secondsPer.get(unit);
    if (factor === undefined) return undefined;
    seconds += decimal(amount) * factor;
  }
  return Math.round(seconds);
}

function decimal(text: string): number {
  return Number(text.replace(",", "."));
}
