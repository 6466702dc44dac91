import { failure, type Result } from "../_shared/result.ts";
import { readGifHeader } from "./gif-header.ts";
import { hasText, type ImageFormat, type ImageHeader } from "./image-header.ts";
import { readJpegHeader } from "./jpeg-header.ts";
import { maxDecodingBytes, maxFileBytes, maxPixels, maxSide } from "./limits.ts";
import { readPngHeader } from "./png-header.ts";
import { isPolyglot } from "./polyglot.ts";
import { type Refusal, tooLarge, unsupported } from "./refusal.ts";
import { readWebpHeader } from "./webp-header.ts";

type ReadHeader = (bytes: Uint8Array) => Result<ImageHeader, Refusal>;

const readers: Record<ImageFormat, ReadHeader> = {
  jpeg: readJpegHeader,
  png: readPngHeader,
  webp: readWebpHeader,
  gif: readGifHeader,
};

/** The extensions that a file of a kind may have. */
const extensions: Record<ImageFormat | "heif", readonly string[]> = {
  jpeg: ["jpg", "jpeg"],
  png: ["png"],
  webp: ["webp"],
  gif: ["gif"],
  heif: ["heic", "heif", "avif"],
};

/**
 * Decides from the bytes alone what a file is, and whether it may be decoded. Nothing is decoded here: this costs no
 * memory and, for 20 MB, a few milliseconds.
 *
 * @param extension - Of the file's name, without the dot: it must fit what the file is.
 */
export function sniff(bytes: Uint8Array, extension: string): Result<ImageHeader, Refusal> {
  if (bytes.length > maxFileBytes) return tooLarge(`A file may have ${maxFileBytes / 1024 ** 2} MiB.`);
  const format = formatOf(bytes);
  if (!format) return unsupported(whatElse(bytes));
  if (!extensions[format].includes(extension.toLowerCase())) {
    const name = format === "heif" ? "HEIC or AVIF" : format.toUpperCase();
    return unsupported(`The file ends in .${extension}, but holds ${name}.`);
  }
  if (isPolyglot(bytes)) return unsupported("The file is a picture and a document or an archive in one.");
  if (format === "heif") {
    return failure({
      code: "image_unsupported",
      detail: "HEIC and AVIF cannot be decoded here: let the phone send a JPEG.",
      isReducible: true,
    });
  }
  const header = readers[format](bytes);
  return header.ok ? withinLimits(header.value, bytes.length) : header;
}

/** What a file is by its first bytes, whatever it is called. */
export function formatOf(bytes: Uint8Array): ImageFormat | "heif" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpeg";
  if (hasText(bytes, 0, "\x89PNG\r\n\x1a\n")) return "png";
  if (hasText(bytes, 0, "RIFF") && hasText(bytes, 8, "WEBP")) return "webp";
  if (hasText(bytes, 0, "GIF87a") || hasText(bytes, 0, "GIF89a")) return "gif";
  const isHeif = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis"].some((brand) =>
    hasText(bytes, 8, brand),
  );
  return hasText(bytes, 4, "ftyp") && isHeif ? "heif" : undefined;
}

function whatElse(bytes: Uint8Array): string {
  if (bytes.length === 0) return "The file is empty.";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 512)).toLowerCase();
  if (head.includes("<svg"))
    return "SVG is not taken, because it can hold programs. Send JPEG, PNG, WebP or GIF.";
  return "The file is no picture of a kind that is taken. Send JPEG, PNG, WebP or GIF.";
}

function withinLimits(header: ImageHeader, fileBytes: number): Result<ImageHeader, Refusal> {
  const { width, height, decoderBytes } = header;
  const size = `${width} × ${height} pixels`;
  if (width > maxSide || height > maxSide)
    return tooLarge(`The picture has ${size}; ${maxSide} a side is the limit.`);
  if (width * height > maxPixels) {
    return tooLarge(`The picture has ${size}; ${maxPixels / 1e6} megapixels is the limit.`);
  }
  const decodingBytes = decoderBytes + fileBytes;
  if (decoderBytes > 0 && decodingBytes > maxDecodingBytes) {
    return failure({
      code: "image_too_large",
      detail:
        `To decode ${size} of this kind takes ${Math.ceil(decodingBytes / 1e6)} MB; ` +
        `${maxDecodingBytes / 1e6} MB is the limit. Send a smaller picture, or a JPEG that is not progressive, ` +
        `of up to ${maxPixels / 1e6} megapixels.`,
      isReducible: true,
    });
  }
  return { ok: true, value: header };
}
