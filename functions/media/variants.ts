import type { ImageVariant, StoredImage } from "../../types/contracts/media.ts";

type Format = ImageVariant["format"];

/** What becomes of an uploaded picture. */
export interface ImageKind {
  bucket: StoredImage["bucket"];
  /** `square` cuts the middle out; `fit` keeps the whole. */
  shape: "square" | "fit";
  /** A JPEG is read no smaller than this, in pixels of the shorter side. */
  readSide: number;
  /** Largest first; pixels of the longer side, or fewer where the upload has fewer. */
  variants: readonly { name: ImageVariant["name"]; side: number; formats: readonly Format[] }[];
}

// One JPEG of each picture: push notifications on iOS, mail programs and exports to other apps show no WebP. Every app
// and browser that can run Repstack does, so the other sizes need no second format.
export const avatar: ImageKind = {
  bucket: "avatars",
  shape: "square",
  readSide: 1024,
  variants: [
    { name: "512", side: 512, formats: ["webp"] },
    { name: "256", side: 256, formats: ["webp", "jpeg"] },
    { name: "128", side: 128, formats: ["webp"] },
    { name: "64", side: 64, formats: ["webp"] },
  ],
};

export const progressPhoto: ImageKind = {
  bucket: "progress-photos",
  shape: "fit",
  // Half of a phone's 4032 × 3024: reading a step larger would cost 0.5 s more, for 32 pixels more in `full`.
  readSide: 1500,
  variants: [
    { name: "full", side: 2048, formats: ["webp"] },
    { name: "medium", side: 1080, formats: ["webp", "jpeg"] },
    { name: "thumb", side: 320, formats: ["webp"] },
  ],
};
