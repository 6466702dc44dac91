import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startCron, toCroner } from "../../stack/cron.ts";
import { silentLog } from "../../stack/log.ts";
import type { PostgresServer } from "../../stack/postgres/server.ts";
import { rows, type TemporaryPlace, temporaryPlace } from "./temporary-server.ts";

let place: TemporaryPlace;
let server: PostgresServer;
let cron: { stop(): Promise<void> };

beforeAll(async () => {
  place = await temporaryPlace();
  server = await place.start();
  cron = await startCron({ adminUrl: server.url("supabase_admin"), log: silentLog });
  await rows(
    server.url(),
    "create extension pg_cron",
    "create table public.ticks (who text, at timestamptz default now())",
  );
});

afterAll(async () => {
  await cron?.stop();
  await server?.stop();
  await place?.remove();
});

async function runs(jobname: string): Promise<Record<string, unknown>[]> {
  return await rows(
    server.url(),
    `select run.status, run.return_message, run.username, run.job_pid > 0 as has_pid, run.end_time >= run.start_time as ended
     from cron.job_run_details as run join cron.job using (jobid)
     where jobname = '${jobname}' order by runid`,
  );
}

test("CRN-01: pg_cron's own forms of a schedule are translated", () => {
  expect(toCroner("30 seconds")).toEqual({ pattern: "* * * * * *", interval: 30 });
  expect(toCroner("0 0 $ * *")).toEqual({ pattern: "0 0 L * *" });
  expect(toCroner("@midnight")).toEqual({ pattern: "@daily" });
  expect(toCroner("*/5 1-3 * jan mon")).toEqual({ pattern: "*/5 1-3 * jan mon" });
});

test("CRN-02: a job that is scheduled after the start runs as its user and is recorded", {
  timeout: 15_000,
}, async () => {
  await rows(
    server.url(),
    "select cron.schedule('tick', '1 second', 'insert into public.ticks (who) values (current_user)')",
  );
  await vi.waitFor(async () => expect((await runs("tick"))[0]?.status).toBe("succeeded"), {
    timeout: 10_000,
  });
  expect((await runs("tick"))[0]).toEqual({
    status: "succeeded",
    return_message: "INSERT 1",
    username: "postgres",
    has_pid: true,
    ended: true,
  });
  const [tick] = await rows(server.url(), "select who from public.ticks");
  expect(tick?.who).toBe("postgres");
});

test("CRN-03: a failing job is recorded with its error", { timeout: 15_000 }, async () => {
  await rows(server.url(), "select cron.schedule('broken', '1 second', 'select 1 / 0')");
  await vi.waitFor(async () => expect((await runs("broken"))[0]?.status).toBe("failed"), { timeout: 10_000 });
  expect((await runs("broken"))[0]?.return_message).toMatch(/division by zero/);
});

test("CRN-04: one run of a job at a time", { timeout: 20_000 }, async () => {
  await rows(server.url(), "select cron.schedule('slow', '1 second', 'select pg_sleep(1.5)')");
  await vi.waitFor(async () => expect((await runs("slow")).length).toBeGreaterThanOrEqual(2), {
    timeout: 15_000,
  });
  await rows(server.url(), "select cron.unschedule('slow')");
  const overlaps = await rows(
    server.url(),
    `select 1 from cron.job_run_details as a join cron.job_run_details as b using (jobid, command)
     where command like '%pg_sleep%' and a.runid < b.runid and b.start_time < a.end_time`,
  );
  expect(overlaps).toEqual([]);
});

test("CRN-05: an unscheduled job runs no more", { timeout: 15_000 }, async () => {
  await rows(
    server.url(),
    "select cron.schedule('brief', '1 second', 'insert into public.ticks (who) values (''brief'')')",
  );
  const count = async () =>
    (await rows(server.url(), "select 1 from public.ticks where who = 'brief'")).length;
  await vi.waitFor(async () => expect(await count()).toBeGreaterThan(0), { timeout: 10_000 });
  await rows(server.url(), "select cron.unschedule('brief')");
  // The worker looks once a second, and a run may be under way.
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const settled = await count();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  expect(await count()).toBe(settled);
});
