import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type IMagickImage,
  Interlace,
  initializeImageMagick,
  MagickFormat,
  MagickImage,
  MagickReadSettings,
  NoiseType,
} from "@imagemagick/magick-wasm";

export interface Sample {
  name: string;
  file: string;
  bytes: number;
}

interface Encoding {
  label: string;
  extension: string;
  format: MagickFormat;
  quality: number;
  interlace?: Interlace;
}

const encodings: Encoding[] = [
  { label: "JPEG", extension: "jpg", format: MagickFormat.Jpeg, quality: 85 },
  {
    label: "progressive JPEG",
    extension: "jpeg",
    format: MagickFormat.Jpeg,
    quality: 85,
    interlace: Interlace.Plane,
  },
  { label: "PNG", extension: "png", format: MagickFormat.Png, quality: 30 },
  { label: "WebP", extension: "webp", format: MagickFormat.WebP, quality: 85 },
];
const sizes = [
  { label: "1 MP", width: 1200, height: 900 },
  { label: "8 MP", width: 3264, height: 2448 },
  { label: "12 MP", width: 4032, height: 3024 },
  { label: "24 MP", width: 6000, height: 4000 },
  { label: "40 MP", width: 7300, height: 5475 },
];

/** Writes pictures with the grain of a photograph into a folder. */
export async function makeSamples(folder: string): Promise<Sample[]> {
  const wasm = fileURLToPath(import.meta.resolve("@imagemagick/magick-wasm/magick.wasm"));
  await initializeImageMagick(await readFile(wasm));
  const samples: Sample[] = [];
  for (const { label, width, height } of sizes) {
    const image = photograph(width, height);
    for (const encoding of encodings) {
      const file = join(folder, `${label.replace(" ", "")}.${encoding.extension}`);
      const data = encode(image, encoding);
      await writeFile(file, data);
      samples.push({ name: `${label} ${encoding.label}`, file, bytes: data.length });
    }
    image.dispose();
  }
  return samples;
}

/** Grain at half of the resolution, as sensors and their noise reduction leave it. */
function photograph(width: number, height: number): IMagickImage {
  const [halfWidth, halfHeight] = [Math.round(width / 2), Math.round(height / 2)];
  const image = MagickImage.create(
    "plasma:fractal",
    new MagickReadSettings({ width: Math.round(width / 8), height: Math.round(height / 8) }),
  );
  image.resize(halfWidth, halfHeight);
  image.addNoise(NoiseType.Poisson);
  image.resize(width, height);
  return image;
}

function encode(
  image: IMagickImage,
  { format, quality, interlace = Interlace.NoInterlace }: Encoding,
): Buffer {
  image.quality = quality;
  image.settings.interlace = interlace;
  return image.write(format, (data) => Buffer.from(data));
}
