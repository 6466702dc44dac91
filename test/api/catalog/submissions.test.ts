import { describe, expect, test } from "vitest";
import { ExerciseAnswer } from "../../../types/contracts/exercise.ts";
import { SubmissionAnswer } from "../../../types/contracts/submission.ts";
import { anExercise } from "../exercises.ts";
import { type Person, signedUpUser } from "../people.ts";

// Whoever decides is a moderator, and the first one is made by SQL alone: test/database/planning has those flows.

async function ownExercise(person: Person, name: string) {
  const { data } = await person.client
    .rpc("save_exercise", { p_exercise: JSON.parse(JSON.stringify(anExercise({ name }))) })
    .throwOnError();
  return ExerciseAnswer.parse(data).exercise;
}

describe("an author", () => {
  test("offers an exercise, reads what became of it, and takes it back", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    const { id, version, ...content } = await ownExercise(ada, "Flamingo Curl");

    const { data } = await ada.client
      .rpc("submit_exercise", { p_exercise_id: id, p_note: "My invention" })
      .throwOnError();
    const { submission } = SubmissionAnswer.parse(data);

    expect(submission).toMatchObject({
      exercise_id: id,
      status: "pending",
      version,
      note: "My invention",
      content,
    });
    const own = await ada.client.from("submissions").select("id, status").throwOnError();
    expect(own.data).toEqual([{ id: submission.id, status: "pending" }]);
    const others = await bob.client.from("submissions").select("id").throwOnError();
    expect(others.data).toEqual([]);

    const withdrawn = await ada.client
      .rpc("withdraw_submission", { p_submission_id: submission.id })
      .throwOnError();
    expect(SubmissionAnswer.parse(withdrawn.data).submission.status).toBe("withdrawn");
  });

  test("offers an edited exercise as the next version of the same submission", async () => {
    const ada = await signedUpUser();
    const exercise = await ownExercise(ada, "Flamingo Curl");
    const submit = async () => {
      const { data } = await ada.client.rpc("submit_exercise", { p_exercise_id: exercise.id }).throwOnError();
      return SubmissionAnswer.parse(data).submission;
    };
    const first = await submit();
    expect(await submit()).toEqual(first);

    await ada.client
      .from("exercises")
      .update({ cues: ["Stand tall"] })
      .eq("id", exercise.id)
      .throwOnError();

    expect(await submit()).toMatchObject({ id: first.id, version: 2, content: { cues: ["Stand tall"] } });
  });

  test("neither decides nor reads the queue", async () => {
    const ada = await signedUpUser();
    const exercise = await ownExercise(ada, "Flamingo Curl");
    const { data } = await ada.client.rpc("submit_exercise", { p_exercise_id: exercise.id }).throwOnError();
    const { submission } = SubmissionAnswer.parse(data);

    const decided = await ada.client.rpc("review_submission", {
      p_submission_id: submission.id,
      p_version: 1,
      p_decision: "approve",
    });
    const queue = await ada.client.rpc("submission_queue");

    expect([decided.status, decided.error?.message]).toEqual([403, "not_allowed"]);
    expect([queue.status, queue.error?.message]).toEqual([403, "not_allowed"]);
  });
});
