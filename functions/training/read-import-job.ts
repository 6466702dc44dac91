import type { ImportedName, ImportInput, ImportMatches, ImportReport } from "../../types/contracts/import.ts";
import { failure, type Result, success } from "../_shared/result.ts";
import type { ImportStore, StagedPart } from "./import-store.ts";
import { createReporter } from "./imports/findings.ts";
import type { ContentOfFile } from "./imports/import-options.ts";
import { exerciseMeanings, nameOutcomes } from "./imports/name-outcomes.ts";
import { type ReadImport, readImport } from "./imports/read-import.ts";
import { type Meanings, stagePart, stageWorkout } from "./imports/stage-parts.ts";
import type { HeldJob } from "./job-queue.ts";
import type { Preparation } from "./worker.ts";

/** Names that are looked up in one request: a millisecond or two each, more where they are unknown. */
const namesPerRequest = 300;

/** Rows that are handed over in one request: some 300 kB. */
const rowsPerRequest = 1000;

/**
 * Reads the file of an import, before the database takes its first step: decides what the names mean, and hands
 * what it has and the report over. A worker that dies in the middle has handed over what the next one does again.
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
): Promise<Result<{ parts: StagedPart[]; report: ImportReport }, string>> {
  const { file } = read;
  const isGuessed = file?.units.weight.from === "guess" || file?.units.distance.from === "guess";
  const isRefused = file === undefined || (isGuessed && !input.is_dry_run);
  const meant = await meaningsOf(store, userId, input, file, signal);
  if (!meant.ok) return meant;

  const { meanings, exercises, known } = meant.value;
  const reporter = createReporter(read);
  const readable = file?.workouts ?? [];
  const parts = [
    ...(file?.parts ?? []).map((part) => stagePart(part, meanings)),
    ...readable.map((workout) => stageWorkout(workout, meanings, input.visibility, reporter)),
  ];
  const nothing = { added: 0, known: 0, deleted: 0, failed: 0, left_out: 0 };
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
      ...nothing,
      ...(input.is_dry_run ? { added: readable.length - known, known } : {}),
    },
    sections: Object.fromEntries(
      [...Map.groupBy(parts, ({ section }) => section)].map(([section, of]) => [
        section,
        { in_file: of.length, ...nothing },
      ]),
    ),
    exercises,
    problems: read.problems,
    outliers: read.outliers,
    counts: read.counts,
  };
  const staged = parts.map((part, index) => ({ ...part, ordinal: index + 1 }));
  return success({ parts: isRefused || input.is_dry_run ? [] : staged, report });
}

/** What the exercises of a file mean, and how many of its workouts are there already: some at a time. */
async function meaningsOf(
  store: ImportStore,
  userId: string,
  { mapping }: ImportInput,
  file: ContentOfFile | undefined,
  signal: AbortSignal,
): Promise<Result<{ meanings: Meanings; exercises: ImportedName[]; known: number }, string>> {
  const all: ImportMatches = { exercises: [], identified: [], known: 0 };
  if (!file) return success({ meanings: { names: new Map(), ids: new Map() }, exercises: [], known: 0 });
  const asked = [
    { names: [], keys: file.workouts.map(({ key }) => key), exercises: [] },
    ...chunksOf(file.documentExercises).map((exercises) => ({ names: [], keys: [], exercises })),
    ...chunksOf(file.exercises.map(({ name }) => name)).map((names) => ({ names, keys: [], exercises: [] })),
  ];
  for (const part of asked) {
    const matches = await store.match(userId, { ...part, mapping }, signal);
    if (!matches.ok) return matches;
    all.exercises.push(...matches.value.exercises);
    all.identified.push(...matches.value.identified);
    all.known += matches.value.known;
  }
  const ids = exerciseMeanings(file.documentExercises, all.identified);
  const exercises = nameOutcomes(file.exercises, all, file.documentExercises);
  const names = new Map(exercises.map((outcome) => [outcome.name, outcome]));
  return success({ meanings: { names, ids }, exercises, known: all.known });
}

function chunksOf<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / namesPerRequest);
  return Array.from({ length: count }, (_, at) =>
    items.slice(at * namesPerRequest, (at + 1) * namesPerRequest),
  );
}

async function handOver(
  store: ImportStore,
  job: HeldJob,
  { parts, report }: { parts: StagedPart[]; report: ImportReport },
  signal: AbortSignal,
): Promise<Result<"read" | "lost", string>> {
  let some: StagedPart[] = [];
  let rows = 0;
  for (const part of parts) {
    some.push(part);
    rows += part.size;
    if (rows < rowsPerRequest) continue;
    const status = await store.stage(job, some, null, signal);
    if (!status.ok) return status;
    if (status.value === "lost") return success("lost");
    some = [];
    rows = 0;
  }
  const status = await store.stage(job, some, report, signal);
  if (!status.ok) return status;
  return success(status.value === "lost" ? "lost" : "read");
}
