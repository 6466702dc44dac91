import { Cron } from "croner";
import { Client, Pool } from "pg";
import { z } from "zod";
import type { Log } from "./log.ts";

const pollMilliseconds = 1000;

const Job = z.object({
  jobid: z.string(),
  schedule: z.string(),
  command: z.string(),
  database: z.string(),
  username: z.string(),
});
type Job = z.infer<typeof Job>;

/** How croner writes one of pg_cron's schedules; `interval` is in seconds. */
export interface CronerSchedule {
  pattern: string;
  interval?: number;
}

/** Translates pg_cron's own forms: `30 seconds`, `$` for the last day of the month, `@midnight`. */
export function toCroner(schedule: string): CronerSchedule {
  const seconds = /^\s*(\d+)\s+seconds?\s*$/i.exec(schedule)?.[1];
  if (seconds) {
    return { pattern: "* * * * * *", interval: Number(seconds) };
  }
  return {
    pattern: schedule
      .trim()
      .replace("$", "L")
      .replace(/^@midnight$/i, "@daily"),
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Runs a job's command as its user, in its database, on a session of its own. */
async function execute(adminUrl: string, job: Job, onStart: (pid: number) => Promise<void>): Promise<string> {
  // As pg_cron does, the job's user logs in: its role settings apply, and no `reset role` leads to a superuser.
  const url = new URL(adminUrl);
  url.username = encodeURIComponent(job.username);
  url.pathname = `/${encodeURIComponent(job.database)}`;
  const client = new Client({ connectionString: url.href, application_name: "pg_cron" });
  client.on("error", () => {});
  await client.connect();
  try {
    const backend = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    await onStart(backend.rows[0]?.pid ?? 0);
    const answer = await client.query(job.command);
    const last = Array.isArray(answer) ? answer.at(-1) : answer;
    const { command, rowCount, fields } = z
      .object({ command: z.string(), rowCount: z.number().nullable(), fields: z.array(z.unknown()) })
      .parse(last);
    if (fields.length > 0) {
      return rowCount === 1 ? "1 row" : `${rowCount ?? 0} rows`;
    }
    return rowCount === null ? command : `${command} ${rowCount}`;
  } finally {
    await client.end();
  }
}

/**
 * Runs the jobs of `cron.job` in the database of `adminUrl`, as pg_cron's background worker does: in UTC, one run of a
 * job at a time, every run recorded in `cron.job_run_details`. New, changed and removed jobs count within a second.
 */
export async function startCron(options: { adminUrl: string; log: Log }): Promise<{ stop(): Promise<void> }> {
  const { adminUrl, log } = options;
  const scheduled = new Map<string, { definition: string; cron: Cron }>();
  const running = new Set<Promise<void>>();
  // A pool connects again by itself when the server has been away.
  const admin = new Pool({ connectionString: adminUrl, max: 3, application_name: "repstack cron" });
  admin.on("error", (error) => log("cron_connection_lost", { error: error.message }));
  let recovered = false;
  let stopped = false;

  async function query(sql: string, values: unknown[] = []): Promise<unknown[]> {
    return (await admin.query(sql, values)).rows;
  }

  async function runJob(job: Job): Promise<void> {
    const started = await query(
      `insert into cron.job_run_details (jobid, database, username, command, status, start_time)
       values ($1, $2, $3, $4, 'starting', clock_timestamp())
       returning runid::text`,
      [job.jobid, job.database, job.username, job.command],
    );
    const { runid } = z.object({ runid: z.string() }).parse(started[0]);
    const finish = (status: string, message: string) =>
      query(
        `update cron.job_run_details set status = $2, return_message = $3, end_time = clock_timestamp()
         where runid = $1`,
        [runid, status, message],
      );
    try {
      const message = await execute(adminUrl, job, async (pid) => {
        await query("update cron.job_run_details set status = 'running', job_pid = $2 where runid = $1", [
          runid,
          pid,
        ]);
      });
      await finish("succeeded", message);
    } catch (error) {
      log("cron_job_failed", { jobid: job.jobid, error: messageOf(error) });
      await finish("failed", `ERROR:  ${messageOf(error)}`);
    }
  }

  function schedule(job: Job): Cron | undefined {
    const { pattern, interval } = toCroner(job.schedule);
    const onError = (error: unknown) =>
      log("cron_run_unrecorded", { jobid: job.jobid, error: messageOf(error) });
    try {
      return new Cron(
        pattern,
        { timezone: "UTC", protect: true, catch: onError, ...(interval ? { interval } : {}) },
        async () => {
          const run = runJob(job);
          running.add(run);
          await run.finally(() => running.delete(run));
        },
      );
    } catch (error) {
      log("cron_schedule_unreadable", { jobid: job.jobid, schedule: job.schedule, error: messageOf(error) });
      return undefined;
    }
  }

  async function refresh(): Promise<void> {
    const [found] = await query("select to_regclass('cron.job') is not null as installed");
    const { installed } = z.object({ installed: z.boolean() }).parse(found);
    if (installed && !recovered) {
      recovered = true;
      await query(
        `update cron.job_run_details
         set status = 'failed', return_message = 'server restarted', end_time = clock_timestamp()
         where status in ('starting', 'running')`,
      );
    }
    const rows = installed
      ? await query("select jobid::text, schedule, command, database, username from cron.job where active")
      : [];
    const jobs = new Map(
      z
        .array(Job)
        .parse(rows)
        .map((job) => [job.jobid, job]),
    );
    for (const [jobid, { definition, cron }] of scheduled) {
      if (definition !== JSON.stringify(jobs.get(jobid))) {
        cron.stop();
        scheduled.delete(jobid);
      }
    }
    for (const [jobid, job] of jobs) {
      const cron = scheduled.has(jobid) ? undefined : schedule(job);
      if (cron) {
        scheduled.set(jobid, { definition: JSON.stringify(job), cron });
      }
    }
  }

  await refresh();
  let refreshing = Promise.resolve();
  const timer = setInterval(() => {
    refreshing = refreshing.then(refresh).catch((error: unknown) => {
      if (!stopped) {
        log("cron_refresh_failed", { error: messageOf(error) });
      }
    });
  }, pollMilliseconds);

  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      for (const { cron } of scheduled.values()) {
        cron.stop();
      }
      await refreshing;
      await Promise.allSettled(running);
      await admin.end();
    },
  };
}
