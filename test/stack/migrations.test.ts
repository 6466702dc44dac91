import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ScratchStack, scratchStack } from "./scratch-stack.ts";

const config = `
project_id = "scratch"
[db.seed]
sql_paths = ["../seeds/*.sql"]
`;
const migration = "create table public.fruits (name text primary key, colour text not null);";
const seed = (colour: string) =>
  `insert into public.fruits values ('apple', '${colour}') on conflict (name) do update set colour = excluded.colour;`;

let project: ScratchStack;

/** What is stored after a start from the files as they are. */
async function fruitsAfterStart(): Promise<unknown[]> {
  const stack = await project.start();
  try {
    const client = new Client({ connectionString: stack.urls.db });
    await client.connect();
    const { rows } = await client.query("select name, colour from public.fruits order by name");
    await client.end();
    return rows;
  } finally {
    await stack.stop();
  }
}

beforeAll(async () => {
  project = await scratchStack({
    "supabase/config.toml": config,
    "supabase/migrations/20260101000000_fruits.sql": migration,
    "seeds/fruits.sql": seed("red"),
  });
});
afterAll(() => project.remove());

describe("at a start", () => {
  test("a seed file is loaded, and loaded again once it has changed", async () => {
    expect(await fruitsAfterStart()).toEqual([{ name: "apple", colour: "red" }]);
    project.write("seeds/fruits.sql", seed("green"));
    expect(await fruitsAfterStart()).toEqual([{ name: "apple", colour: "green" }]);
  });

  test("a new migration is applied to the data that is there", async () => {
    project.write(
      "supabase/migrations/20260102000000_pears.sql",
      "insert into public.fruits values ('pear', 'yellow');",
    );
    expect(await fruitsAfterStart()).toEqual([
      { name: "apple", colour: "green" },
      { name: "pear", colour: "yellow" },
    ]);
  });
});
