import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SubmissionAnswer, SubmissionQueue } from "../../../types/contracts/submission.ts";
import { connect, hold, outcome, request, sendAndWait } from "../requests.ts";
import { actAs, createUser } from "../training/acting-user.ts";

let owner: Client;
let devices: Client[];
const users: string[] = [];

beforeAll(async () => {
  owner = await connect();
  devices = await Promise.all([connect(), connect()]);
});
afterAll(async () => {
  await owner.query("delete from auth.users where id = any ($1)", [users]);
  await owner.query("delete from public.exercises where source = 'community'");
  await Promise.all([owner, ...devices].map((client) => client.end()));
});

function device(number: number): Client {
  const client = devices[number];
  if (!client) throw new Error(`There is no device ${number}.`);
  return client;
}

async function newUser(role?: "moderator"): Promise<string> {
  const id = await createUser(owner);
  users.push(id);
  if (role) await owner.query("insert into public.user_roles (user_id, role) values ($1, $2)", [id, role]);
  return id;
}

/** What an RPC answers to a user. */
async function ask(userId: string, call: string, values: unknown[]): Promise<unknown> {
  let answer: unknown;
  await request(device(0), userId, async (client) => {
    answer = (await client.query(`select public.${call} as answer`, values)).rows[0]?.answer;
  });
  return answer;
}

async function submitted(userId: string, name: string) {
  const id = randomUUID();
  await request(device(0), userId, (client) =>
    client.query(
      "insert into public.exercises (id, name, kind, category, level) values ($1, $2, 'duration', 'strength', 'beginner')",
      [id, name],
    ),
  );
  return SubmissionAnswer.parse(await ask(userId, "submit_exercise($1, 'Please')", [id])).submission;
}

test("SUB-JSON-01: queue and decisions answer as their contracts say", async () => {
  const [ada, mia] = [await newUser(), await newUser("moderator")];
  const submission = await submitted(ada, "Plank");

  const queue = SubmissionQueue.parse(await ask(mia, "submission_queue('pending', 'exercise', 50)", []));
  expect(queue.items.find(({ id }) => id === submission.id)).toMatchObject({
    user_id: ada,
    content: { name: "Plank" },
    similar: [{ name: "Plank" }],
  });

  const reviewed = SubmissionAnswer.parse(
    await ask(mia, "review_submission($1, 1, 'reject', 'We have that.')", [submission.id]),
  ).submission;
  expect(reviewed).toMatchObject({
    status: "rejected",
    reviews: [{ version: 1, decision: "reject", reason: "We have that." }],
  });
});

test("SUB-RACE-01: of two moderators who decide at once one decides, and one exercise comes of it", async () => {
  const [ada, mia, max] = [await newUser(), await newUser("moderator"), await newUser("moderator")];
  const submission = await submitted(ada, "Racing Plank");
  const approve = (client: Client) =>
    client.query("select public.review_submission($1, 1, 'approve')", [submission.id]);

  const outcomes = await Promise.all([
    outcome(request(device(0), mia, approve)),
    outcome(request(device(1), max, approve)),
  ]);

  expect(outcomes.sort()).toEqual(["PT409", "stored"]);
  const { rows } = await owner.query(
    "select slug from public.exercises where name = 'Racing Plank' and user_id is null",
  );
  expect(rows).toEqual([{ slug: "community-racing-plank" }]);
});

test("SUB-RACE-02: what an author submits while a moderator decides is not decided unread", async () => {
  const [ada, mia] = [await newUser(), await newUser("moderator")];
  const submission = await submitted(ada, "Changing Plank");
  await device(1).query("begin");
  await actAs(device(1), ada);
  await device(1).query("update public.exercises set name = 'Rude Plank' where id = $1", [
    submission.exercise_id,
  ]);
  await device(1).query("select public.submit_exercise($1, 'Please')", [submission.exercise_id]);

  const decision = await sendAndWait(owner, device(0), mia, (client) =>
    client.query("select public.review_submission($1, 1, 'approve')", [submission.id]),
  );
  await device(1).query("commit");

  expect(await decision.ended).toBe("PT409");
  const { rows } = await owner.query("select status, version from public.submissions where id = $1", [
    submission.id,
  ]);
  expect(rows).toEqual([{ status: "pending", version: 2 }]);
});

test("SUB-RACE-03: a plan whose author hides their profile while a moderator decides is not published", async () => {
  const [ada, mia] = [await newUser(), await newUser("moderator")];
  const plan = randomUUID();
  await request(device(0), ada, async (client) => {
    await client.query("update public.profiles set visibility = 'public' where user_id = $1", [ada]);
    await client.query("insert into public.plans (id, name, visibility) values ($1, 'Strength', 'public')", [
      plan,
    ]);
  });
  const { submission } = SubmissionAnswer.parse(await ask(ada, "submit_plan($1)", [plan]));
  const hiding = await hold(device(1), ada, (client) =>
    client.query("update public.profiles set visibility = 'private' where user_id = $1", [ada]),
  );

  const decision = await sendAndWait(owner, device(0), mia, (client) =>
    client.query("select public.review_submission($1, 1, 'approve')", [submission.id]),
  );
  await hiding.commit();

  expect(await decision.ended).toBe("PT409");
  const { rows } = await owner.query("select from public.published_plans where user_id = $1", [ada]);
  expect(rows).toEqual([]);
});
