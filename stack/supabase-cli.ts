import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { StackError } from "./stack-error.ts";

/** The CLI's native binary. Its JavaScript entry only looks for it, which takes longer than some commands. */
function binary(): string {
  const require = createRequire(import.meta.url);
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = process.platform === "win32" ? "supabase.exe" : "supabase";
  for (const libc of ["", "-musl"]) {
    try {
      const folder = dirname(
        require.resolve(`@supabase/cli-${platform}-${process.arch}${libc}/package.json`),
      );
      if (existsSync(join(folder, "bin", name))) return join(folder, "bin", name);
    } catch {
      // Not for this C library.
    }
  }
  throw new StackError(
    `There is no Supabase CLI for ${process.platform}-${process.arch} among the packages.`,
  );
}

export interface CliResult {
  code: number;
  /** Everything it printed, both streams in order. */
  output: string;
  /** Its answer alone: what it printed to stdout. */
  stdout: string;
}

/** Runs the official CLI in the project and waits for its end. It asks nothing and reports nothing about its use. */
export async function runSupabaseCli(projectRoot: string, parameters: string[]): Promise<CliResult> {
  const child = spawn(binary(), [...parameters, "--workdir", projectRoot], {
    cwd: projectRoot,
    env: { ...process.env, DO_NOT_TRACK: "1", SUPABASE_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let stdout = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (stream === child.stdout) stdout += text;
    });
  }
  return await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output, stdout }));
  });
}
