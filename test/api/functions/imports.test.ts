import { describe, expect, test } from "vitest";
import { ImportAccepted } from "../../../types/contracts/import.ts";
import { Job } from "../../../types/contracts/job.ts";
import { Problem } from "../../../types/contracts/problem.ts";
import { anonymous, type Person, signedUpUser } from "../people.ts";

const file = [
  "date,workout,exercise,set,weight_kg,reps",
  "2025-03-01T18:00,Push,Bench Press (Barbell),1,80,8",
  "2025-03-01T18:00,Push,Bench Press (Barbell),2,80,8",
].join("\n");

function form(fields: Record<string, string>, text: string | undefined = file): FormData {
  const body = new FormData();
  if (text !== undefined) body.set("file", new Blob([text]), "workouts.csv");
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return body;
}

async function send(person: Pick<Person, "client">, body: FormData, headers: Record<string, string> = {}) {
  const { data, error, response } = await person.client.functions.invoke("training/imports", {
    body,
    headers,
  });
  if (!error) return { status: response?.status, accepted: ImportAccepted.parse(data), problem: undefined };
  return {
    status: response?.status,
    accepted: undefined,
    problem: Problem.parse(await response?.json()),
  };
}

const zone = { time_zone: "Europe/Berlin" };

describe("POST /training/imports", () => {
  test("answers a job that its owner follows and cancels, and keeps the file where they alone read it", async () => {
    const [ada, eve] = [await signedUpUser(), await signedUpUser()];

    const { status, accepted } = await send(ada, form({ ...zone, dry_run: "true" }));
    expect(status).toBe(202);
    const { job_id, file_path } = accepted ?? { job_id: "", file_path: "" };
    const columns = "id, type, status, progress, result, error";
    const { data: job } = await ada.client.from("jobs").select(columns).eq("id", job_id).single();
    expect(Job.parse(job)).toMatchObject({ id: job_id, type: "import" });
    expect((await eve.client.from("jobs").select(columns).eq("id", job_id)).data).toEqual([]);

    const kept = await ada.client.storage.from("imports").download(file_path);
    expect(await kept.data?.text()).toBe(file);
    expect((await eve.client.storage.from("imports").download(file_path)).error).not.toBeNull();
    expect((await eve.client.storage.from("imports").upload(`${eve.id}/x.csv`, "x")).error).not.toBeNull();

    const { data: cancelled } = await ada.client.rpc("cancel_job", { p_job_id: job_id });
    expect(cancelled).toEqual({ status: expect.stringMatching(/cancelled|succeeded/) });
  });

  test("is the same job for the same key, and takes the file by its path from its owner alone", async () => {
    const [ada, eve] = [await signedUpUser(), await signedUpUser()];
    const key = { "Idempotency-Key": "one" };

    const first = await send(ada, form(zone), key);
    const again = await send(ada, form(zone), key);
    expect(again.accepted).toEqual(first.accepted);
    const other = await send(ada, form({ ...zone, dry_run: "true" }), key);
    expect([other.status, other.problem?.code]).toEqual([409, "id_unusable"]);

    const path = first.accepted?.file_path ?? "";
    const byPath = new FormData();
    byPath.set("path", path);
    byPath.set("time_zone", "UTC");
    expect((await send(ada, byPath)).accepted?.file_path).toBe(path);
    const stolen = await send(eve, byPath);
    expect([stolen.status, stolen.problem?.code]).toEqual([404, "import_not_found"]);
  });

  test("maps names to exercises that the caller may use", async () => {
    const [ada, eve] = [await signedUpUser(), await signedUpUser()];
    const id = crypto.randomUUID();
    const own = { id, name: "Zorb", kind: "weight_reps", category: "strength", level: "beginner" };
    expect((await ada.client.from("exercises").insert(own)).error).toBeNull();
    const mapping = JSON.stringify({ "Bench Press (Barbell)": id });

    expect((await send(ada, form({ ...zone, mapping }))).status).toBe(202);
    const refused = await send(eve, form({ ...zone, mapping }));
    expect([refused.status, refused.problem?.errors?.[0]?.path]).toEqual([
      409,
      "mapping.Bench Press (Barbell)",
    ]);
  });

  test("says which field is wrong, and takes nothing from somebody who is not signed in", async () => {
    const ada = await signedUpUser();
    const wrong = await send(ada, form({ time_zone: "Europe/Atlantis" }));
    expect([wrong.status, wrong.problem?.errors?.[0]?.path]).toEqual([422, "time_zone"]);

    const nobody = await send({ client: anonymous() }, form(zone));
    expect([nobody.status, nobody.problem?.code]).toEqual([401, "unauthenticated"]);
  });
});
