/** Writes one event. Fields are facts for operators: never tokens, e-mails or health values. */
export type Log = (event: string, fields: Record<string, unknown>) => void;

/** One JSON object a line, on the stream that the platform keeps. */
export const consoleLog: Log = (event, fields) => console.log(JSON.stringify({ event, ...fields }));
