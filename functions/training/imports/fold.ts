/** Text as headers and names of months are compared: lower case, without accents, spaces one wide. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ı", "i")
    .replaceAll("’", "'")
    .replaceAll(/\s+/g, " ")
    .trim();
}
