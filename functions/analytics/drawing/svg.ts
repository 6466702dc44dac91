import type { Scene, Shape } from "./scene.ts";

/** Writes a scene as an SVG document that screen readers announce as one image. */
export function svgOf(scene: Scene, id: string): string {
  const { width, height, title, description, background } = scene;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` role="img" aria-labelledby="${id}-title ${id}-desc" font-family="'Noto Sans', system-ui, sans-serif">\n`,
    `<title id="${id}-title">${escaped(title)}</title>\n`,
    `<desc id="${id}-desc">${escaped(description)}</desc>\n`,
    `<rect width="${width}" height="${height}" fill="${background}"/>\n`,
    ...scene.shapes.map((shape) => `${elementOf(shape)}\n`),
    "</svg>\n",
  ].join("");
}

function elementOf(shape: Shape): string {
  switch (shape.kind) {
    case "rect": {
      const { x, y, width, height, fill, radius = 0 } = shape;
      const place = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
      return `<rect ${place}${radius === 0 ? "" : ` rx="${short(radius)}"`} fill="${fill}"/>`;
    }
    case "circle":
      return `<circle cx="${short(shape.x)}" cy="${short(shape.y)}" r="${short(shape.radius)}" fill="${shape.fill}"/>`;
    case "line": {
      const { path, stroke, width, dash } = shape;
      const dashes = dash === undefined ? "" : ` stroke-dasharray="${dash}"`;
      return `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${width}"${dashes}/>`;
    }
    case "text": {
      const { x, y, text, size, fill, weight, anchor } = shape;
      const how = [
        weight === "bold" ? ' font-weight="600"' : "",
        anchor === "start" ? "" : ` text-anchor="${anchor}"`,
        ` fill="${fill}"`,
      ].join("");
      return `<text x="${short(x)}" y="${short(y)}" font-size="${size}"${how}>${escaped(text)}</text>`;
    }
  }
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML; what XML cannot hold is left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? "");
}
