import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { Fonts } from "./fonts.ts";
import type { Scene } from "./scene.ts";
import { svgOf } from "./svg.ts";

/** Paints a scene, a unit a pixel. */
export type PaintPng = (scene: Scene) => Promise<ArrayBuffer>;

let started: Promise<void> | undefined;

/**
 * Makes a painter. The renderer starts with the first picture of a worker; a start that failed is tried again.
 *
 * @param loadWasm - reads `index_bg.wasm` of the package
 */
export function createPainter(
  loadWasm: () => Promise<Uint8Array>,
  loadFonts: () => Promise<Fonts>,
): PaintPng {
  async function start(): Promise<void> {
    started ??= loadWasm()
      .then((bytes) => initWasm(bytes))
      .catch((error: unknown) => {
        started = undefined;
        throw error;
      });
    await started;
  }

  return async (scene) => {
    const [{ regular, bold }] = await Promise.all([loadFonts(), start()]);
    const renderer = new Resvg(svgOf(scene, "card"), {
      font: { fontBuffers: [regular, bold], defaultFontFamily: "Noto Sans", loadSystemFonts: false },
    });
    const image = renderer.render();
    // Memory of wasm is freed by hand, or it grows with each picture.
    const png = Uint8Array.from(image.asPng()).buffer;
    image.free();
    renderer.free();
    return png;
  };
}
