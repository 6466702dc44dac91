/** Writes a line for the person at the terminal. The console belongs to libraries and goes to the log. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes a line that says what went wrong. */
export function printError(text: string): void {
  process.stderr.write(`${text}\n`);
}
