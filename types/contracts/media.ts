import { z } from "zod";

/** A row of `progress_photos` as its owner adds it. */
export const ProgressPhoto = z.strictObject({
  id: z.uuid(),
  /** The day the user would name. */
  taken_on: z.iso.date(),
  pose: z.enum(["front", "side", "back", "other"]),
  /** `<user id>/<id of the StoredImage>`. */
  image_path: z.string(),
  thumbhash: z.base64().nullish(),
  dominant_color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullish(),
  notes: z.string().max(1000).nullish(),
});

/** Names a file that the caller put into the private bucket `uploads`. */
export const ImageUpload = z.strictObject({
  upload_path: z
    .string()
    .min(1)
    .max(200)
    .describe("`<user id>/<file>` in the bucket `uploads`: one folder, with the extension of what it holds."),
});
export type ImageUpload = z.infer<typeof ImageUpload>;

/** One size and format of a picture, with its path in the bucket. */
export const ImageVariant = z.strictObject({
  name: z.enum(["64", "128", "256", "512", "thumb", "medium", "full"]),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  format: z.enum(["webp", "jpeg"]),
  path: z.string(),
  url: z.url().optional().describe("Only of public pictures; the owner signs urls for private ones."),
});
export type ImageVariant = z.infer<typeof ImageVariant>;

/** A picture as it is stored: the same file gives the same `id`, and costs one set of objects. */
export const StoredImage = z.strictObject({
  id: z.string().describe("Made of the bytes that were uploaded; the folder of the variants."),
  bucket: z.enum(["avatars", "progress-photos"]),
  width: z.int().describe("Pixels of the upload, the way up that it is shown."),
  height: z.int(),
  thumbhash: z.base64().describe("A placeholder of about 25 bytes: https://evanw.github.io/thumbhash/."),
  dominant_color: z.string().regex(/^#[0-9a-f]{6}$/),
  variants: z.array(ImageVariant),
});
export type StoredImage = z.infer<typeof StoredImage>;
