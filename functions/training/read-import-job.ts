import type { ImportInput, ImportMatches, ImportReport } from "../../types/contracts/import.ts";
import { failure, type Result, success } from "../_shared/result.ts";
import type { ImportStore } from "./import-store.ts";
import { createReporter } from "./imports/findings.ts";
import type { WorkoutsOfFile } from "./imports/import-options.ts";
import { nameOutcomes } from "./imports/name-outcomes.ts";
import { type ReadImport, readImport } from "./imports/read-import.ts";
import { type StagedWorkout, stageWorkout } from "./imports/staged-workouts.ts";
import type { HeldJob } from "./job-queue.ts";
import type { Preparation } from "./worker.ts";

/** Names that are looked up in one request: a millisecond or two each, more where they are unknown. */
const namesPerRequest = 300;

/** Sets that are handed over in one request: some 300 kB. */
const setsPerPart = 1000;

/**
 * Reads the file of an import, before the database takes its first step: decides what the names mean, and hands the
 * workouts and the report over. A worker that dies in the middle has handed over what the next one does again.
 *
 * @param now - the clock, in milliseconds
 */
export function readImportJob(store: ImportStore, now: () => number): Preparation {
  return async (job, signal) => {
    const task = await store.task(job, signal);
    if (!task.ok) return task;
    if (!task.value) return success("lost");
    if (task.value.is_read) return success("ready");

    const { input, user_id } = task.value;
    const bytes = await store.readFile(input.path, signal);
    if (!bytes.ok) return bytes;
    if (!bytes.value) return failure("the file is gone");
    const read = readImport(bytes.value, {
      source: input.source ?? undefined,
      weightUnit: input.weight_unit ?? undefined,
      distanceUnit: input.distance_unit ?? undefined,
      timeZone: input.time_zone,
      now: now(),
    });
    const staged = await stagedOf(store, user_id, input, read, signal);
    return staged.ok ? await handOver(store, job, staged.value, signal) : staged;
  };
}

/** What is to be imported of a file, and what is said about it. */
async function stagedOf(
  store: ImportStore,
  userId: string,
  input: ImportInput,
  read: ReadImport,
  signal: AbortSignal,
): Promise<Result<{ workouts: StagedWorkout[]; report: ImportReport }, string>> {
  const { file } = read;
  const isGuessed = file?.units.weight.from === "guess" || file?.units.distance.from === "guess";
  const isRefused = file === undefined || (isGuessed && !input.is_dry_run);
  const matches = await matchesOf(store, userId, input, file, signal);
  if (!matches.ok) return matches;

  const exercises = nameOutcomes(file?.exercises ?? [], matches.value);
  const names = new Map(exercises.map((outcome) => [outcome.name, outcome]));
  const reporter = createReporter(read);
  const readable = file?.workouts ?? [];
  const workouts = readable.map((workout, index) =>
    stageWorkout(workout, index + 1, names, input.visibility, reporter),
  );
  const known = input.is_dry_run ? matches.value.known : 0;
  const report: ImportReport = {
    outcome: isRefused ? "refused" : input.is_dry_run ? "checked" : "imported",
    file_path: input.path,
    source: file?.source ?? null,
    variant: file?.variant ?? null,
    encoding: read.encoding ?? null,
    units: file?.units ?? null,
    rows: file?.rows ?? 0,
    workouts: {
      in_file: file?.workoutsInFile ?? 0,
      readable: readable.length,
      added: input.is_dry_run ? readable.length - known : 0,
      known,
      deleted: 0,
      failed: 0,
    },
    exercises,
    problems: read.problems,
    outliers: read.outliers,
    counts: read.counts,
  };
  return success({ workouts: isRefused || input.is_dry_run ? [] : workouts, report });
}

/** What the names of a file mean, and how many of its workouts are there already: some names at a time. */
async function matchesOf(
  store: ImportStore,
  userId: string,
  { mapping }: ImportInput,
  file: WorkoutsOfFile | undefined,
  signal: AbortSignal,
): Promise<Result<ImportMatches, string>> {
  const all: ImportMatches = { exercises: [], known: 0 };
  if (!file) return success(all);
  const names = file.exercises.map(({ name }) => name);
  for (let from = 0; from === 0 || from < names.length; from += namesPerRequest) {
    const keys = from === 0 ? file.workouts.map(({ key }) => key) : [];
    const asked = { names: names.slice(from, from + namesPerRequest), keys, mapping };
    const part = await store.match(userId, asked, signal);
    if (!part.ok) return part;
    all.exercises.push(...part.value.exercises);
    all.known += part.value.known;
  }
  return success(all);
}

async function handOver(
  store: ImportStore,
  job: HeldJob,
  { workouts, report }: { workouts: StagedWorkout[]; report: ImportReport },
  signal: AbortSignal,
): Promise<Result<"read" | "lost", string>> {
  let part: StagedWorkout[] = [];
  let sets = 0;
  for (const workout of workouts) {
    part.push(workout);
    sets += workout.sets;
    if (sets < setsPerPart && part.length < setsPerPart) continue;
    const status = await store.stage(job, part, null, signal);
    if (!status.ok) return status;
    if (status.value === "lost") return success("lost");
    part = [];
    sets = 0;
  }
  const status = await store.stage(job, part, report, signal);
  if (!status.ok) return status;
  return success(status.value === "lost" ? "lost" : "read");
}
