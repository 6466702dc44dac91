/**
 * Reads a number as spreadsheets of any language write it: "61.5", "61,5", "1.234,5", "1,234.5", "+5", "1E+02". A
 * single comma is a decimal comma, because no app writes thousands.
 *
 * @returns null for a blank cell, undefined for what is no number. Formulas are text here: nothing is computed.
 */
export function readNumber(cell: string): number | null | undefined {
  const text = cell.replaceAll(/[\s']/g, "");
  if (text === "") return null;
  const plain = plainDecimal(text);
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

function plainDecimal(text: string): string {
  const comma = text.lastIndexOf(",");
  if (comma < 0) return text.indexOf(".") === text.lastIndexOf(".") ? text : thousandsOut(text, ".");
  const dot = text.lastIndexOf(".");
  if (dot > comma) return thousandsOut(text, ",");
  if (dot >= 0) return thousandsOut(text, ".").replace(",", ".");
  return text.indexOf(",") === comma ? text.replace(",", ".") : thousandsOut(text, ",");
}

/** Without the separators of thousands, where they are where such belong; else as it is, which is no number then. */
function thousandsOut(text: string, separator: "," | "."): string {
  const isGrouped = separator === "," ? /^[+-]?\d{1,3}(,\d{3})+(?!\d)/ : /^[+-]?\d{1,3}(\.\d{3})+(?!\d)/;
  return isGrouped.test(text) ? text.replaceAll(separator, "") : text;
}
