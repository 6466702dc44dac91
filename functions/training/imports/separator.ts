const separators = [",", ";", "\t", "|"] as const;
export type Separator = (typeof separators)[number];

/** The separator of a CSV file: the one that the header has most of, outside quotes. */
export function separatorOf(header: string): Separator {
  const unquoted = header.replaceAll(/"[^"]*"/g, "");
  const [best = ","] = [...separators].sort((a, b) => unquoted.split(b).length - unquoted.split(a).length);
  return best;
}
