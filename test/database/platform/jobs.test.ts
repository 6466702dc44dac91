import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";

let owner: Client;
let workers: Client[];

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: inject("migratedUrl") });
  await client.connect();
  // Whoever would wait for ever fails instead.
  await client.query("set statement_timeout = '20s'");
  return client;
}

beforeAll(async () => {
  owner = await connect();
  workers = await Promise.all(Array.from({ length: 4 }, connect));
});
afterAll(async () => {
  await owner.query("delete from public.jobs where type = 'race'");
  await Promise.all([owner, ...workers].map((client) => client.end()));
});

test("JOB-RACE-01: workers who claim at once wait for nobody and never hold the same job", async () => {
  await owner.query("insert into public.jobs (type) select 'race' from generate_series(1, 40)");

  const claimed = await Promise.all(
    workers.map(async (worker) => {
      const ids: string[] = [];
      for (;;) {
        const { rows } = await worker.query<{ job: { id: string } | null }>(
          "select public.claim_job() as job",
        );
        if (!rows[0]?.job) return ids;
        ids.push(rows[0].job.id);
      }
    }),
  );

  const ids = claimed.flat();
  expect(ids).toHaveLength(40);
  expect(new Set(ids).size).toBe(40);
});
