import {
  AlphaAction,
  ColorProfile,
  ColorSpace,
  ColorTransformMode,
  FilterType,
  Gravity,
  type IMagickImage,
  MagickColors,
  MagickError,
  MagickErrorSeverity,
  MagickFormat,
  MagickImage,
  MagickReadSettings,
  Orientation,
} from "@imagemagick/magick-wasm";
import type { ImageVariant } from "../../types/contracts/media.ts";
import { type Result, success } from "../_shared/result.ts";
import type { ImageFormat, ImageHeader } from "./image-header.ts";
import { type Placeholder, placeholderOf, placeholderSide } from "./placeholder.ts";
import { broken, type Refusal } from "./refusal.ts";
import { srgbProfile } from "./srgb-profile.ts";
import type { ImageKind } from "./variants.ts";

/** One encoded size of a picture. It has pixels and nothing else: no EXIF, no place, no profile, no comment. */
export type RenderedVariant = Pick<ImageVariant, "name" | "width" | "height" | "format"> & {
  data: Uint8Array;
};

export interface RenderedImage {
  /** Of the upload, the way up that it is shown. */
  width: number;
  height: number;
  variants: RenderedVariant[];
  placeholder: Placeholder;
}

const magickFormats: Record<ImageFormat, MagickFormat> = {
  jpeg: MagickFormat.Jpeg,
  png: MagickFormat.Png,
  webp: MagickFormat.WebP,
  gif: MagickFormat.Gif,
};
const quality = 80;
const turned: readonly Orientation[] = [
  Orientation.LeftTop,
  Orientation.RightTop,
  Orientation.RightBottom,
  Orientation.LeftBottom,
];

/**
 * Decodes a picture that `sniff` found in order, and encodes all variants of its kind. ImageMagick must be ready. Runs
 * to its end without a pause, so that one worker never holds two decoded pictures.
 */
export function render(
  bytes: Uint8Array,
  header: ImageHeader,
  kind: ImageKind,
): Result<RenderedImage, Refusal> {
  const image = MagickImage.create();
  try {
    let damage: string | undefined;
    image.onWarning = ({ error }) => {
      if (error.severity === MagickErrorSeverity.CorruptImageWarning) damage = error.message;
    };
    image.read(bytes, readSettings(header, kind));
    if (damage !== undefined) return broken("The picture cannot be decoded to its end.");

    const isTurned = turned.includes(image.orientation);
    const [width, height] = isTurned ? [header.height, header.width] : [header.width, header.height];
    reduce(image, kind);
    makePlain(image);
    const variants = kind.variants.flatMap((variant) => {
      shrink(image, variant.side);
      return variant.formats.map((format) => encode(image, variant.name, format));
    });
    return success({ width, height, variants, placeholder: placeholder(image) });
  } catch (error) {
    if (error instanceof MagickError) return broken("The picture cannot be decoded.");
    throw error;
  } finally {
    image.dispose();
  }
}

function readSettings(header: ImageHeader, kind: ImageKind): MagickReadSettings {
  const settings = new MagickReadSettings({
    format: magickFormats[header.format],
    frameIndex: 0,
    frameCount: 1,
  });
  // Asked for more than a JPEG has, the decoder would enlarge it.
  if (Math.min(header.width, header.height) > kind.readSide) {
    settings.setDefine(MagickFormat.Jpeg, "size", `${kind.readSide}x${kind.readSide}`);
  }
  return settings;
}

/** Reduces to the largest variant first: everything after it then has few pixels to do. */
function reduce(image: IMagickImage, kind: ImageKind): void {
  if (kind.shape === "square") {
    const side = Math.min(image.width, image.height);
    image.crop(side, side, Gravity.Center);
    image.resetPage();
  }
  shrink(image, kind.variants[0]?.side ?? 0);
}

function shrink(image: IMagickImage, side: number): void {
  // Triangle halves the time of the default filter, and differs little when nothing is ever enlarged.
  if (Math.max(image.width, image.height) > side) image.resize(side, side, FilterType.Triangle);
}

/** Turns the picture the way up that it is shown, in the colours of the web, and forgets all else about it. */
function makePlain(image: IMagickImage): void {
  image.autoOrient();
  const profile = image.getColorProfile();
  if (profile && !profile.description?.includes("sRGB")) {
    image.transformColorSpace(profile, new ColorProfile(srgbProfile()), ColorTransformMode.Quantum);
  }
  if (image.colorSpace === ColorSpace.CMYK) image.colorSpace = ColorSpace.sRGB;
  image.strip();
  image.quality = quality;
  // Method 2 of 6: three per cent more bytes than the default for half of the time.
  image.settings.setDefine(MagickFormat.WebP, "method", 2);
}

function encode(
  image: IMagickImage,
  name: RenderedVariant["name"],
  format: RenderedVariant["format"],
): RenderedVariant {
  const { width, height } = image;
  if (format === "webp" || !image.hasAlpha) {
    return { name, width, height, format, data: image.write(magickFormats[format], copy) };
  }
  return image.clone((opaque) => {
    opaque.backgroundColor = MagickColors.White;
    opaque.alpha(AlphaAction.Remove);
    return { name, width, height, format, data: opaque.write(magickFormats[format], copy) };
  });
}

/** What is handed to a callback lies in memory that is freed after it. */
function copy(data: Uint8Array): Uint8Array {
  return data.slice();
}

function placeholder(image: IMagickImage): Placeholder {
  shrink(image, placeholderSide);
  const { width, height } = image;
  const rgba = image.getPixels((pixels) => pixels.toByteArray(0, 0, width, height, "RGBA"));
  if (!rgba) throw new Error("ImageMagick gave no pixels.");
  return placeholderOf(width, height, rgba);
}
