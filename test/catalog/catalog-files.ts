import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";

const folder = new URL("../../sql/catalog/", import.meta.url);

/** The files of sql/catalog whose names start so, sorted. */
export function catalogFiles(prefix: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith(".sql"))
    .sort();
}

/** The text between the two $catalog$ marks of a seed file, and the loader that it is handed to. */
export function payload(file: string): { loader: string; text: string } {
  const sql = readFileSync(new URL(file, folder), "utf8");
  const match = /^(?:-- .*\n)*select private\.(load_\w+)\(\$catalog\$(\[[\s\S]*\])\$catalog\$\);\n$/.exec(
    sql,
  );
  const [, loader, text] = match ?? [];
  if (loader === undefined || text === undefined) {
    throw new Error(`sql/catalog/${file}: expected one call of a loader with one $catalog$ text`);
  }
  return { loader, text };
}

/** The slugs of a file in its order, read line by line: a file has one object a line. */
export function slugsByLine(file: string): string[] {
  const lines = payload(file).text.split("\n").slice(1, -1);
  return lines.map((line) => z.object({ slug: z.string() }).parse(JSON.parse(line.replace(/,$/, ""))).slug);
}
