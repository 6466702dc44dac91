import type { ImageVariant } from "../../types/contracts/media.ts";
import type { ImageKind } from "./variants.ts";

const extensions: Record<ImageVariant["format"], string> = { webp: "webp", jpeg: "jpg" };

/** Where a variant lies in its bucket: named by content, so that it never changes and is stored once. */
export function variantPath(
  userId: string,
  id: string,
  { name, format }: Pick<ImageVariant, "name" | "format">,
): string {
  return `${userId}/${id}/${name}.${extensions[format]}`;
}

/** Where all variants of a picture lie. */
export function variantPaths(userId: string, id: string, kind: ImageKind): string[] {
  return kind.variants.flatMap(({ name, formats }) =>
    formats.map((format) => variantPath(userId, id, { name, format })),
  );
}
