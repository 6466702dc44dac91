/** Advance widths of Noto Sans Regular from space to `~`, in thousandths of the size. */
// biome-ignore format: a table
const widths = [
  260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572, 572,
  572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556, 519, 728,
  741, 339, 273, 619, 524, 907, 760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586, 566, 572, 329,
  372, 329, 572, 444, 281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534, 258, 935, 618, 605,
  615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572,
];
const otherWidth = 650;
const idealWidth = 1000;
/** SemiBold is that much wider. */
const boldFactor = 1.05;

/** How wide a line of text is, near enough to place it: other fonts, which a browser may have, differ as much. */
export function textWidth(text: string, size: number, weight: "regular" | "bold" = "regular"): number {
  let thousandths = 0;
  for (const character of text.normalize("NFC")) {
    const code = character.codePointAt(0) ?? 0;
    thousandths += widths[code - 32] ?? (code < 0x2e80 ? otherWidth : idealWidth);
  }
  return (thousandths / 1000) * size * (weight === "bold" ? boldFactor : 1);
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function fitted(
  text: string,
  width: number,
  size: number,
  weight: "regular" | "bold" = "regular",
): string {
  if (textWidth(text, size, weight) <= width) return text;
  const characters = graphemes(text);
  while (characters.length > 0 && textWidth(`${characters.join("")}…`, size, weight) > width)
    characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/** The text in lines that fit, at most so many; the last one is cut where there is more. */
export function wrapped(
  text: string,
  width: number,
  size: number,
  weight: "regular" | "bold",
  mostLines: number,
): string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (rest !== "" && lines.length < mostLines - 1 && textWidth(rest, size, weight) > width) {
    const words = rest.split(/\s+/);
    let count = words.length;
    while (count > 0 && textWidth(words.slice(0, count).join(" "), size, weight) > width) count -= 1;
    // A word that is longer than a line is cut by whoever shows the last line.
    if (count === 0) break;
    lines.push(words.slice(0, count).join(" "));
    rest = words.slice(count).join(" ");
  }
  return rest === "" ? lines : [...lines, fitted(rest, width, size, weight)];
}

/** What a reader takes for one character, so that none is cut in two. */
function graphemes(text: string): string[] {
  return [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
}
