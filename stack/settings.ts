import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "smol-toml";
import { z } from "zod";
import type { FunctionSettings } from "./functions/host.ts";
import { StackError } from "./stack-error.ts";

const sizeUnits = new Map([
  ["B", 1],
  ["KB", 1000],
  ["MB", 1000 ** 2],
  ["GB", 1000 ** 3],
  ["KIB", 1024],
  ["MIB", 1024 ** 2],
  ["GIB", 1024 ** 3],
]);

/** A size such as `20MiB`, in bytes. */
const byteSize = z.string().transform((text, context) => {
  const [, amount, unit = ""] = /^(\d+(?:\.\d+)?)\s*([KMG]?i?B)$/i.exec(text) ?? [];
  const factor = sizeUnits.get(unit.toUpperCase());
  if (amount && factor) return Math.round(Number(amount) * factor);
  context.addIssue({ code: "custom", message: `"${text}" is not a size such as 20MiB` });
  return z.NEVER;
});

const port = z.int().min(1).max(65_535);

const template = z.object({ subject: z.string().optional(), content_path: z.string().optional() });

const bucket = z.object({
  public: z.boolean().default(false),
  file_size_limit: byteSize.optional(),
  allowed_mime_types: z.array(z.string()).optional(),
});

/** The keys of config.toml that the local stack honours; the CLI checks the rest. */
const config = z.object({
  project_id: z.string().default("repstack"),
  api: z
    .object({
      port: port.default(54_321),
      schemas: z.array(z.string()).min(1).default(["public"]),
      extra_search_path: z.array(z.string()).default([]),
      max_rows: z.int().positive().default(1000),
    })
    .prefault({}),
  db: z
    .object({
      port: port.default(54_322),
      seed: z
        .object({
          enabled: z.boolean().default(true),
          sql_paths: z.array(z.string()).default(["./seed.sql"]),
        })
        .prefault({}),
    })
    .prefault({}),
  local_smtp: z.object({ port: port.default(54_324) }).prefault({}),
  auth: z
    .object({
      site_url: z.url().default("http://127.0.0.1:3000"),
      additional_redirect_urls: z.array(z.string()).default([]),
      jwt_expiry: z.int().positive().default(3600),
      enable_signup: z.boolean().default(true),
      enable_refresh_token_rotation: z.boolean().default(true),
      refresh_token_reuse_interval: z.int().default(10),
      minimum_password_length: z.int().default(6),
      password_requirements: z
        .enum(["", "letters_digits", "lower_upper_letters_digits", "lower_upper_letters_digits_symbols"])
        .default(""),
      sessions: z
        .object({ timebox: z.string().optional(), inactivity_timeout: z.string().optional() })
        .prefault({}),
      email: z
        .object({
          enabled: z.boolean().optional(),
          /** The old name of `enabled`. */
          enable_signup: z.boolean().default(true),
          enable_confirmations: z.boolean().default(false),
          double_confirm_changes: z.boolean().default(true),
          otp_length: z.int().default(6),
          otp_expiry: z.int().default(3600),
          template: z.record(z.string(), template).default({}),
        })
        .prefault({}),
      external: z
        .record(
          z.string(),
          z.looseObject({
            enabled: z.boolean().default(false),
            client_id: z.string().optional(),
            secret: z.string().optional(),
          }),
        )
        .default({}),
      hook: z
        .object({
          custom_access_token: z.object({ enabled: z.boolean().default(true), uri: z.string() }).optional(),
        })
        .prefault({}),
    })
    .prefault({}),
  storage: z
    .object({
      file_size_limit: byteSize.prefault("50MiB"),
      buckets: z.record(z.string(), bucket).default({}),
    })
    .prefault({}),
  functions: z
    .record(
      z.string(),
      z.object({
        enabled: z.boolean().default(true),
        verify_jwt: z.boolean().default(true),
        entrypoint: z.string().optional(),
      }),
    )
    .default({}),
});

type Config = z.infer<typeof config>;

/** What supabase/config.toml says, with absolute paths and sizes in bytes. */
export interface Settings {
  readonly projectRoot: string;
  readonly ports: { api: number; db: number; mail: number };
  readonly api: Config["api"];
  readonly auth: Config["auth"];
  readonly storage: Config["storage"];
  readonly functions: FunctionSettings[];
  /** The seed files, absolute, in the order in which the CLI applies them. */
  readonly seedFiles: string[];
}

/** `env(NAME)` stands for an environment variable, as in the CLI. An unset one stays as it is written. */
function withEnvironment(value: unknown): unknown {
  if (typeof value === "string") {
    const [, name] = /^env\((\w+)\)$/.exec(value) ?? [];
    return (name && process.env[name]) ?? value;
  }
  if (Array.isArray(value)) return value.map(withEnvironment);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withEnvironment(inner)]));
}

function parseConfig(file: string): Config {
  let document: unknown;
  try {
    document = parse(readFileSync(file, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new StackError(`${file} cannot be read: ${reason}`);
  }
  const parsed = config.safeParse(withEnvironment(document));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new StackError(`${file}: ${issue?.path.join(".")}: ${issue?.message}`);
}

/**
 * Reads supabase/config.toml.
 * @throws StackError that names the file and the setting.
 */
export function readSettings(projectRoot: string): Settings {
  const supabase = join(projectRoot, "supabase");
  const { api, auth, db, functions, local_smtp, storage } = parseConfig(join(supabase, "config.toml"));
  return {
    projectRoot,
    ports: { api: api.port, db: db.port, mail: local_smtp.port },
    api,
    auth,
    storage,
    functions: Object.entries(functions)
      .filter(([, settings]) => settings.enabled)
      .map(([slug, settings]) => ({
        slug,
        verifyJwt: settings.verify_jwt,
        entrypoint: resolve(supabase, settings.entrypoint ?? `functions/${slug}/index.ts`),
      })),
    seedFiles: db.seed.enabled
      ? db.seed.sql_paths
          .flatMap((pattern) => globSync(pattern, { cwd: supabase }).sort())
          .map((path) => resolve(supabase, path))
      : [],
  };
}
