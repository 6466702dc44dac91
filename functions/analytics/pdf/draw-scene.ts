import type { Scene, Shape } from "../drawing/scene.ts";
import type { ReportDocument } from "./report-document.ts";

/** Draws a scene at a place of the page, as vectors and text, in the size that it has. */
export function drawScene(document: ReportDocument, scene: Scene, x: number, y: number): void {
  document.save().translate(x, y);
  for (const shape of scene.shapes) draw(document, shape);
  document.restore();
}

function draw(document: ReportDocument, shape: Shape): void {
  switch (shape.kind) {
    case "rect": {
      const { x, y, width, height, radius = 0, fill } = shape;
      document.roundedRect(x, y, width, height, radius).fill(fill);
      return;
    }
    case "circle":
      document.circle(shape.x, shape.y, shape.radius).fill(shape.fill);
      return;
    case "line":
      document.path(shape.path).lineWidth(shape.width);
      if (shape.dash !== undefined) document.dash(shape.dash, {});
      document.stroke(shape.stroke).undash();
      return;
    case "text": {
      const { x, y, text, size, weight, anchor, fill } = shape;
      document.font(weight).fontSize(size).fillColor(fill);
      const width = document.widthOfString(text);
      const left = anchor === "start" ? x : anchor === "middle" ? x - width / 2 : x - width;
      document.text(text, left, y, { lineBreak: false, baseline: "alphabetic" });
    }
  }
}
