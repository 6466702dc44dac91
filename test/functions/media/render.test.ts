import { MagickImage } from "@imagemagick/magick-wasm";
import { beforeAll, describe, expect, test } from "vitest";
import { startMagick } from "../../../functions/media/magick.ts";
import { type RenderedVariant, render } from "../../../functions/media/render.ts";
import { sniff } from "../../../functions/media/sniff.ts";
import { srgbProfile } from "../../../functions/media/srgb-profile.ts";
import { avatar, type ImageKind, progressPhoto } from "../../../functions/media/variants.ts";
import { blue, exif, gif, jpeg, loadWasm, type Pixel, png, red, webp, withSegment } from "./fixtures.ts";

beforeAll(() => startMagick(loadWasm));

function rendered(bytes: Buffer, extension: string, kind: ImageKind = progressPhoto) {
  const header = sniff(bytes, extension);
  if (!header.ok) throw new Error(header.error.detail);
  const image = render(bytes, header.value, kind);
  if (!image.ok) throw new Error(image.error.detail);
  return image.value;
}

function refused(bytes: Buffer, extension: string) {
  const header = sniff(bytes, extension);
  return header.ok ? render(bytes, header.value, progressPhoto) : header;
}

const sizes = (variants: RenderedVariant[]) =>
  variants.map(({ name, format, width, height }) => `${name} ${format} ${width}×${height}`);

function pixelAt({ data }: { data: Uint8Array }, x: number, y: number): Pixel {
  const image = MagickImage.create(data);
  try {
    const bytes = image.getPixels((pixels) => pixels.toByteArray(x, y, 1, 1, "RGBA"));
    const [r = -1, g = -1, b = -1, a = -1] = bytes ?? [];
    return [r, g, b, a];
  } finally {
    image.dispose();
  }
}

function about([r, g, b]: Pixel, alpha = 255) {
  const near = (value: number) => expect.toSatisfy((actual: number) => Math.abs(actual - value) < 24);
  return [near(r), near(g), near(b), alpha];
}

/** The names of the parts that a file is made of. */
function parts(data: Uint8Array): string[] {
  const file = Buffer.from(data);
  const names: string[] = [];
  if (file.toString("latin1", 0, 4) === "RIFF") {
    for (
      let at = 12;
      at < file.length;
      at += 8 + file.readUInt32LE(at + 4) + (file.readUInt32LE(at + 4) & 1)
    ) {
      names.push(file.toString("latin1", at, at + 4));
    }
    return names;
  }
  for (let at = 2; file[at + 1] !== 0xda; at += 2 + file.readUInt16BE(at + 2)) {
    names.push(file.readUInt16BE(at).toString(16));
  }
  return names;
}

describe("metadata", () => {
  test("nothing that a phone, an editor or a camera wrote survives in any variant", async () => {
    const xmp = Buffer.from("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>secret of XMP</x:xmpmeta>");
    const iptc = Buffer.from("Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x08secret of IPTC", "latin1");
    let file = await jpeg(900, 600, () => red);
    file = withSegment(file, 0xe1, exif(1));
    file = withSegment(file, 0xe1, xmp);
    file = withSegment(file, 0xed, iptc);
    file = withSegment(file, 0xfe, Buffer.from("secret of the comment"));
    file = Buffer.concat([file, Buffer.from("<script>secret after the end</script>")]);
    expect(file.includes("SpyCam")).toBe(true);

    for (const kind of [avatar, progressPhoto]) {
      for (const { format, data } of rendered(file, "jpg", kind).variants) {
        expect(Buffer.from(data).toString("latin1")).not.toMatch(
          /secret|SpyCam|Exif|xmpmeta|Photoshop|ICC_PROFILE|Magick/,
        );
        // JFIF, tables and the frame of a JPEG; the picture of a WebP.
        expect(parts(data).join(" ")).toMatch(
          format === "jpeg" ? /^(ffe0|ffdb|ffc0|ffc4|ffdd| )+$/ : /^VP8 $/,
        );
      }
    }
  });

  test("nor the text of a PNG", () => {
    const { variants } = rendered(
      png(40, 30, () => [10, 200, 10, 120]),
      "png",
    );

    for (const { data, format } of variants) {
      expect(Buffer.from(data).toString("latin1")).not.toMatch(/secret/);
      if (format === "webp") expect(parts(data)).not.toContain("EXIF");
    }
  });

  test("a colour profile is applied and not passed on: red as a profile sees it comes out green", async () => {
    const profile = Buffer.from(srgbProfile());
    const offset = (name: string) => profile.readUInt32BE(profile.indexOf(name, 128) + 4);
    const [redAt, greenAt] = [offset("rXYZ"), offset("gXYZ")];
    const redXyz = Buffer.from(profile.subarray(redAt, redAt + 20));
    profile.copyWithin(redAt, greenAt, greenAt + 20);
    redXyz.copy(profile, greenAt);
    profile.write("\0X\0R\0G\0B", profile.indexOf("\0s\0R\0G\0B"), "latin1");
    const plain = await jpeg(64, 64, () => [255, 0, 0]);
    const file = withSegment(
      plain,
      0xe2,
      Buffer.concat([Buffer.from("ICC_PROFILE\0\x01\x01", "latin1"), profile]),
    );

    const [full] = rendered(file, "jpg").variants;

    expect(full && pixelAt(full, 32, 32)).toEqual(about([0, 255, 0]));
    expect(full && parts(full.data)).toEqual(["VP8 "]);
  });

  test("a profile that is none does not matter", async () => {
    const nonsense = Buffer.concat([Buffer.from("ICC_PROFILE\0\x01\x01", "latin1"), Buffer.alloc(200, 7)]);
    const file = withSegment(await jpeg(64, 64, () => red), 0xe2, nonsense);

    const [full] = rendered(file, "jpg").variants;

    expect(full && pixelAt(full, 32, 32)).toEqual(about(red));
  });
});

