import { randomUUID } from "node:crypto";
import { createClient } from "@supabase/supabase-js";
import type { Client } from "pg";
import { expect } from "vitest";
import { ExportAccepted, ExportDocument, ExportReport } from "../../types/contracts/export.ts";
import { ImportAccepted, ImportReport } from "../../types/contracts/import.ts";
import { Job } from "../../types/contracts/job.ts";
import { unzipped } from "../functions/training/unzipped.ts";
import type { ProjectStack } from "./project-stack.ts";

/** Somebody with a session, whose account is taken out and put in. */
export type Somebody = Awaited<ReturnType<typeof somebody>>;

export async function somebody({ stack: { urls, keys } }: ProjectStack, database: Client) {
  const options = { auth: { persistSession: false, autoRefreshToken: false } };
  const account = { email: `${randomUUID()}@example.test`, password: `correct horse ${randomUUID()}` };
  const client = createClient(urls.api, keys.publishable, options);
  const { data, error } = await client.auth.signUp(account);
  if (error || !data.user) throw error;
  await database.query("update auth.users set email_confirmed_at = now() where id = $1", [data.user.id]);
  const signedIn = await client.auth.signInWithPassword(account);
  if (signedIn.error) throw signedIn.error;
  return { client, id: data.user.id, database };
}

export async function consent({ client }: Somebody): Promise<void> {
  await client
    .rpc("record_consent", { p_purpose: "health_data", p_text_version: "2026-01", p_locale: "en" })
    .throwOnError();
}

/** Does what the cron job does each minute, until a job has ended; answers its result. */
async function ended({ client, database }: Somebody, id: string): Promise<unknown> {
  const job = async () => {
    const { data } = await client
      .from("jobs")
      .select("id, type, status, progress, result, error")
      .eq("id", id)
      .single()
      .throwOnError();
    return Job.parse(data);
  };
  const { rows } = await database.query(
    "select command from cron.job where jobname = 'work-jobs' and active",
  );
  await database.query(rows[0].command);
  await expect.poll(job, { timeout: 90_000 }).toMatchObject({ status: "succeeded", error: null });
  return (await job()).result;
}

/** Asks for an export, and reads it once it is there. */
export async function exported(person: Somebody) {
  const { client } = person;
  const asked = await client.functions.invoke("training/exports", { method: "POST" });
  if (asked.error) throw new Error(await asked.error.context.text());
  const report = ExportReport.parse(await ended(person, ExportAccepted.parse(asked.data).job_id));

  const signed = await client.storage.from("exports").createSignedUrl(report.path, 60);
  const archive = Buffer.from(await (await fetch(signed.data?.signedUrl ?? "")).arrayBuffer());
  const files = unzipped(archive);
  const document = ExportDocument.parse(JSON.parse(files.get("repstack.json") ?? ""));
  return { report, archive, files, document };
}

/** Imports a file, and answers the report. */
export async function imported(person: Somebody, text: string): Promise<ImportReport> {
  const body = new FormData();
  body.set("time_zone", "Europe/Berlin");
  body.set("file", new Blob([text]), "repstack.json");
  const asked = await person.client.functions.invoke("training/imports", { body });
  if (asked.error) throw new Error(await asked.error.context.text());
  return ImportReport.parse(await ended(person, ImportAccepted.parse(asked.data).job_id));
}
