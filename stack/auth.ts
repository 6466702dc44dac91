import { resolve } from "node:path";
import { App } from "@supabase/lite";
import { asHosted, withWantedRedirect } from "./auth-as-hosted.ts";
import type { Keys } from "./keys.ts";
import { LiteConnection, serviceTypes } from "./lite-connection.ts";
import type { LocalService } from "./local-service.ts";
import type { Mailbox } from "./mail/mailbox.ts";
import type { Settings } from "./settings.ts";

export interface AuthOptions {
  /** Connects as supabase_auth_admin. */
  databaseUrl: string;
  /** The gateway's address, which links in mails lead to. */
  publicUrl: string;
  keys: Keys;
  settings: Settings;
  mailbox: Mailbox;
}

/** Only what is set: lite tells a missing setting from an undefined one. */
function defined<T extends object>(settings: T): T {
  const copy = { ...settings };
  for (const [name, value] of Object.entries(settings))
    if (value === undefined) Reflect.deleteProperty(copy, name);
  return copy;
}

function authConfig({ keys, settings }: AuthOptions) {
  const {
    email,
    external,
    sessions,
    hook: _applied_by_the_gateway,
    password_requirements,
    ...auth
  } = settings.auth;
  const { enabled, ...mail } = email;
  // Lite knows no template for reauthentication, and refuses to start when there is one.
  const { reauthentication: _unknown_to_lite, ...templates } = email.template;
  const template = Object.entries(templates).map(([name, { subject, content_path }]) => {
    const path = content_path && resolve(settings.projectRoot, content_path);
    return [name, defined({ subject, content_path: path })];
  });
  return {
    ...auth,
    enabled: true,
    jwt_secret: keys.jwtSecret,
    ...(password_requirements && { password_requirements }),
    sessions: defined(sessions),
    email: { ...mail, enable_signup: enabled ?? mail.enable_signup, template: Object.fromEntries(template) },
    external,
  };
}

/** Serves Auth through lite, on the schema that the platform's set-up made. Mails go to the mailbox. */
export function startAuth(options: AuthOptions): LocalService {
  // Ten rounds, as hosted uses, would block this one process for 80 ms at each sign-in; these are local passwords.
  process.env.LITE_AUTH_BCRYPT_COST ??= "4";
  const connection = new LiteConnection(options.databaseUrl, { max: 5, types: serviceTypes });
  // Lite builds links on site_url; hosted Auth builds them on its own address.
  const wrongLink = new URL("/auth/v1/verify", options.settings.auth.site_url).href;
  const withLinks = (text: string) =>
    withWantedRedirect(text.replaceAll(wrongLink, `${options.publicUrl}/auth/v1/verify`));

  const app = new App({
    connection,
    api: { enabled: false, external_url: options.publicUrl },
    auth: authConfig(options),
    storage: { enabled: false },
    options: {
      server: { disableStudio: true, disableFallback: true, apiKeys: false },
      drivers: {
        email: {
          async send({ to, subject, text, html }) {
            const bodies = { ...(text && { text: withLinks(text) }), ...(html && { html: withLinks(html) }) };
            options.mailbox.deliver({ to, subject, ...bodies });
          },
        },
      },
    },
  });
  return {
    fetch: asHosted(async (request) => await app.fetch(request)),
    stop: async () => await connection.close(),
  };
}