describe("orientation", () => {
  const topRed = (_: number, y: number) => (y < 30 ? red : blue);

  test("6, as of a phone held upright, is applied: what was on top is on the right", async () => {
    const file = withSegment(await jpeg(80, 60, topRed), 0xe1, exif(6));

    const image = rendered(file, "jpg");

    expect(image).toMatchObject({ width: 60, height: 80 });
    for (const variant of image.variants) {
      expect(variant).toMatchObject({ width: 60, height: 80 });
      expect(pixelAt(variant, 55, 40)).toEqual(about(red));
      expect(pixelAt(variant, 5, 40)).toEqual(about(blue));
    }
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])("%i leaves the size that is shown", async (orientation) => {
    const image = rendered(withSegment(await jpeg(80, 60, topRed), 0xe1, exif(orientation)), "jpg");

    expect([image.width, image.height]).toEqual(orientation >= 5 ? [60, 80] : [80, 60]);
    expect(image.variants[0]).toMatchObject({ width: image.width, height: image.height });
  });
});

describe("variants", () => {
  test("a photo fits inside, an avatar is the middle", async () => {
    const file = await jpeg(2400, 1200, (x) => (x < 600 || x >= 1800 ? blue : red));

    const photo = rendered(file, "jpg");
    const face = rendered(file, "jpg", avatar);

    expect(sizes(photo.variants)).toEqual([
      "full webp 2048×1024",
      "medium webp 1080×540",
      "medium jpeg 1080×540",
      "thumb webp 320×160",
    ]);
    expect(sizes(face.variants)).toEqual([
      "512 webp 512×512",
      "256 webp 256×256",
      "256 jpeg 256×256",
      "128 webp 128×128",
      "64 webp 64×64",
    ]);
    for (const variant of face.variants) expect(pixelAt(variant, 2, 30)).toEqual(about(red));
    expect(face.placeholder.dominantColor).toMatch(/^#d[0-9a-f]1[0-9a-f]1[0-9a-f]$/);
  });

  test("nothing is enlarged, down to one pixel", () => {
    for (const kind of [avatar, progressPhoto]) {
      for (const variant of rendered(
        png(1, 1, () => red),
        "png",
        kind,
      ).variants) {
        expect(variant).toMatchObject({ width: 1, height: 1 });
        expect(pixelAt(variant, 0, 0)).toEqual(about(red));
      }
    }
  });

  test("a line of pixels keeps a side", () => {
    expect(
      sizes(
        rendered(
          png(3000, 1, () => red),
          "png",
        ).variants,
      ),
    ).toContain("thumb webp 320×1");
  });

  test("what is transparent stays so in WebP, and is white in JPEG", () => {
    const file = png(400, 400, (x) => (x < 200 ? ([...red, 255].slice(0, 4) as Pixel) : [0, 0, 0, 0]));

    for (const variant of rendered(file, "png").variants) {
      const right = pixelAt(variant, Math.floor(variant.width * 0.8), 10);
      expect(pixelAt(variant, 10, 10)).toEqual(about(red));
      if (variant.format === "webp") expect(right[3]).toBe(0);
      else expect(right).toEqual(about([255, 255, 255]));
    }
  });

  test("of an animation, the first picture is taken", () => {
    for (const variant of rendered(gif(30, [red, blue]), "gif").variants) {
      expect(pixelAt(variant, 15, 15)).toEqual(about(red));
    }
  });

  test("a WebP comes out as it went in", async () => {
    for (const variant of rendered(await webp(64, 64, () => blue), "webp").variants) {
      expect(pixelAt(variant, 30, 30)).toEqual(about(blue));
    }
  });

  test("the same bytes give the same variants", async () => {
    const file = await jpeg(300, 200, (x, y) => [x % 256, y, 90]);

    expect(rendered(file, "jpg")).toEqual(rendered(file, "jpg"));
  });
});

describe("damage that only decoding finds", () => {
  test("a JPEG whose data stops, with an end put after it, is refused", async () => {
    const file = await jpeg(300, 200, (x, y) => [(x * 7) % 256, (y * 5) % 256, 90]);
    const cut = Buffer.concat([file.subarray(0, file.length / 2), Buffer.from([0xff, 0xd9])]);

    expect(refused(cut, "jpg")).toMatchObject({ ok: false, error: { code: "image_broken" } });
  });

  test("a PNG that claims more rows than it has is refused", () => {
    expect(
      refused(
        png(40, 30, () => red, { height: 300 }),
        "png",
      ),
    ).toMatchObject({
      ok: false,
      error: { code: "image_broken" },
    });
  });

  test("an SVG that is handed to the decoder as a JPEG is never read as one", () => {
    const header = { format: "jpeg" as const, width: 10, height: 10, decoderBytes: 0 };
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>');

    expect(render(svg, header, avatar)).toMatchObject({ ok: false, error: { code: "image_broken" } });
    expect(() => MagickImage.create(svg)).toThrow();
  });
});
