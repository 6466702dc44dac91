import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** Writes one event with its fields. */
export type Log = (event: string, fields?: Record<string, unknown>) => void;

/** A log that keeps nothing. */
export const silentLog: Log = () => {};

/** Errors keep what JSON would drop: their message and stack. */
function readable(_key: string, value: unknown): unknown {
  if (value instanceof Error)
    return { ...value, message: value.message, stack: value.stack, cause: value.cause };
  return typeof value === "bigint" ? value.toString() : value;
}

/** Opens a log file of one JSON object a line. Each line is written at once, so that a crash loses none. */
export function openLog(file: string): { log: Log; close(): void } {
  mkdirSync(dirname(file), { recursive: true });
  const descriptor = openSync(file, "a", 0o600);
  let isOpen = true;
  return {
    log(event, fields = {}) {
      if (!isOpen) return;
      writeSync(
        descriptor,
        `${JSON.stringify({ time: new Date().toISOString(), event, ...fields }, readable)}\n`,
      );
    },
    close() {
      isOpen = false;
      closeSync(descriptor);
    },
  };
}
