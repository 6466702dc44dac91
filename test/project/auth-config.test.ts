import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify, type TomlTable } from "smol-toml";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { projectRoot } from "../../stack/project-root.ts";
import { readSettings } from "../../stack/settings.ts";
import { runSupabaseCli } from "../../stack/supabase-cli.ts";
import { actionMails, securityMails } from "../../supabase/templates/mails.ts";

const isTable = (value: unknown): value is TomlTable =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** As the CLI lays a remote's settings over the others. */
function merged(base: TomlTable, over: TomlTable): TomlTable {
  const result = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = result[key];
    result[key] = isTable(value) && isTable(below) ? merged(below, value) : value;
  }
  return result;
}

const { remotes, ...local } = parse(readFileSync(join(projectRoot, "supabase/config.toml"), "utf8"));
const places = z.record(z.string(), z.custom<TomlTable>(isTable)).parse(remotes);
const environments = new Map([
  ["local", local],
  ...Object.entries(places).map(([name, place]): [string, TomlTable] => [name, merged(local, place)]),
]);

const provider = z.object({ enabled: z.boolean(), client_id: z.string(), secret: z.string() });
const text = z.object({ subject: z.string().min(1), content_path: z.string() });
const schema = z.object({
  site_url: z.url(),
  additional_redirect_urls: z.array(z.string()),
  jwt_expiry: z.int(),
  enable_anonymous_sign_ins: z.boolean(),
  enable_manual_linking: z.boolean(),
  enable_refresh_token_rotation: z.boolean(),
  refresh_token_reuse_interval: z.int(),
  minimum_password_length: z.int(),
  rate_limit: z.record(z.string(), z.int()),
  captcha: z.object({ enabled: z.boolean(), provider: z.string(), secret: z.string() }).optional(),
  mfa: z.object({ totp: z.object({ enroll_enabled: z.boolean(), verify_enabled: z.boolean() }) }),
  email: z.object({
    enable_confirmations: z.boolean(),
    double_confirm_changes: z.boolean(),
    secure_password_change: z.boolean(),
    max_frequency: z.string(),
    otp_length: z.int(),
    otp_expiry: z.int(),
    smtp: z.object({ enabled: z.boolean(), pass: z.string() }).optional(),
    template: z.record(z.string(), text),
    notification: z.record(z.string(), text.extend({ enabled: z.boolean() })),
  }),
  external: z.object({ google: provider, apple: provider, facebook: provider }),
});
const authOf = (environment: string) => schema.parse(environments.get(environment)?.auth);

