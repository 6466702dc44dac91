import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "../stack/project-root.ts";
import { renderMail } from "../supabase/templates/layout.ts";
import { actionMails, securityMails } from "../supabase/templates/mails.ts";

// `npm run auth:templates`: writes the HTML of every mail that Auth sends. Hosted Auth wants each file complete.

const mails = [...actionMails, ...securityMails];
for (const mail of mails) {
  await writeFile(join(projectRoot, "supabase", "templates", `${mail.name}.html`), renderMail(mail));
}
console.log(`Wrote ${mails.length} mails to supabase/templates.`);
