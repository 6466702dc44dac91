/** The two fonts of reports and cards, as files. */
export interface Fonts {
  regular: Uint8Array;
  bold: Uint8Array;
}

/** Reads a file of this function, by its name in `fonts/`. */
export type LoadFont = (name: string) => Promise<Uint8Array>;

/** Reads the fonts once in a worker's life; a failure is tried again. */
export function createFontShelf(load: LoadFont): () => Promise<Fonts> {
  let fonts: Promise<Fonts> | undefined;
  return () => {
    fonts ??= read(load).catch((error: unknown) => {
      fonts = undefined;
      throw error;
    });
    return fonts;
  };
}

async function read(load: LoadFont): Promise<Fonts> {
  const [regular, bold] = await Promise.all([load("NotoSans-Regular.ttf"), load("NotoSans-SemiBold.ttf")]);
  return { regular, bold };
}