const scratch = mkdtempSync(join(tmpdir(), "repstack-config-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What the official CLI says of a configuration, short of reaching a database: there is none at that address. */
async function complaints(config: TomlTable): Promise<string[]> {
  const root = mkdtempSync(join(scratch, "project-"));
  mkdirSync(join(root, "supabase"));
  cpSync(join(projectRoot, "supabase/templates"), join(root, "supabase/templates"), { recursive: true });
  writeFileSync(join(root, "supabase/config.toml"), stringify(config));
  const nowhere = "--remote=postgresql://postgres:postgres@127.0.0.1:1/postgres";
  const { output } = await runSupabaseCli(root, ["migration", "list", nowhere, "--yes"]);
  const reached = output.includes("failed to connect to postgres");
  return output
    .split("\n")
    .filter((line) => /WARN|invalid|required|unset/i.test(line) || (!reached && line !== ""));
}

describe("the official CLI", () => {
  test("takes config.toml with its remotes, and knows every key", async () => {
    expect(await complaints({ ...local, remotes: places })).toEqual([]);
  });

  test.each(Object.keys(places))("takes what %s makes of it", async (name) => {
    const { project_id: _of_the_remote, ...config } = environments.get(name) ?? {};
    expect(await complaints({ project_id: "repstack", ...config })).toEqual([]);
  });

  test("would complain of a key it does not know, of a value it cannot read, and of a mail that is not there", async () => {
    const auth = isTable(local.auth) ? local.auth : {};
    const email = { template: { invite: { content_path: "./supabase/templates/none.html" } } };

    expect(await complaints({ ...local, auth: { ...auth, minimum_pasword_length: 10 } })).not.toEqual([]);
    expect(await complaints({ ...local, auth: { ...auth, minimum_password_length: "ten" } })).not.toEqual([]);
    expect(await complaints({ ...local, auth: { ...auth, email } })).not.toEqual([]);
  });
});

describe.each([...environments.keys()])("Auth in %s", (environment) => {
  const auth = authOf(environment);

  test("confirms addresses, rotates refresh tokens and asks again before a password changes", () => {
    expect(auth).toMatchObject({
      enable_refresh_token_rotation: true,
      enable_anonymous_sign_ins: false,
      enable_manual_linking: true,
      mfa: { totp: { enroll_enabled: true, verify_enabled: true } },
      email: { enable_confirmations: true, double_confirm_changes: true, secure_password_change: true },
    });
    expect(auth.jwt_expiry).toBeLessThanOrEqual(3600);
    expect(auth.refresh_token_reuse_interval).toBeLessThanOrEqual(10);
    expect(auth.minimum_password_length).toBeGreaterThanOrEqual(10);
    expect(auth.email.otp_length).toBeGreaterThanOrEqual(6);
  });

  test("sends the mails that are in supabase/templates, all of them", () => {
    const { template, notification } = auth.email;
    expect(Object.keys(template).sort()).toEqual(actionMails.map(({ name }) => name).sort());
    expect(Object.keys(notification).sort()).toEqual(securityMails.map(({ name }) => name).sort());
    for (const [name, { content_path }] of Object.entries({ ...template, ...notification })) {
      expect(content_path).toBe(`./supabase/templates/${name}.html`);
    }
    expect(Object.values(notification).every(({ enabled }) => enabled)).toBe(true);
    expect(auth.email.otp_expiry, "the mails say one hour").toBe(3600);
  });

  test("has no secret written down", () => {
    const { google, apple, facebook } = auth.external;
    const secrets = [google, apple, facebook, auth.captcha].map((part) => part?.secret);
    for (const secret of [...secrets, auth.email.smtp?.pass])
      expect(secret ?? "env(NONE)").toMatch(/^env\(\w+\)$/);
  });

  test("leads back into the app, and to no host that others can have", () => {
    expect(auth.additional_redirect_urls).toContain("repstack://auth/callback");
    const hosts = auth.additional_redirect_urls.map((url) => /^[a-z]+:\/\/([^/]*)/.exec(url)?.[1] ?? "*");
    expect(hosts.filter((host) => /[*?[]/.test(host))).toEqual([]);
  });
});

describe("Auth on hosted projects", () => {
  test.each(["staging", "production"])(
    "%s: speaks TLS, sends mail and offers the three providers",
    (environment) => {
      const { site_url, additional_redirect_urls, email, external } = authOf(environment);
      expect([site_url, ...additional_redirect_urls].every((url) => /^(https|repstack):/.test(url))).toBe(
        true,
      );
      expect([email.smtp?.enabled, email.max_frequency]).toEqual([true, "1m"]);
      expect(Object.values(external).map(({ enabled }) => enabled)).toEqual([true, true, true]);
    },
  );

  test("production asks for a captcha, limits guessing and leads to exact addresses alone", () => {
    const { captcha, rate_limit, additional_redirect_urls } = authOf("production");
    expect(captcha).toMatchObject({ enabled: true, provider: "turnstile" });
    expect(rate_limit).toMatchObject({ sign_in_sign_ups: 30, token_verifications: 30 });
    expect(additional_redirect_urls.join()).not.toContain("*");
  });
});

test("the local stack reads the same settings", () => {
  const { auth } = readSettings(projectRoot);
  expect(auth).toMatchObject({
    minimum_password_length: 10,
    sessions: { timebox: "4320h", inactivity_timeout: "720h" },
    email: { enable_confirmations: true, double_confirm_changes: true },
  });
  expect(Object.keys(auth.email.template).sort()).toEqual(actionMails.map(({ name }) => name).sort());
});
