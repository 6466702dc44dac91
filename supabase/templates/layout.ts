import type { Mail } from "./mails.ts";

const font = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

// Inline styles are what every client keeps. The classes turn the colours for those that know the dark.
const style = `
      @media (max-width: 600px) {
        .page { padding: 0 !important; }
        .card { border-radius: 0 !important; border-width: 0 !important; padding: 28px 24px !important; }
        .button { display: block !important; text-align: center !important; }
      }
      @media (prefers-color-scheme: dark) {
        .page { background-color: #111413 !important; }
        .card { background-color: #1b201f !important; border-color: #303836 !important; }
        .strong { color: #f3f7f6 !important; }
        .text { color: #d3dbd9 !important; }
        .quiet { color: #9aa7a4 !important; }
        .rule { border-color: #303836 !important; }
        .code { background-color: #27302e !important; color: #f3f7f6 !important; }
        .bar, .button { background-color: #5eead4 !important; }
        .button { color: #06302b !important; }
        .link { color: #5eead4 !important; }
      }`;

// The mark: plates of growing size, drawn with cells, since pictures from elsewhere are blocked or tell who reads.
const bar = (height: number) =>
  `<td valign="bottom" style="padding:0 3px 0 0;"><div class="bar" style="width:5px;height:${height}px;border-radius:2px;background-color:#0f766e;font-size:0;line-height:0;"></div></td>`;

const mark = `
              <table role="presentation" cellpadding="0" cellspacing="0" border="0">
                <tr>
                  ${[9, 14, 19].map(bar).join("\n                  ")}
                  <td class="strong" valign="bottom" style="padding:0 0 0 6px;font-size:18px;line-height:18px;font-weight:700;color:#15201e;">Repstack</td>
                </tr>
              </table>`;

const paragraph = (text: string) => `
              <p class="text" style="margin:0 0 16px;color:#38443f;">${text}</p>`;

const codeBox = `
              <p class="code" style="margin:0 0 16px;padding:14px 8px;border-radius:10px;background-color:#eef4f2;color:#15201e;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:30px;line-height:36px;font-weight:700;letter-spacing:6px;text-align:center;">{{ .Token }}</p>`;

const button = (label: string) => `
              <p style="margin:0 0 16px;">
                <a class="button" href="{{ .ConfirmationURL }}" style="display:inline-block;padding:13px 26px;border-radius:10px;background-color:#0f766e;color:#ffffff;font-weight:600;text-decoration:none;">${label}</a>
              </p>`;

const plainLink = `
              <p class="quiet" style="margin:0 0 16px;font-size:13px;line-height:19px;color:#5d6b67;word-break:break-all;">
                Or open this address:
                <a class="link" href="{{ .ConfirmationURL }}" style="color:#0f766e;">{{ .ConfirmationURL }}</a>
              </p>`;

/** The HTML of a mail, complete in itself: nothing in it is fetched from elsewhere. */
export function renderMail({ preview, heading, paragraphs, hasCode, action, closing }: Mail): string {
  const [first = "", ...others] = paragraphs;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="supported-color-schemes" content="light dark">
    <meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
    <title>${heading}</title>
    <style>
      :root { color-scheme: light dark; supported-color-schemes: light dark; }${style}
    </style>
  </head>
  <body class="page" style="margin:0;padding:0;background-color:#eef2f1;">
    <div style="display:none;max-height:0;overflow:hidden;font-size:0;line-height:0;">${preview}</div>
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
      <tr>
        <td class="page" align="center" style="padding:32px 16px;background-color:#eef2f1;">
          <table role="presentation" width="560" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:560px;">
            <tr>
              <td class="card" align="left" style="padding:36px 40px;border:1px solid #dbe3e1;border-radius:16px;background-color:#ffffff;font-family:${font};font-size:16px;line-height:25px;word-break:break-word;">${mark}
              <h1 class="strong" style="margin:28px 0 12px;font-size:24px;line-height:31px;font-weight:700;color:#15201e;">${heading}</h1>${paragraph(first)}${hasCode ? codeBox : ""}${action === undefined ? "" : button(action)}${others.map(paragraph).join("")}${action === undefined ? "" : plainLink}
              <p class="quiet rule" style="margin:24px 0 0;padding:18px 0 0;border-top:1px solid #dbe3e1;font-size:13px;line-height:20px;color:#5d6b67;">${closing}</p>
              <p class="quiet" style="margin:12px 0 0;font-size:13px;line-height:20px;color:#5d6b67;">Repstack · <a class="link" href="{{ .SiteURL }}" style="color:#0f766e;">{{ .SiteURL }}</a></p>
              </td>
            </tr>
          </table>
        </td>
      </tr>
    </table>
  </body>
</html>
`;
}
