// @ts-types="@types/pdfkit"
import PDFDocument from "pdfkit";
import type { Fonts } from "../drawing/fonts.ts";
import { ink, type Scene } from "../drawing/scene.ts";
import { filled } from "../words/texts.ts";
import { drawScene } from "./draw-scene.ts";

export type ReportDocument = PDFKit.PDFDocument;

/** A5 in points: on a phone a page is as wide as the screen, and its text as large as an app's. */
const page = { width: 419.53, height: 595.28, margin: 31.76 };
const foot = 40;
const contentWidth = page.width - 2 * page.margin;
const contentBottom = page.height - foot;

/** A column of a table. The first one takes what the others leave. */
interface Column {
  heading: string;
  width: number;
}

/**
 * Writes a document of one column, tagged so that screen readers know headings, tables and images.
 *
 * @param made - when it was made; the same time and content give the same bytes
 */
export function startDocument(about: { title: string; language: string; made: Date; fonts: Fonts }) {
  const document = new PDFDocument({
    size: [page.width, page.height],
    margins: { top: page.margin, left: page.margin, right: page.margin, bottom: 0 },
    bufferPages: true,
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: about.language,
    info: { Title: about.title, Creator: "Repstack", Producer: "Repstack", CreationDate: about.made },
  });
  const chunks: Uint8Array[] = [];
  listen(document, "data", (chunk) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => listen(document, "end", () => resolve()));
  document.registerFont("regular", about.fonts.regular);
  document.registerFont("bold", about.fonts.bold);
  const root = document.struct("Document");
  document.addStructure(root);

  let y = page.margin;

  /** Goes to a new page where so much does not fit on this one. */
  function makeRoom(height: number): void {
    if (y + height <= contentBottom) return;
    document.addPage();
    y = page.margin;
  }

  function line(type: "H1" | "H2" | "P", text: string, size: number, after: number, fill = ink.text): void {
    const font = type === "P" ? "regular" : "bold";
    document.font(font).fontSize(size);
    const height = document.heightOfString(text, { width: contentWidth });
    makeRoom(height + (type === "H2" ? 60 : 0));
    root.add(
      document.struct(type, {}, () => {
        document
          .font(font)
          .fontSize(size)
          .fillColor(fill)
          .text(text, page.margin, y, { width: contentWidth });
      }),
    );
    y += height + after;
  }

  function row(type: "TH" | "TD", cells: string[], columns: Column[]) {
    const font = type === "TH" ? "bold" : "regular";
    const rest = columns.slice(1).reduce((sum, { width }) => sum + width, 0);
    document.font(font).fontSize(11);
    const firstWidth = contentWidth - rest - 6;
    const height = document.heightOfString(cells[0] ?? "", { width: firstWidth }) + 5;
    // A heading does not stay alone at the foot of a page.
    makeRoom(type === "TH" ? height + 50 : height);
    const top = y;
    const element = document.struct("TR");
    let x = page.margin;
    for (const [index, text] of cells.entries()) {
      const width = index === 0 ? firstWidth : (columns[index]?.width ?? 0);
      const left = x;
      element.add(
        document.struct(type, {}, () => {
          document
            .font(font)
            .fontSize(11)
            .fillColor(ink.text)
            .text(text, left, top + 2, { width, align: index === 0 ? "left" : "right" });
        }),
      );
      x += width + (index === 0 ? 6 : 0);
    }
    document.markContent("Artifact", { type: "Layout" });
    document
      .moveTo(page.margin, top + height)
      .lineTo(page.width - page.margin, top + height)
      .lineWidth(type === "TH" ? 1 : 0.5)
      .stroke(type === "TH" ? ink.quiet : ink.grid);
    document.endMarkedContent();
    y += height;
    return element;
  }

  return {
    title: (text: string) => line("H1", text, 22, 2),
    heading(text: string): void {
      y += y === page.margin ? 0 : 14;
      line("H2", text, 15, 6);
    },
    paragraph: (text: string) => line("P", text, 11, 2, ink.quiet),
    /** A picture with a heading, both on one page. */
    chart(scene: Scene): void {
      const gap = y === page.margin ? 0 : 14;
      makeRoom(gap + 28 + scene.height);
      this.heading(scene.title);
      const top = y;
      root.add(
        document.struct("Figure", { alt: scene.description }, () => {
          drawScene(document, scene, page.margin, top);
        }),
      );
      y += scene.height + 4;
    },
    table(columns: Column[], rows: string[][]): void {
      const table = document.struct("Table");
      root.add(table);
      table.add(
        row(
          "TH",
          columns.map(({ heading }) => heading),
          columns,
        ),
      );
      for (const cells of rows) table.add(row("TD", cells, columns));
      table.end();
    },
    /** Numbers the pages and answers the file. */
    async end(pageText: string): Promise<ArrayBuffer> {
      root.end();
      const { count } = document.bufferedPageRange();
      for (let index = 0; index < count; index += 1) {
        document.switchToPage(index);
        document.markContent("Artifact", { type: "Pagination" });
        document
          .font("regular")
          .fontSize(11)
          .fillColor(ink.quiet)
          .text(filled(pageText, index + 1, count), page.margin, page.height - 30, {
            width: contentWidth,
            align: "center",
            lineBreak: false,
          });
        document.endMarkedContent();
      }
      document.end();
      await ended;
      return await new Blob(chunks).arrayBuffer();
    },
  };
}

/** A document is a stream of Node's, which Deno's type check knows nothing of. */
function listen(stream: object, event: "data" | "end", listener: (chunk: Uint8Array) => void): void {
  const on: unknown = Reflect.get(stream, "on");
  if (typeof on !== "function") throw new Error("The document is no stream.");
  Reflect.apply(on, stream, [event, listener]);
}
