const oneWord: Record<string, string> = {
  db: "dumbbell",
  dumbell: "dumbbell",
  kb: "kettlebell",
  bb: "barbell",
  one: "single",
  "1": "single",
  flye: "fly",
  flie: "fly",
  pushup: "push up",
  pullup: "pull up",
  chinup: "chin up",
  situp: "sit up",
};
const filler = new Set(["a", "and", "on", "the", "with"]);

/** One key for all spellings of a name: case, accents, punctuation, plural, word order and usual abbreviations. */
export function normalizeName(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase()
    .replace(/(\w+)[ -](to|hacia|nach)[ -](\w+)/g, "$1$2$3") // "high to low" is not "low to high"
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => (/[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word))
    .flatMap((word) => (oneWord[word] ?? word).split(" "))
    .filter((word) => word !== "" && !filler.has(word))
    .sort()
    .join(" ");
}
