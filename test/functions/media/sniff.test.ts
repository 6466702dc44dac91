import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { maxFileBytes, maxScans } from "../../../functions/media/limits.ts";
import { sniff } from "../../../functions/media/sniff.ts";
import { blue, emptyZip, gif, jpeg, png, red, webp, withSegment } from "./fixtures.ts";

type Kind = "jpg" | "png" | "webp" | "gif";
let files: Record<Kind, Buffer>;
const kinds: Kind[] = ["jpg", "png", "webp", "gif"];

beforeAll(async () => {
  files = {
    jpg: await jpeg(40, 30, () => red),
    png: png(40, 30, () => red),
    webp: await webp(40, 30, () => red),
    gif: gif(30, [red, blue]),
  };
});

function refusal(bytes: Uint8Array, extension: string) {
  const header = sniff(bytes, extension);
  if (header.ok) throw new Error(`${extension} was taken`);
  return header.error;
}

describe.each(kinds)("a %s", (kind) => {
  test("is known by its bytes, with its size", () => {
    expect(sniff(files[kind], kind)).toMatchObject({
      ok: true,
      value: { format: kind === "jpg" ? "jpeg" : kind, width: kind === "gif" ? 30 : 40, height: 30 },
    });
  });

  test("under another's extension is refused, naming both", () => {
    const other = kind === "png" ? "jpg" : "png";

    expect(refusal(files[kind], other)).toMatchObject({
      code: "image_unsupported",
      detail: expect.stringMatching(`\\.${other}.*${kind === "jpg" ? "JPEG" : kind.toUpperCase()}`),
    });
  });

  test("cut off anywhere is refused, and never throws", () => {
    // What follows the first picture of a GIF may be missing: it is never decoded.
    const end = kind === "gif" ? files.gif.length / 2 - 20 : files[kind].length - 1;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Math.floor(end) }), (length) => {
        expect(["image_broken", "image_unsupported"]).toContain(
          refusal(files[kind].subarray(0, length), kind).code,
        );
      }),
    );
  });

  test("with bytes changed at random never throws and never takes long", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 255 }), (place, value) => {
        const changed = Buffer.from(files[kind]);
        changed[place % changed.length] = value;
        expect(typeof sniff(changed, kind).ok).toBe("boolean");
      }),
    );
  });

  test("with an archive at its end is refused, with a comment in it or without", () => {
    for (const zip of [emptyZip(), emptyZip("a comment")]) {
      expect(refusal(Buffer.concat([files[kind], zip]), kind)).toMatchObject({
        code: "image_unsupported",
        detail: expect.stringContaining("archive"),
      });
    }
  });
});

describe("files that are no pictures", () => {
  test.each([
    ["SVG", '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', /SVG/],
    ["SVG after a comment", "<!-- a photo, really --><svg/>", /SVG/],
    ["HTML", "<!doctype html><script>alert(1)</script>", /no picture/],
    ["text", "GIF8", /no picture/],
    ["nothing", "", /empty/],
    ["ImageMagick's own script", "push graphic-context\nimage over 0,0 0,0 'https://evil'", /no picture/],
  ])("%s is refused whatever it is called", (_, text, detail) => {
    for (const kind of kinds) {
      expect(refusal(Buffer.from(text), kind)).toMatchObject({
        code: "image_unsupported",
        detail: expect.stringMatching(detail),
      });
    }
  });

  test("a PDF within a JPEG is refused", () => {
    const both = withSegment(files.jpg, 0xfe, Buffer.from("%PDF-1.7"));

    expect(refusal(both, "jpg").detail).toMatch(/document/);
  });

  test.each(["heic", "mif1", "avif"])("%s is refused with what to do instead", (brand) => {
    const file = Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0`, "latin1");

    expect(refusal(file, "heic")).toMatchObject({
      code: "image_unsupported",
      detail: expect.stringContaining("JPEG"),
      isReducible: true,
    });
  });

  test("an animated WebP is refused", () => {
    const animated = Buffer.alloc(30);
    animated.write("RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\x02", "latin1");

    expect(refusal(animated, "webp").detail).toMatch(/animated/);
  });
});

describe("pictures that would cost too much", () => {
  test.each([
    [50_000, 50_000, /12000 a side/],
    [12_001, 1, /12000 a side/],
    [8000, 8000, /40 megapixels/],
    [4000, 3000, /49 MB.*42 MB/],
  ])("a PNG of %i × %i is refused before anything is inflated", (width, height, detail) => {
    const bomb = png(1, 1, () => red, { width, height });

    expect(refusal(bomb, "png")).toMatchObject({
      code: "image_too_large",
      detail: expect.stringMatching(detail),
    });
  });

  test("a JPEG of 12 megapixels is taken, a progressive one of 24 is not", () => {
    const sized = (width: number, height: number, marker: number) => {
      const file = Buffer.from(files.jpg);
      const frame = file.indexOf(Buffer.from([0xff, 0xc0]));
      file[frame + 1] = marker;
      file.writeUInt16BE(height, frame + 5);
      file.writeUInt16BE(width, frame + 7);
      return file;
    };

    expect(sniff(sized(4032, 3024, 0xc0), "jpg").ok).toBe(true);
    expect(sniff(sized(7300, 5400, 0xc0), "jpg").ok).toBe(true);
    expect(refusal(sized(6000, 4000, 0xc2), "jpg")).toMatchObject({
      code: "image_too_large",
      isReducible: true,
    });
    expect(refusal(sized(9000, 9000, 0xc0), "jpg")).toMatchObject({
      code: "image_too_large",
      isReducible: false,
    });
  });

  test("a JPEG of a thousand scans is refused", () => {
    const scan = files.jpg.indexOf(Buffer.from([0xff, 0xda]));
    const end = files.jpg.length - 2;
    const scans = Array.from({ length: maxScans + 1 }, () => files.jpg.subarray(scan, end));
    const file = Buffer.concat([files.jpg.subarray(0, scan), ...scans, files.jpg.subarray(end)]);

    expect(refusal(file, "jpg").detail).toMatch(/scans/);
  });

  test("a file of more than 20 MiB is refused", () => {
    expect(refusal(Buffer.alloc(maxFileBytes + 1), "png").code).toBe("image_too_large");
  });
});
